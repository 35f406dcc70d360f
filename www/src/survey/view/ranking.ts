import { html, nothing } from "lit/html.js";
import { filled } from "../messages.js";
import { type Field, describedBy, faultOf, idOf } from "./field.js";
import { followed } from "./gesture.js";
import { css } from "../../css.js";

/** A list to put in order: dragged, or moved by buttons and arrow keys. Nothing is ranked before something moves, or the order is confirmed. */
export const field: Field = (question, title, context) => {
  const { messages, number } = context.words;
  const rankOf = (value: unknown) => (typeof value === "number" ? value : Infinity);
  const rows = question.rows.toSorted((a, b) => (rankOf(a.value) === rankOf(b.value) ? 0 : rankOf(a.value) - rankOf(b.value)));
  const ranked = rows.every((row) => row.value !== null);
  const active = rows.find((row) => row.key === context.active.get(question.id));

  /** Puts one at a place (from 0) of the list as it stands, and answers every rank that this changes. */
  const place = (list: Element, key: string, to: number) => {
    const items = [...list.querySelectorAll<HTMLElement>("li")];
    const order = items.flatMap((item) => (item.dataset["key"] === key ? [] : [item.dataset["key"] ?? ""]));
    order.splice(to, 0, key);
    order.forEach((one, index) => {
      const known = items.find((item) => item.dataset["key"] === one)?.dataset["rank"];
      if (known !== String(index + 1)) context.answer(one, index + 1);
    });
    context.activate(question.id, key);
  };
  const step = async (event: Event, key: string, from: number, by: number) => {
    const list = (event.currentTarget as HTMLElement).closest("ol");
    const way = by < 0 ? "up" : "down";
    if (!list || from + by < 0 || from + by >= rows.length) return;
    place(list, key, from + by);
    await context.redraw();
    // The focus goes along with what moved.
    list.querySelector<HTMLElement>(`#${CSS.escape(idOf(key))} [data-way="${way}"]`)?.focus();
  };
  const keys = (key: string, from: number) => (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    void step(event, key, from, event.key === "ArrowUp" ? -1 : 1);
  };
  const press = (event: PointerEvent) => {
    const list = event.currentTarget as HTMLElement;
    const pressed = event.target as Element;
    const key = pressed.closest<HTMLElement>("li")?.dataset["key"];
    // A finger beside the grip scrolls.
    if (key === undefined || pressed.closest("button") || event.button !== 0 || (event.pointerType === "touch" && !pressed.closest(".grip"))) return;
    event.preventDefault();
    context.activate(question.id, key);
    followed(list, event, {
      moved: ({ clientY }) => {
        const items = [...list.querySelectorAll<HTMLElement>("li")];
        const above = items.filter((item) => item.dataset["key"] !== key && middleOf(item) < clientY).length;
        if (items[above]?.dataset["key"] !== key) place(list, key, above);
      },
    });
  };
  const confirm = () => rows.forEach((row, index) => context.answer(row.key, ranked ? null : index + 1));
  return html`<p class="help">${messages.rankHelp}</p>
    <ol class="ranks" role="list" aria-labelledby=${title} aria-describedby=${rows[0] ? describedBy(question, rows[0], context) : nothing} @pointerdown=${press}>
      ${rows.map((row, index) => html`<li
        id=${idOf(row.key)} data-key=${row.key} data-rank=${row.value ?? nothing} data-active=${row === active ? "" : nothing} @keydown=${keys(row.key, index)}
      >
        <span class="grip" aria-hidden="true">⠿</span>
        <span class="place">${row.value === null ? messages.unset : number(Number(row.value))}</span>
        <span class="name">${row.title}</span>
        ${([["up", -1, messages.up], ["down", 1, messages.down]] as const).map(([way, by, said]) => html`<button
          type="button" class="small square" data-way=${way} aria-label=${filled(said, { item: row.title })} aria-disabled=${index + by < 0 || index + by >= rows.length ? "true" : nothing}
          @click=${(event: Event) => void step(event, row.key, index, by)}
        ></button>`)}
        ${faultOf(row.key, context)}
      </li>`)}
    </ol>
    <p class="unseen" role="status">${active && typeof active.value === "number" ? filled(messages.ranked, { item: active.title, n: number(active.value), count: number(rows.length) }) : nothing}</p>
    <div><button type="button" class="small" @click=${confirm}>${ranked ? messages.clearOrder : messages.keepOrder}</button></div>`;
};

function middleOf(item: HTMLElement): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}

export const styles = css`
  .ranks { list-style: none; margin: 0; padding: 0; display: grid; gap: 6px; max-width: 36rem; }
  .ranks li {
    display: grid; grid-template-columns: 32px 1.6em minmax(0, 1fr) max-content max-content; gap: 0 6px; align-items: center; min-height: 52px;
    border: 1px solid var(--_line); border-radius: var(--_radius); padding-inline-end: 4px; cursor: grab; user-select: none; -webkit-user-select: none; background: var(--_surface);
  }
  .ranks li[data-active] { border-color: var(--_accent); }
  .ranks .fault { grid-column: 1 / -1; padding-inline: 12px; }
  .grip { align-self: stretch; display: grid; place-items: center; color: var(--_muted); touch-action: none; }
  .place { font-weight: 600; color: var(--_accent); font-variant-numeric: tabular-nums; text-align: center; }
  .name { overflow-wrap: anywhere; }
  [data-way]::before { content: ""; display: block; width: 10px; height: 10px; margin: 5px auto 0; border: solid; border-width: 2px 0 0 2px; rotate: 45deg; }
  [data-way="down"]::before { margin: -5px auto 0; rotate: 225deg; }
`;
