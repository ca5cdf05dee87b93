// A list of short texts that a reader adds to and takes from.

import type { TargetedFocusEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import { useApp } from "../lib/app";
import { shortened } from "../lib/words";
import { Field, tidy } from "./fields";
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
    say(word("exercise.removed", { text: shortened(entry.text) }));
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
    if (wrong) return field.current?.focus();
    onAdd(added);
    setText("");
    say(word("exercise.added", { text: shortened(added) }));
    field.current?.focus();
  };

  const leave = ({ currentTarget, relatedTarget }: TargetedFocusEvent<HTMLFormElement>) => {
    if (!currentTarget.contains(relatedTarget as Node | null)) setProblem("");
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
      {/* Who goes on elsewhere no longer needs to hear what was missing here. */}
      <form class="ps-add" onSubmit={submit} onFocusOut={leave}>
        <Field label={label} problem={problem}>
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
    </div>
  );
}
