/** A part of a plane: from where to where, in shares of the whole, from its left and from its foot. */
export interface View {
  readonly across: { readonly low: number; readonly high: number };
  readonly up: { readonly low: number; readonly high: number };
}

/** All of it. */
export const WHOLE: View = { across: { low: 0, high: 1 }, up: { low: 0, high: 1 } };

/** So many times as large is the most. */
const MOST = 12;

/** The view so many times as large, with the place staying where it is. */
export function zoomed(view: View, times: number, across: number, up: number): View {
  const wide = Math.min(1, Math.max(1 / MOST, (view.across.high - view.across.low) / times));
  if (wide === 1) return WHOLE;
  const ratio = wide / (view.across.high - view.across.low);
  return { across: part(across - (across - view.across.low) * ratio, wide), up: part(up - (up - view.up.low) * ratio, wide) };
}

/** The view as large as it is, around another place. */
export function around(view: View, across: number, up: number): View {
  const wide = view.across.high - view.across.low;
  return wide >= 1 ? WHOLE : { across: part(across - wide / 2, wide), up: part(up - wide / 2, wide) };
}

function part(low: number, wide: number): View["across"] {
  const from = Math.min(1 - wide, Math.max(0, low));
  return { low: from, high: from + wide };
}
