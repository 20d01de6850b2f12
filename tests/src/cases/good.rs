//! Good cases: the site is built, and shows what `expect.txt` says.

use std::fs;

use super::expect::Expectation;
use super::{Case, Recipe, Verdict};
use crate::site::Site;
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
