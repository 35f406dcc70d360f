import { ManyiError } from "../error.js";
import { ManyiFailed } from "../failed.js";
import type { Response } from "../store.js";
import { courierTo } from "./courier.js";
import { ManyiDelivered } from "./events.js";

/**
 * Sees to it that an endpoint gets this browser's responses, those of earlier visits too, and `loose`, which no store keeps. The
 * element tells by events what becomes of those to its survey; `delivered` is called with the id of each that arrived.
 */
export function deliver(element: HTMLElement, endpoint: string, survey: string | null, loose: Response | null, delivered: (id: string) => void, signal: AbortSignal): void {
  if (!/^https?:/.test(endpoint)) {
    element.dispatchEvent(new ManyiFailed({ error: new ManyiError("bad-endpoint", `endpoint "${endpoint}" is not an address to post to; allowed is what starts with http:// or https://`) }));
    return;
  }
  const courier = courierTo(endpoint);
  courier.listen((news) => {
    if (news.survey !== survey) return;
    if (news.refused === null) {
      delivered(news.response);
      element.dispatchEvent(new ManyiDelivered({ response: news.response, survey: news.survey }));
    } else {
      const error = new ManyiError("not-delivered", `${endpoint} refused the response ${news.response} with ${news.refused}; it is kept, and tried again in a day`);
      element.dispatchEvent(new ManyiFailed({ error }));
    }
  }, signal);
  if (loose) courier.take(loose);
  courier.wake("due");
}
