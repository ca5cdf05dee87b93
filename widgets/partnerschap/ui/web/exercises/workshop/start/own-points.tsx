// The points that a team adds itself, each with the scale that it is answered on.

import { useLayoutEffect, useRef } from "preact/hooks";
import { Button, Buttons } from "../../../controls/buttons";
import { Field, tidy } from "../../../controls/fields";
import { useApp } from "../../../lib/app";
import { LIMITS, type OwnStatement } from "../../../protocol";
import { useFormContent } from "../../../questionnaire/content";

export interface OwnPoint {
  /** Of this form only. */
  key: number;
  text: string;
  scale: OwnStatement["scale"];
}

interface OwnPointsProps {
  points: readonly OwnPoint[];
  onChange: (points: readonly OwnPoint[]) => void;
  /** Whether somebody wanted to go on: then is told which point has no text. */
  isTried: boolean;
}

export function OwnPoints({ points, onChange, isTried }: OwnPointsProps) {
  const { word, say } = useApp();
  const { scales } = useFormContent();
  const list = useRef<HTMLDivElement>(null);
  const more = useRef<HTMLDivElement>(null);
  const lastKey = useRef(0);
  /** Where the reader goes once it is shown. */
  const next = useRef<"added" | "more" | null>(null);

  useLayoutEffect(() => {
    const added = list.current?.querySelector<HTMLElement>("fieldset:last-child input");
    if (next.current === "added") added?.focus();
    if (next.current === "more") more.current?.querySelector("button")?.focus();
    next.current = null;
  }, [points]);

  const add = () => {
    next.current = "added";
    lastKey.current += 1;
    const [scale] = Object.keys(scales) as OwnPoint["scale"][];
    if (scale) onChange([...points, { key: lastKey.current, text: "", scale }]);
  };
  const remove = (point: OwnPoint) => {
    next.current = "more";
    onChange(points.filter((one) => one !== point));
    say(word("workshop.own_removed"));
  };
  const change = (point: OwnPoint, changes: Partial<OwnPoint>) =>
    onChange(points.map((one) => (one === point ? { ...one, ...changes } : one)));
  return (
    <div>
      <div ref={list}>
        {points.map((point, at) => (
          <fieldset class="ps-own-point" key={point.key}>
            <legend>{word("workshop.own_point", { number: at + 1 })}</legend>
            <Field
              label={word("workshop.own_statement")}
              problem={isTried && !tidy(point.text) ? word("workshop.own_empty") : ""}
            >
              <input
                type="text"
                maxLength={LIMITS.ownItem}
                autocomplete="off"
                value={point.text}
                onInput={({ currentTarget }) => change(point, { text: currentTarget.value })}
              />
            </Field>
            <Field label={word("workshop.own_scale")}>
              <select
                value={point.scale}
                onChange={({ currentTarget }) =>
                  change(point, { scale: currentTarget.value as OwnPoint["scale"] })
                }
              >
                {Object.entries(scales).map(([id, names]) => (
                  <option key={id} value={id}>
                    {names.join(" · ")}
                  </option>
                ))}
              </select>
            </Field>
            <Button class="ps-clear" onClick={() => remove(point)}>
              {word("workshop.own_remove")}
            </Button>
          </fieldset>
        ))}
      </div>
      <div ref={more} hidden={points.length >= LIMITS.ownItems}>
        <Buttons>
          <Button onClick={add}>{word("workshop.own_add")}</Button>
        </Buttons>
      </div>
    </div>
  );
}
