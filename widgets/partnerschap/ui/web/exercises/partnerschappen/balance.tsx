// The balance between the five partnerships, the empty places, and what can be talked about.

import { Button } from "../../controls/buttons";
import { AreaIcon } from "../../controls/drawn/area-icon";
import { Field } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { Table } from "../../results/charts";
import {
  type Comparison,
  compareWithMakers,
  type KnownActivity,
  type Share,
  type SortingContent,
  type SortingMemory,
  spreadOf,
  useSorting,
} from "./activities";
import { Houses } from "./houses";
import "../../styles/cards.css";
import "./balance.css";

const LONGEST_IDEA = 160;

export function Balance() {
  const { word, count } = useApp();
  const { go } = useProgress<SortingMemory>();
  const { sorted, open, shares } = useSorting();
  return (
    <>
      <h2>{word("partnerschappen.balance_heading")}</h2>
      <p>{count("partnerschappen.sorted", sorted.length)}</p>
      <Spread shares={shares} total={sorted.length} />
      {open.length > 0 && (
        <div class="ps-note">
          <p>{count("partnerschappen.open", open.length)}</p>
          <Button onClick={() => go("sort")}>{word("partnerschappen.sort_more")}</Button>
        </div>
      )}
      <Gaps shares={shares} />
      <Section title={word("partnerschappen.where")}>
        {shares
          .filter(({ held }) => held.length > 0)
          .map((share) => (
            <House key={share.partnership.id} {...share} />
          ))}
      </Section>
      <Talk {...compareWithMakers(sorted)} />
      <LastRow back="sort" print />
    </>
  );
}

function Spread({ shares, total }: { shares: Share[]; total: number }) {
  const { word } = useApp();
  const { most, least, fullest, emptiest } = spreadOf(shares);
  const labels = (partnerships: typeof fullest) =>
    partnerships.map(({ label }) => label).join(", ");
  return (
    <div>
      <Houses shares={shares} />
      <p>
        <strong>
          {most === least
            ? word("partnerschappen.even")
            : word("partnerschappen.uneven", { most: labels(fullest), least: labels(emptiest) })}
        </strong>
      </p>
      <p class="ps-hint">{word("partnerschappen.caution")}</p>
      <Table
        summary={word("partnerschappen.table")}
        columns={[
          word("partnerschappen.column_name"),
          word("partnerschappen.column_number"),
          word("partnerschappen.column_share"),
        ]}
        rows={shares.map(({ partnership: { name }, held }) => [
          name,
          held.length,
          word("partnerschappen.percent", { n: Math.round((100 * held.length) / total) }),
        ])}
      />
    </div>
  );
}

/** A partnership with what was put there, and why the makers would, or where they would. */
function House({ partnership: { id, name, short }, held }: Share) {
  return (
    <div class="ps-panel" style={`--area: var(--ps-${id})`}>
      <h4 class="ps-house-head">
        <AreaIcon area={id} /> {name}
      </h4>
      <p class="ps-hint">{short}</p>
      <ul class="ps-held">
        {held.map((activity) => (
          <li key={activity.id}>
            {"why" in activity ? (
              <details>
                <summary>{activity.text}</summary>
                <Makers activity={activity} />
              </details>
            ) : (
              activity.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the makers put an activity, and why. */
function Makers({ activity: { fits, also, why } }: { activity: KnownActivity }) {
  const { content, word } = useApp<SortingContent>();
  const labels = (ids: string[]) =>
    ids.map((id) => content.partnerships.find((one) => one.id === id)?.label ?? id).join(", ");
  return (
    <>
      <span class="ps-hint">
        {word("partnerschappen.makers", { fits: labels(fits) })}{" "}
        {also.length > 0 && word("partnerschappen.makers_also", { also: labels(also) })}
      </span>{" "}
      <span>{why}</span>
    </>
  );
}

/** The empty places, or else where least happens: each with a question and room for an idea. */
function Gaps({ shares }: { shares: Share[] }) {
  const { word } = useApp();
  const { memory, keep } = useProgress<SortingMemory>();
  const { most, least, emptiest } = spreadOf(shares);
  const kind = least === 0 ? "empty" : "least";
  if (most === least) return null;
  return (
    <Section title={word(`partnerschappen.${kind}_heading`)}>
      <p>{word(`partnerschappen.${kind}_intro`)}</p>
      <ul class="ps-cards">
        {emptiest.map(({ id, name, empty }) => (
          <li class="ps-card" key={id} style={`--area: var(--ps-${id})`}>
            <p class="ps-action">{name}</p>
            <p>{empty}</p>
            <Field label={word("partnerschappen.idea", { name })}>
              <input
                type="text"
                maxLength={LONGEST_IDEA}
                value={memory.ideas[id] ?? ""}
                onInput={({ currentTarget }) =>
                  keep({ ideas: { ...memory.ideas, [id]: currentTarget.value } })
                }
              />
            </Field>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Where a reader and the makers differ, with the makers' reasons. */
function Talk({ differs, agrees }: ReturnType<typeof compareWithMakers>) {
  const { word } = useApp();
  if (differs.length + agrees.length === 0) return null;
  return (
    <Section title={word("partnerschappen.talk_heading")}>
      <p>{word("partnerschappen.talk_intro")}</p>
      {differs.length > 0 ? (
        <Reasons compared={differs} />
      ) : (
        <p>{word("partnerschappen.talk_none")}</p>
      )}
    </Section>
  );
}

function Reasons({ compared }: { compared: Comparison[] }) {
  const { word } = useApp();
  return (
    <ul class="ps-list">
      {compared.map(({ activity, place }) => (
        <li key={activity.id}>
          <strong>{activity.text}</strong>{" "}
          <span class="ps-hint">{word("partnerschappen.sorted_as", { place: place.label })}</span>{" "}
          <Makers activity={activity} />
        </li>
      ))}
    </ul>
  );
}
