// Before the plan of a team: which round it belongs to.

import { Button, Buttons } from "../../controls/buttons";
import { Choices } from "../../controls/fields";
import { useApp } from "../../lib/app";
import { dateWords } from "../../lib/dates";
import type { TeamPlan, TeamSummary } from "../../protocol";
import { usePlanning } from "./context";
import { SessionLink } from "./navigation";
import { summary } from "./parts";

export function StartTeam({ team }: { team: TeamPlan | TeamSummary }) {
  const { word } = useApp();
  const { planner, state } = usePlanning();
  return (
    <>
      {team.demo && <p class="ps-example">{word("actieplan.example")}</p>}
      <h2>{word("actieplan.team", { label: team.label || word("actieplan.no_label") })}</h2>
      {team.id === null ? (
        <p class="ps-note">{word("actieplan.no_round")}</p>
      ) : (
        <Rounds team={team} id={state.place.session ?? team.id} />
      )}
      <Buttons quiet>
        <SessionLink />
        <Button onClick={() => planner.openOwn()}>{word("actieplan.alone")}</Button>
      </Buttons>
    </>
  );
}

interface RoundsProps {
  team: TeamPlan | TeamSummary;
  /** Of the round that is chosen; its plan may be on its way. */
  id: number;
}

function Rounds({ team, id }: RoundsProps) {
  const app = useApp();
  const { word } = app;
  const { planner, content, steps } = usePlanning();
  const rounds = team.rounds.map(({ id: session, round, closed }) => ({
    id: String(session),
    name: word("actieplan.round", { round, date: dateWords(content.language, closed) }),
  }));
  const open = (session: string) =>
    void planner.openTeam(planner.token ?? "", { session: Number(session) });
  const isMade = steps.length > 0;
  return (
    <>
      <p>{word("actieplan.team_what")}</p>
      {rounds.length > 1 ? (
        <Choices
          legend={word("actieplan.which_round")}
          name="round"
          options={rounds}
          chosen={String(id)}
          onChoose={open}
          classes="ps-choices"
        />
      ) : (
        <p class="ps-hint">{rounds[0]?.name}</p>
      )}
      <p>{isMade ? summary(app, content.language, steps) : word("actieplan.team_none")}</p>
      <Buttons>
        {isMade && (
          <Button main onClick={() => planner.go("agree")}>
            {word("actieplan.go_on")}
          </Button>
        )}
        <Button main={!isMade} onClick={() => planner.go("choose")}>
          {word("actieplan.to_choose")}
        </Button>
        {isMade && (
          <Button onClick={() => planner.go("overview")}>{word("actieplan.to_overview")}</Button>
        )}
      </Buttons>
    </>
  );
}

/** The plan of a team is there, but cannot be shown now. */
export function Stuck({ message }: { message: string }) {
  const { word } = useApp();
  const { planner } = usePlanning();
  return (
    <>
      <h2>{word("actieplan.stuck")}</h2>
      <p class="ps-problem" role="alert">
        {message}
      </p>
      <Buttons>
        <Button main onClick={() => planner.reopen()}>
          {word("actieplan.again")}
        </Button>
        <Button onClick={() => planner.openOwn()}>{word("actieplan.alone")}</Button>
      </Buttons>
    </>
  );
}
