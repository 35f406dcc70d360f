/** How far comparisons agree, as the form tells it (`src/form/agreement.rs`). */
export interface Agreement {
  readonly ratio: number;
  readonly consistent: boolean;
  /** The place among the rows of the comparison to look at again, and what the others say of it. */
  readonly doubtful: { readonly row: number; readonly suggested: number } | null;
}

export function agreementOf(told: ArrayLike<number>): Agreement | null {
  const { 0: ratio, 1: consistent, 2: row, 3: suggested } = told;
  if (ratio === undefined) return null;
  return { ratio, consistent: consistent === 1, doubtful: row === undefined || suggested === undefined ? null : { row, suggested } };
}
