//! The kernel of `benches/tally.mjs`, built natively: reads columns of codes, counts them, and says how long that took.
//!
//! `cargo bench --bench tally -- definition.json codes.bin rows runs`; the columns lie one after another in `codes.bin`, as the
//! definition's columns do. One line of JSON: milliseconds of each run, and the tally's text as a sum of its bytes.

use std::time::Instant;

use manyi::survey::Survey;
use manyi::tally::Intake;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [definition, codes, rows, runs] = &arguments[..] else {
        // `cargo test` runs benches without arguments; there is nothing to time then.
        return;
    };
    let survey = Survey::from_json(&std::fs::read_to_string(definition).expect("a definition")).expect("a right one");
    let codes = std::fs::read(codes).expect("codes");
    let rows: usize = rows.parse().expect("how many rows");
    let keys = survey.fields().iter().map(|field| field.key.clone());
    let columns: Vec<(String, &[u8])> = keys.zip(codes.chunks(rows)).collect();
    let mut times = Vec::new();
    let mut text = String::new();
    for _ in 0..runs.parse().expect("how many runs") {
        let start = Instant::now();
        let mut intake = Intake::new(survey.clone());
        intake.add_columns(&columns, None::<&&[f64]>).expect("right codes");
        times.push(format!("{:.3}", start.elapsed().as_secs_f64() * 1e3));
        text = intake.tally().to_json();
    }
    println!(
        "{{\"times\":[{}],\"sum\":{}}}",
        times.join(","),
        text.bytes().fold(0_u64, |sum, byte| (sum * 31 + u64::from(byte)) % 4_294_967_291)
    );
}
