//! All kinds of findings on one page, in Markdown.

use std::fmt::Write as _;

use super::explain::Headings;
use super::{Kind, Lang, kinds};

/// All kinds of findings as one Markdown page, each once: a heading a family, a heading an id.
pub fn reference(lang: Lang) -> String {
    let mut out = String::from(match lang {
        Lang::Zh => "# onetrip 会指出的问题\n",
        Lang::En => "# What onetrip finds\n",
    });
    let mut family = String::new();
    for kind in kinds(lang) {
        if kind.family() != family {
            family = kind.family();
            let _ = write!(out, "\n## {family}\n");
        }
        out.push_str(&entry(&kind));
    }
    out
}

fn entry(kind: &Kind) -> String {
    let headings = Headings::of(kind.declaration.severity, kind.lang);
    let mut out = format!("\n### {}\n\n{}\n", kind.declaration.id, headings.weight);
    for message in kind.messages() {
        let _ = write!(out, "\n> {}\n", plain(&message));
    }
    let _ = write!(out, "\n{}\n", plain(&one_line(kind.why())));
    match kind.lines() {
        Some((wrong, right)) => {
            fenced(&mut out, headings.wrong, wrong);
            fenced(&mut out, headings.right, right);
        }
        None => {
            for remedy in kind.remedies() {
                let _ = write!(out, "\n{}\n", plain(&remedy));
            }
        }
    }
    out
}

fn fenced(out: &mut String, heading: &str, lines: &str) {
    let _ = write!(out, "\n**{heading}**\n\n```text\n{lines}\n```\n");
}

/// Lines as one: Chinese has no space between.
fn one_line(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        if out.ends_with(|sign: char| sign.is_ascii()) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// A text whose signs Markdown is to leave alone, but for code between backticks.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let parts: Vec<&str> = text.split('`').collect();
    for (index, part) in parts.iter().enumerate() {
        let code = index % 2 == 1 && index + 1 < parts.len();
        if index > 0 {
            out.push('`');
        }
        for sign in part.chars() {
            if !code && "\\*_[]<>#|~".contains(sign) {
                out.push('\\');
            }
            out.push(sign);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Lang, reference};
    use crate::diagnostic::declared;

    #[test]
    fn the_reference_has_every_id_once() {
        let ids: BTreeSet<&str> = declared().map(|one| one.id).collect();
        for lang in [Lang::Zh, Lang::En] {
            let text = reference(lang);
            let headings = text.lines().filter_map(|line| line.strip_prefix("### "));
            let headings: Vec<&str> = headings.collect();
            assert_eq!(headings.len(), ids.len(), "{lang:?}");
            assert_eq!(BTreeSet::from_iter(headings), ids, "{lang:?}");
        }
    }
}
