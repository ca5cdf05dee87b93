// Before there is a round: make a session, or open one with its link; and after everything was deleted.

import { useState } from "preact/hooks";
import { Button, Buttons } from "../../../controls/buttons";
import { Problem } from "../../../controls/feedback";
import { Field } from "../../../controls/fields";
import { Folded } from "../../../controls/panels";
import { Waiting } from "../../../controls/waiting";
import { useApp } from "../../../lib/app";
import { secretIn } from "../../../lib/trainer-link";
import { useLeading } from "../context";
import { OpeningForm } from "./opening";

export function StartScreen() {
  const { word } = useApp();
  const { trainer } = useLeading();
  return (
    <>
      <h2>{word("workshop.start")}</h2>
      {trainer.token && (
        <Buttons>
          <Button main onClick={() => void trainer.resume()}>
            {word("workshop.resume")}
          </Button>
        </Buttons>
      )}
      <p>{word("workshop.start_what")}</p>
      <div class="ps-private">
        <p>{word("workshop.data_1")}</p>
        <p>{word("workshop.data_2")}</p>
        <p>{word("workshop.data_3")}</p>
      </div>
      <Folded title={word("workshop.open_existing")}>
        <OpenExisting />
      </Folded>
      <OpeningForm />
      <p class="ps-hint">{word("workshop.try_demo")}</p>
    </>
  );
}

function OpenExisting() {
  const { word } = useApp();
  const { trainer } = useLeading();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const token = secretIn(text);
    setProblem(token ? "" : word("workshop.no_link"));
    if (token) setProblem(await trainer.openLink(token));
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field label={word("workshop.paste_link")}>
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
        <button class="ps-button" type="submit">
          {word("workshop.open_it")}
        </button>
      </Buttons>
    </form>
  );
}

export function WaitingScreen() {
  const { word } = useApp();
  return <Waiting text={word("workshop.waiting")} />;
}

/** The session is there, but cannot be shown now. */
export function StuckScreen() {
  const { word } = useApp();
  const { trainer } = useLeading();
  return (
    <>
      <h2>{word("workshop.stuck")}</h2>
      <p>{word("workshop.stuck_what")}</p>
      <Buttons>
        <Button main onClick={() => void trainer.refresh("asked")}>
          {word("workshop.again")}
        </Button>
      </Buttons>
    </>
  );
}

/** After everything was deleted. */
export function GoneScreen() {
  const { word } = useApp();
  const { trainer } = useLeading();
  return (
    <>
      <h2>{word("workshop.gone")}</h2>
      <p>{word("workshop.gone_what")}</p>
      <Buttons>
        <Button onClick={() => trainer.leave()}>{word("workshop.start")}</Button>
      </Buttons>
    </>
  );
}
