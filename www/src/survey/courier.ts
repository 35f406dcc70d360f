import { Outbox } from "../outbox.js";
import type { Parcel, Response } from "../store.js";

/** What became of a response: its endpoint has it, or refused it with a status. */
export interface News {
  readonly endpoint: string;
  readonly survey: string;
  readonly response: string;
  /** The status of a refusal; `null` where it was delivered. */
  readonly refused: number | null;
}

/** How long one try may take, in ms: less than a lease lasts. */
const PATIENCE = 30_000;
/** The wait after the first failure, in ms; each failure more doubles it, up to the longest. */
const SHORTEST = 1000;
const LONGEST = 300_000;
const DAY = 86_400_000;
/** What a browser sends after the page is left, in UTF-16 units that are three bytes at most: 64 KiB in all. */
const LIGHT = 20_000;
/** Refusals that pass: time-out, too early, too many requests. */
const PASSING = [408, 425, 429];

const couriers = new Map<string, Courier>();

/** The page's courier to an endpoint. */
export function courierTo(endpoint: string): Courier {
  let courier = couriers.get(endpoint);
  if (!courier) couriers.set(endpoint, (courier = new Courier(endpoint)));
  return courier;
}

/**
 * Takes responses to one endpoint, until it has them: at least once each, and repeats are told by the `Idempotency-Key`. One page
 * delivers at a time; all hear what became of a response.
 */
export class Courier {
  readonly #endpoint: string;
  readonly #name = crypto.getRandomValues(new Uint32Array(4)).join("-");
  readonly #channel = new BroadcastChannel("manyi-delivery");
  readonly #listeners = new Set<(news: News) => void>();
  /** Responses that no store keeps: this page must see to them. */
  readonly #loose = new Map<string, Parcel>();
  /** What was delivered, should the store not have taken note. */
  readonly #delivered = new Set<string>();
  /** What the next round is to try: what is due, or, on a visit and when the network is back, all that failed by chance. */
  #wanted: "due" | "all" | null = null;
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
    this.#channel.onmessage = ({ data }) => this.#hear(data as News);
    addEventListener("online", () => this.wake("all"));
    this.wake("all");
  }

  /** Calls back with what becomes of this endpoint's responses, here or in another page, until the signal stops it. */
  listen(heard: (news: News) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(heard);
    signal.addEventListener("abort", () => this.#listeners.delete(heard), { once: true });
  }

  /** Takes a response that no store keeps. */
  take(response: Response): void {
    this.#loose.set(response.id, { id: response.id, endpoint: this.#endpoint, response, tries: 0, due: 0 });
    this.wake("due");
  }

  /** Starts a round, or has one more follow the one under way. */
  wake(wanted: "due" | "all"): void {
    this.#wanted = wanted === "all" ? wanted : (this.#wanted ?? wanted);
    if (this.#running) return;
    this.#running = true;
    clearTimeout(this.#timer);
    void this.#run().then((next) => {
      this.#running = false;
      if (this.#wanted) return this.wake(this.#wanted);
      // A timer counts up to 2³¹ ms. One for what is overdue (its last try could not be written down) must not spin.
      if (next < Infinity) this.#timer = setTimeout(() => this.wake("due"), Math.min(Math.max(next - Date.now(), SHORTEST / 2), DAY));
    });
  }

  /** Rounds until none is wanted; resolves to when the next is due. */
  async #run(): Promise<number> {
    let next = Infinity;
    while (this.#wanted) {
      const all = this.#wanted === "all";
      this.#wanted = null;
      try {
        next = Math.min(await this.#loosely(all), await this.#inTurn((outbox) => this.#round(outbox, all)));
      } catch {
        // The store was closed, by a newer page or by the browser: it is opened again later.
        next = Date.now() + SHORTEST;
      }
    }
    return next;
  }

  async #loosely(all: boolean): Promise<number> {
    return this.#deliver([...this.#loose.values()], all, {
      put: async (parcel) => void this.#loose.set(parcel.id, parcel),
      drop: async (id) => void this.#loose.delete(id),
    });
  }

  async #round(outbox: Outbox, all: boolean): Promise<number> {
    return this.#deliver(await outbox.parcels(), all, outbox);
  }

  /** Works on the outbox while no other page does. Resolves to when to come again. */
  async #inTurn(work: (outbox: Outbox) => Promise<number>): Promise<number> {
    const outbox = await Outbox.of(this.#endpoint);
    if (!outbox) return Infinity;
    // Pages without a secure context have no locks.
    if ("locks" in navigator) return navigator.locks.request(`manyi-delivery ${this.#endpoint}`, () => work(outbox));
    if (!(await outbox.lease(this.#name))) return Date.now() + SHORTEST;
    const renewing = setInterval(() => void outbox.lease(this.#name).catch(() => undefined), PATIENCE / 2);
    try {
      return await work(outbox);
    } finally {
      clearInterval(renewing);
      await outbox.release(this.#name);
    }
  }

  /** Posts what is due, one after the other. Resolves to when the next is. */
  async #deliver(parcels: readonly Parcel[], all: boolean, place: Pick<Outbox, "put" | "drop">): Promise<number> {
    let rest = Math.max(0, ...parcels.map((parcel) => parcel.rest ?? 0));
    let next = Infinity;
    for (const parcel of parcels) {
      const due = Math.max(rest, all && parcel.refused === undefined ? 0 : parcel.due);
      if (due > Date.now()) {
        next = Math.min(next, due);
        continue;
      }
      const after = this.#delivered.has(parcel.id) ? null : await this.#post(parcel);
      if (after === null) {
        this.#delivered.add(parcel.id);
        await place.drop(parcel.id);
        this.#tell(parcel, null);
        continue;
      }
      await place.put(after);
      rest = Math.max(rest, after.rest ?? 0);
      next = Math.min(next, after.due);
      if (after.refused !== undefined) this.#tell(after, after.refused);
    }
    return next;
  }

  /** Posts one response: `null` when the endpoint has it, else the parcel with its next try. */
  async #post(parcel: Parcel): Promise<Parcel | null> {
    const { id, endpoint, response } = parcel;
    const tries = parcel.tries + 1;
    // From half the wait to all of it, by chance, so that browsers cut off together do not come back together.
    const later = Date.now() + Math.min(LONGEST, SHORTEST * 2 ** Math.min(parcel.tries, 20)) * (0.5 + Math.random() / 2);
    const again: Parcel = { id, endpoint, response, tries, due: later };
    const body = JSON.stringify(response);
    try {
      const answer = await fetch(endpoint, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": id },
        body,
        // Following one could turn the POST into a GET, whose 200 says nothing of the response.
        redirect: "error",
        keepalive: body.length < LIGHT,
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) return null;
      const { status } = answer;
      if (status >= 400 && status < 500 && !PASSING.includes(status)) return { ...again, due: Date.now() + DAY, refused: status };
      const rest = restOf(answer.headers.get("retry-after"));
      return rest === null ? again : { ...again, due: Math.max(rest, later), rest };
    } catch {
      return again;
    }
  }

  #tell({ id, endpoint, response }: Parcel, refused: number | null): void {
    const news: News = { endpoint, survey: response.survey, response: id, refused };
    this.#channel.postMessage(news);
    this.#hear(news);
  }

  #hear(news: News): void {
    if (news.endpoint !== this.#endpoint) return;
    for (const heard of this.#listeners) heard(news);
  }
}

/** Until when `Retry-After` asks for rest, in seconds or as a date: a day at most. */
function restOf(header: string | null): number | null {
  if (header === null) return null;
  const until = /^\s*\d+\s*$/.test(header) ? Date.now() + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(until) ? null : Math.min(until, Date.now() + DAY);
}
