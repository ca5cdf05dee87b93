// A house for each partnership, with a window that is lit for each activity in it.

import { AreaIcon } from "../../controls/drawn/area-icon";
import { useApp } from "../../lib/app";
import type { Partnership, Share } from "./activities";
import "./houses.css";

const COLUMNS = [20, 44, 68];
const ROWS = [82, 66, 50];
/** The corner of each window, from the ground up; a house with more in it tells so by its number. */
const WINDOWS = ROWS.flatMap((y) => COLUMNS.map((x) => ({ x, y })));

const Drawn = ({ lit }: { lit: number }) => (
  <svg class="ps-house-drawn" viewBox="0 0 100 104" aria-hidden="true">
    <path class="ps-house-wall" d="M12 42h76v60H12z" />
    <path class="ps-house-roof" d="M50 3 97 42H3z" />
    {WINDOWS.map(({ x, y }, index) => (
      <rect
        key={`${x} ${y}`}
        class={index < lit ? "ps-window ps-window-lit" : "ps-window"}
        x={x}
        y={y}
        width="12"
        height="11"
        rx="1.5"
      />
    ))}
  </svg>
);

interface HousesProps {
  shares: readonly Share[];
  /** Put the card on top of the deck there; without it the houses are for looking at. */
  onChoose?: (partnership: Partnership) => void;
  /** Id of the house over which a card hangs. */
  under?: string | null;
  /** Id of what the houses are to choose from for. */
  labelledBy?: string;
}

export function Houses({ shares, onChoose, under, labelledBy }: HousesProps) {
  const { count } = useApp();
  const inside = ({ partnership, held }: Share) => (
    <>
      <span class="ps-house-front">
        <Drawn lit={held.length} />
        <AreaIcon area={partnership.id} />
      </span>
      <span class="ps-house-name">{partnership.label}</span>{" "}
      <strong class="ps-house-count">{held.length}</strong>
    </>
  );
  const nameOf = ({ partnership, held }: Share) =>
    count("partnerschappen.bar", held.length, { name: partnership.label });
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that each act at once are no form
    <div class="ps-houses" role="group" aria-labelledby={labelledBy}>
      {shares.map((share, index) => {
        const { id } = share.partnership;
        const style = `--area: var(--ps-${id})`;
        return onChoose ? (
          <button
            key={id}
            type="button"
            class={id === under ? "ps-house ps-house-under" : "ps-house"}
            style={style}
            data-house={id}
            aria-label={nameOf(share)}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onChoose(share.partnership)}
          >
            {inside(share)}
          </button>
        ) : (
          <div key={id} class="ps-house" style={style}>
            {inside(share)}
          </div>
        );
      })}
    </div>
  );
}
