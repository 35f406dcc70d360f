import { type ElementPart, Directive, directive } from "lit/directive.js";

/** A place over a chart, in CSS pixels; without a size it is as large as what is in it. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
}

/** In a template: `<button ${placed(place)}>`. Set one by one, for a strict page refuses styles in markup. */
class Placed extends Directive {
  override update(part: ElementPart, [{ x, y, width, height }]: [Place]): void {
    const { style } = part.element as HTMLElement;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = width === undefined ? "" : `${width}px`;
    style.height = height === undefined ? "" : `${height}px`;
  }

  override render(_place: Place): void {}
}

export const placed = directive(Placed);
