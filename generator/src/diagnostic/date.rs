//! What can be wrong with dates: questions for one, conditions on one, days of the visit.

use jiff::civil::Date;

/// A fault of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// A span of days that ends before it begins.
    Empty {
        /// As written.
        text: String,
    },
    /// A day that the calendar does not have.
    NoSuchDay {
        /// As written.
        text: String,
        /// Year, month, and how many days the month has; none where there is no such month.
        month: Option<(i16, i8, i8)>,
    },
    /// More stretches of days, by the conditions on one date or on the day of the visit, than can be told apart.
    TooMany {
        /// The question; none: the day of the visit.
        question: Option<String>,
        /// How many there are: where conditions of several kinds (ages, days of the calendar) meet, they multiply.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A worked example answers with a day that the question does not take.
    OtherDay {
        /// The question.
        question: String,
        /// The day.
        day: Date,
        /// The first that it takes.
        min: Date,
        /// The last; none: the day of the visit.
        max: Option<Date>,
    },
    /// A worked example of rules that ask for the day of the visit does not say it.
    NoVisit {
        /// The example.
        scenario: String,
        /// A day that would do.
        day: Date,
    },
    /// A worked example answers with a day that comes after its day of the visit.
    AfterVisit {
        /// The question.
        question: String,
        /// The day.
        day: Date,
        /// The day of the visit.
        visit: Date,
    },
    /// A worked example says the day of the visit though no rule asks for it.
    IdleVisit {
        /// The example.
        scenario: String,
    },
}

impl DateFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "date-empty",
            Self::NoSuchDay { .. } => "no-such-day",
            Self::TooMany { .. } => "date-too-many",
            Self::OtherDay { .. } => "scenario-other-day",
            Self::NoVisit { .. } => "scenario-no-visit",
            Self::AfterVisit { .. } => "scenario-after-visit",
            Self::IdleVisit { .. } => "scenario-idle-visit",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::Empty { text } => format!("{text} 里面一天也没有"),
            Self::NoSuchDay { text, .. } => format!("日历上没有 {text} 这一天"),
            Self::TooMany {
                question: Some(question),
                count,
                most,
            } => format!("问题“{question}”的条件把日子分成了 {count} 段，最多 {most} 段"),
            Self::TooMany { count, most, .. } => {
                format!("“来的日子”的条件把日子分成了 {count} 段，最多 {most} 段")
            }
            Self::OtherDay {
                question,
                day,
                min,
                max,
            } => match max {
                Some(max) => format!("问题“{question}”只收 {min} 到 {max}，情形答的是 {day}"),
                None => format!("问题“{question}”只收 {min} 以后的日子，情形答的是 {day}"),
            },
            Self::NoVisit { scenario, .. } => {
                format!("情形“{scenario}”没说哪天来，规则要看来的是哪天")
            }
            Self::AfterVisit {
                question,
                day,
                visit,
            } => format!("问题“{question}”答的是 {day}，比来的日子 {visit} 还晚"),
            Self::IdleVisit { scenario } => {
                format!("情形“{scenario}”写了来的日子，本指南哪天来都一样")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::NoSuchDay { month: Some((year, month, days)), .. } => {
                format!("{year} 年 {month} 月只有 {days} 天，最后一天写 {year}-{month:02}-{days}。")
            }
            Self::NoSuchDay { .. } => "写成 2026-11-01 这样，年-月-日。".into(),
            Self::Empty { .. } => "前面的日子要早，例如 2026-09-01..2027-08-31。".into(),
            Self::TooMany { .. } => "同一个问题只用一种写法（都写周岁，或都写天数，或都写某年某月某日），段数就少；还多的，把日子相近的条件并起来。".into(),
            Self::OtherDay { question, min, .. } => format!("改成范围内的日子，例如 {question}: {min}；或者改问题的“最早”“最晚”。"),
            Self::NoVisit { day, .. } => format!("在“答”里加一行：来的日子: {day}"),
            Self::AfterVisit { question, visit, .. } => format!("改成来的日子或更早的，例如 {question}: {visit}；真的要问将来的日子，就在问题里写“最晚”，例如 最晚: 2099-12-31。"),
            Self::IdleVisit { .. } => "删掉“来的日子”这一行。".into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::Empty { text } => format!("there is no day in {text}"),
            Self::NoSuchDay { text, .. } => format!("the calendar has no {text}"),
            Self::TooMany {
                question: Some(question),
                count,
                most,
            } => format!(
                "the conditions on \"{question}\" part the days into {count} stretches, more than {most}"
            ),
            Self::TooMany { count, most, .. } => {
                format!(
                    "the conditions on the day of the visit part the days into {count} stretches, more than {most}"
                )
            }
            Self::OtherDay {
                question,
                day,
                min,
                max,
            } => match max {
                Some(max) => format!(
                    "the question \"{question}\" takes days from {min} to {max}, the scenario answers {day}"
                ),
                None => format!(
                    "the question \"{question}\" takes days from {min} on, the scenario answers {day}"
                ),
            },
            Self::NoVisit { scenario, .. } => {
                format!(
                    "the scenario \"{scenario}\" does not say the day of the visit, on which the rules depend"
                )
            }
            Self::AfterVisit {
                question,
                day,
                visit,
            } => format!(
                "the answer {day} to \"{question}\" comes after the day of the visit, {visit}"
            ),
            Self::IdleVisit { scenario } => {
                format!(
                    "the scenario \"{scenario}\" says the day of the visit, and the rules are the same on every day"
                )
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::NoSuchDay { month: Some((year, month, days)), .. } => {
                format!("that month has {days} days; its last is {year}-{month:02}-{days}.")
            }
            Self::NoSuchDay { .. } => "write it as 2026-11-01: year, month, day.".into(),
            Self::Empty { .. } => "the earlier day comes first, e.g. 2026-09-01..2027-08-31.".into(),
            Self::TooMany { .. } => "write the conditions of one question in one way (all as ages, or all in days, or all as days of the calendar), and there are fewer; else join those whose days are near.".into(),
            Self::OtherDay { question, min, .. } => format!("write a day within, e.g. {question}: {min}; or change `earliest` and `latest` of the question."),
            Self::NoVisit { day, .. } => format!("add a line to `answers`: visit_day: {day}"),
            Self::AfterVisit { question, visit, .. } => format!("write that day or an earlier one, e.g. {question}: {visit}; if days to come are really asked for, write `latest` into the question, e.g. latest: 2099-12-31."),
            Self::IdleVisit { .. } => "delete the line with the day of the visit.".into(),
        }
    }
}
