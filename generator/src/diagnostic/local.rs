//! What can be wrong with local facts that are numbers or change on some day, and findings that hold in some communities only.

use super::fine::{en_limits, key_for, zh_limits};
use super::{Argument, Lang, declare};
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
    fn from(Communities(all): Communities) -> Self {
        Self::Each {
            zh: names(&all, Lang::Zh),
            en: names(&all, Lang::En),
        }
    }
}

/// What to write into a question that is to take a number so fine; nothing where none does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FineKey(pub Decimal);

impl From<FineKey> for Argument {
    fn from(FineKey(number): FineKey) -> Self {
        let key = |key| key_for(number, key).unwrap_or_default();
        Self::Each {
            zh: key("小数"),
            en: key("decimals"),
        }
    }
}

impl From<Limits> for Argument {
    fn from(limits: Limits) -> Self {
        Self::Each {
            zh: zh_limits(limits),
            en: en_limits(limits),
        }
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

impl LocalNumbers {
    /// What every fact is.
    fn numbers(&self, is: &str, and: &str) -> String {
        let numbers = self.numbers.iter();
        let numbers: Vec<String> = numbers
            .map(|(fact, value)| format!("{fact}{is} {value}"))
            .collect();
        numbers.join(and)
    }
}

/// What is said of a problem, with the places where there is such a one.
pub(super) fn message(said: &str, places: &[LocalNumbers], lang: Lang) -> String {
    let place = |place: &LocalNumbers| {
        let communities = names(&place.communities, lang);
        match lang {
            Lang::Zh => format!("{communities}，{}", place.numbers("是", "，")),
            Lang::En => format!("{communities}, where {}", place.numbers(" is", " and ")),
        }
    };
    let places: Vec<String> = places.iter().map(place).collect();
    match lang {
        Lang::Zh => format!("{said}（{}）", places.join("；")),
        Lang::En => format!("{said} (in {})", places.join("; ")),
    }
}

/// What is said to do about an example: one that holds in some places only can say so.
pub(super) fn remedy(said: &str, place: &LocalNumbers, lang: Lang) -> String {
    let facts = place.numbers.iter().map(|(name, _)| format!("{name}: …"));
    let facts = facts.collect::<Vec<_>>().join(", ");
    match lang {
        Lang::Zh => {
            format!("{said}情形只在一部分社区成立的，在情形里写上数是几的地方：当地: {{{facts}}}")
        }
        Lang::En => format!(
            "{said} If the example holds in some communities only, say by which numbers: locally: {{{facts}}}"
        ),
    }
}

/// The first of them, and how many there are.
fn names(communities: &[String], lang: Lang) -> String {
    let first = &communities[..communities.len().min(MOST_NAMES)];
    let more = communities.len() > MOST_NAMES;
    match (communities.len(), lang) {
        (n, Lang::Zh) if more => format!("{}等 {n} 个社区", first.join("、")),
        (n, Lang::En) if more => format!("{} and others, {n} communities", first.join(", ")),
        (_, Lang::Zh) => first.join("、"),
        (_, Lang::En) => first.join(", "),
    }
}
