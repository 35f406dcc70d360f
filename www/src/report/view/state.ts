import { type TemplateResult, html, nothing } from "lit";
import type { ManyiError } from "../../error.js";
import type { Report } from "../../results.js";
import { filled } from "../messages.js";
import type { Tongue } from "./tongue.js";

/** How far reading has come, for eyes; that the report is there, for ears. */
export function status(report: Report | null, progress: { name: string; bytes: number } | null, { messages, numbers }: Tongue): TemplateResult {
  const words = progress ? filled(messages.reading, { name: progress.name, size: numbers.kilobytes(progress.bytes) }) : report ? messages.ready : "";
  return html`<p class="status ${progress ? "" : "unseen"}" part="status" role="status">${words}</p>`;
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
