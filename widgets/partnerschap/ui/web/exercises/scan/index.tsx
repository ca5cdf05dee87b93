// The scan: choices, form and result, and going to and fro between them.

import "../../styles/exercise.css";
import type { ComponentChildren } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import { createExercise } from "../../lib/app";
import { Screens, useProgress } from "../../lib/screens";
import { EMPTY_SCAN, type ScanMemory } from "../../questionnaire/scan-memory";
import { FormScreen } from "./form";
import { OwnResultScreen, SheetResultScreen } from "./result";
import { isChosen, type Sheet, useScan } from "./scan";
import { SheetContext } from "./sheet-panel";
import { StartScreen } from "./start";

/** A screen of a form; what is not chosen, or no longer fits the content, leads to the choices. */
const whenChosen = (Screen: () => ComponentChildren) => () => {
  const { memory } = useProgress<ScanMemory>();
  const scan = useScan();
  return isChosen(memory, scan) ? <Screen /> : <StartScreen />;
};

const SCREENS = {
  start: StartScreen,
  form: whenChosen(FormScreen),
  result: whenChosen(OwnResultScreen),
  sheet: () => (useContext(SheetContext).sheet ? <SheetResultScreen /> : <StartScreen />),
};

function Scan() {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const shared = useMemo(() => ({ sheet, setSheet }), [sheet]);
  return (
    <SheetContext.Provider value={shared}>
      <Screens
        empty={EMPTY_SCAN}
        screens={SCREENS}
        placed={["area"]}
        wiped="form.wiped"
        last="result"
      />
    </SheetContext.Provider>
  );
}

export default createExercise(Scan);
