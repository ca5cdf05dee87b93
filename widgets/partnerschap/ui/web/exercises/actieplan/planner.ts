// Whose plan is open, where in it the reader is, and what is asked of the kernel.

import type { Connection, Question, Reply } from "../../lib/connection";
import type { Place } from "../../lib/screen-history";
import { Store } from "../../lib/store";
import { forgetSecret, keepSecret, recallSecret } from "../../lib/trainer-link";
import type { Words } from "../../lib/words";
import { type EditablePlan, type PlanChange, RoundPlan } from "../../plan/editable-plan";
import { OwnPlan } from "../../plan/own-plan";
import type { PlanStep } from "../../plan/step";
import type { TeamPlan, TeamSummary } from "../../protocol";
import type { FormContent } from "../../questionnaire/content";
import { type Advice, adviceOf, noAdvice } from "./advice";
import { type PlanPlace, placeIn, type ScreenName, START, screenIn } from "./places";
import { isScan, rememberedScans } from "./remembered-scans";

/** Whose plan it is. */
export type Owner =
  | { kind: "self" }
  | { kind: "waiting" }
  | { kind: "stuck"; message: string }
  | { kind: "team"; team: TeamPlan | TeamSummary };

export interface PlannerState {
  place: PlanPlace;
  /** Whether the place is another one than was asked for: then it takes its place in the history. */
  isCorrected: boolean;
  owner: Owner;
  steps: readonly PlanStep[];
  advice: Advice;
  /** What is wrong, above the screen. */
  trouble: string;
  /** Whether this browser keeps anything. */
  canKeep: boolean;
  /** Of how often everything was wiped. */
  wiped: number;
}

/** A team's round that is open. */
interface OpenRound {
  token: string;
  team: TeamPlan | TeamSummary;
  plan: EditablePlan;
}

export class Planner extends Store<PlannerState> {
  readonly own: OwnPlan;
  private round: OpenRound | null = null;
  /** What was asked for last: an answer about anything else comes too late. */
  private wanted = "";
  /** Answers leave the page only when somebody wants to see what follows from them. */
  private isAdvised = false;

  constructor(
    private readonly connection: Pick<Connection, "request">,
    private readonly words: Words,
    private readonly content: FormContent,
  ) {
    super({
      place: START,
      isCorrected: false,
      owner: { kind: "waiting" },
      steps: [],
      advice: noAdvice("none"),
      trouble: "",
      canKeep: true,
      wiped: 0,
    });
    this.own = new OwnPlan(words, () => this.showOwn());
  }

  /** The plan that is open. */
  get plan(): EditablePlan {
    return this.round?.plan ?? this.own;
  }

  /** The trainer's token of the plan that is open. */
  get token(): string | null {
    return this.round?.token ?? null;
  }

  /** Begin where the reader was on this page, or with the plan of a link, or where the browser was. */
  begin(open: Place | undefined): void {
    const place = open && placeIn(open);
    const token = recallSecret()?.token;
    if (token && place?.plan !== "own") void this.openTeam(token, place);
    else this.openOwn(place?.screen ?? screenIn(this.own.screen));
  }

  /** Go on to another screen of the same plan. */
  go(screen: ScreenName): void {
    this.show({ ...this.getSnapshot().place, screen });
  }

  /** Go where the browser's history leads. */
  goBackTo(given: Place): void {
    const place = placeIn(given);
    const now = this.getSnapshot();
    const token = recallSecret()?.token;
    const isOpen = now.place.plan === place.plan && now.place.session === place.session;
    if (isOpen && /self|team/.test(now.owner.kind)) this.show(place);
    else if (place.plan === "own") this.openOwn(place.screen);
    else if (token) void this.openTeam(token, place);
    else this.openOwn("start", true);
  }

  openOwn(screen: ScreenName = "start", isCorrected = false, trouble = ""): void {
    this.round = null;
    this.wanted = "own";
    this.isAdvised = false;
    const place: PlanPlace = { screen, plan: "own", session: null };
    this.update({ place, isCorrected, trouble, advice: noAdvice("none") });
    this.update({ canKeep: this.own.keepScreen(screen) });
    this.showOwn();
  }

  /** Open the plan of a team's round with the trainer's token. */
  async openTeam(
    token: string,
    { screen = "start", session = null }: Partial<PlanPlace> = {},
    isCorrected = false,
  ): Promise<void> {
    const wanted = `${token} ${session}`;
    this.wanted = wanted;
    const isOpen = this.round?.token === token;
    const place: PlanPlace = { screen, plan: "team", session };
    if (!isOpen) {
      this.round = null;
      this.update({ owner: { kind: "waiting" }, steps: [], trouble: "" });
    }
    this.update({ place, isCorrected });
    const reply = await this.request({ kind: "enter", token, session });
    if (this.wanted !== wanted) return;
    if (reply.kind === "plan") {
      keepSecret({ ...recallSecret(), token });
      this.adopt(token, reply.plan);
      this.settleIn(reply.plan.id);
      this.update({ trouble: "" });
    } else if (reply.reason === "unknown_trainer" && session !== null) {
      await this.openTeam(token, {}, true); // of another team, or deleted
    } else if (reply.reason === "unknown_trainer") {
      forgetSecret();
      this.openOwn("start", true, reply.message);
    } else if (this.round) {
      this.settleIn(this.round.team.id);
      this.update({ trouble: reply.message ?? "" });
    } else this.update({ owner: { kind: "stuck", message: reply.message ?? "" } });
  }

  /** Be in the round that is open; the reader may have gone to another screen of it meanwhile. */
  private settleIn(session: number | null): void {
    this.update({ place: { ...this.getSnapshot().place, session } });
  }

  /** Ask once more what could not be opened, or what may have changed while there was no connection. */
  reopen(): void {
    const { place } = this.getSnapshot();
    const token = this.token ?? recallSecret()?.token;
    if (place.plan === "own") this.refresh();
    else if (token) void this.openTeam(token, place);
  }

  /** Let the kernel compute what follows from the scans, once. */
  advise(): void {
    if (!this.round && !this.isAdvised) void this.look();
  }

  /** Look again at what follows from the scans: there is a kernel again. */
  refresh(): void {
    if (!this.round && this.getSnapshot().advice.state === "lost") void this.look();
  }

  /** Another page kept something in this browser. */
  hearBrowser(key: string): void {
    if (this.round || !isScan(key)) return;
    if (this.isAdvised) void this.look();
    else this.showOwn();
  }

  /** What the kernel tells by itself. */
  hearKernel(message: Reply): void {
    const { round } = this;
    if (!round) return;
    if (message.kind === "plan" && message.plan.id === round.team.id)
      this.adopt(round.token, message.plan);
    else if (message.kind === "fault") this.tell(message.message ?? "");
  }

  tell(trouble: string): void {
    this.update({ trouble });
  }

  wipe(): void {
    this.own.wipe();
    this.openOwn("start", true);
    this.update({ wiped: this.getSnapshot().wiped + 1 });
  }

  /** As of `Connection`; says in words that no answer came. */
  async request(question: Question): Promise<Reply> {
    const reply = await this.connection.request<Reply>(question);
    return reply.reason === "lost"
      ? { ...reply, message: this.words.word("actieplan.lost") }
      : reply;
  }

  /** Show another screen of the plan that is open. */
  private show(place: PlanPlace): void {
    this.update({ place, isCorrected: false, trouble: "" });
    if (place.plan === "own") this.own.keepScreen(place.screen);
  }

  /** Show a plan that the kernel sent. */
  private adopt(token: string, team: TeamPlan | TeamSummary): void {
    if (this.round && this.round.token === token && this.round.team.id === team.id)
      this.round.team = team;
    else this.round = this.createRound(token, team);
    this.update({
      owner: { kind: "team", team },
      steps: stepsOf(team),
      advice: this.adviceFor(team),
    });
  }

  private createRound(token: string, team: TeamPlan | TeamSummary): OpenRound {
    const ask = async (change: PlanChange): Promise<Reply> => {
      const session = round.team.id ?? 0;
      const reply = await this.request({ ...change, token, session } as Question);
      const isOpen = this.round === round;
      if (reply.kind === "plan") {
        if (isOpen) this.adopt(token, reply.plan);
        else round.team = reply.plan;
      }
      // What somebody else did meanwhile is shown; what is typed here stays where it is.
      if (reply.reason === "conflict" && isOpen)
        await this.openTeam(token, this.getSnapshot().place);
      return reply;
    };
    const round: OpenRound = {
      token,
      team,
      plan: new RoundPlan({ ask, steps: () => stepsOf(round.team) }),
    };
    return round;
  }

  private adviceFor(team: TeamPlan | TeamSummary): Advice {
    if (!("figures" in team)) return noAdvice("none");
    const { figures, weakest, sector } = team;
    return adviceOf(this.words, this.content, [{ figures, weakest, sector, role: "professional" }]);
  }

  private showOwn(): void {
    if (!this.round) this.update({ owner: { kind: "self" }, steps: this.own.steps() });
  }

  private async look(): Promise<void> {
    this.isAdvised = true;
    const scans = rememberedScans(this.content);
    if (!scans.length) return this.update({ advice: noAdvice("none") });
    this.update({ advice: noAdvice("loading") });
    const replies = await Promise.all(
      scans.map(({ instrument, role, answers }) =>
        this.request({ kind: "score_own", instrument, role, answers }),
      ),
    );
    if (this.round || this.wanted !== "own") return;
    const wrong = replies.find(({ kind }) => kind !== "scored");
    if (wrong) return this.update({ advice: noAdvice("lost", wrong.message) });
    const sources = replies.map(({ figures, weakest }, at) => ({
      figures,
      weakest,
      sector: scans[at]?.sector ?? "",
      role: scans[at]?.role ?? "",
    }));
    this.update({ advice: adviceOf(this.words, this.content, sources) });
  }
}

const stepsOf = (team: TeamPlan | TeamSummary): readonly PlanStep[] =>
  "actions" in team ? team.actions : [];
