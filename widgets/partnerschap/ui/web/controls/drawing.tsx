// A drawing that the kernel made: the only place where text becomes markup.

import { useLayoutEffect, useRef } from "preact/hooks";

interface DrawingProps {
  svg: string;
  /** What is drawn; without it the drawing is for who sees it only. */
  label?: string;
}

/** Parsed as SVG, so that nothing in it can be more than a drawing. */
export function Drawing({ svg, label }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    if (label) {
      drawn.setAttribute("role", "img");
      drawn.setAttribute("aria-label", label);
    } else drawn.setAttribute("aria-hidden", "true");
    place.current?.replaceChildren(document.importNode(drawn, true));
  }, [svg, label]);
  return <div ref={place} />;
}
