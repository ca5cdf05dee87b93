// Asks for the trainer's link.

import { useState } from "preact/hooks";
import { useApp } from "../lib/app";
import { secretIn } from "../lib/trainer-link";
import { Buttons } from "./buttons";
import { Field } from "./fields";

interface TrainerLinkFormProps {
  /** What its button says. */
  text: string;
  /** Whether it is what the screen is for. */
  isMain?: boolean;
  /** What is wrong with the link that was given before. */
  refusal?: string;
  /** Open what the link leads to; tells what is wrong with it, or nothing. */
  onLink: (token: string) => string | Promise<string>;
}

export function TrainerLinkForm({ text, isMain, refusal = "", onLink }: TrainerLinkFormProps) {
  const { word } = useApp();
  const [link, setLink] = useState("");
  const [problem, setProblem] = useState(refusal);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const token = secretIn(link);
    setProblem(token ? "" : word("together.no_link"));
    if (token) setProblem(await onLink(token));
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field label={word("together.paste_link")} problem={problem}>
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={link}
          onInput={(event) => setLink(event.currentTarget.value)}
        />
      </Field>
      <Buttons>
        <button class={`ps-button${isMain ? " ps-main" : ""}`} type="submit">
          {text}
        </button>
      </Buttons>
    </form>
  );
}
