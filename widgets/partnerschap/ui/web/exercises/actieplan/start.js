// @ts-check
// Before the plan: what it follows from, or which round of a team it belongs to.

import { button, choices, field, mainButton, privacy, problem } from "../../controls/parts.js";
import { exerciseLink, folded, trainerLink } from "../../controls/trainer-parts.js";
import { dateWords } from "../../lib/dates";
import { h } from "../../lib/dom.js";
import { courseAddress, exerciseAddress } from "../../lib/host";
import { recallSecret, secretIn } from "../../lib/trainer-link";
import { rememberedScans } from "./alone.js";

/** @typedef {import("./index.js").Planner} Planner */
/** @typedef {import("./index.js").Screen} Screen */

const STATES = ["done", "busy", "chosen", "stopped"];

/** @param {Planner} stage @returns {Screen} */
export function startAlone(stage) {
  const { word, plan, go } = stage;
  const source = h("div", {});
  const update = () => source.replaceChildren(...sources(stage));
  update();
  const made = plan.actions().length > 0;
  const buttons = made
    ? [
        mainButton(word("actieplan.go_on"), () => go("agree")),
        button(word("actieplan.to_choose"), () => go("choose")),
      ]
    : [mainButton(word("actieplan.to_choose"), () => go("choose"))];
  return {
    place: [
      h("h2", {}, word("actieplan.start")),
      h("p", {}, word("actieplan.start_what")),
      source,
      made && h("p", {}, summary(stage)),
      privacy(stage, "actieplan.private"),
      h("p", { class: "ps-buttons" }, ...buttons),
      folded(word("actieplan.open_team"), ...openTeam(stage)),
      made && h("p", { class: "ps-buttons ps-quiet" }, button(word("exercise.wipe"), stage.wipe)),
    ],
    update,
  };
}

/** What the suggestions follow from. @param {Planner} stage */
function sources({ specification, word, count, plan }) {
  const scans = rememberedScans(specification);
  if (!scans.length) {
    return [h("div", { class: "ps-note" }, h("p", {}, word("actieplan.no_scan")), scanLinks(word))];
  }
  const nameOf = (/** @type {any[]} */ list, /** @type {string} */ id) =>
    list.find((one) => one.id === id)?.name ?? "";
  return [
    h("p", {}, word("actieplan.from_scan")),
    h(
      "ul",
      { class: "ps-list" },
      ...scans.map(({ instrument, role, answers }) =>
        h(
          "li",
          {},
          count("actieplan.scan", Object.keys(answers).length, {
            scan: nameOf(specification.instruments, instrument),
            role: nameOf(specification.roles, role),
          }),
        ),
      ),
    ),
    plan.advice.state === "lost" &&
      h("p", { class: "ps-problem", role: "alert" }, plan.advice.message ?? ""),
  ].filter((one) => one instanceof Node);
}

/** The way to the scans; the whole page goes there, not the frame of this exercise. @param {Planner["word"]} word */
export function scanLinks(word) {
  const link = (/** @type {string} */ page) =>
    exerciseLink(word, page, {
      text: word(`actieplan.to_${page}`),
      href: courseAddress(page) ?? exerciseAddress(page),
      target: "_top",
    });
  return h("p", { class: "ps-buttons" }, link("teamscan"), link("beleidsscan"));
}

/** Open the plan of a team with the trainer's link. @param {Planner} stage */
function openTeam(stage) {
  const { word } = stage;
  const here = recallSecret();
  const wrong = problem();
  const input = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", autocomplete: "off", spellcheck: "false" })
  );
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const token = secretIn(input.value);
    wrong.tell(token ? "" : word("actieplan.no_link"));
    if (token) void stage.openTeam(token);
  };
  return [
    h("p", {}, word("actieplan.open_team_what")),
    here &&
      h(
        "p",
        { class: "ps-buttons" },
        button(word("actieplan.open_here"), () => void stage.openTeam(here.token)),
      ),
    h(
      "form",
      { onsubmit: submit },
      field(word("actieplan.paste"), input),
      wrong.place,
      h(
        "p",
        { class: "ps-buttons" },
        h("button", { class: "ps-button", type: "submit" }, word("actieplan.open_it")),
      ),
    ),
  ];
}

/** How it goes with the steps, in one sentence. @param {Planner} stage */
export function summary({ specification, word, plan, count }) {
  const actions = plan.actions();
  const parts = STATES.map((state) => ({
    state,
    n: actions.filter((one) => one.state === state).length,
  }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => word("actieplan.part", { n, state: word(`actieplan.few_${state}`) }));
  return count("actieplan.summary", actions.length, {
    parts: new Intl.ListFormat(specification.language).format(parts),
  });
}

/** The plan of a round of a team. @param {Planner} stage @returns {Screen} */
export function startTeam(stage) {
  const { specification, word, plan, go } = stage;
  const token = String(recallSecret()?.token);
  const { team } = plan;
  const rounds = team.rounds.map((/** @type {any} */ { id, round, closed }) => ({
    id: String(id),
    name: word("actieplan.round", { round, date: dateWords(specification.language, closed) }),
  }));
  const told = h("p", {});
  const update = () => {
    told.textContent = stage.plan.actions().length ? summary(stage) : word("actieplan.team_none");
  };
  if (team.id !== null) update();
  return {
    place: [
      team.demo && h("p", { class: "ps-example" }, word("actieplan.example")),
      h("h2", {}, word("actieplan.team", { label: team.label || word("actieplan.no_label") })),
      ...(team.id === null
        ? [h("p", { class: "ps-note" }, word("actieplan.no_round"))]
        : [
            h("p", {}, word("actieplan.team_what")),
            rounds.length > 1
              ? choices(
                  word("actieplan.which_round"),
                  "round",
                  rounds,
                  String(team.id),
                  (id) => void stage.openTeam(token, Number(id)),
                  "ps-choices",
                )
              : h("p", { class: "ps-hint" }, rounds[0].name),
            told,
            h(
              "p",
              { class: "ps-buttons" },
              ...(plan.actions().length
                ? [
                    mainButton(word("actieplan.go_on"), () => go("agree")),
                    button(word("actieplan.to_choose"), () => go("choose")),
                    button(word("actieplan.to_overview"), () => go("overview")),
                  ]
                : [mainButton(word("actieplan.to_choose"), () => go("choose"))]),
            ),
          ]),
      h(
        "p",
        { class: "ps-buttons ps-quiet" },
        trainerLink(word, "workshop", word("actieplan.to_session"), token),
        button(word("actieplan.alone"), stage.openAlone),
      ),
    ],
    update: team.id === null ? undefined : update,
  };
}

/** @param {Planner} stage @returns {Screen} */
export function waiting({ word }) {
  const spinner = h("span", { class: "ps-spinner", "aria-hidden": "true" });
  return {
    place: [h("p", { class: "ps-waiting", role: "status" }, spinner, word("actieplan.waiting"))],
  };
}

/** The plan of a team is there, but cannot be shown now. @param {Planner} stage @returns {Screen} */
export function stuck(stage) {
  const { word, memory } = stage;
  return {
    place: [
      h("h2", {}, word("actieplan.stuck")),
      h("p", { class: "ps-problem", role: "alert" }, memory.message),
      h(
        "p",
        { class: "ps-buttons" },
        mainButton(word("actieplan.again"), () => void stage.openTeam(memory.token)),
        button(word("actieplan.alone"), stage.openAlone),
      ),
    ],
  };
}
