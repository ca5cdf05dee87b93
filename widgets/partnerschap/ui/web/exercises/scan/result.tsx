// The result: one thing that goes well, one to talk about, three steps, and the plan of what is chosen of
// them; the figures are folded. Of one person, or of a team's sheet.

import type { ComponentChildren } from "preact";
import { useContext, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { AnswerCodePanel } from "../../controls/answer-code";
import { Button, Buttons } from "../../controls/buttons";
import { FileButtons } from "../../controls/downloads";
import { ExerciseLink } from "../../controls/exercise-link";
import { LostNote } from "../../controls/lost-note";
import { Folded, Section } from "../../controls/panels";
import { Waiting } from "../../controls/waiting";
import { useApp } from "../../lib/app";
import type { Reply } from "../../lib/connection";
import { dateWords, today } from "../../lib/dates";
import { moveTo } from "../../lib/focus";
import { courseAddress, exerciseAddress } from "../../lib/host";
import { useProgress } from "../../lib/screens";
import { useReply } from "../../lib/use-reply";
import { ChooseBox } from "../../plan/choose-box";
import { MyPlan } from "../../plan/my-plan";
import type { OwnPlan } from "../../plan/own-plan";
import { describedSteps } from "../../plan/plan-memory";
import { type PlanStep, stepOf } from "../../plan/step";
import { useOwnPlan } from "../../plan/use-own-plan";
import type { ActionText, FormFigures, ItemActionFigures, OwnScored } from "../../protocol";
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
import { FIRST_STEPS, FirstSteps, Opening } from "../../results/opening";
import { Pictures } from "../../results/pictures";
import type { Result } from "../../results/result-view";
import { Suggestions, TeamSuggestions, YearPlan } from "../../results/suggestions";
import { makeSheetFile, type Sheet, useOwnRequests, useScan } from "./scan";
import { SheetContext } from "./sheet-panel";
import { WipeButton } from "./wipe-button";

/** A parent has no use for a table of figures. */
const PARENT_FILES = ["full.pdf"];
const FILES = ["full.pdf", "full.xlsx", "full.csv", "full.json"];
const ONE_SHEET = "one-page.pdf";

const POLICY = "beleidsscan";

/** Of the reader's own answers, which the kernel scores. */
export function OwnResultScreen() {
  const { word } = useApp();
  const { go } = useProgress<ScanMemory>();
  const { score, code } = useOwnRequests();
  const { reply, ask, isSlow } = useReply(score);
  if (reply?.kind === "scored") return <OwnResult scored={reply as Reply & OwnScored} />;
  const isLost = reply?.reason === "lost";
  if (!reply || isLost) {
    return (
      <>
        {!isLost && <Waiting text={word("form.calculating")} />}
        {(isSlow || isLost) && (
          <>
            <LostNote isSlow={!isLost} onRetry={ask} />
            <Buttons>
              <Button onClick={() => go("form")}>{word("result.back")}</Button>
            </Buttons>
            <AnswerCodePanel {...code} />
          </>
        )}
      </>
    );
  }
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
  const { word, count, specification } = useApp();
  const { memory, go } = useProgress<ScanMemory>();
  const { content } = useScan();
  const { makeFile, code } = useOwnRequests();
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
        <p>
          {word("result.filled_in_as", { role: roleName })}
          <span class="ps-on-paper"> · {dateWords(specification.language, today())}</span>
        </p>
        {n > 0 && <p>{count("result.own_note", n)}</p>}
      </div>
      <Parts files={isParent ? PARENT_FILES : FILES} make={makeFile}>
        <Section title={word("result.next_steps")}>
          <p>{word(isParent ? "result.next_parent" : "result.next_own")}</p>
        </Section>
      </Parts>
      <AnswerCodePanel {...code} />
      <Buttons quiet>
        <Button onClick={() => go("form")}>{word("result.back")}</Button>
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
  const make: PartsProps["make"] = (file, plan) => makeSheetFile(app, sheet, file, plan);
  return (
    <ResultProvider result={result}>
      <Heading text={word("result.heading_team")} />
      <SheetNote figures={figures} leftOut={sheet.scored.left_out} />
      <Parts files={FILES} make={make}>
        <Section title={word("result.next_steps")}>
          <p>{word("result.next_team")}</p>
        </Section>
        <Pictures make={(file) => make(file, [])} />
      </Parts>
      <Buttons quiet>
        <Button onClick={() => go("start")}>{word("result.another_sheet")}</Button>
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

interface PartsProps {
  /** What can be taken along beside the one sheet. */
  files: readonly string[];
  make: (file: string, plan: ActionText[]) => Promise<Reply>;
  /** What comes after the plan. */
  children: ComponentChildren;
}

/** From the result to the plan; all figures are folded behind it. */
function Parts({ files, make, children }: PartsProps) {
  const { word } = useApp();
  const result = useResult();
  const plan = useOwnPlan();
  const { isParent, figures } = result;
  const isHere = ({ action }: Pick<PlanStep, "action">) =>
    action !== null && action in figures.actions;
  const makeWithPlan = (file: string) => make(file, describedSteps(plan.steps().filter(isHere)));
  const choose = (step: ItemActionFigures) => <TakeStep plan={plan} step={step} />;
  return (
    <>
      <Notes>
        <PolicyLink />
      </Notes>
      {isAnswered(result) ? (
        <>
          <Opening />
          {isParent ? <ParentAdvice /> : <FirstSteps below={choose} />}
        </>
      ) : (
        <FindOut />
      )}
      {!isParent && isAnswered(result) && <MyPlan plan={plan} isShown={isHere} />}
      <FileButtons
        heading={word("result.one_sheet")}
        what={word(isParent ? "result.one_sheet_what_parent" : "result.one_sheet_what")}
        files={[ONE_SHEET]}
        make={makeWithPlan}
      />
      {children}
      <Folded title={word("result.all_figures")}>
        {isAnswered(result) && (
          <>
            <Strengths />
            <Areas partnerships />
            <Areas />
            <AgreeLow />
            {!result.isSingle && <DiscussFirst />}
            {isParent ? (
              <TeamSuggestions />
            ) : (
              <>
                <Suggestions from={FIRST_STEPS} below={choose} />
                <YearPlan below={choose} />
              </>
            )}
            <FindOut />
            {!isParent && <Tips />}
          </>
        )}
        <AllItems />
        <FileButtons files={files} make={makeWithPlan} />
      </Folded>
    </>
  );
}

/** A step to put into the plan. */
function TakeStep({ plan, step }: { plan: OwnPlan; step: ItemActionFigures }) {
  const { actionText } = useResult();
  const { item, action } = step;
  return (
    <ChooseBox
      plan={plan}
      step={{ item, action, text: actionText(step) }}
      planned={stepOf(plan.steps(), action)}
    />
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
