// Where the areas and the tips of a result stand, each as a bar and in a table.

import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { Words } from "../lib/words";
import type { ItemFigures } from "../protocol";
import { answersOf, itemsBehind, middleOf } from "./behind";
import { AreaBars, type Bar, countedWords, Table } from "./charts";
import { useResult } from "./context";
import { balanceText, bandOf, isEnoughOfArea, isEnoughOfTip } from "./in-words";
import type { ResultView, ShownShare } from "./result-view";

/** The five partnerships, or the other areas; nothing when there are none. */
export function Areas({ partnerships = false }: { partnerships?: boolean }) {
  const app = useApp();
  const result = useResult();
  const { word } = app;
  const { content, figures, shareFigure } = result;
  const scores = new Map(figures.areas.map((score) => [score.id, score]));
  const areas = content.areas
    .filter((area) => area.partnership === partnerships)
    .flatMap(({ id, name }) => {
      const score = scores.get(id);
      return score ? [{ ...score, name }] : [];
    });
  if (!areas.length) return null;
  const hasInterval = areas.some(isEnoughOfArea);
  const bars = areas.map((area) =>
    barOf(
      app,
      result,
      area,
      figures.items.filter((item) => item.area === area.id),
    ),
  );
  const columns = [
    "column_area",
    "column_share",
    ...(hasInterval ? ["column_interval"] : []),
    "column_items",
  ];
  return (
    <Section title={word(partnerships ? "result.areas_partnerships" : "result.areas_other")}>
      <ReadBars bars={bars} />
      <AreaBars hasIcons bars={bars} />
      {partnerships && <p>{balanceText(app, figures, areas, content.language)}</p>}
      <Table
        summary={word("result.table")}
        note={hasInterval ? word("result.interval_note") : undefined}
        columns={columns.map((column) => word(`result.${column}`))}
        rows={areas.map((area) => [
          area.name,
          shareFigure(area),
          ...(hasInterval ? [intervalText(app, result, area) || word("result.none")] : []),
          area.items_scored,
        ])}
      />
    </Section>
  );
}

/** How the bars of areas are read. */
export function ReadBars({ bars }: { bars: readonly Bar[] }) {
  const { word } = useApp();
  if (bars.some(({ answers }) => answers)) {
    return <p class="ps-hint">{word("result.areas_intro_own")}</p>;
  }
  const hasMiddle = bars.some(({ middle }) => middle);
  return (
    <p class="ps-hint">
      {word("result.areas_intro")} {hasMiddle && word("result.areas_middle")}
    </p>
  );
}

/** The bar of an area or a tip: its high answers and those in the middle; of one form every answer. */
export function barOf(
  words: Words,
  view: ResultView,
  score: ShownShare & { id: string; name: string },
  items: readonly ItemFigures[] = [],
): Bar {
  const behind = itemsBehind(items, score);
  const { id, name, share } = score;
  const value = view.shareOf(score);
  const told = { id, name, share, value };
  if (share === null)
    return { ...told, text: words.word("result.area_without", { name, share: value }) };
  if (view.isSingle && behind.length) {
    const counts = countedWords(words, behind, view.points).join(", ");
    const text = words.word("result.distribution", { statement: name, counts });
    return { ...told, text, answers: answersOf(behind) };
  }
  const middle = middleOf(behind);
  const text = middle
    ? words.word("result.area_share_middle", {
        name,
        share: value,
        middle: words.word(`result.share_${bandOf(middle)}`),
      })
    : words.word("result.area_share", { name, share: value });
  return { ...told, text, middle };
}

/** Between what and what a share may lie; empty when that is not known. */
export function intervalText({ word }: Words, { percent }: ResultView, area: ShownShare): string {
  const { interval } = area;
  if (!interval || !isEnoughOfArea(area)) return "";
  return word("result.area_interval", { low: percent(interval[0]), high: percent(interval[1]) });
}

/** How far the tips of the sources are followed, the most followed first. */
export function Tips() {
  const app = useApp();
  const result = useResult();
  const { word } = app;
  const { content, figures, shareOf, percent } = result;
  const sources = new Map(content.items.map(({ id, source }) => [id, source]));
  const summaries = new Map(content.tips.map(({ id, summary }) => [id, summary]));
  const tips = figures.tips.map((tip) => ({ ...tip, name: summaries.get(tip.id) ?? tip.id }));
  const known = tips.filter(({ share }) => share !== null);
  const ordered = known.sort((one, other) => (other.share ?? 0) - (one.share ?? 0));
  return (
    <Section title={word("result.tips")}>
      <p>{word("result.tips_intro")}</p>
      <AreaBars
        bars={ordered.map((tip) =>
          barOf(
            app,
            result,
            tip,
            figures.items.filter(({ id }) => sources.get(id)?.includes(tip.id)),
          ),
        )}
      />
      <Table
        summary={word("result.table")}
        columns={["column_tip", "column_share", "column_items"].map((id) => word(`result.${id}`))}
        rows={tips.map((tip) => [
          `${tip.id} ${tip.name}`,
          isEnoughOfTip(tip, figures.respondents) ? percent(tip.share) : shareOf(tip),
          tip.items_scored,
        ])}
      />
    </Section>
  );
}
