// Areas and items of a team's rounds, under each other.

import { AreaIcon } from "../../controls/drawn/area-icon";
import { useApp } from "../../lib/app";
import { dateWords } from "../../lib/dates";
import type { ComparedRound, FormItem } from "../../protocol";
import { areaColour, pointsOf } from "../../questionnaire/content";
import { ReadBars } from "../../results/areas";
import { AreaBars, Distribution, Table } from "../../results/charts";
import { areaRows, type Rounds, verdicts } from "./rounds";
import "../../controls/panels.css";
import "./changes.css";

/** How a round is called. */
export function useRoundName(): (round: ComparedRound) => string {
  const { specification, word } = useApp();
  return ({ round, closed }) =>
    word("herhaalmeting.round", {
      round,
      date: closed ? dateWords(specification.language, closed) : "",
    });
}

/** A bar a round for each area, and what may be said of the difference. */
export function ChangedAreas({ rounds }: { rounds: Rounds }) {
  const app = useApp();
  const { word } = app;
  const nameOf = useRoundName();
  const all = rounds.content.areas.flatMap(({ id }) => areaRows(app, rounds, id, nameOf));
  const isLookedBack = rounds.comparison.rounds.some(({ then }) => then);
  return (
    <>
      <ReadBars bars={all.map(({ bar }) => bar)} />
      {isLookedBack && <p class="ps-note">{word("herhaalmeting.then_why")}</p>}
      {rounds.content.areas.map(({ id, name }) => (
        <div key={id} class="ps-change" data-area={id} style={areaColour(id)}>
          <h4>
            <AreaIcon area={id} />
            {name}
          </h4>
          <AreaBars bars={areaRows(app, rounds, id, nameOf).map(({ bar }) => bar)} />
          {verdicts(app, rounds, id).map(({ round, text, direction }) => (
            <p key={round} class={direction ? `ps-verdict-${direction}` : "ps-hint"}>
              {direction ? <strong>{text}</strong> : text}
            </p>
          ))}
        </div>
      ))}
    </>
  );
}

/** The same figures in a table. */
export function ChangeTable({ rounds }: { rounds: Rounds }) {
  const app = useApp();
  const { word } = app;
  const nameOf = useRoundName();
  return (
    <Table
      summary={word("result.table")}
      note={word("result.interval_note")}
      columns={[
        word("result.column_area"),
        word("herhaalmeting.column_round"),
        word("result.column_share"),
        word("result.column_interval"),
        word("herhaalmeting.column_change"),
      ]}
      rows={rounds.content.areas.flatMap((area) => {
        const rows = areaRows(app, rounds, area.id, nameOf);
        const said = verdicts(app, rounds, area.id).map(({ text }) => text);
        return rows.map(({ name, figure, margin }, at) => [
          area.name,
          name,
          figure,
          margin || word("result.none"),
          at === rows.length - 1 ? said.join(" ") : "",
        ]);
      })}
    />
  );
}

/** The answers to each item, a round under the other, folded by area. */
export function ChangedItems({ rounds }: { rounds: Rounds }) {
  const { areas, items } = rounds.content;
  return areas.map(({ id, name }) => (
    <details key={id} class="ps-panel" style={areaColour(id)}>
      <summary>
        <AreaIcon area={id} />
        {name}
      </summary>
      <ul class="ps-list">
        {items
          .filter(({ area }) => area === id)
          .map((item) => (
            <ChangedItem key={item.id} rounds={rounds} item={item} />
          ))}
      </ul>
    </details>
  ));
}

function ChangedItem({ rounds, item }: { rounds: Rounds; item: FormItem }) {
  const { word } = useApp();
  const nameOf = useRoundName();
  const { comparison, content, views } = rounds;
  const name = views.at(-1)?.statement(item.id) ?? "";
  return (
    <li>
      <strong>{name}</strong>
      {comparison.rounds.map((round, at) => {
        const score = views[at]?.scores.get(item.id);
        if (!score) return null;
        return (
          <div key={round.round}>
            <p class="ps-over">{nameOf(round)}</p>
            {score.counts && score.n_valid ? (
              <Distribution
                counts={score.counts}
                points={pointsOf(content, item)}
                name={`${name} (${nameOf(round)})`}
              />
            ) : (
              <p class="ps-hint">{word(`result.status_${score.status}`)}</p>
            )}
          </div>
        );
      })}
    </li>
  );
}
