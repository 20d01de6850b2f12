//! 情形: the office's own worked examples, held against what the engine says.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_widget::rules::{Answer, Session, Status};

use super::numbered::{self, Numbered};
use super::{Compiled, dates};
use crate::diagnostic::{At, DateFault, Finding, KnownNumbers, Problem, ScenarioFault};
use crate::model::{
    Decimal, FormItem, Group, Line, LineKind, Matter, Numbers, Region, Row, Scenario, Text,
    Threshold, day, small,
};

pub(super) fn check(region: &Region, matters: &[&Matter], guides: &[Numbered<'_>]) -> Vec<Finding> {
    let mut findings = numbered::judge(region, guides, |case| {
        let Numbered { matter, set, .. } = case;
        let examples = matter.scenarios.iter();
        let here = examples.filter(|example| holds_with(example, &set.numbers));
        let judged = |example| {
            let days = dates::example(matter, example);
            if days.is_empty() {
                Example::new(matter, &set.compiled, example).check()
            } else {
                days
            }
        };
        here.flat_map(judged).collect()
    });
    // A day that matters with the numbers of other communities is not idle.
    findings.retain(|finding| {
        let idle = matches!(finding.problem, Problem::Date(DateFault::IdleVisit { .. }));
        !idle || finding.locally.is_empty()
    });
    let mut sets: BTreeMap<&str, Vec<&Numbers>> = BTreeMap::new();
    for case in guides {
        let of_matter = sets.entry(&case.matter.file).or_default();
        of_matter.push(&case.set.numbers);
    }
    for matter in matters {
        let sets = sets
            .get(matter.file.as_str())
            .map_or(&[][..], Vec::as_slice);
        let examples = matter.scenarios.iter();
        findings.extend(examples.filter_map(|example| nowhere(example, matter, sets)));
    }
    findings
}

/// Whether a worked example is one of the places where local facts say these numbers, on its day if it names one.
pub(super) fn holds_with(scenario: &Scenario, numbers: &Numbers) -> bool {
    let mut locally = scenario.locally.iter();
    locally.all(|(name, value)| {
        let said = numbers.get(&name.value);
        said.is_some_and(|number| match scenario.visit {
            Some(day) => number.on(Some(day)) == *value,
            None => number.all().any(|one| one == *value),
        })
    })
}

/// A worked example of places that there are not.
fn nowhere(scenario: &Scenario, matter: &Matter, sets: &[&Numbers]) -> Option<Finding> {
    let known = matter.thresholds();
    let strange = scenario
        .locally
        .iter()
        .find(|(name, _)| !known.contains(name.value.as_str()));
    if let Some((name, _)) = strange {
        let fault = ScenarioFault::NotLocal {
            scenario: scenario.name.clone(),
            fact: name.value.clone(),
            known: known.into_iter().map(str::to_owned).collect(),
        };
        return Some(Finding::at(name.place.clone(), Problem::from(fault)));
    }
    let (first, _) = scenario.locally.first()?;
    // Where no community says the numbers at all, that is what is wrong.
    if sets.is_empty() || sets.iter().any(|numbers| holds_with(scenario, numbers)) {
        return None;
    }
    let values = |name: &str| {
        let values: BTreeSet<Decimal> = sets
            .iter()
            .filter_map(|numbers| numbers.get(name))
            .flat_map(Threshold::all)
            .collect();
        (name.to_owned(), values.into_iter().collect())
    };
    let locally = scenario.locally.iter();
    let known = locally.map(|(name, _)| values(&name.value)).collect();
    let fault = ScenarioFault::Nowhere {
        scenario: scenario.name.clone(),
        known: KnownNumbers(known),
    };
    Some(Finding::at(first.place.clone(), Problem::from(fault)))
}

/// A worked example and what its answers come to.
struct Example<'a> {
    matter: &'a Matter,
    compiled: &'a Compiled,
    scenario: &'a Scenario,
    session: Session,
    /// The required lines that are needed.
    needed: Vec<&'a Line>,
    /// The required lines that are still open.
    open: Vec<&'a Line>,
}

/// What an entry of 带 means.
enum Named<'a> {
    /// This line.
    Line(&'a Line),
    /// One of these, which differ in whose the paper is.
    OneOf(Vec<&'a Line>),
    /// No line that the example has.
    Nothing,
}

impl<'a> Example<'a> {
    fn new(matter: &'a Matter, compiled: &'a Compiled, scenario: &'a Scenario) -> Self {
        let mut session = Session::new(compiled.book.clone());
        session.visit(scenario.visit.map(day));
        for (question, answer) in &scenario.answers {
            session.set(*question, answer.clone());
        }
        let with_status = |wanted| {
            // A row is needed also where it is open which of its lines asks for the paper.
            let rows = matter.rows();
            let rows = rows.iter().zip(&compiled.items.rows);
            let is = |item: Option<usize>| {
                item.map_or(Status::Needed, |item| session.status(item)) == wanted
            };
            rows.filter(|(_, items)| is(items.item))
                .map(|(row, _)| &matter.lines[row.lines[0]])
                .filter(|line| line.kind() == LineKind::Required)
                .collect()
        };
        Self {
            matter,
            compiled,
            scenario,
            needed: with_status(Status::Needed),
            open: with_status(Status::Depends),
            session,
        }
    }

    fn check(&self) -> Vec<Finding> {
        let stopped = self.session.stop().map(|stop| self.title(stop));
        let expected = self.scenario.stop.as_ref().map(|stop| stop.value.clone());
        if stopped != expected {
            let (possible, questions) = match stopped {
                None if self.session.stop_open() => self.still_open(),
                _ => (Vec::new(), Vec::new()),
            };
            return vec![self.at_example(ScenarioFault::Stop {
                scenario: self.scenario.name.clone(),
                expected,
                stopped,
                possible,
                questions,
            })];
        }
        if stopped.is_some() {
            return Vec::new();
        }
        self.list()
    }

    fn list(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut named: BTreeSet<String> = BTreeSet::new();
        let mut absent = Vec::new();
        for entry in &self.scenario.bring {
            let (name, pieces) = counted(&entry.value);
            match self.named(name, &named) {
                Named::Line(line) => {
                    named.insert(label(line));
                    findings.extend(pieces.and_then(|pieces| self.pieces(entry, line, pieces)));
                }
                Named::OneOf(lines) => {
                    named.extend(lines.iter().map(|line| label(line)));
                    findings.push(self.same_name(entry, &lines));
                }
                Named::Nothing => absent.push(entry.value.clone()),
            }
        }
        let unnamed: Vec<String> = labels(&self.needed)
            .into_iter()
            .filter(|label| !named.contains(label))
            .collect();
        let open = labels(&self.open);
        let (stops, questions) = self.still_open();
        if !(unnamed.is_empty() && absent.is_empty() && open.is_empty() && stops.is_empty()) {
            findings.push(self.at_example(ScenarioFault::List {
                scenario: self.scenario.name.clone(),
                unnamed,
                absent,
                open,
                stops,
                questions,
            }));
        }
        findings
    }

    /// What an entry (`身份证` or `身份证/老人`) means; what is open is told as such, not as absent too. `taken`: the lines
    /// that earlier entries name, since no entry may stand for two.
    fn named(&self, entry: &str, taken: &BTreeSet<String>) -> Named<'a> {
        let here: Vec<&Line> = self.needed.iter().chain(&self.open).copied().collect();
        let exact = here.iter().find(|line| is_exactly(line, entry));
        if let Some(line) = exact {
            return Named::Line(line);
        }
        // Whose paper it is has to be said where the guide knows two, on this list or on another.
        let all = self.matter.lines.iter();
        let loose = all.filter(|line| line.kind() == LineKind::Required);
        let loose = distinct(loose.filter(|line| is_called(line, entry)));
        if loose.len() > 1 && loose.iter().any(|line| contains(&here, line)) {
            return Named::OneOf(loose);
        }
        let only = loose.into_iter().find(|line| contains(&here, line));
        let choice = || {
            let choices = here.iter().filter(|line| is_one_of(line, entry));
            choices.copied().find(|line| !taken.contains(&label(line)))
        };
        match only.or_else(choice) {
            Some(line) => Named::Line(line),
            None => Named::Nothing,
        }
    }

    /// An entry that says another number than the list.
    fn pieces(&self, entry: &At<String>, line: &Line, written: u32) -> Option<Finding> {
        let rows = self.matter.rows();
        let mut rows = rows.iter().zip(&self.compiled.items.rows);
        let is_of = |row: &Row| self.matter.lines[row.lines[0]].place == line.place;
        let (_, items) = rows.find(|(row, _)| is_of(row))?;
        let possible = |form: &&FormItem| {
            let status = form.item.map(|item| self.session.status(item));
            status != Some(Status::NotNeeded)
        };
        let forms = items.forms.iter().filter(possible);
        let ends = forms.filter_map(|form| {
            let item = form.item.or(items.item).map(small);
            self.matter.form(form).ends(&self.session, item)
        });
        let numbers = ends
            .flatten()
            .map(|form| match form.shown + form.handed_in {
                0 => form.copies,
                originals => originals,
            });
        let numbers: BTreeSet<u32> = numbers.collect();
        let (least, most) = (*numbers.first()?, *numbers.last()?);
        (numbers.len() > 1 || least != written).then(|| {
            let fault = ScenarioFault::Pieces {
                scenario: self.scenario.name.clone(),
                paper: label(line),
                written,
                is: (least == most).then_some(most),
                least,
                most,
            };
            Finding::at(entry.place.clone(), Problem::from(fault))
        })
    }

    fn same_name(&self, entry: &At<String>, lines: &[&Line]) -> Finding {
        let lines = labels(lines);
        let each = |written: &At<String>| {
            if written.value == entry.value {
                lines.clone()
            } else {
                vec![written.value.clone()]
            }
        };
        let mut mended: Vec<String> = Vec::new();
        for name in self.scenario.bring.iter().flat_map(each) {
            if !mended.contains(&name) {
                mended.push(name);
            }
        }
        let fault = ScenarioFault::SameName {
            scenario: self.scenario.name.clone(),
            entry: entry.value.clone(),
            lines,
            mended,
        };
        Finding::at(entry.place.clone(), Problem::from(fault))
    }

    /// The stops of which nobody knows whether they hold, and the questions that would tell what is open.
    fn still_open(&self) -> (Vec<String>, Vec<String>) {
        let stops = self.session.possible_stops();
        let unanswered = |question: &usize| {
            *self.session.answer(*question) == Answer::Missing && self.session.relevant(*question)
        };
        let questions = (0..self.matter.questions.len())
            .filter(unanswered)
            .map(|question| self.matter.questions[question].id.clone());
        (
            stops.into_iter().map(|stop| self.title(stop)).collect(),
            questions.collect(),
        )
    }

    fn title(&self, stop: usize) -> String {
        self.matter.stops[stop].title.source().to_owned()
    }

    fn at_example(&self, fault: ScenarioFault) -> Finding {
        Finding::at(self.scenario.place.clone(), Problem::from(fault))
    }
}

/// What an entry names, and how many of it, where it says so: `身份证/孩子 ×2`.
fn counted(entry: &str) -> (&str, Option<u32>) {
    let split = entry.rsplit_once(['×', '*', 'x', 'X']);
    let read = split.and_then(|(name, n)| Some((name.trim_end(), n.trim().parse().ok()?)));
    read.map_or((entry, None), |(name, n)| (name, Some(n)))
}

/// Whether the entry names the line and nobody else's.
fn is_exactly(line: &Line, entry: &str) -> bool {
    match &line.paper {
        Group::One(paper) => {
            let whose = entry.split_once('/').map(|(_, whose)| whose);
            paper.is_called(entry) && paper.of.as_ref().map(Text::source) == whose
        }
        Group::Pick { choice, .. } => choice.name == *entry,
    }
}

/// Whether the entry names the line's paper, whosever it is.
fn is_called(line: &Line, entry: &str) -> bool {
    matches!(&line.paper, Group::One(paper) if paper.is_called(entry))
}

/// Whether the entry names a paper of a choice that has no name of its own.
fn is_one_of(line: &Line, entry: &str) -> bool {
    matches!(&line.paper, Group::Pick { choice, from }
        if choice.name.is_empty() && from.iter().any(|paper| paper.is_called(entry)))
}

/// The line as 带 would name it.
fn label(line: &Line) -> String {
    match &line.paper {
        Group::One(paper) => paper.id.clone(),
        Group::Pick { choice, from } if choice.name.is_empty() => from
            .iter()
            .map(|paper| paper.id.as_str())
            .collect::<Vec<_>>()
            .join(" / "),
        Group::Pick { choice, .. } => choice.name.source().to_owned(),
    }
}

/// Two lines for the same paper are one.
fn distinct<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<&'a Line> {
    let mut seen = BTreeSet::new();
    lines.filter(|line| seen.insert(label(line))).collect()
}

fn labels(lines: &[&Line]) -> Vec<String> {
    distinct(lines.iter().copied())
        .into_iter()
        .map(label)
        .collect()
}

fn contains(lines: &[&Line], wanted: &Line) -> bool {
    lines.iter().any(|line| label(line) == label(wanted))
}
