//! Tags inside a paragraph that mean what Markdown means: `<b>`, `<br>`, `m<sup>2</sup>`, `<a href="…">`.
//!
//! They become the parser's events. What an author opens and does not close ends where the words around it end.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::html::token::{Kind, Token, attribute};

/// What a tag of HTML asks for.
pub(super) enum Asked {
    /// A tag of the page's own.
    Begin(Tag<'static>),
    /// A link to this address.
    Link(String),
    End,
    Break,
    Nothing,
}

/// What a tag asks for; `html` is its text.
pub(super) fn asked(html: &str, token: &Token) -> Asked {
    let tag = match (token.kind, token.name.as_str()) {
        (Kind::Open, "br") => return Asked::Break,
        (Kind::Open, "a") => {
            let address = attribute(&html[token.attributes.clone()], "href");
            return address.map_or(Asked::Nothing, |address| {
                Asked::Link(address.trim().to_owned())
            });
        }
        (Kind::Open, "b" | "strong") => Tag::Strong,
        (Kind::Open, "i" | "em") => Tag::Emphasis,
        (Kind::Open, "s" | "del" | "strike") => Tag::Strikethrough,
        (Kind::Open, "sub") => Tag::Subscript,
        (Kind::Open, "sup") => Tag::Superscript,
        (Kind::Close, _) => return Asked::End,
        _ => return Asked::Nothing,
    };
    Asked::Begin(tag)
}

/// A link of an author's `<a>`.
pub(super) fn link(address: pulldown_cmark::CowStr<'_>) -> Tag<'_> {
    Tag::Link {
        link_type: LinkType::Inline,
        dest_url: address,
        title: "".into(),
        id: "".into(),
    }
}

/// The tags of HTML that are open, and how deep in Markdown each was opened.
#[derive(Default)]
pub(super) struct Open {
    depth: usize,
    tags: Vec<(usize, String, TagEnd)>,
    /// How many links of Markdown are open.
    links: usize,
}

impl Open {
    pub(super) fn begin(&mut self, name: &str, tag: &Tag<'_>) {
        self.tags.push((self.depth, name.to_owned(), tag.to_end()));
    }

    /// The tag that `</name>` ends; none where something else was opened since.
    pub(super) fn end(&mut self, name: &str) -> Option<TagEnd> {
        let (_, _, end) = self
            .tags
            .pop_if(|(depth, open, _)| *depth == self.depth && open == name)?;
        Some(end)
    }

    /// Follows Markdown's own events; returns what has to end before this one.
    pub(super) fn pass(&mut self, event: &Event<'_>) -> Vec<TagEnd> {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.links += usize::from(matches!(tag, Tag::Link { .. }));
            }
            Event::End(tag) => {
                let mut ends = Vec::new();
                self.links -= usize::from(matches!(tag, TagEnd::Link)).min(self.links);
                while let Some((_, _, end)) = self.tags.pop_if(|(depth, ..)| *depth >= self.depth) {
                    ends.push(end);
                }
                self.depth = self.depth.saturating_sub(1);
                return ends;
            }
            _ => {}
        }
        Vec::new()
    }

    /// What has to end before a line of a list does.
    pub(super) fn end_all(&mut self) -> Vec<TagEnd> {
        let tags = self.tags.drain(..).rev();
        tags.map(|(_, _, end)| end).collect()
    }

    /// Whether a link is open, of which no other may be part.
    pub(super) fn is_link(&self) -> bool {
        self.links > 0 || self.tags.iter().any(|(_, name, _)| name == "a")
    }
}
