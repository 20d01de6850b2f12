//! Numbers with decimals: how they are typed, what rules make of them, and how they travel.

use std::cmp::Ordering;

use onetrip_widget::rules::{
    Answer, CompileError, Condition, NumberEntry, NumberRange, QuestionKind, QuestionSource,
    RuleBook, RuleSource, Session, Status, compile,
};
use onetrip_widget::share;
use onetrip_widget::trip::{Lines, Trip};
use proptest::prelude::*;

const AREA: usize = 0;

/// How large is your home? A paper is wanted below `below` steps.
fn home(id: u32, scale: u32, [min, max]: [i64; 2], below: i64) -> RuleSource {
    RuleSource {
        id,
        questions: vec![QuestionSource {
            key: 11,
            kind: QuestionKind::Number { min, max, scale },
            option_keys: Vec::new(),
        }],
        items: vec![Condition::Number {
            question: AREA,
            range: NumberRange {
                min: None,
                max: Some(below - 1),
            },
        }],
        ..RuleSource::default()
    }
}

/// Through the wire form, so that what is tested is what travels.
fn book(source: &RuleSource) -> RuleBook {
    let book = compile(source).expect("one question is simple");
    RuleBook::from_bytes(&book.to_bytes()).expect("its own bytes are readable")
}

/// One decimal, from 0 to 500, wanted below 45.5.
fn area() -> Session {
    Session::new(book(&home(7, 1, [0, 5000], 455)))
}

#[test]
fn decimals_are_read_as_people_type_them_or_not_at_all() {
    let mut session = area();
    for (text, steps) in [
        ("45.5", 455),
        ("４５．５", 455),
        ("45．5", 455),
        ("45。5", 455),
        ("45.50", 455),
        ("45.5000000000000000000000", 455),
        ("45.5平方米", 455),
        (" 45.5 平方米 ", 455),
        ("45.5m", 455),
        ("+45.5", 455),
        ("045.5", 455),
        ("45", 450),
        ("45平方米", 450),
        ("45.0", 450),
        ("0.5", 5),
        ("0", 0),
        ("-0.0", 0),
        ("500.0", 5000),
    ] {
        session.clear(AREA);
        assert_eq!(session.enter(AREA, text), NumberEntry::Taken, "{text}");
        assert_eq!(*session.answer(AREA), Answer::Number(steps), "{text}");
    }
    session.number(AREA, 455);
    for text in [
        "",
        ".",
        "．",
        ".5",
        "45.",
        "45.平方米",
        "45,5",
        "45，5",
        "45、5",
        "4.5.5",
        "45..5",
        "45 .5",
        "45. 5",
        "45.5.",
        "45.5 5",
        "1e1",
        "45.5e1",
        "45·5",
        "45点5",
        "45.5万",
        "四十五点五",
        "-",
        "-.5",
        "45.-5",
        "45.5，",
        "45 1/2",
        "45½",
    ] {
        assert_eq!(session.enter(AREA, text), NumberEntry::NotWhole, "{text}");
    }
    for text in [
        "45.55",
        "45.05",
        "45.501",
        "４５．５５平方米",
        "-0.01",
        "9999999999999999999999.99",
    ] {
        assert_eq!(session.enter(AREA, text), NumberEntry::TooFine, "{text}");
    }
    assert_eq!(session.enter(AREA, "-0.1"), NumberEntry::BelowMin);
    assert_eq!(session.enter(AREA, "500.1"), NumberEntry::AboveMax);
    assert_eq!(session.enter(AREA, &"9".repeat(60)), NumberEntry::AboveMax);
    assert_eq!(
        session.enter(AREA, "999999999999999999.9"),
        NumberEntry::AboveMax
    );
    assert_eq!(
        session.enter(AREA, &format!("-{}.5", "9".repeat(60))),
        NumberEntry::BelowMin
    );
    assert_eq!(
        *session.answer(AREA),
        Answer::Number(455),
        "what is not taken changes nothing"
    );
}

#[test]
fn a_whole_number_takes_no_point() {
    let mut session = Session::new(book(&home(7, 0, [0, 500], 45)));
    for text in ["45.5", "45.0", "45.", "45．5"] {
        assert_eq!(session.enter(AREA, text), NumberEntry::NotWhole, "{text}");
    }
    assert_eq!(session.enter(AREA, "45"), NumberEntry::Taken);
}

#[test]
fn a_bound_with_a_decimal_parts_its_neighbours() {
    let mut session = area();
    for (text, status) in [
        ("45.4", Status::Needed),
        ("45.5", Status::NotNeeded),
        ("45", Status::Needed),
        ("46", Status::NotNeeded),
        ("4.6", Status::Needed),
    ] {
        session.enter(AREA, text);
        assert_eq!(session.status(0), status, "{text}");
    }
}

#[test]
fn an_address_means_the_same_number_whatever_the_question_takes_now() {
    let mut before = area();
    before.enter(AREA, "45.5");
    let fragment = share::fragment(&before);
    assert!(fragment.ends_with(".b-n455d1.z"), "{fragment}");
    let restored = |scale: u32, max: i64, fragment: &str| {
        let mut session = Session::new(book(&home(7, scale, [-max, max], 1)));
        let restored = share::restore(&mut session, fragment);
        (session.answer(AREA).clone(), restored.dropped)
    };
    assert_eq!(restored(1, 5000, &fragment), (Answer::Number(455), false));
    assert_eq!(
        restored(3, 500_000, &fragment),
        (Answer::Number(45_500), false)
    );
    assert_eq!(
        restored(0, 500, &fragment),
        (Answer::Missing, true),
        "45.5 is no whole number"
    );
    let whole = fragment.replace("n455d1", "n45");
    assert_eq!(restored(1, 5000, &whole), (Answer::Number(450), false));
    assert_eq!(
        restored(0, 500, &fragment.replace("n455d1", "n450d1")),
        (Answer::Number(45), false)
    );
    assert_eq!(
        restored(1, 5000, &fragment.replace("n455d1", "n-455d1")),
        (Answer::Number(-455), false)
    );
    for strange in [
        "n455d",
        "n455d5",
        "n455d1d1",
        "nd1",
        "n455d-1",
        "n455d99999999999",
        "n9223372036854775807",
        "n9223372036854775807d1",
        "n-9223372036854775808",
    ] {
        let (answer, _) = restored(4, 5_000_000, &fragment.replace("n455d1", strange));
        assert_eq!(answer, Answer::Missing, "{strange}");
    }
}

#[test]
fn the_same_question_has_the_same_decimals() {
    let none = Lines::default().to_bytes();
    let mut trip = Trip::new();
    for (code, scale) in [(1, 1), (2, 0), (3, 1)] {
        let lines = Lines::from_bytes(&none).expect("its own bytes are readable");
        let source = home(code, scale, [0, 5000], 455);
        assert!(trip.add(code, book(&source), lines, &[]).is_some());
    }
    assert_eq!(trip.enter(0, AREA, "45.5"), NumberEntry::Taken);
    assert_eq!(*trip.answer(2, AREA), Answer::Number(455));
    assert_eq!(
        *trip.answer(1, AREA),
        Answer::Missing,
        "455 is another home than 45.5"
    );
    assert_eq!(trip.enter(1, AREA, "45.5"), NumberEntry::NotWhole);
}

#[test]
fn more_than_four_decimals_are_refused() {
    let source = home(7, 5, [0, 500], 45);
    assert_eq!(
        compile(&source).map(|_| ()),
        Err(CompileError::BadQuestion { question: 0 })
    );
}

/// A number as digits before and behind a point, told apart without any arithmetic but of digits.
fn compared(one: &str, other: &str) -> Ordering {
    let parts = |text: &str| {
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        (format!("{whole:0>12}"), format!("{rest:0<12}"))
    };
    parts(one).cmp(&parts(other))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_typed_decides_as_it_reads(
        typed in "[1-9][0-9]{0,2}(\\.[0-9]{1,4})?",
        bound in "[1-9][0-9]{0,2}(\\.[0-9]{1,4})?",
    ) {
        let mut session = Session::new(book(&home(7, 4, [0, 100_000_000], 1)));
        let steps = |session: &mut Session, text: &str| {
            assert_eq!(session.enter(AREA, text), NumberEntry::Taken, "{text}");
            match session.answer(AREA) {
                Answer::Number(steps) => *steps,
                other => panic!("{other:?}"),
            }
        };
        let bound_steps = steps(&mut session, &bound);
        let mut session = Session::new(book(&home(7, 4, [0, 100_000_000], bound_steps)));
        steps(&mut session, &typed);
        let below = compared(&typed, &bound) == Ordering::Less;
        prop_assert_eq!(session.status(0) == Status::Needed, below);
        let mut again = Session::new(session.book().clone());
        share::restore(&mut again, &share::fragment(&session));
        prop_assert_eq!(again.answer(AREA), session.answer(AREA));
    }
}
