//! What a build adds: every code that it publishes for the first time.

use jiff::civil::Date;

use crate::diagnostic::Place;
use crate::model::{Ledger, LocalFacts, Opened, Poster, Published, Record, Region};
use crate::source::LEDGER;

/// The ledger after `region` was published, and how many codes came to it. What was in it stays as it was.
pub fn publish(region: &Region, ledger: &Ledger, today: Date) -> (Ledger, usize) {
    let mut ledger = ledger.clone();
    let before = ledger.posters.len();
    let place = || Place::file(LEDGER);
    if ledger.address().is_none() {
        let published = Published { since: today, moved: None, place: place() };
        ledger.sites.insert(region.base_url.value.clone(), published);
    }
    for community in &region.communities {
        for matter in region.offered(community) {
            let fact = |name: &str| region.fact(Some(community), name).unwrap_or_default().to_owned();
            let poster = Poster::new(&community.id, &matter.code.value);
            ledger.posters.entry(poster).or_insert_with(|| Record {
                matter: matter.name.clone(),
                since: today,
                title: one_line(&LocalFacts::fill(&matter.title, fact)),
                end: None,
                place: place(),
            });
        }
        let opened = || Opened { since: today, name: one_line(&community.name), place: place() };
        ledger.communities.entry(community.id.clone()).or_insert_with(opened);
    }
    let added = ledger.posters.len() - before;
    (ledger, added)
}

/// The text without line breaks and runs of spaces: one line of the ledger.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
