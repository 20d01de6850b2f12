//! What view models are made with: where the page stands, its texts, its local facts.

use jiff::civil::Date;

use super::links::LinkContext;
use super::words::Texts;
use crate::model::{Convert, Matter, Text};
use crate::resolve::{FactWords, Facts};

/// Makes the view models of one page, of words whose local facts are filled in.
#[derive(Clone, Copy)]
pub(super) struct ViewBuilder<'a> {
    pub(super) links: LinkContext<'a>,
    /// What local facts stand for here.
    pub(super) facts: Facts<'a>,
    pub(super) texts: Texts<'a>,
    pub(super) today: Date,
}

impl<'a> ViewBuilder<'a> {
    /// The builder for a page that stands where `links` says.
    pub(super) fn new(links: LinkContext<'a>, texts: Texts<'a>, today: Date) -> Self {
        let words = FactWords::new(Some(texts.0), today);
        let facts = Facts::new(links.region(), links.community, words);
        Self {
            links,
            facts,
            texts,
            today,
        }
    }
}

impl ViewBuilder<'_> {
    /// Words with their local facts.
    pub(super) fn text(&self, words: &Text) -> String {
        self.facts.text(words)
    }

    /// The life events that lead to a matter.
    pub(super) fn events(&self, matter: &Matter) -> Vec<String> {
        let all = &self.links.region().life_events;
        let events = matter.life_events.iter();
        events.map(|at| self.text(&all[*at])).collect()
    }
}
