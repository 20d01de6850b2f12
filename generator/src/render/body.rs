//! An author's text on one page: its links lead somewhere, its local facts are filled in.

use std::fmt::Write as _;

use super::links::LinkContext;
use super::words::Texts;
use crate::model::{LocalFacts, Markdown};

/// The text `plain` with its local facts.
pub(super) fn fill(links: &LinkContext<'_>, texts: Texts<'_>, plain: &str) -> String {
    LocalFacts::fill(plain, |name| fact(links, texts, name)).into_owned()
}

fn fact(links: &LinkContext<'_>, texts: Texts<'_>, name: &str) -> String {
    links.fact(name).map_or_else(
        || texts.fill("fact_missing", &[("name", name)]),
        str::to_owned,
    )
}

/// The HTML of a Markdown text on this page.
pub(super) fn html(links: &LinkContext<'_>, texts: Texts<'_>, markdown: &Markdown) -> String {
    let linked = link(links, markdown);
    LocalFacts::fill(&linked, |name| escape(&fact(links, texts, name))).into_owned()
}

/// Replaces `="matter:N"` and `="file:N"`, which only the Markdown writer makes.
fn link(links: &LinkContext<'_>, markdown: &Markdown) -> String {
    let mut out = String::with_capacity(markdown.html.len());
    let mut rest = markdown.html.as_str();
    while let Some(at) = rest.find("=\"") {
        let (before, value) = rest.split_at(at + 2);
        out.push_str(before);
        rest = value;
        let Some((kind, number)) = value.split_once('"').and_then(|(v, _)| v.split_once(':'))
        else {
            continue;
        };
        let Ok(index) = number.parse::<usize>() else {
            continue;
        };
        let target = match kind {
            "matter" => markdown.matters.get(index).map(|reference| {
                // A matter that is not done here: its name is still worth a look at the list of what is.
                links
                    .matter(&reference.value)
                    .map_or_else(|| links.home(), |(_, href)| href)
            }),
            "file" => markdown.files.get(index).map(|file| links.file(file)),
            _ => None,
        };
        if let Some(target) = target {
            out.push_str(&escape(&target));
            rest = &value[kind.len() + 1 + number.len()..];
        }
    }
    out.push_str(rest);
    out
}

/// Text for HTML.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => {
                let _ = write!(out, "&#{};", c as u32);
            }
            _ => out.push(c),
        }
    }
    out
}
