//! Conditions as the page says them in words, understood again: 「户籍：选了“本市其他区县”或“外地”，并且年龄：满 80 周岁」.
//!
//! A second reading of a guide's rules that shares nothing with the engine or the theme: what a resident without scripts
//! reads. The phrases are those that the words promise in each language ([`phrases`]); white space means nothing.
//! What could be read in two ways is refused.

mod phrases;

use std::rc::Rc;

use onetrip_widget::rules::Answer;

use crate::html::{Document, Element};
use crate::situations::VISIT;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use phrases::{EN, Phrases, ZH};

pub use phrases::{Side, Unit};

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// All hold.
    All(Vec<Said>),
    /// One holds at least.
    Any(Vec<Said>),
    /// It does not hold.
    Not(Box<Said>),
    /// What a name means that the page explains elsewhere.
    Term(Rc<Said>),
    /// One of these options is the answer, or among the answers.
    Chosen {
        /// Index of the question.
        question: usize,
        /// Indexes of the options.
        options: Vec<usize>,
    },
    /// So many of these options at least are among the answers.
    Several {
        /// Index of the question.
        question: usize,
        /// Indexes of the options.
        options: Vec<usize>,
        /// How many.
        at_least: usize,
    },
    /// The number is in the range, ends included, in steps of the last decimal that the question takes.
    Within {
        /// Index of the question.
        question: usize,
        /// The smallest number.
        min: i64,
        /// The largest number.
        max: i64,
    },
    /// The date was so long ago on the day of the visit.
    Ago {
        /// Index of the question.
        question: usize,
        /// The number.
        n: i64,
        /// Of what.
        unit: Unit,
        /// On which side.
        side: Side,
    },
    /// The date is in one of these calendar years, counted back from that of the visit.
    Years {
        /// Index of the question.
        question: usize,
        /// The years.
        ago: Vec<i16>,
        /// Whether all years before them are meant too.
        earlier: bool,
    },
    /// The date is one of these days, ends included.
    Days {
        /// Index of the question; none: the day of the visit.
        question: Option<usize>,
        /// The first.
        from: Date,
        /// The last.
        to: Date,
    },
}

/// The day of a number of days since 1970.
fn day_of(answer: &Answer) -> Option<Date> {
    let Answer::Number(days) = answer else {
        return None;
    };
    date(1970, 1, 1).checked_add(days.days()).ok()
}

impl Said {
    /// Whether it holds with an answer to every question, on the day of [`VISIT`].
    pub fn holds(&self, answers: &[Answer]) -> bool {
        self.holds_on(answers, date(1970, 1, 1) + VISIT.days())
    }

    /// Whether it holds with an answer to every question for somebody who comes on this day.
    pub fn holds_on(&self, answers: &[Answer], visit: Date) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds_on(answers, visit)),
            Self::Any(parts) => parts.iter().any(|part| part.holds_on(answers, visit)),
            Self::Not(inner) => !inner.holds_on(answers, visit),
            Self::Term(meaning) => meaning.holds_on(answers, visit),
            Self::Ago {
                question,
                n,
                unit,
                side,
            } => {
                let Some(from) = day_of(&answers[*question]) else {
                    return false;
                };
                // Months that have no such day end on their last one.
                let end = match unit {
                    Unit::Years => from + n.years(),
                    Unit::Months => from + n.months(),
                    Unit::Days => from + n.days(),
                };
                match side {
                    Side::Complete => visit >= end,
                    Side::Short => visit < end,
                    Side::Within => visit <= end,
                    Side::Beyond => visit > end,
                }
            }
            Self::Years {
                question,
                ago,
                earlier,
            } => {
                let year = day_of(&answers[*question]).map(|day| visit.year() - day.year());
                year.is_some_and(|year| {
                    ago.contains(&year) || (*earlier && ago.iter().all(|one| *one < year))
                })
            }
            Self::Days { question, from, to } => {
                let day = question.map_or(Some(visit), |question| day_of(&answers[question]));
                day.is_some_and(|day| (*from..=*to).contains(&day))
            }
            Self::Chosen { question, options } => match &answers[*question] {
                Answer::Choice(chosen) => options.contains(chosen),
                Answer::Multi(chosen) => options.iter().any(|option| chosen.contains(option)),
                _ => false,
            },
            Self::Several {
                question,
                options,
                at_least,
            } => match &answers[*question] {
                Answer::Multi(chosen) => {
                    let named = options.iter().filter(|option| chosen.contains(option));
                    named.count() >= *at_least
                }
                _ => false,
            },
            Self::Within { question, min, max } => {
                matches!(&answers[*question], Answer::Number(number) if (min..=max).contains(&number))
            }
        }
    }
}

/// Reads the conditions of one page.
#[derive(Debug)]
pub struct Reader {
    phrases: &'static Phrases,
    questions: Vec<Question>,
    /// The names that the page explains, with what they mean.
    terms: Vec<(String, Rc<Said>)>,
}

/// A question as the page shows it.
#[derive(Debug)]
struct Question {
    label: String,
    kind: String,
    unit: String,
    /// How many decimals an answer may have.
    decimals: usize,
    options: Vec<String>,
}

impl Reader {
    /// A reader for the questions of a page.
    ///
    /// # Panics
    ///
    /// When the page explains a name in words that are not understood.
    pub fn of(page: &Document) -> Self {
        let mut languages = page
            .elements()
            .filter_map(|element| element.attribute("lang"));
        let phrases = if languages.next() == Some("en") {
            &EN
        } else {
            &ZH
        };
        let mut reader = Self {
            phrases,
            questions: page.with("data-question").map(Question::of).collect(),
            terms: Vec::new(),
        };
        for term in page.with("data-term") {
            let name = bare(term.attribute("data-term").unwrap_or_default());
            let meaning = reader
                .condition(&term)
                .unwrap_or_else(|fault| panic!("{name}: {fault}"));
            reader.terms.push((name, Rc::new(meaning)));
        }
        reader
    }

    /// The condition in the element's words, its label left out. Where they are a list, the one line that goes along for
    /// other places has to say the same.
    ///
    /// # Errors
    ///
    /// What is left of the words where they are not understood.
    pub fn condition(&self, element: &Element<'_>) -> Result<Said, String> {
        let when = element
            .descendants()
            .find(|inner| inner.has_class("when"))
            .ok_or("no words")?;
        let label = when.descendants().find(|inner| inner.has_class("label"));
        let label = label.map_or_else(String::new, |label| bare(&label.text()));
        let said = self.laid_out(&when, &label)?;
        let Some(line) = when.attribute("data-words") else {
            return Ok(said);
        };
        let line = bare(line);
        let line = self.read(line.strip_prefix(&label).unwrap_or(&line))?;
        if line == said {
            Ok(said)
        } else {
            Err(format!("the list says {said:?}, the line {line:?}"))
        }
    }

    /// An element whose words are a sentence, or a head and a list.
    fn laid_out(&self, element: &Element<'_>, label: &str) -> Result<Said, String> {
        let whole = bare(&element.text());
        let words = whole.strip_prefix(label).unwrap_or(&whole);
        let Some(list) = element.descendants().find(|inner| inner.name() == "ul") else {
            return self.read(words);
        };
        let head = words.strip_suffix(&bare(&list.text())).unwrap_or_default();
        let mut parts = Vec::new();
        let mut inner = 0;
        for item in list.descendants().filter(|inner| inner.name() == "li") {
            if inner > 0 {
                inner -= 1;
                continue;
            }
            inner = item.descendants().filter(|one| one.name() == "li").count();
            parts.push(self.laid_out(&item, "")?);
        }
        let phrases = self.phrases;
        if head == phrases.all {
            Ok(Said::All(parts))
        } else if head == phrases.any {
            Ok(Said::Any(parts))
        } else if head == phrases.none {
            Ok(Said::Not(Box::new(Said::Any(parts))))
        } else if head == phrases.not_all {
            Ok(Said::Not(Box::new(Said::All(parts))))
        } else {
            Err(format!("the head of a list: {head}"))
        }
    }

    fn read(&self, words: &str) -> Result<Said, String> {
        let mut rest = words;
        let said = self.sentence(&mut rest)?;
        if rest.is_empty() {
            Ok(said)
        } else {
            Err(format!("{words}: not understood: {rest}"))
        }
    }

    fn sentence(&self, rest: &mut &str) -> Result<Said, String> {
        let Phrases { and, or, .. } = *self.phrases;
        let mut parts = vec![self.part(rest)?];
        let both = if rest.starts_with(and) { and } else { or };
        while eat(rest, both) {
            parts.push(self.part(rest)?);
        }
        if rest.starts_with(and) || rest.starts_with(or) {
            return Err(format!(
                "“and” and “or” side by side, without brackets: {rest}"
            ));
        }
        Ok(match parts.len() {
            1 => parts.swap_remove(0),
            _ if both == and => Said::All(parts),
            _ => Said::Any(parts),
        })
    }

    fn part(&self, rest: &mut &str) -> Result<Said, String> {
        let Phrases { open, close, .. } = *self.phrases;
        let said = if eat(rest, self.phrases.none_of) {
            Said::Not(Box::new(Said::Any(self.listed(rest)?)))
        } else if eat(rest, self.phrases.not_all_of) {
            Said::Not(Box::new(Said::All(self.listed(rest)?)))
        } else if eat(rest, open) {
            self.sentence(rest)?
        } else {
            return self
                .term(rest)
                .or_else(|| self.answer(rest))
                .ok_or_else(|| format!("no answer to a question: {rest}"));
        };
        if eat(rest, close) {
            Ok(said)
        } else {
            Err(format!("not closed: {rest}"))
        }
    }

    /// Parts between brackets, two at least.
    fn listed(&self, rest: &mut &str) -> Result<Vec<Said>, String> {
        let mut parts = vec![self.part(rest)?];
        while eat(rest, self.phrases.between) {
            parts.push(self.part(rest)?);
        }
        if parts.len() > 1 {
            Ok(parts)
        } else {
            Err(format!("a list of one: {rest}"))
        }
    }

    fn term(&self, rest: &mut &str) -> Option<Said> {
        self.terms.iter().find_map(|(name, meaning)| {
            let quoted = format!("“{name}”");
            let meaning = Said::Term(Rc::clone(meaning));
            let (belongs, not) = (self.phrases.term, self.phrases.not_term);
            if eat(rest, &belongs.replace("{}", &quoted)) {
                Some(meaning)
            } else {
                eat(rest, &not.replace("{}", &quoted)).then(|| Said::Not(Box::new(meaning)))
            }
        })
    }

    fn answer(&self, rest: &mut &str) -> Option<Said> {
        let mut after = *rest;
        if eat(&mut after, self.phrases.visit) && eat(&mut after, self.phrases.colon) {
            let said = self.days(&mut after, None)?;
            *rest = after;
            return Some(said);
        }
        let begun = |question: &Question| {
            let label = rest.strip_prefix(question.label.as_str())?;
            label.strip_prefix(self.phrases.colon)
        };
        let found = self
            .questions
            .iter()
            .enumerate()
            .filter_map(|(at, asked)| Some((at, begun(asked)?)));
        let (question, mut after) = found.min_by_key(|(_, after)| after.len())?;
        let asked = &self.questions[question];
        let said = if asked.kind == "number" {
            self.number(&mut after, question)?
        } else if asked.kind == "date" {
            let ago = self.ago(&mut after, question);
            ago.or_else(|| self.years(&mut after, question))
                .or_else(|| self.days(&mut after, Some(question)))?
        } else {
            self.chosen(&mut after, question)?
        };
        *rest = after;
        Some(said)
    }

    /// 「今年或去年」「不是去年或更早」
    fn years(&self, rest: &mut &str, question: usize) -> Option<Said> {
        let mut after = *rest;
        let [none, or, before] = self.phrases.year_words;
        let is_not = eat(&mut after, none);
        let (mut ago, mut earlier) = (Vec::new(), false);
        loop {
            let year = (0..)
                .zip(self.phrases.years)
                .find(|(_, name)| eat(&mut after, name));
            if let Some((year, _)) = year {
                ago.push(year);
            } else if !ago.is_empty() && eat(&mut after, before) {
                earlier = true;
            } else {
                return None;
            }
            if earlier || !eat(&mut after, or) {
                break;
            }
        }
        *rest = after;
        let said = Said::Years {
            question,
            ago,
            earlier,
        };
        Some(if is_not {
            Said::Not(Box::new(said))
        } else {
            said
        })
    }

    fn chosen(&self, rest: &mut &str, question: usize) -> Option<Said> {
        let asked = &self.questions[question];
        if let Some(said) = self.several(rest, question) {
            return Some(said);
        }
        let ways = if asked.kind == "multi" {
            self.phrases.multi
        } else {
            self.phrases.choice
        };
        // The longest prefix decides: 「没选」 of one option and of several may begin alike.
        ways.iter().find_map(|way| {
            let mut after = *rest;
            if !eat(&mut after, way.before) {
                return None;
            }
            let options = asked.options(&mut after, way.between)?;
            let fits = match way.several {
                Some(several) => several == (options.len() > 1),
                None => true,
            };
            let said = Said::Chosen { question, options };
            fits.then(|| {
                *rest = after;
                if way.holds {
                    said
                } else {
                    Said::Not(Box::new(said))
                }
            })
        })
    }

    /// 「“甲”、“乙”里，选了至少 2 样」.
    fn several(&self, rest: &mut &str, question: usize) -> Option<Said> {
        let asked = &self.questions[question];
        let [before, between, after] = self.phrases.several;
        [(before[0], after[0], true), (before[1], after[1], false)]
            .into_iter()
            .find_map(|(before, after, holds)| {
                let mut left = *rest;
                let first = eat_pattern(&mut left, before)?;
                let options = asked.options(&mut left, between[0])?;
                let last = eat_pattern(&mut left, after)?;
                let number = steps(first.into_iter().chain(last).next()?, 0)?;
                let said = Said::Several {
                    question,
                    options,
                    at_least: usize::try_from(number).ok()?,
                };
                *rest = left;
                Some(if holds {
                    said
                } else {
                    Said::Not(Box::new(said))
                })
            })
    }

    fn ago(&self, rest: &mut &str, question: usize) -> Option<Said> {
        let units = self.phrases.units.iter();
        let mut all = units.flat_map(|unit| self.phrases.ages.iter().map(move |age| (age, unit)));
        all.find_map(|((pattern, side), (word, unit))| {
            let mut after = *rest;
            let numbers = eat_pattern(&mut after, &pattern.replace("{unit}", word))?;
            let n = steps(numbers.first()?, 0)?;
            *rest = after;
            Some(Said::Ago {
                question,
                n,
                unit: *unit,
                side: *side,
            })
        })
    }

    fn days(&self, rest: &mut &str, question: Option<usize>) -> Option<Said> {
        self.phrases.days.iter().find_map(|(pattern, meaning)| {
            let mut after = *rest;
            let numbers = eat_pattern(&mut after, &pattern.replace("{day}", self.phrases.day))?;
            let numbers = numbers.join("-");
            let mut parts = numbers.split('-').map(str::parse::<i16>);
            let mut day = || {
                let mut next = || parts.next()?.ok();
                let (year, month, day) = (next()?, next()?, next()?);
                Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
            };
            let first = day()?;
            let (holds, (from, to)) = meaning(first, day().unwrap_or(first));
            *rest = after;
            let said = Said::Days { question, from, to };
            Some(if holds {
                said
            } else {
                Said::Not(Box::new(said))
            })
        })
    }

    fn number(&self, rest: &mut &str, question: usize) -> Option<Said> {
        let Question { unit, decimals, .. } = &self.questions[question];
        self.phrases.numbers.iter().find_map(|(pattern, meaning)| {
            let mut after = *rest;
            let numbers = eat_pattern(&mut after, &pattern.replace("{unit}", unit))?;
            let number = |text: &str| steps(text, *decimals);
            let (first, last) = (number(numbers[0])?, number(numbers[numbers.len() - 1])?);
            let (holds, (min, max)) = meaning(first, last);
            *rest = after;
            let said = Said::Within { question, min, max };
            Some(if holds {
                said
            } else {
                Said::Not(Box::new(said))
            })
        })
    }
}

impl Question {
    fn of(field: Element<'_>) -> Self {
        let attribute = |name: &str| bare(field.attribute(name).unwrap_or_default());
        let mut options = Vec::new();
        let mut is_option = false;
        for inner in field.descendants() {
            if inner.name() == "input" {
                // 不清楚 and “none of these” have letters for their values.
                is_option = inner
                    .attribute("value")
                    .is_some_and(|value| value.parse::<usize>().is_ok());
            } else if is_option && inner.has_class("choice-text") {
                options.push(bare(&inner.text()));
            }
        }
        Self {
            label: attribute("data-label"),
            kind: attribute("data-kind"),
            unit: attribute("data-unit"),
            decimals: attribute("data-decimals").parse().unwrap_or_default(),
            options,
        }
    }

    /// Options in quotation marks, in their order.
    fn options(&self, rest: &mut &str, between: &str) -> Option<Vec<usize>> {
        let mut options = vec![self.eat_option(rest)?];
        while eat(rest, between) {
            options.push(self.eat_option(rest)?);
        }
        Some(options)
    }

    /// An option between quotation marks; those in its own name are single ones there.
    fn eat_option(&self, rest: &mut &str) -> Option<usize> {
        let quoted = |option: &String| {
            let inner = option.replace('“', "‘").replace('”', "’");
            format!("“{inner}”")
        };
        let at = self
            .options
            .iter()
            .position(|option| rest.starts_with(&quoted(option)))?;
        eat(rest, &quoted(&self.options[at]));
        Some(at)
    }
}

/// Without any white space.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

fn eat(rest: &mut &str, word: &str) -> bool {
    let after = rest.strip_prefix(word);
    *rest = after.unwrap_or(rest);
    after.is_some()
}

/// A number in steps of the last of so many decimals; nothing where it is written with more, or as nobody writes it.
fn steps(text: &str, decimals: usize) -> Option<i64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let is_plain = !text.ends_with(['.', '-']) && (rest.is_empty() || !rest.ends_with('0'));
    let fits = is_plain && whole.ends_with(|last: char| last.is_ascii_digit());
    (fits && rest.len() <= decimals).then(|| format!("{whole}{rest:0<decimals$}").parse().ok())?
}

/// The numbers at the placeholders of a pattern, if the text begins with it.
fn eat_pattern<'t>(rest: &mut &'t str, pattern: &str) -> Option<Vec<&'t str>> {
    let mut numbers = Vec::new();
    for (at, piece) in pattern.split('{').enumerate() {
        let literal = if at == 0 {
            piece
        } else {
            piece.split_once('}')?.1
        };
        if at > 0 {
            let digits = rest
                .find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '-' | '.'))
                .unwrap_or(rest.len());
            numbers.push(&rest[..digits]);
            *rest = &rest[digits..];
        }
        if !eat(rest, literal) {
            return None;
        }
    }
    Some(numbers)
}

#[cfg(test)]
mod tests;
