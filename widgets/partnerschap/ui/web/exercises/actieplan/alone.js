// @ts-check
// A plan in this browser, from the scans that this browser remembers; nothing goes to the server
// but the answers of a scan, to get its figures.

import { forget, recall as recallAs, remember } from "../../lib/storage";
import { recallScan as recall } from "../../questionnaire/scan-memory";
import { adviceOf, noAdvice } from "./advice.js";
import { described, isCalendar, newCalendar, noted } from "./calendar.js";

/** @typedef {import("./index.js").Action} Action */
/** @typedef {import("./index.js").Planner} Planner */

const NAME = "actieplan";
const SCANS = ["teamscan", "beleidsscan"];
const SCREENS = ["start", "choose", "agree", "overview"];
/** @type {{screen: string, next: number, actions: any[], calendar: import("./calendar.js").Calendar | null}} */
const EMPTY = { screen: "start", next: 1, actions: [], calendar: null };

/** As an action begins. */
const NEW = {
  item: null,
  action: null,
  area: null,
  owner: "",
  due: null,
  first_step: "",
  evidence: "",
  celebration: "",
  state: "chosen",
  reason: "",
  months: [],
};

/** @param {Planner} stage @returns {import("./index.js").Plan} */
export function alonePlan(stage) {
  const { word } = stage;
  const memory = recallAs(NAME, structuredClone(EMPTY));
  if (!SCREENS.includes(memory.screen) || !Array.isArray(memory.actions))
    Object.assign(memory, structuredClone(EMPTY));
  if (!isCalendar(memory.calendar)) {
    memory.calendar = noted(newCalendar(), [], memory.actions);
    // Of a plan of before there were calendars: drawn once, or its entries would double.
    if (memory.actions.length) remember(NAME, memory);
  }
  stage.memory = memory;
  stage.keep = (changes) => {
    Object.assign(memory, changes);
    stage.saved.textContent = word(remember(NAME, memory) ? "exercise.kept" : "exercise.not_kept");
  };
  stage.wipe = () => {
    if (!window.confirm(word("exercise.wipe_sure"))) return;
    forget(NAME);
    stage.openAlone();
    stage.say(word("exercise.wiped"));
  };
  // Answers leave the page only when somebody wants to see what follows from them.
  let asked = false;
  const actions = () => /** @type {Action[]} */ (memory.actions);
  const calendar = () => /** @type {import("./calendar.js").Calendar} */ (memory.calendar);
  /** @param {Action[]} changed @param {object} [more] */
  const keep = (changed, more = {}) => {
    stage.keep({ ...more, actions: changed, calendar: noted(calendar(), actions(), changed) });
    const ok = stage.saved.textContent === word("exercise.kept");
    stage.changed();
    return Promise.resolve({ ok, message: ok ? undefined : word("exercise.not_kept") });
  };

  /** @type {import("./index.js").Plan} */
  const plan = {
    team: null,
    kept: word("exercise.kept"),
    actions,
    add: (_draft, fields) =>
      keep([...actions(), /** @type {any} */ ({ ...NEW, ...fields, id: memory.next })], {
        next: memory.next + 1,
      }),
    change: ({ id }, fields) =>
      keep(actions().map((one) => (one.id === id ? { ...one, ...fields } : one))),
    remove: ({ id }) => keep(actions().filter((one) => one.id !== id)),
    calendar: () => described(calendar(), actions()),
    gave(file, day) {
      if (file === "plan.ics" && !calendar().entries.length)
        stage.keep({ calendar: { ...calendar(), noticed: day } });
    },
    advice: noAdvice("none"),
    ask() {
      if (!asked) void look();
    },
    refresh(place) {
      const isScan = SCANS.some((scan) => place?.endsWith(`:${scan}`));
      if (isScan && !asked) stage.changed();
      else if (isScan || (!place && plan.advice.state === "lost")) void look();
    },
  };

  /** Let the kernel compute what follows from the scans, if there are any. */
  async function look() {
    asked = true;
    const scans = rememberedScans(stage.specification);
    const now = (/** @type {import("./advice.js").Advice} */ advice) => {
      plan.advice = advice;
      if (stage.plan === plan) stage.changed();
    };
    if (!scans.length) return now(noAdvice("none"));
    now(noAdvice("loading"));
    const replies = await Promise.all(
      scans.map(({ instrument, role, answers }) =>
        stage.request({ kind: "score_own", instrument, role, answers }),
      ),
    );
    const wrong = replies.find((reply) => reply.kind !== "scored");
    if (wrong) return now(noAdvice("lost", wrong.message));
    return now(
      adviceOf(
        stage,
        replies.map(({ figures, weakest }, position) => ({
          figures,
          weakest,
          sector: scans[position].sector,
          role: scans[position].role,
        })),
      ),
    );
  }

  return plan;
}

/**
 * The scans that this browser remembers, each with the answers to what it asks now.
 * @param {any} specification
 * @returns {{scan: string, instrument: string, role: string, sector: string, answers: Record<string, number | string>}[]}
 */
export function rememberedScans({ items, instruments }) {
  const known = new Map(items.map((/** @type {any} */ item) => [item.id, item]));
  return SCANS.flatMap((scan) => {
    const { instrument, role, sector, answers } = recall(scan, new Set(known.keys()));
    const chosen = instruments.find((/** @type {any} */ one) => one.id === instrument);
    if (!chosen || !role) return [];
    const asked = Object.fromEntries(
      Object.entries(answers).filter(
        ([id]) => chosen.items.includes(id) && known.get(id).respondents.includes(role),
      ),
    );
    return Object.keys(asked).length
      ? [{ scan, instrument: chosen.id, role, sector: sector ?? "", answers: asked }]
      : [];
  });
}
