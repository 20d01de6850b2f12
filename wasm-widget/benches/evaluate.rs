//! How long a visitor waits after an answer: `cargo bench -p onetrip-widget`.
//!
//! Twenty questions and sixty lines. The promise is fifty microseconds on a desk machine, so that a phone stays
//! below a millisecond. A plain loop is enough to see whether that still holds.

use std::hint::black_box;
use std::time::{Duration, Instant};

use onetrip_widget::rules::{
    Answer, Condition, NumberRange, QuestionKind, QuestionSource, RuleBook, RuleSource, Session, Status,
    compile,
};

const QUESTIONS: usize = 20;
const LINES: usize = 60;
const ROUNDS: usize = 2000;

fn main() {
    let source = guide();
    let book = compile(&source).expect("the rules of the bench are simple");
    let bytes = book.to_bytes();
    println!("{QUESTIONS} questions, {LINES} lines: {} nodes, {} bytes", book.node_count(), bytes.len());
    report("compile", || compile(&source));
    report("from_bytes", || RuleBook::from_bytes(&bytes));
    let mut session = Session::new(book);
    for given in [0, 5, 10, 15, 19] {
        for question in 0..QUESTIONS {
            session.set(question, if question < given { answer(question, 0) } else { Answer::Missing });
        }
        let needed = session.items().filter(|status| *status == Status::Needed).count();
        println!("{given} answers given, {needed} lines needed:");
        let mut turn = 0;
        report("  an answer: statuses, reasons, next", || {
            turn += 1;
            session.set(given, answer(given, turn % 2));
            look(&session)
        });
        report("  open questions of all lines", || {
            (0..LINES).map(|item| session.open(item).len()).sum::<usize>()
        });
        report("  relevance of all questions", || {
            (0..QUESTIONS).filter(|question| session.relevant(*question)).count()
        });
    }
}

/// What the page needs after each answer.
fn look(session: &Session) -> (usize, usize, Option<usize>, Option<usize>) {
    let needed = session.items().filter(|status| *status == Status::Needed).count();
    let reasons = (0..LINES).map(|item| session.reasons(item).len()).sum();
    (needed, reasons, session.next(), session.stop())
}

/// The median and the slowest of many runs.
fn report<T>(name: &str, mut run: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    println!("{name:<40} median {:>9.1?}   99 % {:>9.1?}", times[ROUNDS / 2], times[ROUNDS * 99 / 100]);
}

fn guide() -> RuleSource {
    let questions = (0..QUESTIONS).map(question).collect();
    // Two that stop at once, and one that combines.
    let stops = vec![holds(1, 1), Condition::All(vec![holds(3, 2), holds(6, 1)]), holds(9, 2)];
    RuleSource { questions, stops, items: (0..LINES).map(line).collect() }
}

fn question(index: usize) -> QuestionSource {
    let kind = match index % 4 {
        1 => QuestionKind::Number { min: 0, max: 130 },
        2 => QuestionKind::Multi { options: 4 },
        _ => QuestionKind::Choice { options: 3 },
    };
    let options = match kind {
        QuestionKind::Choice { options } | QuestionKind::Multi { options } => options,
        QuestionKind::Number { .. } => 0,
    };
    let key = |number: usize| u32::try_from(number * 7919).unwrap_or(0);
    QuestionSource { key: key(index), kind, option_keys: (0..options).map(key).collect() }
}

/// From always to four questions at once, as in real guides.
fn line(index: usize) -> Condition {
    let about = |step: usize| holds((index * 7 + step * 3) % QUESTIONS, index % 3);
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
            Condition::Number { question, range: NumberRange { min: Some(bound), max: Some(bound + 25) } }
        }
        2 => Condition::Multi { question, any_of: vec![which, which + 1] },
        _ => Condition::Choice { question, any_of: vec![which] },
    }
}

fn answer(question: usize, which: usize) -> Answer {
    match question % 4 {
        1 => Answer::Number(55 + i64::try_from(which).unwrap_or(0)),
        2 => Answer::Multi(vec![which]),
        _ => Answer::Choice(which),
    }
}
