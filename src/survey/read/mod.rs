//! Reading a definition: its shape by the typed reader, then its references, then the two lists.

mod condition;
mod fields;
mod ids;
mod judgments;
mod question;
mod scale;
mod text;
mod weights;

use std::mem::take;

use super::Text;
use super::definition::{Attribute, Dimension, Model, Page, Polarity, Survey};
use crate::error::{Error, Problem};
use crate::value::{At, Path, Read, Value};

use ids::{id, index_of, unique};

/// The most of each that a definition may hold; beyond, it is a mistake or an attack, not a survey.
const QUESTIONS: usize = 1000;
const ATTRIBUTES: usize = 200;
const OPTIONS: usize = 250;

/// What has been read so far, and later parts may refer to.
pub(super) struct Known {
    pub(super) scales: Vec<super::Scale>,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) attributes: Vec<Attribute>,
}

const KEYS: [&str; 13] = [
    "id",
    "version",
    "title",
    "intro",
    "thanks",
    "languages",
    "scales",
    "dimensions",
    "attributes",
    "pages",
    "weights",
    "outcome",
    "model",
];

impl Read for Survey {
    fn read(at: At<'_>) -> Result<Self, Error> {
        // An empty survey that is filled has one place where it is dropped when something is wrong; one that is put together at the end
        // has as many as there are keys.
        let mut known = Known { scales: Vec::new(), dimensions: Vec::new(), attributes: Vec::new() };
        let mut survey = Survey {
            id: String::new(),
            version: 0,
            title: Text::plain(""),
            intro: None,
            thanks: None,
            languages: Vec::new(),
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
        fill(&mut survey, &mut known, at)?;
        Ok(survey)
    }
}

fn fill(survey: &mut Survey, known: &mut Known, at: At<'_>) -> Result<(), Error> {
    at.record(&KEYS)?;
    survey.id = at.required("id", id)?;
    survey.version = at.required("version", version)?;
    survey.title = at.field("title")?;
    survey.intro = at.field("intro")?;
    survey.thanks = at.field("thanks")?;
    survey.languages = at.optional("languages", |at| at.list(language))?.unwrap_or_default();
    known.scales = scale::read_all(at)?;
    known.dimensions = dimensions(at)?;
    known.attributes = attributes(at, &known.dimensions)?;
    at.required("pages", |at| read_pages(survey, at, known))?;
    survey.scales = take(&mut known.scales);
    survey.dimensions = take(&mut known.dimensions);
    survey.attributes = take(&mut known.attributes);
    survey.outcome = at.optional("outcome", |at| outcome(survey, at))?;
    survey.weights = at.optional("weights", |at| weights::read(survey, at))?;
    survey.model = at.optional("model", |at| model(survey, at))?;
    Ok(())
}

fn version(at: At<'_>) -> Result<u32, Error> {
    match u32::read(at)? {
        0 => Err(at.out_of_range(0.0, "1 and up")),
        version => Ok(version),
    }
}

/// A BCP 47 tag, by its shape: letters first, then parts of letters and digits.
fn language(at: At<'_>) -> Result<String, Error> {
    let tag = at.text()?;
    match text::is_language(tag) {
        true => Ok(tag.to_owned()),
        false => Err(at.error(Problem::BadLanguage { tag: tag.into() })),
    }
}

fn dimensions(at: At<'_>) -> Result<Vec<Dimension>, Error> {
    let list = at.optional("dimensions", |at| {
        let mut taken = unique("dimension");
        at.list(|at| {
            at.record(&["id", "title"])?;
            Ok(Dimension { id: at.required("id", |at| taken(id(at)?, at))?, title: at.field("title")? })
        })
    })?;
    Ok(list.unwrap_or_default())
}

fn attributes(at: At<'_>, dimensions: &[Dimension]) -> Result<Vec<Attribute>, Error> {
    let list = at.optional("attributes", |at| {
        let mut taken = unique("attribute");
        let list = at.list(|at| {
            at.record(&["id", "title", "dimension", "polarity"])?;
            Ok(Attribute {
                id: at.required("id", |at| taken(id(at)?, at))?,
                title: at.field("title")?,
                dimension: at.optional("dimension", |at| index_of("dimension", dimensions.iter().map(|d| d.id.as_str()), at))?,
                polarity: at.field::<Option<Polarity>>("polarity")?.unwrap_or(Polarity::Positive),
            })
        })?;
        at_most("attributes", list.len(), ATTRIBUTES, at)?;
        Ok(list)
    })?;
    Ok(list.unwrap_or_default())
}

fn at_most(what: &'static str, found: usize, limit: usize, at: At<'_>) -> Result<(), Error> {
    match found > limit {
        true => Err(at.error(Problem::TooMany { what, found, limit })),
        false => Ok(()),
    }
}

fn read_pages(survey: &mut Survey, at: At<'_>, known: &Known) -> Result<(), Error> {
    let Value::List(pages) = at.value else { return Err(at.wrong_type("a list")) };
    if pages.is_empty() {
        return Err(at.too_few("page", 1));
    }
    let ahead = question::ids_ahead(pages);
    let mut taken = unique("question");
    for (index, value) in pages.iter().enumerate() {
        let at = At { value, path: &Path::Index(at.path, index) };
        at.record(&["title", "questions", "showIf", "shuffle"])?;
        let first = survey.questions.len();
        let show_if = at.optional("showIf", |at| condition::read(survey, &known.attributes, &ahead, at))?;
        at.required("questions", |at| {
            let Value::List(questions) = at.value else { return Err(at.wrong_type("a list")) };
            if questions.is_empty() {
                return Err(at.too_few("question", 1));
            }
            at_most("questions", first + questions.len(), QUESTIONS, at)?;
            for (place, value) in questions.iter().enumerate() {
                let at = At { value, path: &Path::Index(at.path, place) };
                let question = question::read(survey, known, &ahead, index, at)?;
                taken(question.id.clone(), At { value, path: &Path::Key(at.path, "id") })?;
                fields::append(survey, known, question, at)?;
            }
            Ok(())
        })?;
        survey.pages.push(Page {
            title: at.field("title")?,
            questions: first..survey.questions.len(),
            show_if,
            shuffle: at.flag("shuffle")?,
        });
    }
    Ok(())
}

/// The only field of the named question, which holds numbers.
fn outcome(survey: &Survey, at: At<'_>) -> Result<usize, Error> {
    let index = index_of("question", survey.questions.iter().map(|q| q.id.as_str()), at)?;
    let question = &survey.questions[index];
    let field = question.fields.clone().next();
    match field.filter(|_| question.fields.len() == 1).and_then(|field| numeric_column(survey, field).map(|_| field)) {
        Some(field) => Ok(field),
        None => Err(at.error(Problem::Conflict {
            message: ["the outcome is one number; the question \"", &question.id, "\" (", question.kind.name(), ") does not give one"]
                .concat(),
        })),
    }
}

fn numeric_column(survey: &Survey, field: usize) -> Option<usize> {
    let column = survey.fields.get(field)?.columns.clone().next()?;
    survey.columns.get(column)?.numbers.map(|_| column)
}

fn model(survey: &Survey, at: At<'_>) -> Result<Model, Error> {
    at.record(&["blocks", "paths"])?;
    let blocks = at.required("blocks", |at| {
        let blocks = at.entries(|name, at| {
            let fields = at.list(|at| {
                let field = index_of("answer key", survey.fields.iter().map(|f| f.key.as_str()), at)?;
                numeric_column(survey, field)
                    .map(|_| field)
                    .ok_or_else(|| at.conflict(&["\"", &survey.fields[field].key, "\" holds no numbers of a scale"]))
            })?;
            if fields.is_empty() {
                return Err(at.too_few("answer key", 1));
            }
            Ok((name.to_owned(), fields))
        })?;
        if blocks.len() < 2 {
            return Err(at.too_few("blocks", 2));
        }
        Ok(blocks)
    })?;
    let paths = at.required("paths", |at| {
        at.list(|at| {
            let (from, to) = <(String, String)>::read(at)?;
            let block = |place: usize, name: &str| {
                let value = Value::Text(name.into());
                index_of("block", blocks.iter().map(|(name, _)| name.as_str()), At { value: &value, path: &Path::Index(at.path, place) })
            };
            let path = (block(0, &from)?, block(1, &to)?);
            match path.0 == path.1 {
                true => Err(at.conflict(&["\"", &from, "\" cannot lead to itself"])),
                false => Ok(path),
            }
        })
    })?;
    if paths.is_empty() {
        return Err(Error::at(Path::Key(at.path, "paths").text(), Problem::TooFew { what: "path", least: 1 }));
    }
    if let Some(name) = cycle(&blocks, &paths) {
        return Err(Error::at(
            Path::Key(at.path, "paths").text(),
            Problem::Conflict { message: ["the paths lead from \"", name, "\" back to itself"].concat() },
        ));
    }
    Ok(Model { blocks, paths })
}

/// A block that can be reached from itself.
fn cycle<'a>(blocks: &'a [(String, Vec<usize>)], paths: &[(usize, usize)]) -> Option<&'a str> {
    let mut left: Vec<usize> = (0..blocks.len()).collect();
    loop {
        let before = left.len();
        // A block that nothing left leads to cannot be part of a cycle.
        let now = left.clone();
        left.retain(|&block| paths.iter().any(|&(from, to)| to == block && now.contains(&from)));
        if left.len() == before {
            return left.first().map(|&block| blocks[block].0.as_str());
        }
    }
}

/// What a definition gets wrong most often; each is made in one place, for the page pays for every byte.
impl At<'_> {
    #[cold]
    pub(super) fn too_few(&self, what: &'static str, least: usize) -> Error {
        self.error(Problem::TooFew { least, what })
    }

    #[cold]
    pub(super) fn out_of_range(&self, value: f64, allowed: &str) -> Error {
        self.error(Problem::OutOfRange { value, allowed: allowed.into() })
    }

    /// The message comes in pieces.
    #[cold]
    pub(super) fn conflict(&self, message: &[&str]) -> Error {
        self.error(Problem::Conflict { message: message.concat() })
    }

    #[cold]
    pub(super) fn taken(&self, what: &'static str, id: String) -> Error {
        self.error(Problem::DuplicateId { what, id })
    }
}

/// Reading keys of a record with a function.
impl<'a> At<'a> {
    /// Whether a key is true; it is not when it is not there.
    pub(super) fn flag(&self, key: &'static str) -> Result<bool, Error> {
        self.field(key).map(|flag: Option<bool>| flag.unwrap_or(false))
    }

    pub(super) fn optional<T>(&self, key: &'static str, read: impl FnOnce(At<'_>) -> Result<T, Error>) -> Result<Option<T>, Error> {
        match self.key(key) {
            Some(value) => read(At { value, path: &Path::Key(self.path, key) }).map(Some),
            None => Ok(None),
        }
    }

    pub(super) fn required<T>(&self, key: &'static str, read: impl FnOnce(At<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.optional(key, read)?.ok_or_else(|| self.error(Problem::MissingKey { key }))
    }
}
