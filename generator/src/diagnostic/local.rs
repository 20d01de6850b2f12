//! What can be wrong with local facts that are numbers or change on some day, and findings that hold in some communities only.

use super::fine::{en_limits, key_for, zh_limits};
use super::{Lang, Problem, message, remedy};
use crate::model::{Decimal, Limits, MOST_DECIMALS, Threshold};

/// More communities than these are counted.
const MOST_NAMES: usize = 3;

/// A fault of a local fact, or of a rule that compares with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocalFault {
    /// A value holds from a day on that the calendar does not have.
    NoSuchDay {
        /// The fact.
        fact: String,
        /// The day as it is written.
        written: String,
    },
    /// Two values hold from the same day on.
    SameDay {
        /// The fact.
        fact: String,
        /// The day.
        day: String,
    },
    /// A rule compares with a fact that a community does not say.
    Missing {
        /// The fact.
        fact: String,
        /// The community's file.
        community: String,
        /// A line for it.
        line: String,
    },
    /// A rule compares with a fact that is no number.
    NotNumber {
        /// The fact.
        fact: String,
        /// What it says.
        words: String,
        /// The guide.
        guide: String,
        /// A line that would be one.
        line: String,
    },
    /// The number is none that the question takes.
    OutOfBounds {
        /// The fact.
        fact: String,
        /// What it says.
        value: Decimal,
        /// The question.
        question: String,
        /// The answers that it takes.
        limits: Limits,
        /// The communities.
        communities: Vec<String>,
    },
    /// The number has more decimals than the question takes.
    TooFine {
        /// The fact.
        fact: String,
        /// What it says.
        value: Decimal,
        /// The question.
        question: String,
        /// The answers that it takes.
        limits: Limits,
        /// The communities.
        communities: Vec<String>,
    },
    /// No number lies between two facts.
    EmptyRange {
        /// The question.
        question: String,
        /// The lower end.
        from: Decimal,
        /// The upper end.
        to: Decimal,
        /// The communities.
        communities: Vec<String>,
    },
    /// The text fills in a fact, and the rule has another number.
    RuleFixed {
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
        communities: Vec<String>,
    },
    /// The rule compares with a fact, and the text has another number.
    TextFixed {
        /// The stop, line, step or note.
        what: String,
        /// The fact in its rule.
        fact: String,
        /// What the fact says.
        value: Decimal,
        /// The number in the text, with its unit.
        written: String,
        /// The communities.
        communities: Vec<String>,
    },
}

/// A problem that there is in some communities only, since local facts say other numbers there.
#[derive(Clone, Debug, PartialEq)]
pub struct Locally {
    /// The problem.
    pub problem: Problem,
    /// Where.
    pub places: Vec<LocalNumbers>,
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
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoSuchDay { .. } => "local-no-such-day",
            Self::SameDay { .. } => "local-same-day",
            Self::Missing { .. } => "local-number-missing",
            Self::NotNumber { .. } => "local-not-a-number",
            Self::OutOfBounds { .. } => "local-out-of-range",
            Self::TooFine { .. } => "local-too-many-decimals",
            Self::EmptyRange { .. } => "local-empty-range",
            Self::RuleFixed { .. } => "local-rule-fixed",
            Self::TextFixed { .. } => "local-text-fixed",
        }
    }

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
            | Self::TextFixed { communities, .. } => Some(communities),
            _ => None,
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::NoSuchDay { fact, written } => {
                format!("地方事实“{fact}”写的“自 {written}”，日历上没有这一天")
            }
            Self::SameDay { fact, day } => {
                format!("地方事实“{fact}”从 {day} 起有两个值")
            }
            Self::Missing {
                fact, community, ..
            } => {
                format!("{community} 没有写地方事实“{fact}”，规则要拿它的数来比")
            }
            Self::NotNumber {
                fact, words, guide, ..
            } => {
                format!("地方事实“{fact}”写的是“{words}”，不是一个数，《{guide}》的规则却拿它来比")
            }
            Self::OutOfBounds {
                fact,
                value,
                question,
                limits,
                communities,
            }
            | Self::TooFine {
                fact,
                value,
                question,
                limits,
                communities,
            } => format!(
                "地方事实“{fact}”是 {value}，问题“{question}”只收 {}（{}）",
                zh_limits(*limits),
                names(communities, Lang::Zh)
            ),
            Self::EmptyRange {
                question,
                from,
                to,
                communities,
            } => format!(
                "问题“{question}”的条件成了 {from}..{to}，里面一个数也没有（{}）",
                names(communities, Lang::Zh)
            ),
            Self::RuleFixed {
                what,
                fact,
                value,
                question,
                number,
                communities,
                ..
            } => format!(
                "“{what}”的文字填的是“{fact}”，是 {value}；规则里“{question}”比的却是 {number}（{}）",
                names(communities, Lang::Zh)
            ),
            Self::TextFixed {
                what,
                fact,
                value,
                written,
                communities,
            } => format!(
                "“{what}”的规则比的是“{fact}”，是 {value}；文字里写的却是“{written}”（{}）",
                names(communities, Lang::Zh)
            ),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::NoSuchDay { fact, written } => {
                format!(
                    "the local fact \"{fact}\" has a value from \"{written}\" on, a day that does not exist"
                )
            }
            Self::SameDay { fact, day } => {
                format!("the local fact \"{fact}\" has two values from {day} on")
            }
            Self::Missing {
                fact, community, ..
            } => {
                format!(
                    "{community} does not say the local fact \"{fact}\", and rules compare with it"
                )
            }
            Self::NotNumber {
                fact, words, guide, ..
            } => format!(
                "the local fact \"{fact}\" is \"{words}\", no number, and the rules of \"{guide}\" compare with it"
            ),
            Self::OutOfBounds {
                fact,
                value,
                question,
                limits,
                communities,
            }
            | Self::TooFine {
                fact,
                value,
                question,
                limits,
                communities,
            } => format!(
                "the local fact \"{fact}\" is {value}, and the question \"{question}\" takes {} ({})",
                en_limits(*limits),
                names(communities, Lang::En)
            ),
            Self::EmptyRange {
                question,
                from,
                to,
                communities,
            } => format!(
                "the condition on \"{question}\" becomes {from}..{to}, which holds no number ({})",
                names(communities, Lang::En)
            ),
            Self::RuleFixed {
                what,
                fact,
                value,
                question,
                number,
                communities,
                ..
            } => format!(
                "the text of \"{what}\" fills in \"{fact}\", which is {value}, and its rule compares \"{question}\" with {number} ({})",
                names(communities, Lang::En)
            ),
            Self::TextFixed {
                what,
                fact,
                value,
                written,
                communities,
            } => format!(
                "the rule of \"{what}\" compares with \"{fact}\", which is {value}, and its text says \"{written}\" ({})",
                names(communities, Lang::En)
            ),
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::NoSuchDay { .. } => "写日历上有的一天，例如 自 2027-01-01: 每月 120 元".into(),
            Self::SameDay { .. } => "同一天只留一个值。".into(),
            Self::Missing { line, .. } => {
                format!("在这个文件的“地方事实”里加一行（数换成本地的）：\n  {line}")
            }
            Self::NotNumber { line, .. } => {
                format!("数和单位分开写（数换成本地的）：\n  {line}")
            }
            Self::OutOfBounds { question, .. } => {
                format!("改这个数；数没有错的，改问题“{question}”的最小、最大。")
            }
            Self::TooFine {
                question, value, ..
            } => match key_for(*value, "小数") {
                Some(key) => format!("改这个数；数没有错的，在问题“{question}”里写 {key}"),
                None => format!("改这个数，最多写 {MOST_DECIMALS} 位小数。"),
            },
            Self::EmptyRange { .. } => "改地方事实里的数，小的在前。".into(),
            Self::RuleFixed { rule, question, .. } => format!(
                "一个数只写在一处：规则里也用这个地方事实，例如 {question}: \"{rule}\"；文字说的是另一件事的，给问题和地方事实各写上单位。"
            ),
            Self::TextFixed { fact, .. } => {
                format!("一个数只写在一处：文字里也写 {{{{{fact}}}}}")
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::NoSuchDay { .. } => {
                "write a day that exists, such as from 2027-01-01: 120 yuan a month".into()
            }
            Self::SameDay { .. } => "keep one value for a day.".into(),
            Self::Missing { line, .. } => {
                format!(
                    "add a line to `local_facts` (地方事实) of that file, with the number of the place:\n  {line}"
                )
            }
            Self::NotNumber { line, .. } => {
                format!("write number and unit apart, with the number of the place:\n  {line}")
            }
            Self::OutOfBounds { question, .. } => format!(
                "mend the number; if it is right, change `min` or `max` of the question \"{question}\"."
            ),
            Self::TooFine {
                question, value, ..
            } => match key_for(*value, "decimals") {
                Some(key) => format!(
                    "mend the number; if it is right, write into the question \"{question}\": {key}"
                ),
                None => format!("mend the number: {MOST_DECIMALS} decimals at most."),
            },
            Self::EmptyRange { .. } => {
                "mend the local facts: the smaller number comes first.".into()
            }
            Self::RuleFixed { rule, question, .. } => format!(
                "a number is written in one place: use the local fact in the rule too, such as {question}: \"{rule}\"; if the text speaks of something else, give the question and that fact their units."
            ),
            Self::TextFixed { fact, .. } => {
                format!("a number is written in one place: write {{{{{fact}}}}} in the text too")
            }
        }
    }
}

impl Locally {
    pub(super) fn zh(&self) -> String {
        let place = |place: &LocalNumbers| {
            let communities = names(&place.communities, Lang::Zh);
            format!("{communities}，{}", place.numbers("是", "，"))
        };
        let places: Vec<String> = self.places.iter().map(place).collect();
        let said = message(&self.problem, Lang::Zh);
        format!("{said}（{}）", places.join("；"))
    }

    pub(super) fn en(&self) -> String {
        let place = |place: &LocalNumbers| {
            let communities = names(&place.communities, Lang::En);
            format!("{communities}, where {}", place.numbers(" is", " and "))
        };
        let places: Vec<String> = self.places.iter().map(place).collect();
        let said = message(&self.problem, Lang::En);
        format!("{said} (in {})", places.join("; "))
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

impl Locally {
    /// An example that holds in some places only can say so.
    pub(super) fn remedy(&self, lang: Lang) -> String {
        let said = remedy(&self.problem, lang);
        let example = matches!(self.problem, Problem::Scenario(_));
        let numbers = self.places.first().filter(|_| example);
        let Some(place) = numbers else {
            return said;
        };
        let facts: Vec<String> = place
            .numbers
            .iter()
            .map(|(name, _)| format!("{name}: …"))
            .collect();
        let facts = facts.join(", ");
        match lang {
            Lang::Zh => format!(
                "{said}情形只在一部分社区成立的，在情形里写上数是几的地方：当地: {{{facts}}}"
            ),
            Lang::En => format!(
                "{said} If the example holds in some communities only, say by which numbers: locally: {{{facts}}}"
            ),
        }
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
