//! What the box on a community's home finds: matters by title, other names, events of life, papers and code, also in pinyin.

use std::collections::{BTreeMap, BTreeSet};

use pinyin::ToPinyinMulti as _;
use serde::Serialize;

use super::data;
use super::view_builder::ViewBuilder;
use crate::model::{Community, Line, Matter};

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
    matters: Vec<Entry>,
}

/// A matter.
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
    let entry = |(matter, papers): (&&Matter, &BTreeSet<String>)| {
        let card = parts.card(matter);
        Entry {
            code: card.code,
            title: card.title,
            href: card.href,
            also: card.aliases,
            events: parts.events(matter),
            papers: papers.iter().map(|name| place[name]).collect(),
        }
    };
    let mut index = Index {
        readings: BTreeMap::new(),
        matters: offered.iter().zip(&named).map(entry).collect(),
        papers: all.into_iter().cloned().collect(),
    };
    let texts = index.matters.iter().flat_map(|one| {
        let title = std::iter::once(&one.title);
        title.chain(&one.also).chain(&one.events)
    });
    let signs: BTreeSet<char> = texts
        .chain(&index.papers)
        .flat_map(|text| text.chars())
        .collect();
    index.readings = signs
        .into_iter()
        .filter_map(|sign| Some((sign, readings(sign)?)))
        .collect();
    format!("{CALL}({});\n", data::json(&index))
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
