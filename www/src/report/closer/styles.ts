import { css } from "../../css.js";

const styles = css`
  /* ---- over a chart: marks and what they tell */
  .marks { position: absolute; inset: 0; overflow: clip; touch-action: pan-y pinch-zoom; }
  .mark { position: absolute; min-height: 0; padding: 0; border: 0; background: none; border-radius: 6px; pointer-events: none; }
  .mark:focus-visible, .mark[data-told] { outline: 2px solid var(--_accent); outline-offset: 0; }
  .mark[data-selected] { outline: 3px solid var(--_accent); outline-offset: 0; }
  .tip {
    position: absolute; translate: -50% calc(-100% - 10px); width: max-content; max-width: min(22rem, 80%); z-index: 1; pointer-events: none;
    padding: var(--_space) calc(var(--_space) * 1.5); font-size: 0.875rem; line-height: 1.35; text-align: start;
    color: var(--_surface); background: var(--_text); border-radius: calc(var(--_radius) / 2); overflow-wrap: anywhere;
  }
  .tip[data-below] { translate: -50% 26px; }
  .tip[data-side="left"] { translate: calc(-100% + 16px) calc(-100% - 10px); }
  .tip[data-side="right"] { translate: -16px calc(-100% - 10px); }
  .tip[data-side="both"] { left: 8px !important; right: 8px; width: auto; max-width: none; translate: 0 calc(-100% - 10px); }
  .tip[data-below][data-side="both"] { translate: 0 26px; }
  .tip[data-below][data-side="left"] { translate: calc(-100% + 16px) 26px; }
  .tip[data-below][data-side="right"] { translate: -16px 26px; }
  .drag { position: absolute; margin: 0; height: 32px; translate: 0 -16px; background: none; appearance: none; cursor: ew-resize; pointer-events: none; }
  .drag::-webkit-slider-runnable-track { background: none; }
  .drag::-moz-range-track { background: none; }
  .drag::-webkit-slider-thumb { appearance: none; pointer-events: auto; width: 28px; height: 28px; border: 3px solid var(--_accent); border-radius: 50%; background: color-mix(in srgb, var(--_accent) 20%, transparent); }
  .drag::-moz-range-thumb { pointer-events: auto; box-sizing: border-box; width: 28px; height: 28px; border: 3px solid var(--_accent); border-radius: 50%; background: color-mix(in srgb, var(--_accent) 20%, transparent); }

  /* ---- one attribute */
  .detail { border-block-start: 1px solid var(--_line); padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2) calc(var(--_space) * 2); background: var(--_tint); }
  .detail > header { display: flex; justify-content: space-between; align-items: center; gap: var(--_space); margin-block-end: var(--_space); }
  h4, h5 { margin: 0; }
  h4 { font-size: 1.0625rem; }
  h5 { font-size: 0.9375rem; }
  .spreads { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: calc(var(--_space) * 2) calc(var(--_space) * 3); }
  .spreads > div { min-width: 0; }
  .spreads table { display: table; font-size: 0.875rem; }
  .spreads tbody { display: table-row-group; }
  .spreads tbody tr { display: table-row; padding: 0; }
  .spreads tbody th, .spreads tbody td { display: table-cell; border: 0; padding: 3px calc(var(--_space) / 2); min-width: 0; vertical-align: middle; }
  .spread tbody th { width: 2.5em; font-weight: 600; text-align: end; }
  .spread td { white-space: nowrap; }
  .spread .bar { width: calc(100% - 4.75em); height: 14px; vertical-align: middle; margin-inline-end: var(--_space); overflow: visible; }
  .spread .bar rect { fill: var(--_accent); }
  [dir="rtl"] .spread .bar { transform: scaleX(-1); }
  .by-segment th .muted { display: block; font-weight: 400; }

  /* ---- what if, then and now */
  .said, .follows { padding: 0 calc(var(--_space) * 2) calc(var(--_space) * 1.5); }
  .follows { display: grid; gap: calc(var(--_space) / 2); }
  .follows strong { font-weight: 650; font-variant-numeric: tabular-nums; }
  .warning { border-inline-start: 4px solid var(--_overkill); padding-inline-start: calc(var(--_space) * 1.5); font-size: 0.9375rem; }
  .sliders { list-style: none; display: grid; border-block-start: 1px solid var(--_line); }
  .sliders li { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(6rem, 1fr) 3.5em 6.5em auto; gap: var(--_space) calc(var(--_space) * 1.5); align-items: center; padding: calc(var(--_space) / 2) calc(var(--_space) * 2); }
  .sliders li:nth-child(even) { background: var(--_tint); }
  .sliders label { overflow-wrap: anywhere; }
  .sliders li[data-changed] label, .sliders li[data-changed] output { font-weight: 650; }
  .sliders input { width: 100%; min-height: 28px; accent-color: var(--_accent); margin: 0; }
  .sliders output { text-align: end; font-variant-numeric: tabular-nums; }
  .sliders button { min-height: 32px; font-size: 0.8125rem; }
  .sliders button:disabled, .saves button:disabled { opacity: 0.45; cursor: default; border-color: var(--_line); color: var(--_muted); }
  .then-now .verdict { white-space: nowrap; }
  [data-verdict="better"] .verdict { color: var(--_accent); font-weight: 650; }
  [data-verdict="worse"] .verdict { color: var(--_danger); font-weight: 650; }
  [data-verdict="better"] .verdict::before { content: "▲ "; }
  [data-verdict="worse"] .verdict::before { content: "▼ "; }

  @media print {
    .marks, .sliders, .drag, [part="close"], [part="stop-comparing"] { display: none; }
  }
  @container manyi-report (max-width: 640px) {
    .sliders li { grid-template-columns: 1fr 3.5em auto; }
    .sliders label { grid-column: 1 / -1; }
    .sliders .muted { display: none; }
    /* Each number becomes a card: six columns have no room. The roles in the markup keep it a table. */
    .then-now table, .then-now tbody { display: block; }
    .then-now thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .then-now tbody tr { display: grid; grid-template-columns: 1fr 1fr; gap: 2px var(--_space); padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2); border-block-start: 1px solid var(--_line); }
    .then-now tbody th, .then-now tbody td { display: block; border: 0; padding: 0; }
    .then-now td.figure { text-align: start; white-space: normal; font-size: 0.875rem; }
    .then-now td.figure::before { content: attr(data-label); color: var(--_muted); margin-inline-end: 0.5em; }
    .then-now tbody th, .then-now .difference { grid-column: 1 / -1; }
  }
`;

/** Puts the looks of what came late into a page's element, once. */
export function dress(root: ParentNode): void {
  const { sheet } = styles;
  if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
