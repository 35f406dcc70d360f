//! The kernel against sums that anybody can read.

use manyi_kernel::{Counter, Partial, Rows, Set, Shape, Weighed};
use proptest::prelude::*;

/// The same sums, one row and one cell at a time.
fn plainly(shape: &Shape, rows: &Rows, which: &[u32]) -> Partial {
    let mut histograms: Vec<Vec<u32>> = shape.levels.iter().map(|&levels| vec![0; usize::from(levels) + 1]).collect();
    let mut pairs = Vec::new();
    let mut kano = vec![0; 25 * shape.kano.len()];
    let (mut answered, mut straight) = (vec![0; shape.sets.len()], vec![0; shape.sets.len()]);
    let chosen = || which.iter().map(|&row| rows.row(row as usize));
    for row in chosen() {
        for (histogram, &code) in histograms.iter_mut().zip(row) {
            histogram[usize::from(code)] += 1;
        }
        for (table, &[f, d]) in kano.chunks_mut(25).zip(&shape.kano) {
            if row[f] > 0 && row[d] > 0 {
                table[usize::from(row[f] - 1) * 5 + usize::from(row[d] - 1)] += 1;
            }
        }
        for (at, set) in shape.sets.iter().enumerate() {
            let first = set.columns.first().map_or(0, |&column| row[column]);
            answered[at] += u32::from(set.columns.iter().any(|&column| row[column] > 0));
            straight[at] += u32::from(set.straight && first > 0 && set.columns.iter().all(|&column| row[column] == first));
        }
    }
    for (at, &a) in shape.paired.iter().enumerate() {
        for &b in &shape.paired[at + 1..] {
            let mut sums = [0_u32; 6];
            for row in chosen().filter(|row| row[a] > 0 && row[b] > 0) {
                let (x, y) = (u32::from(row[a]) - 1, u32::from(row[b]) - 1);
                for (sum, term) in sums.iter_mut().zip([1, x, y, x * x, y * y, x * y]) {
                    *sum += term;
                }
            }
            pairs.extend(sums);
        }
    }
    Partial { rows: which.len() as u32, histograms: histograms.concat(), pairs, kano, answered, straight }
}

/// The same sums of weights, one row and one cell at a time.
fn weighed_plainly(shape: &Shape, rows: &Rows, which: &[u32], weights: &[u64]) -> Weighed {
    let places: Vec<usize> =
        shape.levels.iter().scan(0, |next, &levels| Some(std::mem::replace(next, *next + usize::from(levels) + 1))).collect();
    let cells = shape.levels.iter().map(|&levels| usize::from(levels) + 1).sum();
    let (mut histograms, mut squares) = (vec![0; cells], vec![0; cells]);
    let (mut pairs, mut pair_squares) = (Vec::new(), Vec::new());
    let chosen = || which.iter().map(|&row| (rows.row(row as usize), u128::from(weights[row as usize])));
    for (row, weight) in chosen() {
        for (&place, &code) in places.iter().zip(row) {
            histograms[place + usize::from(code)] += weight;
            squares[place + usize::from(code)] += weight * weight;
        }
    }
    for (at, &a) in shape.paired.iter().enumerate() {
        for &b in &shape.paired[at + 1..] {
            let (mut sums, mut square) = ([0; 6], 0);
            for (row, weight) in chosen().filter(|(row, _)| row[a] > 0 && row[b] > 0) {
                let (x, y) = (u128::from(row[a]) - 1, u128::from(row[b]) - 1);
                for (sum, term) in sums.iter_mut().zip([1, x, y, x * x, y * y, x * y]) {
                    *sum += weight * term;
                }
                square += weight * weight;
            }
            pairs.push(sums);
            pair_squares.push(square);
        }
    }
    Weighed { histograms, squares, pairs, pair_squares }
}

/// A small generator of numbers, so that thousands of rows come out of one seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }
}

fn shape(levels: Vec<u8>, chance: &mut Chance) -> Shape {
    let columns = levels.len();
    let paired: Vec<usize> = (0..columns).filter(|_| chance.below(4) > 0).collect();
    let five: Vec<usize> = (0..columns).filter(|&column| levels[column] <= 5).collect();
    let kano = five.chunks_exact(2).take(2).map(|two| [two[0], two[1]]).collect();
    let mut sets: Vec<Set> = (0..columns).map(|column| Set { columns: vec![column], straight: false }).collect();
    sets.push(Set { columns: (0..columns).collect(), straight: columns >= 3 });
    sets.push(Set { columns: (0..columns).collect(), straight: false });
    sets.push(Set { columns: five, straight: true });
    sets.push(Set { columns: vec![], straight: false });
    Shape { levels, paired, kano, sets }
}

/// Rows with so many in a hundred missing, another share in each column where `mixed`.
fn rows(shape: &Shape, count: usize, missing: u64, chance: &mut Chance) -> Rows {
    let mut rows = Rows::new(shape.levels.len());
    let shares: Vec<u64> = shape.levels.iter().map(|_| if missing > 100 { chance.below(101) } else { missing }).collect();
    for _ in 0..count {
        // Now and then all alike, and often at the very top, where sums overflow first.
        let alike = chance.below(8) == 0;
        let top = chance.below(3) == 0;
        for ((code, &levels), &share) in rows.begin().iter_mut().zip(&shape.levels).zip(&shares) {
            if chance.below(100) >= share {
                *code = if alike {
                    1
                } else if top {
                    levels
                } else {
                    1 + chance.below(u64::from(levels)) as u8
                };
            }
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_rows_have_the_sums_that_anybody_can_read(
        levels in proptest::collection::vec(prop_oneof![4 => Just(5_u8), 1 => Just(7), 1 => Just(8), 1 => Just(9), 1 => Just(11), 1 => Just(16), 1 => Just(33), 1 => Just(101), 1 => Just(254), 1 => 1..=254_u8], 0..40),
        count in prop_oneof![0..40_usize, 500..530_usize, 0..2500_usize],
        missing in prop_oneof![Just(0_u64), Just(5), Just(60), Just(100), Just(101)],
        skip in 1..4_u32,
        seed in 1..u64::MAX,
    ) {
        let mut chance = Chance(seed);
        let shape = shape(levels, &mut chance);
        let rows = rows(&shape, count, missing, &mut chance);
        let which: Vec<u32> = (0..count as u32).filter(|row| row % skip == 0).collect();
        let mut counter = Counter::new(shape.clone());
        prop_assert_eq!(counter.count(&rows, &which), &plainly(&shape, &rows, &which));
        // And nothing of one count is left to the next.
        let fewer = &which[..which.len() / 2];
        prop_assert_eq!(counter.count(&rows, fewer), &plainly(&shape, &rows, fewer));
    }

    #[test]
    fn any_weighted_rows_have_the_sums_that_anybody_can_read(
        levels in proptest::collection::vec(prop_oneof![4 => Just(5_u8), 1 => Just(7), 1 => Just(11), 1 => Just(101), 1 => 1..=254_u8], 0..20),
        count in prop_oneof![0..40_usize, 500..530_usize, 0..1500_usize],
        missing in prop_oneof![Just(0_u64), Just(5), Just(60), Just(100), Just(101)],
        // Few weights, fine ones, and the heaviest.
        bits in prop_oneof![Just(1_u32), Just(31), Just(50), 1..=50_u32],
        seed in 1..u64::MAX,
    ) {
        let mut chance = Chance(seed);
        let shape = shape(levels, &mut chance);
        let rows = rows(&shape, count, missing, &mut chance);
        let weights: Vec<u64> = (0..count).map(|_| if chance.below(3) == 0 { (1 << bits) - 1 } else { chance.below(1 << bits) }).collect();
        let which: Vec<u32> = (0..count as u32).filter(|row| row % 3 != 1).collect();
        let mut counter = Counter::new(shape.clone());
        prop_assert_eq!(counter.weigh(&rows, &which, &weights), weighed_plainly(&shape, &rows, &which, &weights));
        // And nothing of one is left to the next.
        let fewer = &which[..which.len() / 2];
        prop_assert_eq!(counter.weigh(&rows, fewer, &weights), weighed_plainly(&shape, &rows, fewer, &weights));
        prop_assert_eq!(counter.count(&rows, fewer), &plainly(&shape, &rows, fewer));
    }

    #[test]
    fn columns_become_the_rows_that_they_are(columns in 1..40_usize, count in 0..70_usize, seed in 1..u64::MAX) {
        let mut chance = Chance(seed);
        let lists: Vec<Option<Vec<u8>>> =
            (0..columns).map(|_| (chance.below(5) > 0).then(|| (0..count).map(|_| chance.below(255) as u8).collect())).collect();
        let mut rows = Rows::new(columns);
        rows.begin()[0] = 1;
        let slices: Vec<_> = lists.iter().map(Option::as_deref).collect();
        // The highest code of each column is told, but for one code of one of them.
        let mut highest: Vec<u8> = slices.iter().map(|list| list.unwrap_or_default().iter().copied().max().unwrap_or(0)).collect();
        let column = chance.below(columns as u64) as usize;
        let within = highest[column] == 0 || chance.below(2) == 0;
        highest[column] -= u8::from(!within);
        prop_assert_eq!(rows.extend_from_columns(&slices, &highest, count), within);
        prop_assert_eq!(rows.len(), count + 1);
        for row in 0..count {
            let expected: Vec<u8> = lists.iter().map(|list| list.as_ref().map_or(0, |list| list[row])).collect();
            prop_assert_eq!(rows.row(row + 1), &expected[..]);
        }
    }
}

#[test]
fn as_many_rows_as_one_count_takes_do_not_overflow_at_the_top_of_the_longest_scale() {
    let mut chance = Chance(7);
    let shape = Shape { levels: vec![254, 254, 5, 5], paired: vec![0, 1, 2, 3], kano: vec![], sets: vec![] };
    let mut rows = Rows::new(4);
    for _ in 0..manyi_kernel::MOST {
        rows.begin().copy_from_slice(&[254, 254, 5, if chance.below(100) < 60 { 0 } else { 5 }]);
    }
    let which: Vec<u32> = (0..manyi_kernel::MOST as u32).collect();
    let mut counter = Counter::new(shape.clone());
    assert_eq!(counter.count(&rows, &which), &plainly(&shape, &rows, &which));
    let weights = vec![(1 << 50) - 1; manyi_kernel::MOST];
    assert_eq!(counter.weigh(&rows, &which, &weights), weighed_plainly(&shape, &rows, &which, &weights));
}
