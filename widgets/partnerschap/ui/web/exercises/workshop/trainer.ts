// The trainer of a team: coming in with a secret, and leading its rounds. It asks the kernel, keeps what
// that says, and tells the screens by its state.

import type { Connection, Question, Reply } from "../../lib/connection";
import type { Place } from "../../lib/screen-history";
import { Store } from "../../lib/store";
import { forgetSecret, type Kept, recallSecret } from "../../lib/trainer-link";
import type { Words } from "../../lib/words";
import type { Opening, TrainerReply, TrainerSession, TrainerViewed } from "../../protocol";
import { GONE_PLACE, roundOf, START_PLACE } from "./places";
import {
  faultOf,
  type Origin,
  type RoundQuestion,
  reasonOf,
  START_STATE,
  type TrainerState,
} from "./state";

export class Trainer extends Store<TrainerState> {
  private session: Kept | null = null;
  /** The step that is asked for now, and by what: the kernel may tell of it before it answers. */
  private going: { step: string; origin: Origin } | null = null;

  constructor(
    private readonly connection: Pick<Connection, "request">,
    private readonly words: Pick<Words, "word">,
  ) {
    super(START_STATE);
  }

  /** What is to be kept of the session, if there is one; `useTrainerHistory` does that. */
  get kept(): Kept | null {
    return this.session;
  }

  /** The secret of the session, if there is one. */
  get token(): string | null {
    return this.kept?.token ?? null;
  }

  /** Begin where the link or this tab says; gives what ends when that is known. */
  async begin(open: Place | undefined): Promise<void> {
    this.session = recallSecret();
    if (!this.kept) this.update({ stage: open?.screen === GONE_PLACE.screen ? "gone" : "start" });
    else if (open?.screen === START_PLACE.screen) this.update({ stage: "start" });
    else await this.comeIn(roundOf(open));
  }

  /** Somebody has another link in the address now, or the same one again. */
  async hearLink(token: string): Promise<void> {
    const { stage } = this.getSnapshot();
    if (token !== this.token) {
      this.session = { token };
      this.update({ round: null });
      await this.comeIn(null);
    } else if (stage === "start" || stage === "stuck") await this.resume("load");
    else this.update({}); // the address is to be without it again
  }

  /** Make a session; gives what is wrong, or nothing. */
  async open(token: string, opening: Opening): Promise<string> {
    const reply = await this.request({ kind: "open", token, opening });
    if (reply.kind === "view") this.opened({ token, fresh: true }, reply);
    return faultOf(reply);
  }

  /** Open a session with the secret of its link; gives what is wrong, or nothing. */
  async openLink(token: string): Promise<string> {
    const reply = await this.request({ kind: "enter", token, session: null });
    if (reply.kind === "view") this.opened({ token }, reply);
    return faultOf(reply);
  }

  /** Go on with the session that this tab keeps. */
  async resume(origin: Origin = "asked"): Promise<void> {
    if (this.getSnapshot().round) this.update({ stage: this.stageInside(), origin });
    else await this.comeIn(this.kept?.session ?? null, origin);
  }

  /** Open a round of the team, the last one unless another is asked, and follow it. */
  async enter(roundId: number | null, origin: Origin): Promise<void> {
    const { token } = this;
    if (!token) return;
    const reply = await this.request({ kind: "enter", token, session: roundId });
    if (!this.kept || token !== this.token) return; // somebody left meanwhile
    if (reply.kind === "view") this.opened(this.kept, reply, origin);
    else if (reasonOf(reply) === "unknown_trainer") {
      if (roundId === null) this.leave(faultOf(reply), origin);
      else await this.enter(null, origin);
    } else {
      if (!this.getSnapshot().round) this.update({ stage: "stuck" });
      this.tell(faultOf(reply));
    }
  }

  /** Ask again how it stands: after a lost connection, or at a press of the button. */
  async refresh(origin: Origin = "pushed"): Promise<void> {
    const { stage, round } = this.getSnapshot();
    if (round || stage !== "start") await this.enter(this.kept?.session ?? null, origin);
  }

  async request(question: Question, buffers: ArrayBuffer[] = []): Promise<TrainerReply> {
    const reply = await this.connection.request<TrainerReply>(question, buffers);
    const isLost = reasonOf(reply) === "lost";
    this.tell(isLost ? this.words.word("workshop.lost") : "");
    return isLost ? { kind: "fault", reason: "lost", message: this.getSnapshot().problem } : reply;
  }

  /**
   * Ask something about a round, and show what it is like after that. A conflict, and what came too
   * late, is for the screen to tell; what else is wrong is told here too.
   */
  async ask(
    roundId: number,
    question: RoundQuestion,
    buffers: ArrayBuffer[] = [],
    origin: Origin = "asked",
  ): Promise<TrainerReply> {
    const { token } = this;
    if (!token) return { kind: "fault", message: "" };
    const reply = await this.request({ ...question, token, session: roundId }, buffers);
    if (token !== this.token || this.getSnapshot().round?.view.id !== roundId) return reply;
    const reason = reasonOf(reply);
    if (reply.kind === "view") this.adopt(reply, origin);
    // What somebody else did meanwhile is shown; what is typed here stays where it is.
    else if (reason === "conflict" || reason === "too_late") await this.enter(roundId, "pushed");
    else this.tell(faultOf(reply));
    return reply;
  }

  /** Show a step of the conversation to everybody. */
  async go(step: string, origin: Origin = "asked"): Promise<void> {
    const { round } = this.getSnapshot();
    if (!round) return;
    this.going = { step, origin };
    await this.ask(round.view.id, { kind: "go", step }, [], origin);
    this.going = null;
  }

  async openNextRound(): Promise<void> {
    const { kept } = this;
    if (!kept) return;
    const reply = await this.request({ kind: "next_round", token: kept.token });
    if (reply.kind === "view") this.opened(kept, reply);
    // Asked twice after a lost connection: the round is there already.
    else if (reasonOf(reply) === "not_now") await this.enter(null, "asked");
    else this.tell(faultOf(reply));
  }

  /** Delete everything of the team. */
  async deleteTeam(): Promise<void> {
    const { token } = this;
    if (!token) return;
    const reply = await this.request({ kind: "delete", token });
    if (reply.kind === "deleted" || reasonOf(reply) === "unknown_trainer") {
      this.leave();
      this.update({ stage: "gone" });
    } else this.tell(faultOf(reply));
  }

  /** Show the secret link, until the trainer says that it is kept. */
  showLink(): void {
    this.keep({ fresh: true });
    this.update({ stage: "link", origin: "asked" });
  }

  linkIsKept(): void {
    this.keep({ fresh: false });
    this.update({ stage: "round", origin: "asked" });
  }

  /** Forget the secret in this tab. */
  leave(problem = "", origin: Origin = "asked"): void {
    forgetSecret();
    this.session = null;
    this.update({ stage: "start", origin, round: null, problem });
  }

  /** Go where the browser goes; what the server knows is not undone, but a step can be shown again. */
  async goBackTo(place: Place): Promise<void> {
    const roundId = roundOf(place);
    const { round } = this.getSnapshot();
    if (!this.kept || roundId === null) {
      const isGone = !this.kept && place.screen === GONE_PLACE.screen;
      this.update({ stage: isGone ? "gone" : "start", origin: "back" });
      return;
    }
    // The link is shown where it stands in the history; going back from it is putting it away.
    this.keep({ fresh: place.screen === "link" });
    if (round?.view.id !== roundId) await this.comeIn(roundId, "back");
    else {
      this.update({ stage: this.stageInside(), origin: "back" });
      const { state, step } = round.view;
      const isTalking = state === "discussion" || state === "planned";
      if (isTalking && typeof place.step === "string" && place.step !== step)
        await this.go(place.step, "back");
    }
  }

  /** What the kernel tells by itself. */
  hear(message: Reply): void {
    const { round } = this.getSnapshot();
    if (message.kind === "view" && round && message.view.id === round.view.id)
      this.adopt({ kind: "view", view: message.view as TrainerSession }, "pushed");
    else if (message.reason === "unknown_trainer") this.leave(message.message);
    else if (message.kind === "fault") this.tell(message.message ?? "");
  }

  /** Say what is wrong, above the screen; nothing takes it away. */
  tell(problem: string): void {
    if (problem !== this.getSnapshot().problem) this.update({ problem });
  }

  private async comeIn(roundId: number | null, origin: Origin = "load"): Promise<void> {
    if (!this.getSnapshot().round) this.update({ stage: "waiting", origin });
    await this.enter(roundId ?? this.kept?.session ?? null, origin);
  }

  private stageInside(): "link" | "round" {
    return this.kept?.fresh ? "link" : "round";
  }

  private keep(changes: Partial<Kept>): void {
    if (this.session) this.session = { ...this.session, ...changes };
  }

  private opened(kept: Kept, reply: TrainerViewed, origin: Origin = "asked"): void {
    this.session = kept;
    this.adopt(reply, origin);
  }

  /** Show the round that the kernel sent. */
  private adopt({ view, specification }: TrainerViewed, told: Origin): void {
    const { round, stage } = this.getSnapshot();
    const content = specification ?? round?.content;
    if (!content) return;
    const origin = this.going?.step === view.step ? this.going.origin : told;
    if (this.session?.session !== view.id) this.keep({ session: view.id });
    // Nobody who looks elsewhere is taken to the round by what somebody else does.
    const isElsewhere = origin === "pushed" && (stage === "start" || stage === "link");
    const isOther = view.id !== round?.view.id;
    this.update({
      round: { view, content },
      stage: isElsewhere ? stage : this.stageInside(),
      origin: isOther || view.step !== round.view.step || stage !== "round" ? origin : "pushed",
    });
  }
}
