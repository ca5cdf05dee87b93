// The card on top of the deck, which can be dragged to a house.

import type { TargetedPointerEvent } from "preact";
import { useRef } from "preact/hooks";
import { useApp } from "../../lib/app";
import type { Activity } from "./activities";
import "./deck-card.css";

interface DeckCardProps {
  card: Activity;
  /** Of the text, for the houses to choose from. */
  id: string;
  /** Cards that are left, this one included. */
  left: number;
  /** The card hangs over a house, or over none. */
  onOver: (house: string | null) => void;
  onDrop: (house: string) => void;
}

const houseAt = (x: number, y: number): string | null =>
  document
    .elementsFromPoint(x, y)
    .map((one) => one.closest<HTMLElement>("[data-house]")?.dataset.house)
    .find((house) => house !== undefined) ?? null;

export function DeckCard({ card, id, left, onOver, onDrop }: DeckCardProps) {
  const { count } = useApp();
  const start = useRef<{ x: number; y: number } | null>(null);

  const grab = (event: TargetedPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.classList.add("ps-dragged");
    start.current = { x: event.clientX, y: event.clientY };
  };
  const drag = ({ currentTarget, clientX, clientY }: TargetedPointerEvent<HTMLElement>) => {
    if (!start.current) return;
    const { x, y } = start.current;
    currentTarget.style.transform = `translate(${clientX - x}px, ${clientY - y}px)`;
    onOver(houseAt(clientX, clientY));
  };
  const letGo = ({ currentTarget }: TargetedPointerEvent<HTMLElement>) => {
    start.current = null;
    currentTarget.classList.remove("ps-dragged");
    currentTarget.style.removeProperty("transform");
    onOver(null);
  };
  const drop = (event: TargetedPointerEvent<HTMLElement>) => {
    if (!start.current) return;
    const house = houseAt(event.clientX, event.clientY);
    letGo(event);
    if (house) onDrop(house);
  };
  return (
    <div class={left > 1 ? "ps-deck ps-deck-more" : "ps-deck"}>
      <div
        class="ps-deck-card"
        onPointerDown={grab}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={letGo}
      >
        <p id={id}>{card.text}</p>
        <p class="ps-hint">{count("partnerschappen.left", left)}</p>
      </div>
    </div>
  );
}
