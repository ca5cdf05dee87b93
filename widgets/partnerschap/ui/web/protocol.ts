// What a page and its kernel say to each other, and the bounds that both keep to.
// Generated from partnerschap.ui.protocol by `npm run protocol`: change it there.

export type ParticipantReply = SessionFound | ParticipantViewed | Saved | ParticipantFault;
export type ParticipantRequest =
  | FindSession
  | JoinSession
  | EnterSession
  | SaveAnswers
  | SetFinished
  | SaveVotes;
export type PlanReply = PlanScored | PlanViewed | FileMade | PicturesMade | Fault;
export type PlanRequest =
  | ScoreOwn
  | EnterRound
  | AddAction
  | ChangeAction
  | MakeTeamFile
  | MakeOwnPlanFile;
export type PolicyReply = FileMade | Fault;
export type ScanReply = OwnScored | SheetScored | AnswerCodeMade | FileMade | PicturesMade | Fault;
export type ScanRequest = ScoreOwn | MakeAnswerCode | ScoreSheet | MakeOwnFile | MakeSheetFile;
export type TrainerReply =
  | TrainerViewed
  | RoundsCompared
  | QrCodeDrawn
  | ModuleLoaded
  | TeamDeleted
  | FileMade
  | PicturesMade
  | Fault;
export type TrainerRequest =
  | OpenSession
  | EnterRound
  | OpenNextRound
  | CompareRounds
  | DeleteTeam
  | CloseRound
  | ShowStep
  | EndRound
  | SetJointScore
  | AddAction
  | ChangeAction
  | MakeTeamFile
  | MakePaper
  | AddSheet
  | AddAnswerCode
  | RemoveBatch
  | DrawQrCode
  | LoadModule;
export type VisionReply = FileMade | Fault;

/** An action as the team agrees it. */
export interface ActionText {
  item?: string | null;
  action?: string | null;
  text: string;
  owner?: string;
  due?: string | null;
  area?: string | null;
  first_step?: string;
  evidence?: string;
  celebration?: string;
  state?: "chosen" | "busy" | "done" | "stopped";
  reason?: string;
  months?: number[];
}
/** Something that organisations do with parents, to be sorted over the partnerships. */
export interface Activity {
  id: string;
  sectors: string[];
  text: string;
  fits: string[];
  also: string[];
  why: string;
}
/** Choose an action; `key` is chosen by the page, so that a repeated request adds once. */
export interface AddAction {
  number: number;
  token: string;
  session: number;
  kind: "action_add";
  key: string;
  action: ActionText;
}
/** Add an answer code, as scanned or typed. */
export interface AddAnswerCode {
  number: number;
  token: string;
  session: number;
  kind: "code";
  text: string;
}
/** Add a filled-in answer sheet, sent along as one buffer. */
export interface AddSheet {
  number: number;
  token: string;
  session: number;
  kind: "sheet";
  filename: string;
}
/** An answer code, as text and as a QR code in SVG. */
export interface AnswerCodeMade {
  kind: "answer_code";
  text: string;
  svg: string;
}
/** One of the five partnerships, or vision, policy or environment. */
export interface Area {
  id: string;
  name: string;
  short: string;
  partnership: boolean;
  tell: string | null;
}
/** One area in two rounds. */
export interface AreaChange {
  id: string;
  before: AreaScore;
  after: AreaScore;
  difference: number | null;
  interval: [number, number] | null;
  direction: ("up" | "down") | null;
}
/** The mean share of an area's scored items, with its bootstrap interval. */
export interface AreaScore {
  id: string;
  share: number | null;
  interval: [number, number] | null;
  items_scored: number;
  status: ("scored" | "unknown" | "suppressed" | "empty") | null;
}
/** The figures of an area; see `partnerschap.scoring.AreaScore`. */
export interface AreaFigures {
  id: string;
  status: ("scored" | "unknown" | "suppressed" | "empty") | null;
  share: number | null;
  interval: number[] | null;
  items_scored: number;
}
/** A sheet, or all answer codes, that were added, with the number of rows. */
export interface Batch {
  id: string;
  rows: number;
}
/** Change a chosen action; null takes it away. */
export interface ChangeAction {
  number: number;
  token: string;
  session: number;
  kind: "action_change";
  id: number;
  version: number;
  action: ActionText | null;
}
/** Somebody in a conversation; made up, as the whole story is. */
export interface Character {
  name: string;
  face:
    | "beard"
    | "bob"
    | "bun"
    | "curls"
    | "grey"
    | "locks"
    | "long"
    | "parted"
    | "ponytail"
    | "puffs"
    | "scarf"
    | "short"
    | "silver"
    | "stubble"
    | "tuft";
  role: string;
}
/** What the player can say or do, and what comes of it. */
export interface Choice {
  id: string;
  text: string;
  consequence: string;
  feedback: string;
  tip: string | null;
  to: string;
}
/** Close the round. */
export interface CloseRound {
  number: number;
  token: string;
  session: number;
  kind: "close";
}
/** A round in the list of a plan; `closed` as ISO writes it. */
export interface ClosedRound {
  id: number;
  round: number;
  closed: string;
}
/** Set the closed rounds side by side. */
export interface CompareRounds {
  number: number;
  token: string;
  kind: "compare";
}
/** A closed round beside others; `then` is how people look back half a year. */
export interface ComparedRound {
  round: number;
  closed: string | null;
  result: RoundResult;
  then: AreaScore[] | null;
  joint: JointAnswer[];
  plan: PlannedAction[];
}
/** All that is shown of a closed round; see `partnerschap.sessions.Snapshot`. */
export interface RoundResult {
  figures: FormFigures;
  differences: GroupDifference[];
  biggest_differences: GroupDifference[];
  importance: {
    [k: string]: number;
  } | null;
  vote_items: string[];
  voters: number;
  earlier_edition: boolean;
  pattern: ("none" | "unknown" | "one" | "high" | "low") | null;
  missing: ("parents" | "team") | null;
}
/** Figures with what pages show beside them. */
export interface FormFigures {
  instrument: string;
  content_version: string;
  respondents: number;
  min_group: number;
  seed: number;
  division: {
    [k: string]: ("parent" | "professional" | "management" | "municipality")[];
  } | null;
  items: ItemFigures[];
  areas: AreaFigures[];
  tips: TipFigures[];
  balance: number | null;
  discuss_first: string[];
  agree_low: string[];
  strengths: string[];
  suggestions: SuggestionFigures[];
  year_plan: YearStepFigures[];
  find_out: ItemActionFigures[];
  keep: ItemActionFigures[];
  begin: ItemActionFigures[];
  unlisted: UnlistedFigures;
  actions: {
    [k: string]: FormAction;
  };
}
/** The figures of an item; see `partnerschap.scoring.ItemScore`. */
export interface ItemFigures {
  id: string;
  area: string;
  n_valid: number | null;
  dont_know: number | null;
  not_applicable: number | null;
  counts: number[] | null;
  median: number | null;
  share: number | null;
  share_interval: number[] | null;
  need: number | null;
  agreement: number | null;
  agreement_class: ("agree" | "spread" | "two_camps") | null;
  status: "scored" | "unknown" | "suppressed" | "empty";
  situation: ("find_out" | "talk" | "start" | "build" | "keep") | null;
  difference: number | null;
  groups: {
    [k: string]: GroupFigures;
  } | null;
}
/** One group's valid answers to an item. */
export interface GroupFigures {
  n_valid: number;
  counts: number[];
}
/** The figures of a tip; see `partnerschap.scoring.TipScore`. */
export interface TipFigures {
  id: string;
  share: number | null;
  items_scored: number;
}
/** A step that can be taken now; see `partnerschap.advice.Suggestion`. */
export interface SuggestionFigures {
  item: string;
  action: string;
  situation: ("find_out" | "talk" | "start" | "build" | "keep") | null;
  need: number;
  importance: number;
  effort: number;
  impact: number;
  priority: number;
  quick_win: boolean;
  stability: number;
  why: string;
}
/** A step for the year plan; see `partnerschap.advice.YearStep`. */
export interface YearStepFigures {
  item: string;
  action: string;
  situation: ("find_out" | "talk" | "start" | "build" | "keep") | null;
  need: number;
  importance: number;
  effort: number;
  impact: number;
  priority: number;
  why: string;
}
/** An action for an item; see `partnerschap.advice.ItemAction`. */
export interface ItemActionFigures {
  item: string;
  action: string;
}
/** What the lists have no room for. */
export interface UnlistedFigures {
  strengths: UnlistedItems;
  agree_low: UnlistedItems;
}
/** See `partnerschap.advice.Unlisted`. */
export interface UnlistedItems {
  n: number;
  alike: boolean;
}
/** What an action says to do; see `partnerschap.content.Action`. */
export interface FormAction {
  text: string;
  sectors: {
    [k: string]: string;
  };
}
/** Cliff's delta between two shown groups: above 0 where the first answers higher. */
export interface GroupDifference {
  item: string;
  first: string;
  second: string;
  delta: number;
  p: number | null;
  differs: boolean;
}
/** What the team agreed on an item; `version` prevents lost updates. */
export interface JointAnswer {
  item: string;
  value: number | ("dont_know" | "not_applicable") | null;
  version: number;
}
/** A step that a team chose, in the plan of a round. */
export interface PlannedAction {
  text: string;
  owner: string;
  due: string | null;
  item: string | null;
  action: string | null;
  area: string | null;
  first_step: string;
  evidence: string;
  celebration: string;
  state: "chosen" | "busy" | "done" | "stopped";
  reason: string;
  months: number[];
  id: number;
  version: number;
}
/** A practice conversation as a graph of moments; it starts at the first one. */
export interface Conversation {
  id: string;
  sector: string | null;
  modules: string[];
  setting: string;
  topic: string;
  title: string;
  opening: string;
  player: Character;
  other: Character;
  moments: Moment[];
  endings: Ending[];
  questions: string[];
}
/** A moment in a conversation at which the player chooses. */
export interface Moment {
  id: string;
  situation: string;
  speaker: string | null;
  face:
    | (
        | "beard"
        | "bob"
        | "bun"
        | "curls"
        | "grey"
        | "locks"
        | "long"
        | "parted"
        | "ponytail"
        | "puffs"
        | "scarf"
        | "short"
        | "silver"
        | "stubble"
        | "tuft"
      )
    | null;
  says: string;
  choices: Choice[];
}
/** How a conversation can end; what has failed for now can be tried again later. */
export interface Ending {
  id: string;
  outcome: "good" | "open" | "not_yet";
  again: string | null;
  title: string;
  situation: string;
  thought: string;
}
/** A step of the conversation; `number` counts those of one kind from 1, and is 0 for others. */
export interface ConversationStep {
  id: string;
  kind: "strengths" | "glance" | "discuss" | "low" | "differences" | "vote" | "actions" | "end";
  number: number;
  title: string;
  minutes: number;
  aim: string;
}
/** Of `aannames`. */
export interface ConversationsContent {
  conversations: Conversation[];
  modules: CourseModule[];
  tips: TipSummary[];
}
/** A module of the course: the id is the name of its page. */
export interface CourseModule {
  id: string;
  title: string;
}
/** A tip of a source document in own words. */
export interface TipSummary {
  id: string;
  summary: string;
}
/** Delete the team with everything of it. */
export interface DeleteTeam {
  number: number;
  token: string;
  kind: "delete";
}
/** Draw an address as a QR code. */
export interface DrawQrCode {
  number: number;
  kind: "qr";
  address: string;
}
/** End the round for the participants. */
export interface EndRound {
  number: number;
  token: string;
  session: number;
  kind: "end";
}
/** Open a round of the team, the last one unless another is asked, and follow it. */
export interface EnterRound {
  number: number;
  token: string;
  kind: "enter";
  session?: number | null;
}
/** Come back to a session, and follow it. */
export interface EnterSession {
  number: number;
  code: string;
  token: string;
  kind: "enter";
}
/** An expectation to start from. */
export interface Example {
  text: string;
  theme: string;
}
/** Two parties that expect something of each other. */
export interface ExpectationSet {
  id: string;
  intro: string;
  sentence: string;
  sides: Side[];
  themes: Theme[];
}
/** What one of two parties expects of the other. */
export interface Side {
  id: string;
  name: string;
  title: string;
  hint: string;
  examples: Example[];
  openings: {
    [k: string]: string;
  };
  opening: string;
  ask: string;
}
/** What expectations can be about. */
export interface Theme {
  id: string;
  name: string;
}
/** Of `verwachtingen`. */
export interface ExpectationsContent {
  sets: ExpectationSet[];
}
/** Why there is no answer. */
export interface Fault {
  kind: "fault";
  message: string;
  reason?: string;
}
/** A file to save. */
export interface FileMade {
  kind: "file";
  name: string;
  media: string;
  data: DataView;
  day?: string;
}
/** Which session has this code, before somebody joins. */
export interface FindSession {
  number: number;
  kind: "look_up";
  code: string;
}
/** A statement of a form; see `partnerschap.content.models.Item`. */
export interface FormItem {
  id: string;
  area: string;
  source: string[];
  scale: "frequency" | "progress";
  respondents: ("parent" | "professional" | "management" | "municipality")[];
  statement: string;
  parent: string | null;
  ask: string | null;
}
/** A form of statements. */
export interface FormSpecification {
  exercise: string;
  language: string;
  instruments: InstrumentChoice[];
  areas: Area[];
  scales: {
    [k: string]: string[];
  };
  extra_answers: Wording[];
  roles: RoleWords[];
  sectors: Sector[];
  items: FormItem[];
  tips: TipSummary[];
  messages: {
    [k: string]: string;
  };
}
/** An instrument with the ids of its items. */
export interface InstrumentChoice {
  id: string;
  name: string;
  summary: string;
  minutes: number;
  items: string[];
  fingerprint: string;
}
/** An answer outside the scale with its words. */
export interface Wording {
  id: "dont_know" | "not_applicable";
  name: string;
}
/** A role as a reader sees it. */
export interface RoleWords {
  id: "parent" | "professional" | "management" | "municipality";
  name: string;
  explanation: string;
}
/** A kind of organisation, with the words that differ in it. */
export interface Sector {
  id: string;
  name: string;
  words: {
    [k: string]: string;
  };
}
/** Join as a role; once joined, the same again changes nothing. */
export interface JoinSession {
  number: number;
  code: string;
  token: string;
  kind: "join";
  role: "parent" | "professional" | "management" | "municipality";
}
/** Send code of the front end that few people need, and that no exercise carries along. */
export interface LoadModule {
  number: number;
  kind: "module";
  name: "qr-decoder";
}
/** Write the answers of the person who fills in the form as an answer code. */
export interface MakeAnswerCode {
  number: number;
  kind: "answer_code";
  instrument: string;
  role: "parent" | "professional" | "management" | "municipality";
  fill_in: number;
  answers: {
    [k: string]: number | "dont_know" | "not_applicable";
  };
}
/** Make a file of the answers of the person who fills in the form. */
export interface MakeOwnFile {
  number: number;
  kind: "own_file";
  file: string;
  instrument: string;
  role: "parent" | "professional" | "management" | "municipality";
  sector: "" | string;
  answers: {
    [k: string]: number | "dont_know" | "not_applicable";
  };
  plan?: ActionText[];
}
/** Make a file of the plan of one person, which the browser keeps. */
export interface MakeOwnPlanFile {
  number: number;
  kind: "own_plan_file";
  file: "plan.pdf" | "plan.docx" | "plan.ics";
  plan: ActionText[];
  calendar?: OwnCalendar | null;
  instrument?: string | null;
  role?: "parent" | "professional" | "management" | "municipality";
  sector?: "" | string;
  answers?: {
    [k: string]: number | "dont_know" | "not_applicable";
  };
}
/** How the plan of one person is known in calendars; the browser keeps it. */
export interface OwnCalendar {
  id: string;
  noticed: string | null;
  entries: OwnEntry[];
}
/** What a calendar may hold of a step of one person; see `PlanEntry`. */
export interface OwnEntry {
  uid: string;
  day: string;
  sequence: number;
  changed: number;
  step: number | null;
}
/** Make a file to hand out of a round that is open: sheets, a poster, letters, or all in a zip. */
export interface MakePaper {
  number: number;
  token: string;
  session: number;
  kind: "paper_file";
  file: "paper" | "sheets" | "poster" | "letters" | "answers";
  link: string | "";
  typed: string;
}
/** Make a file of a written policy, which the browser keeps. */
export interface MakePolicy {
  number: number;
  kind: "policy_file";
  file: "policy.pdf" | "policy.docx" | "reading.pdf";
  organisation?: string;
  sector?: "" | string;
  people?: string[];
  found?: string;
  review?: string;
  changed?: string;
  topics?: PolicyTopicText[];
  vision?: string;
  plan?: ActionText[];
}
/** What is written of a topic; see `partnerschap.content.policy.LineId`. */
export interface PolicyTopicText {
  id: string;
  what?: string;
  whom?: string;
  who?: string;
  when?: string;
  known?: string;
}
/** Make a file of a filled-in answer sheet, sent along as one buffer. */
export interface MakeSheetFile {
  number: number;
  kind: "sheet_file";
  file: string;
  filename: string;
  min_group: 1 | 3 | 5;
  sector: "" | string;
  plan?: ActionText[];
}
/** Make a file of a closed round and its plan. */
export interface MakeTeamFile {
  number: number;
  token: string;
  session: number;
  kind: "team_file";
  file: string;
}
/** Make a written vision into a Word file. */
export interface MakeVision {
  number: number;
  kind: "word";
  text: string;
}
/** Find what belongs together. */
export interface Match {
  id: string;
  question: string;
  revisits: string[];
  kind: "match";
  pairs: Pair[];
}
/** Two things that belong together. */
export interface Pair {
  left: string;
  right: string;
  feedback: string;
}
/** Code of the front end, as JavaScript. */
export interface ModuleLoaded {
  kind: "module";
  data: DataView;
}
/** Choose every answer that fits. */
export interface Multiple {
  id: string;
  question: string;
  revisits: string[];
  kind: "multiple";
  options: Option[];
}
/** An answer to choose. */
export interface Option {
  text: string;
  correct: boolean;
  feedback: string;
}
/** Open the next round of the team. */
export interface OpenNextRound {
  number: number;
  token: string;
  kind: "next_round";
}
/** Open a session with a new secret; the same secret again gives the same session. */
export interface OpenSession {
  number: number;
  token: string;
  kind: "open";
  opening: Opening;
}
/** What a trainer chooses for a session. */
export interface Opening {
  instrument: string;
  sector: string;
  roles: ("parent" | "professional" | "management" | "municipality")[];
  own_items?: OwnStatement[];
  min_group?: number;
  retention_days?: number;
  together?: boolean;
  label?: string;
  language?: string;
}
/** A point that the team adds itself. */
export interface OwnStatement {
  statement: string;
  scale: "frequency" | "progress";
}
/** Put in an order that helps; the file has it in that order. */
export interface Order {
  id: string;
  question: string;
  revisits: string[];
  kind: "order";
  options: Step[];
}
/** Something that has its place in an order. */
export interface Step {
  text: string;
  feedback: string;
}
/** What a participant filled in; nobody else gets to see it. */
export interface Own {
  role: string;
  finished: boolean;
  answers: {
    [k: string]: number | "dont_know" | "not_applicable" | null;
  };
  then: {
    [k: string]: number | "dont_know" | "not_applicable" | null;
  };
  votes: {
    [k: string]: number;
  };
}
/** The figures of the answers of one person, and the one kind of answers that there is. */
export interface OwnScored {
  kind: "scored";
  figures: FormFigures;
  pattern: ("none" | "unknown" | "one" | "high" | "low") | null;
}
/** A refusal, with what counts instead of what came too late. */
export interface ParticipantFault {
  kind: "fault";
  message: string;
  reason?: string;
  view?: ParticipantSession;
  own?: Own;
}
/** A round on a participant's own screen; see `partnerschap.sessions.ParticipantView`. */
export interface ParticipantSession {
  code: string;
  state: "open" | "closed" | "discussion" | "planned" | "archived";
  step: string;
  round: number;
  instrument: string;
  roles: string[];
  sector: string;
  together: boolean;
  min_group: number;
  retention_days: number;
  demo: boolean;
  takes: (("now" | "then") | "votes")[];
  own: Own;
  shown: ShownStep | null;
}
/** The part of the figures that belongs to a step, as everybody sees it. */
export interface ShownStep {
  step: ConversationStep;
  figures: FormFigures;
  biggest_differences: GroupDifference[];
  differences: GroupDifference[];
  vote_items: string[];
  importance: {
    [k: string]: number;
  } | null;
  joint: JointAnswer[];
  plan: PlannedAction[];
  earlier_edition: boolean;
  pattern: ("none" | "unknown" | "one" | "high" | "low") | null;
  missing: ("parents" | "team") | null;
}
/** The session that has a code. */
export interface SessionFound {
  kind: "found";
  session: SessionSummary;
}
/** A session as who has its code may know it. */
export interface SessionSummary {
  code: string;
  state: "open" | "closed" | "discussion" | "planned" | "archived";
  step: string;
  round: number;
  instrument: string;
  roles: string[];
  sector: string;
  together: boolean;
  min_group: number;
  retention_days: number;
  demo: boolean;
}
/** What a participant sees now; with the form for who enters. Also sent unasked. */
export interface ParticipantViewed {
  kind: "view";
  view: ParticipantSession;
  specification?: FormSpecification;
}
/** What was sent is on disk. */
export interface Saved {
  kind: "saved";
}
/** Save answers; null takes one away. */
export interface SaveAnswers {
  number: number;
  code: string;
  token: string;
  kind: "save";
  moment?: "now" | "then";
  answers: {
    [k: string]: number | "dont_know" | "not_applicable" | null;
  };
}
/** Say that the answers are ready, or go back to them. */
export interface SetFinished {
  number: number;
  code: string;
  token: string;
  kind: "finish";
  finished: boolean;
}
/** Vote on importance; null takes a vote away. */
export interface SaveVotes {
  number: number;
  code: string;
  token: string;
  kind: "vote";
  votes: {
    [k: string]: 1 | 2 | 3 | null;
  };
}
/** A partnership with what helps to sort; see `partnerschap.content.learning`. */
export interface Partnership {
  id: string;
  name: string;
  short: string;
  label: string;
  recognise: string;
  empty: string;
}
/** A group of people who can have helped to write. */
export interface Person {
  id: string;
  name: string;
  parents: boolean;
}
/** A chart as SVG, with the same in words and in a table. */
export interface PictureShown {
  heading: string;
  reading: string;
  legend: string;
  svg: string;
  alternative: string;
  header: string[];
  rows: string[][];
}
/** The charts of a report. */
export interface PicturesMade {
  kind: "pictures";
  pictures: PictureShown[];
}
/** The figures of one person, with the ids of the partnerships with the lowest share. */
export interface PlanScored {
  kind: "scored";
  figures: FormFigures;
  pattern: ("none" | "unknown" | "one" | "high" | "low") | null;
  weakest: string[];
}
/** The plan of a team; without a closed round only the team. Also sent unasked. */
export interface PlanViewed {
  kind: "plan";
  plan: TeamPlan | TeamSummary;
}
/** The plan of a closed round, with the figures that it follows from. */
export interface TeamPlan {
  id: number | null;
  label: string;
  sector: string;
  demo: boolean;
  rounds: ClosedRound[];
  round: number;
  figures: FormFigures;
  weakest: string[];
  actions: PlannedAction[];
}
/** A team without a closed round to plan from: then `id` is null. */
export interface TeamSummary {
  id: number | null;
  label: string;
  sector: string;
  demo: boolean;
  rounds: ClosedRound[];
}
/** Score the answers of the person who fills in the form. */
export interface ScoreOwn {
  number: number;
  kind: "score_own";
  instrument: string;
  role: "parent" | "professional" | "management" | "municipality";
  answers: {
    [k: string]: number | "dont_know" | "not_applicable";
  };
}
/** Something to look at; in order, or not. */
export interface Point {
  id: string;
  text: string;
}
/** Of `beleid`. */
export interface PolicyContent {
  lines: PolicyLine[];
  topics: PolicyTopic[];
  readers: string[];
  points: VisionPoint[];
  people: Person[];
  items: PolicyItem[];
  vague: string[];
  longest_sentence: number;
}
/** A line that is filled in at every topic. */
export interface PolicyLine {
  id: "what" | "whom" | "who" | "when" | "known";
  name: string;
  hint: string;
  advice: string;
  vague: string[];
}
/** A subject that belongs in a policy. */
export interface PolicyTopic {
  id: string;
  source: string;
  name: string;
  explanation: string;
  question: string;
  examples: {
    [k: string]: PolicyExample;
  };
}
/** A topic as one organisation could fill it in. */
export interface PolicyExample {
  what: string;
  whom: string;
  who: string;
  when: string;
  known: string;
}
/** A point that belongs in a vision, with sentences to start from. */
export interface VisionPoint {
  id: string;
  source: string;
  name: string;
  explanation: string;
  question: string;
  beliefs: string[];
  behaviours: string[];
}
/** A statement of the scan, and the tips that it comes from. */
export interface PolicyItem {
  id: string;
  source: string[];
  statement: string;
}
/** A QR code as SVG. */
export interface QrCodeDrawn {
  kind: "qr";
  svg: string;
}
/** Of `kennischeck`: how many questions it asks at a time, and out of which. */
export interface QuizContent {
  drawn: number;
  test_questions: number;
  modules: QuizModule[];
}
/** A module of the course with its check questions. */
export interface QuizModule {
  id: string;
  number: number;
  title: string;
  questions: (Single | Multiple | Order | Match)[];
}
/** Choose the one answer that fits. */
export interface Single {
  id: string;
  question: string;
  revisits: string[];
  kind: "single";
  options: Option[];
}
/** Take a sheet, or all answer codes, out again. */
export interface RemoveBatch {
  number: number;
  token: string;
  session: number;
  kind: "remove_batch";
  batch: string;
}
/** How many of a role have joined, and how many of them are ready. */
export interface RoleCount {
  role: string;
  joined: number;
  finished: number;
}
/** The closed rounds of a team, oldest first; `changes` of the last one from each earlier. */
export interface RoundComparison {
  label: string;
  sector: string;
  demo: boolean;
  rounds: ComparedRound[];
  changes: AreaChange[][];
}
/** A round in the trainer's list; `opened` as ISO writes it. */
export interface RoundSummary {
  id: number;
  round: number;
  state: "open" | "closed" | "discussion" | "planned" | "archived";
  code: string;
  opened: string;
}
/** The closed rounds side by side, with the form of the last one if there is any. */
export interface RoundsCompared {
  kind: "compared";
  comparison: RoundComparison;
  specification: FormSpecification | null;
}
/** The walk through one kind of organisation: the id is that of a sector. */
export interface Route {
  id: string;
  stations: Station[];
}
/** A place on the way of a parent. */
export interface Station {
  id: string;
  place: "street" | "door" | "hall" | "corridor" | "room" | "digital" | "first_contact";
  name: string;
  view: string;
  points: Point[];
}
/** Of `ouderbril`. */
export interface RoutesContent {
  routes: Route[];
}
/** The figures of a team's sheet. */
export interface SheetScored {
  kind: "scored";
  figures: FormFigures;
  pattern: ("none" | "unknown" | "one" | "high" | "low") | null;
  differences: GroupDifference[];
  left_out: string[];
  missing: ("parents" | "team") | null;
}
/** Score a filled-in answer sheet, sent along as one buffer. */
export interface ScoreSheet {
  number: number;
  kind: "score_sheet";
  filename: string;
  min_group: 1 | 3 | 5;
}
/** Keep what the team agreed on an item; null takes it away. */
export interface SetJointScore {
  number: number;
  token: string;
  session: number;
  kind: "joint";
  item: string;
  value: number | ("dont_know" | "not_applicable") | null;
  version: number;
}
/** Show a step of the conversation to everybody. */
export interface ShowStep {
  number: number;
  token: string;
  session: number;
  kind: "go";
  step: string;
}
/** Of `partnerschappen`. */
export interface SortingContent {
  partnerships: Partnership[];
  activities: Activity[];
}
/** Nothing of the team is left. */
export interface TeamDeleted {
  kind: "deleted";
}
/** The round on the trainer's screen; with the form for who enters. Also sent unasked. */
export interface TrainerViewed {
  added?: number;
  added_code?: number;
  removed?: number;
  problem?: string;
  kind: "view";
  view: TrainerSession;
  specification?: FormSpecification;
}
/** A round on the trainer's screen; see `partnerschap.sessions.TrainerView`. */
export interface TrainerSession {
  code: string;
  state: "open" | "closed" | "discussion" | "planned" | "archived";
  step: string;
  round: number;
  instrument: string;
  roles: string[];
  sector: string;
  together: boolean;
  min_group: number;
  retention_days: number;
  demo: boolean;
  id: number;
  label: string;
  rounds: RoundSummary[];
  counts: RoleCount[];
  batches: Batch[];
  purge_after: string;
  purged: boolean;
  steps: TrainerStep[];
  voters: number;
  result: RoundResult | null;
  joint: JointAnswer[];
  plan: PlannedAction[];
}
/** The same with what a trainer can say. */
export interface TrainerStep {
  id: string;
  kind: "strengths" | "glance" | "discuss" | "low" | "differences" | "vote" | "actions" | "end";
  number: number;
  title: string;
  minutes: number;
  aim: string;
  say: string;
}
/** Of `visie`. */
export interface VisionContent {
  points: VisionPoint[];
  people: Person[];
  vague: string[];
  longest_sentence: number;
}

/** Bounds that a page keeps to, so that it offers nothing that is refused; lengths in characters. */
export const LIMITS = {
  sheetBytes: 5242880,
  sessionCode: 40,
  visionText: 20000,
  policyName: 120,
  policyLine: 400,
  expectation: 120,
  teamLabel: 80,
  leastGroup: 3,
  largestGroup: 20,
  retentionDays: 90,
  ownItems: 8,
  ownItem: 200,
  planSteps: 20,
  removedPlanSteps: 100,
  planStepText: 500,
  planStepOwner: 60,
  planStepDetail: 300,
  firstDue: "2020-01-01",
  lastDue: "2099-12-31",
  firstMonth: 8,
} as const;
