//! What the wizard asks.

use jiff::civil::Date;

use super::date::MOST_AGE;
use super::{Limits, Text};
use crate::diagnostic::{At, Place};

/// A question of a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<T = Text> {
    /// The name in the guide: conditions know the question by it.
    pub id: String,
    /// The same as the short label on the page (谁来办).
    pub label: T,
    /// Whether it comes from questions.yaml, and so is asked once in a trip for several matters.
    pub shared: bool,
    /// The question in full.
    pub ask: T,
    /// Why it is asked.
    pub why: Option<T>,
    /// What counts as an answer.
    pub kind: AnswerKind<T>,
    /// Where the guide asks it.
    pub place: Place,
}

/// What counts as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerKind<T = Text> {
    /// Exactly one option.
    Choice(Vec<AnswerOption<T>>),
    /// Any number of options, also none.
    Multi(Vec<AnswerOption<T>>),
    /// A number, in steps of the last decimal that it may have.
    Number {
        /// The unit after it (周岁).
        unit: Option<T>,
        /// The smallest that makes sense.
        min: i64,
        /// The largest that makes sense.
        max: i64,
        /// How many decimals it may have; 0 for whole numbers.
        decimals: u32,
        /// For each one that it counts (每个孩子); none where no paper is wanted so often.
        each: Option<T>,
    },
    /// A day of the calendar.
    Date {
        /// The first that makes sense.
        min: Date,
        /// The last; none: the day of the visit.
        max: Option<Date>,
    },
}

/// An option of a choice or multi question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOption<T = Text> {
    /// The name in conditions, and its text on the page.
    pub name: T,
    /// What it means, for those who hesitate.
    pub note: Option<T>,
    /// Answers to other questions that follow from it.
    pub implies: Vec<Follows>,
    /// Who comes, where the answer says that; none: what the option is called says it.
    pub acts_as: Option<ActsAs>,
}

/// What an option is called that means an agent where it does not say who comes (身份).
const AGENT: &str = "代办";

impl AnswerOption {
    /// Whether who chooses it comes for somebody else, by authorisation.
    pub fn is_agent(&self) -> bool {
        match self.acts_as {
            Some(acts_as) => acts_as == ActsAs::Agent,
            None => self.name.source().contains(AGENT),
        }
    }
}

/// Who comes to settle a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActsAs {
    /// 本人: the person whose matter it is.
    Person,
    /// 监护人: who acts for that person by law, and needs no authorisation (民法典第二十三条、第一百六十三条).
    Guardian,
    /// 代办: who acts by authorisation (民法典第一百六十五条).
    Agent,
}

/// An answer that follows from another one, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follows {
    /// The question, by its name.
    pub question: At<String>,
    /// The option, by its name.
    pub option: At<String>,
}

impl<T> Question<T> {
    /// The options; none for a number or a date.
    pub fn options(&self) -> &[AnswerOption<T>] {
        match &self.kind {
            AnswerKind::Choice(options) | AnswerKind::Multi(options) => options,
            AnswerKind::Number { .. } | AnswerKind::Date { .. } => &[],
        }
    }

    /// The answers that a number question takes; none for another one.
    pub fn limits(&self) -> Option<Limits> {
        match self.kind {
            AnswerKind::Number {
                min, max, decimals, ..
            } => Some(Limits { min, max, decimals }),
            AnswerKind::Choice(_) | AnswerKind::Multi(_) | AnswerKind::Date { .. } => None,
        }
    }

    /// The numbers that rules may compare an answer with: of a date, how long ago it is.
    pub fn comparable(&self) -> Option<Limits> {
        match self.kind {
            AnswerKind::Date { .. } => Some(Limits {
                min: 0,
                max: i64::from(MOST_AGE),
                decimals: 0,
            }),
            _ => self.limits(),
        }
    }

    /// How many decimals an answer may have.
    pub fn decimals(&self) -> u32 {
        self.limits().map_or(0, |limits| limits.decimals)
    }

    /// The id under which answers travel: shared questions have the same in every matter.
    pub fn travel_id(&self, code: &str) -> String {
        if self.shared {
            self.id.clone()
        } else {
            format!("{code}:{}", self.id)
        }
    }
}
