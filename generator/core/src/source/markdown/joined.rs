//! The last look at the events of a page.

use pulldown_cmark::{Event, Tag, TagEnd, TextMergeStream};

/// Joins neighbouring texts, so that a fact's name is in one of them, and clears table heads of empty cells: an empty head cell
/// heads nothing, and a screen reader would announce it over every cell below.
pub(super) fn joined(events: Vec<Event<'_>>) -> Vec<Event<'static>> {
    let mut out: Vec<Event<'static>> = Vec::with_capacity(events.len());
    let mut head = false;
    for event in TextMergeStream::new(events.into_iter()) {
        match event {
            Event::Start(Tag::TableHead) => head = true,
            Event::End(TagEnd::TableHead) => head = false,
            Event::End(TagEnd::TableCell)
                if head && matches!(out.last(), Some(Event::Start(Tag::TableCell))) =>
            {
                out.pop();
                out.push(Event::Html("<td></td>".into()));
                continue;
            }
            _ => {}
        }
        out.push(event.into_static());
    }
    out
}
