//! What a trip promises of papers, by example.

use onetrip_widget::keys::key;
use onetrip_widget::rules::{Condition, QuestionKind, QuestionSource, RuleSource, compile};
use onetrip_widget::trip::{Choice, Count, Form, Line, Lines, Merged, Need, Paper, Trip, Way};

/// A choice of two answers.
const WHICH: usize = 0;

fn count(originals: u32, handed_in: u32, copies: u32) -> Count {
    Count {
        originals,
        handed_in,
        copies,
    }
}

fn copies(copies: u32) -> Form {
    Form {
        copies,
        ..Form::default()
    }
}

fn shown(shown: u32) -> Form {
    Form {
        shown,
        ..Form::default()
    }
}

fn fresh(form: Form, days: u32) -> Form {
    Form {
        fresh_days: Some(days),
        ..form
    }
}

fn need(paper: u32, form: Form) -> Way {
    Way::from(Need {
        paper,
        forms: vec![form],
    })
}

fn any(from: Vec<Way>) -> Line {
    Line {
        item: None,
        pick: 1,
        from,
    }
}

fn is(option: usize) -> Condition {
    Condition::Choice {
        question: WHICH,
        any_of: vec![option],
    }
}

/// A matter with one question and these items; papers keep their numbers.
fn add(trip: &mut Trip, code: u32, items: Vec<Condition>, lines: Vec<Line>) {
    let source = RuleSource {
        questions: vec![QuestionSource {
            key: key("哪一种"),
            kind: QuestionKind::Choice { options: 3 },
            option_keys: vec![1, 2, 3],
        }],
        items,
        ..RuleSource::default()
    };
    let book = compile(&source).expect("these rules are simple");
    let numbers: Vec<u32> = (0..10).collect();
    trip.add(code, book, Lines(lines), &numbers)
        .expect("the lines are sound");
}

/// A trip of matters without conditions.
fn trip(matters: Vec<Vec<Line>>) -> Trip {
    let mut trip = Trip::new();
    for (code, lines) in (1..).zip(matters) {
        add(&mut trip, code, Vec::new(), lines);
    }
    trip
}

fn paper(trip: &Trip, number: u32) -> Paper {
    let of = |row| match row {
        Merged::Paper(paper) if paper.total.paper == number => Some(paper),
        _ => None,
    };
    trip.merge()
        .into_iter()
        .find_map(of)
        .expect("the paper is on the list")
}

fn choices(trip: &Trip) -> Vec<Choice> {
    let of = |row| match row {
        Merged::Choice(choice) => Some(choice),
        Merged::Paper(_) => None,
    };
    trip.merge().into_iter().filter_map(of).collect()
}

/// Two lines of one paper, 甲 with one copy and 乙 with two: one of them holds whatever is answered, and never both.
#[test]
fn of_two_lines_that_exclude_each_other_one_is_needed() {
    let form = |item, of| Form {
        item: Some(item),
        ..copies(of)
    };
    let row = Line {
        item: Some(0),
        pick: 1,
        from: vec![Way::from(Need {
            paper: 4,
            forms: vec![form(1, 1), form(2, 2)],
        })],
    };
    let either = Condition::Any(vec![is(0), Condition::Not(Box::new(is(0)))]);
    let items = vec![either, is(0), Condition::Not(Box::new(is(0)))];
    let mut trip = Trip::new();
    add(&mut trip, 1, items, vec![row]);
    for unsure in [false, true] {
        if unsure {
            trip.unsure(0, WHICH);
        }
        let row = paper(&trip, 4);
        assert!(row.needed, "though neither line is");
        assert_eq!(
            (row.total.least, row.total.most),
            (count(0, 0, 1), count(0, 0, 2))
        );
        assert!(trip.relevant(0, WHICH), "the number depends on it");
    }
    trip.choose(0, WHICH, 2);
    let total = paper(&trip, 4).total;
    assert_eq!((total.least, total.most), (count(0, 0, 2), count(0, 0, 2)));
}

/// 劳动合同 is in two choices, with one copy in each.
#[test]
fn a_paper_suggested_for_two_choices_tells_what_both_want() {
    let contract = || {
        need(
            1,
            Form {
                copies: 1,
                ..shown(1)
            },
        )
    };
    let other = |paper| {
        need(
            paper,
            Form {
                copies: 1,
                ..shown(1)
            },
        )
    };
    let trip = trip(vec![
        vec![any(vec![contract(), other(2)])],
        vec![any(vec![contract(), other(3)])],
    ]);
    let choices = choices(&trip);
    assert_eq!(choices.len(), 2);
    for choice in choices {
        let total = choice.suggested.expect("it serves both");
        assert_eq!((total.paper, total.least), (1, count(1, 0, 2)));
        assert_eq!(
            choice.from[0].papers[0].least,
            count(1, 0, 1),
            "this choice alone wants one"
        );
    }
}

/// 甲证 is needed anyway, but this choice would take two of them and three copies; 乙证 is only shown.
#[test]
fn a_dearer_form_is_never_chosen_silently() {
    let dear = Form {
        handed_in: 2,
        copies: 3,
        ..Form::default()
    };
    let trip = trip(vec![
        vec![any(vec![need(1, shown(1))])],
        vec![any(vec![need(1, dear), need(2, shown(1))])],
    ]);
    assert_eq!(
        paper(&trip, 1).total.least,
        count(1, 0, 0),
        "as its own line says"
    );
    assert!(paper(&trip, 1).serves.is_empty());
    let left = &choices(&trip)[0];
    assert_eq!((left.pick, left.suggested), (1, None));
    let papers: Vec<(u32, Count)> = left
        .from
        .iter()
        .map(|one| (one.papers[0].paper, one.papers[0].least))
        .collect();
    assert_eq!(
        papers,
        [(1, count(2, 2, 3)), (2, count(1, 0, 0))],
        "both are shown"
    );
}

#[test]
fn a_paper_brought_anyway_serves_where_it_costs_nothing_more() {
    let trip = trip(vec![
        vec![any(vec![need(
            1,
            Form {
                copies: 1,
                ..shown(1)
            },
        )])],
        vec![any(vec![need(1, copies(1)), need(2, copies(1))])],
        vec![any(vec![need(1, shown(1)), need(2, shown(1))])],
    ]);
    let row = paper(&trip, 1);
    assert_eq!(row.serves.len(), 2);
    assert_eq!(row.total.least, count(1, 0, 2));
    assert!(choices(&trip).is_empty());
}

/// The second choice has a way that brings no original at all; the contract is brought for the first one anyway.
#[test]
fn a_paper_brought_for_one_choice_serves_another_that_could_do_without() {
    let contract = || {
        need(
            1,
            Form {
                copies: 1,
                ..shown(1)
            },
        )
    };
    let trip = trip(vec![
        vec![any(vec![
            contract(),
            need(
                2,
                Form {
                    copies: 1,
                    ..shown(1)
                },
            ),
        ])],
        vec![any(vec![contract(), need(3, copies(1))])],
    ]);
    for choice in choices(&trip) {
        let total = choice.suggested.expect("it costs nothing extra");
        assert_eq!((total.paper, total.least), (1, count(1, 0, 2)));
    }
}

/// An original that stays at one window cannot be shown at the next.
#[test]
fn what_is_handed_in_serves_nothing_else() {
    let stays = || Form {
        handed_in: 1,
        ..Form::default()
    };
    let open = trip(vec![
        vec![any(vec![need(1, stays()), need(2, stays())])],
        vec![any(vec![need(1, stays()), need(3, stays())])],
    ]);
    let suggested: Vec<_> = choices(&open)
        .into_iter()
        .map(|one| one.suggested)
        .collect();
    assert_eq!(suggested, [None, None]);
    let brought = trip(vec![
        vec![any(vec![need(1, shown(1))])],
        vec![any(vec![need(1, stays()), need(2, stays())])],
    ]);
    assert!(paper(&brought, 1).serves.is_empty());
    assert_eq!(choices(&brought).len(), 1);
}

/// 甲证 of any age is needed; the choice wants one of the last 30 days, or 乙证 of any age.
#[test]
fn a_younger_paper_is_not_asked_for_silently() {
    let named = || vec![any(vec![need(1, shown(1))])];
    let open = trip(vec![
        named(),
        vec![any(vec![need(1, fresh(shown(1), 30)), need(2, shown(1))])],
    ]);
    assert_eq!(paper(&open, 1).total.fresh_days, None);
    assert_eq!(
        choices(&open).len(),
        1,
        "an old one and the other paper do as well"
    );
    let served = trip(vec![
        named(),
        vec![any(vec![
            need(1, fresh(shown(1), 30)),
            need(2, fresh(shown(1), 30)),
        ])],
    ]);
    assert_eq!(
        paper(&served, 1).total.fresh_days,
        Some(30),
        "one of them must be new"
    );
    assert!(choices(&served).is_empty());
}

/// Chosen once for both, either paper would be copied; each matter has a way without a copy.
#[test]
fn choices_of_the_same_papers_stand_apart_when_their_cheap_ways_do() {
    let with = |one, other| any(vec![need(1, one), need(2, other)]);
    let copied = || Form {
        copies: 1,
        ..shown(1)
    };
    let apart = trip(vec![
        vec![with(shown(1), copied())],
        vec![with(copied(), shown(1))],
    ]);
    assert_eq!(choices(&apart).len(), 2);
    assert!(
        choices(&apart)
            .iter()
            .all(|choice| choice.suggested.is_none())
    );
    let together = trip(vec![
        vec![with(shown(1), copied())],
        vec![with(shown(1), copied())],
    ]);
    assert_eq!(choices(&together).len(), 1);
}

/// One is shown in some situations and handed in in others: it always is one original.
#[test]
fn originals_are_counted_together_whether_shown_or_handed_in() {
    let form = |item, handed_in| Form {
        item: Some(item),
        handed_in,
        ..shown(1 - handed_in)
    };
    let row = Line {
        item: None,
        pick: 1,
        from: vec![Way::from(Need {
            paper: 0,
            forms: vec![form(0, 0), form(1, 1)],
        })],
    };
    let mut trip = Trip::new();
    add(
        &mut trip,
        1,
        vec![is(0), Condition::Not(Box::new(is(0)))],
        vec![row],
    );
    let total = paper(&trip, 0).total;
    assert_eq!((total.least, total.most), (count(1, 0, 0), count(1, 1, 0)));
}
