// What the team chose together on an item, beside the answers.

import { useApp } from "../lib/app";
import { useResult } from "./context";
import type { JointScore } from "./step";

interface JointBadgeProps {
  joint: readonly JointScore[];
  /** Id of the item. */
  item: string;
  /** What to say when nothing was chosen; nothing unless it is given. */
  none?: string;
}

export function JointBadge({ joint, item, none }: JointBadgeProps) {
  const { word } = useApp();
  const { answer } = useResult();
  const chosen = joint.find((one) => one.item === item);
  const text = chosen ? word("together.joint", { point: answer(item, chosen.value) }) : none;
  if (!text) return null;
  return (
    <p class="ps-joint">
      <span class="ps-badge">{text}</span>
    </p>
  );
}
