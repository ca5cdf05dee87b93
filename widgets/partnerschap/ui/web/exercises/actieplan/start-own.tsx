// Before a plan of one's own: what it follows from, and the way to the plan of a team.

import { Button, Buttons } from "../../controls/buttons";
import { ExerciseLink } from "../../controls/exercise-link";
import { Problem } from "../../controls/feedback";
import { Folded } from "../../controls/panels";
import { TrainerLinkForm } from "../../controls/trainer-link-form";
import { useApp } from "../../lib/app";
import { courseAddress, exerciseAddress } from "../../lib/host";
import { recallSecret } from "../../lib/trainer-link";
import { usePlanning } from "./context";
import { WipeButton } from "./navigation";
import { summary } from "./parts";
import { rememberedScans } from "./remembered-scans";

export function StartOwn() {
  const app = useApp();
  const { word } = app;
  const { planner, state, steps, content } = usePlanning();
  const isMade = steps.length > 0;
  return (
    <>
      <h2>{word("actieplan.start")}</h2>
      <p>{word("actieplan.start_what")}</p>
      <Sources />
      {isMade && <p>{summary(app, content.language, steps)}</p>}
      <p class="ps-private">{word(state.canKeep ? "actieplan.private" : "exercise.not_kept")}</p>
      <Buttons>
        {isMade && (
          <Button main onClick={() => planner.go("agree")}>
            {word("actieplan.go_on")}
          </Button>
        )}
        <Button main={!isMade} onClick={() => planner.go("choose")}>
          {word("actieplan.to_choose")}
        </Button>
      </Buttons>
      <Folded title={word("actieplan.open_team")}>
        <OpenTeam />
      </Folded>
      {isMade && (
        <Buttons quiet>
          <WipeButton />
        </Buttons>
      )}
    </>
  );
}

/** What the suggestions follow from. */
function Sources() {
  const { word, count } = useApp();
  const { content, state } = usePlanning();
  const scans = rememberedScans(content);
  if (!scans.length) {
    return (
      <div class="ps-note">
        <p>{word("actieplan.no_scan")}</p>
        <ScanLinks />
      </div>
    );
  }
  const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? "";
  return (
    <div>
      <p>{word("actieplan.from_scan")}</p>
      <ul class="ps-list">
        {scans.map(({ instrument, role, answers }) => (
          <li key={instrument}>
            {count("actieplan.scan", Object.keys(answers).length, {
              scan: nameIn(content.instruments, instrument),
              role: nameIn(content.roles, role),
            })}
          </li>
        ))}
      </ul>
      {state.advice.state === "lost" && <Problem text={state.advice.message ?? ""} />}
    </div>
  );
}

/** The way to the scans; the whole page goes there, not the frame of this exercise. */
export function ScanLinks() {
  return (
    <Buttons>
      <ScanLink id="teamscan" />
      <ScanLink id="beleidsscan" />
    </Buttons>
  );
}

function ScanLink({ id }: { id: "teamscan" | "beleidsscan" }) {
  const { word } = useApp();
  const href = courseAddress(id) ?? exerciseAddress(id);
  return <ExerciseLink target="_top" id={id} href={href} text={word(`actieplan.to_${id}`)} />;
}

/** Open the plan of a team with the trainer's link. */
function OpenTeam() {
  const { word } = useApp();
  const { planner } = usePlanning();
  const here = recallSecret();
  const open = (token: string) => {
    void planner.openTeam(token);
    return "";
  };
  return (
    <>
      <p>{word("actieplan.open_team_what")}</p>
      {here && (
        <Buttons>
          <Button onClick={() => void planner.openTeam(here.token)}>
            {word("actieplan.open_here")}
          </Button>
        </Buttons>
      )}
      <TrainerLinkForm text={word("actieplan.open_it")} onLink={open} />
    </>
  );
}
