import type { Controller } from "../reactive.js";
import { AsyncDirective } from "lit/async-directive.js";
import { type ElementPart, directive } from "lit/directive.js";
import type { Chart } from "../results.js";
import type { Drawable } from "./analysis.js";
import type { Theme } from "./theme.js";
import type { About } from "./wasm.js";

/** What the browser tells of printing. */
const MOMENTS = ["beforeprint", "afterprint"];

/** What is on a canvas. */
export interface Painting {
  readonly findings: Drawable;
  readonly chart: Chart;
  readonly about: About;
  readonly language: string;
}

/** How wide a picture is on paper, in CSS pixels, so that its letters are as large as the text around it, and how many dots make one. */
const PAPER = { width: 690, ratio: 3 };

/** So many milliseconds of painting, and the page has its turn. */
const AT_ONCE = 8;

/** Keeps canvases painted: when their data, their size, the density of the screen or the look of the page changes, and
 * for printing. */
export class Pictures implements Controller {
  readonly #paintings = new Map<HTMLCanvasElement, Painting>();
  readonly #theme: (paper: boolean) => Theme;
  readonly #failed: (error: unknown) => void;
  #observer: ResizeObserver | null = null;
  #paper = false;
  #look: Theme | null = null;
  /** Canvases that are painted in turn: for the first time, or out of sight. */
  readonly #waiting = new Set<HTMLCanvasElement>();
  /** Canvases that are in sight, or nearly. */
  readonly #near = new Set<Element>();
  #sight: IntersectionObserver | null = null;
  // A printed page is as wide as its paper, has more dots, and is light.
  readonly #print = (event: Event) => {
    this.#paper = event.type === "beforeprint";
    this.#look = null;
    for (const canvas of this.#paintings.keys()) this.#paper ? this.#paint(canvas) : this.#observe(canvas);
  };

  constructor(theme: (paper: boolean) => Theme, failed: (error: unknown) => void) {
    this.#theme = theme;
    this.#failed = failed;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver((entries) => {
      for (const entry of entries) this.#fit(entry);
    });
    this.#sight = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) this.#near[isIntersecting ? "add" : "delete"](target);
    }, { rootMargin: "25%" });
    for (const canvas of this.#paintings.keys()) this.#observe(canvas);
    for (const moment of MOMENTS) addEventListener(moment, this.#print);
  }

  hostDisconnected(): void {
    for (const moment of MOMENTS) removeEventListener(moment, this.#print);
    this.#observer?.disconnect();
    this.#sight?.disconnect();
    this.#observer = this.#sight = null;
    this.#waiting.clear();
  }

  /** Puts a painting on a canvas, in place of the one before. */
  show(canvas: HTMLCanvasElement, painting: Painting): void {
    const before = this.#paintings.get(canvas);
    this.#paintings.set(canvas, painting);
    // The page is rendered for many reasons; a picture is drawn for its own.
    if (before && isSame(before, painting)) return;
    if (!before) this.#observe(canvas);
    else if (this.#near.has(canvas)) this.#paint(canvas);
    else if (canvas.dataset["fitted"] !== undefined) this.#wait(canvas);
  }

  /** The canvas has left the page. */
  forget(canvas: HTMLCanvasElement): void {
    this.#observer?.unobserve(canvas);
    this.#sight?.unobserve(canvas);
    this.#near.delete(canvas);
    this.#waiting.delete(canvas);
    this.#paintings.delete(canvas);
  }

  /** Paints everything again. */
  repaint(): void {
    for (const canvas of this.#paintings.keys()) this.#paint(canvas);
  }

  // Whole pixels of the screen where the browser tells them: a bitmap of any other size is blurred by scaling.
  #observe(canvas: HTMLCanvasElement): void {
    this.#sight?.observe(canvas);
    // One that is observed already is told of again.
    this.#observer?.unobserve(canvas);
    try {
      this.#observer?.observe(canvas, { box: "device-pixel-content-box" });
    } catch {
      this.#observer?.observe(canvas);
    }
  }

  #fit({ target, contentRect, devicePixelContentBoxSize }: ResizeObserverEntry): void {
    const canvas = target as HTMLCanvasElement;
    const painting = this.#paintings.get(canvas);
    if (!painting || contentRect.width === 0 || this.#paper) return;
    // The picture says how high it is; setting another height brings us here again. In the next frame: a browser reports an observer
    // that sets at once what it watches as an error of the page.
    const wanted = `${painting.findings.chartHeight(painting.chart, painting.about, contentRect.width)}px`;
    if (canvas.style.height !== wanted) {
      requestAnimationFrame(() => (canvas.style.height = wanted));
      return;
    }
    const exact = devicePixelContentBoxSize?.[0];
    const width = pixels(contentRect.width, exact?.inlineSize);
    const height = pixels(contentRect.height, exact?.blockSize);
    // Setting a size clears the bitmap, even if it is the same.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    if (canvas.dataset["fitted"] !== undefined) return this.#paint(canvas);
    this.#wait(canvas);
  }

  // A report has a dozen pictures, which together would keep the page from its reader; one has time until it can be seen.
  #wait(canvas: HTMLCanvasElement): void {
    if (this.#waiting.size === 0) setTimeout(() => this.#paintWaiting());
    this.#waiting.add(canvas);
  }

  #paintWaiting(): void {
    const start = performance.now();
    for (const canvas of this.#waiting) {
      this.#waiting.delete(canvas);
      canvas.dataset["fitted"] = "";
      this.#paint(canvas);
      if (performance.now() - start > AT_ONCE) break;
    }
    if (this.#waiting.size > 0) setTimeout(() => this.#paintWaiting());
  }

  /** The look of the page; asked for once in a task, for that takes longer than a picture. */
  #lookNow(): Theme {
    if (!this.#look) queueMicrotask(() => (this.#look = null));
    return (this.#look ??= this.#theme(this.#paper));
  }

  #paint(canvas: HTMLCanvasElement): void {
    const painting = this.#paintings.get(canvas);
    if (!painting || canvas.dataset["fitted"] === undefined) return;
    this.#waiting.delete(canvas);
    try {
      const { findings, chart, about, language } = painting;
      const pixelRatio = this.#paper ? PAPER.ratio : devicePixelRatio;
      if (this.#paper) {
        canvas.width = PAPER.width * pixelRatio;
        canvas.height = Math.round(findings.chartHeight(chart, about, PAPER.width) * pixelRatio);
      }
      findings.draw(canvas, chart, about, { theme: this.#lookNow(), language, pixelRatio });
    } catch (error) {
      this.#failed(error);
    }
  }
}

function isSame(a: Painting, b: Painting): boolean {
  return a.findings === b.findings && a.chart === b.chart && a.language === b.language && JSON.stringify(a.about) === JSON.stringify(b.about);
}

/** Pixels of the screen: as the browser counts them, unless that is for another density than the page is told (a zoomed or emulated screen). */
function pixels(length: number, exact: number | undefined): number {
  const dense = length * devicePixelRatio;
  return exact !== undefined && Math.abs(exact - dense) <= 1 ? exact : Math.round(dense);
}

/** In a template: `<canvas ${painted(pictures, painting)}>`. */
class Painted extends AsyncDirective {
  #canvas: HTMLCanvasElement | null = null;
  #pictures: Pictures | null = null;

  override update(part: ElementPart, [pictures, painting]: [Pictures, Painting]): void {
    this.#canvas = part.element as HTMLCanvasElement;
    this.#pictures = pictures;
    pictures.show(this.#canvas, painting);
  }

  override render(_pictures: Pictures, _painting: Painting): void {}

  override disconnected(): void {
    if (this.#canvas) this.#pictures?.forget(this.#canvas);
    this.#canvas = null;
  }
}

export const painted = directive(Painted);
