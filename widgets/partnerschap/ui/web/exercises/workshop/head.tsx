// Above every screen of a round: which one it is, and the button for the beamer.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../controls/buttons";
import { useApp } from "../../lib/app";
import { scrollToTop } from "../../lib/host";
import { useRound } from "./context";
import { SpelledCode } from "./spelled-code";

const BEAMER = "ps-beamer";

export function WorkHead() {
  const { word } = useApp();
  const { view } = useRound();
  const { place, isLarge, toggle } = useBeamer();
  return (
    <div class="ps-work-head" ref={place}>
      {view.demo && <p class="ps-example">{word("workshop.example")}</p>}
      <p class="ps-work-name">
        <strong>{view.label || word("workshop.no_label")}</strong>
        {` · ${word("workshop.round", { round: view.round })} · ${word("workshop.code")} `}
        <SpelledCode code={view.code} />
      </p>
      <Button onClick={toggle}>
        {word(isLarge ? "workshop.full_screen_end" : "workshop.full_screen")}
      </Button>
    </div>
  );
}

/** The exercise as large as the screen, without what is for the trainer alone. */
function useBeamer() {
  const place = useRef<HTMLDivElement>(null);
  const [isLarge, setLarge] = useState(false);
  const isFirst = useRef(true);
  const exercise = () => place.current?.closest(".ps-exercise") ?? null;

  useLayoutEffect(() => {
    // On the element of the shell: that is what a browser shows as large as the screen.
    const shown = exercise();
    shown?.classList.toggle(BEAMER, isLarge);
    if (!isFirst.current) scrollToTop();
    isFirst.current = false;
    return () => shown?.classList.remove(BEAMER);
  }, [isLarge]);

  useEffect(() => {
    const follow = () =>
      setLarge(document.fullscreenElement !== null && document.fullscreenElement === exercise());
    const shrink = ({ key }: KeyboardEvent) => {
      if (key === "Escape" && !document.fullscreenElement) setLarge(false);
    };
    document.addEventListener("fullscreenchange", follow);
    document.addEventListener("keydown", shrink);
    return () => {
      document.removeEventListener("fullscreenchange", follow);
      document.removeEventListener("keydown", shrink);
    };
  }, []);

  const toggle = async () => {
    try {
      if (!isLarge) await exercise()?.requestFullscreen();
      else if (document.fullscreenElement) await document.exitFullscreen();
    } catch {
      // A browser that cannot still hides what is not for the beamer.
    }
    setLarge(!isLarge);
  };
  return { place, isLarge, toggle: () => void toggle() };
}
