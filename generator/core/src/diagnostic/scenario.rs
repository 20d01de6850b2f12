//! What is wrong with a worked example (情形).

use super::{Argument, Term, declare};
use crate::model::{Decimal, Limits};

declare! {
    /// A worked example that cannot be worked out, or comes to something else than it says.
    ScenarioFault

    /// Several values as the answer to a question that has one.
    "scenario-several-answers" Error SeveralAnswers {
        /// The question.
        question: String,
        /// The first of the values, or a number that fits them.
        first: String,
    }

    /// A number that the question does not take.
    "scenario-out-of-range" Error OutOfRange {
        /// The question.
        question: String,
        /// The number.
        value: Decimal,
        /// The numbers that it takes.
        limits: Limits,
        /// Whether it takes decimals.
        fine: bool,
        /// The nearest number that it takes.
        nearest: Decimal,
    }

    /// An entry of 带 that could mean several lines.
    "scenario-same-name" Error SameName {
        /// The example.
        scenario: String,
        /// As written.
        entry: String,
        /// The lines as 带 names each alone.
        lines: Vec<String>,
        /// The whole of 带, mended.
        mended: Vec<String>,
    }

    /// It ends elsewhere than it says.
    "scenario-stop" Error Stop {
        /// The example.
        scenario: String,
        /// The stop that it names.
        expected: Option<String>,
        /// The stop that holds.
        stopped: Option<String>,
        /// What may stop as well as not, when no stop is certain.
        possible: Vec<String>,
        /// Questions without an answer that still decide something.
        questions: Vec<String>,
    }

    /// Its list is another one than it says.
    "scenario-list" Error List {
        /// The example.
        scenario: String,
        /// On the list, but not named.
        unnamed: Vec<String>,
        /// Named, but not on the list.
        absent: Vec<String>,
        /// Papers still open with the answers given.
        open: Vec<String>,
        /// Stops still open with the answers given.
        stops: Vec<String>,
        /// Questions without an answer that still decide something.
        questions: Vec<String>,
    }

    /// 当地 names a fact that the guide's rules do not compare with.
    "scenario-not-local" Error NotLocal {
        /// The example.
        scenario: String,
        /// The fact.
        fact: String,
        /// The facts that they compare with.
        known: Vec<String>,
    }

    /// 当地 says numbers that no community has, so nobody would check the example.
    "scenario-nowhere" Error Nowhere {
        /// The example.
        scenario: String,
        /// The facts with the numbers that there are.
        known: KnownNumbers,
    }

    /// It wants another number of a paper than it says.
    "scenario-pieces" Error Pieces {
        /// The example.
        scenario: String,
        /// The paper, as 带 names it.
        paper: String,
        /// As written.
        written: u32,
        /// The number that it comes to; none where some question has no answer.
        is: Option<u32>,
        /// The fewest that it comes to.
        least: u32,
        /// The most.
        most: u32,
    }

    /// It costs, takes or wants something else than it says.
    "scenario-outcome" Error Outcome {
        /// The example.
        scenario: String,
        /// The key, Chinese name.
        key: &'static str,
        /// As written.
        written: String,
        /// What it comes to; several where some question has no answer.
        is: Vec<String>,
        /// The one, as it is written behind the key; none where it is not known.
        only: Option<String>,
    }
}

/// Local facts, and the numbers that communities say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownNumbers(pub Vec<(String, Vec<Decimal>)>);

impl From<KnownNumbers> for Argument {
    fn from(KnownNumbers(known): KnownNumbers) -> Self {
        let told = |(fact, numbers): (String, Vec<Decimal>)| {
            let arguments = vec![("fact", fact.into()), ("numbers", numbers.into())];
            Self::Phrase(Term("term-known-numbers"), arguments)
        };
        Self::List(known.into_iter().map(told).collect())
    }
}

impl ScenarioFault {
    /// A number that the question does not take.
    pub fn out_of_range(question: String, value: Decimal, limits: Limits) -> Self {
        Self::OutOfRange {
            question,
            value,
            limits,
            fine: limits.decimals > 0,
            nearest: limits.nearest(value),
        }
    }

    /// Another outcome than the example says.
    pub fn outcome(scenario: String, key: &'static str, written: String, is: Vec<String>) -> Self {
        let only = match &is[..] {
            // A local fact wants quotation marks.
            [only] if only.contains("{{") => Some(format!("\"{only}\"")),
            [only] => Some(only.clone()),
            _ => None,
        };
        Self::Outcome {
            scenario,
            key,
            written,
            is,
            only,
        }
    }
}
