//! Papers that need not be brought: each way in which an office does without one, and what a trip says of them.

use std::collections::{BTreeMap, BTreeSet};

use super::merge::said;
use super::{Ask, Guide, Outlook, Row, RowKind, Said};

/// The way in which the paper may be brought all the same.
pub(super) const PROMISE: &str = "告知承诺";

/// Each way, with what pages say wherever it is taken.
pub(super) const WAYS: [(&str, &[&str]); 4] = [
    (
        "电子证照",
        &["窗口自己调出电子证照。", "纸的不用带，手机上的也不用出示。"],
    ),
    ("数据共享", &["窗口在网上查。"]),
    ("内部核验", &["窗口自己核对。"]),
    (
        PROMISE,
        &[
            "签一张承诺书代替。",
            "承诺书写明您的情况属实，由您本人签名。",
            "承诺的不是真的，办好的要撤销，还会记进信用记录。",
            "不想签的，把这份材料带来也行。",
        ],
    ),
];

/// The titles of guides that do without a paper, and whether each does so for certain.
pub type By = BTreeSet<(String, bool)>;

/// A paper that need not be brought on a trip.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spared {
    /// What it is called.
    pub called: String,
    /// Some guide does without it for certain.
    pub needed: bool,
    /// Which do.
    pub by: By,
    /// What is said of it.
    pub said: Said,
}

/// The guides of a trip that do without a paper.
pub fn without(trip: &[(&Guide, Outlook)], called: &str) -> By {
    let mut by: BTreeMap<String, bool> = BTreeMap::new();
    for (guide, _, sure) in lines(trip, called) {
        *by.entry(guide.title.clone()).or_default() |= sure;
    }
    by.into_iter().collect()
}

/// What need not be brought; a paper that some row asks for by name for certain, or recommends, is brought all the same.
pub fn spared(trip: &[(&Guide, Outlook)], rows: &[Row<'_>]) -> Vec<Spared> {
    let papers = trip.iter().flat_map(|(guide, _)| &guide.lines);
    let papers = papers.filter(|line| line.is_exempt());
    let papers: BTreeSet<String> = papers.map(|line| line.asks[0].called()).collect();
    let is_brought = |called: &String| {
        let mut named = rows.iter().filter(|row| row.papers[0].0 == *called);
        named.any(|row| row.needed && !matches!(row.kind, RowKind::Choice(..)))
    };
    let papers = papers.into_iter().filter(|called| !is_brought(called));
    let entry = |called: String| {
        let lines = lines(trip, &called);
        let needed = lines.iter().any(|(.., sure)| *sure);
        let words: Vec<(&Guide, &Ask)> =
            lines.iter().map(|(guide, ask, _)| (*guide, *ask)).collect();
        (!lines.is_empty()).then(|| Spared {
            by: without(trip, &called),
            needed,
            said: said(&words),
            called,
        })
    };
    papers.filter_map(entry).collect()
}

/// The lines that do without a paper, as far as they may hold, and whether each does so for certain.
fn lines<'g>(trip: &[(&'g Guide, Outlook)], called: &str) -> Vec<(&'g Guide, &'g Ask, bool)> {
    let mut found = Vec::new();
    for (guide, outlook) in trip {
        for (nth, line) in guide.lines.iter().enumerate() {
            let (sure, there) = outlook.status(nth);
            if line.is_exempt() && there && line.asks[0].called() == called {
                found.push((*guide, &line.asks[0], sure));
            }
        }
    }
    found
}
