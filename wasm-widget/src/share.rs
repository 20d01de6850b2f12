//! The part of an address after `#`: answers that somebody shares or prints.
//!
//! `1.FINGERPRINT.QUESTION-VALUE.….z`, all numbers in base 36 but typed numbers: `cKEY` an option, `mKEY_KEY` options,
//! possibly none, `n85` a number, `u` unsure. The last part tells a whole address from one that was cut on its way
//! (`n85` cut to `n8` would be a wrong answer). Keys, not positions: an edited guide cannot turn an
//! old link into wrong answers. Only characters that no program escapes.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::rules::{Answer, Kind, Session};

/// The form that this version writes and reads.
const FORM: &str = "1";
/// The last part.
const END: &str = ".z";
/// A longer fragment was not made here.
const LONGEST: usize = 4096;

/// What became of a fragment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Restored {
    /// At least one answer was restored.
    pub something: bool,
    /// It was made for another version of the rules.
    pub other_rules: bool,
    /// At least one answer, or part of one, does not exist any more.
    pub dropped: bool,
}

/// An answer as it is written, by keys.
#[derive(Debug, PartialEq, Eq)]
enum Shared {
    Unsure,
    Choice(u32),
    Multi(Vec<u32>),
    Number(i64),
}

/// The answers of a session, without the `#`; empty when there are none.
pub fn fragment(session: &Session) -> String {
    let mut answers = String::new();
    for (index, question) in session.book().questions().iter().enumerate() {
        let answer = session.answer(index);
        if *answer != Answer::Missing {
            answers.push('.');
            push_key(&mut answers, question.key);
            answers.push('-');
            push_answer(&mut answers, answer, &question.kind);
        }
    }
    if answers.is_empty() {
        return answers;
    }
    let mut fragment = String::from(FORM);
    fragment.push('.');
    push_key(&mut fragment, session.book().fingerprint());
    fragment.push_str(&answers);
    fragment.push_str(END);
    fragment
}

/// Replaces the session's answers by those of a fragment, with or without its `#`.
///
/// What is no fragment at all, or longer than 4 KB, leaves a session without answers.
pub fn restore(session: &mut Session, fragment: &str) -> Restored {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let questions = session.book().questions();
    let mut answers = vec![Answer::Missing; questions.len()];
    let mut restored = Restored::default();
    if let Some((fingerprint, shared)) = parse(fragment.as_bytes()) {
        restored.other_rules = fingerprint != session.book().fingerprint();
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
    }
    session.replace(answers);
    restored
}

/// The answer in terms of today's question, or nothing when there is no such answer any more.
fn recall(shared: Shared, kind: &Kind, dropped: &mut bool) -> Option<Answer> {
    let answer = match (shared, kind) {
        (Shared::Unsure, _) => Answer::Unsure,
        (Shared::Number(number), _) => Answer::Number(number),
        (Shared::Choice(key), Kind::Choice { options }) => {
            Answer::Choice(options.iter().position(|option| *option == key)?)
        }
        (Shared::Multi(keys), Kind::Multi { options, .. }) => {
            let chosen: Vec<usize> =
                (0..options.len()).filter(|option| keys.contains(&options[*option])).collect();
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

/// Fingerprint and answers by key, if every part is well formed and no question occurs twice.
fn parse(fragment: &[u8]) -> Option<(u32, Vec<(u32, Shared)>)> {
    let mut parts = fragment.strip_suffix(END.as_bytes())?.split(|byte| *byte == b'.');
    if fragment.len() > LONGEST || parts.next()? != FORM.as_bytes() {
        return None;
    }
    let fingerprint = parse_key(parts.next()?)?;
    let mut answers: Vec<(u32, Shared)> = Vec::new();
    for part in parts {
        let dash = part.iter().position(|byte| *byte == b'-')?;
        let question = parse_key(part.get(..dash)?)?;
        if answers.iter().any(|(known, _)| *known == question) {
            return None;
        }
        answers.push((question, parse_value(part.get(dash + 1..)?)?));
    }
    Some((fingerprint, answers))
}

fn parse_value(value: &[u8]) -> Option<Shared> {
    match value.split_first()? {
        (b'u', []) => Some(Shared::Unsure),
        (b'c', key) => parse_key(key).map(Shared::Choice),
        (b'm', []) => Some(Shared::Multi(Vec::new())),
        (b'm', keys) => {
            keys.split(|byte| *byte == b'_').map(parse_key).collect::<Option<_>>().map(Shared::Multi)
        }
        (b'n', [b'-', size @ ..]) => 0_i64.checked_sub_unsigned(parse_digits(size, 10)?).map(Shared::Number),
        (b'n', size) => i64::try_from(parse_digits(size, 10)?).ok().map(Shared::Number),
        _ => None,
    }
}

fn parse_key(text: &[u8]) -> Option<u32> {
    u32::try_from(parse_digits(text, 36)?).ok()
}

/// A number, digit by digit; a checked multiplication would bring 128-bit arithmetic onto the phone.
fn parse_digits(text: &[u8], base: u32) -> Option<u64> {
    let next = |sum: u64, byte: &u8| {
        let digit = u64::from(char::from(*byte).to_digit(base).filter(|_| !byte.is_ascii_uppercase())?);
        let room = sum <= (u64::MAX - digit) / u64::from(base);
        room.then(|| sum * u64::from(base) + digit)
    };
    if text.is_empty() { None } else { text.iter().try_fold(0, next) }
}

fn push_answer(text: &mut String, answer: &Answer, kind: &Kind) {
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
        }
        _ => text.push('u'),
    }
}

fn push_key(text: &mut String, key: u32) {
    push_digits(text, u64::from(key), 36);
}

fn push_digits(text: &mut String, mut number: u64, base: u32) {
    let mut digits = Vec::new();
    while number > 0 || digits.is_empty() {
        let digit = u32::try_from(number % u64::from(base)).unwrap_or(0);
        digits.push(char::from_digit(digit, base).unwrap_or('0'));
        number /= u64::from(base);
    }
    text.extend(digits.iter().rev());
}
