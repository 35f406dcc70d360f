// What editors show on hover: the built package's types, read as text from every entry on.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { root } from "../../scripts/run.mjs";

const ENTRIES = Object.entries(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).exports).filter(([, entry]) => entry.types);
const read = (path) => readFileSync(path, "utf8");
/** A class's own business, which is not called: what the browser or its base class asks for. */
const INNER = /^(protected|#|constructor\b|static (override )?(styles|properties|get observedAttributes)\b|(connected|disconnected|attributeChanged)Callback\b|\[)/;

/** Every name that a file exports, with the file that declares it and its name there. */
function exported(path, names = new Map()) {
  const beside = (from) => join(dirname(path), from.replace(/\.js$/, ".d.ts"));
  const text = read(path);
  for (const [, from] of text.matchAll(/^export (?:type )?\* from "(\.[^"]+)";/gm)) exported(beside(from), names);
  for (const [, list, from] of text.matchAll(/^export (?:type )?\{([^}]*)\}(?: from "(\.[^"]+)")?;/gm)) {
    for (const one of list.split(",").map((name) => name.trim().replace(/^type /, "")).filter(Boolean)) {
      const [name, as = name] = one.split(" as ");
      names.set(as, from ? found(beside(from), name) : { path, name });
    }
  }
  for (const [, name] of text.matchAll(/^export (?:declare )?(?:abstract )?(?:class|interface|type|function|const) (\w+)/gm)) names.set(name, { path, name });
  return names;
}

function found(path, name) {
  return exported(path).get(name) ?? { path, name };
}

/** The lines of a declaration, each overload a declaration of its own, with the line before. */
function declarations({ path, name }) {
  const lines = read(path).split("\n");
  const starts = lines.flatMap((line, at) => (new RegExp(`^export (?:declare )?(?:abstract )?(?:class|interface|type|function|const) ${name}\\b`).test(line) ? [at] : []));
  return starts.map((at) => {
    const end = lines.findIndex((line, after) => after > at && /^\}/.test(line));
    const whole = /[{]$/.test(lines[at]) && !/^export (declare )?(function|const|type)/.test(lines[at]);
    return { before: lines[at - 1] ?? "", members: whole ? lines.slice(at + 1, end) : [] };
  });
}

const ends = (line) => line.trim().endsWith("*/");

for (const [entry, { types }] of ENTRIES) {
  test(`every name of manyi${entry.slice(1)}, and every member of it, says what it is`, () => {
    const names = exported(join(root, types));
    assert.ok(names.size > 0);
    const silent = [...names].flatMap(([name, declared]) => {
      const all = declarations(declared);
      assert.ok(all.length > 0, `${name} is declared`);
      return all.flatMap(({ before, members }) => {
        const mute = members.filter((line, at) => /^ {4}\S/.test(line) && !/^ {4}(\/\*\*|\*|\}|#)/.test(line) && !INNER.test(line.trim()) && !ends(members[at - 1] ?? ""));
        return [...(ends(before) ? [] : [name]), ...mute.map((line) => `${name}: ${line.trim()}`)];
      });
    });
    assert.deepEqual(silent, []);
  });
}

test("every event of the elements is in the map that `addEventListener` is typed by, with words", () => {
  const mapped = ["survey/events", "report/events", "customers/events", "failed"].map((name) => read(join(root, `dist/src/${name}.d.ts`))).join("\n");
  const listed = [...mapped.matchAll(/\*\/\n {8}"(manyi-[\w-]+)": (\w+);/g)].map(([, type]) => type);
  const fired = ["survey", "report", "customers"].flatMap((name) => [...read(join(root, `dist/src/${name}/element.d.ts`)).matchAll(/@fires (manyi-[\w-]+)/g)].map(([, type]) => type));
  assert.deepEqual([...new Set(fired)].sort(), listed.sort());
  assert.ok(listed.length >= 9);
});

test("a measure says its formula, where it is from, and when it is null, in TypeScript's names", () => {
  const types = read(join(root, "dist/wasm/full/manyi.d.ts"));
  const said = (name) => types.match(new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\nexport function ${name}\\b`))?.[1] ?? "";
  assert.match(said("csat"), /satisfiedFrom[^]*Source: the industry's top-two-box; Wilson \(1927\)[^]*`null` when nobody did/);
  assert.match(said("nps"), /In points, -100\.\.100[^]*Source: Reichheld \(2003\)/);
  const comments = types.match(/^ *\* .*$/gm).join("\n");
  assert.doesNotMatch(comments, /`None`|\.\.=|\[`|```/);
});
