// A point that a team wrote itself, with `{council}` in it, stands as it is on every screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { type ComponentChildren, render } from "preact";
import { type App, AppContext } from "../../widgets/partnerschap/ui/web/lib/app";
import type { ShownStep } from "../../widgets/partnerschap/ui/web/protocol";
import { statementOf } from "../../widgets/partnerschap/ui/web/questionnaire/content";
import { Statements } from "../../widgets/partnerschap/ui/web/questionnaire/statements";
import { DiscussFirst, Strengths } from "../../widgets/partnerschap/ui/web/results/advice";
import { ResultProvider, teamResult } from "../../widgets/partnerschap/ui/web/results/context";
import { AllItems } from "../../widgets/partnerschap/ui/web/results/items";
import { StepView } from "../../widgets/partnerschap/ui/web/results/steps";
import { CONTENT, FIGURES, OWN, scoreOf, WORDS } from "./sample-team";

const SECTOR = CONTENT.sectors[0];
const STATEMENT = "Wij lezen {council} als accolades.";

/** What a component says, what is only read out included. */
function textOf(children: ComponentChildren): string {
  const window = new Window();
  Object.assign(globalThis, { window, document: window.document });
  const specification = {
    ...CONTENT,
    exercise: "workshop",
    messages: {},
    sectors: [...CONTENT.sectors],
    content: CONTENT,
  };
  const app: Partial<App> = { ...WORDS, specification, content: CONTENT, say() {} };
  const place = document.createElement("div");
  render(<AppContext.Provider value={app as App}>{children}</AppContext.Provider>, place);
  return place.innerHTML;
}

function assertAsWritten(children: ComponentChildren) {
  const text = textOf(children);
  assert.ok(text.includes(STATEMENT), text);
  assert.ok(!text.includes("Wij lezen ouderraad"), text);
}

const shown: ShownStep = {
  step: { id: "", kind: "end", number: 1, title: "", minutes: 5, aim: "" },
  figures: {
    ...FIGURES,
    items: [...FIGURES.items.filter(({ id }) => id !== OWN.id), scoreOf(OWN)],
  },
  differences: [],
  biggest_differences: [
    { item: OWN.id, first: "parent", second: "professional", delta: 0.9, p: 0.01, differs: true },
  ],
  vote_items: [],
  importance: null,
  joint: [],
  plan: [],
  earlier_edition: false,
  pattern: null,
  missing: null,
};

for (const kind of ["strengths", "glance", "discuss", "differences", "end"] as const) {
  test(`in the step ${kind}`, () => {
    const step = { ...shown, step: { ...shown.step, kind } };
    assertAsWritten(<StepView content={CONTENT} sector="school" minGroup={5} shown={step} />);
  });
}

test("in the step actions, where people do not know it", () => {
  const figures = { ...FIGURES, items: [scoreOf(OWN, { status: "unknown" })] };
  const step = { ...shown, figures, step: { ...shown.step, kind: "actions" as const } };
  assertAsWritten(<StepView content={CONTENT} sector="school" minGroup={5} shown={step} />);
});

test("around one form that the team filled in together", () => {
  const figures = { ...FIGURES, min_group: 1 };
  const step = { ...shown, figures, step: { ...shown.step, kind: "glance" as const } };
  assertAsWritten(<StepView content={CONTENT} sector="school" minGroup={1} shown={step} />);
});

for (const [name, Part] of Object.entries({ AllItems, DiscussFirst, Strengths })) {
  test(`in ${name}`, () => {
    const result = teamResult({ content: CONTENT, figures: FIGURES, sector: "school" });
    assertAsWritten(
      <ResultProvider result={result}>
        <Part />
      </ResultProvider>,
    );
  });
}

test("in the form", () => {
  assertAsWritten(
    <Statements
      content={CONTENT}
      items={CONTENT.items}
      statement={(item) => statementOf(item, SECTOR, "parent")}
      answers={{}}
      area={1}
      onArea={() => {}}
      onAnswer={() => {}}
      finishWord=""
      onFinish={() => {}}
    />,
  );
});
