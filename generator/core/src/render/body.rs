//! An author's text on one page: its links lead somewhere, its local facts are filled in, and only then is it HTML.

use pulldown_cmark::html::push_html;

use super::contacts;
use super::links::LinkContext;
use crate::model::Markdown;
use crate::resolve::Facts;

/// The HTML of a Markdown text on this page.
pub(super) fn html(links: &LinkContext<'_>, facts: &Facts<'_>, markdown: &Markdown) -> String {
    let link = |target: &str| target_of(links, markdown, target);
    let mut html = String::new();
    push_html(&mut html, contacts::linked(facts.events(markdown, link)));
    html
}

/// Where `matter:N` or `file:N` leads; none for an address of the author's.
fn target_of(links: &LinkContext<'_>, markdown: &Markdown, target: &str) -> Option<String> {
    let (kind, number) = target.split_once(':')?;
    let index: usize = number.parse().ok()?;
    match kind {
        "matter" => {
            let reference = markdown.matters.get(index)?;
            // A matter that is not done here: its name is still worth a look at the list of what is.
            let page = links.matter(&reference.value);
            Some(page.map_or_else(|| links.home(), |(_, href)| href))
        }
        "file" => markdown.files.get(index).map(|file| links.file(file)),
        _ => None,
    }
}
