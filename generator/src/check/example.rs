//! Answers that show something.

use std::collections::BTreeSet;

use onetrip_widget::rules::{self, Condition as Rule, RuleSource, Session};

use super::situations::in_words;
use crate::diagnostic::{ConditionFault, Finding, Place};
use crate::model::{Condition, Keys, Matter, day};

/// Whether there are answers with a list on which something holds.
pub(super) enum Example {
    /// There are none.
    None,
    /// In words; empty where any answers will do.
    Answers(String),
    /// That cannot be worked out.
    TooComplex,
}

impl Example {
    /// Looks for answers.
    pub(super) fn of(matter: &Matter, keys: &Keys, wanted: Rule) -> Self {
        if wanted == Rule::Never {
            return Self::None;
        }
        let (source, _) = matter.rules(keys);
        let only = RuleSource {
            items: vec![wanted],
            ..source
        };
        let Ok(book) = rules::compile(&only) else {
            return Self::TooComplex;
        };
        let mut session = Session::new(book);
        match session.book().example(0, day(matter.verified_on.value)) {
            None => Self::None,
            Some(example) => {
                session.visit(Some(example.visit));
                session.replace(example.answers);
                Self::Answers(in_words(matter, &session))
            }
        }
    }
}

/// The finding for something of which that cannot be worked out, with the questions of its conditions.
pub(super) fn too_complex<'a>(
    matter: &Matter,
    what: String,
    conditions: impl IntoIterator<Item = &'a Condition>,
    place: &Place,
) -> Finding {
    let conditions = conditions.into_iter();
    let questions: BTreeSet<usize> = conditions
        .flat_map(|when| when.questions(&matter.facts))
        .collect();
    let questions = questions.into_iter();
    let problem = ConditionFault::TooComplex {
        what,
        questions: questions
            .map(|question| matter.questions[question].id.clone())
            .collect(),
    }
    .into();
    Finding::at(place.clone(), problem)
}
