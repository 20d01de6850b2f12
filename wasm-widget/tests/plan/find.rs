//! What one may apply for, held against every completion of the answers.

use onetrip_widget::find::{Finder, Standing};
use onetrip_widget::rules::{Answer, RuleBook, RuleSource, Session, compile};
use onetrip_widget::share;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{Plan, add, plan};
use crate::support::Truth;

/// What the finder has of a matter: its stops and items, and nothing that is counted.
fn refusing(source: &RuleSource) -> RuleSource {
    RuleSource {
        counted: Vec::new(),
        ..source.clone()
    }
}

/// Through the wire form, with all answers given.
fn finder(plan: &Plan) -> Finder {
    let mut finder = Finder::new();
    finder.visit(Some(plan.visit));
    finder.follow(plan.follows.clone());
    for matter in &plan.matters {
        let book = |source| compile(source).expect("small rules are not too complex");
        let whole = book(&matter.source).fingerprint();
        let bytes = book(&refusing(&matter.source)).to_bytes();
        finder.add(
            whole,
            RuleBook::from_bytes(&bytes).expect("its own bytes are readable"),
        );
    }
    for (matter, question, answer) in plan.given() {
        finder.set(matter, question, &answer);
    }
    finder
}

/// What follows in every matter, of stops and items alone.
fn truths(plan: &Plan) -> Vec<Truth> {
    let matters = plan.matters.iter().zip(plan.known());
    let truth = |(matter, mut answers): (&super::Matter, Vec<Answer>)| {
        answers.push(Answer::Number(plan.visit));
        Truth::new(&refusing(&matter.source), &answers)
    };
    matters.map(truth).collect()
}

/// The questions that decide whether a matter is refused and by what, and have no answer in it.
fn decisive(plan: &Plan, at: usize) -> Vec<usize> {
    let mut answers = plan.known()[at].clone();
    answers.push(Answer::Number(plan.visit));
    let stops = RuleSource {
        items: Vec::new(),
        ..refusing(&plan.matters[at].source)
    };
    let truth = Truth::new(&stops, &answers);
    if truth.stops().is_empty() || !truth.has_list() {
        return Vec::new();
    }
    (0..stops.questions.len())
        .filter(|question| !answers[*question].is_given() && truth.is_relevant(*question))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_matter_is_refused_when_every_completion_is_and_may_be_had_when_none_is(plan in plan()) {
        let finder = finder(&plan);
        for (at, truth) in truths(&plan).iter().enumerate() {
            let standing = match (truth.stops().is_empty(), truth.has_list()) {
                (true, _) => Standing::May,
                (false, true) => Standing::Open,
                (false, false) => Standing::Refused,
            };
            prop_assert_eq!(finder.standing(at), standing);
            let reasons = if standing == Standing::Refused { truth.stops().into_iter().collect() } else { Vec::new() };
            prop_assert_eq!(finder.reasons(at), reasons);
            let certain: Vec<usize> = (0..plan.matters[at].source.items.len()).filter(|item| truth.is_needed(*item)).collect();
            prop_assert_eq!(finder.notes(at), certain);
            prop_assert_eq!(finder.decisive(at), decisive(&plan, at));
        }
    }

    #[test]
    fn asked_is_what_decides_about_most_matters_and_about_two_at_least(plan in plan()) {
        let finder = finder(&plan);
        let answers = plan.answers();
        let concerned = |places: &Vec<(usize, usize)>| {
            let open = places.iter().filter(|(at, question)| decisive(&plan, *at).contains(question) && answers[*at][*question] == Answer::Missing);
            open.count()
        };
        let counts: Vec<usize> = plan.questions().iter().map(concerned).filter(|count| *count >= 2).collect();
        prop_assert_eq!(finder.remaining(), counts.len());
        let next = finder.next().map(|place| plan.questions().iter().find(|places| places.contains(&place)).map(concerned));
        prop_assert_eq!(next, counts.iter().max().map(|most| Some(*most)));
    }

    #[test]
    fn an_address_brings_the_answers_back_and_a_plan_and_a_page_know_them(mut plan in plan(), chosen in proptest::collection::vec(any::<Index>(), 1..=3)) {
        for matter in &mut plan.matters {
            matter.source.id = matter.code;
        }
        let found = finder(&plan);
        let mut again = finder(&Plan { given: Vec::new(), ..plan.clone() });
        let restored = again.restore(&found.fragment());
        prop_assert!(!restored.other_rules && !restored.dropped && !restored.cut);
        let answers = plan.answers();
        for (at, answers) in answers.iter().enumerate() {
            for (question, answer) in answers.iter().enumerate() {
                prop_assert_eq!(again.answer(at, question), answer);
            }
        }
        let mut picked: Vec<usize> = Vec::new();
        for one in &chosen {
            let at = one.index(plan.matters.len());
            if !picked.contains(&at) {
                picked.push(at);
            }
        }
        let address = found.plan(&picked);
        let codes: Vec<u32> = picked.iter().map(|at| plan.matters[*at].code).collect();
        prop_assert_eq!(share::wanted(&address), codes);
        let mut trip = plan.without_matters();
        for at in &picked {
            add(&mut trip, &plan.matters[*at]);
        }
        let restored = share::restore_trip(&mut trip, &address);
        prop_assert!(!restored.other_rules && !restored.dropped && !restored.cut);
        for (nth, at) in picked.iter().enumerate() {
            for (question, answer) in plan.known()[*at].iter().enumerate() {
                prop_assert_eq!(trip.answer(nth, question), answer);
            }
            let mut page = Session::new(compile(&plan.matters[*at].source).expect("small rules are not too complex"));
            let own = found.own(*at);
            let restored = share::restore(&mut page, &own);
            prop_assert!(!restored.other_rules && !restored.dropped && !restored.cut);
            for (question, answer) in plan.known()[*at].iter().enumerate() {
                prop_assert_eq!(page.answer(question), answer);
            }
        }
    }
}
