//! Papers of several matters in one list.
//!
//! `wanted` (the rows that count) → papers that rows ask for by name → choices that those papers satisfy at no extra
//! `cost` (of which way: `price`), or that stay `open` → `suggest` (one paper for several choices) → `total`. Nothing here looks at the order of the
//! matters but the indexes in the result.

mod cost;
mod open;
mod price;
mod suggest;
mod total;
mod wanted;

use alloc::vec::Vec;

pub use total::{Choice, ChoiceWay, Count, Keep, Merged, Paper, Total, Use};

use super::Matter;
use cost::Brought;
use open::Opens;
use wanted::{Bundle, Group, Leaf, Want, Wanted};

/// Merges the rows of all matters, sorted by paper.
pub(super) fn merge(matters: &[Matter]) -> Vec<Merged> {
    let Wanted { certain, groups } = Wanted::of(matters);
    let brought = Brought::of(&certain);
    let mut papers = Papers::default();
    for want in certain {
        papers.row(want.paper).uses.push(want);
    }
    let mut choices = Opens::default();
    for mut group in groups {
        while let Some(bundle) = served(&mut group, &brought) {
            for leaf in bundle.papers {
                papers.row(leaf.paper).serves.push(leaf.want(group.by));
            }
        }
        if group.pick > 0 {
            choices.add(group.by, group.pick, group.from, &brought);
        }
    }
    suggest::suggest(&mut choices.0, &brought);
    let choices = choices.0.into_iter().map(open::Open::into_choice);
    in_order(papers.into_rows(), choices)
}

/// Takes a way out of a choice whose papers are brought anyway and serve it at no extra cost.
///
/// Of several the cheapest; of these one that the choice's own matter needs; of these the one with the smallest numbers.
fn served(group: &mut Group, brought: &Brought) -> Option<Bundle> {
    if group.pick == 0 {
        return None;
    }
    let ranks = brought.ranks(&group.from, group.pick);
    let free = group.from.iter().zip(ranks).enumerate();
    let free = free.filter(|(_, (_, rank))| cost::is_free(*rank));
    let mut best: Option<(_, usize, Bundle)> = None;
    for (at, (way, _)) in free {
        for bundle in way.bundles.iter().filter(|bundle| bundle.certain) {
            let (cost, papers) = (brought.of_bundle(bundle), &bundle.papers);
            // An original that stays at the office, or a second one, is not brought anyway: it would have to be got as well.
            let ready = papers.iter().all(|leaf| brought.has(leaf.paper)) && cost.originals == 0;
            if !ready || cost > brought.most(way) {
                continue;
            }
            let own = |leaf: &Leaf| brought.is_of(leaf.paper, group.by.matter);
            let numbers: Vec<u32> = papers.iter().map(|leaf| leaf.paper).collect();
            let key = (cost, !papers.iter().all(own), numbers);
            if best.as_ref().is_none_or(|(known, ..)| key < *known) {
                best = Some((key, at, bundle.clone()));
            }
        }
    }
    let (_, at, bundle) = best?;
    group.pick -= 1;
    group.from.remove(at);
    Some(bundle)
}

/// Papers that rows ask for by name, ascending, with the choices that they serve.
#[derive(Default)]
struct Papers(Vec<PaperRow>);

#[derive(Default)]
struct PaperRow {
    paper: u32,
    uses: Vec<Want>,
    serves: Vec<Want>,
}

impl Papers {
    fn row(&mut self, paper: u32) -> &mut PaperRow {
        let known = self.0.binary_search_by_key(&paper, |row| row.paper);
        let at = known.unwrap_or_else(|at| {
            let row = PaperRow {
                paper,
                ..PaperRow::default()
            };
            self.0.insert(at, row);
            at
        });
        &mut self.0[at]
    }

    fn into_rows(self) -> impl Iterator<Item = Paper> {
        self.0.into_iter().map(|row| {
            let all: Vec<&Want> = row.uses.iter().chain(&row.serves).collect();
            Paper {
                total: Total::of(row.paper, &all),
                needed: row.uses.iter().any(|want| want.by.needed),
                uses: by(&row.uses),
                serves: by(&row.serves),
            }
        })
    }
}

fn by(wants: &[Want]) -> Vec<Use> {
    let mut uses: Vec<Use> = wants.iter().map(|want| want.by).collect();
    // One row may want a paper twice; it is one use.
    uses.dedup();
    uses
}

/// One list, by the first paper of each row; a paper stands before the choices that begin with it.
fn in_order(
    papers: impl Iterator<Item = Paper>,
    choices: impl Iterator<Item = Choice>,
) -> Vec<Merged> {
    let mut rows = Vec::new();
    let mut choices = choices.peekable();
    let first = |choice: &Choice| Some(choice.from.first()?.papers.first()?.paper);
    for paper in papers {
        while let Some(choice) = choices.next_if(|choice| first(choice) < Some(paper.total.paper)) {
            rows.push(Merged::Choice(choice));
        }
        rows.push(Merged::Paper(paper));
    }
    rows.extend(choices.map(Merged::Choice));
    rows
}
