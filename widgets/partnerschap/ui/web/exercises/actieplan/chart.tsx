// Effort and impact in nine fields, each suggestion a number in its field. The numbers are those of
// the advice; by keyboard they come as they are read, field by field. Their place, their mark and
// their words tell the same.

import { Fragment } from "preact";
import { useApp } from "../../lib/app";
import type { Suggestion } from "./advice";
import { usePlanning } from "./context";
import "./chart.css";

const EFFORTS = [1, 2, 3];
const IMPACTS = [3, 2, 1];

interface EffortChartProps {
  found: readonly Suggestion[];
  /** Position of the one that is shown. */
  current: number;
  /** Whether a suggestion is in the plan. */
  isChosen: (suggestion: Suggestion) => boolean;
  onOpen: (position: number) => void;
  /** Id of the place where it is shown. */
  shows: string;
}

export function EffortChart(props: EffortChartProps) {
  const { word } = useApp();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with buttons in it is no form
    <div class="ps-fruit" role="group" aria-label={word("actieplan.chart")}>
      <span class="ps-fruit-axis" aria-hidden="true">
        {word("actieplan.axis_impact")}
      </span>
      <div class="ps-fruit-grid">
        {IMPACTS.map((impact) => (
          <Fragment key={impact}>
            <span class="ps-fruit-side" aria-hidden="true">
              {word(`advice.impact_${impact}`)}
            </span>
            {EFFORTS.map((effort) => (
              <Cell key={effort} effort={effort} impact={impact} {...props} />
            ))}
          </Fragment>
        ))}
        <span />
        {EFFORTS.map((effort) => (
          <span key={effort} class="ps-fruit-foot" aria-hidden="true">
            {word(`advice.effort_${effort}`)}
          </span>
        ))}
      </div>
      <span class="ps-fruit-axis ps-fruit-under" aria-hidden="true">
        {word("actieplan.axis_effort")}
      </span>
      <ul class="ps-fruit-key">
        <li>
          <span class="ps-dot ps-dot-quick" aria-hidden="true" />
          {word("actieplan.key_quick")}
        </li>
        <li>
          <span class="ps-dot ps-dot-chosen" aria-hidden="true" />
          {word("actieplan.key_chosen")}
        </li>
      </ul>
    </div>
  );
}

interface CellProps extends EffortChartProps {
  effort: number;
  impact: number;
}

function Cell({ effort, impact, ...props }: CellProps) {
  return (
    <div class="ps-fruit-cell" data-cell={`${effort}-${impact}`}>
      {props.found.map((suggestion, position) =>
        suggestion.one.effort === effort && suggestion.one.impact === impact ? (
          <Dot key={suggestion.one.action} {...{ suggestion, position }} {...props} />
        ) : null,
      )}
    </div>
  );
}

interface DotProps extends EffortChartProps {
  suggestion: Suggestion;
  position: number;
}

function Dot({ suggestion, position, current, isChosen, onOpen, shows }: DotProps) {
  const { word } = useApp();
  const { content } = usePlanning();
  const { one, text } = suggestion;
  const isInPlan = isChosen(suggestion);
  const label = [
    word("actieplan.dot", {
      number: position + 1,
      text,
      effort: content.effort[one.effort - 1] ?? "",
      impact: content.impact[one.impact - 1] ?? "",
    }),
    one.quick_win && word("actieplan.dot_quick"),
    isInPlan && word("actieplan.dot_chosen"),
  ];
  const classes = ["ps-dot", one.quick_win && "ps-dot-quick", isInPlan && "ps-dot-chosen"];
  return (
    <button
      class={classes.filter(Boolean).join(" ")}
      type="button"
      aria-controls={shows}
      aria-pressed={position === current}
      aria-label={label.filter(Boolean).join(" ")}
      onClick={() => onOpen(position)}
    >
      {position + 1}
    </button>
  );
}
