import { type TemplateResult, html, nothing } from "lit/html.js";
import type { Chart } from "../../results.js";
import type { Drawable } from "../analysis.js";
import { filled } from "../messages.js";
import { type Pictures, painted } from "../pictures.js";
import type { Tongue } from "./tongue.js";
import type { About } from "../wasm.js";

/** A chart on the page. */
export interface Shown {
  readonly chart: Chart;
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly summary: string;
  /** What it says beside its numbers. */
  readonly about: About;
}

/** The numbers behind the charts, as tables: `null` until they are asked for. */
export interface Behind {
  readonly tables: Partial<Record<Chart, TemplateResult>> | null;
  readonly ask: () => void;
}

/** What is laid over a chart, beside its buttons and under it, for those who look closer. */
export interface Look {
  /** Somebody points at a chart, or has come to it by keyboard. */
  readonly interested: (shown: Shown, byKeyboard: boolean) => void;
  readonly over: (shown: Shown) => TemplateResult | typeof nothing;
  readonly tools: (shown: Shown) => TemplateResult | typeof nothing;
  readonly under: (shown: Shown) => TemplateResult | typeof nothing;
}

/** The charts of which every point or bar can be looked at; of the others, a picture is one thing. */
const IN_PIECES: ReadonlySet<Chart> = new Set<Chart>(["quadrants", "index", "segments", "gaps", "kano", "kano-classes", "drivers", "weights", "csat", "ces"]);

/** A chart under its title, with the ways to take it along. */
export function chart(
  shown: Shown,
  findings: Drawable,
  pictures: Pictures,
  save: (shown: Shown, format: "png" | "svg") => void,
  { messages, language }: Tongue,
  numbers: Behind | null = null,
  look: Look | null = null,
): TemplateResult {
  const over = look?.over(shown) ?? nothing;
  const painting = { findings, chart: shown.chart, about: shown.about, language };
  const canvas = html`<canvas class=${shown.chart} part="canvas" role="img" aria-label=${shown.summary} ${painted(pictures, painting)}></canvas>`;
  return html`
    <figure class="panel" part="chart ${shown.chart}" aria-labelledby="title-${shown.chart}">
      <header>
        <h3 id="title-${shown.chart}">${shown.title}</h3>
        ${look?.tools(shown) ?? nothing}
        <div class="saves">
          ${saver("png", messages.png, shown.title, () => save(shown, "png"), messages.save)}
          ${saver("svg", messages.svg, shown.title, () => save(shown, "svg"), messages.save)}
        </div>
      </header>
      ${look === null || !IN_PIECES.has(shown.chart) ? canvas : html`
        <div class="picture" data-chart=${shown.chart} role="group" aria-label=${filled(messages.closer, { what: shown.title })} tabindex=${over === nothing ? "0" : nothing}
          @pointerenter=${() => look.interested(shown, false)} @focus=${(event: FocusEvent) => event.target === event.currentTarget && look.interested(shown, true)}>
          ${canvas} ${over}
        </div>
        ${look.under(shown)}`}
      ${numbers === null ? nothing : html`
        <details class="data" part="data" @toggle=${numbers.ask}>
          <summary>${messages.dataTable}</summary>
          ${numbers.tables?.[shown.chart] ?? nothing}
        </details>`}
    </figure>
  `;
}

/** A button that saves something as a file. Its name begins with what is written on it. */
export function saver(format: string, label: string, what: string, save: () => void, words: string): TemplateResult {
  return html`<button type="button" part="save" data-save=${format} aria-label="${label}: ${filled(words, { what, format: label })}" @click=${save}>${label}</button>`;
}
