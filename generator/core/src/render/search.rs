//! What the box on a community's home finds: matters by title, other names, events of life, papers, office and code, also in
//! pinyin; and by the way in which they can be done.

use std::collections::{BTreeMap, BTreeSet};

use pinyin::ToPinyinMulti as _;
use serde::Serialize;

use super::data;
use super::view::CommunityView;
use super::view_builder::ViewBuilder;
use crate::model::{Channel, Community, DeskMode, Line, Matter};

/// The global function that the file calls, see `wasm-widget/web/search.js`.
const CALL: &str = "onetripSearch";

/// The file's contents.
#[derive(Debug, Serialize)]
struct Index {
    /// How each Chinese sign of the texts below is read, without tones, `zhong chong`: all readings, since which one is meant only the
    /// word says (重庆 is chong, 重要 zhong). Its `ü` is `v`, as keyboards have it.
    readings: BTreeMap<char, String>,
    /// The papers that some matter asks for.
    papers: Vec<String>,
    /// Who decides.
    offices: Vec<String>,
    matters: Vec<Entry>,
}

impl Index {
    fn new(matters: Vec<Entry>, papers: Vec<String>, offices: Vec<String>) -> Self {
        let texts = matters.iter().flat_map(|one| {
            let title = std::iter::once(&one.title);
            title.chain(&one.also).chain(&one.events)
        });
        let texts = texts.chain(&papers).chain(&offices);
        let signs: BTreeSet<char> = texts.flat_map(|text| text.chars()).collect();
        let readings = signs
            .into_iter()
            .filter_map(|sign| Some((sign, readings(sign)?)))
            .collect();
        Self {
            readings,
            papers,
            offices,
            matters,
        }
    }

    fn script(&self) -> String {
        format!("{CALL}({});\n", data::json(self))
    }
}

/// A matter, or a community.
#[derive(Debug, Serialize)]
struct Entry {
    code: String,
    title: String,
    href: String,
    /// What else it is called.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    /// The events of life that lead to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<String>,
    /// What it asks for, by index in `papers`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    papers: Vec<usize>,
    /// Who decides, by index in `offices`.
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<usize>,
    /// How it can be done, by the ids of [`WAYS`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ways: Vec<&'static str>,
}

/// The id of a way, and whether a matter can be done so.
type Way = (&'static str, fn(&Matter) -> bool);

/// Ways in which some matters can be done, by which somebody may look for them: on the spot, on the phone, without leaving home.
const WAYS: [Way; 3] = [
    ("spot", |matter| matter.desk_mode == DeskMode::OnTheSpot),
    ("online", |matter| {
        matter.channels.contains(&Channel::Online) || !matter.online.is_empty()
    }),
    ("home", |matter| matter.channels.contains(&Channel::Home)),
];

/// The ways of a matter.
fn ways_of(matter: &Matter) -> Vec<&'static str> {
    let ways = WAYS.iter().filter(|(_, holds)| holds(matter));
    ways.map(|(id, _)| *id).collect()
}

/// A way, and how many matters can be done so.
#[derive(Serialize)]
pub(super) struct WayView {
    id: &'static str,
    count: usize,
}

/// The ways in which some of these matters can be done.
pub(super) fn ways<'a>(offered: impl Iterator<Item = &'a Matter>) -> Vec<WayView> {
    let each: Vec<_> = offered.map(ways_of).collect();
    let view = |(id, _): &Way| WayView {
        id,
        count: each.iter().filter(|ways| ways.contains(id)).count(),
    };
    let ways = WAYS.iter().map(view);
    ways.filter(|way| way.count > 0).collect()
}

/// The script with everything that is found at a community.
pub(super) fn script(parts: &ViewBuilder<'_>, community: &Community) -> String {
    let offered: Vec<&Matter> = parts.links.region().offered(community).collect();
    let asked = |matter: &Matter| -> BTreeSet<String> {
        let papers = matter.lines.iter().flat_map(Line::papers);
        papers.map(|paper| parts.text(&paper.name)).collect()
    };
    let named: Vec<BTreeSet<String>> = offered.iter().map(|matter| asked(matter)).collect();
    let all: BTreeSet<&String> = named.iter().flatten().collect();
    let place: BTreeMap<&String, usize> = all.iter().copied().zip(0..).collect();
    let offices: BTreeSet<String> = offered
        .iter()
        .map(|one| parts.text(&one.authority))
        .collect();
    let office: BTreeMap<&String, usize> = offices.iter().zip(0..).collect();
    let entry = |(matter, papers): (&&Matter, &BTreeSet<String>)| {
        let card = parts.card(matter);
        Entry {
            code: card.code,
            title: card.title,
            href: card.href,
            also: card.aliases,
            events: parts.events(matter),
            papers: papers.iter().map(|name| place[name]).collect(),
            office: Some(office[&parts.text(&matter.authority)]),
            ways: ways_of(matter),
        }
    };
    let matters = offered.iter().zip(&named).map(entry).collect();
    let papers = all.iter().copied().cloned().collect();
    Index::new(matters, papers, offices.iter().cloned().collect()).script()
}

/// The script with a region's communities: by name, street and address.
pub(super) fn of_communities(all: &[CommunityView]) -> String {
    let entry = |community: &CommunityView| Entry {
        code: community.id.clone(),
        title: community.name.clone(),
        href: community.href.clone(),
        also: community
            .subdistrict
            .iter()
            .chain([&community.office.address])
            .cloned()
            .collect(),
        events: Vec::new(),
        papers: Vec::new(),
        office: None,
        ways: Vec::new(),
    };
    let matters = all.iter().map(entry).collect();
    Index::new(matters, Vec::new(), Vec::new()).script()
}

/// All readings of a Chinese sign, the usual one first.
fn readings(sign: char) -> Option<String> {
    let mut seen = Vec::new();
    for reading in sign.to_pinyin_multi()? {
        let plain = reading.plain().replace('ü', "v");
        if !seen.contains(&plain) {
            seen.push(plain);
        }
    }
    Some(seen.join(" "))
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn a_sign_has_all_its_readings() {
        for (sign, wanted) in [
            ('重', "chong"),
            ('重', "zhong"),
            ('行', "hang"),
            ('行', "xing"),
            ('参', "can"),
            ('参', "shen"),
            ('长', "chang"),
            ('长', "zhang"),
            ('女', "nv"),
        ] {
            let found = readings(sign).expect("it is Chinese");
            let found: Vec<&str> = found.split(' ').collect();
            assert!(found.contains(&wanted), "{sign}: {found:?}");
        }
        assert_eq!(readings('a'), None);
    }
}
