// Where the areas and the tips of a result stand, each as a bar and in a table.

import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { Words } from "../lib/words";
import { AreaBars, Table } from "./charts";
import { useResult } from "./context";
import { balanceText, isEnoughOfArea, isEnoughOfTip } from "./in-words";
import type { ResultView, ShownShare } from "./result-view";

/** The five partnerships, or the other areas; nothing when there are none. */
export function Areas({ partnerships = false }: { partnerships?: boolean }) {
  const app = useApp();
  const result = useResult();
  const { word } = app;
  const { content, figures, shareOf, shareFigure } = result;
  const scores = new Map(figures.areas.map((score) => [score.id, score]));
  const areas = content.areas
    .filter((area) => area.partnership === partnerships)
    .flatMap(({ id, name }) => {
      const score = scores.get(id);
      return score ? [{ ...score, name }] : [];
    });
  if (!areas.length) return null;
  const hasInterval = areas.some(isEnoughOfArea);
  const columns = [
    "column_area",
    "column_share",
    ...(hasInterval ? ["column_interval"] : []),
    "column_items",
  ];
  return (
    <Section title={word(partnerships ? "result.areas_partnerships" : "result.areas_other")}>
      <p class="ps-hint">{word("result.areas_intro")}</p>
      <AreaBars
        hasIcons
        bars={areas.map((area) => ({
          ...area,
          text: areaText(app, result, area),
          value: shareOf(area),
        }))}
      />
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

/** The bar of an area in a sentence. */
export function areaText(
  { word }: Pick<Words, "word">,
  view: ResultView,
  area: ShownShare & { name: string },
): string {
  const { name } = area;
  return word(area.share === null ? "result.area_without" : "result.area_share", {
    name,
    share: view.shareOf(area),
  });
}

/** Between what and what a share may lie; empty when that is not known. */
export function intervalText({ word }: Words, { percent }: ResultView, area: ShownShare): string {
  const { interval } = area;
  if (!interval || !isEnoughOfArea(area)) return "";
  return word("result.area_interval", { low: percent(interval[0]), high: percent(interval[1]) });
}

/** How far the tips of the sources are followed, the most followed first. */
export function Tips() {
  const { word } = useApp();
  const { content, figures, shareOf, percent } = useResult();
  const summaries = new Map(content.tips.map(({ id, summary }) => [id, summary]));
  const tips = figures.tips.map((tip) => ({ ...tip, name: summaries.get(tip.id) ?? tip.id }));
  const known = tips.filter(({ share }) => share !== null);
  const ordered = known.sort((one, other) => (other.share ?? 0) - (one.share ?? 0));
  return (
    <Section title={word("result.tips")}>
      <p>{word("result.tips_intro")}</p>
      <AreaBars
        bars={ordered.map((tip) => ({
          ...tip,
          text: word("result.tip_share", { tip: tip.name, share: shareOf(tip) }),
          value: shareOf(tip),
        }))}
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
