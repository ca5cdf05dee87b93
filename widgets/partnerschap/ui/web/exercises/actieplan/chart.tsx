// Effort and impact in nine fields, each suggestion a number in its field: a drawing beside the cards,
// which say the same. It is read as one sentence.

import { Fragment } from "preact";
import { useApp } from "../../lib/app";
import type { Suggestion } from "./advice";
import "./chart.css";

const EFFORTS = [1, 2, 3];
const IMPACTS = [3, 2, 1];

interface EffortChartProps {
  found: readonly Suggestion[];
  /** Whether a suggestion is in the plan. */
  isChosen: (suggestion: Suggestion) => boolean;
}

export function EffortChart(props: EffortChartProps) {
  const { word, count } = useApp();
  const quick = props.found.filter(({ one }) => one.quick_win).length;
  return (
    <figure class="ps-fruit">
      <figcaption>{word("actieplan.chart_what")}</figcaption>
      <div role="img" aria-label={count("actieplan.chart", quick, { total: props.found.length })}>
        <span class="ps-fruit-axis" aria-hidden="true">
          {word("actieplan.axis_impact")}
        </span>
        <div class="ps-fruit-grid" aria-hidden="true">
          {IMPACTS.map((impact) => (
            <Fragment key={impact}>
              <span class="ps-fruit-side">{word(`advice.impact_${impact}`)}</span>
              {EFFORTS.map((effort) => (
                <Cell key={effort} effort={effort} impact={impact} {...props} />
              ))}
            </Fragment>
          ))}
          <span />
          {EFFORTS.map((effort) => (
            <span key={effort} class="ps-fruit-foot">
              {word(`advice.effort_${effort}`)}
            </span>
          ))}
        </div>
        <span class="ps-fruit-axis ps-fruit-under" aria-hidden="true">
          {word("actieplan.axis_effort")}
        </span>
      </div>
      <ul class="ps-fruit-key" aria-hidden="true">
        <li>
          <span class="ps-dot ps-dot-quick" />
          {word("actieplan.key_quick")}
        </li>
        <li>
          <span class="ps-dot ps-dot-chosen" />
          {word("actieplan.key_chosen")}
        </li>
      </ul>
    </figure>
  );
}

interface CellProps extends EffortChartProps {
  effort: number;
  impact: number;
}

function Cell({ effort, impact, found, isChosen }: CellProps) {
  return (
    <div class="ps-fruit-cell" data-cell={`${effort}-${impact}`}>
      {found.map((suggestion, position) => {
        const { one } = suggestion;
        if (one.effort !== effort || one.impact !== impact) return null;
        const classes = [
          "ps-dot",
          one.quick_win && "ps-dot-quick",
          isChosen(suggestion) && "ps-dot-chosen",
        ];
        return (
          <span key={one.action} class={classes.filter(Boolean).join(" ")}>
            {position + 1}
          </span>
        );
      })}
    </div>
  );
}
