//! Good cases: the site is built, and shows what `expect.txt` says; or it is only checked.

use std::path::Path;

use super::expect::check_all;
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
    let mut arguments: Vec<_> = recipe.arguments.iter().map(String::as_str).collect();
    arguments.extend((!recipe.print).then_some("--no-print"));
    let site = Site::build_with(&content, &arguments);

    let mut faults = Vec::new();
    check_all(
        &case.folder.join("expect.txt"),
        &site.root(),
        &site.printed(),
        &mut faults,
    )?;
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n"))
    }
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
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n"))
    }
}
