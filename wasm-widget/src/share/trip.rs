//! The fragment of a trip: `t1.CODE_RULES.QUESTION-VALUE.….CODE_RULES.….z`.
//!
//! Every matter opens with its code and a short form of its rules' fingerprint; behind it stand the answers to
//! the questions that it brought into the trip. An answer that several matters share stands once.

use alloc::string::String;
use alloc::vec::Vec;

use super::answer::{SharedAnswers, parse_answer, push_answer, recall_all};
use super::digits::{parse_key, push_key};
use super::parts::{Part, Parts, Reading};
use super::{END, Restored};
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
    sections(trip, |_| true)
}

/// The same without the matters that would stand there without an answer.
pub fn answers_fragment(trip: &Trip) -> String {
    sections(trip, |answered| answered)
}

/// The sections of the matters that are wanted, by whether an answer stands in it.
fn sections(trip: &Trip, wanted: impl Fn(bool) -> bool) -> String {
    let mut fragment = String::new();
    let owners = trip.owners();
    for (index, matter) in trip.matters().iter().enumerate() {
        let mut own = owners.iter().filter(|(owner, _)| *owner == index);
        if !wanted(own.any(|(owner, question)| *trip.answer(*owner, *question) != Answer::Missing))
        {
            continue;
        }
        fragment.push_str(if fragment.is_empty() { FORM } else { "" });
        fragment.push('.');
        push_key(&mut fragment, matter.code());
        fragment.push('_');
        push_key(&mut fragment, matter.rules() & SHORT);
        for (_, question) in owners.iter().filter(|(owner, _)| *owner == index) {
            let answer = trip.answer(index, *question);
            push_answer(
                &mut fragment,
                &matter.session().book().questions()[*question],
                answer,
            );
        }
    }
    if !fragment.is_empty() {
        fragment.push('.');
        fragment.push_str(END);
    }
    fragment
}

/// The codes of the matters that a fragment names, in order; none when it is no fragment of a trip.
pub fn wanted(fragment: &str) -> Vec<u32> {
    let (sections, _) = parse(fragment);
    sections.iter().map(|section| section.code).collect()
}

/// Replaces the trip's answers by those of a fragment, with or without its `#`; matters that are not in the trip
/// are dropped and none is added, see [`wanted`].
///
/// What is no fragment of a trip, or longer than 16 KB, leaves a trip without answers.
pub fn restore_trip(trip: &mut Trip, fragment: &str) -> Restored {
    let mut restored = Restored::default();
    trip.clear_all();
    let (sections, cut) = parse(fragment);
    restored.cut = cut;
    for Section {
        code,
        rules,
        answers,
    } in sections
    {
        let Some(index) = trip.find(code) else {
            restored.dropped = true;
            continue;
        };
        let book = trip.matters()[index].session().book();
        restored.other_rules |= rules != trip.matters()[index].rules() & SHORT;
        let answers = recall_all(answers, book.questions(), &mut restored);
        for (question, answer) in answers.into_iter().enumerate() {
            if answer != Answer::Missing {
                trip.set(index, question, &answer);
            }
        }
    }
    restored
}

/// The matters that can be read of a fragment, and whether it was cut; none when it is none of ours, or contradicts itself.
fn parse(fragment: &str) -> (Vec<Section>, bool) {
    let mut sections = Vec::new();
    let Some(mut parts) = Parts::of(fragment, FORM, LONGEST) else {
        return (sections, false);
    };
    match parts.read(|part| parse_part(part, &mut sections)) {
        Reading::Complete => (sections, false),
        Reading::Contradiction => (Vec::new(), false),
        // A bare form is no address of ours.
        Reading::Cut => {
            let any = !sections.is_empty();
            (sections, any)
        }
    }
}

fn parse_part(part: &[u8], sections: &mut Vec<Section>) -> Part {
    if part.contains(&b'-') {
        return sections.last_mut().map_or(Part::Malformed, |section| {
            parse_answer(part, &mut section.answers)
        });
    }
    let Some((code, rules)) = parse_head(part) else {
        return Part::Malformed;
    };
    if sections.iter().any(|section| section.code == code) {
        return Part::Repeated;
    }
    sections.push(Section {
        code,
        rules,
        answers: Vec::new(),
    });
    Part::Read
}

fn parse_head(part: &[u8]) -> Option<(u32, u32)> {
    let middle = part.iter().position(|byte| *byte == b'_')?;
    Some((
        parse_key(part.get(..middle)?)?,
        parse_key(part.get(middle + 1..)?)?,
    ))
}
