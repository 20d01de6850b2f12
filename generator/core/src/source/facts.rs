//! 事实: conditions with names, each read once, before all that use it.

use std::collections::BTreeMap;

use super::keys;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, ConditionFault, Problem, closest};
use crate::model::{Condition, Fact, Text};

/// What is known of a named condition.
enum State {
    /// It stands in the guide and was not read so far.
    Unread,
    /// The index among those that could be read.
    Read(usize),
    /// Something in it was reported.
    Faulty,
}

/// The named conditions of a guide while they are read.
pub(super) struct Facts {
    states: BTreeMap<String, State>,
    pub(super) list: Vec<Fact>,
}

impl Facts {
    /// All by name, none of them read.
    pub(super) fn named(entries: &[(At<String>, &Node)]) -> Self {
        let unread = |(name, _): &(At<String>, _)| (name.value.clone(), State::Unread);
        Self {
            states: entries.iter().map(unread).collect(),
            list: Vec::new(),
        }
    }

    /// Notes what a name stands for; `None` when something in it was reported.
    pub(super) fn read(&mut self, name: &At<String>, condition: Option<Condition>) {
        let state = if let Some(condition) = condition {
            self.list.push(Fact {
                name: Text::new(name.value.clone()),
                condition,
                place: name.place.clone(),
            });
            State::Read(self.list.len() - 1)
        } else {
            State::Faulty
        };
        self.states.insert(name.value.clone(), state);
    }

    /// The index of a name, or what is wrong with it; nothing where that was reported.
    pub(super) fn find(&self, name: &str) -> Result<usize, Option<Problem>> {
        let name = name.to_owned();
        match self.states.get(&name) {
            Some(State::Read(index)) => Ok(*index),
            Some(State::Faulty) => Err(None),
            // Everything that a fact uses comes before it in the order, but for what uses it in turn.
            Some(State::Unread) => Err(Some(ConditionFault::ConditionLoop { name }.into())),
            None => {
                let suggestion = closest(&name, self.states.keys().map(String::as_str));
                Err(Some(
                    ConditionFault::UnknownCondition { name, suggestion }.into(),
                ))
            }
        }
    }

    /// What a condition that is nothing but a name stands for.
    pub(super) fn meant<'c>(&'c self, mut condition: &'c Condition) -> &'c Condition {
        while let Condition::Fact(index) = condition {
            condition = &self.list[*index].condition;
        }
        condition
    }
}

/// The order in which to read them: what a condition uses comes before it.
pub(super) fn order(entries: &[(At<String>, &Node)]) -> Vec<usize> {
    let index: BTreeMap<&str, usize> = entries
        .iter()
        .enumerate()
        .map(|(index, (name, _))| (name.value.as_str(), index))
        .collect();
    let uses = |at: usize| {
        let mut names = Vec::new();
        mentioned(entries[at].1, &mut names);
        let known = names.into_iter().rev().filter_map(|name| index.get(name));
        known.copied().collect::<Vec<usize>>()
    };
    let (mut order, mut met) = (Vec::new(), vec![false; entries.len()]);
    for start in 0..entries.len() {
        // Not by recursion: a chain of names may be longer than the stack is deep.
        let mut way: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut enter = Some(start);
        loop {
            if let Some(at) = enter.take().filter(|at| !met[*at]) {
                met[at] = true;
                way.push((at, uses(at)));
            }
            let Some((at, open)) = way.last_mut() else {
                break;
            };
            enter = open.pop();
            if enter.is_none() {
                order.push(*at);
                way.pop();
            }
        }
    }
    order
}

/// The names that a condition uses.
fn mentioned<'n>(node: &'n Node, names: &mut Vec<&'n str>) {
    match &node.value {
        Value::Map(entries) => {
            for (key, value) in entries {
                let is_use = matches!(&key.value, Value::Text { text, .. }
                    if [keys::FACT.zh, keys::FACT.en, keys::FACTS.zh, keys::FACTS.en].contains(&text.trim()));
                if is_use {
                    texts(value, names);
                } else {
                    mentioned(value, names);
                }
            }
        }
        Value::List { items, .. } => items.iter().for_each(|item| mentioned(item, names)),
        _ => {}
    }
}

fn texts<'n>(node: &'n Node, names: &mut Vec<&'n str>) {
    match &node.value {
        Value::Text { text, .. } => names.push(text.trim()),
        Value::List { items, .. } => items.iter().for_each(|item| texts(item, names)),
        _ => {}
    }
}
