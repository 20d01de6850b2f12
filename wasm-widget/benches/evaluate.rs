//! How long a visitor waits after an answer: `cargo bench -p onetrip-widget`.
//!
//! Twenty questions and sixty lines. The promise is fifty microseconds on a desk machine, so that a phone stays
//! below a millisecond. A plain loop is enough to see whether that still holds.

mod common;

use common::{LINES, QUESTIONS, answer, guide, report};
use onetrip_widget::rules::{Answer, RuleBook, Session, Status, compile};

fn main() {
    let source = guide();
    let book = compile(&source).expect("the rules of the bench are simple");
    let bytes = book.to_bytes();
    println!(
        "{QUESTIONS} questions, {LINES} lines: {} nodes, {} bytes",
        book.node_count(),
        bytes.len()
    );
    report("compile", || compile(&source));
    report("from_bytes", || RuleBook::from_bytes(&bytes));
    let mut session = Session::new(book);
    for given in [0, 5, 10, 15, 19] {
        for question in 0..QUESTIONS {
            session.set(
                question,
                if question < given {
                    answer(question, 0)
                } else {
                    Answer::Missing
                },
            );
        }
        let needed = session
            .items()
            .filter(|status| *status == Status::Needed)
            .count();
        println!("{given} answers given, {needed} lines needed:");
        let mut turn = 0;
        report("  an answer: statuses, reasons, next", || {
            turn += 1;
            session.set(given, answer(given, turn % 2));
            look(&session)
        });
        report("  open questions of all lines", || {
            (0..LINES)
                .map(|item| session.open(item).len())
                .sum::<usize>()
        });
        report("  relevance of all questions", || {
            (0..QUESTIONS)
                .filter(|question| session.relevant(*question))
                .count()
        });
    }
}

/// What the page needs after each answer.
fn look(session: &Session) -> (usize, usize, Option<usize>, Option<usize>) {
    let needed = session
        .items()
        .filter(|status| *status == Status::Needed)
        .count();
    let reasons = (0..LINES).map(|item| session.reasons(item).len()).sum();
    (needed, reasons, session.next(), session.stop())
}
