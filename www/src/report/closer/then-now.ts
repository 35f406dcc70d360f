import { type TemplateResult, html, nothing } from "lit/html.js";
import { type Analysis, type Beyond, lent } from "../analysis.js";
import type { AnalyseOptions, Change, Changes, Report } from "../../results.js";
import { ManyiError } from "../../error.js";
import { fetchedJson } from "../../fetched-json.js";
import type { SurveyDefinition } from "../../definition.js";
import type { Host } from "../host.js";
import { filled, pieces } from "../messages.js";
import { type Sentence, listed, plural } from "../sentences.js";
import { type Source, count } from "../source.js";
import type { Tongue } from "../view/tongue.js";
import type { Shift } from "../wasm.js";
import { type Messages, closerMessages } from "./messages.js";
import { dress } from "./styles.js";

/** Where an earlier period's answers come from: as for the report itself, or what a tally was written as. */
export type Earlier = Exclude<Source, { kind: "store" }>;

/** A second period beside the first: read, compared under the reader's choices, and put into words, a table and the quadrant. */
export class ThenNow {
  readonly #host: Host;
  #source: Earlier | null = null;
  #offered = false;
  #opening: AbortController | null = null;
  /** The earlier period, both periods beyond their reports, and what they were read for. */
  #then: { analysis: Analysis; beyond: Beyond; now: Beyond; of: Analysis } | null = null;
  #compared: { now: Analysis; asked: string; changes: Changes | null; points: EarlierPoint[]; problem: ManyiError | null } | null = null;

  constructor(host: Host) {
    this.#host = host;
    dress(host.root);
  }

  /** Asks for a file of an earlier period. */
  offer(): void {
    this.#offered = true;
    this.#host.changed();
  }

  /** Compares with another period, or with none. */
  open(source: Earlier | null): void {
    this.#source = source;
    this.#offered = false;
    this.#forget();
    void this.#read();
  }

  /** Gives the memory back. */
  close(): void {
    this.#forget();
  }

  /** Arrows from where the points of the quadrant were; none where nothing is compared. */
  get shifts(): Shift[] {
    return (this.#now()?.points ?? []).map(({ id, importance, performance }) => ({ id, from: { ...(importance === null ? {} : { importance }), ...(performance === null ? {} : { performance }) } }));
  }

  /** What changed, in words, most important first. */
  sentences(titles: Readonly<Record<string, string>>, tongue: Tongue): Sentence[] {
    const messages = this.#messages(tongue);
    const changes = this.#now()?.changes;
    if (!messages || !changes) return [];
    return changeSentences(changes, { ...tongue, closer: messages, titles, earlier: this.#name(messages) });
  }

  /** Everything compared, as a table. */
  panel(titles: Readonly<Record<string, string>>, tongue: Tongue, take: (files: FileList | null) => void): TemplateResult | typeof nothing {
    const messages = this.#messages(tongue);
    const found = this.#now();
    if (!messages || (!this.#source && !this.#offered)) return nothing;
    const name = this.#source ? this.#name(messages) : "";
    const picked = (event: Event) => take((event.target as HTMLInputElement).files);
    return html`
      <section class="panel then-now" part="then-now" aria-labelledby="title-then-now">
        <header>
          <h3 id="title-then-now">${messages.thenAndNow}</h3>
          <span class="muted">${name}</span>
          <div class="saves"><button type="button" part="stop-comparing" @click=${() => take(null)}>${this.#source ? messages.stopComparing : messages.close}</button></div>
        </header>
        ${this.#offered
          ? html`<p class="said"><label class="button" part="open-earlier">${messages.openEarlier}<input type="file" data-compare accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json" @change=${picked}></label></p>`
          : nothing}
        ${this.#opening && !found ? html`<p class="said" role="status">${filled(messages.comparing, { name })}</p>` : nothing}
        ${found?.problem ? html`<p class="said" role="alert" data-code=${found.problem.code}>${filled(messages.notComparable, { message: found.problem.message })}</p>` : nothing}
        ${found?.changes ? table(found.changes, titles, messages, tongue) : nothing}
      </section>
    `;
  }

  #messages({ language }: Tongue): Messages | null {
    const messages = closerMessages(language);
    if (!(messages instanceof Promise)) return messages;
    messages.then(() => this.#host.changed(), (error: unknown) => this.#host.fail(error));
    return null;
  }

  #name(messages: Messages): string {
    const source = this.#source;
    if (source?.kind === "file") return source.file.name;
    return this.#then?.analysis.reading.name || messages.earlier;
  }

  async #read(): Promise<void> {
    const { analysis } = this.#host;
    if (!this.#source || !analysis) return this.#host.changed();
    const opening = new AbortController();
    this.#opening = opening;
    this.#host.changed();
    try {
      const then = await read(this.#source, analysis, opening.signal);
      const [now, beyond] = await Promise.all([analysis.beyond(), then.beyond(), then.later()]);
      if (opening.signal.aborted) return then.free();
      this.#then = { analysis: then, beyond, now, of: analysis };
    } catch (error) {
      if (opening.signal.aborted) return;
      this.#source = null;
      this.#host.fail(error);
    }
    this.#opening = null;
    this.#host.changed();
  }

  // Made again when the reader has chosen otherwise, or the answers of now are others.
  #now() {
    const now = this.#host.analysis;
    if (!this.#source || !now) return null;
    // Other answers of now may be of another survey, and the earlier ones are counted anew.
    if (this.#then && this.#then.of !== now) this.#forget();
    if (!this.#then) {
      if (!this.#opening) void this.#read();
      return null;
    }
    const { analysis: then, beyond } = this.#then;
    const options = this.#host.options();
    const asked = JSON.stringify(options);
    if (this.#compared?.now === now && this.#compared.asked === asked) return this.#compared;
    let changes: Changes | null = null;
    let points: EarlierPoint[] = [];
    let problem: ManyiError | null = null;
    try {
      changes = this.#then.now.changes(beyond, options);
      points = (written(then, options).quadrants?.points ?? []).map(({ id, importance, performance }) => ({ id, importance, performance }));
    } catch (error) {
      if (!(error instanceof ManyiError)) throw error;
      problem = error;
    }
    return (this.#compared = { now, asked, changes, points, problem });
  }

  #forget(): void {
    this.#opening?.abort();
    this.#opening = null;
    this.#then?.analysis.free();
    this.#then = null;
    this.#compared = null;
  }
}

/** Where an attribute lay in the earlier period. */
export interface EarlierPoint {
  readonly id: string;
  readonly importance: number | null;
  readonly performance: number | null;
}

async function read(source: Earlier, now: Analysis, signal: AbortSignal): Promise<Analysis> {
  const { survey } = now;
  if (source.kind === "file" && isJson(source.file.name)) return tallied(survey, await source.file.text(), "file", source.file.name);
  if (source.kind === "address" && isJson(new URL(source.url, document.baseURI).pathname)) {
    const name = decodeURIComponent(new URL(source.url, document.baseURI).pathname.split("/").at(-1) ?? "");
    return tallied(survey, (await fetchedJson(source.url, signal)) as object, "address", name);
  }
  return count(survey, source, signal, () => undefined);
}

function written(analysis: Analysis, options: AnalyseOptions): Report {
  const findings = analysis.report(options);
  try {
    return findings.written();
  } finally {
    findings.free();
  }
}

const isJson = (name: string) => /\.json$/i.test(name);

/** What a tally was written as; only the functions' wasm file reads it. */
async function tallied(survey: SurveyDefinition, json: object | string, kind: Earlier["kind"], name: string): Promise<Analysis> {
  const [{ Tally }, { init }] = await Promise.all([import("../../tally.js"), import("../../load.js")]);
  await init();
  const tally = Tally.fromJSON(survey, json);
  const then = lent(survey, tally, { kind, name, rejected: [], rejectedCount: 0, ignoredColumns: [] });
  return {
    ...then,
    free: () => {
      then.free();
      tally.free();
    },
  };
}

/** What sentences of change are made with. */
export interface ChangeVoice extends Tongue {
  readonly closer: Messages;
  readonly titles: Readonly<Record<string, string>>;
  /** What the earlier period is called. */
  readonly earlier: string;
}

/** What changed, in words. */
export function changeSentences(changes: Changes, voice: ChangeVoice): Sentence[] {
  const { closer, numbers, titles } = voice;
  const answered: Sentence = { about: "answered-then", pieces: pieces(plural(closer.answeredThen, changes.thenN, numbers), { n: numbers.count(changes.thenN) }) };
  return [answered, index(changes.index, voice), ...attributes(changes.attributes, voice, titles), nps(changes.nps, voice)].filter((sentence) => sentence !== null);
}

function index(change: Change | null, { closer, numbers, earlier }: ChangeVoice): Sentence | null {
  if (!change) return null;
  const values = {
    earlier,
    now: numbers.percent(change.now),
    then: numbers.percent(change.then),
    difference: numbers.percentagePointsApart(change.difference),
    level: change.interval ? numbers.wholePercent(change.interval.level) : "",
    low: numbers.percentagePoints(change.interval?.low),
    high: numbers.percentagePoints(change.interval?.high),
  };
  const message = change.significant === null ? closer.changedUnsure : !change.significant ? closer.changedNot : change.difference > 0 ? closer.changedUp : closer.changedDown;
  return { about: "changed", pieces: pieces(message, values) };
}

function attributes(changes: readonly Change[], voice: ChangeVoice, titles: Readonly<Record<string, string>>): Sentence[] {
  const { closer, numbers } = voice;
  const surely = changes.filter((change) => change.significant);
  if (surely.length === 0) return changes.some((change) => change.significant === false) ? [{ about: "better", pieces: pieces(closer.noneChanged, {}) }] : [];
  const names = (sign: number) =>
    surely
      .filter((change) => Math.sign(change.difference) === sign)
      .sort((a, b) => (b.difference - a.difference) * sign)
      .map((change) => filled(closer.changedOne, { name: titles[change.id] ?? change.id, difference: numbers.signed(change.difference) }));
  const said: Sentence[] = [];
  const [better, worse] = [names(1), names(-1)];
  if (better.length > 0) said.push({ about: "better", pieces: pieces(closer.betterNow, { names: listed(better, voice) }) });
  if (worse.length > 0) said.push({ about: "worse", pieces: pieces(closer.worseNow, { names: listed(worse, voice) }) });
  return said;
}

function nps(change: Change | null, { closer, numbers }: ChangeVoice): Sentence | null {
  if (!change || change.significant === null) return null;
  const values = { now: numbers.points(change.now), then: numbers.points(change.then), low: numbers.signedPoints(change.interval?.low), high: numbers.signedPoints(change.interval?.high) };
  return { about: "nps-changed", pieces: pieces(!change.significant ? closer.npsNot : change.difference > 0 ? closer.npsUp : closer.npsDown, values) };
}

function table(changes: Changes, titles: Readonly<Record<string, string>>, messages: Messages, { numbers }: Tongue): TemplateResult {
  const verdict = (change: Change) => (change.significant === null ? "untested" : !change.significant ? "unclear" : change.difference > 0 ? "better" : "worse");
  const row = (change: Change, title: string, written: (value: number) => string, apart: (value: number | undefined) => string) => html`
    <tr role="row" data-id=${change.id} data-verdict=${verdict(change)}>
      <th role="rowheader" scope="row">${title}</th>
      <td role="cell" class="figure" data-label=${messages.then}>${written(change.then)}</td>
      <td role="cell" class="figure" data-label=${messages.nowColumn}>${written(change.now)}</td>
      <td role="cell" class="figure difference" data-label=${messages.difference}>${apart(change.difference)}${change.interval ? html` <span class="muted">(${apart(change.interval.low)} – ${apart(change.interval.high)})</span>` : nothing}</td>
      <td role="cell" class="figure" data-label=${messages.adjustedP}>${numbers.probability(change.adjustedP)}</td>
      <td role="cell" class="verdict">${messages.verdicts[verdict(change)]}</td>
    </tr>
  `;
  const level = changes.attributes[0]?.interval?.level ?? changes.index?.interval?.level ?? null;
  return html`
    <table role="table" aria-labelledby="title-then-now" part="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${messages.what}</th>
          ${[messages.then, messages.nowColumn, messages.difference, messages.adjustedP].map((title) => html`<th role="columnheader" scope="col" class="figure">${title}</th>`)}
          <th role="columnheader" scope="col">${messages.verdict}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${changes.index ? row(changes.index, messages.index, (value) => numbers.percent(value), (value) => numbers.percentagePoints(value)) : nothing}
        ${changes.nps ? row(changes.nps, messages.nps, (value) => numbers.points(value), (value) => numbers.signedPoints(value)) : nothing}
        ${changes.attributes.map((change) => row(change, titles[change.id] ?? change.id, (value) => numbers.decimal(value), (value) => numbers.signed(value)))}
      </tbody>
    </table>
    ${level === null || changes.compared === 0
      ? nothing
      : html`<p class="said muted">${filled(plural(messages.comparedNote, changes.compared, numbers), { n: numbers.count(changes.compared), level: numbers.wholePercent(level) })}</p>`}
  `;
}
