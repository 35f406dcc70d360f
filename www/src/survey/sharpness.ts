/** Calls back whenever the screen shows another number of pixels for each of the page's, as on another screen, until the signal stops it. */
export function whenSharpnessChanges(changed: () => void, signal: AbortSignal): void {
  const again = (): void => {
    changed();
    whenSharpnessChanges(changed, signal);
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", again, { once: true, signal });
}
