// What pages load together is one file, which packs better than many and is asked for at once.

/** What all elements stand on. */
const COMMON = /lit-html\/(lit-html|is-server)|lit\/html|rolldown\/runtime|vite\/preload-helper|src\/(database|error|failed|fetched|json|language|loader|store)\.ts$/;
/** The form, but for what comes late. */
const FORM = /src\/(survey\/|load-form)|wasm\/form/;
const LATE = /apart|courier|delivery|languages|result|trigger|messages\/(?!en)|view\/(allocation|gesture|pairwise|plane|ranking)/;

/** As the bundler takes it; a module that is no entry of its own can go along with the form. */
export const parts = (along = null) => ({
  includeDependenciesRecursively: false,
  groups: [
    { name: "common", test: COMMON },
    { name: "form", test: (id) => along?.test(id) || (FORM.test(id) && !LATE.test(id)) },
  ],
});

/** The parts that a form begins with. */
export const FIRST = parts().groups.map(({ name }) => name);

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
