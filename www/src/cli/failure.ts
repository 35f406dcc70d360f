import { ManyiError } from "../error.js";

/** The command line is wrong. */
export class UsageError extends Error {
  constructor(message: string) {
    super(`${message}\nTry "manyi --help".`);
  }
}

/** An input is wrong. */
export class InputError extends Error {}

/** Does something with an input; what is wrong with it is said with its name. */
export function of<T>(input: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ManyiError ? new InputError(`${input}: ${error.message}`, { cause: error }) : error;
  }
}

/** What to say of a failure. */
export function told(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
