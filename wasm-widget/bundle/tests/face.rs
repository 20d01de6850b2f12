//! The built faces, called as JavaScript calls it, say what the engine says. Needs node; without it, it only says so.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use onetrip_widget::rules::{
    Condition, NumberRange, QuestionKind, QuestionSource, RuleBook, RuleSource, Session, compile,
};
use onetrip_widget::trip::{Form, Line, Lines, Need, Way};
use onetrip_widget::{share, slip};
use onetrip_widget_bundle::face::{Face, SLIP, TRIP, WIZARD};
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
        (json!(["open", 1]), json!([0])),
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
    let bytes = book.to_bytes();
    let changed: Vec<u8> = bytes
        .iter()
        .enumerate()
        .map(|(at, byte)| byte ^ u8::from(at == 9))
        .collect();
    let open = json!([[{ "bytes": [0] }], [{ "bytes": bytes[1..] }], [{ "bytes": changed }], [{ "bytes": bytes }]]);
    check(
        &[(WIZARD, "wasm_bindgen.Wizard.open(...values)"), (SLIP, "")],
        &open,
        &json!([null, null, null]),
        &expected,
    );
}

#[test]
fn numbers_beyond_32_bits_keep_their_value() {
    const MOST: i64 = 9_007_199_254_740_991;
    let income = |min| Condition::Number {
        question: 0,
        range: NumberRange {
            min: Some(min),
            max: None,
        },
    };
    let book = compile(&RuleSource {
        id: 7,
        questions: vec![QuestionSource {
            key: 11,
            kind: QuestionKind::Number {
                min: -MOST,
                max: MOST,
                scale: 0,
            },
            option_keys: Vec::new(),
        }],
        items: vec![income(3_000_000_001), income(MOST)],
        ..RuleSource::default()
    })
    .expect("one question is simple");
    let with = |number: i64| {
        let mut session = Session::new(book.clone());
        session.number(0, number);
        share::fragment(&session)
    };
    let mut expected = Vec::new();
    for (number, items) in [
        (3_000_000_000, [0, 0]),
        (3_000_000_001, [2, 0]),
        (MOST, [2, 2]),
        (-MOST, [0, 0]),
    ] {
        expected.extend([
            (json!(["number", 0, number.to_string()]), json!(0)),
            (json!(["answer", 0]), json!([number])),
            (json!(["items"]), json!(items)),
            (json!(["fragment"]), json!(with(number))),
            (json!(["clear", 0]), Value::Null),
            (json!(["restore", with(number)]), json!(1)),
            (json!(["answer", 0]), json!([number])),
        ]);
    }
    check(
        &[(WIZARD, "wasm_bindgen.Wizard.open(...values)"), (SLIP, "")],
        &json!([[{ "bytes": book.to_bytes() }]]),
        &json!([]),
        &expected,
    );
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one walk through everything that the module exports"
)]
fn the_built_trip_says_what_the_engine_says() {
    let mut other = rules();
    other.stops.clear();
    other.questions.truncate(1);
    other.items = vec![Condition::Choice {
        question: 0,
        any_of: vec![0],
    }];
    let bytes = |source: &RuleSource| json!({ "bytes": compile(source).expect("these rules are simple").to_bytes() });
    let form = |shown, copies| Form {
        shown,
        copies,
        ..Form::default()
    };
    let forms = |paper, forms: &[Form]| Need {
        paper,
        forms: forms.to_vec(),
    };
    let need = |paper, shown, copies| forms(paper, &[form(shown, copies)]);
    let line = |item, from: &[Need]| Line {
        item,
        pick: 1,
        from: from.iter().cloned().map(Way::from).collect(),
    };
    let stays = Form {
        handed_in: 1,
        fresh_days: Some(90),
        ..Form::default()
    };
    let two_forms = [(1, 1), (2, 2)].map(|(item, copies)| Form {
        item: Some(item),
        ..form(0, copies)
    });
    let one = Lines(vec![
        line(None, &[need(0, 1, 1)]),
        line(Some(1), &[forms(1, &[stays])]),
        line(None, &[need(0, 1, 0), need(2, 1, 0)]),
        line(None, &[forms(3, &two_forms)]),
    ]);
    let two = Lines(vec![
        line(None, &[need(0, 1, 2)]),
        line(Some(0), &[need(1, 1, 1), need(2, 1, 1)]),
        line(Some(0), &[need(1, 1, 1), need(3, 1, 1)]),
    ]);
    let lines = |lines: &Lines| json!({ "bytes": lines.to_bytes() });
    let [back, stay] = [1, 2];
    let total = |paper, sure: [u32; 3], fresh, most: [u32; 3]| {
        json!({
            "paper": paper, "originals": sure[0], "handIn": sure[1], "copies": sure[2], "freshDays": fresh,
            "maybeOriginals": most[0], "maybeHandIn": most[1], "maybeCopies": most[2],
            "keep": if most[1] == 0 { back } else { stay },
        })
    };
    let by = |matter, line, needed| json!({ "matter": matter, "line": line, "needed": needed });
    let together = total(2, [0, 0, 0], 0, [1, 0, 2]);
    let open = |paper| total(paper, [0, 0, 0], 0, [1, 0, 1]);
    let choice = |line, other| {
        let way = |at, paper| json!({ "at": [at], "papers": [open(paper)] });
        json!({ "needed": false, "pick": 1, "suggested": 2, "ways": [way(0, 2), way(1, other)],
                "uses": [by(1, line, false)], "serves": [], "together": together })
    };
    let paper = |needed, papers: Value, uses: &[Value], serves: &[Value]| {
        json!({ "needed": needed, "pick": 0, "suggested": -1, "ways": [], "paper": papers, "uses": uses, "serves": serves,
                "together": null })
    };
    let merged = json!([
        paper(
            true,
            total(0, [1, 0, 3], 0, [1, 0, 3]),
            &[by(0, 0, true), by(1, 0, true)],
            &[by(0, 2, true)]
        ),
        choice(1, 3),
        choice(2, 5),
        paper(
            false,
            total(4, [0, 0, 0], 90, [1, 1, 0]),
            &[by(0, 1, false)],
            &[]
        ),
        paper(
            true,
            total(6, [0, 0, 1], 0, [0, 0, 2]),
            &[by(0, 3, true)],
            &[]
        ),
    ]);
    let mine = [0, 4, 5, 6];
    let expected = [
        (json!(["next"]), json!([])),
        (json!(["merged"]), json!([])),
        (json!(["fragment"]), json!("")),
        (
            json!(["add", 7, { "bytes": [] }, lines(&one), mine]),
            json!(-1),
        ),
        (
            json!(["add", 7, bytes(&rules()), { "bytes": [1] }, mine]),
            json!(-1),
        ),
        (
            json!(["add", 7, bytes(&other), lines(&one), mine]),
            json!(-1),
        ),
        (
            json!(["add", 7, bytes(&rules()), lines(&one), [0, 4, 5]]),
            json!(-1),
        ),
        (
            json!(["add", 7, bytes(&rules()), lines(&one), mine]),
            json!(0),
        ),
        (
            json!(["add", 9, bytes(&other), lines(&two), [0, 2, 3, 5]]),
            json!(1),
        ),
        (json!(["next"]), json!([0, 0])),
        (json!(["remaining"]), json!(3)),
        (json!(["open", 0, 1]), json!([0])),
        (json!(["merged"]), merged),
        (json!(["choose", 1, 0, 1]), Value::Null),
        (json!(["answer", 0, 0]), json!([1])),
        (json!(["answered", 0, 0]), json!(1)),
        (json!(["relevant", 0, 0]), json!(true)),
        (json!(["next"]), json!([0, 1])),
        (json!(["number", 0, 1, "131"]), json!(3)),
        (json!(["number", 0, 1, "７９"]), json!(0)),
        (json!(["stop", 0]), json!(0)),
        (json!(["stop", 1]), json!(-1)),
        (json!(["stop_open", 1]), json!(false)),
        (json!(["has_list", 0]), json!(false)),
        (json!(["has_list", 1]), json!(true)),
        (json!(["has_list", 9]), json!(false)),
        (json!(["remaining"]), json!(0)),
        (json!(["number", 0, 1, "85"]), json!(0)),
        (json!(["choose_many", 0, 2, [1]]), Value::Null),
        (json!(["items", 0]), json!([2, 2, 2])),
        (json!(["items", 1]), json!([0])),
        (json!(["restore", "t1.5_1.z"]), json!(4)),
        (json!(["wanted"]), json!([5])),
        (json!(["restore", "t1.5_1.7_1.uv-c1e.9_1.z"]), json!(7)),
        (json!(["wanted"]), json!([5, 7, 9])),
        (json!(["answer", 1, 0]), json!([1])),
        (json!(["unsure", 0, 0]), Value::Null),
        (json!(["answered", 1, 0]), json!(2)),
        (json!(["remove", 0]), Value::Null),
        (json!(["clear", 0, 0]), Value::Null),
        (json!(["next"]), json!([0, 0])),
        (json!(["choose", 9, 9, 9]), Value::Null),
        (json!(["items", 9]), json!([])),
        (json!(["stop", -1]), json!(-1)),
    ];
    check(
        &[(TRIP, "wasm_bindgen.Trip.open()"), (SLIP, "")],
        &json!([[]]),
        &json!([]),
        &expected,
    );
}

#[test]
fn the_built_slip_draws_what_the_engine_draws() {
    let text = "https://example.org/a07.html#1.abc.d-e.z";
    let expected = [
        (json!(["modules", text]), json!(slip::modules(text))),
        (
            json!(["modules", "文".repeat(777)]),
            json!(slip::modules(&"文".repeat(777))),
        ),
        (json!(["modules", "x".repeat(2332)]), json!([])),
    ];
    check(
        &[(SLIP, "onetrip_slip"), (WIZARD, "")],
        &json!([[]]),
        &json!([]),
        &expected,
    );
}

fn rules() -> RuleSource {
    let question = |key, kind, option_keys: &[u32]| QuestionSource {
        key,
        kind,
        option_keys: option_keys.to_vec(),
    };
    let below_80 = NumberRange {
        min: None,
        max: Some(79),
    };
    RuleSource {
        counted: Vec::new(),
        implied: Vec::new(),
        id: 4444,
        facts: Vec::new(),
        questions: vec![
            question(1111, QuestionKind::Choice { options: 2 }, &[40, 50]),
            question(
                2222,
                QuestionKind::Number {
                    min: 0,
                    max: 130,
                    scale: 0,
                },
                &[],
            ),
            question(3333, QuestionKind::Multi { options: 3 }, &[60, 70, 80]),
        ],
        stops: vec![Condition::Number {
            question: 1,
            range: below_80,
        }],
        items: vec![
            Condition::Always,
            Condition::Choice {
                question: 0,
                any_of: vec![1],
            },
            Condition::Not(Box::new(Condition::Multi {
                at_least: 1,
                question: 2,
                any_of: vec![0],
            })),
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

/// Calls what the last of `open` makes of the first face, with the other faces beside it. Each call is a name and values.
fn check(faces: &[(Face, &str)], open: &Value, refused: &Value, expected: &[(Value, Value)]) {
    let face = |(face, make): &(Face, &str)| json!({ "name": face.name, "global": face.global, "make": make });
    let calls: Vec<&Value> = expected.iter().map(|(call, _)| call).collect();
    let faces: Vec<Value> = faces.iter().map(face).collect();
    let Some(said) = in_node(&json!({ "faces": faces, "open": open, "calls": calls })) else {
        eprintln!("skipped: there is no node here");
        return;
    };
    assert_eq!(&said["refused"], refused);
    for (index, (call, result)) in expected.iter().enumerate() {
        assert_eq!(&said["results"][index], result, "call {index}: {call}");
    }
}

/// What node says, or nothing when there is no node.
fn in_node(input: &Value) -> Option<Value> {
    let mut input = input.clone();
    input["dist"] = json!(
        Place::find()
            .expect("the tests run in the workspace")
            .dist()
    );
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/face.js");
    let mut node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    node.stdin
        .take()
        .expect("it is piped")
        .write_all(input.to_string().as_bytes())
        .expect("node reads it");
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success(), "node failed");
    Some(serde_json::from_slice(&output.stdout).expect("node writes JSON"))
}
