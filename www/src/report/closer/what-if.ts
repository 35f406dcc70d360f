import { type TemplateResult, html, nothing } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { ExpectedAnswer, Supposed, SupposedAttribute } from "../../results.js";
import { ManyiError } from "../../error.js";
import type { Analysis, Beyond } from "../analysis.js";
import type { Host } from "../host.js";
import { type Piece, pieces } from "../messages.js";
import type { Tongue } from "../view/tongue.js";
import type { Shift } from "../wasm.js";
import { type Messages, closerMessages } from "./messages.js";
import { dress } from "./styles.js";

/** What the reader supposes of the attributes' scores, and what follows. */
export class WhatIf {
  readonly #host: Host;
  readonly #supposed = new Map<string, number>();
  #asked: { analysis: Analysis; beyond: Beyond | null } | null = null;
  #found: { asked: string; beyond: Beyond; supposed: Supposed } | null = null;
  #told = "";

  constructor(host: Host) {
    this.#host = host;
    dress(host.root);
  }

  /** The attributes as they are and as they are supposed. */
  get attributes(): readonly SupposedAttribute[] {
    return this.#follows()?.attributes ?? [];
  }

  /** Arrows to where the points of the quadrant are supposed. */
  get shifts(): Shift[] {
    return this.attributes.filter((attribute) => attribute.then !== attribute.now).map(({ id, then }) => ({ id, to: { performance: then } }));
  }

  /** Supposes a mean score, within its scale; `null` as it is. */
  suppose(id: string, value: number | null): void {
    const known = this.attributes.find((attribute) => attribute.id === id);
    if (value === null || !known) this.#supposed.delete(id);
    else this.#supposed.set(id, Math.min(known.max, Math.max(known.min, value)));
    this.#host.changed();
  }

  /** Says aloud what follows: when a slider comes to rest, not on its way. */
  settled(tongue: Tongue): void {
    const messages = this.#messages(tongue);
    const found = this.#follows();
    this.#told = messages && found ? conclusions(found, messages, tongue).map(text).join(" ") : "";
    this.#host.changed();
  }

  panel(titles: Readonly<Record<string, string>>, tongue: Tongue, close: () => void): TemplateResult | typeof nothing {
    const messages = this.#messages(tongue);
    const found = this.#follows();
    if (!messages || !found) return nothing;
    const order = this.#host.report?.quadrants?.order ?? [];
    const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
    const attributes = [...found.attributes].sort((a, b) => rank(a.id) - rank(b.id));
    const changed = attributes.some((attribute) => attribute.then !== attribute.now);
    return html`
      <section class="panel what-if" part="what-if" aria-labelledby="title-what-if">
        <header>
          <h3 id="title-what-if" tabindex="-1">${messages.whatIf}</h3>
          <div class="saves"><button type="button" part="close" @click=${close}>${messages.close}</button></div>
        </header>
        <div class="follows" part="follows">
          ${changed ? conclusions(found, messages, tongue).map(paragraph) : html`<p>${messages.supposedNothing}</p>`}
          ${models(found, messages, tongue).map((said) => html`<p class="muted">${emphasised(said)}</p>`)}
          <p class="warning" part="warning" role="note">${messages.warning}</p>
          <p class="unseen" role="status">${this.#told}</p>
        </div>
        <p class="said muted">${messages.whatIfHint}</p>
        <ul class="sliders" role="list">${attributes.map((attribute) => this.#slider(attribute, titles[attribute.id] ?? attribute.id, messages, tongue))}</ul>
      </section>
    `;
  }

  #slider(attribute: SupposedAttribute, title: string, messages: Messages, tongue: Tongue): TemplateResult {
    const { numbers } = tongue;
    const { id, now, then, min, max } = attribute;
    const span = max - min;
    const step = span <= 5 ? 0.05 : span <= 10 ? 0.1 : 1;
    const words = pieces(messages.now, { value: numbers.decimal(now) });
    return html`
      <li data-id=${id} ?data-changed=${then !== now}>
        <label for="suppose-${id}">${title}</label>
        <input id="suppose-${id}" type="range" min=${min} max=${max} step=${step} .value=${live(String(snapped(then, min, step)))}
          aria-valuetext="${numbers.decimal(then)}, ${text(words)}"
          @input=${(event: Event) => this.suppose(id, Number((event.target as HTMLInputElement).value))} @change=${() => this.settled(tongue)}>
        <output for="suppose-${id}">${numbers.decimal(then)}</output>
        <span class="muted">${text(words)}</span>
        <button type="button" data-reset ?disabled=${then === now} aria-label="${messages.reset}: ${title}" @click=${() => this.#back(id, tongue)}>${messages.reset}</button>
      </li>
    `;
  }

  #back(id: string, tongue: Tongue): void {
    this.suppose(id, null);
    this.settled(tongue);
  }

  #messages({ language }: Tongue): Messages | null {
    const messages = closerMessages(language);
    if (!(messages instanceof Promise)) return messages;
    messages.then(() => this.#host.changed(), (error: unknown) => this.#host.fail(error));
    return null;
  }

  #follows(): Supposed | null {
    const { analysis } = this.#host;
    if (!analysis) return null;
    if (this.#asked?.analysis !== analysis) {
      this.#asked = { analysis, beyond: null };
      void this.#ask(analysis);
    }
    const { beyond } = this.#asked;
    if (!beyond) return null;
    const options = this.#host.options();
    const asked = JSON.stringify([options, ...this.#supposed]);
    if (this.#found?.beyond === beyond && this.#found.asked === asked) return this.#found.supposed;
    try {
      const supposed = beyond.suppose(Object.fromEntries(this.#supposed), options);
      this.#found = { beyond, asked, supposed };
      return supposed;
    } catch (error) {
      if (!(error instanceof ManyiError) || this.#supposed.size === 0) throw error;
      // What was supposed of another survey's attributes says nothing of these.
      this.#supposed.clear();
      return this.#follows();
    }
  }

  async #ask(analysis: Analysis): Promise<void> {
    try {
      const beyond = await analysis.beyond();
      if (this.#asked?.analysis === analysis) this.#asked = { analysis, beyond };
      this.#host.changed();
    } catch (error) {
      this.#asked = null;
      this.#host.fail(error);
    }
  }
}

/** The nearest place a slider has: it would go there by itself, and call that a change. */
function snapped(value: number, min: number, step: number): number {
  return min + Math.round((value - min) / step) * step;
}

/** What follows, in words. */
export function conclusions({ index, expected, retention }: Supposed, messages: Messages, { numbers }: Pick<Tongue, "numbers">): Piece[][] {
  const said: Piece[][] = [];
  if (index) {
    const change = numbers.percentagePoints(index.change);
    said.push(pieces(messages.supposedIndex, { now: numbers.percent(index.now), then: numbers.percent(index.then), change }));
  }
  for (const { of, max, min, model } of expected) {
    const { mean, interval } = model;
    const values = {
      what: messages.expected[of],
      now: numbers.decimal(mean),
      then: numbers.decimal(model.expected),
      level: interval ? numbers.wholePercent(interval.level) : "",
      low: numbers.signed(interval?.low),
      high: numbers.signed(interval?.high),
    };
    said.push(pieces(messages.supposedOutcome, values));
    if (model.expected > max || model.expected < min) said.push(pieces(messages.pastTheEnd, { max: numbers.count(model.expected > max ? max : min) }));
  }
  if (retention) said.push(pieces(messages.supposedRetention, { now: numbers.percent(retention.now), then: numbers.percent(retention.then) }));
  return said;
}

/** How far each expectation can be trusted. */
export function models({ expected }: Supposed, messages: Messages, { numbers }: Pick<Tongue, "numbers">): Piece[][] {
  if (expected.length === 0) return [pieces(messages.noModel, {})];
  return expected.map(({ of, model }: ExpectedAnswer) =>
    pieces(messages.model, { what: messages.expected[of], r2: numbers.percent(model.r2), adjusted: numbers.percent(model.adjustedR2), n: numbers.count(model.n) }),
  );
}

const text = (said: readonly Piece[]) => said.map((piece) => piece.text).join("");
const emphasised = (said: readonly Piece[]) => said.map((piece) => (piece.filled ? html`<strong>${piece.text}</strong>` : piece.text));
const paragraph = (said: readonly Piece[]) => html`<p>${emphasised(said)}</p>`;
