//! One value, one place: no stop, line, step or note has one number in its rule and another in its text.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::file;
use super::local::said;
use super::numbered::name;
use crate::diagnostic::{Communities, LocalFault, Place};
use crate::model::{
    AnswerKind, Bound, Community, Condition, Convert, Decimal, Group, Matter, Numbers, Period,
    Range, Region, Text, When, names_in,
};

/// What is wrong in a guide, and where.
pub(super) fn check(region: &Region, matter: &Matter) -> Vec<(Place, LocalFault)> {
    let mut faults = Vec::new();
    for part in parts(matter) {
        let compared = Compared::of(matter, &part.conditions);
        for community in region.communities.iter().filter(|one| one.offers(matter)) {
            let here = Here {
                region,
                matter,
                part: &part,
                compared: &compared,
                numbers: region.numbers(Some(community), part.named(&compared)),
                community,
            };
            let found = [here.fixed_rule(), here.fixed_text()];
            faults.extend(
                found
                    .into_iter()
                    .flatten()
                    .map(|fault| (part.place.clone(), fault)),
            );
        }
    }
    faults
}

/// Something of a guide that has a rule and words.
struct Part<'a> {
    what: String,
    conditions: Vec<&'a Condition>,
    words: Vec<String>,
    place: Place,
}

/// Notes all words that it is shown.
#[derive(Default)]
struct Words(RefCell<Vec<String>>);

impl Convert<Text, Text> for Words {
    fn text(&self, words: &Text) -> Text {
        self.0.borrow_mut().push(words.source().to_owned());
        Text::default()
    }

    fn sign(&self, words: &Text) -> Text {
        self.text(words)
    }
}

fn part<'a>(
    what: &Text,
    when: Option<&'a Condition>,
    words: Words,
    place: &Place,
) -> Option<Part<'a>> {
    Some(Part {
        what: what.source().to_owned(),
        conditions: vec![when?],
        words: words.0.into_inner(),
        place: place.clone(),
    })
}

/// Everything that has a rule, or speaks of what rules compare with local facts.
fn parts(matter: &Matter) -> Vec<Part<'_>> {
    let halts = matter.stops.iter().map(|stop| {
        let words = Words::default();
        stop.convert(&words);
        part(&stop.title, Some(&stop.when), words, &stop.place)
    });
    let lines = matter.lines.iter().map(|line| {
        let words = Words::default();
        line.convert(&words);
        let what = match &line.paper {
            Group::One(paper) => &paper.name,
            Group::Pick { choice, .. } => &choice.name,
        };
        let conditions = line.conditions();
        (!conditions.is_empty()).then(|| Part {
            what: what.source().to_owned(),
            conditions,
            words: words.0.into_inner(),
            place: line.place.clone(),
        })
    });
    let steps = matter.steps.iter().map(|step| {
        let words = Words::default();
        step.convert(&words);
        part(&step.name, step.when.as_ref(), words, &step.place)
    });
    let notes = matter.notes.iter().map(|note| {
        let words = Words::default();
        note.convert(&words);
        part(&note.text, note.when.as_ref(), words, &note.place)
    });
    halts
        .chain(lines)
        .chain(steps)
        .chain(notes)
        .flatten()
        .chain(asked(matter))
        .chain(whole(matter))
        .collect()
}

/// The guide's own questions whose answers rules compare with local facts.
fn asked(matter: &Matter) -> impl Iterator<Item = Part<'_>> {
    let questions = matter.questions.iter().enumerate();
    questions.filter_map(|(index, question)| {
        let conditions = local(matter, |asked| asked == index);
        let words = Words::default();
        question.convert(&words);
        (!conditions.is_empty() && !question.shared).then(|| Part {
            what: question.id.clone(),
            conditions,
            words: words.0.into_inner(),
            place: question.place.clone(),
        })
    })
}

/// What the guide says of itself.
fn whole(matter: &Matter) -> Option<Part<'_>> {
    let conditions = local(matter, |_| true);
    let words = [&matter.title, &matter.summary];
    (!conditions.is_empty()).then(|| Part {
        what: matter.title.source().to_owned(),
        conditions,
        words: words.map(|words| words.source().to_owned()).into(),
        place: file(&matter.file),
    })
}

/// The conditions that compare an answer to such a question with a local fact.
fn local(matter: &Matter, is: impl Fn(usize) -> bool) -> Vec<&Condition> {
    let conditions = matter.all_conditions();
    conditions
        .filter(|condition| {
            let mut ranges = Vec::new();
            condition.local_ranges(&mut ranges);
            ranges.iter().any(|(asked, _)| is(*asked))
        })
        .collect()
}

impl Part<'_> {
    /// The local facts in its words and in its rule.
    fn named<'a>(&'a self, compared: &'a Compared) -> BTreeSet<&'a str> {
        let in_words = self.in_words().into_iter();
        in_words.chain(compared.facts()).collect()
    }

    fn in_words(&self) -> BTreeSet<&str> {
        let words = self.words.iter();
        words
            .flat_map(|words| names_in(words).map(|(_, name)| name))
            .collect()
    }
}

/// What a rule compares answers with, by question.
struct Compared(Vec<(usize, Range<Bound>)>);

impl Compared {
    fn of(matter: &Matter, conditions: &[&Condition]) -> Self {
        let mut all = Self(Vec::new());
        let mut seen = BTreeSet::new();
        for condition in conditions {
            all.add(condition, matter, &mut seen);
        }
        all
    }

    fn add(&mut self, condition: &Condition, matter: &Matter, seen: &mut BTreeSet<usize>) {
        match condition {
            Condition::All(list) | Condition::Any(list) => {
                for inner in list {
                    self.add(inner, matter, seen);
                }
            }
            Condition::Not(inner) => self.add(inner, matter, seen),
            Condition::Within { question, range } => {
                self.0.extend(
                    range
                        .try_map(|number| Some(Bound::Number(*number)))
                        .map(|range| (*question, range)),
                );
            }
            Condition::WithinLocal { question, range }
            | Condition::DatedLocal {
                question, n: range, ..
            } => self.0.push((*question, range.clone())),
            Condition::Dated {
                question,
                when: When::Ago { n, .. },
            } => {
                let number = Bound::Number(i64::from(*n));
                self.0.push((*question, Range::Exactly(number)));
            }
            Condition::Fact(index) => {
                if let Some(fact) = matter.facts.get(*index).filter(|_| seen.insert(*index)) {
                    self.add(&fact.condition, matter, seen);
                }
            }
            Condition::Chosen(_) | Condition::Dated { .. } | Condition::Visit(_) => {}
        }
    }

    fn ends(&self) -> impl Iterator<Item = (usize, &Bound)> {
        let ranges = self.0.iter();
        ranges.flat_map(|(question, range)| range.ends().into_iter().map(|end| (*question, end)))
    }

    fn facts(&self) -> impl Iterator<Item = &str> {
        self.ends().filter_map(|(_, end)| match end {
            Bound::Fact(name) => Some(name.value.as_str()),
            Bound::Number(_) => None,
        })
    }

    /// The times in which its numbers are others.
    fn times(&self, numbers: &Numbers) -> BTreeSet<Period> {
        let ranges = self.0.iter();
        ranges.flat_map(|(_, range)| range.times(numbers)).collect()
    }

    /// Whether a text that speaks of this number speaks of the rule as it is at a time: 「满 80」 is `>= 80` as well as `> 79`.
    /// `decimals`: of a question whose ranges count; none for the others.
    fn speaks_of(
        &self,
        number: Decimal,
        decimals: impl Fn(usize) -> Option<u32>,
        numbers: &Numbers,
        period: Period,
    ) -> bool {
        self.0.iter().any(|(asked, range)| {
            let Some(decimals) = decimals(*asked) else {
                return false;
            };
            let is = |end: &Bound, by: i64| {
                let end = end.in_numbers(numbers, decimals, period);
                end.is_some_and(|end| Some(end.saturating_add(by)) == number.steps(decimals))
            };
            match range {
                Range::Below(end) | Range::AtLeast(end) => is(end, 0) || is(end, -1),
                Range::AtMost(end) | Range::Above(end) => is(end, 0) || is(end, 1),
                Range::Exactly(end) => is(end, 0),
                Range::Between(from, to) => is(from, 0) || is(from, -1) || is(to, 0) || is(to, 1),
            }
        })
    }
}

/// A part of a guide in a community.
struct Here<'a> {
    region: &'a Region,
    matter: &'a Matter,
    part: &'a Part<'a>,
    compared: &'a Compared,
    numbers: Numbers,
    community: &'a Community,
}

impl Here<'_> {
    /// A fact in the words beside another number in the rule.
    fn fixed_rule(&self) -> Option<LocalFault> {
        self.part.in_words().into_iter().find_map(|fact| {
            let number = self.numbers.get(fact)?;
            let unit = self.unit(fact);
            let begins =
                std::iter::once(None).chain(number.later.iter().map(|(day, _)| Some(*day)));
            let value = begins
                .map(|period| (number.on(period), period))
                .find(|(value, period)| {
                    let same = |question: usize| self.measures(question, unit, *value);
                    !self
                        .compared
                        .speaks_of(*value, same, &self.numbers, *period)
                });
            let (value, _) = value?;
            let same = |question: usize| self.measures(question, unit, value);
            let fixed = self.compared.ends().find_map(|(question, end)| match end {
                Bound::Number(number) => {
                    let decimals = same(question)?;
                    Some((question, Decimal::of_steps(*number, decimals)))
                }
                Bound::Fact(_) => None,
            });
            let (question, number) = fixed?;
            Some(LocalFault::RuleFixed {
                what: self.part.what.clone(),
                fact: fact.to_owned(),
                value,
                rule: match self.matter.questions[question].kind {
                    AnswerKind::Date { .. } => {
                        format!("满 {{{{{fact}}}}} {}", unit.unwrap_or("周岁"))
                    }
                    _ => format!("< {{{{{fact}}}}}"),
                },
                question: self.matter.questions[question].id.clone(),
                number,
                communities: Communities(vec![name(self.community)]),
            })
        })
    }

    /// A number in the words that the rule's fact has in another community, and not in this one.
    fn fixed_text(&self) -> Option<LocalFault> {
        self.compared.facts().find_map(|fact| {
            let said_here = self.numbers.get(fact)?;
            let unit = self.unit(fact)?;
            let words = self.part.words.iter();
            let numbers: Vec<_> = words.flat_map(|words| measured(words, unit)).collect();
            if numbers.is_empty() {
                return None;
            }
            let elsewhere = said(self.region, self.matter, fact);
            let times = self.compared.times(&self.numbers).into_iter();
            let (value, number) = times
                .map(|period| (said_here.on(period), period))
                .find_map(|(value, period)| {
                    let same = |question: usize| self.measures(question, Some(unit), value);
                    let mut numbers = numbers.iter();
                    let number = numbers.find(|number| {
                        elsewhere.contains(number)
                            && !self
                                .compared
                                .speaks_of(**number, same, &self.numbers, period)
                    })?;
                    Some((value, *number))
                })?;
            Some(LocalFault::TextFixed {
                what: self.part.what.clone(),
                fact: fact.to_owned(),
                value,
                written: format!("{number} {unit}"),
                communities: Communities(vec![name(self.community)]),
            })
        })
    }

    fn unit(&self, fact: &str) -> Option<&str> {
        let said = self.region.fact(Some(self.community), fact)?;
        said.value.unit.as_deref()
    }

    /// How many decimals a question takes that asks for what has this unit. What has none may be anything, a phone number too: then it
    /// has to be a number that the question takes.
    fn measures(&self, question: usize, unit: Option<&str>, value: Decimal) -> Option<u32> {
        let asked = &self.matter.questions[question];
        let limits = asked.comparable()?;
        let measures = match (&asked.kind, unit) {
            (
                AnswerKind::Number {
                    unit: Some(asked), ..
                },
                Some(unit),
            ) => asked.source() == unit,
            _ => limits.take(value).is_some(),
        };
        measures.then_some(limits.decimals)
    }
}

/// The numbers that stand before a unit in words.
fn measured(words: &str, unit: &str) -> Vec<Decimal> {
    let mut numbers = Vec::new();
    let mut rest = words;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let length = rest[start..].find(|c: char| !c.is_ascii_digit() && c != '.');
        let end = length.map_or(rest.len(), |length| start + length);
        let is_part = rest[..start].ends_with('-');
        if !is_part && rest[end..].trim_start_matches(' ').starts_with(unit) {
            numbers.extend(Decimal::parse(&rest[start..end]));
        }
        rest = &rest[end..];
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::measured;

    #[test]
    fn numbers_before_a_unit() {
        let said = |words: &str| {
            let numbers = measured(words, "周岁").into_iter();
            numbers.map(|one| one.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(said("满 80 周岁，90周岁起；1.5 周岁"), ["80", "90", "1.5"]);
        assert_eq!(
            said("80 天，80；第 1.2.3 周岁，-5 周岁"),
            Vec::<String>::new()
        );
    }
}
