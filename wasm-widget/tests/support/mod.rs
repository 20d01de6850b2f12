//! Random rules, and the meaning of rules in the plainest way: every situation, one after the other.
//!
//! Nothing here uses the engine's evaluation; only the types of its input are shared.
#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::BTreeSet;

use onetrip_widget::rules::{
    Answer, Condition, Counted, Cut, Implied, NumberRange, QuestionKind, QuestionSource,
    RuleSource, Span, compile,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// The largest number, and minus the smallest, of a random number question.
pub(crate) const REACH: i64 = 3;

/// What a situation comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    Stop(usize),
    List(Vec<bool>),
}

/// A full answer to every question, none of them missing or unsure.
pub(crate) type Situation = Vec<Answer>;

/// The day of the visit: where rules have dates it stands behind the answers.
pub(crate) fn visit_of(questions: &[QuestionSource], answers: &[Answer]) -> Option<i64> {
    match answers.get(questions.len()) {
        Some(Answer::Number(day)) => Some(*day),
        _ => None,
    }
}

/// Every answer that a question allows; of a date without a last day see [`possible`].
pub(crate) fn every_answer(kind: QuestionKind) -> Vec<Answer> {
    match kind {
        QuestionKind::Choice { options } => (0..options).map(Answer::Choice).collect(),
        QuestionKind::Multi { options } => (0..1_u32 << options)
            .map(|set| {
                Answer::Multi(
                    (0..options)
                        .filter(|option| set & (1 << option) != 0)
                        .collect(),
                )
            })
            .collect(),
        QuestionKind::Number { min, max, .. } => (min..=max).map(Answer::Number).collect(),
        QuestionKind::Date { min, max } => (min..=max.unwrap_or(min)).map(Answer::Number).collect(),
    }
}

/// Every answer that a question allows to who comes on this day.
pub(crate) fn possible(kind: QuestionKind, visit: Option<i64>) -> Vec<Answer> {
    match (kind, visit) {
        (QuestionKind::Date { min, max: None }, Some(visit)) => every_answer(QuestionKind::Date {
            min,
            max: Some(visit),
        }),
        _ => every_answer(kind),
    }
}

/// Year, month and day of the month of every day from 1 January 2025 on, by walking through the calendar.
fn calendar() -> Vec<(i64, u32, u32)> {
    let mut days = Vec::new();
    for year in 2025_i64..=2030 {
        for (month, length) in (1..).zip([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            let leap = u32::from(month == 2 && year == 2028);
            days.extend((1..=length + leap).map(|day| (year, month, day)));
        }
    }
    days
}

/// 1 January 2025.
const FIRST: i64 = 20_089;

/// The number of a day of the calendar.
pub(crate) fn day(date: (i64, u32, u32)) -> i64 {
    let place = calendar().iter().position(|known| *known == date);
    FIRST + i64::try_from(place.expect("there is such a day")).expect("few")
}

/// Whether a date has passed a cut on this day of the visit: month by month and day by day.
fn has_passed(cut: Cut, date: i64, visit: i64) -> bool {
    let calendar = calendar();
    let year = |day: i64| calendar[usize::try_from(day - FIRST).expect("it is in the calendar")].0;
    let (span, beyond) = match cut {
        Cut::From(first) => return first <= date,
        Cut::Years(years) => return year(visit) - year(date) >= i64::from(years),
        Cut::Since { span, beyond } => (span, beyond),
    };
    let (mut year, mut month, day_of_month) =
        calendar[usize::try_from(date - FIRST).expect("it is in the calendar")];
    for _ in 0..span.months {
        (year, month) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
    }
    let of_month = calendar
        .iter()
        .filter(|known| (known.0, known.1) == (year, month));
    let corresponding = of_month
        .map(|known| known.2)
        .filter(|known| *known <= day_of_month);
    let last = corresponding.max().expect("a month has a first day");
    let end = day((year, month, last)) + i64::from(span.days);
    if beyond { end < visit } else { end <= visit }
}

/// Two-valued truth of a condition that may use these facts.
pub(crate) fn holds(facts: &[Condition], condition: &Condition, situation: &Situation) -> bool {
    let here = |inner: &Condition| holds(facts, inner, situation);
    match condition {
        Condition::Always => true,
        Condition::Never => false,
        Condition::All(list) => list.iter().all(here),
        Condition::Any(list) => list.iter().any(here),
        Condition::Not(inner) => !here(inner),
        Condition::Fact(index) => here(&facts[*index]),
        Condition::Choice { question, any_of } => match &situation[*question] {
            Answer::Choice(option) => any_of.contains(option),
            other => panic!("{other:?} answers no choice"),
        },
        Condition::Multi {
            question,
            any_of,
            at_least,
        } => match &situation[*question] {
            Answer::Multi(chosen) => {
                let named: BTreeSet<_> = any_of.iter().filter(|one| chosen.contains(one)).collect();
                named.len() >= *at_least
            }
            other => panic!("{other:?} answers no multi question"),
        },
        Condition::Number {
            question,
            range: NumberRange { min, max },
        } => match &situation[*question] {
            Answer::Number(number) => {
                min.is_none_or(|min| *number >= min) && max.is_none_or(|max| *number <= max)
            }
            other => panic!("{other:?} is no number"),
        },
        Condition::Date { question, from, to } => match (&situation[*question], situation.last()) {
            (Answer::Number(date), Some(Answer::Number(visit))) => {
                from.is_none_or(|cut| has_passed(cut, *date, *visit))
                    && to.is_none_or(|cut| !has_passed(cut, *date, *visit))
            }
            other => panic!("{other:?} is no date and no day of the visit"),
        },
        Condition::Visit { from, to } => match situation.last() {
            Some(Answer::Number(visit)) => {
                from.is_none_or(|from| from <= *visit) && to.is_none_or(|to| *visit < to)
            }
            other => panic!("{other:?} is no day of the visit"),
        },
    }
}

/// Makes format and fingerprint fit (FNV-1a of the body), so that changed bytes get past them.
pub(crate) fn seal(format: u8, bytes: &mut [u8]) {
    if bytes.len() >= 5 {
        let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        let fingerprint = bytes[5..].iter().fold(0x811c_9dc5, step);
        bytes[0] = format;
        bytes[1..5].copy_from_slice(&fingerprint.to_le_bytes());
    }
}

/// The situation with the answers that follow from others, whatever else was said to these questions. Of two that follow the
/// first counts that is declared.
pub(crate) fn meant(source: &RuleSource, situation: &Situation) -> Situation {
    let mut meant = situation.clone();
    for question in 0..meant.len() {
        let follows = source.implied.iter().find(|implied| {
            implied.then == question && meant[implied.question] == Answer::Choice(implied.option)
        });
        if let Some(implied) = follows {
            meant[question] = Answer::Choice(implied.answer);
        }
    }
    meant
}

/// What a situation comes to.
pub(crate) fn outcome(source: &RuleSource, situation: &Situation) -> Outcome {
    let situation = &meant(source, situation);
    match source
        .stops
        .iter()
        .position(|stop| holds(&source.facts, stop, situation))
    {
        Some(stop) => Outcome::Stop(stop),
        None => Outcome::List(
            source
                .items
                .iter()
                .map(|item| holds(&source.facts, item, situation))
                .collect(),
        ),
    }
}

/// All situations that agree with the answers given.
pub(crate) fn completions(source: &RuleSource, answers: &[Answer]) -> Vec<Situation> {
    let visit = visit_of(&source.questions, answers);
    let mut situations = vec![Vec::new()];
    for (question, answer) in source.questions.iter().zip(answers) {
        let possible = if answer.is_given() {
            vec![answer.clone()]
        } else {
            possible(question.kind, visit)
        };
        let longer = |situation: Situation| {
            possible
                .iter()
                .map(move |answer| [&situation[..], std::slice::from_ref(answer)].concat())
                .collect::<Vec<_>>()
        };
        situations = situations.into_iter().flat_map(longer).collect();
    }
    for situation in &mut situations {
        situation.extend(visit.map(Answer::Number));
    }
    situations
}

/// What follows from some answers, by looking at everything.
pub(crate) struct Truth {
    pub(crate) completions: Vec<(Situation, Outcome)>,
    source: RuleSource,
    answers: Vec<Answer>,
}

impl Truth {
    pub(crate) fn new(source: &RuleSource, answers: &[Answer]) -> Self {
        let judged = |situation: Situation| (situation.clone(), outcome(source, &situation));
        let completions = completions(source, answers)
            .into_iter()
            .map(judged)
            .collect();
        Truth {
            completions,
            source: source.clone(),
            answers: answers.to_vec(),
        }
    }

    /// The list entry of an item in every completion that has a list.
    fn entries(&self, item: usize) -> BTreeSet<bool> {
        let entry = |(_, outcome): &(Situation, Outcome)| match outcome {
            Outcome::Stop(_) => None,
            Outcome::List(list) => Some(list[item]),
        };
        self.completions.iter().filter_map(entry).collect()
    }

    pub(crate) fn is_needed(&self, item: usize) -> bool {
        self.entries(item) == BTreeSet::from([true])
    }

    pub(crate) fn is_not_needed(&self, item: usize) -> bool {
        !self.entries(item).contains(&true)
    }

    pub(crate) fn has_list(&self) -> bool {
        self.completions
            .iter()
            .any(|(_, outcome)| matches!(outcome, Outcome::List(_)))
    }

    pub(crate) fn stops(&self) -> BTreeSet<usize> {
        let stop = |(_, outcome): &(Situation, Outcome)| match outcome {
            Outcome::Stop(stop) => Some(*stop),
            Outcome::List(_) => None,
        };
        self.completions.iter().filter_map(stop).collect()
    }

    pub(crate) fn certain_stop(&self) -> Option<usize> {
        let first = match &self.completions[0].1 {
            Outcome::Stop(stop) => *stop,
            Outcome::List(_) => return None,
        };
        self.completions
            .iter()
            .all(|(_, outcome)| *outcome == Outcome::Stop(first))
            .then_some(first)
    }

    /// Whether two completions of the answers to the other questions that differ only here satisfy `differ`.
    fn differs_by(&self, question: usize, differ: impl Fn(&Situation, &Situation) -> bool) -> bool {
        let mut others = self.answers.clone();
        others[question] = Answer::Missing;
        completions(&self.source, &others)
            .into_iter()
            .any(|mut situation| {
                let one = situation.clone();
                let visit = visit_of(&self.source.questions, &self.answers);
                possible(self.source.questions[question].kind, visit)
                    .into_iter()
                    .any(|answer| {
                        situation[question] = answer;
                        differ(&one, &situation)
                    })
            })
    }

    pub(crate) fn is_relevant(&self, question: usize) -> bool {
        self.is_counted(question)
            || self.differs_by(question, |one, other| {
                outcome(&self.source, one) != outcome(&self.source, other)
            })
    }

    /// Whether the answer may say how much is wanted of something, whatever it is itself.
    fn is_counted(&self, question: usize) -> bool {
        let is_on = |counted: &Counted, outcome: &Outcome| match outcome {
            Outcome::Stop(_) => false,
            Outcome::List(list) => counted.item.is_none_or(|item| list[item]),
        };
        let mut others = self.answers.clone();
        others[question] = Answer::Missing;
        let others = completions(&self.source, &others);
        let outcomes: Vec<Outcome> = others
            .iter()
            .map(|situation| outcome(&self.source, situation))
            .collect();
        let counted = self.source.counted.iter();
        counted
            .filter(|counted| counted.question == question)
            .any(|counted| outcomes.iter().any(|outcome| is_on(counted, outcome)))
    }

    /// Whether the completions differ in what is on the list, or in how much is wanted of it.
    pub(crate) fn is_undecided(&self) -> bool {
        let open = |question: &usize| !self.answers[*question].is_given();
        let mut counted = (0..self.answers.len()).filter(open);
        let first = &self.completions[0].1;
        self.completions.iter().any(|(_, outcome)| outcome != first)
            || counted.any(|question| self.is_counted(question))
    }

    /// The answers to a number question in all completions whose list has the item (none: that have a list).
    pub(crate) fn numbers(&self, question: usize, item: Option<usize>) -> BTreeSet<i64> {
        let number =
            |(situation, outcome): &(Situation, Outcome)| match (outcome, &situation[question]) {
                (Outcome::List(list), Answer::Number(number)) => {
                    item.is_none_or(|item| list[item]).then_some(*number)
                }
                _ => None,
            };
        self.completions.iter().filter_map(number).collect()
    }

    /// The unknown questions of which one answer instead of another both changes the item's condition and takes the
    /// item off or on the list, or stops (not necessarily in the same situation).
    pub(crate) fn open(&self, item: usize) -> Vec<usize> {
        let entry = |situation: &Situation| match outcome(&self.source, situation) {
            Outcome::Stop(_) => None,
            Outcome::List(list) => Some(list[item]),
        };
        let own = |situation: &Situation| {
            let situation = meant(&self.source, situation);
            holds(&self.source.facts, &self.source.items[item], &situation)
        };
        let unknown =
            (0..self.answers.len()).filter(|question| !self.answers[*question].is_given());
        unknown
            .filter(|question| self.differs_by(*question, |one, other| own(one) != own(other)))
            .filter(|question| self.differs_by(*question, |one, other| entry(one) != entry(other)))
            .collect()
    }
}

/// Random rules over few small questions, with an answer (or none) for each question.
pub(crate) fn rules_and_answers() -> impl Strategy<Value = (RuleSource, Vec<Answer>)> {
    rules().prop_flat_map(|source| {
        let answers: Vec<_> = source
            .questions
            .iter()
            .map(|question| any_answer(question.kind))
            .collect();
        (Just(source), answers)
    })
}

/// Random rules with a full situation.
pub(crate) fn rules_and_situation() -> impl Strategy<Value = (RuleSource, Situation)> {
    rules().prop_flat_map(|source| {
        let full =
            |question: &QuestionSource| proptest::sample::select(every_answer(question.kind));
        let situation: Vec<_> = source.questions.iter().map(full).collect();
        (Just(source), situation)
    })
}

/// Random rules; facts may use those before them, and not all are used.
pub(crate) fn rules() -> impl Strategy<Value = RuleSource> {
    proptest::collection::vec(kind(), 1..=4).prop_flat_map(rules_about)
}

fn rules_about(kinds: Vec<QuestionKind>) -> impl Strategy<Value = RuleSource> {
    (0_usize..=3).prop_flat_map(move |count| {
        let kinds = kinds.clone();
        let facts: Vec<_> = (0..count)
            .map(|before| condition(kinds.clone(), before))
            .collect();
        let stops = proptest::collection::vec(condition(kinds.clone(), count), 0..=2);
        let items = proptest::collection::vec(condition(kinds.clone(), count), 1..=4);
        let follows = proptest::collection::vec(any::<[Index; 4]>(), 0..=3);
        let parts = (
            Just(kinds),
            facts,
            stops,
            items,
            any::<[bool; 5]>(),
            follows,
        );
        parts.prop_map(|(kinds, facts, stops, items, counts, follows)| {
            let questions: Vec<QuestionSource> = kinds
                .iter()
                .enumerate()
                .map(|(index, kind)| question(index, *kind))
                .collect();
            RuleSource {
                counted: counted(&kinds, items.len(), counts),
                implied: implied(&kinds, &follows),
                id: 77,
                questions,
                facts,
                stops,
                items,
            }
        })
    })
}

/// Of a number question some items, or what always is on the list.
fn counted(kinds: &[QuestionKind], items: usize, counts: [bool; 5]) -> Vec<Counted> {
    let is_number =
        |(_, kind): &(usize, &QuestionKind)| matches!(kind, QuestionKind::Number { .. });
    let numbers = kinds.iter().enumerate().filter(is_number);
    let wanted = (0..items)
        .map(Some)
        .chain([None])
        .zip(counts.into_iter().rev());
    let wanted: Vec<Option<usize>> = wanted.filter_map(|(item, is)| is.then_some(item)).collect();
    numbers
        .flat_map(|(question, _)| {
            wanted.iter().map(move |item| Counted {
                question,
                item: *item,
            })
        })
        .collect()
}

/// What follows from answers to choice questions that come before another one.
fn implied(kinds: &[QuestionKind], follows: &[[Index; 4]]) -> Vec<Implied> {
    let options = |kind: &QuestionKind| match kind {
        QuestionKind::Choice { options } => Some(*options),
        _ => None,
    };
    let choices = kinds.iter().enumerate();
    let choices = choices.filter_map(|(at, kind)| Some((at, options(kind)?)));
    let choices: Vec<(usize, usize)> = choices.collect();
    let one = |[first, second, option, answer]: &[Index; 4]| {
        let (question, options) = *choices.get(first.index(choices.len()))?;
        let (then, answers) = *choices.get(second.index(choices.len()))?;
        (question < then).then(|| Implied {
            question,
            option: option.index(options),
            then,
            answer: answer.index(answers),
        })
    };
    if choices.is_empty() {
        return Vec::new();
    }
    follows.iter().filter_map(one).collect()
}

/// A question with keys that fit.
pub(crate) fn question(index: usize, kind: QuestionKind) -> QuestionSource {
    let options = match kind {
        QuestionKind::Choice { options } | QuestionKind::Multi { options } => options,
        QuestionKind::Number { .. } | QuestionKind::Date { .. } => 0,
    };
    QuestionSource {
        key: key_of(index),
        kind,
        option_keys: (0..options).map(key_of).collect(),
    }
}

/// The key of a question or an option by its place.
pub(crate) fn key_of(number: usize) -> u32 {
    u32::try_from(number * 977 + 30).expect("small")
}

fn kind() -> impl Strategy<Value = QuestionKind> {
    prop_oneof![
        3 => (1_usize..=3).prop_map(|options| QuestionKind::Choice { options }),
        2 => (0_usize..=3).prop_map(|options| QuestionKind::Multi { options }),
        2 => (-REACH..=0, 0..=REACH, 0..=1_u32).prop_map(|(min, max, scale)| QuestionKind::Number { min, max, scale }),
    ]
}

/// A date of a dozen days, about as far back as the cuts reach.
fn date(visit: i64) -> impl Strategy<Value = QuestionKind> {
    let back = proptest::sample::select(vec![0, 3, 28, 31, 35, 59, 63]);
    (back, -3_i64..=3, 4_i64..=14, any::<bool>()).prop_map(move |(back, off, length, open)| {
        let min = visit - back + off - length;
        let max = min + length;
        QuestionKind::Date {
            min,
            max: if open && back <= 3 { None } else { Some(max) },
        }
    })
}

/// Random rules with a date, for who comes on this day.
pub(crate) fn dated_rules(visit: i64) -> impl Strategy<Value = RuleSource> {
    let others = proptest::collection::vec(kind(), 0..=2);
    let kinds = (others, date(visit)).prop_map(|(mut kinds, date)| {
        kinds.push(date);
        kinds
    });
    kinds
        .prop_flat_map(rules_about)
        .prop_filter("a date of more values than there may be", |source| {
            compile(source).is_ok()
        })
}

/// Any of the days of the visit on which random rules are looked at.
pub(crate) fn visits() -> impl Strategy<Value = i64> {
    proptest::sample::select(VISITS.map(day).to_vec())
}

/// Random rules with a date and the day of the visit, and answers to some of the questions.
pub(crate) fn dated_rules_and_answers() -> impl Strategy<Value = (RuleSource, Vec<Answer>)> {
    visits().prop_flat_map(|visit| {
        dated_rules(visit).prop_flat_map(move |source| {
            let answers: Vec<_> = source
                .questions
                .iter()
                .map(|asked| answer_on(asked.kind, visit))
                .collect();
            let answers = answers.prop_map(move |mut answers: Vec<Answer>| {
                answers.push(Answer::Number(visit));
                answers
            });
            (Just(source), answers)
        })
    })
}

/// Missing, unsure, or any of the question's answers.
fn answer_on(kind: QuestionKind, visit: i64) -> BoxedStrategy<Answer> {
    match &possible(kind, Some(visit))[..] {
        [] => Just(Answer::Missing).boxed(),
        some => prop_oneof![
            2 => Just(Answer::Missing),
            1 => Just(Answer::Unsure),
            3 => proptest::sample::select(some.to_vec()),
        ]
        .boxed(),
    }
}

/// Missing, unsure, or any of the question's answers.
fn any_answer(kind: QuestionKind) -> impl Strategy<Value = Answer> {
    prop_oneof![
        2 => Just(Answer::Missing),
        1 => Just(Answer::Unsure),
        3 => proptest::sample::select(every_answer(kind)),
    ]
}

/// A condition over these questions and the first `facts` facts.
fn condition(kinds: Vec<QuestionKind>, facts: usize) -> impl Strategy<Value = Condition> {
    let dated = kinds
        .iter()
        .any(|kind| matches!(kind, QuestionKind::Date { .. }));
    let leaf = prop_oneof![
        1 => Just(Condition::Always),
        1 => Just(Condition::Never),
        if facts == 0 { 0 } else { 5 } => (0..facts.max(1)).prop_map(Condition::Fact),
        if dated { 4 } else { 0 } => visit(),
        10 => (0..kinds.len()).prop_flat_map(move |question| about(question, kinds[question])),
    ];
    leaf.prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..=3).prop_map(Condition::All),
            proptest::collection::vec(inner.clone(), 0..=3).prop_map(Condition::Any),
            inner.prop_map(|inner| Condition::Not(Box::new(inner))),
        ]
    })
}

fn about(question: usize, kind: QuestionKind) -> BoxedStrategy<Condition> {
    let some_of = |options: usize| {
        let all: Vec<usize> = (0..options).collect();
        proptest::sample::subsequence(all, 0..=options)
    };
    match kind {
        QuestionKind::Choice { options } => some_of(options)
            .prop_map(move |any_of| Condition::Choice { question, any_of })
            .boxed(),
        QuestionKind::Multi { options } => some_of(options)
            .prop_flat_map(move |any_of| {
                (0..=3_usize).prop_map(move |at_least| Condition::Multi {
                    question,
                    any_of: any_of.clone(),
                    at_least,
                })
            })
            .boxed(),
        QuestionKind::Number { .. } => {
            let end = || {
                prop_oneof![
                    1 => Just(None),
                    8 => (-REACH - 1..=REACH + 1).prop_map(Some),
                    1 => prop_oneof![Just(i64::MIN), Just(i64::MAX)].prop_map(Some),
                ]
            };
            (end(), end())
                .prop_map(move |(min, max)| Condition::Number {
                    question,
                    range: NumberRange { min, max },
                })
                .boxed()
        }
        QuestionKind::Date { min, max } => {
            let about = min..=max.unwrap_or(min) + 9;
            let cut = || proptest::option::of(cut(min, about.clone()));
            (cut(), cut())
                .prop_map(move |(from, to)| Condition::Date { question, from, to })
                .boxed()
        }
    }
}

/// The visit on some days.
fn visit() -> impl Strategy<Value = Condition> {
    let about = VISITS.map(day).into_iter().flat_map(|day| [day, day + 1]);
    let about: Vec<i64> = about.collect();
    let end = move || proptest::option::of(proptest::sample::select(about.clone()));
    (end(), end()).prop_map(|(from, to)| Condition::Visit { from, to })
}

/// Days around which months and years end differently.
pub(crate) const VISITS: [(i64, u32, u32); 12] = [
    (2026, 11, 25),
    (2026, 12, 31),
    (2027, 1, 1),
    (2027, 2, 28),
    (2027, 3, 1),
    (2027, 3, 30),
    (2027, 3, 31),
    (2027, 4, 30),
    (2028, 2, 28),
    (2028, 2, 29),
    (2028, 3, 1),
    (2028, 4, 1),
];

/// A cut of a date question: which kinds of cuts it has hangs on the first day that it allows; one in three has all kinds.
fn cut(min: i64, about: std::ops::RangeInclusive<i64>) -> BoxedStrategy<Cut> {
    let since = |months, days, beyond| Cut::Since {
        span: Span { months, days },
        beyond,
    };
    let days = about.prop_map(Cut::From);
    let months = (
        prop_oneof![0_u32..=2, 11_u32..=13, 23_u32..=25],
        any::<bool>(),
    )
        .prop_map(move |(months, beyond)| since(months, 0, beyond));
    let ago = (0_u32..=70, any::<bool>()).prop_map(move |(days, beyond)| since(0, days, beyond));
    let years = (0_u32..=2).prop_map(Cut::Years);
    match min % 6 {
        0 => days.boxed(),
        1 => months.boxed(),
        2 => ago.boxed(),
        3 => years.boxed(),
        _ => prop_oneof![days, months, ago, years].boxed(),
    }
}
