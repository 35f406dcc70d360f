//! `xtask <in.wasm> <folder>`: writes the JavaScript, the types and the wasm that the browser loads.

use std::fs;
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
    // comes from, with what it imports, and says by one function that it has.
    let (script, types) = (format!("{folder}/manyi.js"), format!("{folder}/manyi.d.ts"));
    fs::rename(format!("{folder}/manyi_bg.js"), &script)?;
    let text = fs::read_to_string(&script)?;
    let functions = text.lines().filter_map(|line| line.strip_prefix("export function ")?.split_once('('));
    let imported: Vec<&str> =
        functions.map(|(name, _)| name).filter(|name| name.starts_with("__wb") && *name != "__wbg_set_wasm").collect();
    let imports = format!("\nexport const imports = {{ \"./manyi_bg.js\": {{ {} }} }};\n", imported.join(", "));
    fs::write(&script, text + &imports)?;
    let declared = "\n/** What the wasm imports. */\nexport const imports: WebAssembly.Imports;\n\
        /** Takes note of what it exports. */\nexport function __wbg_set_wasm(exports: WebAssembly.Exports): void;\n";
    // A library of types that knows no `Symbol.dispose` yet would refuse the file.
    let said = fs::read_to_string(&types)?.replace("    [Symbol.dispose](): void;\n", "");
    fs::write(&types, said + declared)?;
    Ok(())
}
