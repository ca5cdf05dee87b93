// What this browser remembers of an exercise (localStorage). Nothing of it goes to the server.

/** Of the format: what another one kept is not read. */
const VERSION = 1;

const keyOf = (name: string) => `partnerschap:${name}`;

/** Read what was remembered under a name, in the shape of `empty`; `empty` when there is nothing. */
export function recall<Memory extends object>(name: string, empty: Memory): Memory {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(name)) ?? "null");
    return kept?.version === VERSION ? { ...empty, ...kept.memory } : empty;
  } catch {
    return empty;
  }
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
