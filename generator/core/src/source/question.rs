//! Questions, of a guide and of questions.yaml.

use jiff::civil::Date;

use super::condition;
use super::decode::{Reader, Register, Table};
use super::implied;
use super::keys::{self, Key, QuestionType};
use super::values;
use super::yaml::{Node, Value};
use crate::diagnostic::{
    At, ConditionFault, DateFault, Expected, FineFault, Problem, QuestionFault, ReferenceFault,
    ShapeFault, closest,
};
use crate::model::{AnswerKind, AnswerOption, Decimal, MOST_DECIMALS, Question, Text};
use crate::schema::{OPTION, QUESTION};

/// The largest number that a phone's scripts hold exactly, 2^53 - 1.
pub(super) const LARGEST: i64 = 9_007_199_254_740_991;
/// The same with decimals: what has up to 15 figures a script writes as it was typed, though it divides to do so.
const LARGEST_STEPS: i64 = 999_999_999_999_999;

/// 问题 of a guide, in their order; 共用 takes the question from `shared`.
pub(super) fn questions(
    reader: &Reader,
    node: &Node,
    shared: Option<&Register<Question>>,
) -> Vec<Question> {
    let entries = reader.names(keys::QUESTIONS.zh, node).into_iter();
    let questions = entries.filter_map(|(id, value)| question(reader, &id, value, shared));
    let questions: Vec<Question> = questions.collect();
    implied::check(reader, &questions.iter().collect::<Vec<_>>(), true);
    questions
}

fn question(
    reader: &Reader,
    id: &At<String>,
    node: &Node,
    shared: Option<&Register<Question>>,
) -> Option<Question> {
    match &node.value {
        Value::Text { text, .. } if text == "共用" || text == "shared" => {
            // Without questions.yaml nobody can say whether the question exists.
            let shared = shared?;
            let found = shared.get(&id.value);
            if found.is_none() {
                let suggestion = closest(&id.value, shared.keys().map(String::as_str));
                let span = id.place.start..id.place.end;
                reader.report(
                    &span,
                    ReferenceFault::SharedQuestionMissing {
                        name: id.value.clone(),
                        suggestion,
                    }
                    .into(),
                );
            }
            found?.as_ref().map(|question| Question {
                place: id.place.clone(),
                ..question.clone()
            })
        }
        Value::Map(_) => definition(reader, id, node, false),
        _ => {
            reader.wrong(&id.value, node, Expected::Question);
            None
        }
    }
}

/// A whole question.
pub(super) fn definition(
    reader: &Reader,
    id: &At<String>,
    node: &Node,
    shared: bool,
) -> Option<Question> {
    if let Some(word) = condition::word(&id.value) {
        let fault = QuestionFault::Reserved {
            name: id.value.clone(),
            visit: word == keys::VISIT_DAY,
        };
        let span = id.place.start..id.place.end;
        reader.report(&span, Problem::from(fault));
    }
    let table = reader.table(&id.value, node, &QUESTION)?;
    let kind = match table.get(keys::TYPE) {
        Some(kind) => reader.one_of(keys::TYPE.zh, kind, keys::QUESTION_TYPES)?,
        None => QuestionType::Choice,
    };
    let ask = table.required_text(keys::ASK);
    let why = table.text(keys::WHY);
    let kind = answers(&table, &id.value, kind)?;
    Some(Question {
        id: id.value.clone(),
        label: Text::new(id.value.clone()),
        shared,
        ask: ask?,
        why,
        kind,
        place: id.place.clone(),
    })
}

fn answers(table: &Table<'_, '_>, id: &str, kind: QuestionType) -> Option<AnswerKind> {
    let foreign: &[Key] = match kind {
        QuestionType::Number => &[keys::OPTIONS, keys::EARLIEST, keys::LATEST],
        QuestionType::Date => &[
            keys::OPTIONS,
            keys::UNIT,
            keys::MIN,
            keys::MAX,
            keys::DECIMALS,
            keys::EACH,
        ],
        QuestionType::Choice | QuestionType::Multi => &[
            keys::UNIT,
            keys::MIN,
            keys::MAX,
            keys::DECIMALS,
            keys::EACH,
            keys::EARLIEST,
            keys::LATEST,
        ],
    };
    let name = keys::QUESTION_TYPES
        .iter()
        .find(|(.., k)| *k == kind)
        .map_or("", |(zh, ..)| zh);
    for key in foreign.iter().filter(|key| table.get(**key).is_some()) {
        table.reader.report(
            &table.key_span(*key),
            ShapeFault::KeyNotForType {
                key: key.zh,
                kind: name,
            }
            .into(),
        );
    }
    match kind {
        QuestionType::Number => Some(number(table, id)),
        QuestionType::Date => Some(date(table)),
        QuestionType::Choice => options(table, 2).map(AnswerKind::Choice),
        QuestionType::Multi => options(table, 1).map(AnswerKind::Multi),
    }
}

/// The first day that people are still asked for, where 最早 says no other.
const EARLIEST: Date = jiff::civil::date(1900, 1, 1);

fn date(table: &Table<'_, '_>) -> AnswerKind {
    let day = |key: Key| values::date(table.reader, key.zh, table.get(key)?);
    let min = day(keys::EARLIEST).unwrap_or(EARLIEST);
    let max = day(keys::LATEST);
    if let Some(max) = max.filter(|max| *max < min) {
        let fault = DateFault::Empty {
            text: format!("{min}..{max}"),
        };
        table
            .reader
            .report(&table.key_span(keys::LATEST), Problem::from(fault));
    }
    AnswerKind::Date {
        min,
        max: max.map(|max| max.max(min)),
    }
}

fn number(table: &Table<'_, '_>, id: &str) -> AnswerKind {
    let decimals = decimals(table);
    let (largest, expected) = match decimals {
        0 => (LARGEST, Expected::Number),
        _ => (LARGEST_STEPS, Expected::Decimal),
    };
    let default = |number: i64| number * 10_i64.pow(decimals);
    let limit = |key: Key, otherwise: i64| {
        let Some(node) = table.get(key) else {
            return otherwise;
        };
        let Some(number) = table.reader.exact(key.zh, node, expected) else {
            return otherwise;
        };
        if let Some(problem) = too_fine(id, number, decimals) {
            table.reader.report(&node.span, problem);
            return otherwise;
        }
        let steps = number.steps(decimals);
        if let Some(steps) = steps.filter(|steps| (-largest..=largest).contains(steps)) {
            return steps;
        }
        let most = Decimal::of_steps(largest, decimals).whole();
        let value = number.whole();
        let (min, max) = (-most, most);
        let problem = ShapeFault::OutOfRange { value, min, max }.into();
        table.reader.report(&node.span, problem);
        if value < 0 { -largest } else { largest }
    };
    let (min, max) = (
        limit(keys::MIN, default(0)),
        limit(keys::MAX, default(1_000_000)),
    );
    if min >= max {
        let [from, to] = [min, max].map(|end| Decimal::of_steps(end, decimals));
        table.reader.report(
            &table.key_span(keys::MIN),
            ConditionFault::empty_range(&format!("{from}..{to}")).into(),
        );
    }
    AnswerKind::Number {
        unit: table.text(keys::UNIT),
        min,
        max: max.max(min),
        decimals,
        each: table.text(keys::EACH),
    }
}

/// 小数; what cannot be read takes all there are, so that no number behind it is found too fine.
fn decimals(table: &Table<'_, '_>) -> u32 {
    let Some(node) = table.get(keys::DECIMALS) else {
        return 0;
    };
    let Some(value) = table
        .reader
        .number(keys::DECIMALS.zh, node, Expected::Number)
    else {
        return MOST_DECIMALS;
    };
    let decimals = u32::try_from(value);
    decimals
        .ok()
        .filter(|decimals| *decimals <= MOST_DECIMALS)
        .unwrap_or_else(|| {
            let (min, max) = (0, i64::from(MOST_DECIMALS));
            let problem = ShapeFault::OutOfRange { value, min, max }.into();
            table.reader.report(&node.span, problem);
            MOST_DECIMALS
        })
}

/// What is wrong with a number that is finer than the answers to a question.
pub(super) fn too_fine(question: &str, number: Decimal, decimals: u32) -> Option<Problem> {
    (number.decimals() > decimals).then(|| {
        let question = question.to_owned();
        Problem::from(FineFault::new(question, number, decimals))
    })
}

fn options(table: &Table<'_, '_>, least: usize) -> Option<Vec<AnswerOption>> {
    let nodes = table.required_list(keys::OPTIONS);
    let mut options: Vec<AnswerOption> = Vec::new();
    for node in nodes {
        let Some(option) = option(table.reader, node) else {
            continue;
        };
        let bare = |option: &AnswerOption| option.name.source().replace([' ', '\u{3000}'], "");
        if options.iter().any(|o| bare(o) == bare(&option)) {
            table.reader.report(
                &node.span,
                ShapeFault::Repeated {
                    value: option.name.source().to_owned(),
                }
                .into(),
            );
        } else if option.name == *"不清楚" {
            table
                .reader
                .report(&node.span, ConditionFault::UnsureOption.into());
        } else {
            options.push(option);
        }
    }
    let parts = several(nodes);
    let told = parts.is_some() && table.reader.has_wide_comma(&nodes[0].span);
    if !options.is_empty() && (options.len() < least || parts.is_some()) && !told {
        let line = parts.as_ref().map(|parts| {
            let options = parts.join(", ");
            format!("{}: [{options}]", keys::OPTIONS.zh)
        });
        table.reader.report(
            &table.key_span(keys::OPTIONS),
            ShapeFault::OneOption { line }.into(),
        );
    }
    if let Some(parts) = parts {
        // What names them elsewhere is no fault.
        options = parts.into_iter().map(plain).collect();
    }
    (!options.is_empty()).then_some(options)
}

/// Options that were written as one: 本区、外地. In quotation marks it is one.
fn several(nodes: &[Node]) -> Option<Vec<&str>> {
    let [
        Node {
            value: Value::Text { text, plain: true },
            ..
        },
    ] = nodes
    else {
        return None;
    };
    let parts = super::text::parts(text);
    (parts.len() > 1).then_some(parts)
}

fn option(reader: &Reader, node: &Node) -> Option<AnswerOption> {
    if let Value::Map(_) = node.value {
        let table = reader.table(keys::OPTIONS.zh, node, &OPTION)?;
        return Some(AnswerOption {
            name: table.required_text(keys::NAME)?,
            note: table.text(keys::NOTE),
            implies: implied::follows(&table),
            acts_as: table
                .get(keys::ACTS_AS)
                .and_then(|node| reader.one_of(keys::ACTS_AS.zh, node, keys::PARTIES)),
        });
    }
    Some(plain(&reader.text(keys::OPTIONS.zh, node)?))
}

/// An option of which nothing but its name is said.
fn plain(name: &str) -> AnswerOption {
    AnswerOption {
        name: Text::new(name.to_owned()),
        note: None,
        implies: Vec::new(),
        acts_as: None,
    }
}
