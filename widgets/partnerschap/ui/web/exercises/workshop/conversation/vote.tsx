// The vote on the trainer's screen: how many have chosen, and afterwards what the team finds important.

import { useApp } from "../../../lib/app";
import { useResultView } from "../../../results/context";
import { useClosedRound } from "../context";

export function VotePanel() {
  const { word, count } = useApp();
  const { view, result } = useClosedRound();
  return (
    <div>
      <p class="ps-total" role="status">
        {count("workshop.voters", view.voters)}
      </p>
      {result.importance ? (
        <Outcome importance={result.importance} />
      ) : (
        <p class="ps-hint ps-backstage">{word("workshop.vote_open")}</p>
      )}
    </div>
  );
}

/** How important the team finds each item; 1..3 by its id. */
function Outcome({ importance }: { importance: Readonly<Record<string, number>> }) {
  const { word } = useApp();
  const { view, result, team } = useClosedRound();
  const { statement } = useResultView(team);
  const { min_group } = view;
  if (!Object.keys(importance).length) return <p>{word("workshop.vote_nothing", { min_group })}</p>;
  return (
    <>
      <p>{word("workshop.vote_closed")}</p>
      <ul class="ps-list">
        {result.vote_items.map((item) => (
          <li key={item}>
            <strong>{statement(item)}</strong>
            <span class="ps-badge">
              {item in importance
                ? word(`together.importance_${importance[item]}`)
                : word("workshop.vote_few", { min_group })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
