//! Whether perceptions differ from expectations, where both come from the same people.

use serde::Serialize;

use super::gaps::{Asked, asked_of};
use super::roles::Roles;
use super::sampling::mean_covariance;
use crate::error::Error;
use crate::measure::{Confidence, Group as Sample, Interval, compare_paired};
use crate::survey::Survey;
use crate::tally::Group;

/// Paired t tests of the gaps.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct GapTests {
    /// Of each respondent's weighted gap over all items.
    pub overall: Option<GapTest>,
    /// Of each respondent's mean gap, all items the same.
    pub unweighted: Option<GapTest>,
    /// Of each item.
    pub items: Vec<NamedGapTest>,
    /// Of each dimension: the mean of its items.
    pub dimensions: Vec<NamedGapTest>,
}

/// The test of one item or dimension.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct NamedGapTest {
    /// The item or the dimension.
    pub id: String,
    /// Its test; `None` below two pairs.
    pub test: Option<GapTest>,
}

/// One paired t test.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct GapTest {
    /// Respondents with both answers; of several items, with the fewest.
    pub n: u64,
    /// Mean of their perceptions less their expectations, in levels.
    pub gap: f64,
    /// The gap in standard errors; `None` where all differ alike.
    pub t: Option<f64>,
    /// Degrees of freedom.
    pub df: f64,
    /// Probability of a gap at least as large, either way, if there were none.
    pub p: Option<f64>,
    /// Of the gap.
    pub interval: Option<Interval>,
}

/// The paired t tests of a survey's gaps; `None` where it asks none.
///
/// Of one item over the respondents who answered both. Of several the respondent's own score `s = Σ w_i (P_i - E_i)`, whose mean and variance
/// follow from the means and covariances of the answers; it is each person's own where nobody left an item out, else as if each item's
/// missing answers were like the rest. Source: Student (1908), Parasuraman, Zeithaml & Berry (1988) for the scores.
pub(super) fn gap_tests_of(
    survey: &Survey,
    roles: &Roles,
    weights: Option<&[f64]>,
    group: &Group<'_>,
    level: Confidence,
) -> Result<Option<GapTests>, Error> {
    let Some(asked) = asked_of(roles, weights) else { return Ok(None) };
    let items: Vec<&Asked> = asked.iter().filter(|item| item.pairs(group) > 0).collect();
    let test = |weights: &[f64]| of_several(&items, weights, group, level);
    let equal = |of: &dyn Fn(&Asked) -> bool| items.iter().map(|item| f64::from(u8::from(of(item)))).collect::<Vec<f64>>();
    let dimension = |item: &Asked| survey.attributes()[item.attribute].dimension;
    // A dimension's gap is the mean of its items', so each of them counts as much as their mean weight.
    let share = |item: &&Asked| {
        let alike: Vec<f64> =
            items.iter().filter(|one| dimension(one).is_some() && dimension(one) == dimension(item)).map(|one| one.weight).collect();
        if alike.is_empty() { item.weight } else { alike.iter().sum::<f64>() / alike.len() as f64 }
    };
    let mut found = GapTests {
        overall: test(&items.iter().map(share).collect::<Vec<f64>>())?,
        unweighted: test(&equal(&|_| true))?,
        items: Vec::new(),
        dimensions: Vec::new(),
    };
    for item in &asked {
        let id = survey.attributes()[item.attribute].id.clone();
        found.items.push(NamedGapTest { id, test: of_one(item, group, level)? });
    }
    for (index, about) in survey.dimensions().iter().enumerate() {
        if asked.iter().any(|item| dimension(item) == Some(index)) {
            let test = test(&equal(&|item| dimension(item) == Some(index)))?;
            found.dimensions.push(NamedGapTest { id: about.id.clone(), test });
        }
    }
    Ok(Some(found))
}

fn of_one(item: &Asked, group: &Group<'_>, level: Confidence) -> Result<Option<GapTest>, Error> {
    let Some(both) = group.moments(item.perceived.column, item.expected.column) else { return Ok(None) };
    let (Some(perceived), Some(expected), Some(together)) = (both.var_a, both.var_b, both.cov) else { return Ok(None) };
    let gap = item.perceived.sign() * (both.mean_a - both.mean_b);
    let variance = (perceived + expected - 2.0 * together).max(0.0);
    tested(both.n, both.effective_n, gap, variance, level).map(Some)
}

/// `weights` are per item and need not sum to 1; `None` where they are all 0.
fn of_several(items: &[&Asked], weights: &[f64], group: &Group<'_>, level: Confidence) -> Result<Option<GapTest>, Error> {
    let counted: Vec<(&Asked, f64)> = items.iter().copied().zip(weights.iter().copied()).filter(|(_, weight)| *weight > 0.0).collect();
    if let [(item, _)] = counted[..] {
        return of_one(item, group, level);
    }
    let all: f64 = counted.iter().map(|(_, weight)| weight).sum();
    let columns: Vec<usize> =
        counted.iter().map(|(item, _)| item.perceived.column).chain(counted.iter().map(|(item, _)| item.expected.column)).collect();
    let Some(covariance) = mean_covariance(&columns, group).filter(|_| all > 0.0) else { return Ok(None) };
    let signed = |minus: f64| counted.iter().map(move |(item, weight)| minus * item.perceived.sign() * weight / all);
    let slopes: Vec<f64> = signed(1.0).chain(signed(-1.0)).collect();
    let mut gap = 0.0;
    for (slope, &column) in slopes.iter().zip(&columns) {
        let Some(moments) = group.moments(column, column) else { return Ok(None) };
        gap += slope * moments.mean_a;
    }
    let error: f64 =
        covariance.rows.iter().zip(&slopes).map(|(row, a)| row.iter().zip(&slopes).map(|(cov, b)| a * b * cov).sum::<f64>()).sum();
    let pairs = counted.iter().filter_map(|(item, _)| group.moments(item.perceived.column, item.expected.column));
    let Some(fewest) = pairs.min_by(|a, b| a.effective_n.total_cmp(&b.effective_n)) else { return Ok(None) };
    if fewest.effective_n <= 1.0 {
        return Ok(None);
    }
    tested(fewest.n, fewest.effective_n, gap, error.max(0.0) * fewest.effective_n, level).map(Some)
}

/// What is left of a variance that cancels: rounding, no spread.
const ROUNDING: f64 = 1e-12;

fn tested(n: u64, effective_n: f64, gap: f64, variance: f64, level: Confidence) -> Result<GapTest, Error> {
    let sd = if variance > ROUNDING { variance.sqrt() } else { 0.0 };
    let found = compare_paired(&Sample::new(effective_n, gap, sd)?)?;
    let interval = found.t.and_then(|_| Interval::t(gap, sd / effective_n.sqrt(), found.df, level, "t"));
    Ok(GapTest { n, gap, t: found.t, df: found.df, p: found.p, interval })
}
