import type { Quadrant } from "../measures.js";
import type { Report } from "../results.js";
import type { Messages } from "./messages.js";

/** An attribute as the table shows it. */
export interface Row {
  readonly rank: number;
  readonly id: string;
  readonly title: string;
  readonly importance: number | null;
  readonly performance: number | null;
  readonly n: number | null;
  readonly quadrant: Quadrant | null;
  readonly advice: string;
}

/** The attributes, most urgent first; those that could not be placed come last. */
export function rows(report: Report, titles: Readonly<Record<string, string>>, messages: Messages): Row[] {
  const result = report.quadrants;
  if (!result) return [];
  const unplaced = result.points.map((point) => point.id).filter((id) => !result.order.includes(id));
  return [...result.order, ...unplaced].flatMap((id, index) => {
    const point = result.points.find((point) => point.id === id);
    if (!point) return [];
    const n = report.index?.factors.find((factor) => factor.id === id)?.n ?? null;
    const { importance, performance, quadrant } = point;
    return [{ rank: index + 1, id, title: titles[id] ?? id, importance, performance, n, quadrant, advice: advice(quadrant, point.onCrosshair, messages) }];
  });
}

function advice(quadrant: Quadrant | null, onCrosshair: boolean, messages: Messages): string {
  if (onCrosshair) return messages.onTheLine;
  return quadrant ? messages.adviceFor[quadrant] : messages.noAdvice;
}
