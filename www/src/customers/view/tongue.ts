import type { Tongue } from "../../report/view/tongue.js";
import type { CustomerMessages } from "../messages.js";

/** What every part of the view speaks with: the report's words, and its own. */
export interface CustomerTongue extends Tongue {
  readonly said: CustomerMessages;
}
