// Fields of a form.

import { type ComponentChildren, cloneElement, type InputHTMLAttributes, type VNode } from "preact";
import { useState } from "preact/hooks";
import { useApp } from "../lib/app";
import { AreaIcon } from "./drawn/area-icon";
import "./feedback.css";
import "./fields.css";

type Control = VNode<
  Pick<InputHTMLAttributes, "id" | "maxLength" | "value" | "aria-describedby" | "aria-invalid">
>;

interface FieldProps {
  label: string;
  /** What is wrong with what is in it. */
  problem?: string;
  /** What helps to fill it in. */
  hint?: string;
  /** An input, a textarea or a select; of one that has a limit is told what still fits. */
  children: VNode;
}

/** A field with its label, and all that is said of it. */
export function Field({ label, problem = "", hint = "", children }: FieldProps) {
  const [own] = useState(newId);
  const control = children as Control;
  const { id = own, maxLength, value, "aria-describedby": described } = control.props;
  const isLimited = typeof maxLength === "number" && typeof value === "string";
  const about = [
    described,
    problem && `${own}-problem`,
    hint && `${own}-hint`,
    isLimited && `${own}-left`,
  ].filter(Boolean);
  return (
    <div class="ps-field">
      <div class="ps-field-head">
        {/* A name that changes is a new label: a browser that translates holds on to the old text. */}
        <label key={label} for={id}>
          {label}
        </label>
        {isLimited && <CharactersLeft id={`${own}-left`} longest={maxLength} text={value} />}
      </div>
      {hint && (
        <p class="ps-hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      <p class="ps-problem" role="alert" id={`${own}-problem`} hidden={!problem}>
        {problem}
      </p>
      {cloneElement(control, {
        id,
        "aria-describedby": about.join(" ") || undefined,
        "aria-invalid": problem ? true : undefined,
      })}
    </div>
  );
}

/** Of an element; unlike any other on a page that may show several exercises. */
const newId = () => `ps-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`;

export interface Option {
  id: string;
  name: string;
  /** Of which it has the colour. */
  area?: string;
}

interface ChoicesProps {
  legend: string;
  /** What is wrong, such as that nothing is chosen. */
  problem?: string;
  /** Of the group of radio buttons; unique on the screen. */
  name: string;
  options: readonly Option[];
  chosen: string | null | undefined;
  onChoose: (id: string) => void;
  classes?: string;
  /** Whether the choice only stands to be seen. */
  disabled?: boolean;
  /** Take the choice back; without it that is not possible. */
  onClear?: () => void;
}

/** Answers of which one can be chosen. */
export function Choices({
  legend,
  problem,
  name,
  options,
  chosen,
  onChoose,
  classes = "ps-marks",
  disabled = false,
  onClear,
}: ChoicesProps) {
  const { word } = useApp();
  return (
    <Group classes={classes} legend={legend} problem={problem}>
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
      {onClear && options.some(({ id }) => id === chosen) && (
        <button
          class="ps-clear"
          type="button"
          aria-label={word("exercise.clear_of", { question: legend })}
          onClick={({ currentTarget }) => {
            // The button goes; its place is taken by the first choice.
            currentTarget.closest("fieldset")?.querySelector("input")?.focus();
            onClear();
          }}
        >
          {word("exercise.clear")}
        </button>
      )}
    </Group>
  );
}

interface GroupProps extends Pick<ChoicesProps, "legend" | "problem"> {
  classes: string;
  children: ComponentChildren;
}

/** Choices that belong together, with what is wrong. */
function Group({ classes, legend, problem = "", children }: GroupProps) {
  const [id] = useState(newId);
  return (
    <fieldset class={classes} aria-describedby={problem ? id : undefined}>
      <legend>{legend}</legend>
      <p class="ps-problem" role="alert" id={id} hidden={!problem}>
        {problem}
      </p>
      {children}
    </fieldset>
  );
}

/** Take the reader to the first field of a place that is not in order. */
export function goToProblem(place: Element | null): void {
  const wrong = place?.querySelector(".ps-problem:not([hidden])")?.parentElement;
  wrong?.querySelector<HTMLElement>("input, textarea, select")?.focus();
}

export interface ExplainedOption {
  id: string;
  name: string;
  hint?: string;
}

interface ExplainedChoicesProps extends Pick<ChoicesProps, "legend" | "name" | "problem"> {
  options: readonly ExplainedOption[];
  /** Of several, all that are chosen. */
  chosen: string | null | undefined | readonly string[];
  onChoose: (id: string, isChosen: boolean) => void;
}

/** Options that each have a line to explain it; of a list that is chosen, more than one can be. */
export function ExplainedChoices(props: ExplainedChoicesProps) {
  const { legend, name, problem, options, chosen, onChoose } = props;
  const isList = Array.isArray(chosen);
  return (
    <Group classes="ps-choices" legend={legend} problem={problem}>
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
    </Group>
  );
}

/** The kinds of organisations. */
export function SectorChoice({
  chosen,
  onChoose,
  problem,
}: Pick<ChoicesProps, "chosen" | "onChoose" | "problem">) {
  const { specification, word } = useApp();
  return (
    <Choices
      legend={word("exercise.sector")}
      problem={problem}
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
    <Group classes="ps-choices" legend={legend}>
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
    </Group>
  );
}

/** A text without spaces around it and without more than one between two words. */
export const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** From this number of characters left on, or a quarter of a short field, a field says what fits. */
const NEARLY_FULL = 30;

interface CharactersLeftProps {
  id: string;
  longest: number;
  text: string;
}

/** How many characters still fit, once they are few. */
function CharactersLeft({ id, longest, text }: CharactersLeftProps) {
  const { word, count } = useApp();
  const rest = longest - text.length;
  const isNear = rest <= Math.min(NEARLY_FULL, longest / 4);
  const said = rest > 0 ? count("exercise.left", rest) : word("exercise.left_none");
  return (
    // Only that nothing fits any more is told at once: the number changes with every letter.
    <span class="ps-hint ps-left" id={id} aria-live={rest > 0 ? "off" : "polite"}>
      {isNear && said}
    </span>
  );
}
