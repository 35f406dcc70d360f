/** How numbers and lists are written in one language. Nothing is computed here. */
export class Numbers {
  readonly #count: Intl.NumberFormat;
  readonly #decimal: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #wholePercent: Intl.NumberFormat;
  readonly #points: Intl.NumberFormat;
  readonly #probability: Intl.NumberFormat;
  readonly #bytes: Intl.NumberFormat;
  readonly #list: Intl.ListFormat;
  readonly #plural: Intl.PluralRules;

  constructor(language: string) {
    const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options);
    this.#count = format({ maximumFractionDigits: 0 });
    this.#decimal = format({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.#percent = format({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.#wholePercent = format({ style: "percent", maximumFractionDigits: 0 });
    this.#points = format({ maximumFractionDigits: 0, signDisplay: "negative" });
    this.#probability = format({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
    this.#bytes = format({ style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });
    this.#list = new Intl.ListFormat(language, { type: "conjunction" });
    this.#plural = new Intl.PluralRules(language);
  }

  /** 1,842 */
  count(value: number): string {
    return this.#count.format(value);
  }

  /** 7.91, or a dash where there is no number. */
  decimal(value: number | null | undefined): string {
    return value == null ? "–" : this.#decimal.format(value);
  }

  /** A share, as 80.3%. */
  percent(value: number | null | undefined): string {
    return value == null ? "–" : this.#percent.format(value);
  }

  /** A share without decimals: a confidence level. */
  wholePercent(value: number): string {
    return this.#wholePercent.format(value);
  }

  /** Points of a score: 23. */
  points(value: number | null | undefined): string {
    return value == null ? "–" : this.#points.format(value);
  }

  /** A probability or a ratio that is small: 0.013. */
  probability(value: number): string {
    return this.#probability.format(value);
  }

  /** How much was read, in kB. */
  kilobytes(bytes: number): string {
    return this.#bytes.format(bytes / 1000);
  }

  /** A, B and C */
  list(items: readonly string[]): string {
    return this.#list.format(items);
  }

  /** Which of a message's plural forms a count takes. */
  plural(value: number): Intl.LDMLPluralRule {
    return this.#plural.select(value);
  }
}

const made = new Map<string, Numbers>();

/** The formats of a language; made once, because making them is slow. */
export function numbersIn(language: string): Numbers {
  let numbers = made.get(language);
  if (!numbers) made.set(language, (numbers = new Numbers(language)));
  return numbers;
}
