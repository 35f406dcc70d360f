import type { Chart } from "../results.js";
import type { Drawable } from "./analysis.js";
import type { Theme } from "./theme.js";
import type { About } from "./wasm.js";

/** A chart that leaves the page: its report, its width in CSS pixels, and how it looks. */
export interface Exported {
  readonly findings: Drawable;
  readonly chart: Chart;
  readonly about: About;
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
  const { findings, chart, about, theme, language } = exported;
  const { width, height } = size(exported);
  const canvas = new OffscreenCanvas(width * PNG_RATIO, height * PNG_RATIO);
  findings.draw(canvas, chart, about, { theme, language, pixelRatio: PNG_RATIO });
  return canvas.convertToBlob({ type: "image/png" });
}

/** The chart as SVG. */
export function svgFile(exported: Exported): Blob {
  const { findings, chart, about, theme, language } = exported;
  return new Blob([findings.svg(chart, about, { ...size(exported), theme, language })], { type: "image/svg+xml" });
}

function size({ findings, chart, about, width }: Exported): { width: number; height: number } {
  const wide = Math.max(LEAST_WIDTH, Math.round(width));
  return { width: wide, height: Math.round(findings.chartHeight(chart, about, wide)) };
}

/** A table as CSV; the mark at its beginning tells spreadsheets that it is UTF-8. */
export function csvFile(text: string): Blob {
  return new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" });
}

/** Anything as JSON. */
export function jsonFile(content: unknown): Blob {
  return new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
}
