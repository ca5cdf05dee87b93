// The table of the same figures that stands beside a picture.

interface TableProps {
  summary: string;
  columns: string[];
  /** The first cell names the row. */
  rows: (string | number)[][];
}

/** A table that folds away. */
export function Table({ summary, columns, rows }: TableProps) {
  return (
    <details class="ps-table">
      <summary>{summary}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard */}
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
                {rest.map((cell, column) => (
                  <td key={columns[column + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
