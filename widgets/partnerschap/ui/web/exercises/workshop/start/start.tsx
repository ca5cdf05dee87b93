// Before there is a round: make a session, or open one with its link; and after everything was deleted.

import { Button, Buttons } from "../../../controls/buttons";
import { Folded } from "../../../controls/panels";
import { TrainerLinkForm } from "../../../controls/trainer-link-form";
import { Waiting } from "../../../controls/waiting";
import { useApp } from "../../../lib/app";
import { useLeading } from "../context";
import { OpeningForm } from "./opening";

export function StartScreen() {
  const { word } = useApp();
  const { trainer } = useLeading();
  return (
    <>
      <h2>{word("workshop.start")}</h2>
      {trainer.token && (
        <Buttons>
          <Button main onClick={() => void trainer.resume()}>
            {word("workshop.resume")}
          </Button>
        </Buttons>
      )}
      <p>{word("workshop.start_what")}</p>
      <div class="ps-private">
        <p>{word("workshop.data_1")}</p>
        <p>{word("workshop.data_2")}</p>
        <p>{word("workshop.data_3")}</p>
      </div>
      <Folded title={word("workshop.open_existing")}>
        <TrainerLinkForm
          text={word("workshop.open_it")}
          onLink={(token) => trainer.openLink(token)}
        />
      </Folded>
      <OpeningForm />
      <p class="ps-hint">{word("workshop.try_demo")}</p>
    </>
  );
}

export function WaitingScreen() {
  const { word } = useApp();
  return <Waiting text={word("workshop.waiting")} />;
}

/** The session is there, but cannot be shown now. */
export function StuckScreen() {
  const { word } = useApp();
  const { trainer } = useLeading();
  return (
    <>
      <h2>{word("workshop.stuck")}</h2>
      <p>{word("workshop.stuck_what")}</p>
      <Buttons>
        <Button main onClick={() => void trainer.refresh("asked")}>
          {word("workshop.again")}
        </Button>
      </Buttons>
    </>
  );
}

/** After everything was deleted. */
export function GoneScreen() {
  const { word } = useApp();
  const { trainer } = useLeading();
  return (
    <>
      <h2>{word("workshop.gone")}</h2>
      <p>{word("workshop.gone_what")}</p>
      <Buttons>
        <Button onClick={() => trainer.leave()}>{word("workshop.start")}</Button>
      </Buttons>
    </>
  );
}
