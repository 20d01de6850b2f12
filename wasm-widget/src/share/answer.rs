//! One answer in a fragment, `QUESTION-VALUE`.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::Restored;
use super::digits::{parse_digits, parse_key, push_digits, push_key};
use super::parts::Part;
use crate::rules::{Answer, Kind, Question, limits};

/// An answer as it is written, by keys.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shared {
    Unsure,
    Choice(u32),
    Multi(Vec<u32>),
    /// A number in steps, and how many decimals a step is of.
    Number(i64, u32),
}

/// The answers of a fragment by the keys of their questions.
pub(super) type SharedAnswers = Vec<(u32, Shared)>;

/// The answers in terms of today's questions; what has no such terms is noted as dropped.
pub(super) fn recall_all(
    shared: SharedAnswers,
    questions: &[Question],
    restored: &mut Restored,
) -> Vec<Answer> {
    let mut answers = vec![Answer::Missing; questions.len()];
    for (key, shared) in shared {
        let index = questions.iter().position(|question| question.key == key);
        let answer =
            index.and_then(|index| recall(shared, &questions[index].kind, &mut restored.dropped));
        match (index, answer) {
            (Some(index), Some(answer)) => {
                answers[index] = answer;
                restored.something = true;
            }
            _ => restored.dropped = true,
        }
    }
    answers
}

/// The answer in terms of today's question, or nothing when there is no such answer any more.
fn recall(shared: Shared, kind: &Kind, dropped: &mut bool) -> Option<Answer> {
    let answer = match (shared, kind) {
        (Shared::Unsure, _) => Answer::Unsure,
        (Shared::Number(number, from), _) => Answer::Number(rescaled(number, from, scale(kind))?),
        (Shared::Choice(key), Kind::Choice { options }) => {
            Answer::Choice(options.iter().position(|option| *option == key)?)
        }
        (Shared::Multi(keys), Kind::Multi { options, .. }) => {
            let chosen: Vec<usize> = (0..options.len())
                .filter(|option| keys.contains(&options[*option]))
                .collect();
            *dropped |= chosen.len() < keys.len();
            // Having chosen only options that are gone is not the same as having chosen none.
            if chosen.is_empty() && !keys.is_empty() {
                return None;
            }
            Answer::Multi(chosen)
        }
        _ => return None,
    };
    kind.allows(&answer).then_some(answer)
}

/// How many decimals an answer has; a day of the calendar has none.
fn scale(kind: &Kind) -> u32 {
    match kind {
        Kind::Number { scale, .. } => *scale,
        _ => 0,
    }
}

/// The same number in other steps; nothing where it is none of them.
fn rescaled(mut number: i64, from: u32, to: u32) -> Option<i64> {
    for _ in from..to {
        if number.unsigned_abs() > i64::MAX.unsigned_abs() / 10 {
            return None;
        }
        number *= 10;
    }
    for _ in to..from {
        if number % 10 != 0 {
            return None;
        }
        number /= 10;
    }
    Some(number)
}

/// Adds an answer to those that were read.
pub(super) fn parse_answer(part: &[u8], answers: &mut SharedAnswers) -> Part {
    let Some((question, answer)) = parse_pair(part) else {
        return Part::Malformed;
    };
    if answers.iter().any(|(known, _)| *known == question) {
        return Part::Repeated;
    }
    answers.push((question, answer));
    Part::Read
}

fn parse_pair(part: &[u8]) -> Option<(u32, Shared)> {
    let dash = part.iter().position(|byte| *byte == b'-')?;
    let question = parse_key(part.get(..dash)?)?;
    Some((question, parse_value(part.get(dash + 1..)?)?))
}

fn parse_value(value: &[u8]) -> Option<Shared> {
    match value.split_first()? {
        (b'u', []) => Some(Shared::Unsure),
        (b'c', key) => parse_key(key).map(Shared::Choice),
        (b'm', []) => Some(Shared::Multi(Vec::new())),
        (b'm', keys) => keys
            .split(|byte| *byte == b'_')
            .map(parse_key)
            .collect::<Option<_>>()
            .map(Shared::Multi),
        (b'n', number) => parse_number(number),
        _ => None,
    }
}

/// A number in steps, and behind a `d` how many decimals they are of; without it they are whole. So an answer keeps its meaning where
/// a question takes other decimals than it did.
fn parse_number(text: &[u8]) -> Option<Shared> {
    let mark = text.iter().position(|byte| *byte == b'd');
    let (text, scale) = match mark {
        Some(mark) => (&text[..mark], parse_key(&text[mark + 1..])?),
        None => (text, 0),
    };
    let number = match text {
        [b'-', size @ ..] => 0_i64.checked_sub_unsigned(parse_digits(size, 10)?),
        size => i64::try_from(parse_digits(size, 10)?).ok(),
    };
    (scale <= limits::SCALE).then_some(Shared::Number(number?, scale))
}

/// Writes an answer, with a dot before it; nothing when there is none.
pub(super) fn push_answer(text: &mut String, question: &Question, answer: &Answer) {
    if *answer == Answer::Missing {
        return;
    }
    text.push('.');
    push_key(text, question.key);
    text.push('-');
    push_value(text, answer, &question.kind);
}

fn push_value(text: &mut String, answer: &Answer, kind: &Kind) {
    match (answer, kind) {
        (Answer::Choice(option), Kind::Choice { options }) => {
            text.push('c');
            push_key(text, options[*option]);
        }
        (Answer::Multi(chosen), Kind::Multi { options, .. }) => {
            let mut before = 'm';
            for option in chosen {
                text.push(before);
                push_key(text, options[*option]);
                before = '_';
            }
            if chosen.is_empty() {
                text.push(before);
            }
        }
        (Answer::Number(number), _) => {
            text.push('n');
            if *number < 0 {
                text.push('-');
            }
            push_digits(text, number.unsigned_abs(), 10);
            let scale = scale(kind);
            if scale > 0 {
                text.push('d');
                push_key(text, scale);
            }
        }
        _ => text.push('u'),
    }
}
