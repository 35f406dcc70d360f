import { loadForm } from "../load-form.js";
import { fromJson } from "../json.js";
import { openStore } from "../store.js";
import { type Agreement, agreementOf } from "./agreement.js";
import { type Left, awaited, expectDraft, leftAhead, settle, writeAhead } from "./ahead.js";
import { type Answer, type Draft, type Response, asDraft, changesBetween, merged, newDraft, seedOf } from "./response.js";
import { type Shown, shown } from "./shown.js";
import { Form } from "./wasm.js";

/** A survey being filled, and what this browser keeps of it: a draft from the first answer on, and the response in the end. */
export class Filling {
  /** The survey's id. */
  readonly survey: string;
  /** The definition, as it came. */
  readonly definition: string;
  /** Settles when the draft that this browser keeps is taken up; whether there is one. */
  readonly resumed: Promise<boolean>;
  /** The response, where another page submitted it. */
  elsewhere: Response | null = null;
  readonly #form: Form;
  /** `null` where this browser keeps nothing. */
  readonly #store = openStore().catch(() => null);
  readonly #version: number;
  readonly #told: () => void;
  #draft: Draft = newDraft();
  #keeps = true;
  #view: Shown | null = null;
  #saving: Promise<void> = Promise.resolve();
  #unsaved = false;
  /** Whether a draft lies in the store, or is on its way there. */
  #drafted = false;
  /** Whether the respondent did anything here. */
  #touched = false;
  /** What an earlier view of the page wrote down and did not get into the database, until the draft is taken up. */
  #left: Left | null | undefined;
  /** Keys that were answered here since the draft was last saved. */
  #changes = new Set<string>();
  /** Tells this browser's other forms of the survey that a draft was saved or submitted. */
  #channel: BroadcastChannel | null = null;
  #released = false;

  private constructor(form: Form, definition: string, told: () => void) {
    const view = shown(form.view());
    this.#form = form;
    this.#told = told;
    this.definition = definition;
    this.survey = view.id;
    this.#version = view.version;
    form.shuffle(seedOf(this.#draft.id));
    this.resumed = this.#resume();
    this.#saving = this.resumed.then(
      () => undefined,
      () => undefined,
    );
  }

  /** Reads a definition that is on its way, and a draft that is likely there. `told` is called when something changes that nobody did here. */
  static async begin(coming: Promise<string>, language: string, told: () => void): Promise<Filling> {
    const [definition] = await Promise.all([coming, loadForm()]);
    const filling = new Filling(new Form(JSON.stringify(fromJson(definition)), language), definition, told);
    await awaited(filling.survey, filling.resumed);
    return filling;
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
    const kept = (await (await this.#store)?.submit(response, endpoint).catch(() => null)) ?? null;
    this.#keeps = kept !== null;
    expectDraft(this.survey, false);
    if (kept && kept !== response) this.elsewhere = kept;
    if (this.elsewhere) this.#told();
    else this.#tell();
    return { response: kept ?? response, kept: this.#keeps };
  }

  /** Begins anew, with an id of its own. */
  async restart(): Promise<void> {
    this.#unsaved = false;
    await this.#saving;
    await (await this.#store)?.dropDraft(this.survey, this.#draft.id).catch(() => undefined);
    this.#draft = newDraft();
    this.#drafted = false;
    expectDraft(this.survey, false);
    this.elsewhere = null;
    for (const key of Object.keys(JSON.parse(this.#form.draft()) as object)) this.#form.answer(key, "null");
    this.#changes.clear();
    this.#form.shuffle(seedOf(this.#draft.id));
    this.#form.resume("{}", 0);
    this.#view = null;
  }

  async responses(): Promise<Response[]> {
    return (await (await this.#store)?.responses(this.survey)) ?? [];
  }

  async clear(): Promise<void> {
    await (await this.#store)?.clear(this.survey);
  }

  release(): void {
    this.#released = true;
    this.#channel?.close();
    this.#form.free();
  }

  /**
   * Takes up the draft. The form is seen and answered before it is read: what was answered here meanwhile stays, and who went on stays on that
   * page.
   */
  async #resume(): Promise<boolean> {
    const store = await this.#store;
    const left = this.#leftBehind();
    if (!this.#released) {
      this.#channel = new BroadcastChannel(`manyi-draft ${this.survey}`);
      this.#channel.onmessage = () => this.#soon();
    }
    const kept = asDraft(await store?.draft(this.survey).catch(() => null));
    this.#left = null;
    if (!store) {
      this.#keeps = false;
      if (this.#touched) settle(this.survey);
      return false;
    }
    const ahead = left && (!kept || kept.id === left.draft.id) ? left : null;
    const found = ahead ? merged(kept, ahead.draft, ahead.keys) : kept;
    if (!found) return false;
    expectDraft(this.survey, true);
    const draft = merged(found, this.#draft, this.#changes);
    this.#draft = this.#touched ? draft : { ...draft, page: found.page };
    this.#drafted = true;
    if (ahead) this.#catchUp(ahead.keys);
    if (this.#released) return true;
    this.#form.shuffle(seedOf(draft.id));
    this.#form.resume(JSON.stringify(draft.answers), this.#draft.page);
    this.#view = null;
    return true;
  }

  #leftBehind(): Left | null {
    if (this.#left === undefined) this.#left = leftAhead(this.survey);
    return this.#left;
  }

  #step(done: boolean): boolean {
    this.#changed();
    return done;
  }

  /** Saves the draft; answers that come while one is being saved go together into the next. A form that was never answered leaves no draft. */
  #changed(): void {
    this.#view = null;
    this.#touched = true;
    const answers = JSON.parse(this.#form.draft()) as Record<string, Answer>;
    for (const key of changesBetween(this.#draft.answers, answers)) this.#changes.add(key);
    this.#draft = { ...this.#draft, page: this.#form.page(), answers };
    // One whose every answer was taken back is saved too: what was kept before must not come back.
    if (!this.#drafted && Object.keys(answers).length > 0) {
      this.#drafted = true;
      expectDraft(this.survey, true);
    }
    if (!this.#drafted) return;
    if (this.#keeps) this.#writeAhead();
    if (this.#unsaved) return;
    this.#unsaved = true;
    void this.#soon();
  }

  /** Along with what an earlier view of the page wrote down, as long as that is not taken up. */
  #writeAhead(): void {
    const left = this.#leftBehind();
    if (left) writeAhead(this.survey, merged(left.draft, this.#draft, this.#changes), new Set([...left.keys, ...this.#changes]));
    else writeAhead(this.survey, this.#draft, this.#changes);
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
    const store = await this.#store;
    if (!store || this.elsewhere) return;
    const changes = this.#changes;
    // What could not be saved before is saved now.
    const unsaved = this.#unsaved || changes.size > 0;
    this.#unsaved = false;
    this.#changes = new Set();
    try {
      const found = await store.share(this.survey, this.#draft.id, (kept) => (unsaved ? merged(asDraft(kept), this.#draft, changes) : kept));
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
    if (!this.#released) this.#channel?.postMessage(null);
  }
}
