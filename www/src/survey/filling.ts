import { loadForm } from "../load-form.js";
import { type Store, openStore } from "../store.js";
import { type Answer, type Draft, type Response, asDraft, newDraft, seedOf } from "./response.js";
import type { Shown } from "./shown.js";
import { Form } from "./wasm.js";

/** A survey being filled, and what this browser keeps of it: a draft from the first answer on, and the response in the end. */
export class Filling {
  /** The survey's id. */
  readonly survey: string;
  /** The definition, as it came. */
  readonly definition: string;
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
  }

  /** Reads a definition, and takes up the draft that this browser keeps, if there is one. `told` is called when something changes that nobody did here. */
  static async begin(definition: string, language: string, told: () => void): Promise<{ filling: Filling; resumed: boolean }> {
    const [, store] = await Promise.all([loadForm(), openStore().catch(() => null)]);
    const form = new Form(definition, language);
    const view = JSON.parse(form.view()) as Shown;
    const kept = asDraft(await store?.draft(view.id).catch(() => null));
    const draft = kept ?? newDraft();
    form.shuffle(seedOf(draft.id));
    form.resume(JSON.stringify(draft.answers), draft.page);
    return { filling: new Filling(form, definition, view, store, draft, kept !== null, told), resumed: kept !== null };
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
    this.#view ??= JSON.parse(this.#form.view()) as Shown;
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
    const { id, startedAt } = this.#draft;
    const response: Response = {
      id,
      survey: this.survey,
      surveyVersion: this.#version,
      language,
      startedAt,
      submittedAt: new Date().toISOString(),
      answers: this.answers(),
    };
    // A draft that is still being saved must not come back after the response is kept.
    this.#unsaved = false;
    await this.#saving;
    const kept = await (this.#store?.submit(response, endpoint).then(() => true) ?? Promise.resolve(false)).catch(() => false);
    this.#keeps = kept;
    return { response, kept };
  }

  /** Begins anew, with an id of its own. */
  async restart(): Promise<void> {
    this.#unsaved = false;
    await this.#saving;
    await this.#store?.dropDraft(this.survey).catch(() => undefined);
    this.#draft = newDraft();
    this.#drafted = false;
    for (const key of Object.keys(JSON.parse(this.#form.draft()) as object)) this.#form.answer(key, "null");
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
    this.#draft = { ...this.#draft, page: this.#form.page(), answers };
    // One whose every answer was taken back is saved too: what was kept before must not come back.
    this.#drafted ||= Object.keys(answers).length > 0;
    if (!this.#store || !this.#drafted || this.#unsaved) return;
    this.#unsaved = true;
    this.#saving = this.#saving.then(async () => {
      if (!this.#unsaved) return;
      this.#unsaved = false;
      const kept = await (this.#store?.saveDraft(this.survey, this.#draft).then(() => true, () => false) ?? false);
      if (kept === this.#keeps) return;
      this.#keeps = kept;
      this.#told();
    });
  }
}
