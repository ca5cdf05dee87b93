// A small form and the figures of a team, for the tests of what is made of them.

import type {
  FormFigures,
  FormItem,
  ItemFigures,
} from "../../widgets/partnerschap/ui/web/protocol";
import type { FormContent } from "../../widgets/partnerschap/ui/web/questionnaire/content";

/** The point of the content has a word of the sector in it, and so does what the team wrote itself. */
export const ASKED: FormItem = {
  id: "inf-1",
  area: "informing",
  source: ["A01"],
  scale: "frequency",
  respondents: ["parent", "professional"],
  statement: "Wij informeren de {council}.",
  parent: "Ik hoor iets van de {council}.",
  ask: "Wat doet de {council}?",
};
export const OWN: FormItem = {
  ...ASKED,
  id: "own-1",
  area: "own",
  source: [],
  statement: "Wij lezen {council} als accolades.",
  parent: null,
  ask: null,
};

export const CONTENT: FormContent = {
  language: "nl",
  instruments: [
    {
      id: "kort",
      name: "Kort",
      summary: "",
      minutes: 5,
      items: ["inf-1", "own-1"],
      fingerprint: "a1b2c3",
    },
  ],
  areas: [
    {
      id: "informing",
      name: "Informeren",
      short: "",
      partnership: true,
      tell: "Vraag het de {council}.",
    },
    { id: "own", name: "Eigen punten", short: "", partnership: false, tell: null },
  ],
  scales: { frequency: ["Nooit", "Zelden", "Soms", "Vaak", "Altijd"] },
  extra_answers: [{ id: "dont_know", name: "Weet ik niet" }],
  roles: [
    { id: "parent", name: "Ouder", explanation: "" },
    { id: "professional", name: "Professional", explanation: "" },
  ],
  sectors: [
    { id: "school", name: "School", words: { council: "ouderraad" } },
    { id: "childcare", name: "Kinderopvang", words: { council: "oudercommissie" } },
  ],
  items: [ASKED, OWN],
  tips: [{ id: "A01", summary: "Informeer" }],
};

/** Ten answers of two groups of five: four and five from parents, two from professionals. */
export function scoreOf({ id, area }: FormItem, changes: Partial<ItemFigures> = {}): ItemFigures {
  return {
    id,
    area,
    n_valid: 10,
    dont_know: 1,
    not_applicable: 0,
    counts: [0, 5, 0, 2, 3],
    median: 3,
    share: 0.5,
    share_interval: [0.2, 0.8],
    need: 0.4,
    agreement: 0.1,
    agreement_class: "two_camps",
    status: "scored",
    situation: "talk",
    difference: 1,
    groups: {
      parent: { n_valid: 5, counts: [0, 0, 0, 2, 3] },
      professional: { n_valid: 5, counts: [0, 5, 0, 0, 0] },
    },
    ...changes,
  };
}

export const FIGURES: FormFigures = {
  instrument: "kort",
  content_version: "1",
  respondents: 10,
  min_group: 5,
  seed: 0,
  items: [scoreOf(ASKED), scoreOf(OWN)],
  division: { parent: ["parent"], professional: ["professional"] },
  areas: [{ id: "informing", status: "scored", share: 0.5, interval: [0.2, 0.8], items_scored: 2 }],
  tips: [{ id: "A01", share: 0.5, items_scored: 1 }],
  balance: null,
  discuss_first: ["own-1", "inf-1"],
  agree_low: [],
  strengths: ["inf-1", "own-1"],
  suggestions: [
    {
      item: "inf-1",
      action: "inf-1-a",
      situation: "talk",
      need: 0.4,
      importance: 2,
      effort: 1,
      impact: 2,
      priority: 0.2,
      quick_win: true,
      stability: 0.7,
      why: "Daarom.",
    },
  ],
  year_plan: [],
  find_out: [],
  keep: [],
  begin: [],
  unlisted: { strengths: { n: 0, alike: false }, agree_low: { n: 0, alike: false } },
  actions: { "inf-1-a": { text: "Schrijf aan de {council}.", sectors: {} } },
};

/** Words that show their values, so that a test sees what was filled in. */
export const WORDS = {
  word: (id: string, values: Record<string, string | number> = {}) =>
    [id, ...Object.values(values)].join(" "),
  count: (id: string, n: number) => `${id} ${n}`,
};
