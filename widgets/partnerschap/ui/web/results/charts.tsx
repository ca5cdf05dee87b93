// Bars with words, and the table of the same figures beside each.

export interface Bar {
  /** Of the area whose colour it has. */
  id: string;
  name: string;
  /** Of the whole width, from 0 to 1; null when there is nothing to show. */
  share: number | null;
  interval: [number, number] | null;
  /** The bar in a sentence, for who does not see it. */
  text: string;
  value: string;
}

export function AreaBars({ bars }: { bars: readonly Bar[] }) {
  return (
    <ul class="ps-bars">
      {bars.map(({ id, name, share, interval, text, value }) => (
        <li
          class="ps-bar"
          key={id}
          style={`--area: var(--ps-${id}, var(--ps-accent))`}
          data-id={id}
        >
          <span class="ps-hidden">{text}</span>
          <span class="ps-bar-name" aria-hidden="true">
            {name}
          </span>
          <span class="ps-bar-value" aria-hidden="true">
            {value}
          </span>
          <span class="ps-bar-track" aria-hidden="true">
            {share !== null && <span class="ps-bar-fill" style={`width: ${share * 100}%`} />}
            {interval && (
              <span
                class="ps-bar-interval"
                style={`inset-inline-start: ${interval[0] * 100}%; width: ${(interval[1] - interval[0]) * 100}%`}
              />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface TableProps {
  summary: string;
  columns: readonly string[];
  /** The first cell names the row. */
  rows: readonly (readonly (string | number)[])[];
}

/** A table that folds away. */
export function Table({ summary, columns, rows }: TableProps) {
  return (
    <details class="ps-table">
      <summary>{summary}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keys */}
      <section class="ps-table-scroll" tabIndex={0} aria-label={summary}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((cell, position) => (
                  <td key={columns[position + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
