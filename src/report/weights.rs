//! The weights of the attributes, from wherever the survey takes them.

use serde::Serialize;

use super::derived::derived_shares;
use super::judgments::respondents_matrix;
use super::roles::Roles;
use crate::error::Error;
use crate::measure::{AhpHierarchyInput, AhpInput, DriverMethod, Judgments, RandomIndex, weigh, weigh_hierarchy};
use crate::survey::{DerivedMethod, Of, Survey, Weights};
use crate::tally::Group;
use crate::value::Entries;

/// The weights of the attributes, and where they come from.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct WeightsUsed {
    /// `equal`, `stated`, `fixed`, `ahp` or `derived`.
    pub source: &'static str,
    /// By attribute id, of the judged attributes; they sum to 1.
    pub weights: Entries<f64>,
    /// Consistency ratio of the judgments, of both levels together where there are two.
    pub cr: Option<f64>,
}

impl WeightsUsed {
    /// One for each attribute of the survey; 0 for those without.
    pub(super) fn per_attribute(&self, survey: &Survey) -> Vec<f64> {
        survey.attributes().iter().map(|attribute| self.weights.get(&attribute.id).copied().unwrap_or(0.0)).collect()
    }
}

/// The weights that the definition asks for. Where it does not say: stated importance where that is asked, else the correlations with
/// the outcome where there is one, else all the same.
///
/// `None` where the answers do not tell: nobody stated an importance, or the respondents' comparisons do not connect the attributes.
pub(super) fn weights_of(survey: &Survey, roles: &Roles, group: &Group<'_>) -> Result<Option<WeightsUsed>, Error> {
    let unsaid = match roles.outcome {
        _ if roles.states_importance() => Weights::Stated,
        Some(_) => Weights::Derived(DerivedMethod::Pearson),
        None => Weights::Equal,
    };
    let plain = |weights| Some((weights, None));
    let (source, found) = match survey.weights().unwrap_or(&unsaid) {
        Weights::Equal => ("equal", plain(vec![1.0; survey.attributes().len()])),
        Weights::Stated => ("stated", plain(stated(roles, group))),
        Weights::Fixed(values) => ("fixed", plain(fixed(survey, values))),
        Weights::Derived(method) => ("derived", plain(derived_shares(survey, roles, group, (*method).into())?)),
        Weights::Ahp { criteria, factors, random_index } => {
            let random_index = RandomIndex::named(random_index);
            ("ahp", hierarchy(survey, group, &Asked { criteria: criteria.as_deref(), factors, random_index })?)
        }
    };
    Ok(found.and_then(|(weights, cr)| {
        let judged: Vec<(String, f64)> =
            roles.judged_attributes().map(|(attribute, _)| (survey.attributes()[attribute].id.clone(), weights[attribute])).collect();
        let sum: f64 = judged.iter().map(|(_, weight)| weight).sum();
        let weights = Entries(judged.into_iter().map(|(id, weight)| (id, weight / sum)).collect());
        (sum > 0.0).then_some(WeightsUsed { source, weights, cr })
    }))
}

/// Mean stated importance; 0 where nobody stated it.
fn stated(roles: &Roles, group: &Group<'_>) -> Vec<f64> {
    roles.importance.iter().map(|column| column.and_then(|column| column.mean(group)).unwrap_or(0.0).max(0.0)).collect()
}

fn fixed(survey: &Survey, values: &[(String, f64)]) -> Vec<f64> {
    let value = |id: &str| values.iter().find(|(key, _)| key == id).map_or(0.0, |(_, value)| *value);
    survey.attributes().iter().map(|attribute| value(&attribute.id)).collect()
}

impl From<DerivedMethod> for DriverMethod {
    fn from(method: DerivedMethod) -> Self {
        match method {
            DerivedMethod::Lmg => Self::Lmg,
            DerivedMethod::Johnson => Self::Johnson,
            DerivedMethod::Pearson => Self::Pearson,
        }
    }
}

type Matrix = Vec<Vec<Option<f64>>>;

/// What a definition says of the judgments.
struct Asked<'a> {
    criteria: Option<&'a [Vec<Option<f64>>]>,
    factors: &'a [(String, Matrix)],
    random_index: Option<RandomIndex>,
}

impl Asked<'_> {
    fn input(&self, rows: &[Vec<Option<f64>>], items: Vec<String>) -> Result<AhpInput, Error> {
        Ok(AhpInput { matrix: Judgments::new(rows)?, items: Some(items), method: None, random_index: self.random_index })
    }
}

type Found = Option<(Vec<f64>, Option<f64>)>;

/// Judgments between dimensions, then between the attributes of each; between all attributes, where the survey has no dimensions or
/// its respondents compare attributes only. A dimension whose attributes nobody compares shares its weight equally.
fn hierarchy(survey: &Survey, group: &Group<'_>, asked: &Asked<'_>) -> Result<Found, Error> {
    let dimensions: Vec<usize> = (0..survey.dimensions().len()).filter(|&dimension| !members(survey, dimension).is_empty()).collect();
    let given = asked.criteria.map(|criteria| pick(criteria, &dimensions));
    let criteria = given.or_else(|| respondents_matrix(survey, group, Of::Dimensions, &dimensions).filter(|_| !dimensions.is_empty()));
    let Some(criteria) = criteria.filter(|_| !dimensions.is_empty()) else { return flat(survey, group, asked) };

    let mut factors = Vec::new();
    for &dimension in &dimensions {
        let id = survey.dimensions()[dimension].id.clone();
        let members = members(survey, dimension);
        let given = asked.factors.iter().find(|(key, _)| *key == id).map(|(_, matrix)| matrix.clone());
        let matrix = given
            .or_else(|| respondents_matrix(survey, group, Of::Attributes, &members))
            .unwrap_or_else(|| vec![vec![Some(1.0); members.len()]; members.len()]);
        factors.push((id, asked.input(&matrix, attribute_ids(survey, &members))?));
    }
    let ids = dimensions.iter().map(|&dimension| survey.dimensions()[dimension].id.clone()).collect();
    let input = AhpHierarchyInput { criteria: asked.input(&criteria, ids)?, factors: Entries(factors) };
    let Some((weights, total_cr)) = connected(weigh_hierarchy(&input))? else { return Ok(None) };
    let weight = |id: &str| weights.iter().find(|weight| weight.factor == id).map_or(0.0, |weight| weight.weight);
    Ok(Some((survey.attributes().iter().map(|attribute| weight(&attribute.id)).collect(), total_cr)))
}

/// All attributes compared with each other.
fn flat(survey: &Survey, group: &Group<'_>, asked: &Asked<'_>) -> Result<Found, Error> {
    let all: Vec<usize> = (0..survey.attributes().len()).collect();
    let matrix = asked.criteria.map(<[_]>::to_vec).or_else(|| respondents_matrix(survey, group, Of::Attributes, &all));
    let Some(matrix) = matrix else { return Ok(None) };
    let result = connected(weigh(&asked.input(&matrix, attribute_ids(survey, &all))?))?;
    Ok(result.map(|result| (result.weights, result.cr)))
}

/// Too few comparisons to say are no mistake of whoever asks for the report.
fn connected<T>(result: Result<T, Error>) -> Result<Option<T>, Error> {
    match result {
        Err(error) if error.code() == "matrix-not-connected" => Ok(None),
        other => other.map(Some),
    }
}

/// Rows and columns of the dimensions that have attributes.
fn pick(matrix: &[Vec<Option<f64>>], dimensions: &[usize]) -> Matrix {
    let picked = |row: &Vec<Option<f64>>| dimensions.iter().filter_map(|&column| row.get(column).copied()).collect();
    dimensions.iter().filter_map(|&row| matrix.get(row)).map(picked).collect()
}

fn members(survey: &Survey, dimension: usize) -> Vec<usize> {
    (0..survey.attributes().len()).filter(|&attribute| survey.attributes()[attribute].dimension == Some(dimension)).collect()
}

fn attribute_ids(survey: &Survey, attributes: &[usize]) -> Vec<String> {
    attributes.iter().map(|&attribute| survey.attributes()[attribute].id.clone()).collect()
}
