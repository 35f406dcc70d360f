import * as wasm from "../wasm/full/manyi.js";
import { full } from "./load.js";
import { messagesOf } from "./report/messages.js";

const teach = full.guarded(wasm.teach);

/**
 * Loads what is written in pictures in a language, by its tag, for `svg`, `draw` and `describe` with that `language`. English and Chinese are there without.
 * A language that we do not speak stays English. `init()` comes first.
 */
export async function speak(language: string): Promise<void> {
  const { pictured } = await messagesOf(language);
  if (pictured) teach(language, pictured);
}
