import { type TemplateResult, html, nothing } from "lit/html.js";
import { filled } from "../messages.js";
import type { Reading } from "../source.js";
import type { Tongue } from "./tongue.js";

/** What can be done about where the answers come from. */
export interface Origin {
  /** What is shown now; `null` before anything was read. */
  readonly reading: Reading | null;
  /** Whether the reader has opened a file of their own. */
  readonly changed: boolean;
  readonly open: (files: FileList | null) => void;
  readonly back: () => void;
  /** Compares with an earlier period; `null` while there is nothing to compare. */
  readonly compare: (() => void) | null;
}

/** Where the answers come from, and the file picker, which is also where a dropped file is announced. */
export function origin({ reading, changed, open, back, compare }: Origin, { messages }: Tongue): TemplateResult {
  const picked = (event: Event) => {
    const input = event.target as HTMLInputElement;
    open(input.files);
    // The same file may be picked again, after it was corrected.
    input.value = "";
  };
  return html`
    <footer class="source" part="source">
      <span class="from">${reading ? from(reading, messages) : nothing}</span>
      ${changed ? html`<button type="button" part="back" @click=${back}>${messages.backToStart}</button>` : nothing}
      <label class="button" part="open">${messages.openFile}<input type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values" @change=${picked}></label>
      <span>${messages.dropHere}</span>
      ${compare ? html`<button type="button" part="compare" @click=${compare}>${messages.compare}</button>` : nothing}
    </footer>
  `;
}

function from(reading: Reading, messages: Tongue["messages"]): string {
  switch (reading.kind) {
    case "store":
      return messages.fromStore;
    case "tally":
      return messages.fromTally;
    case "address":
    case "file":
      return filled(messages.fromFile, { name: reading.name });
  }
}
