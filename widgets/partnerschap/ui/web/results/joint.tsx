// What the team chose together on an item, beside the answers.

import { useApp } from "../lib/app";
import type { JointAnswer } from "../protocol";
import { useResult } from "./context";
import "./joint.css";

interface JointBadgeProps {
  joint: readonly JointAnswer[];
  /** Id of the item. */
  item: string;
  /** What to say when nothing was chosen; nothing unless it is given. */
  none?: string;
}

export function JointBadge({ joint, item, none }: JointBadgeProps) {
  const { word } = useApp();
  const { answer } = useResult();
  const chosen = joint.find((one) => one.item === item);
  const value = chosen?.value ?? null;
  const text = value === null ? none : word("together.joint", { point: answer(item, value) });
  if (!text) return null;
  return (
    <p class="ps-joint">
      <span class="ps-badge">{text}</span>
    </p>
  );
}
