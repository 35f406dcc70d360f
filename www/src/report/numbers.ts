/** As the language writes them, with a true minus; where a mark goes before it that keeps it in its place between letters from right to left, that stays. */
class Format extends Intl.NumberFormat {
  override format(value: number): string {
    return super.format(value).replace("-", "−");
  }
}

/** How numbers and lists are written in one language. Nothing is computed here. */
export class Numbers {
  readonly #count: Intl.NumberFormat;
  readonly #decimal: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #wholePercent: Intl.NumberFormat;
  readonly #points: Intl.NumberFormat;
  readonly #level: Intl.NumberFormat;
  readonly #signed: Intl.NumberFormat;
  readonly #signedPoints: Intl.NumberFormat;
  readonly #signedPercent: Intl.NumberFormat;
  readonly #probability: Intl.NumberFormat;
  readonly #decimals: Intl.NumberFormat;
  readonly #bytes: Intl.NumberFormat;
  readonly #list: Intl.ListFormat;
  readonly #plural: Intl.PluralRules;

  constructor(language: string) {
    const format = (options: Intl.NumberFormatOptions) => new Format(language, options);
    this.#count = format({ maximumFractionDigits: 0 });
    this.#decimal = format({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.#percent = format({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.#wholePercent = format({ style: "percent", maximumFractionDigits: 1 });
    this.#points = format({ maximumFractionDigits: 0, signDisplay: "negative" });
    this.#level = format({ maximumFractionDigits: 3 });
    this.#signed = format({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" });
    this.#signedPoints = format({ minimumFractionDigits: 0, maximumFractionDigits: 1, signDisplay: "exceptZero" });
    this.#signedPercent = format({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
    this.#probability = format({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
    this.#decimals = format({ maximumFractionDigits: 2 });
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

  /** A share with no more decimals than it has: a confidence level, 95%. */
  wholePercent(value: number): string {
    return this.#wholePercent.format(value);
  }

  /** Points of a score, which lies from −100 to 100, though its interval by a formula may not: 23. */
  points(value: number | null | undefined): string {
    return value == null ? "–" : this.#points.format(Math.max(-100, Math.min(value, 100)));
  }

  /** A step of a staircase: −2, or 0.5. */
  steps(value: number): string {
    return this.#decimals.format(value);
  }

  /** A level of a scale: 4, or 2.5. */
  level(value: number): string {
    return this.#level.format(value);
  }

  /** A difference: +0.61. */
  signed(value: number | null | undefined): string {
    return value == null ? "–" : this.#signed.format(value);
  }

  /** A difference of points: +25.2. */
  signedPoints(value: number | null | undefined): string {
    return value == null ? "–" : this.#signedPoints.format(value);
  }

  /** A difference of shares in points of a hundred, so without the sign that would say percent: +5.4. */
  percentagePoints(value: number | null | undefined): string {
    return this.#withoutPercent(value, ["percentSign"]);
  }

  /** How large such a difference is, whichever way it goes: 5.4. */
  percentagePointsApart(value: number | null | undefined): string {
    return this.#withoutPercent(value, ["percentSign", "plusSign", "minusSign"]);
  }

  #withoutPercent(value: number | null | undefined, left: readonly string[]): string {
    if (value == null) return "–";
    const kept = this.#signedPercent.formatToParts(value).filter(({ type }) => !left.includes(type));
    return kept.map((part) => part.value).join("").trim().replace("-", "−");
  }

  /** A probability of chance: 0.034, or less than the least that is written so. */
  probability(value: number | null | undefined): string {
    if (value == null) return "–";
    return value < 0.001 ? `< ${this.#probability.format(0.001)}` : this.#probability.format(value);
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
