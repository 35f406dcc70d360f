import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./failure.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** A command's options, and what stands beside them: at least and at most so many. */
export function options<O extends Options>(args: string[], known: O, least: number, most: number, wanted: string) {
  const parsed = read(args, known);
  const { length } = parsed.positionals;
  if (length < least || length > most) throw new UsageError(`expected ${wanted}`);
  return parsed;
}

function read<O extends Options>(args: string[], known: O) {
  try {
    return parseArgs({ args, options: known, allowPositionals: true, strict: true });
  } catch (error) {
    // Node says what is wrong in its first sentence, and then explains its own ways.
    const [said = ""] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    const [, name] = /^Option '(--[\w-]+)' argument is ambiguous/.exec(said) ?? [];
    throw new UsageError(name ? `${name} is followed by an option; a value that begins with a dash is written ${name}=-1` : said);
  }
}

/** A number of the command line. */
export function number(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new UsageError(`--${name} takes a number, not "${text}"`);
  return value;
}
