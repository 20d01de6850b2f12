//! What a build adds: every code that it publishes for the first time.

use jiff::civil::Date;

use crate::diagnostic::Place;
use crate::model::{
    Convert, Entry, LEDGER, Ledger, Matter, Opened, Published, PublishedCode, Region,
};
use crate::resolve::{FactWords, Facts};

/// The ledger after `region` was published, and how many codes came to it. What was in it stays as it was.
pub fn publish(region: &Region, ledger: &Ledger, today: Date) -> (Ledger, usize) {
    let mut ledger = ledger.clone();
    let before = ledger.posters.len();
    let place = || Place::file(LEDGER);
    if ledger.address().is_none() {
        let published = Published {
            since: today,
            moved: None,
            place: place(),
        };
        ledger.sites.insert(region.base().to_string(), published);
    }
    for community in &region.communities {
        // A title that lacks its fact is no title; see below.
        let facts = Facts::new(region, Some(community), FactWords::bare("", today));
        for matter in region.offered(community) {
            let poster = PublishedCode::new(&community.id, &matter.code.value);
            ledger.posters.entry(poster).or_insert_with(|| Entry {
                matter: matter.name_in_ledger(),
                since: today,
                title: title(&facts.text(&matter.title), matter),
                end: None,
                place: place(),
            });
        }
        let opened = || Opened {
            since: today,
            name: one_line(&facts.text(&community.name)),
            place: place(),
        };
        ledger
            .communities
            .entry(community.id.clone())
            .or_insert_with(opened);
    }
    let added = ledger.posters.len() - before;
    (ledger, added)
}

/// A title that is nothing but a local fact which this community lacks leaves the matter's name.
fn title(filled: &str, matter: &Matter) -> String {
    let title = one_line(filled);
    if title.is_empty() {
        matter.name_in_ledger()
    } else {
        title
    }
}

/// The text without line breaks and runs of spaces: one line of the ledger.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
