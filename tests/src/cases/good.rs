//! Good cases: the site is built, and shows what `expect.txt` says; or it is only checked.

use std::fs;
use std::path::Path;

use super::expect::Expectation;
use super::message::{MESSAGES, check_exit, compare, said};
use super::{Case, Recipe, Verdict};
use crate::site::{Site, onetrip};
use crate::temp::TempDir;

/// Runs a good case.
///
/// # Errors
///
/// All expectations that do not hold.
pub fn run(case: &Case) -> Verdict {
    let recipe = Recipe::read(case)?;
    let folder = TempDir::new("good");
    let content = folder.path().join("content");
    recipe.lay_out(case, &content)?;
    if recipe.check {
        return run_check(case, &recipe, folder.path());
    }
    let arguments: Vec<_> = recipe.arguments.iter().map(String::as_str).collect();
    let site = Site::build_with(&content, &arguments);

    let file = case.folder.join("expect.txt");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut faults = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let expectation =
            Expectation::parse(line).ok_or_else(|| format!("expect.txt: not understood: {line}"))?;
        if let Err(fault) = expectation.check(&site) {
            faults.push(format!("{line}\n  {fault}"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Runs `onetrip check` in both languages; it must say exactly what the message files hold.
fn run_check(case: &Case, recipe: &Recipe, folder: &Path) -> Verdict {
    let mut faults = Vec::new();
    for (language, file) in MESSAGES {
        let fixed = ["check", "--content", "content", "--lang", language].map(str::to_owned);
        let output = onetrip(folder, fixed.iter().chain(&recipe.arguments));
        check_exit(&output, recipe.exit.unwrap_or(0), &mut faults);
        compare(&case.folder.join(file), &said(&output, folder), &mut faults);
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}
