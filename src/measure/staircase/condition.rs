//! What an event must meet for a rule to fire.

use serde::Serialize;

use super::{Event, Fact};
use crate::error::{Error, Problem};
use crate::measure::{Number, Positive};
use crate::text::{quoted, text};
use crate::value::{At, Path, Read};

/// A test of an event's fields, or of several such tests.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StaircaseCondition {
    /// Every one holds.
    All(Vec<StaircaseCondition>),
    /// At least one holds.
    Any(Vec<StaircaseCondition>),
    /// It does not hold.
    Not(Box<StaircaseCondition>),
    /// `floor(field / passes)` is larger than `floor(since / passes)`: the field went past a multiple.
    #[serde(untagged)]
    Passes {
        /// The field now.
        field: String,
        /// The size of a step.
        passes: Positive,
        /// The field that holds what `field` was before.
        since: String,
    },
    /// The field is within bounds, or is a value.
    #[serde(untagged)]
    Test(FieldTest),
}

/// A test of one field; all the tests that are given must hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldTest {
    /// The field.
    pub field: String,
    /// `field >= at_least`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Number>,
    /// `field > above`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<Number>,
    /// `field <= at_most`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Number>,
    /// `field < below`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<Number>,
    /// The field is this, of the same type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<Fact>,
}

/// Whether a field stands so to a limit.
type Comparison = fn(&Number, &Number) -> bool;

impl FieldTest {
    /// No test yet.
    pub fn of(field: impl Into<String>) -> Self {
        Self { field: field.into(), at_least: None, above: None, at_most: None, below: None, is: None }
    }

    fn is_empty(&self) -> bool {
        self.at_least.or(self.above).or(self.at_most).or(self.below).is_none() && self.is.is_none()
    }

    fn holds(&self, facts: &Event) -> Result<bool, Error> {
        let Some(fact) = facts.get(&self.field) else { return Ok(false) };
        let mut holds = self.is.as_ref().is_none_or(|is| is == fact);
        for (limit, compare) in
            [(self.at_least, Number::ge as Comparison), (self.above, Number::gt), (self.at_most, Number::le), (self.below, Number::lt)]
        {
            if let Some(limit) = limit {
                holds &= compare(&number(&self.field, fact)?, &limit);
            }
        }
        Ok(holds)
    }
}

impl StaircaseCondition {
    /// Whether the facts meet it. Every part is looked at, so that a wrong type is found whatever the other parts say.
    pub(crate) fn holds(&self, facts: &Event) -> Result<bool, Error> {
        let each = |parts: &[Self]| parts.iter().map(|part| part.holds(facts)).collect::<Result<Vec<_>, _>>();
        match self {
            Self::All(parts) => Ok(each(parts)?.into_iter().all(|holds| holds)),
            Self::Any(parts) => Ok(each(parts)?.into_iter().any(|holds| holds)),
            Self::Not(part) => Ok(!part.holds(facts)?),
            Self::Test(test) => test.holds(facts),
            Self::Passes { field, passes, since } => {
                let steps = |field: &String| match facts.get(field) {
                    Some(fact) => number(field, fact).map(|number| Some((number.get() / passes.get()).floor())),
                    None => Ok(None),
                };
                Ok(steps(field)?.zip(steps(since)?).is_some_and(|(now, before)| now > before))
            }
        }
    }
}

fn number(field: &str, fact: &Fact) -> Result<Number, Error> {
    let found = match fact {
        Fact::Number(number) => return Ok(*number),
        Fact::Flag(flag) => flag.to_string(),
        Fact::Text(text) => text!("the text {}", quoted(&text.chars().take(40).collect::<String>())),
    };
    Err(Error::at(field, Problem::WrongType { expected: "a number, which a rule compares it with", found }))
}

/// The conditions of a list, at least one: of none it is unclear whether they hold.
fn several(at: At<'_>, key: &'static str) -> Result<Vec<StaircaseCondition>, Error> {
    at.record(&[key])?;
    let parts: Vec<StaircaseCondition> = at.field(key)?;
    match parts.is_empty() {
        true => Err(At { value: at.value, path: &Path::Key(at.path, key) }.error(Problem::TooFew { what: "conditions", least: 1 })),
        false => Ok(parts),
    }
}

impl Read for StaircaseCondition {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let has = |key| at.key(key).is_some();
        if has("all") {
            return several(at, "all").map(Self::All);
        }
        if has("any") {
            return several(at, "any").map(Self::Any);
        }
        if has("not") {
            at.record(&["not"])?;
            return Ok(Self::Not(Box::new(at.field("not")?)));
        }
        if has("passes") {
            at.record(&["field", "passes", "since"])?;
            return Ok(Self::Passes { field: at.field("field")?, passes: at.field("passes")?, since: at.field("since")? });
        }
        at.record(&["field", "atLeast", "above", "atMost", "below", "is", "all", "any", "not", "passes"])?;
        let test = FieldTest {
            field: at.field("field")?,
            at_least: at.field("atLeast")?,
            above: at.field("above")?,
            at_most: at.field("atMost")?,
            below: at.field("below")?,
            is: at.field("is")?,
        };
        match test.is_empty() {
            true => Err(at.error(Problem::TooFew { what: "of atLeast, above, atMost, below, is, passes", least: 1 })),
            false => Ok(Self::Test(test)),
        }
    }
}
