//! From a table's cells to the codes of a row, one SELECT around the other.

use super::dialect::Dialect;
use super::{SqlOptions, WEIGHT, in_columns};
use crate::answers::ONE;
use crate::error::{Error, Problem};
use crate::survey::{Domain, Field, Kind, Levels, Part, Survey};
use crate::value::number_text;

/// Whole numbers of scales up to so many levels are looked up by their usual text first, which is quicker than reading a number.
const LOOKED_UP: u8 = 20;

/// What a response says of itself: not counted.
const OWN: [&str; 6] = ["id", "language", "startedAt", "submittedAt", "survey", "surveyVersion"];

/// The cells of a table, and what they are of.
pub(super) struct Cells<'a> {
    survey: &'a Survey,
    dialect: Dialect,
    table: String,
    /// For each field, the column that holds it, quoted.
    sources: Vec<Option<String>>,
    weight: Option<String>,
    missing: &'a [String],
}

impl<'a> Cells<'a> {
    pub(super) fn new(survey: &'a Survey, options: &'a SqlOptions) -> Result<Self, Error> {
        let dialect = options.dialect;
        let mut cells = Self {
            survey,
            dialect,
            table: dialect.table(&options.table.0),
            sources: vec![None; survey.fields().len()],
            weight: None,
            missing: options.missing.as_deref().unwrap_or_default(),
        };
        match &options.columns {
            None => {
                let sources = cells.sources.iter_mut().zip(survey.fields());
                sources.for_each(|(source, field)| *source = Some(dialect.identifier(&field.key)));
            }
            Some(columns) => columns.0.iter().try_for_each(|(column, key)| cells.take(column, key))?,
        }
        if cells.counted().next().is_none() {
            return Err(Error::at("columns", Problem::TooFew { least: 1, what: "columns of counted answers" }));
        }
        Ok(cells)
    }

    fn take(&mut self, column: &str, key: &str) -> Result<(), Error> {
        let source = match self.survey.field(key) {
            Some(field) => &mut self.sources[field],
            None if key == WEIGHT => &mut self.weight,
            None if OWN.contains(&key) => return Ok(()),
            None => return Err(in_columns(column, Problem::UnknownAnswer { key: key.into() })),
        };
        match source.replace(self.dialect.identifier(column)) {
            None => Ok(()),
            Some(_) => Err(in_columns(column, Problem::DuplicateId { what: "answer key", id: key.into() })),
        }
    }

    /// Whether rows are weighted.
    pub(super) fn weighted(&self) -> bool {
        self.weight.is_some()
    }

    /// The fields that are read: those with codes and a column.
    fn counted(&self) -> impl Iterator<Item = (usize, &Field, &str)> {
        let fields = self.survey.fields().iter().zip(&self.sources).enumerate();
        fields
            .filter_map(|(place, (field, source))| Some((place, field, source.as_deref()?)))
            .filter(|(_, field, _)| !field.columns.is_empty())
    }

    /// The rows that count, as codes `c…` and the weight `w`.
    ///
    /// Points that are not the total, and two things on one rank, are missing.
    pub(super) fn rows(&self) -> String {
        let mut list: Vec<String> = (0..self.survey.columns().len()).map(|column| format!("c{column}")).collect();
        for question in self.survey.questions() {
            let columns = || self.survey.fields()[question.fields.clone()].iter().flat_map(|field| field.columns.clone());
            let ranked = || {
                let fields = self.survey.fields()[question.fields.clone()].iter().filter(|field| matches!(field.part, Part::Rank(_)));
                fields.flat_map(|field| field.columns.clone()).collect::<Vec<_>>()
            };
            let wrong = match question.kind {
                Kind::Allocation { total, .. } => {
                    let points: Vec<String> = columns().map(|c| format!("CASE WHEN c{c} > 0 THEN c{c} - 1 ELSE 0 END")).collect();
                    format!("{} <> {total}", points.join(" + "))
                }
                Kind::Ranking { .. } => {
                    let ranked = ranked();
                    let pairs = ranked.iter().enumerate().flat_map(|(place, a)| ranked[place + 1..].iter().map(move |b| (a, b)));
                    pairs.map(|(a, b)| format!("(c{a} > 0 AND c{a} = c{b})")).collect::<Vec<_>>().join(" OR ")
                }
                _ => continue,
            };
            for column in columns() {
                list[column] = format!("CASE WHEN {wrong} THEN 0 ELSE c{column} END AS c{column}");
            }
        }
        let (weight, kept) = if self.weighted() { (", w", "\nWHERE w IS NOT NULL") } else { ("", "") };
        format!("SELECT {}{weight}\nFROM ({}) AS codes{kept}", list.join(", "), self.codes())
    }

    fn codes(&self) -> String {
        let mut list: Vec<String> = (0..self.survey.columns().len()).map(|column| format!("0 AS c{column}")).collect();
        for (place, field, _) in self.counted() {
            for column in field.columns.clone() {
                list[column] = format!("{} AS c{column}", self.code(field, place, column - field.columns.start));
            }
        }
        if self.weighted() {
            list.push(format!("{} AS w", self.billionths()));
        }
        format!("SELECT {}\nFROM ({}) AS read", list.join(", "), self.read())
    }

    /// A row's weight in billionths, the nearest; NULL where it cannot be its weight.
    fn billionths(&self) -> String {
        let size = format!("(nw * {})", self.dialect.double("1e9"));
        let most = self.dialect.double("1e6");
        format!(
            "CASE WHEN xw IS NULL THEN CAST({ONE} AS BIGINT) WHEN nw >= 0 AND nw <= {most} \
             THEN CAST(FLOOR{size} AS BIGINT) + CASE WHEN {size} - FLOOR{size} >= 0.5 THEN 1 ELSE 0 END END"
        )
    }

    /// The `column`-th code of a field.
    fn code(&self, field: &Field, place: usize, column: usize) -> String {
        let (dialect, cell) = (self.dialect, format!("x{place}"));
        match &field.domain {
            Domain::Levels(levels) => self.level(levels, place),
            Domain::One { options, other } => {
                let arm = |(option, code): (&String, usize)| format!(" WHEN u{place} = {} THEN {code}", dialect.literal(option));
                let arms: String = options.iter().zip(1..).map(arm).collect();
                let rest = if *other { options.len() + 1 } else { 0 };
                format!("CASE WHEN {cell} IS NULL THEN 0{arms} ELSE {rest} END")
            }
            Domain::Several { options, other } => {
                let list = format!("l{place}");
                let known: Vec<String> = options.iter().map(|option| dialect.literal(option)).collect();
                let own = dialect.length(&dialect.outside(&list, &known.join(", ")));
                let chosen = match known.get(column) {
                    Some(option) => dialect.holds(&list, option),
                    None => format!("{own} > 0"),
                };
                let (length, different) = (dialect.length(&list), dialect.length(&dialect.distinct(&list)));
                let most = u8::from(*other);
                format!("CASE WHEN {cell} IS NULL OR {own} > {most} OR {length} <> {different} THEN 0 WHEN {chosen} THEN 2 ELSE 1 END")
            }
            Domain::Number { .. } | Domain::Text { .. } => "0".into(),
        }
    }

    /// As [`Levels::code`], in the same floating point.
    fn level(&self, levels: &Levels, place: usize) -> String {
        let (cell, number) = (format!("x{place}"), format!("n{place}"));
        let quick: String = looked_up(levels).iter().map(|(text, code)| format!(" WHEN {cell} = '{text}' THEN {code}")).collect();
        let near = self.dialect.double(&number_text(1e-9 * f64::from(levels.count)));
        format!(
            "CASE WHEN {cell} IS NULL THEN 0{quick} WHEN ABS({number}) < 1000 AND ABS({number} - ROUND({number})) <= {near} \
             AND ROUND({number}) >= 0 AND ROUND({number}) < {} THEN CAST(ROUND({number}) AS INTEGER) + 1 ELSE 0 END",
            levels.count
        )
    }

    /// Beside the cells `x…` what they say: a place on the scale `n…`, a text `u…`, a list of texts `l…`.
    fn read(&self) -> String {
        let dialect = self.dialect;
        let number = |cell: &str| format!("CASE WHEN {} THEN TRY_CAST({cell} AS DOUBLE) END", dialect.is_number(cell));
        let mut list = vec!["*".to_owned()];
        for (place, field, _) in self.counted() {
            let cell = format!("x{place}");
            list.push(match &field.domain {
                Domain::Levels(levels) => {
                    let seen: Vec<String> = looked_up(levels).into_iter().map(|(text, _)| format!("'{text}'")).collect();
                    let (min, step) = (dialect.double(&number_text(levels.min)), dialect.double(&number_text(levels.step)));
                    let read = format!("({} - {min}) / {step}", number(&cell));
                    match seen.is_empty() {
                        true => format!("{read} AS n{place}"),
                        false => format!("CASE WHEN {cell} NOT IN ({}) THEN {read} END AS n{place}", seen.join(", ")),
                    }
                }
                Domain::Several { .. } => format!("{} AS l{place}", dialect.pieces(&dialect.unguarded(&cell))),
                _ => format!("{} AS u{place}", dialect.unguarded(&cell)),
            });
        }
        if self.weighted() {
            list.push(format!("{} AS nw", number("xw")));
        }
        format!("SELECT {}\nFROM ({}) AS cells", list.join(", "), self.cells())
    }

    /// The cells as texts `x…`, without blanks at their ends; NULL is missing.
    fn cells(&self) -> String {
        let dialect = self.dialect;
        let missing: String = self.missing.iter().map(|word| format!(", {}", dialect.literal(word))).collect();
        let cell = |name: &str, quick: &[String]| {
            let text = format!("r{name}");
            // Most cells begin and end with a character that is seen, and taking off blanks is slow.
            let bare = format!("SUBSTR({text}, 1, 1) BETWEEN '!' AND '~' AND SUBSTR({text}, -1, 1) BETWEEN '!' AND '~'");
            let trimmed = format!("CASE WHEN {bare} THEN {text} ELSE {} END", dialect.trim(&text));
            let there = format!("CASE WHEN {trimmed} NOT IN (''{missing}) THEN {trimmed} END");
            match quick.is_empty() {
                true => format!("{there} AS x{name}"),
                false => format!("CASE WHEN {text} IN ({}) THEN {text} ELSE {there} END AS x{name}", quick.join(", ")),
            }
        };
        let mut list: Vec<String> = self
            .counted()
            .map(|(place, field, _)| {
                let quick: Vec<String> = match &field.domain {
                    Domain::Levels(levels) => looked_up(levels).into_iter().map(|(text, _)| text).collect(),
                    _ => Vec::new(),
                };
                let quick: Vec<String> = quick.iter().filter(|text| !self.missing.contains(text)).map(|text| format!("'{text}'")).collect();
                cell(&place.to_string(), &quick)
            })
            .collect();
        list.extend(self.weight.iter().map(|_| cell("w", &[])));
        format!("SELECT {}\nFROM ({}) AS texts", list.join(", "), self.texts())
    }

    /// The table's columns as texts `r…`.
    fn texts(&self) -> String {
        let sources = self.counted().map(|(place, _, source)| (place.to_string(), source));
        let sources = sources.chain(self.weight.iter().map(|source| ("w".to_owned(), source.as_str())));
        let list: Vec<String> = sources.map(|(name, source)| format!("{} AS r{name}", self.dialect.text(source))).collect();
        format!("SELECT {}\nFROM {}", list.join(", "), self.table)
    }
}

/// The usual texts of a scale's numbers, and their codes.
fn looked_up(levels: &Levels) -> Vec<(String, u8)> {
    match levels.count <= LOOKED_UP && levels.values().all(|value| value.fract() == 0.0) {
        true => (1..=levels.count).map(|code| (number_text(levels.value(code)), code)).collect(),
        false => Vec::new(),
    }
}
