// All items of a result, area by area: status, answers and, where that may be shown, groups. All
// stand inside a `ResultProvider`.

import { AreaIcon } from "../controls/drawn/area-icon";
import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { GroupDifference, GroupFigures, ItemFigures } from "../protocol";
import { areaColour } from "../questionnaire/content";
import { Distribution, Table } from "./charts";
import { useResult } from "./context";
import { isUnanimous } from "./figures";
import { differenceText, isEnough } from "./in-words";
import "../styles/tables.css";

export function AllItems() {
  const { word } = useApp();
  const { content, shown } = useResult();
  return (
    <Section title={word("result.items")}>
      <p>{word("result.items_intro")}</p>
      {content.areas.map(({ id, name }) => {
        const scores = shown.filter(({ area }) => area === id);
        if (!scores.length) return null;
        return (
          <details key={id} class="ps-panel" style={areaColour(id)}>
            <summary>
              <AreaIcon area={id} />
              {name}
            </summary>
            <ul class="ps-list">
              {scores.map((score) => (
                <ItemResult key={score.id} score={score} />
              ))}
            </ul>
          </details>
        );
      })}
      <ItemTable scores={shown} />
    </Section>
  );
}

/** The figures of items in a table. */
export function ItemTable({ scores }: { scores: readonly ItemFigures[] }) {
  const { word } = useApp();
  const { content, statement, percent, decimal } = useResult();
  const agreement = ({ agreement: value, agreement_class: name }: ItemFigures) =>
    value === null
      ? ""
      : word("result.agreement", { class: word(`result.class_${name}`), value: decimal(value) });
  return (
    <Table
      summary={word("result.table")}
      columns={[
        word("result.column_item"),
        word("result.column_status"),
        "1",
        "2",
        "3",
        "4",
        "5",
        ...content.extra_answers.map(({ name }) => name),
        word("result.column_share"),
        word("result.column_median"),
        word("result.column_agreement"),
      ]}
      rows={scores.map((score) => [
        statement(score.id),
        word(`result.status_${score.status}`),
        ...(score.counts ?? ["", "", "", "", ""]),
        score.dont_know ?? "",
        score.not_applicable ?? "",
        isEnough(score.n_valid) ? percent(score.share) : "",
        score.median === null ? "" : decimal(score.median),
        agreement(score),
      ])}
    />
  );
}

/** Id of the words for an item that has no figures. */
export function statusWord(score: ItemFigures, isSingle: boolean): string {
  if (isSingle && score.status === "unknown") return "result.status_unknown_own";
  if (isSingle && score.status === "empty" && score.not_applicable)
    return "result.status_not_applicable";
  return `result.status_${score.status}`;
}

function ItemResult({ score }: { score: ItemFigures }) {
  const { word } = useApp();
  const { isSingle, statement, points } = useResult();
  const { id, n_valid, counts, median, status } = score;
  if (isSingle && n_valid) {
    return (
      <li>
        <strong>{statement(id)}</strong>
        <span class="ps-hint">{points(id)[(median ?? 0) - 1]}</span>
      </li>
    );
  }
  return (
    <li>
      <strong>{statement(id)}</strong>
      {status !== "scored" && <span class="ps-badge">{word(statusWord(score, isSingle))}</span>}
      {counts && Boolean(n_valid) && (
        <Distribution counts={counts} points={points(id)} name={statement(id)} />
      )}
      <Unanimous score={score} />
      <Groups score={score} />
    </li>
  );
}

/** Where everybody answers the same, it is seen what each answered, and that is said. */
export function Unanimous({ score }: { score: GroupFigures | ItemFigures }) {
  const { word } = useApp();
  return isUnanimous(score) ? <p class="ps-hint">{word("result.unanimous")}</p> : null;
}

interface DifferenceProps {
  difference: GroupDifference;
  score: ItemFigures;
}

/** How two groups see an item, in people; the number stands where a reader asks for it. */
export function Difference({ difference, score }: DifferenceProps) {
  const app = useApp();
  const { word } = app;
  const { points, groupName, decimal } = useResult();
  return (
    <div>
      <p>{differenceText(app, difference, score, points(score.id), groupName)}</p>
      <details class="ps-table">
        <summary>{word("result.how")}</summary>
        <p>{word("result.difference_figure", { value: decimal(difference.delta) })}</p>
      </details>
    </div>
  );
}

/** The groups that may be shown apart, and how much each two differ; nothing when there are none. */
export function Groups({ score }: { score: ItemFigures }) {
  const { word } = useApp();
  const { differences, statement, points, groupName } = useResult();
  const { id, groups } = score;
  if (!groups) return null;
  return (
    <details class="ps-table">
      <summary>{word("result.groups")}</summary>
      {Object.entries(groups).map(([group, own]) => (
        <div key={group}>
          <p class="ps-hint">{groupName(group)}</p>
          <Distribution
            counts={own.counts}
            points={points(id)}
            name={`${statement(id)} (${groupName(group)})`}
          />
          <Unanimous score={own} />
        </div>
      ))}
      {differences
        .filter(({ item, differs }) => item === id && differs)
        .map((one) => (
          <Difference key={`${one.first} ${one.second}`} difference={one} score={score} />
        ))}
    </details>
  );
}
