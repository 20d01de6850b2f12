//! The rules of every guide, compiled for the engine: what cannot be worked out exactly is an error here. A guide that compares with
//! local facts is compiled once for each set of their values, however many communities have it.

use std::collections::BTreeMap;

use onetrip_widget::rules::{self, CompileError, Implied, Part, RuleBook};

use super::{cases, choices, dates, example, file, forms, local};
use crate::diagnostic::{ConditionFault, Finding, Place};
use crate::model::{
    Case, Community, Condition, Group, Items, Keys, Line, Matter, Numbers, Refusals, Region,
};
use crate::parallel;

/// A guide's rules as the phone gets them.
#[derive(Debug)]
pub struct Compiled {
    /// For the engine.
    pub book: RuleBook,
    /// Which of its items is which part of the guide.
    pub items: Items,
    /// What follows from answers without being asked.
    pub implied: Vec<Implied>,
    /// What refuses it, compiled apart from its list.
    pub refusals: (RuleBook, Refusals),
}

/// A guide's rules where local facts say one set of numbers.
#[derive(Debug)]
pub struct RuleSet {
    /// The numbers that the rules compare with; none where the rules are the same everywhere.
    pub numbers: Numbers,
    /// The communities that offer the matter and have them, by their ids.
    pub communities: Vec<String>,
    /// The rules with them.
    pub compiled: Compiled,
}

/// Compiled rules by the guide's file: one set for each set of numbers that its communities have.
#[derive(Debug, Default)]
pub struct CompiledRules(BTreeMap<String, Vec<RuleSet>>);

impl CompiledRules {
    /// Every set of a guide; none when its rules could not be worked out.
    pub fn sets(&self, file: &str) -> &[RuleSet] {
        self.0.get(file).map_or(&[], Vec::as_slice)
    }

    /// The set of a community, by its id.
    pub(super) fn set(&self, file: &str, community: &str) -> Option<&RuleSet> {
        let mut sets = self.sets(file).iter();
        sets.find(|set| set.numbers.is_empty() || set.communities.iter().any(|id| id == community))
    }

    /// The rules of a guide in a community.
    pub fn of(&self, file: &str, community: &Community) -> Option<&Compiled> {
        self.set(file, &community.id).map(|set| &set.compiled)
    }
}

/// A guide that is to be compiled with numbers, and the communities that have these.
type Job<'a> = (&'a Matter, Numbers, Vec<String>);

/// The rules of every guide of a region in which nothing is wrong with them any more.
pub fn recompile(region: &Region) -> CompiledRules {
    compile(region).0
}

pub(super) fn compile(region: &Region) -> (CompiledRules, Vec<Finding>) {
    let jobs: Vec<Job<'_>> = region
        .with_coming()
        .flat_map(|one| jobs(region, one))
        .collect();
    let compiled: Vec<(&Matter, Result<RuleSet, Finding>)> =
        parallel::map_each(jobs, |(matter, numbers, communities)| {
            let compiled = compiled(&matter.with_numbers(&numbers), &region.keys);
            let set = compiled.map(|compiled| RuleSet {
                numbers,
                communities,
                compiled,
            });
            (matter, set)
        });
    let mut books = CompiledRules::default();
    let mut findings = Vec::new();
    for (matter, result) in compiled {
        match result {
            Ok(set) => books.0.entry(matter.file.clone()).or_default().push(set),
            Err(finding) => findings.push(finding),
        }
    }
    (books, findings)
}

/// The sets of numbers of a guide, one for all communities with equal ones. A community that lacks one has no rules; that is an error
/// of its own. What nobody offers is judged with the region's numbers.
fn jobs<'a>(region: &Region, matter: &'a Matter) -> Vec<Job<'a>> {
    let names = matter.thresholds();
    if names.is_empty() {
        return vec![(matter, Numbers::new(), Vec::new())];
    }
    let whole = |community: Option<&Community>| {
        let numbers = region.numbers(community, names.iter().copied());
        let whole = numbers.len() == names.len() && local::fit(matter, &numbers);
        whole.then_some(numbers)
    };
    let mut sets: Vec<Job<'a>> = Vec::new();
    let offering: Vec<&Community> = region
        .communities
        .iter()
        .filter(|one| one.offers(matter))
        .collect();
    for community in &offering {
        let Some(numbers) = whole(Some(*community)) else {
            continue;
        };
        match sets.iter_mut().find(|(_, known, _)| *known == numbers) {
            Some((.., communities)) => communities.push(community.id.clone()),
            None => sets.push((matter, numbers, vec![community.id.clone()])),
        }
    }
    if offering.is_empty() {
        sets.extend(whole(None).map(|numbers| (matter, numbers, Vec::new())));
    }
    sets
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
    let (refusing, refusals) = matter.refusals(&source);
    let both = rules::compile(&source).and_then(|book| Ok((book, rules::compile(&refusing)?)));
    match both {
        Ok((book, refusing)) => Ok(Compiled {
            book,
            items,
            implied: source.implied,
            refusals: (refusing, refusals),
        }),
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

/// What a line is called.
pub(super) fn line_name(line: &Line) -> String {
    match &line.paper {
        Group::One(paper) => paper.name.source().to_owned(),
        Group::Pick { choice, from } if choice.name.is_empty() => from
            .iter()
            .map(|paper| paper.name.source())
            .collect::<Vec<_>>()
            .join(" / "),
        Group::Pick { choice, .. } => choice.name.source().to_owned(),
    }
}

/// Indexes were resolved when the guide was read, so size is all that can be wrong.
fn too_complex(matter: &Matter, items: &Items, error: CompileError) -> Finding {
    if let Some(finding) = dates::fault(matter) {
        return finding;
    }
    let at = |what: String, when: &Condition, place: &Place| {
        example::too_complex(matter, what, [when], place)
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
            None => choices::too_complex(matter, items, index)
                .unwrap_or_else(|| forms::too_complex(matter, items, index)),
        },
        _ => {
            let questions = matter
                .questions
                .iter()
                .map(|question| question.id.clone())
                .collect();
            Finding::at(
                file(&matter.file),
                ConditionFault::TooComplex {
                    what: matter.title.source().to_owned(),
                    questions,
                }
                .into(),
            )
        }
    }
}
