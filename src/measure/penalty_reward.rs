//! Whether an attribute hurts when it is poor, pleases when it is good, or both.

use serde::Serialize;

use super::cholesky::{Cholesky, Dependent};
use super::distribution::t_two_sided;
use super::drivers::checked;
use super::number::{Number, ratio};
use super::square::Square;
use crate::error::{Error, Problem};
use crate::text::{quoted, text};
use crate::value::{Entries, names, record};

/// Below this p an effect counts as one.
const SIGNIFICANT: f64 = 0.05;

names! {
    /// What an attribute is, by its effects.
    pub enum FactorKind, "kind" {
        /// Hurts when poor, does not please when good.
        Basic = "basic",
        /// Does both.
        Performance = "performance",
        /// Pleases when good, does not hurt when poor.
        Excitement = "excitement",
    }
}

record! {
    /// An outcome, its attributes, and what is poor and what is good.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PenaltyRewardInput {
        /// The outcome of each row; `None` where missing.
        outcome: Vec<Option<f64>>,
        /// Each attribute's ratings, row by row.
        attributes: Entries<Vec<Option<f64>>>,
        /// Ratings up to here are poor.
        penalty_max: Number = "penaltyMax",
        /// Ratings from here on are good.
        reward_min: Number = "rewardMin",
    }
}

/// Effects of poor and of good ratings on the outcome.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct PenaltyReward {
    /// Rows without anything missing.
    pub n: f64,
    /// What all effects together explain, 0..1.
    pub r2: Option<f64>,
    /// In the order they came.
    pub attributes: Vec<Effects>,
}

/// Effects of one attribute.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Effects {
    /// The attribute.
    pub id: String,
    /// How far a poor rating moves the outcome, against one in between.
    pub penalty: Option<f64>,
    /// How far a good rating moves it.
    pub reward: Option<f64>,
    /// Probability of such a penalty if there were none.
    pub p_penalty: Option<f64>,
    /// Probability of such a reward if there were none.
    pub p_reward: Option<f64>,
    /// What the attribute is; `None` where neither effect is significant.
    pub kind: Option<FactorKind>,
}

/// Penalty–reward contrasts: what an attribute does to the outcome when it is poor and when it is good.
///
/// In units of the outcome. Least squares of the outcome on two indicators for each attribute, `rating ≤ penalty_max` and `rating ≥ reward_min`, all
/// attributes together; p from Student's t with `n - k - 1` degrees of freedom. A penalty counts when it is negative and p < .05, a reward when it is
/// positive and p < .05: only the penalty makes a basic factor, only the reward an excitement factor, both a performance factor.
/// Source: Brandt (1987), Matzler & Sauerwein (2002). Rows with anything missing are left out. An effect is `None` where nobody, or everybody, gave
/// such a rating; indicators that depend on each other are an error.
pub fn penalty_reward(input: &PenaltyRewardInput) -> Result<PenaltyReward, Error> {
    let columns = checked(&input.outcome, &input.attributes)?;
    let (poor, good) = (input.penalty_max.get(), input.reward_min.get());
    if poor >= good {
        return Err(Error::at("rewardMin", Problem::OutOfRange { value: good, allowed: text!("more than penaltyMax, {}", poor) }));
    }
    let rows: Vec<usize> = (0..input.outcome.len())
        .filter(|&row| input.outcome[row].is_some() && columns.iter().all(|column| column[row].is_some()))
        .collect();
    let y: Vec<f64> = rows.iter().filter_map(|&row| input.outcome[row]).collect();
    let indicators: Vec<Vec<f64>> = columns
        .iter()
        .flat_map(|column| {
            let ratings: Vec<f64> = rows.iter().filter_map(|&row| column[row]).collect();
            let flag = |test: &dyn Fn(f64) -> bool| ratings.iter().map(|&rating| f64::from(u8::from(test(rating)))).collect::<Vec<f64>>();
            [flag(&|rating| rating <= poor), flag(&|rating| rating >= good)]
        })
        .collect();
    let varies: Vec<usize> =
        (0..indicators.len()).filter(|&place| indicators[place].iter().any(|&value| value != indicators[place][0])).collect();
    let kept: Vec<&[f64]> = varies.iter().map(|&place| indicators[place].as_slice()).collect();
    let fit = Fit::of(&y, &kept).map_err(|Dependent(column)| {
        let (id, _) = &input.attributes.0[varies[column] / 2];
        Error::at(
            "attributes",
            Problem::Singular { message: text!("the poor or good ratings of {} depend on those of the attributes before it", quoted(id)) },
        )
    })?;
    let effect = |place: usize| fit.as_ref().zip(varies.iter().position(|&kept| kept == place)).map(|(fit, place)| &fit.effects[place]);
    let attributes = input
        .attributes
        .0
        .iter()
        .enumerate()
        .map(|(place, (id, _))| {
            let (penalty, reward) = (effect(2 * place), effect(2 * place + 1));
            let counts = |effect: Option<&Effect>, sign: f64| {
                effect.is_some_and(|effect| effect.size * sign > 0.0 && effect.p.is_some_and(|p| p < SIGNIFICANT))
            };
            let kind = match (counts(penalty, -1.0), counts(reward, 1.0)) {
                (true, true) => Some(FactorKind::Performance),
                (true, false) => Some(FactorKind::Basic),
                (false, true) => Some(FactorKind::Excitement),
                (false, false) => None,
            };
            Effects {
                id: id.clone(),
                penalty: penalty.map(|effect| effect.size),
                reward: reward.map(|effect| effect.size),
                p_penalty: penalty.and_then(|effect| effect.p),
                p_reward: reward.and_then(|effect| effect.p),
                kind,
            }
        })
        .collect();
    Ok(PenaltyReward { n: rows.len() as f64, r2: fit.map(|fit| fit.r2), attributes })
}

struct Effect {
    size: f64,
    p: Option<f64>,
}

/// A least-squares fit with an intercept.
struct Fit {
    effects: Vec<Effect>,
    r2: f64,
}

impl Fit {
    /// `None` where the outcome, or every column, is constant.
    fn of(y: &[f64], columns: &[&[f64]]) -> Result<Option<Self>, Dependent> {
        let (n, k) = (y.len() as f64, columns.len());
        let centred = |values: &[f64]| -> Vec<f64> {
            let mean = values.iter().sum::<f64>() / n;
            values.iter().map(|value| value - mean).collect()
        };
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let y = centred(y);
        let total = dot(&y, &y);
        if k == 0 || total <= 0.0 {
            return Ok(None);
        }
        let columns: Vec<Vec<f64>> = columns.iter().map(|column| centred(column)).collect();
        let cholesky = Cholesky::of(&Square::from_fn(k, |i, j| dot(&columns[i], &columns[j])))?;
        let with_y: Vec<f64> = columns.iter().map(|column| dot(column, &y)).collect();
        let sizes = cholesky.solve(&with_y);
        let explained = dot(&sizes, &with_y);
        let df = n - k as f64 - 1.0;
        let variance = ((total - explained) / df).max(0.0);
        let effects = sizes
            .iter()
            .zip(cholesky.inverse_diagonal())
            .map(|(&size, inverse)| {
                let t = if df > 0.0 { ratio(size, (variance * inverse).sqrt()) } else { None };
                Effect { size, p: t.and_then(|t| t_two_sided(t, df)) }
            })
            .collect();
        Ok(Some(Self { effects, r2: (explained / total).clamp(0.0, 1.0) }))
    }
}
