// All items at a glance: each one bar around a line, on the right of it the high answers.

import { AreaIcon } from "../controls/drawn/area-icon";
import { useApp } from "../lib/app";
import type { AreaFigures, ItemFigures, JointAnswer } from "../protocol";
import { areaColour } from "../questionnaire/content";
import { answerColours, answered, countWords } from "./charts";
import { useResult } from "./context";
import { type Counts, CUT } from "./figures";
import { saysText } from "./in-words";
import { Groups, ItemTable, statusWord, Unanimous } from "./items";
import { JointBadge } from "./joint";
import type { StepProps } from "./step";
import "./glance.css";

export function GlanceStep({ shown: { joint } }: StepProps) {
  const { word } = useApp();
  const { content, figures, isSingle } = useResult();
  return (
    <>
      {/* A team that filled in one form has one answer an item: words, no bars. */}
      {!isSingle && <p class="ps-hint">{word("together.glance_read")}</p>}
      {!isSingle && <Legend />}
      {content.areas.map(({ id, name }) => {
        const scores = figures.items.filter(({ area }) => area === id);
        if (!scores.length) return null;
        return (
          <section key={id} class="ps-glance" style={areaColour(id)}>
            <h3>
              <AreaIcon area={id} />
              {name}
            </h3>
            <AreaHint area={figures.areas.find((one) => one.id === id)} />
            <ul>
              {scores.map((score) =>
                isSingle ? (
                  <SingleRow key={score.id} score={score} />
                ) : (
                  <Row key={score.id} score={score} joint={joint} />
                ),
              )}
            </ul>
          </section>
        );
      })}
      <ItemTable scores={figures.items} />
    </>
  );
}

function AreaHint({ area }: { area: AreaFigures | undefined }) {
  const { word } = useApp();
  const { shareOf } = useResult();
  if (!area) return null;
  const share = shareOf(area);
  return (
    <p class="ps-hint">{area.share === null ? share : word("together.in_place", { share })}</p>
  );
}

/** Which colour is which answer; a line for each scale that is used. */
function Legend() {
  const { word } = useApp();
  const { content, figures } = useResult();
  const ids = new Set(figures.items.map(({ id }) => id));
  const scales = new Set(content.items.filter(({ id }) => ids.has(id)).map(({ scale }) => scale));
  return (
    <div class="ps-glance-key">
      <p class="ps-glance-sides">
        <span>{word("together.side_left")}</span>
        <span>{word("together.side_right")}</span>
      </p>
      {[...scales].map((scale) => (
        <ul key={scale}>
          {content.scales[scale]?.map((point, position) => (
            <li key={point}>
              <span class="ps-swatch" aria-hidden="true" style={answerColours(position)} />
              {point}
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

/** An item on one form: its answer in words. */
function SingleRow({ score }: { score: ItemFigures }) {
  const { word } = useApp();
  const { statement, points } = useResult();
  const answer = score.n_valid ? points(score.id)[(score.median ?? 0) - 1] : undefined;
  return (
    <li data-item={score.id}>
      <p class="ps-glance-name">{statement(score.id)}</p>
      <p>
        <strong>{answer ?? word(statusWord(score, true))}</strong>
      </p>
    </li>
  );
}

function Row({ score, joint }: { score: ItemFigures; joint: readonly JointAnswer[] }) {
  const app = useApp();
  const { word } = app;
  const { statement, points } = useResult();
  const { id, status, counts, n_valid, dont_know } = score;
  return (
    <li data-item={id}>
      <p class="ps-glance-name">{statement(id)}</p>
      <div class="ps-glance-figures">
        <DivergingBar score={score} />
        {counts && status === "scored" && <p>{saysText(app, counts, points(id))}</p>}
        <p class="ps-hint">
          {status !== "scored" && <strong>{word(`result.status_${status}`)}</strong>}
          {status !== "suppressed" && (
            <span>{word("together.answers", { n: n_valid ?? 0, dont_know: dont_know ?? 0 })}</span>
          )}
        </p>
        <Unanimous score={score} />
        <JointBadge joint={joint} item={id} />
        <Groups score={score} />
      </div>
    </li>
  );
}

/** One bar, split at the line between what is in its place and what is not yet. */
function DivergingBar({ score }: { score: ItemFigures }) {
  const app = useApp();
  const { statement, points } = useResult();
  const { id, counts, n_valid, agreement_class: agreement } = score;
  if (!counts || !n_valid) return null;
  const text = app.word(agreement ? "together.glance_bar" : "together.glance_bar_short", {
    statement: statement(id),
    says: saysText(app, counts, points(id)),
    class: agreement ? app.word(`result.class_${agreement}`) : "",
    counts: countWords(app, counts, points(id)).join(", "),
  });
  // On the left the room comes first, on the right it comes last.
  return (
    <div class="ps-diverging" role="img" aria-label={text}>
      <div class="ps-side ps-side-left">
        <Room counts={counts.slice(CUT - 1)} />
        <Parts counts={counts.slice(0, CUT - 1)} from={0} />
      </div>
      <div class="ps-side">
        <Parts counts={counts.slice(CUT - 1)} from={CUT - 1} />
        <Room counts={counts.slice(0, CUT - 1)} />
      </div>
    </div>
  );
}

/** The answers of the other side keep room here, so that both sides have one measure. */
function Room({ counts }: { counts: Counts }) {
  return answered(counts).map(({ count, position }) => (
    <span key={position} class="ps-room" style={`flex-grow: ${count}`} />
  ));
}

function Parts({ counts, from }: { counts: Counts; from: number }) {
  return answered(counts).map(({ count, position }) => (
    <span
      key={position}
      class="ps-part"
      style={`flex-grow: ${count}; ${answerColours(from + position)}`}
    >
      {count}
    </span>
  ));
}
