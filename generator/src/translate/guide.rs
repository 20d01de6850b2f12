//! A guide's texts. Everything else of it is copied: rules, numbers, places, files.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diagnostic::{Finding, Place, TranslationFault};
use crate::model::{
    AnswerKind, AnswerOption, Basis, Defer, Fact, Fee, Fresh, Group, GuideTexts, Line, Markdown,
    Material, Matter, Note, Paper, Question, Step, Stop, Visits, names_in,
};

use super::fault;
use super::lookup::Lookup;

/// The matter with the texts of `to`; its body stays as it is.
pub(super) fn matter(to: &Lookup<'_>, of: &Matter) -> Matter {
    Matter {
        title: to.text(&of.title),
        summary: to.text(&of.summary),
        aliases: distinct(to.texts(&of.aliases)),
        authority: to.text(&of.authority),
        accepted_by: to.text(&of.accepted_by),
        life_events: to.texts(&of.life_events),
        fee: of.fee.iter().map(|of| fee(to, of)).collect(),
        visits: Visits {
            reason: to.option(of.visits.reason.as_ref()),
            ..of.visits.clone()
        },
        questions: of.questions.iter().map(|of| question(to, of)).collect(),
        facts: facts(to, of),
        stops: of.stops.iter().map(|of| stop(to, of)).collect(),
        lines: of.lines.iter().map(|of| line(to, of)).collect(),
        steps: of.steps.iter().map(|of| step(to, of)).collect(),
        result: to.text(&of.result),
        delivery: to.option(of.delivery.as_ref()),
        notes: of
            .notes
            .iter()
            .map(|of| Note {
                text: to.text(&of.text),
                ..of.clone()
            })
            .collect(),
        pitfalls: to.texts(&of.pitfalls),
        basis: of.basis.iter().map(|of| basis(to, of)).collect(),
        verified_by: to.text(&of.verified_by),
        ..of.clone()
    }
}

/// Two names of one language may be one in another.
fn distinct(mut texts: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    texts.retain(|text| seen.insert(text.clone()));
    texts
}

fn fee(to: &Lookup<'_>, of: &Fee) -> Fee {
    Fee {
        name: to.text(&of.name),
        amount: to.option(of.amount.as_ref()),
        basis: to.option(of.basis.as_ref()),
    }
}

/// The number of a document (国务院令第663号) is how one finds it, and stays.
fn basis(to: &Lookup<'_>, of: &Basis) -> Basis {
    Basis {
        name: to.text(&of.name),
        article: to.option(of.article.as_ref()),
        ..of.clone()
    }
}

pub(super) fn question(to: &Lookup<'_>, of: &Question) -> Question {
    let options = |options: &[AnswerOption]| -> Vec<AnswerOption> {
        let option = |of: &AnswerOption| AnswerOption {
            name: to.text(&of.name),
            note: to.option(of.note.as_ref()),
        };
        options.iter().map(option).collect()
    };
    Question {
        id: to.text(&of.id),
        ask: to.text(&of.ask),
        why: to.option(of.why.as_ref()),
        kind: match &of.kind {
            AnswerKind::Choice(of) => AnswerKind::Choice(options(of)),
            AnswerKind::Multi(of) => AnswerKind::Multi(options(of)),
            AnswerKind::Number { unit, min, max } => AnswerKind::Number {
                unit: to.option(unit.as_ref()),
                min: *min,
                max: *max,
            },
        },
        ..of.clone()
    }
}

/// Only the names that pages show are missed where they are not translated.
fn facts(to: &Lookup<'_>, of: &Matter) -> Vec<Fact> {
    let shown: BTreeSet<&str> = of.facts_to_tell().iter().map(|f| f.name.as_str()).collect();
    let name = |fact: &Fact| {
        if shown.contains(fact.name.as_str()) {
            to.text(&fact.name)
        } else {
            to.text_unseen(&fact.name)
        }
    };
    of.facts
        .iter()
        .map(|fact| Fact {
            name: name(fact),
            ..fact.clone()
        })
        .collect()
}

fn stop(to: &Lookup<'_>, of: &Stop) -> Stop {
    Stop {
        title: to.text(&of.title),
        text: to.text(&of.text),
        change: to.option(of.change.as_ref()),
        ..of.clone()
    }
}

fn step(to: &Lookup<'_>, of: &Step) -> Step {
    Step {
        name: to.text(&of.name),
        who: to.option(of.who.as_ref()),
        what_you_do: to.option(of.what_you_do.as_ref()),
        ..of.clone()
    }
}

fn line(to: &Lookup<'_>, of: &Line) -> Line {
    let group = match &of.paper {
        Group::One(one) => Group::One(Box::new(paper(to, one))),
        Group::Pick { pick, name, from } => Group::Pick {
            pick: *pick,
            name: to.text(name),
            from: from.iter().map(|of| paper(to, of)).collect(),
        },
    };
    Line {
        paper: group,
        ..of.clone()
    }
}

fn paper(to: &Lookup<'_>, of: &Paper) -> Paper {
    Paper {
        name: to.text(&of.name),
        of: to.option(of.of.as_ref()),
        copy_note: to.option(of.copy_note.as_ref()),
        fresh: fresh(to, of.fresh.as_ref()),
        defer: of.defer.as_ref().map(|of| Defer {
            how: to.option(of.how.as_ref()),
            ..of.clone()
        }),
        photo_spec: to.option(of.photo_spec.as_ref()),
        note: to.option(of.note.as_ref()),
        issuer: to.option(of.issuer.as_ref()),
        how_to_get: to.option(of.how_to_get.as_ref()),
        without: to.option(of.without.as_ref()),
        ..of.clone()
    }
}

fn fresh(to: &Lookup<'_>, of: Option<&Fresh>) -> Option<Fresh> {
    of.map(|of| Fresh {
        text: to.text(&of.text),
        ..of.clone()
    })
}

/// An entry of the register of papers.
pub(super) fn material(to: &Lookup<'_>, of: &Material) -> Material {
    Material {
        name: to.text(&of.name),
        issuer: to.option(of.issuer.as_ref()),
        how_to_get: to.option(of.how_to_get.as_ref()),
        without: to.option(of.without.as_ref()),
        fresh: fresh(to, of.fresh.as_ref()),
        photo_spec: to.option(of.photo_spec.as_ref()),
        note: to.option(of.note.as_ref()),
        ..of.clone()
    }
}

/// The text below the front matter. It is bound to its original by the date of the last check alone, so one that was made
/// from an older guide is not shown.
pub(super) fn body(verified_on: Date, of: &Markdown, own: &GuideTexts) -> (Markdown, Vec<Finding>) {
    if own.verified_on.value < verified_on {
        let (translated, now) = (own.verified_on.value.to_string(), verified_on.to_string());
        let stale = TranslationFault::Stale { translated, now };
        return (
            of.clone(),
            vec![fault(own.verified_on.place.clone(), stale)],
        );
    }
    if own.body.html.is_empty() {
        let missing = !of.html.is_empty();
        let place = Place::file(&own.phrases.place.file);
        let found = missing.then(|| fault(place, TranslationFault::NoBody));
        return (of.clone(), found.into_iter().collect());
    }
    let there: BTreeSet<&str> = names_in(&own.body.html).map(|(_, name)| name).collect();
    let mut lost: Vec<String> = names_in(&of.html)
        .filter(|(_, name)| !there.contains(name))
        .map(|(range, _)| of.html[range].to_owned())
        .collect();
    lost.dedup();
    let place = Place::file(&own.phrases.place.file);
    let found = (!lost.is_empty()).then(|| fault(place, TranslationFault::Loses { lost }));
    (own.body.clone(), found.into_iter().collect())
}
