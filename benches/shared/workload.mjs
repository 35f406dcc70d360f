// The workload of these benches: answers to 20 attributes on 1..=5, an overall score 0..=10, and one of 8 segments. Always the same answers.

export const ATTRIBUTES = 20;
export const SEGMENTS = 8;

/** The definition; other levels, more attributes and more segment questions for the tables that ask how it grows. */
export function definition({ attributes = ATTRIBUTES, levels = 5, segments = 1 } = {}) {
  const ids = Array.from({ length: attributes }, (_, at) => `a${at}`);
  const options = Array.from({ length: SEGMENTS }, (_, at) => ({ value: `s${at}`, title: `S${at}` }));
  return {
    id: "bench", version: 1, title: "Bench", outcome: "all",
    ...(levels === 5 ? {} : { scales: { own: { min: 1, max: levels, look: "numbers" } } }),
    attributes: ids.map((id) => ({ id, title: id })),
    pages: [{ questions: [
      { id: "all", kind: "nps", title: "?" },
      { id: "sat", kind: "matrix", measure: "satisfaction", scale: levels === 5 ? "satisfaction5" : "own", title: "?", attributes: ids },
      ...Array.from({ length: segments }, (_, at) => ({ id: `seg${at}`, kind: "choice", segment: true, title: "?", options })),
    ] }],
  };
}

/** Columns of codes, by answer key: 0 is missing. */
export function answers(rows, { attributes = ATTRIBUTES, levels = 5, segments = 1, missing = 5, weights = 0 } = {}) {
  let state = 2463534242;
  const below = (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const column = () => new Uint8Array(rows);
  const columns = { all: column() };
  for (let at = 0; at < attributes; at++) columns[`sat.a${at}`] = column();
  for (let at = 0; at < segments; at++) columns[`seg${at}`] = column();
  const lists = Object.values(columns);
  for (let row = 0; row < rows; row++) {
    // Answers of one person hang together.
    const mood = below(1000) / 1000;
    for (let at = 0; at <= attributes; at++) {
      const top = at === 0 ? 11 : levels;
      const level = Math.min(top - 1, Math.floor(((mood + below(1000) / 1000) / 2) * top));
      lists[at][row] = below(100) < missing ? 0 : level + 1;
    }
    for (let at = 0; at < segments; at++) lists[attributes + 1 + at][row] = 1 + below(SEGMENTS);
  }
  // None, so many different ones, or another for each row.
  const weight = weights === 0 ? undefined : Float64Array.from({ length: rows }, () => 0.25 + (weights === Infinity ? below(1e6) / 1e6 : (below(weights) + 1) / weights));
  return { columns, weights: weight };
}

/** The same as CSV text, in pieces of so many rows. */
export function* csv({ columns }, step = 10_000) {
  const names = Object.keys(columns);
  const lists = Object.values(columns);
  yield `${names.join(",")}\n`;
  const written = (name, code) => (code === 0 ? "" : name === "all" ? code - 1 : name.startsWith("seg") ? `s${code - 1}` : code);
  const cells = names.map((name) => Array.from({ length: 256 }, (_, code) => String(written(name, code))));
  for (let start = 0; start < lists[0].length; start += step) {
    let text = "";
    for (let row = start; row < Math.min(start + step, lists[0].length); row++) {
      for (let at = 0; at < lists.length; at++) text += (at > 0 ? "," : "") + cells[at][lists[at][row]];
      text += "\n";
    }
    yield text;
  }
}
