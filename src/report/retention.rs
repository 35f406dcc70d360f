//! How many customers stay.

use super::roles::Roles;
use crate::error::Error;
use crate::measure::{Counts, Retention, RetentionInput, retention};
use crate::tally::Group;

/// The levels of the satisfaction–retention table.
pub(super) const LEVELS: u8 = 5;

/// Expected one-year retention by satisfaction with the whole; `None` where that is not asked on the five levels of the table.
pub(super) fn retention_of(roles: &Roles, group: &Group<'_>) -> Result<Option<Retention>, Error> {
    let Some(asked) = roles.overall.filter(|asked| asked.levels.count == LEVELS) else { return Ok(None) };
    let counts = Some(Counts::new(group.counts(asked.column))?);
    retention(&RetentionInput { counts, level: None, shift: None, table: None, curve: None, average: None }).map(Some)
}
