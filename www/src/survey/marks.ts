import { type Look, draw } from "./canvas.js";
import { layout, paintMarks, paintPlane } from "./wasm.js";

/** What is to be seen of a scale, or of one option. Levels count from 0; -1 is none. */
export interface Spec {
  readonly style: string;
  readonly levels: number;
  readonly first: number;
  readonly step: number;
  readonly chosen: number;
  readonly mirrored: boolean;
  /** Of each point of a plane: its number, satisfaction and importance. */
  readonly points?: readonly number[];
  /** The number of the point that moves; 0 is none. */
  readonly selected?: number;
}

const OPTIONS = ["radio", "check"];
/** How high an option's mark is. */
const OPTION = 44;

/** How long a chosen mark grows, in milliseconds. */
const GROWTH = 140;

/**
 * The marks of one scale: a canvas that the form paints, and the native inputs above it, each where its mark is.
 * The inputs keep the behaviour (focus, keys, touch, reading aloud); this class only follows them.
 */
export class Marks {
  readonly #host: HTMLElement;
  readonly #look: () => Look | null;
  readonly #size: ResizeObserver;
  #spec: Spec | null = null;
  #hovered = -1;
  #focused = -1;
  #grownFrom = -Infinity;
  #frame = 0;
  #width = 0;
  #height = 0;
  /** How wide the place was when it was painted last, and how it looked. */
  #painted: { width: number; look: Look } | null = null;

  constructor(host: HTMLElement, look: () => Look | null) {
    this.#host = host;
    this.#look = look;
    // In the next frame: painting sets sizes too, and a browser reports an observer that sets at once what it watches as an error of the page.
    this.#size = new ResizeObserver(() => {
      if (host.clientWidth === this.#painted?.width) return;
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#place(host.clientWidth);
        this.paint();
      });
    });
    this.#size.observe(host);
    // A finger that passes by hovers over nothing.
    host.addEventListener("pointerover", (event) => this.#hover(event.pointerType === "mouse" ? levelAt(event) : -1));
    host.addEventListener("pointerleave", () => this.#hover(-1));
    // The inputs of a plane lie beside it.
    const field = host.classList.contains("ground") ? (host.closest(".plane") ?? host) : host;
    field.addEventListener("focusin", (event) => this.#focus((event.target as Element).matches(":focus-visible") ? levelAt(event, field !== host) : -1));
    field.addEventListener("focusout", () => this.#focus(-1));
  }

  /** Shows these marks from now on, on a place so wide, and lays the inputs out. Tells whether there is anything to paint. */
  show(spec: Spec, width: number): boolean {
    const before = this.#spec;
    this.#spec = spec;
    // An answer changes one scale of many.
    if (before && this.#painted?.width === width && this.#painted?.look === this.#look() && alike(before, spec)) return false;
    if (before && before.chosen !== spec.chosen && spec.chosen >= 0 && before.style === spec.style) this.#grownFrom = performance.now();
    this.#place(width);
    return true;
  }

  /** Paints now; while a mark grows, again with every frame. */
  paint(): void {
    cancelAnimationFrame(this.#frame);
    const look = this.#look();
    const width = this.#width;
    this.#painted = null;
    if (!this.#spec || !look || width === 0) return;
    const { style, levels, first, step, chosen, mirrored, points, selected = 0 } = this.#spec;
    this.#painted = { width, look };
    const canvas = this.#canvas();
    if (!canvas) return;
    // The canvas has as many pixels as the screen shows of it, zoomed or not.
    const ratio = devicePixelRatio || 1;
    const [columns, rows] = [Math.round(width * ratio), Math.round(this.#height * ratio)];
    if (canvas.width !== columns) canvas.width = columns;
    if (canvas.height !== rows) canvas.height = rows;
    const context = canvas.getContext("2d");
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, this.#height);
    if (points) return draw(context, paintPlane(new Float64Array(points), selected, Math.max(0, this.#focused), mirrored, width), look);
    const since = (performance.now() - this.#grownFrom) / GROWTH;
    // A browser that is asked about media lays the page out first: it is asked only where something grows.
    const grown = since >= 1 || matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : since;
    draw(context, paintMarks(style, levels, first, step, chosen, this.#hovered, this.#focused, 1 - (1 - grown) ** 2, mirrored, width), look);
    if (grown < 1) this.#frame = requestAnimationFrame(() => this.paint());
  }

  /** Lets go of the page. */
  release(): void {
    cancelAnimationFrame(this.#frame);
    this.#size.disconnect();
  }

  /** Where it is painted on. An option has a canvas only from when there is more of it to be seen than an empty mark. */
  #canvas(): HTMLCanvasElement | null {
    const canvas = this.#host.querySelector("canvas");
    const { style = "", chosen = -1 } = this.#spec ?? {};
    if (canvas || !OPTIONS.includes(style) || Math.max(chosen, this.#hovered, this.#focused) < 0) return canvas;
    const made = document.createElement("canvas");
    made.setAttribute("aria-hidden", "true");
    this.#host.prepend(made);
    this.#host.dataset["alive"] = "";
    return made;
  }

  #place(width: number): void {
    this.#width = width;
    if (!this.#spec || width === 0) return;
    const { style, levels, mirrored, points } = this.#spec;
    // An option's place is as large as the style sheet says. A plane is a square, and its inputs lie beside it.
    if (OPTIONS.includes(style)) this.#height = OPTION;
    else if (points) this.#host.style.height = `${(this.#height = width)}px`;
    else this.#lay(layout(style, levels, width, mirrored));
  }

  /** Lays each input over its mark. */
  #lay(places: Float64Array): void {
    this.#height = places.at(-1) ?? 0;
    this.#host.style.height = `${this.#height}px`;
    // The words below a scale, and those above a table of scales, stand as wide as the marks.
    const cells = Array.from({ length: (places.length - 1) / 4 }, (_, index) => places.subarray(4 * index, 4 * index + 4));
    const left = Math.min(...cells.map(([x = 0]) => x));
    const right = Math.max(...cells.map(([x = 0, , width = 0]) => x + width));
    this.#host.parentElement?.style.setProperty("--_marks", `${right - left}px`);
    this.#host.closest<HTMLElement>(".rows")?.style.setProperty("--_cell", `${cells[0]?.[2] ?? 0}px`);
    this.#host.querySelectorAll("input").forEach((input, index) => {
      const [x, y, width, height] = cells[index] ?? [];
      input.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
    });
  }

  #hover(level: number): void {
    if (this.#hovered === level) return;
    this.#hovered = level;
    this.paint();
  }

  #focus(level: number): void {
    this.#focused = level;
    this.paint();
  }
}

function alike(one: Spec, other: Spec): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The level that an event is about, or the point of a plane. */
function levelAt(event: Event, ofPlane = false): number {
  const target = event.target as HTMLElement;
  const told = ofPlane ? target.closest<HTMLElement>("[data-point]")?.dataset["point"] : target.dataset["level"];
  return told === undefined ? -1 : Number(told);
}
