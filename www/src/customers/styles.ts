import { css } from "../css.js";

/** What the customers have beside the look of the report. */
export const customerStyles = css`
  .order { display: flex; gap: var(--_space); align-items: center; font-size: 0.875rem; color: var(--_muted); flex: 1 1 auto; justify-content: flex-end; }
  .order select { width: auto; min-height: 32px; }
  .listed { max-height: 32rem; overflow: auto; border-block-end: 1px solid var(--_line); }
  .why ul { list-style: none; }
  .step { white-space: nowrap; }
  .more { padding: calc(var(--_space) * 1.25) calc(var(--_space) * 2); }
  tbody tr[data-tier="all"] > * { font-weight: 650; border-block-start-width: 2px; }

  .settings > summary { padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2); width: auto; }
  .settings > summary h3 { display: inline; }
  .inside { display: grid; gap: calc(var(--_space) * 2.5); padding: var(--_space) calc(var(--_space) * 2) calc(var(--_space) * 2); }
  .settings fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(10rem, 100%), 1fr)); gap: calc(var(--_space) * 1.5); align-items: end; }
  .settings legend { padding: 0; margin-block-end: var(--_space); font-weight: 650; }
  .settings label:not(.button) { display: grid; gap: 2px; font-size: 0.875rem; color: var(--_muted); min-width: 0; }
  .settings input:not([type="file"]), .settings textarea {
    font: inherit; font-size: 0.9375rem; color: var(--_text); background: var(--_surface); width: 100%; min-height: 40px; padding: 6px calc(var(--_space) * 1.25);
    border: 1px solid color-mix(in srgb, var(--_muted) 75%, var(--_surface)); border-radius: calc(var(--_radius) * 0.7);
  }
  .settings textarea { font-family: ui-monospace, monospace; font-size: 0.8125rem; resize: vertical; }
  .settings .rules { display: block; }
  .settings .rules ol { list-style: none; margin: 0; padding: 0; display: grid; max-height: none; overflow: visible; color: inherit; }
  .rule { display: grid; grid-template-columns: minmax(0, 3fr) 5rem minmax(0, 4fr) 8rem auto; gap: 4px calc(var(--_space) * 1.5); align-items: end; padding-block: calc(var(--_space) * 1.25); border-block-start: 1px solid var(--_line); }
  .rule .muted { padding-block-end: 10px; }
  .deeds { display: flex; flex-wrap: wrap; gap: var(--_space); }

  @media print {
    .settings, .order { display: none; }
    .listed { max-height: none; overflow: visible; border: 0; }
  }
  @container manyi-report (max-width: 800px) {
    .rule { grid-template-columns: minmax(0, 1fr) 6rem; }
    .rule .when { grid-column: 1 / -1; }
    .rule button { justify-self: end; }
  }
  @container manyi-report (max-width: 640px) {
    .order { justify-content: flex-start; flex-basis: 100%; }
    .customers tbody tr { grid-template-columns: 1fr 1fr; }
    .customers tbody th { grid-column: 1 / -1; }
    .customers tbody td[data-label]::before { content: attr(data-label); color: var(--_muted); margin-inline-end: 0.5em; }
    .customers tbody .figure { text-align: start; white-space: normal; font-size: 0.875rem; }
    .customers tbody .why { grid-column: 1 / -1; }
    .listed { max-height: none; }
  }
`;
