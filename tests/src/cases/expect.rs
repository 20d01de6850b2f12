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
//! ```

use super::Verdict;
use crate::html::Document;
use crate::site::Site;

/// A line of `expect.txt`.
#[derive(Debug)]
pub(super) enum Expectation<'a> {
    File { path: &'a str, present: bool },
    Source { path: &'a str, text: &'a str, present: bool },
    Text { path: &'a str, text: &'a str, present: bool },
    Printed(&'a str),
}

impl<'a> Expectation<'a> {
    pub(super) fn parse(line: &'a str) -> Option<Self> {
        let (word, rest) = line.split_once(' ')?;
        let present = !matches!(word, "no-file" | "lacks" | "no-text");
        match word {
            "file" | "no-file" => Some(Self::File { path: rest.trim(), present }),
            "has" | "lacks" => rest.split_once(' ').map(|(path, text)| Self::Source { path, text, present }),
            "text" | "no-text" => rest.split_once(' ').map(|(path, text)| Self::Text { path, text, present }),
            "printed" => Some(Self::Printed(rest)),
            _ => None,
        }
    }

    pub(super) fn check(&self, site: &Site) -> Verdict {
        match *self {
            Self::File { path, present } => verdict(site.root().join(path).is_file(), present),
            Self::Source { path, text, present } => verdict(read(site, path)?.contains(text), present),
            Self::Text { path, text, present } => {
                let page = visible_text(&read(site, path)?);
                verdict(page.contains(text), present)
            }
            Self::Printed(text) => verdict(site.printed().contains(text), true),
        }
    }
}

fn read(site: &Site, path: &str) -> Result<String, String> {
    std::fs::read_to_string(site.root().join(path)).map_err(|error| format!("{path}: {error}"))
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
    body.map(|body| body.text().split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}
