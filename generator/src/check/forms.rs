//! The forms of rows that a guide writes in several lines: which sets of these lines some list can have.

use std::collections::BTreeSet;

use onetrip_widget::rules::{self, Condition as Rule, RuleSource, Session, Status};

use crate::diagnostic::{Finding, Problem, Proof};
use crate::model::{Condition, FormItem, Items, Matter, Row, RowItems};

/// Lines of one paper in a guide; their sets are twice as many with each more.
const MOST_LINES: usize = 6;

/// Adds an item for every form of the rows with several lines. Sets that no list can have are left out: the phone
/// shall not carry what it can never show.
pub(super) fn add(
    matter: &Matter,
    source: &mut RuleSource,
    items: &mut Items,
) -> Result<(), Finding> {
    let rows = matter.rows();
    for (index, row) in rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.lines.len() > 1)
    {
        if let Some(beyond) = row.lines.get(MOST_LINES) {
            let problem = Problem::Proof(Proof::SamePaper {
                paper: name(matter, row),
                lines: row.lines.len(),
                most: MOST_LINES,
            });
            return Err(Finding::at(matter.lines[*beyond].place.clone(), problem));
        }
        let possible = possible(matter, row, source)?;
        let single = possible.len() == 1;
        let form = |(lines, rule): (Vec<usize>, Rule)| FormItem {
            lines,
            item: (!single).then(|| {
                source.items.push(rule);
                source.items.len() - 1
            }),
        };
        items.rows[index].forms = possible.into_iter().map(form).collect();
    }
    Ok(())
}

/// The sets of a row's lines that hold together in some situation that has a list.
fn possible(
    matter: &Matter,
    row: &Row,
    source: &RuleSource,
) -> Result<Vec<(Vec<usize>, Rule)>, Finding> {
    let sets = matter.sets(row);
    let only = RuleSource {
        items: sets.iter().map(|(_, rule)| rule.clone()).collect(),
        ..source.clone()
    };
    match rules::compile(&only) {
        Ok(book) => {
            let session = Session::new(book);
            let some_list_has = |(at, _): &(usize, _)| session.status(*at) != Status::NotNeeded;
            let sets = sets.into_iter().enumerate().filter(some_list_has);
            Ok(sets.map(|(_, set)| set).collect())
        }
        Err(rules::CompileError::TooComplex {
            part: rules::Part::Item(_),
        }) => Err(complex(matter, row)),
        Err(error) => Err(super::rules::too_complex(matter, &Items::default(), error)),
    }
}

/// The finding for an item that stands for a row or for one of its forms.
pub(super) fn too_complex(matter: &Matter, items: &Items, item: usize) -> Finding {
    let rows = matter.rows();
    let is_of = |(_, known): &(&Row, &RowItems)| {
        known.item == Some(item) || known.forms.iter().any(|form| form.item == Some(item))
    };
    let found = rows.iter().zip(&items.rows).find(is_of);
    let (row, _) = found.expect("every item is a line's, a step's, a note's or a row's");
    complex(matter, row)
}

fn complex(matter: &Matter, row: &Row) -> Finding {
    let lines = || row.lines.iter().map(|index| &matter.lines[*index]);
    let questions: BTreeSet<usize> = lines()
        .filter_map(|line| line.when.as_ref())
        .flat_map(Condition::questions)
        .collect();
    let problem = Problem::TooComplex {
        what: name(matter, row),
        questions: questions
            .into_iter()
            .map(|question| matter.questions[question].id.clone())
            .collect(),
    };
    Finding::at(matter.lines[row.lines[0]].place.clone(), problem)
}

/// The paper as 带 names it.
fn name(matter: &Matter, row: &Row) -> String {
    let papers = matter.lines[row.lines[0]].papers();
    papers
        .first()
        .map_or_else(String::new, |paper| paper.id.clone())
}
