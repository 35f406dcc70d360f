/** A value from the list of numbers that spells it (`src/value/numbers.rs` says how). */
export function valueOf(numbers: Float64Array): unknown {
  let at = 0;
  const next = () => numbers[at++] ?? 0;
  const text = () => {
    const length = next();
    return String.fromCodePoint(...numbers.subarray(at, (at += length)));
  };
  const value = (): unknown => {
    const kind = next();
    if (kind === 0) return null;
    if (kind < 3) return kind === 2;
    if (kind === 3) return next();
    if (kind === 4) return text();
    if (kind === 5) return Array.from({ length: next() }, value);
    return Object.fromEntries(Array.from({ length: next() }, () => [text(), value()]));
  };
  return value();
}
