//! Bad cases: the command must say exactly this, leave with this code, and leave the output's place alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use serde_json::Value;

use super::message::{MESSAGES, check_exit, compare, said};
use super::recipe::Before;
use super::{Case, Recipe, Verdict, root};
use crate::site::{Site, copy_folder, onetrip, tree};
use crate::temp::TempDir;

/// Runs a bad case.
///
/// # Errors
///
/// All that the product did otherwise than expected.
pub fn run(case: &Case) -> Verdict {
    let recipe = Recipe::read(case)?;
    let folder = TempDir::new("bad");
    recipe.lay_out(case, &folder.path().join("content"))?;
    let out = prepare_output(folder.path(), recipe.before);
    let before = state(folder.path(), &out);

    let mut faults = Vec::new();
    let exit = recipe.exit.unwrap_or(1);
    for (language, file) in MESSAGES {
        let output = build(folder.path(), &out, &recipe, &["--lang", language]);
        check_exit(&output, exit, &mut faults);
        compare(
            &case.folder.join(file),
            &said(&output, folder.path()),
            &mut faults,
        );
        if state(folder.path(), &out) != before {
            faults.push(format!("{language}: the output's place was changed"));
        }
    }
    if exit == 1 {
        let output = build(
            folder.path(),
            &out,
            &recipe,
            &["--lang", "zh", "--format", "json"],
        );
        check_exit(&output, exit, &mut faults);
        check_json(&output, &mut faults);
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n"))
    }
}

/// The same findings for machines: an array, each with an id, words and a way out.
fn check_json(output: &Output, faults: &mut Vec<String>) {
    let text = String::from_utf8_lossy(&output.stdout);
    let findings: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
    if !findings
        .iter()
        .any(|finding| finding["severity"] == "error")
    {
        faults.push(format!("--format json holds no error:\n{text}"));
    }
    for finding in findings {
        for key in ["id", "severity", "message", "remedy"] {
            if finding[key].as_str().is_none_or(str::is_empty) {
                faults.push(format!("--format json: {key} is missing in {finding}"));
            }
        }
    }
}

fn build(folder: &Path, out: &Path, recipe: &Recipe, how: &[&str]) -> Output {
    let mut arguments = vec![
        "build".into(),
        "--content".into(),
        "content".into(),
        "--out".into(),
    ];
    arguments.push(out.to_string_lossy().into_owned());
    arguments.extend(how.iter().map(ToString::to_string));
    arguments.extend((!recipe.print).then(|| "--no-print".to_owned()));
    arguments.extend(recipe.arguments.iter().cloned());
    onetrip(folder, arguments)
}

/// Prepares the output's place below `folder` and returns it, relative to `folder`.
fn prepare_output(folder: &Path, before: Before) -> PathBuf {
    let out = folder.join("dist");
    let written = match before {
        Before::Missing | Before::Content => Ok(()),
        Before::File | Before::BelowFile => fs::write(&out, "a file"),
        Before::Stranger => fs::create_dir(&out)
            .and_then(|()| fs::write(out.join("thesis.doc"), "ten years of work")),
        Before::Site => {
            copy_folder(&base_site().root(), &out);
            Ok(())
        }
    };
    written.unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    PathBuf::from(match before {
        Before::BelowFile => "dist/site",
        Before::Content => "content",
        _ => "dist",
    })
}

fn base_site() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    // A preview: a site whose codes were recorded asks for their ledger, which most cases do not have.
    let preview = ["--base-url", "https://preview.example"];
    SITE.get_or_init(|| Site::build_with(&root().join("base"), &preview))
}

/// Everything in the folder of the run: the output, the content, and whatever a careless writer leaves beside them.
fn state(folder: &Path, out: &Path) -> (bool, BTreeMap<String, Vec<u8>>) {
    (folder.join(out).exists(), tree(folder))
}
