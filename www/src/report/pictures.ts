import type { ReactiveController } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { type ElementPart, directive } from "lit/directive.js";
import type { Chart } from "../results.js";
import type { Findings } from "./analysis.js";
import type { Theme } from "./theme.js";
import type { About } from "./wasm.js";

/** What is on a canvas. */
export interface Painting {
  readonly findings: Findings;
  readonly chart: Chart;
  readonly about: About;
  readonly language: string;
}

/** Keeps canvases painted: when their data, their size, the density of the screen or the look of the page changes. */
export class Pictures implements ReactiveController {
  readonly #paintings = new Map<HTMLCanvasElement, Painting>();
  readonly #theme: () => Theme;
  readonly #failed: (error: unknown) => void;
  #observer: ResizeObserver | null = null;

  constructor(theme: () => Theme, failed: (error: unknown) => void) {
    this.#theme = theme;
    this.#failed = failed;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver((entries) => {
      for (const entry of entries) this.#fit(entry);
    });
    for (const canvas of this.#paintings.keys()) this.#observe(canvas);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** Puts a painting on a canvas, in place of the one before. */
  show(canvas: HTMLCanvasElement, painting: Painting): void {
    const known = this.#paintings.has(canvas);
    this.#paintings.set(canvas, painting);
    if (known) this.#paint(canvas);
    else this.#observe(canvas);
  }

  /** The canvas has left the page. */
  forget(canvas: HTMLCanvasElement): void {
    this.#observer?.unobserve(canvas);
    this.#paintings.delete(canvas);
  }

  /** Paints everything again. */
  repaint(): void {
    for (const canvas of this.#paintings.keys()) this.#paint(canvas);
  }

  // Whole pixels of the screen where the browser tells them: a bitmap of any other size is blurred by scaling.
  #observe(canvas: HTMLCanvasElement): void {
    try {
      this.#observer?.observe(canvas, { box: "device-pixel-content-box" });
    } catch {
      this.#observer?.observe(canvas);
    }
  }

  #fit({ target, contentRect, devicePixelContentBoxSize }: ResizeObserverEntry): void {
    const canvas = target as HTMLCanvasElement;
    const painting = this.#paintings.get(canvas);
    if (!painting || contentRect.width === 0) return;
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
    canvas.dataset["fitted"] = "";
    this.#paint(canvas);
  }

  #paint(canvas: HTMLCanvasElement): void {
    const painting = this.#paintings.get(canvas);
    if (!painting || canvas.dataset["fitted"] === undefined) return;
    try {
      const { findings, chart, about, language } = painting;
      findings.draw(canvas, chart, about, { theme: this.#theme(), language, pixelRatio: devicePixelRatio });
    } catch (error) {
      this.#failed(error);
    }
  }
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
