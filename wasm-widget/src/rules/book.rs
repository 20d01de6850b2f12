//! The compiled rules of a guide, and their wire form.
//!
//! Wire: one byte for the format, four for the fingerprint (little-endian), then [`Wire`] in postcard.
//! The fingerprint is a hash of what follows it, so it changes with the rules and tells damage.

use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use super::layout::Layout;
use super::table::Table;
use super::{Question, limits, small};
use crate::hash::fnv1a;

/// The wire form that this version writes and reads.
const FORMAT: u8 = 1;
/// Format and fingerprint.
const HEAD: usize = 5;
/// The terminals of an item: no, yes, stopped.
const ITEM_TERMINALS: u32 = 3;

/// The compiled rules of one guide.
#[derive(Debug, Clone)]
pub struct RuleBook {
    fingerprint: u32,
    stops: u32,
    pub(super) questions: Vec<Question>,
    pub(super) layout: Layout,
    pub(super) table: Table,
    /// The root of every item: terminals 0 no, 1 yes, 2 stopped.
    pub(super) items: Vec<u32>,
    /// The root of the stops: terminals 0 none, n + 1 when stop n is the first that holds.
    pub(super) stop_root: u32,
}

/// The body of the wire form.
#[derive(Serialize, Deserialize)]
pub(super) struct Wire {
    pub(super) questions: Vec<Question>,
    pub(super) stops: u32,
    /// For every node its variable and then its children.
    pub(super) nodes: Vec<u32>,
    pub(super) items: Vec<u32>,
    pub(super) stop_root: u32,
}

/// Why bytes are no rule book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookError {
    /// They are written in a format that this version does not know: build page and engine anew together.
    Format,
    /// They are cut, changed or made up, or beyond the [`limits`].
    Damaged,
}

impl fmt::Display for BookError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            BookError::Format => "the rules are written in a format that this engine does not know",
            BookError::Damaged => "the rules are damaged",
        })
    }
}

impl core::error::Error for BookError {}

/// How many terminals the table of a guide with so many stops has.
pub(super) fn terminals(stops: u32) -> u32 {
    ITEM_TERMINALS.max(stops + 1)
}

impl RuleBook {
    /// Reads the wire form; checks everything, so that no later walk can leave the table or go in circles.
    ///
    /// # Errors
    /// When the bytes are not what [`to_bytes`](Self::to_bytes) of this version writes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BookError> {
        let (head, body) = bytes.split_at_checked(HEAD).ok_or(BookError::Damaged)?;
        if head[0] != FORMAT {
            return Err(BookError::Format);
        }
        let fingerprint = fnv1a(body);
        if head[1..] != fingerprint.to_le_bytes() || bytes.len() > limits::BYTES {
            return Err(BookError::Damaged);
        }
        match postcard::take_from_bytes(body) {
            Ok((wire, [])) => Self::load(wire, fingerprint).ok_or(BookError::Damaged),
            _ => Err(BookError::Damaged),
        }
    }

    /// The wire form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let wire = Wire {
            questions: self.questions.clone(),
            stops: self.stops,
            nodes: self.flat_nodes(),
            items: self.items.clone(),
            stop_root: self.stop_root,
        };
        let mut bytes = Vec::from([FORMAT]);
        bytes.extend(self.fingerprint.to_le_bytes());
        bytes.extend(wire.body());
        bytes
    }

    /// Makes the book from its parts, or nothing when they are not sound.
    pub(super) fn assemble(wire: Wire) -> Option<Self> {
        let fingerprint = fnv1a(&wire.body());
        Self::load(wire, fingerprint)
    }

    fn load(wire: Wire, fingerprint: u32) -> Option<Self> {
        let layout = Layout::new(&wire.questions)?;
        if wire.stops as usize > limits::STOPS || wire.items.len() > limits::ITEMS {
            return None;
        }
        let (table, tops) = load_nodes(&wire.nodes, terminals(wire.stops), &layout)?;
        let top = |root: u32| {
            if root < table.base() { Some(root) } else { tops.get((root - table.base()) as usize).copied() }
        };
        let stays_below = |root: u32, bound: u32| top(root).is_some_and(|top| top < bound);
        let sound = stays_below(wire.stop_root, wire.stops + 1)
            && wire.items.iter().all(|root| stays_below(*root, ITEM_TERMINALS));
        let Wire { questions, stops, items, stop_root, .. } = wire;
        sound.then_some(RuleBook { fingerprint, stops, questions, layout, table, items, stop_root })
    }

    fn flat_nodes(&self) -> Vec<u32> {
        let mut flat = Vec::new();
        for node in self.table.base()..self.table.end() {
            flat.push(self.table.variable(node));
            flat.extend_from_slice(self.table.children(node));
        }
        flat
    }

    /// A hash of the rules: another one means other rules.
    pub fn fingerprint(&self) -> u32 {
        self.fingerprint
    }

    /// The questions, in the order in which they are asked.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// How many stops there are.
    pub fn stop_count(&self) -> usize {
        self.stops as usize
    }

    /// How many items there are.
    pub fn item_count(&self) -> usize {
        self.items.len()
    }

    /// How many nodes the diagrams have: a measure of how involved the rules are.
    pub fn node_count(&self) -> usize {
        (self.table.end() - self.table.base()) as usize
    }
}

impl Wire {
    fn body(&self) -> Vec<u8> {
        // Writing into memory fails for no value of these types; were it to, readers would refuse the empty body.
        postcard::to_allocvec(self).unwrap_or_default()
    }
}

/// The table of these nodes, and for every node the largest terminal that it reaches.
///
/// Refuses nodes that point forward, ask variables out of order, are not reduced or occur twice.
fn load_nodes(mut flat: &[u32], base: u32, layout: &Layout) -> Option<(Table, Vec<u32>)> {
    let mut table = Table::new(base);
    let mut tops: Vec<u32> = Vec::new();
    while let Some((&variable, rest)) = flat.split_first() {
        let (children, rest) = rest.split_at_checked(layout.arity(variable)?)?;
        let mut top = 0;
        for &child in children {
            let below = child < base || (child < table.end() && table.variable(child) > variable);
            if !below {
                return None;
            }
            top = top.max(if child < base { child } else { tops[(child - base) as usize] });
        }
        let expected = table.end();
        if table.make(variable, children) != expected {
            return None;
        }
        if tops.len() >= limits::NODES || table.edges() > limits::EDGES {
            return None;
        }
        tops.push(top);
        flat = rest;
    }
    debug_assert_eq!(small(tops.len()), table.end() - base);
    Some((table, tops))
}
