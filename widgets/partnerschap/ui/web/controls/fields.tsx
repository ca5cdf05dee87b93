// Fields of a form.

import type { ComponentChildren } from "preact";
import { useApp } from "../lib/app";
import { AreaIcon } from "./drawn/area-icon";
import "./fields.css";

/** A field with its label. */
export function Field({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is among the children
    <label class="ps-field">
      {label}
      {children}
    </label>
  );
}

export interface Option {
  id: string;
  name: string;
  /** Of which it has the colour. */
  area?: string;
}

interface ChoicesProps {
  legend: string;
  /** Of the group of radio buttons; unique on the screen. */
  name: string;
  options: readonly Option[];
  chosen: string | null | undefined;
  onChoose: (id: string) => void;
  classes?: string;
  /** Whether the choice only stands to be seen. */
  disabled?: boolean;
}

/** Answers of which one can be chosen. */
export function Choices({
  legend,
  name,
  options,
  chosen,
  onChoose,
  classes = "ps-marks",
  disabled = false,
}: ChoicesProps) {
  return (
    <fieldset class={classes}>
      <legend>{legend}</legend>
      {options.map(({ id, name: label, area }) => (
        <label class="ps-option" key={id} style={area && `--area: var(--ps-${area})`}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === chosen}
            disabled={disabled}
            onChange={() => onChoose(id)}
          />
          <AreaIcon area={area} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export interface ExplainedOption {
  id: string;
  name: string;
  hint?: string;
}

interface ExplainedChoicesProps extends Pick<ChoicesProps, "legend" | "name"> {
  options: readonly ExplainedOption[];
  /** Of several, all that are chosen. */
  chosen: string | null | undefined | readonly string[];
  onChoose: (id: string, isChosen: boolean) => void;
}

/** Options that each have a line to explain it; of a list that is chosen, more than one can be. */
export function ExplainedChoices(props: ExplainedChoicesProps) {
  const { legend, name, options, chosen, onChoose } = props;
  const isList = Array.isArray(chosen);
  return (
    <fieldset class="ps-choices">
      <legend>{legend}</legend>
      {options.map(({ id, name: label, hint }) => (
        <label class="ps-choice" key={id}>
          <input
            type={isList ? "checkbox" : "radio"}
            name={name}
            value={id}
            checked={isList ? chosen.includes(id) : id === chosen}
            onChange={({ currentTarget }) => onChoose(id, currentTarget.checked)}
          />
          <span>
            <strong>{label}</strong>
            {hint && <span class="ps-hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The kinds of organisations. */
export function SectorChoice({ chosen, onChoose }: Pick<ChoicesProps, "chosen" | "onChoose">) {
  const { specification, word } = useApp();
  return (
    <Choices
      legend={word("exercise.sector")}
      name="sector"
      options={specification.sectors}
      chosen={chosen}
      onChoose={onChoose}
      classes="ps-choices"
    />
  );
}

interface SeveralChoicesProps {
  legend: string;
  options: readonly { id: string; name: string }[];
  /** Ids, in the order in which they were chosen. */
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

/** A choice of any number of options, as checkboxes. */
export function SeveralChoices({ legend, options, chosen, onChoose }: SeveralChoicesProps) {
  const tick = (id: string, isChosen: boolean) => {
    const others = chosen.filter((other) => other !== id);
    onChoose(isChosen ? [...others, id] : others);
  };
  return (
    <fieldset class="ps-choices">
      <legend>{legend}</legend>
      {options.map(({ id, name }) => (
        <label class="ps-choice" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A text without spaces around it and without more than one between two words. */
export const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** From this number of characters left on, a field says how many are left. */
const NEARLY_FULL = 30;

/** How many characters still fit, once they are few. */
export function CharactersLeft({ longest, text }: { longest: number; text: string }) {
  const { count } = useApp();
  const rest = longest - text.length;
  return <span class="ps-hint">{rest > NEARLY_FULL ? "" : count("exercise.left", rest)}</span>;
}
