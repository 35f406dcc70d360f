//! Reading a definition: its shape, then its references, then the two lists.

mod condition;
mod fault;
mod fields;
mod ids;
mod judgments;
mod question;
mod scale;
mod shape;
mod text;
mod weights;

use super::definition::{Attribute, Dimension, Model, Page, Polarity, Survey};
use crate::error::{Error, Problem};
use crate::value::{At, Read, Value};

use fault::{Fault, conflict, fault, taken, too_few, unless};
use ids::index_of;
use text::{words, words_if_any};

impl Survey {
    /// Reads and checks a definition from JSON text.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::from_value(&Value::from_json(text)?)
    }

    /// Reads and checks a definition.
    pub fn from_value(value: &Value) -> Result<Self, Error> {
        // An empty survey that is filled has one place where it is dropped when something is wrong; one that is put together at the end
        // has as many as there are keys.
        let mut survey = Self {
            id: value.get("id").text().into(),
            version: value.get("version").number().unwrap_or_default() as u32,
            title: words(value.get("title")),
            intro: words_if_any(value.get("intro")),
            thanks: words_if_any(value.get("thanks")),
            languages: value.get("languages").list().iter().map(|tag| tag.text().into()).collect(),
            scales: Vec::new(),
            dimensions: Vec::new(),
            attributes: Vec::new(),
            pages: Vec::new(),
            questions: Vec::new(),
            fields: Vec::new(),
            columns: Vec::new(),
            weights: None,
            outcome: None,
            model: None,
        };
        match fill(&mut survey, value) {
            Ok(()) => Ok(survey),
            Err(fault) => Err(fault.within(value)),
        }
    }
}

impl Read for Survey {
    fn read(at: At<'_>) -> Result<Self, Error> {
        Self::from_value(at.value).map_err(|error| error.within(&at.path.text()))
    }
}

fn fill<'a>(survey: &mut Survey, value: &'a Value) -> Result<(), Fault<'a>> {
    shape::SURVEY.check(value)?;
    for (name, scale) in value.get("scales").entries() {
        survey.scales.push(scale::read(name, scale)?);
    }
    for dimension in value.get("dimensions").list() {
        survey.dimensions.push(Dimension { id: dimension.get("id").text().into(), title: words(dimension.get("title")) });
    }
    for attribute in value.get("attributes").list() {
        let dimension = match attribute.get("dimension") {
            Value::Text(id) => Some(ids::dimension(survey, id, attribute.get("dimension"))?),
            _ => None,
        };
        survey.attributes.push(Attribute {
            id: attribute.get("id").text().into(),
            title: words(attribute.get("title")),
            dimension,
            polarity: Polarity::named(attribute.get("polarity").text()).unwrap_or(Polarity::Positive),
        });
    }
    pages(survey, value)?;
    // ---- what refers to questions
    if let Value::Text(id) = value.get("outcome") {
        survey.outcome = Some(outcome(survey, id, value.get("outcome"))?);
    }
    let weights = value.get("weights");
    if !weights.is_null() {
        survey.weights = Some(weights::read(survey, weights)?);
    }
    let model = value.get("model");
    if !model.is_null() {
        survey.model = Some(self::model(survey, model)?);
    }
    Ok(())
}

fn pages<'a>(survey: &mut Survey, definition: &'a Value) -> Result<(), Fault<'a>> {
    for page in definition.get("pages").list() {
        let first = survey.questions.len();
        let show_if = condition::read_if_any(survey, definition, page.get("showIf"))?;
        let questions = page.get("questions");
        let found = first + questions.list().len();
        unless(found <= shape::QUESTIONS, questions, || Problem::TooMany { what: "questions", found, limit: shape::QUESTIONS })?;
        for asked in questions.list() {
            let question = question::read(survey, definition, asked)?;
            if survey.questions.iter().any(|one| one.id == question.id) {
                return Err(taken(asked.get("id"), "question", &question.id));
            }
            fields::append(survey, question, asked)?;
        }
        survey.pages.push(Page {
            title: words_if_any(page.get("title")),
            questions: first..survey.questions.len(),
            show_if,
            shuffle: page.get("shuffle").is_true(),
        });
    }
    Ok(())
}

/// The only field of the named question, which holds numbers.
fn outcome<'a>(survey: &Survey, id: &str, part: &'a Value) -> Result<usize, Fault<'a>> {
    let question = &survey.questions[ids::question(survey, id, part)?];
    match question.fields.len() == 1 && is_numeric(survey, question.fields.start) {
        true => Ok(question.fields.start),
        false => {
            let kind = question.kind.name();
            Err(conflict(part, &["the outcome is one number; the question \"", id, "\" (", kind, ") does not give one"]))
        }
    }
}

fn is_numeric(survey: &Survey, field: usize) -> bool {
    survey.columns.iter().any(|column| column.field == field && column.numbers.is_some())
}

fn model<'a>(survey: &Survey, part: &'a Value) -> Result<Model, Fault<'a>> {
    let mut blocks: Vec<(String, Vec<usize>)> = Vec::new();
    for (name, listed) in part.get("blocks").entries() {
        let mut fields = Vec::new();
        for key in listed.list() {
            let field = index_of("answer key", &|place| Some(&survey.fields.get(place)?.key), key.text(), key)?;
            if !is_numeric(survey, field) {
                return Err(conflict(key, &["\"", key.text(), "\" holds no numbers of a scale"]));
            }
            fields.push(field);
        }
        blocks.push((name.clone(), fields));
    }
    if blocks.len() < 2 {
        return Err(too_few(part.get("blocks"), "blocks", 2));
    }
    let block = |name: &'a Value| index_of("block", &|place| Some(&blocks.get(place)?.0), name.text(), name);
    let arrows = part.get("paths");
    let mut paths = Vec::new();
    for arrow in arrows.list() {
        let [from, to] = arrow.list() else {
            return Err(fault(arrow, Problem::LengthMismatch { what: "entries", found: arrow.list().len(), expected: 2 }));
        };
        let path = (block(from)?, block(to)?);
        if path.0 == path.1 {
            return Err(conflict(arrow, &["\"", from.text(), "\" cannot lead to itself"]));
        }
        paths.push(path);
    }
    match cycle(blocks.len(), &paths) {
        Some(block) => Err(conflict(arrows, &["the paths lead from \"", &blocks[block].0, "\" back to itself"])),
        None => Ok(Model { blocks, paths }),
    }
}

/// A block that can be reached from itself.
fn cycle(blocks: usize, paths: &[(usize, usize)]) -> Option<usize> {
    let mut left = vec![true; blocks];
    // A block that nothing left leads to cannot be part of a cycle; with each round at least one more is known not to be.
    for _ in 0..blocks {
        for block in 0..blocks {
            left[block] = paths.iter().any(|&(from, to)| to == block && left[from]);
        }
    }
    left.iter().position(|&left| left)
}
