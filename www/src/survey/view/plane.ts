import { type TemplateResult, html, nothing } from "lit/html.js";
import type { Spec } from "../marks.js";
import type { Question, Row, Scale } from "../shown.js";
import { planeAt, planeValues } from "../wasm.js";
import { type Context, type Field, idOf } from "./field.js";
import { followed } from "./gesture.js";
import { scaleField } from "./scale.js";
import { css } from "../../css.js";

/** What is placed on the plane: its two rows, and its number in the list. */
interface Subject {
  readonly number: number;
  readonly x: Row;
  readonly y: Row;
}

/**
 * The importance × satisfaction plane. A mouse or a finger places what is not placed yet, in the order of the list, and drags what is;
 * two native ranges for each do the same for keys and for reading aloud.
 */
export const field: Field = (question, _, context) => {
  const { scale } = question;
  return scale === null ? html`` : plane(question, scale, context);
};

function plane(question: Question, scale: Scale, context: Context): TemplateResult {
  const { mirrored, words: { messages, number } } = context;
  const subjects = subjectsOf(question);
  const placed = subjects.filter(({ x, y }) => typeof x.value === "number" && typeof y.value === "number");
  const next = subjects.find((subject) => !placed.includes(subject));
  const active = subjects.find(({ x }) => x.key === context.active.get(question.id));
  const points = placed.flatMap(({ number, x, y }) => [number, Number(x.value), Number(y.value)]);
  const selected = active?.number ?? 0;
  const spec: Spec = { style: "plane", levels: 0, first: 0, step: 1, chosen: -1, mirrored, points, selected };
  const at = (host: HTMLElement, { clientX, clientY }: Pressed) => {
    const box = host.getBoundingClientRect();
    return [clientX - box.left, clientY - box.top, box.width] as const;
  };
  const under = (host: HTMLElement, pressed: Pressed) => {
    const found = planeAt(new Float64Array(points), selected, ...at(host, pressed), mirrored);
    return subjects.find((subject) => subject.number === found);
  };
  const put = (host: HTMLElement, { x, y }: Subject, pressed: Pressed) => {
    const [satisfaction = 0, importance = 0] = planeValues(...at(host, pressed), mirrored);
    context.answer(x.key, satisfaction);
    context.answer(y.key, importance);
  };
  const press = (event: PointerEvent) => {
    const host = event.currentTarget as HTMLElement;
    const taken = under(host, event);
    // On free ground the next one is placed; when all are, the one moved last comes there.
    const subject = taken ?? next ?? active;
    if (!subject || !event.isPrimary || event.button !== 0) return;
    context.activate(question.id, subject.x.key);
    // A finger on free ground may be about to scroll: it places where it is lifted.
    if (!taken && event.pointerType === "touch") return followed(host, event, { lifted: (lifted) => put(host, subject, lifted) });
    if (!taken) put(host, subject, event);
    followed(host, event, { moved: (moved) => put(host, subject, moved) });
  };
  // The page scrolls under a finger on free ground, and stays where it is under one that drags.
  const hold = {
    passive: false,
    handleEvent: (event: TouchEvent) => {
      const [touch] = event.touches;
      if (touch && under(event.currentTarget as HTMLElement, touch)) event.preventDefault();
    },
  };
  return html`<div class="plane">
    <div class="board">
      <div class="axis" aria-hidden="true">↑ ${messages.importance}</div>
      <div class="corners" aria-hidden="true"><span>${messages.concentrate}</span><span>${messages.keepUp}</span></div>
      <div class="marks ground" .spec=${spec} @pointerdown=${press} @touchstart=${hold}>
        <canvas aria-hidden="true"></canvas>
      </div>
      <div class="corners" aria-hidden="true"><span>${messages.lowPriority}</span><span>${messages.overkill}</span></div>
      <div class="axis end" aria-hidden="true">${messages.satisfaction} →</div>
      <p class="count" role="status">${next ? `${messages.toPlace}: ${number(next.number)} ${next.x.title}` : nothing}</p>
    </div>
    <div class="placings">${subjects.map((subject) => html`<fieldset
      class="placing" data-point=${subject.number} data-active=${subject === active ? "" : nothing} @focusin=${() => context.activate(question.id, subject.x.key)}
    >
      <legend><span class="disc">${number(subject.number)}</span> ${subject.x.title}</legend>
      ${[subject.x, subject.y].map((row) => {
        const label = idOf(row.key, "label");
        return html`<div class="axis" id=${label}><span class="unseen">${row.title} – </span>${row === subject.x ? messages.satisfaction : messages.importance}</div>
          ${scaleField(question, scale, row, label, context)}
          <div class="axis" aria-hidden="true">${typeof row.value === "number" ? number(row.value) : messages.unset}</div>`;
      })}
    </fieldset>`)}</div>
  </div>`;
}

type Pressed = Pick<PointerEvent, "clientX" | "clientY">;

function subjectsOf({ rows }: Question): Subject[] {
  const ys = rows.filter((row) => row.part === "y");
  return rows.filter((row) => row.part === "x").flatMap((x, index) => {
    const y = ys[index];
    return y ? [{ number: index + 1, x, y }] : [];
  });
}

export const styles = css`
  .plane { display: grid; gap: calc(var(--_space) * 2); align-items: start; }
  .board { display: grid; gap: calc(var(--_space) * 0.5); min-width: 0; max-width: 26rem; }
  .ground { cursor: crosshair; user-select: none; -webkit-user-select: none; }
  .axis { color: var(--_muted); font-size: 0.8125rem; }
  .end { text-align: end; }
  .corners { display: flex; justify-content: space-between; gap: var(--_space); font-size: 0.8125rem; line-height: 1.2; }
  .corners :last-child { text-align: end; }
  .placings { display: grid; gap: var(--_space); min-width: 0; }
  .placing {
    border: 1px solid var(--_line); border-radius: var(--_radius); margin: 0; padding: 2px calc(var(--_space) * 1.5) 4px; min-width: 0;
    display: grid; grid-template-columns: max-content minmax(0, 1fr) 2.2em; gap: 0 var(--_space); align-items: center;
  }
  .placing[data-active] { border-color: var(--_accent); }
  .placing legend { font-weight: 550; padding: 0 4px; }
  .placing .scale + .axis { text-align: end; font-variant-numeric: tabular-nums; }
  .placing .ends { display: none; }
  .disc { display: inline-grid; place-items: center; min-width: 1.65em; height: 1.65em; border: 2px solid var(--_accent); border-radius: 1em; font-size: 0.8125rem; font-weight: 600; }
  [data-active] .disc { background: var(--_accent); color: var(--_surface); }
  @container manyi-survey (min-width: 640px) {
    .plane { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
    .board { position: sticky; top: var(--_space); max-width: none; }
  }
  @media (forced-colors: active) {
    .disc { forced-color-adjust: none; }
  }
`;
