import { type TemplateResult, html, nothing } from "lit/html.js";
import { css } from "../../css.js";
import { live } from "lit/directives/live.js";
import { ref } from "lit/directives/ref.js";
import type { ColumnRole, ScaleBounds } from "../../results.js";
import { filled } from "../messages.js";
import { inLanguage } from "../text.js";
import type { Tongue } from "../view/tongue.js";
import type { Mapped, Mapping } from "./mapping.js";
import { type Words, english, mappingWords } from "./words.js";

/** What can be done about a mapping. */
export interface Deeds {
  /** Something was corrected. */
  readonly changed: () => void;
  readonly accept: () => void;
  readonly cancel: () => void;
}

const ROLES: readonly ColumnRole[] = ["satisfaction", "importance", "expectation", "perception", "overall", "nps", "ces", "segment", "weight", "ignored"];
/** Roles whose numbers can be of any scale. */
const SCALED: readonly ColumnRole[] = ["satisfaction", "importance", "expectation", "perception", "overall"];
const SCALES: readonly (readonly [number, number])[] = [[1, 3], [1, 4], [1, 5], [0, 5], [1, 6], [1, 7], [0, 7], [1, 9], [1, 10], [0, 10], [1, 100], [0, 100]];
/** How many values of a column are shown. */
const SHOWN = 6;

/** The step between a foreign file and its report: what each column holds. */
export function mappingView(mapping: Mapping, deeds: Deeds, { language, numbers }: Tongue): TemplateResult {
  const words = mappingWords.now(language, deeds.changed) ?? english;
  const { file, survey, guesses } = mapping;
  const title = survey ? inLanguage(survey.title, language) : "";
  const readAs = (own: boolean, text: string) => html`
    <label class="choice"><input type="radio" name="read-as" .checked=${live(mapping.own === own)} @change=${() => ((mapping.own = own), deeds.changed())}> ${text}</label>
  `;
  return html`
    <section class="mapping panel" part="mapping" aria-labelledby="title-mapping">
      <h3 id="title-mapping" tabindex="-1" ${ref(arrived)}>${filled(words.title, { name: file.name })}</h3>
      <p class="muted">${filled(words.intro, { rows: numbers.count(guesses.rows) })}</p>
      ${survey
        ? html`<fieldset><legend>${words.readAs}</legend>${readAs(false, filled(words.asSurvey, { title }))}${readAs(true, words.asOwn)}</fieldset>`
        : nothing}
      <div class="columns" role="list" aria-label=${words.columns}>
        ${guesses.columns.map((_, place) => column(mapping, place, words, deeds, language))}
      </div>
      <label class="missing">
        ${words.missing}
        <input type="text" name="missing" .value=${live(mapping.missing.join(", "))} aria-describedby="help-missing" @change=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          mapping.missing = value.split(/[,，]/).map((word) => word.trim()).filter((word) => word !== "");
          deeds.changed();
        }}>
        <span class="muted" id="help-missing">${words.missingHelp}</span>
      </label>
      <p class="deeds">
        <button type="button" class="first" part="accept" ?disabled=${!mapping.counts} @click=${deeds.accept}>${words.accept}</button>
        <button type="button" part="cancel" @click=${deeds.cancel}>${words.cancel}</button>
      </p>
    </section>
  `;
}

/** What was decided without asking, and the way to ask. */
export function settledView({ file: { name }, settled }: Mapped, change: () => void, { language }: Tongue): TemplateResult {
  const words = mappingWords.now(language, () => undefined) ?? english;
  return html`<p class="muted settled" part="settled">${filled(settled ? words.kept : words.own, { name })} <button type="button" part="columns" @click=${change}>${words.change}</button></p>`;
}

function column(mapping: Mapping, place: number, words: Words, deeds: Deeds, language: string): TemplateResult {
  const guess = mapping.guesses.columns[place];
  if (!guess) return html``;
  const examples = guess.values.slice(0, SHOWN);
  const name = guess.header || `#${place + 1}`;
  const more = guess.different > examples.length;
  const scaled = mapping.own && SCALED.includes(mapping.roles[place] ?? "ignored");
  const ignored = mapping.own ? mapping.roles[place] === "ignored" : mapping.keys[place] == null;
  return html`
    <div class="column" role="listitem" data-header=${guess.header} ?data-ignored=${ignored}>
      <span class="name">${name}</span>
      <span class="muted examples">${examples.join(" · ")}${more ? " · …" : nothing}</span>
      ${mapping.own ? roleSelect(mapping, place, name, words, deeds) : keySelect(mapping, place, name, words, deeds, language)}
      ${scaled ? scaleSelect(mapping, place, name, words, deeds) : nothing}
    </div>
  `;
}

function roleSelect(mapping: Mapping, place: number, name: string, words: Words, { changed }: Deeds): TemplateResult {
  const chosen = mapping.roles[place];
  const choose = (event: Event) => {
    mapping.roles[place] = (event.target as HTMLSelectElement).value as ColumnRole;
    changed();
  };
  return html`
    <select name="holds" aria-label=${filled(words.holdsOf, { column: name })} .value=${live(chosen ?? "ignored")} @change=${choose}>
      ${ROLES.map((role) => html`<option value=${role} ?selected=${role === chosen}>${words.roles[role]}</option>`)}
    </select>
  `;
}

function keySelect(mapping: Mapping, place: number, name: string, words: Words, { changed }: Deeds, language: string): TemplateResult {
  const { survey, guesses, keys } = mapping;
  const chosen = keys[place] ?? "";
  const choose = (event: Event) => {
    const key = (event.target as HTMLSelectElement).value || null;
    // A key is held by one column.
    if (key !== null) keys.forEach((other, at) => (keys[at] = other === key ? null : other));
    keys[place] = key;
    changed();
  };
  const option = (key: string, title: string) => html`<option value=${key} ?selected=${key === chosen}>${title}</option>`;
  const questions = (survey?.pages ?? []).flatMap((page) => page.questions);
  const attribute = (id: string | null, key: string) => {
    const known = survey?.attributes?.find((attribute) => attribute.id === id);
    return known ? inLanguage(known.title, language) + (/\.(x|y|functional|dysfunctional)$/.exec(key)?.[0] ?? "") : key;
  };
  return html`
    <select name="holds" aria-label=${filled(words.holdsOf, { column: name })} .value=${live(chosen)} @change=${choose}>
      ${option("", words.nothing)}
      ${questions.map((question) => {
        const own = guesses.keys.filter((key) => key.question === question.id);
        const title = inLanguage(question.title, language);
        const alone = own.length === 1 && own[0]?.attribute == null;
        return alone && own[0] ? option(own[0].key, title) : html`<optgroup label=${title}>${own.map(({ key, attribute: id }) => option(key, attribute(id, key)))}</optgroup>`;
      })}
      ${option("weight", words.weight)}
    </select>
  `;
}

function scaleSelect(mapping: Mapping, place: number, name: string, words: Words, { changed }: Deeds): TemplateResult {
  const now = mapping.scales[place] ?? { min: 1, max: 5 };
  const step = now.step ?? 1;
  const text = ({ min, max }: ScaleBounds) => `${min}–${max}`;
  const usual = SCALES.map(([min, max]): ScaleBounds => (step === 1 ? { min, max } : { min, max, step }));
  const all = usual.some((scale) => text(scale) === text(now)) ? usual : [now, ...usual];
  const choose = (event: Event) => {
    mapping.scales[place] = all[(event.target as HTMLSelectElement).selectedIndex] ?? now;
    changed();
  };
  return html`
    <select name="scale" aria-label=${filled(words.scaleOf, { column: name })} @change=${choose}>
      ${all.map((scale) => html`<option ?selected=${text(scale) === text(now)}>${text(scale)}</option>`)}
    </select>
  `;
}

/** The step has come in place of what was there; whoever follows by ear or by keys is led to it, once. */
const seen = new WeakSet<Element>();
function arrived(heading: Element | undefined): void {
  if (!heading || seen.has(heading)) return;
  seen.add(heading);
  queueMicrotask(() => (heading as HTMLElement).focus());
}

export const mappingStyles = css`
  .mapping { padding: calc(var(--_space) * 2); display: grid; gap: calc(var(--_space) * 1.5); }
  .mapping h3 { overflow-wrap: anywhere; }
  .mapping h3:focus { outline: none; }
  .mapping fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: var(--_space) calc(var(--_space) * 2); align-items: center; }
  .mapping legend { float: inline-start; padding: 0; font-weight: 600; }
  .mapping .choice { display: inline-flex; gap: 0.5em; align-items: center; min-height: 32px; cursor: pointer; }
  .mapping input[type="radio"] { accent-color: var(--_accent); width: 1.1em; height: 1.1em; margin: 0; }
  .columns { display: grid; border: 1px solid var(--_line); border-radius: calc(var(--_radius) * 0.7); max-height: 30rem; overflow: auto; }
  .column { display: grid; grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) minmax(12rem, 1fr) 7rem; gap: 4px calc(var(--_space) * 1.5); align-items: center; padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5); }
  .column + .column { border-block-start: 1px solid var(--_line); }
  .column .name { font-weight: 600; overflow-wrap: anywhere; }
  .column[data-ignored] .name { font-weight: 400; color: var(--_muted); }
  .column .examples { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .mapping .missing { display: grid; gap: 2px; font-weight: 600; max-width: 34rem; }
  .mapping .missing input {
    font: inherit; font-weight: 400; color: var(--_text); background: var(--_surface); min-height: 40px; padding: 0 calc(var(--_space) * 1.5); width: 100%;
    border: 1px solid color-mix(in srgb, var(--_muted) 75%, var(--_surface)); border-radius: calc(var(--_radius) * 0.7);
  }
  .mapping .missing .muted { font-weight: 400; }
  .deeds { display: flex; flex-wrap: wrap; gap: var(--_space); }
  .first { background: var(--_accent); border-color: var(--_accent); color: var(--_surface); font-weight: 600; }
  .first:disabled { opacity: 0.5; cursor: default; }
  .settled { display: flex; flex-wrap: wrap; gap: var(--_space); align-items: center; }
  @container manyi-report (max-width: 640px) {
    .column { grid-template-columns: minmax(0, 1fr) 6.5rem; padding-block: calc(var(--_space) * 1.25); }
    .column .name, .column .examples, .column select:last-child:not([name="scale"]) { grid-column: 1 / -1; }
    .columns { max-height: none; }
  }
`;
