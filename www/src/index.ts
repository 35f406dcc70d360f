export type * from "./definition.js";
export { ManyiError } from "./error.js";
export * from "./functions.js";
export { init, initSync } from "./load.js";
export type * from "./results.js";
export { Tally, analyse } from "./tally.js";
export { version } from "./version.js";
