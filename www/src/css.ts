/** A style sheet, made when it is first needed: a server has none. */
export class Styles {
  readonly #text: string;
  #sheet: CSSStyleSheet | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get sheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.#text);
    }
    return this.#sheet;
  }
}

/** Styles, as they are written. */
export function css(text: TemplateStringsArray, ...parts: string[]): Styles {
  return new Styles(String.raw({ raw: text }, ...parts));
}
