import { type RootPart, type TemplateResult, render } from "lit/html.js";
import type { Styles } from "./css.js";

/** What lives along with an element. */
export interface Controller {
  hostConnected?(): void;
  hostDisconnected?(): void;
  hostUpdate?(): void;
  hostUpdated?(): void;
}

/** How a property goes together with the attribute of its name: as a rule the attribute sets it. */
export interface Property {
  /** The attribute, where it is not of the same name; `false` for none. */
  readonly attribute?: string | false;
  /** Its attribute holds a number. */
  readonly number?: true;
  /** It sets its attribute in turn. */
  readonly reflect?: true;
}

type Values = Map<string, unknown>;

// A server has no elements; the class can be imported there all the same.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/**
 * An element that draws itself anew when its properties change, once for all the changes of a microtask. It begins when it is first put
 * into a page. This is what our elements need of their base, and a third of one that is made for everyone.
 */
export abstract class Reactive extends Base {
  static properties: Readonly<Record<string, Property>> = {};
  static styles: Styles | readonly Styles[];

  readonly renderRoot: ShadowRoot;
  /** Whether it was drawn once. */
  hasUpdated = false;
  readonly #controllers: Controller[] = [];
  readonly #values: Values = new Map();
  /** What was set before the element was one. */
  readonly #early: Values = new Map();
  /** The values before of what changed since it was last drawn. */
  #changed: Values = new Map();
  #wanted = false;
  #begin: () => void = () => undefined;
  #updating = new Promise<void>((resolve) => (this.#begin = resolve));
  #drawn: RootPart | null = null;

  /** Read when the element is defined, and the place to give a class its properties. */
  static get observedAttributes(): string[] {
    for (const name of Object.keys(this.properties)) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: Reactive) { return this.#values.get(name) ?? null; },
        set(this: Reactive, value: unknown) { this.#set(name, value); },
      });
    }
    return Object.entries(this.properties).flatMap(([name, { attribute = name }]) => attribute || []);
  }

  constructor() {
    super();
    this.renderRoot = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const { properties, styles } = this.constructor as typeof Reactive;
    this.renderRoot.adoptedStyleSheets = [styles].flat().map(({ sheet }) => sheet);
    for (const name of Object.keys(properties)) {
      if (!Object.hasOwn(this, name)) continue;
      this.#early.set(name, Reflect.get(this, name));
      Reflect.deleteProperty(this, name);
    }
    this.requestUpdate();
  }

  /** Resolves when what was asked for is drawn. */
  get updateComplete(): Promise<void> {
    return this.#updating;
  }

  /** Has the element drawn anew. */
  requestUpdate(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#updating = this.#updating.then(() => this.#update()).catch(reportError);
  }

  addController(controller: Controller): void {
    this.#controllers.push(controller);
    if (this.isConnected) controller.hostConnected?.();
  }

  connectedCallback(): void {
    this.#begin();
    this.#drawn?.setConnected(true);
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    this.#drawn?.setConnected(false);
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value) return;
    for (const [property, { attribute = property, number }] of Object.entries((this.constructor as typeof Reactive).properties)) {
      if (attribute === name) Reflect.set(this, property, number && value !== null ? Number(value) : value);
    }
  }

  /** Prepares to draw; what it sets belongs to what is drawn. */
  protected abstract willUpdate(changed: ReadonlyMap<string, unknown>): void;

  protected abstract render(): TemplateResult;

  /** What is to be done once it is drawn. */
  protected updated(): void {}

  #set(name: string, value: unknown): void {
    const before = this.#values.get(name) ?? null;
    if (Object.is(before, value ?? null)) return;
    this.#values.set(name, value);
    if (!this.#changed.has(name)) this.#changed.set(name, before);
    this.requestUpdate();
  }

  #update(): void {
    try {
      for (const [name, value] of this.#early) Reflect.set(this, name, value);
      this.#early.clear();
      this.willUpdate(this.#changed);
      for (const controller of this.#controllers) controller.hostUpdate?.();
      this.#reflect();
      this.#drawn = render(this.render(), this.renderRoot, { host: this });
    } finally {
      this.#changed = new Map();
      this.#wanted = false;
    }
    this.hasUpdated = true;
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.updated();
  }

  #reflect(): void {
    const { properties } = this.constructor as typeof Reactive;
    for (const name of this.#changed.keys()) {
      const value = this.#values.get(name);
      if (!properties[name]?.reflect) continue;
      if (typeof value === "string") this.setAttribute(name, value);
      else this.removeAttribute(name);
    }
  }
}
