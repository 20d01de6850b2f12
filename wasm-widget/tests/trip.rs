//! Whatever the matters and the answers, a trip asks and lists what looking at everything says.

mod plan;
mod support;

use std::collections::BTreeMap;

use onetrip_widget::rules::{Answer, RuleSource, compile};
use onetrip_widget::share;
use onetrip_widget::trip::{
    Choice, ChoiceWay, Form, Line, Lines, Merged, Need, Paper, Total, Trip, Use, Way,
};
use onetrip_widget::wire::WireError;
use plan::{Plan, add, fewest_that_stay, merged, plan};
use proptest::prelude::*;
use support::Truth;

/// The uses of a list by code instead of index, so that lists of trips in different orders can be compared.
fn by_code(trip: &Trip) -> Vec<Merged> {
    let rename = |uses: &mut Vec<Use>| {
        for by in uses.iter_mut() {
            by.matter = usize::try_from(trip.matters()[by.matter].code()).expect("small");
        }
        uses.sort_by_key(|by| (by.matter, by.line));
    };
    let mut rows = trip.merge();
    let mut order = Vec::new();
    for row in &mut rows {
        match row {
            Merged::Paper(paper) => {
                rename(&mut paper.uses);
                rename(&mut paper.serves);
            }
            Merged::Choice(choice) => {
                let places = choice.from.iter().map(|way| way.at.clone());
                let places: Vec<Vec<usize>> = places.collect();
                let before = choice.uses.clone();
                rename(&mut choice.uses);
                for by in &choice.uses {
                    // Where a use stood before it was renamed and sorted.
                    let stood = before.iter().position(|old| {
                        let mut old = vec![*old];
                        rename(&mut old);
                        old[0] == *by
                    });
                    order.push(stood.expect("it is one of them"));
                }
                for (way, at) in choice.from.iter_mut().zip(places) {
                    way.at = order.iter().map(|stood| at[*stood]).collect();
                }
                order.clear();
            }
        }
    }
    rows
}

/// The papers that a list asks for by name.
fn papers(rows: &[Merged]) -> BTreeMap<u32, &Paper> {
    let mut named = BTreeMap::new();
    for row in rows {
        if let Merged::Paper(paper) = row {
            named.insert(paper.total.paper, paper);
        }
    }
    named
}

/// How much is wanted of each paper of a choice, way by way.
fn totals(choice: &Choice) -> Vec<Total> {
    let ways = choice.from.iter();
    ways.flat_map(|way| way.papers.clone()).collect()
}

/// What stays at the office of so much of a paper.
fn stays(total: &Total) -> u32 {
    total.least.handed_in + total.least.copies
}

/// The fewest pieces that stay when one does as the list says, and chooses the cheapest where it says nothing.
fn stay_of(plan: &Plan, rows: &[Merged]) -> u32 {
    let mut suggested: BTreeMap<u32, u32> = BTreeMap::new();
    let mut sum = 0;
    for row in rows {
        match row {
            Merged::Paper(paper) => sum += stays(&paper.total),
            Merged::Choice(choice) => {
                let cost = |way: &ChoiceWay| {
                    let of = |paper: &u32| {
                        let total = way.papers.iter().find(|total| total.paper == *paper);
                        stays(total.expect("the way has it"))
                    };
                    let bundles = plan.bundles(choice.uses[0], way.at[0]);
                    let costs = bundles.iter().map(|papers| papers.iter().map(of).sum());
                    costs.min().expect("it counts")
                };
                let is_suggested = |way: &&ChoiceWay| {
                    let alone =
                        |total: Total| way.papers.len() == 1 && way.papers[0].paper == total.paper;
                    choice.suggested.is_some_and(alone)
                };
                let others = choice.from.iter().filter(|way| !is_suggested(way));
                let mut costs: Vec<u32> = others.map(cost).collect();
                let mut pick = usize::try_from(choice.pick).expect("few");
                if let Some(total) = choice.suggested {
                    suggested.insert(total.paper, stays(&total));
                    pick -= 1;
                }
                costs.sort_unstable();
                sum += costs[..pick].iter().sum::<u32>();
            }
        }
    }
    sum + suggested.values().sum::<u32>()
}

/// The papers that serve a line's choice.
fn serving(rows: &[Merged], by: Use) -> Vec<u32> {
    let named = papers(rows).into_values();
    let serving = named.filter(|paper| paper.serves.contains(&by));
    serving.map(|paper| paper.total.paper).collect()
}

/// The lines that a list leaves a choice, and those that it satisfies.
fn has_choice(rows: &[Merged], by: Use) -> bool {
    rows.iter().any(|row| match row {
        Merged::Paper(paper) => paper.serves.contains(&by),
        Merged::Choice(choice) => choice.uses.contains(&by),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_list_is_that_of_a_plain_merge(plan in plan()) {
        prop_assert_eq!(plan.trip().merge(), merged(&plan));
    }

    #[test]
    fn nobody_hands_in_more_than_must_be(plan in plan(), last: [prop::sample::Index; 4]) {
        let mut plan = plan;
        plan.answer_all(&last);
        prop_assert_eq!(stay_of(&plan, &plan.trip().merge()), fewest_that_stay(&plan));
    }

    #[test]
    fn with_all_answered_nothing_is_open(plan in plan(), last: [prop::sample::Index; 4]) {
        let mut plan = plan;
        plan.answer_all(&last);
        let trip = plan.trip();
        prop_assert_eq!((trip.next(), trip.remaining()), (None, 0));
        for row in trip.merge() {
            let (needed, totals) = match row {
                Merged::Paper(paper) => (paper.needed, vec![paper.total]),
                Merged::Choice(choice) => (choice.needed, totals(&choice)),
            };
            prop_assert!(needed);
            prop_assert!(totals.iter().all(|total| total.least == total.most));
        }
    }

    #[test]
    fn the_order_of_matters_does_not_matter(plan in plan(), turn in 0_usize..3) {
        let trip = plan.trip();
        let mut other = plan.clone();
        other.matters.reverse();
        other.matters.rotate_left(turn % plan.matters.len());
        let mut turned = other.empty_trip();
        prop_assert_eq!(share::restore_trip(&mut turned, &share::trip_fragment(&trip)).dropped, false);
        prop_assert_eq!(by_code(&turned), by_code(&trip));
        prop_assert_eq!(turned.remaining(), trip.remaining());
    }

    #[test]
    fn a_trip_never_asks_for_less_than_a_matter_alone(plan in plan()) {
        let trip = plan.trip();
        let all = trip.merge();
        for (index, matter) in plan.matters.iter().enumerate() {
            let mut alone = plan.without_matters();
            // What follows is among the answers that are known; nothing more follows from that.
            alone.follow(Vec::new());
            add(&mut alone, matter);
            for (question, answer) in plan.known()[index].iter().enumerate() {
                alone.set(0, question, answer);
            }
            let rows = alone.merge();
            for (number, less) in papers(&rows) {
                let more = papers(&all)[&number];
                // A choice that this paper serves alone may be served, in one way or all, by a cheaper one of another matter.
                let alike = |by: &Use| serving(&rows, *by) == serving(&all, Use { matter: index, ..*by });
                if !less.serves.iter().all(alike) {
                    continue;
                }
                let (less, more) = (less.total, more.total);
                for (less, more) in [(less.least, more.least), (less.most, more.most)] {
                    prop_assert!(less.originals <= more.originals && less.copies <= more.copies);
                    prop_assert!(less.handed_in <= more.handed_in);
                }
                prop_assert!(less.fresh_days.is_none() || more.fresh_days <= less.fresh_days && more.fresh_days.is_some());
            }
            for (line, _) in matter.lines.0.iter().enumerate() {
                for needed in [true, false] {
                    let by = |matter| Use { matter, line, needed };
                    prop_assert_eq!(has_choice(&rows, by(0)), has_choice(&all, by(index)));
                }
            }
        }
    }

    #[test]
    fn shared_questions_are_asked_once_while_they_change_something(plan in plan()) {
        let (trip, truths, answers) = (plan.trip(), plan.truths(), plan.answers());
        let mut to_ask = Vec::new();
        let questions = plan.questions();
        prop_assert_eq!(trip.questions().len(), questions.len());
        for (places, asked) in questions.iter().zip(trip.questions()) {
            prop_assert_eq!((asked.matter, asked.question), places[0]);
            let (matter, question) = places[0];
            let follows = plan.following(&plan.matters[matter].source.questions[question]).is_some();
            let relevant = !follows && places.iter().any(|(matter, question)| truths[*matter].is_relevant(*question));
            prop_assert_eq!(asked.relevant, relevant);
            for (matter, question) in places {
                prop_assert_eq!(trip.answer(*matter, *question), &answers[*matter][*question]);
                prop_assert_eq!(trip.relevant(*matter, *question), relevant);
            }
            if relevant && answers[matter][question] == Answer::Missing {
                to_ask.push(places[0]);
            }
        }
        let key = |(matter, question): &(usize, usize)| plan.matters[*matter].source.questions[*question].key;
        let waits = |place: &&(usize, usize)| {
            let mut others = to_ask.iter().map(key);
            others.any(|other| plan.follows.iter().any(|follow| (follow.question, follow.then) == (other, key(place))))
        };
        let ready = to_ask.iter().find(|place| !waits(place));
        prop_assert_eq!(trip.next(), ready.or(to_ask.first()).copied());
        prop_assert_eq!(trip.remaining(), to_ask.len());
    }

    #[test]
    fn asking_stops_exactly_when_nothing_can_change(plan in plan()) {
        let undecided = plan.truths().iter().any(Truth::is_undecided);
        let unsure = plan.answers().iter().flatten().any(|answer| *answer == Answer::Unsure);
        let asks = plan.trip().next().is_some();
        prop_assert!(asks == undecided || (unsure && !asks));
    }

    #[test]
    fn answering_what_is_asked_comes_to_an_end(plan in plan(), choices: [prop::sample::Index; 12]) {
        let mut trip = plan.empty_trip();
        let mut bound = trip.remaining();
        for choice in choices.iter().cycle() {
            let Some((matter, question)) = trip.next() else { break };
            let answers = plan.possible(&plan.matters[matter].source.questions[question]);
            trip.set(matter, question, &answers[choice.index(answers.len())]);
            prop_assert!(trip.remaining() < bound);
            bound = trip.remaining();
        }
        let is_open = |row: &Merged| match row {
            Merged::Paper(paper) => !paper.needed || paper.total.least != paper.total.most,
            Merged::Choice(choice) => {
                !choice.needed || totals(choice).iter().any(|total| total.least != total.most)
            }
        };
        prop_assert!(!trip.merge().iter().any(is_open));
    }

    #[test]
    fn a_fragment_brings_the_plan_back(plan in plan(), left_out: prop::sample::Index) {
        let trip = plan.trip();
        let fragment = share::trip_fragment(&trip);
        prop_assert!(fragment.chars().all(|letter| letter.is_ascii_alphanumeric() || "-._".contains(letter)));
        prop_assert_eq!(share::wanted(&fragment), plan.matters.iter().map(|matter| matter.code).collect::<Vec<_>>());
        let mut other = plan.empty_trip();
        let restored = share::restore_trip(&mut other, &fragment);
        prop_assert_eq!(restored.something, !plan.given().is_empty());
        prop_assert!(!restored.other_rules && !restored.dropped);
        for (matter, answers) in plan.answers().iter().enumerate() {
            for (question, answer) in answers.iter().enumerate() {
                prop_assert_eq!(other.answer(matter, question), answer);
            }
        }
        prop_assert_eq!(share::trip_fragment(&other), &fragment[..]);
        for added in ["&appinstall=0", "#weixin", "。", ".", "...", "?nsukey=a.b-c", "https://x"] {
            let whole = share::restore_trip(&mut other, &format!("{fragment}{added}"));
            prop_assert!(!whole.cut && !whole.dropped);
            prop_assert_eq!(share::trip_fragment(&other), &fragment[..]);
        }
        for end in 0..fragment.len() - 1 {
            let cut = share::restore_trip(&mut other, &fragment[..end]);
            for (matter, answers) in plan.answers().iter().enumerate() {
                for (question, answer) in answers.iter().enumerate() {
                    let now = other.answer(matter, question);
                    prop_assert!(now == answer || *now == Answer::Missing, "a cut address gives no wrong answer");
                }
            }
            let like_the_end = fragment[..end].rsplit('.').next().is_some_and(|part| part.starts_with('z'));
            prop_assert!(!cut.something || cut.cut || like_the_end, "{}", &fragment[..end]);
        }
        share::restore_trip(&mut other, &fragment);
        other.remove(left_out.index(plan.matters.len()));
        prop_assert!(share::restore_trip(&mut other, &fragment).dropped);
    }

    #[test]
    fn taking_a_matter_out_leaves_the_others_as_they_are(plan in plan(), out: prop::sample::Index) {
        let out = out.index(plan.matters.len());
        let (mut trip, answers) = (plan.trip(), plan.answers());
        trip.remove(out);
        prop_assert_eq!(trip.matters().len(), plan.matters.len() - 1);
        prop_assert_eq!(trip.find(plan.matters[out].code), None);
        for (index, matter) in plan.matters.iter().enumerate().filter(|(index, _)| *index != out) {
            let now = trip.find(matter.code).expect("it is still there");
            for (question, answer) in answers[index].iter().enumerate() {
                prop_assert_eq!(trip.answer(now, question), answer);
            }
        }
        let back = add(&mut trip, &plan.matters[out]);
        for places in plan.questions().iter().filter(|places| places.len() > 1) {
            for (_, question) in places.iter().filter(|(matter, _)| *matter == out) {
                prop_assert_eq!(trip.answer(back, *question), &answers[out][*question], "it learns what is shared");
            }
        }
    }

    #[test]
    fn hostile_bytes_are_refused_or_are_sound_lines(
        plan in plan(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        cut: prop::sample::Index,
        cuts: bool,
    ) {
        let whole = plan.matters[0].lines.to_bytes();
        let mut bytes = whole.clone();
        for (index, value) in changes {
            let index = index.index(bytes.len());
            bytes[index] = value;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        prop_assert!(bytes == whole || Lines::from_bytes(&bytes).is_err(), "the fingerprint tells damage");
        support::seal(4, &mut bytes);
        if let Ok(lines) = Lines::from_bytes(&bytes) {
            let mut trip = plan.trip();
            trip.remove(0);
            let book = compile(&plan.matters[0].source).expect("small rules are not too complex");
            trip.add(1, book, lines, &plan.matters[0].numbers);
            trip.merge();
        }
    }

    #[test]
    fn a_garbled_fragment_gives_answers_that_exist(
        plan in plan(),
        garbage in "[-._a-z0-9#+%人]{0,40}",
        at: prop::sample::Index,
    ) {
        let mut trip = plan.trip();
        let mut fragment = share::trip_fragment(&trip);
        fragment.insert_str(at.index(fragment.len() + 1), &garbage);
        share::restore_trip(&mut trip, &garbage);
        share::restore_trip(&mut trip, &fragment);
        let whole = share::trip_fragment(&trip);
        share::restore_trip(&mut trip, &whole);
        prop_assert_eq!(share::trip_fragment(&trip), whole);
    }
}

#[test]
fn a_fragment_that_contradicts_itself_is_none() {
    assert_eq!(share::wanted("#t1.5_1.7_2.z"), [5, 7]);
    for bad in [
        "t1.5_1.5_1.z",
        "t1.5_1.a-u.a-n1.z",
        "t1.a-u.5_1.z",
        "t1.5.z",
        "t1._.z",
        "t1..z",
        "1.5_1.z",
        "t1.5_1",
    ] {
        assert!(share::wanted(bad).is_empty(), "{bad}");
    }
    let long = format!("t1.5_1{}.z", ".a-u".repeat(5000));
    assert!(share::wanted(&long).is_empty());
    assert_eq!(share::wanted("t1.z"), [0_u32; 0]);
}

#[test]
fn indexes_and_lines_that_do_not_exist_are_ignored() {
    let mut trip = Trip::new();
    let book = compile(&RuleSource::default()).expect("no rules are rules");
    let need = |paper, forms| Way::from(Need { paper, forms });
    let line = |item, pick, count| Line {
        item,
        pick,
        from: vec![need(0, vec![Form::default()]); count],
    };
    let add = |trip: &mut Trip, code, lines, numbers: &[u32]| {
        trip.add(code, book.clone(), Lines(lines), numbers)
    };
    let no_item = vec![line(Some(0), 1, 1)];
    assert_eq!(add(&mut trip, 1, no_item, &[7]), None, "there is no item 0");
    let form = |item| Form {
        item,
        ..Form::default()
    };
    let no_form = vec![Line {
        from: vec![need(0, vec![form(Some(3))])],
        ..line(None, 1, 1)
    }];
    assert_eq!(add(&mut trip, 1, no_form, &[7]), None, "nor item 3");
    let sound = || vec![line(None, 1, 1)];
    assert_eq!(
        add(&mut trip, 1, sound(), &[]),
        None,
        "the paper has no number"
    );
    assert_eq!(add(&mut trip, 1, sound(), &[7]), Some(0));
    assert_eq!(
        add(&mut trip, 1, Vec::new(), &[]),
        Some(0),
        "it is there already"
    );
    for code in 2..40 {
        add(&mut trip, code, Vec::new(), &[]);
    }
    assert_eq!(trip.matters().len(), 32);
    trip.remove(99);
    trip.choose(99, 0, 0);
    trip.choose_many(0, 99, &[0]);
    trip.unsure(0, usize::MAX);
    trip.clear(usize::MAX, 0);
    assert!(!trip.relevant(0, 0) && trip.next().is_none() && trip.questions().is_empty());
    for (pick, count) in [(0, 1), (2, 1), (0, 0), (1, 5000)] {
        let bytes = Lines(vec![line(None, pick, count)]).to_bytes();
        assert_eq!(
            Lines::from_bytes(&bytes),
            Err(WireError::Damaged),
            "{pick} of {count}"
        );
    }
    let forms = |forms: Vec<Form>| need(0, forms);
    let [open, two] = [vec![form(None); 2], vec![form(Some(0)); 2]];
    for from in [
        vec![forms(Vec::new())],
        vec![forms(open)],
        vec![forms(two.clone()), forms(two)],
    ] {
        let bytes = Lines(vec![Line {
            from,
            ..line(None, 1, 1)
        }])
        .to_bytes();
        assert_eq!(Lines::from_bytes(&bytes), Err(WireError::Damaged));
    }
}
