// Registers <manyi-report>. The class alone, without this side effect, is in `manyi/elements`.
import { ManyiReport } from "./report/element.js";

if (typeof customElements !== "undefined" && !customElements.get("manyi-report")) {
  customElements.define("manyi-report", ManyiReport);
}

export { ManyiReport } from "./report/element.js";
export { ManyiFailed } from "./failed.js";
export { ManyiAnalysed } from "./report/events.js";
