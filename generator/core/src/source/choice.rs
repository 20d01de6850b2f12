//! 任选 and 一起: what there is to choose from.

use super::decode::Table;
use super::keys::{self, Key};
use super::line::Lines;
use super::yaml::{Node, Value};
use crate::diagnostic::{ChoiceFault, Problem};
use crate::model::{AnyOf, Group, Line, Paper, Way, WayOf};
use crate::schema::{GROUP, LINE, TOGETHER};

/// Choices in choices that somebody at home can still follow.
const DEEPEST: usize = 3;
/// Sets of papers that do for one way of a choice: the phone gets every one.
const MOST_BUNDLES: u64 = 64;
/// Ways of one choice that count in some situations only: the proof that enough count looks at every set of them.
const MOST_CONDITIONAL: usize = 10;

/// Whether a table is a choice, and not a paper.
pub(super) fn is_choice(node: &Node) -> bool {
    has(node, &[keys::PICK, keys::FROM])
}

/// Whether a table is papers that go together.
pub(super) fn is_together(node: &Node) -> bool {
    has(node, &[keys::TOGETHER])
}

fn has(node: &Node, wanted: &[Key]) -> bool {
    let is_wanted = |key: &Node| {
        matches!(&key.value, Value::Text { text, .. }
            if wanted.iter().any(|wanted| [wanted.zh, wanted.en].contains(&text.as_str())))
    };
    matches!(&node.value, Value::Map(entries) if entries.iter().any(|(key, _)| is_wanted(key)))
}

impl Lines<'_> {
    /// A line that leaves a choice.
    pub(super) fn choice_line(&self, node: &Node) -> Option<Line> {
        let table = self.reader.table(keys::MATERIALS.zh, node, &GROUP)?;
        let when = self.vocabulary.when(&table);
        let mut from = Vec::new();
        let choice = self.any_of(&table, &mut from, 1)?;
        Some(Line {
            when: when.ok()?,
            paper: Group::Pick { choice, from },
            place: table.place(),
        })
    }

    /// 一起 beside papers, where everything is brought anyway.
    pub(super) fn together_alone(&self, node: &Node) {
        self.reader
            .report(&node.span, Problem::from(ChoiceFault::TogetherAlone));
    }

    /// Any so many of 以下; their papers go behind the others.
    fn any_of(&self, table: &Table<'_, '_>, from: &mut Vec<Paper>, depth: usize) -> Option<AnyOf> {
        let pick = match table.get(keys::PICK) {
            Some(pick) => self.reader.count(keys::PICK.zh, pick)?,
            None => 1,
        };
        let name = table.text(keys::NAME).unwrap_or_default();
        let nodes = table.required_list(keys::FROM);
        let ways = nodes.iter().filter_map(|node| self.way(node, from, depth));
        let ways: Vec<Way> = ways.collect();
        if pick == 0 || pick as usize >= nodes.len().max(1) && ways.len() == nodes.len() {
            self.reader.report(
                &table.key_span(keys::PICK),
                ChoiceFault::PickTooMany {
                    pick,
                    of: nodes.len(),
                }
                .into(),
            );
        }
        self.bounded(table, AnyOf { pick, name, ways })
    }

    /// A choice that can be worked out whole.
    fn bounded(&self, table: &Table<'_, '_>, choice: AnyOf) -> Option<AnyOf> {
        let report = |fault| {
            let problem = Problem::from(fault);
            self.reader.report(&table.node.span, problem);
        };
        let bundles = choice.ways.iter().map(Way::count).max();
        if let Some(bundles) = bundles.filter(|bundles| *bundles > MOST_BUNDLES) {
            report(ChoiceFault::TooMany {
                bundles,
                most: MOST_BUNDLES,
            });
            return None;
        }
        let conditional = choice.ways.iter().filter(|way| way.is_conditional());
        let conditional = conditional.count();
        if conditional > MOST_CONDITIONAL {
            report(ChoiceFault::TooManyConditions {
                ways: conditional,
                most: MOST_CONDITIONAL,
            });
            return None;
        }
        Some(choice)
    }

    fn way(&self, node: &Node, from: &mut Vec<Paper>, depth: usize) -> Option<Way> {
        if depth >= DEEPEST && (is_choice(node) || is_together(node)) {
            let fault = ChoiceFault::TooDeep { most: DEEPEST };
            self.reader.report(&node.span, Problem::from(fault));
            return None;
        }
        let record = match () {
            () if is_together(node) => &TOGETHER,
            () if is_choice(node) => &GROUP,
            () => &LINE,
        };
        let table = self.reader.table(keys::FROM.zh, node, record)?;
        let when = self.vocabulary.when(&table);
        let what = if is_together(node) {
            WayOf::AnyOf(self.together(&table, from, depth + 1)?)
        } else if is_choice(node) {
            WayOf::AnyOf(self.any_of(&table, from, depth + 1)?)
        } else {
            from.push(self.paper(&table)?);
            WayOf::Paper(from.len() - 1)
        };
        Some(Way {
            when: when.ok()?,
            what,
            place: table.place(),
        })
    }

    /// All of 一起.
    fn together(
        &self,
        table: &Table<'_, '_>,
        from: &mut Vec<Paper>,
        depth: usize,
    ) -> Option<AnyOf> {
        let nodes = table.required_list(keys::TOGETHER);
        let ways = nodes.iter().filter_map(|node| self.way(node, from, depth));
        let ways: Vec<Way> = ways.collect();
        for way in ways.iter().filter(|way| way.when.is_some()) {
            let fault = ChoiceFault::MemberWhen;
            let span = way.place.start..way.place.end;
            self.reader.report(&span, Problem::from(fault));
        }
        if nodes.len() == 1 {
            let fault = ChoiceFault::TogetherOne;
            let span = table.key_span(keys::TOGETHER);
            self.reader.report(&span, Problem::from(fault));
        }
        let choice = AnyOf {
            pick: u32::try_from(ways.len())
                .ok()
                .filter(|number| *number > 0)?,
            name: table.text(keys::NAME).unwrap_or_default(),
            ways,
        };
        self.bounded(table, choice)
    }
}
