//! `case.txt`: how a case's content differs from the base, and how the command is called. One change a line.
//!
//! ```text
//! # why the case exists
//! empty                                   start from nothing instead of the base
//! like good/english                       start from another case's content instead of the base
//! delete, rename, copy, replace, append, bytes, fill, folder, symlink …   see `change`
//! args --base-url https://example.org      {case} stands for the case's folder: --theme {case}/theme
//! print                                   sheets are printed too; else the command is called with --no-print
//! check                                   `onetrip check` instead of `onetrip build` (good cases)
//! out file | below-file | stranger | missing | content   what stands at the output's place (default: a good site)
//! exit 2                                  the exit code (default: 1 for bad cases, 0 for good ones)
//! ```

use std::fs;
use std::path::Path;

use super::change::Change;
use super::{Case, root};
use crate::site::copy_folder;

/// What stands at the place of the output before the command runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Before {
    /// A site that onetrip made.
    #[default]
    Site,
    /// Nothing.
    Missing,
    /// A file.
    File,
    /// The output's parent folder is a file.
    BelowFile,
    /// A folder with a file that onetrip did not make.
    Stranger,
    /// The content itself is named as the output.
    Content,
}

/// What a case's content starts from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Start {
    #[default]
    Base,
    Empty,
    /// Another case's content.
    Like(String),
}

/// A case's `case.txt`, read.
#[derive(Debug, Default)]
pub struct Recipe {
    start: Start,
    changes: Vec<Change>,
    /// Further arguments of the command.
    pub arguments: Vec<String>,
    /// The content is only checked.
    pub check: bool,
    /// Sheets are printed.
    pub print: bool,
    /// What stands at the output's place.
    pub before: Before,
    /// The expected exit code, when it is not the kind's usual one.
    pub exit: Option<i32>,
}

impl Recipe {
    /// Reads the case's `case.txt`; without one the recipe is empty.
    ///
    /// # Errors
    ///
    /// The line that is not understood.
    pub fn read(case: &Case) -> Result<Self, String> {
        let file = case.folder.join("case.txt");
        if !file.exists() {
            return Ok(Self::default());
        }
        let text =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Self::parse(&text.replace("{case}", &case.folder.to_string_lossy()))
    }

    /// Reads lines of a `case.txt`.
    ///
    /// # Errors
    ///
    /// The line that is not understood.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut recipe = Self::default();
        let lines = text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        for line in lines {
            recipe
                .read_line(line)
                .ok_or_else(|| format!("case.txt: not understood: {line}"))?;
        }
        Ok(recipe)
    }

    fn read_line(&mut self, line: &str) -> Option<()> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match (word, Change::read(line)) {
            (_, Some(change)) => self.changes.push(change),
            ("empty", _) => self.start = Start::Empty,
            ("like", _) => self.start = Start::Like(rest.trim().to_owned()),
            _ => return self.read_setting(word, rest),
        }
        Some(())
    }

    fn read_setting(&mut self, word: &str, rest: &str) -> Option<()> {
        match word {
            "check" if rest.is_empty() => self.check = true,
            "print" if rest.is_empty() => self.print = true,
            "args" => self
                .arguments
                .extend(rest.split_whitespace().map(str::to_owned)),
            "exit" => self.exit = Some(rest.trim().parse().ok()?),
            "out" => {
                self.before = match rest.trim() {
                    "missing" => Before::Missing,
                    "file" => Before::File,
                    "below-file" => Before::BelowFile,
                    "stranger" => Before::Stranger,
                    "content" => Before::Content,
                    _ => return None,
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// Lays out the content: the base, the case's `in/` over it, then the changes.
    ///
    /// # Errors
    ///
    /// A change that does not fit the base any more.
    pub fn lay_out(&self, case: &Case, content: &Path) -> Result<(), String> {
        fs::create_dir_all(content).map_err(|error| error.to_string())?;
        match &self.start {
            Start::Empty => {}
            Start::Base => copy_folder(&root().join("base"), content),
            Start::Like(name) => {
                let other = Case {
                    name: name.clone(),
                    folder: root().join(name),
                };
                Self::read(&other)?.lay_out(&other, content)?;
            }
        }
        let inner = case.folder.join("in");
        if inner.is_dir() {
            copy_folder(&inner, content);
        }
        self.apply(content)
    }

    /// Makes the changes alone.
    ///
    /// # Errors
    ///
    /// A change that does not fit the content.
    pub fn apply(&self, content: &Path) -> Result<(), String> {
        self.changes
            .iter()
            .try_for_each(|change| change.apply(content))
    }
}

#[cfg(test)]
mod tests {
    use super::{Before, Change, Recipe};

    #[test]
    fn a_recipe_is_read_line_by_line() {
        let change = "replace site.yaml 语言: => 语言：";
        let recipe = Recipe::parse(&format!(
            "# why\n{change}\nargs --base-url x\nout file\nexit 2\n"
        ))
        .expect("good");
        assert_eq!(recipe.changes, [Change::read(change).expect("a change")]);
        assert_eq!(recipe.arguments, ["--base-url", "x"]);
        assert_eq!((recipe.before, recipe.exit), (Before::File, Some(2)));
        assert!(Recipe::parse("remove x").is_err());
    }
}
