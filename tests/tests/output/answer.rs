//! The card at the top of a matter's page says what the page says below, and what its scripts put on the slip, into the copied text and
//! into the calendar.

use std::collections::BTreeSet;

use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::{Site, is_kind};

/// Sites with places that the answers decide, times of a matter's own, and appointments beside the demonstration.
const CASES: [&str; 3] = ["by-answer", "acceptance", "acceptance-english"];

/// The times of a text: 08:30–12:00.
fn times(text: &str) -> BTreeSet<&str> {
    let signs = |c: char| !(c.is_ascii_digit() || ":–".contains(c));
    text.split(signs)
        .filter(|part| part.contains(':') && part.contains('–'))
        .collect()
}

fn texts<'e>(elements: impl Iterator<Item = Element<'e>>) -> Vec<String> {
    elements.map(|element| element.text()).collect()
}

/// Holds the card of a page against the rest of it; false where there is none.
fn holds(path: &str, html: &str) -> bool {
    let page = Document::parse(html);
    let by_id = |id: &str| page.elements().find(|one| one.attribute("id") == Some(id));
    let Some(card) = by_id("answer") else {
        return false;
    };
    let [place, hall] = ["where", "hall"].map(|id| by_id(id).expect(id));
    let said = |name: &str| hall.attribute(name).unwrap_or_default();
    let rows = texts(card.descendants().filter(|one| one.name() == "dd"));
    let [here, _, open, address] = &rows[..] else {
        panic!("{path}: {rows:?}");
    };
    let below = place.text();

    let venues = || {
        place
            .descendants()
            .filter(|one| one.has_class("venue-case"))
    };
    if venues().next().is_none() {
        assert!(here.contains(said("data-place")), "{path}: {here}");
        assert_eq!(address, said("data-address"), "{path}");
        assert!(below.contains(&**address), "{path}: {address}");
    }
    let places = texts(
        card.descendants()
            .filter(|one| one.has_class("answer-place")),
    );
    assert_eq!(places.len(), venues().count(), "{path}: {places:?}");
    for (told, venue) in places.iter().zip(venues()) {
        let heading = venue.descendants().find(|one| one.name() == "h3");
        let heading = heading.expect("a name").text();
        let name = told.split(['（', '(']).next().unwrap_or_default().trim();
        assert!(heading.starts_with(name), "{path}: {told}, {heading}");
        assert!(here.contains(name), "{path}: {here}");
        assert!(said("data-address").contains(&**told), "{path}: {told}");
    }

    // All that has an hour in it stands below as well; where it is the hall's, it is all of them.
    for time in times(open) {
        assert!(below.contains(time), "{path}: {time}");
    }
    if said("data-accepted").is_empty() && said("data-appointment").is_empty() && places.is_empty()
    {
        assert!(open.contains(said("data-hours")), "{path}: {open}");
    }
    for own in ["data-accepted", "data-appointment"].map(said) {
        assert!(
            below.contains(own) || own.contains([';', '；']),
            "{path}: {own}"
        );
    }

    let grid = page.elements().find(|one| one.has_class("facts--grid"));
    let grid = grid.expect("the facts").text();
    let terms = card.descendants().find(|one| one.has_class("answer-terms"));
    for term in terms.expect("the terms").descendants() {
        assert!(grid.contains(&term.text()), "{path}: {}", term.text());
    }

    let calls = |within: &Element<'_>| -> BTreeSet<String> {
        let links = within.descendants().filter_map(|one| one.attribute("href"));
        let calls = links.filter(|link| link.starts_with("tel:"));
        calls.map(str::to_owned).collect()
    };
    let card_calls = page.elements().find(|one| one.has_class("bar"));
    let card_calls = calls(&card_calls.expect("the buttons"));
    assert_eq!(card_calls.len(), 1, "{path}");
    assert!(
        card_calls.is_subset(&calls(&place)),
        "{path}: {card_calls:?}"
    );
    true
}

#[test]
fn the_card_says_what_the_page_says() {
    let mut seen = 0;
    let cases = CASES.map(Site::of_good_case);
    for site in cases.iter().chain([Site::demonstration()]) {
        for (path, bytes) in site.files() {
            if is_kind(&path, "html") {
                seen += usize::from(holds(&path, &String::from_utf8_lossy(&bytes)));
            }
        }
    }
    assert!(seen > 50, "{seen} cards");
}

#[test]
fn a_homes_card_says_what_the_home_says() {
    let mut seen = 0;
    for (path, bytes) in Site::demonstration().files() {
        let html = String::from_utf8_lossy(&bytes);
        if !is_kind(&path, "html") || !html.contains("class=\"home-do\"") {
            continue;
        }
        let page = Document::parse(&html);
        let by_id = |id: &str| page.elements().find(|one| one.attribute("id") == Some(id));
        let [place, hall] = ["where", "hall"].map(|id| by_id(id).expect(id));
        let card = page.elements().find(|one| one.has_class("answer"));
        let card = card.expect("a card");
        let rows = texts(card.descendants().filter(|one| one.name() == "dd"));
        let [open, address] = &rows[..] else {
            panic!("{path}: {rows:?}");
        };
        assert_eq!(Some(&**address), hall.attribute("data-address"), "{path}");
        assert!(place.text().contains(&**address), "{path}: {address}");
        let hours = hall.attribute("data-hours").unwrap_or_default();
        assert!(open.contains(hours), "{path}: {open}");
        let calls = |within: &Element<'_>| -> BTreeSet<String> {
            let links = within.descendants().filter_map(|one| one.attribute("href"));
            let calls = links.filter(|link| link.starts_with("tel:"));
            calls.map(str::to_owned).collect()
        };
        let button = page.elements().find(|one| one.has_class("home-do"));
        let button = calls(&button.expect("a button"));
        assert!(
            button.len() == 1 && button.is_subset(&calls(&place)),
            "{path}"
        );
        seen += 1;
    }
    assert!(seen >= 4, "two communities in two languages: {seen}");
}
