//! Answers that show something.

use std::collections::BTreeSet;

use onetrip_widget::rules::{self, Condition as Rule, RuleSource, Session};

use super::situations::in_words;
use crate::diagnostic::{ConditionFault, Finding, Place};
use crate::model::{Condition, Keys, Line, Matter, day, rule};

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

impl Example {
    /// Answers in words with which the line and one of the others are on a list; empty where any answers will do. A guide whose rules are
    /// too large was told so.
    pub(super) fn with<'a>(
        matter: &Matter,
        keys: &Keys,
        line: &Line,
        others: impl Iterator<Item = &'a Line>,
    ) -> Option<String> {
        let listed = |line: &Line| rule(line.when.as_ref());
        let others = Rule::Any(others.map(listed).collect());
        match Self::of(matter, keys, Rule::All(vec![listed(line), others])) {
            Self::Answers(answers) => Some(answers),
            Self::None | Self::TooComplex => None,
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
