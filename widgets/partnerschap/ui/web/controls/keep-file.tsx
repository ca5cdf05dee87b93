// Offers all that this browser keeps as a file, where somebody has just made something.

import { useState } from "preact/hooks";
import { useApp } from "../lib/app";
import { today } from "../lib/dates";
import { everythingKept } from "../lib/storage";
import { Button, Buttons } from "./buttons";
import { saveFile } from "./downloads";

export function KeepFile() {
  const { word } = useApp();
  const [told, setTold] = useState("");
  const save = () => {
    try {
      const name = `${word("exercise.keep_file")}-${today()}.json`;
      saveFile(name, "application/json", everythingKept());
      setTold(word("exercise.keep_saved"));
    } catch {
      setTold(word("exercise.not_kept"));
    }
  };
  return (
    <div class="ps-note">
      <p>{word("exercise.keep_why")}</p>
      <Buttons>
        <Button onClick={save}>{word("exercise.keep")}</Button>
      </Buttons>
      <p class="ps-hint" role="status">
        {told}
      </p>
    </div>
  );
}
