import { done, outcome } from "./database.js";
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

/** A draft, as the store keeps it. */
interface Kept {
  survey: string;
  draft: unknown;
}

/** Everything kept here, survey by survey. Nothing leaves the browser but to an endpoint that the page names. */
export class Store {
  /** For the outbox, which is loaded only where there is an endpoint. */
  readonly database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.database = database;
  }

  /** The draft of a survey's form, as it was saved; `null` where there is none. */
  async draft(survey: string): Promise<unknown> {
    const drafts = this.database.transaction("drafts").objectStore("drafts");
    return (await outcome<Kept | undefined>(drafts.get(survey)))?.draft ?? null;
  }

  /**
   * Makes of the kept draft what is to be kept, with nothing that other pages save in between; `merged` gives the draft that it got
   * where nothing changes. Where a response has the id, there is none to keep: it is handed back.
   */
  async share<Draft>(survey: string, id: string, merged: (kept: unknown) => Draft): Promise<{ draft: Draft } | { response: Response }> {
    const transaction = this.database.transaction(["drafts", "responses"], "readwrite");
    const drafts = transaction.objectStore("drafts");
    const ended = done(transaction);
    const [kept, response] = await Promise.all([
      outcome<Kept | undefined>(drafts.get(survey)),
      outcome<Response | undefined>(transaction.objectStore("responses").get(id)),
    ]);
    if (response) return { response };
    const draft = merged(kept?.draft);
    if (draft !== kept?.draft) drafts.put({ survey, draft });
    // Said at once, it holds even where the page is left before the answer comes back.
    transaction.commit();
    await ended;
    return { draft };
  }

  /** Forgets the draft of a survey's form, if it still has the id. */
  async dropDraft(survey: string, id: string): Promise<void> {
    const transaction = this.database.transaction("drafts", "readwrite");
    const ended = done(transaction);
    const drafts = transaction.objectStore("drafts");
    const kept = (await outcome<Kept | undefined>(drafts.get(survey)))?.draft as { id?: unknown } | undefined;
    if (kept?.id === id) drafts.delete(survey);
    await ended;
  }

  /**
   * Keeps a response, lays it out for its endpoint and forgets the draft it grew from: all or nothing, whatever happens in between.
   * Resolves to the response that is kept: another page's, where it was first.
   */
  async submit(response: Response, endpoint: string | null): Promise<Response> {
    const transaction = this.database.transaction(["drafts", "responses", "outbox"], "readwrite");
    const ended = done(transaction);
    const responses = transaction.objectStore("responses");
    const { id } = response;
    const first = await outcome<Response | undefined>(responses.get(id));
    if (first) return first;
    responses.put(response);
    if (endpoint !== null) transaction.objectStore("outbox").put({ id, endpoint, response, tries: 0, due: 0 } satisfies Parcel);
    transaction.objectStore("drafts").delete(response.survey);
    await ended;
    tell(response.survey);
    return response;
  }

  /** Forgets every response to a survey, and its draft. */
  async clear(survey: string): Promise<void> {
    const transaction = this.database.transaction(["drafts", "responses"], "readwrite");
    const ended = done(transaction);
    const responses = transaction.objectStore("responses");
    for (const key of await outcome(responses.index("survey").getAllKeys(survey))) responses.delete(key);
    transaction.objectStore("drafts").delete(survey);
    await ended;
    tell(survey);
  }

  /** The responses to a survey, in the order they were submitted. */
  async responses(survey: string): Promise<Response[]> {
    const responses = this.database.transaction("responses").objectStore("responses");
    const found = await outcome<Response[]>(responses.index("survey").getAll(survey));
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
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = ({ oldVersion }) => {
    const { result: database } = request;
    if (oldVersion < 1) {
      database.createObjectStore("drafts", { keyPath: "survey" });
      database.createObjectStore("responses", { keyPath: "id" }).createIndex("survey", "survey");
    }
    database.createObjectStore("outbox", { keyPath: "id" }).createIndex("endpoint", "endpoint");
    database.createObjectStore("leases", { keyPath: "endpoint" });
  };
  const opened = outcome(request);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const impatience = new Promise<never>((_, reject) => {
    // An older page holds on to its shape.
    request.onblocked = () => reject(new Error("an older page is open"));
    timer = setTimeout(() => reject(new Error("it took too long")), PATIENCE);
  });
  try {
    const database = await Promise.race([opened, impatience]);
    // A newer page wants to change the shape: it must not wait for us.
    database.onversionchange = () => {
      database.close();
      opening = null;
    };
    database.onclose = () => {
      opening = null;
    };
    return new Store(database);
  } catch (cause) {
    // What opens too late must not stand in anyone's way.
    void opened.then((database) => database.close(), () => undefined);
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}
