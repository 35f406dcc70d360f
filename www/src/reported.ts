/**
 * Under this name a `Tally` makes its own report, for `<manyi-report>`: a tally lives in the functions' wasm file, the element uses
 * another. Registered, so that two copies of the package on a page understand each other.
 */
export const reported: unique symbol = Symbol.for("manyi.reported");

/** Under this name it gives what the element asks beyond its report: the handle itself, in the functions' wasm file. */
export const beyond: unique symbol = Symbol.for("manyi.beyond");
