//! What answers decide in a few words: the value, or between what it lies, for pages and for the scripts that say it anew.

use std::collections::BTreeSet;

use serde::Serialize;

use super::view::Limit;
use super::views::limit;
use super::words::Texts;
use crate::model::{Case, Fee, FeeSet, Items, Matter, TimeLimit, TimeUnit, Visits, money, yuan};

/// Something that answers decide, and what it may come to.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct RangeView {
    /// What it is, or between what it lies.
    pub(super) words: String,
    /// Whether answers make a difference.
    pub(super) open: bool,
    /// What it may come to.
    pub(super) outcomes: Vec<OutcomeView>,
    /// For scripts; see [`Script`].
    pub(super) script: String,
}

/// What it may come to: exactly one holds in every list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct OutcomeView {
    /// The engine's index; none: always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<usize>,
    pub(super) words: String,
    /// By which the range goes; none where the words say more than a number.
    #[serde(skip)]
    pub(super) number: Option<u64>,
    /// The words in a range: of a fee without a plain amount only that it is one.
    #[serde(skip)]
    pub(super) short: String,
    /// The number in digits.
    #[serde(skip)]
    pub(super) digits: String,
    /// Of a promise the days of the calendar, for whoever compares promises.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) days: Option<u32>,
}

/// What a script needs to say a range anew: its sentence (empty where not all are plain numbers), the one without numbers, the
/// word between, and of each outcome the item, the number, its digits, and the words.
#[derive(Serialize)]
struct Script<'a> {
    span: &'a str,
    either: &'a str,
    or: &'a str,
    cases: Vec<(Option<usize>, Option<u64>, &'a str, &'a str)>,
}

impl Texts<'_> {
    /// The range over these outcomes. `span` is the sentence for numbers, where all are of one kind.
    fn range(self, outcomes: Vec<OutcomeView>, span: Option<&str>) -> RangeView {
        let numbers: Option<BTreeSet<(u64, &str)>> = outcomes
            .iter()
            .map(|one| Some((one.number?, one.digits.as_str())))
            .collect();
        let span = span.filter(|_| numbers.is_some());
        let distinct = distinct(&outcomes);
        let or = self.get("case_or");
        let ends = numbers
            .as_ref()
            .and_then(|all| Some((all.first()?.1, all.last()?.1)));
        let words = match (&distinct[..], span, ends) {
            ([], ..) => String::new(),
            ([only], ..) => (*only).to_owned(),
            (_, Some(span), Some((least, most))) => {
                self.fill(span, &[("least", least), ("most", most)])
            }
            (several, ..) => self.fill("case_either", &[("words", &several.join(or))]),
        };
        let cases = outcomes.iter();
        let script = Script {
            span: span.map_or("", |span| self.get(span)),
            either: self.get("case_either"),
            or,
            cases: cases
                .map(|one| {
                    (
                        one.item,
                        one.number,
                        one.digits.as_str(),
                        one.short.as_str(),
                    )
                })
                .collect(),
        };
        RangeView {
            words,
            open: outcomes.iter().any(|one| one.item.is_some()),
            script: serde_json::to_string(&script).expect("texts and numbers are JSON"),
            outcomes,
        }
    }

    /// What the promises may come to.
    pub(super) fn promises(self, cases: &[Case<TimeLimit>], items: &[Option<usize>]) -> RangeView {
        let outcome = |(index, case): (usize, &Case<TimeLimit>)| {
            let promised = case.value.promised;
            OutcomeView {
                item: items.get(index).copied().flatten(),
                words: self.promised(promised),
                short: self.promised(promised),
                number: Some(promised.days.into()),
                digits: promised.days.to_string(),
                days: Some(promised.calendar_days()),
            }
        };
        let units = cases.iter().map(|case| case.value.promised);
        // 「0 天」 is a sentence of its own, and workdays are longer than days.
        let at_once = units.clone().any(|promised| promised.days == 0);
        let workdays = units
            .clone()
            .all(|promised| promised.unit == TimeUnit::Workday);
        let days = units.clone().all(|promised| promised.unit == TimeUnit::Day);
        let span = match (at_once, workdays, days) {
            (false, true, _) => Some("case_within_workday"),
            (false, _, true) => Some("case_within_day"),
            _ => None,
        };
        self.range(cases.iter().enumerate().map(outcome).collect(), span)
    }

    /// Where it may have to be done: the items and the names of the places.
    pub(super) fn places<'v>(
        self,
        venues: impl Iterator<Item = (Option<usize>, &'v str)>,
    ) -> RangeView {
        let outcome = |(item, place)| {
            let words = self.fill("answer_at", &[("place", place)]);
            OutcomeView {
                item,
                short: words.clone(),
                words,
                ..OutcomeView::default()
            }
        };
        self.range(venues.map(outcome).collect(), None)
    }

    /// What the visits may come to.
    pub(super) fn visits(
        self,
        cases: &[Case<Visits<String>>],
        items: &[Option<usize>],
    ) -> RangeView {
        let outcome = |(index, case): (usize, &Case<Visits<String>>)| OutcomeView {
            item: items.get(index).copied().flatten(),
            words: self.visit(case.value.count),
            short: self.visit(case.value.count),
            number: Some(case.value.count.into()),
            digits: case.value.count.to_string(),
            days: None,
        };
        let outcomes = cases.iter().enumerate().map(outcome).collect();
        self.range(outcomes, Some("case_visits"))
    }

    /// What has to be paid, where the answers decide it: a range, or that it depends; empty elsewhere.
    pub(super) fn open_fee(self, matter: &Matter<String>, items: &Items) -> String {
        let range = self.fees(&matter.fees, &matter.fee_sets(items));
        match range.outcomes.iter().all(|one| one.number.is_some()) {
            _ if !range.open => String::new(),
            true => range.words,
            false => self.get("case_open").to_owned(),
        }
    }

    pub(super) fn visit(self, count: u32) -> String {
        if count == 0 {
            return self.get("visits_none").to_owned();
        }
        self.counted(["visits_n_one", "visits_n"], count)
    }

    /// What may have to be paid.
    pub(super) fn fees(self, fees: &[Case<Fee<String>>], sets: &[FeeSet]) -> RangeView {
        let outcome = |set: &FeeSet| {
            let amounts = set.fees.iter().map(|index| &fees[*index].value);
            let amount = |fee: &Fee<String>| money(fee.amount.as_deref().unwrap_or_default());
            let sum: Option<u64> = amounts.clone().map(amount).sum();
            let listed = |fee: &Fee<String>| {
                let amount = fee.amount.as_deref().unwrap_or_default();
                self.fill("fee_named", &[("name", &fee.name), ("amount", amount)])
            };
            let digits = sum.map(yuan).unwrap_or_default();
            let words = match sum {
                Some(0) => self.get("free").to_owned(),
                Some(_) => self.fill("fee_yuan", &[("n", &digits)]),
                None => amounts
                    .map(listed)
                    .collect::<Vec<_>>()
                    .join(self.get("listing")),
            };
            OutcomeView {
                item: set.item,
                short: sum.map_or_else(|| self.get("fee_charged").to_owned(), |_| words.clone()),
                words,
                number: sum,
                digits,
                days: None,
            }
        };
        self.range(sets.iter().map(outcome).collect(), Some("case_fee"))
    }
}

/// The words of these outcomes for a range, each once.
fn distinct(outcomes: &[OutcomeView]) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for outcome in outcomes {
        if !all.contains(&outcome.short.as_str()) {
            all.push(&outcome.short);
        }
    }
    all
}

/// A promise on sheets and in lists, which have their own words for a single number of days.
pub(super) fn limit_in_few_words<T>(matter: &Matter<T>, texts: Texts<'_>) -> Limit {
    let range = texts.promises(&matter.limits, &[]);
    let longest = matter.longest_promise();
    let shortest = matter
        .limits
        .iter()
        .map(|case| case.value.promised.days)
        .min();
    Limit {
        varies: shortest != Some(longest.days)
            || matter
                .limits
                .iter()
                .any(|case| case.value.promised.unit != longest.unit),
        ..limit(longest, range.words)
    }
}
