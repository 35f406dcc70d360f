//! The query around the cells: what is counted, and how it is added up.

use super::super::layout::Layout;
use super::cells::Cells;
use super::dialect::Dialect;
use super::items::{BASE, Item, Items};

/// Weights are cut into pieces below this where the engine's quick whole numbers have 64 bits: then 2^37 rows add up.
const PIECE: u64 = 1 << 25;

/// The group of the rows that are in no segment.
const REST: &str = "-2";

/// The group of all rows.
const WHOLE: &str = "-1";

/// A query to be.
pub(super) struct Statement<'a> {
    pub(super) layout: &'a Layout,
    pub(super) dialect: Dialect,
    pub(super) cells: &'a Cells<'a>,
}

impl Statement<'_> {
    /// One row a group: its column and code, and what was counted of it.
    ///
    /// Of each item there is an entry, its numbers with commas between. A pair's: its number and n, Σx, Σy, Σx², Σy², Σxy, then, where there are
    /// weights, the same of them and n of their squares. Any other's: its number, a cell, how often that came up, and its weight and its square.
    pub(super) fn text(&self) -> String {
        let group = |value: String| format!("CASE WHEN g = {WHOLE} THEN -1 ELSE CAST({value} AS INTEGER) END");
        format!(
            "SELECT '{}' AS fingerprint, {} AS segment_column, {} AS segment_code, {} AS numbers\nFROM ({}) AS entries\nGROUP BY g",
            self.layout.fingerprint,
            group(self.dialect.quotient("g", BASE as u64)),
            group(format!("g % {BASE}")),
            self.dialect.gathered("entry"),
            self.entries(),
        )
    }

    /// What stands in each item, added up: all of a pair, cell by cell of the others.
    fn entries(&self) -> String {
        let text = |sum: &str| self.dialect.text(sum);
        let sums = |of: &str| ["x", "y", "x * x", "y * y", "x * y"].map(|product| text(&format!("SUM({of} * {product})")));
        // A sum that outgrew its type is NULL and is left out, and its entry is short.
        let all = |of: &str| text(&format!("CASE WHEN COUNT({of}) = COUNT(*) THEN SUM({of}) END"));
        let (mut pair, mut cell) = (vec![text("item"), all("n")], vec![text("item"), text("cell"), all("n")]);
        pair.extend(sums("n"));
        if self.cells.weighted() {
            pair.push(all("w"));
            pair.extend(sums("w"));
            pair.push(all("v"));
            cell.extend([all("w"), all("v")]);
        }
        let pairs = Items::of(self.layout).pairs();
        format!(
            "SELECT g, CASE WHEN item < {pairs} THEN CONCAT_WS(',', {}) ELSE CONCAT_WS(',', {}) END AS entry\n\
             FROM (SELECT *, CASE WHEN item < {pairs} THEN 0 ELSE codes END AS cell,\n  {} - 1 AS x, codes % {BASE} - 1 AS y\n\
             FROM ({}) AS counted) AS placed\nGROUP BY g, item, cell",
            pair.join(", "),
            cell.join(", "),
            self.dialect.quotient("codes", BASE as u64),
            self.groups(),
        )
    }

    /// The counts by group; those of the first segment question, with the rows that are in none of its segments, once more for the whole.
    fn groups(&self) -> String {
        let list = |groups: &[&str]| self.dialect.list(&groups.iter().map(|&group| group.to_owned()).collect::<Vec<_>>());
        let groups = match self.layout.splits.first() {
            None => list(&[WHOLE]),
            Some(first) => format!(
                "CASE WHEN part = {REST} THEN {} WHEN part BETWEEN {} AND {} THEN {} ELSE {} END",
                list(&[WHOLE]),
                first.column * BASE,
                first.column * BASE + BASE - 1,
                list(&["part", WHOLE]),
                list(&["part"]),
            ),
        };
        let weights = if self.cells.weighted() { ", w, v" } else { "" };
        let item = self.dialect.quotient("k", (BASE * BASE) as u64);
        let each = self.dialect.each(&groups);
        format!("SELECT {each} AS g, {item} AS item, k % {} AS codes, n{weights}\nFROM ({}) AS parts", BASE * BASE, self.counts())
    }

    /// How often each number comes up in each part of the rows.
    fn counts(&self) -> String {
        let widest = self.dialect.widest_type();
        let weights = match (self.cells.weighted(), self.dialect) {
            (false, _) => String::new(),
            (true, Dialect::DuckDb) => format!(", SUM(CAST(w AS {widest})) AS w, SUM(CAST(w AS {widest}) * w) AS v"),
            (true, Dialect::Spark) => {
                let together = |pieces: &[&str]| {
                    let sum = |piece: &str| format!("CAST(SUM({piece}) AS {widest})");
                    pieces[1..].iter().fold(sum(pieces[0]), |sums, piece| format!("({sums} * {PIECE} + {})", sum(piece)))
                };
                format!(", {} AS w, {} AS v", together(&["w1", "w0"]), together(&["v3", "v2", "v1", "v0"]))
            }
        };
        format!("SELECT part, k, COUNT(*) AS n{weights}\nFROM ({}) AS numbers\nWHERE k IS NOT NULL\nGROUP BY part, k", self.numbers())
    }

    /// A row for each item of each part that a row is in.
    fn numbers(&self) -> String {
        let list = self.dialect.list(&self.keys());
        let weights = match (self.cells.weighted(), self.dialect) {
            (false, _) => "",
            (true, Dialect::DuckDb) => ", w",
            (true, Dialect::Spark) => ", w0, w1, v0, v1, v2, v3",
        };
        format!("SELECT part{weights}, {} AS k\nFROM ({}) AS parted\nWHERE part IS NOT NULL", self.dialect.each(&list), self.parted())
    }

    /// The rows, once for each split: the part that a row is in is its segment's column and code.
    fn parted(&self) -> String {
        let parts: Vec<String> = self
            .layout
            .splits
            .iter()
            .enumerate()
            .map(|(place, split)| {
                let otherwise = if place == 0 { format!(" ELSE {REST}") } else { String::new() };
                format!("CASE WHEN c{0} >= {1} THEN {2} + c{0}{otherwise} END", split.column, split.codes.start(), split.column * BASE)
            })
            .collect();
        let part = match parts.as_slice() {
            [] => REST.to_owned(),
            [only] => only.clone(),
            several => self.dialect.each(&self.dialect.list(several)),
        };
        format!("SELECT *, {part} AS part\nFROM ({}) AS weighed", self.weighed())
    }

    /// The rows that count, with their weights in pieces where they must be.
    fn weighed(&self) -> String {
        let rows = self.cells.rows();
        if !self.cells.weighted() || self.dialect == Dialect::DuckDb {
            return rows;
        }
        // (w1 P + w0)² = w1² P² + 2 w1 w0 P + w0², carried from piece to piece.
        let low = |number: &str| format!("({number}) % {PIECE}");
        let high = |number: &str| self.dialect.quotient(number, PIECE);
        let halves = format!("SELECT *, {} AS w1, {} AS w0\nFROM ({rows}) AS whole_weights", high("w"), low("w"));
        let middle = format!("2 * w1 * w0 + {}", high("w0 * w0"));
        let upper = format!("w1 * w1 + {}", high(&middle));
        format!(
            "SELECT *, {} AS v0, {} AS v1, {} AS v2, {} AS v3\nFROM ({halves}) AS halves",
            low("w0 * w0"),
            low(&middle),
            low(&upper),
            high(&upper)
        )
    }

    /// For each item, its number and what a row has there, in one whole number; NULL where that is not counted.
    fn keys(&self) -> Vec<String> {
        let (layout, items) = (self.layout, Items::of(self.layout));
        let base = |item| items.number(item) * BASE * BASE;
        let both = |item, a: usize, b: usize| format!("CASE WHEN c{a} > 0 AND c{b} > 0 THEN c{a} * {BASE} + c{b} + {} END", base(item));
        let when = |condition: String, item| format!("CASE WHEN {condition} THEN {} END", base(item));
        let columns = |set: &[usize], each: &dyn Fn(usize) -> String, by: &str| set.iter().map(|&c| each(c)).collect::<Vec<_>>().join(by);

        let paired = layout.paired().iter().enumerate();
        let pairs = paired.flat_map(|(first, a)| layout.paired()[first + 1..].iter().map(|b| (a.column, b.column)));
        let mut keys: Vec<String> = pairs.enumerate().map(|(place, (a, b))| both(Item::Pair(place), a, b)).collect();
        keys.extend((0..layout.columns()).map(|column| format!("c{column} + {}", base(Item::Column(column)))));
        keys.extend(layout.kano.iter().enumerate().map(|(place, kano)| both(Item::Kano(place), kano.functional, kano.dysfunctional)));
        for (place, set) in layout.sets.iter().enumerate().filter(|(_, set)| !set.columns.is_empty()) {
            keys.push(when(columns(&set.columns, &|c| format!("c{c} > 0"), " OR "), Item::Answered(place)));
            if set.straight {
                let first = set.columns[0];
                let alike = columns(&set.columns[1..], &|c| format!("c{c} = c{first}"), " AND ");
                keys.push(when(format!("c{first} > 0 AND {alike}"), Item::Straight(place)));
            }
        }
        keys.push(base(Item::Row).to_string());
        keys
    }
}
