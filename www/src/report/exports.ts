import type { Chart } from "../results.js";
import type { Theme } from "./theme.js";
import { chartHeight, draw, svg } from "./wasm.js";

/** A chart that leaves the page: its data, its width in CSS pixels, and how it looks. */
export interface Exported {
  readonly chart: Chart;
  readonly data: object;
  readonly width: number;
  readonly theme: Theme;
  readonly language: string;
}

/** How many pixels of a PNG make a CSS pixel. */
const PNG_RATIO = 2;
/** A picture for a slide or a letter is at least this wide, however narrow the page it comes from. */
const LEAST_WIDTH = 720;

/** The chart as PNG, two pixels for each CSS pixel. */
export async function png(exported: Exported): Promise<Blob> {
  const { chart, data, theme, language } = exported;
  const { width, height } = size(exported);
  const canvas = new OffscreenCanvas(width * PNG_RATIO, height * PNG_RATIO);
  draw(canvas, chart, data, { theme, language, pixelRatio: PNG_RATIO });
  return canvas.convertToBlob({ type: "image/png" });
}

/** The chart as SVG. */
export function svgFile(exported: Exported): Blob {
  const { chart, data, theme, language } = exported;
  return new Blob([svg(chart, data, { ...size(exported), theme, language })], { type: "image/svg+xml" });
}

function size({ chart, data, width }: Exported): { width: number; height: number } {
  const wide = Math.max(LEAST_WIDTH, Math.round(width));
  return { width: wide, height: Math.round(chartHeight(chart, data, wide)) };
}

/** A table as CSV; the mark at its beginning tells spreadsheets that it is UTF-8. */
export function csvFile(text: string): Blob {
  return new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" });
}
