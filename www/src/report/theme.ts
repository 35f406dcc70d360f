import { html, type TemplateResult } from "lit/html.js";

/** The colours and the font of a picture, as the drawing functions take them. */
export type Theme = Record<(typeof COLOURS)[number], string> & { readonly font: string };

/** The colours that a picture takes from the page. */
const COLOURS = ["surface", "text", "muted", "line", "accent", "concentrate", "keepUp", "lowPriority", "overkill"] as const;

/**
 * One unseen element for each colour, so that the browser itself resolves custom properties, `light-dark()` and every way
 * to write a colour. Their colours have a transition: its end tells that the look changed, for whatever reason.
 */
export function swatches(changed: () => void): TemplateResult {
  return html`<div class="swatches" aria-hidden="true" @transitionend=${changed}>${COLOURS.map((colour) => html`<i data-colour=${colour}></i>`)}</div>`;
}

/** The look of the page, from the swatches in it; on paper it is the light one, whatever the page shows. */
export function themeOf(root: ParentNode, host: Element, paper = false): Theme {
  const pen = onePixel();
  const swatches = root.querySelector(".swatches");
  swatches?.toggleAttribute("data-paper", paper);
  const colours = COLOURS.map((colour) => {
    const swatch = root.querySelector(`[data-colour=${colour}]`) ?? host;
    return [colour, hex(pen, getComputedStyle(swatch).color)];
  });
  swatches?.removeAttribute("data-paper");
  return { ...(Object.fromEntries(colours) as Record<(typeof COLOURS)[number], string>), font: getComputedStyle(host).fontFamily };
}

function onePixel(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("a canvas has a 2D context");
  return context;
}

/** `#rrggbb` of whatever CSS calls a colour: painted, and looked at. */
function hex(pen: OffscreenCanvasRenderingContext2D, colour: string): string {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const channels = [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
