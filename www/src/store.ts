import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { ManyiError } from "./error.js";
import type { Response } from "./definition.js";

export type { Response } from "./definition.js";

/** A response on its way to an endpoint. It is kept apart from the responses, so that forgetting those does not lose it. */
export interface Parcel {
  id: string;
  /** Where to, as a whole address. */
  endpoint: string;
  response: Response;
  /** How often it was tried. */
  tries: number;
  /** When to try it next, in ms since 1970. */
  due: number;
  /** Until when the endpoint asked to be left alone. */
  rest?: number;
  /** The status that it was refused with for good. */
  refused?: number;
}

/** What this browser keeps: drafts of forms that are being filled, the responses that were submitted, and those still to be delivered. */
export interface Kept extends DBSchema {
  drafts: { key: string; value: { survey: string; draft: unknown } };
  responses: { key: string; value: Response; indexes: { survey: string } };
  outbox: { key: string; value: Parcel; indexes: { endpoint: string } };
  leases: { key: string; value: { endpoint: string; holder: string; until: number } };
}

/** Everything kept here, survey by survey. Nothing leaves the browser but to an endpoint that the page names. */
export class Store {
  /** For the outbox, which is loaded only where there is an endpoint. */
  readonly database: IDBPDatabase<Kept>;

  constructor(database: IDBPDatabase<Kept>) {
    this.database = database;
  }

  /** The draft of a survey's form, as it was saved; `null` where there is none. */
  async draft(survey: string): Promise<unknown> {
    return (await this.database.get("drafts", survey))?.draft ?? null;
  }

  /**
   * Makes of the kept draft what is to be kept, with nothing that other pages save in between; `merged` gives the draft that it got
   * where nothing changes. Where a response has the id, there is none to keep: it is handed back.
   */
  async share<Draft>(survey: string, id: string, merged: (kept: unknown) => Draft): Promise<{ draft: Draft } | { response: Response }> {
    const transaction = this.database.transaction(["drafts", "responses"], "readwrite");
    const drafts = transaction.objectStore("drafts");
    const [kept, response] = await Promise.all([drafts.get(survey), transaction.objectStore("responses").get(id)]);
    if (response) return { response };
    const draft = merged(kept?.draft);
    const put = draft === kept?.draft || drafts.put({ survey, draft });
    // Said at once, it holds even where the page is left before the answer comes back.
    transaction.commit();
    await Promise.all([put, transaction.done]);
    return { draft };
  }

  /** Forgets the draft of a survey's form, if it still has the id. */
  async dropDraft(survey: string, id: string): Promise<void> {
    const transaction = this.database.transaction("drafts", "readwrite");
    const kept = (await transaction.store.get(survey))?.draft as { id?: unknown } | undefined;
    if (kept?.id === id) await transaction.store.delete(survey);
    await transaction.done;
  }

  /**
   * Keeps a response, lays it out for its endpoint and forgets the draft it grew from: all or nothing, whatever happens in between.
   * Resolves to the response that is kept: another page's, where it was first.
   */
  async submit(response: Response, endpoint: string | null): Promise<Response> {
    const transaction = this.database.transaction(["drafts", "responses", "outbox"], "readwrite");
    const responses = transaction.objectStore("responses");
    const { id } = response;
    const first = await responses.get(id);
    if (first) return first;
    await Promise.all([
      responses.put(response),
      endpoint === null || transaction.objectStore("outbox").put({ id, endpoint, response, tries: 0, due: 0 }),
      transaction.objectStore("drafts").delete(response.survey),
      transaction.done,
    ]);
    tell(response.survey);
    return response;
  }

  /** Forgets every response to a survey, and its draft. */
  async clear(survey: string): Promise<void> {
    const transaction = this.database.transaction(["drafts", "responses"], "readwrite");
    const responses = transaction.objectStore("responses");
    const keys = await responses.index("survey").getAllKeys(survey);
    await Promise.all([...keys.map((key) => responses.delete(key)), transaction.objectStore("drafts").delete(survey), transaction.done]);
    tell(survey);
  }

  /** The responses to a survey, in the order they were submitted. */
  async responses(survey: string): Promise<Response[]> {
    const found = await this.database.getAllFromIndex("responses", "survey", survey);
    return found.sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : a.submittedAt > b.submittedAt ? 1 : 0));
  }
}

const DATABASE = "manyi";
/** Where it is told that the responses to a survey have changed. */
export const CHANNEL = "manyi-responses";
const VERSION = 2;
/** How long the store may take to open, in ms: a form waits for its draft. */
const PATIENCE = 3000;

let opening: Promise<Store> | null = null;

/** Opens the store once; a failure is forgotten, so that a retry can work. */
export function openStore(): Promise<Store> {
  opening ??= open().catch((cause: unknown) => {
    opening = null;
    throw new ManyiError("not-kept", "this browser keeps nothing here: its storage is closed or full", null, { cause });
  });
  return opening;
}

function tell(survey: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(survey);
  channel.close();
}

async function open(): Promise<Store> {
  let reject: () => void = () => undefined;
  const impatience = new Promise<never>((_, refuse) => (reject = refuse));
  const opened = openDB<Kept>(DATABASE, VERSION, {
    upgrade(database, before) {
      if (before < 1) {
        database.createObjectStore("drafts", { keyPath: "survey" });
        database.createObjectStore("responses", { keyPath: "id" }).createIndex("survey", "survey");
      }
      database.createObjectStore("outbox", { keyPath: "id" }).createIndex("endpoint", "endpoint");
      database.createObjectStore("leases", { keyPath: "endpoint" });
    },
    // An older page holds on to its shape.
    blocked: () => reject(),
    // A newer page wants to change the shape: it must not wait for us.
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated: () => {
      opening = null;
    },
  });
  const timer = setTimeout(reject, PATIENCE);
  try {
    return new Store(await Promise.race([opened, impatience]));
  } catch (cause) {
    // What opens too late must not stand in anyone's way.
    void opened.then((database) => database.close(), () => undefined);
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}
