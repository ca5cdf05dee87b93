// Where a reader is in an exercise that does not keep it itself (`Screens` does): an entry in the
// browser's history for each place.

import { useEffect, useRef, useState } from "preact/hooks";
import { followScreens, type Place, type ScreenHistory } from "./screen-history";

interface Places {
  /** Where a reader begins. */
  first: Place;
  /** Where this one is at the start. */
  current: Place;
}

/** The place that is open, and a way to another one; back and forward change it too. */
export function usePlace(name: string, places: Places): [Place, (place: Place) => void] {
  const [place, setPlace] = useState(places.current);
  const history = useRef<ScreenHistory | null>(null);
  useEffect(() => {
    history.current = followScreens(name, { ...places, onBack: setPlace });
    return history.current.stop;
  }, []);
  const go = (next: Place) => {
    setPlace(next);
    history.current?.push(next);
  };
  return [place, go];
}
