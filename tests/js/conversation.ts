// Parts of an invented conversation.

export const choice = (id: string, to: string) => ({
  id,
  to,
  text: id,
  consequence: "",
  feedback: "",
  tip: null,
});
export const moment = (id: string, ...choices: ReturnType<typeof choice>[]) => ({
  id,
  situation: "",
  speaker: null,
  face: null,
  says: "",
  choices,
});

/** An ending; one that is not good for now names the moment at which to try again. */
export const ending = (id: string, again: string | null = null) => ({
  id,
  again,
  outcome: again ? ("not_yet" as const) : ("good" as const),
  title: "",
  situation: "",
  thought: "",
});
