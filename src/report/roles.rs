//! Which columns of a survey say what.

use crate::survey::{Kind, Levels, Measure, Part, Polarity, Subjects, Survey};
use crate::tally::{Group, Judged};

/// What the columns of a survey say, as far as a report asks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Roles {
    /// How attributes are judged: the first way that the survey asks of satisfaction, the quadrant plane, perception.
    /// Never mixed, for a mean over two scales would mean nothing.
    pub(super) judged: Judged,
    /// Per attribute, the column that says how well it does.
    pub(super) performance: Vec<Option<NumberColumn>>,
    /// Per attribute, the column that says how important it is.
    pub(super) importance: Vec<Option<NumberColumn>>,
    /// Per attribute, the column that says what was expected.
    pub(super) expectation: Vec<Option<NumberColumn>>,
    /// Per attribute, the column that says what was perceived.
    pub(super) perception: Vec<Option<NumberColumn>>,
    /// What importance is derived from.
    pub(super) outcome: Option<NumberColumn>,
    /// Satisfaction with the whole: the rating asked as such, else the outcome.
    pub(super) overall: Option<NumberColumn>,
    /// The recommendation.
    pub(super) nps: Option<NumberColumn>,
    /// The ease.
    pub(super) ces: Option<NumberColumn>,
}

/// A column of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct NumberColumn {
    pub(super) column: usize,
    pub(super) levels: Levels,
    /// Whether less is better.
    pub(super) mirrored: bool,
}

impl NumberColumn {
    /// The mean, higher is better; `None` where nobody answered.
    pub(super) fn mean(&self, group: &Group<'_>) -> Option<f64> {
        let mean = group.moments(self.column, self.column)?.mean_a;
        Some(if self.mirrored { self.levels.min + self.levels.max() - mean } else { mean })
    }

    /// 1, or -1 where less is better: what a correlation or covariance is multiplied by.
    pub(super) fn sign(&self) -> f64 {
        if self.mirrored { -1.0 } else { 1.0 }
    }

    /// Whether both run over the same numbers.
    pub(super) fn same_scale(&self, other: &Self) -> bool {
        self.levels == other.levels
    }
}

impl Roles {
    pub(super) fn new(survey: &Survey) -> Self {
        let satisfaction = rated(survey, Measure::Satisfaction);
        let placed = parts(survey, |part| part == Part::X);
        let perception = rated(survey, Measure::Perception);
        let asked = |columns: &[Option<NumberColumn>]| columns.iter().any(Option::is_some);
        let (judged, performance) = if asked(&satisfaction) {
            (Judged::Satisfaction, satisfaction)
        } else if asked(&placed) {
            (Judged::Placement, placed)
        } else {
            (Judged::Perception, perception.clone())
        };
        let outcome = survey.outcome().and_then(|field| number_column(survey, field));
        let of_kind = |wanted: fn(&Kind) -> bool| {
            let question = survey.questions().iter().find(|question| wanted(&question.kind))?;
            number_column(survey, question.fields.start)
        };
        let overall = of_kind(|kind| matches!(kind, Kind::Rating { measure: Measure::Overall, .. }))
            .or_else(|| of_kind(|kind| matches!(kind, Kind::Rating { measure: Measure::Satisfaction, attribute: None, .. })))
            .or(outcome);
        Self {
            judged,
            performance: mirror(survey, performance),
            importance: importance(survey),
            expectation: mirror(survey, rated(survey, Measure::Expectation)),
            perception: mirror(survey, perception),
            outcome,
            overall,
            nps: of_kind(|kind| matches!(kind, Kind::Nps)),
            ces: of_kind(|kind| matches!(kind, Kind::Ces)),
        }
    }

    /// Whether the survey asks how important attributes are.
    pub(super) fn states_importance(&self) -> bool {
        self.importance.iter().any(Option::is_some)
    }

    /// The judged attributes, with their columns.
    pub(super) fn judged_attributes(&self) -> impl Iterator<Item = (usize, NumberColumn)> + '_ {
        self.performance.iter().enumerate().filter_map(|(attribute, column)| Some((attribute, (*column)?)))
    }
}

/// Rated where the survey rates it, else placed on the plane, else points of an allocation, else ranks.
fn importance(survey: &Survey) -> Vec<Option<NumberColumn>> {
    let asked = |columns: &[Option<NumberColumn>]| columns.iter().any(Option::is_some);
    let ways: [&dyn Fn() -> Vec<Option<NumberColumn>>; 4] = [
        &|| rated(survey, Measure::Importance),
        &|| parts(survey, |part| part == Part::Y),
        &|| parts(survey, |part| matches!(part, Part::Points(_))),
        &|| {
            // The first place is rank 1: less is more important.
            let ranks = parts(survey, |part| matches!(part, Part::Rank(_)));
            ranks.into_iter().map(|column| column.map(|column| NumberColumn { mirrored: true, ..column })).collect()
        },
    ];
    ways.iter().map(|way| way()).find(|columns| asked(columns)).unwrap_or_else(|| vec![None; survey.attributes().len()])
}

/// Per attribute, the first field that rates it so.
fn rated(survey: &Survey, wanted: Measure) -> Vec<Option<NumberColumn>> {
    per_attribute(survey, |field| {
        let question = &survey.questions()[survey.fields()[field].question];
        matches!(&question.kind, Kind::Matrix { measure, .. } | Kind::Rating { measure, .. } if *measure == wanted)
    })
}

/// Per attribute, the first field that holds this part of a question about attributes.
fn parts(survey: &Survey, wanted: fn(Part) -> bool) -> Vec<Option<NumberColumn>> {
    per_attribute(survey, |field| {
        let field = &survey.fields()[field];
        let kind = &survey.questions()[field.question].kind;
        let about_attributes = match kind {
            Kind::Allocation { among, .. } | Kind::Ranking { among } => matches!(among, Subjects::Attributes(_)),
            _ => true,
        };
        about_attributes && wanted(field.part)
    })
}

fn per_attribute(survey: &Survey, wanted: impl Fn(usize) -> bool) -> Vec<Option<NumberColumn>> {
    let fields = survey.fields();
    (0..survey.attributes().len())
        .map(|attribute| {
            let field = (0..fields.len()).find(|&field| fields[field].attribute == Some(attribute) && wanted(field))?;
            number_column(survey, field)
        })
        .collect()
}

pub(super) fn number_column(survey: &Survey, field: usize) -> Option<NumberColumn> {
    let column = survey.fields().get(field)?.columns.clone().next()?;
    let levels = survey.columns().get(column)?.numbers?;
    Some(NumberColumn { column, levels, mirrored: false })
}

fn mirror(survey: &Survey, columns: Vec<Option<NumberColumn>>) -> Vec<Option<NumberColumn>> {
    let mirrored = survey.attributes().iter().map(|attribute| attribute.polarity == Polarity::Negative);
    columns.into_iter().zip(mirrored).map(|(column, mirrored)| column.map(|column| NumberColumn { mirrored, ..column })).collect()
}
