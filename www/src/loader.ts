import { ManyiError } from "./error.js";

/** What a wasm file can be loaded from. */
export type Source = RequestInfo | URL | BufferSource | WebAssembly.Module;

/** Loads one wasm file once, and stands between it and its callers: nothing but a `ManyiError` comes out. */
export class Loader {
  readonly #imports: WebAssembly.Imports;
  readonly #bind: (exports: WebAssembly.Exports) => void;
  readonly #home: () => URL;
  #loading: Promise<void> | undefined;
  #module: WebAssembly.Module | undefined;

  /**
   * What the file imports, what is told of its exports, and where it lies beside this module; that is asked for only when no other source
   * is given.
   */
  constructor(imports: WebAssembly.Imports, bind: (exports: WebAssembly.Exports) => void, home: () => URL) {
    this.#imports = imports;
    this.#bind = bind;
    this.#home = home;
  }

  /** Loads the file. Later calls return the same promise; a failure is forgotten, so that a retry can work. */
  load(source?: Source): Promise<void> {
    this.#loading ??= this.#compiled(source ?? this.#home()).then(
      (loaded) => this.#start(loaded),
      (cause: unknown) => {
        this.#loading = undefined;
        throw new ManyiError("not-loaded", `the wasm could not be loaded: ${said(cause)}`, null, { cause });
      },
    );
    return this.#loading;
  }

  /** Loads the file from bytes that are there already. */
  loadSync(source: BufferSource | WebAssembly.Module): void {
    if (this.#module) return;
    const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
    this.#start({ module, instance: new WebAssembly.Instance(module, this.#imports) });
    this.#loading = Promise.resolve();
  }

  async #compiled(source: Source): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
    if (source instanceof WebAssembly.Module) return { module: source, instance: await WebAssembly.instantiate(source, this.#imports) };
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.instantiate(source, this.#imports);
    const response = await fetch(source);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    // Under another type than its own, a browser does not compile what is still coming.
    const streams = response.headers.get("content-type") === "application/wasm";
    return streams ? WebAssembly.instantiateStreaming(response, this.#imports) : WebAssembly.instantiate(await response.arrayBuffer(), this.#imports);
  }

  /** Of two loads at once, the first to arrive is the one that stays. */
  #start({ module, instance: { exports } }: WebAssembly.WebAssemblyInstantiatedSource): void {
    if (this.#module) return;
    this.#bind(exports);
    (exports["__wbindgen_start"] as () => void)();
    this.#module = module;
  }

  /** What was compiled, from which another thread starts at once; nothing before it is loaded. */
  get module(): WebAssembly.Module | undefined {
    return this.#module;
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
    if (!this.#module) throw new ManyiError("not-initialised", "the wasm is not loaded yet: await init() before the first call");
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
