// The result: what goes well first, then the figures, what to discuss and what to do. Of one person,
// or of a team's sheet.

import type { ComponentChildren } from "preact";
import { useContext, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { AnswerCodePanel } from "../../controls/answer-code";
import { Button, Buttons } from "../../controls/buttons";
import { FileButtons } from "../../controls/downloads";
import { LostNote } from "../../controls/lost-note";
import { Section } from "../../controls/panels";
import { Waiting } from "../../controls/waiting";
import { useApp } from "../../lib/app";
import type { Reply } from "../../lib/connection";
import { moveTo } from "../../lib/focus";
import { useProgress } from "../../lib/screens";
import { useReply } from "../../lib/use-reply";
import type { Figures } from "../../protocol";
import type { ScanMemory } from "../../questionnaire/scan-memory";
import { DiscussFirst, FindOut, Strengths, Suggestions, YearPlan } from "../../results/advice";
import { Areas, Tips } from "../../results/areas";
import { ResultProvider } from "../../results/context";
import { AllItems } from "../../results/items";
import { Pictures } from "../../results/pictures";
import type { Result } from "../../results/result-view";
import { makeSheetFile, type Sheet, useOwnRequests, useScan } from "./scan";
import { SheetContext } from "./sheet-panel";
import { WipeButton } from "./wipe-button";

const FILES = ["one-page.pdf", "full.pdf", "full.xlsx", "full.csv", "full.json"];

/** Of the reader's own answers, which the kernel scores. */
export function OwnResultScreen() {
  const { word } = useApp();
  const { go } = useProgress<ScanMemory>();
  const { score } = useOwnRequests();
  const { reply, ask } = useReply(score);
  if (!reply) return <Waiting text={word("form.calculating")} />;
  if (reply.kind === "scored") return <OwnResult figures={reply.figures} />;
  if (reply.reason === "lost") return <LostNote onRetry={ask} />;
  return (
    <>
      <p class="ps-problem" role="alert">
        {reply.message}
      </p>
      <Buttons>
        <Button main onClick={() => go("form")}>
          {word("result.back")}
        </Button>
      </Buttons>
    </>
  );
}

function OwnResult({ figures }: { figures: Figures }) {
  const { word } = useApp();
  const { memory, go } = useProgress<ScanMemory>();
  const { content } = useScan();
  const { makeFile, answerCode } = useOwnRequests();
  const { role, sector } = memory;
  const result = useMemo<Result>(
    () => ({ content, figures, sector, role, isSingle: true }),
    [content, figures, sector, role],
  );
  const n = figures.items.filter(({ status }) => status === "scored").length;
  return (
    <ResultProvider result={result}>
      <Heading text={word("result.heading_own")} />
      <div class="ps-note">
        <p>{word("result.own_note", { n })}</p>
      </div>
      <Parts>
        <Suggestions />
      </Parts>
      <Section title={word("result.next_steps")}>
        <p>{word("result.next_own")}</p>
      </Section>
      <FileButtons files={FILES} make={makeFile} />
      <AnswerCodePanel ask={answerCode} />
      <Buttons quiet>
        <Button main onClick={() => go("form")}>
          {word("result.back")}
        </Button>
        <Button onClick={() => window.print()}>{word("result.print")}</Button>
        <WipeButton />
      </Buttons>
    </ResultProvider>
  );
}

/** Of a team's sheet; only while the page is open that read it. */
export function SheetResultScreen() {
  const { sheet } = useContext(SheetContext);
  return sheet && <SheetResult sheet={sheet} />;
}

function SheetResult({ sheet }: { sheet: Sheet }) {
  const app = useApp();
  const { word } = app;
  const { go } = useProgress<ScanMemory>();
  const { content } = useScan();
  const { figures, differences } = sheet.scored;
  const result = useMemo<Result>(
    () => ({ content, figures, differences, isSingle: false }),
    [content, figures, differences],
  );
  const make = (file: string): Promise<Reply> => makeSheetFile(app, sheet, file);
  return (
    <ResultProvider result={result}>
      <Heading text={word("result.heading_team")} />
      <SheetNote figures={figures} leftOut={sheet.scored.left_out} />
      <Parts>
        <DiscussFirst />
        <Suggestions />
      </Parts>
      <Section title={word("result.next_steps")}>
        <p>{word("result.next_team")}</p>
      </Section>
      <Pictures make={make} />
      <FileButtons files={FILES} make={make} />
      <Buttons quiet>
        <Button main onClick={() => go("start")}>
          {word("result.another_sheet")}
        </Button>
        <Button onClick={() => window.print()}>{word("result.print")}</Button>
      </Buttons>
    </ResultProvider>
  );
}

/** What a sheet's figures stand on, and what of it does not count. */
function SheetNote({ figures, leftOut }: { figures: Figures; leftOut: readonly string[] }) {
  const { word } = useApp();
  const { respondents, min_group } = figures;
  const count = leftOut.length;
  return (
    <div class="ps-note">
      <p>
        {word(min_group > 1 ? "result.team_note" : "result.team_note_all", {
          respondents,
          min_group,
        })}
      </p>
      <p>{word("result.confidential")}</p>
      {count > 0 && (
        <p>
          {word(`form.sheet_left_out_${count === 1 ? "one" : "many"}`, {
            count,
            columns: leftOut.join(", "),
          })}
        </p>
      )}
    </div>
  );
}

/** What every result says, with what there is to do between. */
function Parts({ children }: { children: ComponentChildren }) {
  return (
    <>
      <Strengths />
      <Areas partnerships />
      <Areas />
      {children}
      <YearPlan />
      <FindOut />
      <Tips />
      <AllItems />
    </>
  );
}

/** The reader is taken here when the result has come. */
function Heading({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (heading.current) moveTo(heading.current);
  }, []);
  return <h2 ref={heading}>{text}</h2>;
}
