//! A random order that a seed repeats.

/// Fisher and Yates' shuffle, drawn from xorshift32 (Marsaglia, 2003): the same seed gives the same order on every page view.
pub(super) fn shuffle<T>(list: &mut [T], seed: u32) {
    // Zero would stay zero for ever.
    let mut state = seed.wrapping_mul(0x9e37_79b9) | 1;
    for end in (1..list.len()).rev() {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        list.swap(end, ((u64::from(state) * (end as u64 + 1)) >> 32) as usize);
    }
}
