//! Σxy of all pairs, by dot products over columns of sixteen-bit units, with zeros where the answer is missing.
//!
//! Two columns of up to eight levels lie in one lane, the second 4096 times the first, so that one product serves two pairs. The
//! sums are taken apart before the lower one can reach 4096.

use crate::block::{BLOCK, Block};
use crate::lanes::Lanes;

/// Two bytes a row.
type Column = [Lanes; BLOCK / 8];

/// The highest unit that is packed: 7 · 4096 < 2^15.
const PACKED: u32 = 7;
const SHIFT: u32 = 12;

/// The columns of a block, ready to be multiplied.
pub(crate) struct Products {
    /// The paired columns, those to be packed first.
    order: Vec<usize>,
    /// Where each stands in `order`.
    places: Vec<usize>,
    narrow: usize,
    /// In this order, the highest unit.
    highest: Vec<u32>,
    units: Vec<Column>,
    packs: Vec<Column>,
    /// Σ, of places in `order`: the earlier one's line, the later one's column; but a wide one's line, a narrow one's column.
    sums: Vec<u32>,
}

impl Products {
    #[inline]
    /// `paired` are columns, `levels` the levels of each.
    pub(crate) fn new(paired: &[usize], levels: &[u8]) -> Self {
        let highest = |place: usize| u32::from(levels[place]).saturating_sub(1);
        let (mut by_place, wide): (Vec<usize>, Vec<usize>) = (0..paired.len()).partition(|&place| highest(place) <= PACKED);
        let narrow = by_place.len();
        by_place.extend(wide);
        let mut places = vec![0; paired.len()];
        for (at, &place) in by_place.iter().enumerate() {
            places[place] = at;
        }
        let count = paired.len();
        Self {
            order: by_place.iter().map(|&place| paired[place]).collect(),
            places,
            narrow,
            highest: by_place.iter().map(|&place| highest(place)).collect(),
            units: vec![[Lanes::ZERO; BLOCK / 8]; count],
            packs: vec![[Lanes::ZERO; BLOCK / 8]; narrow.div_ceil(2)],
            sums: vec![0; count * count],
        }
    }

    pub(crate) fn clear(&mut self) {
        self.sums.fill(0);
    }

    /// Σxy of two paired columns.
    pub(crate) fn of(&self, one: usize, other: usize) -> u32 {
        let (one, other) = (self.places[one], self.places[other]);
        let (first, second) = (one.min(other), one.max(other));
        let turned = first < self.narrow && second >= self.narrow;
        let (line, place) = if turned { (second, first) } else { (first, second) };
        self.sums[line * self.order.len() + place]
    }

    /// Adds the products of a block.
    pub(crate) fn add(&mut self, block: &Block) {
        for (units, &column) in self.units.iter_mut().zip(&self.order) {
            widen(block.column(column), units);
        }
        for (at, pack) in self.packs.iter_mut().enumerate() {
            let low = &self.units[2 * at];
            let high = self.units[..self.narrow].get(2 * at + 1);
            for (at, (pack, &low)) in pack.iter_mut().zip(low).take(block.count.div_ceil(8)).enumerate() {
                *pack = low.or(high.map_or(Lanes::ZERO, |high| high[at].shift_left16(SHIFT)));
            }
        }
        let (count, used) = (self.order.len(), block.count.div_ceil(8));
        let most = self.highest[..self.narrow].iter().copied().max().unwrap_or(0);
        for left in (0..self.narrow).step_by(2) {
            let lefts = (self.narrow - left).min(2);
            self.against(left, lefts, left / 2..self.packs.len(), Some(most * most), used);
        }
        for left in self.narrow..count {
            let product = most * self.highest[left];
            match product <= MOST_PACKED {
                true => self.against(left, 1, 0..self.packs.len(), Some(product), used),
                false => self.against(left, 1, 0..self.narrow, None, used),
            }
        }
        for left in (self.narrow..count).step_by(2) {
            self.against(left, (count - left).min(2), left..count, None, used);
        }
    }

    /// Multiplies one or two columns with a range of packs (the greatest product is given) or of columns.
    fn against(&mut self, left: usize, lefts: usize, rights: std::ops::Range<usize>, packed: Option<u32>, used: usize) {
        // The vectors after which a lower sum might reach 4096: two products each.
        let stretch = packed.map_or(BLOCK, |product| (4095 / product.max(1) / 2) as usize);
        let mut right = rights.start;
        while right < rights.end {
            // Five are three and two, not four and one.
            let left_over = rights.end - right;
            let width = left_over.div_ceil(left_over.div_ceil(4));
            let mut start = 0;
            while start < used {
                let end = used.min(start + stretch);
                let columns = if packed.is_some() { &self.packs[right..right + width] } else { &self.units[right..right + width] };
                let sums = tile(&self.units[left..left + lefts], columns, start, end);
                self.take(left, lefts, right, width, packed.is_some(), &sums);
                start = end;
            }
            right += width;
        }
    }

    fn take(&mut self, left: usize, lefts: usize, right: usize, width: usize, packed: bool, sums: &[[Lanes; 4]; 2]) {
        let count = self.order.len();
        let low = Lanes::new(&[255, 15, 0, 0, 255, 15, 0, 0, 255, 15, 0, 0, 255, 15, 0, 0]);
        for (left, sums) in (left..left + lefts).zip(sums) {
            let line = &mut self.sums[left * count..][..count];
            for (right, &sum) in (right..right + width).zip(sums) {
                if !packed {
                    line[right] += sum.sum32();
                    continue;
                }
                line[2 * right] += sum.and(low).sum32();
                if let Some(into) = line[..self.narrow].get_mut(2 * right + 1) {
                    *into += sum.shift_right32(SHIFT).sum32();
                }
            }
        }
    }
}

/// The greatest product that is worth packing: sixteen rows' products stay under 4096.
const MOST_PACKED: u32 = 4095 / 16;

/// Codes to units, which are one less; a missing answer and the lowest level are both 0, and add nothing to a product.
#[inline(always)]
fn widen(codes: &[Lanes], into: &mut Column) {
    let one = Lanes::splat8(1);
    for (codes, into) in codes.iter().zip(into.as_chunks_mut::<2>().0) {
        let units = codes.less8(one);
        *into = [units.widen_low8(), units.widen_high8()];
    }
}

fn tile(left: &[Column], right: &[Column], start: usize, end: usize) -> [[Lanes; 4]; 2] {
    // A column alone is multiplied twice, which is less than a loop of its own weighs.
    match (left, right) {
        ([a, b], [c, d, e, f]) => dots([a, b], [c, d, e, f], start, end),
        ([a, b], [c, d, e]) => dots([a, b], [c, d, e], start, end),
        ([a, b], [c, d]) => dots([a, b], [c, d], start, end),
        ([a, b], [c]) => dots([a, b], [c, c], start, end),
        ([a], [c, d, e, f]) => dots([a, a], [c, d, e, f], start, end),
        ([a], [c, d, e]) => dots([a, a], [c, d, e], start, end),
        ([a], [c, d]) => dots([a, a], [c, d], start, end),
        ([a], [c]) => dots([a, a], [c, c], start, end),
        _ => unreachable!("one or two columns against one to four"),
    }
}

// Apart, so that its sums have all registers.
#[inline(never)]
fn dots<const A: usize, const B: usize>(left: [&Column; A], right: [&Column; B], start: usize, end: usize) -> [[Lanes; 4]; 2] {
    let mut sums = [[Lanes::ZERO; B]; A];
    for at in start..end.min(BLOCK / 8) {
        for (b, right) in right.iter().enumerate() {
            let right = right[at];
            for (a, left) in left.iter().enumerate() {
                sums[a][b] = sums[a][b].add32(left[at].dot16(right));
            }
        }
    }
    let mut all = [[Lanes::ZERO; 4]; 2];
    for (all, sums) in all.iter_mut().zip(sums) {
        all[..B].copy_from_slice(&sums);
    }
    all
}
