//! Questions as the engine knows them, and the variables of the diagrams that stand for them.

use alloc::vec::Vec;
use core::ops::Range;

use super::day::{Cut, Day, Span};
use super::{Answer, limits, small};
use crate::wire::{Carrier, Travel};

/// A question of a rule book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Its key in shared addresses.
    pub key: u32,
    /// What can be answered.
    pub kind: Kind,
}

/// What can be answered, and how fine the rules look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of the options: one variable with a value for each.
    Choice {
        /// The key of each option.
        options: Vec<u32>,
    },
    /// Any set of the options: a yes-or-no variable for each one that a condition uses.
    Multi {
        /// The key of each option.
        options: Vec<u32>,
        /// Indexes of the options that conditions use, ascending.
        used: Vec<u32>,
    },
    /// A number: one variable with a value for each interval. With decimals every number here is so many of the smallest step: 45.5 is
    /// 455 at a scale of 1.
    Number {
        /// The smallest answer.
        min: i64,
        /// The largest answer.
        max: i64,
        /// How many decimals an answer may have; 0: whole numbers.
        scale: u32,
        /// The first number of every interval but the first, ascending.
        cuts: Vec<i64>,
    },
    /// A date: one variable whose value tells which cuts the date has passed on the day of the visit. Cuts that come one after the
    /// other on every day stand in a chain, of which the number of those passed says all; the value is these numbers, the
    /// first chain's counting most.
    Date {
        /// The first possible day.
        min: Day,
        /// The last possible day; none: the day of the visit.
        max: Option<Day>,
        /// All of them. Whoever has passed one has passed those before it in its chain.
        cuts: Vec<Cut>,
        /// How many of them each chain has.
        chains: Vec<u32>,
    },
    /// The day of the visit: the same, and never asked.
    Visit {
        /// Days of the calendar, ascending.
        cuts: Vec<Cut>,
    },
}

impl Travel for Question {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.number(&mut self.key);
        self.kind.travel(carrier);
    }
}

impl Default for Kind {
    fn default() -> Self {
        Kind::Choice {
            options: Vec::new(),
        }
    }
}

impl Travel for Kind {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        let mut tag = match self {
            Kind::Choice { .. } => 0,
            Kind::Multi { .. } => 1,
            Kind::Number { .. } => 2,
            Kind::Date { .. } => 3,
            Kind::Visit { .. } => 4,
        };
        carrier.number(&mut tag);
        if carrier.reads() {
            *self = match tag {
                0 => Kind::default(),
                1 => Kind::Multi {
                    options: Vec::new(),
                    used: Vec::new(),
                },
                2 => Kind::Number {
                    min: 0,
                    max: 0,
                    scale: 0,
                    cuts: Vec::new(),
                },
                3 => Kind::Date {
                    min: 0,
                    max: None,
                    cuts: Vec::new(),
                    chains: Vec::new(),
                },
                4 => Kind::Visit { cuts: Vec::new() },
                _ => return carrier.refuse(),
            };
        }
        match self {
            Kind::Choice { options } => carrier.list(options),
            Kind::Multi { options, used } => {
                carrier.list(options);
                carrier.list(used);
            }
            Kind::Number {
                min,
                max,
                scale,
                cuts,
            } => {
                carrier.signed(min);
                carrier.signed(max);
                carrier.number(scale);
                carrier.list(cuts);
            }
            Kind::Date {
                min,
                max,
                cuts,
                chains,
            } => {
                carrier.signed(min);
                // A day later than any other: the day of the visit.
                let mut last = max.unwrap_or(Day::MAX);
                carrier.signed(&mut last);
                *max = Some(last).filter(|last| *last < Day::MAX);
                carrier.list(cuts);
                carrier.list(chains);
            }
            Kind::Visit { cuts } => carrier.list(cuts),
        }
    }
}

impl Default for Cut {
    fn default() -> Self {
        Cut::From(0)
    }
}

/// Days of the calendar are 0, then the day; spans 1 or, beyond them, 2, then months and days; calendar years 3, then as many months.
impl Travel for Cut {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        let (mut tag, mut day, mut span) = match *self {
            Cut::From(day) => (0, day, Span::default()),
            Cut::Since { span, beyond } => (1 + u32::from(beyond), 0, span),
            Cut::Years(months) => (3, 0, Span { months, days: 0 }),
        };
        carrier.number(&mut tag);
        if tag == 0 {
            carrier.signed(&mut day);
        } else {
            carrier.number(&mut span.months);
            carrier.number(&mut span.days);
        }
        if carrier.reads() {
            let beyond = tag == 2;
            *self = match tag {
                0 => Cut::From(day),
                1 | 2 => Cut::Since { span, beyond },
                3 if span.days == 0 => Cut::Years(span.months),
                _ => return carrier.refuse(),
            };
        }
    }
}

impl Kind {
    /// Whether the parts fit together and the sizes are within the [`limits`].
    fn is_sound(&self) -> bool {
        match self {
            Kind::Choice { options } => !options.is_empty() && options.len() <= limits::OPTIONS,
            Kind::Multi { options, used } => {
                let inside = used
                    .last()
                    .is_none_or(|last| (*last as usize) < options.len());
                options.len() <= limits::OPTIONS && inside && ascends(used)
            }
            Kind::Number {
                min,
                max,
                scale,
                cuts,
            } => {
                let inside = cuts.first().is_none_or(|cut| min < cut)
                    && cuts.last().is_none_or(|cut| cut <= max);
                let fits = *scale <= limits::SCALE && cuts.len() < limits::OPTIONS;
                min <= max && fits && inside && ascends(cuts)
            }
            Kind::Date {
                min,
                max,
                cuts,
                chains,
            } => {
                // So many that their product does not overflow.
                let few = cuts.len() < limits::DAYS && chains.len() <= cuts.len();
                let all = chains
                    .iter()
                    .fold(0_u64, |sum, length| sum + u64::from(*length));
                is_near(*min)
                    && max.is_none_or(|max| *min <= max && is_near(max))
                    && few
                    && all == cuts.len() as u64
                    && values(chains) <= limits::DAYS
                    && are_near(cuts)
            }
            Kind::Visit { cuts } => cuts.len() < limits::DAYS && are_near(cuts),
        }
    }

    /// How many variables stand for the question.
    fn variables(&self) -> usize {
        match self {
            Kind::Multi { used, .. } => used.len(),
            Kind::Choice { .. } | Kind::Number { .. } | Kind::Date { .. } | Kind::Visit { .. } => 1,
        }
    }

    /// How many values each of its variables has.
    pub fn arity(&self) -> usize {
        match self {
            Kind::Choice { options } => options.len(),
            Kind::Multi { .. } => 2,
            Kind::Number { cuts, .. } => cuts.len() + 1,
            Kind::Date { chains, .. } => values(chains),
            Kind::Visit { cuts } => cuts.len() + 1,
        }
    }

    /// Whether an answer is one that the question allows.
    pub(crate) fn allows(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (_, Answer::Missing | Answer::Unsure) => true,
            (Kind::Choice { options }, Answer::Choice(option)) => *option < options.len(),
            (Kind::Multi { options, .. }, Answer::Multi(chosen)) => {
                chosen.iter().all(|option| *option < options.len())
            }
            (Kind::Number { min, max, .. }, Answer::Number(number)) => {
                (min..=max).contains(&number)
            }
            (Kind::Date { min, max, .. }, Answer::Number(day)) => {
                min <= day && *day <= max.unwrap_or(LATEST)
            }
            _ => false,
        }
    }

    /// The value that an answer gives to the question's `nth` variable, on this day of the visit.
    pub(crate) fn value(&self, nth: usize, answer: &Answer, visit: Option<Day>) -> Option<u32> {
        match (self, answer) {
            (Kind::Choice { .. }, Answer::Choice(option)) => Some(small(*option)),
            (Kind::Multi { used, .. }, Answer::Multi(chosen)) => {
                let option = *used.get(nth)? as usize;
                Some(u32::from(chosen.contains(&option)))
            }
            (Kind::Number { cuts, .. }, Answer::Number(number)) => {
                Some(small(cuts.iter().filter(|cut| *cut <= number).count()))
            }
            (Kind::Date { .. }, Answer::Number(date)) => {
                let days = self.days(visit?);
                let here = days
                    .iter()
                    .position(|[first, last]| first <= date && date <= last);
                here.map(small)
            }
            (Kind::Visit { cuts }, _) => {
                let visit = visit?;
                let passed = cuts.iter().filter(|cut| cut.is_passed(visit, visit));
                Some(small(passed.count()))
            }
            _ => None,
        }
    }
}

impl Kind {
    /// Of a date, for every value its first and its last day, on this day of the visit; where the last comes before the first, no day has it.
    pub fn days(&self, visit: Day) -> Vec<[Day; 2]> {
        let Kind::Date {
            min,
            max,
            cuts,
            chains,
        } = self
        else {
            return Vec::new();
        };
        let mut days = Vec::from([[*min, max.unwrap_or(visit)]]);
        let mut rest = &cuts[..];
        for length in chains {
            let (chain, behind) = rest
                .split_at_checked(*length as usize)
                .unwrap_or((rest, &[]));
            rest = behind;
            days = days
                .iter()
                .flat_map(|whole| parts(*whole, chain, visit))
                .collect();
        }
        days
    }
}

/// The parts into which the cuts of a chain part some days.
fn parts(whole: [Day; 2], chain: &[Cut], visit: Day) -> Vec<[Day; 2]> {
    let mut days = Vec::from([whole]);
    for cut in chain {
        let Some(before) = days.last_mut() else {
            return days;
        };
        let whole = *before;
        let behind = match (*cut, cut.last(visit)) {
            (Cut::From(day), _) => {
                before[1] = whole[1].min(day - 1);
                [whole[0].max(day), whole[1]]
            }
            (_, Some(last)) => {
                before[0] = whole[0].max(last + 1);
                [whole[0], whole[1].min(last)]
            }
            (_, None) => whole,
        };
        days.push(behind);
    }
    days
}

/// How many values chains of these lengths have together.
fn values(chains: &[u32]) -> usize {
    let each = chains.iter().map(|length| *length as usize + 1);
    each.fold(1, usize::saturating_mul)
}

/// The last day of the year 9999: later than anything that is asked.
const LATEST: Day = 2_932_896;
/// More than four hundred years.
const LONGEST: u32 = 5000;

fn is_near(day: Day) -> bool {
    (-LATEST..=LATEST).contains(&day)
}

/// Whether days and spans are such that no arithmetic on them can overflow.
fn are_near(cuts: &[Cut]) -> bool {
    cuts.iter().all(|cut| match cut {
        Cut::From(day) => is_near(*day),
        Cut::Since { span, .. } => span.months <= LONGEST && span.days <= 31 * LONGEST,
        Cut::Years(years) => *years <= LONGEST,
    })
}

fn ascends<T: PartialOrd>(list: &[T]) -> bool {
    list.windows(2).all(|pair| pair[0] < pair[1])
}

/// Which variables belong to which question; variables stand in the order of the questions.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The first variable of each question, and the number of all at the end.
    firsts: Vec<u32>,
    /// Question and number of values of each variable.
    variables: Vec<(u32, u32)>,
}

impl Layout {
    /// The layout for these questions, or nothing when they are unsound or too many.
    pub(crate) fn new(questions: &[Question]) -> Option<Self> {
        let mut layout = Layout {
            firsts: Vec::new(),
            variables: Vec::new(),
        };
        for (index, Question { kind, .. }) in questions.iter().enumerate() {
            layout.firsts.push(small(layout.variables.len()));
            if index >= limits::QUESTIONS || !kind.is_sound() {
                return None;
            }
            let variable = (small(index), small(kind.arity()));
            layout
                .variables
                .extend((0..kind.variables()).map(|_| variable));
        }
        layout.firsts.push(small(layout.variables.len()));
        (layout.variables.len() <= limits::VARIABLES).then_some(layout)
    }

    /// How many variables there are.
    pub(crate) fn len(&self) -> usize {
        self.variables.len()
    }

    /// The variables of a question.
    pub(crate) fn of(&self, question: usize) -> Range<usize> {
        self.firsts[question] as usize..self.firsts[question + 1] as usize
    }

    /// The question of a variable.
    pub(crate) fn question(&self, variable: u32) -> usize {
        self.variables[variable as usize].0 as usize
    }

    /// How many values a variable has, or nothing when there is no such variable.
    pub(crate) fn arity(&self, variable: u32) -> Option<usize> {
        Some(self.variables.get(variable as usize)?.1 as usize)
    }
}
