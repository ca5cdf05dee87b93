// What a trainer chooses for a session.

import { useRef, useState } from "preact/hooks";
import { Buttons } from "../../../controls/buttons";
import { Problem } from "../../../controls/feedback";
import { Choices, ExplainedChoices, Field, goToProblem, tidy } from "../../../controls/fields";
import { Folded } from "../../../controls/panels";
import { useApp } from "../../../lib/app";
import { newSecret } from "../../../lib/trainer-link";
import { LIMITS, type Opening } from "../../../protocol";
import { useFormContent } from "../../../questionnaire/content";
import { useLeading } from "../context";
import { type OwnPoint, OwnPoints } from "./own-points";

const USUAL_ROLES: Opening["roles"] = ["parent", "professional", "management"];
const GROUPS = [3, 5, 8];
const DAYS = [7, 30, 60, 90];

type Chosen = Required<Omit<Opening, "own_items" | "language">>;

export function OpeningForm() {
  const { word } = useApp();
  const { trainer } = useLeading();
  const content = useFormContent();
  const [chosen, setChosen] = useState<Chosen>({
    instrument: content.instruments[0]?.id ?? "",
    sector: content.sectors[0]?.id ?? "",
    roles: USUAL_ROLES,
    min_group: 5,
    retention_days: 30,
    together: false,
    label: "",
  });
  const [points, setPoints] = useState<readonly OwnPoint[]>([]);
  const [problem, setProblem] = useState("");
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // One secret for as long as this form is open: sent twice, it makes one session.
  const { current: token } = useRef(newSecret());
  const choose = (changes: Partial<Chosen>) => setChosen((before) => ({ ...before, ...changes }));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const own_items = points.map(({ scale, text }) => ({ scale, statement: tidy(text) }));
    const isEmpty = own_items.some(({ statement }) => !statement);
    const isWrong = isEmpty || !chosen.roles.length;
    setTried(isWrong);
    if (isWrong) return requestAnimationFrame(() => goToProblem(form.current));
    setProblem(await trainer.open(token, { ...chosen, label: tidy(chosen.label), own_items }));
  };
  return (
    <form ref={form} class="ps-opening" onSubmit={(event) => void submit(event)}>
      <h3>{word("workshop.make")}</h3>
      <ExplainedChoices
        legend={word("form.choose_instrument")}
        name="instrument"
        options={content.instruments.map(({ id, name, items, minutes, summary }) => ({
          id,
          name,
          hint: word("form.instrument_hint", { items: items.length, minutes, summary }),
        }))}
        chosen={chosen.instrument}
        onChoose={(instrument) => choose({ instrument })}
      />
      <Choices
        legend={word("form.choose_sector")}
        name="sector"
        options={content.sectors}
        chosen={chosen.sector}
        onChoose={(sector) => choose({ sector })}
      />
      <RoleChoice
        chosen={chosen.roles}
        problem={isTried && !chosen.roles.length ? word("workshop.no_roles") : ""}
        onChoose={(roles) => choose({ roles })}
      />
      <Field label={word("workshop.label")}>
        <input
          type="text"
          maxLength={LIMITS.teamLabel}
          autocomplete="off"
          value={chosen.label}
          onInput={({ currentTarget }) => choose({ label: currentTarget.value })}
        />
      </Field>
      <p class="ps-hint">{word("workshop.label_hint")}</p>
      <Folded title={word("workshop.own")}>
        <p>{word("workshop.own_what")}</p>
        <OwnPoints points={points} onChange={setPoints} isTried={isTried} />
      </Folded>
      <MoreChoices chosen={chosen} onChoose={choose} />
      <Problem text={problem} />
      <Buttons>
        <button class="ps-button ps-main" type="submit">
          {word("workshop.make_it")}
        </button>
      </Buttons>
    </form>
  );
}

interface RoleChoiceProps {
  problem: string;
  chosen: Opening["roles"];
  onChoose: (roles: Opening["roles"]) => void;
}

/** Who takes part; in the order of the content, whatever the order of choosing. */
function RoleChoice({ chosen, problem, onChoose }: RoleChoiceProps) {
  const { word } = useApp();
  const { roles } = useFormContent();
  const ids = roles.map(({ id }) => id);
  return (
    <ExplainedChoices
      legend={word("workshop.roles")}
      name="role"
      options={roles.map(({ id, name }) => ({ id, name }))}
      chosen={chosen}
      problem={problem}
      onChoose={(role, isOn) =>
        onChoose(ids.filter((id) => (id === role ? isOn : chosen.includes(id))))
      }
    />
  );
}

interface MoreChoicesProps {
  chosen: Chosen;
  onChoose: (changes: Partial<Chosen>) => void;
}

/** What most trainers leave as it is. */
function MoreChoices({ chosen, onChoose }: MoreChoicesProps) {
  const { word } = useApp();
  const numbers = (name: "group" | "days", values: readonly number[]) =>
    values.map((value) => ({ id: String(value), name: word(`workshop.${name}_${value}`) }));
  return (
    <Folded title={word("workshop.more")}>
      <ExplainedChoices
        legend={word("workshop.way")}
        name="way"
        options={["apart", "together"].map((id) => ({
          id,
          name: word(`workshop.way_${id}`),
          hint: word(`workshop.way_${id}_hint`),
        }))}
        chosen={chosen.together ? "together" : "apart"}
        onChoose={(way) => onChoose({ together: way === "together" })}
      />
      <ExplainedChoices
        legend={word("workshop.group")}
        name="group"
        options={numbers("group", GROUPS)}
        chosen={String(chosen.min_group)}
        onChoose={(group) => onChoose({ min_group: Number(group) })}
      />
      <p class="ps-hint">{word("workshop.group_why")}</p>
      <ExplainedChoices
        legend={word("workshop.days")}
        name="days"
        options={numbers("days", DAYS)}
        chosen={String(chosen.retention_days)}
        onChoose={(days) => onChoose({ retention_days: Number(days) })}
      />
      <p class="ps-hint">{word("workshop.days_why")}</p>
    </Folded>
  );
}
