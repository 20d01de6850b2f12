//! Every situation of every guide, judged by the native engine: what browsers and pages are held against.
//!
//! The rules are those that a built page carries. That the engine itself is right is proven beside it, against a
//! brute force written apart; that a guide's conditions became these rules, by its worked examples.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::ToSpan as _;
use jiff::civil::date;
use onetrip_widget::rules::{Answer, Day, Kind, Question, RuleBook, Session, Status};
use onetrip_widget::share;

use crate::html::Document;
use crate::site::{Site, is_kind};

/// A matter's page with its rules.
#[derive(Debug)]
pub struct Guide {
    /// The page, relative to the root.
    pub page: String,
    /// The page's source.
    pub html: String,
    /// Its rules.
    pub book: RuleBook,
}

/// All pages of a site with a wizard, sorted.
pub fn guides(site: &Site) -> Vec<Guide> {
    let files = site
        .files()
        .into_iter()
        .filter(|(path, _)| is_kind(path, "html"));
    files
        .filter_map(|(page, bytes)| {
            let html = String::from_utf8_lossy(&bytes).into_owned();
            let document = Document::parse(&html);
            let wizard = document
                .elements()
                .find(|element| element.attribute("id") == Some("wizard"))?;
            let rules = decoded(wizard.attribute("data-rules")?);
            let book =
                RuleBook::from_bytes(&rules).unwrap_or_else(|error| panic!("{page}: {error:?}"));
            Some(Guide { page, html, book })
        })
        .collect()
}

/// Those of them that have rules of their own: the same guide in another community has the same, and so has its translation,
/// which stands back for the first language.
pub fn distinct(mut guides: Vec<Guide>) -> Vec<Guide> {
    let mut seen = BTreeSet::new();
    guides.sort_by_key(|guide| guide.page.contains("/en/"));
    guides
        .into_iter()
        .filter(|guide| seen.insert(guide.book.to_bytes()))
        .collect()
}

/// The bytes that a page carries in an attribute.
///
/// # Panics
///
/// When it is no base64.
pub fn decoded(attribute: &str) -> Vec<u8> {
    STANDARD
        .decode(attribute)
        .unwrap_or_else(|error| panic!("{attribute}: {error}"))
}

/// The day of the visit: 25 November 2026.
pub const VISIT: Day = 20_782;

/// Answers to one question: one for each class that the rules tell apart, of every interval both ends, of the
/// options that matter every subset.
fn classes(kind: &Kind) -> Vec<Answer> {
    match kind {
        Kind::Choice { options } => (0..options.len()).map(Answer::Choice).collect(),
        Kind::Number { min, max, cuts, .. } => {
            let firsts = std::iter::once(*min).chain(cuts.iter().copied());
            let lasts = cuts.iter().map(|cut| cut - 1).chain([*max]);
            let ends: BTreeSet<_> = firsts.chain(lasts).collect();
            ends.into_iter().map(Answer::Number).collect()
        }
        // On either side of every cut, some years before the day of the visit.
        Kind::Date { .. } => {
            let days = kind.days(VISIT).into_iter();
            let possible = days.filter(|[first, last]| first <= last).flatten();
            possible.map(Answer::Number).collect()
        }
        // Nobody is asked for it.
        Kind::Visit { .. } => vec![Answer::Missing],
        Kind::Multi { used, .. } => {
            assert!(
                used.len() < 12,
                "{} options that matter: too many subsets",
                used.len()
            );
            let subset = |bits: usize| {
                let inside = used
                    .iter()
                    .enumerate()
                    .filter(move |(at, _)| bits >> at & 1 == 1);
                Answer::Multi(inside.map(|(_, option)| *option as usize).collect())
            };
            (0..1 << used.len()).map(subset).collect()
        }
    }
}

/// Numbers that look random and are the same in every run.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Another seed gives other numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        // Marsaglia's xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let bound = u64::try_from(bound.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.0 % bound).unwrap_or_default()
    }
}

/// Some answers, sometimes none, sometimes 不清楚.
pub fn some_answers(book: &RuleBook, dice: &mut Dice) -> Vec<Answer> {
    let mut answer = |kind: &Kind| match dice.below(8) {
        0 => Answer::Missing,
        1 => Answer::Unsure,
        _ => {
            let mut classes = classes(kind);
            classes.swap_remove(dice.below(classes.len()))
        }
    };
    book.questions()
        .iter()
        .map(|question| answer(&question.kind))
        .collect()
}

/// Every situation: an answer to every question.
pub fn all(book: &RuleBook) -> Vec<Vec<Answer>> {
    let mut situations = vec![Vec::new()];
    for question in book.questions() {
        let classes = classes(&question.kind);
        let longer = |begun: Vec<Answer>| {
            classes
                .iter()
                .map(move |answer| begun.iter().chain([answer]).cloned().collect())
                .collect::<Vec<_>>()
        };
        situations = situations.into_iter().flat_map(longer).collect();
    }
    situations
}

/// Every state in which the wizard of a guide can stand on its way forward, 不清楚 among the answers.
pub fn on_the_way(book: &RuleBook) -> Vec<Vec<Answer>> {
    let mut states = Vec::new();
    let mut open = vec![started(book)];
    while let Some(session) = open.pop() {
        states.push(answers(&session));
        if let Some(question) = session.next() {
            let classes = classes(&book.questions()[question].kind);
            open.extend(classes.into_iter().chain([Answer::Unsure]).map(|answer| {
                let mut next = session.clone();
                next.set(question, answer);
                next
            }));
        }
    }
    states
}

/// All answers of a session.
fn answers(session: &Session) -> Vec<Answer> {
    (0..session.book().questions().len())
        .map(|question| session.answer(question).clone())
        .collect()
}

/// A session with these answers, on the day of the visit.
pub fn session(book: &RuleBook, answers: &[Answer]) -> Session {
    let mut session = started(book);
    session.replace(answers.to_vec());
    session
}

/// A session without answers, on the day of the visit.
fn started(book: &RuleBook) -> Session {
    let mut session = Session::new(book.clone());
    session.visit(Some(VISIT));
    session
}

/// Answers to these questions as one word a question, for a script: `-` none, `u` unsure, `c2`, `m0+2`, `n85`, `n45.5`,
/// `n1946-03-01`.
pub fn spelled(answers: &[Answer], questions: &[Question]) -> String {
    let word = |(answer, asked): (&Answer, &Question)| match answer {
        Answer::Missing => "-".to_owned(),
        Answer::Unsure => "u".to_owned(),
        Answer::Choice(option) => format!("c{option}"),
        Answer::Multi(options) => format!("m{}", joined(options)),
        Answer::Number(number) => format!("n{}", typed(*number, &asked.kind)),
    };
    let words = answers.iter().zip(questions).map(word);
    words.collect::<Vec<_>>().join(" ")
}

/// A number or a day as somebody types it.
fn typed(number: i64, kind: &Kind) -> String {
    let scale = match kind {
        Kind::Number { scale, .. } => usize::try_from(*scale).expect("a few decimals"),
        Kind::Date { .. } => return (date(1970, 1, 1) + number.days()).to_string(),
        _ => 0,
    };
    let mut figures = format!("{:0>1$}", number.unsigned_abs(), scale + 1);
    if scale > 0 {
        figures.insert(figures.len() - scale, '.');
    }
    if number < 0 {
        figures.insert(0, '-');
    }
    figures
}

/// Everything that follows from a session's answers, in one line; [`OUTCOMES`] writes the same in a browser.
pub fn outcome(session: &Session) -> String {
    let book = session.book();
    let next = session
        .next()
        .map_or(-1, |next| isize::try_from(next).unwrap_or(isize::MAX));
    let stop = session
        .stop()
        .map_or(-1, |stop| isize::try_from(stop).unwrap_or(isize::MAX));
    let mut line = format!(
        "stop {stop} {} next {next} {} ",
        session.stop_open(),
        session.remaining()
    );
    for question in 0..book.questions().len() {
        line.push(if session.relevant(question) { 'r' } else { '-' });
    }
    line.push_str(" items");
    for item in 0..book.item_count() {
        let why = match session.status(item) {
            Status::NotNeeded => "no".to_owned(),
            Status::Depends => format!("?{}", joined(&session.open(item))),
            Status::Needed => format!("={}", joined(&session.reasons(item))),
        };
        let _ = write!(line, " {why}");
    }
    let _ = write!(line, " #{}", share::fragment(session));
    line
}

/// A function for the browser: the outcomes of many answers, as [`spelled`], on the page of their guide, on the day [`VISIT`]. Each is read
/// a second time from the address that the first gives.
pub const OUTCOMES: &str = "
  const bytes = Uint8Array.from(atob(document.getElementById('wizard').dataset.rules), (letter) => letter.charCodeAt(0));
  const [wizard, linked] = [wasm_bindgen.Wizard.open(bytes), wasm_bindgen.Wizard.open(bytes)];
  for (const one of [wizard, linked]) one.visit(20782);
  const give = (word, q) => {
    const value = word.slice(1);
    if (word === '-') wizard.clear(q);
    else if (word === 'u') wizard.unsure(q);
    else if (word[0] === 'c') wizard.choose(q, Number(value));
    else if (word[0] === 'm') wizard.choose_many(q, Uint32Array.from(value ? value.split('+') : [], Number));
    else if (wizard.number(q, value) !== 0) throw new Error('not taken: ' + value);
  };
  const many = (list) => Array.from(list).join('+');
  const outcome = (wizard, questions) => {
    const relevant = questions.map((_, q) => (wizard.relevant(q) ? 'r' : '-')).join('');
    const items = Array.from(wizard.items(), (status, item) =>
      status === 0 ? 'no' : status === 1 ? '?' + many(wizard.open(item)) : '=' + many(wizard.reasons(item)));
    return ['stop', wizard.stop(), wizard.stop_open(), 'next', wizard.next(), wizard.remaining(), relevant, 'items']
      .concat(items, '#' + wizard.fragment()).join(' ');
  };
  return arguments[0].map((answers) => {
    const words = answers.split(' ');
    words.forEach(give);
    const line = outcome(wizard, words);
    const flags = linked.restore(wizard.fragment());
    const again = outcome(linked, words);
    return flags > 1 || again !== line ? line + ' but by its address ' + flags + ' ' + again : line;
  }).join('\\n');";

fn joined(numbers: &[usize]) -> String {
    numbers
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("+")
}

#[cfg(test)]
mod tests {
    use onetrip_widget::rules::{
        Answer, Condition, NumberRange, QuestionKind, QuestionSource, RuleBook, RuleSource, compile,
    };

    use super::{all, on_the_way, spelled};

    /// A number that stops below 18, and a choice that matters to those who are older.
    fn book() -> RuleBook {
        let question = |key, kind, options: &[u32]| QuestionSource {
            key,
            kind,
            option_keys: options.to_vec(),
        };
        let young = NumberRange {
            min: None,
            max: Some(17),
        };
        compile(&RuleSource {
            counted: Vec::new(),
            implied: Vec::new(),
            id: 0,
            facts: Vec::new(),
            questions: vec![
                question(
                    1,
                    QuestionKind::Number {
                        min: 0,
                        max: 99,
                        scale: 0,
                    },
                    &[],
                ),
                question(2, QuestionKind::Choice { options: 2 }, &[1, 2]),
            ],
            stops: vec![Condition::Number {
                question: 0,
                range: young,
            }],
            items: vec![Condition::Choice {
                question: 1,
                any_of: vec![1],
            }],
        })
        .expect("two questions are not too many")
    }

    #[test]
    fn situations_are_all_combinations_of_what_the_rules_tell_apart() {
        let spelled: Vec<_> = all(&book())
            .iter()
            .map(|answers| spelled(answers, book().questions()))
            .collect();
        assert_eq!(
            spelled,
            [
                "n0 c0", "n0 c1", "n17 c0", "n17 c1", "n18 c0", "n18 c1", "n99 c0", "n99 c1"
            ]
        );
    }

    #[test]
    fn the_way_ends_where_nothing_is_asked() {
        let states = on_the_way(&book());
        // The start; four numbers and 不清楚; behind those that do not stop, two options and 不清楚.
        assert_eq!(states.len(), 1 + 5 + 3 * 3);
        assert!(states.contains(&vec![Answer::Number(17), Answer::Missing]));
    }
}
