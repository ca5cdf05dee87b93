// Asks for the trainer's link.

import { useState } from "preact/hooks";
import { Buttons } from "../../controls/buttons";
import { Problem } from "../../controls/feedback";
import { Field } from "../../controls/fields";
import { useApp } from "../../lib/app";
import { secretIn } from "../../lib/trainer-link";

interface LinkScreenProps {
  /** What is wrong with the link that was given. */
  refusal: string;
  onLink: (token: string) => void;
}

export function LinkScreen({ refusal, onLink }: LinkScreenProps) {
  const { word } = useApp();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState(refusal);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const token = secretIn(text);
    setProblem(token ? "" : word("herhaalmeting.no_link"));
    if (token) onLink(token);
  };
  return (
    <>
      <h2>{word("herhaalmeting.title")}</h2>
      <p>{word("herhaalmeting.what")}</p>
      <form onSubmit={submit}>
        <Field label={word("herhaalmeting.paste")}>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        <Problem text={problem} />
        <Buttons>
          <button class="ps-button ps-main" type="submit">
            {word("herhaalmeting.show")}
          </button>
        </Buttons>
      </form>
    </>
  );
}
