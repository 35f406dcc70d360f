//! Σ of the products of all pairs' codes, by dot products of sixteen-bit lanes; a missing answer is 0, and adds nothing.
//!
//! Two columns of up to seven levels lie in one lane, the second 4096 times the first, so that one product serves two pairs. The
//! sums are taken apart before the lower one can reach 4096. The rows of sixteen are taken as the even ones and the odd ones: sums do
//! not ask for an order, and a byte becomes a lane by one mask or one shift.

use std::ops::Range;

use crate::block::{Block, Column, SIXTEENS};
use crate::lanes::Lanes;

/// What columns are multiplied with: of each sixteen rows, the even and the odd ones.
pub(crate) type Right = [[Lanes; 2]; SIXTEENS];

/// The highest code that is packed: 7 · 4096 < 2^15.
const PACKED: u8 = 7;
const SHIFT: u32 = 12;
/// What a lower sum stays under.
const LOW: u32 = (1 << SHIFT) - 1;

/// The greatest product that is worth packing: the products of sixty-four rows stay within a lower sum.
const MOST_PACKED: u32 = LOW / 16;

/// The columns of a block, ready to be multiplied.
pub(crate) struct Products {
    /// The paired columns: wide ones first, the widest before the others.
    order: Vec<usize>,
    /// Where each stands in `order`.
    places: Vec<usize>,
    /// In this order, the highest code.
    highest: Vec<u32>,
    /// The highest code of those that are packed.
    most: u32,
    /// How many are too wide to be packed.
    wide: usize,
    /// How many are too wide to be multiplied with packs.
    widest: usize,
    /// How many rights are packs.
    packs: usize,
    /// Packs, then the columns that are multiplied as they are.
    rights: Vec<Right>,
    /// Σ, of places in `order`: the earlier one's line, the later one's column.
    sums: Vec<Lanes>,
}

impl Products {
    /// `paired` are columns, `levels` the levels of each.
    #[inline]
    pub(crate) fn new(paired: &[usize], levels: &[u8]) -> Self {
        let count = paired.len();
        // Of those that are packed, the highest code; too high for packs is what times that is.
        let most = levels.iter().copied().filter(|&highest| highest <= PACKED).max().unwrap_or(0);
        let class = |place: usize| match u32::from(levels[place]) {
            highest if highest <= u32::from(PACKED) => 2,
            highest if highest * u32::from(most) <= MOST_PACKED => 1,
            _ => 0,
        };
        let by_place: Vec<usize> = (0..3).flat_map(|wanted| (0..count).filter(move |&place| class(place) == wanted)).collect();
        let mut places = vec![0; count];
        for (at, &place) in by_place.iter().enumerate() {
            places[place] = at;
        }
        let wide = (0..count).filter(|&place| class(place) < 2).count();
        let widest = (0..count).filter(|&place| class(place) < 1).count();
        let packs = (count - wide).div_ceil(2);
        let alone = if widest > 0 { count } else { wide };
        Self {
            order: by_place.iter().map(|&place| paired[place]).collect(),
            places,
            highest: by_place.iter().map(|&place| u32::from(levels[place])).collect(),
            most: most.into(),
            wide,
            widest,
            packs,
            // Two more, for those that are multiplied in vain.
            rights: vec![[[Lanes::ZERO; 2]; SIXTEENS]; packs + alone + 2],
            sums: vec![Lanes::ZERO; count * count],
        }
    }

    pub(crate) fn clear(&mut self) {
        self.sums.fill(Lanes::ZERO);
    }

    /// Σ of the products of two paired columns.
    pub(crate) fn of(&self, one: usize, other: usize) -> u32 {
        let (one, other) = (self.places[one], self.places[other]);
        self.sums[one.min(other) * self.order.len() + one.max(other)].sum32()
    }

    /// Adds the products of a block.
    #[inline]
    pub(crate) fn add(&mut self, block: &Block) {
        let (packs, alone) = self.rights.split_at_mut(self.packs);
        for (right, columns) in packs.iter_mut().zip(self.order[self.wide..].chunks(2)) {
            prepare(right, block.column(columns[0]), columns.get(1).map(|&high| block.column(high)));
        }
        let wanted = if self.widest > 0 { self.order.len() } else { self.wide };
        for (right, &column) in alone.iter_mut().zip(&self.order[..wanted]) {
            prepare(right, block.column(column), None);
        }
        let count = self.order.len();
        for left in (0..self.wide).step_by(2) {
            self.against(block, left..self.wide.min(left + 2), self.packs + left..self.packs + self.wide);
        }
        for left in (0..self.widest).step_by(2) {
            self.against(block, left..self.widest.min(left + 2), self.packs + self.wide..self.packs + count);
        }
        for left in (self.widest..count).step_by(2) {
            // Of the pack that a column is in, only the other one is needed, and only once.
            let first = (left + 1).saturating_sub(self.wide) / 2;
            self.against(block, left..count.min(left + 2), first..self.packs);
        }
    }

    /// Multiplies one or two columns with some rights.
    #[inline(never)]
    fn against(&mut self, block: &Block, lefts: Range<usize>, rights: Range<usize>) {
        let packed = rights.end <= self.packs;
        // The sixteens of rows after which a lower sum might reach 4096: four products each.
        let most = self.most * self.highest[lefts.clone()].iter().fold(1, |most, &highest| most.max(highest));
        let stretch = if packed { (LOW / most.max(1) / 4) as usize } else { SIXTEENS };
        let used = block.count.div_ceil(16);
        // One alone is multiplied twice, which is less than a loop of its own weighs.
        let left = [lefts.start, lefts.end - 1].map(|left| block.column(self.order[left]));
        let mut right = rights.start;
        while right < rights.end {
            // Five are three and two, not four and one.
            let left_over = rights.end - right;
            let width = left_over.div_ceil(left_over.div_ceil(4));
            for start in (0..used).step_by(stretch) {
                let (rights, rows) = (&self.rights[right..], start..used.min(start + stretch));
                // Three do for fewer: what is beside them is multiplied in vain, which is less than loops of their own weigh.
                let sums = if width == 4 { dots::<4>(left, rights, rows) } else { dots::<3>(left, rights, rows) };
                for (left, sums) in lefts.clone().zip(&sums) {
                    self.take(left, right..right + width, packed, sums);
                }
            }
            right += width;
        }
    }

    /// Adds the sums of one column with some rights.
    #[inline(never)]
    fn take(&mut self, left: usize, rights: Range<usize>, packed: bool, sums: &[Lanes; 4]) {
        let count = self.order.len();
        let low = Lanes::new(&[255, 15, 0, 0, 255, 15, 0, 0, 255, 15, 0, 0, 255, 15, 0, 0]);
        let line = &mut self.sums[left * count..][..count];
        for (right, &sum) in rights.zip(sums) {
            if packed {
                let place = self.wide + 2 * right;
                line[place] = line[place].add32(sum.and(low));
                if let Some(into) = line.get_mut(place + 1) {
                    *into = into.add32(sum.shift_right32(SHIFT));
                }
            } else {
                let place = right - self.packs;
                line[place] = line[place].add32(sum);
            }
        }
    }
}

/// Sixteen bytes as eight lanes: of the even rows, and of the odd ones.
#[inline(always)]
fn lanes(codes: Lanes) -> [Lanes; 2] {
    [codes.and(Lanes::new(&[255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0])), codes.shift_right16(8)]
}

#[inline(never)]
pub(crate) fn prepare(into: &mut Right, low: Column, high: Option<Column>) {
    match high {
        None => {
            for (into, low) in into.iter_mut().zip(low.iter()) {
                *into = lanes(low);
            }
        }
        Some(high) => {
            for ((into, low), high) in into.iter_mut().zip(low.iter()).zip(high.iter()) {
                let [even, odd] = lanes(low);
                // What of the odd rows is shifted beyond the lane is gone.
                *into = [even.or(high.shift_left16(SHIFT)), odd.or(high.shift_right16(8).shift_left16(SHIFT))];
            }
        }
    }
}

// Apart, so that its sums have all registers.
#[inline(never)]
fn dots<const N: usize>(left: [Column; 2], rights: &[Right], rows: Range<usize>) -> [[Lanes; 4]; 2] {
    let mut sums = [[Lanes::ZERO; N]; 2];
    let rights = rights.first_chunk::<N>().expect("as many rights as are multiplied");
    for at in rows.start..rows.end.min(SIXTEENS) {
        let left = [lanes(left[0].at(at)), lanes(left[1].at(at))];
        for (b, right) in rights.iter().enumerate() {
            let [even, odd] = right[at];
            for (a, left) in left.iter().enumerate() {
                sums[a][b] = sums[a][b].add32(left[0].dot16(even)).add32(left[1].dot16(odd));
            }
        }
    }
    let mut all = [[Lanes::ZERO; 4]; 2];
    for (all, sums) in all.iter_mut().zip(sums) {
        all[..N].copy_from_slice(&sums);
    }
    all
}
