// What a result advises: a parent reads what to ask, a team how to go on, and answers of one kind
// alone end well.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { type ComponentChildren, render } from "preact";
import { adviceOf } from "../../widgets/partnerschap/ui/web/exercises/actieplan/advice";
import { type App, AppContext } from "../../widgets/partnerschap/ui/web/lib/app";
import type { FormFigures } from "../../widgets/partnerschap/ui/web/protocol";
import {
  AgreeLow,
  AgreeLowList,
  DiscussFirst,
  FindOut,
  Notes,
  ParentAdvice,
  Strengths,
} from "../../widgets/partnerschap/ui/web/results/advice";
import { Areas, Tips } from "../../widgets/partnerschap/ui/web/results/areas";
import { ResultProvider } from "../../widgets/partnerschap/ui/web/results/context";
import type { Result } from "../../widgets/partnerschap/ui/web/results/result-view";
import {
  Suggestions,
  TeamSuggestions,
  YearPlan,
} from "../../widgets/partnerschap/ui/web/results/suggestions";
import { ASKED, CONTENT, FIGURES, scoreOf, WORDS } from "./sample-team";

const STEP = {
  item: "inf-1",
  action: "inf-1-a",
  situation: "start" as const,
  need: 0.5,
  importance: 2,
  effort: 3,
  impact: 2,
  priority: 0.5,
  why: "Daarom.",
};

function shown(children: ComponentChildren, changes: Partial<Result> = {}): HTMLElement {
  const window = new Window();
  Object.assign(globalThis, { window, document: window.document });
  const specification = {
    ...CONTENT,
    exercise: "teamscan",
    messages: {},
    sectors: [...CONTENT.sectors],
    content: CONTENT,
  };
  const app: Partial<App> = { ...WORDS, specification, content: CONTENT, say() {} };
  const result = { content: CONTENT, figures: FIGURES, sector: "school", isSingle: false };
  const place = document.createElement("div");
  render(
    <AppContext.Provider value={app as App}>
      <ResultProvider result={{ ...result, ...changes }}>{children}</ResultProvider>
    </AppContext.Provider>,
    place,
  );
  return place;
}

const textOf = (children: ComponentChildren, changes?: Partial<Result>) =>
  shown(children, changes).textContent ?? "";
const figures = (changes: Partial<FormFigures>): FormFigures => ({ ...FIGURES, ...changes });
const parent = { isSingle: true, role: "parent" };

test("a strength is told in people, with how to hold on to it", () => {
  const strong = figures({
    items: [scoreOf(ASKED, { counts: [0, 0, 1, 6, 3] })],
    strengths: ["inf-1"],
    keep: [{ item: "inf-1", action: "inf-1-a" }],
  });
  const text = textOf(<Strengths />, { figures: strong });
  assert.match(text, /result\.says_many 9 10 Vaak Altijd/);
  assert.match(text, /result\.keep Schrijf aan de ouderraad\./);
  // What the team does to hold on to it is not for a parent to do.
  assert.doesNotMatch(textOf(<Strengths />, { figures: strong, ...parent }), /result\.keep/);
});

test("what all find low is told as a start, and of one person in other words", () => {
  const low = figures({
    items: [scoreOf(ASKED, { counts: [7, 3, 0, 0, 0] })],
    agree_low: ["inf-1"],
  });
  const text = textOf(<AgreeLow />, { figures: low });
  assert.match(text, /^result\.agree_lowresult\.agree_low_intro/);
  assert.match(text, /result\.says_all 10 10 Nooit Zelden/);
  assert.match(textOf(<AgreeLow />, { figures: low, isSingle: true }), /result\.agree_low_own/);
  assert.equal(textOf(<AgreeLow />), "");
});

test("what is low says where to begin: with its own step, or with one that stands below", () => {
  const low = figures({
    items: [scoreOf(ASKED, { counts: [7, 3, 0, 0, 0] })],
    agree_low: ["inf-1"],
    suggestions: [],
    begin: [{ item: "inf-1", action: "inf-1-a" }],
  });
  const own = /result\.begin Schrijf aan de ouderraad\./;
  assert.match(textOf(<AgreeLow />, { figures: low }), own);
  assert.doesNotMatch(textOf(<AgreeLow />, { figures: low, ...parent }), /result\.begin/);
  const now = { ...low, begin: [], suggestions: [{ ...STEP, quick_win: false, stability: 1 }] };
  const which = (place: string) =>
    new RegExp(`result\\.begin_${place} Schrijf aan de ouderraad\\.`);
  assert.match(textOf(<AgreeLow />, { figures: now }), which("now"));
  const year = { ...low, begin: [], year_plan: [STEP] };
  assert.match(textOf(<AgreeLow />, { figures: year }), which("year"));
  // In a conversation the question comes first.
  assert.doesNotMatch(textOf(<AgreeLowList />, { figures: low }), /result\.begin/);
});

test("what people disagree on says which talk to begin with", () => {
  const torn = figures({
    items: [scoreOf(ASKED, { counts: [5, 0, 0, 0, 5] })],
    discuss_first: ["inf-1"],
    suggestions: [],
    begin: [{ item: "inf-1", action: "inf-1-a" }],
  });
  assert.match(
    textOf(<DiscussFirst />, { figures: torn }),
    /result\.begin Schrijf aan de ouderraad\./,
  );
  // The talk that is a step already stands among the steps.
  const talk = { ...torn, begin: [], suggestions: FIGURES.suggestions };
  assert.match(
    textOf(<DiscussFirst />, { figures: talk }),
    /result\.begin_talk Schrijf aan de ouderraad\./,
  );
});

test("a list that has no room for all says how many more, and when they are examples", () => {
  const items = [scoreOf(ASKED, { counts: [0, 0, 0, 0, 9] })];
  const left = (n: number, alike: boolean) =>
    figures({
      items,
      strengths: ["inf-1"],
      agree_low: ["inf-1"],
      unlisted: { strengths: { n, alike }, agree_low: { n, alike } },
    });
  const said = (n: number, alike: boolean) => [
    textOf(<Strengths />, { figures: left(n, alike) }),
    textOf(<AgreeLow />, { figures: left(n, alike) }),
  ];
  for (const text of said(4, false)) assert.match(text, /result\.unlisted 4/);
  const [high, low] = said(4, true);
  assert.match(high ?? "", /result\.alike_high 4/);
  assert.match(low ?? "", /result\.alike_low 4/);
  for (const text of said(0, false)) assert.doesNotMatch(text, /unlisted|alike/);
});

test("a parent reads what to ask and whom, in the place of what the team does", () => {
  const text = textOf(<ParentAdvice />, parent);
  assert.match(text, /result\.parent_ask Wat doet de ouderraad\?/);
  assert.match(text, /Vraag het de ouderraad\./);
  assert.match(text, /Ik hoor iets van de ouderraad\./);
  const unknown = figures({
    items: [scoreOf(ASKED, { status: "unknown" })],
    find_out: [{ item: "inf-1", action: "inf-1-a" }],
  });
  const own = textOf(<FindOut />, { figures: unknown, ...parent });
  assert.match(own, /result\.parent_ask Wat doet de ouderraad\?/);
  assert.doesNotMatch(own, /Schrijf aan/);
  assert.match(textOf(<FindOut />, { figures: unknown }), /Schrijf aan de ouderraad\./);
});

test("what a team can do is folded away for a parent", () => {
  const place = shown(<TeamSuggestions />, parent);
  assert.match(place.querySelector("summary")?.textContent ?? "", /suggestions_parent/);
  assert.match(place.querySelector("details")?.textContent ?? "", /Schrijf aan de ouderraad\./);
  place.querySelector("details")?.remove();
  assert.equal(place.textContent, "");
  assert.equal(
    textOf(<TeamSuggestions />, { ...parent, figures: figures({ suggestions: [] }) }),
    "",
  );
});

const allOn = (point: number, people: number) => {
  const counts = [1, 2, 3, 4, 5].map((one) => (one === point ? people : 0));
  const of = { counts, n_valid: people, share: point > 3 ? 1 : 0 };
  const share = { share: of.share, items_scored: 1, interval: null, status: "scored" as const };
  return figures({
    items: [scoreOf(ASKED, of)],
    areas: [{ ...share, id: "informing" }],
    tips: [{ id: "A01", share: of.share, items_scored: 1 }],
  });
};

for (const [name, Bars] of [
  ["areas", () => <Areas partnerships />],
  ["tips", Tips],
] as const) {
  test(`of one person low, middle and high are told apart in the bars of ${name}`, () => {
    const seen = [1, 3, 4].map((point) => {
      const place = shown(<Bars />, { figures: allOn(point, 1), isSingle: true });
      const columns = [...place.querySelectorAll<HTMLElement>(".ps-column")];
      assert.deepEqual(
        columns.map(({ dataset }) => dataset.answer),
        [`${point}`],
      );
      return place.querySelector(".ps-bar .ps-hidden")?.textContent;
    });
    assert.deepEqual(
      seen.map((text) => text?.match(/1 (Nooit|Soms|Vaak)$/)?.[1]),
      ["Nooit", "Soms", "Vaak"],
    );
  });

  test(`of a team low, middle and high are told apart in the bars of ${name}`, () => {
    const seen = [1, 3, 4].map((point) => {
      const place = shown(<Bars />, { figures: allOn(point, 10) });
      const width = (part: string) =>
        place.querySelector<HTMLElement>(`.ps-bar-${part}`)?.style.width ?? "";
      assert.equal(place.querySelector(".ps-column"), null);
      const text = place.querySelector(".ps-bar .ps-hidden")?.textContent ?? "";
      return [width("fill"), width("middle"), /share_middle.*share_all$/.test(text)];
    });
    assert.deepEqual(seen, [
      ["0%", "", false],
      ["0%", "100%", true],
      ["100%", "", false],
    ]);
  });
}

test("a step that shows not all points of an area says nothing of its middle", () => {
  const some = { ...allOn(3, 10), items: [] };
  const place = shown(<Areas partnerships />, { figures: some });
  assert.equal(place.querySelector(".ps-bar-middle"), null);
  assert.doesNotMatch(place.textContent ?? "", /middle/);
});

test("three questions come first, and the others fold away", () => {
  const items = [1, 2, 3, 4, 5].map((n) => ({ ...ASKED, id: `inf-${n}` }));
  const unknown = figures({ items: items.map((one) => scoreOf(one, { status: "unknown" })) });
  const place = shown(<FindOut />, { content: { ...CONTENT, items }, figures: unknown });
  assert.equal(place.querySelectorAll("li").length, 5);
  assert.equal(place.querySelectorAll("details li").length, 2);
  assert.equal(place.querySelector("summary")?.textContent, "result.find_out_more 2");
});

for (const pattern of ["none", "unknown", "one", "high", "low"] as const)
  test(`answers of the kind ${pattern} are told to a team, to one person and to a parent`, () => {
    const said = (changes: Partial<Result>) => textOf(<Notes />, { pattern, ...changes });
    assert.equal(said({}), `result.pattern_${pattern}_team`);
    assert.equal(said({ isSingle: true }), `result.pattern_${pattern}_own`);
    assert.equal(said(parent), `result.pattern_${pattern}_parent`);
    // That nothing follows was said already, in better words.
    assert.equal(textOf(<Suggestions />, { pattern, figures: figures({ suggestions: [] }) }), "");
  });

test("the policy scan is offered where all is high, but not to a parent", () => {
  const link = <Notes>policy</Notes>;
  assert.match(textOf(link, { pattern: "high" }), /policy/);
  assert.doesNotMatch(textOf(link, { pattern: "low" }), /policy/);
  assert.doesNotMatch(textOf(link, { pattern: "high", ...parent }), /policy/);
});

test("that one side is missing is said", () => {
  assert.equal(textOf(<Notes />, { missing: "parents" }), "result.missing_parents");
  assert.equal(textOf(<Notes />), "");
});

test("a step says effort and effect in words, and its figures only where a reader asks", () => {
  const place = shown(<YearPlan below={({ action }) => `kies ${action}`} />, {
    figures: figures({ year_plan: [STEP] }),
  });
  const known = place.querySelector("details");
  assert.match(place.textContent ?? "", /advice\.effort_3/);
  assert.match(place.textContent ?? "", /advice\.impact_2/);
  assert.match(place.textContent ?? "", /kies inf-1-a/);
  assert.match(known?.textContent ?? "", /result\.need_text 0,5/);
  known?.remove();
  assert.doesNotMatch(place.textContent ?? "", /\d%|0,5/);
});

test("of fewer than five people no step is called certain", () => {
  const stability = (respondents: number) =>
    textOf(<Suggestions />, { figures: figures({ respondents }) }).includes("stability_text");
  assert.deepEqual([4, 5].map(stability), [false, true]);
});

test("the steps of several scans are put together, those for the year too", () => {
  const source = {
    figures: figures({ year_plan: [STEP, { ...STEP, action: "gone" }] }),
    weakest: [],
    sector: "school",
    role: "professional",
  };
  const { year } = adviceOf(WORDS, CONTENT, [source, source]);
  assert.deepEqual(
    year.map(({ one, text }) => [one.action, text]),
    [["inf-1-a", "Schrijf aan de ouderraad."]],
  );
});
