//! Whatever the rules and the answers, the engine says what looking at every completion says.

mod support;

use onetrip_widget::rules::{
    Answer, Example, QuestionKind, RuleBook, RuleSource, Session, Status, compile,
};
use onetrip_widget::share;
use proptest::prelude::*;
use support::{
    Outcome, Truth, VISITS, dated_rules_and_answers, day, outcome, possible, rules_and_answers,
    rules_and_situation, visit_of,
};

/// Through the wire form, so that what is tested is what travels.
fn session(source: &RuleSource, answers: &[Answer]) -> Session {
    let book = compile(source).expect("small rules are not too complex");
    let mut session =
        Session::new(RuleBook::from_bytes(&book.to_bytes()).expect("its own bytes are readable"));
    session.visit(visit_of(&source.questions, answers));
    for (question, answer) in answers.iter().enumerate() {
        session.set(question, answer.clone());
    }
    session
}

/// With dates and without.
fn any_rules() -> impl Strategy<Value = (RuleSource, Vec<Answer>)> {
    prop_oneof![rules_and_answers(), dated_rules_and_answers()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn with_all_questions_answered_the_conditions_themselves_decide((source, situation) in rules_and_situation()) {
        let session = session(&source, &situation);
        prop_assert_eq!(session.next(), None);
        match outcome(&source, &situation) {
            Outcome::Stop(stop) => {
                prop_assert_eq!(session.stop(), Some(stop));
                prop_assert!(session.items().all(|status| status == Status::NotNeeded));
            }
            Outcome::List(list) => {
                prop_assert_eq!(session.stop(), None);
                prop_assert!(!session.stop_open());
                for (item, on_list) in list.iter().enumerate() {
                    prop_assert_eq!(session.status(item), if *on_list { Status::Needed } else { Status::NotNeeded });
                }
            }
        }
    }

    #[test]
    fn statuses_and_stops_are_those_of_all_completions((source, answers) in any_rules()) {
        let (session, truth) = (session(&source, &answers), Truth::new(&source, &answers));
        prop_assert_eq!(session.stop(), truth.certain_stop());
        prop_assert_eq!(session.stop_open(), !truth.stops().is_empty());
        prop_assert_eq!(session.possible_stops(), truth.stops().into_iter().collect::<Vec<_>>());
        for item in 0..source.items.len() {
            prop_assert_eq!(session.status(item) == Status::Needed, truth.is_needed(item));
            prop_assert_eq!(session.status(item) == Status::NotNeeded, truth.is_not_needed(item));
        }
    }

    #[test]
    fn a_number_spans_what_lists_with_the_item_can_have((source, answers) in any_rules()) {
        let (session, truth) = (session(&source, &answers), Truth::new(&source, &answers));
        for (question, asked) in source.questions.iter().enumerate() {
            if !matches!(asked.kind, QuestionKind::Number { .. }) {
                prop_assert_eq!(session.span(question, None), None);
                continue;
            }
            for item in (0..source.items.len()).map(Some).chain([None]) {
                let numbers = truth.numbers(question, item);
                let ends = numbers.first().copied().zip(numbers.last().copied());
                prop_assert_eq!(session.span(question, item), ends, "item {:?}", item);
            }
        }
    }

    #[test]
    fn a_question_is_asked_exactly_while_it_can_change_something((source, answers) in any_rules()) {
        let (session, truth) = (session(&source, &answers), Truth::new(&source, &answers));
        let mut to_ask = Vec::new();
        for (question, answer) in answers.iter().enumerate() {
            if question >= source.questions.len() {
                prop_assert!(!session.relevant(question), "nobody is asked for the day of the visit");
                continue;
            }
            let relevant = truth.is_relevant(question);
            prop_assert_eq!(session.relevant(question), relevant, "question {}", question);
            if relevant && *answer == Answer::Missing {
                to_ask.push(question);
            }
        }
        prop_assert_eq!(session.next(), to_ask.first().copied());
        prop_assert_eq!(session.remaining(), to_ask.len());
        let undecided = truth.is_undecided();
        let unsure = answers.contains(&Answer::Unsure);
        prop_assert!(unsure || undecided != to_ask.is_empty(), "asking ends when the outcome is certain, not before");
        for item in 0..source.items.len() {
            let depends = session.status(item) == Status::Depends;
            let open = if depends { truth.open(item) } else { Vec::new() };
            prop_assert_eq!(open.is_empty(), !depends, "what is open names what decides it");
            prop_assert_eq!(session.open(item), open);
        }
    }

    #[test]
    fn an_answer_to_an_irrelevant_question_changes_nothing((source, answers) in any_rules()) {
        let session = session(&source, &answers);
        for question in (0..answers.len()).filter(|question| !session.relevant(*question)) {
            let Some(kind) = source.questions.get(question).map(|asked| asked.kind) else {
                continue;
            };
            let visit = visit_of(&source.questions, &answers);
            let others = [Answer::Missing, Answer::Unsure].into_iter().chain(possible(kind, visit));
            for answer in others {
                let mut changed = session.clone();
                changed.set(question, answer);
                prop_assert!(changed.items().eq(session.items()));
                prop_assert_eq!(changed.stop(), session.stop());
                prop_assert_eq!(changed.possible_stops(), session.possible_stops());
                prop_assert_eq!(changed.next(), session.next());
                prop_assert_eq!(changed.remaining(), session.remaining());
                prop_assert!(!changed.relevant(question));
            }
        }
    }

    #[test]
    fn reasons_suffice_and_none_can_be_missed((source, answers) in any_rules()) {
        let session = session(&source, &answers);
        for item in 0..source.items.len() {
            let reasons = session.reasons(item);
            if session.status(item) != Status::Needed {
                prop_assert!(reasons.is_empty());
                continue;
            }
            let only = |kept: &[usize]| {
                let keep = |question: usize| {
                    let stays = kept.contains(&question) || question >= source.questions.len();
                    if stays { answers[question].clone() } else { Answer::Missing }
                };
                Truth::new(&source, &(0..answers.len()).map(keep).collect::<Vec<_>>())
            };
            prop_assert!(reasons.iter().all(|question| answers[*question].is_given()));
            prop_assert!(reasons.is_sorted());
            prop_assert!(only(&reasons).is_needed(item), "{:?} do not suffice", reasons);
            for reason in &reasons {
                let fewer: Vec<usize> = reasons.iter().copied().filter(|other| other != reason).collect();
                prop_assert!(!only(&fewer).is_needed(item), "{:?} suffice without {}", reasons, reason);
            }
        }
    }

    #[test]
    fn an_example_is_given_exactly_where_there_is_one((source, _) in rules_and_situation()) {
        let nothing = vec![Answer::Missing; source.questions.len()];
        let truth = Truth::new(&source, &nothing);
        for item in 0..source.items.len() {
            match session(&source, &[]).book().example(item, 0) {
                None => prop_assert!(truth.is_not_needed(item)),
                Some(Example { answers, .. }) => prop_assert!(Truth::new(&source, &answers).is_needed(item) && Truth::new(&source, &answers).stops().is_empty()),
            }
        }
    }

    #[test]
    fn asking_in_order_ends_with_a_certain_outcome((source, situation) in rules_and_situation()) {
        let mut session = session(&source, &[]);
        let mut bound = session.remaining();
        while let Some(question) = session.next() {
            session.set(question, situation[question].clone());
            prop_assert!(session.remaining() < bound);
            bound = session.remaining();
        }
        let truth = outcome(&source, &situation);
        let list = session.items().map(|status| status == Status::Needed).collect();
        let reached = session.stop().map_or(Outcome::List(list), Outcome::Stop);
        prop_assert_eq!(reached, truth, "the questions not asked cannot matter");
    }

    #[test]
    fn whatever_is_still_open_the_list_turns_on_a_day_on_which_it_differs((source, answers) in dated_rules_and_answers()) {
        let mut session = session(&source, &answers);
        let Some(turn) = session.turn() else {
            return Ok(());
        };
        let truth = |day: i64| {
            let mut answers = answers.clone();
            answers.pop();
            answers.push(Answer::Number(day));
            let truth = Truth::new(&source, &answers);
            let items = (0..source.items.len()).map(|item| (truth.is_needed(item), truth.is_not_needed(item)));
            (truth.stops(), items.collect::<Vec<_>>())
        };
        let here = visit_of(&source.questions, &answers).expect("it has a day");
        prop_assert!(turn.day > here);
        if turn.day < day((2029, 3, 1)) {
            prop_assert!(truth(turn.day) != truth(here), "on {}", turn.day);
        }
    }

    #[test]
    fn an_address_brings_the_answers_back_and_leaves_the_day_alone((source, answers) in any_rules()) {
        let session = session(&source, &answers);
        let mut other = Session::new(session.book().clone());
        let day = session.visited().map(|day| day + 1);
        other.visit(day);
        let restored = share::restore(&mut other, &share::fragment(&session));
        prop_assert!(!restored.dropped && !restored.cut && !restored.other_rules);
        prop_assert_eq!(other.visited(), day);
        for question in 0..source.questions.len() {
            prop_assert_eq!(other.answer(question), session.answer(question));
        }
    }

    #[test]
    fn an_example_with_dates_is_one((source, answers) in dated_rules_and_answers()) {
        let today = visit_of(&source.questions, &answers).expect("it has a day");
        for item in 0..source.items.len() {
            let Some(Example { mut answers, visit }) = session(&source, &[]).book().example(item, today) else {
                continue;
            };
            answers.truncate(source.questions.len());
            answers.push(Answer::Number(visit));
            // On some days nobody has such a date; then it has no answer, and the list may have the item or not.
            let has_day = source.questions.iter().zip(&answers).all(|(asked, answer)| {
                !matches!(asked.kind, QuestionKind::Date { .. }) || answer.is_given()
            });
            let truth = Truth::new(&source, &answers);
            prop_assert!(!has_day || truth.is_needed(item) && truth.stops().is_empty());
        }
    }

    #[test]
    fn the_list_turns_on_the_first_day_on_which_it_differs((source, answers) in dated_rules_and_answers()) {
        // All is answered, so that nothing but the day makes the difference.
        let visit = visit_of(&source.questions, &answers).expect("it has a day");
        let full = source.questions.iter().zip(&answers).map(|(asked, answer)| {
            let first = possible(asked.kind, Some(visit)).first().cloned();
            if answer.is_given() { answer.clone() } else { first.unwrap_or_default() }
        });
        let mut full: Vec<Answer> = full.chain([Answer::Number(visit)]).collect();
        if full.contains(&Answer::Missing) {
            return Ok(());
        }
        let mut session = session(&source, &full);
        let here = outcome(&source, &full);
        let last = day((2029, 3, 1));
        let turn = (visit + 1..last).find(|later| {
            *full.last_mut().expect("the visit") = Answer::Number(*later);
            outcome(&source, &full) != here
        });
        prop_assert_eq!(session.visited(), Some(visit));
        prop_assert_eq!(session.turn().map(|turn| turn.day).filter(|day| *day < last), turn);
    }
}

#[test]
fn the_days_of_the_calendar_are_those_of_walking_through_it() {
    use onetrip_widget::rules::{civil, day as number};
    for (year, month, of_month) in VISITS {
        let walked = day((year, month, of_month));
        assert_eq!(number(year, month.into(), of_month.into()), Some(walked));
        assert_eq!(civil(walked), (year, month.into(), of_month.into()));
    }
    let mut expected = number(1599, 12, 31).expect("it is one");
    for year in 1600..2500 {
        for month in 1..=12 {
            let mut found = 0;
            for of_month in 1..=32 {
                let Some(one) = number(year, month, of_month) else {
                    continue;
                };
                expected += 1;
                found += 1;
                assert_eq!(one, expected, "{year}-{month}-{of_month}");
                assert_eq!(civil(one), (year, month, of_month));
            }
            let leap = year % 4 == 0 && !(year % 100 == 0 && year % 400 != 0);
            let days = [
                31,
                28 + i64::from(leap),
                31,
                30,
                31,
                30,
                31,
                31,
                30,
                31,
                30,
                31,
            ];
            assert_eq!(found, days[usize::try_from(month - 1).expect("small")]);
        }
    }
    assert_eq!(number(1970, 1, 1), Some(0));
    assert_eq!(number(2027, 2, 29), None);
}
