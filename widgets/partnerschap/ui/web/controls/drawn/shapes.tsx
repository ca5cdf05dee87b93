// The drawings of the book: the build reads an SVG file into a tree, and this shows the tree.

import { h, type VNode } from "preact";

/** An element of SVG. */
export interface Shape {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Shape[];
}

/** A drawing for the eye only: what it shows, a word beside it says. */
export function Shapes({ of: { tag, attributes, children }, classes }: ShapesProps) {
  return h(tag, { ...attributes, class: classes, "aria-hidden": "true" }, children.map(drawn));
}

interface ShapesProps {
  of: Shape;
  classes: string;
}

const drawn = ({ tag, attributes, children }: Shape): VNode =>
  h(tag, attributes, children.map(drawn));
