import { ManyiError } from "../error.js";

/** A part of the page that is loaded when it is first asked for. A failure is told and forgotten, so that asking again can work. */
export class Late<T> {
  readonly #load: () => Promise<T>;
  readonly #arrived: () => void;
  readonly #failed: (error: ManyiError) => void;
  #part: T | null = null;
  #loading: Promise<T | null> | null = null;

  constructor(load: () => Promise<T>, arrived: () => void, failed: (error: ManyiError) => void) {
    this.#load = load;
    this.#arrived = arrived;
    this.#failed = failed;
  }

  /** The part, if it is there. */
  get here(): T | null {
    return this.#part;
  }

  /** The part, loaded now if it is not there; `null` where it cannot be. */
  ask(): Promise<T | null> {
    this.#loading ??= this.#load().then(
      (part) => {
        this.#part = part;
        this.#arrived();
        return part;
      },
      (cause: unknown) => {
        this.#loading = null;
        this.#failed(new ManyiError("not-loaded", `a part of the report could not be loaded: ${String(cause)}`, null, { cause }));
        return null;
      },
    );
    return this.#loading;
  }
}
