// Where participants go.

import { courseAddress, exerciseAddress } from "../../../lib/host";

/** Names of a computer that no phone can reach. */
const ALONE = ["localhost", "127.0.0.1", "[::1]", "::1"];

/** What an address has for who joins a session. */
export const joinSearch = (code: string): string => `?sessie=${code}`;

/** The address that brings somebody into a session; null where exercises have no pages. */
export const joinAddress = (code: string): string | null =>
  exerciseAddress("meedoen", { search: joinSearch(code) });

/** Where to type the code, as somebody types the address. */
export function typedAddress(): string {
  const address = courseAddress("meedoen") ?? exerciseAddress("meedoen") ?? "";
  return address.replace(/^https?:\/\//, "");
}

/** Whether only this computer itself can open the address of this page. */
export const isAlone = (host = window.location.hostname): boolean => ALONE.includes(host);
