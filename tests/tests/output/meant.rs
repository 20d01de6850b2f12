//! Random conditions as the test of the words means them: with the numbers of a place where they compare with local facts.

use onetrip_tests::situations::Dice;
use onetrip_widget::rules::Answer;

/// Names that invite to be misread.
pub(crate) const WHO: [&str; 4] = ["老人或孩子", "老人", "孩子", "老人，并且孩子"];
pub(crate) const STATE: [&str; 4] = ["低保", "没选低保", "有“二级或三级”证的", "一级；二级"];
pub(crate) const WHERE: [&str; 2] = ["不是外地", "外地"];
pub(crate) const AGES: std::ops::RangeInclusive<i64> = 0..=7;
/// In tenths.
pub(crate) const HEADS: std::ops::RangeInclusive<i64> = -12..=-8;

/// What the local facts of a place say; the first are ages, the last is a number of heads, in tenths.
pub(crate) type Locals = [i64; 3];
/// The numbers of three places.
pub(crate) const PLACES: [Locals; 3] = [[2, 5, -10], [3, 6, -11], [1, 4, -9]];

/// Whether the stop of every guide holds, which compares the age with the first of them.
pub(crate) fn is_stopped(locals: &Locals, answers: &[Answer]) -> bool {
    matches!(answers[3], Answer::Number(age) if age < locals[0])
}

/// A number of tenths as people write it.
pub(crate) fn tenths(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    match number.abs() % 10 {
        0 => format!("{sign}{}", number.abs() / 10),
        rest => format!("{sign}{}.{rest}", number.abs() / 10),
    }
}

/// An end of a range.
#[derive(Debug, Clone, Copy)]
pub(crate) enum End {
    Fixed(i64),
    Local(usize),
}

impl End {
    fn number(self, locals: &Locals) -> i64 {
        match self {
            Self::Fixed(number) => number,
            Self::Local(fact) => locals[fact],
        }
    }

    fn yaml(self, question: usize) -> String {
        match self {
            Self::Fixed(number) if question == 4 => tenths(number),
            Self::Fixed(number) => number.to_string(),
            Self::Local(fact) => format!("{{{{数{fact}}}}}"),
        }
    }
}

/// A condition as the test means it.
#[derive(Debug, Clone)]
pub(crate) enum Meant {
    All(Vec<Meant>),
    Any(Vec<Meant>),
    Not(Box<Meant>),
    Chosen(usize, Vec<usize>),
    Number(usize, &'static str, End, End),
    Fact(usize),
}

impl Meant {
    pub(crate) fn holds(&self, facts: &[Meant], locals: &Locals, answers: &[Answer]) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(facts, locals, answers)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(facts, locals, answers)),
            Self::Not(inner) => !inner.holds(facts, locals, answers),
            Self::Fact(index) => facts[*index].holds(facts, locals, answers),
            Self::Chosen(question, options) => match &answers[*question] {
                Answer::Choice(option) => options.contains(option),
                Answer::Multi(chosen) => options.iter().any(|option| chosen.contains(option)),
                other => panic!("{other:?} to question {question}"),
            },
            Self::Number(question, operator, n, to) => {
                let Answer::Number(number) = answers[*question] else {
                    panic!("question {question} asks for a number");
                };
                let (n, to) = (n.number(locals), to.number(locals));
                match *operator {
                    "<" => number < n,
                    "<=" => number <= n,
                    ">" => number > n,
                    ">=" => number >= n,
                    ".." => (n..=to).contains(&number),
                    _ => number == n,
                }
            }
        }
    }

    /// As the guide has it.
    pub(crate) fn yaml(&self) -> String {
        let many = |parts: &[Meant]| {
            let parts: Vec<String> = parts.iter().map(Meant::yaml).collect();
            parts.join(", ")
        };
        match self {
            Self::All(parts) => format!("{{都: [{}]}}", many(parts)),
            Self::Any(parts) => format!("{{任一: [{}]}}", many(parts)),
            Self::Not(inner) => format!("{{非: {}}}", inner.yaml()),
            Self::Fact(index) => format!("{{事实: 说法{index}}}"),
            Self::Chosen(question, options) => {
                let (name, all): (_, &[&str]) = match question {
                    0 => ("给谁办", &WHO),
                    1 => ("情况", &STATE),
                    _ => ("户籍", &WHERE),
                };
                let names: Vec<String> =
                    options.iter().map(|o| format!("\"{}\"", all[*o])).collect();
                format!("{{{name}: [{}]}}", names.join(", "))
            }
            Self::Number(question, operator, n, to) => {
                let name = if *question == 3 { "年龄" } else { "人数" };
                let (n, to) = (n.yaml(*question), to.yaml(*question));
                match *operator {
                    ".." => format!("{{{name}: \"{n}..{to}\"}}"),
                    "" => format!("{{{name}: \"{n}\"}}"),
                    operator => format!("{{{name}: \"{operator} {n}\"}}"),
                }
            }
        }
    }

    /// The options of a choice question of which one has to be the answer, where it says nothing else.
    fn plain_choice<'m>(&'m self, facts: &'m [Meant]) -> Option<(usize, &'m [usize])> {
        match self {
            Self::Fact(index) => facts[*index].plain_choice(facts),
            Self::Chosen(question, options) if *question != 1 => Some((*question, options)),
            _ => None,
        }
    }

    /// Whether the check would take it for a slip: two answers of one choice at once.
    fn is_slip(&self, facts: &[Meant]) -> bool {
        match self {
            Self::Not(inner) => inner.is_slip(facts),
            Self::Any(parts) => parts.iter().any(|part| part.is_slip(facts)),
            Self::All(parts) => {
                let plain: Vec<_> = parts.iter().filter_map(|p| p.plain_choice(facts)).collect();
                let clash = |question, options: &[usize]| {
                    plain.iter().any(|(other, others)| {
                        *other == question && !others.iter().any(|o| options.contains(o))
                    })
                };
                plain
                    .iter()
                    .any(|(question, options)| clash(*question, options))
                    || parts.iter().any(|part| part.is_slip(facts))
            }
            _ => false,
        }
    }
}

fn some(dice: &mut Dice, facts: usize, depth: usize) -> Meant {
    let several = |dice: &mut Dice| {
        let count = 2 + dice.below(2);
        (0..count).map(|_| some(dice, facts, depth - 1)).collect()
    };
    match dice.below(if depth == 0 { 4 } else { 10 }) {
        4 | 5 => Meant::All(several(dice)),
        6 | 7 => Meant::Any(several(dice)),
        8 | 9 => Meant::Not(Box::new(some(dice, facts, depth - 1))),
        3 if facts > 0 => Meant::Fact(dice.below(facts)),
        2 => number(dice),
        _ => {
            let question = dice.below(3);
            let count = [WHO.len(), STATE.len(), WHERE.len()][question];
            let mut options: Vec<usize> = (0..count).filter(|_| dice.below(3) == 0).collect();
            if options.is_empty() {
                options.push(dice.below(count));
            }
            Meant::Chosen(question, options)
        }
    }
}

fn number(dice: &mut Dice) -> Meant {
    let question = 3 + dice.below(2);
    let range = if question == 3 { AGES } else { HEADS };
    let mut within = || {
        let offset = dice.below(usize::try_from(range.end() - range.start() + 1).expect("small"));
        range.start() + i64::try_from(offset).expect("small")
    };
    let (one, other) = (within(), within());
    let operator = ["<", "<=", ">", ">=", "..", ""][dice.below(6)];
    let facts = if question == 3 { 0..2 } else { 2..3 };
    let mut end = |number| match dice.below(2) {
        0 => End::Fixed(number),
        _ => End::Local(facts.start + dice.below(facts.len())),
    };
    let (low, high) = (end(one.min(other)), end(one.max(other)));
    // A range that holds no number in some place is refused.
    let empty = |locals: &Locals| low.number(locals) > high.number(locals);
    let operator = if operator == ".." && PLACES.iter().any(empty) {
        ">"
    } else {
        operator
    };
    Meant::Number(question, operator, low, high)
}

/// A full answer to every question, all of them.
pub(crate) fn situations() -> Vec<Vec<Answer>> {
    let mut all = Vec::new();
    for who in 0..WHO.len() {
        for bits in 0..1usize << STATE.len() {
            let state: Vec<usize> = (0..STATE.len()).filter(|at| bits >> at & 1 == 1).collect();
            for place in 0..WHERE.len() {
                for age in AGES {
                    for heads in HEADS {
                        all.push(vec![
                            Answer::Choice(who),
                            Answer::Multi(state.clone()),
                            Answer::Choice(place),
                            Answer::Number(age),
                            Answer::Number(heads),
                        ]);
                    }
                }
            }
        }
    }
    all
}

/// The conditions of one guide: some with names, and those of its notes, none of which always or never holds in any place.
pub(crate) fn conditions(
    dice: &mut Dice,
    situations: &[Vec<Answer>],
    notes_wanted: usize,
) -> (Vec<Meant>, Vec<Meant>) {
    let mut facts: Vec<Meant> = Vec::new();
    while facts.len() < 6 {
        let fact = some(dice, facts.len(), 2);
        if !fact.is_slip(&facts) {
            facts.push(fact);
        }
    }
    let mut notes = Vec::new();
    while notes.len() < notes_wanted {
        let depth = dice.below(5);
        let note = some(dice, facts.len(), depth);
        // A situation with a stop has no list.
        let varies = |locals: &Locals| {
            let lists = situations
                .iter()
                .filter(|answers| !is_stopped(locals, answers));
            let mut truths = lists.map(|answers| note.holds(&facts, locals, answers));
            let first = truths.next();
            truths.any(|holds| Some(holds) != first)
        };
        if !note.is_slip(&facts) && PLACES.iter().all(varies) {
            notes.push(note);
        }
    }
    (facts, notes)
}
