//! One attribute, looked at closely: how its answers spread, and what each segment says of it.

use serde::Serialize;

use super::analysis::group_of;
use super::cells::{Cell, cells, hide_what_subtraction_tells};
use super::options::AnalyseOptions;
use super::roles::{NumberColumn, Roles};
use super::samples::{Sample, of_column};
use crate::error::{Error, Problem};
use crate::measure::{self, Adjustment, Confidence, Interval, Share, adjust, compare_means};
use crate::survey::Survey;
use crate::tally::{Group, Tally};

/// One attribute.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Detail {
    /// Its id.
    pub id: String,
    /// How well it does, higher is better; `None` where too few say so.
    pub performance: Option<AnswerSpread>,
    /// How important it is said to be; `None` where that is not asked, or too few say so.
    pub importance: Option<AnswerSpread>,
    /// How well it does with each segment that is large enough.
    pub segments: Vec<DetailSegment>,
}

/// How answers spread.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct AnswerSpread {
    /// Answers.
    pub n: u64,
    /// Their mean.
    pub mean: f64,
    /// Of the mean: Student's t.
    pub interval: Option<Interval>,
    /// The levels, rising.
    pub levels: Vec<f64>,
    /// The share of the answers at each, 0..=1.
    pub shares: Vec<f64>,
}

/// One segment's judgment.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct DetailSegment {
    /// The question that splits.
    pub question: String,
    /// The value of its answers.
    pub value: String,
    /// Who of them judged the attribute.
    pub n: u64,
    /// Their mean, higher is better.
    pub mean: f64,
    /// Of the mean: Student's t.
    pub interval: Option<Interval>,
    /// Of Welch's t test against all others.
    pub p: Option<f64>,
    /// The same, adjusted for so many comparisons after Holm.
    pub adjusted_p: Option<f64>,
    /// Whether the adjusted p is below 1 - level.
    pub significant: Option<bool>,
}

/// One attribute of a report under the same choices.
///
/// The segments are of all answers, also in a report of one segment. A segment in which fewer than the minimum cell judged the attribute is
/// not shown, nor one that could be found by subtraction; a chosen segment's spread is not shown either where it is such a one.
pub fn detail(survey: &Survey, tally: &Tally, options: &AnalyseOptions, id: &str) -> Result<Detail, Error> {
    if !tally.counts_answers_to(survey) {
        return Err(Error::at("tally", Problem::OtherSurvey));
    }
    let roles = Roles::new(survey);
    let level = options.level.unwrap_or_default();
    let least = options.minimum_cell.unwrap_or_default().get();
    let Some((attribute, column)) = roles.judged_attributes().find(|(attribute, _)| survey.attributes()[*attribute].id == id) else {
        let ids: Vec<&str> = roles.judged_attributes().map(|(attribute, _)| survey.attributes()[attribute].id.as_str()).collect();
        let known = ["; there are ", &ids.join(", ")].concat();
        return Err(Error::at("attribute", Problem::Dangling { what: "attribute", id: id.into(), known }));
    };
    let rows = cells(survey, tally, least);
    let group = group_of(tally, &rows, options)?;
    let of = |column: NumberColumn| {
        let judging = judging(tally, &rows, column, least);
        let chosen = options.segment.as_ref();
        let hidden =
            chosen.is_some_and(|one| judging.iter().any(|cell| cell.hidden && cell.question == one.question && cell.value == one.value));
        if hidden || group.n(column.column) < least { None } else { spread(&group, column, level) }
    };
    Ok(Detail {
        id: id.into(),
        performance: of(column),
        importance: roles.importance[attribute].and_then(of),
        segments: segments(tally, &judging(tally, &rows, column, least), column, level)?,
    })
}

/// The same cells, by how many of each judged the attribute.
fn judging(tally: &Tally, rows: &[Cell], column: NumberColumn, least: u64) -> Vec<Cell> {
    let all = tally.whole().n(column.column);
    let mut cells: Vec<Cell> = rows.to_vec();
    for cell in &mut cells {
        cell.rows = tally.segment(cell.column, cell.code).map_or(0, |group| group.n(column.column));
        cell.hidden |= (1..least).contains(&cell.rows) || (cell.several && (1..least).contains(&(all - cell.rows)));
    }
    for question in cells.chunk_by_mut(|a, b| a.question == b.question).filter(|question| !question[0].several) {
        hide_what_subtraction_tells(question, least);
    }
    cells
}

fn spread(group: &Group<'_>, column: NumberColumn, level: Confidence) -> Option<AnswerSpread> {
    let mut counts = group.counts(column.column);
    let levels: Vec<f64> = column.levels.values().collect();
    if column.mirrored {
        // What is low is good: the level that stands for it is as far from the other end.
        counts.reverse();
    }
    let all: f64 = counts.iter().sum();
    let interval = of_column(group, column).and_then(|sample| of_mean(&sample, level));
    let shares = counts.iter().map(|count| count / all).collect();
    Some(AnswerSpread { n: group.n(column.column), mean: column.mean(group)?, interval, levels, shares })
}

fn of_mean(sample: &Sample, level: Confidence) -> Option<Interval> {
    Interval::t(sample.mean, sample.sd / sample.n.sqrt(), sample.n - 1.0, level, "t")
}

fn segments(tally: &Tally, cells: &[Cell], column: NumberColumn, level: Confidence) -> Result<Vec<DetailSegment>, Error> {
    let mut segments = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.hidden) {
        let (Some(group), Some(rest)) = (tally.segment(cell.column, cell.code), tally.rest(cell.column, cell.code)) else { continue };
        let Some(mean) = column.mean(&group) else { continue };
        let (one, others) = (of_column(&group, column), of_column(&rest.group(), column));
        let sample = |sample: Sample| measure::Group::new(sample.n, sample.mean, sample.sd);
        let p = match (one, others) {
            (Some(one), Some(others)) => compare_means(&sample(one)?, &sample(others)?)?.p,
            _ => None,
        };
        segments.push(DetailSegment {
            question: cell.question.clone(),
            value: cell.value.clone(),
            n: cell.rows,
            mean,
            interval: one.and_then(|sample| of_mean(&sample, level)),
            p,
            adjusted_p: None,
            significant: None,
        });
    }
    let compared = segments.iter().filter_map(|segment| segment.p).map(Share::new).collect::<Result<Vec<_>, _>>()?;
    if !compared.is_empty() {
        let mut adjusted = adjust(&compared, Adjustment::Holm)?.into_iter();
        for segment in segments.iter_mut().filter(|segment| segment.p.is_some()) {
            segment.adjusted_p = adjusted.next();
            segment.significant = segment.adjusted_p.map(|p| p < 1.0 - level.get());
        }
    }
    Ok(segments)
}
