//! Phone numbers, web and mail addresses in an author's words: a tap calls or opens them.
//!
//! Phones are told not to look for numbers on our pages (they would take dates and codes for some), so nobody else does it.
//! They are looked for when the local facts are filled in, since a number is often one.

mod phone;
mod short;
#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::html::push_html;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Something in a text that can be tapped.
#[derive(Debug, PartialEq, Eq)]
struct Contact {
    /// Its bytes.
    range: Range<usize>,
    href: String,
}

/// Everything in `text` that can be tapped, in order.
fn find(text: &str) -> Vec<Contact> {
    let mut found: Vec<Contact> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let before = &text[..at];
        let contact = if is_inside_word(before) {
            None
        } else {
            let last = found.last().map_or(0, |last| last.range.end);
            web(before, &text[at..])
                .or_else(|| mail(&text[at..]))
                .or_else(|| phone::find(before, &text[at..]))
                .or_else(|| short::find(before, &text[at..], (last > 0).then(|| &text[last..at])))
        };
        match contact {
            Some((length, href)) => {
                let range = at..at + length;
                at = range.end;
                found.push(Contact { range, href });
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// Whether what follows `before` is the rest of a word, a number or an address.
fn is_inside_word(before: &str) -> bool {
    let mut last = before.chars().rev();
    match last.next() {
        Some(c) if c.is_ascii_alphanumeric() => true,
        Some('.' | '-') => last.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(':') => last.next().is_some_and(|c| c.is_ascii_digit()),
        Some('/') => last
            .next()
            .is_some_and(|c| c == '/' || c.is_ascii_alphabetic()),
        Some(c) => matches!(
            c,
            '_' | '@' | '#' | '=' | '&' | '%' | '+' | '¥' | '￥' | '$' | '〔'
        ),
        None => false,
    }
}

/// The length and the address of a web address. It ends where Chinese begins, and a full stop at its end is the sentence's.
fn web(before: &str, text: &str) -> Option<(usize, String)> {
    let start = ["https://", "http://"].into_iter().find(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|s| s.eq_ignore_ascii_case(scheme))
    })?;
    let inside = |c: char| {
        c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '{' | '}' | '|' | '\\' | '^')
    };
    let length = text.len() - text.trim_start_matches(inside).len();
    let mut address = &text[..length];
    loop {
        let open = |left: char, right: char| {
            address.matches(left).count() < address.matches(right).count()
        };
        let shorter = match address.chars().next_back() {
            Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '~') => true,
            Some(')') => open('(', ')') || before.ends_with('('),
            Some(']') => open('[', ']'),
            _ => false,
        };
        if !shorter {
            break;
        }
        address = &address[..address.len() - 1];
    }
    let host = address.get(start.len()..)?.split(['/', '?', '#']).next()?;
    let fits = host.contains('.') && host.starts_with(|c: char| c.is_ascii_alphanumeric());
    fits.then(|| (address.len(), address.to_owned()))
}

fn mail(text: &str) -> Option<(usize, String)> {
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let rest = text.trim_start_matches(name).strip_prefix('@')?;
    let user = &text[..text.len() - rest.len() - 1];
    if user.is_empty() {
        return None;
    }
    let host = &rest[..rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
            .len()];
    let host = host.trim_end_matches(['.', '-']);
    let parts = host.split('.').count();
    let fits = parts > 1 && host.split('.').all(|part| !part.is_empty());
    let length = user.len() + 1 + host.len();
    fits.then(|| (length, format!("mailto:{}", &text[..length])))
}

/// The events with links around what can be tapped; what is a link, a picture or code already stays as it is.
pub(super) fn linked<'e>(
    events: impl Iterator<Item = Event<'e>>,
) -> impl Iterator<Item = Event<'e>> {
    let mut closed = 0_usize;
    events.flat_map(move |event| {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => closed += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                closed = closed.saturating_sub(1);
            }
            Event::Text(text) if closed == 0 => return around(text),
            _ => {}
        }
        vec![event]
    })
}

fn around<'e>(text: &str) -> Vec<Event<'e>> {
    let mut events = Vec::new();
    let mut at = 0;
    for Contact { range, href } in find(text) {
        let words = |range: Range<usize>| Event::Text(text[range].to_owned().into());
        events.push(words(at..range.start));
        events.push(Event::Start(Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: href.into(),
            title: "".into(),
            id: "".into(),
        }));
        events.push(words(range.clone()));
        events.push(Event::End(TagEnd::Link));
        at = range.end;
    }
    events.push(Event::Text(text[at..].to_owned().into()));
    events
}

/// The same for words outside Markdown, as HTML; none where nothing can be tapped.
pub(super) fn html(text: &str) -> Option<String> {
    let events = around(text);
    (events.len() > 1).then(|| {
        let mut html = String::new();
        push_html(&mut html, events.into_iter());
        html
    })
}
