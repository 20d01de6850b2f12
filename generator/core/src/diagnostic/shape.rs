//! What can be wrong with keys and with the kind of what stands behind them.

use super::{Argument, Term, declare};

declare! {
    /// A fault of a key or of its value.
    ShapeFault

    /// A key that does not exist.
    "unknown-key" Error UnknownKey {
        /// The key.
        key: String,
        /// The nearest known key.
        suggestion: Option<String>,
        /// All keys allowed here, Chinese names.
        known: Vec<&'static str>,
    }

    /// A key that stands twice (also once in Chinese and once in English).
    "duplicate-key" Error DuplicateKey {
        /// The key.
        key: String,
        /// The line of the first.
        first_line: usize,
    }

    /// Keys that must be there.
    "missing-key" Error MissingKeys {
        /// All of them.
        keys: Vec<KeyName>,
        /// Where it is one: its Chinese name.
        zh: Option<&'static str>,
        /// Its English name.
        en: Option<&'static str>,
        /// A line for each, to begin with.
        lines: Lines,
    }

    /// A value of the wrong kind.
    "wrong-type" Error WrongType {
        /// The key, or empty in a list.
        key: String,
        /// What belongs there.
        expected: Expected,
        /// What stands there.
        found: Found,
        /// How it is written.
        how: Term,
        /// The whole line for example, where the value has a shape of its own.
        lines: Option<Lines>,
    }

    /// A value that is not on its list.
    "not-in-list" Error NotInList {
        /// The value.
        value: String,
        /// What is allowed, Chinese names.
        allowed: Vec<&'static str>,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// A number outside its limits.
    "out-of-range" Error OutOfRange {
        /// The number.
        value: i64,
        /// The smallest allowed.
        min: i64,
        /// The largest allowed.
        max: i64,
    }

    /// A line with neither 用 nor 名称, or with both.
    "line-needs-name" Error LineNeedsName

    /// A condition asks for a kind of answer that the question does not have: 至少 of one that has a single answer, 之外 of one that
    /// has several.
    "not-of-answer" Error NotOfAnswer {
        /// The question.
        question: String,
        /// The key, Chinese name.
        key: &'static str,
        /// Whether the question has several answers.
        several: bool,
    }

    /// A key that makes no sense for this type of question.
    "key-not-for-type" Error KeyNotForType {
        /// The key.
        key: &'static str,
        /// The question's type, Chinese name.
        kind: &'static str,
    }

    /// A question with one option alone.
    "one-option" Error OneOption {
        /// The line with the options that were written as one.
        line: Option<String>,
    }

    /// A list that must not be empty.
    "empty-list" Error EmptyList {
        /// The key.
        key: String,
    }

    /// The same entry twice in a list.
    "repeated" Error Repeated {
        /// The entry.
        value: String,
    }
}

impl ShapeFault {
    /// That a key is missing.
    pub fn missing(key: KeyName, line: [String; 2]) -> Self {
        Self::MissingKeys {
            keys: vec![key],
            zh: Some(key.zh),
            en: Some(key.en),
            lines: Lines(vec![line]),
        }
    }

    /// That something else belongs there.
    pub fn wrong_type(
        key: &str,
        expected: Expected,
        found: Found,
        line: Option<[String; 2]>,
    ) -> Self {
        let table = matches!(found, Found::List | Found::Map);
        Self::WrongType {
            key: key.to_owned(),
            expected,
            found,
            how: if expected == Expected::Text && table {
                Term("term-expected-one-line")
            } else {
                expected.term()
            },
            lines: line.map(|line| Lines(vec![line])),
        }
    }
}

/// Lines of content, each in Chinese and in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines(pub Vec<[String; 2]>);

impl From<Lines> for Argument {
    fn from(lines: Lines) -> Self {
        let all = |language: usize| -> String {
            let lines = lines.0.iter().map(|both| format!("\n  {}", both[language]));
            lines.collect()
        };
        Self::Each {
            zh: all(0),
            en: all(1),
        }
    }
}

/// A key in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyName {
    /// Its Chinese name.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
}

impl From<KeyName> for Argument {
    fn from(key: KeyName) -> Self {
        let names = vec![("zh", key.zh.into()), ("en", key.en.into())];
        Self::Phrase(Term("term-key"), names)
    }
}

/// What was expected where something else stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A single text.
    Text,
    /// A list.
    List,
    /// A table of keys.
    Map,
    /// A whole number, not negative.
    Count,
    /// A whole number.
    Number,
    /// A number, which may have decimals.
    Decimal,
    /// A number with or without a decimal point, not negative.
    Measure,
    /// A date such as 2026-11-01.
    Date,
    /// A date, or two with `..` between.
    Days,
    /// Some days of every year, such as 09-01..12-25.
    YearDays,
    /// Some days of every month, such as 1..10.
    MonthDays,
    /// How long ahead, such as 1 天.
    Ahead,
    /// 是 or 否.
    YesNo,
    /// A condition.
    Condition,
    /// A number condition such as `>= 60`.
    NumberRange,
    /// A condition on a date such as `满 80 周岁`.
    DateCondition,
    /// Days of the calendar such as `>= 2027-01-01`.
    CalendarDays,
    /// Opening hours such as 08:30-12:00.
    Hours,
    /// A code of 2 to 6 small letters and digits.
    Code,
    /// A question, or 共用.
    Question,
    /// 不收费, or a list of fees.
    Fee,
    /// A line of papers.
    Line,
}

impl Expected {
    fn term(self) -> Term {
        Term(match self {
            Self::Text => "term-expected-text",
            Self::List => "term-expected-list",
            Self::Map => "term-expected-map",
            Self::Count => "term-expected-count",
            Self::Number => "term-expected-number",
            Self::Decimal => "term-expected-decimal",
            Self::Measure => "term-expected-measure",
            Self::Date => "term-expected-date",
            Self::Days => "term-expected-days",
            Self::YearDays => "term-expected-year-days",
            Self::MonthDays => "term-expected-month-days",
            Self::Ahead => "term-expected-ahead",
            Self::YesNo => "term-expected-yes-no",
            Self::Condition => "term-expected-condition",
            Self::NumberRange => "term-expected-number-range",
            Self::DateCondition => "term-expected-date-condition",
            Self::CalendarDays => "term-expected-calendar-days",
            Self::Hours => "term-expected-hours",
            Self::Code => "term-expected-code",
            Self::Question => "term-expected-question",
            Self::Fee => "term-expected-fee",
            Self::Line => "term-expected-line",
        })
    }
}

impl From<Expected> for Argument {
    fn from(expected: Expected) -> Self {
        Self::Term(expected.term())
    }
}

/// What stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing after the colon.
    Nothing,
    /// This text.
    Text(String),
    /// A list.
    List,
    /// A table of keys.
    Map,
}

impl From<Found> for Argument {
    fn from(found: Found) -> Self {
        match found {
            Found::Nothing => Self::Term(Term("term-found-nothing")),
            Found::Text(text) => Self::Phrase(Term("term-found-text"), vec![("text", text.into())]),
            Found::List => Self::Term(Term("term-found-list")),
            Found::Map => Self::Term(Term("term-found-map")),
        }
    }
}
