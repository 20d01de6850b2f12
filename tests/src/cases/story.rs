//! Stories: several commands in a row on one content folder, with changes in between. What they say, the ledger of
//! published codes that is left in the end, and the last site are held against the case's files.
//!
//! ```text
//! today 2026-11-22                        the day of the commands that follow
//! run build --community dong              a command; "…" holds words together
//! replace matters/x.md 编号: a07 => 编号: a17   a change, as in `case.txt` elsewhere
//! beside delete part1/index.html          a change outside the content, in what was built
//! show matters/x.md                       what the file holds by now; signs that nobody sees are written out
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::expect::check_all;
use super::message::{compare, without_hint};
use super::recipe::Recipe;
use super::{Case, Verdict};
use crate::site::{command, tree};
use crate::temp::TempDir;

/// Runs a story in both languages.
///
/// # Errors
///
/// All that the product did otherwise than expected.
pub fn run(case: &Case) -> Verdict {
    let file = case.folder.join("case.txt");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut faults = Vec::new();
    for (language, transcript) in [("zh", "said.txt"), ("en", "said.en.txt")] {
        let folder = TempDir::new("story");
        let mut story = Story {
            folder: folder.path(),
            language,
            now: 0,
            said: String::new(),
            faults: Vec::new(),
        };
        Recipe::default().lay_out(case, &folder.path().join("content"))?;
        for line in text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        {
            story.line(line)?;
        }
        faults.append(&mut story.faults);
        compare(&case.folder.join(transcript), &story.said, &mut faults);
        let ledger =
            fs::read_to_string(folder.path().join("content/codes.lock")).unwrap_or_default();
        let expected = case.folder.join("codes.lock");
        if expected.exists() || !ledger.is_empty() {
            compare(&expected, &ledger, &mut faults);
        }
        let expected = case.folder.join("expect.txt");
        if expected.exists() && language == "zh" {
            check_all(
                &expected,
                &folder.path().join("dist"),
                &story.said,
                &mut faults,
            )?;
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n"))
    }
}

struct Story<'a> {
    folder: &'a Path,
    language: &'a str,
    /// Seconds since 1970.
    now: i64,
    said: String,
    faults: Vec<String>,
}

impl Story<'_> {
    fn line(&mut self, line: &str) -> Verdict {
        if let Some(day) = line.strip_prefix("today ") {
            let day = day
                .trim()
                .parse::<Date>()
                .and_then(|day| day.to_zoned(TimeZone::UTC));
            self.now = day
                .map_err(|error| format!("{line}: {error}"))?
                .timestamp()
                .as_second();
            return Ok(());
        }
        if let Some(path) = line.strip_prefix("show ") {
            return self.show(path.trim());
        }
        if let Some(change) = line.strip_prefix("beside ") {
            return Recipe::parse(change)?.apply(self.folder);
        }
        match line.strip_prefix("run ") {
            Some(words) => {
                self.command(words);
                Ok(())
            }
            None => Recipe::parse(line)?.apply(&self.folder.join("content")),
        }
    }

    fn show(&mut self, path: &str) -> Verdict {
        let file = self.folder.join("content").join(path);
        let text = fs::read_to_string(&file).map_err(|error| format!("{path}: {error}"))?;
        self.said.push_str(&["-- ", path, "\n"].concat());
        for line in text.split_inclusive('\n') {
            let words = line.trim_end_matches('\n');
            let blanks = words.len() - words.trim_end_matches(' ').len();
            let (words, blanks) = words.split_at(words.len() - blanks);
            let words = words.replace('\r', "\\r").replace('\t', "\\t");
            let words = words.replace('\u{feff}', "\\u{feff}");
            let end = if line.ends_with('\n') { "\n" } else { "\\\n" };
            self.said
                .push_str(&[&words, &"·".repeat(blanks.len()), end].concat());
        }
        self.said.push('\n');
        Ok(())
    }

    fn command(&mut self, typed: &str) {
        let before = self.content();
        let mut command: Command = command(self.folder);
        command.args(words(typed)).args(["--lang", self.language]);
        // Stories of codes need no sheets.
        command.args(typed.starts_with("build").then_some("--no-print"));
        command.env("SOURCE_DATE_EPOCH", self.now.to_string());
        let output = command.output().expect("the command starts");
        self.said.push_str("$ onetrip ");
        self.said.push_str(typed);
        self.said.push('\n');
        self.said.push_str(&self.printed(&output));
        let after = self.content();
        let changed: Vec<&String> = after
            .iter()
            .filter(|(path, bytes)| before.get(*path) != Some(*bytes))
            .map(|(path, _)| path)
            .chain(before.keys().filter(|path| !after.contains_key(*path)))
            .collect();
        let may_write = output.status.success() && !typed.starts_with("check");
        let mends = typed.starts_with("fmt") || typed.starts_with("check --fix");
        let begins = may_write && typed.starts_with("new ");
        if !mends
            && !begins
            && changed
                .iter()
                .any(|path| *path != "codes.lock" || !may_write)
        {
            self.faults
                .push(format!("{typed}: changed {changed:?} in the content"));
        }
        match output.status.code() {
            Some(0) => {}
            Some(code) => self
                .said
                .push_str(&["= ", &code.to_string(), "\n"].concat()),
            None => self.faults.push(format!("{typed}: {}", output.status)),
        }
        self.said.push('\n');
    }

    fn content(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.folder.join("content"))
    }

    /// Both channels; a summary holds times and sizes, and is left out.
    fn printed(&self, output: &Output) -> String {
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.push_str(&String::from_utf8_lossy(&output.stderr));
        let text = text.replace(&format!("{}/", self.folder.display()), "");
        let summary = |line: &str| SUMMARIES.iter().any(|start| line.starts_with(start));
        let lines = without_hint(&text).into_iter().map(|line| {
            if summary(line) {
                "…"
            } else {
                line.trim_end()
            }
        });
        lines.flat_map(|line| [line, "\n"]).collect()
    }
}

/// How a summary begins that tells times and sizes.
const SUMMARIES: [&str; 6] = [
    "生成好了：",
    "Built ",
    "打印好了：",
    "Printed ",
    "合并好了：",
    "Merged ",
];

/// What was typed, word by word.
fn words(typed: &str) -> Vec<String> {
    let parts = typed.split('"').enumerate();
    parts
        .flat_map(|(number, part)| {
            let quoted = vec![part.to_owned()];
            if number % 2 == 1 {
                quoted
            } else {
                part.split_whitespace().map(str::to_owned).collect()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_held_together() {
        assert_eq!(
            words("codes retire a07 --because \"到 窗口\""),
            ["codes", "retire", "a07", "--because", "到 窗口"]
        );
    }
}
