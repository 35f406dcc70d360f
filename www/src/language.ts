/** The language of an element: said by itself, by what it lies in, or by the browser; always one that `Intl` takes. */
export function languageOf(element: Element, own: string | null): string {
  const said = own || element.closest("[lang]")?.getAttribute("lang") || element.ownerDocument.documentElement.lang || navigator.language;
  try {
    // Also as servers write it: zh_CN, pt_BR.UTF-8.
    return Intl.getCanonicalLocales(said.replace(/[.@].*/, "").replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
