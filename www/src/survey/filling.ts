import { loadForm } from "../load-form.js";
import { fromJson } from "../json.js";
import { type Store, openStore } from "../store.js";
import { type Agreement, agreementOf } from "./agreement.js";
import { leftAhead, settle, writeAhead } from "./ahead.js";
import { type Answer, type Draft, type Response, asDraft, changesBetween, merged, newDraft, seedOf } from "./response.js";
import { type Shown, shown } from "./shown.js";
import { Form } from "./wasm.js";

/** A survey being filled, and what this browser keeps of it: a draft from the first answer on, and the response in the end. */
export class Filling {
  /** The survey's id. */
  readonly survey: string;
  /** The definition, as it came. */
  readonly definition: string;
  /** The response, where another page submitted it. */
  elsewhere: Response | null = null;
  readonly #form: Form;
  readonly #store: Store | null;
  readonly #version: number;
  readonly #told: () => void;
  #draft: Draft;
  #keeps: boolean;
  #view: Shown | null = null;
  #saving: Promise<void> = Promise.resolve();
  #unsaved = false;
  /** Whether a draft lies in the store, or is on its way there. */
  #drafted: boolean;
  /** Keys that were answered here since the draft was last saved. */
  #changes = new Set<string>();
  /** Tells this browser's other forms of the survey that a draft was saved or submitted. */
  readonly #channel: BroadcastChannel;
  #released = false;

  private constructor(form: Form, definition: string, view: Shown, store: Store | null, draft: Draft, resumed: boolean, told: () => void) {
    this.#form = form;
    this.#told = told;
    this.definition = definition;
    this.survey = view.id;
    this.#version = view.version;
    this.#store = store;
    this.#keeps = store !== null;
    this.#draft = draft;
    this.#drafted = resumed;
    this.#channel = new BroadcastChannel(`manyi-draft ${view.id}`);
    this.#channel.onmessage = () => this.#soon();
  }

  /** Reads a definition that is on its way, and takes up the draft that this browser keeps, if there is one. `told` is called when something changes that nobody did here. */
  static async begin(coming: Promise<string>, language: string, told: () => void): Promise<{ filling: Filling; resumed: boolean }> {
    const [definition, , store] = await Promise.all([coming, loadForm(), openStore().catch(() => null)]);
    const form = new Form(JSON.stringify(fromJson(definition)), language);
    const view = shown(form.view());
    const kept = asDraft(await store?.draft(view.id).catch(() => null));
    const left = store && leftAhead(view.id);
    const ahead = left && (!kept || kept.id === left.draft.id) ? left : null;
    const draft = ahead ? merged(kept, ahead.draft, ahead.keys) : kept ?? newDraft();
    const resumed = kept !== null || ahead !== null;
    form.shuffle(seedOf(draft.id));
    form.resume(JSON.stringify(draft.answers), draft.page);
    const filling = new Filling(form, definition, view, store, draft, resumed, told);
    if (ahead) filling.#catchUp(ahead.keys);
    return { filling, resumed };
  }

  /** Whether drafts are kept. */
  get keeps(): boolean {
    return this.#keeps;
  }

  /** Index of the page shown. */
  get page(): number {
    return this.#form.page();
  }

  /** What the page shows. */
  view(): Shown {
    this.#view ??= shown(this.#form.view());
    return this.#view;
  }

  speak(language: string): void {
    this.#form.speak(language);
    this.#view = null;
  }

  /** The answers to visible questions. */
  answers(): Record<string, Answer> {
    return JSON.parse(this.#form.answers()) as Record<string, Answer>;
  }

  /** How far the comparisons of a question agree, from the third on. */
  agreement(question: string): Agreement | null {
    return agreementOf(this.#form.agreement(question));
  }

  /** Answers a key, or takes its answer back; what does not fit is a `ManyiError`. */
  answer(key: string, value: Answer | null): void {
    this.#form.answer(key, JSON.stringify(value));
    this.#changed();
  }

  next(): boolean {
    return this.#step(this.#form.next());
  }

  back(): boolean {
    return this.#step(this.#form.back());
  }

  submit(): boolean {
    return this.#step(this.#form.submit());
  }

  /** Makes the response and keeps it, for its endpoint too; it is made even where it cannot be kept. */
  async finish(language: string, endpoint: string | null): Promise<{ response: Response; kept: boolean }> {
    let answers = this.answers();
    // What other pages answered last goes along; and a draft that is still being saved must not come back after the response is kept.
    await this.#soon();
    if (this.elsewhere) return { response: this.elsewhere, kept: true };
    if (!this.#released) answers = this.answers();
    const { id, startedAt } = this.#draft;
    const response: Response = {
      id,
      survey: this.survey,
      surveyVersion: this.#version,
      language,
      startedAt,
      submittedAt: new Date().toISOString(),
      answers,
    };
    const kept = (await this.#store?.submit(response, endpoint).catch(() => null)) ?? null;
    this.#keeps = kept !== null;
    if (kept && kept !== response) this.elsewhere = kept;
    if (this.elsewhere) this.#told();
    else this.#tell();
    return { response: kept ?? response, kept: this.#keeps };
  }

  /** Begins anew, with an id of its own. */
  async restart(): Promise<void> {
    this.#unsaved = false;
    await this.#saving;
    await this.#store?.dropDraft(this.survey, this.#draft.id).catch(() => undefined);
    this.#draft = newDraft();
    this.#drafted = false;
    this.elsewhere = null;
    for (const key of Object.keys(JSON.parse(this.#form.draft()) as object)) this.#form.answer(key, "null");
    this.#changes.clear();
    this.#form.shuffle(seedOf(this.#draft.id));
    this.#form.resume("{}", 0);
    this.#view = null;
  }

  async responses(): Promise<Response[]> {
    return (await this.#store?.responses(this.survey)) ?? [];
  }

  async clear(): Promise<void> {
    await this.#store?.clear(this.survey);
  }

  release(): void {
    this.#released = true;
    this.#channel.close();
    this.#form.free();
  }

  #step(done: boolean): boolean {
    this.#changed();
    return done;
  }

  /** Saves the draft; answers that come while one is being saved go together into the next. A form that was never answered leaves no draft. */
  #changed(): void {
    this.#view = null;
    const answers = JSON.parse(this.#form.draft()) as Record<string, Answer>;
    for (const key of changesBetween(this.#draft.answers, answers)) this.#changes.add(key);
    this.#draft = { ...this.#draft, page: this.#form.page(), answers };
    // One whose every answer was taken back is saved too: what was kept before must not come back.
    this.#drafted ||= Object.keys(answers).length > 0;
    if (!this.#drafted) return;
    if (this.#store && this.#keeps) writeAhead(this.survey, this.#draft, this.#changes);
    if (this.#unsaved) return;
    this.#unsaved = true;
    void this.#soon();
  }

  /** Saves what an earlier view of the page wrote down and did not get into the database. */
  #catchUp(keys: string[]): void {
    for (const key of keys) this.#changes.add(key);
    this.#unsaved = true;
    void this.#soon();
  }

  /** After what is under way, saves what is unsaved and takes over what other pages saved. */
  #soon(): Promise<void> {
    return (this.#saving = this.#saving.then(() => this.#share()));
  }

  async #share(): Promise<void> {
    if (!this.#store || this.elsewhere) return;
    const changes = this.#changes;
    // What could not be saved before is saved now.
    const unsaved = this.#unsaved || changes.size > 0;
    this.#unsaved = false;
    this.#changes = new Set();
    try {
      const found = await this.#store.share(this.survey, this.#draft.id, (kept) => (unsaved ? merged(asDraft(kept), this.#draft, changes) : kept));
      if (this.#changes.size === 0) settle(this.survey);
      if (unsaved) this.#tell();
      if (this.#released) return;
      if ("response" in found) this.elsewhere = found.response;
      const taken = "draft" in found && this.#take(asDraft(found.draft));
      if (!taken && !this.elsewhere && (this.#keeps || !unsaved)) return;
      this.#keeps ||= unsaved;
    } catch {
      for (const key of changes) this.#changes.add(key);
      settle(this.survey);
      if (!this.#keeps || !unsaved) return;
      this.#keeps = false;
    }
    this.#told();
  }

  /** Takes over a draft, but for what was answered here since. Tells whether anything changed. */
  #take(draft: Draft | null): boolean {
    if (!draft) return false;
    const keys = changesBetween(this.#draft.answers, draft.answers).filter((key) => !this.#changes.has(key));
    for (const key of keys) {
      try {
        this.#form.answer(key, JSON.stringify(draft.answers[key] ?? null));
      } catch {
        // Another version of the survey asked it.
      }
    }
    if (draft.id !== this.#draft.id) this.#form.shuffle(seedOf(draft.id));
    else if (keys.length === 0) return false;
    this.#draft = { ...draft, page: this.#form.page(), answers: JSON.parse(this.#form.draft()) as Record<string, Answer> };
    this.#drafted = true;
    this.#view = null;
    return true;
  }

  #tell(): void {
    if (!this.#released) this.#channel.postMessage(null);
  }
}
