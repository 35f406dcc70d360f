// The package as a page without a bundler gets it, within a test's reach.
import * as manyi from "/dist/browser/index.js";

globalThis.manyi = manyi;
