interface Gesture {
  readonly moved?: (event: PointerEvent) => void;
  readonly lifted?: (event: PointerEvent) => void;
}

/** Follows a pointer that was pressed on `host` until it is lifted. The form is drawn anew with every answer; the gesture stays. */
export function followed(host: HTMLElement, { pointerId }: PointerEvent, { moved, lifted }: Gesture): void {
  const following = new AbortController();
  const on = (type: "pointermove" | "pointerup" | "pointercancel", told?: (event: PointerEvent) => void) => {
    host.addEventListener(type, (event) => {
      if (event.pointerId !== pointerId) return;
      if (type !== "pointermove") following.abort();
      told?.(event);
    }, { signal: following.signal });
  };
  host.setPointerCapture(pointerId);
  on("pointermove", moved);
  on("pointerup", lifted);
  on("pointercancel");
}
