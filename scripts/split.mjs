// Splits a wasm file in two: what is needed at once, and what only some of its exports lead to, which loads when it is asked for.
//
// Both are one program in one memory. The second file imports from the first what it uses of it, and fills the places of the table that
// are its own: the first gets there by what the second hands it, never by a call of its own.

/**
 * Two modules out of one, as WebAssembly's text: `late` names the exports that only the second has; it starts with the first of them.
 *
 * What else belongs to the second is found by following calls and addresses from the other exports. A function in the table counts as
 * reached with any table of methods it stands in, and always where it stands in none: so what is not sure stays in the first.
 */
export function split(text, late) {
  const items = itemsOf(text);
  const early = reached(items, late);
  const named = (kind) => items.filter((item) => item.kind === kind);
  const moved = named("func").filter(({ name }) => !early.has(name));
  const used = new Set(moved.flatMap(({ calls }) => calls));
  const names = shortNames();
  const lent = [], borrowed = [];
  const lend = (kind, name, declared) => {
    const short = names.next().value;
    lent.push(` (export "${short}" (${kind} ${name}))`);
    borrowed.push(` (import "first" "${short}" ${declared})`);
  };
  for (const { kind, name, text } of items) {
    if (kind === "memory" || kind === "table") lend(kind, name, text.trim());
    if (kind === "global") lend(kind, name, `(global ${name} ${globalType(text)})`);
    if (kind === "func" && early.has(name) && used.has(name)) lend(kind, name, `(func ${name} ${signature(text)})`);
    if (kind === "import" && used.has(name)) borrowed.push(text);
  }
  const isLate = (item) => late.includes(item.exported);
  const begun = (text) => text.replace(`"${late[0]}"`, '"__wbindgen_start"');
  const elements = named("elem").flatMap((elem) => runs(elem, early));
  const of = (...parts) => `(module\n${parts.flat().map((part) => part.text ?? part).join("\n")}\n)\n`;
  return {
    first: of(
      items.filter(({ kind }) => !["func", "export", "elem"].includes(kind)),
      elements.filter((run) => run.early),
      named("export").filter((item) => !isLate(item)),
      lent,
      named("func").filter(({ name }) => early.has(name)),
    ),
    second: of(
      named("type"),
      borrowed,
      elements.filter((run) => !run.early),
      named("export").filter(isLate).map(({ text }) => begun(text)),
      moved,
    ),
  };
}

const globalType = (text) => /^ \(global \S+ (\(mut \w+\)|\w+)/.exec(text)[1];

/** What a function takes and gives, without names. */
const signature = (text) => /^ \(func \S+ ?(.*)/.exec(text)[1].replaceAll(/\(param \S+ (\w+)\)/g, "(param $1)");

/** The items of a module: their kind, name, text, and what of it matters here. */
function itemsOf(text) {
  const lines = text.split("\n").slice(1, text.trimEnd().split("\n").length - 1);
  const items = [];
  for (const line of lines) {
    if (line.startsWith(" (")) items.push([line]);
    else items.at(-1).push(line);
  }
  return items.map((parts) => {
    const text = parts.join("\n");
    const kind = /^ \((\w+)/.exec(text)[1];
    const inner = /\(func ([^\s)]+)/.exec(text)?.[1];
    const name = kind === "import" || kind === "export" ? inner : /^ \(\w+ (\$\S+?)[\s)]/.exec(`${text}\n`)?.[1];
    const start = () => Number(/\(i32\.const (\d+)\)/.exec(text)[1]);
    switch (kind) {
      case "func": {
        const calls = text.matchAll(/\((?:return_call|call|ref\.func) (\$[^\s)]+)/g);
        return { kind, name, text, calls: Array.from(calls, (match) => match[1]), addresses: addressesIn(text) };
      }
      case "export":
        return { kind, name, text, exported: /"([^"]*)"/.exec(text)[1] };
      case "elem": {
        const [, listed] = /\(i32\.const \d+\)(?: func)?((?: \$[^\s)]+)*)/.exec(text);
        return { kind, name, text, start: start(), table: /\(table \S+\)/.exec(text)?.[0] ?? "", functions: listed.trim().split(" ") };
      }
      case "data":
        return { kind, name, text, start: start(), bytes: bytesOf(/"(.*)"\)$/s.exec(text)[1]) };
      default:
        return { kind, name, text };
    }
  });
}

/** The numbers in a function that may be addresses, in whatever they are packed. */
function addressesIn(text) {
  const found = new Set();
  for (const [, plain, wide, words] of text.matchAll(/(?:i32\.const |offset=)(\d+)|i64\.const (-?\d+)|v128\.const i32x4 ([^)]*)/g)) {
    if (plain) found.add(Number(plain));
    else if (words) for (const word of words.split(" ")) found.add(Number(word));
    else for (const half of [0n, 32n]) found.add(Number((BigInt(wide) >> half) & 0xffffffffn));
  }
  return found;
}

function bytesOf(escaped) {
  const named = { t: 9, n: 10, r: 13, '"': 34, "'": 39, "\\": 92 };
  const byte = ([, code, letter, plain]) => (code ? Number.parseInt(code, 16) : letter ? named[letter] : plain.charCodeAt(0));
  return Array.from(escaped.matchAll(/\\([0-9a-f]{2})|\\(.)|([^\\])/gs), byte);
}

/** The functions that the exports which are not late lead to. */
function reached(items, late) {
  const functions = new Map(items.filter(({ kind }) => kind === "func").map((item) => [item.name, item]));
  const slots = new Map(items.filter(({ kind }) => kind === "elem").flatMap(({ start, functions }) => functions.map((name, at) => [start + at, name])));
  const tables = methodTables(items, slots, new Set([...functions.values()].flatMap(({ addresses }) => [...addresses])));
  const inTables = new Set(tables.flatMap(({ methods }) => methods));
  const early = new Set();
  const open = items.filter(({ kind, exported }) => kind === "export" && !late.includes(exported)).map(({ name }) => name);
  open.push(...[...slots.values()].filter((name) => !inTables.has(name)));
  while (open.length > 0) {
    const item = functions.get(open.pop());
    if (!item || early.has(item.name)) continue;
    early.add(item.name);
    open.push(...item.calls);
    for (const { everywhere, addresses, methods } of tables) {
      if (everywhere || addresses.some((address) => item.addresses.has(address))) open.push(...methods);
    }
  }
  return early;
}

/**
 * Rust's tables of methods in the data: what drops a value, its size, its alignment, and the methods, each as a place in the table of
 * functions. They are where code has the address of something that looks like one; it ends where the next begins.
 */
function methodTables(items, slots, addresses) {
  const memory = new Map();
  for (const { start, bytes } of items.filter(({ kind }) => kind === "data")) for (const [at, byte] of bytes.entries()) memory.set(start + at, byte);
  const word = (at) => [3, 2, 1, 0].reduce((sum, i) => 256 * sum + (memory.get(at + i) ?? 0), 0);
  const pointedAt = new Set([...memory.keys()].map((at) => word(at - (at % 4))));
  const tables = [];
  for (const start of addresses) {
    const [drop, size, align] = [word(start), word(start + 4), word(start + 8)];
    if (!(drop === 0 || slots.has(drop)) || ![1, 2, 4, 8, 16].includes(align) || size % align !== 0) continue;
    const methods = slots.has(drop) ? [slots.get(drop)] : [];
    let end = start + 12;
    for (; slots.has(word(end)) && !(addresses.has(end) && end > start + 12); end += 4) methods.push(slots.get(word(end)));
    const inside = Array.from({ length: (end - start) / 4 }, (_, i) => start + 4 * i);
    if (end > start + 12) tables.push({ methods, addresses: inside, everywhere: inside.some((address) => pointedAt.has(address)) });
  }
  return tables;
}

/** An element segment as runs of functions that stay together. */
function runs({ name, table, start, functions }, early) {
  const found = [];
  for (const [at, one] of functions.entries()) {
    const stays = early.has(one) || one.startsWith("$fimport");
    if (found.at(-1)?.early !== stays) found.push({ early: stays, at: start + at, functions: [] });
    found.at(-1).functions.push(one);
  }
  return found.map(({ early, at, functions }, i) => ({ early, text: ` (elem ${name}_${i} ${table} (i32.const ${at}) func ${functions.join(" ")})` }));
}

/** Names for what one file lends the other. */
function* shortNames() {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (let count = 0; ; count++) yield count < 52 ? letters[count] : letters[Math.floor(count / 52) - 1] + letters[count % 52];
}
