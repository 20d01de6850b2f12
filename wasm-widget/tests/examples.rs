//! What the engine promises, by example.

use std::time::{Duration, Instant};

use onetrip_widget::keys::{key, unique_keys};
use onetrip_widget::rules::{
    Answer, CompileError, Condition, NumberEntry, NumberRange, Part, QuestionKind, QuestionSource,
    RuleSource, Session, Status, compile,
};
use onetrip_widget::share::{self, Restored};

/// The questions of the old-age allowance (高龄津贴).
const WHO: usize = 0;
const AGE: usize = 1;
const HUKOU: usize = 2;
const PAPERS: usize = 3;

/// Its stops and items.
const TOO_YOUNG: usize = 0;
const ELSEWHERE: usize = 1;
const ID_CARD: usize = 0;
const AGENT_ID: usize = 1;
const RESIDENCE: usize = 2;
const REPLACEMENT: usize = 3;
const EITHER_WAY: usize = 4;

fn question(id: &str, kind: QuestionKind, options: &[&str]) -> QuestionSource {
    QuestionSource {
        key: key(id),
        kind,
        option_keys: unique_keys(options),
    }
}

fn choice(id: &str, options: &[&str]) -> QuestionSource {
    question(
        id,
        QuestionKind::Choice {
            options: options.len(),
        },
        options,
    )
}

fn is(question: usize, any_of: &[usize]) -> Condition {
    Condition::Choice {
        question,
        any_of: any_of.to_vec(),
    }
}

fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

fn below(question: usize, bound: i64) -> Condition {
    Condition::Number {
        question,
        range: NumberRange {
            min: None,
            max: Some(bound - 1),
        },
    }
}

fn allowance() -> RuleSource {
    RuleSource {
        counted: Vec::new(),
        implied: Vec::new(),
        id: key("a07"),
        facts: Vec::new(),
        questions: vec![
            choice("谁来办", &["本人", "代办"]),
            question(
                "年龄",
                QuestionKind::Number {
                    min: 0,
                    max: 130,
                    scale: 0,
                },
                &[],
            ),
            choice("户籍", &["本区", "本市其他区县", "外地"]),
            question(
                "证件",
                QuestionKind::Multi { options: 3 },
                &["身份证", "户口簿", "社保卡"],
            ),
        ],
        stops: vec![below(AGE, 80), is(HUKOU, &[2])],
        items: vec![
            Condition::Always,
            is(WHO, &[1]),
            is(HUKOU, &[1, 2]),
            not(Condition::Multi {
                at_least: 1,
                question: PAPERS,
                any_of: vec![0, 1],
            }),
            Condition::Any(vec![is(WHO, &[0]), not(is(WHO, &[0]))]),
        ],
    }
}

fn session(source: &RuleSource) -> Session {
    Session::new(compile(source).expect("these rules are simple"))
}

#[test]
fn nothing_answered_leaves_open_what_is_open() {
    let session = session(&allowance());
    assert_eq!(
        session.status(ID_CARD),
        Status::Needed,
        "who meets a stop has no list that could lack it"
    );
    assert_eq!(session.status(AGENT_ID), Status::Depends);
    assert_eq!(
        session.open(AGENT_ID),
        [WHO],
        "age and household only decide whether there is a list"
    );
    assert_eq!(session.possible_stops(), [TOO_YOUNG, ELSEWHERE]);
    assert_eq!((session.next(), session.remaining()), (Some(WHO), 4));
}

#[test]
fn what_matters_only_where_there_is_no_list_is_not_open() {
    // The item: q0, or q1 and q2. Where q1 holds there is no list, so q2 never decides about the item.
    let questions = ["q0", "q1", "q2"]
        .map(|id| choice(id, &["no", "yes"]))
        .to_vec();
    let item = Condition::Any(vec![
        is(0, &[1]),
        Condition::All(vec![is(1, &[1]), is(2, &[1])]),
    ]);
    let session = session(&RuleSource {
        facts: Vec::new(),
        questions,
        stops: vec![is(1, &[1])],
        items: vec![item],
        ..RuleSource::default()
    });
    assert_eq!(session.open(0), [0, 1]);
}

#[test]
fn a_or_not_a_is_needed() {
    let mut session = session(&allowance());
    assert_eq!(session.status(EITHER_WAY), Status::Needed);
    session.unsure(WHO);
    assert_eq!(session.status(EITHER_WAY), Status::Needed);
    assert!(session.reasons(EITHER_WAY).is_empty());
}

#[test]
fn a_whole_trip() {
    let mut session = session(&allowance());
    session.choose(WHO, 1);
    assert_eq!(session.enter(AGE, "８５ 周岁"), NumberEntry::Taken);
    session.choose(HUKOU, 0);
    assert_eq!(session.next(), Some(PAPERS));
    session.choose_many(PAPERS, &[2]);
    assert_eq!(
        (session.next(), session.stop(), session.stop_open()),
        (None, None, false)
    );
    let statuses: Vec<Status> = session.items().collect();
    assert_eq!(
        statuses,
        [
            Status::Needed,
            Status::Needed,
            Status::NotNeeded,
            Status::Needed,
            Status::Needed
        ]
    );
    assert_eq!(session.reasons(AGENT_ID), [WHO]);
    assert_eq!(session.reasons(REPLACEMENT), [PAPERS]);
    assert!(session.reasons(ID_CARD).is_empty());
}

#[test]
fn a_certain_stop_ends_the_asking() {
    let mut session = session(&allowance());
    session.number(AGE, 79);
    assert_eq!(
        (session.stop(), session.next(), session.remaining()),
        (Some(TOO_YOUNG), None, 0)
    );
    assert!(!session.relevant(WHO) && session.relevant(AGE));
    assert!(session.items().all(|status| status == Status::NotNeeded));
    session.clear(AGE);
    session.choose(HUKOU, 2);
    assert_eq!(
        session.stop(),
        None,
        "which stop it is still depends on the age"
    );
    assert!(session.items().all(|status| status == Status::NotNeeded));
    assert_eq!((session.next(), session.remaining()), (Some(AGE), 1));
}

#[test]
fn choosing_none_is_an_answer() {
    let mut session = session(&allowance());
    session.choose_many(PAPERS, &[]);
    assert_eq!(session.status(REPLACEMENT), Status::Needed);
    session.choose_many(PAPERS, &[1]);
    assert_eq!(session.status(REPLACEMENT), Status::NotNeeded);
    assert_eq!(session.status(RESIDENCE), Status::Depends);
}

#[test]
fn numbers_are_read_as_people_type_them_or_not_at_all() {
    let mut session = session(&allowance());
    for text in [
        "85",
        " 85 ",
        "８５",
        "85岁",
        "85 周岁",
        "+85",
        "\u{3000}085\u{3000}",
    ] {
        session.clear(AGE);
        assert_eq!(session.enter(AGE, text), NumberEntry::Taken, "{text}");
        assert_eq!(*session.answer(AGE), Answer::Number(85), "{text}");
    }
    for text in [
        "",
        " ",
        "岁",
        "85.5",
        "8 5",
        "八十五",
        "8万",
        "85岁半",
        "1e2",
        "85！",
        "--5",
        "85岁多一点点",
    ] {
        assert_eq!(session.enter(AGE, text), NumberEntry::NotWhole, "{text}");
    }
    assert_eq!(session.enter(AGE, "－1"), NumberEntry::BelowMin);
    assert_eq!(session.enter(AGE, "131"), NumberEntry::AboveMax);
    assert_eq!(session.enter(AGE, &"9".repeat(60)), NumberEntry::AboveMax);
    assert_eq!(
        *session.answer(AGE),
        Answer::Number(85),
        "what is not taken changes nothing"
    );
    assert_eq!(session.enter(WHO, "1"), NumberEntry::NotWhole);
}

#[test]
fn an_address_names_answers_by_keys() {
    let source = allowance();
    let mut session = session(&source);
    assert_eq!(share::fragment(&session), "");
    session.choose(WHO, 1);
    session.number(AGE, 85);
    session.unsure(HUKOU);
    session.choose_many(PAPERS, &[]);
    let fragment = share::fragment(&session);
    assert_eq!(fragment.split('.').count(), 8, "{fragment}");
    assert!(
        fragment.starts_with("1.") && fragment.strip_suffix(".z").is_some() && fragment.len() < 60,
        "{fragment}"
    );

    let mut edited = source;
    edited.questions.swap(AGE, PAPERS);
    edited.stops.clear();
    edited.items = vec![is(WHO, &[0])];
    edited.questions[WHO].option_keys.swap(0, 1);
    let mut later = Session::new(compile(&edited).expect("still simple"));
    let restored = share::restore(&mut later, &fragment);
    assert_eq!(
        restored,
        Restored {
            something: true,
            other_rules: true,
            dropped: false,
            cut: false
        }
    );
    assert_eq!(
        *later.answer(WHO),
        Answer::Choice(0),
        "the same option stands elsewhere now"
    );
    assert_eq!(*later.answer(PAPERS), Answer::Number(85));
}

#[test]
fn the_address_of_another_guide_gives_no_answers() {
    let mut session = session(&allowance());
    session.choose(WHO, 1);
    let fragment = share::fragment(&session);
    let other = RuleSource {
        id: key("a08"),
        ..allowance()
    };
    let mut other = Session::new(compile(&other).expect("as simple"));
    assert_eq!(share::restore(&mut other, &fragment), Restored::default());
    assert_eq!(
        *other.answer(WHO),
        Answer::Missing,
        "even where it asks the very same questions"
    );
}

#[test]
fn what_is_gone_is_dropped_and_said() {
    let mut session = session(&allowance());
    session.choose(WHO, 1);
    session.choose_many(PAPERS, &[0, 2]);
    let fragment = share::fragment(&session);

    let mut edited = allowance();
    edited.questions[WHO].option_keys[1] += 1;
    edited.questions[PAPERS].option_keys[0] += 1;
    let mut later = Session::new(compile(&edited).expect("still simple"));
    let restored = share::restore(&mut later, &fragment);
    assert_eq!(
        restored,
        Restored {
            something: true,
            other_rules: true,
            dropped: true,
            cut: false
        }
    );
    assert_eq!(*later.answer(WHO), Answer::Missing);
    assert_eq!(*later.answer(PAPERS), Answer::Multi(vec![2]));

    edited.questions[PAPERS].option_keys[2] += 1;
    let mut later = Session::new(compile(&edited).expect("still simple"));
    let restored = share::restore(&mut later, &fragment);
    assert_eq!(
        restored,
        Restored {
            something: false,
            other_rules: true,
            dropped: true,
            cut: false
        }
    );
    assert_eq!(
        *later.answer(PAPERS),
        Answer::Missing,
        "only options that are gone is not the same as none"
    );
}

#[test]
fn keys_do_not_depend_on_order_and_never_pass_on() {
    // Two ids whose 20-bit hashes are equal, found by trying.
    let ids: Vec<String> = (0..3000).map(|number| format!("选项{number}")).collect();
    let find = |id: &String| {
        ids.iter()
            .find(|other| *other < id && key(other) == key(id))
            .map(|other| (other.clone(), id.clone()))
    };
    let (one, other) = ids
        .iter()
        .find_map(find)
        .expect("among so many, some collide");
    let both = unique_keys(&[&one, &other]);
    assert_ne!(both[0], both[1]);
    assert!(
        !both.contains(&key(&one)),
        "with one of them gone, its key must not mean the other"
    );
    assert_eq!(
        unique_keys(&[&other, "x", &one]),
        [both[1], key("x"), both[0]]
    );
    let same = unique_keys(&["甲", "甲", "甲"]);
    assert!(same[0] != same[1] && same[1] != same[2] && same[0] != same[2]);
    let all: Vec<&str> = ids.iter().map(String::as_str).collect();
    let unique: std::collections::BTreeSet<u32> = unique_keys(&all).into_iter().collect();
    assert_eq!(unique.len(), all.len());
}

#[test]
fn contradictions_are_errors_with_a_place() {
    let broken = |change: fn(&mut RuleSource)| {
        let mut source = allowance();
        change(&mut source);
        compile(&source).err()
    };
    let bad = |part, question| Some(CompileError::BadCondition { part, question });
    assert_eq!(
        broken(|source| source.items[1] = is(9, &[0])),
        bad(Part::Item(1), 9)
    );
    assert_eq!(
        broken(|source| source.items[1] = is(WHO, &[2])),
        bad(Part::Item(1), WHO)
    );
    assert_eq!(
        broken(|source| source.stops[0] = not(below(WHO, 3))),
        bad(Part::Stop(0), WHO)
    );
    let bad_fact = |part, fact| Some(CompileError::BadFact { part, fact });
    assert_eq!(
        broken(|source| source.items[1] = Condition::Fact(0)),
        bad_fact(Part::Item(1), 0)
    );
    let circle = |source: &mut RuleSource| {
        source.facts = vec![Condition::Always, not(Condition::Fact(1))];
    };
    assert_eq!(broken(circle), bad_fact(Part::Fact(1), 1));
    let same_key = Some(CompileError::SameKey { question: AGE });
    assert_eq!(
        broken(|source| source.questions[AGE].key = source.questions[WHO].key),
        same_key
    );
    let no_range = |source: &mut RuleSource| {
        source.questions[AGE].kind = QuestionKind::Number {
            min: 2,
            max: 1,
            scale: 0,
        }
    };
    assert_eq!(
        broken(no_range),
        Some(CompileError::BadQuestion { question: AGE })
    );
    let deep = |source: &mut RuleSource| {
        source.items[0] = (0..100).fold(Condition::Always, |inner, _| not(inner));
    };
    assert_eq!(
        broken(deep),
        Some(CompileError::TooComplex {
            part: Part::Item(0)
        })
    );
    assert_eq!(
        broken(|source| source.items = vec![Condition::Always; 5000]),
        Some(CompileError::TooMany)
    );
}

#[test]
fn rules_that_explode_are_an_error_and_no_hang() {
    // Each of the first half is compared with one of the second: 2^n nodes in any diagram that asks in this order.
    let half = 30;
    let questions = (0..half * 2)
        .map(|index| choice(&format!("q{index}"), &["a", "b"]))
        .collect();
    let pair = |index: usize| Condition::All(vec![is(index, &[0]), is(index + half, &[0])]);
    let source = RuleSource {
        questions,
        items: vec![Condition::Any((0..half).map(pair).collect())],
        ..RuleSource::default()
    };
    let start = Instant::now();
    assert_eq!(
        compile(&source).err(),
        Some(CompileError::TooComplex {
            part: Part::Item(0)
        })
    );
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}

/// Fact n holds when fact n - 1 does or question n is answered with its first option, not both; written out, the
/// last of 40 has 2^40 parts.
fn exclusive(levels: usize, questions: usize) -> RuleSource {
    let fact = |level: usize| {
        let this = is(level % questions, &[0]);
        match level.checked_sub(1).map(Condition::Fact) {
            None => this,
            Some(before) => Condition::Any(vec![
                Condition::All(vec![before.clone(), not(this.clone())]),
                Condition::All(vec![not(before), this]),
            ]),
        }
    };
    RuleSource {
        questions: (0..questions)
            .map(|index| choice(&format!("q{index}"), &["a", "b"]))
            .collect(),
        facts: (0..levels).map(fact).collect(),
        items: vec![Condition::Fact(levels - 1)],
        ..RuleSource::default()
    }
}

#[test]
fn facts_that_use_facts_are_worked_out_once_each() {
    for (levels, questions) in [(20, 2), (40, 2), (40, 40), (4000, 7)] {
        let mut session = session(&exclusive(levels, questions));
        for question in 0..questions {
            session.choose(question, usize::from(question % 3 == 0));
        }
        let first = |level: &usize| !(level % questions).is_multiple_of(3);
        let odd = (0..levels).filter(first).count() % 2 == 1;
        let expected = if odd {
            Status::Needed
        } else {
            Status::NotNeeded
        };
        assert_eq!(session.status(0), expected, "{levels} over {questions}");
    }
}

#[test]
fn a_fact_that_explodes_is_named_and_one_that_nothing_uses_costs_nothing() {
    let half = 30;
    let questions = (0..half * 2)
        .map(|index| choice(&format!("q{index}"), &["a", "b"]))
        .collect();
    let pair = |index: usize| Condition::All(vec![is(index, &[0]), is(index + half, &[0])]);
    let mut source = RuleSource {
        questions,
        facts: vec![is(0, &[0]), Condition::Any((0..half).map(pair).collect())],
        items: vec![Condition::Fact(1)],
        ..RuleSource::default()
    };
    let part = Part::Fact(1);
    assert_eq!(
        compile(&source).err(),
        Some(CompileError::TooComplex { part })
    );
    source.items = vec![Condition::Fact(0)];
    assert_eq!(compile(&source).map(|book| book.node_count()).ok(), Some(1));
}

#[test]
fn a_guide_without_questions_is_just_a_list() {
    let source = RuleSource {
        items: vec![Condition::Always, Condition::Never],
        ..RuleSource::default()
    };
    let session = session(&source);
    assert_eq!(
        (session.next(), session.remaining(), session.stop()),
        (None, 0, None)
    );
    assert!(session.items().eq([Status::Needed, Status::NotNeeded]));
}
