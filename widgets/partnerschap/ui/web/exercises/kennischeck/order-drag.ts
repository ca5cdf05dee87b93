// A line of a list that is dragged to another place with mouse, pen or finger. Buttons do the same.

import type { RefObject, TargetedPointerEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** The place in a list of a line with its middle at a height, among the middles of the others. */
export const placeAt = (others: readonly number[], height: number): number =>
  others.filter((middle) => middle < height).length;

/** What follows the pointer: a line, and where it was grabbed. */
interface Grip {
  line: number;
  /** Pixels from the top of the line to the pointer. */
  offset: number;
  /** Where the top of the line would be if it could be anywhere, in pixels from that of the list. */
  top: number;
  from: number;
}

interface DragOptions {
  /** The list, of which every child is a line; it is the parent that their offsets count from. */
  list: RefObject<HTMLElement | null>;
  /** The lines by number, in the order in which they stand. */
  order: readonly number[];
  move: (from: number, to: number) => void;
  /** The line was let go of, at another place than where it was. */
  onMoved: (line: number, to: number) => void;
}

/** Listeners for the list. What is a button keeps its own work, and a finger scrolls but on `.ps-grip`. */
export function useOrderDrag({ list, order, move, onMoved }: DragOptions) {
  const grip = useRef<Grip | null>(null);

  const lineAt = (position: number) => list.current?.children[position] as HTMLElement | undefined;

  /** Put the line under the pointer; it may have got another place in the list just now. */
  const follow = () => {
    if (!grip.current) return;
    const row = lineAt(order.indexOf(grip.current.line));
    if (row) row.style.transform = `translateY(${grip.current.top - row.offsetTop}px)`;
  };
  useLayoutEffect(follow);

  const start = (event: TargetedPointerEvent<HTMLElement>) => {
    const target = event.target as Element;
    const isGrip = target.closest(".ps-grip") !== null;
    if (event.button !== 0 || target.closest("button")) return;
    if (event.pointerType !== "mouse" && !isGrip) return;
    const from = Array.from(event.currentTarget.children).findIndex((row) => row.contains(target));
    const row = lineAt(from);
    if (!row) return;
    // On the list: a line that gets another place leaves the page for a moment.
    event.currentTarget.setPointerCapture(event.pointerId);
    const offset = event.clientY - row.getBoundingClientRect().top;
    grip.current = { line: order[from], offset, top: row.offsetTop, from };
    row.classList.add("ps-dragged");
  };

  const drag = (event: TargetedPointerEvent<HTMLElement>) => {
    if (!grip.current) return;
    const { line, offset } = grip.current;
    const { top } = event.currentTarget.getBoundingClientRect();
    grip.current.top = event.clientY - top - offset;
    const rows = Array.from(event.currentTarget.children) as HTMLElement[];
    const from = order.indexOf(line);
    const [row] = rows.splice(from, 1);
    const middles = rows.map((other) => other.offsetTop + other.offsetHeight / 2);
    const to = placeAt(middles, grip.current.top + row.offsetHeight / 2);
    if (to === from) follow();
    else move(from, to);
  };

  const end = () => {
    if (!grip.current) return;
    const { line, from } = grip.current;
    grip.current = null;
    const to = order.indexOf(line);
    const row = lineAt(to);
    row?.classList.remove("ps-dragged");
    row?.style.removeProperty("transform");
    if (to !== from) onMoved(line, to);
  };

  return {
    onPointerDown: start,
    onPointerMove: drag,
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
  };
}
