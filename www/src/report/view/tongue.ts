import type { Messages } from "../messages.js";
import type { Numbers } from "../numbers.js";

/** What every part of the view speaks with. */
export interface Tongue {
  readonly language: string;
  readonly messages: Messages;
  readonly numbers: Numbers;
}
