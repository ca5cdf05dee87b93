// The conversations to choose from: those of a module or all, each under its kind of place.

import { Button } from "../../controls/buttons";
import { PrivacyNote } from "../../controls/feedback";
import { LastRow } from "../../controls/last-row";
import { ModuleLink } from "../../controls/module-link";
import { useApp } from "../../lib/app";
import { useModuleAsked } from "../../lib/asked-module";
import { useProgress } from "../../lib/screens";
import { Faces } from "./face";
import { type ConversationsContent, isAgain, type Story, type TalkMemory } from "./talk";
import "../../styles/cards.css";

export function ChooseTalk() {
  const { content, specification, word, count } = useApp<ConversationsContent>();
  const { asked, ask } = useModuleAsked();
  const module = content.modules.find(({ id }) => id === asked);
  const stories = content.conversations.filter(
    ({ modules }) => !module || modules.includes(module.id),
  );
  const places = [...specification.sectors, { id: null, name: word("aannames.elsewhere") }];
  return (
    <>
      <h2>{word("aannames.choose_heading")}</h2>
      <p>{word("aannames.choose_intro")}</p>
      <p>{word("aannames.made_up")}</p>
      <PrivacyNote id="aannames.private" />
      <nav class="ps-talk-filter" aria-label={word("aannames.filter")}>
        <ul>
          {[...content.modules, { id: null, title: word("aannames.all") }].map(({ id, title }) => (
            <li key={id}>
              <ModuleLink module={id} ask={ask} isCurrent={id === (module?.id ?? null)}>
                {title}
              </ModuleLink>
            </li>
          ))}
        </ul>
      </nav>
      <p class="ps-hint" role="status">
        {count("aannames.shown", stories.length)}
      </p>
      {places.map(({ id, name }) => (
        <Place key={id} name={name} stories={stories.filter(({ sector }) => sector === id)} />
      ))}
      <LastRow />
    </>
  );
}

function Place({ name, stories }: { name: string; stories: Story[] }) {
  if (stories.length === 0) return null;
  return (
    <section class="ps-talk-place">
      <h3>{name}</h3>
      <ul class="ps-cards">
        {stories.map((story) => (
          <Card key={story.id} story={story} />
        ))}
      </ul>
    </section>
  );
}

function Card({ story }: { story: Story }) {
  const { word } = useApp();
  const { memory, go } = useProgress<TalkMemory>();
  const { id, title, setting, topic, player, other } = story;
  const seen = memory.seen[id]?.length ?? 0;
  const isBegun = memory.talk === id && memory.path.length > 0;
  const name = isBegun ? "continue" : seen ? "again" : "begin";
  const start = () => {
    if (isBegun) go(isAgain(memory.path) ? "moment" : "after");
    else go("moment", { talk: id, path: [] });
  };
  return (
    <li class="ps-card ps-talk-card">
      <Faces player={player} other={other} />
      <p class="ps-over">{word("aannames.about", { setting, topic })}</p>
      <h4>{title}</h4>
      <p class="ps-talk-with">
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
      <Button main={isBegun} onClick={start} aria-label={word(`aannames.${name}_of`, { title })}>
        {word(`aannames.${name}`)}
      </Button>
    </li>
  );
}
