// @ts-nocheck
// What the exercises that still make their own elements take from results/ and questionnaire/, under
// the names that they know. To be deleted with the last of them (actieplan, workshop).

import { h as element, render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { AppContext } from "../lib/app";
import { copyText } from "../lib/clipboard";
import { fill } from "../lib/words";
import { sectorOf, statementOf } from "../questionnaire/content";
import { Statements } from "../questionnaire/statements";
import { StrengthList, Strengths, SuggestionCard } from "./advice";
import { Agreed, PlanList } from "./agreed";
import { Areas, Tips } from "./areas";
import { AreaBars, Table } from "./charts";
import { ResultProvider } from "./context";
import { AllItems } from "./items";
import { Pictures } from "./pictures";
import { createResultView } from "./result-view";
import { StepView } from "./steps";

export const copied = copyText;

/** A component as an element, in an app of which only the words are there. */
function rendered(child, { word = (id) => id, specification = {} } = {}, root) {
  const place = root ?? document.createElement("div");
  if (!root) place.style.display = "contents";
  const count = (id, n, values = {}) => word(`${id}_${n === 1 ? "one" : "many"}`, { n, ...values });
  const app = { word, count, specification, content: specification, say() {} };
  render(element(AppContext.Provider, { value: app }, child), place);
  return place;
}

/** An element that old code made, as a component. */
function Old({ node }) {
  const place = useRef(null);
  useLayoutEffect(() => place.current.replaceChildren(...[node].flat().filter(Boolean)), [node]);
  return element("div", { ref: place, style: "display: contents" });
}

export const areaBars = (bars) => rendered(element(AreaBars, { bars }));
export const table = (summary, columns, rows) =>
  rendered(element(Table, { summary, columns, rows }));

export function scanOf(specification, word, sector) {
  const words = sectorOf(specification, sector);
  return {
    specification,
    word,
    sector,
    memory: { role: null },
    items: () => specification.items,
    inSector: (text) => fill(text, words.words),
    statement: (item) => statementOf(item, words),
  };
}

export function shownOf(scan, figures, { own, differences }) {
  const { specification: content, word, sector } = scan;
  const result = { content, figures, differences, sector, isSingle: own, role: scan.memory.role };
  const items = new Map(content.items.map((item) => [item.id, item]));
  return { ...createResultView({ word }, result), scan, items, result, word };
}

export const shownFor = ({ specification, word, sector }, figures, differences) =>
  shownOf(scanOf(specification, word, sector), figures, {
    own: figures.min_group === 1,
    differences,
  });

export const frameOf = (shared, given) => ({ ...given, shared });

const inResult = (shown, child) =>
  rendered(element(ResultProvider, { result: shown.result }, child), shown.scan);

export const strengths = (shown) => inResult(shown, element(Strengths));
export const strengthList = (shown) => inResult(shown, element(StrengthList));
export const allItems = (shown) => inResult(shown, element(AllItems));
export const areas = (shown, partnerships) => inResult(shown, element(Areas, { partnerships }));
export const tips = (shown) => inResult(shown, element(Tips));
export const suggested = (shown, one) => shown.actionText(one);
export const suggestionCard = (shown, suggestion, ...rest) =>
  inResult(shown, element(SuggestionCard, { suggestion }, element(Old, { node: rest })))
    .firstElementChild;

export const planList = ({ plan, shared }) => rendered(element(PlanList, { plan }), shared);
export const agreed = (word, language, action) => [
  rendered(element(Agreed, action), { word, specification: { language } }),
];

export const pictureSection = ({ word, make }) => rendered(element(Pictures, { make }), { word });

export function stepView({ specification, word, sector, minGroup }, shown, extra = {}) {
  const old = (make) => make && ((given) => element(Old, { node: make(given) }));
  const view = element(StepView, {
    content: specification,
    sector,
    minGroup,
    shown,
    joint: old(extra.joint),
    choose: old(extra.choose),
    plan: extra.plan && element(Old, { node: extra.plan() }),
  });
  return [rendered(view, { word, specification })];
}

export function fillIn(root, filling, ways) {
  const { specification, memory, word } = filling;
  const draw = () =>
    rendered(
      element(
        Statements,
        {
          content: specification,
          items: filling.items(),
          statement: filling.statement,
          answers: { ...memory.answers },
          area: memory.area,
          onArea(area) {
            filling.keep({ area });
            memory.area = area;
            draw();
          },
          onAnswer(item, value) {
            ways.answer(item, value);
            draw();
          },
          status: ways.status && element(Old, { node: ways.status }),
          finishWord: ways.finishWord,
          onFinish: ways.finish,
          above: ways.above && element(Old, { node: ways.above }),
        },
        element(Old, { node: ways.buttons }),
      ),
      { word, specification },
      root,
    );
  draw();
  return { heading: root.querySelector("h2"), refresh: draw };
}

export function drawing(svg, label) {
  const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", label);
  return drawn;
}
