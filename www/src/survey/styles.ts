import { css } from "../css.js";

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
    --_edge: color-mix(in srgb, var(--_muted) 75%, var(--_surface));

    display: block;
    container: manyi-survey / inline-size;
    color: var(--_text);
    background: var(--_surface);
    font: var(--manyi-font, inherit);
    line-height: 1.5;
  }
  :host([hidden]) { display: none; }
  *, ::before, ::after { box-sizing: border-box; }
  h2, h3, p, ul { margin: 0; padding: 0; }
  .survey { display: grid; gap: calc(var(--_space) * 3); }
  .survey > * { min-width: 0; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  /* ---- the page */
  h2 { font-size: 1.5rem; line-height: 1.25; text-wrap: balance; outline: none; }
  .intro { color: var(--_muted); margin-block-start: calc(var(--_space) * 0.75); text-wrap: pretty; }
  .progress { display: grid; gap: 6px; color: var(--_muted); font-size: 0.875rem; }
  progress { appearance: none; width: 100%; height: 6px; border: 0; border-radius: 3px; overflow: hidden; background: var(--_line); }
  progress::-webkit-progress-bar { background: var(--_line); }
  progress::-webkit-progress-value { background: var(--_accent); transition: inline-size 0.25s; }
  progress::-moz-progress-bar { background: var(--_accent); }

  /* ---- a question */
  .questions { display: grid; gap: calc(var(--_space) * 4.5); }
  .question { display: grid; gap: calc(var(--_space) * 1.25); min-width: 0; }
  h3 { font-size: 1.125rem; line-height: 1.35; text-wrap: pretty; }
  .required { color: var(--_muted); font-size: 0.8125rem; font-weight: 400; white-space: nowrap; }
  .help, .count { color: var(--_muted); font-size: 0.875rem; }
  .count[data-complete] { color: var(--_accent); }
  .fault { color: var(--_danger); font-size: 0.875rem; }

  /* ---- scales: a canvas, and over it the native inputs */
  .marks { position: relative; display: block; min-height: 24px; touch-action: manipulation; }
  .marks canvas { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
  .marks input { position: absolute; margin: 0; opacity: 0; cursor: pointer; }
  .marks input[type="range"] { touch-action: pan-y; }
  .marks input[type="range"]::-webkit-slider-thumb { width: 36px; height: 36px; }
  .marks input[type="range"]::-moz-range-thumb { width: 36px; height: 36px; border: 0; }
  .scale { min-width: 0; max-width: 44rem; }
  .scale[data-look="dots"] .marks, .scale[data-look="stars"] .marks, .scale[data-look="faces"] .marks { max-width: 20rem; }
  .ends { display: flex; justify-content: space-between; gap: calc(var(--_space) * 1.5); color: var(--_muted); font-size: 0.8125rem; min-height: 1.3em; line-height: 1.3; max-width: max(var(--_marks, 100%), 14rem); }
  table.ends { display: table; table-layout: fixed; width: 100%; border-spacing: 0; }
  .ends td { padding: 0; text-align: start; }
  .ends td + td { text-align: end; }
  .ends td:has(strong) { text-align: center; }
  .ends strong { color: var(--_text); font-weight: 600; text-align: center; }
  .ends > :last-child { text-align: end; }

  /* ---- several scales: cards, and a table where there is room */
  .rows { display: grid; gap: calc(var(--_space) * 1.5); }
  .row { display: grid; gap: 4px; border: 1px solid var(--_line); border-radius: var(--_radius); padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2); min-width: 0; }
  .subject { font-weight: 550; }
  .head { display: none; }
  @container manyi-survey (min-width: 640px) {
    .rows { gap: 0; }
    .rows .row, .head { display: grid; grid-template-columns: minmax(10rem, 1fr) minmax(0, 26rem); gap: calc(var(--_space) * 2); align-items: center; }
    .rows .row { border: 0; border-block-start: 1px solid var(--_line); border-radius: 0; padding: calc(var(--_space) * 0.5) 0; }
    .rows .row:last-child { border-block-end: 1px solid var(--_line); }
    .rows .subject { font-weight: 400; }
    .rows .scale .marks { max-width: none; }
    [data-labelled] .ends { display: none; }
    .head { padding-block-end: calc(var(--_space) * 0.75); align-items: end; }
    .labels { display: grid; grid-auto-flow: column; grid-auto-columns: var(--_cell, 5.25rem); }
    [data-labelled] .scale[data-look="dots"] .marks, [data-labelled] .scale[data-look="stars"] .marks, [data-labelled] .scale[data-look="faces"] .marks { max-width: none; }
    .labels span { text-align: center; font-size: 0.8125rem; line-height: 1.25; color: var(--_muted); padding-inline: 1px; overflow-wrap: break-word; hyphens: auto; }
    .rows:not([data-labelled]) .row { padding-block: calc(var(--_space) * 1.5); }
  }

  /* ---- the two faces of a question */
  [data-kind="kano"] .row[data-part="functional"] { border-end-start-radius: 0; border-end-end-radius: 0; border-block-end-style: dashed; }
  [data-kind="kano"] .row[data-part="dysfunctional"] { border-start-start-radius: 0; border-start-end-radius: 0; border-block-start: 0; margin-block-start: calc(var(--_space) * -1.5); }
  @container manyi-survey (min-width: 640px) {
    [data-kind="kano"] .rows .row[data-part] { padding-block: calc(var(--_space) * 0.75); }
    [data-kind="kano"] .rows .row[data-part="dysfunctional"] { margin-block-start: 0; border-block-start: 1px dashed var(--_line); }
    [data-kind="kano"] .rows .row[data-part="functional"] { border-block-end: 0; }
  }

  /* ---- options and entries */
  .options { display: grid; gap: 2px; justify-items: start; }
  .option { display: flex; align-items: center; gap: 4px; padding-inline-end: calc(var(--_space) * 1.5); border-radius: var(--_radius); cursor: pointer; min-height: 44px; }
  .option:hover { background: color-mix(in srgb, var(--_accent) 7%, transparent); }
  .option .marks { width: 44px; height: 44px; flex: none; }
  .option .marks input { inset: 0; width: 100%; height: 100%; }
  /* As it is painted (src/form/paint), where nothing is to be seen but the empty mark: most options never need a canvas. */
  .option .marks:not([data-alive])::before { content: ""; position: absolute; inset: 12px; border: 2px solid var(--_muted); border-radius: 50%; }
  .option .check:not([data-alive])::before { border-radius: 5.3px; }
  .text {
    font: inherit; color: inherit; background: var(--_surface); border: 1px solid var(--_edge); border-radius: calc(var(--_radius) * 0.7);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1.25); width: 100%; max-width: 36rem; min-height: 44px; display: block;
  }
  textarea.text { resize: vertical; }
  .text:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }
  .text[aria-invalid="true"] { border-color: var(--_danger); }
  .options .text { margin-inline-start: 48px; width: calc(100% - 48px); }
  .entry { display: flex; align-items: center; gap: var(--_space); }
  .entry .text { max-width: 10rem; }
  .unit { color: var(--_muted); }

  /* ---- what is wrong, and the way on */
  .faults { border: 1px solid var(--_danger); border-inline-start-width: 5px; border-radius: var(--_radius); padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2); outline: none; }
  .faults p { font-weight: 600; }
  .faults ul { list-style: none; display: grid; gap: 2px; margin-block-start: 4px; }
  .faults a { color: var(--_danger); display: inline-block; padding-block: 2px; }
  .note { color: var(--_muted); font-size: 0.875rem; }
  .way { display: flex; flex-wrap: wrap; gap: calc(var(--_space) * 1.5); align-items: center; border-block-start: 1px solid var(--_line); padding-block-start: calc(var(--_space) * 2.5); }
  button {
    font: inherit; font-weight: 600; min-height: 46px; padding: 0 calc(var(--_space) * 3); border-radius: calc(var(--_radius) * 0.8); cursor: pointer;
    color: var(--_text); background: var(--_surface); border: 1px solid var(--_edge);
  }
  button.small { min-height: 44px; padding: 0 calc(var(--_space) * 2); font-weight: 500; }
  button.square { width: 44px; padding: 0; flex: none; font-size: 1.125rem; }
  button[aria-disabled="true"] { color: var(--_muted); border-style: dashed; cursor: default; background: var(--_surface); }
  button.on { color: var(--_surface); background: var(--_accent); border-color: var(--_accent); margin-inline-start: auto; min-width: 8rem; }
  button:hover { background: color-mix(in srgb, var(--_accent) 8%, var(--_surface)); }
  button.on:hover { background: color-mix(in srgb, var(--_accent) 88%, var(--_text)); }

  /* ---- after submitting */
  .thanks { display: grid; gap: calc(var(--_space) * 1.5); justify-items: start; }
  .own { display: grid; gap: calc(var(--_space) * 2); border-block-start: 1px solid var(--_line); padding-block-start: calc(var(--_space) * 3); }
  .own .number { font-size: 3rem; line-height: 1.05; font-weight: 700; color: var(--_accent); font-variant-numeric: tabular-nums; }
  .own canvas { display: block; width: 100%; }
  .swatches { position: absolute; width: 0; height: 0; overflow: hidden; }
  .swatches i { transition: color 1ms; transition: color 1ms, font-family 1ms allow-discrete; }
  [data-colour="surface"] { color: var(--_surface); }
  [data-colour="text"] { color: var(--_text); }
  [data-colour="muted"] { color: var(--_muted); }
  [data-colour="line"] { color: var(--_line); }
  [data-colour="accent"] { color: var(--_accent); }
  [data-colour="low"] { color: var(--_danger); }
  [data-colour="concentrate"] { color: var(--manyi-concentrate, #d55e00); }
  [data-colour="keepUp"] { color: var(--manyi-keep-up, light-dark(#0072b2, #56b4e9)); }
  [data-colour="lowPriority"] { color: var(--manyi-low-priority, light-dark(#6e7781, #9aa7b4)); }
  [data-colour="overkill"] { color: var(--manyi-overkill, light-dark(#8a6d00, #e69f00)); }

  @media (forced-colors: active) {
    /* The browser forces no colours on a canvas: the scales are painted in the system's own. */
    :host { --_surface: Canvas; --_text: CanvasText; --_muted: CanvasText; --_line: CanvasText; --_accent: CanvasText; --_danger: CanvasText; }
    .swatches { forced-color-adjust: none; }
    button, button.on, button:hover, button.on:hover { color: ButtonText; background: ButtonFace; border-color: ButtonBorder; }
    progress { forced-color-adjust: none; border: 1px solid CanvasText; }
    progress, progress::-webkit-progress-bar { background: Canvas; }
  }
  @media (prefers-reduced-motion: reduce) {
    progress::-webkit-progress-value { transition: none; }
  }
`;
