//! Several guides in one trip, by the contract of the plan: rows of one paper and holder are joined, originals that are shown by
//! the largest number, what stays at the office by the sum, freshness by the tightest, words never.
//!
//! Rows of different guides are joined as if each could come out whatever the others do: all combinations of what each may
//! want are added up one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::{Claim, Shape, Want, claims, cost, serving, shape, together};
use super::count::{Keep, May, Pieces, Total, total};
use super::{Ask, Guide, Outlook};

/// A text beside a paper, and the titles of those that say it; no titles where every line on the list does.
pub type Said = BTreeSet<(String, BTreeSet<String>)>;

/// What several lines say of one paper.
pub(super) fn said(lines: &[(&Guide, &Ask)]) -> Said {
    let mut found: BTreeMap<(&str, String), Vec<&str>> = BTreeMap::new();
    for (guide, ask) in lines {
        for key_and_text in ask.said() {
            found.entry(key_and_text).or_default().push(&guide.title);
        }
    }
    let by = |titles: Vec<&str>| {
        let named = titles.len() < lines.len();
        titles
            .into_iter()
            .filter(|_| named)
            .map(str::to_owned)
            .collect()
    };
    found
        .into_iter()
        .map(|((_, text), titles)| (text, by(titles)))
        .collect()
}

/// What kind of row.
#[derive(Debug, Clone)]
pub enum RowKind<'g> {
    /// A paper; the titles of those whose choices it serves.
    Paper(BTreeSet<String>),
    /// So many of several papers; what the choices are called, and they themselves.
    Choice(usize, BTreeSet<String>, Vec<Claim<'g>>),
    /// Only recommended.
    Extra,
}

/// A row of the merged list.
#[derive(Debug, Clone)]
pub struct Row<'g> {
    /// What kind of row.
    pub kind: RowKind<'g>,
    /// Some guide's row is needed.
    pub needed: bool,
    /// Its papers: what each is called, how much is wanted of it, and what is said of it.
    pub papers: Vec<(String, Total, Said)>,
}

/// The list of several guides; `number` orders papers where nothing else decides.
pub fn merged<'g>(trip: &[(&'g Guide, Outlook)], number: &dyn Fn(&str) -> usize) -> Vec<Row<'g>> {
    let wants: Vec<Want<'g>> = trip
        .iter()
        .flat_map(|(guide, outlook)| wants(guide, outlook))
        .collect();
    let mut served: Vec<(String, Claim<'g>)> = Vec::new();
    let mut open: BTreeMap<Shape, Vec<Claim<'g>>> = BTreeMap::new();
    for mut claim in trip
        .iter()
        .flat_map(|(guide, outlook)| claims(guide, outlook))
    {
        claim.from.sort_by_key(|ask| number(&ask.called()));
        while let Some(called) = serving(&claim, &wants) {
            served.push((called.clone(), claim.clone()));
            claim.from.retain(|ask| ask.called() != called);
            claim.pick -= 1;
        }
        if claim.pick > 0 {
            claim.costs = claim.from.iter().map(|ask| cost(ask, &wants)).collect();
            open.entry(shape(&claim, &wants)).or_default().push(claim);
        }
    }
    let called: BTreeSet<&String> = wants.iter().map(|want| &want.called).collect();
    let mut rows: Vec<Row<'g>> = called
        .iter()
        .map(|called| paper_row(called, &wants, &served))
        .collect();
    rows.extend(open.into_values().map(choice_row));
    let listed: BTreeSet<String> = called.into_iter().cloned().collect();
    rows.extend(extras(trip, &listed));
    rows
}

fn wants<'g>(guide: &'g Guide, outlook: &Outlook) -> Vec<Want<'g>> {
    let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (nth, line) in guide.lines.iter().enumerate() {
        let is_single = line.pick.is_none() && !line.recommended && !line.is_exempt();
        if is_single && outlook.status(nth).1 {
            rows.entry(line.asks[0].called()).or_default().push(nth);
        }
    }
    let row = |(called, lines): (String, Vec<usize>)| {
        let ask = |nth: &usize| &guide.lines[*nth].asks[0];
        let held = |(list, counted): &(Vec<bool>, u32)| {
            let held = lines.iter().filter(|nth| list[**nth]);
            held.map(|nth| Pieces::of(ask(nth), *counted))
                .reduce(Pieces::and)
        };
        let may: May = outlook.lists.iter().map(held).collect();
        Want {
            guide,
            needed: !may.contains(&None),
            called,
            asks: lines.iter().map(ask).collect(),
            may,
        }
    };
    rows.into_iter().map(row).collect()
}

fn paper_row<'g>(called: &str, wants: &[Want<'g>], served: &[(String, Claim<'g>)]) -> Row<'g> {
    let wants: Vec<&Want<'g>> = wants.iter().filter(|want| want.called == called).collect();
    let served = served.iter().filter(|(paper, _)| paper == called);
    let served: Vec<&Claim<'g>> = served.map(|(_, claim)| claim).collect();
    let by_choice: Vec<May> = served.iter().map(|claim| claim.may(called)).collect();
    let lines = wants
        .iter()
        .flat_map(|want| want.asks.iter().map(|ask| (want.guide, *ask)));
    let lines = lines.chain(served.iter().map(|claim| (claim.guide, claim.ask(called))));
    let lines: Vec<_> = lines.collect();
    let total = total(wants.iter().map(|want| &want.may).chain(&by_choice));
    Row {
        kind: RowKind::Paper(
            served
                .iter()
                .map(|claim| claim.guide.title.clone())
                .collect(),
        ),
        needed: wants.iter().any(|want| want.needed),
        papers: vec![(called.to_owned(), total, said(&lines))],
    }
}

fn choice_row(claims: Vec<Claim<'_>>) -> Row<'_> {
    let papers = claims[0].from.iter().map(|ask| {
        let called = ask.called();
        let lines: Vec<_> = claims
            .iter()
            .map(|claim| (claim.guide, claim.ask(&called)))
            .collect();
        let total = together(&claims.iter().collect::<Vec<_>>(), &called);
        (called, total, said(&lines))
    });
    let names = claims.iter().map(|claim| claim.name.to_owned()).collect();
    Row {
        papers: papers.collect(),
        needed: claims.iter().any(|claim| claim.needed),
        kind: RowKind::Choice(claims[0].pick, names, claims),
    }
}

/// A line that is only recommended.
struct Useful<'g> {
    guide: &'g Guide,
    ask: &'g Ask,
    needed: bool,
    /// The fewest and the most that are counted where it is listed.
    counted: [u32; 2],
}

/// What is only recommended, beside what is on the list anyway: the larger number of each, since nobody asks for it.
fn extras<'g>(trip: &[(&'g Guide, Outlook)], listed: &BTreeSet<String>) -> Vec<Row<'g>> {
    let mut found: BTreeMap<String, Vec<Useful<'g>>> = BTreeMap::new();
    for (guide, outlook) in trip {
        for (nth, line) in guide.lines.iter().enumerate() {
            let ((needed, there), ask) = (outlook.status(nth), &line.asks[0]);
            let lists = outlook.lists.iter().filter(|(list, _)| list[nth]);
            let counted: BTreeSet<u32> = lists.map(|(_, counted)| *counted).collect();
            let ends = [counted.first(), counted.last()];
            if line.recommended && there && !listed.contains(&ask.called()) {
                found.entry(ask.called()).or_default().push(Useful {
                    guide,
                    ask,
                    needed,
                    counted: ends.map(|end| *end.expect("some list has it")),
                });
            }
        }
    }
    let row = |(called, lines): (String, Vec<Useful<'g>>)| {
        let count = |end: usize| {
            let pieces = lines
                .iter()
                .map(|line| Pieces::of(line.ask, line.counted[end]));
            let [mut shown, mut copies] = [0, 0];
            for one in pieces {
                (shown, copies) = (one.shown.max(shown), one.copies.max(copies));
            }
            [shown, 0, copies]
        };
        let total = Total {
            least: count(0),
            most: count(1),
            fresh_days: None,
            keep: Some(Keep::Back),
        };
        let asks: Vec<_> = lines.iter().map(|line| (line.guide, line.ask)).collect();
        Row {
            kind: RowKind::Extra,
            needed: lines.iter().any(|line| line.needed),
            papers: vec![(called, total, said(&asks))],
        }
    };
    found.into_iter().map(row).collect()
}
