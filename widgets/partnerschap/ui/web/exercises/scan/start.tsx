// The first screen: which version, where and as whom; or a team's answer sheet.

import { useRef, useState } from "preact/hooks";
import { Buttons } from "../../controls/buttons";
import { ExplainedChoices, type ExplainedOption, goToProblem } from "../../controls/fields";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type { ScanMemory } from "../../questionnaire/scan-memory";
import { useScan } from "./scan";
import { SheetPanel } from "./sheet-panel";
import { WipeButton } from "./wipe-button";

type Choice = "instrument" | "sector" | "role";

interface Question {
  id: Choice;
  legend: string;
  options: readonly ExplainedOption[];
}

export function StartScreen() {
  const { word } = useApp();
  const { memory, keep, go, canKeep } = useProgress<ScanMemory>();
  const scan = useScan();
  const questions = useQuestions();
  /** Which questions lack a choice, once somebody wants to begin. */
  const [missing, setMissing] = useState<readonly Choice[]>([]);
  const form = useRef<HTMLFormElement>(null);
  // Another form begins at its first area. Not in the memory: the area that is open is a place in
  // the browser's history, and this screen stays where it is.
  const [isOther, setOther] = useState(false);
  const chosen = { ...memory, instrument: scan.instrument };
  const asked = memory.role ? scan.items : scan.content.items;
  const done = asked.filter(({ id }) => id in memory.answers).length;

  const choose = (id: Choice, option: string) => {
    setOther(true);
    setMissing((before) => before.filter((one) => one !== id));
    keep({ instrument: scan.instrument, [id]: option });
  };
  const begin = (event: SubmitEvent) => {
    event.preventDefault();
    const open = questions.filter(({ id }) => !chosen[id]).map(({ id }) => id);
    setMissing(open);
    if (open.length) requestAnimationFrame(() => goToProblem(form.current));
    else go("form", { instrument: scan.instrument, area: isOther ? 0 : memory.area });
  };
  return (
    <>
      <h2>{word("form.choose_heading")}</h2>
      <p class="ps-private">{word(canKeep ? "form.private" : "form.not_kept")}</p>
      <form ref={form} onSubmit={begin}>
        {questions
          .filter(({ options }) => options.length > 1)
          .map((question) => (
            <ExplainedChoices
              key={question.id}
              {...question}
              name={question.id}
              chosen={chosen[question.id]}
              problem={missing.includes(question.id) ? word("form.choose_one") : ""}
              onChoose={(option) => choose(question.id, option)}
            />
          ))}
        <div aria-live="polite">
          {done > 0 && (
            <div class="ps-note">
              <p>
                <strong>{word("form.found_heading")}</strong>
              </p>
              <p>{word("form.found", { done, total: asked.length })}</p>
              <WipeButton />
            </div>
          )}
        </div>
        <Buttons>
          <button class="ps-button ps-main" type="submit">
            {word(done ? "form.continue" : "form.begin")}
          </button>
        </Buttons>
      </form>
      <SheetPanel />
    </>
  );
}

/** The choices that make the form. */
function useQuestions(): readonly Question[] {
  const { word } = useApp();
  const { instruments, sectors, roles } = useScan().content;
  return [
    {
      id: "instrument",
      legend: word("form.choose_instrument"),
      options: instruments.map(({ id, name, items, minutes, summary }) => ({
        id,
        name,
        hint: word("form.instrument_hint", { items: items.length, minutes, summary }),
      })),
    },
    { id: "sector", legend: word("form.choose_sector"), options: sectors },
    {
      id: "role",
      legend: word("form.choose_role"),
      options: roles.map(({ id, name, explanation }) => ({ id, name, hint: explanation })),
    },
  ];
}
