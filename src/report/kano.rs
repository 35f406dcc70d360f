//! What each attribute is to customers, after Kano.

use serde::Serialize;

use crate::error::Error;
use crate::measure::{Kano, KanoInput, NonNegative, kano};
use crate::survey::Survey;
use crate::tally::Group;

/// What one attribute is to customers.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct KanoAttribute {
    /// The attribute.
    pub id: String,
    /// Its class, and how clear that is.
    #[serde(flatten)]
    pub result: Kano,
}

/// Each attribute of the survey's Kano questions; `None` where it asks none.
pub(super) fn kano_of(survey: &Survey, group: &Group<'_>) -> Result<Option<Vec<KanoAttribute>>, Error> {
    let mut found = Vec::new();
    for (attribute, about) in survey.attributes().iter().enumerate() {
        let Some(table) = group.kano(attribute) else { continue };
        let line = |line: &[f64; 5]| line.iter().map(|&count| NonNegative::new(count)).collect();
        let table = table.iter().map(line).collect::<Result<Vec<Vec<_>>, _>>()?;
        found.push(KanoAttribute { id: about.id.clone(), result: kano(&KanoInput::Table(table))? });
    }
    Ok((!found.is_empty()).then_some(found))
}
