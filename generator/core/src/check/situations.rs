//! The finite situations of a guide, walked as a resident would meet them.

use onetrip_widget::rules::{Answer, Cut, Day, Kind, RuleBook, Session, Status};

use super::Compiled;
use crate::model::{AnswerKind, Dated, Decimal, LineKind, Matter, Row, date, day};

/// More ways through a guide than this are not walked.
const MOST_PATHS: usize = 200_000;

/// What a walk through all situations shows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Survey {
    /// Questions that the guide may ask.
    pub questions: usize,
    /// Situations: the product of the answers that the rules tell apart.
    pub situations: u64,
    /// Different ways through the questions; `None` when there are too many to walk.
    pub paths: Option<usize>,
    /// The most questions that anybody is asked.
    pub longest: usize,
    /// The questions that are asked on average, every answer being as likely as the next.
    pub average: f64,
    /// The fewest papers to bring in a situation that has a list.
    pub shortest_list: usize,
    /// The most papers.
    pub longest_list: usize,
}

/// Walks a guide.
pub fn survey(matter: &Matter, compiled: &Compiled) -> Survey {
    let questions = compiled.book.questions();
    let situations = questions
        .iter()
        .map(|q| classes(&q.kind))
        .fold(1u64, u64::saturating_mul);
    let is_required = |row: &Row| matter.kind(row) == LineKind::Required;
    let mut walk = Walk {
        compiled,
        required: matter.rows().iter().map(is_required).collect(),
        paths: 0,
        survey: Survey {
            questions: matter.questions.len(),
            situations,
            shortest_list: usize::MAX,
            ..Survey::default()
        },
    };
    let mut session = Session::new(compiled.book.clone());
    session.visit(Some(day(matter.verified_on.value)));
    let whole = walk.go(&session, 0, 1.0);
    let shortest_list = if walk.survey.shortest_list == usize::MAX {
        0
    } else {
        walk.survey.shortest_list
    };
    Survey {
        paths: whole.then_some(walk.paths),
        shortest_list,
        ..walk.survey
    }
}

struct Walk<'a> {
    compiled: &'a Compiled,
    /// For every row whether it is required.
    required: Vec<bool>,
    paths: usize,
    survey: Survey,
}

impl Walk<'_> {
    /// False when there were too many paths.
    fn go(&mut self, session: &Session, depth: usize, weight: f64) -> bool {
        let Some(question) = session.next().filter(|_| session.stop().is_none()) else {
            self.arrive(session, depth, weight);
            return self.paths < MOST_PATHS;
        };
        let kind = &session.book().questions()[question].kind;
        #[expect(
            clippy::cast_precision_loss,
            reason = "of more answers than 2^52 only the first are walked"
        )]
        let weight = weight / classes(kind) as f64;
        choices(kind, session.visited()).all(|answer| {
            let mut next = session.clone();
            next.set(question, answer);
            self.go(&next, depth + 1, weight)
        })
    }

    fn arrive(&mut self, session: &Session, depth: usize, weight: f64) {
        self.paths += 1;
        self.survey.longest = self.survey.longest.max(depth);
        #[expect(clippy::cast_precision_loss, reason = "no guide asks 2^52 questions")]
        let asked = depth as f64;
        self.survey.average += asked * weight;
        if session.stop().is_none() {
            // What is counted are the rows that a resident sees, not the guide's lines.
            let rows = self.required.iter().zip(&self.compiled.items.rows);
            let needed = |item: Option<usize>| {
                item.is_none_or(|item| session.status(item) == Status::Needed)
            };
            let length = rows
                .filter(|(required, items)| **required && needed(items.item))
                .count();
            self.survey.shortest_list = self.survey.shortest_list.min(length);
            self.survey.longest_list = self.survey.longest_list.max(length);
        }
    }
}

/// How many answers to a question the rules tell apart.
fn classes(kind: &Kind) -> u64 {
    match kind {
        Kind::Choice { options } => options.len() as u64,
        Kind::Multi { used, .. } => 1 << used.len().min(63),
        Kind::Number { cuts, .. } => cuts.len() as u64 + 1,
        Kind::Date { .. } | Kind::Visit { .. } => kind.arity() as u64,
    }
}

/// A day of the visit for each stretch of days that the rules tell apart, first that of the guide's last check.
pub(super) fn visits(matter: &Matter, book: &RuleBook) -> Vec<Day> {
    let mut days = vec![day(matter.verified_on.value)];
    for question in book.questions() {
        if let Kind::Visit { cuts } = &question.kind {
            for cut in cuts {
                if let Cut::From(first) = cut {
                    days.extend([first - 1, *first]);
                }
            }
        }
    }
    days
}

/// An answer of each class that the rules tell apart on this day of the visit.
pub(super) fn choices(kind: &Kind, visit: Option<Day>) -> Box<dyn Iterator<Item = Answer> + '_> {
    match kind {
        Kind::Choice { options } => Box::new((0..options.len()).map(Answer::Choice)),
        // The numbers at the bounds are those that people check: 79 and 80.
        Kind::Number { min, cuts, .. } => {
            let below = cuts.first().map_or(*min, |cut| cut - 1);
            let numbers = std::iter::once(below).chain(cuts.iter().copied());
            Box::new(numbers.map(Answer::Number))
        }
        // The days at the bounds too: the last on which one is 79.
        Kind::Date { .. } => {
            let days = kind.days(visit.unwrap_or_default());
            let possible = days.into_iter().filter(|[first, last]| first <= last);
            Box::new(possible.map(|[first, _]| Answer::Number(first)))
        }
        Kind::Visit { .. } => Box::new(std::iter::empty()),
        Kind::Multi { used, .. } => Box::new(subsets(used.len()).map(|places| {
            let options = places.into_iter().map(|place| used[place] as usize);
            Answer::Multi(options.collect())
        })),
    }
}

/// Every set of the numbers below `count`, small ones first, one at a time: nobody could keep them all.
fn subsets(count: usize) -> impl Iterator<Item = Vec<usize>> {
    std::iter::successors(Some(Vec::new()), move |set: &Vec<usize>| {
        let size = set.len();
        // The last number that has room to grow, the ones behind it following on.
        let Some(place) = (0..size)
            .rev()
            .find(|place| set[*place] < count - size + place)
        else {
            return (size < count).then(|| (0..=size).collect());
        };
        let from = set[place] + 1;
        let tail = from..from + size - place;
        Some(set[..place].iter().copied().chain(tail).collect())
    })
}

/// The answers of a session for a message: 「谁来办=代办、年龄=80」.
pub(super) fn in_words(matter: &Matter, session: &Session) -> String {
    let answers = matter
        .questions
        .iter()
        .enumerate()
        .filter_map(|(index, question)| {
            let name = |option: usize| {
                question
                    .options()
                    .get(option)
                    .map_or("", |o| o.name.source())
            };
            let words = match session.answer(index) {
                Answer::Missing | Answer::Unsure => return None,
                Answer::Choice(option) => name(*option).to_owned(),
                Answer::Multi(options) if options.is_empty() => "（都没有）".to_owned(),
                Answer::Multi(options) => options
                    .iter()
                    .map(|o| name(*o))
                    .collect::<Vec<_>>()
                    .join("+"),
                Answer::Number(on) if matches!(question.kind, AnswerKind::Date { .. }) => {
                    date(*on)?.to_string()
                }
                Answer::Number(number) => {
                    let AnswerKind::Number { unit, decimals, .. } = &question.kind else {
                        return None;
                    };
                    let number = Decimal::of_steps(*number, *decimals);
                    format!(
                        "{number} {}",
                        unit.as_ref().map_or("", |unit| unit.source())
                    )
                    .trim()
                    .to_owned()
                }
            };
            Some(format!("{}={words}", question.id))
        });
    let asks_the_day = Dated::of(matter).asks_the_day();
    let visit = session.visited().filter(|_| asks_the_day).and_then(date);
    let visit = visit.map(|visit| format!("来的日子={visit}"));
    answers.chain(visit).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::subsets;

    #[test]
    fn every_set_comes_once_and_small_ones_first() {
        for count in 0..12 {
            let all: Vec<Vec<usize>> = subsets(count).collect();
            assert_eq!(all.len(), 1 << count);
            assert!(all.is_sorted_by_key(Vec::len));
            let distinct: BTreeSet<_> = all.iter().collect();
            assert_eq!(distinct.len(), all.len());
            assert!(all.iter().flatten().all(|number| *number < count));
        }
        assert_eq!(subsets(40).nth(41), Some(vec![0, 1]));
    }
}
