import { type TemplateResult, html, nothing } from "lit/html.js";
import { ManyiError } from "../error.js";
import { fetched } from "../fetched.js";
import { languageOf } from "../language.js";
import { ManyiFailed } from "../failed.js";
import type { Apart } from "./apart.js";
import type { Look } from "./canvas.js";
import { ManyiAnswered, ManyiDismissed, ManyiPageChanged, ManyiReady, ManyiSubmitted } from "./events.js";
import { Filling } from "./filling.js";
import { Marks, type Spec } from "./marks.js";
import { whenSharpnessChanges } from "./sharpness.js";
import { type Messages, type OwnMessages, filled, messagesIn } from "./messages.js";
import { english } from "./messages/en.js";
import type { Answer, Response } from "./response.js";
import { styles } from "./styles.js";
import { lookOf, swatches } from "./theme.js";
import type { Trigger } from "./trigger.js";
import type { Context } from "./view/field.js";
import { faultText, faultsBlock } from "./view/faults.js";
import { prepare } from "./view/late.js";
import { questionBlock } from "./view/question.js";
import { wordsIn } from "./words.js";
import type { Styles } from "../css.js";
import { type Property, Reactive } from "../reactive.js";

/** What the respondent sees after submitting: thanks alone, their own result too, or the report of all that this browser keeps. */
export type Results = "none" | "own" | "all";

/** How long a form may take before it says that it is on its way, in ms: one that comes at once needs not say so. */
const PATIENCE = 200;

/** Where the form stands: in the page, in a dialog over it, or in a corner beside it. */
export type Mode = "inline" | "dialog" | "corner";

/**
 * `<manyi-survey>`: a survey that is filled in. Its scales are painted, and are native inputs all the same.
 *
 * @fires manyi-ready
 * @fires manyi-answered
 * @fires manyi-page-changed
 * @fires manyi-submitted
 * @fires manyi-delivered
 * @fires manyi-dismissed
 * @fires manyi-failed
 */
export class ManyiSurvey extends Reactive {
  static override styles = styles;
  static override properties: Readonly<Record<string, Property>> = {
    src: {},
    definition: { attribute: false },
    language: {},
    results: {},
    endpoint: {},
    messages: { attribute: false },
    mode: { reflect: true },
    trigger: {},
  };

  /** The address of the definition. */
  declare src: string | null;
  /** The definition itself, as an object or as JSON text, instead of an address. */
  declare definition: object | string | null;
  /** The language of the form, as a tag; else that of the page. */
  declare language: string | null;
  /** What is shown after submitting: `none`, `own` or `all`. */
  declare results: Results | null;
  /** The address that responses are posted to; without one they stay in this browser. */
  declare endpoint: string | null;
  /** Words of the page's own in place of the form's, any number of them: `{ submit: "Send", thanks: "Merci !" }`. */
  declare messages: OwnMessages | null;
  /** Where the form stands; `dialog` and `corner` wait for `open()` or a trigger. */
  declare mode: Mode | null;
  /** When the form shows itself, as an object or as JSON text; without it, `inline` is there at once. */
  declare trigger: Trigger | string | null;

  #filling: Filling | null = null;
  #loading: AbortController | null = null;
  /** Whether it takes long enough to be told. */
  #late = false;
  #error: ManyiError | null = null;
  #messages: Messages = english;
  #spoken = "en";
  #response: Response | null = null;
  #result: TemplateResult | typeof nothing = nothing;
  #look: Look | null = null;
  #opened = new Set<string>();
  #active = new Map<string, string>();
  #refused = new Map<string, string>();
  /** Whether the respondent tried to go on from this page. */
  #tried = false;
  #focus: "title" | "faults" | null = null;
  #marks = new Map<HTMLElement, Marks>();
  #submitting: Promise<Response | null> | null = null;
  #screen: AbortController | null = null;
  #delivering: AbortController | null = null;
  #delivered = false;
  #shown: boolean | null = null;
  #apart: Apart | null = null;

  /** Whether the form is shown. */
  get shown(): boolean {
    return this.#shown ?? (this.#inline && this.trigger === null);
  }

  get #inline(): boolean {
    return this.mode !== "dialog" && this.mode !== "corner";
  }

  /** Shows a form that waits; only now is it loaded. */
  open(): void {
    if (this.shown) return;
    this.#shown = true;
    // Where the page changed its colours meanwhile, nothing told.
    this.#look = null;
    if (!this.#filling) void this.#load();
    this.requestUpdate();
  }

  /** Puts the form away, its draft kept; before it is submitted, that dismisses it. */
  close(): void {
    if (!this.shown) return;
    this.#shown = false;
    this.requestUpdate();
    if (!this.#response) this.dispatchEvent(new ManyiDismissed({ survey: this.#filling?.survey ?? null }));
  }

  /** The answers so far, by key; those to hidden questions are not among them. */
  get answers(): Record<string, Answer> {
    return this.#filling?.answers() ?? {};
  }

  /** Submits the form if all is in order; else shows what is not. Resolves to the response, or to `null`. While one is under way, calls share it. */
  submit(): Promise<Response | null> {
    this.#submitting ??= this.#submit().finally(() => (this.#submitting = null));
    return this.#submitting;
  }

  async #submit(): Promise<Response | null> {
    const filling = this.#filling;
    if (!filling || this.#response) return null;
    const before = filling.page;
    const withheld = this.#withheld;
    if (!filling.submit() || withheld) {
      if (filling.page !== before) this.#pageChanged();
      this.#stay();
      return null;
    }
    const { response, kept } = await filling.finish(this.#spoken, this.#address);
    if (filling.elsewhere) return response;
    this.#response = response;
    this.#delivered = false;
    this.dispatchEvent(new ManyiSubmitted({ response, kept }));
    void this.#deliver(kept ? null : response);
    this.#show("title");
    await this.#showResult(filling, response);
    return response;
  }

  /** Empties the form and begins anew; submitted responses stay. */
  async reset(): Promise<void> {
    await this.#filling?.restart();
    this.#response = null;
    this.#result = nothing;
    this.#refused.clear();
    this.#tried = false;
    this.#opened.clear();
    this.#active.clear();
    this.#show("title");
  }

  /** The responses to this survey that this browser keeps. */
  async responses(): Promise<Response[]> {
    return (await this.#filling?.responses()) ?? [];
  }

  /** Forgets the responses to this survey that this browser keeps, and the draft. */
  async clear(): Promise<void> {
    await this.#filling?.clear();
    await this.reset();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#screen?.abort();
    this.#screen = new AbortController();
    whenSharpnessChanges(() => this.#paint(), this.#screen.signal);
    // A font that comes late is painted with from then on.
    document.fonts.addEventListener("loadingdone", () => this.#paint(), { signal: this.#screen.signal });
    // Taken out and put in elsewhere, it goes on; put in again after it let go, it starts anew from its draft.
    if (this.hasUpdated && !this.#filling && !this.#error) void this.#load();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#release();
    });
  }

  protected override willUpdate(changed: ReadonlyMap<string, unknown>): void {
    if (changed.has("language") || changed.has("messages") || !this.hasUpdated) void this.#speak();
    const another = changed.has("src") || changed.has("definition");
    const late = (changed.has("mode") || changed.has("trigger")) && this.shown && !this.#filling;
    if (another || late) void this.#load();
    if (changed.has("endpoint")) void this.#deliver();
    if (!this.#apart && !(this.#inline && this.trigger === null)) void this.#stand();
    const names = /^(null|inline|dialog|corner),(null|none|own|all)$/.test(`${this.mode},${this.results}`);
    if ((changed.size > 0 || !this.hasUpdated) && (!names || (this.definition ?? this.src) === null)) this.#mind();
  }

  protected override render(): TemplateResult {
    if (this.#inline && !this.#filling && !this.#error && !this.#late) return html``;
    const [lang, dir] = [this.#spoken, this.#mirrored ? "rtl" : "ltr"];
    const form = html`${swatches(() => this.#paint())}<div class="survey" part="survey" lang=${lang} dir=${dir}>${this.#content()}</div>`;
    if (this.#inline) return this.shown ? form : html``;
    const { close, loading } = this.#messages;
    return this.#apart?.around(form, { modal: this.mode === "dialog", title: this.#filling?.view().title ?? loading, close, lang, dir }) ?? html``;
  }

  protected override updated(): void {
    const hosts = new Set(this.renderRoot.querySelectorAll<HTMLElement & { spec: Spec }>(".marks"));
    for (const [host, marks] of this.#marks) {
      if (hosts.has(host as HTMLElement & { spec: Spec })) continue;
      marks.release();
      this.#marks.delete(host);
    }
    if (hosts.size > 0) this.#look ??= lookOf(this.renderRoot, this);
    // All are measured before one is placed: the page is laid out once, and not once for each.
    const widths = [...hosts].map((host) => host.clientWidth);
    const changed = [...hosts].map((host, index) => {
      let marks = this.#marks.get(host);
      if (!marks) {
        marks = new Marks(host, () => this.#look);
        this.#marks.set(host, marks);
      }
      return marks.show(host.spec, widths[index] ?? 0) ? marks : null;
    });
    for (const marks of changed) marks?.paint();
    this.#moveFocus();
  }

  #content(): TemplateResult {
    const { messages } = this.#words;
    if (this.#error) return html`<p role="alert" class="fault" part="error">${filled(messages.failed, { message: this.#error.message })}</p>`;
    const filling = this.#filling;
    if (!filling) return html`<p role="status" class="note">${messages.loading}</p>`;
    return this.#response ? this.#thanks(filling) : this.#page(filling);
  }

  #page(filling: Filling): TemplateResult {
    const view = filling.view();
    const words = this.#words;
    const { messages, number } = words;
    const faultAt = (key: string): string | null => {
      const refused = this.#refused.get(key);
      if (refused !== undefined) return filled(messages.refused, { message: refused });
      const fault = view.faults.find((one) => one.key === key);
      return fault ? faultText(fault, view, words) : null;
    };
    const context: Context = {
      words,
      mirrored: this.#mirrored,
      opened: this.#opened,
      faultAt,
      answer: (key, value) => this.#answer(key, value),
      open: (question, opened) => this.#open(question, opened),
      active: this.#active,
      activate: (question, key) => this.#activate(question, key),
      agreement: (question) => filling.agreement(question),
      redraw: () => this.#redraw(),
      dress: (styles) => this.#dress(styles),
    };
    const place = { place: number(view.place), pages: number(view.pages) };
    const last = view.place === view.pages;
    return html`
      <header>
        <h2 part="title" tabindex="-1">${view.title}</h2>
        ${view.intro !== null && view.place === 1 ? html`<p class="intro" part="intro">${view.intro}</p>` : nothing}
      </header>
      ${view.pages > 1
        ? html`<div class="progress" part="progress"><span id="place">${filled(messages.progress, place)}</span><progress aria-labelledby="place" max=${view.pages} value=${view.place}></progress></div>`
        : nothing}
      ${faultsBlock(view, faultAt, (key) => this.#tried && this.#refused.has(key), words, (key) => this.#goTo(key))}
      <form class="questions" part="questions" novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${view.pageTitle === null ? nothing : html`<p class="intro">${view.pageTitle}</p>`}
        ${view.questions.map((question) => questionBlock(question, context))}
      </form>
      ${filling.keeps ? nothing : html`<p class="note" role="status">${messages.notKept}</p>`}
      <div class="way" part="way">
        ${view.place > 1 ? html`<button type="button" part="back" @click=${() => this.#back()}>${messages.back}</button>` : nothing}
        <button type="button" class="on" part=${last ? "submit" : "next"} @click=${() => (last ? void this.submit() : this.#next())}>${last ? messages.submit : messages.next}</button>
      </div>`;
  }

  #thanks(filling: Filling): TemplateResult {
    const { messages } = this.#words;
    return html`<div class="thanks" part="thanks">
        <h2 tabindex="-1">${filling.view().thanks ?? messages.thanks}</h2>
        ${this.#whereabouts(filling.keeps).map((note) => html`<p class="note">${note}</p>`)}
        <button type="button" part="again" @click=${() => void this.reset()}>${messages.again}</button>
      </div>
      ${this.#result}`;
  }

  /** Where the answers are, as far as it is known. */
  #whereabouts(kept: boolean): string[] {
    const { messages } = this.#words;
    if (this.endpoint === null) return kept ? [messages.kept] : [];
    return [this.#delivered ? messages.sent : messages.sending, ...(kept ? [messages.copied] : this.#delivered ? [] : [messages.stay])];
  }

  get #words() {
    return wordsIn(this.#spoken, this.#messages);
  }

  get #mirrored(): boolean {
    return ["ar", "fa", "he", "ur"].includes(this.#spoken.split("-")[0] ?? "");
  }

  async #speak(): Promise<void> {
    const spoken = languageOf(this, this.language);
    const own = this.messages;
    const messages = await messagesIn(spoken, own);
    // Another language was asked for while this one was on its way.
    if (own !== this.messages || spoken !== languageOf(this, this.language)) return;
    this.#spoken = spoken;
    this.#messages = messages;
    this.#filling?.speak(spoken);
    if (this.#response && this.#filling) await this.#showResult(this.#filling, this.#response);
    this.requestUpdate();
  }

  /** Reads the definition and takes up its draft. A newer definition ends the reading of an older one. */
  async #load(): Promise<void> {
    this.#release();
    this.#error = null;
    this.#response = null;
    this.#result = nothing;
    this.requestUpdate();
    const source = this.definition ?? this.src;
    if (source === null || !this.shown) return;
    const loading = new AbortController();
    this.#loading = loading;
    this.#late = false;
    const impatience = setTimeout(() => {
      this.#late = true;
      this.requestUpdate();
    }, PATIENCE);
    try {
      const filling = await Filling.begin(this.#text(loading.signal), languageOf(this, this.language), () => this.#changedElsewhere());
      if (loading.signal.aborted) return filling.release();
      this.#filling = filling;
      prepare(filling.definition);
      this.requestUpdate();
      void this.#deliver();
      const resumed = await filling.resumed;
      if (loading.signal.aborted) return;
      this.requestUpdate();
      await this.updateComplete;
      this.dispatchEvent(new ManyiReady({ survey: filling.survey, resumed }));
    } catch (cause) {
      if (!loading.signal.aborted) this.#fail(cause);
    } finally {
      clearTimeout(impatience);
    }
  }

  async #text(signal: AbortSignal): Promise<string> {
    if (this.definition === null) return (await fetched(this.src ?? "", signal)).text();
    return typeof this.definition === "string" ? this.definition : JSON.stringify(this.definition);
  }

  /** What a form needs that is not simply there comes with the first that is not. */
  async #stand(): Promise<void> {
    const fail = (cause: unknown) => this.#tell(cause);
    try {
      const { Apart } = await import("./apart.js");
      this.#apart ??= new Apart(this, styles, { text: (signal) => this.#text(signal), show: () => this.open(), wrong: (...what) => new ManyiError(...what), fail });
      this.requestUpdate();
    } catch (cause) {
      fail(cause);
    }
  }

  /** What is set wrongly, or not at all, is told by what comes only then. */
  #mind(): void {
    const wrong = (ends: boolean, ...what: ConstructorParameters<typeof ManyiError>) => (ends ? this.#fail(new ManyiError(...what)) : this.#tell(new ManyiError(...what)));
    void import("./misset.js").then(({ misset }) => misset(this, wrong), () => undefined);
  }

  #fail(cause: unknown): void {
    this.#error = this.#tell(cause);
    this.requestUpdate();
  }

  #tell(cause: unknown): ManyiError {
    const error = cause instanceof ManyiError ? cause : new ManyiError("internal", String(cause), null, { cause });
    this.dispatchEvent(new ManyiFailed({ error }));
    return error;
  }

  #answer(key: string, value: Answer | null): void {
    const filling = this.#filling;
    if (!filling) return;
    try {
      filling.answer(key, value);
      this.#refused.delete(key);
    } catch (cause) {
      // What does not fit is told beside the field; the answer before it stays.
      this.#refused.set(key, cause instanceof ManyiError ? cause.message.replace(`${key}: `, "") : String(cause));
      this.requestUpdate();
      return;
    }
    this.requestUpdate();
    this.dispatchEvent(new ManyiAnswered({ survey: filling.survey, key, value }));
  }

  #open(question: string, opened: boolean): void {
    if (opened) this.#opened.add(question);
    else this.#opened.delete(question);
    this.requestUpdate();
  }

  #activate(question: string, key: string): void {
    if (this.#active.get(question) === key) return;
    this.#active.set(question, key);
    this.requestUpdate();
  }

  #redraw(): Promise<unknown> {
    this.requestUpdate();
    return this.updateComplete;
  }

  #dress({ sheet }: Styles): void {
    const { adoptedStyleSheets } = this.renderRoot;
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }

  #next(): void {
    const withheld = this.#withheld;
    const passed = this.#filling?.next() ?? false;
    if (!passed || withheld) {
      if (passed) this.#filling?.back();
      return this.#stay();
    }
    this.#pageChanged();
    this.#show("title");
  }

  /** Whether something that is shown was refused: it is no answer, so the form itself does not miss it. */
  get #withheld(): boolean {
    return this.#filling?.view().questions.some(({ rows }) => rows.some(({ key }) => this.#refused.has(key))) ?? false;
  }

  /** Tells what keeps the respondent on the page. */
  #stay(): void {
    this.#tried = true;
    this.#show("faults");
  }

  #back(): void {
    if (!this.#filling?.back()) return;
    this.#pageChanged();
    this.#show("title");
  }

  #pageChanged(): void {
    this.#refused.clear();
    this.#tried = false;
    const view = this.#filling?.view();
    if (view) this.dispatchEvent(new ManyiPageChanged({ survey: view.id, page: view.place, pages: view.pages }));
  }

  #show(focus: "title" | "faults"): void {
    this.#focus = focus;
    this.requestUpdate();
  }

  /** After a step, the focus is where the respondent reads on: at what is wrong, or at the top of the new page. */
  #moveFocus(): void {
    if (!this.#focus) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focus === "faults" ? ".faults" : "h2");
    this.#focus = null;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest" });
  }

  #goTo(key: string): void {
    const field = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(`field-${key}`)}`);
    const input = field?.matches("input, textarea, select") ? field : field?.querySelector<HTMLElement>("input, button");
    input?.focus();
    input?.scrollIntoView({ block: "center" });
  }

  /** The endpoint as a whole address; what is none stays as it is, and is told where it is used. */
  get #address(): string | null {
    return this.endpoint === null ? null : Object.assign(document.createElement("a"), { href: this.endpoint }).href;
  }

  /** Sees to the delivery of what this browser keeps for the endpoint, and of a response that it could not keep. */
  async #deliver(loose: Response | null = null): Promise<void> {
    this.#delivering?.abort();
    const { signal } = (this.#delivering = new AbortController());
    // Taken out, it has nobody to tell; the response is on its way all the same.
    if (!this.isConnected) this.#delivering.abort();
    const address = this.#address;
    if (address === null) return;
    try {
      const { deliver } = await import("./delivery.js");
      deliver(this, address, this.#filling?.survey ?? null, loose, (id) => this.#arrived(id), signal);
    } catch {
      addEventListener("online", () => void this.#deliver(loose), { once: true });
    }
  }

  /** Another page of this browser went on with the draft, or submitted it: then this form is done, too. */
  #changedElsewhere(): void {
    const filling = this.#filling;
    if (filling?.elsewhere && !this.#response) void this.#showResult(filling, (this.#response = filling.elsewhere));
    this.requestUpdate();
  }

  #arrived(id: string): void {
    this.#delivered ||= id === this.#response?.id;
    this.requestUpdate();
  }

  async #showResult(filling: Filling, response: Response): Promise<void> {
    if (this.results !== "own" && this.results !== "all") return;
    try {
      const { ownResult, allResults } = await import("./result.js");
      this.#result = await (this.results === "own" ? ownResult(this, filling.definition, response, this.#words, this.#spoken) : allResults(filling.definition, this.#spoken));
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      this.#result = html`<p class="note" role="alert">${filled(this.#messages.ownFailed, { message })}</p>`;
    }
    this.requestUpdate();
  }

  #paint(): void {
    if (!this.#filling) return;
    this.#look = lookOf(this.renderRoot, this);
    for (const marks of this.#marks.values()) marks.paint();
  }

  #release(): void {
    if (!this.isConnected) this.#screen?.abort();
    this.#loading?.abort();
    this.#delivering?.abort();
    this.#loading = null;
    for (const marks of this.#marks.values()) marks.release();
    this.#marks.clear();
    this.#filling?.release();
    this.#filling = null;
    this.#look = null;
    this.#refused.clear();
    this.#tried = false;
    this.#opened.clear();
    this.#active.clear();
  }
}
