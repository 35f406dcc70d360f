// Registers <manyi-survey>. The class alone, without this side effect, is in `manyi/elements`.
import { ManyiSurvey } from "./survey/element.js";

if (typeof customElements !== "undefined" && !customElements.get("manyi-survey")) {
  customElements.define("manyi-survey", ManyiSurvey);
}

declare global {
  interface HTMLElementTagNameMap {
    "manyi-survey": ManyiSurvey;
  }
}

export { ManyiSurvey } from "./survey/element.js";
export { ManyiFailed } from "./failed.js";
export { ManyiAnswered, ManyiDelivered, ManyiDismissed, ManyiPageChanged, ManyiReady, ManyiSubmitted } from "./survey/events.js";
export type { Messages, OwnMessages } from "./survey/messages.js";
export type { Trigger } from "./survey/trigger.js";
