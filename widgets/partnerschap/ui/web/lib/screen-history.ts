// The screens of an exercise as entries in the browser's history: back goes one screen back, alone on a
// page as well as inside the frame of a page of the book.

/** Where a reader is: a screen, and what else decides what it shows. Plain JSON. */
export interface Place {
  screen: string;
  [detail: string]: unknown;
}

/** What an entry remembers, beside what others keep there: the place in each exercise on the page. */
type Entry = { partnerschap?: Record<string, Place> } | null;

export interface ScreenHistory {
  /** Make an entry for another place, unless it is where the reader is already. */
  push: (place: Place) => void;
  /** Let the entry that is open stand for another place. */
  replace: (place: Place) => void;
  /** No longer listen. */
  stop: () => void;
}

const placeIn = (entry: unknown, name: string) => (entry as Entry)?.partnerschap?.[name];

/** The place of the entry that is open, after a reload or a way back to this page; else nothing. */
export const openPlace = (name: string): Place | undefined => placeIn(window.history.state, name);

interface Options {
  /** Where a reader begins. */
  first: Place;
  current: Place;
  onBack: (place: Place) => void;
}

/**
 * Follow the places in an exercise.
 *
 * Opens on `current`. When that is not `first`, an entry for `first` is put before it, so that back
 * does not leave the exercise at once.
 */
export function followScreens(name: string, { first, current, onBack }: Options): ScreenHistory {
  const { history } = window;
  const isOpen = (place: Place) => isSamePlace(openPlace(name), place);
  const entryFor = (place: Place): Entry => {
    const entry = history.state as Entry;
    return { ...entry, partnerschap: { ...entry?.partnerschap, [name]: place } };
  };
  const replace = (place: Place) => history.replaceState(entryFor(place), "");
  const push = (place: Place) => {
    if (!isOpen(place)) history.pushState(entryFor(place), "");
  };

  // After a reload the entry knows its place already, and those before it are there.
  if (!isOpen(current)) {
    const { hash, pathname, search } = window.location;
    if (isSamePlace(first, current)) replace(current);
    else {
      // What stands after the hash leads to this place: the one before it has no secret to show.
      history.replaceState(entryFor(first), "", pathname + search);
      history.pushState(entryFor(current), "", hash || undefined);
    }
  }
  const listen = (event: PopStateEvent) => {
    const place = placeIn(event.state, name);
    if (place) onBack(place);
  };
  window.addEventListener("popstate", listen);
  return { push, replace, stop: () => window.removeEventListener("popstate", listen) };
}

export const isSamePlace = (one: Place | undefined, other: Place) =>
  JSON.stringify(one) === JSON.stringify(other);
