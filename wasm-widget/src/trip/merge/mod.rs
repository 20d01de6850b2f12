//! Papers of several matters in one list.
//!
//! `wanted` (the rows that count) → papers that rows ask for by name → choices that those papers satisfy at no extra
//! `cost`, or that stay `open` → `suggest` (one paper for several choices) → `total`. Nothing here looks at the order of the
//! matters but the indexes in the result.

mod cost;
mod open;
mod price;
mod suggest;
mod total;
mod wanted;

use alloc::vec::Vec;

pub use total::{Choice, Count, Keep, Merged, Paper, Total, Use};

use super::Matter;
use cost::Brought;
use open::Opens;
use wanted::{Group, Want, Wanted, Way};

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
        while let Some(way) = served(&mut group, &brought) {
            papers.row(way.paper).serves.push(way.want(group.by));
        }
        if group.pick > 0 {
            choices.add(group.by, group.pick, group.from, &brought);
        }
    }
    suggest::suggest(&mut choices.0, &brought);
    let choices = choices.0.into_iter().map(open::Open::into_choice);
    in_order(papers.into_rows(), choices)
}

/// Takes a paper out of a choice that is brought anyway and serves it at no extra cost.
///
/// Of several the cheapest; of these one that the choice's own matter needs; of these the one with the smallest number.
fn served(group: &mut Group, brought: &Brought) -> Option<Way> {
    if group.pick == 0 {
        return None;
    }
    let ranks = brought.ranks(&group.from, group.pick);
    let ready = group.from.iter().zip(ranks).enumerate();
    // An original that stays at the office, or a second one, is not brought anyway: it would have to be got as well.
    let serves = |way: &Way| brought.has(way.paper) && brought.most(way).originals == 0;
    let ready = ready.filter(|(_, (way, rank))| cost::is_free(*rank) && serves(way));
    let (at, _) = ready.min_by_key(|(_, (way, _))| {
        let foreign = !brought.is_of(way.paper, group.by.matter);
        (brought.most(way), foreign, way.paper)
    })?;
    group.pick -= 1;
    Some(group.from.remove(at))
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
    let first = |choice: &Choice| choice.from.first().map(|total| total.paper);
    for paper in papers {
        while let Some(choice) = choices.next_if(|choice| first(choice) < Some(paper.total.paper)) {
            rows.push(Merged::Choice(choice));
        }
        rows.push(Merged::Paper(paper));
    }
    rows.extend(choices.map(Merged::Choice));
    rows
}
