//! Two lines of one paper that can both hold and say different things of it: a list has one row for them, and the row cannot say both.

use onetrip_widget::rules::Condition as Rule;

use super::example::Example;
use super::numbered::{self, Numbered};
use crate::diagnostic::{Argument, Finding, Problem, SenseFault, Term};
use crate::model::{COPY_NOTE, Group, Keys, Line, Matter, Paper, Region, rule};

/// Judges guides and what communities make of them.
pub(super) fn check(region: &Region, versions: &[Numbered<'_>]) -> Vec<Finding> {
    numbered::judge(region, versions, |case| unlike(&case.matter, &region.keys))
}

fn unlike(matter: &Matter, keys: &Keys) -> Vec<Finding> {
    let wanted = |line: &'_ Line| match &line.paper {
        Group::One(paper) if paper.exempt.is_none() => Some(paper.clone()),
        _ => None,
    };
    let mut findings = Vec::new();
    for (at, line) in matter.lines.iter().enumerate() {
        let Some(paper) = wanted(line) else {
            continue;
        };
        let found = matter.lines[..at].iter().find_map(|before| {
            let (first, second) = differences(&*wanted(before)?, &paper)?;
            // Lines for the very same situations are told by what they want.
            let told = before.when == line.when && is_kept_or_not(&first);
            let answers = (!told).then(|| both(matter, keys, before, line))??;
            Some((first, second, answers))
        });
        if let Some((first, second, answers)) = found {
            let paper = paper.name.source().to_owned();
            let fault = SenseFault::PaperTwoRules {
                paper,
                first,
                second,
                answers,
            };
            findings.push(Finding::at(line.place.clone(), Problem::from(fault)));
        }
    }
    findings
}

const KEPT: Term = Term("term-paper-kept");
const GIVEN_BACK: Term = Term("term-paper-given-back");

fn is_kept_or_not(said: &Argument) -> bool {
    matches!(said, Argument::Term(_))
}

/// What two lines of one paper say that cannot both be so.
fn differences(one: &Paper, other: &Paper) -> Option<(Argument, Argument)> {
    if one.id != other.id {
        return None;
    }
    let originals = !one.originals.is_none() && !other.originals.is_none();
    if originals && one.hand_in != other.hand_in {
        let said = |paper: &Paper| Argument::Term(if paper.hand_in { KEPT } else { GIVEN_BACK });
        return Some((said(one), said(other)));
    }
    let said = |paper: &Paper| {
        let note = paper.details.get(&COPY_NOTE);
        note.map(|note| note.source().to_owned())
    };
    let (first, second) = (said(one)?, said(other)?);
    (first != second).then(|| (first.into(), second.into()))
}

/// Answers with which both are on a list.
fn both(matter: &Matter, keys: &Keys, one: &Line, other: &Line) -> Option<String> {
    let listed = [one, other].map(|line| rule(line.when.as_ref()));
    match Example::of(matter, keys, Rule::All(listed.into())) {
        Example::Answers(answers) => Some(answers),
        // A guide whose rules are too large was told so.
        Example::None | Example::TooComplex => None,
    }
}
