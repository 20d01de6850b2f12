//! The fragment of a trip: `t1.CODE_RULES.QUESTION-VALUE.….CODE_RULES.….z`.
//!
//! Every matter opens with its code and a short form of its rules' fingerprint; behind it stand the answers to
//! the questions that it brought into the trip. An answer that several matters share stands once.

use alloc::string::String;
use alloc::vec::Vec;

use super::answer::{SharedAnswers, parse_answer, push_answer, recall_all};
use super::digits::{parse_key, push_key};
use super::{END, Restored, parts};
use crate::rules::Answer;
use crate::trip::Trip;

/// The form that this version writes and reads.
const FORM: &str = "t1";
/// A longer fragment was not made here.
const LONGEST: usize = 16 * 1024;
/// Enough of a fingerprint to see that rules have changed; the fragment has to go into a printed code.
const SHORT: u32 = (1 << 20) - 1;

/// What a fragment says of one matter.
struct Section {
    code: u32,
    rules: u32,
    answers: SharedAnswers,
}

/// The matters and the answers of a trip, without the `#`; empty when there are no matters.
pub fn trip_fragment(trip: &Trip) -> String {
    let mut fragment = String::new();
    let owners = trip.owners();
    for (index, matter) in trip.matters().iter().enumerate() {
        fragment.push_str(if index == 0 { FORM } else { "" });
        fragment.push('.');
        push_key(&mut fragment, matter.code());
        fragment.push('_');
        push_key(&mut fragment, matter.session().book().fingerprint() & SHORT);
        for (_, question) in owners.iter().filter(|(owner, _)| *owner == index) {
            let answer = matter.session().answer(*question);
            push_answer(
                &mut fragment,
                &matter.session().book().questions()[*question],
                answer,
            );
        }
    }
    if !fragment.is_empty() {
        fragment.push_str(END);
    }
    fragment
}

/// The codes of the matters that a fragment names, in order; none when it is no fragment of a trip.
pub fn wanted(fragment: &str) -> Vec<u32> {
    parse(fragment)
        .unwrap_or_default()
        .iter()
        .map(|section| section.code)
        .collect()
}

/// Replaces the trip's answers by those of a fragment, with or without its `#`; matters that are not in the trip
/// are dropped and none is added, see [`wanted`].
///
/// What is no fragment of a trip, or longer than 16 KB, leaves a trip without answers.
pub fn restore_trip(trip: &mut Trip, fragment: &str) -> Restored {
    let mut restored = Restored::default();
    trip.clear_all();
    for Section {
        code,
        rules,
        answers,
    } in parse(fragment).unwrap_or_default()
    {
        let Some(index) = trip.find(code) else {
            restored.dropped = true;
            continue;
        };
        let book = trip.matters()[index].session().book();
        restored.other_rules |= rules != book.fingerprint() & SHORT;
        let answers = recall_all(answers, book.questions(), &mut restored);
        for (question, answer) in answers.into_iter().enumerate() {
            if answer != Answer::Missing {
                trip.set(index, question, &answer);
            }
        }
    }
    restored
}

/// The matters of a fragment, if every part is well formed and no matter occurs twice.
fn parse(fragment: &str) -> Option<Vec<Section>> {
    let mut sections: Vec<Section> = Vec::new();
    for part in parts(fragment, FORM, LONGEST)? {
        if part.contains(&b'-') {
            parse_answer(part, &mut sections.last_mut()?.answers)?;
            continue;
        }
        let middle = part.iter().position(|byte| *byte == b'_')?;
        let code = parse_key(part.get(..middle)?)?;
        let rules = parse_key(part.get(middle + 1..)?)?;
        if sections.iter().any(|section| section.code == code) {
            return None;
        }
        sections.push(Section {
            code,
            rules,
            answers: Vec::new(),
        });
    }
    Some(sections)
}
