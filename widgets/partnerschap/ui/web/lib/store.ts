// State outside of components, which components render from.

import { useLayoutEffect, useState } from "preact/hooks";

/** Holds one immutable state, and tells who listens when another takes its place. */
export class Store<State extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private state: State) {}

  readonly getSnapshot = (): State => this.state;

  /** Listen to changes; gives what ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  protected update(changes: Partial<State>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }
}

/** The state of a store; a change renders the component again. */
export function useStore<State extends object>(store: Store<State>): State {
  const [state, setState] = useState(store.getSnapshot);
  useLayoutEffect(() => {
    const read = () => setState(store.getSnapshot());
    read(); // what changed between the render and now
    return store.subscribe(read);
  }, [store]);
  return state;
}
