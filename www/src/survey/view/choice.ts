import { type TemplateResult, html, nothing } from "lit/html.js";
import type { Spec } from "../marks.js";
import type { Question, Row } from "../shown.js";
import { type Context, describedBy, faultOf, idOf } from "./field.js";

/** One option, or several, each with its painted mark under a native input; and a field for words of one's own. */
export function choiceField(question: Question, row: Row, labelledBy: string, context: Context): TemplateResult {
  const values = Array.isArray(row.value) ? row.value : row.value === null ? [] : [String(row.value)];
  const known = new Set(question.options.map((option) => option.value));
  const own = values.find((value) => !known.has(value)) ?? "";
  const opened = own !== "" || context.opened.has(question.id);
  const set = (chosen: string[]) => {
    const [first = null] = chosen;
    context.answer(row.key, question.multiple ? (chosen.length ? chosen : null) : first);
  };
  const choose = (value: string) => (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    if (!question.multiple) {
      context.open(question.id, false);
      set([value]);
    } else {
      set(checked ? [...values, value] : values.filter((one) => one !== value));
    }
  };
  const chooseOwn = (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    context.open(question.id, checked);
    set(question.multiple ? values.filter((one) => known.has(one)) : []);
  };
  const write = (event: Event) => {
    const text = (event.target as HTMLInputElement).value.trim();
    const kept = question.multiple ? values.filter((one) => known.has(one)) : [];
    set(text ? [...kept, text] : kept);
  };
  return html`
    <div
      class="options" role=${question.multiple ? "group" : "radiogroup"} id=${idOf(row.key)} aria-labelledby=${labelledBy}
      aria-required=${question.required && !question.multiple ? "true" : nothing} aria-invalid=${context.faultAt(row.key) === null || question.multiple ? nothing : "true"}
      aria-describedby=${describedBy(question, row, context)}
    >
      ${question.options.map((option) => html`<label class="option" part="option">
        ${mark(question, row, values.includes(option.value), choose(option.value), context)}<span>${option.title}</span>
      </label>`)}
      ${question.other
        ? html`<label class="option" part="option">${mark(question, row, opened, chooseOwn, context)}<span>${context.words.messages.other}</span></label>
          ${opened ? html`<input class="text" type="text" .value=${own} aria-label=${context.words.messages.otherText} @input=${write}>` : nothing}`
        : nothing}
    </div>
    ${faultOf(row.key, context)}`;
}

function mark(question: Question, row: Row, chosen: boolean, changed: (event: Event) => void, context: Context): TemplateResult {
  const style = question.multiple ? "check" : "radio";
  const spec: Spec = { style, levels: 1, first: 0, step: 1, chosen: chosen ? 0 : -1, mirrored: context.mirrored };
  return html`<span class="marks ${style}" .spec=${spec}>
    <input type=${question.multiple ? "checkbox" : "radio"} name=${row.key} data-level="0" .checked=${chosen}
      aria-invalid=${question.multiple && context.faultAt(row.key) !== null ? "true" : nothing} @change=${changed}>
  </span>`;
}
