/** What is said of a measure in one language. */
export interface Said { title: string; asks: string; inputs: string; reading: string }

/** The page in one language. */
export interface Words {
  lead: string;
  contents: string;
  formula: string;
  inputs: string;
  reading: string;
  source: string;
  example: string;
  result: string;
  groups: Record<string, string>;
  measures: Record<string, Said>;
}
