//! What a page shows, in one language.

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Fault, Session};
use crate::survey::{Answer, Domain, Field, Kind, Labels, Of, OptionItem, Part, Question, Scale, Subjects, Text};

/// What the present page shows. Texts are in the session's language; what the survey does not say is `None`, and the page has words for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct View {
    id: String,
    version: u32,
    title: String,
    intro: Option<String>,
    thanks: Option<String>,
    /// Index of the page in the definition.
    page: usize,
    /// Its place among the pages shown, from 1.
    place: usize,
    /// How many pages are shown.
    pages: usize,
    page_title: Option<String>,
    questions: Vec<Asked>,
    faults: Vec<Fault>,
}

/// A question, as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    id: String,
    kind: &'static str,
    title: String,
    help: Option<String>,
    required: bool,
    measure: Option<&'static str>,
    scale: Option<Shown>,
    rows: Vec<Row>,
    options: Vec<Choice>,
    multiple: bool,
    other: bool,
    total: Option<u8>,
    min: Option<Number>,
    max: Option<Number>,
    step: Option<Number>,
    unit: Option<String>,
    lines: Option<u32>,
    max_length: Option<u32>,
    functional: Option<String>,
    dysfunctional: Option<String>,
}

/// A scale, as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    id: String,
    look: &'static str,
    min: Number,
    step: Number,
    count: u8,
    /// One for each level, where the survey has them.
    labels: Option<Vec<String>>,
    low: Option<String>,
    high: Option<String>,
}

/// One answer key of a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Row {
    key: String,
    /// What is judged; empty where the question's title says it.
    title: String,
    /// `x`, `y`, `functional`, `dysfunctional`, where a subject has two rows.
    part: Option<&'static str>,
    /// The other one of a comparison.
    against: Option<String>,
    value: Option<Written>,
}

/// An option, as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Choice {
    value: String,
    title: String,
}

/// A number, written short: the library's own way to write any number brings tables of ten kB, which a form's few numbers do not need.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number(pub(crate) f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = self.0 as i64;
        if whole as f64 == self.0 {
            return serializer.serialize_i64(whole);
        }
        match RawValue::from_string(self.0.to_string()) {
            Ok(raw) => raw.serialize(serializer),
            Err(_) => serializer.serialize_unit(),
        }
    }
}

/// An answer as JSON has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Written(pub(crate) Answer);

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Answer::Number(number) => Number(*number).serialize(serializer),
            Answer::Text(text) => serializer.serialize_str(text),
            Answer::Several(values) => values.serialize(serializer),
        }
    }
}

impl View {
    pub(super) fn of(session: &Session) -> Self {
        let survey = session.survey();
        let say = |text: &Text| text.in_language(session.language()).to_owned();
        let shown: Vec<usize> = session.shown_pages().collect();
        let page = survey.pages().get(session.page());
        Self {
            id: survey.id().to_owned(),
            version: survey.version(),
            title: say(survey.title()),
            intro: survey.intro().map(say),
            thanks: survey.thanks().map(say),
            page: session.page(),
            place: shown.iter().filter(|&&one| one <= session.page()).count().max(1),
            pages: shown.len().max(1),
            page_title: page.and_then(|page| page.title.as_ref()).map(say),
            questions: session.questions().into_iter().map(|question| asked(session, &survey.questions()[question])).collect(),
            faults: session.shown_faults(),
        }
    }
}

fn asked(session: &Session, question: &Question) -> Asked {
    let say = |text: &Text| text.in_language(session.language()).to_owned();
    let scale = match &question.kind {
        Kind::Matrix { scale, .. } | Kind::Rating { scale, .. } => Some(shown(scale, &say)),
        kind => built_in(kind).and_then(Scale::built_in).map(|scale| shown(&scale, &say)),
    };
    let mut asked = Asked {
        id: question.id.clone(),
        kind: question.kind.name(),
        title: say(&question.title),
        help: question.help.as_ref().map(say),
        required: question.required,
        measure: None,
        scale,
        rows: question.fields.clone().map(|field| row(session, question, field)).collect(),
        options: Vec::new(),
        multiple: false,
        other: false,
        total: None,
        min: None,
        max: None,
        step: None,
        unit: None,
        lines: None,
        max_length: None,
        functional: None,
        dysfunctional: None,
    };
    match &question.kind {
        Kind::Matrix { measure, .. } | Kind::Rating { measure, .. } => asked.measure = Some(measure.name()),
        Kind::Choice { options, multiple, other } => {
            asked.options = options.iter().map(|option| choice(option, &say)).collect();
            (asked.multiple, asked.other) = (*multiple, *other);
        }
        Kind::Allocation { total, .. } => asked.total = Some(*total),
        Kind::Number { min, max, step, unit } => {
            (asked.min, asked.max, asked.step) = (min.map(Number), max.map(Number), step.map(Number));
            asked.unit = unit.as_ref().map(say);
        }
        Kind::Text { rows, max_length } => (asked.lines, asked.max_length) = (*rows, *max_length),
        Kind::Kano { functional, dysfunctional, .. } => {
            asked.functional = functional.as_ref().map(say);
            asked.dysfunctional = dysfunctional.as_ref().map(say);
        }
        _ => {}
    }
    asked
}

fn choice(option: &OptionItem, say: &impl Fn(&Text) -> String) -> Choice {
    Choice { value: option.value.clone(), title: say(&option.title) }
}

fn built_in(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Nps => Some("nps"),
        Kind::Ces => Some("ces7"),
        Kind::Quadrant { .. } => Some("percent"),
        Kind::Pairwise { .. } => Some("saaty"),
        Kind::Kano { .. } => Some("kano5"),
        _ => None,
    }
}

fn shown(scale: &Scale, say: &impl Fn(&Text) -> String) -> Shown {
    let (labels, low, high) = match &scale.labels {
        Labels::None => (None, None, None),
        Labels::Each(each) => (Some(each.iter().map(say).collect()), None, None),
        Labels::Ends { low, high } => (None, Some(say(low)), Some(say(high))),
    };
    let levels = scale.levels;
    Shown {
        id: scale.id.clone(),
        look: scale.look.name(),
        min: Number(levels.min),
        step: Number(levels.step),
        count: levels.count,
        labels,
        low,
        high,
    }
}

fn row(session: &Session, question: &Question, index: usize) -> Row {
    let field = &session.survey().fields()[index];
    let say = |text: &Text| text.in_language(session.language()).to_owned();
    let (title, against) = titles(session, question, field, &say);
    let part = match field.part {
        Part::X => Some("x"),
        Part::Y => Some("y"),
        Part::Functional => Some("functional"),
        Part::Dysfunctional => Some("dysfunctional"),
        _ => None,
    };
    // A code's number, not the answer's own: what lies a billionth beside a level is that level.
    let value = session.answered(index).map(|answer| match (answer, &field.domain) {
        (Answer::Number(number), Domain::Levels(levels)) => Answer::Number(levels.code(*number).map_or(*number, |code| levels.value(code))),
        (answer, _) => answer.clone(),
    });
    Row { key: field.key.clone(), title, part, against, value: value.map(Written) }
}

fn titles(session: &Session, question: &Question, field: &Field, say: &impl Fn(&Text) -> String) -> (String, Option<String>) {
    let survey = session.survey();
    let attribute = |index: usize| say(&survey.attributes()[index].title);
    match (&question.kind, field.part) {
        (Kind::Pairwise { of, among }, Part::Judgment { left, right }) => {
            let title = |place: usize| match of {
                Of::Dimensions => say(&survey.dimensions()[among[place]].title),
                Of::Attributes => attribute(among[place]),
            };
            (title(left), Some(title(right)))
        }
        (
            Kind::Allocation { among: Subjects::Options(options), .. } | Kind::Ranking { among: Subjects::Options(options) },
            Part::Points(place) | Part::Rank(place),
        ) => (say(&options[place].title), None),
        (Kind::Rating { .. }, _) => (String::new(), None),
        _ => (field.attribute.map(attribute).unwrap_or_default(), None),
    }
}
