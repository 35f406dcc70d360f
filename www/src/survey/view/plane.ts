import { type TemplateResult, html, nothing } from "lit";
import type { Spec } from "../marks.js";
import type { Question, Row, Scale } from "../shown.js";
import { planeValues } from "../wasm.js";
import { type Context, idOf } from "./field.js";
import { scaleField } from "./scale.js";

/** What is placed on the plane: its two rows, and its number in the list. */
interface Subject {
  readonly number: number;
  readonly x: Row;
  readonly y: Row;
}

/**
 * The importance × satisfaction plane. A finger places what is not placed yet, in the order of the list, and drags what is; two native
 * ranges for each do the same for keys and for reading aloud.
 */
export function planeField(question: Question, scale: Scale, context: Context): TemplateResult {
  const subjects = subjectsOf(question);
  const placed = subjects.filter(({ x, y }) => typeof x.value === "number" && typeof y.value === "number");
  const next = subjects.find((subject) => !placed.includes(subject));
  const { messages, number } = context.words;
  const points = placed.flatMap(({ number, x, y }) => [number, Number(x.value), Number(y.value)]);
  const spec: Spec = { style: "plane", levels: 0, first: 0, step: 1, chosen: -1, mirrored: context.mirrored, points };
  const put = ({ x, y }: Subject, [satisfaction = 0, importance = 0]: ArrayLike<number> & Iterable<number>) => {
    context.answer(x.key, satisfaction);
    context.answer(y.key, importance);
  };
  let dragged: Subject | undefined;
  const at = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return planeValues(event.clientX - box.left, event.clientY - box.top, box.width, context.mirrored);
  };
  const away = ({ x, y }: Subject, [satisfaction = 0, importance = 0]: Iterable<number>) => Math.hypot(Number(x.value) - satisfaction, Number(y.value) - importance);
  const start = (event: PointerEvent) => {
    const values = at(event);
    const nearest = placed.toSorted((a, b) => away(a, values) - away(b, values))[0];
    // What lies under the finger is taken; on free ground the next one is placed.
    dragged = nearest && (!next || away(nearest, values) < 8) ? nearest : next;
    if (!dragged) return;
    const host = event.currentTarget as HTMLElement;
    host.setPointerCapture(event.pointerId);
    const subject = dragged;
    // The form is drawn anew with every answer; the gesture stays with the one it began with.
    const move = (moved: PointerEvent) => put(subject, at(moved));
    const end = () => {
      host.removeEventListener("pointermove", move);
      host.removeEventListener("pointerup", end);
      host.removeEventListener("pointercancel", end);
    };
    host.addEventListener("pointermove", move);
    host.addEventListener("pointerup", end);
    host.addEventListener("pointercancel", end);
    put(subject, values);
  };
  return html`<div class="plane">
    <div class="axis" aria-hidden="true">↑ ${messages.importance}</div>
    <div class="marks" .spec=${spec} @pointerdown=${start}>
      <canvas aria-hidden="true"></canvas>
      <div class="corners" aria-hidden="true"><span>${messages.concentrate}</span><span>${messages.keepUp}</span><span>${messages.lowPriority}</span><span>${messages.overkill}</span></div>
    </div>
    <div class="axis" aria-hidden="true">${messages.satisfaction} →</div>
    <p class="count" role="status">${next ? `${messages.toPlace}: ${number(next.number)} ${next.x.title}` : nothing}</p>
    <div class="rows">${subjects.map(({ number: place, x, y }) => html`<fieldset class="placing">
      <legend>${number(place)} ${x.title}</legend>
      ${[x, y].map((row) => {
        const label = idOf(row.key, "label");
        return html`<div><div class="axis" id=${label}><span class="unseen">${row.title} – </span>${row === x ? messages.satisfaction : messages.importance}</div>${scaleField(question, scale, row, label, context)}</div>`;
      })}
    </fieldset>`)}</div>
  </div>`;
}

function subjectsOf({ rows }: Question): Subject[] {
  const ys = rows.filter((row) => row.part === "y");
  return rows.filter((row) => row.part === "x").flatMap((x, index) => {
    const y = ys[index];
    return y ? [{ number: index + 1, x, y }] : [];
  });
}
