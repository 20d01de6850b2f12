//! The part of an address after `#`: answers that somebody shares or prints.
//!
//! `1.FINGERPRINT.GUIDE.QUESTION-VALUE.….z`, all numbers in base 36 but typed numbers: `cKEY` an option, `mKEY_KEY` options,
//! possibly none, `n85` a number, `n455d1` one with a decimal (45.5), `u` unsure. The last part tells a whole address from one that was cut on its way
//! (`n85` cut to `n8` would be a wrong answer); of a cut one, see `parts`, the answers before the cut count. Keys, not positions: an edited guide cannot turn an
//! old link into wrong answers; and the guide's own, since guides share questions. Only characters that no program escapes. A trip has a form of its own, see `trip`.

mod answer;
mod digits;
mod parts;
mod trip;

use alloc::string::String;
use alloc::vec::Vec;

use answer::{SharedAnswers, parse_answer, push_answer, recall_all};
use digits::{parse_key, push_key};
use parts::{Next, Parts, Reading};

use crate::rules::Session;

pub use trip::{answers_fragment, restore_trip, trip_fragment, wanted};

/// The form that this version writes and reads.
const FORM: &str = "1";
/// The last part.
const END: &str = "z";
/// A longer fragment was not made here.
const LONGEST: usize = 4096;

/// What became of a fragment.
#[expect(
    clippy::struct_excessive_bools,
    reason = "four remarks that do not exclude each other"
)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Restored {
    /// At least one answer was restored.
    pub something: bool,
    /// It was made for another version of the rules.
    pub other_rules: bool,
    /// At least one answer, or part of one, does not exist any more.
    pub dropped: bool,
    /// It was cut on its way, or garbled: what stood before that was restored.
    pub cut: bool,
}

/// The answers of a session, without the `#`; empty when there are none.
pub fn fragment(session: &Session) -> String {
    fragment_of(session.book().fingerprint(), session)
}

/// The same for rules of which the session has a part only: `rules` is the fingerprint of the whole.
pub(crate) fn fragment_of(rules: u32, session: &Session) -> String {
    let mut answers = String::new();
    for (index, question) in session.book().questions().iter().enumerate() {
        push_answer(&mut answers, question, session.answer(index));
    }
    if answers.is_empty() {
        return answers;
    }
    let mut fragment = String::from(FORM);
    fragment.push('.');
    push_key(&mut fragment, rules);
    fragment.push('.');
    push_key(&mut fragment, session.book().id());
    fragment.push_str(&answers);
    fragment.push('.');
    fragment.push_str(END);
    fragment
}

/// Replaces the session's answers by those of a fragment, with or without its `#`; what a chat app adds behind it is
/// left alone.
///
/// What is no fragment of this guide, or longer than 4 KB, leaves a session without answers.
pub fn restore(session: &mut Session, fragment: &str) -> Restored {
    let mut restored = Restored::default();
    let mut answers = Vec::new();
    if let Some(link) = parse(fragment)
        && link.id.is_none_or(|id| id == session.book().id())
    {
        restored.cut = link.cut;
        restored.other_rules = link.id.is_some() && link.rules != session.book().fingerprint();
        answers = recall_all(link.answers, session.book().questions(), &mut restored);
    }
    session.replace(answers);
    restored
}

/// Whether a fragment is one of this session's guide, whole or not.
pub fn is_of(session: &Session, fragment: &str) -> bool {
    parse(fragment).is_some_and(|link| link.id == Some(session.book().id()))
}

/// What a fragment says of one guide.
struct Link {
    rules: u32,
    /// The guide; none when the address was cut before it.
    id: Option<u32>,
    answers: SharedAnswers,
    cut: bool,
}

/// What can be read of a fragment; nothing when it is none of ours, or contradicts itself.
fn parse(fragment: &str) -> Option<Link> {
    let mut parts = Parts::of(fragment, FORM, LONGEST)?;
    let cut = |rules, id| Link {
        rules,
        id,
        answers: Vec::new(),
        cut: true,
    };
    let rules = match parts.next() {
        Next::Whole(part) => parse_key(part)?,
        Next::Last(part) => return Some(cut(parse_key(part)?, None)),
    };
    let id = match parts.next() {
        Next::Whole(part) => parse_key(part)?,
        Next::Last(b"") => return Some(cut(rules, None)),
        Next::Last(part) => return parse_key(part).map(|_| cut(rules, None)),
    };
    let mut answers = Vec::new();
    let reading = parts.read(|part| parse_answer(part, &mut answers));
    (reading != Reading::Contradiction).then_some(Link {
        rules,
        id: Some(id),
        answers,
        cut: reading == Reading::Cut,
    })
}
