// The classes of the elements, without registering them.
export { ManyiFailed } from "./failed.js";
export { ManyiCustomers } from "./customers/element.js";
export { ManyiCounted } from "./customers/events.js";
export { ManyiReport } from "./report/element.js";
export { ManyiAnalysed } from "./report/events.js";
export { ManyiSurvey, type Mode, type Results } from "./survey/element.js";
export { ManyiAnswered, ManyiDelivered, ManyiDismissed, ManyiPageChanged, ManyiReady, ManyiSubmitted } from "./survey/events.js";
export type { Messages, OwnMessages } from "./survey/messages.js";
export type { Trigger } from "./survey/trigger.js";
