//! The rules of every guide, compiled for the engine: what cannot be worked out exactly is an error here.

use std::collections::BTreeMap;

use onetrip_widget::rules::{self, CompileError, Part, RuleBook};
use rayon::prelude::*;

use super::{cases, file, forms};
use crate::diagnostic::{Finding, Place, Problem};
use crate::model::{Case, Condition, Group, Items, Keys, Line, Matter, Region};

/// A guide's rules as the phone gets them.
#[derive(Debug)]
pub struct Compiled {
    /// For the engine.
    pub book: RuleBook,
    /// Which of its items is which part of the guide.
    pub items: Items,
}

/// Compiled rules by the guide's file.
pub type CompiledRules = BTreeMap<String, Compiled>;

pub(super) fn compile(region: &Region) -> (CompiledRules, Vec<Finding>) {
    let compiled: Vec<Result<(String, Compiled), Finding>> = region
        .matters
        .par_iter()
        .map(|matter| Ok((matter.file.clone(), compiled(matter, &region.keys)?)))
        .collect();
    let mut books = CompiledRules::new();
    let mut findings = Vec::new();
    for result in compiled {
        match result {
            Ok((file, compiled)) => {
                books.insert(file, compiled);
            }
            Err(finding) => findings.push(finding),
        }
    }
    (books, findings)
}

fn compiled(matter: &Matter, keys: &Keys) -> Result<Compiled, Finding> {
    let (mut source, mut items) = matter.rules(keys);
    forms::add(matter, &mut source, &mut items).map_err(|fault| match fault {
        forms::Fault::Row(finding) => *finding,
        forms::Fault::Rules(error) => too_complex(matter, &Items::default(), error),
    })?;
    if let Some(finding) = cases::add(matter, &mut source, &mut items) {
        return Err(finding);
    }
    source.counted = matter.counted(&items);
    match rules::compile(&source) {
        Ok(book) => Ok(Compiled { book, items }),
        Err(error) => Err(too_complex(matter, &items, error)),
    }
}

/// A line, step, note, fee or the like that has a condition.
pub(super) struct Conditional<'a> {
    /// The engine's item.
    pub(super) item: usize,
    /// What it is called.
    pub(super) what: String,
    pub(super) when: &'a Condition,
    pub(super) place: &'a Place,
}

/// Everything in a guide that has a condition and is no stop.
pub(super) fn conditionals<'a>(
    matter: &'a Matter,
    items: &'a Items,
) -> impl Iterator<Item = Conditional<'a>> {
    let lines = matter
        .lines
        .iter()
        .map(|line| (line_name(line), &line.when, &line.place));
    let steps = matter
        .steps
        .iter()
        .map(|step| (step.name.source().to_owned(), &step.when, &step.place));
    let notes = matter
        .notes
        .iter()
        .map(|note| (note.text.source().to_owned(), &note.when, &note.place));
    let fees = matter.fees.iter();
    let fees = fees.map(|case| (case.value.name.source().to_owned(), &case.when, &case.place));
    let known = items.lines.iter().chain(&items.steps).chain(&items.notes);
    let known = known.chain(&items.fees).chain(&items.visits);
    let items = known.chain(&items.limits).chain(&items.venues);
    lines
        .chain(steps)
        .chain(notes)
        .chain(fees)
        .chain(named("到场", &matter.visits))
        .chain(named("时限", &matter.limits))
        .chain(named("在哪办", &matter.venues))
        .zip(items)
        .filter_map(|((what, when, place), item)| {
            Some(Conditional {
                item: (*item)?,
                what,
                when: when.as_ref()?,
                place,
            })
        })
}

/// Cases that go by their key's name.
fn named<'a, V>(
    key: &'static str,
    cases: &'a [Case<V>],
) -> impl Iterator<Item = (String, &'a Option<Condition>, &'a Place)> {
    cases
        .iter()
        .map(move |case| (key.to_owned(), &case.when, &case.place))
}

fn line_name(line: &Line) -> String {
    match &line.paper {
        Group::One(paper) => paper.name.source().to_owned(),
        Group::Pick { name, from, .. } if name.is_empty() => from
            .iter()
            .map(|paper| paper.name.source())
            .collect::<Vec<_>>()
            .join(" / "),
        Group::Pick { name, .. } => name.source().to_owned(),
    }
}

/// Indexes were resolved when the guide was read, so size is all that can be wrong.
fn too_complex(matter: &Matter, items: &Items, error: CompileError) -> Finding {
    let asked = |when: &Condition| {
        when.questions(&matter.facts)
            .into_iter()
            .map(|question| matter.questions[question].id.clone())
            .collect()
    };
    let at = |what: String, when: &Condition, place: &Place| {
        Finding::at(
            place.clone(),
            Problem::TooComplex {
                what,
                questions: asked(when),
            },
        )
    };
    match error {
        CompileError::TooComplex {
            part: Part::Fact(index),
        } => {
            let fact = &matter.facts[index];
            at(fact.name.source().to_owned(), &fact.condition, &fact.place)
        }
        CompileError::TooComplex {
            part: Part::Stop(index),
        } => {
            let stop = &matter.stops[index];
            at(stop.title.source().to_owned(), &stop.when, &stop.place)
        }
        CompileError::TooComplex {
            part: Part::Item(index),
        } => match conditionals(matter, items).find(|part| part.item == index) {
            Some(part) => at(part.what, part.when, part.place),
            None if items.fee_sets.iter().any(|set| set.item == Some(index)) => {
                cases::sets_too_complex(matter)
            }
            None => forms::too_complex(matter, items, index),
        },
        _ => {
            let questions = matter
                .questions
                .iter()
                .map(|question| question.id.clone())
                .collect();
            Finding::at(
                file(&matter.file),
                Problem::TooComplex {
                    what: matter.title.source().to_owned(),
                    questions,
                },
            )
        }
    }
}
