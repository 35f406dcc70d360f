import * as manyi from "/dist/browser/index.js";
import * as workload from "../workload.mjs";
import * as plain from "../plain.mjs";

Object.assign(globalThis, { manyi, workload, plain });
