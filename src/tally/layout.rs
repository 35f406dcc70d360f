//! Where each count of a survey lies in the flat lists of a tally.

use std::ops::RangeInclusive;

use crate::survey::{Kind, Levels, Measure, Part, Survey};

use super::fingerprint::fingerprint;

/// So many numeric columns are paired with each other; of five hundred rated items there are 124,750 pairs. A survey that asks for
/// more still has every histogram, and with it every mean and variance.
const MOST_PAIRED: usize = 500;

/// The places of the counts. Made from the survey alone, so that tallies of one survey always fit together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    /// The survey's id.
    pub(super) survey: String,
    /// The survey's version.
    pub(super) version: u32,
    /// What tells this coding from another's.
    pub(super) fingerprint: String,
    /// Where each column's histogram begins, and where the last ends; code 0 has a place too.
    offsets: Vec<usize>,
    /// The columns whose moments are counted.
    pub(super) numeric: Vec<Numeric>,
    /// For each column, its place in `numeric`.
    places: Vec<Option<usize>>,
    /// The Kano tables, 5×5 each.
    pub(super) kano: Vec<KanoPlace>,
    /// Groups of columns of which we count who answered any.
    pub(super) sets: Vec<Set>,
    /// The columns that split the rows.
    pub(super) splits: Vec<Split>,
}

/// A column whose moments are counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeric {
    pub(super) column: usize,
    pub(super) levels: Levels,
}

/// The two columns of one attribute in one Kano question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct KanoPlace {
    pub(super) attribute: usize,
    pub(super) functional: usize,
    pub(super) dysfunctional: usize,
}

/// Columns that are looked at together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Set {
    pub(super) columns: Vec<usize>,
    /// Whether equal answers throughout are counted: a matrix of three rows or more, answered down one line.
    pub(super) straight: bool,
}

/// A column that splits the rows, and its codes that make a group each.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Split {
    pub(super) column: usize,
    pub(super) codes: RangeInclusive<u8>,
    /// Where its first group lies among all.
    pub(super) first: usize,
}

/// What attributes can be judged by. Beside each question, the columns of each of these are looked at together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// Ratings of satisfaction.
    Satisfaction,
    /// The place on the quadrant plane.
    Placement,
    /// Ratings of what was perceived.
    Perception,
}

const JUDGED: [Judged; 3] = [Judged::Satisfaction, Judged::Placement, Judged::Perception];

impl Layout {
    pub(super) fn new(survey: &Survey) -> Self {
        let columns = survey.columns();
        let mut offsets = vec![0];
        for column in columns {
            offsets.push(offsets[offsets.len() - 1] + usize::from(column.levels) + 1);
        }
        let mut layout = Self {
            survey: survey.id().to_owned(),
            version: survey.version(),
            fingerprint: fingerprint(survey),
            offsets,
            numeric: Vec::new(),
            places: vec![None; columns.len()],
            kano: Vec::new(),
            sets: sets(survey),
            splits: Vec::new(),
        };
        for (index, column) in columns.iter().enumerate() {
            if let (Some(levels), true) = (column.numbers, correlates(&survey.fields()[column.field].part)) {
                layout.places[index] = Some(layout.numeric.len());
                layout.numeric.push(Numeric { column: index, levels });
            }
        }
        layout.place_kano(survey);
        layout.place_splits(survey);
        layout
    }

    fn place_kano(&mut self, survey: &Survey) {
        for question in survey.questions() {
            let Kind::Kano { attributes, .. } = &question.kind else { continue };
            for &attribute in attributes {
                let column = |part| {
                    let fields = &survey.fields()[question.fields.clone()];
                    let field = fields.iter().find(|field| field.attribute == Some(attribute) && field.part == part);
                    field.and_then(|field| field.columns.clone().next())
                };
                if let (Some(functional), Some(dysfunctional)) = (column(Part::Functional), column(Part::Dysfunctional)) {
                    self.kano.push(KanoPlace { attribute, functional, dysfunctional });
                }
            }
        }
    }

    fn place_splits(&mut self, survey: &Survey) {
        let mut first = 0;
        for question in survey.questions().iter().filter(|question| question.segment) {
            for field in &survey.fields()[question.fields.clone()] {
                for column in field.columns.clone() {
                    let Some(about) = survey.columns().get(column) else { continue };
                    // Of an option that may be chosen beside others, those who chose it are the group.
                    let lowest = if about.option.is_some() { 2 } else { 1 };
                    let codes = lowest..=about.levels;
                    let groups = codes.len();
                    self.splits.push(Split { column, codes, first });
                    first += groups;
                }
            }
        }
    }

    /// How many columns there are.
    pub(super) fn columns(&self) -> usize {
        self.places.len()
    }

    /// Where a column's histogram lies; empty for a column that is not there.
    pub(super) fn histogram(&self, column: usize) -> std::ops::Range<usize> {
        match (self.offsets.get(column), self.offsets.get(column + 1)) {
            (Some(&start), Some(&end)) => start..end,
            _ => 0..0,
        }
    }

    /// How many places all histograms take.
    pub(super) fn histograms(&self) -> usize {
        self.offsets.last().copied().unwrap_or(0)
    }

    /// The highest code of a column.
    pub(super) fn levels(&self, column: usize) -> usize {
        self.histogram(column).len().saturating_sub(1)
    }

    /// How many pairs of numeric columns there are.
    pub(super) fn pairs(&self) -> usize {
        let count = self.paired().len();
        count * count.saturating_sub(1) / 2
    }

    /// The numeric columns that are paired with each other.
    pub(super) fn paired(&self) -> &[Numeric] {
        &self.numeric[..self.numeric.len().min(MOST_PAIRED)]
    }

    /// The place of a pair in the list of pairs: (0,1), (0,2), …, (1,2), …; `first` before `second`, both places in `numeric`.
    /// `None` where they are not paired.
    pub(super) fn pair(&self, first: usize, second: usize) -> Option<usize> {
        let count = self.paired().len();
        (first < second && second < count).then(|| first * (2 * count - first - 1) / 2 + second - first - 1)
    }

    /// A column's place among the numeric ones.
    pub(super) fn place(&self, column: usize) -> Option<usize> {
        self.places.get(column).copied().flatten()
    }

    /// How many groups the splits make.
    pub(super) fn groups(&self) -> usize {
        self.splits.last().map_or(0, |split| split.first + split.codes.len())
    }

    /// The place of a group among all.
    pub(super) fn group(&self, column: usize, code: u8) -> Option<usize> {
        let split = self.splits.iter().find(|split| split.column == column)?;
        split.codes.contains(&code).then(|| split.first + usize::from(code - split.codes.start()))
    }

    /// The set of what attributes are judged by.
    pub(super) fn judged(&self, judged: Judged) -> usize {
        let after = JUDGED.iter().position(|one| *one == judged).map_or(0, |place| JUDGED.len() - place);
        self.sets.len() - after
    }
}

/// Whether anybody asks how this correlates. Comparisons and Kano answers are read from their own counts, and a survey has
/// so many of them that their pairs would outgrow all else.
fn correlates(part: &Part) -> bool {
    !matches!(part, Part::Judgment { .. } | Part::Functional | Part::Dysfunctional)
}

/// The columns of each question, then those of each way of judging attributes.
fn sets(survey: &Survey) -> Vec<Set> {
    let questions = survey.questions().iter().map(|question| {
        let columns: Vec<usize> =
            survey.fields().get(question.fields.clone()).unwrap_or_default().iter().flat_map(|field| field.columns.clone()).collect();
        let straight = matches!(question.kind, Kind::Matrix { .. }) && columns.len() >= 3;
        Set { columns, straight }
    });
    let judged = JUDGED.iter().map(|&judged| Set { columns: judged_by(survey, judged), straight: false });
    questions.chain(judged).collect()
}

fn judged_by(survey: &Survey, judged: Judged) -> Vec<usize> {
    let fields = survey.fields().iter().filter(|field| {
        let measure = match &survey.questions()[field.question].kind {
            Kind::Matrix { measure, .. } | Kind::Rating { measure, .. } => Some(*measure),
            _ => None,
        };
        field.attribute.is_some()
            && match judged {
                Judged::Satisfaction => measure == Some(Measure::Satisfaction),
                Judged::Placement => field.part == Part::X,
                Judged::Perception => measure == Some(Measure::Perception),
            }
    });
    fields.flat_map(|field| field.columns.clone()).collect()
}
