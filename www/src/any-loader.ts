import { ManyiError } from "./error.js";
import { type Loaded, Loader } from "./loader.js";

/** What a wasm file can be loaded from. */
export type Source = RequestInfo | URL | BufferSource | WebAssembly.Module;

/** Loads a wasm file from wherever code has it: another address, bytes, or what is compiled already. */
export class AnyLoader extends Loader {
  #module: WebAssembly.Module | undefined;

  override load(source?: Source): Promise<void> {
    return source === undefined ? super.load() : this.begin(() => this.#compiled(source));
  }

  /** Loads the file from bytes that are there already. */
  loadSync(source: BufferSource | WebAssembly.Module): void {
    if (this.#module) return;
    let loaded: Loaded;
    try {
      const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
      loaded = { module, instance: new WebAssembly.Instance(module, this.imports) };
      this.start(loaded);
    } catch (cause) {
      throw new ManyiError("not-loaded", `the wasm could not be loaded: ${String(cause)}`, null, { cause });
    }
    void this.begin(() => Promise.resolve(loaded));
  }

  /** What was compiled, from which another thread starts at once; nothing before it is loaded. */
  get module(): WebAssembly.Module | undefined {
    return this.#module;
  }

  protected override start(loaded: Loaded): void {
    super.start(loaded);
    this.#module ??= loaded.module;
  }

  async #compiled(source: Source): Promise<Loaded> {
    if (source instanceof WebAssembly.Module) return { module: source, instance: await WebAssembly.instantiate(source, this.imports) };
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.instantiate(source, this.imports);
    return this.fetched(source);
  }
}
