//! Random plans, and what is asked and known in them, worked out by hand.

mod find;
mod merge;
mod wire;

use std::collections::BTreeSet;

pub(crate) use merge::{fewest_that_stay, merged};
use onetrip_widget::rules::{Answer, QuestionKind, QuestionSource, RuleSource, compile};
use onetrip_widget::trip::{Follow, Lines, Trip, Use};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{Outcome, Truth, dated_rules, key_of, possible, rules, visits};

/// A line as a guide writes it: when it holds (an item of the rules; none: always), and any `pick` of its ways.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) item: Option<usize>,
    pub(crate) pick: usize,
    pub(crate) from: Vec<Branch>,
}

/// A way of a choice: a paper, or any `pick` of several ways (all of them: papers that go together).
#[derive(Debug, Clone)]
pub(crate) struct Branch {
    /// When it counts: an item of the rules; none: always.
    pub(crate) item: Option<usize>,
    pub(crate) what: What,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    Sheet(Sheet),
    Pick(usize, Vec<Branch>),
}

impl Branch {
    /// The paper, where the way is one without a condition.
    pub(crate) fn sheet(&self) -> Option<&Sheet> {
        match (&self.what, self.item) {
            (What::Sheet(sheet), None) => Some(sheet),
            _ => None,
        }
    }

    pub(crate) fn sheets_mut(&mut self) -> Vec<&mut Sheet> {
        match &mut self.what {
            What::Sheet(sheet) => vec![sheet],
            What::Pick(_, from) => from.iter_mut().flat_map(Branch::sheets_mut).collect(),
        }
    }

    /// Everything that does for it, each with the conditions under which it counts.
    pub(crate) fn bundles(&self) -> Vec<(BTreeSet<usize>, Vec<Sheet>)> {
        let mut all = match &self.what {
            What::Sheet(sheet) => vec![(BTreeSet::new(), vec![*sheet])],
            What::Pick(pick, from) => picked(*pick, from),
        };
        for (conditions, _) in &mut all {
            conditions.extend(self.item);
        }
        all
    }
}

/// Everything that does where any `pick` of these ways are wanted.
fn picked(pick: usize, from: &[Branch]) -> Vec<(BTreeSet<usize>, Vec<Sheet>)> {
    let Some((first, rest)) = from.split_first() else {
        return (pick == 0)
            .then(|| (BTreeSet::new(), Vec::new()))
            .into_iter()
            .collect();
    };
    let mut all = Vec::new();
    if pick > 0 {
        for (conditions, sheets) in first.bundles() {
            for (more, others) in picked(pick - 1, rest) {
                all.push((&conditions | &more, [sheets.clone(), others].concat()));
            }
        }
    }
    all.extend(picked(pick, rest));
    all
}

/// A paper as a line writes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) paper: u32,
    pub(crate) originals: u32,
    pub(crate) copies: u32,
    pub(crate) hand_in: bool,
    pub(crate) fresh_days: Option<u32>,
    /// So many more originals and copies for each one that the matter's first number question counts, if it has one.
    pub(crate) each: [u32; 2],
    /// That question.
    pub(crate) counts: Option<usize>,
}

/// A matter of a random plan.
#[derive(Debug, Clone)]
pub(crate) struct Matter {
    pub(crate) code: u32,
    /// The rules; items behind those that `written` names are the rows' own.
    pub(crate) source: RuleSource,
    pub(crate) written: Vec<Written>,
    pub(crate) lines: Lines,
    /// The page's numbers of its papers.
    pub(crate) numbers: Vec<u32>,
}

impl Matter {
    /// The rows of its list: indexes of the lines of each. The lines of one paper are one row, a choice is one of its own.
    pub(crate) fn rows(&self) -> Vec<Vec<usize>> {
        rows(&self.written)
    }
}

pub(crate) fn rows(written: &[Written]) -> Vec<Vec<usize>> {
    let paper = |line: &Written| match line.from[..] {
        [ref one] => one.sheet().map(|sheet| sheet.paper),
        _ => None,
    };
    let first = |index: usize| {
        let same = |other: &usize| {
            paper(&written[*other]).is_some() && paper(&written[*other]) == paper(&written[index])
        };
        (0..index).find(same).unwrap_or(index)
    };
    let firsts: BTreeSet<usize> = (0..written.len()).map(first).collect();
    let lines = |row: usize| (0..written.len()).filter(move |index| first(*index) == row);
    firsts.into_iter().map(|row| lines(row).collect()).collect()
}

/// Matters, and answers to give: which matter, which question, which answer.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) matters: Vec<Matter>,
    /// The day of the visit.
    visit: i64,
    /// What follows from answers in all matters.
    pub(crate) follows: Vec<Follow>,
    given: Vec<[Index; 3]>,
    /// Answers that come after them.
    last: Vec<(usize, usize, Answer)>,
}

pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    visits().prop_flat_map(|visit| {
        let matters = proptest::collection::vec(matter(visit), 1..=3);
        let given = proptest::collection::vec(any::<[Index; 3]>(), 0..=8);
        let follows = proptest::collection::vec(follow(), 0..=3);
        (matters, given, follows).prop_map(move |(mut matters, given, follows)| {
            for (matter, code) in matters.iter_mut().zip([70_001, 5, 1_000_000]) {
                matter.code = code;
            }
            Plan {
                matters,
                visit,
                follows,
                given,
                last: Vec::new(),
            }
        })
    })
}

/// Of the first questions of random rules, which may have these keys and options or not.
fn follow() -> impl Strategy<Value = Follow> {
    let key = || 0_usize..4;
    (key(), 0_usize..3, key(), 0_usize..3)
        .prop_filter("no answer follows from itself", |(from, _, to, _)| {
            from != to
        })
        .prop_map(|(question, option, then, answer)| {
            let [question, option, then, answer] = [question, option, then, answer].map(key_of);
            Follow {
                question,
                option,
                then,
                answer,
            }
        })
}

/// Questions of different matters share keys; some then are the same, others only look so. Options stand in another order
/// where `turned`. One matter in three asks for a date.
fn matter(visit: i64) -> impl Strategy<Value = Matter> {
    let source = prop_oneof![2 => rules().boxed(), 1 => dated_rules(visit).boxed()];
    source.prop_flat_map(|source| {
        let written = proptest::collection::vec(line(source.items.len()), 0..=6);
        (Just(source), written, any::<bool>()).prop_map(|(mut source, mut written, turned)| {
            let is_number =
                |asked: &QuestionSource| matches!(asked.kind, QuestionKind::Number { .. });
            let counts = source.questions.iter().position(is_number);
            let branches = written.iter_mut().flat_map(|line| &mut line.from);
            for sheet in branches.flat_map(Branch::sheets_mut) {
                sheet.counts = counts.filter(|_| sheet.each != [0, 0]);
            }
            if turned {
                source
                    .questions
                    .iter_mut()
                    .for_each(|question| question.option_keys.reverse());
            }
            let (lines, numbers) = wire::lines(&mut source, &written);
            Matter {
                code: 0,
                source,
                written,
                lines,
                numbers,
            }
        })
    })
}

/// Half of the lines name one paper, so that many of them meet.
fn line(items: usize) -> impl Strategy<Value = Written> {
    let item = proptest::option::weighted(0.8, 0..items);
    let only = |sheet| {
        vec![Branch {
            item: None,
            what: What::Sheet(sheet),
        }]
    };
    let papers = prop_oneof![
        4 => sheet().prop_map(only),
        2 => proptest::collection::vec(branch(items), 2..=4),
        2 => proptest::collection::vec(sheet(), 2..=4).prop_map(move |all| all.into_iter().flat_map(only).collect()),
    ];
    (item, papers).prop_flat_map(|(item, from)| {
        (1..=from.len()).prop_map(move |pick| Written {
            item,
            pick,
            from: from.clone(),
        })
    })
}

/// A way of a choice, up to a choice in it whose ways are bundles.
fn branch(items: usize) -> impl Strategy<Value = Branch> {
    let way = move |what| {
        let item = proptest::option::weighted(0.3, 0..items);
        (item, what).prop_map(|(item, what)| Branch { item, what })
    };
    let leaf = way(sheet().prop_map(What::Sheet).boxed());
    leaf.prop_recursive(2, 6, 3, move |inner| {
        let from = proptest::collection::vec(inner, 1..=3).prop_map(apart);
        let pick = from.prop_flat_map(|from| {
            (1..=from.len()).prop_map(move |pick| What::Pick(pick, from.clone()))
        });
        way(pick.boxed())
    })
}

/// Within one way no paper is there twice.
fn apart(mut from: Vec<Branch>) -> Vec<Branch> {
    let sheets = from.iter_mut().flat_map(Branch::sheets_mut);
    for (sheet, nth) in sheets.zip(0..) {
        sheet.paper = sheet.paper % 2 + 2 * nth;
    }
    from
}

fn sheet() -> impl Strategy<Value = Sheet> {
    (
        0_u32..5,
        0_u32..3,
        0_u32..3,
        any::<bool>(),
        proptest::option::of(0_u32..4),
        prop_oneof![2 => Just([0, 0]), 1 => [0_u32..2, 0..3]],
    )
        .prop_map(
            |(paper, originals, copies, hand_in, fresh_days, each)| Sheet {
                paper,
                originals,
                copies,
                hand_in,
                fresh_days,
                each,
                counts: None,
            },
        )
}

impl Plan {
    /// A trip on the day of the visit, as yet without matters.
    pub(crate) fn without_matters(&self) -> Trip {
        let mut trip = Trip::new();
        trip.visit(Some(self.visit));
        trip.follow(self.follows.clone());
        trip
    }

    /// The trip with these matters, through the wire form, and no answers.
    pub(crate) fn empty_trip(&self) -> Trip {
        let mut trip = self.without_matters();
        for matter in &self.matters {
            add(&mut trip, matter);
        }
        trip
    }

    /// The trip with all answers given.
    pub(crate) fn trip(&self) -> Trip {
        let mut trip = self.empty_trip();
        for (matter, question, answer) in self.given() {
            trip.set(matter, question, &answer);
        }
        trip
    }

    pub(crate) fn given(&self) -> Vec<(usize, usize, Answer)> {
        let one = |[matter, question, answer]: &[Index; 3]| {
            let matter = matter.index(self.matters.len());
            let questions = &self.matters[matter].source.questions;
            let question = question.index(questions.len());
            let mut answers = self.possible(&questions[question]);
            answers.push(Answer::Unsure);
            (
                matter,
                question,
                answers[answer.index(answers.len())].clone(),
            )
        };
        self.given
            .iter()
            .map(one)
            .chain(self.last.clone())
            .collect()
    }

    /// Answers every question.
    pub(crate) fn answer_all(&mut self, with: &[Index; 4]) {
        for (nth, places) in self.questions().into_iter().enumerate() {
            let (matter, question) = places[0];
            let answers = self.possible(&self.matters[matter].source.questions[question]);
            let answer = answers[with[nth % 4].index(answers.len())].clone();
            self.last.push((matter, question, answer));
        }
    }

    /// Everything that can be answered to this question on the day of the visit.
    pub(crate) fn possible(&self, asked: &QuestionSource) -> Vec<Answer> {
        possible(asked.kind, Some(self.visit))
    }

    /// The answers that every matter has, worked out by hand.
    pub(crate) fn answers(&self) -> Vec<Vec<Answer>> {
        let mut answers: Vec<Vec<Answer>> = self
            .matters
            .iter()
            .map(|matter| vec![Answer::Missing; matter.source.questions.len()])
            .collect();
        for (matter, question, answer) in self.given() {
            let asked = &self.matters[matter].source.questions[question];
            for (other, answers) in self.matters.iter().zip(&mut answers) {
                for (there, answers) in other.source.questions.iter().zip(answers) {
                    if identity(asked) == identity(there) {
                        *answers = by_keys(&answer, asked, there);
                    }
                }
            }
        }
        answers
    }

    /// The answer that follows for a question from what was answered, worked out by hand.
    pub(crate) fn following(&self, asked: &QuestionSource) -> Option<Answer> {
        let place = |there: &QuestionSource, key: u32| {
            let is_choice = matches!(there.kind, QuestionKind::Choice { .. });
            let option = there.option_keys.iter().position(|option| *option == key);
            option.filter(|_| is_choice)
        };
        let answers = self.answers();
        let mut all = self
            .matters
            .iter()
            .zip(&answers)
            .flat_map(|(matter, answers)| {
                matter
                    .source
                    .questions
                    .iter()
                    .zip(answers)
                    .collect::<Vec<_>>()
            });
        let all: Vec<_> = all.by_ref().collect();
        let follow = self.follows.iter().find(|follow| {
            let is_said = all.iter().any(|(there, answer)| {
                there.key == follow.question
                    && place(there, follow.option)
                        .is_some_and(|option| **answer == Answer::Choice(option))
            });
            follow.then == asked.key && place(asked, follow.answer).is_some() && is_said
        });
        Some(Answer::Choice(place(asked, follow?.answer)?))
    }

    /// The answers that every matter knows: those given, and in their place what follows.
    pub(crate) fn known(&self) -> Vec<Vec<Answer>> {
        let known = |(matter, answers): (&Matter, Vec<Answer>)| {
            let asked = matter.source.questions.iter().zip(answers);
            asked
                .map(|(asked, answer)| self.following(asked).unwrap_or(answer))
                .collect()
        };
        self.matters.iter().zip(self.answers()).map(known).collect()
    }

    /// What follows in every matter.
    pub(crate) fn truths(&self) -> Vec<Truth> {
        let answers = self.known();
        self.matters
            .iter()
            .zip(answers)
            .map(|(matter, mut answers)| {
                answers.push(Answer::Number(self.visit));
                Truth::new(&matter.source, &answers)
            })
            .collect()
    }

    /// What does for a way of a row in some list that is still possible: the papers of each bundle.
    pub(crate) fn bundles(&self, by: Use, at: usize) -> Vec<Vec<u32>> {
        let matter = &self.matters[by.matter];
        let written = &matter.written[matter.rows()[by.line][0]];
        let truth = &self.truths()[by.matter];
        let holds = |conditions: &BTreeSet<usize>| {
            let mut outcomes = truth.completions.iter().map(|(_, outcome)| outcome);
            outcomes.any(|outcome| match outcome {
                Outcome::Stop(_) => false,
                Outcome::List(list) => conditions
                    .iter()
                    .chain(&written.item)
                    .all(|item| list[*item]),
            })
        };
        let bundles = written.from[at].bundles().into_iter();
        let counting = bundles.filter(|(conditions, _)| holds(conditions));
        counting
            .map(|(_, sheets)| sheets.iter().map(|sheet| sheet.paper).collect())
            .collect()
    }

    /// The places of every question that is asked once.
    pub(crate) fn questions(&self) -> Vec<Vec<(usize, usize)>> {
        let mut all: Vec<(_, Vec<(usize, usize)>)> = Vec::new();
        for (index, matter) in self.matters.iter().enumerate() {
            for (nth, question) in matter.source.questions.iter().enumerate() {
                match all
                    .iter_mut()
                    .find(|(known, _)| *known == identity(question))
                {
                    Some((_, places)) => places.push((index, nth)),
                    None => all.push((identity(question), vec![(index, nth)])),
                }
            }
        }
        all.into_iter().map(|(_, places)| places).collect()
    }
}

pub(crate) fn add(trip: &mut Trip, matter: &Matter) -> usize {
    let book = compile(&matter.source).expect("small rules are not too complex");
    let lines = Lines::from_bytes(&matter.lines.to_bytes()).expect("its own bytes are readable");
    trip.add(matter.code, book, lines, &matter.numbers)
        .expect("the lines name items that there are")
}

/// What makes a question the same as another.
fn identity(question: &QuestionSource) -> (u32, u8, BTreeSet<u32>, Option<[i64; 3]>) {
    // No day is as late as none.
    let latest = |max: Option<i64>| max.unwrap_or(i64::MAX);
    let (kind, bounds) = match question.kind {
        QuestionKind::Choice { .. } => (0, None),
        QuestionKind::Multi { .. } => (1, None),
        QuestionKind::Number { min, max, scale } => (2, Some([min, max, scale.into()])),
        QuestionKind::Date { min, max } => (3, Some([min, latest(max), 0])),
    };
    (
        question.key,
        kind,
        question.option_keys.iter().copied().collect(),
        bounds,
    )
}

fn by_keys(answer: &Answer, from: &QuestionSource, to: &QuestionSource) -> Answer {
    let moved = |option: &usize| {
        to.option_keys
            .iter()
            .position(|key| *key == from.option_keys[*option])
            .expect("it is the same question")
    };
    match answer {
        Answer::Choice(option) => Answer::Choice(moved(option)),
        Answer::Multi(options) => Answer::Multi(
            options
                .iter()
                .map(moved)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
        ),
        other => other.clone(),
    }
}
