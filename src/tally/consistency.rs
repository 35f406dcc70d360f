//! Whether numbers that came from outside could be counts of answers.
//!
//! What passes here cannot overflow a sum, make a variance negative, or claim more of a segment than of the whole.

use super::layout::{Layout, Set};
use super::sums::{Counts, HEAVIEST, KANO, MOST_ROWS, SUMS, Sums, Weighted, Whole};
use crate::error::{Error, Problem};

pub(super) fn check(layout: &Layout, whole: &Counts, segments: &[Option<Counts>]) -> Result<(), Error> {
    check_counts(layout, whole, "whole")?;
    let mut listed = 0;
    for split in &layout.splits {
        let mut rest = whole.clone();
        for code in split.codes.clone() {
            let place = split.first + usize::from(code - split.codes.start());
            let of_whole = whole.sums.histograms[layout.histogram(split.column)][usize::from(code)];
            let Some(counts) = segments.get(place).and_then(Option::as_ref) else {
                hold(of_whole == 0, || {
                    ("segments".into(), format!("{of_whole} rows have code {code} in column {}, and no segment counts them", split.column))
                })?;
                continue;
            };
            let path = format!("segments[{listed}]");
            listed += 1;
            hold(counts.rows > 0, || (path.clone(), "a segment without rows is left out".into()))?;
            hold(counts.rows == of_whole, || (path.clone(), format!("{} rows, but of the whole {of_whole} have this code", counts.rows)))?;
            let own = counts.sums.histograms[layout.histogram(split.column)][usize::from(code)];
            hold(counts.rows == own, || (path.clone(), format!("{} rows, but only {own} have the segment's own code", counts.rows)))?;
            check_counts(layout, counts, &path)?;
            hold(take(&mut rest, counts), || (path, "the segments of this column together count more than the whole".into()))?;
        }
    }
    Ok(())
}

fn hold(holds: bool, otherwise: impl FnOnce() -> (String, String)) -> Result<(), Error> {
    if holds {
        return Ok(());
    }
    let (path, message) = otherwise();
    Err(Error::at(path, Problem::Conflict { message }))
}

/// Takes a part out of the rest; false where there is less left than the part.
fn take(rest: &mut Counts, part: &Counts) -> bool {
    fn less<T: Whole + PartialOrd>(rest: &mut [T], part: &[T]) -> bool {
        rest.iter_mut().zip(part).all(|(rest, part)| {
            let enough = *part <= *rest;
            if enough {
                *rest -= *part;
            }
            enough
        })
    }
    fn all<T: Whole + PartialOrd>(rest: &mut Sums<T>, part: &Sums<T>) -> bool {
        rest.lists_mut().into_iter().zip(part.lists()).all(|(rest, part)| less(rest, part))
    }
    let weights = match (&mut rest.weighted, &part.weighted) {
        (None, weighted) => weighted.is_none(),
        (Some(rest), weighted) => {
            let as_if = match weighted {
                Some(weighted) => weighted.as_ref().clone(),
                None => part.clone().weigh().clone(),
            };
            all(&mut rest.sums, &as_if.sums) && less(&mut rest.squares, &as_if.squares) && less(&mut rest.pair_squares, &as_if.pair_squares)
        }
    };
    weights && all(&mut rest.sums, &part.sums)
}

fn check_counts(layout: &Layout, counts: &Counts, path: &str) -> Result<(), Error> {
    hold(counts.rows <= MOST_ROWS, || (format!("{path}.rows"), format!("{} rows; at most 2^47 are taken", counts.rows)))?;
    check_sums(layout, counts.rows, &counts.sums, path)?;
    match &counts.weighted {
        Some(weighted) => check_weighted(layout, counts, weighted, &format!("{path}.weighted")),
        None => Ok(()),
    }
}

fn check_weighted(layout: &Layout, counts: &Counts, weighted: &Weighted, path: &str) -> Result<(), Error> {
    let heaviest = u128::from(HEAVIEST);
    let heavy = |weight: u128, rows: u128| weight <= rows * heaviest;
    hold(heavy(weighted.weight, counts.rows.into()), || (format!("{path}.weight"), "more than a million a row".into()))?;
    for ((of_weight, of_rows), key) in weighted.sums.lists().into_iter().zip(counts.sums.lists()).zip(KEYS) {
        let fits = of_weight.iter().zip(of_rows).all(|(&weight, &rows)| heavy(weight, rows.into()));
        hold(fits, || (format!("{path}.{key}"), "more than a million a row".into()))?;
    }
    check_sums(layout, weighted.weight, &weighted.sums, path)?;

    // Σw² lies between (Σw)²/n and the heaviest times Σw; and Σ(w - 1)² is 0 only where all weigh 1.
    let bounded = |square: u128, weight: u128, rows: u64| {
        square.div_ceil(heaviest) <= weight && at_least(square as f64 * rows as f64, weight as f64 * weight as f64)
    };
    hold(bounded(weighted.square, weighted.weight, counts.rows), || {
        (format!("{path}.square"), "no weights of this sum have these squares".into())
    })?;
    hold(!weighted.all_weigh_one(counts.rows), || {
        (path.to_owned(), "every row weighs 1, so there is nothing to say about weights".into())
    })?;
    for column in 0..layout.columns() {
        let range = layout.histogram(column);
        let cells = range.clone().all(|cell| bounded(weighted.squares[cell], weighted.sums.histograms[cell], counts.sums.histograms[cell]));
        let sum = sum(&weighted.squares[range]);
        hold(cells && sum == Some(weighted.square), || {
            (format!("{path}.squares[{column}]"), "these squares do not add up to all rows' squares".into())
        })?;
    }
    let pairs = weighted.sums.pairs.chunks(SUMS).zip(counts.sums.pairs.chunks(SUMS)).zip(&weighted.pair_squares);
    for (pair, ((weights, rows), &square)) in pairs.enumerate() {
        hold(bounded(square, weights[0], rows[0]), || {
            (format!("{path}.pairSquares[{pair}]"), "no weights of this pair's sum have these squares".into())
        })?;
    }
    Ok(())
}

const KEYS: [&str; 5] = ["histograms", "pairs", "kano", "answered", "straight"];

/// What holds of counts and of weights alike; `total` is that of all rows.
fn check_sums<T: Whole + PartialOrd + std::fmt::Display>(layout: &Layout, total: T, sums: &Sums<T>, path: &str) -> Result<(), Error> {
    let total: u128 = total.into();
    for column in 0..layout.columns() {
        let found = sum(&sums.histograms[layout.histogram(column)]);
        hold(found == Some(total), || {
            (format!("{path}.histograms[{column}]"), format!("the codes add up to {}, the rows to {total}", found.unwrap_or(u128::MAX)))
        })?;
    }
    let alone: Vec<Own> = layout.paired().iter().map(|numeric| Own::new(&sums.histograms[layout.histogram(numeric.column)])).collect();
    let mut pairs = sums.pairs.chunks(SUMS).enumerate();
    for (first, a) in alone.iter().enumerate() {
        for (b, (pair, sums)) in alone[first + 1..].iter().zip(&mut pairs) {
            let sums = std::array::from_fn(|place| sums[place].into());
            hold(possible(sums, a, b, total), || {
                (format!("{path}.pairs[{pair}]"), "no answers to these two columns have these sums".into())
            })?;
        }
    }
    for ((table, cells), place) in sums.kano.chunks(KANO).enumerate().zip(&layout.kano) {
        let (down, across) = (layout.histogram(place.functional), layout.histogram(place.dysfunctional));
        let fits = (0..5).all(|line| {
            let row = sum(&cells[line * 5..][..5]);
            let column = cells.iter().skip(line).step_by(5).try_fold(0_u128, |sum, &cell| sum.checked_add(cell.into()));
            let most = |range: &std::ops::Range<usize>| sums.histograms.get(range.start + line + 1).map_or(0, |&count| count.into());
            row.is_some_and(|row| row <= most(&down)) && column.is_some_and(|column| column <= most(&across))
        });
        hold(fits, || (format!("{path}.kano[{table}]"), "more pairs than answers to either question".into()))?;
    }
    for (index, set) in layout.sets.iter().enumerate() {
        let (answered, straight): (u128, u128) = (sums.answered[index].into(), sums.straight[index].into());
        let least = set_answers(layout, sums, set).max().unwrap_or(0);
        let most = set_answers(layout, sums, set).fold(0, u128::saturating_add).min(total);
        hold((least..=most).contains(&answered), || {
            (format!("{path}.answered[{index}]"), format!("{answered} is outside {least}..={most}, what the histograms allow"))
        })?;
        let all = if set.straight { set_answers(layout, sums, set).min().unwrap_or(0) } else { 0 };
        hold(straight <= all, || {
            (format!("{path}.straight[{index}]"), format!("{straight} is more than the {all} that answered throughout"))
        })?;
    }
    Ok(())
}

/// Of each column of a set, what answered it.
fn set_answers<T: Whole>(layout: &Layout, sums: &Sums<T>, set: &Set) -> impl Iterator<Item = u128> {
    set.columns.iter().map(|&column| sum(&sums.histograms[layout.histogram(column)][1..]).unwrap_or(u128::MAX))
}

/// A numeric column's own sums.
struct Own {
    /// The highest unit.
    most: u128,
    n: u128,
    x: u128,
    xx: u128,
}

impl Own {
    fn new<T: Whole>(histogram: &[T]) -> Self {
        let sum = |power| histogram[1..].iter().zip(0_u128..).map(|(&count, unit)| count.into() * unit.pow(power)).sum();
        Self { most: histogram.len().saturating_sub(2) as u128, n: sum(0), x: sum(1), xx: sum(2) }
    }

    /// Whether some of the column's rows can have these sums.
    fn allows(&self, n: u128, x: u128, xx: u128) -> bool {
        let part = n <= self.n && x <= self.x && xx <= self.xx && (n < self.n || (x == self.x && xx == self.xx));
        part && x <= self.most * n && x <= xx && xx <= self.most * x && at_least(n as f64 * xx as f64, x as f64 * x as f64)
    }
}

/// Whether two columns can have these sums over the rows that have both.
fn possible([n, x, y, xx, yy, xy]: [u128; SUMS], a: &Own, b: &Own, total: u128) -> bool {
    let both = n + total >= a.n + b.n;
    both && a.allows(n, x, xx)
        && b.allows(n, y, yy)
        && xy <= a.most * y
        && xy <= b.most * x
        && at_least(xx as f64 * yy as f64, xy as f64 * xy as f64)
}

/// `a >= b`, but for rounding.
fn at_least(a: f64, b: f64) -> bool {
    a >= b * (1.0 - 1e-9)
}

fn sum<T: Whole>(list: &[T]) -> Option<u128> {
    list.iter().try_fold(0_u128, |sum, &one| sum.checked_add(one.into()))
}
