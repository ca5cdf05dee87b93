// What is shared, what was never said and how to begin about it, and everything by theme.

import { LastRow } from "../../controls/last-row";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import {
  type Answer,
  type Expectation,
  groupsOf,
  isMarked,
  type Side,
  useExpectations,
} from "./expectations";
import "../../styles/cards.css";
import "../../styles/terms.css";
import "../../styles/tables.css";

export function Overview() {
  const { word, count } = useApp();
  const { expectations } = useExpectations();
  const { agreed, unspoken, disagreed, unknown } = groupsOf(expectations);
  const unmarked = expectations.filter((one) => !isMarked(one)).length;
  return (
    <>
      <h2>{word("verwachtingen.overview_heading")}</h2>
      <p>{count("verwachtingen.total", expectations.length)}</p>
      <Matrix />
      {unmarked > 0 && <p class="ps-hint">{count("verwachtingen.unmarked", unmarked)}</p>}
      <Section title={word("verwachtingen.agreed_heading")}>
        <p>{word(`verwachtingen.agreed_${agreed.length ? "intro" : "none"}`)}</p>
        <List expectations={agreed} />
      </Section>
      <Section title={word("verwachtingen.unspoken_heading")}>
        <p>{word(`verwachtingen.unspoken_${unspoken.length ? "intro" : "none"}`)}</p>
        <Cards
          expectations={unspoken}
          sentenceOf={({ theme }, side) => side.openings[theme] ?? side.opening}
        />
      </Section>
      {disagreed.length > 0 && (
        <Section title={word("verwachtingen.disagreed_heading")}>
          <p>{word("verwachtingen.disagreed_intro")}</p>
          <Cards expectations={disagreed} sentenceOf={(_, side) => side.ask} />
        </Section>
      )}
      {unknown.length > 0 && (
        <Section title={word("verwachtingen.unknown_heading")}>
          <p>{word("verwachtingen.unknown_intro")}</p>
          <List expectations={unknown} />
        </Section>
      )}
      <Themes />
      <Section title={word("verwachtingen.next_heading")}>
        <p>{word("verwachtingen.next")}</p>
      </Section>
      <LastRow back="mark" print />
    </>
  );
}

const ANSWERS: Answer[] = ["yes", "no"];

/** How many there are of each kind. */
function Matrix() {
  const { word } = useApp();
  const { expectations } = useExpectations();
  const numberOf = (spoken: Answer, shared: Answer) =>
    expectations.filter((one) => one.spoken === spoken && one.shared === shared).length;
  return (
    <table class="ps-matrix">
      <caption class="ps-hidden">{word("verwachtingen.matrix")}</caption>
      <thead>
        <tr>
          <td />
          {ANSWERS.map((shared) => (
            <th key={shared} scope="col">
              {word(`verwachtingen.shared_${shared}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ANSWERS.map((spoken) => (
          <tr key={spoken}>
            <th scope="row">{word(`verwachtingen.spoken_${spoken}`)}</th>
            {ANSWERS.map((shared) => (
              <td key={shared} class={`ps-cell-${spoken}-${shared}`}>
                {numberOf(spoken, shared)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Expectations with the name of the side they are of. */
function List({ expectations }: { expectations: Expectation[] }) {
  const { set } = useExpectations();
  if (expectations.length === 0) return null;
  return (
    <ul class="ps-list">
      {expectations.map(({ id, text, side }) => (
        <li key={id}>
          {text}
          <span class="ps-badge">{set.sides.find((one) => one.id === side)?.name}</span>
        </li>
      ))}
    </ul>
  );
}

interface CardsProps {
  expectations: Expectation[];
  sentenceOf: (expectation: Expectation, side: Side) => string;
}

/** Expectations, each with a sentence to begin with. */
function Cards({ expectations, sentenceOf }: CardsProps) {
  const { word } = useApp();
  const { set } = useExpectations();
  if (expectations.length === 0) return null;
  return (
    <ul class="ps-cards">
      {expectations.map((one) => {
        const side = set.sides.find(({ id }) => id === one.side);
        return (
          <li key={one.id} class={one.shared === "yes" ? "ps-card" : "ps-card ps-open"}>
            <p class="ps-action">{one.text}</p>
            <p>
              <span class="ps-badge">{side?.name}</span>
              {one.shared && (
                <span class="ps-badge">{word(`verwachtingen.shared_${one.shared}`)}</span>
              )}
            </p>
            <p class="ps-hint">{set.sentence}</p>
            <blockquote class="ps-quote">{side && sentenceOf(one, side)}</blockquote>
          </li>
        );
      })}
    </ul>
  );
}

/** Both sides beside each other. */
function Themes() {
  const { word } = useApp();
  const { set, expectations } = useExpectations();
  const themes = [...set.themes, { id: "", name: word("verwachtingen.theme_other") }];
  return (
    <Section title={word("verwachtingen.themes_heading")}>
      <p>{word("verwachtingen.themes_intro")}</p>
      {themes.map(({ id, name }) => {
        const here = expectations.filter(({ theme }) => theme === id);
        const [first, ...others] = set.sides.filter((side) =>
          here.some((one) => one.side === side.id),
        );
        if (!first) return null;
        return (
          <div key={id} class="ps-panel">
            <h4>{name}</h4>
            <dl class="ps-sides">
              {[first, ...others].map((side) => (
                <div key={side.id}>
                  <dt>{side.name}</dt>
                  {here
                    .filter((one) => one.side === side.id)
                    .map((one) => (
                      <dd key={one.id}>{one.text}</dd>
                    ))}
                </div>
              ))}
            </dl>
            {id !== "" && (
              <p class="ps-hint">
                {others.length > 0
                  ? word("verwachtingen.theme_both")
                  : word("verwachtingen.theme_single", { side: first.name })}
              </p>
            )}
          </div>
        );
      })}
    </Section>
  );
}
