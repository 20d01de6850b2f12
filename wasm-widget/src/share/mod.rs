//! The part of an address after `#`: answers that somebody shares or prints.
//!
//! `1.FINGERPRINT.GUIDE.QUESTION-VALUE.….z`, all numbers in base 36 but typed numbers: `cKEY` an option, `mKEY_KEY` options,
//! possibly none, `n85` a number, `u` unsure. The last part tells a whole address from one that was cut on its way
//! (`n85` cut to `n8` would be a wrong answer). Keys, not positions: an edited guide cannot turn an
//! old link into wrong answers; and the guide's own, since guides share questions. Only characters that no program escapes. A trip has a form of its own, see `trip`.

mod answer;
mod digits;
mod trip;

use alloc::string::String;
use alloc::vec::Vec;

use answer::{SharedAnswers, parse_answer, push_answer, recall_all};
use digits::{parse_key, push_key};

use crate::rules::Session;

pub use trip::{restore_trip, trip_fragment, wanted};

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

/// The answers of a session, without the `#`; empty when there are none.
pub fn fragment(session: &Session) -> String {
    let mut answers = String::new();
    for (index, question) in session.book().questions().iter().enumerate() {
        push_answer(&mut answers, question, session.answer(index));
    }
    if answers.is_empty() {
        return answers;
    }
    let mut fragment = String::from(FORM);
    fragment.push('.');
    push_key(&mut fragment, session.book().fingerprint());
    fragment.push('.');
    push_key(&mut fragment, session.book().id());
    fragment.push_str(&answers);
    fragment.push_str(END);
    fragment
}

/// Replaces the session's answers by those of a fragment, with or without its `#`.
///
/// What is no fragment of this guide, or longer than 4 KB, leaves a session without answers.
pub fn restore(session: &mut Session, fragment: &str) -> Restored {
    let mut restored = Restored::default();
    let mut answers = Vec::new();
    if let Some((fingerprint, id, shared)) = parse(fragment)
        && id == session.book().id()
    {
        restored.other_rules = fingerprint != session.book().fingerprint();
        answers = recall_all(shared, session.book().questions(), &mut restored);
    }
    session.replace(answers);
    restored
}

/// Fingerprint, guide and answers by key, if every part is well formed and no question occurs twice.
fn parse(fragment: &str) -> Option<(u32, u32, SharedAnswers)> {
    let mut parts = parts(fragment, FORM, LONGEST)?;
    let fingerprint = parse_key(parts.next()?)?;
    let id = parse_key(parts.next()?)?;
    let mut answers = Vec::new();
    parts.try_for_each(|part| parse_answer(part, &mut answers))?;
    Some((fingerprint, id, answers))
}

/// What stands between the form and the end.
fn parts<'a>(
    fragment: &'a str,
    form: &str,
    longest: usize,
) -> Option<impl Iterator<Item = &'a [u8]>> {
    let bytes = fragment.strip_prefix('#').unwrap_or(fragment).as_bytes();
    let mut parts = bytes
        .strip_suffix(END.as_bytes())?
        .split(|byte| *byte == b'.');
    (bytes.len() <= longest && parts.next()? == form.as_bytes()).then_some(parts)
}
