// The same sums in JavaScript, twice: as one writes it, and as fast as we could make it. Codes are bytes, 0 is missing; the first column is the
// overall score 0..=10, the last the segment, those between are attributes on 1..=5.
//
// Both give `counts[segment][attribute][code]` and, per pair of the first columns, n, Σx, Σy, Σx², Σy², Σxy in units.

/** Row by row, typed arrays throughout. */
export function idiomatic(columns, segments) {
  const rows = columns[0].length;
  const scores = columns.slice(0, -1);
  const segment = columns.at(-1);
  const count = scores.length;
  const counts = new Float64Array((segments + 1) * count * 12);
  const pairs = new Float64Array(((count * (count - 1)) / 2) * 6);
  for (let row = 0; row < rows; row++) {
    const base = segment[row] * count * 12;
    let at = 0;
    for (let i = 0; i < count; i++) {
      const x = scores[i][row];
      counts[base + i * 12 + x]++;
      if (x === 0) {
        at += 6 * (count - i - 1);
        continue;
      }
      for (let j = i + 1; j < count; j++, at += 6) {
        const y = scores[j][row];
        if (y === 0) continue;
        pairs[at]++;
        pairs[at + 1] += x - 1;
        pairs[at + 2] += y - 1;
        pairs[at + 3] += (x - 1) * (x - 1);
        pairs[at + 4] += (y - 1) * (y - 1);
        pairs[at + 5] += (x - 1) * (y - 1);
      }
    }
  }
  return { counts, pairs };
}

/**
 * Without a branch on the answers: blocks that stay in the cache, one pair of columns at a time, three sums of one column (n, Σx, Σx²) packed
 * into one integer that a mask of the other lets through, and four rows a turn, so that the sums stay in registers.
 */
export function tuned(columns, segments) {
  const BLOCK = 64;
  const rows = columns[0].length;
  const scores = columns.slice(0, -1);
  const segment = columns.at(-1);
  const count = scores.length;
  const counts = new Float64Array((segments + 1) * count * 12);
  const pairs = new Float64Array(((count * (count - 1)) / 2) * 6);
  // n takes 7 bits (64 rows), Σx 10 (64 · 10), Σx² 13 (64 · 100).
  const packed = Int32Array.from({ length: 256 }, (_, code) => (code === 0 ? 0 : 1 | ((code - 1) << 7) | (((code - 1) * (code - 1)) << 17)));
  const sums = scores.map(() => new Int32Array(BLOCK));
  const masks = scores.map(() => new Int32Array(BLOCK));
  const units = scores.map(() => new Int32Array(BLOCK));
  const keys = new Int32Array(BLOCK);
  const tables = scores.map(() => new Int32Array((segments + 1) * 12));
  for (let start = 0; start < rows; start += BLOCK) {
    const size = Math.min(BLOCK, rows - start);
    for (let row = 0; row < size; row++) keys[row] = segment[start + row] * 12;
    for (let i = 0; i < count; i++) {
      const [codes, sum, mask, unit, table] = [scores[i], sums[i], masks[i], units[i], tables[i]];
      for (let row = 0; row < size; row++) {
        const code = codes[start + row];
        const present = -(code !== 0);
        table[keys[row] + code]++;
        sum[row] = packed[code];
        mask[row] = present;
        unit[row] = (code - 1) & present;
      }
      for (let row = size; row < BLOCK; row++) sum[row] = mask[row] = unit[row] = 0;
    }
    let at = 0;
    for (let i = 0; i < count; i++) {
      const [sumX, maskX, unitX] = [sums[i], masks[i], units[i]];
      for (let j = i + 1; j < count; j++, at += 6) {
        const [sumY, maskY, unitY] = [sums[j], masks[j], units[j]];
        let [x, y, xy] = [0, 0, 0];
        for (let row = 0; row < BLOCK; row += 4) {
          x = (x + (sumX[row] & maskY[row]) + (sumX[row + 1] & maskY[row + 1]) + (sumX[row + 2] & maskY[row + 2]) + (sumX[row + 3] & maskY[row + 3])) | 0;
          y = (y + (sumY[row] & maskX[row]) + (sumY[row + 1] & maskX[row + 1]) + (sumY[row + 2] & maskX[row + 2]) + (sumY[row + 3] & maskX[row + 3])) | 0;
          xy = (xy + Math.imul(unitX[row], unitY[row]) + Math.imul(unitX[row + 1], unitY[row + 1]) + Math.imul(unitX[row + 2], unitY[row + 2]) + Math.imul(unitX[row + 3], unitY[row + 3])) | 0;
        }
        pairs[at] += x & 127;
        pairs[at + 1] += (x >> 7) & 1023;
        pairs[at + 2] += (y >> 7) & 1023;
        pairs[at + 3] += x >>> 17;
        pairs[at + 4] += y >>> 17;
        pairs[at + 5] += xy;
      }
    }
  }
  for (let i = 0; i < count; i++) for (let key = 0; key < tables[i].length; key++) counts[Math.floor(key / 12) * count * 12 + i * 12 + (key % 12)] = tables[i][key];
  return { counts, pairs };
}
