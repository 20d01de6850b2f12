//! 受理条件: what has to hold, tied to the stops that enforce it by their titles, as worked examples are.

use super::decode::{Reader, Table};
use super::keys;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, Problem, RequirementFault, ShapeFault, closest};
use crate::model::{Requirement, Stop, Text};
use crate::schema::REQUIREMENT;

/// The conditions that the guide lists; `stops` are those of its stops that could be read.
pub(super) fn requirements(table: &Table<'_, '_>, stops: &[Stop]) -> Vec<Requirement> {
    let Some(node) = table.get(keys::REQUIREMENTS) else {
        return Vec::new();
    };
    let nodes = table.reader.list(keys::REQUIREMENTS.zh, node);
    if nodes.is_empty() && node.value != Value::Null {
        let key = keys::REQUIREMENTS.zh.to_owned();
        let span = table.key_span(keys::REQUIREMENTS);
        table
            .reader
            .report(&span, ShapeFault::EmptyList { key }.into());
    }
    let ties = Ties {
        reader: table.reader,
        stops,
        // A stop that could not be read may be the one that is meant.
        whole: stops.len() == table.list(keys::STOPS).len(),
    };
    let mut all: Vec<Requirement> = Vec::new();
    for one in nodes.iter().filter_map(|node| ties.requirement(node)) {
        if all.iter().any(|other| other.text == one.text) {
            let value = one.text.source().to_owned();
            let span = one.place.start..one.place.end;
            table
                .reader
                .report(&span, ShapeFault::Repeated { value }.into());
        } else {
            all.push(one);
        }
    }
    all
}

/// Whether a stop says that it enforces none of them: 条件: 无.
pub(super) fn is_free(table: &Table<'_, '_>) -> bool {
    let Some(value) = table.located_texts(keys::REQUIREMENT).pop() else {
        return false;
    };
    let free = keys::NO_REQUIREMENT.contains(&value.value.as_str());
    if !free {
        let span = value.place.start..value.place.end;
        let value = value.value;
        let problem = Problem::from(RequirementFault::NotNone { value });
        table.reader.report(&span, problem);
    }
    free
}

struct Ties<'a> {
    reader: &'a Reader,
    stops: &'a [Stop],
    whole: bool,
}

impl Ties<'_> {
    fn requirement(&self, node: &Node) -> Option<Requirement> {
        if let Value::Text { .. } = &node.value {
            let text = self.reader.text(keys::REQUIREMENTS.zh, node)?;
            return Some(Requirement {
                text: Text::new(text),
                stops: Vec::new(),
                judged: None,
                place: self.reader.place(&node.span),
            });
        }
        let table = self
            .reader
            .table(keys::REQUIREMENTS.zh, node, &REQUIREMENT)?;
        let text = table.required_text(keys::REQUIREMENT)?;
        let named = table.located_texts(keys::STOP);
        Some(Requirement {
            text,
            stops: named.iter().filter_map(|name| self.stop(name)).collect(),
            judged: table.text(keys::JUDGED),
            place: table.place(),
        })
    }

    fn stop(&self, name: &At<String>) -> Option<At<usize>> {
        let titles = || self.stops.iter().map(|stop| stop.title.source());
        let place = name.place.clone();
        if let Some(value) = titles().position(|title| title == name.value) {
            return Some(At { value, place });
        }
        if self.whole {
            let problem = Problem::from(RequirementFault::UnknownStop {
                name: name.value.clone(),
                suggestion: closest(&name.value, titles()),
                known: titles().map(str::to_owned).collect(),
            });
            self.reader.report(&(place.start..place.end), problem);
        }
        None
    }
}
