//! Where the attributes' weights come from.

use crate::value::names;

/// Where the weights of the satisfaction index come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Weights {
    /// All the same.
    Equal,
    /// The mean stated importance of each.
    Stated,
    /// Given by attribute id.
    Fixed(Vec<(String, f64)>),
    /// The analytic hierarchy process.
    Ahp {
        /// Judgments between dimensions, in their order (between attributes, where the survey has no dimensions);
        /// left out, they are the respondents' own, from their pairwise answers.
        criteria: Option<Vec<Vec<Option<f64>>>>,
        /// Judgments between the attributes of one dimension, by dimension id.
        factors: Vec<(String, Vec<Vec<Option<f64>>>)>,
        /// The random index by name.
        random_index: String,
    },
    /// Derived from the answers: how much each explains the outcome.
    Derived(DerivedMethod),
}

names! {
    /// How weights are derived from answers.
    pub enum DerivedMethod, "method" {
        /// Mean increase of R² over all orders (Lindeman, Merenda & Gold).
        Lmg = "lmg",
        /// Johnson's relative weights.
        Johnson = "johnson",
        /// Correlation with the outcome.
        Pearson = "pearson",
    }
}
