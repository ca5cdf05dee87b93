// One person who takes part in a session: coming in, coming back, answering and being ready. It asks
// the kernel, keeps what it says, and tells the screens by its state.

import type { Connection, Question, Reply } from "../../lib/connection";
import { isTransient, RetryingClient } from "../../lib/retrying-client";
import type { Words } from "../../lib/words";
import { AnswerSender } from "./answer-sender";
import { LateAnswers } from "./late-answers";
import { Outbox, type Value } from "./outbox";
import {
  ANSWER_SETS,
  type AnswerSet,
  isAsked,
  NO_ANSWERS,
  type RoleId,
  storedAnswers,
  type WithoutWho,
  withAnswer,
} from "./session";
import { rememberCode } from "./session-code";
import { type Origin, type ParticipantState, ParticipantStore } from "./state";

/** After so long the page says that no answer came, where the server itself waits at a wrong code. */
const SLOW_GUESS_AFTER = 12_000;

export class Participant extends ParticipantStore {
  private readonly client: RetryingClient;
  private outbox: Outbox | null = null;
  private sender: AnswerSender | null = null;
  private late: LateAnswers | null = null;
  /** Where a browser keeps nothing, the page does, so that somebody can come back to a session. */
  private readonly unkept = new Map<string, Outbox>();
  /** Ends when everything that was asked has its answer. */
  private turn: Promise<void> = Promise.resolve();
  /** Whether coming back has its turn already. */
  private isReturning = false;

  constructor(connection: Pick<Connection, "ask">, words: Words) {
    super(words);
    this.client = new RetryingClient(connection);
  }

  /** Bring somebody with a code to the session, or to the choice of a role. */
  async find(code: string, origin: Origin): Promise<void> {
    const { word } = this.words;
    const isOnCode = this.getSnapshot().stage.kind === "code";
    this.quit();
    const outbox = this.open(code);
    if (outbox.memory.token) {
      if (origin === "asked" && isOnCode) this.tellWait(word("meedoen.waiting"));
      else this.show({ kind: "waiting", busy: word("meedoen.waiting") }, "load");
      return this.enter(origin);
    }
    if (!isOnCode) this.show({ kind: "code", code, busy: "", problem: "" }, "load");
    this.tellWait(word("meedoen.code_looking"));
    const reply = await this.request(outbox, { kind: "look_up", code }, SLOW_GUESS_AFTER);
    if (reply?.kind === "found") {
      this.open(reply.session.code);
      this.show({ kind: "role", invitation: reply.session, busy: "", problem: "" }, origin);
    } else if (reply) this.tellProblem(reply.message ?? "");
  }

  join(role: RoleId): Promise<void> {
    this.tellWait(this.words.word("meedoen.waiting"));
    return this.inTurn(async (outbox) => {
      outbox.createToken();
      if (!outbox.isKept) this.unkept.set(outbox.code, outbox);
      await this.ask(outbox, { kind: "join", role }, "asked", SLOW_GUESS_AFTER);
    });
  }

  /** Say to be ready, or go back to the answers. */
  finish(finished: boolean): Promise<void> {
    return this.inTurn(async (outbox) => {
      const { stage } = this.getSnapshot();
      if (stage.kind === "joined")
        outbox.adopt((set, item) => isAsked(stage.content, stage.view, set, item));
      await this.sender?.settled();
      await this.ask(outbox, { kind: "finish", finished }, "asked");
      outbox.change((memory) => {
        memory.turns += 1;
      });
    });
  }

  setAnswer(set: AnswerSet, item: string, value: Value): void {
    this.outbox?.put(set, item, value);
    this.update({ answers: withAnswer(this.getSnapshot().answers, set, item, value) });
    this.sender?.start();
  }

  /** Open an area of the form, about now or about half a year ago. */
  openForm(area: number, isLookingBack: boolean): void {
    this.outbox?.change((memory) => Object.assign(memory, { area, back: isLookingBack }));
    this.show(this.getSnapshot().stage, "asked", { area, isLookingBack });
  }

  /** Let somebody else fill in on this device; of this person nothing stays here. */
  handOver(): Promise<void> {
    const code = this.outbox?.code ?? "";
    this.quit({ isForgotten: true });
    return this.find(code, "asked");
  }

  /** Leave the session on this page; `code` stands in the field for one. */
  leave(code = ""): void {
    this.quit();
    this.show({ kind: "code", code, busy: "", problem: "" }, "asked");
  }

  /** Keep nothing of a session that is over. */
  forget(code: string): void {
    this.outboxOf(code).forget();
  }

  /** Begin on the screen for a code. */
  showCode(code: string, problem = ""): void {
    this.show({ kind: "code", code, busy: "", problem }, "load");
  }

  /** There is a connection: ask again at once what waits for an answer. */
  resume(): void {
    this.refresh();
    this.client.retryNow();
  }

  /** Ask where the session is. */
  refresh(): void {
    if (!this.sender || this.isReturning) return;
    this.isReturning = true;
    void this.inTurn((outbox) => {
      this.isReturning = false;
      return this.ask(outbox, { kind: "enter" }, "pushed");
    });
  }

  /** Somebody looks at this page again. */
  look(): void {
    if (this.sender) this.late?.look();
  }

  /** What the kernel tells by itself. */
  hearKernel(message: Reply): void {
    if (!this.sender) return;
    // Asked for, the server tells as well what was taken before the end.
    if (message.reason === "ended" && this.outbox?.unsent()) this.refresh();
    else this.receive(message, "pushed");
  }

  /** What another tab of the same person did. */
  hearTab(event: StorageEvent): void {
    const { stage, answers } = this.getSnapshot();
    if (!this.sender || !this.outbox || stage.kind !== "joined") return;
    const heard = this.outbox.hear(event);
    if (heard === "gone") this.lose({ isForgotten: false });
    if (!heard || heard === "gone") return;
    const stored = storedAnswers(stage.view.own);
    const late = [...heard.late, ...(this.late?.judge(stage.view) ?? [])];
    let next = answers;
    for (const { set, item, value } of heard.changed) next = withAnswer(next, set, item, value);
    for (const [set, item] of late) next = withAnswer(next, set, item, stored[set][item] ?? null);
    this.update({ answers: next });
    if (heard.isTurned || heard.late.length) this.refresh();
    this.sender.start();
    this.late?.tellNew();
  }

  /** Do one thing at a time, in the order of asking. */
  private inTurn(work: (outbox: Outbox) => Promise<void>): Promise<void> {
    const { outbox } = this;
    const turn = async () => {
      // Somebody else may fill in here by then.
      if (outbox && outbox === this.outbox) await work(outbox);
    };
    this.turn = this.turn.then(turn, turn);
    return this.turn;
  }

  private enter(origin: Origin): Promise<void> {
    return this.inTurn((outbox) => this.ask(outbox, { kind: "enter" }, origin));
  }

  private async ask(
    outbox: Outbox,
    question: WithoutWho,
    origin: Origin,
    slowAfter?: number,
  ): Promise<void> {
    const who = { code: outbox.code, token: outbox.memory.token ?? "" };
    const reply = await this.request(outbox, { ...who, ...question }, slowAfter);
    if (reply) this.receive(reply, origin);
  }

  /** Ask until an answer comes; null when nobody waits for it any more. */
  private async request(
    outbox: Outbox,
    question: Question,
    slowAfter?: number,
  ): Promise<Reply | null> {
    const isWanted = () => outbox === this.outbox;
    const onWait = (sentence: string | null) => this.tellWait(sentence);
    const reply = await this.client.askUntilFinal(question, { onWait, isWanted, slowAfter });
    return isWanted() ? reply : null;
  }

  /** What comes with a view shows it, also a refusal. */
  private receive(reply: Reply, origin: Origin): void {
    if (reply.view) this.applyView(reply, origin);
    else if (isTransient(reply))
      this.update({ saving: { kind: "fault", message: reply.message ?? "" } });
    else if (reply.reason === "ended" || reply.reason === "unknown_code") this.end(reply);
    else if (reply.reason === "not_joined") this.lose({ isForgotten: true });
    else this.tellProblem(reply.message ?? "");
  }

  /** The session has ended, or is not there any more. */
  private end(fault: Reply): void {
    const code = this.outbox?.code ?? "";
    // A code may be unknown because of a fault of the server; an end is an end.
    const isEnded = fault.reason === "ended";
    const late = (isEnded && this.late?.atTheEnd(fault.own)) || [];
    this.quit({ isForgotten: isEnded });
    this.show({ kind: "over", code, isEnded, message: fault.message ?? "" }, "pushed");
    this.tellLate(late);
  }

  /** Who fills in here is not known, or not any more. */
  private lose({ isForgotten }: { isForgotten: boolean }): void {
    const code = this.outbox?.code ?? "";
    const late = (isForgotten && this.late?.atTheEnd()) || [];
    this.quit({ isForgotten });
    this.tellLate(late);
    void this.find(code, "pushed");
  }

  private applyView({ view, specification }: Reply, origin: Origin): void {
    const { stage } = this.getSnapshot();
    const { outbox } = this;
    const content = specification ?? (stage.kind === "joined" ? stage.content : null);
    if (!outbox || !content) return;
    if (specification) {
      rememberCode(view.code);
      outbox.adopt((set, item) => isAsked(content, view, set, item));
    }
    this.late?.applyView(view);
    let answers = storedAnswers(view.own);
    for (const set of ANSWER_SETS) {
      for (const [item, { value }] of Object.entries(outbox.memory.waiting[set]))
        answers = withAnswer(answers, set, item, value);
    }
    this.sender ??= new AnswerSender({
      client: this.client,
      outbox,
      onState: (saving) => this.update({ saving }),
      onRefused: (fault, drop) => {
        // What does not fit never will; what came too late is judged by the view.
        if (!fault.reason || fault.reason === "invalid") drop();
        this.receive(fault, "pushed");
      },
    });
    this.show({ kind: "joined", view, content }, origin, { answers });
    this.sender.start();
    this.late?.tellNew();
  }

  private outboxOf(code: string): Outbox {
    return this.unkept.get(code) ?? new Outbox(code);
  }

  /** Take out what this browser keeps of a session. */
  private open(code: string): Outbox {
    const outbox = this.outboxOf(code);
    this.outbox = outbox;
    this.late = new LateAnswers(outbox, (late) => this.tellLate(late));
    this.update({ area: outbox.memory.area, isLookingBack: outbox.memory.back });
    return outbox;
  }

  /** Have no more to do with the session; `isForgotten` leaves no trace of it in this browser. */
  private quit({ isForgotten = false } = {}): void {
    this.sender?.stop();
    this.sender = null;
    if (isForgotten) this.outbox?.forget();
    this.outbox = null;
    this.late = null;
    this.turn = Promise.resolve();
    this.isReturning = false;
    this.update({ answers: NO_ANSWERS, saving: { kind: "saved" } });
  }

  /** What waits in the outbox is part of every state. */
  protected override update(changes: Partial<ParticipantState>): void {
    super.update({ ...changes, unsent: this.outbox?.unsent() ?? 0 });
  }
}
