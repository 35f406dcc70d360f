//! A table read in pieces: wherever its borders lie, and however a piece is thought to begin, it is the same table.

use manyi::answers::{CsvOptions, CsvSummary};
use manyi::survey::Survey;
use manyi::tally::{Intake, Piece, Quoted, head};
use manyi::value::Value;
use proptest::prelude::*;

fn intake() -> Intake {
    let definition = r#"{ "id": "s", "version": 1, "title": "T", "pages": [{ "questions": [
        { "id": "q", "kind": "nps", "title": "?" },
        { "id": "where", "kind": "choice", "segment": true, "title": "?", "options": [{ "value": "north", "title": "N" }, { "value": "south, far", "title": "S" }] },
        { "id": "why", "kind": "text", "title": "?" }
    ] }] }"#;
    Intake::new(Value::from_json(definition).expect("json").read::<Survey>().expect("a survey"))
}

/// What came of a piece: how it was taken to begin, how it ends, the rows in it, and the numbers that it counted.
struct Read {
    begins: Quoted,
    ends: Quoted,
    rows: u64,
    words: Vec<u64>,
    /// The rows that it takes in the file, empty ones among them, and those of refused values.
    taken: u64,
    refused: Vec<u64>,
}

/// Reads a piece in chunks of so many bytes; `None` where it is no table if it begins so.
fn read(table: &[u8], [from, to]: [usize; 2], begins: Option<Quoted>, chunk: usize) -> (Quoted, Option<Read>) {
    let start = head(table).expect("headers");
    let mut intake = intake();
    intake.add_csv(&table[..start.length], CsvOptions::default()).expect("headers");
    let length = (to - from) as u64;
    let (mut piece, bytes) = match from == start.length {
        true => (Piece::first(start.separator, length), &table[from..]),
        false => (Piece::later(start.separator, length, begins), &table[from - 1..]),
    };
    if from > start.length {
        intake.skip(0);
    }
    let mut broken = false;
    for bytes in bytes.chunks(chunk) {
        match piece.push(bytes, |bytes| intake.add_csv(bytes, CsvOptions::default())) {
            Ok(false) => {}
            Ok(true) => break,
            Err(_) => {
                broken = true;
                break;
            }
        }
    }
    let taken = intake.records().saturating_sub(1);
    let ended = if broken { None } else { intake.end().ok() };
    let begins = piece.begins();
    (
        begins,
        ended.map(|summary| Read {
            begins,
            ends: piece.ends(),
            rows: summary.rows,
            words: intake.taken().to_words(),
            taken,
            refused: refused(&summary),
        }),
    )
}

fn refused(summary: &CsvSummary) -> Vec<u64> {
    summary.rejected.iter().map(|cell| cell.row).collect()
}

/// Reads a table in pieces as workers do: each as it seems to begin, and again where it began otherwise.
fn in_pieces(table: &[u8], borders: &[usize], chunk: usize) -> (Intake, u64, usize, Vec<u64>) {
    let start = head(table).expect("headers").length;
    let mut whole = intake();
    let (mut rows, mut again) = (0, 0);
    let (mut before, mut all) = (0, Vec::new());
    let mut known = Quoted::Outside;
    let ends: Vec<usize> = borders.iter().copied().filter(|&border| border > start && border < table.len()).chain([table.len()]).collect();
    let mut from = start;
    for to in ends {
        let (begins, first) = read(table, [from, to], None, chunk);
        let piece = match first {
            Some(piece) if begins == known => piece,
            _ => {
                again += 1;
                read(table, [from, to], Some(known), chunk).1.expect("a piece of a table")
            }
        };
        assert_eq!(piece.begins, known);
        known = piece.ends;
        rows += piece.rows;
        all.extend(piece.refused.iter().map(|row| row + before));
        before += piece.taken;
        whole.add_words(&piece.words).expect("the same survey");
        from = to;
    }
    (whole, rows, again, all)
}

const WHYS: [&str; 9] = ["", "fine", "\"well, \"\"good\"\"\"", "\"a\r\n\r\nb,3\"", "5\" nails", "\"\"", "\"\"\"\"", "\"\",", "\"x\n\"\n"];

/// A table of these rows; the last two reasons are of the wrong shape.
fn table(rows: &[(u8, bool, usize)], end: &str) -> Vec<u8> {
    let mut text = format!("q,where,why{end}");
    for &(score, south, why) in rows {
        text += &format!("{score},{},{}{end}", if south { "\"south, far\"" } else { "north" }, WHYS[why]);
    }
    text.into_bytes()
}

proptest! {
    #[test]
    fn a_table_in_pieces_is_the_same_table_wherever_they_begin(
        rows in proptest::collection::vec((0..12_u8, any::<bool>(), 0..WHYS.len()), 1..40),
        borders in proptest::collection::btree_set(1..1500_usize, 0..8),
        chunk in 1..200_usize,
        end in prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\n\n", "\n\r\n", "\n\n\r"]),
        first in prop::sample::select(vec![None, Some("\n"), Some("\r\n")]),
    ) {
        let mut table = table(&rows, end);
        if let Some(first) = first {
            // Headers that end otherwise.
            let length = head(&table).expect("headers").length - 1;
            table.splice(length..length + end.len(), first.bytes());
        }
        let mut alone = intake();
        alone.add_csv(&table, CsvOptions::default()).expect("a table");
        let summary = alone.end().expect("its end");
        let (whole, rows, _, all) = in_pieces(&table, &borders.into_iter().collect::<Vec<_>>(), chunk);
        prop_assert_eq!(rows, summary.rows);
        prop_assert_eq!(all, refused(&summary));
        prop_assert_eq!(whole.tally().to_json(), alone.tally().to_json());
    }
}

#[test]
fn how_a_piece_begins_is_mostly_told_by_its_first_quotes() {
    // A table most of which is quoted: borders everywhere.
    let rows: Vec<_> = (0..400).map(|row| (row as u8 % 11, row % 3 == 0, [0, 1, 2, 3, 5][row % 5])).collect();
    let table = table(&rows, "\n");
    let borders: Vec<usize> = (1..table.len()).step_by(61).collect();
    let (_, rows, again, _) = in_pieces(&table, &borders, 4096);
    assert_eq!(rows, 400);
    assert!(again * 10 < borders.len(), "{again} of {} pieces were read again", borders.len());
}
