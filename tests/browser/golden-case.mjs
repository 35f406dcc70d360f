// A golden case held against what a function of the package gave.

/** The first place where the result is not what is expected; `null` where all is. */
function difference(expected, found, tolerance, path = "") {
  if (typeof expected === "number" && typeof found === "number") {
    return Math.abs(expected - found) <= tolerance ? null : `${path}: ${found} instead of ${expected}`;
  }
  if (expected === null || typeof expected !== "object") return expected === found ? null : `${path}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;
  if (found === null || typeof found !== "object") return `${path}: ${JSON.stringify(found)} instead of an object`;
  if (Array.isArray(expected) && expected.length !== found.length) return `${path}: ${found.length} entries instead of ${expected.length}`;
  for (const key of Object.keys(expected)) {
    const here = difference(expected[key], found[key], tolerance, `${path}.${key}`);
    if (here !== null) return here;
  }
  return null;
}

/** The first place where what a function gave or threw is not what its case expects; `null` where all is. */
export function compared(expected, found, tolerance) {
  if (expected?.error !== undefined) return difference({ error: expected.error, ...(expected.path === undefined ? {} : { path: expected.path }) }, found, 0);
  if (typeof tolerance === "number" || expected === null || typeof expected !== "object") return difference(expected, found, tolerance ?? 0);
  for (const [key, value] of Object.entries(expected)) {
    const here = difference(value, found?.[key], tolerance?.[key] ?? tolerance?.default ?? 0, `.${key}`);
    if (here !== null) return here;
  }
  return null;
}
