//! The survey that a foreign file would be answers to.

use std::collections::BTreeMap;

use serde::Serialize;

use super::guess::{ColumnRole, ScaleBounds};
use super::words::subject;
use crate::error::{Error, Problem};
use crate::survey::Survey;
use crate::text::text;
use crate::value::{Value, record};

record! {
    /// What a person settled on for the columns of a file.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ProposalInput {
        /// What the survey is called: the file's name, say.
        title: String,
        /// The columns that hold something.
        columns: Vec<ColumnChoice>,
    }
}

record! {
    /// What one column holds.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ColumnChoice {
        /// Its header.
        header: String,
        /// What it holds.
        role: ColumnRole,
        /// The scale of its numbers; 1 to 5 where none is given.
        scale: Option<ScaleBounds>,
        /// The values that split the answers, for a segment.
        values: Option<Vec<String>>,
    }
}

/// A definition, and which of its answer keys each header is.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
pub struct Proposal {
    /// A survey like any other.
    #[tsify(type = "SurveyDefinition")]
    pub definition: Survey,
    /// Answer keys by header.
    pub columns: BTreeMap<String, String>,
}

/// The parts of the definition while they are put together.
#[derive(Default)]
struct Parts {
    scales: Vec<(String, Value)>,
    /// What the attributes are about, and what they are called.
    attributes: Vec<(String, String)>,
    matrices: Vec<Matrix>,
    questions: Vec<Value>,
    outcome: Option<String>,
    columns: BTreeMap<String, String>,
}

/// Attributes that the same is asked of on the same scale.
struct Matrix {
    role: ColumnRole,
    scale: String,
    id: String,
    attributes: Vec<usize>,
}

/// The survey that a file with these columns would be answers to.
///
/// Columns that are about the same thing (`Speed satisfaction`, `Speed importance`) become one attribute; columns that the same is asked in on the
/// same scale become one matrix. The outcome is satisfaction with the whole, else the recommendation. A value of a segment that cannot be an
/// option's (it holds a `.` or `:`, or is longer than 64 characters) counts as `other`. Refused where no column holds answers.
pub fn propose_survey(input: &ProposalInput) -> Result<Proposal, Error> {
    let mut parts = Parts::default();
    for choice in &input.columns {
        parts.take(choice);
    }
    let Parts { scales, attributes, matrices, mut questions, outcome, columns } = parts;
    for matrix in matrices.iter().rev() {
        questions.insert(0, matrix.question());
    }
    if questions.is_empty() {
        return Err(Error::at("columns", Problem::Conflict { message: "no column is said to hold answers".into() }));
    }
    let attribute = |(place, (_, title)): (usize, &(String, String))| record(&[("id", text(&attribute_id(place))), ("title", text(title))]);
    let mut definition = vec![
        ("id", text("file")),
        ("version", Value::Number(1.0)),
        ("title", text(&input.title)),
        ("scales", Value::Record(scales)),
        ("attributes", Value::List(attributes.iter().enumerate().map(attribute).collect())),
        ("pages", Value::List(vec![record(&[("questions", Value::List(questions))])])),
    ];
    definition.extend(outcome.map(|outcome| ("outcome", text(&outcome))));
    Ok(Proposal { definition: Survey::from_value(&record(&definition))?, columns })
}

impl Parts {
    fn take(&mut self, choice: &ColumnChoice) {
        let id = text!("q{}", self.questions.len() + 1);
        let asked = |kind: &str| vec![("id", text(&id)), ("kind", text(kind)), ("title", text(&choice.header))];
        let mut question = match choice.role {
            ColumnRole::Ignored => return,
            ColumnRole::Weight => {
                self.columns.insert(choice.header.clone(), "weight".into());
                return;
            }
            ColumnRole::Satisfaction | ColumnRole::Importance | ColumnRole::Expectation | ColumnRole::Perception => {
                return self.take_attribute(choice);
            }
            ColumnRole::Nps => asked("nps"),
            ColumnRole::Ces => asked("ces"),
            ColumnRole::Overall => asked("rating"),
            ColumnRole::Segment => asked("choice"),
        };
        match choice.role {
            ColumnRole::Overall => question.extend([("scale", text(&self.scale(choice))), ("measure", text("overall"))]),
            ColumnRole::Segment => {
                let options = choice.values.iter().flatten().filter(|value| can_be_an_option(value));
                let options: Vec<Value> = options.map(|value| record(&[("value", text(value)), ("title", text(value))])).collect();
                if options.is_empty() {
                    return;
                }
                question.extend([("options", Value::List(options)), ("other", Value::Bool(true)), ("segment", Value::Bool(true))]);
            }
            _ => {}
        }
        match choice.role {
            ColumnRole::Overall => self.outcome = Some(id.clone()),
            ColumnRole::Nps => self.outcome = self.outcome.take().or_else(|| Some(id.clone())),
            _ => {}
        }
        self.questions.push(record(&question));
        self.columns.insert(choice.header.clone(), id);
    }

    fn take_attribute(&mut self, choice: &ColumnChoice) {
        let about = subject(&choice.header);
        let attribute = match self.attributes.iter().position(|(known, _)| *known == about) {
            Some(place) => {
                let title = &mut self.attributes[place].1;
                *title = in_common(title, &choice.header).unwrap_or(title).to_owned();
                place
            }
            None => {
                self.attributes.push((about, choice.header.clone()));
                self.attributes.len() - 1
            }
        };
        let scale = self.scale(choice);
        let free = |matrix: &Matrix| matrix.role == choice.role && matrix.scale == scale && !matrix.attributes.contains(&attribute);
        let matrix = self.matrices.iter().position(free).unwrap_or_else(|| {
            let id = text!("m{}", self.matrices.len() + 1);
            self.matrices.push(Matrix { role: choice.role, scale, id, attributes: Vec::new() });
            self.matrices.len() - 1
        });
        let matrix = &mut self.matrices[matrix];
        matrix.attributes.push(attribute);
        self.columns.insert(choice.header.clone(), text!("{}.{}", matrix.id, attribute_id(attribute)));
    }

    /// The id of a scale with these bounds.
    fn scale(&mut self, choice: &ColumnChoice) -> String {
        let ScaleBounds { min, max, step } = choice.scale.unwrap_or(ScaleBounds { min: 1.0, max: 5.0, step: None });
        let step = step.unwrap_or(1.0);
        let id = text!("from {} to {} by {}", min, max, step).replace('.', ",");
        if !self.scales.iter().any(|(known, _)| *known == id) {
            let number = Value::Number;
            let scale = record(&[("min", number(min)), ("max", number(max)), ("step", number(step)), ("look", text("numbers"))]);
            self.scales.push((id.clone(), scale));
        }
        id
    }
}

impl Matrix {
    fn question(&self) -> Value {
        let attributes = self.attributes.iter().map(|&attribute| text(&attribute_id(attribute))).collect();
        record(&[
            ("id", text(&self.id)),
            ("kind", text("matrix")),
            ("title", text(self.role.name())),
            ("measure", text(self.role.name())),
            ("scale", text(&self.scale)),
            ("attributes", Value::List(attributes)),
        ])
    }
}

fn attribute_id(place: usize) -> String {
    text!("a{}", place + 1)
}

/// What two headers about one thing begin with, if that says something: `Speed` of `Speed - satisfaction` and `Speed - importance`.
fn in_common<'a>(one: &'a str, other: &str) -> Option<&'a str> {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(letter, _)| letter.len_utf8()).sum();
    let common = one[..same].trim_end_matches(|letter: char| !letter.is_alphanumeric());
    (subject(common) == subject(one)).then_some(common)
}

/// What an id may be; see the survey's own reader.
fn can_be_an_option(value: &str) -> bool {
    (1..=64).contains(&value.chars().count()) && !value.contains(['.', ':']) && !value.contains(char::is_control)
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn record(entries: &[(&str, Value)]) -> Value {
    Value::Record(entries.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
}
