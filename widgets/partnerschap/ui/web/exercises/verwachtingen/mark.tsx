// Each expectation with a theme, and whether it was ever said and is shared.

import { Button, Buttons } from "../../controls/buttons";
import { ProgressBar } from "../../controls/feedback";
import { Choices, Field } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { type Expectation, isMarked, useExpectations } from "./expectations";
import "../../styles/columns.css";
import "../../styles/terms.css";
import "../../questionnaire/question.css";

const QUESTIONS = ["spoken", "shared"] as const;

export function MarkExpectations() {
  const { word } = useApp();
  const { go } = useProgress();
  const { set, expectations } = useExpectations();
  const far = { done: expectations.filter(isMarked).length, total: expectations.length };
  return (
    <>
      <h2>{word("verwachtingen.mark_heading")}</h2>
      <p>{word("verwachtingen.mark_intro")}</p>
      <dl class="ps-key">
        {QUESTIONS.map((question) => (
          <div key={question}>
            <dt>{word(`verwachtingen.${question}_yes`)}</dt>
            <dd>{word(`verwachtingen.${question}_means`)}</dd>
          </div>
        ))}
      </dl>
      <ProgressBar {...far}>{word("verwachtingen.progress", far)}</ProgressBar>
      {set.sides.map(({ id, title }) => {
        const own = expectations.filter(({ side }) => side === id);
        if (own.length === 0) return null;
        return (
          <Section key={id} title={title}>
            {own.map((expectation) => (
              <Marks key={expectation.id} {...expectation} />
            ))}
          </Section>
        );
      })}
      <Buttons>
        <Button main onClick={() => go("overview")}>
          {word("verwachtingen.to_overview")}
        </Button>
      </Buttons>
      <LastRow back="collect" />
    </>
  );
}

/** What is chosen for one expectation. */
function Marks({ id, text, theme, ...marks }: Expectation) {
  const { word } = useApp();
  const { set, change } = useExpectations();
  return (
    <fieldset class="ps-item">
      <legend>{text}</legend>
      <Field label={word("verwachtingen.theme")}>
        <select
          value={theme}
          onChange={({ currentTarget }) => change(id, { theme: currentTarget.value })}
        >
          <option value="">{word("verwachtingen.theme_none")}</option>
          {set.themes.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </Field>
      <div class="ps-pair">
        {QUESTIONS.map((question) => (
          <Choices
            key={question}
            legend={word(`verwachtingen.${question}_question`)}
            name={`${question}-${id}`}
            options={["yes", "no"].map((answer) => ({
              id: answer,
              name: word(`verwachtingen.${question}_${answer}`),
            }))}
            chosen={marks[question]}
            onChoose={(answer) => change(id, { [question]: answer === "yes" ? "yes" : "no" })}
            onClear={() => change(id, { [question]: "" })}
          />
        ))}
      </div>
    </fieldset>
  );
}
