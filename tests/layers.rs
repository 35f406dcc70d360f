//! The layers: a folder of `src` may import those to its right, never to its left.

use std::fs;
use std::path::{Path, PathBuf};

/// Each folder and those it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("number", &[]),
    ("text", &["number"]),
    ("error", &["number"]),
    ("later", &["error"]),
    ("value", &["error", "number"]),
    ("survey", &["value", "error", "number"]),
    ("answers", &["survey", "value", "error", "text", "number"]),
    ("tally", &["answers", "survey", "value", "error", "text", "number"]),
    ("measure", &["tally", "answers", "survey", "value", "error", "text", "later", "number"]),
    ("report", &["measure", "tally", "answers", "survey", "value", "error", "text", "later", "number"]),
    ("plot", &["report", "measure", "tally", "answers", "survey", "value", "error", "text", "later", "number"]),
    ("form", &["measure", "survey", "value", "error", "number"]),
    ("wasm", &["form", "plot", "report", "measure", "tally", "answers", "survey", "value", "error", "number"]),
];

/// Crates that only one folder may name.
const OWN: &[(&str, &[&str])] = &[
    ("wasm_bindgen", &["wasm", "number"]),
    ("js_sys", &["wasm"]),
    ("web_sys", &["wasm"]),
    ("serde_wasm_bindgen", &["wasm"]),
    ("plotters", &["plot", "wasm"]),
];

#[test]
fn no_folder_imports_one_to_its_left() {
    let mut wrong = Vec::new();
    for (folder, file, line) in lines() {
        let (_, allowed) = MAY_USE.iter().find(|(name, _)| *name == folder).unwrap_or_else(|| panic!("the layer of {folder} is not known"));
        for used in used_folders(&line) {
            if used != folder && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: {folder} uses {used}: {}", file.display(), line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn javascript_and_plotters_are_named_only_where_they_belong() {
    let mut wrong = Vec::new();
    for (folder, file, line) in lines() {
        for (name, owners) in OWN {
            if line.contains(&format!("{name}::")) && !owners.contains(&folder.as_str()) {
                wrong.push(format!("{}: {}", file.display(), line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn an_import_is_seen_however_it_is_written() {
    assert_eq!(used_folders("use crate::error::{Error, Problem};"), ["error"]);
    assert_eq!(used_folders("    let share = crate::measure::proportion(1, 2);"), ["measure"]);
    assert_eq!(used_folders("use crate::{survey::Survey, tally};"), ["survey", "tally"]);
    assert_eq!(used_folders("use crate::Error;"), ["error"]);
    assert!(used_folders("/// see [`report`](crate::report)").is_empty());
}

/// Every line of every source file below the crate's root, with its folder.
fn lines() -> Vec<(String, PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for file in sources(&src) {
        let relative = file.strip_prefix(&src).expect("a source lies under src");
        let first = relative.components().next().expect("a source has a name").as_os_str().to_string_lossy();
        let folder = first.trim_end_matches(".rs").to_owned();
        if folder == "lib" {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source is text");
        found.extend(text.lines().map(|line| (folder.clone(), relative.to_owned(), line.to_owned())));
    }
    assert!(!found.is_empty());
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("the entry is there").path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => sources(&path),
            false => Vec::from_iter(path.extension().is_some_and(|extension| extension == "rs").then_some(path)),
        })
        .collect()
}

/// The folders of this crate that a line of code names.
fn used_folders(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let names = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut used = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => used.extend(group.split(',').map(names)),
            None => used.push(names(rest)),
        }
    }
    // The crate's root re-exports the error.
    used.iter_mut().filter(|name| ["Error", "Problem"].contains(&name.as_str())).for_each(|name| *name = "error".into());
    used.retain(|name| !name.is_empty() && name.chars().all(|c| c.is_lowercase() || c == '_'));
    used
}
