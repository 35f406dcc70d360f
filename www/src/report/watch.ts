import { CHANNEL } from "../store.js";

/** Calls back when the responses to a survey have changed, in this page or in another of the same site, until the signal stops it. */
export function whenKept(survey: string, kept: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === survey) kept();
  };
  signal.addEventListener("abort", () => channel.close(), { once: true });
}
