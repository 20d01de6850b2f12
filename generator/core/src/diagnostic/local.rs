//! What can be wrong with local facts that are numbers or change on some day, and findings that hold in some communities only.

use super::fill::told;
use super::fine::FineKey;
use super::shown::communities;
use super::{Argument, Lang, Term, declare};
use crate::model::{Decimal, Limits, Threshold};

/// More communities than these are counted.
const MOST_NAMES: usize = 3;

declare! {
    /// A fault of a local fact, or of a rule that compares with one.
    LocalFault

    /// A value holds from a day on that the calendar does not have.
    "local-no-such-day" Error NoSuchDay {
        /// The fact.
        fact: String,
        /// The day as it is written.
        written: String,
    }

    /// Two values hold from the same day on.
    "local-same-day" Error SameDay {
        /// The fact.
        fact: String,
        /// The day.
        day: String,
    }

    /// A rule compares with a fact that a community does not say.
    "local-number-missing" Error Missing {
        /// The fact.
        fact: String,
        /// The community's file.
        community: String,
        /// A line for it.
        line: String,
    }

    /// A rule compares with a fact that is no number.
    "local-not-a-number" Error NotNumber {
        /// The fact.
        fact: String,
        /// What it says.
        words: String,
        /// The guide.
        guide: String,
        /// A line that would be one.
        line: String,
    }

    /// The number is none that the question takes.
    "local-out-of-range" Error OutOfBounds {
        /// The fact.
        fact: String,
        /// What it says.
        value: Decimal,
        /// The question.
        question: String,
        /// The answers that it takes.
        limits: Limits,
        /// The communities.
        communities: Communities,
    }

    /// The number has more decimals than the question takes.
    "local-too-many-decimals" Error TooFine {
        /// The fact.
        fact: String,
        /// What it says.
        value: Decimal,
        /// The question.
        question: String,
        /// The answers that it takes.
        limits: Limits,
        /// The key with which the question would take it.
        key: FineKey,
        /// How many decimals any question takes.
        most: u32,
        /// The communities.
        communities: Communities,
    }

    /// No number lies between two facts.
    "local-empty-range" Error EmptyRange {
        /// The question.
        question: String,
        /// The lower end.
        from: Decimal,
        /// The upper end.
        to: Decimal,
        /// The communities.
        communities: Communities,
    }

    /// The text fills in a fact, and the rule has another number.
    "local-rule-fixed" Error RuleFixed {
        /// The stop, line, step or note.
        what: String,
        /// The fact in its text.
        fact: String,
        /// What the fact says.
        value: Decimal,
        /// The condition with the fact in it, as people write it.
        rule: String,
        /// The rule's question.
        question: String,
        /// The rule's number.
        number: Decimal,
        /// The communities.
        communities: Communities,
    }

    /// The rule compares with a fact, and the text has another number.
    "local-text-fixed" Error TextFixed {
        /// The stop, line, step or note.
        what: String,
        /// The fact in its rule.
        fact: String,
        /// What the fact says.
        value: Decimal,
        /// The number in the text, with its unit.
        written: String,
        /// The communities.
        communities: Communities,
    }

    /// `{{name}}` that neither region nor any community defines.
    "unknown-local-fact" Error Unknown {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// Words that look like a local fact and are none: `{name}`, `{{name`.
    "fact-brackets" Error Brackets {
        /// As written.
        written: String,
        /// The fact that is meant.
        name: String,
    }

    /// The name of a local fact in brackets that ordinary words may have too: `【name】`.
    "fact-brackets-possible" Warning BracketsPossible {
        /// As written.
        written: String,
        /// The fact that may be meant.
        name: String,
    }

    /// A local fact that one community lacks.
    "local-fact-missing" Warning NotSaid {
        /// The fact.
        name: String,
        /// The community's file.
        community: String,
    }

    /// A local fact whose value names another one.
    "fact-in-fact" Error InFact {
        /// The fact.
        name: String,
        /// What its value names.
        inner: String,
    }
}

/// Communities, of which the first are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Communities(pub Vec<String>);

impl From<Communities> for Argument {
    fn from(Communities(names): Communities) -> Self {
        communities(names, MOST_NAMES)
    }
}

/// Communities, and what the local facts say there that a guide's rules compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalNumbers {
    /// What the communities are called.
    pub communities: Vec<String>,
    /// The facts and their numbers.
    pub numbers: Vec<(String, Threshold)>,
}

impl LocalFault {
    /// Takes the communities of the same fault elsewhere in; whether it is the same.
    pub(crate) fn take_in(&mut self, other: &Self) -> bool {
        let mut whole = other.clone();
        if let (Some(all), Some(own)) = (whole.communities(), self.communities()) {
            let more = std::mem::replace(all, own.clone());
            if whole != *self {
                return false;
            }
            if let Some(own) = self.communities() {
                own.extend(
                    more.into_iter()
                        .filter(|one| !own.contains(one))
                        .collect::<Vec<_>>(),
                );
            }
            return true;
        }
        *self == whole
    }

    fn communities(&mut self) -> Option<&mut Vec<String>> {
        match self {
            Self::OutOfBounds { communities, .. }
            | Self::TooFine { communities, .. }
            | Self::EmptyRange { communities, .. }
            | Self::RuleFixed { communities, .. }
            | Self::TextFixed { communities, .. } => Some(&mut communities.0),
            _ => None,
        }
    }
}

impl From<LocalNumbers> for Argument {
    fn from(place: LocalNumbers) -> Self {
        let number = |(fact, value): (String, Threshold)| {
            let value = value.to_string().into();
            Self::Phrase(
                Term("term-local-number"),
                vec![("fact", fact.into()), ("value", value)],
            )
        };
        let numbers = place.numbers.into_iter().map(number).collect();
        Self::Phrase(
            Term("term-local-place"),
            vec![
                ("communities", communities(place.communities, MOST_NAMES)),
                ("numbers", Self::List(numbers)),
            ],
        )
    }
}

/// What is said of a problem, with the places where there is such a one.
pub(super) fn message(said: String, places: &[LocalNumbers], lang: Lang) -> String {
    let places = places.to_vec().into();
    let whole = vec![("said", said.into()), ("places", places)];
    told(&Argument::Phrase(Term("term-locally"), whole), lang)
}

/// What is said to do about an example: one that holds in some places only can say so.
pub(super) fn remedy(said: String, place: &LocalNumbers, lang: Lang) -> String {
    let facts = place.numbers.iter().map(|(name, _)| format!("{name}: …"));
    let facts: Vec<String> = facts.collect();
    let whole = vec![("said", said.into()), ("facts", facts.into())];
    told(&Argument::Phrase(Term("term-locally-example"), whole), lang)
}
