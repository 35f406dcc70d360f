// What pages load together is one file, which packs better than many and is asked for at once.

/** What all elements stand on. */
const ELEMENTS = /lit-html\/(lit-html|is-server)|lit\/html|src\/(css|reactive)\.ts$/;
/** What code stands on, too: it runs without a document, in workers and in Node. */
const BASE = /rolldown\/runtime|vite\/preload-helper|src\/(database|error|failed|fetched|json|language|loader|store)\.ts$/;
/** The form and the report, but for what comes late. */
const FORM = /src\/(survey\/|load-form)|wasm\/form/;
const REPORT = /src\/(report[./]|load-report|reported|fetched-json|easel|input|output)|wasm\/report|lit-html\/(async-)?directive|directives\/live/;
const LATE = /apart|courier|delivery|languages|misset|result|trigger|messages\/(?!en)|survey\/view\/(allocation|gesture|pairwise|plane|ranking)|report\/view\/data-table|report\/(closer|file|mapping|unset|vocabulary|data-|download|exports|released|remembered|table-csv|taking)/;

const base = { name: "base", test: BASE };
const common = { name: "common", test: ELEMENTS };
const both = { name: "common", test: (id) => BASE.test(id) || ELEMENTS.test(id) };
const report = { name: "report", test: (id) => REPORT.test(id) && !LATE.test(id) };
const form = { name: "form", test: (id) => FORM.test(id) && !LATE.test(id) };
// Where it is no entry of its own, what registers the form goes along with it.
const registered = { name: "form", test: (id) => form.test(id) || /src\/survey\.ts$/.test(id) };

/** The package's parts for pages without a bundler, as rolldown takes them; what else its entries share is found by itself. */
export const ofPackage = { includeDependenciesRecursively: false, groups: [base, common, form] };
/** The demo's. */
export const ofDemo = { includeDependenciesRecursively: false, groups: [both, report, registered] };

/** The parts that a form begins with. */
export const FIRST = [base.name, common.name, form.name];

/**
 * Chromium compiles a function when it is first called, one by one, and the page waits for it. With this at the top of a file it compiles those of a
 * form's first parts as they arrive, on another thread (https://v8.dev/blog/explicit-compile-hints). Other browsers read a comment.
 */
export const compiledAhead = {
  name: "compiled-ahead",
  generateBundle: (_, files) => {
    for (const part of Object.values(files)) if (FIRST.includes(part.name)) part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
  },
};
