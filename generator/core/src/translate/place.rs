//! The texts of the region and its communities.

use std::collections::BTreeMap;

use crate::diagnostic::At;
use crate::model::{
    Category, Community, Convert, LocalFact, LocalFacts, Material, Phrasebook, Region,
};

use super::lookup::Lookup;
use super::{Book, Translator};

impl<'a> Translator<'a> {
    /// The region without its matters. Comes after them: they say which local facts are seen.
    pub(super) fn places(&mut self) -> Region {
        let (of, texts) = (self.region, self.texts);
        let lookup = self.lookup(&[&texts.site]);
        let materials = self.materials();
        let communities = of.communities.iter().map(|of| self.community(of)).collect();
        let region = Region {
            name: lookup.text(&of.name),
            categories: of
                .categories
                .iter()
                .map(|of| category(&lookup, of, texts.language))
                .collect(),
            life_events: of
                .life_events
                .iter()
                .map(|event| lookup.text(event))
                .collect(),
            local_facts: self.facts(&lookup, &of.local_facts),
            disclaimer: lookup.option(of.disclaimer.as_ref()),
            materials,
            venues: of
                .venues
                .iter()
                .map(|venue| venue.convert(&lookup))
                .collect(),
            communities,
            ..of.clone()
        };
        self.lacks(Book::Site, lookup.finish().1);
        region
    }

    /// The register; what stands on no page of its own is missed where a guide asks for it.
    fn materials(&mut self) -> BTreeMap<String, Material> {
        let (of, texts) = (self.region, self.texts);
        let mut all = BTreeMap::new();
        for (id, material) in &of.materials {
            let lookup = self.lookup(&[&texts.materials, &texts.site]);
            all.insert(id.clone(), material.convert(&lookup));
            let (asked, missing) = lookup.finish();
            if material.page.is_some() {
                self.named(&asked);
                self.lacks(Book::Materials, missing);
            }
        }
        all
    }

    fn community(&mut self, of: &'a Community) -> Community {
        let own = self.texts.communities.get(&of.id);
        let books: Vec<&Phrasebook> = own.into_iter().chain([&self.texts.site]).collect();
        let lookup = self.lookup(&books);
        let community = Community {
            local_facts: self.facts(&lookup, &of.local_facts),
            ..of.convert(&lookup)
        };
        self.lacks(Book::of(of), lookup.finish().1);
        community
    }

    fn facts(&self, to: &Lookup<'_>, of: &LocalFacts) -> LocalFacts {
        let facts = of.0.iter().map(|(name, fact)| {
            let seen = self.facts.contains(name);
            let words = |words: &String| {
                if seen {
                    to.words(words)
                } else {
                    to.text_unseen(words)
                }
            };
            let LocalFact {
                number,
                example,
                later,
                unread,
                ..
            } = &fact.value;
            let value = LocalFact {
                words: words(&fact.value.words),
                number: *number,
                unit: fact.value.unit.as_ref().map(words),
                example: *example,
                unread: *unread,
                later: later
                    .iter()
                    .map(|(day, value)| (*day, words(value)))
                    .collect(),
            };
            (
                name.clone(),
                At {
                    value,
                    place: fact.place.clone(),
                },
            )
        });
        LocalFacts(facts.collect())
    }
}

fn category(to: &Lookup<'_>, of: &Category, language: &str) -> Category {
    let english = of.english.clone().filter(|_| language == "en");
    Category {
        name: english.unwrap_or_else(|| to.text(&of.name)),
        ..of.clone()
    }
}
