// The way through a plan: its steps above every screen, and the row under it.

import { Button, Buttons } from "../../controls/buttons";
import { ConfirmButton } from "../../controls/confirm";
import { ExerciseLink } from "../../controls/exercise-link";
import { useApp } from "../../lib/app";
import type { TeamPlan, TeamSummary } from "../../protocol";
import { usePlanning } from "./context";
import { SCREENS, type ScreenName } from "./places";
import "../../styles/steps.css";
import "./navigation.css";

/** Which step is open, and the way to the others. */
export function Steps() {
  const { word } = useApp();
  const { planner, state } = usePlanning();
  const { owner, place } = state;
  const team = owner.kind === "team" ? owner.team : null;
  const isOpen = owner.kind === "self" || (team !== null && team.id !== null);
  if (!isOpen || place.screen === "start") return null;
  return (
    <div>
      {team?.demo && <p class="ps-example">{word("actieplan.example")}</p>}
      {isClosedRound(team) && (
        <p class="ps-hint">
          {word("actieplan.of_team", {
            label: team.label || word("actieplan.no_label"),
            round: team.round,
          })}
        </p>
      )}
      <nav aria-label={word("actieplan.steps")}>
        <ol class="ps-steps">
          {SCREENS.filter((name) => name !== "start").map((name) => (
            <li key={name}>
              <Button
                class="ps-step"
                aria-current={name === place.screen ? "step" : undefined}
                onClick={() => planner.go(name)}
              >
                {word(`actieplan.step_${name}`)}
              </Button>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}

const isClosedRound = (team: TeamPlan | TeamSummary | null): team is TeamPlan =>
  team !== null && "round" in team;

interface LastRowProps {
  /** The screen to go back to. */
  back: ScreenName;
  /** Whether there is something to print. */
  print?: boolean;
}

export function LastRow({ back, print = false }: LastRowProps) {
  const { word } = useApp();
  const { planner, isTeam } = usePlanning();
  return (
    <Buttons quiet>
      <Button onClick={() => planner.go(back)}>{word("exercise.back")}</Button>
      {print && <Button onClick={() => window.print()}>{word("exercise.print")}</Button>}
      {isTeam ? <SessionLink /> : <WipeButton />}
    </Buttons>
  );
}

/** The way to the session of a team. */
export function SessionLink() {
  const { word } = useApp();
  const { planner } = usePlanning();
  const hash = `#trainer=${planner.token}`;
  return <ExerciseLink id="workshop" text={word("actieplan.to_session")} hash={hash} />;
}

export function WipeButton() {
  const { word } = useApp();
  const { planner } = usePlanning();
  return (
    <ConfirmButton
      ask={word("exercise.wipe")}
      yes={word("exercise.wipe_yes")}
      no={word("exercise.wipe_no")}
      onConfirm={() => planner.wipe()}
    >
      {word("exercise.wipe_sure")}
    </ConfirmButton>
  );
}
