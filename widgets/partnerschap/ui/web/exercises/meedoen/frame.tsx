// The place where one screen follows another. Nobody's focus is taken who is busy on a screen that
// stays; who does not see the page hears the title of a screen that came by itself.

import { Component, type ComponentChildren, createRef } from "preact";
import { moveTo } from "../../lib/focus";
import { scrollToTop } from "../../lib/host";
import type { Origin } from "./state";

interface FrameProps {
  /** Another one is another screen. */
  name: string;
  /** What brought the screen. */
  origin: Origin;
  say: (text: string) => void;
  children: ComponentChildren;
}

/** A class: only there can the focus be looked up before the screen that had it is gone. */
export class Frame extends Component<FrameProps> {
  private readonly page = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(): boolean {
    return this.page.current?.contains(document.activeElement) ?? false;
  }

  override componentDidUpdate(before: FrameProps, _: unknown, hadFocus: boolean): void {
    const { name, origin, say } = this.props;
    const heading = this.page.current?.querySelector("h2");
    if (name === before.name || !heading || origin === "load") return;
    if (origin === "asked" || hadFocus) moveTo(heading);
    else {
      say(heading.textContent ?? "");
      if (document.hasFocus()) scrollToTop();
    }
  }

  override render({ children }: FrameProps) {
    return <div ref={this.page}>{children}</div>;
  }
}
