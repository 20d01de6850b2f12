//! The built widget, called as JavaScript calls it, says what the engine says. Needs node; without it, it only says so.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use onetrip_widget::rules::{
    Condition, NumberRange, QuestionKind, QuestionSource, RuleBook, RuleSource, Session, compile,
};
use onetrip_widget::share;
use onetrip_widget_bundle::place::Place;
use serde_json::{Value, json};

#[test]
fn the_built_widget_says_what_the_engine_says() {
    let book = compile(&rules()).expect("these rules are simple");
    let fragment = fragment(book.clone());
    let expected = [
        (json!(["next"]), json!(0)),
        (json!(["remaining"]), json!(3)),
        (json!(["items"]), json!([2, 1, 1])),
        (json!(["stop"]), json!(-1)),
        (json!(["stop_open"]), json!(true)),
        (json!(["open", 1]), json!([0, 1])),
        (json!(["fragment"]), json!("")),
        (json!(["choose", 0, 1]), Value::Null),
        (json!(["number", 1, "八十五"]), json!(1)),
        (json!(["number", 1, "-1"]), json!(2)),
        (json!(["number", 1, "131"]), json!(3)),
        (json!(["number", 1, "８５周岁"]), json!(0)),
        (json!(["answer", 1]), json!([85])),
        (json!(["next"]), json!(2)),
        (json!(["choose_many", 2, [2, 0, 99]]), Value::Null),
        (json!(["answer", 2]), json!([0, 2])),
        (json!(["answered", 2]), json!(1)),
        (json!(["next"]), json!(-1)),
        (json!(["items"]), json!([2, 2, 0])),
        (json!(["reasons", 1]), json!([0])),
        (json!(["fragment"]), json!(fragment)),
        (json!(["number", 1, "79"]), json!(0)),
        (json!(["stop"]), json!(0)),
        (json!(["relevant", 0]), json!(false)),
        (json!(["relevant", 1]), json!(true)),
        (json!(["clear", 1]), Value::Null),
        (json!(["unsure", 0]), Value::Null),
        (json!(["answered", 0]), json!(2)),
        (json!(["answer", 0]), json!([])),
        (json!(["restore", "garbage"]), json!(0)),
        (json!(["answered", 0]), json!(0)),
        (json!(["restore", fragment]), json!(1)),
        (json!(["fragment"]), json!(fragment)),
        (json!(["restore", fragment.replace("-c", "-c1")]), json!(5)),
        (json!(["choose", 4_294_967_295_u32, 7]), Value::Null),
        (json!(["choose", -1, 0.5]), Value::Null),
        (json!(["choose_many", 9, []]), Value::Null),
        (json!(["number", 77, "1"]), json!(1)),
        (json!(["answered", 77]), json!(0)),
        (json!(["relevant", 77]), json!(false)),
        (json!(["reasons", 77]), json!([])),
        (json!(["open", -1]), json!([])),
    ];
    let (calls, results): (Vec<Value>, Vec<Value>) = expected.into_iter().unzip();
    let Some(said) = in_node(&book, &calls) else {
        eprintln!("skipped: there is no node here");
        return;
    };
    assert_eq!(said["refused"], json!([null, null, null]), "damaged rules give no wizard");
    for (index, result) in results.iter().enumerate() {
        assert_eq!(&said["results"][index], result, "call {index}: {}", calls[index]);
    }
}

fn rules() -> RuleSource {
    let question =
        |key, kind, option_keys: &[u32]| QuestionSource { key, kind, option_keys: option_keys.to_vec() };
    let below_80 = NumberRange { min: None, max: Some(79) };
    RuleSource {
        questions: vec![
            question(1111, QuestionKind::Choice { options: 2 }, &[40, 50]),
            question(2222, QuestionKind::Number { min: 0, max: 130 }, &[]),
            question(3333, QuestionKind::Multi { options: 3 }, &[60, 70, 80]),
        ],
        stops: vec![Condition::Number { question: 1, range: below_80 }],
        items: vec![
            Condition::Always,
            Condition::Choice { question: 0, any_of: vec![1] },
            Condition::Not(Box::new(Condition::Multi { question: 2, any_of: vec![0] })),
        ],
    }
}

fn fragment(book: RuleBook) -> String {
    let mut session = Session::new(book);
    session.choose(0, 1);
    session.number(1, 85);
    session.choose_many(2, &[0, 2]);
    share::fragment(&session)
}

/// What node says, or nothing when there is no node.
fn in_node(book: &RuleBook, calls: &[Value]) -> Option<Value> {
    let dist = Place::find().expect("the tests run in the workspace").dist();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/face.js");
    let mut node =
        Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let input = json!({ "dist": dist, "rules": book.to_bytes(), "calls": calls });
    node.stdin.take().expect("it is piped").write_all(input.to_string().as_bytes()).expect("node reads it");
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success(), "node failed");
    Some(serde_json::from_slice(&output.stdout).expect("node writes JSON"))
}
