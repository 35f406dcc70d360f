/** How wide texts are, by font and text, for the same names are written with every choice; found out anew when fonts have come. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 4096;

/** A canvas that Rust draws pictures on, and the font families of what is written there. */
export class Easel {
  readonly #context: CanvasRenderingContext2D;
  readonly #font: string;

  constructor(context: CanvasRenderingContext2D, font: string) {
    this.#context = context;
    this.#font = font;
  }

  /** The easel of a canvas, on the page or off it; none for anything else, and for a canvas that is drawn on in another way. */
  static on(canvas: Partial<HTMLCanvasElement> | null | undefined, font: string): Easel | undefined {
    const context = canvas?.getContext?.("2d");
    return context ? new Easel(context, font) : undefined;
  }

  get width(): number {
    return this.#context.canvas.width;
  }

  get height(): number {
    return this.#context.canvas.height;
  }

  /** How wide a text is in a font size. */
  textWidth(text: string, size: number, bold: boolean): number {
    const key = `${size} ${bold} ${this.#font}\n${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    if (widths.size === MOST_WIDTHS) widths.clear();
    if (widths.size === 0) (globalThis.document ?? globalThis).fonts?.addEventListener("loadingdone", () => widths.clear(), { once: true });
    this.#setFont(size, bold);
    const { width } = this.#context.measureText(text);
    widths.set(key, width);
    return width;
  }

  /** Draws a picture as it is spelt in `src/wasm/pictures.rs`. */
  show(strokes: Int32Array, texts: string): void {
    const context = this.#context;
    const words = texts.split("\n");
    let at = 0;
    let word = 0;
    const next = () => strokes[at++] ?? 0;
    const trace = (shift: number) => {
      context.beginPath();
      for (let left = next(); left > 0; left--) context.lineTo(next() + shift, next() + shift);
    };
    context.save();
    // Signs stay before their numbers, whichever way the page is written.
    context.direction = "ltr";
    while (at < strokes.length) {
      const shape = next();
      context.fillStyle = context.strokeStyle = `#${next().toString(16).padStart(6, "0")}`;
      context.globalAlpha = next() / 1e4;
      if (shape === 0) {
        // Lines of odd width are sharp when they run through the middle of pixels.
        context.lineWidth = next();
        trace((context.lineWidth % 2) / 2);
        context.stroke();
      } else if (shape === 1) {
        trace(0);
        context.fill();
      } else if (shape === 2) {
        context.fillRect(next(), next(), next(), next());
      } else if (shape === 3) {
        context.beginPath();
        context.arc(next(), next(), next(), 0, 2 * Math.PI);
        context.fill();
      } else {
        context.save();
        context.translate(next(), next());
        const size = next() / 100;
        this.#setFont(size, next() === 1);
        context.textAlign = (["left", "center", "right"] as const)[next() + 1] ?? "left";
        context.rotate((next() * Math.PI) / 2);
        // The middle of a line lies about a third of the font size above its baseline, as in our SVG.
        context.fillText(words[word++] ?? "", 0, 0.35 * size);
        context.restore();
      }
    }
    context.restore();
  }

  #setFont(size: number, bold: boolean): void {
    this.#context.font = `${bold ? "bold " : ""}${size}px ${this.#font}`;
  }
}
