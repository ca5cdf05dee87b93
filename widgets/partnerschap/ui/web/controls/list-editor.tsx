// A list of short texts that a reader adds to and takes from.

import { useRef, useState } from "preact/hooks";
import { useApp } from "../lib/app";
import { Problem } from "./feedback";
import { CharactersLeft, Field, tidy } from "./fields";
import "./buttons.css";
import "./list-editor.css";

export interface Entry {
  id: string;
  text: string;
}

interface ListEditorProps {
  /** Of the field. */
  label: string;
  /** Characters of a text. */
  longest: number;
  /** Texts in the list. */
  most: number;
  entries: readonly Entry[];
  /** Why nothing can be added now; empty when something can. */
  refusal?: string;
  onAdd: (text: string) => void;
  onRemove: (entry: Entry) => void;
}

export function ListEditor(props: ListEditorProps) {
  const { label, longest, most, entries, refusal = "", onAdd, onRemove } = props;
  const { word, say } = useApp();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const field = useRef<HTMLInputElement>(null);

  const remove = (entry: Entry) => {
    onRemove(entry);
    say(word("exercise.removed", { text: entry.text }));
    field.current?.focus();
  };
  const problemOf = (added: string) => {
    if (!added) return word("exercise.empty");
    if (entries.some((entry) => entry.text.toLowerCase() === added.toLowerCase()))
      return word("exercise.twice");
    if (entries.length >= most) return word("exercise.full", { limit: most });
    return refusal;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const added = tidy(text);
    const wrong = problemOf(added);
    setProblem(wrong);
    if (wrong) return;
    onAdd(added);
    setText("");
    say(word("exercise.added", { text: added }));
    field.current?.focus();
  };

  return (
    <div>
      <ul class="ps-entries" hidden={entries.length === 0}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <span>{entry.text}</span>
            <button
              class="ps-clear"
              type="button"
              aria-label={word("exercise.remove_of", { text: entry.text })}
              onClick={() => remove(entry)}
            >
              {word("exercise.remove")}
            </button>
          </li>
        ))}
      </ul>
      <form class="ps-add" onSubmit={submit}>
        <Field label={label}>
          <input
            ref={field}
            type="text"
            maxLength={longest}
            autocomplete="off"
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setProblem("");
            }}
          />
        </Field>
        <button class="ps-button" type="submit">
          {word("exercise.add")}
        </button>
      </form>
      <CharactersLeft longest={longest} text={text} />
      <Problem text={problem} />
    </div>
  );
}
