//! What a matter and a community say in one place: local facts filled in.
//!
//! Stands between the checks and everything that shows words. Templates, sheets, the ledger and open data get what comes out of here, and
//! since [`Text`] cannot be shown, nothing else.

use pulldown_cmark::{CowStr, Event, Tag};

use crate::model::{Community, Convert, Markdown, Matter, Region, Text, fill};

mod words;

pub use words::FactWords;

/// The local facts of a place in one language.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    region: &'a Region,
    community: Option<&'a Community>,
    words: FactWords<'a>,
}

impl<'a> Facts<'a> {
    /// The facts of a community, or of the region where there is none.
    pub fn new(region: &'a Region, community: Option<&'a Community>, words: FactWords<'a>) -> Self {
        Self {
            region,
            community,
            words,
        }
    }

    /// What a fact says, and how much of the words behind it that takes in.
    fn value(&self, name: &str, rest: &str) -> (String, usize) {
        match self.region.fact(self.community, name) {
            Some(fact) => self.words.told(&fact.value, rest),
            None => (self.words.missing(name), 0),
        }
    }

    /// A matter as it is done here, with the numbers of its rules. `matter` is the community's own version, see [`Region::version`].
    pub fn matter(&self, matter: &Matter) -> Matter<String> {
        let mut here = matter.convert(self);
        here.put_numbers(&self.region.numbers(self.community, matter.thresholds()));
        here
    }

    /// A community as it is shown.
    pub fn community(&self, community: &Community) -> Community<String> {
        community.convert(self)
    }

    /// The events of a Markdown text; `link` says where a link to `matter:N` or `file:N` leads.
    ///
    /// A fact stands in words, in titles and behind the scheme of an address; the kind of an address was judged when it was read.
    pub fn events<'m>(
        &'m self,
        markdown: &'m Markdown,
        link: impl Fn(&str) -> Option<String> + 'm,
    ) -> impl Iterator<Item = Event<'m>> {
        let words = |words: &CowStr<'m>| self.filled(words);
        markdown.events.iter().map(move |event| match event {
            Event::Text(text) => Event::Text(words(text)),
            Event::Code(text) => Event::Code(words(text)),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => Event::Start(Tag::Link {
                link_type: *link_type,
                dest_url: link(dest_url).map_or_else(|| words(dest_url), CowStr::from),
                title: words(title),
                id: id.clone(),
            }),
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            }) => Event::Start(Tag::Image {
                link_type: *link_type,
                dest_url: link(dest_url).map_or_else(|| words(dest_url), CowStr::from),
                title: words(title),
                id: id.clone(),
            }),
            other => other.clone(),
        })
    }

    fn filled<'m>(&self, words: &CowStr<'m>) -> CowStr<'m> {
        if words.contains(['{', '｛']) {
            fill(words, |name, rest| self.value(name, rest)).into()
        } else {
            words.clone()
        }
    }
}

impl Convert<Text, String> for Facts<'_> {
    fn text(&self, words: &Text) -> String {
        words.fill(|name, rest| self.value(name, rest))
    }

    fn sign(&self, words: &Text) -> String {
        self.text(words)
    }
}
