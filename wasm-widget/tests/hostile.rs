//! Nothing that arrives from outside makes the engine panic or hang.

mod support;

use onetrip_widget::rules::{Answer, QuestionKind, RuleBook, RuleSource, Session, compile};
use onetrip_widget::share;
use onetrip_widget::wire::WireError;
use proptest::prelude::*;
use support::{dated_rules_and_answers, rules, rules_and_answers, seal};

/// The format of rule books.
const FORMAT: u8 = 6;

/// With dates and without.
fn any_rules() -> impl Strategy<Value = RuleSource> {
    prop_oneof![
        rules(),
        dated_rules_and_answers().prop_map(|(source, _)| source)
    ]
}

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
    // Any day that a script can name, with dates of the first and the last day that a question allows.
    for day in [i32::MIN, -1, 0, 20_782, i32::MAX] {
        session.visit(Some(day.into()));
        for question in 0..questions {
            for text in ["1900-01-01", "20281231", "9999-12-31", "0001-1-1"] {
                session.enter(question, text);
                session.turn();
            }
        }
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
        source in any_rules(),
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
    fn rules_survive_their_wire_form(source in any_rules()) {
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
    }

    #[test]
    fn what_a_chat_app_adds_behind_a_fragment_changes_nothing(
        (source, answers) in rules_and_answers(),
        added in "([&?#%/。，… +,;:!)\\]\"'人=].{0,30}|[.]{1,3}|https?://[a-z.]{0,9}|[.]{0,3}[&?#。…].{0,20})",
    ) {
        let book = compile(&source).expect("small rules are not too complex");
        let mut session = Session::new(book.clone());
        session.replace(answers.clone());
        let whole = share::fragment(&session);
        prop_assume!(!whole.is_empty());
        let mut other = Session::new(book);
        let restored = share::restore(&mut other, &format!("{whole}{added}"));
        prop_assert!(restored.something && !restored.cut && !restored.dropped, "{}{}", whole, added);
        for (question, answer) in answers.iter().enumerate() {
            prop_assert_eq!(other.answer(question), answer);
        }
    }

    #[test]
    fn a_cut_fragment_gives_only_answers_that_were_given(
        (source, answers) in rules_and_answers(),
        behind in "(|[.]{1,3}|…|。|[&?#].{0,9})",
    ) {
        let book = compile(&source).expect("small rules are not too complex");
        let mut session = Session::new(book.clone());
        session.replace(answers.clone());
        let whole = share::fragment(&session);
        let mut other = Session::new(book);
        let mut most = 0;
        for end in 0..whole.len().saturating_sub(1) {
            let restored = share::restore(&mut other, &format!("{}{behind}", &whole[..end]));
            let kept = (0..answers.len()).filter(|question| *other.answer(*question) != Answer::Missing).count();
            for (question, answer) in answers.iter().enumerate() {
                let now = other.answer(question);
                prop_assert!(now == answer || *now == Answer::Missing, "{} of {}: {:?}", end, whole, now);
            }
            // A key that begins like the end mark may look like it; what was read is right all the same.
            let like_the_end = whole[..end].rsplit('.').next().is_some_and(|part| part.starts_with('z'));
            prop_assert!(!restored.something || restored.cut || like_the_end, "{} of {}", end, whole);
            prop_assert_eq!(restored.something, kept > 0);
            prop_assert!(kept >= most, "a longer piece says no less");
            most = kept;
        }
        let given = answers.iter().filter(|answer| **answer != Answer::Missing).count();
        prop_assert!(most + 1 >= given, "all but the last answer are complete before the end mark");
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
fn dates_far_from_every_calendar_are_no_rules() {
    for (min, max) in [(i64::MIN, None), (0, Some(i64::MAX - 1)), (i64::MAX, None)] {
        let kind = QuestionKind::Date { min, max };
        let source = RuleSource {
            questions: vec![support::question(0, kind)],
            ..RuleSource::default()
        };
        assert!(compile(&source).is_err(), "{min} {max:?}");
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
