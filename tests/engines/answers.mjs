// Answers to count: strange ones, cell by cell, and a million plain ones. The same at every run.
import { closeSync, openSync, writeSync } from "node:fs";

/** Mulberry32: numbers in 0..1 from a seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What stands in the header of each answer key, and of the weight: what no careful person calls a column. */
export const STRANGE_COLUMNS = {
  'a"b""c': "sat.speed", "it's": "sat.price", "back`tick``s": "sat.staff", "semi;colon; DROP TABLE answers": "half", "two\nlines": "many", "a -- comment": "feel.staff.functional",
  "open /* comment": "feel.staff.dysfunctional", "close */ comment": "weigh.speed:price", "東京 ☕ é": "weigh.speed:staff", "{}": "weigh.price:staff", "${spark.app.name}": "share.a",
  "${env:PATH}{x}": "share.b", "back\\slash\\n": "rank.x", "%s ? $1 :name": "rank.y", select: "where", "a.b": "with", "1.5": "uses", NULL: "weight",
};

/** The names of tables are no better. */
export const STRANGE_TABLE = 'answers"`\';--${spark.app.name}{}東';

const NO_NUMBERS = [
  "nan", "NaN", "inf", "-Infinity", "1_0", "1e999", "-1e999", "0x1", "1d", "1f", "5L", "--1", "+-1", "n/a", "５", "1,5", ".", "1e", "1e+", "5 5", "1e-400", "7.00000000000000000000", "1e+0", "0e0",
  "5.0000000001", "5.000001", "4.9999999999", "1e99999999999", "+.5e1", "1 e0", "true", "1.", "01", "+1", "-0", "0.1e1", "10e-1", "'1", "\u200b1",
];
const BLANKS = [" ", "\t", "\u00a0", "\u3000", "\n", "\u2028", "\u0085"];
const PLACES = ["north", "it's \"south\"", "=1+1", "东\\`; --"];
const PLACES_TOO = ["'=1+1", "' north", " north\u2003", "North", "elsewhere", "'+x", "'=", "'", "|", "\\", "n/a", "0", "'東", "\n", "\u200b"];
const USES = ["web", "a\\|b", "back\\\\slash", "own", " ", "", "back\\slash", "we\\b", "another", "'=f", "web ", "\\", "☕"];
const WEIGHTS = [
  "1", "1", "1", "0.5", "2.25", "0.0000000005", "0.00000000049999", "", "1e6", "1000000.0000001", "1000001", "-1", "x", "0.30000000000000004", "1.0000000005", "0.1234567895", "-0", "1e-12", "3.3333333333333335", "n/a", " 2 ",
];

/** So many rows for `survey.json`, whose every cell may be anything. */
export function strangeAnswers(count) {
  const next = random(7);
  const one = (list) => list[Math.floor(next() * list.length)];
  const whole = (least, most) => least + Math.floor(next() * (most - least + 1));
  const number = (value) => {
    const luck = next();
    if (luck < 0.03) return one(["+", "-", "00"]) + value;
    if (luck < 0.05) return value + (Number.isInteger(value) ? ".0" : "0");
    if (luck < 0.07) return one(BLANKS) + value + one(["", ...BLANKS]);
    if (luck < 0.08) return `${value}e0`;
    if (luck < 0.11) return one(NO_NUMBERS);
    return luck < 0.16 ? "" : String(value);
  };
  const place = () => (next() < 0.1 ? "" : one(next() < 0.15 ? PLACES_TOO : PLACES));
  const several = (list) => Array.from({ length: whole(0, 3) }, () => one(list)).join("|");
  const rows = Array.from({ length: count }, () => {
    const points = whole(0, 10);
    const ranks = next() < 0.9 ? one([[1, 2], [2, 1]]) : [whole(1, 2), whole(1, 2)];
    return [
      number(whole(1, 5)), number(whole(1, 5)), number(whole(1, 6)), number(whole(0, 4) / 2), number(whole(0, 25)), number(whole(1, 5)), number(whole(1, 5)), number(whole(-8, 8)), number(whole(-9, 9)),
      number(whole(-8, 8)), number(points), number(next() < 0.9 ? 10 - points : whole(0, 10)), ...ranks.map(number), place(), several(["shop", "shop", "app"]), several(USES), one(WEIGHTS),
    ];
  });
  const line = (cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return [Object.keys(STRANGE_COLUMNS), ...rows].map(line).join("\r\n");
}

/** The columns of `million.json`, and how a database that knows types would hold them. */
export const MILLION_TYPES = {
  "sat.speed": "TINYINT", "sat.price": "SMALLINT", "sat.staff": "INTEGER", "sat.range": "BIGINT", "sat.site": "DOUBLE", nps: "DECIMAL(4, 1)", where: "VARCHAR", weight: "DOUBLE",
};

/** Writes a million rows with weights, one answer in twenty missing. */
export function writeMillion(path) {
  const next = random(11);
  const weights = ["1", "0.5", "0.75", "1.25", "2", "0.333333333"];
  const places = ["north", "south", "east", "west"];
  const cell = (list) => (next() < 0.05 ? "" : list[Math.floor(next() * list.length)]);
  const five = ["1", "2", "3", "4", "5"];
  const eleven = Array.from({ length: 11 }, (_, score) => String(score));
  const file = openSync(path, "w");
  writeSync(file, `${Object.keys(MILLION_TYPES).join(",")}\r\n`);
  for (let block = 0; block < 100; block += 1) {
    const rows = Array.from({ length: 10_000 }, () => [cell(five), cell(five), cell(five), cell(five), cell(five), cell(eleven), cell(places), cell(weights)].join(","));
    writeSync(file, `${rows.join("\r\n")}\r\n`);
  }
  closeSync(file);
}
