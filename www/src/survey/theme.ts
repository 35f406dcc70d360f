import { html, type TemplateResult } from "lit/html.js";
import type { Look } from "./canvas.js";

/** The colours that a painted scale takes from the page, in the order of `Colour` in `src/form/picture.rs`. */
const COLOURS = ["surface", "text", "muted", "accent", "low"] as const;

/**
 * One unseen element for each colour, so that the browser itself resolves custom properties and `light-dark()`. Their colours and their font
 * have a transition: its end tells that the look changed, for whatever reason.
 */
export function swatches(changed: () => void): TemplateResult {
  return html`<div class="swatches" aria-hidden="true" @transitionend=${changed}>${COLOURS.map((colour) => html`<i data-colour=${colour}></i>`)}</div>`;
}

/** The colours and the font of the page, as they are painted with. */
export function lookOf(root: ParentNode, host: Element): Look {
  const colours = COLOURS.map((colour) => getComputedStyle(root.querySelector(`[data-colour=${colour}]`) ?? host).color);
  return { colours, font: getComputedStyle(host).fontFamily };
}
