//! A matter as the engine sees it: questions, stops, and items known by index.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_widget::keys::unique_keys;
use onetrip_widget::rules::{Condition as Rule, Counted, QuestionKind, QuestionSource, RuleSource};

use super::{AnswerKind, Condition, Matter, Question, RowItems};

/// Which of the engine's items stands for which part of the guide; `None`: without a condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// Per line.
    pub lines: Vec<Option<usize>>,
    /// Per step.
    pub steps: Vec<Option<usize>>,
    /// Per note.
    pub notes: Vec<Option<usize>>,
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

/// Fees that are due together, and no others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeSet {
    /// Indexes of the fees.
    pub fees: Vec<usize>,
    /// The engine's item; none: always.
    pub item: Option<usize>,
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
    pub fn of(matters: &[Matter]) -> Self {
        let asked = matters
            .iter()
            .flat_map(|m| m.questions.iter().map(|q| q.travel_id(&m.code.value)));
        let codes = matters.iter().map(|m| m.code.value.clone());
        Self {
            questions: name(asked.collect()),
            codes: name(codes.collect()),
        }
    }

    fn question(&self, travel_id: &str) -> u32 {
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
        let rows = self.rows();
        let rows = rows.iter().map(|row| RowItems::of(row, &items.lines));
        let items = Items {
            rows: rows.collect(),
            ..items
        };
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
        };
        (source, items)
    }

    /// The numbers that lines take from answers.
    pub fn counted(&self, items: &Items) -> Vec<Counted> {
        let mut all = Vec::new();
        for (line, item) in self.lines.iter().zip(&items.lines) {
            let amounts = line.papers().iter();
            let amounts = amounts.flat_map(|paper| [paper.originals, paper.copies]);
            all.extend(amounts.filter_map(|amount| {
                Some(Counted {
                    question: amount.per?.question,
                    item: *item,
                })
            }));
        }
        all
    }
}

fn source(question: &Question, key: u32) -> QuestionSource {
    let names: Vec<&str> = question.options().iter().map(|o| o.name.source()).collect();
    let kind = match &question.kind {
        AnswerKind::Choice(options) => QuestionKind::Choice {
            options: options.len(),
        },
        AnswerKind::Multi(options) => QuestionKind::Multi {
            options: options.len(),
        },
        AnswerKind::Number { min, max, .. } => QuestionKind::Number {
            min: *min,
            max: *max,
        },
    };
    QuestionSource {
        key,
        kind,
        option_keys: unique_keys(&names),
    }
}
