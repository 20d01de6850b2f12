//! The corpus: mistakes that community workers make, and what they are told.
//!
//! ```text
//! tests/corpus/GROUP.txt
//! = two-numbers-in-one                    the name of a mistake
//! # Both numbers of the desk in one field.
//! on content                              it is made in the demonstration instead of the small base
//! replace, append, delete, rename …       see `change`
//! expect phone-several communities/yuhu.yaml:10    a finding at this place (0: in the file as a whole)
//! understood                              it is read as it is meant, and the lines below, at least one, are true of the pages
//! text dong/a07.html 身份证               see `expect`
//! silent                                  no finding, and the page is wrong: known, and counted
//! ```
//! What is expected is all that is found. `ONETRIP_BLESS=1` writes anew what is found where something is; that the page of what is
//! understood is right, a person has to say.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use super::expect::Expectation;
use super::{BLESS, Recipe, Verdict, blessing, entries, file_name, root};
use crate::site::{command, copy_folder};
use crate::temp::TempDir;
use crate::tools;

/// The day on which the corpus is judged, 2026-11-26: no guide of the demonstration has been checked later.
const TODAY: &str = "1795694400";
/// Mistakes that pass without a word, at the most, in each group.
const MOST_SILENT: [(&str, usize); 8] = [
    ("facts", 0),
    ("files", 1),
    ("prose", 0),
    ("quoting", 0),
    ("references", 0),
    ("rules", 0),
    ("structure", 0),
    ("wording", 0),
];

/// A mistake of the corpus.
#[derive(Debug, Clone)]
pub struct Mistake {
    /// Its group and its name.
    pub name: String,
    lines: Vec<String>,
}

fn folder() -> PathBuf {
    tools::workspace().join("tests/corpus")
}

/// All mistakes, by group.
pub fn mistakes() -> Vec<Mistake> {
    let mut files = entries(&folder());
    files.sort();
    files.iter().flat_map(|file| in_file(file)).collect()
}

fn in_file(file: &Path) -> Vec<Mistake> {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let group = file_name(file).replace(".txt", "");
    let mut mistakes: Vec<Mistake> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match (line.strip_prefix("= "), mistakes.last_mut()) {
            (Some(name), _) => mistakes.push(Mistake {
                name: format!("{group}/{name}"),
                lines: Vec::new(),
            }),
            (None, Some(mistake)) => mistake.lines.push(line.to_owned()),
            (None, None) => panic!("{}: before the first mistake: {line}", file.display()),
        }
    }
    mistakes
}

/// Fails where more pass in silence than are known, or two mistakes have one name.
///
/// # Errors
///
/// The groups and names.
pub fn check_silence() -> Verdict {
    let mistakes = mistakes();
    let mut faults = Vec::new();
    for (group, most) in MOST_SILENT {
        let silent = mistakes.iter().filter(|mistake| {
            mistake.name.starts_with(&format!("{group}/")) && mistake.says("silent")
        });
        let silent = silent.count();
        if silent > most {
            faults.push(format!("{group}: {silent} silent, {most} are known"));
        }
    }
    let counted = |group: &str| MOST_SILENT.iter().any(|(name, _)| *name == group);
    let groups = mistakes.iter().filter_map(|one| one.name.split('/').next());
    let strange: BTreeSet<&str> = groups.filter(|group| !counted(group)).collect();
    faults.extend(
        strange
            .iter()
            .map(|group| format!("{group}: how many are silent?")),
    );
    let mut names: Vec<&str> = mistakes.iter().map(|one| one.name.as_str()).collect();
    names.sort_unstable();
    let twice = names.array_windows().filter(|[one, other]| one == other);
    faults.extend(twice.map(|[name, _]| format!("{name} stands there twice")));
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n"))
    }
}

impl Mistake {
    fn says(&self, word: &str) -> bool {
        self.lines.iter().any(|line| line == word)
    }

    fn behind<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        self.lines
            .iter()
            .filter_map(move |line| line.strip_prefix(word)?.strip_prefix(' '))
    }

    fn lay_out(&self, content: &Path) -> Verdict {
        let start = if self.says("on content") {
            tools::workspace().join("content")
        } else {
            root().join("base")
        };
        copy_folder(&start, content);
        let is_change = |line: &&String| {
            let ours = line.starts_with("on ") || line.starts_with("expect ");
            let state = ["understood", "silent"].contains(&line.as_str());
            !ours && !state && Expectation::parse(line).is_none()
        };
        let changes: Vec<&str> = self
            .lines
            .iter()
            .filter(is_change)
            .map(String::as_str)
            .collect();
        Recipe::parse(&changes.join("\n"))?.apply(content)
    }

    /// Makes the mistake and holds what is said in both languages against what is expected.
    ///
    /// # Errors
    ///
    /// All that is otherwise.
    pub fn judge(&self) -> Verdict {
        let folder = TempDir::new("corpus");
        self.lay_out(&folder.path().join("content"))?;
        let chinese = findings(folder.path(), "zh")?;
        let english = findings(folder.path(), "en")?;
        if chinese != english {
            return Err(format!("zh: {chinese:?}\nen: {english:?}"));
        }
        let expected: Vec<&str> = self.behind("expect").collect();
        if expected != chinese {
            if blessing() && !chinese.is_empty() {
                return self.bless(&chinese);
            }
            return Err(format!(
                "other findings ({BLESS}=1 takes them over).\n-- expected\n{}\n-- found\n{}",
                expected.join("\n"),
                chinese.join("\n")
            ));
        }
        let is_silent = self.says("silent");
        if chinese.is_empty() && !is_silent && !self.says("understood") {
            return Err("nothing is found: is it `understood`, or `silent`?".into());
        }
        if is_silent && !chinese.is_empty() {
            return Err("`silent`, and something is found".into());
        }
        let shown = self.lines.iter();
        let shown: Vec<Expectation<'_>> =
            shown.filter_map(|line| Expectation::parse(line)).collect();
        if shown.is_empty() && self.says("understood") {
            return Err("`understood`: what does the page show?".into());
        }
        pages(folder.path(), &shown)
    }

    fn bless(&self, found: &[String]) -> Verdict {
        // Mistakes of one file are judged side by side.
        static WRITING: Mutex<()> = Mutex::new(());
        let _alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let (group, name) = self.name.split_once('/').unwrap_or_default();
        let file = folder().join(format!("{group}.txt"));
        let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
        let mut new = String::new();
        let mut inside = false;
        for line in text.lines() {
            if inside && (line.trim().is_empty() || line.starts_with("= ")) {
                new.extend(found.iter().map(|line| format!("expect {line}\n")));
                inside = false;
            }
            inside |= line == format!("= {name}");
            if !(inside && (line.starts_with("expect ") || line == "silent")) {
                let _ = writeln!(new, "{line}");
            }
        }
        if inside {
            new.extend(found.iter().map(|line| format!("expect {line}\n")));
        }
        fs::write(&file, new).map_err(|error| error.to_string())
    }
}

/// What the pages of something understood show.
fn pages(folder: &Path, shown: &[Expectation<'_>]) -> Verdict {
    if shown.is_empty() {
        return Ok(());
    }
    let arguments = [
        "build",
        "--content",
        "content",
        "--out",
        "dist",
        "--no-print",
    ];
    let output = run(folder, &arguments);
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = shown
        .iter()
        .filter_map(|one| one.check(&folder.join("dist"), &printed).err());
    let wrong: Vec<String> = wrong.collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = command(folder);
    command.args(arguments).env("SOURCE_DATE_EPOCH", TODAY);
    command.output().expect("the command starts")
}

/// `ID FILE:LINE` of all findings; each has words and a way out.
fn findings(folder: &Path, language: &str) -> Result<Vec<String>, String> {
    let arguments = [
        "check",
        "--content",
        "content",
        "--lang",
        language,
        "--format",
        "json",
    ];
    let output = run(folder, &arguments);
    let text = String::from_utf8_lossy(&output.stdout);
    let found: Vec<Value> =
        serde_json::from_str(&text).map_err(|error| format!("{language}: {error}: {text}"))?;
    found
        .iter()
        .map(|finding| {
            for key in ["message", "remedy"] {
                if finding[key].as_str().is_none_or(str::is_empty) {
                    return Err(format!("{language}: no {key} in {finding}"));
                }
            }
            let word = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
            let line = finding["line"].as_u64().unwrap_or(0);
            Ok(format!("{} {}:{line}", word("id"), word("file")))
        })
        .collect()
}
