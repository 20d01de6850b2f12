//! Nothing that arrives from outside makes the engine panic or hang.

mod support;

use onetrip_widget::rules::{Answer, RuleBook, Session, compile};
use onetrip_widget::share;
use onetrip_widget::wire::WireError;
use proptest::prelude::*;
use support::{rules, rules_and_answers, seal};

/// The format of rule books.
const FORMAT: u8 = 3;

/// Uses everything that a session offers.
fn exercise(book: RuleBook) {
    let questions = book.questions().len();
    let mut session = Session::new(book);
    for question in (0..questions + 2).chain([usize::MAX]) {
        session.choose(question, 0);
        session.choose(question, usize::MAX);
        session.choose_many(question, &[0, 1, usize::MAX]);
        session.number(question, 0);
        session.enter(question, "１岁");
        session.unsure(question + usize::from(question != usize::MAX));
        let _ = (
            session.relevant(question),
            session.answer(question),
            session.next(),
            session.remaining(),
        );
    }
    for item in (0..session.book().item_count()).chain([usize::MAX]) {
        let _ = (
            session.status(item),
            session.reasons(item),
            session.open(item),
        );
    }
    let _ = (session.stop(), session.possible_stops());
    let fragment = share::fragment(&session);
    share::restore(&mut session, &fragment);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_no_rules(mut bytes in proptest::collection::vec(any::<u8>(), 0..200), sealed: bool) {
        if sealed {
            seal(FORMAT, &mut bytes);
        }
        if let Ok(book) = RuleBook::from_bytes(&bytes) {
            exercise(book);
        }
    }

    #[test]
    fn changed_bytes_are_refused_or_are_sound_rules(
        source in rules(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut: prop::sample::Index,
        cuts: bool,
    ) {
        let whole = compile(&source).expect("small rules are not too complex").to_bytes();
        let mut bytes = whole.clone();
        for (index, value) in changes {
            let index = index.index(bytes.len());
            bytes[index] = value;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        prop_assert!(bytes == whole || RuleBook::from_bytes(&bytes).is_err(), "the fingerprint tells damage");
        seal(FORMAT, &mut bytes);
        if let Ok(book) = RuleBook::from_bytes(&bytes) {
            exercise(book);
        }
    }

    #[test]
    fn rules_survive_their_wire_form(source in rules()) {
        let book = compile(&source).expect("small rules are not too complex");
        let bytes = book.to_bytes();
        let again = RuleBook::from_bytes(&bytes).expect("its own bytes are readable");
        prop_assert_eq!(again.to_bytes(), bytes);
        prop_assert_eq!(again.fingerprint(), book.fingerprint());
        prop_assert_eq!(compile(&source).expect("as before").to_bytes(), again.to_bytes());
    }

    #[test]
    fn a_fragment_brings_the_answers_back((source, answers) in rules_and_answers()) {
        let book = compile(&source).expect("small rules are not too complex");
        let mut session = Session::new(book.clone());
        session.replace(answers.clone());
        let fragment = share::fragment(&session);
        prop_assert!(fragment.chars().all(|letter| letter.is_ascii_alphanumeric() || "-._".contains(letter)));
        prop_assert_eq!(fragment.is_empty(), answers.iter().all(|answer| *answer == Answer::Missing));
        let mut other = Session::new(book);
        let restored = share::restore(&mut other, &fragment);
        prop_assert_eq!(restored.something, !fragment.is_empty());
        prop_assert!(!restored.other_rules && !restored.dropped);
        for (question, answer) in answers.iter().enumerate() {
            prop_assert_eq!(other.answer(question), answer);
        }
        for end in 0..fragment.len() {
            let cut = share::restore(&mut other, &fragment[..end]);
            prop_assert!(!cut.something, "an address that was cut gives no answers");
        }
    }

    #[test]
    fn a_garbled_fragment_gives_answers_that_exist(
        (source, answers) in rules_and_answers(),
        garbage in "[-._a-z0-9#+%人]{0,40}",
        at: prop::sample::Index,
    ) {
        let mut session = Session::new(compile(&source).expect("small rules are not too complex"));
        share::restore(&mut session, &garbage);
        session.replace(answers);
        let mut fragment = share::fragment(&session);
        fragment.insert_str(at.index(fragment.len() + 1), &garbage);
        share::restore(&mut session, &fragment);
        let whole = share::fragment(&session);
        share::restore(&mut session, &whole);
        prop_assert_eq!(share::fragment(&session), whole);
    }
}

#[test]
fn another_format_is_told_from_damage() {
    let book = compile(&onetrip_widget::rules::RuleSource::default()).expect("no rules are rules");
    let mut bytes = book.to_bytes();
    assert!(RuleBook::from_bytes(&bytes).is_ok());
    bytes.push(0);
    assert_eq!(RuleBook::from_bytes(&bytes).err(), Some(WireError::Damaged));
    seal(FORMAT, &mut bytes);
    assert_eq!(
        RuleBook::from_bytes(&bytes).err(),
        Some(WireError::Damaged),
        "nothing may follow the rules"
    );
    bytes[0] = 1;
    assert_eq!(RuleBook::from_bytes(&bytes).err(), Some(WireError::Format));
    assert_eq!(RuleBook::from_bytes(&[]).err(), Some(WireError::Damaged));
}
