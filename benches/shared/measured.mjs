// What benches share: the page they run in, and how times are told.
import { appendFileSync } from "node:fs";
import { open } from "../../tests/browser/harness.mjs";
import { root } from "../../scripts/run.mjs";
import { join } from "node:path";

/** The built package and these files, in Chromium. */
export async function openBench(mounts = {}) {
  const site = await open({ ...mounts, "/benches/": join(root, "benches") });
  const page = await site.page("/benches/pages/bench.html");
  return { page, site, version: site.browser.version(), close: () => site.close() };
}

/** Median, and from the least to the most. */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], least: sorted[0], most: sorted.at(-1) };
}

/** Milliseconds as a table shows them. */
export function shown(times) {
  const { median, least, most } = spread(times);
  const digits = median < 10 ? 2 : median < 100 ? 1 : 0;
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** How many times slower the others are than the first: of runs side by side, the median. */
export function ratio(ours, others) {
  const ratios = others.map((time, at) => time / ours[at]);
  return `${spread(ratios).median.toFixed(1)}×`;
}

/** Keeps a line for the table that ends `npm run bench`; a bench that runs alone has its own table. */
export function record(line) {
  if (process.env.MANYI_BENCH) appendFileSync(process.env.MANYI_BENCH, `${JSON.stringify(line)}\n`);
}
