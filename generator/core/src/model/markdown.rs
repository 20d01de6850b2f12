//! An author's text below the front matter.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::{Attachment, Claim, names_in};
use crate::diagnostic::At;

/// Markdown as it was read: no raw HTML of the author's, only links of allowed kinds.
///
/// It becomes HTML on a page alone, when its local facts are filled in and its links are known
/// (`render::body`), so that nothing is ever put into finished markup.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Markdown {
    /// What the parser gave, with neighbouring texts joined. Links to matters and files are written `matter:N` and `file:N`, by
    /// their index below.
    pub events: Vec<Event<'static>>,
    /// Ids of the headings.
    pub anchors: Vec<String>,
    /// References to matters.
    pub matters: Vec<At<String>>,
    /// Files of the content folder.
    pub files: Vec<Attachment>,
    /// What it says of facts that the front matter says too.
    pub claims: Vec<At<Claim>>,
}

impl Markdown {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The same without the page's own title, where the text begins with it once more.
    #[must_use]
    pub fn without_title(mut self, title: &str) -> Self {
        let end = |event: &Event<'_>| matches!(event, Event::End(TagEnd::Heading(_)));
        let Some(Event::Start(Tag::Heading { .. })) = self.events.first() else {
            return self;
        };
        let Some(last) = self.events.iter().position(end) else {
            return self;
        };
        let said: String = self.events[..last]
            .iter()
            .filter_map(words)
            .map(|words| &**words)
            .collect();
        if said.trim() == title.trim() {
            self.events.drain(..=last);
            self.anchors.remove(0);
        }
        self
    }

    /// The names of the local facts in it, in order.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.events
            .iter()
            .filter_map(words)
            .flat_map(|words| names_in(words).map(|(_, name)| name))
    }
}

/// The words of an event that may hold local facts.
fn words<'e>(event: &'e Event<'_>) -> Option<&'e CowStr<'e>> {
    match event {
        Event::Text(words) | Event::Code(words) => Some(words),
        Event::Start(Tag::Link { title, .. } | Tag::Image { title, .. }) => Some(title),
        _ => None,
    }
}
