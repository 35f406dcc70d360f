import type { TemplateResult } from "lit/html.js";
import type { Tongue } from "../view/tongue.js";
import { type Mapped, Mapping, type Wanted, mappingOf as found } from "./mapping.js";
import { mappingWords } from "./words.js";
import { mappingStyles, mappingView, settledView } from "./view.js";

/** How a file is to be read, or the mapping to ask about; its look comes into the element with it. */
export async function mappingOf(wanted: Wanted, root: Node): Promise<Mapped | Mapping> {
  const { sheet } = mappingStyles;
  if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  // Nothing is asked before it can be asked in the reader's language.
  const [mapping] = await Promise.all([found(wanted), mappingWords.of(wanted.language)]);
  return mapping;
}

/** The step as it is now. `settle` is called with the file, or with nothing when it is given up. */
export function step(mapping: Mapping, changed: () => void, settle: (mapped: Mapped | undefined) => void, tongue: Tongue): TemplateResult {
  return mappingView(mapping, { changed, accept: () => settle(mapping.accept()), cancel: () => settle(undefined) }, tongue);
}

/** Says how a file's columns were read, and leads back to the step. */
export function settled(mapped: Mapped, change: () => void, tongue: Tongue): TemplateResult {
  return settledView(mapped, change, tongue);
}
