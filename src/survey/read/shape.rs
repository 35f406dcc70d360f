//! The shape of a definition: tables of keys and of what each may hold, and the one walk that holds a definition against them.
//!
//! A table weighs a fraction of the code that reads each key by itself, and what comes after need not ask whether a text is a text.

use super::fault::{Fault, fault, out_of_range, taken, too_few, unknown_name, wrong_type};
use super::text::{is_id, is_language};
use crate::error::Problem;
use crate::survey::{DerivedMethod, Look, Measure, Of, Polarity};
use crate::value::{Value, beginning, is_blank, number_text};

/// What a place of a definition may hold.
pub(super) enum Shape {
    /// True or false.
    Flag,
    /// Any text.
    Text,
    /// An id.
    Id,
    /// A language tag.
    Language,
    /// A text that people read, or one for each language.
    Words,
    /// A finite number.
    Number,
    /// A finite number above 0.
    Positive,
    /// A whole number from 1 to this.
    Whole(u32),
    /// A number or a text.
    Plain,
    /// One of these names.
    Name(&'static (&'static str, &'static [&'static str])),
    /// This, or null.
    Gap(&'static Shape),
    /// A list.
    List(&'static List),
    /// A record whose keys are the definition's own.
    Entries(&'static Shape),
    /// A record with these keys.
    Record(&'static [Key]),
    /// A record with these keys, or a list.
    RecordOr(&'static [Key], &'static Shape),
    /// A record with the first of these sets of keys whose first key it has; with the last set, where it has none of them.
    Either(&'static [&'static [Key]]),
    /// A record with the keys that all kinds have, and those of the kind that it names.
    Kinds(&'static Kinds),
}

/// A key of a record.
pub(super) struct Key {
    name: &'static str,
    required: bool,
    shape: Shape,
}

/// A list: what is in it, how many of them there may be, what one of them is called, and several.
pub(super) struct List {
    of: Shape,
    least: usize,
    most: usize,
    one: &'static str,
    several: &'static str,
    /// What may not be twice in it: the entries themselves, or what they hold at a key.
    once: Once,
}

enum Once {
    No,
    Itself,
    At(&'static str),
}

/// Records that say of which kind they are.
pub(super) struct Kinds {
    key: &'static str,
    all: &'static [Key],
    each: &'static [(&'static str, &'static [Key])],
}

const fn must(name: &'static str, shape: Shape) -> Key {
    Key { name, required: true, shape }
}

const fn may(name: &'static str, shape: Shape) -> Key {
    Key { name, required: false, shape }
}

const fn list(of: Shape, least: usize, one: &'static str, several: &'static str) -> List {
    List { of, least, most: usize::MAX, one, several, once: Once::No }
}

impl List {
    const fn at_most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    const fn once(self, once: Once) -> Self {
        Self { once, ..self }
    }
}

/// The most of each that a definition may hold; beyond, it is a mistake or an attack, not a survey.
pub(super) const QUESTIONS: usize = 1000;
const ATTRIBUTES: usize = 200;
const OPTIONS: usize = 250;

pub(super) static SURVEY: Shape = Shape::Record(&[
    must("id", Shape::Id),
    must("version", Shape::Whole(u32::MAX)),
    must("title", Shape::Words),
    may("intro", Shape::Words),
    may("thanks", Shape::Words),
    may("languages", Shape::List(&list(Shape::Language, 0, "", ""))),
    may("scales", Shape::Entries(&SCALE)),
    may("dimensions", Shape::List(&list(DIMENSION, 0, "dimension", "").once(Once::At("id")))),
    may("attributes", Shape::List(&list(ATTRIBUTE, 0, "attribute", "attributes").at_most(ATTRIBUTES).once(Once::At("id")))),
    must("pages", Shape::List(&list(PAGE, 1, "page", ""))),
    may("weights", Shape::Kinds(&WEIGHTS)),
    may("outcome", Shape::Text),
    may("model", MODEL),
]);

static SCALE: Shape = Shape::Record(&[
    must("min", Shape::Number),
    must("max", Shape::Number),
    may("step", Shape::Number),
    must("look", Shape::Name(&("look", Look::NAMES))),
    may("labels", Shape::RecordOr(&[must("low", Shape::Words), must("high", Shape::Words)], &Shape::List(&list(Shape::Words, 0, "", "")))),
]);

const DIMENSION: Shape = Shape::Record(&[must("id", Shape::Id), must("title", Shape::Words)]);

const ATTRIBUTE: Shape = Shape::Record(&[
    must("id", Shape::Id),
    must("title", Shape::Words),
    may("dimension", Shape::Text),
    may("polarity", Shape::Name(&("name", Polarity::NAMES))),
]);

const PAGE: Shape = Shape::Record(&[
    may("title", Shape::Words),
    must("questions", Shape::List(&ASKED)),
    may("showIf", Shape::Either(&CONDITION)),
    may("shuffle", Shape::Flag),
]);

static ASKED: List = list(Shape::Kinds(&QUESTION), 1, "question", "");

static QUESTION: Kinds = Kinds {
    key: "kind",
    all: &[
        must("id", Shape::Id),
        must("kind", Shape::Text),
        must("title", Shape::Words),
        may("help", Shape::Words),
        may("required", Shape::Flag),
        may("showIf", Shape::Either(&CONDITION)),
        may("segment", Shape::Flag),
    ],
    each: &[
        (
            "matrix",
            &[
                must("attributes", Shape::List(&SOME_ATTRIBUTES)),
                must("measure", Shape::Name(&("measure", OF_ATTRIBUTES))),
                must("scale", Shape::Text),
            ],
        ),
        ("rating", &[must("scale", Shape::Text), may("measure", Shape::Name(&("measure", Measure::NAMES))), may("attribute", Shape::Text)]),
        ("nps", &[]),
        ("ces", &[]),
        ("quadrant", &[must("attributes", Shape::List(&SOME_ATTRIBUTES))]),
        ("pairwise", &[must("of", Shape::Name(&("name", Of::NAMES))), may("among", Shape::Text)]),
        ("kano", &[must("attributes", Shape::List(&SOME_ATTRIBUTES)), may("functional", Shape::Words), may("dysfunctional", Shape::Words)]),
        (
            "allocation",
            &[may("attributes", Shape::List(&TWO_ATTRIBUTES)), may("options", Shape::List(&TWO_OPTIONS)), may("total", Shape::Whole(253))],
        ),
        ("ranking", &[may("attributes", Shape::List(&TWO_ATTRIBUTES)), may("options", Shape::List(&TWO_OPTIONS))]),
        ("choice", &[must("options", Shape::List(&SOME_OPTIONS)), may("multiple", Shape::Flag), may("other", Shape::Flag)]),
        ("number", &[may("min", Shape::Number), may("max", Shape::Number), may("step", Shape::Positive), may("unit", Shape::Words)]),
        ("text", &[may("rows", Shape::Whole(u32::MAX)), may("maxLength", Shape::Whole(u32::MAX))]),
    ],
};

/// Satisfaction with the whole is no attribute's.
const OF_ATTRIBUTES: &[&str] = Measure::NAMES.split_at(Measure::Overall as usize).0;

static SOME_ATTRIBUTES: List = list(Shape::Text, 1, "attribute", "attributes").at_most(ATTRIBUTES).once(Once::Itself);
static TWO_ATTRIBUTES: List = list(Shape::Text, 2, "attribute", "attributes").at_most(ATTRIBUTES).once(Once::Itself);
static SOME_OPTIONS: List = list(OPTION, 1, "option", "options").at_most(OPTIONS).once(Once::At("value"));
static TWO_OPTIONS: List = list(OPTION, 2, "option", "options").at_most(OPTIONS).once(Once::At("value"));

const OPTION: Shape = Shape::Record(&[must("value", Shape::Id), must("title", Shape::Words)]);

static CONDITION: [&[Key]; 4] = [
    &[must("all", Shape::List(&CONDITIONS))],
    &[must("any", Shape::List(&CONDITIONS))],
    &[must("not", Shape::Either(&CONDITION))],
    &[
        must("question", Shape::Text),
        may("attribute", Shape::Text),
        may("atLeast", Shape::Number),
        may("above", Shape::Number),
        may("atMost", Shape::Number),
        may("below", Shape::Number),
        may("is", Shape::Plain),
        may("answered", Shape::Flag),
    ],
];

static CONDITIONS: List = list(Shape::Either(&CONDITION), 0, "", "");

static WEIGHTS: Kinds = Kinds {
    key: "source",
    all: &[must("source", Shape::Text)],
    each: &[
        ("equal", &[]),
        ("stated", &[]),
        ("fixed", &[must("values", Shape::Entries(&Shape::Number))]),
        (
            "ahp",
            &[
                may("criteria", JUDGMENTS),
                may("factors", Shape::Entries(&JUDGMENTS)),
                may("randomIndex", Shape::Name(&("random index", super::weights::RANDOM_INDEX))),
            ],
        ),
        ("derived", &[must("method", Shape::Name(&("method", DerivedMethod::NAMES)))]),
    ],
};

const JUDGMENTS: Shape = Shape::List(&list(Shape::List(&list(Shape::Gap(&Shape::Number), 0, "", "")), 0, "", ""));

const MODEL: Shape = Shape::Record(&[
    must("blocks", Shape::Entries(&Shape::List(&list(Shape::Text, 1, "answer key", "")))),
    must("paths", Shape::List(&list(Shape::List(&list(Shape::Text, 0, "", "")), 1, "path", ""))),
]);

impl Shape {
    /// Whether a part of a definition has this shape, or what is wrong with it.
    pub(super) fn check<'a>(&self, part: &'a Value) -> Result<(), Fault<'a>> {
        let is = |holds: bool, expected| if holds { Ok(()) } else { Err(wrong_type(part, expected)) };
        match self {
            Self::Flag => is(matches!(part, Value::Bool(_)), "true or false"),
            Self::Text => is(matches!(part, Value::Text(_)), "a text"),
            Self::Id => {
                Self::Text.check(part)?;
                id(part, part.text())
            }
            Self::Language => {
                Self::Text.check(part)?;
                language(part, part.text())
            }
            Self::Words => words(part),
            Self::Number => number(part),
            Self::Positive => {
                number(part)?;
                if part.number() > Some(0.0) { Ok(()) } else { Err(out_of_range(part, &["more than 0"])) }
            }
            Self::Whole(most) => whole(part, *most),
            Self::Plain => {
                if let Value::Number(_) = part {
                    return number(part);
                }
                is(matches!(part, Value::Text(_)), "a number or a text")
            }
            Self::Name((what, names)) => {
                Self::Text.check(part)?;
                if names.contains(&part.text()) { Ok(()) } else { Err(unknown_name(part, what, names)) }
            }
            Self::Gap(shape) => {
                if part.is_null() {
                    Ok(())
                } else {
                    shape.check(part)
                }
            }
            Self::List(list) => list.check(part),
            Self::Entries(shape) => {
                is(matches!(part, Value::Record(_)), "a record")?;
                each_once(part)?;
                part.entries().iter().try_for_each(|(_, value)| shape.check(value))
            }
            Self::Record(keys) => record(part, keys, &[]),
            Self::RecordOr(keys, otherwise) => match part {
                Value::Record(_) => record(part, keys, &[]),
                _ => otherwise.check(part),
            },
            Self::Either(sets) => {
                let keys = sets.iter().find(|keys| keys.first().is_some_and(|first| !part.get(first.name).is_null())).or(sets.last());
                record(part, keys.copied().unwrap_or_default(), &[])
            }
            Self::Kinds(kinds) => {
                is(matches!(part, Value::Record(_)), "a record")?;
                let name = part.get(kinds.key);
                if name.is_null() {
                    return Err(fault(part, Problem::MissingKey { key: kinds.key }));
                }
                Self::Text.check(name)?;
                match kinds.each.iter().find(|(kind, _)| *kind == name.text()) {
                    Some((_, keys)) => record(part, kinds.all, keys),
                    None => Err(unknown_name(name, kinds.key, &kinds.each.iter().map(|(kind, _)| *kind).collect::<Vec<_>>())),
                }
            }
        }
    }
}

impl List {
    fn check<'a>(&self, part: &'a Value) -> Result<(), Fault<'a>> {
        let Value::List(entries) = part else { return Err(wrong_type(part, "a list")) };
        let found = entries.len();
        if found < self.least {
            return Err(too_few(part, if self.least == 1 { self.one } else { self.several }, self.least));
        }
        if found > self.most {
            return Err(fault(part, Problem::TooMany { what: self.several, found, limit: self.most }));
        }
        entries.iter().try_for_each(|entry| self.of.check(entry))?;
        let id = |entry: &'a Value| match self.once {
            Once::No => None,
            Once::Itself => Some(entry),
            Once::At(key) => Some(entry.get(key)),
        };
        for (place, entry) in entries.iter().enumerate() {
            if let Some(own) = id(entry)
                && entries[..place].iter().any(|other| id(other).is_some_and(|other| other.text() == own.text()))
            {
                return Err(taken(own, self.one, own.text()));
            }
        }
        Ok(())
    }
}

/// A record that has these keys, those of both lists, and no others.
fn record<'a>(part: &'a Value, all: &[Key], own: &[Key]) -> Result<(), Fault<'a>> {
    let Value::Record(entries) = part else { return Err(wrong_type(part, "a record")) };
    each_once(part)?;
    for (key, value) in entries {
        if !all.iter().chain(own).any(|known| known.name == key) {
            let known = all.iter().chain(own).map(|known| known.name).collect::<Vec<_>>().join(", ");
            return Err(fault(value, Problem::UnknownKey { key: key.clone(), known }));
        }
    }
    for key in all.iter().chain(own) {
        match part.get(key.name) {
            Value::Null if key.required => return Err(fault(part, Problem::MissingKey { key: key.name })),
            Value::Null => {}
            value => key.shape.check(value)?,
        }
    }
    Ok(())
}

/// No key is there twice.
fn each_once(part: &Value) -> Result<(), Fault<'_>> {
    let entries = part.entries();
    for (place, (key, value)) in entries.iter().enumerate() {
        if entries[..place].iter().any(|(other, _)| other == key) {
            return Err(taken(value, "key", key));
        }
    }
    Ok(())
}

fn number(part: &Value) -> Result<(), Fault<'_>> {
    match part {
        Value::Number(value) if value.is_finite() => Ok(()),
        Value::Number(value) => Err(fault(part, Problem::NotFinite { value: *value })),
        _ => Err(wrong_type(part, "a number")),
    }
}

fn whole(part: &Value, most: u32) -> Result<(), Fault<'_>> {
    number(part)?;
    let value = part.number().unwrap_or_default();
    if value.fract() != 0.0 {
        return Err(fault(part, Problem::NotWhole { value }));
    }
    if (1.0..=f64::from(most)).contains(&value) { Ok(()) } else { Err(out_of_range(part, &["1..=", &number_text(most.into())])) }
}

fn words(part: &Value) -> Result<(), Fault<'_>> {
    match part {
        Value::Text(_) => filled(part),
        Value::Record(entries) => {
            if entries.is_empty() {
                return Err(too_few(part, "language", 1));
            }
            for (place, (tag, text)) in entries.iter().enumerate() {
                language(text, tag)?;
                if entries[..place].iter().any(|(other, _)| other.eq_ignore_ascii_case(tag)) {
                    return Err(taken(text, "language", tag));
                }
                Shape::Text.check(text)?;
                filled(text)?;
            }
            Ok(())
        }
        _ => Err(wrong_type(part, "a text, or one by language tag")),
    }
}

fn filled(part: &Value) -> Result<(), Fault<'_>> {
    if is_blank(part.text()) { Err(too_few(part, "character", 1)) } else { Ok(()) }
}

fn language<'a>(part: &'a Value, tag: &str) -> Result<(), Fault<'a>> {
    if is_language(tag) { Ok(()) } else { Err(fault(part, Problem::BadLanguage { tag: tag.into() })) }
}

/// An id, at its own place or as the key of what lies here.
pub(super) fn id<'a>(part: &'a Value, id: &str) -> Result<(), Fault<'a>> {
    if is_id(id) { Ok(()) } else { Err(fault(part, Problem::BadId { id: beginning(id, 128).into() })) }
}
