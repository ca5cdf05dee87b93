// What the browser tells a participant's page: it is in sight again, there is a connection, another
// tab wrote something.

import type { Connection } from "../../lib/connection";
import type { Participant } from "./participant";

/** How often a page in sight asks where the session is, should a message have got lost; in ms. */
const LOOK_AGAIN = 60_000;

/** Pass on what happens around the page; gives what ends that. */
export function followBrowser(participant: Participant, connection: Connection): () => void {
  const refreshInSight = () => {
    if (document.visibilityState === "visible") participant.refresh();
  };
  const look = () => {
    participant.look();
    refreshInSight();
  };
  const resume = () => participant.resume();
  const hearTab = (event: StorageEvent) => participant.hearTab(event);
  const warn = (event: BeforeUnloadEvent) => {
    if (participant.getSnapshot().unsent) event.preventDefault();
  };

  const timer = window.setInterval(refreshInSight, LOOK_AGAIN);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", resume);
  window.addEventListener("storage", hearTab);
  window.addEventListener("beforeunload", warn);
  const stops = [
    connection.onTold((message) => participant.hearKernel(message)),
    // A new kernel has taken the place of a lost one.
    connection.onRevived(resume),
  ];
  return () => {
    window.clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("online", resume);
    window.removeEventListener("storage", hearTab);
    window.removeEventListener("beforeunload", warn);
    for (const stop of stops) stop();
  };
}
