//! Numbers of papers that answers say: no line may be left on a list of which nothing is wanted.

use onetrip_widget::rules::Session;

use super::numbered::{self, Numbered};
use crate::diagnostic::{CountFault, Finding, Problem};
use crate::model::{Line, Matter, Paper, PerAnswer, Region};

/// Lines that stay on a list although an answer of 0 makes nothing of them, in guides and in what communities make of them.
pub(super) fn check(region: &Region, versions: &[Numbered<'_>]) -> Vec<Finding> {
    numbered::judge(region, versions, |case| {
        let compiled = &case.set.compiled;
        let session = Session::new(compiled.book.clone());
        let lines = case.matter.lines.iter().enumerate();
        let found = lines.filter_map(|(index, line)| {
            let nothing = |nth: usize, per: PerAnswer| {
                let span = session.span(per.question, compiled.items.paper(index, nth));
                span.is_some_and(|(least, _)| least <= 0)
            };
            let mut papers = line.papers().iter().enumerate();
            let (paper, per) = papers.find_map(|(nth, paper)| {
                only_counted(paper).filter(|(_, per)| nothing(nth, *per))
            })?;
            Some(fault(&case.matter, line, paper, per))
        });
        found.collect()
    })
}

/// A paper of which nothing is wanted when one answer is 0.
fn only_counted(paper: &Paper) -> Option<(&Paper, PerAnswer)> {
    let per = match (paper.originals.per, paper.copies.per) {
        (Some(one), Some(other)) if one.question != other.question => return None,
        (one, other) => one.or(other)?,
    };
    (paper.originals.plus == 0 && paper.copies.plus == 0).then_some((paper, per))
}

fn fault(matter: &Matter, line: &Line, paper: &Paper, per: PerAnswer) -> Finding {
    let fault = CountFault::Nothing {
        question: matter.questions[per.question].id.clone(),
        paper: paper.id.clone(),
        is_own: paper.counts_at.is_some(),
    };
    let place = paper.counts_at.as_ref().unwrap_or(&line.place);
    Finding::at(place.clone(), Problem::from(fault))
}
