// Where groups see an item differently, in people, and their answers beside each other.

import { useApp } from "../lib/app";
import type { GroupDifference } from "../protocol";
import { areaColour } from "../questionnaire/content";
import { Distribution } from "./charts";
import { useResult } from "./context";
import { Difference, Unanimous } from "./items";
import type { StepProps } from "./step";
import "../styles/cards.css";
import "../styles/columns.css";

export function DifferencesStep({ shown, minGroup }: StepProps) {
  const { word } = useApp();
  const { scores } = useResult();
  const found = shown.biggest_differences.filter(({ item }) => scores.has(item));
  if (!found.length) return <p>{word("together.differences_none")}</p>;
  return (
    <>
      <p>{word("together.differences_intro", { min_group: minGroup })}</p>
      <ol class="ps-cards">
        {found.map((one) => (
          <DifferenceCard key={one.item} {...one} />
        ))}
      </ol>
      <p class="ps-hint">{word("together.differences_note")}</p>
    </>
  );
}

function DifferenceCard(difference: GroupDifference) {
  const { word } = useApp();
  const { scores, statement, points, areaOf, groupName } = useResult();
  const { item } = difference;
  const score = scores.get(item);
  return (
    <li class="ps-card" style={areaColour(areaOf(item))}>
      <p class="ps-action">{statement(item)}</p>
      {score && <Difference difference={difference} score={score} />}
      <div class="ps-columns">
        {Object.entries(score?.groups ?? {}).map(([id, group]) => {
          const name = groupName(id);
          return (
            <div key={id}>
              <p class="ps-over">{word("together.group", { name, n: group.n_valid })}</p>
              <Distribution
                counts={group.counts}
                points={points(item)}
                name={`${statement(item)} (${name})`}
              />
              <Unanimous score={group} />
            </div>
          );
        })}
      </div>
    </li>
  );
}
