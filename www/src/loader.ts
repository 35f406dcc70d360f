import { ManyiError } from "./error.js";

/** A compiled file, and what runs of it. */
export type Loaded = WebAssembly.WebAssemblyInstantiatedSource;

/** Loads one wasm file once, and stands between it and its callers: nothing but a `ManyiError` comes out. */
export class Loader {
  protected readonly imports: WebAssembly.Imports;
  readonly #bind: (exports: WebAssembly.Exports) => void;
  readonly #home: () => URL;
  #loading: Promise<void> | undefined;
  #started = false;

  /** What the file imports, what is told of its exports, and where it lies beside this module, which is asked for only then. */
  constructor(imports: WebAssembly.Imports, bind: (exports: WebAssembly.Exports) => void, home: () => URL) {
    this.imports = imports;
    this.#bind = bind;
    this.#home = home;
  }

  /** Loads the file. Later calls return the same promise; a failure is forgotten, so that a retry can work. */
  load(): Promise<void> {
    return this.begin(() => this.fetched(this.#home()));
  }

  /** Loads the file in this way, unless it is on its way already. */
  protected begin(load: () => Promise<Loaded>): Promise<void> {
    this.#loading ??= load().then(
      (loaded) => this.start(loaded),
      (cause: unknown) => {
        this.#loading = undefined;
        throw new ManyiError("not-loaded", `the wasm could not be loaded: ${said(cause)}`, null, { cause });
      },
    );
    return this.#loading;
  }

  protected async fetched(source: RequestInfo | URL): Promise<Loaded> {
    const response = await fetch(source);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    // Under another type than its own, a browser does not compile what is still coming.
    const streams = response.headers.get("content-type") === "application/wasm";
    return streams ? WebAssembly.instantiateStreaming(response, this.imports) : WebAssembly.instantiate(await response.arrayBuffer(), this.imports);
  }

  /** Of two loads at once, the first to arrive is the one that stays. */
  protected start({ instance: { exports } }: Loaded): void {
    if (this.#started) return;
    this.#bind(exports);
    (exports["__wbindgen_start"] as () => void)();
    this.#started = true;
  }

  /** The same function, for callers: it says when it is called too early, and a panic becomes a `ManyiError`. */
  guarded<F extends (...args: never[]) => unknown>(inner: F): F {
    const loader = this;
    return function (this: unknown, ...args: never[]) {
      return loader.#call(() => inner.apply(this, args));
    } as F;
  }

  /** The same class, for callers: its constructor, its methods and its static functions are guarded. */
  guardedClass<C extends abstract new (...args: never[]) => object>(inner: C): C {
    this.#guardMembers(inner.prototype as object);
    this.#guardMembers(inner);
    return new Proxy(inner, {
      construct: (target, args, self) => this.#call(() => Reflect.construct(target, args, self) as object),
    });
  }

  #guardMembers(owner: object): void {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (name === "constructor" || typeof property.value !== "function") continue;
      Object.defineProperty(owner, name, { ...property, value: this.guarded(property.value as (...args: never[]) => unknown) });
    }
  }

  #call<T>(work: () => T): T {
    if (!this.#started) throw new ManyiError("not-initialised", "the wasm is not loaded yet: await init() before the first call");
    try {
      return work();
    } catch (cause) {
      throw cause instanceof ManyiError ? cause : translated(cause);
    }
  }
}

// What the bindings throw by themselves, and what wasm throws when it panics.
function translated(cause: unknown): ManyiError {
  const message = said(cause);
  if (message.startsWith("null pointer passed to rust") || message.startsWith("attempt to use a moved value")) {
    return new ManyiError("freed", "this object was freed", null, { cause });
  }
  return new ManyiError("internal", `something failed that should not: ${message}`, null, { cause });
}

function said(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
