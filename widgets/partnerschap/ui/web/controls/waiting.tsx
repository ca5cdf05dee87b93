// That something is on its way.

import "./waiting.css";

/** A line with a wheel, which is read out. */
export function Waiting({ text }: { text: string }) {
  return (
    <p class="ps-waiting" role="status">
      <span class="ps-spinner" aria-hidden="true" />
      {text}
    </p>
  );
}
