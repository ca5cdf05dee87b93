// What this browser remembers of an exercise (localStorage). Nothing of it goes to the server.

/** Of the format: what another one kept is not read. */
const VERSION = 1;

const keyOf = (name: string) => `partnerschap:${name}`;

/**
 * Read what was remembered under a name, in the shape of `empty`; `empty` when there is nothing.
 *
 * It may have come out of a file: of what is of another kind than in `empty` nothing is taken.
 */
export function recall<Memory extends object>(name: string, empty: Memory): Memory {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(name)) ?? "null");
    if (kept?.version !== VERSION) return empty;
    const known = Object.entries(empty);
    const wrong = known.filter(([field, usual]) => !isLike(kept.memory[field], usual));
    return { ...empty, ...kept.memory, ...Object.fromEntries(wrong) };
  } catch {
    return empty;
  }
}

/** Whether a value is of the kind of another one; what is usually nothing can be anything. */
const isLike = (value: unknown, usual: unknown) =>
  usual === null || usual === undefined || kindOf(value) === kindOf(usual);

const kindOf = (value: unknown) =>
  value === null ? "null" : Array.isArray(value) ? "list" : typeof value;

/** What stands under a name; null when that is nothing, or something else left its text there. */
function read(name: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(keyOf(name)) ?? "null");
  } catch {
    return null;
  }
}

/**
 * All that this browser keeps of the course as the text of a file, which the first page of the course
 * puts back: `progress-file.js` reads it, and makes the same. Answers of a session are not in it, nor
 * what waits for the next page of the book.
 */
export function everythingKept(): string {
  const prefix = keyOf("");
  const names = Object.keys(window.localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((name) => !/^(progress$|meedoen|done:)/.test(name));
  const kept = Object.fromEntries(
    names.map((name) => [name, read(name)]).filter(([, found]) => found !== null),
  );
  const nothing = { what: "partnerschap-voortgang", version: 1, modules: {}, reflections: {} };
  const progress = read("progress") ?? nothing;
  return JSON.stringify({ what: "partnerschap-alles", version: 1, progress, kept }, null, 1);
}

/** Remember; gives whether this browser does. */
export function remember(name: string, memory: object): boolean {
  try {
    window.localStorage.setItem(keyOf(name), JSON.stringify({ version: VERSION, memory }));
    return true;
  } catch {
    return false;
  }
}

/** Forget all that is under a name. */
export function forget(name: string): void {
  try {
    window.localStorage.removeItem(keyOf(name));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Hear that another page of this browser kept or wiped what is under a name; gives what ends that. */
export function onKept(name: string, listener: () => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === keyOf(name) || key === null) listener();
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}
