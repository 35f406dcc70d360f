import { type TemplateResult, html } from "lit/html.js";

import { type Trigger, type Wrong, whenToShow } from "./trigger.js";
import { css, type Styles } from "../css.js";
import type { Controller, Reactive } from "../reactive.js";

// Loaded only where the form stands apart from the page, or waits for its moment.

const styles = css`
  :host([mode="dialog"]), :host([mode="corner"]) { display: contents; }
  dialog {
    container: manyi-survey / inline-size; color: inherit; background: var(--_surface); border: 1px solid var(--_line); border-radius: calc(var(--_radius) * 1.4);
    padding: 0; width: min(44rem, 100vw - 2 * var(--_space)); max-width: none; max-height: calc(100dvh - 2 * var(--_space)); overflow: auto; overscroll-behavior: contain;
    box-shadow: 0 12px 48px rgb(0 0 0 / 0.28); outline: none;
  }
  dialog::backdrop { background: rgb(0 0 0 / 0.5); }
  dialog .survey { padding: calc(var(--_space) * 3); }
  dialog header, dialog .thanks h2 { padding-inline-end: 44px; }
  .corner { position: fixed; inset: auto; inset-block-end: var(--_space); inset-inline-end: var(--_space); margin: 0; z-index: 2147483647; width: min(26rem, 100vw - 2 * var(--_space)); max-height: min(40rem, 85dvh); }
  .corner h2 { font-size: 1.25rem; }
  .close { position: sticky; inset-block-start: 0; z-index: 1; height: 0; display: flex; justify-content: end; }
  .close button { flex: none; width: 44px; height: 44px; min-height: 0; margin: calc(var(--_space) * 1.5); padding: 0; border-color: transparent; border-radius: 50%; font-size: 1.5rem; font-weight: 400; line-height: 1; }
  @media (max-width: 30rem) {
    dialog .survey { padding: calc(var(--_space) * 2); }
    .close button { margin: var(--_space); }
  }
  @media (forced-colors: active) {
    .close button { border-color: ButtonBorder; }
  }
`;

/** An element whose form is shown and put away. */
export interface Host extends Reactive {
  readonly shown: boolean;
  readonly trigger: Trigger | string | null;
  readonly definition: object | string | null;
  readonly src: string | null;
  close(): void;
}

/** What only the element itself can do. */
export interface Means {
  /** The definition as text. */
  readonly text: (signal: AbortSignal) => Promise<string>;
  readonly show: () => void;
  readonly wrong: Wrong;
  readonly fail: (cause: unknown) => void;
}

/** What the dialog is, and what it says of itself. */
export interface Said {
  readonly modal: boolean;
  readonly title: string;
  readonly close: string;
  readonly lang: string;
  readonly dir: string;
}

/** A form that is not simply there: it waits for its trigger, in a native dialog over the page or in a corner beside it. */
export class Apart implements Controller {
  readonly #host: Host;
  readonly #means: Means;
  #modal = false;
  #before: HTMLElement | null = null;
  /** Whether it came by itself: then it leaves the focus where it is. */
  #itself = false;
  #waiting: AbortController | null = null;
  #awaited: readonly unknown[] = [];

  constructor(host: Host, own: Styles, means: Means) {
    this.#host = host;
    this.#means = means;
    host.addController(this);
    host.renderRoot.adoptedStyleSheets = [own.sheet, styles.sheet];
  }

  hostDisconnected(): void {
    this.#waiting?.abort();
    this.#awaited = [];
  }

  hostUpdate(): void {
    const { trigger, definition, src, isConnected } = this.#host;
    const awaited = [trigger, definition, src];
    if (!isConnected || awaited.every((one, index) => one === this.#awaited[index])) return;
    this.#awaited = awaited;
    this.#waiting?.abort();
    if (trigger !== null && (definition ?? src) !== null) void this.#wait(trigger);
  }

  /** Waits for the moment that the trigger names, and shows the form then. */
  async #wait(trigger: Trigger | string): Promise<void> {
    const { signal } = (this.#waiting = new AbortController());
    try {
      await whenToShow(trigger, await this.#means.text(signal), this.#host, this.#means.wrong, signal);
      if (signal.aborted || this.#host.shown) return;
      this.#itself = true;
      this.#means.show();
    } catch (cause) {
      if (signal.aborted) return;
      // The form that does not come is seen by nobody, so whoever builds the page is told.
      console.warn(`<manyi-survey>: ${cause instanceof Error ? cause.message : String(cause)}`);
      this.#means.fail(cause);
    }
  }

  around(form: TemplateResult, { modal, title, close, lang, dir }: Said): TemplateResult {
    this.#modal = modal;
    const { shown } = this.#host;
    const entered = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof HTMLElement && relatedTarget.getRootNode() !== this.#host.renderRoot) this.#before = relatedTarget;
    };
    const pressed = (event: KeyboardEvent) => {
      // Beside the page, no key is the browser's own.
      if (event.key === "Escape" && !modal && !event.defaultPrevented) this.#host.close();
    };
    // Asked to cancel, the browser would hide the dialog first and tell of it later; so the element puts it away, as on every other way.
    const cancelled = (event: Event) => {
      event.preventDefault();
      this.#host.close();
    };
    // It is told late: meanwhile the form may have been opened again.
    const closed = ({ target }: Event) => {
      if (!(target as HTMLDialogElement).open) this.#host.close();
    };
    // One that comes without the focus is told of, so that it is not for the eye alone.
    return html`<p class="unseen" role="status" lang=${lang}>${shown && !modal && this.#itself ? title : ""}</p>
      <dialog
        part="dialog" class=${modal ? "modal" : "corner"} tabindex="-1" aria-label=${title} lang=${lang} dir=${dir}
        @focusin=${entered} @keydown=${pressed} @cancel=${cancelled} @close=${closed}
      >
        <div class="close"><button type="button" part="close" aria-label=${close} @click=${() => this.#host.close()}><span aria-hidden="true">×</span></button></div>
        ${form}
      </dialog>`;
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector("dialog");
    if (!dialog?.isConnected || dialog.open === this.#host.shown) return;
    if (dialog.open) return this.#putAway(dialog);
    if (this.#itself && !this.#modal) {
      dialog.open = true;
      return;
    }
    if (this.#modal) dialog.showModal();
    else dialog.show();
    // The reading begins at its name, not at the button that ends it.
    dialog.focus({ preventScroll: true });
  }

  /** The browser gives the focus back where it took it; where the person brought it, it goes back to where that was. */
  #putAway(dialog: HTMLDialogElement): void {
    const inside = dialog.matches(":focus-within");
    dialog.close();
    if (inside && this.#itself && !this.#modal) this.#before?.focus({ preventScroll: true });
    this.#itself = false;
  }
}
