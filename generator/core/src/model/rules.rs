//! A matter as the engine sees it: questions, stops, and items known by index.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_widget::keys::unique_keys;
use onetrip_widget::rules::{
    Condition as Rule, Counted, Implied, QuestionKind, QuestionSource, RuleSource,
};

use super::date::day;
use super::{AnswerKind, Condition, Line, Matter, Question, RowItems, Way, WayOf, both, rule};

/// Which of the engine's items stands for which part of the guide; `None`: without a condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// Per line.
    pub lines: Vec<Option<usize>>,
    /// Per step.
    pub steps: Vec<Option<usize>>,
    /// Per note.
    pub notes: Vec<Option<usize>>,
    /// Per line; none where it leaves no choice, or all of its ways are papers that always count.
    pub choices: Vec<Option<ChoiceItems>>,
    /// Per case of what it costs.
    pub fees: Vec<Option<usize>>,
    /// Per case of who has to come.
    pub visits: Vec<Option<usize>>,
    /// Per case of how long it takes.
    pub limits: Vec<Option<usize>>,
    /// Per case of where it is done.
    pub venues: Vec<Option<usize>>,
    /// What may have to be paid together; exactly one holds. Empty: all fees, always.
    pub fee_sets: Vec<FeeSet>,
    /// Per row, in the order of [`Matter::rows`].
    pub rows: Vec<RowItems>,
}

/// The engine's items of a choice. Each says that the line is on the list and what it stands for counts there; `None`: it does
/// wherever the line is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceItems {
    /// Per way.
    pub ways: Vec<WayItems>,
    /// Per paper of the line.
    pub papers: Vec<Option<usize>>,
}

/// The engine's items of a way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WayItems {
    /// The way counts.
    pub item: Option<usize>,
    /// Per set of papers that does for it; see [`Way::bundles`].
    pub bundles: Vec<Option<usize>>,
    /// Per way in it.
    pub ways: Vec<WayItems>,
}

/// Fees that are due together, and no others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeSet {
    /// Indexes of the fees.
    pub fees: Vec<usize>,
    /// The engine's item; none: always.
    pub item: Option<usize>,
}

/// What decides whether somebody may have a matter, apart from its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// The stops that refuse it, by their index in the guide and in the order of the engine's stops.
    pub stops: Vec<usize>,
    /// The other stops, which say how or where instead, in the order of the engine's items.
    pub ways: Vec<usize>,
}

/// Short names under which questions and matters travel in addresses: different ones in the whole region, so that a
/// trip for several matters can tell them apart.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    questions: BTreeMap<String, u32>,
    codes: BTreeMap<String, u32>,
}

impl Keys {
    /// The names of everything that these matters ask.
    pub fn of<'m>(matters: impl IntoIterator<Item = &'m Matter>) -> Self {
        let matters: Vec<&Matter> = matters.into_iter().collect();
        let asked = matters
            .iter()
            .flat_map(|m| m.questions.iter().map(|q| q.travel_id(&m.code.value)));
        let codes = matters.iter().map(|m| m.code.value.clone());
        Self {
            questions: name(asked.collect()),
            codes: name(codes.collect()),
        }
    }

    pub(super) fn question(&self, travel_id: &str) -> u32 {
        self.questions.get(travel_id).copied().unwrap_or_default()
    }

    fn code(&self, code: &str) -> u32 {
        self.codes.get(code).copied().unwrap_or_default()
    }
}

fn name(ids: BTreeSet<String>) -> BTreeMap<String, u32> {
    let keys = unique_keys(&ids.iter().map(String::as_str).collect::<Vec<_>>());
    ids.into_iter().zip(keys).collect()
}

impl Matter {
    /// Of the matter's rules those by which it is refused, whatever is on its list.
    pub fn refusals(&self, source: &RuleSource) -> (RuleSource, Refusals) {
        let (stops, ways): (Vec<usize>, Vec<usize>) =
            (0..self.stops.len()).partition(|at| self.stops[*at].kind.refuses());
        let conditions = |of: &[usize]| of.iter().map(|at| source.stops[*at].clone()).collect();
        let rules = RuleSource {
            id: source.id,
            questions: source.questions.clone(),
            facts: source.facts.clone(),
            stops: conditions(&stops),
            items: conditions(&ways),
            counted: Vec::new(),
            implied: source.implied.clone(),
        };
        (rules, Refusals { stops, ways })
    }

    /// The rules for the engine, and what its items are; which answers are [numbers of pieces](Self::counted) belongs to the whole of
    /// these items and is added where they are compiled. Rows with several lines have no items yet, nor have sets of fees: which of
    /// them are possible is known only when these rules are compiled.
    pub fn rules(&self, keys: &Keys) -> (RuleSource, Items) {
        let mut rules = Vec::new();
        let mut index = |when: Option<&Condition>| {
            let condition = when?;
            rules.push(condition.to_rule());
            Some(rules.len() - 1)
        };
        let mut items = Items {
            lines: self
                .lines
                .iter()
                .map(|line| index(line.when.as_ref()))
                .collect(),
            steps: self
                .steps
                .iter()
                .map(|step| index(step.when.as_ref()))
                .collect(),
            notes: self
                .notes
                .iter()
                .map(|note| index(note.when.as_ref()))
                .collect(),
            ..Items::default()
        };
        let mut cases = self.case_conditions().map(&mut index);
        items.fees = cases.by_ref().take(self.fees.len()).collect();
        items.visits = cases.by_ref().take(self.visits.len()).collect();
        items.limits = cases.by_ref().take(self.limits.len()).collect();
        items.venues = cases.collect();
        let choices = self.lines.iter().zip(&items.lines);
        let choices = choices.map(|(line, item)| choice_items(line, *item, &mut rules));
        items.choices = choices.collect();
        let rows = self.rows();
        let rows = rows.iter().map(|row| RowItems::of(row, &items.lines));
        items.rows = rows.collect();
        let source = RuleSource {
            id: keys.code(&self.code.value),
            questions: self
                .questions
                .iter()
                .map(|q| source(q, keys.question(&q.travel_id(&self.code.value))))
                .collect(),
            facts: self
                .facts
                .iter()
                .map(|fact| fact.condition.to_rule())
                .collect(),
            stops: self
                .stops
                .iter()
                .map(|stop| stop.when.to_rule())
                .collect::<Vec<Rule>>(),
            items: rules,
            counted: Vec::new(),
            implied: self.implied(),
        };
        (source, items)
    }

    /// What follows from answers without being asked: where a guide asks the other question as well, and later.
    pub fn implied(&self) -> Vec<Implied> {
        let mut all = Vec::new();
        let is_choice = |asked: &Question| matches!(asked.kind, AnswerKind::Choice(_));
        let choices = self.questions.iter().enumerate();
        for (question, asked) in choices.filter(|(_, asked)| is_choice(asked)) {
            for (option, named) in asked.options().iter().enumerate() {
                all.extend(named.implies.iter().filter_map(|follows| {
                    let is_it = |one: &Question| one.id == follows.question.value && is_choice(one);
                    let then = self.questions.iter().position(is_it)?;
                    let options = self.questions[then].options();
                    let answer = options
                        .iter()
                        .position(|option| option.name == *follows.option.value)?;
                    (question < then).then_some(Implied {
                        question,
                        option,
                        then,
                        answer,
                    })
                }));
            }
        }
        all
    }

    /// The numbers that lines take from answers.
    pub fn counted(&self, items: &Items) -> Vec<Counted> {
        let mut all = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            for (nth, paper) in line.papers().iter().enumerate() {
                let item = items.paper(index, nth);
                let amounts = [paper.originals, paper.copies].into_iter();
                all.extend(amounts.filter_map(|amount| {
                    let question = amount.per?.question;
                    Some(Counted { question, item })
                }));
            }
        }
        all
    }
}

impl Items {
    /// The item of a paper of a line: that the line is on the list, and the paper counts there.
    pub fn paper(&self, line: usize, paper: usize) -> Option<usize> {
        let choice = self.choices[line].as_ref();
        let own = choice.and_then(|choice| choice.papers[paper]);
        own.or(self.lines[line])
    }
}

/// The items of a line's choice, and their rules behind the others; `line` is its own.
fn choice_items<T>(
    line: &Line<T>,
    item: Option<usize>,
    rules: &mut Vec<Rule>,
) -> Option<ChoiceItems> {
    let choice = line.choice().filter(|choice| !choice.is_plain())?;
    let mut items = ChoiceItems {
        ways: Vec::new(),
        papers: vec![None; line.papers().len()],
    };
    let listed = item.map_or(Rule::Always, |item| rules[item].clone());
    let mut made = Made {
        rules,
        papers: &mut items.papers,
    };
    let ways = choice.ways.iter();
    items.ways = ways.map(|way| made.way(way, &listed, true)).collect();
    Some(items)
}

/// What was made of a choice so far.
struct Made<'a> {
    rules: &'a mut Vec<Rule>,
    papers: &'a mut Vec<Option<usize>>,
}

impl Made<'_> {
    /// The items of a way, where what it stands in counts under this condition.
    fn way<T>(&mut self, way: &Way<T>, within: &Rule, is_outer: bool) -> WayItems {
        let within = both(within.clone(), rule(way.when.as_ref()));
        let item = way.is_conditional().then(|| {
            let always = |_: usize| Rule::Always;
            self.add(both(within.clone(), way.fulfilled(&always)))
        });
        let ways = match &way.what {
            WayOf::Paper(paper) => {
                self.papers[*paper] = item.or_else(|| self.known(&within));
                Vec::new()
            }
            WayOf::AnyOf(choice) => {
                let ways = choice.ways.iter();
                ways.map(|way| self.way(way, &within, false)).collect()
            }
        };
        let bundles = if is_outer {
            self.bundles(way, item, &within)
        } else {
            Vec::new()
        };
        WayItems {
            item,
            bundles,
            ways,
        }
    }

    fn bundles<T>(
        &mut self,
        way: &Way<T>,
        item: Option<usize>,
        within: &Rule,
    ) -> Vec<Option<usize>> {
        let bundles = way.bundles();
        let own = way.when.as_ref();
        let mut items = Vec::with_capacity(bundles.len());
        for bundle in &bundles {
            let inside = bundle.when.iter().filter(|when| Some(**when) != own);
            let inside = inside.fold(Rule::Always, |all, when| both(all, when.to_rule()));
            items.push(match inside {
                Rule::Always if own.is_none() => None,
                Rule::Always if bundles.len() == 1 => item,
                inside => Some(self.add(both(within.clone(), inside))),
            });
        }
        items
    }

    fn add(&mut self, rule: Rule) -> usize {
        self.known(&rule).unwrap_or_else(|| {
            self.rules.push(rule);
            self.rules.len() - 1
        })
    }

    fn known(&self, rule: &Rule) -> Option<usize> {
        self.rules.iter().position(|known| known == rule)
    }
}

pub(super) fn source(question: &Question, key: u32) -> QuestionSource {
    let names: Vec<&str> = question.options().iter().map(|o| o.name.source()).collect();
    let kind = match &question.kind {
        AnswerKind::Choice(options) => QuestionKind::Choice {
            options: options.len(),
        },
        AnswerKind::Multi(options) => QuestionKind::Multi {
            options: options.len(),
        },
        AnswerKind::Number {
            min, max, decimals, ..
        } => QuestionKind::Number {
            min: *min,
            max: *max,
            scale: *decimals,
        },
        AnswerKind::Date { min, max } => QuestionKind::Date {
            min: day(*min),
            max: max.map(day),
        },
    };
    QuestionSource {
        key,
        kind,
        option_keys: unique_keys(&names),
    }
}
