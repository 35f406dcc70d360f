//! A tally made where the answers lie: a query that counts in a database, and its result rows read back.
//!
//! Every value is read as its text, by the rules that a CSV file's cells are read by, so the same answers give the same tally whichever
//! way they come. A row of the table becomes as many *items* as the tally looks at: each column, each pair of numeric columns, each Kano
//! table, each set; an item and what stands in it is one whole number. The database counts these numbers, and adds up weights by them, all
//! exactly; what is left to do, the sums of each pair, is done on the few counts. So the query is short however wide the survey is, and a
//! result row is a group of rows: the whole, or one value of a segment question.

mod cells;
mod dialect;
mod items;
mod result;
mod statement;

use super::layout::Layout;
use crate::error::{Error, Problem};
use crate::survey::Survey;
use crate::value::{At, Entries, Path, Read, Value, record};

use cells::Cells;
use statement::Statement;

pub use dialect::Dialect;
pub use result::SqlRow;

/// What a column holds that weighs its row.
const WEIGHT: &str = "weight";

record! {
    /// What the query reads.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SqlOptions {
        /// Whose SQL.
        dialect: Dialect,
        /// The table's name, or the names that lead to it: `["catalog", "schema", "table"]`. Each is quoted as one name.
        table: TableName,
        /// Answer keys, or `weight`, by the table's columns; other columns are not read. Without it, every counted answer key is a column
        /// of that name, and no row is weighted.
        columns: Option<Entries<String>>,
        /// Words that stand for a missing answer, beside NULL and the empty text.
        missing: Option<Vec<String>>,
    }
}

/// The names that lead to a table, its own last.
#[derive(Debug, Clone, PartialEq)]
pub struct TableName(Vec<String>);

impl Read for TableName {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let names = match at.value {
            Value::List(_) => at.list(String::read)?,
            _ => vec![at.text()?.to_owned()],
        };
        match names.is_empty() || names.iter().any(String::is_empty) {
            true => Err(at.error(Problem::TooFew { least: 1, what: "characters of a name" })),
            false => Ok(Self(names)),
        }
    }
}

/// The query whose result rows are the tally of the table.
pub fn tally_sql(survey: &Survey, options: &SqlOptions) -> Result<String, Error> {
    let layout = Layout::new(survey);
    let cells = Cells::new(survey, options)?;
    Ok(Statement { layout: &layout, dialect: options.dialect, cells: &cells }.text())
}

/// The place of a column in the options.
fn in_columns(column: &str, problem: Problem) -> Error {
    Error::at(Path::Key(&Path::Key(&Path::Root, "columns"), column).to_string(), problem)
}
