// @ts-check
// The plan of a team's round, on the server.

import { adviceOf, noAdvice } from "./advice.js";

/** @typedef {import("./index.js").Outcome} Outcome */
/** @typedef {import("./index.js").Planner} Planner */

/** A key an action that is being added, kept until the server has it, so that it is added once.
 * @type {Map<string, string>} */
const keys = new Map();

/**
 * @param {Planner} stage
 * @param {string} token
 * @param {any} given The JSON of the kernel; see `plan_json`.
 * @returns {import("./index.js").Plan}
 */
export function teamPlan(stage, token, given) {
  stage.keep = (changes) => void Object.assign(stage.memory, changes);
  const { figures, weakest, sector } = given;

  /** @param {object} question @returns {Promise<Outcome>} */
  const ask = async (question) => {
    const reply = await stage.request({ token, session: given.id, ...question });
    if (reply.kind === "plan") {
      if (stage.plan.team?.id === given.id) {
        stage.plan = teamPlan(stage, token, reply.plan);
        stage.changed();
      }
      return { ok: true };
    }
    const conflict = reply.reason === "conflict";
    // What somebody else did meanwhile is shown; what is typed here stays where it is.
    if (conflict) await stage.openTeam(token, given.id);
    return { ok: false, message: reply.message, conflict, lost: reply.reason === "lost" };
  };

  return {
    team: given,
    kept: stage.word("actieplan.saved"),
    actions: () => given.actions ?? [],
    async add(draft, fields) {
      const place = `${given.id} ${draft}`;
      if (!keys.has(place)) keys.set(place, crypto.getRandomValues(new Uint32Array(4)).join("-"));
      const outcome = await ask({ kind: "action_add", key: keys.get(place), action: fields });
      if (outcome.ok) keys.delete(place);
      return outcome;
    },
    change: ({ id, version }, fields) =>
      ask({ kind: "action_change", id, version, action: fields }),
    remove: ({ id, version }) => ask({ kind: "action_change", id, version, action: null }),
    advice: figures
      ? adviceOf(stage, [{ figures, weakest, sector, role: "professional" }])
      : noAdvice("none"),
  };
}
