import { type TemplateResult, html, nothing } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Chart, Detail, Report } from "../../results.js";
import type { Findings } from "../analysis.js";
import { isShare } from "../choices.js";
import type { Host } from "../host.js";
import { filled } from "../messages.js";
import { plural } from "../sentences.js";
import type { Shown } from "../view/charts.js";
import type { Tongue } from "../view/tongue.js";
import type { Mark, Marks } from "../wasm.js";
import { detailPanel, meanInWords } from "./detail.js";
import { type Messages, closerMessages } from "./messages.js";
import { placed } from "./placed.js";
import { dress } from "./styles.js";
import type { WhatIf } from "./what-if.js";
import { type View, WHOLE, around, zoomed } from "./zoom.js";

/** How far from a mark, in CSS pixels, a pointer still means it: a finger is wide. */
const REACH = 18;
/** A mark that is focused is at least so large. */
const LEAST = 24;
/** How wide the thumb of a point is that can be dragged, as `styles.ts` has it. */
const THUMB = 28;

/** What the charts are drawn with, as the page has them. */
export interface Picture {
  readonly shown: Shown;
  readonly findings: Findings;
  readonly canvas: HTMLCanvasElement | null;
  readonly titles: Readonly<Record<string, string>>;
}

/** Looking closer: marks of a chart that the pointer and the arrow keys go to, what each tells, the selected one in detail, and zooming. */
export class Closer {
  readonly #host: Host;
  readonly #watched = new Set<Chart>();
  readonly #current = new Map<Chart, string>();
  readonly #sizes: ResizeObserver;
  readonly #sized = new WeakSet<Element>();
  #told: { chart: Chart; id: string } | null = null;
  #selected: { chart: Chart; id: string } | null = null;
  #view: View = WHOLE;
  #found: { findings: Findings; key: string; marks: Marks; chart: Chart }[] = [];
  #details: { findings: Findings | null; known: Map<string, Detail> } = { findings: null, known: new Map() };

  constructor(host: Host) {
    this.#host = host;
    dress(host.root);
    this.#sizes = new ResizeObserver(() => host.changed());
  }

  /** The part of the quadrant's plane that is shown; nothing said of the whole. */
  get view(): View | null {
    return this.#view === WHOLE ? null : this.#view;
  }

  /** The attribute that is looked at, if any. */
  get selected(): string | null {
    return this.#selected?.id ?? null;
  }

  /** Somebody is interested in a chart: its marks are put on it, and the keyboard goes to the first. */
  look(chart: Chart, focus: boolean): void {
    if (this.#watched.has(chart)) return;
    this.#watched.add(chart);
    this.#host.changed();
    if (focus) this.#focus(chart);
  }

  /** Whether marks are on a chart. */
  watches(chart: Chart): boolean {
    return this.#watched.has(chart);
  }

  /** What lies over a chart. */
  over(picture: Picture, tongue: Tongue, whatIf: WhatIf | null): TemplateResult | typeof nothing {
    const { chart } = picture.shown;
    const messages = this.#messages(tongue);
    if (!messages || !picture.canvas || !this.#watched.has(chart)) return nothing;
    // Watching again what is watched already would be told at once, and so for ever.
    if (!this.#sized.has(picture.canvas)) {
      this.#sized.add(picture.canvas);
      this.#sizes.observe(picture.canvas);
    }
    const { marks, frame } = this.#marks(picture, tongue);
    if (marks.length === 0) return nothing;
    const current = marks.find((mark) => mark.id === this.#current.get(chart)) ?? marks[0];
    const told = this.#told?.chart === chart ? marks.find((mark) => mark.id === this.#told?.id) : undefined;
    return html`
      <div class="marks" part="marks"
        @keydown=${(event: KeyboardEvent) => this.#pressed(event, picture, tongue)}
        @pointermove=${(event: PointerEvent) => this.#pointed(event, picture, tongue)}
        @pointerleave=${() => this.#tell(null)}
        @click=${(event: MouseEvent) => this.#clicked(event, picture, tongue)}
        @wheel=${{ handleEvent: (event: WheelEvent) => this.#turned(event, picture, tongue), passive: false }}>
        ${marks.map((mark) => html`
          <button type="button" class="mark" part="mark" data-id=${mark.id} tabindex=${mark === current ? 0 : -1}
            aria-label=${this.#words(mark, picture, messages, tongue)} aria-expanded=${this.#detailed(mark, picture) ? String(this.#isSelected(chart, mark)) : nothing}
            ?data-selected=${this.#isSelected(chart, mark)} ?data-told=${mark === told}
            @focus=${() => this.#focused(picture, mark, tongue)} @blur=${() => this.#tell(null)} @click=${(event: MouseEvent) => this.#picked(event, picture, mark)}
            ${placed(grown(mark))}></button>
        `)}
        ${whatIf && frame && chart === "quadrants" ? this.#drag(whatIf, marks, frame, picture, tongue) : nothing}
        ${told ? html`<p class="tip" part="tip" aria-hidden="true" data-side=${side(told, picture.canvas)} ?data-below=${told.y < 110} ${placed({ x: told.x + told.width / 2, y: told.y })}>${this.#words(told, picture, messages, tongue)}</p>` : nothing}
      </div>
    `;
  }

  // A range over the whole plane, whose thumb lies on the selected point: dragging it is what a browser knows how to do.
  #drag(whatIf: WhatIf, marks: readonly Mark[], frame: NonNullable<Marks["frame"]>, { titles }: Picture, tongue: Tongue): TemplateResult | typeof nothing {
    const mark = marks.find((mark) => mark.id === this.selected);
    const attribute = whatIf.attributes.find((attribute) => attribute.id === this.selected);
    if (!mark || !attribute) return nothing;
    const { id } = attribute;
    return html`<input class="drag" part="drag" type="range" dir="ltr" data-id=${id} min=${frame.low} max=${frame.high} step="any" .value=${live(String(attribute.then))}
      aria-label=${titles[id] ?? id} aria-valuetext=${tongue.numbers.decimal(attribute.then)}
      @input=${(event: Event) => whatIf.suppose(id, Number((event.target as HTMLInputElement).value))} @change=${() => whatIf.settled(tongue)}
      @keydown=${(event: KeyboardEvent) => this.#stepped(event, whatIf, id, attribute.then, tongue)}
      @click=${(event: Event) => event.stopPropagation()} @pointermove=${(event: Event) => event.stopPropagation()}
      ${placed({ x: frame.x - THUMB / 2, y: mark.y + mark.height / 2, width: frame.width + THUMB })}>`;
  }

  // A step of the slider beside it; a browser's own step of "any" differs from browser to browser.
  #stepped(event: KeyboardEvent, whatIf: WhatIf, id: string, from: number, tongue: Tongue): void {
    event.stopPropagation();
    const step = { ArrowRight: 0.05, ArrowUp: 0.05, ArrowLeft: -0.05, ArrowDown: -0.05, PageUp: 0.5, PageDown: -0.5 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    whatIf.suppose(id, from + step);
    whatIf.settled(tongue);
  }

  /** Zooming, beside the other buttons of a chart. */
  tools({ shown }: Picture, tongue: Tongue): TemplateResult | typeof nothing {
    const messages = this.#messages(tongue);
    if (!messages || shown.chart !== "quadrants" || !this.#watched.has(shown.chart)) return nothing;
    const { numbers } = tongue;
    const times = 1 / (this.#view.across.high - this.#view.across.low);
    return html`
      <div class="saves" role="group" aria-label=${messages.zoom} title=${messages.zoomHint}>
        <button type="button" data-zoom="out" aria-label=${messages.zoomOut} ?disabled=${this.#view === WHOLE} @click=${() => this.#zoom(1 / 1.5)}>−</button>
        <button type="button" data-zoom="in" aria-label=${messages.zoomIn} @click=${() => this.#zoom(1.5)}>+</button>
        <button type="button" data-zoom="reset" ?disabled=${this.#view === WHOLE} @click=${() => this.#zoom(0)}>${messages.zoomReset}</button>
        <span class="unseen" role="status">${this.#view === WHOLE ? nothing : filled(messages.zoomed, { times: numbers.level(Math.round(times * 10) / 10) })}</span>
      </div>
    `;
  }

  /** What is under a chart: the selected attribute in detail. */
  under(picture: Picture, tongue: Tongue): TemplateResult | typeof nothing {
    const messages = this.#messages(tongue);
    const { analysis } = this.#host;
    if (!messages || !analysis || this.#selected?.chart !== picture.shown.chart) return nothing;
    const { id } = this.#selected;
    const detail = this.#detail(id, picture.findings);
    return detail ? detailPanel(analysis.survey, detail, picture.titles[id] ?? id, messages, tongue, () => this.#close(picture.shown.chart)) : nothing;
  }

  /** Where a mark of a chart lies, and the plane around it; for what is laid over it. */
  place(picture: Picture, id: string, tongue: Tongue): { mark: Mark; frame: NonNullable<Marks["frame"]> } | null {
    if (!picture.canvas || !this.#watched.has(picture.shown.chart)) return null;
    const { marks, frame } = this.#marks(picture, tongue);
    const mark = marks.find((mark) => mark.id === id);
    return mark && frame ? { mark, frame } : null;
  }

  close(): void {
    this.#found = [];
    this.#details = { findings: null, known: new Map() };
  }

  // ---- what is told

  #words(mark: Mark, { shown, findings, titles }: Picture, messages: Messages, tongue: Tongue): string {
    const report = this.#host.report;
    const said = report && (shown.chart === "quadrants" || shown.chart === "index" ? this.#ofAttribute(mark, shown, findings, report, messages, tongue) : shown.chart === "segments" ? this.#ofSegment(mark, report, messages, tongue) : null);
    return filled(messages.told, { name: titles[mark.id] ?? mark.label, said: said ?? mark.text });
  }

  #ofAttribute({ id, text }: Mark, { chart, about }: Shown, findings: Findings, report: Report, messages: Messages, tongue: Tongue): string | null {
    const { numbers, messages: common } = tongue;
    const spread = this.#detail(id, findings)?.performance;
    if (!spread) return null;
    const mean = meanInWords(spread, messages, tongue);
    const point = report.quadrants?.points.find((point) => point.id === id);
    if (chart !== "quadrants" || !point) return joined([text, mean], messages);
    // As the table writes it.
    const importance = isShare(about.importance) ? numbers.percent(point.importance) : numbers.decimal(point.importance);
    return joined([
      filled(messages.point, { importance, performance: mean }),
      point.quadrant ? common.quadrants[point.quadrant] : common.noQuadrant,
      ...(point.certainty === null ? [] : [filled(messages.certainty, { share: numbers.percent(point.certainty) })]),
    ], messages);
  }

  #ofSegment({ id }: Mark, report: Report, messages: Messages, { numbers }: Tongue): string | null {
    const segment = report.segments.find(({ question, value }) => `${question}.${value}` === id);
    if (!segment) return null;
    return joined([
      filled(messages.segmentIndex, { index: numbers.percent(segment.index) }),
      filled(plural(messages.answers, segment.n, numbers), { n: numbers.count(segment.n) }),
      ...(segment.adjustedP === null ? [] : [filled(messages.adjusted, { p: numbers.probability(segment.adjustedP) })]),
    ], messages);
  }

  #detail(id: string, findings: Findings): Detail | null {
    const { analysis, report } = this.#host;
    if (!analysis || !report?.quadrants?.points.some((point) => point.id === id)) return null;
    if (this.#details.findings !== findings) this.#details = { findings, known: new Map() };
    let detail = this.#details.known.get(id);
    if (!detail) this.#details.known.set(id, (detail = analysis.detail(id, this.#host.options())));
    return detail;
  }

  #detailed(mark: Mark, picture: Picture): boolean {
    return this.#detail(mark.id, picture.findings) !== null;
  }

  #isSelected(chart: Chart, { id }: Mark): boolean {
    return this.#selected?.chart === chart && this.#selected.id === id;
  }

  // ---- what is done

  #tell(told: { chart: Chart; id: string } | null): void {
    if (told?.chart === this.#told?.chart && told?.id === this.#told?.id) return;
    this.#told = told;
    this.#host.changed();
  }

  #focused(picture: Picture, mark: Mark, tongue: Tongue): void {
    const { chart } = picture.shown;
    this.#current.set(chart, mark.id);
    this.#tell({ chart, id: mark.id });
    // A mark outside of what is shown is brought to its middle.
    const { frame } = this.#marks(picture, tongue);
    const { x, y, width, height } = mark;
    const [across, up] = [x + width / 2, y + height / 2];
    if (chart !== "quadrants" || !frame || (across >= frame.x && across <= frame.x + frame.width && up >= frame.y && up <= frame.y + frame.height)) return;
    this.#view = around(this.#view, mark.across, mark.up);
    this.#host.changed();
  }

  #picked(event: MouseEvent, picture: Picture, mark: Mark): void {
    event.stopPropagation();
    this.#select(picture, mark);
  }

  #select(picture: Picture, mark: Mark): void {
    const { chart } = picture.shown;
    this.#current.set(chart, mark.id);
    this.#selected = this.#isSelected(chart, mark) || !this.#detailed(mark, picture) ? null : { chart, id: mark.id };
    this.#host.changed();
  }

  #close(chart: Chart): void {
    this.#selected = null;
    this.#host.changed();
    this.#focus(chart);
  }

  #nearest(event: MouseEvent, picture: Picture, tongue: Tongue): Mark | null {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const [x, y] = [event.clientX - box.x, event.clientY - box.y];
    let nearest: Mark | null = null;
    let least = REACH;
    for (const mark of this.#marks(picture, tongue).marks) {
      const apart = Math.hypot(Math.max(mark.x - x, 0, x - mark.x - mark.width), Math.max(mark.y - y, 0, y - mark.y - mark.height));
      if (apart >= least) continue;
      nearest = mark;
      least = apart;
    }
    return nearest;
  }

  #pointed(event: PointerEvent, picture: Picture, tongue: Tongue): void {
    const mark = this.#nearest(event, picture, tongue);
    this.#tell(mark && { chart: picture.shown.chart, id: mark.id });
  }

  #clicked(event: MouseEvent, picture: Picture, tongue: Tongue): void {
    const mark = this.#nearest(event, picture, tongue);
    if (!mark) return this.#tell(null);
    this.#tell({ chart: picture.shown.chart, id: mark.id });
    this.#select(picture, mark);
  }

  #pressed(event: KeyboardEvent, picture: Picture, tongue: Tongue): void {
    const { chart } = picture.shown;
    const { marks } = this.#marks(picture, tongue);
    const at = marks.find((mark) => mark.id === this.#current.get(chart)) ?? marks[0];
    if (event.ctrlKey || event.metaKey || event.altKey || !at) return;
    const steps: Record<string, () => Mark | undefined> = {
      ArrowRight: () => next(marks, at, "x", 1),
      ArrowLeft: () => next(marks, at, "x", -1),
      ArrowDown: () => next(marks, at, "y", 1),
      ArrowUp: () => next(marks, at, "y", -1),
      Home: () => marks[0],
      End: () => marks.at(-1),
    };
    const zooms: Record<string, number> = chart === "quadrants" ? { "+": 1.5, "=": 1.5, "-": 1 / 1.5, "−": 1 / 1.5, "0": 0 } : {};
    const step = steps[event.key];
    const zoom = zooms[event.key];
    if (step) {
      const to = step();
      if (to) this.#current.set(chart, to.id);
      this.#host.changed();
      this.#focus(chart);
    } else if (zoom !== undefined) this.#zoom(zoom, at.across, at.up);
    else if (event.key === "Escape" && (this.#told || this.#selected)) {
      if (this.#told) this.#tell(null);
      else this.#selected = null;
      this.#host.changed();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #turned(event: WheelEvent, picture: Picture, tongue: Tongue): void {
    // The wheel alone scrolls the page.
    if (!(event.ctrlKey || event.metaKey) || picture.shown.chart !== "quadrants") return;
    event.preventDefault();
    const { frame } = this.#marks(picture, tongue);
    if (!frame) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const { across, up } = this.#view;
    const part = (at: number, from: number, length: number) => Math.min(1, Math.max(0, (at - from) / length));
    this.#zoom(
      event.deltaY < 0 ? 1.25 : 1 / 1.25,
      across.low + (across.high - across.low) * part(event.clientX - box.x, frame.x, frame.width),
      up.high - (up.high - up.low) * part(event.clientY - box.y, frame.y, frame.height),
    );
  }

  // Around the selected point, where nothing else is meant.
  #zoom(times: number, across = this.#middle().across, up = this.#middle().up): void {
    this.#view = times === 0 ? WHOLE : zoomed(this.#view, times, across, up);
    this.#host.changed();
  }

  #middle(): { across: number; up: number } {
    const id = this.#selected?.id ?? this.#current.get("quadrants");
    const mark = this.#found.find((found) => found.chart === "quadrants")?.marks.marks.find((mark) => mark.id === id);
    return mark ?? { across: (this.#view.across.low + this.#view.across.high) / 2, up: (this.#view.up.low + this.#view.up.high) / 2 };
  }

  /** Puts the focus on the current mark, once it is on the page. */
  #focus(chart: Chart): void {
    const { root } = this.#host;
    const frames = (left: number): void => {
      // Whoever has gone elsewhere meanwhile stays there.
      const active = (root instanceof ShadowRoot && root.activeElement) || document.activeElement;
      const here = active === null || active === document.body || active === (root as ShadowRoot).host || active.closest(`[data-chart="${chart}"]`);
      if (!here) return;
      const mark = root.querySelector<HTMLElement>(`[data-chart="${chart}"] .mark[tabindex="0"]`);
      if (mark) mark.focus();
      else if (left > 0) requestAnimationFrame(() => frames(left - 1));
    };
    requestAnimationFrame(() => frames(300));
  }

  #messages({ language }: Tongue): Messages | null {
    const messages = closerMessages(language);
    if (!(messages instanceof Promise)) return messages;
    messages.then(() => this.#host.changed(), (error: unknown) => this.#host.fail(error));
    return null;
  }

  /** The marks of a chart as it is drawn now. */
  #marks({ shown, findings, canvas }: Picture, { language }: Tongue): Marks {
    const key = JSON.stringify([shown.about, language, canvas?.width, canvas?.height]);
    const known = this.#found.find((found) => found.chart === shown.chart);
    if (known?.findings === findings && known.key === key) return known.marks;
    const marks = canvas && canvas.dataset["fitted"] !== undefined ? findings.marks(canvas, shown.chart, shown.about, { theme: { font: getComputedStyle(canvas).fontFamily }, language, pixelRatio: devicePixelRatio }) : { marks: [], frame: null };
    this.#found = [...this.#found.filter((found) => found.chart !== shown.chart), { findings, key, marks, chart: shown.chart }];
    return marks;
  }
}

const joined = (parts: readonly string[], messages: Messages) => parts.reduce((said, more) => filled(messages.next, { said, more }));

/** The next mark in a direction, round and round. */
function next(marks: readonly Mark[], at: Mark, along: "x" | "y", step: 1 | -1): Mark | undefined {
  const middle = (mark: Mark) => (along === "x" ? mark.x + mark.width / 2 : mark.y + mark.height / 2);
  const other = (mark: Mark) => (along === "x" ? mark.y : mark.x);
  const ordered = [...marks].sort((a, b) => middle(a) - middle(b) || other(a) - other(b));
  return ordered.at((ordered.indexOf(at) + step) % ordered.length);
}

/** To which side what a mark tells has room. */
function side({ x, width }: Mark, canvas: HTMLCanvasElement): "left" | "middle" | "right" | "both" {
  if (canvas.clientWidth < 560) return "both";
  const share = (x + width / 2) / canvas.clientWidth;
  return share < 0.33 ? "right" : share > 0.67 ? "left" : "middle";
}

/** The mark, large enough to be seen when it is focused. */
function grown({ x, y, width, height }: Mark): { x: number; y: number; width: number; height: number } {
  const [wide, high] = [Math.max(width, LEAST), Math.max(height, LEAST)];
  return { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high };
}
