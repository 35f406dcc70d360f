// The first script of a page under test. It keeps what goes wrong, for engines whose protocol does not tell it, and finds elements in
// the shadow of manyi's own.
globalThis.complaints = [];
for (const kind of ["error", "warn"]) {
  const said = console[kind];
  console[kind] = (...words) => {
    complaints.push(`console ${kind}: ${words.join(" ")}`);
    said.apply(console, words);
  };
}
addEventListener("error", (event) => {
  complaints.push(event.message ? `uncaught: ${event.message}` : `not loaded: ${event.target.src ?? event.target.href}`);
}, true);
addEventListener("unhandledrejection", (event) => complaints.push(`uncaught: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) => complaints.push(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`));

/** The elements of a selector, in the page or in the shadow of manyi's elements; with this text where one is given. */
globalThis.within = (selector, text = null) =>
  [document, ...[...document.querySelectorAll("manyi-survey, manyi-report, manyi-customers")].map((element) => element.shadowRoot ?? element)]
    .flatMap((place) => [...place.querySelectorAll(selector)])
    .filter((element) => text === null || element.textContent.includes(text));
