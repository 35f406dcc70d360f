//! Two levels of judgments: criteria, and the factors of each.

use serde::Serialize;

use super::super::number::ratio;
use super::{AhpInput, AhpResult, Weighed, weigh};
use crate::error::{Error, Problem};
use crate::text::{quoted, text};
use crate::value::{Entries, record};

record! {
    /// Judgments between criteria, and between the factors of each.
    #[derive(Debug, Clone, PartialEq)]
    pub struct AhpHierarchyInput {
        /// Between criteria; its items are the keys of `factors`, in the order of the rows (that of the keys when left out).
        criteria: AhpInput,
        /// Between the factors of each criterion.
        factors: Entries<AhpInput>,
    }
}

/// Local and global weights, and the consistency of the whole ranking.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct AhpHierarchyResult {
    /// Weights of the criteria.
    pub criteria: AhpResult,
    /// Weights of the factors within each criterion.
    pub factors: Entries<AhpResult>,
    /// Weights of the factors in the whole; they sum to 1.
    pub weights: Vec<GlobalWeight>,
    /// Consistency ratio of the whole ranking.
    pub total_cr: Option<f64>,
}

/// What a factor weighs in the whole.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct GlobalWeight {
    /// Its criterion.
    pub criterion: String,
    /// The factor.
    pub factor: String,
    /// Its weight within the criterion times the criterion's.
    pub weight: f64,
}

/// Weights of factors under criteria.
///
/// Shares that sum to 1: `weight = a_k w_ki`, a the criteria's weights and w the factors' within criterion k. The ranking as a whole has
/// `total_cr = Σ a_k ci_k / Σ a_k ri_k`. Source: Saaty (1980). `None` where no criterion has three factors or more.
pub fn ahp_hierarchy(input: &AhpHierarchyInput) -> Result<AhpHierarchyResult, Error> {
    let Under { criteria, factors, weights, total_cr } = under(input, |weighed, input| weighed.explained(&input.matrix))?;
    Ok(AhpHierarchyResult { criteria, factors: Entries(factors), weights, total_cr })
}

/// The weights of the factors in the whole, and the consistency of the whole ranking: as [`ahp_hierarchy`], which says more.
pub(crate) fn weigh_hierarchy(input: &AhpHierarchyInput) -> Result<(Vec<GlobalWeight>, Option<f64>), Error> {
    under(input, |_, _| Ok(())).map(|Under { weights, total_cr, .. }| (weights, total_cr))
}

/// What there is to say of each matrix, and of all together.
struct Under<T> {
    criteria: T,
    factors: Vec<(String, T)>,
    weights: Vec<GlobalWeight>,
    total_cr: Option<f64>,
}

fn under<T>(input: &AhpHierarchyInput, say: impl Fn(&Weighed, &AhpInput) -> Result<T, Error>) -> Result<Under<T>, Error> {
    let keys: Vec<&String> = input.factors.0.iter().map(|(key, _)| key).collect();
    if keys.len() != input.criteria.matrix.size() {
        let problem = Problem::LengthMismatch { what: "criteria with factors", found: keys.len(), expected: input.criteria.matrix.size() };
        return Err(Error::at("factors", problem));
    }
    let items = input.criteria.items.clone().unwrap_or_else(|| keys.iter().map(|&key| key.clone()).collect());
    let asked = AhpInput { items: Some(items), ..input.criteria.clone() };
    let criteria = weigh(&asked).map_err(|error| error.within("criteria"))?;
    let mut factors = Vec::with_capacity(keys.len());
    let mut weights = Vec::new();
    let (mut ci, mut ri) = (0.0, 0.0);
    for (place, (criterion, weight)) in criteria.items.iter().zip(&criteria.weights).enumerate() {
        let Some(judgments) = input.factors.get(criterion) else {
            let known = text!("; there are {}", keys.iter().map(|key| key.as_str()).collect::<Vec<_>>().join(", "));
            let problem = Problem::Dangling { what: "criterion", id: criterion.clone(), known };
            return Err(Error::at(text!("criteria.items[{}]", place), problem));
        };
        let local = weigh(judgments).map_err(|error| error.within(&text!("factors[{}]", quoted(criterion))))?;
        weights.extend(local.items.iter().zip(&local.weights).map(|(factor, share)| GlobalWeight {
            criterion: criterion.clone(),
            factor: factor.clone(),
            weight: weight * share,
        }));
        ci += weight * local.ci;
        ri += weight * local.ri;
        factors.push((criterion.clone(), say(&local, judgments)?));
    }
    Ok(Under { criteria: say(&criteria, &asked)?, factors, weights, total_cr: ratio(ci, ri) })
}
