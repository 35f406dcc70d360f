import { type TemplateResult, html, nothing } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { fromJson } from "../../json.js";
import type { StaircaseRule } from "../../measures.js";
import { filled } from "../../report/messages.js";
import type { CustomerSettings } from "../settings.js";
import type { CustomerTongue } from "./tongue.js";

/** What can be done with settings. */
export interface SettingsDeeds {
  readonly change: (settings: CustomerSettings) => void;
  readonly standard: () => StaircaseRule[];
  readonly save: () => void;
  readonly load: (file: File) => void;
  readonly fail: (error: unknown) => void;
}

/** Columns, thresholds and rules, to be edited, saved and loaded. */
export function settingsForm(settings: CustomerSettings, headers: readonly string[], fired: Readonly<Record<string, number>>, deeds: SettingsDeeds, tongue: CustomerTongue): TemplateResult {
  const { said } = tongue;
  const { columns, cuts, lifetime, staircase } = settings;
  const column = (part: keyof CustomerSettings["columns"], title: string) => html`
    <label>${title}
      <select name="column-${part}" .value=${live(columns[part] ?? "")} @change=${(event: Event) => deeds.change({ ...settings, columns: { ...columns, [part]: (event.target as HTMLSelectElement).value || null } })}>
        <option value="" ?selected=${columns[part] === null}>${said.none}</option>
        ${headers.map((header) => html`<option value=${header} ?selected=${header === columns[part]}>${header}</option>`)}
      </select>
    </label>
  `;
  return html`
    <details class="panel settings" part="settings">
      <summary><h3>${said.settings}</h3></summary>
      <div class="inside">
        <fieldset>
          <legend>${said.columns}</legend>
          ${column("id", said.columnId)} ${column("value", said.columnValue)} ${column("lost", said.columnLost)}
          <label>${said.lostIs}<input type="text" name="lost-is" .value=${live(settings.lostIs)} @change=${(event: Event) => deeds.change({ ...settings, lostIs: (event.target as HTMLInputElement).value })}></label>
        </fieldset>
        <fieldset>
          <legend>${said.thresholds}</legend>
          ${percent("cut-a", said.cutA, cuts[0], (share) => deeds.change({ ...settings, cuts: [share, cuts[1]] }))}
          ${percent("cut-b", said.cutB, cuts[1], (share) => deeds.change({ ...settings, cuts: [cuts[0], share] }))}
          ${percent("margin", said.margin, lifetime.margin, (margin) => deeds.change({ ...settings, lifetime: { ...lifetime, margin } }))}
          ${percent("discount", said.discount, lifetime.discount, (discount) => deeds.change({ ...settings, lifetime: { ...lifetime, discount } }))}
          ${number("periods", said.periods, lifetime.periods, (periods) => deeds.change({ ...settings, lifetime: { ...lifetime, periods } }))}
          ${number("start", said.start, staircase.start, (start) => start !== null && deeds.change({ ...settings, staircase: { ...staircase, start } }))}
          ${number("lowest", said.lowest, staircase.range.min, (min) => min !== null && deeds.change({ ...settings, staircase: { ...staircase, range: { ...staircase.range, min } } }))}
          ${number("highest", said.highest, staircase.range.max, (max) => max !== null && deeds.change({ ...settings, staircase: { ...staircase, range: { ...staircase.range, max } } }))}
        </fieldset>
        ${rules(settings, fired, deeds, tongue)}
        <p class="deeds">
          <button type="button" part="save-settings" @click=${deeds.save}>${said.saveSettings}</button>
          <label class="button" part="load-settings">${said.loadSettings}<input type="file" name="settings" accept=".json,application/json" @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            const file = input.files?.[0];
            input.value = "";
            if (file) deeds.load(file);
          }}></label>
        </p>
      </div>
    </details>
  `;
}

function rules(settings: CustomerSettings, fired: Readonly<Record<string, number>>, deeds: SettingsDeeds, { said, numbers }: CustomerTongue): TemplateResult {
  const all = settings.staircase.rules;
  const put = (rules: readonly StaircaseRule[]) => deeds.change({ ...settings, staircase: { ...settings.staircase, rules } });
  const alter = (place: number, changes: Partial<StaircaseRule>) => put(all.map((rule, at) => (at === place ? { ...rule, ...changes } : rule)));
  const add = () => {
    let next = all.length + 1;
    while (all.some((rule) => rule.id === `rule-${next}`)) next += 1;
    put([...all, { id: `rule-${next}`, when: { field: settings.columns.value ?? "value", below: 0 }, change: -1, reason: filled(said.rule, { n: String(next) }) }]);
  };
  return html`
    <fieldset class="rules">
      <legend>${said.rules}</legend>
      <ol role="list">
        ${all.map(
          (rule, place) => html`
            <li><div class="rule" data-rule=${rule.id} role="group" aria-label=${filled(said.rule, { n: numbers.count(place + 1) })}>
              <label class="wide">${said.ruleReason}<input type="text" name="reason" .value=${live(rule.reason)} @change=${(event: Event) => alter(place, { reason: (event.target as HTMLInputElement).value })}></label>
              ${number("change", said.ruleChange, rule.change, (change) => change !== null && alter(place, { change }))}
              <label class="wide when">${said.ruleWhen}<textarea name="when" rows="2" spellcheck="false" .value=${live(JSON.stringify(rule.when))} @change=${(event: Event) => {
                try {
                  alter(place, { when: fromJson((event.target as HTMLTextAreaElement).value) as StaircaseRule["when"] });
                } catch (error) {
                  deeds.fail(error);
                }
              }}></textarea></label>
              <span class="muted">${filled(said.ruleFired, { n: numbers.count(fired[rule.id] ?? 0) })}</span>
              <button type="button" name="remove" aria-label="${said.removeRule}: ${rule.reason}" @click=${() => put(all.filter((_, at) => at !== place))}>${said.removeRule}</button>
            </div></li>
          `,
        )}
      </ol>
      <p class="deeds">
        <button type="button" name="add" @click=${add}>${said.addRule}</button>
        <button type="button" name="standard" @click=${() => put(deeds.standard())}>${said.standardRules}</button>
      </p>
    </fieldset>
  `;
}

function number(name: string, title: string, value: number | null, changed: (value: number | null) => unknown): TemplateResult {
  return html`<label>${title}<input type="number" step="any" name=${name} .value=${live(value === null ? "" : String(value))} @change=${(event: Event) => {
    const input = event.target as HTMLInputElement;
    changed(Number.isNaN(input.valueAsNumber) ? null : input.valueAsNumber);
  }}></label>`;
}

/** A share, written in percent. */
function percent(name: string, title: string, share: number, changed: (share: number) => void): TemplateResult {
  return number(name, title, Number((share * 100).toFixed(6)), (value) => (value === null ? nothing : changed(value / 100)));
}
