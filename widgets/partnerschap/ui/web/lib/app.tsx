// The application shell of every exercise: what its components share, and its place in the page.

import type { AnyModel } from "@anywidget/types";
import { Component, type ComponentChildren, createContext, render } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { FormSpecification, Sector } from "../protocol";
import { Connection } from "./connection";
import { keepKeys } from "./host";
import { isSameVersion } from "./version";
import { createWords, type Words } from "./words";

export type { Sector };

/** What an anywidget's front end is given (https://anywidget.dev/en/afm). */
export interface RenderContext {
  model: AnyModel;
  el: HTMLElement;
}

/** What the kernel tells of an exercise; `content` is the exercise's own part. */
export interface Specification<Content = unknown>
  extends Pick<FormSpecification, "exercise" | "language" | "messages" | "sectors"> {
  content: Content;
}

/** What every component of an exercise can reach. */
export interface App<Content = unknown> extends Words {
  specification: Specification<Content>;
  content: Content;
  connection: Connection;
  /** Tell a reader who does not see the screen; the same text twice is told twice. */
  say: (text: string) => void;
}

/** For what is shown outside of `createExercise`: tests. */
export const AppContext = createContext<App | null>(null);

/**
 * What the components of an exercise share.
 *
 * The content's type is the caller's word: Python made it, and validates what it sends.
 */
export function useApp<Content = unknown>(): App<Content> {
  const app = useContext(AppContext);
  if (!app) throw new Error("outside of an exercise");
  return app as App<Content>;
}

/** Show a component as the front end of a widget; `classes` beside those of every exercise. */
export function createExercise(Main: () => ComponentChildren, classes = "") {
  return {
    render({ model, el }: RenderContext): () => void {
      const specification = model.get("specification") as Specification;
      render(<Shell {...{ model, specification, Main, classes }} />, el);
      return () => render(null, el);
    },
  };
}

interface ShellProps {
  model: AnyModel;
  specification: Specification;
  Main: () => ComponentChildren;
  classes: string;
}

function Shell({ model, specification, Main, classes }: ShellProps) {
  const [said, setSaid] = useState({ text: "", turn: 0 });
  const app = useMemo<App>(
    () => ({
      specification,
      content: specification.content,
      connection: new Connection(model),
      ...createWords(specification.messages),
      say: (text) => setSaid(({ turn }) => ({ text, turn: turn + 1 })),
    }),
    [model, specification],
  );
  return (
    <AppContext.Provider value={app}>
      <div
        class={`ps-exercise ${classes}`.trim()}
        lang={specification.language}
        onFocusIn={keepKeys}
      >
        <KernelNotice isAsked={model.get("asks")} />
        {isSameVersion(model) ? (
          <Boundary message={app.word("exercise.broken")}>
            <Main />
          </Boundary>
        ) : (
          <Trouble text={app.word("exercise.version")} />
        )}
        <p class="ps-hidden" role="status">
          {said.text && <span key={said.turn}>{said.text}</span>}
        </p>
      </div>
    </AppContext.Provider>
  );
}

/** Says so when the kernel that an exercise asks has ended; what is filled in stays on the screen. */
function KernelNotice({ isAsked }: { isAsked: boolean }) {
  const { connection, word } = useApp();
  const [isLive, setLive] = useState(connection.isLive);
  useEffect(() => connection.onLive(() => setLive(connection.isLive)), [connection]);
  return isAsked && !isLive ? <Trouble text={word("exercise.kernel_ended")} /> : null;
}

const Trouble = ({ text }: { text: string }) => (
  <p class="ps-problem" role="alert">
    {text}
  </p>
);

/** Says in one sentence that a screen cannot be shown, in the place of an empty one. */
class Boundary extends Component<
  { message: string; children: ComponentChildren },
  { failed: boolean }
> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Trouble text={this.props.message} />;
  }
}
