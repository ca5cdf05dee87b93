// @ts-check
// From scan to plan: which screen is open, whose plan it is, and what is asked of the kernel.

import "../../styles/exercise.css";
import { button, problem } from "../../controls/parts.js";
import { Connection } from "../../lib/connection";
import { fill, h, moveTo } from "../../lib/dom.js";
import { forgetSecret, keepSecret, recallSecret, secretIn } from "../../lib/trainer-link";
import { agree } from "./agree.js";
import { alonePlan } from "./alone.js";
import { choose } from "./choose.js";
import { overview } from "./overview.js";
import { startAlone, startTeam, stuck, waiting } from "./start.js";
import { teamPlan } from "./team.js";

/** @typedef {import("../../lib/dom.js").Child} Child */

/**
 * An action of the plan; see `PlannedAction`. In the browser `id` counts up and there is no version.
 * @typedef {object} Action
 * @property {number} id
 * @property {string | null} item
 * @property {string | null} action
 * @property {string | null} area
 * @property {string} text
 * @property {string} owner
 * @property {string | null} due
 * @property {string} first_step
 * @property {string} evidence
 * @property {string} celebration
 * @property {"chosen" | "busy" | "done" | "stopped"} state
 * @property {string} reason
 * @property {number[]} months
 * @property {number} [version]
 */

/** @typedef {{ok: boolean, message?: string, conflict?: boolean, lost?: boolean}} Outcome */

/**
 * Where a plan is kept, and what it follows from.
 * @typedef {object} Plan
 * @property {any | null} team The round, see `plan_json`; null for a plan in this browser.
 * @property {string} kept The words when something is kept.
 * @property {() => Action[]} actions
 * @property {(draft: string, fields: object) => Promise<Outcome>} add Adds once for each draft.
 * @property {(action: Action, fields: object) => Promise<Outcome>} change
 * @property {(action: Action) => Promise<Outcome>} remove
 * @property {() => object} [calendar] How it is known in calendars; the server knows it of a team.
 * @property {(file: string, day: string) => void} [gave] Hears of a file that was made.
 * @property {import("./advice.js").Advice} advice
 * @property {() => void} [ask] Let the kernel compute what follows from the scans, once.
 * @property {(place?: string | null) => void} [refresh] Look again at what follows from the scans:
 *   something was kept in this place by another page, or, without a place, a kernel is there again.
 */

/**
 * What the screens share.
 * @typedef {import("../../controls/parts.js").Stage & {
 *   plan: Plan,
 *   request: (question: object) => Promise<any>,
 *   changed: () => void,
 *   tell: (text: string) => void,
 *   openTeam: (token: string, session?: number | null) => Promise<void>,
 *   openAlone: () => void,
 * }} Planner
 */

/**
 * A screen; `update` shows what changed and leaves alone what is typed, `again` tries once more
 * what could not be saved, `leave` keeps what is still under way.
 * @typedef {{place: Child[], update?: () => void, again?: () => void, leave?: () => void}} Screen
 */

/** @type {Record<string, (stage: Planner) => Screen>} */
const SCREENS = { start: startAlone, team: startTeam, choose, agree, overview, waiting, stuck };
const STEPS = ["choose", "agree", "overview"];

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render({ model, el }) {
  const specification = model.get("specification");
  const connection = new Connection(model);
  const trouble = problem();
  const said = h("p", { class: "ps-hidden", role: "status" });
  const head = h("div", {});
  const page = h("div", {});
  el.append(
    h(
      "div",
      { class: "ps-exercise ps-actieplan", lang: specification.language },
      head,
      trouble.place,
      page,
      said,
    ),
  );
  /** @type {Screen} */
  let screen = { place: [] };

  const word = (
    /** @type {string} */ id,
    /** @type {Record<string, string | number>} */ values = {},
  ) => fill(specification.messages[id] ?? id, values);

  /** @type {Planner} */
  const stage = {
    specification,
    content: null,
    memory: { screen: "waiting" },
    word,
    count: (id, n, values = {}) => word(`${id}_${n === 1 ? "one" : "many"}`, { n, ...values }),
    keep: (changes) => void Object.assign(stage.memory, changes),
    go(name, changes = {}) {
      stage.keep({ ...changes, screen: name });
      stage.show();
      const heading = page.querySelector("h2");
      if (heading) moveTo(heading);
    },
    show() {
      screen.leave?.();
      trouble.tell("");
      stage.saved.textContent = "";
      head.replaceChildren(...navigation().filter((one) => one instanceof Node));
      const { team } = stage.plan ?? {};
      const name =
        team && (team.id === null || stage.memory.screen === "start")
          ? "team"
          : stage.memory.screen;
      screen = SCREENS[name](stage);
      page.replaceChildren(h("div", {}, ...screen.place));
    },
    say(text) {
      said.textContent = text;
    },
    wipe() {
      // Each kind of plan has its own; see `alonePlan`.
    },
    saved: h("span", { class: "ps-kept" }),
    plan: /** @type {any} */ (null),
    async request(question) {
      const reply = await connection.request(/** @type {any} */ (question));
      return reply.reason === "lost" ? { ...reply, message: word("actieplan.lost") } : reply;
    },
    changed: () => screen.update?.(),
    tell: trouble.tell,
    async openTeam(token, session = null) {
      const first = !stage.plan?.team;
      if (first) wait();
      const reply = await stage.request({ kind: "enter", token, session });
      if (reply.kind === "plan") {
        keepSecret({ ...recallSecret(), token });
        const plan = teamPlan(stage, token, reply.plan);
        const moved = stage.plan?.team?.id !== reply.plan.id;
        stage.plan = plan;
        if (first) stage.memory = { screen: "start" };
        // The same round again, after a gap: what is typed stays.
        if (first || moved) stage.show();
        else stage.changed();
        screen.again?.();
      } else if (reply.reason === "unknown_trainer") {
        forgetSecret();
        stage.openAlone();
        trouble.tell(reply.message);
      } else if (first) {
        stage.memory = { screen: "stuck", message: reply.message, token };
        stage.show();
      } else trouble.tell(reply.message);
    },
    openAlone() {
      stage.plan = alonePlan(stage);
      stage.show();
    },
  };

  function wait() {
    stage.memory = { screen: "waiting" };
    stage.show();
  }

  /** Which step is open, and the way to the others. @returns {Child[]} */
  function navigation() {
    if (!stage.plan || !STEPS.includes(stage.memory.screen)) return [];
    const { team } = stage.plan;
    return [
      team?.demo && h("p", { class: "ps-example" }, word("actieplan.example")),
      team &&
        h(
          "p",
          { class: "ps-hint" },
          word("actieplan.of_team", {
            label: team.label || word("actieplan.no_label"),
            round: team.round,
          }),
        ),
      h(
        "nav",
        { "aria-label": word("actieplan.steps") },
        h(
          "ol",
          { class: "ps-steps" },
          ...STEPS.map((name) =>
            h(
              "li",
              {},
              button(word(`actieplan.step_${name}`), () => stage.go(name), {
                class: "ps-step",
                "aria-current": name === stage.memory.screen && "step",
              }),
            ),
          ),
        ),
      ),
    ];
  }

  model.on("msg:custom", (/** @type {any} */ message) => {
    if (message.number !== undefined || !stage.plan?.team) return; // an answer to a request
    if (message.kind === "plan" && message.plan.id === stage.plan.team.id) {
      stage.plan = teamPlan(stage, String(recallSecret()?.token), message.plan);
      stage.changed();
    } else if (message.kind === "fault") trouble.tell(message.message);
  });
  model.on("revived", () => {
    const token = stage.plan?.team && recallSecret()?.token;
    if (token) void stage.openTeam(token, stage.plan.team.id);
    else stage.plan?.refresh?.();
  });
  // A scan that is filled in meanwhile, in another tab or on another page.
  window.addEventListener("storage", ({ key }) => key && stage.plan?.refresh?.(key));
  window.addEventListener("hashchange", () => {
    const token = secretIn(window.location.hash);
    if (!token) return;
    stage.plan = /** @type {any} */ (null);
    void stage.openTeam(token);
  });

  const secret = recallSecret();
  if (secret) void stage.openTeam(secret.token);
  else stage.openAlone();
}

export default { render };
