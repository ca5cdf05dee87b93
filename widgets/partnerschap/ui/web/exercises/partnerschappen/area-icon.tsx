// A sign for each partnership. Its name stands beside it.

import "./area-icon.css";

/** A cup together; a paper that is signed; a book; a heart in two hands; houses of a neighbourhood. */
const LINES: Record<string, string> = {
  informeel:
    "M5 9h11v5a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10.5h1.500a2.5 2.5 0 0 1 0 5H16M8.5 6V4.500M12.5 6V4.5",
  formeel: "M6 3.500h9l3.5 3.500v13.500H6zM9 9h6M9 12.500h6M9 16.500l1.5 1.5 3-3",
  didactisch:
    "M12 6.500C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.500V5c-3-.5-6 0-8 1.500zm0 0v13",
  pedagogisch:
    "M12 19.500C5 14.5 3.5 11.5 3.5 9a4.3 4.3 0 0 1 8.5-1.500A4.3 4.3 0 0 1 20.5 9c0 2.5-1.5 5.5-8.5 10.500z",
  maatschappelijk:
    "M3 20v-8l4.5-4 4.5 4v8zm9 0V9.500L16.5 5 21 9.500V20zM6.5 20v-4h2v4M15.5 20v-4h2v4",
};

export const AreaIcon = ({ area }: { area: string }) => (
  <svg class="ps-area-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={LINES[area] ?? ""} />
  </svg>
);
