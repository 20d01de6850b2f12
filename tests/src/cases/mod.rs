//! Whole-command cases: a folder in `tests/cases/` holds a content folder's differences from a shared base
//! and what the command must make of it.
//!
//! ```text
//! cases/base/             a small good site; every case starts from a copy of it
//! cases/good/NAME/        in/ (files laid over the base), case.txt (changes), expect.txt (what the site must show);
//!                         with `check` in case.txt instead of that message.txt and message.en.txt
//! cases/bad/NAME/         in/, case.txt, message.txt and message.en.txt (the exact words of the command)
//! cases/codes/NAME/       in/, case.txt (several commands with changes between them), said.txt and said.en.txt (their exact
//!                         words), codes.lock (what is left in it), expect.txt (what the last site must show, if anything)
//! cases/print/NAME/       the same for `onetrip print` and `onetrip draw`
//! cases/explain/NAME/     the same for `onetrip explain`
//! cases/new/NAME/        the same for `onetrip new`, and for what is written for editors and readers of the format
//! cases/theme/NAME/       the same for `onetrip theme` and what a person does with its files
//! cases/fmt/NAME/         the same for what mends files: `onetrip fmt` and `onetrip check --fix`
//! corpus/GROUP.txt        many small mistakes, each with the findings that it has to get; see `corpus`
//! ```
//!
//! `case.txt` and `in/` may each be absent; a case may bring a `theme/` and name it in its arguments. `ONETRIP_BLESS=1` writes the message files anew; an expectation of a
//! good site is written by hand. The rooms: [`recipe`](Recipe) reads `case.txt` and lays out the content, `good`,
//! `bad` and `story` run the command and judge, `message` compares words.

mod bad;
mod change;
mod corpus;
mod expect;
mod good;
mod message;
mod recipe;
mod story;

use std::fs;
use std::path::{Path, PathBuf};

pub use bad::run as run_bad;
pub use corpus::{Mistake, check_silence, mistakes};
pub use good::run as run_good;
pub use recipe::Recipe;
pub use story::run as run_story;

use crate::site::Site;
use crate::temp::TempDir;
use crate::tools;

/// The name of the environment variable that rewrites the expected messages.
pub const BLESS: &str = "ONETRIP_BLESS";

/// A case's folder.
#[derive(Debug, Clone)]
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
}

/// What is wrong with the product (or the case), in words.
pub type Verdict = Result<(), String>;

/// The folder with all cases.
pub fn root() -> PathBuf {
    tools::workspace().join("tests/cases")
}

/// The cases of a kind (`good` or `bad`), sorted by name.
pub fn all(kind: &str) -> Vec<Case> {
    let mut cases: Vec<_> = entries(&root().join(kind))
        .into_iter()
        .map(|folder| Case {
            name: file_name(&folder),
            folder,
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// The site of a case (`good/retired`), built anew.
pub fn site(path: &str) -> Site {
    let folder = root().join(path);
    let case = Case {
        name: file_name(&folder),
        folder,
    };
    let content = TempDir::new("case");
    let laid_out = Recipe::read(&case).and_then(|recipe| recipe.lay_out(&case, content.path()));
    laid_out.unwrap_or_else(|fault| panic!("{path}: {fault}"));
    Site::build(content.path())
}

/// Fails when a case's folder holds a file that no runner reads: an expectation that nobody checks any more.
///
/// # Errors
///
/// The paths of all such files.
pub fn check_no_strays() -> Verdict {
    let known: [(&str, &[&str]); 8] = [
        (
            "good",
            &[
                "in",
                "theme",
                "case.txt",
                "expect.txt",
                "message.txt",
                "message.en.txt",
            ],
        ),
        (
            "bad",
            &["in", "theme", "case.txt", "message.txt", "message.en.txt"],
        ),
        (
            "codes",
            &[
                "in",
                "case.txt",
                "expect.txt",
                "said.txt",
                "said.en.txt",
                "codes.lock",
            ],
        ),
        (
            "fleet",
            &["case.txt", "said.txt", "said.en.txt", "codes.lock"],
        ),
        (
            "print",
            &["in", "case.txt", "said.txt", "said.en.txt", "codes.lock"],
        ),
        ("explain", &["case.txt", "said.txt", "said.en.txt"]),
        ("new", &["case.txt", "said.txt", "said.en.txt"]),
        (
            "theme",
            &["in", "case.txt", "said.txt", "said.en.txt", "codes.lock"],
        ),
    ];
    let mut strays = Vec::new();
    for (kind, names) in known {
        for case in all(kind) {
            let inner = entries(&case.folder);
            let unknown = inner
                .iter()
                .filter(|path| !names.contains(&file_name(path).as_str()));
            strays.extend(unknown.map(|path| path.display().to_string()));
            if !case.folder.join("in").exists() && !case.folder.join("case.txt").exists() {
                strays.push(format!(
                    "{} has neither in/ nor case.txt",
                    case.folder.display()
                ));
            }
        }
    }
    if strays.is_empty() {
        Ok(())
    } else {
        Err(format!("no case uses:\n{}", strays.join("\n")))
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    read.map(|entry| entry.expect("a folder of ours can be read").path())
        .collect()
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn blessing() -> bool {
    std::env::var_os(BLESS).is_some_and(|value| value == "1")
}
