//! Local facts that rules compare with: each community says a number that fits, and no text says another one than its rule.

use std::collections::BTreeSet;

use super::local_texts;
use super::numbered::name;
use crate::diagnostic::{At, Communities, Finding, FineKey, LocalFault, Place, Problem};
use crate::model::{
    AnswerKind, Bound, Community, Decimal, LocalFact, MOST_DECIMALS, Matter, Numbers, Period,
    Question, Range, Region, Text,
};

pub(super) fn check(region: &Region) -> Vec<Finding> {
    let mut found = Found::default();
    for matter in &region.matters {
        let offering = region.communities.iter().filter(|one| one.offers(matter));
        for community in offering {
            for (question, range) in matter.local_ranges() {
                let here = Here {
                    region,
                    community,
                    matter,
                    question: &matter.questions[question],
                };
                here.range(range, &mut found);
            }
        }
        for fault in local_texts::check(region, matter) {
            found.add(&fault.0, fault.1);
        }
    }
    found.0
}

/// What was found, each once; the same in several communities is told together.
#[derive(Default)]
struct Found(Vec<Finding>);

impl Found {
    fn add(&mut self, place: &Place, fault: LocalFault) {
        let known = self
            .0
            .iter_mut()
            .filter(|known| known.place.as_ref() == Some(place));
        for known in known {
            if let Problem::Local(known) = &mut known.problem
                && known.take_in(&fault)
            {
                return;
            }
        }
        self.0
            .push(Finding::at(place.clone(), Problem::from(fault)));
    }
}

/// A range of a guide in a community.
struct Here<'a> {
    region: &'a Region,
    community: &'a Community,
    matter: &'a Matter,
    question: &'a Question,
}

impl Here<'_> {
    fn range(&self, range: &Range<Bound>, found: &mut Found) {
        let mut numbers = Numbers::new();
        for end in range.ends() {
            self.end(end, &mut numbers, found);
        }
        for period in range.times(&numbers) {
            self.order(range, &numbers, period, found);
        }
    }

    /// At any time the smaller number comes first.
    fn order(&self, range: &Range<Bound>, numbers: &Numbers, period: Period, found: &mut Found) {
        let decimals = self.question.decimals();
        let ends: Vec<Option<i64>> = range
            .ends()
            .into_iter()
            .map(|end| end.in_numbers(numbers, decimals, period))
            .collect();
        if let (Range::Between(from, to), [Some(low), Some(high)]) = (range, &ends[..])
            && low > high
        {
            let place = [from, to].into_iter().find_map(|end| match end {
                Bound::Fact(name) => Some(&name.place),
                Bound::Number(_) => None,
            });
            let fault = LocalFault::EmptyRange {
                question: self.question.id.clone(),
                from: Decimal::of_steps(*low, self.question.decimals()),
                to: Decimal::of_steps(*high, self.question.decimals()),
                communities: Communities(vec![name(self.community)]),
            };
            if let Some(place) = place {
                found.add(place, fault);
            }
        }
    }

    /// Adds the number of an end, when it is one that the question takes at any time.
    fn end(&self, end: &Bound, numbers: &mut Numbers, found: &mut Found) {
        let Bound::Fact(At { value: fact, place }) = end else {
            return;
        };
        let Some(said) = self.region.fact(Some(self.community), fact) else {
            // A fact that nobody says at all is an unknown name.
            let Some(known) = known_elsewhere(self.region, fact) else {
                return;
            };
            let fault = LocalFault::Missing {
                fact: fact.clone(),
                community: self.community.place.file.to_string(),
                line: self.line(fact, known),
            };
            found.add(place, fault);
            return;
        };
        if said.value.unread {
            return;
        }
        let Some(number) = said.value.threshold() else {
            let fault = LocalFault::NotNumber {
                words: said.value.not_a_number().to_owned(),
                guide: self.matter.title.source().to_owned(),
                line: self.line(fact, &said.value),
                fact: fact.clone(),
            };
            found.add(&said.place, fault);
            return;
        };
        let Some(limits) = self.question.comparable() else {
            return;
        };
        let Some(value) = number.all().find(|value| limits.take(*value).is_none()) else {
            numbers.insert(fact.clone(), number);
            return;
        };
        let (fact, question) = (fact.clone(), self.question.id.clone());
        let communities = Communities(vec![name(self.community)]);
        let fault = if value.decimals() > limits.decimals {
            LocalFault::TooFine {
                fact,
                value,
                question,
                limits,
                key: FineKey(value),
                most: MOST_DECIMALS,
                communities,
            }
        } else {
            LocalFault::OutOfBounds {
                fact,
                value,
                question,
                limits,
                communities,
            }
        };
        found.add(&said.place, fault);
    }

    /// A line that says the fact as a number, with the unit of the question.
    fn line(&self, fact: &str, like: &LocalFact) -> String {
        let fine = self.question.decimals() > 0;
        let number = first_number(&like.words, fine);
        let later = like.later.iter();
        let later: Vec<String> = later
            .map(|(from, words)| format!(", 自 {from}: {}", first_number(words, fine)))
            .collect();
        let later = later.concat();
        let asked = match &self.question.kind {
            AnswerKind::Number { unit, .. } => unit.as_ref().map(Text::source),
            _ => None,
        };
        let unit = like.unit.as_deref().or(asked);
        let unit = unit
            .map(|unit| format!(", 单位: {unit}"))
            .unwrap_or_default();
        format!("{fact}: {{值: {number}{unit}{later}}}")
    }
}

/// The first figures in words, or a sign that some belong there.
fn first_number(words: &str, fine: bool) -> &str {
    let written = words.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_part = |c: char| c.is_ascii_digit() || (fine && c == '.');
    let end = written.find(|c| !is_part(c)).unwrap_or(written.len());
    match written[..end].trim_end_matches('.') {
        "" => "…",
        number => number,
    }
}

/// What some community says.
fn known_elsewhere<'a>(region: &'a Region, fact: &str) -> Option<&'a LocalFact> {
    let mut communities = region.communities.iter();
    communities.find_map(|one| Some(&one.local_facts.get(fact)?.value))
}

/// Whether these numbers are such that a guide's rules can be worked out with them; if not, that is reported as what it is.
pub(super) fn fit(matter: &Matter, numbers: &Numbers) -> bool {
    let ranges = matter.local_ranges();
    let timed = ranges.into_iter().flat_map(|(question, range)| {
        let times = range.times(numbers).into_iter();
        times.map(move |period| (question, range, period))
    });
    timed.into_iter().all(|(question, range, period)| {
        let asked = &matter.questions[question];
        let ends: Vec<Option<i64>> = range
            .ends()
            .iter()
            .map(|end| end.in_numbers(numbers, asked.decimals(), period))
            .collect();
        let inside = |end: &Option<i64>| {
            let limits = asked.comparable();
            limits.is_some_and(|limits| end.is_some_and(|end| limits.contains(end)))
        };
        let facts = range.ends();
        let facts = facts
            .iter()
            .zip(&ends)
            .filter(|(end, _)| matches!(end, Bound::Fact(_)));
        facts.map(|(_, end)| end).all(inside) && ends.is_sorted()
    })
}

/// The numbers of these facts in all communities that offer the matter.
pub(super) fn said(region: &Region, matter: &Matter, fact: &str) -> BTreeSet<Decimal> {
    let offering = region.communities.iter().filter(|one| one.offers(matter));
    let numbers = offering.filter_map(|one| region.fact(Some(one), fact)?.value.threshold());
    numbers
        .flat_map(|number| number.all().collect::<Vec<_>>())
        .collect()
}
