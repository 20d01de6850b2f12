//! Footnotes: numbered in the order in which the text refers to them, below the text, each with a way back.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Event;

use super::ids::Ids;

/// The notes of a text.
#[derive(Default)]
pub(super) struct Notes<'e> {
    /// Their numbers, by the author's names for them.
    numbers: BTreeMap<String, usize>,
    /// Notes that are being written: the name, the place, and what was written before.
    open: Vec<(String, Range<usize>, Vec<Event<'e>>)>,
    written: Vec<Note<'e>>,
}

/// A note with what it says.
struct Note<'e> {
    name: String,
    place: Range<usize>,
    events: Vec<Event<'e>>,
}

impl<'e> Notes<'e> {
    /// What refers to a note; the way back leads to the first of these.
    pub(super) fn reference(&mut self, name: &str, ids: &mut Ids) -> Event<'e> {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(name.to_owned()).or_insert(next);
        let (note, back) = ids.note(name);
        let back = if number == next {
            format!(" id=\"{back}\"")
        } else {
            String::new()
        };
        let html = format!(
            "<sup class=\"footnote-reference\"{back}><a href=\"#{note}\" role=\"doc-noteref\">{number}</a></sup>"
        );
        Event::InlineHtml(html.into())
    }

    /// Begins a note; `out` gets what it says until [`Self::end`].
    pub(super) fn begin(&mut self, name: &str, at: &Range<usize>, out: &mut Vec<Event<'e>>) {
        let before = std::mem::take(out);
        self.open.push((name.to_owned(), at.clone(), before));
    }

    pub(super) fn end(&mut self, out: &mut Vec<Event<'e>>) {
        if let Some((name, place, before)) = self.open.pop() {
            let events = std::mem::replace(out, before);
            self.written.push(Note {
                name,
                place,
                events,
            });
        }
    }

    /// All notes, in their order, and those that nothing refers to.
    pub(super) fn finish(mut self, ids: &mut Ids) -> (Vec<Event<'e>>, Vec<(Range<usize>, String)>) {
        let numbers = &self.numbers;
        let number = |note: &Note<'_>| numbers.get(&note.name).copied();
        self.written
            .sort_by_key(|note| number(note).unwrap_or(usize::MAX));
        let (mut events, mut idle) = (Vec::new(), Vec::new());
        for note in self.written {
            let (id, back) = ids.note(&note.name);
            let label = if let Some(number) = numbers.get(&note.name) {
                format!(
                    "<sup class=\"footnote-definition-label\"><a href=\"#{back}\" role=\"doc-backlink\">{number}</a></sup>\n"
                )
            } else {
                idle.push((note.place, note.name));
                String::new()
            };
            let begin = format!("<div class=\"footnote-definition\" id=\"{id}\">{label}");
            events.push(Event::Html(begin.into()));
            events.extend(note.events);
            events.push(Event::Html("</div>\n".into()));
        }
        (events, idle)
    }
}
