//! What is wrong with a worked example (情形): the problems, their ids and their texts.

use std::borrow::Cow;

use super::fine::{en_limits, zh_limits};
use crate::model::{Decimal, Limits};

/// A worked example that cannot be worked out, or comes to something else than it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScenarioFault {
    /// Several values as the answer to a question that has one.
    SeveralAnswers {
        /// The question.
        question: String,
        /// The first of the values, or a number that fits them.
        first: String,
    },
    /// A number that the question does not take.
    OutOfRange {
        /// The question.
        question: String,
        /// The number.
        value: Decimal,
        /// The numbers that it takes.
        limits: Limits,
    },
    /// An entry of 带 that could mean several lines.
    SameName {
        /// The example.
        scenario: String,
        /// As written.
        entry: String,
        /// The lines as 带 names each alone.
        lines: Vec<String>,
        /// The whole of 带, mended.
        mended: Vec<String>,
    },
    /// It ends elsewhere than it says.
    Stop {
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
    },
    /// Its list is another one than it says.
    List {
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
    },
    /// 当地 names a fact that the guide's rules do not compare with.
    NotLocal {
        /// The example.
        scenario: String,
        /// The fact.
        fact: String,
        /// The facts that they compare with.
        known: Vec<String>,
    },
    /// 当地 says numbers that no community has, so nobody would check the example.
    Nowhere {
        /// The example.
        scenario: String,
        /// The facts with the numbers that there are.
        known: Vec<(String, Vec<Decimal>)>,
    },
    /// It wants another number of a paper than it says.
    Pieces {
        /// The example.
        scenario: String,
        /// The paper, as 带 names it.
        paper: String,
        /// As written.
        written: u32,
        /// The fewest that it comes to.
        least: u32,
        /// The most.
        most: u32,
    },
    /// It costs, takes or wants something else than it says.
    Outcome {
        /// The example.
        scenario: String,
        /// The key, Chinese name.
        key: &'static str,
        /// As written.
        written: String,
        /// What it comes to; several where some question has no answer.
        is: Vec<String>,
    },
}

impl ScenarioFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::SeveralAnswers { .. } => "scenario-several-answers",
            Self::OutOfRange { .. } => "scenario-out-of-range",
            Self::SameName { .. } => "scenario-same-name",
            Self::Stop { .. } => "scenario-stop",
            Self::List { .. } => "scenario-list",
            Self::NotLocal { .. } => "scenario-not-local",
            Self::Nowhere { .. } => "scenario-nowhere",
            Self::Pieces { .. } => "scenario-pieces",
            Self::Outcome { .. } => "scenario-outcome",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::NotLocal { scenario, fact, .. } => {
                format!("情形“{scenario}”的“当地”写了“{fact}”，本指南的规则不比这个数")
            }
            Self::Nowhere { scenario, .. } => {
                format!("没有一个社区是情形“{scenario}”的“当地”写的数，这个情形核对不到")
            }
            Self::Outcome {
                scenario,
                key,
                written,
                is,
            } => format!(
                "情形“{scenario}”的“{key}”写的是 {written}，算出来是 {}{}",
                is.join(" 或 "),
                if is.len() > 1 {
                    "，有的问题没有答"
                } else {
                    ""
                }
            ),
            Self::Pieces {
                scenario,
                paper,
                written,
                least,
                most,
            } => {
                let found = if least == most {
                    format!("{most} 份")
                } else {
                    format!("{least} 到 {most} 份，有的问题没有答")
                };
                format!("情形“{scenario}”写的是“{paper}”{written} 份，算出来是 {found}")
            }
            Self::SeveralAnswers { question, .. } => {
                format!("情形里，问题“{question}”只能有一个回答")
            }
            Self::OutOfRange {
                question,
                value,
                limits,
            } => format!(
                "问题“{question}”只收 {}，情形答的是 {value}",
                zh_limits(*limits)
            ),
            Self::SameName {
                scenario,
                entry,
                lines,
                ..
            } => format!(
                "情形“{scenario}”的“带”里，“{entry}”没说是谁的：指南里有“{}”",
                lines.join("”“")
            ),
            Self::Stop {
                scenario,
                expected,
                stopped,
                possible,
                ..
            } => {
                let say = |stop: &Option<String>| {
                    stop.as_ref()
                        .map_or_else(|| "不中止".to_owned(), |title| format!("中止“{title}”"))
                };
                let found = if possible.is_empty() {
                    format!("算出来是{}", say(stopped))
                } else {
                    format!("算出来还说不准会不会中止：“{}”", possible.join("”“"))
                };
                format!("情形“{scenario}”写的是{}，{found}", say(expected))
            }
            Self::List {
                scenario,
                unnamed,
                absent,
                open,
                stops,
                ..
            } => format!(
                "情形“{scenario}”的清单和算出来的不一样{}{}{}{}",
                listed("；清单里有、“带”没写：", unnamed, "、"),
                listed("；“带”写了、清单里没有：", absent, "、"),
                listed("；还说不准：", open, "、"),
                listed("；还说不准会不会中止：", stops, "、"),
            ),
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::NotLocal { known, .. } if known.is_empty() => {
                "删掉“当地”：本指南的规则处处一样。".into()
            }
            Self::NotLocal { known, .. } => {
                format!("规则比的地方事实有：{}。", known.join("、"))
            }
            Self::Nowhere { known, .. } => {
                let known: Vec<String> = known
                    .iter()
                    .map(|(fact, numbers)| format!("{fact}: {}", listing(numbers, " 或 ")))
                    .collect();
                format!("各社区写的是 {}；过时的情形可以删掉。", known.join("，"))
            }
            Self::Pieces {
                paper, most, least, ..
            } if least == most => {
                format!(
                    "看看是情形写错了，还是“原件”“复印件”写错了。情形要改的，写成 {paper} ×{most}"
                )
            }
            Self::Pieces { .. } => "在“答”里把数份数的问题也答上。".into(),
            Self::Outcome { key, is, .. } => match &is[..] {
                [only] => {
                    let value = value(only);
                    format!("看看是情形写错了，还是“{key}”写错了。情形要改的，写成 {key}: {value}")
                }
                _ => "在“答”里把还没答的问题也答上。".into(),
            },
            Self::SeveralAnswers { question, first } => {
                format!("写成“{question}: {first}”；别的答法，另写一个情形。")
            }
            Self::OutOfRange {
                question,
                value,
                limits,
            } => format!(
                "写成范围内的{}，例如“{question}: {}”；或者改问题的“最小”“最大”。",
                if limits.decimals > 0 { "数" } else { "整数" },
                limits.nearest(*value)
            ),
            Self::SameName { mended, .. } => {
                format!("写清楚是谁的，不带的删掉：带: [{}]", mended.join(", "))
            }
            Self::Stop { questions, .. } if !questions.is_empty() => {
                format!("在“答”里补上回答：{}。", questions.join("、"))
            }
            Self::Stop { .. } => {
                "改“答”或“中止”；如果情形写得对，就是“中止”的条件错了。".to_owned()
            }
            Self::List { questions, .. } => format!(
                "改“带”，或改材料的“当”；还说不准的，在“答”里补上回答{}。",
                listed("：", questions, "、")
            ),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::NotLocal { scenario, fact, .. } => format!(
                "the scenario \"{scenario}\" says \"{fact}\" in `locally`, and the guide's rules do not compare with it"
            ),
            Self::Nowhere { scenario, .. } => format!(
                "no community has the numbers that the scenario \"{scenario}\" says in `locally`, so nothing checks it"
            ),
            Self::Pieces {
                scenario,
                paper,
                written,
                least,
                most,
            } => {
                let found = if least == most {
                    most.to_string()
                } else {
                    format!("{least} to {most}, as some question has no answer")
                };
                format!(
                    "example \"{scenario}\" says {written} of \"{paper}\"; the rules come to {found}"
                )
            }
            Self::Outcome {
                scenario,
                key,
                written,
                is,
            } => format!(
                "example \"{scenario}\" says {written} for \"{key}\"; the rules come to {}{}",
                is.join(" or "),
                if is.len() > 1 {
                    ", as some question has no answer"
                } else {
                    ""
                }
            ),
            Self::SeveralAnswers { question, .. } => {
                format!("in a scenario, the question \"{question}\" has one answer")
            }
            Self::OutOfRange {
                question,
                value,
                limits,
            } => format!(
                "the question \"{question}\" takes {}, the scenario answers {value}",
                en_limits(*limits)
            ),
            Self::SameName {
                scenario,
                entry,
                lines,
                ..
            } => format!(
                "\"{entry}\" in `bring` of the scenario \"{scenario}\" does not say whose it is: the guide has \"{}\"",
                lines.join("\" and \"")
            ),
            Self::Stop {
                scenario,
                expected,
                stopped,
                possible,
                ..
            } => {
                let say = |stop: &Option<String>| {
                    stop.as_ref().map_or_else(
                        || "no stop".to_owned(),
                        |title| format!("the stop \"{title}\""),
                    )
                };
                let found = if possible.is_empty() {
                    format!("the rules give {}", say(stopped))
                } else {
                    let stops = possible.join("\", \"");
                    format!("the rules leave open whether it stops: \"{stops}\"")
                };
                format!(
                    "the scenario \"{scenario}\" expects {}, {found}",
                    say(expected)
                )
            }
            Self::List {
                scenario,
                unnamed,
                absent,
                open,
                stops,
                ..
            } => format!(
                "the list of the scenario \"{scenario}\" differs from the rules{}{}{}{}",
                listed("; needed, but not in `bring`: ", unnamed, ", "),
                listed("; in `bring`, but not needed: ", absent, ", "),
                listed("; still open: ", open, ", "),
                listed("; still open whether it stops: ", stops, ", "),
            ),
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::NotLocal { known, .. } if known.is_empty() => {
                "delete `locally`: the rules of this guide are the same everywhere.".into()
            }
            Self::NotLocal { known, .. } => {
                format!("the rules compare with: {}.", known.join(", "))
            }
            Self::Nowhere { known, .. } => {
                let known: Vec<String> = known
                    .iter()
                    .map(|(fact, numbers)| format!("{fact}: {}", listing(numbers, " or ")))
                    .collect();
                format!(
                    "the communities say {}; an example that is out of date can be deleted.",
                    known.join(", ")
                )
            }
            Self::Pieces {
                paper, most, least, ..
            } if least == most => {
                format!(
                    "see whether the example is wrong or the numbers of the paper are. If it is the example: {paper} ×{most}"
                )
            }
            Self::Pieces { .. } => "answer the question that counts as well.".into(),
            Self::Outcome { key, is, .. } => match &is[..] {
                [only] => format!(
                    "see whether the example is wrong or \"{key}\" is. If it is the example: {key}: {}",
                    value(only)
                ),
                _ => "answer the other questions in `answers` (答) as well.".into(),
            },
            Self::SeveralAnswers { question, first } => {
                format!(
                    "write `{question}: {first}`, and a scenario of its own for another answer."
                )
            }
            Self::OutOfRange {
                question,
                value,
                limits,
            } => format!(
                "write a {} within the limits, for example `{question}: {}`, or change `min` and `max` of the question.",
                if limits.decimals > 0 {
                    "number"
                } else {
                    "whole number"
                },
                limits.nearest(*value)
            ),
            Self::SameName { mended, .. } => format!(
                "say whose it is, and delete what is not needed: bring: [{}]",
                mended.join(", ")
            ),
            Self::Stop { questions, .. } if !questions.is_empty() => {
                format!("answer what is still open: {}.", questions.join(", "))
            }
            Self::Stop { .. } => {
                "mend `answers` or `stop`; if the scenario is right, the stop's condition is wrong."
                    .to_owned()
            }
            Self::List { questions, .. } => format!(
                "mend `bring` or the `when` of the paper; answer what is still open{}.",
                listed(": ", questions, ", ")
            ),
        }
    }
}

/// The words in front and then the list; nothing where the list is empty.
fn listed(before: &str, list: &[String], separator: &str) -> String {
    if list.is_empty() {
        String::new()
    } else {
        format!("{before}{}", list.join(separator))
    }
}

fn listing(numbers: &[Decimal], separator: &str) -> String {
    let numbers: Vec<String> = numbers.iter().map(Decimal::to_string).collect();
    numbers.join(separator)
}

/// A text as it can be written behind a key: a local fact in it wants quotation marks.
fn value(text: &str) -> Cow<'_, str> {
    if text.contains("{{") {
        Cow::Owned(format!("\"{text}\""))
    } else {
        Cow::Borrowed(text)
    }
}
