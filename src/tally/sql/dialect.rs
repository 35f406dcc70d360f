//! What each engine spells its own way.

use crate::value::names;

names! {
    /// Whose SQL.
    pub enum Dialect, "dialect" {
        /// DuckDB.
        DuckDb = "duckdb",
        /// Apache Spark, 3.4 or newer.
        Spark = "spark",
    }
}

/// What Rust's `trim` takes off.
const BLANKS: &str = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// A decimal number, as [`decimal`](crate::value) reads it; engines read more than that as a number.
const DECIMAL: &str = "^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?0*[0-9]{1,9})?$";

impl Dialect {
    /// A name, whatever it is made of.
    ///
    /// Spark puts settings in the place of `${…}` before it reads a statement, quoted or not, and its shell cuts statements at any `;`:
    /// a name that is not plain is spelt out in bytes there.
    pub(super) fn identifier(self, name: &str) -> String {
        let plain = |c: char| c.is_alphanumeric() || " _.:-".contains(c);
        match self {
            Self::DuckDb => format!("\"{}\"", name.replace('"', "\"\"")),
            Self::Spark if name.chars().all(plain) => format!("`{name}`"),
            Self::Spark => format!("IDENTIFIER({})", self.literal(&format!("`{}`", name.replace('`', "``")))),
        }
    }

    /// The names that lead to a table.
    pub(super) fn table(self, names: &[String]) -> String {
        match self {
            Self::DuckDb => names.iter().map(|name| self.identifier(name)).collect::<Vec<_>>().join("."),
            // Only the whole of it can be spelt out in bytes.
            Self::Spark => {
                let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.replace('`', "``"))).collect();
                let plain: Vec<String> = names.iter().map(|name| self.identifier(name)).collect();
                match plain == quoted {
                    true => plain.join("."),
                    false => format!("IDENTIFIER({})", self.literal(&quoted.join("."))),
                }
            }
        }
    }

    /// A text, whatever it is made of. What is not plain is spelt out in bytes: Spark's escapes depend on its settings.
    pub(super) fn literal(self, text: &str) -> String {
        let plain = |c: char| match self {
            Self::DuckDb => !c.is_control(),
            Self::Spark => c.is_ascii_alphanumeric() || " _.:-".contains(c),
        };
        let bytes = || text.bytes().map(|byte| format!("{byte:02X}")).collect::<String>();
        match self {
            _ if text.chars().all(plain) => format!("'{}'", text.replace('\'', "''")),
            Self::DuckDb => format!("decode(unhex('{}'))", bytes()),
            Self::Spark => format!("CAST(X'{}' AS STRING)", bytes()),
        }
    }

    pub(super) fn text_type(self) -> &'static str {
        match self {
            Self::DuckDb => "VARCHAR",
            Self::Spark => "STRING",
        }
    }

    /// Holds a sum of weights, or of their squares.
    pub(super) fn widest_type(self) -> &'static str {
        match self {
            Self::DuckDb => "HUGEINT",
            Self::Spark => "DECIMAL(38, 0)",
        }
    }

    /// The whole part of a quotient of whole numbers.
    pub(super) fn quotient(self, number: &str, by: u64) -> String {
        match self {
            Self::DuckDb => format!("({number}) // {by}"),
            Self::Spark => format!("({number}) DIV {by}"),
        }
    }

    /// A list.
    pub(super) fn list(self, entries: &[String]) -> String {
        match self {
            Self::DuckDb => format!("[{}]", entries.join(", ")),
            Self::Spark => format!("array({})", entries.join(", ")),
        }
    }

    /// A row for each entry of a list.
    pub(super) fn each(self, list: &str) -> String {
        match self {
            Self::DuckDb => format!("unnest({list})"),
            Self::Spark => format!("explode({list})"),
        }
    }

    /// The texts of a group, with blanks between.
    pub(super) fn gathered(self, text: &str) -> String {
        match self {
            Self::DuckDb => format!("string_agg({text}, ' ')"),
            Self::Spark => format!("array_join(collect_list({text}), ' ')"),
        }
    }

    /// A value as its text.
    pub(super) fn text(self, value: &str) -> String {
        format!("CAST({value} AS {})", self.text_type())
    }

    /// A text without the blanks at its ends.
    pub(super) fn trim(self, text: &str) -> String {
        match self {
            Self::DuckDb => format!("TRIM({text}, {})", self.literal(BLANKS)),
            Self::Spark => format!("TRIM(BOTH {} FROM {text})", self.literal(BLANKS)),
        }
    }

    /// Whether a text is a decimal number.
    pub(super) fn is_number(self, text: &str) -> String {
        match self {
            Self::DuckDb => format!("regexp_matches({text}, {})", self.literal(DECIMAL)),
            Self::Spark => format!("{text} RLIKE {}", self.literal(DECIMAL)),
        }
    }

    /// A constant in floating point; a number with a point is a decimal to both.
    pub(super) fn double(self, number: &str) -> String {
        format!("CAST('{number}' AS DOUBLE)")
    }

    /// A text without the apostrophe that kept a spreadsheet from taking it for a formula.
    pub(super) fn unguarded(self, text: &str) -> String {
        let guards = ["'=", "'+", "'-", "'@"].map(|guard| self.literal(guard)).join(", ");
        format!("CASE WHEN SUBSTR({text}, 1, 2) IN ({guards}) THEN SUBSTR({text}, 2) ELSE {text} END")
    }

    /// A text cut at its `|`, `\` escaping; blanks and empty pieces gone.
    pub(super) fn pieces(self, text: &str) -> String {
        let (piece, escaped) = (self.literal(r"(?s)(?:[^\\|]|\\.)+"), self.literal(r"(?s)\\(.)"));
        match self {
            Self::DuckDb => {
                let plain = self.trim(&format!(r"regexp_replace(x, {escaped}, '\1', 'g')"));
                format!("list_filter(list_transform(regexp_extract_all({text}, {piece}), lambda x: {plain}), lambda y: y <> '')")
            }
            Self::Spark => {
                let plain = self.trim(&format!("regexp_replace(x, {escaped}, {})", self.literal("$1")));
                format!("filter(transform(regexp_extract_all({text}, {piece}, 0), x -> {plain}), y -> y <> '')")
            }
        }
    }

    /// How long a list is.
    pub(super) fn length(self, list: &str) -> String {
        match self {
            Self::DuckDb => format!("len({list})"),
            Self::Spark => format!("size({list})"),
        }
    }

    /// A list without what comes twice.
    pub(super) fn distinct(self, list: &str) -> String {
        match self {
            Self::DuckDb => format!("list_distinct({list})"),
            Self::Spark => format!("array_distinct({list})"),
        }
    }

    /// Whether a list holds a text.
    pub(super) fn holds(self, list: &str, text: &str) -> String {
        match self {
            Self::DuckDb => format!("list_contains({list}, {text})"),
            Self::Spark => format!("array_contains({list}, {text})"),
        }
    }

    /// What of a list is none of these.
    pub(super) fn outside(self, list: &str, known: &str) -> String {
        match self {
            Self::DuckDb => format!("list_filter({list}, lambda z: z NOT IN ({known}))"),
            Self::Spark => format!("filter({list}, z -> z NOT IN ({known}))"),
        }
    }
}
