import { LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import type { Findings } from "./analysis.js";
import { type Chosen, type Crosshair, type Importance, attributeTitles, importances, isShare, segmentOf, segmentText, segmentTitle } from "./choices.js";
import type { SurveyDefinition } from "../definition.js";
import type { AnalyseOptions, Report } from "../results.js";
import type { Tally } from "../tally.js";
import { chartsOf, namesOf } from "./charts.js";
import { download } from "./download.js";
import { ManyiFailed } from "../failed.js";
import { ManyiAnalysed } from "./events.js";
import { csvFile, png, svgFile } from "./exports.js";
import { languageOf } from "../language.js";
import { Late } from "./late.js";
import { messagesIn } from "./messages.js";
import { numbersIn } from "./numbers.js";
import { Pictures } from "./pictures.js";
import { sentences } from "./sentences.js";
import { type Definition, Session } from "./session.js";
import type { ColumnsSource, Source } from "./source.js";
import { styles } from "./styles.js";
import { rows, tableCsv } from "./table.js";
import { inLanguage } from "./text.js";
import { swatches, themeOf } from "./theme.js";
import { type Shown, chart } from "./view/charts.js";
import { notes } from "./view/notes.js";
import { origin } from "./view/origin.js";
import { ranking } from "./view/ranking.js";
import { selectors } from "./view/selectors.js";
import { alert, empty, status } from "./view/state.js";
import { summary } from "./view/summary.js";
import type { Tongue } from "./view/tongue.js";

/**
 * `<manyi-report>`: what the answers to a survey say. The answers come from a tally, from a CSV, or from what this browser keeps.
 *
 * @slot empty - what to do while nobody has answered: a link to the form
 * @fires manyi-analysed
 * @fires manyi-failed
 */
export class ManyiReport extends LitElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    survey: {},
    definition: { attribute: false },
    src: {},
    columns: {},
    tally: { attribute: false },
    language: {},
    segment: {},
    importance: {},
    crosshair: {},
    level: { type: Number },
    minimumCell: { type: Number, attribute: "minimum-cell" },
  };

  /** The address of a survey's definition. */
  declare survey: string | null;
  /** The definition itself, instead of an address. */
  declare definition: SurveyDefinition | null;
  /** The address of a CSV of answers; without it, and without a tally, the answers kept in this browser are shown. */
  declare src: string | null;
  /** Foreign headers of the CSV and the answer keys they stand for; as an attribute, the address of this map as JSON. */
  declare columns: ColumnsSource;
  /** Answers that are counted already. Whoever sets it frees it. */
  declare tally: Tally | null;
  /** The language of the report, as a tag; else that of the page. */
  declare language: string | null;
  /** The segment shown, as `question=value`; everyone without it. */
  declare segment: string | null;
  /** Where importance comes from: `stated`, or the name of a driver method. */
  declare importance: Importance | null;
  /** Where the lines of the quadrants cross: `mean`, `median` or `midpoint`. */
  declare crosshair: Crosshair | null;
  /** The confidence level of intervals; .95 without it. */
  declare level: number | null;
  /** The fewest answers a segment is shown with; 5 without it. */
  declare minimumCell: number | null;

  #file: File | null = null;
  #dropping = false;
  #unsaid: Report | null = null;
  readonly #pictures = new Pictures(() => themeOf(this.renderRoot, this), (error) => this.#session.fail(error));
  readonly #session = new Session({
    changed: () => this.requestUpdate(),
    analysed: (_, report) => (this.#unsaid = report),
    failed: (error) => this.dispatchEvent(new ManyiFailed({ error })),
  });

  readonly #tables = new Late(() => import("./view/data-table.js"), () => this.requestUpdate(), (error) => this.#session.fail(error));

  constructor() {
    super();
    this.survey = this.definition = this.src = this.columns = this.tally = this.language = null;
    this.segment = this.importance = this.crosshair = this.level = this.minimumCell = null;
    this.addController(this.#pictures);
    this.addEventListener("dragover", (event) => this.#dragged(event, true));
    this.addEventListener("dragleave", (event) => this.#dragged(event, false));
    this.addEventListener("drop", (event) => {
      if (!this.#dragged(event, false)) return;
      this.#openFile(event.dataTransfer?.files ?? null);
    });
  }

  /** The report that is shown; `null` before the first. */
  get report(): Report | null {
    return this.#session.report;
  }

  /** Reads the answers again: more may have come. */
  refresh(): void {
    const from = this.#definition();
    if (from) void this.#session.open(from, this.#source(), () => this.#options());
  }

  // `lang` is every element's own attribute; only its changes concern us.
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "lang"];
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name === "lang") this.requestUpdate();
    else super.attributeChangedCallback(name, before, value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Back in the page after its memory was given back; also, what it lies in may speak another language.
    if (this.hasUpdated && !this.#session.analysis && !this.#session.busy) this.refresh();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page takes it out and puts it in again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#session.close();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    const opens = ["survey", "definition", "src", "columns", "tally"];
    if (opens.some((name) => changed.has(name))) {
      this.#file = null;
      this.refresh();
    } else if (this.#session.report) {
      this.#session.analyse(this.#options());
    }
  }

  protected override updated(): void {
    const report = this.#unsaid;
    const survey = this.#session.analysis?.survey;
    this.#unsaid = null;
    if (report && survey) this.dispatchEvent(new ManyiAnalysed({ survey: survey.id, report }));
  }

  protected override render(): TemplateResult {
    const language = languageOf(this, this.language);
    const tongue: Tongue = { language, messages: messagesIn(language), numbers: numbersIn(language) };
    const { analysis, findings, report, busy, progress, error } = this.#session;
    return html`
      <div class="report" part="report" aria-busy=${busy} ?data-dropping=${this.#dropping} lang=${language}>
        ${swatches(() => this.#pictures.repaint())}
        ${status(report, progress, tongue)} ${alert(error, () => this.refresh(), tongue)}
        ${analysis && findings && report ? this.#content(analysis.survey, findings, report, tongue) : nothing}
        ${this.#definition() ? origin({ reading: analysis?.reading ?? null, changed: this.#file !== null, open: (files) => this.#openFile(files), back: () => this.#openFile(null) }, tongue) : nothing}
      </div>
    `;
  }

  #content(survey: SurveyDefinition, findings: Findings, report: Report, tongue: Tongue): TemplateResult {
    const { language, messages } = tongue;
    const heading = html`<h2 part="title">${inLanguage(survey.title, language)}</h2>`;
    if (report.n === 0) return html`${heading}${empty(tongue)}`;
    const titles = attributeTitles(survey, language);
    const chosen = this.#chosen();
    const shares = isShare(chosen.importance ?? importances(survey)[0]);
    const segment = chosen.segment && segmentTitle(survey, chosen.segment, language).value;
    const table = rows(report, titles, messages);
    const charts = chartsOf(survey, report, chosen, tongue).map((shown) => ({ ...shown, summary: findings.describe(shown.chart, shown.about, language) }));
    const save = (shown: Shown, format: "png" | "svg") => void this.#save(survey, findings, shown, format, language);
    const numbers = { tables: this.#tables.here?.tablesOf(report, namesOf(survey, tongue), survey.id, tongue) ?? null, ask: () => void this.#tables.ask() };
    const picture = (shown: Shown) => chart(shown, findings, this.#pictures, save, numbers, tongue);
    return html`
      ${heading}
      ${summary(report, sentences(report, { ...tongue, titles, shares, segment }), tongue)}
      ${selectors(survey, report.segments, chosen, (change) => this.#choose(change), tongue)}
      ${charts.slice(0, 1).map(picture)}
      ${ranking(table, shares, () => download(csvFile(tableCsv(table, messages)), `${survey.id}.csv`), tongue)}
      ${charts.slice(1).map(picture)}
      ${notes(report, this.#session.analysis!.reading, tongue)}
    `;
  }

  async #save(survey: SurveyDefinition, findings: Findings, { chart, about, title }: Shown, format: "png" | "svg", language: string): Promise<void> {
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`canvas.${chart}`);
    if (!canvas) return;
    try {
      const exported = { findings, chart, about: { ...about, title }, width: canvas.clientWidth, theme: themeOf(this.renderRoot, this), language };
      download(format === "png" ? await png(exported) : svgFile(exported), `${survey.id}-${chart}.${format}`);
    } catch (error) {
      this.#session.fail(error);
    }
  }

  #definition(): Definition | null {
    if (this.definition) return { definition: this.definition };
    return this.survey ? { url: this.survey } : null;
  }

  #source(): Source {
    if (this.#file) return { kind: "file", file: this.#file, columns: this.columns };
    if (this.tally) return { kind: "tally", tally: this.tally };
    return this.src ? { kind: "address", url: this.src, columns: this.columns } : { kind: "store" };
  }

  #chosen(): Chosen {
    return { segment: segmentOf(this.segment), importance: this.importance, crosshair: this.crosshair };
  }

  #options(chosen: Chosen = this.#chosen()): AnalyseOptions {
    const given = { ...chosen, level: this.level, minimumCell: this.minimumCell };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  }

  // A choice that leads to no report is not taken, so that the page and its choices agree.
  #choose(change: Partial<Chosen>): void {
    const chosen = { ...this.#chosen(), ...change };
    if (this.#session.analyse(this.#options(chosen))) {
      this.segment = chosen.segment && segmentText(chosen.segment);
      this.importance = chosen.importance;
      this.crosshair = chosen.crosshair;
    }
  }

  #openFile(files: FileList | null): void {
    this.#file = files?.[0] ?? null;
    this.refresh();
  }

  #dragged(event: DragEvent, over: boolean): boolean {
    if (!event.dataTransfer?.types.includes("Files")) return false;
    // Without this the browser would leave the page and show the file.
    event.preventDefault();
    this.#dropping = over;
    this.requestUpdate();
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "manyi-report": ManyiReport;
  }
}
