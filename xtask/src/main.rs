//! `xtask <in.wasm> <folder>`: writes the JavaScript, the types and the wasm that the browser loads.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder] = arguments.as_slice() else {
        eprintln!("usage: xtask <in.wasm> <folder>");
        return ExitCode::FAILURE;
    };
    match generate(input, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{input}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(input: &str, folder: &str) -> Result<(), Box<dyn std::error::Error>> {
    Bindgen::new()
        .input_path(input)
        .out_name("manyi")
        .bundler(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    // The file that a bundler would start the wasm by gives way to the one that binds it: the package's own loader starts it, wherever it
    // comes from, and says by this one function that it has.
    fs::rename(format!("{folder}/manyi_bg.js"), format!("{folder}/manyi.js"))?;
    let mut types = OpenOptions::new().append(true).open(format!("{folder}/manyi.d.ts"))?;
    writeln!(types, "\n/** Binds what a wasm file exports. */\nexport function __wbg_set_wasm(exports: WebAssembly.Exports): void;")?;
    Ok(())
}
