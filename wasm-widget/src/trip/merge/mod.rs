//! Papers of several matters in one list.
//!
//! `wanted` (the lines that count) → papers that lines ask for by name → choices that those papers satisfy
//! or leave open → `suggest` (one paper for several choices). Nothing here looks at the order of the matters but the
//! indexes in the result.

mod suggest;
mod total;
mod wanted;

use alloc::vec::Vec;

pub use total::{Choice, Count, Merged, Paper, Total, Use};

use super::{Matter, Need};
use wanted::{Group, Wanted, cost};

/// Merges the lines of all matters, sorted by paper.
pub(super) fn merge(matters: &[Matter]) -> Vec<Merged> {
    let Wanted { certain, groups } = Wanted::of(matters);
    let mut papers = Papers::default();
    for (by, need) in certain {
        papers.want(by, need);
    }
    let mut choices = Choices::default();
    for group in groups {
        let left = papers.serve(&group);
        if left > 0 {
            choices.want(&group, left, |paper| !papers.is_needed(paper));
        }
    }
    suggest::suggest(&mut choices.0);
    in_order(papers.0, choices.0)
}

/// Papers that lines ask for by name, ascending.
#[derive(Default)]
struct Papers(Vec<Paper>);

impl Papers {
    fn find(&self, paper: u32) -> Result<usize, usize> {
        self.0.binary_search_by_key(&paper, |row| row.total.paper)
    }

    fn is_needed(&self, paper: u32) -> bool {
        self.find(paper).is_ok_and(|at| self.0[at].needed)
    }

    /// Whether a needed line of this matter asks for the paper by name.
    fn is_needed_by(&self, paper: u32, matter: usize) -> bool {
        let by = |by: &Use| by.needed && by.matter == matter;
        self.find(paper)
            .is_ok_and(|at| self.0[at].uses.iter().any(by))
    }

    fn want(&mut self, by: Use, need: &Need) {
        let at = self.find(need.paper).unwrap_or_else(|at| {
            let total = Total::new(need.paper);
            self.0.insert(
                at,
                Paper {
                    total,
                    needed: false,
                    uses: Vec::new(),
                    serves: Vec::new(),
                },
            );
            at
        });
        let row = &mut self.0[at];
        row.total.add(need, by.needed);
        row.needed |= by.needed;
        // One line may want two forms of a paper; it is one use.
        if row.uses.last() != Some(&by) {
            row.uses.push(by);
        }
    }

    /// Lets papers that are needed anyway serve a group; gives how many are still to be chosen.
    ///
    /// First those that the group's own matter needs, so that a matter never gets less here than alone; then those
    /// that cost least.
    fn serve(&mut self, group: &Group<'_>) -> usize {
        let mut ready: Vec<&Need> = group
            .from
            .iter()
            .copied()
            .filter(|need| self.is_needed(need.paper))
            .collect();
        let mut left = group.pick;
        while left > 0 && !ready.is_empty() {
            let rank = |need: &Need| {
                (
                    !self.is_needed_by(need.paper, group.by.matter),
                    cost(need),
                    need.paper,
                )
            };
            let best = (1..ready.len()).fold(0, |best, next| {
                if rank(ready[next]) < rank(ready[best]) {
                    next
                } else {
                    best
                }
            });
            let need = ready.swap_remove(best);
            if let Ok(at) = self.find(need.paper) {
                self.0[at].total.add(need, group.by.needed);
                self.0[at].serves.push(group.by);
            }
            left -= 1;
        }
        left
    }
}

/// What is left to choose, sorted by papers and number; groups of which the same is left are one.
#[derive(Default)]
struct Choices(Vec<Choice>);

impl Choices {
    fn want(&mut self, group: &Group<'_>, left: usize, is_open: impl Fn(u32) -> bool) {
        let from: Vec<&Need> = group
            .from
            .iter()
            .copied()
            .filter(|need| is_open(need.paper))
            .collect();
        let pick = crate::rules::small(left);
        let order = |choice: &Choice| {
            let papers = choice.from.iter().map(|total| total.paper);
            papers
                .cmp(from.iter().map(|need| need.paper))
                .then(choice.pick.cmp(&pick))
        };
        let at = self.0.binary_search_by(order).unwrap_or_else(|at| {
            let totals = from.iter().map(|need| Total::new(need.paper)).collect();
            let choice = Choice {
                pick,
                from: totals,
                needed: false,
                uses: Vec::new(),
                suggested: None,
            };
            self.0.insert(at, choice);
            at
        });
        let choice = &mut self.0[at];
        choice.needed |= group.by.needed;
        choice.uses.push(group.by);
        choice
            .from
            .iter_mut()
            .zip(from)
            .for_each(|(total, need)| total.add(need, group.by.needed));
    }
}

/// One list, by the first paper of each row; a paper stands before the choices that begin with it.
fn in_order(papers: Vec<Paper>, choices: Vec<Choice>) -> Vec<Merged> {
    let mut rows = Vec::new();
    let mut choices = choices.into_iter().peekable();
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
