import { type TemplateResult, html, nothing } from "lit/html.js";
import { type Property, Reactive } from "../reactive.js";
import { type Analysis, type Findings, reportOf } from "./analysis.js";
import { type Chosen, type Crosshair, type Importance, MINIMUM_CELL, attributeTitles, importances, isShare, segmentOf, segmentText, segmentTitle } from "./choices.js";
import type { SurveyDefinition } from "../definition.js";
import type { AnalyseOptions, Chart, Report } from "../results.js";
import type { Tally } from "../tally.js";
import { chartsOf, namesOf } from "./charts.js";
import { ManyiFailed } from "../failed.js";
import { ManyiAnalysed } from "./events.js";
import { languageOf } from "../language.js";
import type { Closer, Picture } from "./closer/closer.js";
import type { ThenNow } from "./closer/then-now.js";
import type { WhatIf } from "./closer/what-if.js";
import type { Host } from "./host.js";
import { Late } from "./late.js";
import type { Remembered } from "./remembered.js";
import type { Mapped, Mapping } from "./mapping/mapping.js";
import { messagesIn, spokenTag } from "./messages.js";
import { numbersIn } from "./numbers.js";
import { Pictures } from "./pictures.js";
import { sentences } from "./sentences.js";
import { type Definition, Session } from "./session.js";
import type { ColumnsSource, Source } from "./source.js";
import { styles } from "./styles.js";
import { rows } from "./table.js";
import { inLanguage } from "./text.js";
import { swatches, themeOf } from "./theme.js";
import { type Look, type Shown, chart } from "./view/charts.js";
import { notes } from "./view/notes.js";
import { origin } from "./view/origin.js";
import { ranking } from "./view/ranking.js";
import { selectors } from "./view/selectors.js";
import { alert, empty, status } from "./view/state.js";
import { summary } from "./view/summary.js";
import { type Taken, takeAway } from "./view/take-away.js";
import type { Tongue } from "./view/tongue.js";
import type { About } from "./wasm.js";

/**
 * `<manyi-report>`: what the answers to a survey say. The answers come from a tally, from a CSV, or from what this browser keeps.
 *
 * @slot empty - what to do while nobody has answered: a link to the form
 * @fires manyi-analysed
 * @fires manyi-failed
 */
export class ManyiReport extends Reactive {
  static override styles = styles;
  static override properties: Record<string, Property> = {
    survey: {},
    definition: { attribute: false },
    src: {},
    columns: {},
    tally: { attribute: false },
    then: { attribute: false },
    thenSrc: { attribute: "then-src" },
    remember: {},
    language: {},
    segment: {},
    importance: {},
    crosshair: {},
    level: { number: true },
    minimumCell: { number: true, attribute: "minimum-cell" },
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
  /** An earlier period's counted answers, to compare with. Whoever sets it frees it. */
  declare then: Tally | null;
  /** The address of an earlier period's answers: a CSV with the same headers, or a tally as JSON. */
  declare thenSrc: string | null;
  /** `url`: what the reader chooses is kept in the page's address. */
  declare remember: "url" | null;
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
  /** The fewest answers a segment is shown with; 5 without it. The reader may ask for more, not for fewer. */
  declare minimumCell: number | null;

  /** The file that the reader opened, and how it is read; `null` for the page's own answers. */
  #file: Mapped | null = null;
  /** The question what a file's columns hold, while it is open. */
  #mapping: Mapping | null = null;
  #mapper: typeof import("./mapping/step.js") | null = null;
  #earlier: File | null = null;
  /** The smallest segment that the reader wants to see. */
  #cell: number | null = null;
  /** What the page itself chose, before its address was read. */
  #begun: Chosen | null = null;
  #tongue: Tongue | null = null;
  #supposing = false;
  #summaries: { of: Findings | null; known: Map<string, string> } = { of: null, known: new Map() };
  #dropping = false;
  #unsaid: Report | null = null;
  readonly #pictures = new Pictures((paper) => themeOf(this.renderRoot, this, paper), (error) => this.#session.fail(error));
  readonly #session = new Session({
    changed: () => this.requestUpdate(),
    analysed: (_, report) => (this.#unsaid = report),
    failed: (error) => this.dispatchEvent(new ManyiFailed({ error })),
  });

  readonly #host = this.#asHost();
  readonly #closer = this.#late<Closer>(async () => {
    const [{ Closer }] = await Promise.all([import("./closer/closer.js"), this.#session.analysis?.later()]);
    return new Closer(this.#host);
  });
  readonly #whatIf = this.#late<WhatIf>(async () => new (await import("./closer/what-if.js")).WhatIf(this.#host));
  readonly #thenNow = this.#late<ThenNow>(async () => new (await import("./closer/then-now.js")).ThenNow(this.#host));
  readonly #remembered = this.#late<Remembered>(async () => new (await import("./remembered.js")).Remembered(this.id, () => this.#recall()));
  readonly #unset = this.#late(() => import("./unset.js"));
  readonly #tables = this.#late(() => import("./view/data-table.js"));

  constructor() {
    super();
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
    if (!from) return void this.#unset.ask();
    const open = () => this.#session.open(from, this.#source(), (analysis) => this.#first(analysis));
    if (this.remember === "url" && !this.#remembered.here) void this.#remembered.ask().then((remembered) => (remembered?.connect(), open()));
    else void open();
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
    this.#remembered.here?.connect();
    // Back in the page after its memory was given back; also, what it lies in may speak another language.
    if (this.hasUpdated && !this.#session.analysis && !this.#session.busy) this.refresh();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page takes it out and puts it in again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#session.close();
      this.#thenNow.here?.close();
      this.#closer.here?.close();
      this.#remembered.here?.disconnect();
    });
  }

  protected override willUpdate(changed: ReadonlyMap<string, unknown>): void {
    const opens = ["survey", "definition", "src", "columns", "tally"];
    if (!this.hasUpdated || opens.some((name) => changed.has(name))) {
      this.#file = this.#mapping = null;
      this.refresh();
    } else if (this.#session.report && !this.#session.busy) {
      this.#session.analyse(this.#options());
    }
    if ((changed.has("segment") && this.segment && !segmentOf(this.segment)) || (changed.has("remember") && (this.remember ?? "url") !== "url")) {
      void this.#unset.ask().then((unset) => unset?.misset(this));
    }
    if (changed.has("then") || changed.has("thenSrc")) {
      this.#earlier = null;
      this.#compare();
    }
  }

  protected override updated(): void {
    const report = this.#unsaid;
    const survey = this.#session.analysis?.survey;
    if (this.#tongue) this.#unsaid = null;
    if (report && survey && this.#tongue) this.dispatchEvent(new ManyiAnalysed({ survey: survey.id, report }));
  }

  protected override render(): TemplateResult {
    const tongue = this.#speak();
    // Words that are still to come leave an empty place, as everything else that is.
    if (!tongue) return html`${swatches(() => this.#pictures.repaint())}`;
    const { language, messages } = tongue;
    const { analysis, findings, report, busy, progress, error } = this.#session;
    return html`
      <div class="report" part="report" aria-busy=${busy} ?data-dropping=${this.#dropping} lang=${language} dir=${messages.direction}>
        ${swatches(() => this.#pictures.repaint())}
        ${status(report, progress, () => this.#session.cancel(), tongue)} ${alert(error, () => this.refresh(), tongue)}
        ${this.#definition() || this.#mapping ? nothing : this.#unset.here?.unset(this, tongue)}
        ${this.#mapping ? this.#mapper?.step(this.#mapping, () => this.requestUpdate(), (mapped) => this.#settle(mapped), tongue) : nothing}
        ${analysis && findings && report && !this.#mapping ? this.#content(analysis.survey, findings, report, tongue) : nothing}
        ${this.#file ? this.#mapper?.settled(this.#file, () => void this.#map(this.#file!.file, true), tongue) : nothing}
        ${origin({ reading: analysis?.reading ?? null, changed: this.#file !== null, open: (files) => this.#openFile(files), back: () => this.#openFile(null), compare: report && report.n > 0 ? () => this.#offerComparing() : null }, tongue)}
      </div>
    `;
  }

  #content(survey: SurveyDefinition, findings: Findings, report: Report, tongue: Tongue): TemplateResult {
    const { language, messages } = tongue;
    const heading = html`<h2 part="title">${inLanguage(survey.title, language)}</h2>`;
    if (messages.pictured) findings.teach(language, messages.pictured);
    if (report.n === 0) return html`${heading}${empty(tongue)}`;
    const titles = attributeTitles(survey, language);
    const chosen = this.#chosen();
    const shares = isShare(chosen.importance ?? importances(survey)[0]);
    const segment = chosen.segment && segmentTitle(survey, chosen.segment, language).value;
    const table = rows(report, titles, messages);
    const thenNow = this.#thenNow.here;
    const supposing = this.#supposing ? this.#whatIf.here?.panel(titles, tongue, () => this.#suppose(false)) : null;
    const charts = chartsOf(survey, report, chosen, tongue).map((shown) => {
      const about = shown.chart === "quadrants" ? { ...shown.about, ...this.#drawn() } : shown.about;
      return { ...shown, about, summary: this.#described(findings, shown.chart, about, language) };
    });
    const save = (shown: Shown, format: "png" | "svg") => void this.#save(survey, findings, shown, format, language);
    const numbers = { tables: this.#tables.here?.tablesOf(report, namesOf(survey, tongue), survey.id, tongue, () => this.requestUpdate()) ?? null, ask: () => void this.#tables.ask() };
    const picture = (shown: Shown) => chart(shown, findings, this.#pictures, save, tongue, numbers, this.#look(findings, titles, tongue));
    return html`
      ${heading}
      ${summary(report, [...sentences(report, { ...tongue, titles, shares, segment }), ...(thenNow?.sentences(titles, tongue) ?? [])], tongue)}
      ${selectors(survey, report.segments, chosen, this.minimumCell, (change) => this.#choose(change), tongue)}
      ${charts.slice(0, 1).map(picture)}
      ${supposing ?? html`<button type="button" class="later" part="what-if-open" @click=${() => this.#suppose(true)}>${messages.whatIf}</button>`}
      ${thenNow?.panel(titles, tongue, (files) => this.#compareFile(files)) ?? nothing}
      ${ranking(table, shares, (format) => void this.#give(`${survey.id}.${format}`, ({ csvFile, jsonFile, tableCsv }) => (format === "csv" ? csvFile(tableCsv(table, messages)) : jsonFile(table))), tongue)}
      ${charts.slice(1).map(picture)}
      ${notes(report, this.#session.analysis!.reading, (cells) => void this.#give(`${survey.id}-rejected.csv`, ({ csvFile, rejectedCsv }) => csvFile(rejectedCsv(cells))), tongue)}
      ${takeAway((what) => this.#takeAway(survey, report, what), tongue)}
    `;
  }

  #takeAway(survey: SurveyDefinition, report: Report, what: Taken): void {
    if (what === "print") return print();
    if (what === "report") return void this.#give(`${survey.id}-report.json`, ({ jsonFile }) => jsonFile(report));
    void this.#give(`${survey.id}-tally.${what}`, async ({ csvFile }) => {
      const text = await this.#session.analysis!.tally(what, this.#options().minimumCell ?? null);
      return what === "csv" ? csvFile(text) : new Blob([text], { type: "application/json" });
    });
  }

  async #save(survey: SurveyDefinition, findings: Findings, { chart, about, title }: Shown, format: "png" | "svg", language: string): Promise<void> {
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`canvas.${chart}`);
    if (!canvas) return;
    const exported = { findings, chart, about: { ...about, title }, width: canvas.clientWidth, theme: themeOf(this.renderRoot, this), language };
    await this.#give(`${survey.id}-${chart}.${format}`, async ({ png, svgFile }) => {
      if (format === "png") return png(exported);
      await this.#session.analysis?.later();
      return svgFile(exported);
    });
  }

  /** Hands a file to the reader; what it is made with comes with the first. */
  async #give(name: string, content: (taking: typeof import("./taking.js")) => Blob | Promise<Blob>): Promise<void> {
    try {
      const taking = await import("./taking.js");
      taking.download(await content(taking), name);
    } catch (error) {
      this.#session.fail(error);
    }
  }

  #definition(): Definition | null {
    if (this.#file?.definition) return { definition: this.#file.definition };
    return this.#own();
  }

  #own(): Definition | null {
    if (this.definition) return { definition: this.definition };
    return this.survey ? { url: this.survey } : null;
  }

  #source(): Source {
    if (this.#file) return { kind: "file", ...this.#file };
    if (this.tally) return { kind: "tally", tally: this.tally };
    return this.src ? { kind: "address", url: this.src, columns: this.columns } : { kind: "store" };
  }

  #chosen(): Chosen {
    return { segment: segmentOf(this.segment), importance: this.importance, crosshair: this.crosshair, level: this.level, minimumCell: this.#cell };
  }

  #options(chosen: Chosen = this.#chosen()): AnalyseOptions {
    const { minimumCell } = chosen;
    const given = { ...chosen, minimumCell: minimumCell !== null && minimumCell > (this.minimumCell ?? MINIMUM_CELL) ? minimumCell : this.minimumCell };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  }

  // A choice that leads to no report is not taken, so that the page and its choices agree.
  #choose(change: Partial<Chosen>): void {
    const chosen = { ...this.#chosen(), ...change };
    this.#session.analyse(this.#options(chosen), () => {
      this.#take(chosen);
      if (this.remember === "url" && this.#begun) this.#remembered.here?.write(chosen, this.#begun);
    });
  }

  #take({ segment, importance, crosshair, level, minimumCell }: Chosen): void {
    this.segment = segment && segmentText(segment);
    this.importance = importance;
    this.crosshair = crosshair;
    this.level = level;
    this.#cell = minimumCell;
    this.requestUpdate();
  }

  /** The choices a report begins with: the page's own, or those of its address, as far as they lead to a report. */
  async #first(analysis: Analysis): Promise<AnalyseOptions> {
    // Whoever looks closer goes on with the new answers.
    if (this.#closer.here) await analysis.later();
    const remembered = this.remember === "url" ? this.#remembered.here : null;
    if (!remembered) return this.#options();
    const own = (this.#begun ??= this.#chosen());
    const said = remembered.read(analysis.survey, own, this.minimumCell);
    // Whoever wrote the address may have meant a segment that is too small by now.
    for (const chosen of [said, { ...said, segment: own.segment }, own]) {
      try {
        (await reportOf(analysis, this.#options(chosen))).free();
        this.#take(chosen);
        break;
      } catch {
        // The next is nearer to what the page said.
      }
    }
    return this.#options();
  }

  /** The reader went back or forward: the choices follow the address. */
  #recall(): void {
    const { analysis } = this.#session;
    if (analysis && this.isConnected) void this.#first(analysis).then((options) => this.#session.analyse(options));
  }

  /** What a chart shows, in words; made once, for the page is rendered for many reasons. */
  #described(findings: Findings, chart: Chart, about: About, language: string): string {
    if (this.#summaries.of !== findings) this.#summaries = { of: findings, known: new Map() };
    const key = JSON.stringify([chart, about, language]);
    const known = this.#summaries.known.get(key) ?? findings.describe(chart, about, language);
    this.#summaries.known.set(key, known);
    return known;
  }

  /** What is drawn on the quadrants beside the report: the part that is looked at, and arrows. */
  #drawn(): About {
    const view = this.#closer.here?.view;
    const shifts = [...(this.#thenNow.here?.shifts ?? []), ...((this.#supposing && this.#whatIf.here?.shifts) || [])];
    return { ...(view ? { view } : {}), ...(shifts.length > 0 ? { shifts } : {}) };
  }

  /** What those see who look closer at a chart. */
  #look(findings: Findings, titles: Record<string, string>, tongue: Tongue): Look {
    const closer = this.#closer.here;
    const picture = (shown: Shown): Picture => ({ shown, findings, titles, canvas: this.renderRoot.querySelector<HTMLCanvasElement>(`canvas.${shown.chart}`) });
    const drag = this.#supposing ? this.#whatIf.here : null;
    return {
      interested: ({ chart }, byKeyboard) => void this.#closer.ask().then((closer) => closer?.look(chart, byKeyboard)),
      over: (shown) => closer?.over(picture(shown), tongue, drag) ?? nothing,
      tools: (shown) => closer?.tools(picture(shown), tongue) ?? nothing,
      under: (shown) => closer?.under(picture(shown), tongue) ?? nothing,
    };
  }

  #suppose(open: boolean): void {
    this.#supposing = open;
    this.requestUpdate();
    if (open) void this.#whatIf.ask().then(() => this.#focusOn("#title-what-if"));
    else this.#focusOn("[part=what-if-open]");
  }

  /** Puts the focus where what was asked for has come to be. */
  #focusOn(selector: string, tries = 60): void {
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    if (found) found.focus();
    else if (tries > 0) requestAnimationFrame(() => this.#focusOn(selector, tries - 1));
  }

  /** Asks for the answers of an earlier period. */
  #offerComparing(): void {
    void this.#thenNow.ask().then((thenNow) => {
      thenNow?.offer();
      this.#focusOn("input[data-compare]");
    });
  }

  #compareFile(files: FileList | null): void {
    this.#earlier = files?.[0] ?? null;
    if (!this.#earlier) {
      this.then = this.thenSrc = null;
      this.#focusOn("[part=compare]");
    }
    this.#compare();
  }

  #compare(): void {
    // A file of the same kind as the one that is open is read in the same way.
    const { columns, missing = [], encoding = null } = this.#file ?? { columns: this.columns };
    const source = this.#earlier
      ? { kind: "file" as const, file: this.#earlier, columns, missing, encoding }
      : this.then
        ? { kind: "tally" as const, tally: this.then }
        : this.thenSrc
          ? { kind: "address" as const, url: this.thenSrc, columns }
          : null;
    if (source) void this.#thenNow.ask().then((thenNow) => thenNow?.open(source));
    else this.#thenNow.here?.open(null);
  }

  /** What it speaks with; until the words of a language are there, those before. */
  #speak(): Tongue | null {
    const language = languageOf(this, this.language);
    const messages = messagesIn(language);
    if (messages instanceof Promise) void messages.then(() => this.requestUpdate());
    else this.#tongue = { language, messages, numbers: numbersIn(spokenTag(language)) };
    return this.#tongue;
  }

  #late<T>(load: () => Promise<T>): Late<T> {
    return new Late(load, () => this.requestUpdate(), (error) => this.#session.fail(error));
  }

  #asHost(): Host {
    const element = this;
    return {
      get root() { return element.renderRoot; },
      get analysis() { return element.#session.analysis; },
      get report() { return element.#session.report; },
      get tongue() { return element.#tongue; },
      options: () => element.#options(),
      changed: () => element.requestUpdate(),
      fail: (error) => element.#session.fail(error),
    };
  }

  #openFile(files: FileList | null): void {
    const file = files?.[0];
    if (file) void this.#map(file, false);
    else this.#settle(null);
  }

  /** Finds out what a file's columns hold, and asks where that is not clear. */
  async #map(file: File, ask: boolean): Promise<void> {
    try {
      this.#mapper ??= await import("./mapping/step.js");
      const found = await this.#mapper.mappingOf({ file, from: this.#own(), columns: this.columns, ask, language: languageOf(this, this.language) }, this.renderRoot);
      if ("settled" in found) return this.#settle(found);
      this.#mapping = found;
      this.requestUpdate();
    } catch (error) {
      this.#session.fail(error);
    }
  }

  /** Reads a file as it is settled; `null` for the page's own answers. */
  #settle(file: Mapped | null | undefined): void {
    this.#mapping = null;
    this.requestUpdate();
    if (file === undefined) return;
    // What was chosen for one survey means nothing to another.
    if (file?.definition || this.#file?.definition) this.segment = this.importance = this.crosshair = null;
    this.#file = file;
    if (!file && !this.#own()) this.#session.close();
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
