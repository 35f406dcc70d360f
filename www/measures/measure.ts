// What the page says of one measure.

/** The same words in both languages of the demo. */
export interface Said { en: string; zh: string }

export interface Measure {
  /** The function of the package. */
  name: string;
  title: Said;
  /** What it answers. */
  answers: Said;
  formula: string;
  inputs: Said;
  /** How to read what comes out. */
  reading: Said;
  source: string;
  /** Arguments to try. */
  example: readonly unknown[];
}

export interface Group { id: string; title: Said; measures: readonly Measure[] }
