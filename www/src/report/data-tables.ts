import type { Chart, Report } from "../results.js";
import type { DataWords } from "./data-words.js";
import type { Numbers } from "./numbers.js";

/** How the cells of a column are written. */
type Kind = "text" | "count" | "decimal" | "percent" | "points" | "probability";

interface Column {
  readonly title: string;
  readonly kind: Kind;
}

type Cell = string | number | null;

/** The numbers behind a chart. */
export interface DataTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What the ids of a report are called. */
export interface Names {
  readonly attributes: Readonly<Record<string, string>>;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly segment: (segment: { question: string; value: string }) => { question: string; value: string };
  readonly quadrants: Readonly<Record<string, string>>;
}

/** The tables of a report's charts. */
export function dataTables(report: Report, names: Names, words: DataWords): Partial<Record<Chart, DataTable>> {
  const { quadrants, index, dimensions, segments, nps, csat, ces, gaps, kano, drivers, weights, retention, pathModel } = report;
  const attribute = (id: string) => names.attributes[id] ?? names.dimensions[id] ?? id;
  const text = (title: string): Column => ({ title, kind: "text" });
  const count = (title: string): Column => ({ title, kind: "count" });
  const decimal = (title: string): Column => ({ title, kind: "decimal" });
  const percent = (title: string): Column => ({ title, kind: "percent" });
  const points = (title: string): Column => ({ title, kind: "points" });
  const probability = (title: string): Column => ({ title, kind: "probability" });
  const ends = [percent(words.low), percent(words.high)];
  const between = (interval: { low: number; high: number } | null): Cell[] => [interval?.low ?? null, interval?.high ?? null];
  const yesOrNo = (value: boolean | null) => (value === null ? null : value ? words.yes : words.no);
  const levels = (all: readonly [level: number, count: number][], from: number, share: number | null, interval: { low: number; high: number } | null): DataTable => {
    const n = all.reduce((sum, [, count]) => sum + count, 0);
    return {
      columns: [text(words.level), count(words.counted), percent(words.share), ...ends, text(words.counts)],
      rows: [
        ...all.map(([level, count]) => [String(level), count, n > 0 ? count / n : null, null, null, yesOrNo(level >= from)]),
        [words.counts, all.reduce((sum, [level, count]) => sum + (level >= from ? count : 0), 0), share, ...between(interval), null],
      ],
    };
  };
  return {
    ...(quadrants && {
      quadrants: {
        columns: [text(words.attribute), decimal(words.importance), decimal(words.performance), text(words.quadrant), decimal(words.priority), percent(words.certainty), count(words.n)],
        rows: quadrants.points.map((point) => [attribute(point.id), point.importance, point.performance, point.quadrant && (names.quadrants[point.quadrant] ?? point.quadrant), point.priority, point.certainty, point.n]),
      },
    }),
    ...(nps && {
      nps: {
        columns: [text(words.group), count(words.counted), points(words.nps), points(words.low), points(words.high)],
        rows: [
          [words.detractors, nps.detractors, null, null, null],
          [words.passives, nps.passives, null, null, null],
          [words.promoters, nps.promoters, null, null, null],
          [words.total, nps.n, nps.nps, ...between(nps.interval)],
        ],
      },
    }),
    ...(csat && { csat: levels(csat.levels.map((level, at) => [level, csat.counts[at] ?? 0]), csat.satisfiedFrom, csat.share, csat.interval) }),
    ...(ces && { ces: levels(ces.counts.map((count, at) => [at + 1, count]), ces.easyFrom, ces.easyShare, ces.interval) }),
    ...(index && {
      index: {
        columns: [text(words.attribute), percent(words.score), ...ends, decimal(words.mean), percent(words.weight), count(words.n)],
        rows: [
          ...dimensions.map((dimension) => [attribute(dimension.id), dimension.index, ...between(dimension.interval), null, dimension.weight, dimension.n]),
          ...index.factors.map((factor) => [attribute(factor.id), factor.score, ...between(factor.interval), factor.mean, factor.weight, factor.n]),
          [words.total, index.index, ...between(index.interval), null, null, index.n],
        ],
      },
    }),
    segments: {
      columns: [text(words.question), text(words.segment), count(words.n), percent(words.index), ...ends, points(words.nps), probability(words.p), probability(words.adjustedP), text(words.significant)],
      rows: segments.map((segment) => {
        const { question, value } = names.segment(segment);
        return [question, value, segment.n, segment.index, ...between(segment.interval), segment.nps, segment.p, segment.adjustedP, yesOrNo(segment.significant)];
      }),
    },
    ...(gaps && {
      gaps: {
        columns: [text(words.attribute), decimal(words.gap)],
        rows: [...gaps.items.map((item) => [attribute(item.id), item.gap]), ...gaps.dimensions.map((one) => [attribute(one.id), one.gap]), [words.total, gaps.overall]],
      },
    }),
    ...(kano && { kano: plane(kano, attribute, words), "kano-classes": classes(kano, attribute, words) }),
    ...(drivers && {
      drivers: {
        columns: [text(words.attribute), decimal(words.raw), percent(words.share)],
        rows: [...drivers.drivers.map((driver) => [attribute(driver.id), driver.raw, driver.share]), ["R²", drivers.r2, null]],
      },
    }),
    ...(weights && {
      weights: {
        columns: [text(words.attribute), percent(words.weight), probability("CR")],
        rows: [...Object.entries(weights.weights).map(([id, weight]) => [attribute(id), weight, null]), [words.total, null, weights.cr]],
      },
    }),
    ...(retention && { retention: { columns: [percent(words.rate), ...ends], rows: [[retention.rate, retention.low, retention.high]] } }),
    ...(pathModel && {
      "path-model": {
        columns: [text(words.path), decimal(words.coefficient), decimal("R²"), decimal(words.index)],
        rows: [
          ...Object.entries(pathModel.paths).map(([path, value]) => [path.split(" -> ").map(attribute).join(" → "), value, null, null]),
          ...Object.entries(pathModel.r2).map(([id, r2]) => [attribute(id), null, r2, pathModel.index100[id] ?? null]),
        ],
      },
    }),
  };
}

type Kano = NonNullable<Report["kano"]>;

function plane(kano: Kano, attribute: (id: string) => string, words: DataWords): DataTable {
  return {
    columns: [{ title: words.attribute, kind: "text" }, { title: words.better, kind: "decimal" }, { title: words.worse, kind: "decimal" }, { title: words.category, kind: "text" }, { title: words.n, kind: "count" }],
    rows: kano.map(({ id, better, worse, category, n }) => [attribute(id), better, worse, category, n]),
  };
}

function classes(kano: Kano, attribute: (id: string) => string, words: DataWords): DataTable {
  const letters = ["M", "O", "A", "I", "R", "Q"] as const;
  return {
    columns: [{ title: words.attribute, kind: "text" }, ...letters.map((title) => ({ title, kind: "count" as const })), { title: words.category, kind: "text" }, { title: words.n, kind: "count" }],
    rows: kano.map(({ id, counts, category, n }) => [attribute(id), ...letters.map((letter) => counts[letter]), category, n]),
  };
}

/** A cell as the page writes it. */
export function written(value: Cell, kind: Kind, numbers: Numbers): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  if (kind === "count") return numbers.count(value);
  if (kind === "percent") return numbers.percent(value);
  if (kind === "points") return numbers.points(value);
  return kind === "probability" ? numbers.probability(value) : numbers.decimal(value);
}
