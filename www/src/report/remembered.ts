import { type Chosen, type Crosshair, type Importance, MINIMUM_CELL, crosshairs, importances, segmentOf, segmentText } from "./choices.js";
import type { SurveyDefinition } from "../definition.js";

/** The choices of a reader in the page's address: read, checked, written, and followed when the reader goes back. */
export class Remembered {
  readonly #prefix: string;
  readonly #moved: () => void;

  /** `name` tells one report of a page from another; `moved` is called when the reader goes back or forward. */
  constructor(name: string, moved: () => void) {
    this.#prefix = `${name || "manyi"}-`;
    this.#moved = moved;
  }

  connect(): void {
    addEventListener("popstate", this.#moved);
  }

  disconnect(): void {
    removeEventListener("popstate", this.#moved);
  }

  /**
   * What the address says, as far as this survey allows it; the rest is as the page itself says. An address is written by anyone, so what is
   * not understood is left out in silence, and no segment is shown that is smaller than the page shows.
   */
  read(survey: SurveyDefinition, own: Chosen, cell: number | null): Chosen {
    const said = new URLSearchParams(location.search);
    const text = (key: string) => said.get(this.#prefix + key);
    const importance = importances(survey).find((known) => known === text("importance")) ?? own.importance;
    const crosshair = crosshairs(importance ?? importances(survey)[0]).find((known) => known === text("crosshair")) ?? own.crosshair;
    const segment = segmentOf(text("segment"));
    return {
      importance,
      crosshair,
      segment: text("segment") === "" ? null : segment && isKnown(survey, segment) ? segment : own.segment,
      level: decimal(text("level"), (level) => level >= 0.5 && level <= 0.999) ?? own.level,
      minimumCell: decimal(text("minimum-cell"), (least) => Number.isInteger(least) && least >= (cell ?? MINIMUM_CELL) && least <= 1e6) ?? own.minimumCell,
    };
  }

  /** Puts what differs from the page's own choices into the address, as a step that the reader can take back. */
  write(chosen: Chosen, own: Chosen): void {
    const url = new URL(location.href);
    const put = (key: string, value: string | null) => {
      if (value === null) url.searchParams.delete(this.#prefix + key);
      else url.searchParams.set(this.#prefix + key, value);
    };
    const other = <Key extends keyof Chosen>(key: Key) => (chosen[key] === own[key] ? null : chosen[key]);
    const segment = chosen.segment && segmentText(chosen.segment);
    // Everyone, where the page itself shows a segment, is a choice too.
    put("segment", segment === (own.segment && segmentText(own.segment)) ? null : (segment ?? ""));
    put("importance", other("importance") as Importance | null);
    put("crosshair", other("crosshair") as Crosshair | null);
    put("level", other("level")?.toString() ?? null);
    put("minimum-cell", other("minimumCell")?.toString() ?? null);
    if (url.href !== location.href) history.pushState(history.state, "", url);
  }
}

function isKnown(survey: SurveyDefinition, { question, value }: NonNullable<Chosen["segment"]>): boolean {
  const asked = survey.pages.flatMap((page) => page.questions).find((known) => known.id === question);
  if (!asked?.segment) return false;
  return asked.kind !== "choice" || asked.options.some((option) => option.value === value) || value === "other";
}

function decimal(text: string | null, allowed: (value: number) => boolean): number | null {
  const value = text !== null && /^\d{1,7}(\.\d{1,6})?$/.test(text) ? Number(text) : NaN;
  return allowed(value) ? value : null;
}
