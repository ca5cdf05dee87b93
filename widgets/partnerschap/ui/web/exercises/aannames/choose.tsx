// The conversations to choose from.

import { Button } from "../../controls/buttons";
import { PrivacyNote } from "../../controls/feedback";
import { LastRow } from "../../controls/last-row";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { type Story, type TalkMemory, useStories } from "./talk";
import "../../styles/cards.css";

export function ChooseTalk() {
  const { word } = useApp();
  const stories = useStories();
  return (
    <>
      <h2>{word("aannames.choose_heading")}</h2>
      <p>{word("aannames.choose_intro")}</p>
      <p>{word("aannames.made_up")}</p>
      <PrivacyNote id="aannames.private" />
      <ul class="ps-cards">
        {stories.map((story) => (
          <Card key={story.id} story={story} />
        ))}
      </ul>
      <LastRow />
    </>
  );
}

function Card({ story }: { story: Story }) {
  const { word } = useApp();
  const { memory, go } = useProgress<TalkMemory>();
  const { id, title, setting, player, other } = story;
  const seen = memory.seen[id]?.length ?? 0;
  const isBegun = memory.talk === id && memory.path.length > 0;
  const name = isBegun ? "continue" : seen ? "again" : "begin";
  const start = () => (isBegun ? go("after") : go("moment", { talk: id, path: [] }));
  return (
    <li class="ps-card ps-talk-card">
      <p class="ps-over">{setting}</p>
      <h3>{title}</h3>
      <p>
        {word("aannames.with", {
          player: player.name,
          player_role: player.role,
          other: other.name,
          other_role: other.role,
        })}
      </p>
      {seen > 0 && (
        <p class="ps-hint">{word("aannames.seen", { seen, total: story.endings.length })}</p>
      )}
      <Button
        main={isBegun || seen === 0}
        onClick={start}
        aria-label={word(`aannames.${name}_of`, { title })}
      >
        {word(`aannames.${name}`)}
      </Button>
    </li>
  );
}
