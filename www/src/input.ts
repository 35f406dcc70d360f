import { ManyiError } from "./error.js";
import { fromJson } from "./json.js";

/** Definitions nest a dozen levels; a cyclic object nests for ever. */
const DEPTH = 48;
/** The most numbers that one input becomes: a definition becomes some ten thousand, and a list of a billion is a mistake. */
const MOST = 1 << 24;

/**
 * A value as a list of numbers, which is what the reader in Rust takes (`src/value/numbers.rs` says how it is spelt).
 * `undefined` is null, NaN is kept so that it can be refused by name, typed arrays are lists. What JSON has no type for is a
 * `ManyiError` whose path begins with `place`, and so is a getter that throws.
 */
export function numbersOf(value: unknown, place = ""): Float64Array {
  const numbers: number[] = [];
  const steps: string[] = [];
  const refuse = (code: string, problem: string, cause?: unknown): never => {
    const path = (place + steps.join("")).replace(/^\./, "");
    throw new ManyiError(code, path === "" ? problem : `${path}: ${problem}`, path || null, { cause });
  };
  const room = (count: number) => {
    if (numbers.length + count > MOST) refuse("too-many", `${count} entries; at most ${MOST} numbers and characters are taken`);
  };
  const text = (text: string) => {
    room(text.length);
    const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
    numbers.push(characters.length);
    for (const character of characters) numbers.push(character);
  };
  const put = (value: unknown): void => {
    if (value === null || value === undefined) numbers.push(0);
    else if (typeof value === "boolean") numbers.push(value ? 2 : 1);
    else if (typeof value === "number") numbers.push(3, value);
    else if (typeof value === "string") {
      numbers.push(4);
      text(value);
    } else if (steps.length === DEPTH) throw new ManyiError("too-deep", `nested deeper than ${DEPTH} levels`);
    else if (isList(value)) {
      room(value.length);
      numbers.push(5, value.length);
      for (let index = 0; index < value.length; index++) within(`[${index}]`, value[index]);
    } else if (isRecord(value)) {
      const entries = Object.entries(value);
      numbers.push(6, entries.length);
      for (const [key, inner] of entries) {
        text(key);
        within(/^[a-z_]\w*$/i.test(key) ? `.${key}` : `["${key}"]`, inner);
      }
    } else refuse("wrong-type", `expected null, true, false, a number, a text, a list or a record, found a value of type ${nameOf(value)}`);
  };
  const within = (step: string, value: unknown) => {
    steps.push(step);
    put(value);
    steps.pop();
  };
  try {
    put(value);
  } catch (cause) {
    if (cause instanceof ManyiError) throw cause;
    refuse("not-json", `this cannot be read: ${cause instanceof Error ? cause.message : typeof cause}`, cause);
  }
  return Float64Array.from(numbers);
}

/** The same as `numbersOf`, of an object or of the JSON text of one. */
export function numbersOfDocument(value: unknown): Float64Array {
  return numbersOf(typeof value === "string" ? fromJson(value) : value);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

// A class of the page's own is a record, what the language and the browser have classes for is none.
function isRecord(value: unknown): value is object {
  return typeof value === "object" && nameOf(value) === "Object";
}

function nameOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
