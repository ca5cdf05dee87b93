// Gives the parts of a result their figures.
//
//   <ResultProvider result={{ content, figures, sector, isSingle: true, role }}>   one person
//   <ResultProvider result={{ content, figures, differences, isSingle: false }}>   a team's sheet
//   <ResultProvider result={teamResult({ content, figures, differences, sector })}>   a team session
//     <Strengths /> <Areas partnerships /> <Suggestions /> <AllItems /> …
//   </ResultProvider>
//
// Where no component is made, `useResultView(result)` or `createResultView(words, result)` gives the
// same texts: `statement`, `actionText`, `groupName`, `shareOf`, `percent`.

import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import { useApp } from "../lib/app";
import type { Figures, GroupDifference } from "../protocol";
import type { FormContent } from "../questionnaire/content";
import { createResultView, type Result, type ResultView } from "./result-view";

const ResultContext = createContext<ResultView | null>(null);

/** The figures that are shown, with their words. */
export function useResult(): ResultView {
  const view = useContext(ResultContext);
  if (!view) throw new Error("outside of a result");
  return view;
}

interface ResultProviderProps {
  result: Result;
  children: ComponentChildren;
}

export function ResultProvider({ result, children }: ResultProviderProps) {
  return <ResultContext.Provider value={useResultView(result)}>{children}</ResultContext.Provider>;
}

/** The words of a result for a component that stands around its parts. */
export function useResultView(result: Result): ResultView {
  const app = useApp();
  const { content, figures, differences, sector, isSingle, role, pattern, missing } = result;
  return useMemo(
    () => createResultView(app, result),
    [app, content, figures, differences, sector, isSingle, role, pattern, missing],
  );
}

interface TeamResult {
  /** Of the session, as `enter` gives it. */
  content: FormContent;
  figures: Figures;
  differences?: readonly GroupDifference[];
  sector: string;
  /** Of who reads it alone, on a screen of their own. */
  role?: string | null;
  pattern?: Result["pattern"];
  missing?: Result["missing"];
}

/**
 * The result of a team session. A team that filled in one form together is shown as one person is:
 * then the smallest group is 1.
 */
export function teamResult(team: TeamResult): Result {
  return { ...team, isSingle: team.figures.min_group === 1 };
}
