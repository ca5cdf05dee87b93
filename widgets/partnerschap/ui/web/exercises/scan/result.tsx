// The result: what goes well first, then the figures, what to discuss and what to do. Of one person,
// or of a team's sheet.

import type { ComponentChildren } from "preact";
import { useContext, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { AnswerCodePanel } from "../../controls/answer-code";
import { Button, Buttons } from "../../controls/buttons";
import { FileButtons } from "../../controls/downloads";
import { ExerciseLink } from "../../controls/exercise-link";
import { LostNote } from "../../controls/lost-note";
import { Section } from "../../controls/panels";
import { Waiting } from "../../controls/waiting";
import { useApp } from "../../lib/app";
import type { Reply } from "../../lib/connection";
import { moveTo } from "../../lib/focus";
import { courseAddress, exerciseAddress } from "../../lib/host";
import { useProgress } from "../../lib/screens";
import { useReply } from "../../lib/use-reply";
import type { FormFigures, OwnScored } from "../../protocol";
import type { ScanMemory } from "../../questionnaire/scan-memory";
import {
  AgreeLow,
  DiscussFirst,
  FindOut,
  isAnswered,
  Notes,
  ParentAdvice,
  Strengths,
} from "../../results/advice";
import { Areas, Tips } from "../../results/areas";
import { ResultProvider, useResult } from "../../results/context";
import { AllItems } from "../../results/items";
import { Pictures } from "../../results/pictures";
import type { Result } from "../../results/result-view";
import { Suggestions, TeamSuggestions, YearPlan } from "../../results/suggestions";
import { makeSheetFile, type Sheet, useOwnRequests, useScan } from "./scan";
import { SheetContext } from "./sheet-panel";
import { WipeButton } from "./wipe-button";

/** A parent has no use for a table of figures. */
const PARENT_FILES = ["one-page.pdf", "full.pdf"];
const FILES = ["one-page.pdf", "full.pdf", "full.xlsx", "full.csv", "full.json"];

const POLICY = "beleidsscan";

/** Of the reader's own answers, which the kernel scores. */
export function OwnResultScreen() {
  const { word } = useApp();
  const { go } = useProgress<ScanMemory>();
  const { score } = useOwnRequests();
  const { reply, ask } = useReply(score);
  if (!reply) return <Waiting text={word("form.calculating")} />;
  if (reply.kind === "scored") return <OwnResult scored={reply as Reply & OwnScored} />;
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

function OwnResult({ scored: { figures, pattern } }: { scored: OwnScored }) {
  const { word, count } = useApp();
  const { memory, go } = useProgress<ScanMemory>();
  const { content } = useScan();
  const { makeFile, answerCode } = useOwnRequests();
  const { role, sector } = memory;
  const result = useMemo<Result>(
    () => ({ content, figures, sector, role, pattern, isSingle: true }),
    [content, figures, sector, role, pattern],
  );
  const n = figures.items.filter(({ status }) => status === "scored").length;
  const isParent = role === "parent";
  const roleName = content.roles.find(({ id }) => id === role)?.name ?? "";
  return (
    <ResultProvider result={result}>
      <Heading text={word("result.heading_own")} />
      <div class="ps-note">
        <p>{word("result.filled_in_as", { role: roleName })}</p>
        {n > 0 && <p>{count("result.own_note", n)}</p>}
      </div>
      <Parts>
        {isParent ? (
          <>
            <ParentAdvice />
            <TeamSuggestions />
          </>
        ) : (
          <Suggestions />
        )}
      </Parts>
      <Section title={word("result.next_steps")}>
        <p>{word(isParent ? "result.next_parent" : "result.next_own")}</p>
      </Section>
      <FileButtons files={isParent ? PARENT_FILES : FILES} make={makeFile} />
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
  const { figures, differences, pattern, missing } = sheet.scored;
  const result = useMemo<Result>(
    () => ({ content, figures, differences, pattern, missing, isSingle: false }),
    [content, figures, differences, pattern, missing],
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
function SheetNote({ figures, leftOut }: { figures: FormFigures; leftOut: readonly string[] }) {
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
  const result = useResult();
  if (!isAnswered(result)) {
    return (
      <>
        <Notes />
        <FindOut />
        <AllItems />
      </>
    );
  }
  return (
    <>
      <Notes>
        <PolicyLink />
      </Notes>
      <Strengths />
      <Areas partnerships />
      <Areas />
      <AgreeLow />
      {children}
      {!result.isParent && <YearPlan />}
      <FindOut />
      {!result.isParent && <Tips />}
      <AllItems />
    </>
  );
}

/** The way to what is agreed, for who has nothing left to gain here. */
function PolicyLink() {
  const { specification, word } = useApp();
  if (specification.exercise === POLICY) return null;
  const href = courseAddress(POLICY) ?? exerciseAddress(POLICY);
  return (
    <Buttons>
      <ExerciseLink target="_top" id={POLICY} href={href} text={word("result.to_beleidsscan")} />
    </Buttons>
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
