//! Sixteen rows of sixteen bytes as sixteen columns.

use crate::lanes::Lanes;

/// Each round interleaves the upper half with the lower; after four, row and column have changed places.
#[inline(always)]
pub(crate) fn transposed(square: [Lanes; 16]) -> [Lanes; 16] {
    round(round(round(round(square))))
}

// Written out, for a loop that is not unrolled keeps all of it in memory.
#[inline(always)]
fn round([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]: [Lanes; 16]) -> [Lanes; 16] {
    let low = |a: Lanes, b: Lanes| a.zip_low8(b);
    let high = |a: Lanes, b: Lanes| a.zip_high8(b);
    [
        low(a, i),
        high(a, i),
        low(b, j),
        high(b, j),
        low(c, k),
        high(c, k),
        low(d, l),
        high(d, l),
        low(e, m),
        high(e, m),
        low(f, n),
        high(f, n),
        low(g, o),
        high(g, o),
        low(h, p),
        high(h, p),
    ]
}
