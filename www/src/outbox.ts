import { type Kept, type Parcel, openStore } from "./store.js";
import type { IDBPDatabase } from "idb";

/** How long a page may go without a word, in ms, before another takes over its deliveries. */
const LEASE = 60_000;

/** The responses on their way to one endpoint, as this browser keeps them. */
export class Outbox {
  readonly #endpoint: string;
  readonly #database: IDBPDatabase<Kept>;

  private constructor(endpoint: string, database: IDBPDatabase<Kept>) {
    this.#endpoint = endpoint;
    this.#database = database;
  }

  /** The outbox of an endpoint; `null` where the browser keeps nothing. */
  static async of(endpoint: string): Promise<Outbox | null> {
    const store = await openStore().catch(() => null);
    return store && new Outbox(endpoint, store.database);
  }

  async parcels(): Promise<Parcel[]> {
    return this.#database.getAllFromIndex("outbox", "endpoint", this.#endpoint);
  }

  async put(parcel: Parcel): Promise<void> {
    await this.#database.put("outbox", parcel);
  }

  async drop(id: string): Promise<void> {
    await this.#database.delete("outbox", id);
  }

  /** Takes or renews the right to deliver, which one page has at a time. False where another has it. */
  async lease(holder: string): Promise<boolean> {
    const transaction = this.#database.transaction("leases", "readwrite");
    const held = await transaction.store.get(this.#endpoint);
    const free = !held || held.holder === holder || held.until < Date.now();
    if (free) await transaction.store.put({ endpoint: this.#endpoint, holder, until: Date.now() + LEASE });
    await transaction.done;
    return free;
  }

  /** Gives the right back. */
  async release(holder: string): Promise<void> {
    const transaction = this.#database.transaction("leases", "readwrite");
    if ((await transaction.store.get(this.#endpoint))?.holder === holder) await transaction.store.delete(this.#endpoint);
    await transaction.done;
  }
}
