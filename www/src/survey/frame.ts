import { type CSSResult, type LitElement, type ReactiveController, type TemplateResult, adoptStyles, css, html } from "lit";

// Loaded only where the form stands apart from the page.

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
export interface Framed extends LitElement {
  readonly shown: boolean;
  close(): void;
}

/** What the dialog is, and what it says of itself. */
export interface Said {
  readonly modal: boolean;
  readonly title: string;
  readonly close: string;
  readonly lang: string;
  readonly dir: string;
}

/** A native dialog around the form: modal over the page, or in a corner beside it. */
export class Frame implements ReactiveController {
  readonly #host: Framed;
  #modal = false;
  #before: HTMLElement | null = null;
  /** Whether the corner may take the focus: where a person asked for it, not where it came by itself. */
  focusing = true;

  constructor(host: Framed, own: CSSResult) {
    this.#host = host;
    host.addController(this);
    adoptStyles(host.renderRoot as ShadowRoot, [own, styles]);
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
    // One that comes without the focus is told of, so that it is not for the eye alone.
    return html`<p class="unseen" role="status" lang=${lang}>${shown && !modal && !this.focusing ? title : ""}</p>
      <dialog
        part="dialog" class=${modal ? "modal" : "corner"} tabindex="-1" aria-label=${title} lang=${lang} dir=${dir}
        @focusin=${entered} @keydown=${pressed} @close=${() => this.#host.close()}
      >
        <div class="close"><button type="button" part="close" aria-label=${close} @click=${() => this.#host.close()}><span aria-hidden="true">×</span></button></div>
        ${form}
      </dialog>`;
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector("dialog");
    if (!dialog?.isConnected || dialog.open === this.#host.shown) return;
    if (dialog.open) return this.#putAway(dialog);
    if (!this.#modal && !this.focusing) {
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
    if (inside && !this.focusing && !this.#modal) this.#before?.focus({ preventScroll: true });
  }
}
