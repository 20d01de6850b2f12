//! 情形: the office's own worked examples, held against what the engine says.

use onetrip_widget::rules::{Answer, Session, Status};

use super::{Compiled, CompiledRules};
use crate::diagnostic::{Finding, Problem, Proof};
use crate::model::{Condition, Group, Line, Matter, Scenario};

pub(super) fn check(matters: &[&Matter], books: &CompiledRules) -> Vec<Finding> {
    let guides = matters
        .iter()
        .filter_map(|matter| Some((*matter, books.get(&matter.file)?)));
    guides
        .flat_map(|(matter, compiled)| {
            matter
                .scenarios
                .iter()
                .filter_map(move |scenario| differs(matter, compiled, scenario))
        })
        .collect()
}

fn differs(matter: &Matter, compiled: &Compiled, scenario: &Scenario) -> Option<Finding> {
    let session = answered(compiled, scenario);
    let at = |proof| Some(Finding::at(scenario.place.clone(), Problem::Proof(proof)));
    let name = scenario.name.clone();
    let stopped = session
        .stop()
        .and_then(|stop| matter.stops.get(stop))
        .map(|stop| stop.title.source().to_owned());
    let expected = scenario.stop.as_ref().map(|stop| stop.value.clone());
    if stopped != expected {
        return at(Proof::ScenarioStop {
            scenario: name,
            expected,
            stopped,
        });
    }
    if stopped.is_some() {
        return None;
    }
    let needed: Vec<&Line> = with_status(matter, compiled, &session, Status::Needed);
    let open: Vec<&Line> = with_status(matter, compiled, &session, Status::Depends);
    let named = |line: &&Line| {
        scenario
            .bring
            .iter()
            .any(|entry| is_named(line, &entry.value))
    };
    let unnamed: Vec<String> = needed
        .iter()
        .filter(|line| !named(line))
        .map(|line| label(line))
        .collect();
    // What is open is told as such, not as absent too.
    let known = |entry: &str| needed.iter().chain(&open).any(|line| is_named(line, entry));
    let absent: Vec<String> = scenario
        .bring
        .iter()
        .filter(|entry| !known(&entry.value))
        .map(|entry| entry.value.clone())
        .collect();
    let open: Vec<String> = open.into_iter().map(label).collect();
    let same = unnamed.is_empty() && absent.is_empty() && open.is_empty();
    if same {
        None
    } else {
        at(Proof::ScenarioList {
            scenario: name,
            unnamed,
            absent,
            open,
        })
    }
}

fn answered(compiled: &Compiled, scenario: &Scenario) -> Session {
    let mut session = Session::new(compiled.book.clone());
    for answer in &scenario.answers {
        match answer {
            Condition::Chosen(choice) if choice.multi => {
                let mut options = choice.options.clone();
                options.sort_unstable();
                session.set(choice.question, Answer::Multi(options));
            }
            Condition::Chosen(choice) => {
                if let Some(option) = choice.options.first() {
                    session.choose(choice.question, *option);
                }
            }
            Condition::Within {
                question,
                min: Some(number),
                ..
            } => session.number(*question, *number),
            _ => {}
        }
    }
    session
}

fn with_status<'a>(
    matter: &'a Matter,
    compiled: &Compiled,
    session: &Session,
    status: Status,
) -> Vec<&'a Line> {
    let lines = matter.lines.iter().zip(&compiled.items.lines);
    let is =
        |item: Option<usize>| item.map_or(Status::Needed, |item| session.status(item)) == status;
    lines
        .filter(|(_, item)| is(**item))
        .map(|(line, _)| line)
        .filter(|line| !line.is_recommended())
        .collect()
}

/// Whether `entry` (`身份证` or `身份证/老人`) names the line.
fn is_named(line: &Line, entry: &str) -> bool {
    match &line.paper {
        Group::One(paper) => paper.is_called(entry),
        Group::Pick { name, from, .. } => {
            *name == *entry || name.is_empty() && from.iter().any(|paper| paper.is_called(entry))
        }
    }
}

/// The line as 带 would name it.
fn label(line: &Line) -> String {
    match &line.paper {
        Group::One(paper) => paper.id.clone(),
        Group::Pick { name, .. } => name.source().to_owned(),
    }
}
