import { done, outcome } from "./database.js";
import { type Parcel, openStore } from "./store.js";

/** How long a page may go without a word, in ms, before another takes over its deliveries. */
const LEASE = 60_000;

/** Who delivers to an endpoint, and until when. */
interface Lease {
  endpoint: string;
  holder: string;
  until: number;
}

/** The responses on their way to one endpoint, as this browser keeps them. */
export class Outbox {
  readonly #endpoint: string;
  readonly #database: IDBDatabase;

  private constructor(endpoint: string, database: IDBDatabase) {
    this.#endpoint = endpoint;
    this.#database = database;
  }

  /** The outbox of an endpoint; `null` where the browser keeps nothing. */
  static async of(endpoint: string): Promise<Outbox | null> {
    const store = await openStore().catch(() => null);
    return store && new Outbox(endpoint, store.database);
  }

  async parcels(): Promise<Parcel[]> {
    const outbox = this.#database.transaction("outbox").objectStore("outbox");
    return outcome<Parcel[]>(outbox.index("endpoint").getAll(this.#endpoint));
  }

  async put(parcel: Parcel): Promise<void> {
    const transaction = this.#database.transaction("outbox", "readwrite");
    transaction.objectStore("outbox").put(parcel);
    await done(transaction);
  }

  async drop(id: string): Promise<void> {
    const transaction = this.#database.transaction("outbox", "readwrite");
    transaction.objectStore("outbox").delete(id);
    await done(transaction);
  }

  /** Takes or renews the right to deliver, which one page has at a time. False where another has it. */
  async lease(holder: string): Promise<boolean> {
    const transaction = this.#database.transaction("leases", "readwrite");
    const ended = done(transaction);
    const leases = transaction.objectStore("leases");
    const held = await outcome<Lease | undefined>(leases.get(this.#endpoint));
    const free = !held || held.holder === holder || held.until < Date.now();
    if (free) leases.put({ endpoint: this.#endpoint, holder, until: Date.now() + LEASE } satisfies Lease);
    await ended;
    return free;
  }

  /** Gives the right back. */
  async release(holder: string): Promise<void> {
    const transaction = this.#database.transaction("leases", "readwrite");
    const ended = done(transaction);
    const leases = transaction.objectStore("leases");
    if ((await outcome<Lease | undefined>(leases.get(this.#endpoint)))?.holder === holder) leases.delete(this.#endpoint);
    await ended;
  }
}
