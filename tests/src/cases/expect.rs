//! `expect.txt`: what a built site must show. One expectation a line.
//!
//! ```text
//! file wenyuan/a07.html              the file is there
//! no-file wenyuan/b01.html           it is not
//! has wenyuan/a07.html <b>…          the source of the file holds the text
//! lacks wenyuan/a07.html <script     it does not
//! text wenyuan/a07.html 户籍：外地    a reader finds the text on the page, markup and spaces at tags aside
//! no-text wenyuan/a07.html …         does not find it
//! printed 2 页                       the command printed it
//! lacks * {{                         no page, sheet or data file of the site has it; assets are not looked at
//! ```

use std::fs;
use std::path::Path;

use super::Verdict;
use crate::html::Document;

/// A line of `expect.txt`.
#[derive(Debug)]
pub(super) enum Expectation<'a> {
    File {
        path: &'a str,
        present: bool,
    },
    Source {
        path: &'a str,
        text: &'a str,
        present: bool,
    },
    Text {
        path: &'a str,
        text: &'a str,
        present: bool,
    },
    Printed(&'a str),
}

impl<'a> Expectation<'a> {
    pub(super) fn parse(line: &'a str) -> Option<Self> {
        let (word, rest) = line.split_once(' ')?;
        let present = !matches!(word, "no-file" | "lacks" | "no-text");
        match word {
            "file" | "no-file" => Some(Self::File {
                path: rest.trim(),
                present,
            }),
            "has" | "lacks" => rest.split_once(' ').map(|(path, text)| Self::Source {
                path,
                text,
                present,
            }),
            "text" | "no-text" => rest.split_once(' ').map(|(path, text)| Self::Text {
                path,
                text,
                present,
            }),
            "printed" => Some(Self::Printed(rest)),
            _ => None,
        }
    }

    /// Holds it against the site in `root` and what the command printed.
    pub(super) fn check(&self, root: &Path, printed: &str) -> Verdict {
        match *self {
            Self::File { path, present } => verdict(root.join(path).is_file(), present),
            Self::Source {
                path: "*",
                text,
                present,
            } => everywhere(root, text, present),
            Self::Source {
                path,
                text,
                present,
            } => verdict(read(root, path)?.contains(text), present),
            Self::Text {
                path,
                text,
                present,
            } => {
                let page = visible_text(&read(root, path)?);
                verdict(page.contains(text), present)
            }
            Self::Printed(text) => verdict(printed.contains(text), true),
        }
    }
}

/// All expectations of the file that do not hold.
pub(super) fn check_all(
    file: &Path,
    root: &Path,
    printed: &str,
    faults: &mut Vec<String>,
) -> Verdict {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    for line in text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
    {
        let expectation = Expectation::parse(line)
            .ok_or_else(|| format!("expect.txt: not understood: {line}"))?;
        if let Err(fault) = expectation.check(root, printed) {
            faults.push(format!("{line}\n  {fault}"));
        }
    }
    Ok(())
}

fn read(root: &Path, path: &str) -> Result<String, String> {
    fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))
}

/// Holds a text against every file that people or programs read.
fn everywhere(root: &Path, text: &str, present: bool) -> Verdict {
    let mut having = Vec::new();
    let mut looked = 0;
    for entry in walkdir::WalkDir::new(root).sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is_read = matches!(ending, Some("html" | "svg" | "json" | "js" | "xml" | "css"));
        if is_read && !path.starts_with("assets") {
            looked += 1;
            if read(root, &path.to_string_lossy())?.contains(text) {
                having.push(path.to_string_lossy().into_owned());
            }
        }
    }
    match (looked, present, having.as_slice()) {
        (0, ..) => Err("there is nothing to look at".into()),
        (_, true, []) => Err("is nowhere".into()),
        (_, false, [_, ..]) => Err(format!("is in {}", having.join(", "))),
        _ => Ok(()),
    }
}

fn verdict(found: bool, present: bool) -> Verdict {
    match (found, present) {
        (true, false) => Err("is there, and should not be".into()),
        (false, true) => Err("is not there".into()),
        _ => Ok(()),
    }
}

/// The text of the page's body, white space between two pieces of text made one space.
fn visible_text(html: &str) -> String {
    let document = Document::parse(html);
    let body = document.elements().find(|element| element.name() == "body");
    body.map(|body| body.text().split_whitespace().collect::<Vec<_>>().join(" "))
        .unwrap_or_default()
}
