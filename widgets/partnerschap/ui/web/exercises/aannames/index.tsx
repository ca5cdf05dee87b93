// Practice conversations: choose what somebody says, see what comes of it, go back, choose again.

import "../../styles/exercise.css";
import type { ComponentChildren } from "preact";
import { createExercise } from "../../lib/app";
import { moduleAsked } from "../../lib/asked-module";
import { Screens } from "../../lib/screens";
import { ChooseTalk } from "./choose";
import { Ending } from "./ending";
import { AfterChoice, Moment } from "./moment";
import { EMPTY, PLACED, type Talk, type TalkMemory, useStories, useTalk } from "./talk";
import "./talk.css";

/** A screen of a conversation; what no longer fits the content leads back to the choice. */
const inTalk = (fits: (talk: Talk) => boolean, Screen: (talk: Talk) => ComponentChildren) => () => {
  const talk = useTalk();
  return talk && fits(talk) ? <Screen {...talk} /> : <ChooseTalk />;
};

const SCREENS = {
  choose: ChooseTalk,
  moment: inTalk(({ node }) => "choices" in node, Moment),
  after: inTalk(({ steps }) => steps.length > 0, AfterChoice),
  ending: inTalk(({ node }) => !("choices" in node), Ending),
};

function Conversations() {
  const stories = useStories();
  // The page of a module begins with its own conversations, whatever was open elsewhere.
  const redirect = ({ screen, talk }: TalkMemory & { screen: string }) => {
    const module = moduleAsked();
    const open = stories.find(({ id }) => id === talk);
    const hasOwn = module && stories.some(({ modules }) => modules.includes(module));
    return hasOwn && open && !open.modules.includes(module) ? "choose" : screen;
  };
  return (
    <Screens empty={EMPTY} screens={SCREENS} placed={PLACED} redirect={redirect} last="ending" />
  );
}

export default createExercise(Conversations);
