import { css } from "../css.js";

/** Paper is white, whatever surface and text the page has. */
const PAPER = "--_surface: #ffffff; --_text: #1b1f24; --_muted: #57606a; --_line: #d0d7de;";

export const styles = css`
  :host {
    --_surface: var(--manyi-surface, light-dark(#ffffff, #14181d));
    --_text: var(--manyi-text, light-dark(#1b1f24, #e6edf3));
    --_muted: var(--manyi-muted, light-dark(#57606a, #9aa7b4));
    --_line: var(--manyi-line, light-dark(#d0d7de, #38424d));
    --_accent: var(--manyi-accent, light-dark(#0a6e5c, #4cc9ae));
    --_danger: var(--manyi-danger, light-dark(#b3261e, #ff8a80));
    --_radius: var(--manyi-radius, 10px);
    --_space: var(--manyi-space, 8px);
    --_concentrate: var(--manyi-concentrate, #d55e00);
    --_keep-up: var(--manyi-keep-up, light-dark(#0072b2, #56b4e9));
    --_low-priority: var(--manyi-low-priority, light-dark(#6e7781, #9aa7b4));
    --_overkill: var(--manyi-overkill, light-dark(#8a6d00, #e69f00));
    --_tint: color-mix(in srgb, var(--_text) 4%, var(--_surface));

    display: block;
    container: manyi-report / inline-size;
    color: var(--_text);
    background: var(--_surface);
    font: var(--manyi-font, inherit);
    line-height: 1.5;
  }
  :host([hidden]) { display: none; }
  *, ::before, ::after { box-sizing: border-box; }
  h2, h3, p, ul, ol, figure, dl { margin: 0; padding: 0; }
  .report { display: grid; gap: calc(var(--_space) * 3); }
  .report > * { min-width: 0; }

  h2 { font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
  h3 { font-size: 1.0625rem; line-height: 1.3; }
  .muted { color: var(--_muted); font-size: 0.875rem; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  /* ---- the first screen */
  .summary {
    display: grid; grid-template-columns: minmax(11rem, auto) 1fr; align-items: center;
    border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_tint);
  }
  .score { padding: calc(var(--_space) * 3); border-inline-end: 1px solid var(--_line); align-self: stretch; display: grid; align-content: center; gap: 2px; }
  .score .number { font-size: 3.25rem; line-height: 1.05; font-weight: 700; letter-spacing: -0.02em; color: var(--_accent); font-variant-numeric: tabular-nums; }
  .score .label { font-weight: 600; }
  .sentences { list-style: none; padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3); display: grid; gap: var(--_space); }
  .sentences li { text-wrap: pretty; }
  .sentences li[data-about="improve"] { border-inline-start: 4px solid var(--_concentrate); padding-inline-start: calc(var(--_space) * 1.5); margin-inline-start: calc(var(--_space) * -1.5 - 4px); font-size: 1.125rem; }
  .sentences strong { font-weight: 650; }

  /* ---- choices */
  .choices { display: flex; flex-wrap: wrap; gap: calc(var(--_space) * 2); align-items: end; border: 0; margin: 0; padding: 0; }
  .choices label { display: grid; gap: 2px; font-size: 0.875rem; color: var(--_muted); flex: 1 1 17rem; max-width: 22rem; min-width: 0; }
  select, button, .button {
    font: inherit; font-size: 0.9375rem; color: var(--_text); background-color: var(--_surface);
    border: 1px solid color-mix(in srgb, var(--_muted) 75%, var(--_surface)); border-radius: calc(var(--_radius) * 0.7);
    min-height: 40px; padding: 0 calc(var(--_space) * 1.5); cursor: pointer;
  }
  select {
    appearance: none; width: 100%; padding-inline-end: 2.25rem; text-overflow: ellipsis;
    background-image: linear-gradient(45deg, transparent 50%, var(--_muted) 50%), linear-gradient(-45deg, transparent 50%, var(--_muted) 50%);
    background-size: 6px 6px; background-position: right 18px center, right 12px center; background-repeat: no-repeat;
  }
  [dir="rtl"] select { background-position: left 12px center, left 18px center; }
  button:hover, .button:hover, select:hover { border-color: var(--_accent); }
  :focus-visible, .button:focus-within { outline: 3px solid var(--_accent); outline-offset: 2px; }
  .button input:focus-visible { outline: none; }

  /* ---- charts and the table */
  .panel { border: 1px solid var(--_line); border-radius: var(--_radius); overflow: clip; }
  .panel > header {
    display: flex; flex-wrap: wrap; gap: var(--_space) calc(var(--_space) * 2); align-items: center; justify-content: space-between;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }
  .saves { display: flex; gap: calc(var(--_space) / 2); }
  .saves button { min-height: 32px; padding: 0 calc(var(--_space) * 1.25); font-size: 0.8125rem; font-weight: 600; color: var(--_muted); background: none; border-color: var(--_line); }
  .saves button:hover { color: var(--_accent); border-color: var(--_accent); }
  canvas { display: block; width: 100%; height: 160px; }
  .picture { position: relative; }
  .later { justify-self: start; }

  table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
  th, td { text-align: start; padding: calc(var(--_space) * 1.1) calc(var(--_space) * 1.5); border-block-start: 1px solid var(--_line); vertical-align: baseline; }
  thead th { font-size: 0.8125rem; font-weight: 600; color: var(--_muted); white-space: nowrap; background: var(--_tint); }
  tbody th { font-weight: 600; min-width: 9rem; overflow-wrap: anywhere; }
  tbody tr:hover { background: var(--_tint); }
  .figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .quadrant { white-space: nowrap; }
  .quadrant::before { content: ""; display: inline-block; width: 0.65em; height: 0.65em; margin-inline-end: 0.5em; border-radius: 50%; background: var(--_colour, transparent); box-shadow: inset 0 0 0 1px var(--_colour, var(--_muted)); }
  [data-quadrant="concentrate"] { --_colour: var(--_concentrate); }
  [data-quadrant="keep-up"] { --_colour: var(--_keep-up); }
  [data-quadrant="low-priority"] { --_colour: var(--_low-priority); }
  [data-quadrant="overkill"] { --_colour: var(--_overkill); }

  .data { padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2); border-block-start: 1px solid var(--_line); font-size: 0.875rem; }
  .data[open] summary { margin-block-end: var(--_space); }
  .wide { overflow-x: auto; }
  .numbers { word-break: keep-all; width: auto; min-width: min(100%, 24rem); font-size: 0.875rem; margin-block-end: var(--_space); }
  .numbers th, .numbers td { padding: calc(var(--_space) * 0.6) var(--_space); }

  /* ---- notes and where the answers come from */
  .notes ul { padding-inline-start: 1.25em; display: grid; gap: 4px; }
  .notes h3 { margin-block-end: var(--_space); }
  .notes { font-size: 0.9375rem; }
  summary { cursor: pointer; border-radius: 4px; width: fit-content; }
  details ol { list-style: none; margin-block-start: var(--_space); max-height: 16rem; overflow: auto; font-size: 0.875rem; color: var(--_muted); }
  .source {
    display: flex; flex-wrap: wrap; gap: var(--_space) calc(var(--_space) * 1.5); align-items: center;
    padding: calc(var(--_space) * 2); border: 1.5px dashed var(--_line); border-radius: var(--_radius); color: var(--_muted); font-size: 0.9375rem;
  }
  .source .from { flex: 1 1 14rem; overflow-wrap: anywhere; }
  .button { position: relative; display: inline-flex; align-items: center; }
  .button input { position: absolute; inset: 0; opacity: 0; cursor: pointer; font-size: 0; }
  .report[data-dropping] .source { border-color: var(--_accent); color: var(--_text); background: color-mix(in srgb, var(--_accent) 10%, var(--_surface)); }

  .alert { border-inline-start: 4px solid var(--_danger); background: color-mix(in srgb, var(--_danger) 8%, var(--_surface)); padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2); border-radius: calc(var(--_radius) / 2); overflow-wrap: anywhere; }
  /* Nothing to say takes no room. */
  [role="alert"] { display: contents; }
  .status:empty { display: none; }
  .status { color: var(--_muted); min-height: 1.5em; }
  .empty { display: grid; gap: var(--_space); justify-items: center; text-align: center; padding: calc(var(--_space) * 6) calc(var(--_space) * 3); border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_tint); }
  .empty p { max-width: 34rem; text-wrap: balance; }
  ::slotted(a) { color: var(--_accent); }

  .swatches { position: absolute; width: 0; height: 0; overflow: hidden; visibility: hidden; }
  .swatches i { transition: color 1ms; }
  [data-colour="surface"] { color: var(--_surface); }
  [data-colour="text"] { color: var(--_text); }
  [data-colour="muted"] { color: var(--_muted); }
  [data-colour="line"] { color: var(--_line); }
  [data-colour="accent"] { color: var(--_accent); }
  [data-colour="concentrate"] { color: var(--_concentrate); }
  [data-colour="keepUp"] { color: var(--_keep-up); }
  [data-colour="lowPriority"] { color: var(--_low-priority); }
  [data-colour="overkill"] { color: var(--_overkill); }

  @container manyi-report (max-width: 640px) {
    .summary { grid-template-columns: 1fr; }
    .score { border-inline-end: 0; border-block-end: 1px solid var(--_line); padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5); }
    .sentences { padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5); }
    .choices label { flex-basis: 100%; max-width: none; }
  }
  @media screen {
    @container manyi-report (max-width: 880px) {
      /* Each attribute becomes a card: a row of seven columns has no room. The roles in the markup keep it a table. */
      .ranking table, .ranking tbody { display: block; }
      .ranking thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .ranking tbody tr { display: grid; grid-template-columns: 2rem 1fr 1fr; gap: 2px var(--_space); padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2); border-block-start: 1px solid var(--_line); }
      .ranking tbody th, .ranking tbody td { display: block; border: 0; padding: 0; }
      .ranking .rank { grid-row: 1 / span 4; text-align: start; color: var(--_muted); }
      .ranking tbody th { grid-column: 2 / -1; }
      .ranking td.figure:not(.rank)::before { content: attr(data-label); color: var(--_muted); margin-inline-end: 0.5em; }
      .ranking td.figure:not(.rank) { text-align: start; white-space: normal; font-size: 0.875rem; }
      .ranking td.answers { display: none; }
      .ranking .quadrant, .ranking .advice { grid-column: 2 / -1; }
    }
  }

  .reading { display: flex; gap: calc(var(--_space) * 1.5); align-items: center; }
  progress { flex: 1 1 auto; accent-color: var(--_accent); height: 10px; }
  [part="take-away"] { flex-wrap: wrap; align-items: center; gap: var(--_space); }

  /* ---- on paper: light, one thing under the other, nothing to press, and no chart or row cut in two */
  .swatches[data-paper] { color-scheme: light; ${PAPER} }
  .swatches[data-paper] i { transition: none; }
  @media print {
    :host { color-scheme: light; print-color-adjust: exact; ${PAPER} }
    .report { display: block; }
    .report > * { margin-block-end: 14px; }
    .choices, .saves, .source label, .source .from ~ span, .settled, .reading, .marks, .tip, .drag, button, input { display: none; }
    .source { border: 0; padding: 0; }
    .panel { overflow: visible; }
    .summary, figure, tr, li, .alert { break-inside: avoid; }
    h2, h3, .panel > header { break-after: avoid; }
    /* Two charts to a page. */
    canvas { width: 86%; height: auto !important; margin-inline: auto; }
    .panel > header { padding-block: 6px; }
    details ol, .wide { max-height: none; overflow: visible; }
    .data:not([open]), .notes details:not([open]) { display: none; }
    table { font-size: 0.8125rem; }
    th, td { padding: 4px 6px; white-space: normal; }
    thead th { font-size: 0.6875rem; }
    tbody th { min-width: 7.5rem; }
    .sentences { gap: 4px; }
    .quadrant { white-space: normal; }
    .summary { font-size: 0.875rem; }
    .score .number { font-size: 2.5rem; }
    .sentences li[data-about="improve"] { font-size: 1rem; }
    .figure { white-space: nowrap; }
    thead .figure { white-space: normal; }
  }
  @media (forced-colors: active) {
    .quadrant::before { forced-color-adjust: none; }
  }
`;
