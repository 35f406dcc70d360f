//! How many customers stay, by how satisfied they are.

use serde::Serialize;

use super::counts::entry;
use super::number::{Share, ratio};
use super::{Counts, Number};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{names, record};

record! {
    /// The share of customers at one satisfaction level who are still customers a year later.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct RetentionRow {
        /// The satisfaction level.
        level: Number,
        /// At least this share stays.
        low: Share,
        /// At most this share stays.
        high: Share,
    }
}

names! {
    /// How retention runs between the lowest and the highest level.
    pub enum RetentionCurve, "curve" {
        /// Along the table, straight from level to level.
        Table = "table",
        /// Satisfaction with what customers take for granted: each step up keeps fewer more, and it ends at the average.
        Basic = "basic",
        /// Satisfaction with what customers did not know to ask for: from the average, each step up keeps more more.
        Latent = "latent",
    }
}

record! {
    /// A level, or how many customers there are at each.
    #[derive(Debug, Clone, PartialEq)]
    pub struct RetentionInput {
        /// Customers at each level of the table, from the lowest to the highest.
        counts: Option<Counts>,
        /// One level, or a mean level; instead of counts.
        level: Option<Number>,
        /// Everybody's level moved by so much, as far as the table goes; with counts. Not at all when left out.
        shift: Option<Number>,
        /// The company's own; when left out, a five-level table of 0–5, 15–20, 60–65, 80–85 and 92–97 percent.
        table: Option<Vec<RetentionRow>>,
        /// `table` when left out.
        curve: Option<RetentionCurve>,
        /// What the two other curves meet at: the average retention of the industry; when left out, the table's halfway up its levels.
        average: Option<Share>,
    }
}

/// Expected retention.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Retention {
    /// The share that stays: the middle of low and high.
    pub rate: Option<f64>,
    /// At least this share.
    pub low: Option<f64>,
    /// At most this share.
    pub high: Option<f64>,
    /// Of the customers counted, how many stay; `None` for a level.
    pub retained: Option<f64>,
}

/// Expected one-year retention of customers who are so satisfied.
///
/// Shares 0..=1. At a level of the table `rate = (low + high) / 2`; between two levels low and high run straight. For counts,
/// the mean over customers, and `retained = Σ count · rate`; a `shift` moves each customer's level first, none past the table's ends. Outside the table `None`: nothing is extrapolated.
///
/// Two other curves, for s = (level - lowest) / (highest - lowest): `basic` is `bottom + (average - bottom)(1 - (1 - s)²)`, whose
/// effect wears off; `latent` is `average + (top - average) s²`, whose effect grows; bottom and top are the table's ends. That the
/// one wears off and the other grows is from Kano (1984); the squares are the simplest curves that do.
///
/// Source: the table relates five satisfaction levels to repeat purchase as in Heskett, Sasser & Schlesinger (1997); put in your own.
/// Counts of nobody give `None`. Levels may come in any order, each once.
///
/// ```
/// use manyi::{measure::retention, value::Value};
/// let halfway = retention(&Value::from_json(r#"{"level": 2.5}"#)?.read()?)?;
/// assert!((halfway.rate.unwrap() - 0.4).abs() < 1e-12);
/// let base = retention(&Value::from_json(r#"{"counts": [10, 40, 150, 200, 100]}"#)?.read()?)?;
/// assert!((base.retained.unwrap() - 360.5).abs() < 1e-9);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn retention(input: &RetentionInput) -> Result<Retention, Error> {
    let table = Table::of(input.table.as_deref())?;
    let curve = Curve::of(input, &table)?;
    let undefined = Retention { rate: None, low: None, high: None, retained: None };
    match (&input.counts, input.level) {
        (None, Some(_)) if input.shift.is_some() => {
            Err(Error::at("shift", Problem::Conflict { message: "a shift moves counts; a level is where it is".into() }))
        }
        (Some(_), Some(_)) => Err(Error::new(Problem::Conflict { message: "counts and level exclude each other; give one".into() })),
        (None, None) => Err(Error::new(Problem::MissingKey { key: "counts" })),
        (None, Some(level)) => Ok(curve.at(&table, level.get()).map_or(undefined, |band| band.retention(None))),
        (Some(counts), None) => {
            counts.expect_levels(table.0.len())?;
            let (n, mut sum) = (counts.total(), Band::NONE);
            let (bottom, top) = table.ends();
            let shift = input.shift.map_or(0.0, Number::get);
            for (count, row) in counts.as_slice().iter().zip(&table.0) {
                let level = (row.level + shift).clamp(bottom.level, top.level);
                sum = sum.plus(curve.at(&table, level).unwrap_or(Band::NONE).times(*count));
            }
            Ok(match (ratio(sum.low, n), ratio(sum.high, n)) {
                (Some(low), Some(high)) => Band { low, high }.retention(Some(sum.middle())),
                _ => undefined,
            })
        }
    }
}

/// From a share to a share.
#[derive(Clone, Copy)]
struct Band {
    low: f64,
    high: f64,
}

impl Band {
    const NONE: Self = Self { low: 0.0, high: 0.0 };

    fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }

    fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor }
    }

    /// Part of the way to another.
    fn towards(self, other: Self, part: f64) -> Self {
        self.times(1.0 - part).plus(other.times(part))
    }

    fn middle(self) -> f64 {
        self.low / 2.0 + self.high / 2.0
    }

    fn retention(self, retained: Option<f64>) -> Retention {
        Retention { rate: Some(self.middle()), low: Some(self.low), high: Some(self.high), retained }
    }
}

struct Row {
    level: f64,
    band: Band,
}

/// Rows of rising levels, at least one.
struct Table(Vec<Row>);

const LEVELS: [(f64, f64, f64); 5] = [(1.0, 0.0, 0.05), (2.0, 0.15, 0.20), (3.0, 0.60, 0.65), (4.0, 0.80, 0.85), (5.0, 0.92, 0.97)];

impl Table {
    fn of(rows: Option<&[RetentionRow]>) -> Result<Self, Error> {
        let Some(rows) = rows else {
            return Ok(Self(LEVELS.iter().map(|&(level, low, high)| Row { level, band: Band { low, high } }).collect()));
        };
        if rows.is_empty() {
            return Err(Error::at("table", Problem::TooFew { what: "rows", least: 1 }));
        }
        for (place, row) in rows.iter().enumerate() {
            let refuse = |message| Err(Error::at(entry("table", place), Problem::Conflict { message }));
            if row.low > row.high {
                return refuse(text!("low is {}, above high, {}", row.low.get(), row.high.get()));
            }
            if rows.iter().take(place).any(|earlier| earlier.level == row.level) {
                return refuse(text!("the level {} comes twice", row.level.get()));
            }
        }
        let band = |row: &RetentionRow| Band { low: row.low.get(), high: row.high.get() };
        let mut rows: Vec<Row> = rows.iter().map(|row| Row { level: row.level.get(), band: band(row) }).collect();
        rows.sort_by(|a, b| a.level.total_cmp(&b.level));
        Ok(Self(rows))
    }

    /// Straight between the rows; `None` outside.
    fn at(&self, level: f64) -> Option<Band> {
        if let Some(row) = self.0.iter().find(|row| row.level == level) {
            return Some(row.band);
        }
        let (below, above) = self.0.iter().zip(self.0.iter().skip(1)).find(|(below, above)| below.level < level && level < above.level)?;
        Some(below.band.towards(above.band, (level - below.level) / (above.level - below.level)))
    }

    fn ends(&self) -> (&Row, &Row) {
        let ends = self.0.first().zip(self.0.last());
        ends.expect("a table has a row")
    }
}

/// The curve, and what the bent ones meet at.
enum Curve {
    Table,
    Basic(Band),
    Latent(Band),
}

impl Curve {
    fn of(input: &RetentionInput, table: &Table) -> Result<Self, Error> {
        let (bottom, top) = table.ends();
        let bend = match input.curve {
            None | Some(RetentionCurve::Table) if input.average.is_some() => {
                return Err(Error::at(
                    "average",
                    Problem::Conflict { message: "only the curves \"basic\" and \"latent\" have an average".into() },
                ));
            }
            None | Some(RetentionCurve::Table) => return Ok(Self::Table),
            Some(RetentionCurve::Basic) => Self::Basic,
            Some(RetentionCurve::Latent) => Self::Latent,
        };
        if bottom.level == top.level || bottom.band.high > top.band.low {
            let message = "a curve needs a table that rises from its lowest to its highest level".into();
            return Err(Error::at("curve", Problem::Conflict { message }));
        }
        let average = match input.average.map(Share::get) {
            None => table.at(bottom.level / 2.0 + top.level / 2.0).unwrap_or(bottom.band),
            Some(value) if (bottom.band.high..=top.band.low).contains(&value) => Band { low: value, high: value },
            Some(value) => {
                let allowed = text!("{}..={}, the ends of the table", bottom.band.high, top.band.low);
                return Err(Error::at("average", Problem::OutOfRange { value, allowed }));
            }
        };
        Ok(bend(average))
    }

    fn at(&self, table: &Table, level: f64) -> Option<Band> {
        let (bottom, top) = table.ends();
        let part = (level - bottom.level) / (top.level - bottom.level);
        match self {
            Self::Table => table.at(level),
            _ if !(bottom.level..=top.level).contains(&level) => None,
            Self::Basic(average) => Some(bottom.band.towards(*average, 1.0 - (1.0 - part) * (1.0 - part))),
            Self::Latent(average) => Some(average.towards(top.band, part * part)),
        }
    }
}
