import type { SurveyDefinition } from "../definition.js";
import type { DataTable } from "../report/data-tables.js";
import { written } from "../report/data-tables.js";
import { filled } from "../report/messages.js";
import type { Sentence } from "../report/sentences.js";
import type { Row } from "../report/table.js";
import { inLanguage } from "../report/text.js";
import type { Tongue } from "../report/view/tongue.js";
import type { Report } from "../results.js";

/** A chart for both schemes, each as SVG. */
interface Schemes {
  readonly light: string;
  readonly dark: string;
}

/** What the page shows. */
interface Shown {
  readonly survey: SurveyDefinition;
  readonly report: Report;
  readonly said: readonly Sentence[];
  readonly ranked: readonly Row[];
  readonly shares: boolean;
  readonly charts: readonly { chart: string; title: string; summary: string; table: DataTable | null; wide: Schemes; narrow: Schemes }[];
  readonly tongue: Tongue;
}

const STYLE = `
:root { color-scheme: light dark; --surface: light-dark(#ffffff, #14181d); --text: light-dark(#1b1f24, #e6edf3); --muted: light-dark(#57606a, #9aa7b4); --line: light-dark(#d0d7de, #38424d); --accent: light-dark(#0a6e5c, #4cc9ae); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; display: grid; gap: 1.5rem; }
main > * { min-width: 0; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0; text-wrap: balance; }
h2 { font-size: 1.125rem; line-height: 1.3; margin: 0; }
.summary { display: grid; grid-template-columns: minmax(11rem, auto) 1fr; border: 1px solid var(--line); border-radius: 10px; }
.score { padding: 1.5rem; border-inline-end: 1px solid var(--line); display: grid; align-content: center; }
.score b { font-size: 3.25rem; line-height: 1.1; color: var(--accent); font-variant-numeric: tabular-nums; }
.muted { color: var(--muted); font-size: .875rem; }
.summary ul { list-style: none; margin: 0; padding: 1.25rem 1.5rem; display: grid; gap: .5rem; align-content: center; }
figure, .ranking, .notes { margin: 0; border: 1px solid var(--line); border-radius: 10px; padding: 1rem; display: grid; gap: .75rem; min-width: 0; break-inside: avoid; }
figure img { display: block; width: 100%; height: auto; }
summary { cursor: pointer; color: var(--muted); font-size: .875rem; width: fit-content; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: start; padding: .4rem .75rem; border-block-start: 1px solid var(--line); vertical-align: baseline; }
thead th { color: var(--muted); font-size: .8125rem; white-space: nowrap; border: 0; }
.ranking table { min-width: 55rem; }
.ranking tbody th { min-width: 10rem; }
.figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.notes ul { margin: 0; padding-inline-start: 1.25em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (max-width: 640px) { .summary { grid-template-columns: 1fr; } .score { border-inline-end: 0; border-block-end: 1px solid var(--line); } }
`;

/** One HTML page that asks for nothing: its pictures are in it, for light and dark, for wide and narrow. */
export function page({ survey, report, said, ranked, shares, charts, tongue }: Shown): string {
  const { language, messages } = tongue;
  const title = escaped(inLanguage(survey.title, language));
  const figures = charts.map((chart) => figure(chart, tongue));
  const content = report.n === 0
    ? `<p>${escaped(nobody(tongue))}</p>`
    : [summary(report, said, tongue), ...figures.slice(0, 1), ranking(ranked, shares, tongue), ...figures.slice(1), notes(report, tongue)].filter((part) => part !== "").join("\n");
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${messages.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}

/** That nobody has answered. What the element says after it, that the report will appear, is no promise of a file's. */
function nobody({ language, messages }: Tongue): string {
  const [first] = new Intl.Segmenter(language, { granularity: "sentence" }).segment(messages.empty);
  return (first?.segment ?? messages.empty).trim();
}

function summary(report: Report, said: readonly Sentence[], { messages, numbers }: Tongue): string {
  const { index } = report;
  const interval = index?.interval && filled(messages.interval, { level: numbers.wholePercent(index.interval.level), low: numbers.percent(index.interval.low), high: numbers.percent(index.interval.high) });
  const score = index?.index == null
    ? `<span class="muted">${escaped(messages.noIndex)}</span>`
    : `<b>${escaped(numbers.percent(index.index))}</b>${interval ? `<span class="muted">${escaped(interval)}</span>` : ""}<span class="muted">n = ${escaped(numbers.count(index.n))}</span>`;
  const lines = said.map(({ pieces }) => `<li>${pieces.map(({ text, filled }) => (filled ? `<strong>${escaped(text)}</strong>` : escaped(text))).join("")}</li>`);
  return `<section class="summary" aria-label="${escaped(messages.inWords)}"><div class="score"><span>${escaped(messages.index)}</span>${score}</div><ul>${lines.join("")}</ul></section>`;
}

function figure({ chart, title, summary, table, wide, narrow }: Shown["charts"][number], tongue: Tongue): string {
  const source = (svg: string, ...media: string[]) => `<source media="${media.map((one) => `(${one})`).join(" and ")}" srcset="${data(svg)}">`;
  const phone = "max-width: 640px";
  const dark = "prefers-color-scheme: dark";
  return `<figure aria-labelledby="title-${chart}">
<h2 id="title-${chart}">${escaped(title)}</h2>
<picture>${source(narrow.dark, phone, dark)}${source(narrow.light, phone)}${source(wide.dark, dark)}<img src="${data(wide.light)}" alt="${escaped(summary)}"></picture>
${table ? `<details><summary>${escaped(tongue.messages.dataTable)}</summary>${numbersTable(chart, table, tongue)}</details>` : ""}
</figure>`;
}

function numbersTable(chart: string, table: DataTable, { numbers }: Tongue): string {
  const column = (at: number) => (table.columns[at]?.kind === "text" ? "" : ' class="figure"');
  const head = table.columns.map(({ title }, at) => `<th scope="col"${column(at)}>${escaped(title)}</th>`);
  const line = (cells: DataTable["rows"][number]) =>
    cells.map((cell, at) => {
      const text = escaped(written(cell, table.columns[at]?.kind ?? "text", numbers));
      return at === 0 ? `<th scope="row">${text}</th>` : `<td${column(at)}>${text}</td>`;
    });
  return wide(chart, `<table><thead><tr>${head.join("")}</tr></thead><tbody>${table.rows.map((cells) => `<tr>${line(cells).join("")}</tr>`).join("")}</tbody></table>`);
}

function ranking(ranked: readonly Row[], shares: boolean, { messages, numbers }: Tongue): string {
  if (ranked.length === 0) return "";
  const head = [[messages.rank, true], [messages.attribute, false], [messages.importance, true], [messages.performance, true], [messages.answers, true], [messages.quadrant, false], [messages.advice, false]] as const;
  const cell = (text: string, figure = false) => `<td${figure ? ' class="figure"' : ""}>${escaped(text)}</td>`;
  const lines = ranked.map((row) =>
    [
      cell(numbers.count(row.rank), true),
      `<th scope="row">${escaped(row.title)}</th>`,
      cell(shares ? numbers.percent(row.importance) : numbers.decimal(row.importance), true),
      cell(numbers.decimal(row.performance), true),
      cell(row.n === null ? "–" : numbers.count(row.n), true),
      cell(row.quadrant ? messages.quadrants[row.quadrant] : messages.noQuadrant),
      cell(row.advice),
    ].join(""),
  );
  const heads = head.map(([title, figure]) => `<th scope="col"${figure ? ' class="figure"' : ""}>${escaped(title)}</th>`);
  const table = `<table><thead><tr>${heads.join("")}</tr></thead><tbody>${lines.map((line) => `<tr>${line}</tr>`).join("")}</tbody></table>`;
  return `<section class="ranking"><h2 id="title-ranking">${escaped(messages.ranking)}</h2>${wide("ranking", table)}</section>`;
}

// A table that is wider than the page is moved by itself, with the keyboard too.
const wide = (id: string, table: string) => `<div class="wide" tabindex="0" role="region" aria-labelledby="title-${id}">${table}</div>`;

function notes(report: Report, { messages }: Tongue): string {
  if (report.warnings.length === 0) return "";
  const lines = report.warnings.map(({ code, message }) => `<li>${escaped(messages.warnings[code] ?? message)}</li>`);
  return `<section class="notes"><h2>${escaped(messages.notes)}</h2><ul>${lines.join("")}</ul></section>`;
}

function data(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
