//! How long the engine alone takes in Chromium, at full speed and as on a cheap phone: figures for the note, no bounds.
//! The guide and the plan are those of the engine's benches.

#[path = "../../../wasm-widget/benches/common/mod.rs"]
mod common;

use common::{LINES, MATTERS, QUESTIONS, guide, plan_matter};
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;
use onetrip_widget::rules::{RuleSource, compile};
use serde_json::{Value, json};

use crate::page::{ALLOWANCE, Page, base_server, browser};
use crate::speed::{SLOWER, throttled};

/// Microseconds for an answer to a large guide, with all that the page asks for after it; half of the questions are answered.
/// The clock is coarse, so many turns are timed together.
const ANSWER: &str = "
  const wizard = wasm_bindgen.Wizard.open(Uint8Array.from(arguments[0]));
  const lines = wizard.items().length;
  const answer = (question, which) => {
    if (question % 4 === 1) wizard.number(question, String(55 + which));
    else if (question % 4 === 2) wizard.choose_many(question, Uint32Array.of(which));
    else wizard.choose(question, which);
  };
  for (let question = 0; question < 10; question++) answer(question, 0);
  const turns = (count) => {
    const begin = performance.now();
    for (let turn = 0; turn < count; turn++) {
      answer(10, turn % 2);
      wizard.items();
      for (let line = 0; line < lines; line++) wizard.reasons(line);
      wizard.next();
      wizard.remaining();
      wizard.stop();
    }
    return (performance.now() - begin) * 1000 / count;
  };
  turns(200);
  return turns(500);";

/// Microseconds for the merged list of a plan.
const MERGE: &str = "
  const trip = wasm_bindgen.Trip.open();
  // The bench numbers the papers itself.
  const numbers = Uint32Array.from({ length: 4096 }, (_, paper) => paper);
  arguments[0].forEach(([rules, lines], code) => trip.add(code, Uint8Array.from(rules), Uint8Array.from(lines), numbers));
  const turns = (count) => {
    const begin = performance.now();
    for (let turn = 0; turn < count; turn++) trip.merged();
    return (performance.now() - begin) * 1000 / count;
  };
  turns(100);
  return turns(300);";

/// Runs a script at full speed and throttled, and prints its microseconds.
fn measure(session: &Session, script: &str, input: &Value, what: &str) {
    let run = || {
        session
            .execute(script, std::slice::from_ref(input))
            .as_f64()
            .expect("microseconds")
    };
    let full = run();
    let slow = throttled(session, run);
    assert!(full > 0.0 && slow > 0.0, "{what}: nothing was done");
    println!("{what}: {full:.0} µs in Chromium, {slow:.0} µs at a {SLOWER}th of the speed");
}

fn bytes(source: &RuleSource) -> Vec<u8> {
    compile(source)
        .expect("the rules of the bench are simple")
        .to_bytes()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_evaluation_of_an_answer_is_measured() {
    let (server, session) = (base_server(), browser());
    Page::open(&session, &server.url(ALLOWANCE));
    let what = format!("an answer, {QUESTIONS} questions × {LINES} lines");
    measure(&session, ANSWER, &json!(bytes(&guide())), &what);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_merge_of_a_plan_is_measured() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    Page::open(&session, &server.url("wenyuan/plan.html#a01"));
    let matter = |matter| {
        let (source, lines) = plan_matter(matter);
        json!([bytes(&source), lines.to_bytes()])
    };
    let matters: Vec<_> = (0..MATTERS).map(matter).collect();
    measure(
        &session,
        MERGE,
        &json!(matters),
        &format!("the merge of {MATTERS} matters"),
    );
}
