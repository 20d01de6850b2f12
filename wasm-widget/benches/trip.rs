//! How long a visitor waits after an answer to the plan of several matters: `cargo bench -p onetrip-widget --bench trip`.
//!
//! Ten matters with six questions and twelve lines each. The promise is five milliseconds in the browser.

mod common;

use common::{MATTERS, PAPERS, PLAN_QUESTIONS, answer, plan_matter, report};
use onetrip_widget::rules::{Answer, compile};
use onetrip_widget::share;
use onetrip_widget::trip::Trip;

fn main() {
    let mut trip = Trip::new();
    let numbers: Vec<u32> = (0..).take(PAPERS).collect();
    for (matter, code) in (0..MATTERS).zip(0..) {
        let (source, lines) = plan_matter(matter);
        trip.add(
            code,
            compile(&source).expect("the rules of the bench are simple"),
            lines,
            &numbers,
        );
    }
    println!("{MATTERS} matters, {} questions", trip.questions().len());
    for given in [0, 1, 3, 6] {
        for (matter, question) in
            (0..MATTERS).flat_map(|matter| (0..PLAN_QUESTIONS).map(move |nth| (matter, nth)))
        {
            let answer = if question < given {
                answer(question, 0)
            } else {
                Answer::Missing
            };
            trip.set(matter, question, &answer);
        }
        println!(
            "{given} answers given in each matter, {} rows:",
            trip.merge().len()
        );
        report("  merge", || trip.merge());
        let mut turn = 0;
        report("  a shared answer, questions, merge", || {
            turn += 1;
            trip.set(0, 0, &answer(0, turn % 2));
            (trip.questions(), trip.next(), trip.merge())
        });
        let fragment = share::trip_fragment(&trip);
        report("  restore a fragment", || {
            share::restore_trip(&mut trip, &fragment)
        });
    }
}
