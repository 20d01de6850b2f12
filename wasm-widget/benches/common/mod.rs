//! The guides and plans that are measured, and how.
#![allow(dead_code, reason = "each bench uses its part")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use onetrip_widget::rules::{
    Answer, Condition, NumberRange, QuestionKind, QuestionSource, RuleSource,
};
use onetrip_widget::trip::{Form, Line, Lines, Need, Way};

/// Questions of the large guide.
pub(crate) const QUESTIONS: usize = 20;
/// Lines of the large guide.
pub(crate) const LINES: usize = 60;
/// Matters of the plan.
pub(crate) const MATTERS: usize = 10;
/// Questions of each.
pub(crate) const PLAN_QUESTIONS: usize = 6;
const PLAN_LINES: usize = 12;
/// Questions that all matters of the plan share.
const SHARED: usize = 2;
/// Papers of the plan; their local numbers are the page's.
pub(crate) const PAPERS: usize = 30;
const ROUNDS: usize = 2000;

/// The median and the slowest of many runs.
pub(crate) fn report<T>(name: &str, mut run: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    println!(
        "{name:<40} median {:>9.1?}   99 % {:>9.1?}",
        times[ROUNDS / 2],
        times[ROUNDS * 99 / 100]
    );
}

/// The large guide.
pub(crate) fn guide() -> RuleSource {
    let questions = (0..QUESTIONS).map(question).collect();
    // Two that stop at once, and one that combines.
    let stops = vec![
        holds(1, 1),
        Condition::All(vec![holds(3, 2), holds(6, 1)]),
        holds(9, 2),
    ];
    RuleSource {
        id: 0,
        facts: Vec::new(),
        questions,
        stops,
        items: (0..LINES).map(|index| line(index, QUESTIONS)).collect(),
        counted: Vec::new(),
        implied: Vec::new(),
    }
}

fn question(index: usize) -> QuestionSource {
    let kind = match index % 4 {
        1 => QuestionKind::Number {
            min: 0,
            max: 130,
            scale: 0,
        },
        2 => QuestionKind::Multi { options: 4 },
        _ => QuestionKind::Choice { options: 3 },
    };
    let options = match kind {
        QuestionKind::Choice { options } | QuestionKind::Multi { options } => options,
        QuestionKind::Number { .. } | QuestionKind::Date { .. } => 0,
    };
    let key = |number: usize| u32::try_from(number * 7919).unwrap_or(0);
    QuestionSource {
        key: key(index),
        kind,
        option_keys: (0..options).map(key).collect(),
    }
}

/// From always to four questions at once, as in real guides.
fn line(index: usize, questions: usize) -> Condition {
    let about = |step: usize| holds((index * 7 + step * 3) % questions, index % 3);
    match index % 6 {
        0 => Condition::Always,
        1 | 2 => about(0),
        3 => Condition::All(vec![about(0), about(1)]),
        4 => Condition::Any(vec![about(0), Condition::Not(Box::new(about(1)))]),
        _ => Condition::Any(vec![
            Condition::All(vec![about(0), about(1)]),
            Condition::All(vec![about(2), about(3)]),
        ]),
    }
}

fn holds(question: usize, which: usize) -> Condition {
    match question % 4 {
        1 => {
            let bound = 60 + 10 * i64::try_from(which).unwrap_or(0);
            Condition::Number {
                question,
                range: NumberRange {
                    min: Some(bound),
                    max: Some(bound + 25),
                },
            }
        }
        2 => Condition::Multi {
            question,
            any_of: vec![which, which + 1],
            at_least: 1,
        },
        _ => Condition::Choice {
            question,
            any_of: vec![which],
        },
    }
}

/// One of the two answers to a question that the benches give.
pub(crate) fn answer(question: usize, which: usize) -> Answer {
    match question % 4 {
        1 => Answer::Number(55 + i64::try_from(which).unwrap_or(0)),
        2 => Answer::Multi(vec![which]),
        _ => Answer::Choice(which),
    }
}

/// One matter of the plan: two questions are everybody's, papers overlap, every third line leaves a choice.
pub(crate) fn plan_matter(matter: usize) -> (RuleSource, Lines) {
    let mut questions: Vec<QuestionSource> = (0..PLAN_QUESTIONS).map(question).collect();
    for own in &mut questions[SHARED..] {
        own.key += u32::try_from(1 + matter).unwrap_or(0);
    }
    let items = (0..PLAN_LINES)
        .map(|index| line(index + matter, PLAN_QUESTIONS))
        .collect();
    let lines = (0..PLAN_LINES).map(|index| {
        let from = if index % 3 == 2 { 3 } else { 1 };
        let needs = (0..from).map(|nth| need(matter * 5 + index * 2 + nth * 7));
        Line {
            item: u32::try_from(index).ok(),
            pick: 1,
            from: needs.map(Way::from).collect(),
        }
    });
    (
        RuleSource {
            id: 0,
            facts: Vec::new(),
            questions,
            stops: vec![holds(3, 2)],
            items,
            counted: Vec::new(),
            implied: Vec::new(),
        },
        Lines(lines.collect()),
    )
}

fn need(seed: usize) -> Need {
    let small = |number: usize| u32::try_from(number).unwrap_or(0);
    let hand_in = seed.is_multiple_of(4);
    Need {
        paper: small(seed % PAPERS),
        forms: vec![Form {
            item: None,
            shown: u32::from(!hand_in),
            handed_in: u32::from(hand_in),
            copies: small(seed % 3),
            fresh_days: seed.is_multiple_of(5).then_some(90),
            per: Vec::new(),
        }],
    }
}
