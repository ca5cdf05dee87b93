// While the round is open: the form, and waiting until the trainer closes it.

import { Button, Buttons } from "../../controls/buttons";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { Statements } from "../../questionnaire/statements";
import { useSession } from "./context";
import { OtherCodeButton, SomeoneElseButton } from "./leaving";
import { itemsOf } from "./session";

/** From this round on there is something to look back at. */
const LOOK_BACK_FROM = 2;

/** The items to answer: as it is now, or as it was half a year ago. */
function FormScreen({ moment }: { moment: "now" | "then" }) {
  const { word } = useApp();
  const { participant, state, view, content, statement } = useSession();
  const items = itemsOf(content, view);
  const isNow = moment === "now";
  const stop = () => participant.openForm(0, false);
  if (!items.length) return <NothingToDo text="meedoen.nothing_asked" />;
  return (
    <Statements
      content={content}
      items={items}
      statement={statement}
      answers={state.answers[moment]}
      area={state.area}
      onArea={(area) => participant.openForm(area, state.isLookingBack)}
      onAnswer={(item, value) => participant.setAnswer(moment, item.id, value)}
      finishWord={word(isNow ? "meedoen.finish" : "meedoen.then_finish")}
      onFinish={() => (isNow ? void participant.finish(true) : stop())}
      above={!isNow && <p class="ps-note">{word("meedoen.then_form")}</p>}
    >
      {isNow ? <SomeoneElseButton /> : <Button onClick={stop}>{word("meedoen.then_stop")}</Button>}
    </Statements>
  );
}

export const NowScreen = () => <FormScreen moment="now" />;
export const LookBackScreen = () => <FormScreen moment="then" />;

/** All is answered, and the round is open still. */
export function ReadyScreen() {
  const { word } = useApp();
  const { participant, state, view, content } = useSession();
  const total = itemsOf(content, view).length;
  return (
    <>
      <div class="ps-done">
        <h2>{word("meedoen.wait_heading")}</h2>
        <p class="ps-hint">
          {word("form.progress", { done: Object.keys(state.answers.now).length, total })}
        </p>
      </div>
      <p>{word("meedoen.wait_text")}</p>
      <Buttons>
        <Button onClick={() => void participant.finish(false)}>{word("meedoen.change")}</Button>
      </Buttons>
      {view.round >= LOOK_BACK_FROM && <LookBack total={total} />}
      <Aside />
    </>
  );
}

function LookBack({ total }: { total: number }) {
  const { word } = useApp();
  const { participant, state } = useSession();
  const done = Object.keys(state.answers.then).length;
  return (
    <Section title={word("meedoen.then")}>
      <p>{word("meedoen.then_why")}</p>
      {done > 0 && <p class="ps-hint">{word("form.progress", { done, total })}</p>}
      <Buttons>
        <Button main={done === 0} onClick={() => participant.openForm(0, true)}>
          {word(done ? "meedoen.then_continue" : "meedoen.then_start")}
        </Button>
      </Buttons>
    </Section>
  );
}

/** A team fills in one form together. */
export const TogetherScreen = () => <NothingToDo text="meedoen.together_text" />;

function NothingToDo({ text }: { text: string }) {
  const { word } = useApp();
  return (
    <>
      <h2>{word("meedoen.together_heading")}</h2>
      <p>{word(text)}</p>
      <Aside />
    </>
  );
}

const Aside = () => (
  <Buttons quiet>
    <SomeoneElseButton />
    <OtherCodeButton />
  </Buttons>
);
