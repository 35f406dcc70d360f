//! Judgments of several people.

use serde::Serialize;

use super::eigenvector::normalised;
use super::{AhpInput, AhpResult, Judgments, RandomIndex, ahp};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{names, record};

names! {
    /// What of several people is brought together.
    pub enum Aggregate, "aggregate" {
        /// Their judgments, pair by pair: they act as one.
        Judgments = "judgments",
        /// Their weights: each decides alone.
        Priorities = "priorities",
    }
}

record! {
    /// Judgments of several people about the same items.
    #[derive(Debug, Clone, PartialEq)]
    pub struct AhpGroupInput {
        /// One matrix a person.
        matrices: Vec<Judgments>,
        /// The items' names, in the order of the rows.
        items: Option<Vec<String>>,
        /// What is brought together; judgments when left out.
        aggregate: Option<Aggregate>,
        /// The table to compare consistency with; Saaty's of 1980 when left out.
        random_index: Option<RandomIndex> = "randomIndex",
    }
}

/// The group's weights, and each member's consistency.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct AhpGroupResult {
    /// Of the group; consistency is that of its judgments brought together, either way.
    #[serde(flatten)]
    pub group: AhpResult,
    /// In the order of the matrices.
    pub members: Vec<Member>,
}

/// One member of the group.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Member {
    /// The member's consistency ratio; `None` where it is undefined, or the member's judgments do not connect all items.
    pub cr: Option<f64>,
}

/// Weights of a group.
///
/// Judgments are joined by their geometric mean, over those who judged the pair; priorities by the geometric mean of the members'
/// weights, brought back to a sum of 1. Source: Aczél & Saaty (1983), Forman & Peniwati (1998). Joining priorities needs judgments of
/// each member that connect all items; joining judgments needs that of the group only.
pub fn ahp_group(input: &AhpGroupInput) -> Result<AhpGroupResult, Error> {
    let Some(first) = input.matrices.first() else {
        return Err(Error::at("matrices", Problem::TooFew { what: "matrices", least: 1 }));
    };
    let size = first.size();
    if let Some((place, other)) = input.matrices.iter().enumerate().find(|(_, matrix)| matrix.size() != size) {
        let problem = Problem::LengthMismatch { what: "items", found: other.size(), expected: size };
        return Err(Error::at(text!("matrices[{}]", place), problem));
    }
    let alone = |matrix: &Judgments| {
        ahp(&AhpInput { matrix: matrix.clone(), items: input.items.clone(), method: None, random_index: input.random_index })
    };
    let mut group = alone(&joined(&input.matrices, size)?).map_err(|error| match error.path() {
        Some("matrix") => Error::at("matrices", error.into_problem()),
        _ => error,
    })?;
    let members: Vec<Result<AhpResult, Error>> = input.matrices.iter().map(alone).collect();
    if input.aggregate == Some(Aggregate::Priorities) {
        let mut logs = vec![0.0; size];
        for (place, member) in members.iter().enumerate() {
            let member = member.as_ref().map_err(|error| Error::at(text!("matrices[{}]", place), error.problem().clone()))?;
            logs.iter_mut().zip(&member.weights).for_each(|(log, weight)| *log += weight.ln());
        }
        let means: Vec<f64> = logs.iter().map(|log| (log / members.len() as f64).exp()).collect();
        group.weights = normalised(&means);
    }
    let members = members.into_iter().map(|member| Member { cr: member.ok().and_then(|member| member.cr) }).collect();
    Ok(AhpGroupResult { group, members })
}

/// The geometric mean of each pair over those who judged it.
fn joined(matrices: &[Judgments], size: usize) -> Result<Judgments, Error> {
    let mean = |i: usize, j: usize| {
        let logs: Vec<f64> = matrices.iter().filter_map(|matrix| matrix.get(i, j)).map(f64::ln).collect();
        (!logs.is_empty()).then(|| (logs.iter().sum::<f64>() / logs.len() as f64).exp())
    };
    let rows: Vec<Vec<Option<f64>>> = (0..size)
        .map(|i| {
            (0..size)
                .map(|j| match i.cmp(&j) {
                    std::cmp::Ordering::Less => mean(i, j),
                    std::cmp::Ordering::Equal => Some(1.0),
                    std::cmp::Ordering::Greater => mean(j, i).map(f64::recip),
                })
                .collect()
        })
        .collect();
    Judgments::new(&rows)
}
