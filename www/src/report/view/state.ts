import { type TemplateResult, html, nothing } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { ManyiError } from "../../error.js";
import type { Report } from "../../results.js";
import { filled } from "../messages.js";
import type { Reached } from "../session.js";
import type { Tongue } from "./tongue.js";

/** How far reading has come, for eyes, with a way to stop it; that the report is there, for ears. */
export function status(report: Report | null, progress: Reached | null, cancel: () => void, { messages, numbers }: Tongue): TemplateResult {
  const words = progress ? filled(messages.reading, { name: progress.name, size: numbers.kilobytes(progress.bytes) }) : report ? messages.ready : "";
  return html`
    <p class="status ${progress ? "" : "unseen"}" part="status" role="status">${words}</p>
    ${progress === null
      ? nothing
      : html`<p class="reading" part="progress">
          <progress max="1" .value=${live(progress.share ?? 0)} aria-label=${progress.name}></progress>
          <button type="button" part="cancel" @click=${cancel}>${messages.cancel}</button>
        </p>`}
  `;
}

/** What went wrong; the page goes on. */
export function alert(error: ManyiError | null, retry: () => void, { messages }: Tongue): TemplateResult {
  return html`
    <div role="alert">
      ${error === null
        ? nothing
        : html`<div class="alert" part="error" data-code=${error.code}>
            <p>${filled(messages.failed, { message: error.message })}</p>
            <button type="button" part="retry" @click=${retry}>${messages.retry}</button>
          </div>`}
    </div>
  `;
}

/** Nobody has answered yet; the page may say where to. */
export function empty({ messages }: Tongue): TemplateResult {
  return html`<div class="empty" part="empty"><p>${messages.empty}</p><slot name="empty"></slot></div>`;
}
