//! A query's result rows, read back.

use super::super::layout::Layout;
use super::super::sums::{Counts, SUMS, Sums, Weighted};
use super::super::{Tally, consistency};
use super::items::{Item, Items, kano_cell};
use crate::error::{Error, Problem};
use crate::survey::Survey;
use crate::value::record;

record! {
    /// One row of what the query of `tallySql` gives: a group of the table's rows.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SqlRow {
        /// What tells the survey's coding from another's.
        fingerprint: String,
        /// The column that makes the group; -1 for all rows.
        segment_column: f64,
        /// The group's code in that column; -1 for all rows.
        segment_code: f64,
        /// What was counted: whole numbers with commas between, an entry for each thing that came up.
        numbers: String,
    }
}

impl Tally {
    /// The tally that the rows of a query's result make together; of no rows, that of no answers.
    pub fn from_rows(survey: &Survey, rows: &[SqlRow]) -> Result<Self, Error> {
        let mut tally = Self::new(survey);
        let mut whole = None;
        for (index, row) in rows.iter().enumerate() {
            let error = |key, problem| Error::at(format!("[{index}]{key}"), problem);
            if row.fingerprint != tally.layout.fingerprint {
                return Err(error(".fingerprint", Problem::OtherSurvey));
            }
            let counts = Group::read(&tally.layout, &row.numbers).map_err(|problem| error(".numbers", problem))?;
            let group = match (row.segment_column, row.segment_code) {
                (-1.0, -1.0) => &mut whole,
                (column, code) => place(&tally.layout, column, code)
                    .and_then(|place| tally.segments.get_mut(place))
                    .ok_or_else(|| error("", conflict(format!("the survey has no segment of column {column} with code {code}"))))?,
            };
            if group.replace(counts).is_some() {
                return Err(error("", conflict("this group comes twice; tallies of several tables are merged".into())));
            }
        }
        match whole {
            Some(whole) => tally.whole = whole,
            None if rows.is_empty() => {}
            None => return Err(Error::new(conflict("the row of the whole table is missing".into()))),
        }
        consistency::check(&tally.layout, &tally.whole, &tally.segments)?;
        Ok(tally)
    }
}

fn conflict(message: String) -> Problem {
    Problem::Conflict { message }
}

/// The place of a segment among all.
fn place(layout: &Layout, column: f64, code: f64) -> Option<usize> {
    let whole = |number: f64, most: usize| (number.fract() == 0.0 && (0.0..=most as f64).contains(&number)).then_some(number);
    layout.group(whole(column, layout.columns())? as usize, whole(code, 255)? as u8)
}

/// The counts of one group, filled entry by entry.
struct Group<'a> {
    layout: &'a Layout,
    rows: u64,
    sums: Sums<u64>,
    weighted: Option<Box<Weighted>>,
}

impl<'a> Group<'a> {
    fn read(layout: &'a Layout, text: &str) -> Result<Counts, Problem> {
        let items = Items::of(layout);
        let mut group = Self { layout, rows: 0, sums: Sums::zero(layout), weighted: None };
        for entry in text.split(' ') {
            let numbers = entry.split(',').map(number).collect::<Result<Vec<_>, _>>()?;
            let item = numbers.first().and_then(|&item| items.item(usize::try_from(item).ok()?));
            let done = match (item, &numbers[1..]) {
                (Some(Item::Pair(pair)), sums) => group.pair(pair, sums),
                (Some(item), [cell, sums @ ..]) => usize::try_from(*cell).ok().and_then(|cell| group.cell(item, cell, sums)),
                _ => None,
            };
            done.ok_or_else(|| {
                conflict(format!("\"{entry}\" is no entry here, or came before, or one of its sums outgrew the engine's numbers"))
            })?;
        }
        // Of rows that all weigh 1, a tally says nothing about weights.
        let weighted = group.weighted.filter(|weighted| !weighted.all_weigh_one(group.rows));
        Ok(Counts { rows: group.rows, sums: group.sums, weighted })
    }

    /// `None` where the entry cannot be.
    fn pair(&mut self, pair: usize, sums: &[u128]) -> Option<()> {
        let (plain, weights) = sums.split_at_checked(SUMS)?;
        let range = pair * SUMS..(pair + 1) * SUMS;
        put(self.sums.pairs.get_mut(range.clone())?, &narrow(plain)?)?;
        if let [of_weights @ .., square] = weights {
            let weighted = self.weigh();
            put(weighted.sums.pairs.get_mut(range)?, of_weights.first_chunk::<SUMS>().filter(|_| of_weights.len() == SUMS)?)?;
            *weighted.pair_squares.get_mut(pair)? = *square;
        }
        Some(())
    }

    /// `None` where the entry cannot be.
    fn cell(&mut self, item: Item, cell: usize, sums: &[u128]) -> Option<()> {
        let (count, weights) = sums.split_first()?;
        let count = u64::try_from(*count).ok()?;
        let column = match item {
            Item::Column(column) => Some(self.layout.histogram(column).nth(cell)?),
            _ => None,
        };
        put(std::slice::from_mut(slot(&mut self.sums, item, cell, column, &mut self.rows)?), &[count])?;
        match weights {
            [] => Some(()),
            &[weight, square] => {
                let weighted = self.weigh();
                let all = &mut weighted.weight;
                put(std::slice::from_mut(slot(&mut weighted.sums, item, cell, column, all)?), &[weight])?;
                match (item, column) {
                    (Item::Row, _) => weighted.square = square,
                    (_, Some(place)) => weighted.squares[place] = square,
                    _ => {}
                }
                Some(())
            }
            _ => None,
        }
    }

    fn weigh(&mut self) -> &mut Weighted {
        let layout = self.layout;
        self.weighted.get_or_insert_with(|| Box::new(Weighted::zero(layout)))
    }
}

/// Where an item's cell is summed.
fn slot<'a, T>(sums: &'a mut Sums<T>, item: Item, cell: usize, column: Option<usize>, row: &'a mut T) -> Option<&'a mut T> {
    match item {
        Item::Column(_) => sums.histograms.get_mut(column?),
        Item::Kano(table) => sums.kano.get_mut(table * super::super::sums::KANO + kano_cell(cell)?),
        Item::Answered(set) if cell == 0 => sums.answered.get_mut(set),
        Item::Straight(set) if cell == 0 => sums.straight.get_mut(set),
        Item::Row if cell == 0 => Some(row),
        _ => None,
    }
}

/// Writes sums where there are none yet.
fn put<T: Copy + Default + PartialEq>(into: &mut [T], sums: &[T]) -> Option<()> {
    if into.first() != Some(&T::default()) || into.len() != sums.len() {
        return None;
    }
    into.copy_from_slice(sums);
    Some(())
}

fn narrow(sums: &[u128]) -> Option<Vec<u64>> {
    sums.iter().map(|&sum| u64::try_from(sum).ok()).collect()
}

fn number(digits: &str) -> Result<u128, Problem> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = if plain { digits.parse().ok() } else { None };
    number.ok_or_else(|| Problem::NotANumber { value: digits.chars().take(40).collect() })
}
