// The fields of a step.

import type { ComponentChildren, Ref } from "preact";
import { Choices, Field } from "../controls/fields";
import { useApp } from "../lib/app";
import { DATES, today } from "../lib/dates";
import { LIMITS } from "../protocol";
import { useFormContent } from "../questionnaire/content";
import { isOverdue, MONTHS, type Problems, STATES, type StepDraft } from "./step";
import "../styles/columns.css";
import "./fields.css";

/** What the fields do with what is filled in. */
export interface DraftHandlers {
  /** While a text is typed. */
  onType: (changes: Partial<StepDraft>) => void;
  /** While a date is filled in: until it is left, its year may be 0002. */
  onHold: (changes: Partial<StepDraft>) => void;
  /** When something is chosen, or a field is left. */
  onSet: (changes: Partial<StepDraft>) => void;
}

export interface DraftProps extends DraftHandlers {
  draft: StepDraft;
  /** Ids of the messages that say what is wrong, by field. */
  problems: Problems;
}

/** What an exercise calls the first two fields. */
export interface StepLabels {
  text: string;
  owner: string;
}

/** The name of a month, 1..12. */
export const monthName = (language: string, month: number) =>
  new Intl.DateTimeFormat(language, { month: "long" }).format(new Date(2026, month - 1, 1));

/** In words; nothing when nothing is wrong. */
function useProblem(id: string | undefined): string {
  const { word } = useApp();
  return id ? word(id) : "";
}

interface TextProps extends DraftProps {
  label: string;
  name: "text" | "first_step" | "evidence" | "celebration" | "reason";
  longest?: number;
  field?: Ref<HTMLTextAreaElement>;
}

export function StepText(props: TextProps) {
  const { label, name, draft, problems, longest = LIMITS.planStepDetail, field } = props;
  const { onType, onSet } = props;
  return (
    <Field label={label} problem={useProblem(problems[name])}>
      <textarea
        ref={field}
        rows={2}
        maxLength={longest}
        value={draft[name]}
        onInput={({ currentTarget }) => onType({ [name]: currentTarget.value })}
        onChange={({ currentTarget }) => onSet({ [name]: currentTarget.value })}
      />
    </Field>
  );
}

/** What is done. */
export function WhatField({
  label,
  ...props
}: DraftProps & Pick<TextProps, "field"> & { label: string }) {
  return <StepText label={label} name="text" longest={LIMITS.planStepText} {...props} />;
}

/** Who does it, and when it is ready. */
export function WhoWhenFields({ label, ...props }: DraftProps & { label: string }) {
  const { word } = useApp();
  const { draft, problems, onType, onHold, onSet } = props;
  const dueIn = ({ value, validity }: HTMLInputElement) => ({
    due: value || null,
    isDueValid: validity.valid,
  });
  return (
    <Pair>
      <Field label={label} problem={useProblem(problems.owner)}>
        <input
          type="text"
          maxLength={LIMITS.planStepOwner}
          autocomplete="off"
          value={draft.owner}
          onInput={({ currentTarget }) => onType({ owner: currentTarget.value })}
          onChange={({ currentTarget }) => onSet({ owner: currentTarget.value })}
        />
      </Field>
      <Field
        label={word("plan.due")}
        problem={useProblem(problems.due)}
        hint={isOverdue(draft, today()) ? word("plan.due_past") : undefined}
      >
        <input
          type="date"
          {...DATES}
          value={draft.due ?? ""}
          onInput={({ currentTarget }) => onHold(dueIn(currentTarget))}
          onChange={({ currentTarget }) => onSet(dueIn(currentTarget))}
        />
      </Field>
    </Pair>
  );
}

/** Everything else that can be agreed; `id` names the group of radio buttons. */
export function DetailFields({ id, hasItem, ...props }: DraftProps & DetailOptions) {
  const { word } = useApp();
  const { draft, onSet } = props;
  const isOver = draft.state === "stopped" || draft.state === "done";
  return (
    <>
      <StepText label={word("plan.first_step")} name="first_step" {...props} />
      <Pair>
        <StepText label={word("plan.evidence")} name="evidence" {...props} />
        <StepText label={word("plan.celebration")} name="celebration" {...props} />
      </Pair>
      {!hasItem && <AreaField chosen={draft.area} onChoose={(area) => onSet({ area })} />}
      <MonthFields chosen={draft.months} onChoose={(months) => onSet({ months })} />
      <Choices
        legend={word("plan.state")}
        name={`ps-state-${id}`}
        options={STATES.map((state) => ({ id: state, name: word(`together.state_${state}`) }))}
        chosen={draft.state}
        onChoose={(chosen) => onSet({ state: STATES.find((state) => state === chosen) })}
      />
      {isOver && (
        <StepText
          label={word(draft.state === "done" ? "plan.reason_done" : "plan.reason_stopped")}
          name="reason"
          {...props}
        />
      )}
    </>
  );
}

interface DetailOptions {
  id: number;
  /** Whether it was made of an item: then it belongs where that does. */
  hasItem: boolean;
}

interface AreaFieldProps {
  chosen: string | null;
  onChoose: (area: string | null) => void;
}

/** Where a step belongs. */
export function AreaField({ chosen, onChoose }: AreaFieldProps) {
  const { word } = useApp();
  const { areas } = useFormContent();
  return (
    <Field label={word("plan.area")}>
      <select
        value={chosen ?? ""}
        onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
      >
        <option value="">{word("plan.area_none")}</option>
        {areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface MonthFieldsProps {
  chosen: readonly number[];
  onChoose: (months: number[]) => void;
}

/** In which months something happens. */
function MonthFields({ chosen, onChoose }: MonthFieldsProps) {
  const { specification, word } = useApp();
  const toggle = (month: number, isChosen: boolean) =>
    onChoose(MONTHS.filter((one) => (one === month ? isChosen : chosen.includes(one))));
  return (
    <fieldset class="ps-months">
      <legend>{word("plan.months")}</legend>
      {MONTHS.map((month) => (
        <label key={month} class="ps-option">
          <input
            type="checkbox"
            value={month}
            checked={chosen.includes(month)}
            onChange={({ currentTarget }) => toggle(month, currentTarget.checked)}
          />
          <span>{monthName(specification.language, month)}</span>
        </label>
      ))}
    </fieldset>
  );
}

const Pair = ({ children }: { children: ComponentChildren }) => (
  <div class="ps-pair">{children}</div>
);
