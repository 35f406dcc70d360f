import { type TemplateResult, html, nothing } from "lit/html.js";
import { type Property, Reactive } from "../reactive.js";
import { ManyiError } from "../error.js";
import { ManyiFailed } from "../failed.js";
import { fetched } from "../fetched.js";
import { fetchedJson } from "../fetched-json.js";
import { languageOf } from "../language.js";
import { init } from "../load.js";
import { download } from "../report/download.js";
import { csvFile, jsonFile, png, svgFile } from "../report/exports.js";
import { messagesNow, spokenTag } from "../report/messages.js";
import { numbersIn } from "../report/numbers.js";
import { Pictures } from "../report/pictures.js";
import { styles as reportStyles } from "../report/styles.js";
import { swatches, themeOf } from "../report/theme.js";
import { type Shown, chart } from "../report/view/charts.js";
import type { Drawable } from "../report/analysis.js";
import { type Cells, cellsOf } from "./cells.js";
import { type CustomerReport, customerReport } from "./customers.js";
import { ManyiCounted } from "./events.js";
import { type Tiers, chartHeight, defaultStaircase, describe, draw, svg, teach } from "./measures.js";
import { customerMessages } from "./messages.js";
import { english } from "./messages/en.js";
import { type CustomerSettings, type PartialSettings, columnsOf, settingsFrom, standardSettings, withSettings } from "./settings.js";
import { customerStyles } from "./styles.js";
import { customersCsv, tiersCsv } from "./table.js";
import { settingsForm } from "./view/settings.js";
import { type Order, staircase } from "./view/staircase.js";
import { summary } from "./view/summary.js";
import { tierTable } from "./view/tiers.js";
import type { CustomerTongue } from "./view/tongue.js";

/**
 * `<manyi-customers>`: who the customers of a CSV are. Tiers by value, churn and lifetime value by tier, and each customer's way on the loyalty
 * staircase with its reasons. Rules and thresholds are edited on the page, and saved and loaded as JSON.
 *
 * @fires manyi-counted
 * @fires manyi-failed
 */
export class ManyiCustomers extends Reactive {
  static override styles = [reportStyles, customerStyles];
  static override properties: Record<string, Property> = { src: {}, settings: {}, language: {} };

  /** The address of a CSV of customers; without it, a person opens one. */
  declare src: string | null;
  /** Columns, thresholds and rules, or the address of their JSON. What is left out is standard. */
  declare settings: PartialSettings | string | null;
  /** The language, as a tag; else that of the page. */
  declare language: string | null;

  #cells: { name: string; cells: Cells } | null = null;
  #settled: CustomerSettings | null = null;
  #report: CustomerReport | null = null;
  #error: ManyiError | null = null;
  #reading: string | null = null;
  #working: AbortController | null = null;
  #order: Order = "lowest";
  readonly #pictures = new Pictures((paper) => themeOf(this.renderRoot, this, paper), (error) => this.#fail(error));

  constructor() {
    super();
    this.addController(this.#pictures);
    this.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
    this.addEventListener("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (file) void this.#read(file.name, () => file.text());
    });
  }

  /** What is known of the customers; `null` before the first file. */
  get report(): CustomerReport | null {
    return this.#report;
  }

  /** Columns, thresholds and rules as they are now, as they are saved. */
  get current(): CustomerSettings | null {
    return this.#settled;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#working?.abort();
    });
  }

  protected override willUpdate(changed: ReadonlyMap<string, unknown>): void {
    if (changed.has("settings")) this.#settled = null;
    const { src } = this;
    if (src && (changed.has("src") || changed.has("settings"))) {
      void this.#read(decodeURIComponent(src.split("/").at(-1) ?? src), async (signal) => (await fetched(src, signal)).text());
    } else if (changed.has("settings") && this.#cells) void this.#judge();
  }

  /** Reads a file in place of the one before. */
  async #read(name: string, text: (signal: AbortSignal) => Promise<string>): Promise<void> {
    await this.#work(name, async (signal) => {
      const [content] = await Promise.all([text(signal), init()]);
      const cells = await cellsOf(content, signal);
      const settled = await this.#settings(signal);
      this.#cells = { name, cells };
      this.#settled = { ...settled, columns: columnsOf(cells.headers, settled.columns) };
      await this.#make(signal);
    });
  }

  /** Judges the same customers anew. */
  #judge(): Promise<void> {
    return this.#work(null, (signal) => this.#make(signal));
  }

  async #make(signal: AbortSignal): Promise<void> {
    const settled = (this.#settled ??= await this.#settings(signal));
    if (!this.#cells || settled.columns.value === null) {
      this.#report = null;
      return;
    }
    this.#report = await customerReport(this.#cells.cells, settled, signal);
    this.dispatchEvent(new ManyiCounted({ report: this.#report }));
  }

  async #work(name: string | null, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#working?.abort();
    const working = (this.#working = new AbortController());
    this.#reading = name;
    this.requestUpdate();
    try {
      await work(working.signal);
      this.#error = null;
    } catch (error) {
      if (!working.signal.aborted) this.#fail(error);
    } finally {
      if (this.#working === working) {
        this.#working = null;
        this.#reading = null;
        this.requestUpdate();
      }
    }
  }

  async #settings(signal: AbortSignal): Promise<CustomerSettings> {
    if (this.#settled) return this.#settled;
    await init();
    const given = typeof this.settings === "string" ? ((await fetchedJson(this.settings, signal)) as PartialSettings) : (this.settings ?? {});
    return withSettings(standardSettings(defaultStaircase()), given);
  }

  #fail(cause: unknown): void {
    this.#error = cause instanceof ManyiError ? cause : new ManyiError("internal", cause instanceof Error ? cause.message : String(cause), null, { cause });
    this.requestUpdate();
    this.dispatchEvent(new ManyiFailed({ error: this.#error }));
  }

  #change(settled: CustomerSettings): void {
    this.#settled = settled;
    void this.#judge();
  }

  async #load(file: File): Promise<void> {
    await this.#work(null, async (signal) => {
      const given = settingsFrom(await file.text());
      const settled = withSettings(standardSettings(defaultStaircase()), given);
      this.#settled = this.#cells ? { ...settled, columns: columnsOf(this.#cells.cells.headers, settled.columns) } : settled;
      await this.#make(signal);
    });
  }

  protected override render(): TemplateResult {
    const language = spokenTag(languageOf(this, this.language));
    const tongue: CustomerTongue = { language, said: customerMessages.now(language, () => this.requestUpdate()) ?? english, messages: messagesNow(language, () => this.requestUpdate()), numbers: numbersIn(language) };
    const { said } = tongue;
    const state = this.#reading !== null ? said.reading.replace("{name}", this.#reading) : this.#report ? said.ready : "";
    return html`
      <div class="report customers" part="report" lang=${language} dir=${tongue.messages.direction} aria-busy=${this.#working !== null}>
        ${swatches(() => this.#pictures.repaint())}
        <p class="status ${this.#reading === null ? "unseen" : ""}" part="status" role="status">${state}</p>
        <div role="alert">${this.#error ? html`<div class="alert" part="error" data-code=${this.#error.code}><p>${said.failed.replace("{message}", this.#error.message)}</p></div>` : nothing}</div>
        ${this.#report ? this.#content(this.#report, tongue) : html`<div class="empty" part="empty"><p>${this.#cells ? said.noValue : said.empty}</p></div>`}
        ${this.#settled && this.#cells
          ? settingsForm(this.#settled, this.#cells.cells.headers, this.#report?.fired ?? {}, {
              change: (settled) => this.#change(settled),
              standard: () => defaultStaircase(),
              save: () => download(jsonFile(this.#settled), "customers-settings.json"),
              load: (file) => void this.#load(file),
              fail: (error) => this.#fail(error),
            }, tongue)
          : nothing}
        <footer class="source" part="source">
          <span class="from">${this.#cells ? said.fromFile.replace("{name}", this.#cells.name) : nothing}</span>
          <label class="button" part="open">${said.open}<input type="file" accept=".csv,.tsv,.txt,text/csv" @change=${(event: Event) => this.#picked(event.target as HTMLInputElement)}></label>
          <span>${said.drop}</span>
        </footer>
      </div>
    `;
  }

  #content(report: CustomerReport, tongue: CustomerTongue): TemplateResult {
    const { said, language, messages } = tongue;
    if (messages.pictured) teach(language, messages.pictured);
    const data = report.tiers;
    const pareto: Shown = { chart: "tiers", title: said.chart, about: { titles: {}, n: report.n }, summary: describe("tiers", data, language) };
    const drawable = drawableOf(data);
    return html`
      <h2 part="title">${said.title}</h2>
      ${summary(report, tongue)}
      ${chart(pareto, drawable, this.#pictures, (shown, format) => void this.#save(drawable, shown, format, language), tongue)}
      ${tierTable(report, (format) => download(format === "csv" ? csvFile(tiersCsv(report)) : jsonFile(report.rows), `tiers.${format}`), tongue)}
      ${staircase(report, this.#order, (order) => ((this.#order = order), this.requestUpdate()), (format) => download(format === "csv" ? csvFile(customersCsv(report)) : jsonFile(report.customers), `customers.${format}`), tongue)}
    `;
  }

  async #save(findings: Drawable, { chart, about, title }: Shown, format: "png" | "svg", language: string): Promise<void> {
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`canvas.${chart}`);
    if (!canvas) return;
    try {
      const exported = { findings, chart, about: { ...about, title }, width: canvas.clientWidth, theme: themeOf(this.renderRoot, this), language };
      download(format === "png" ? await png(exported) : svgFile(exported), `${chart}.${format}`);
    } catch (error) {
      this.#fail(error);
    }
  }

  #picked(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // The same file may be picked again, after it was corrected.
    input.value = "";
    if (file) void this.#read(file.name, () => file.text());
  }
}

/** The chart of the tiers, which is of no report. */
function drawableOf(tiers: Tiers): Drawable {
  const titled = (about: { title?: string | null }) => (about.title == null ? tiers : { ...tiers, title: about.title });
  return {
    draw: (canvas, chart, about, options) => draw(canvas, chart, titled(about), options),
    svg: (chart, about, options) => svg(chart, titled(about), options),
    chartHeight: (chart, about, width) => chartHeight(chart, titled(about), width),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "manyi-customers": ManyiCustomers;
  }
}
