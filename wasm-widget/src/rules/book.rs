//! The compiled rules of a guide, and their wire form.
//!
//! Wire: [`Wire`] in the frame of [`wire`].

use alloc::vec::Vec;

use super::layout::Layout;
use super::table::Table;
use super::{Kind, Question, Session, limits, small};
use crate::hash::fnv1a;
use crate::wire::{self, Carrier, Travel, WireError};

/// The wire form that this version writes and reads.
const FORMAT: u8 = 6;
/// The terminals of an item: no, yes, stopped.
const ITEM_TERMINALS: u32 = 3;
/// The terminals of an item's own condition: no, yes.
const PLAIN_TERMINALS: u32 = 2;

/// The compiled rules of one guide.
#[derive(Debug, Clone)]
pub struct RuleBook {
    fingerprint: u32,
    id: u32,
    stops: u32,
    pub(super) questions: Vec<Question>,
    pub(super) layout: Layout,
    pub(super) table: Table,
    /// The root of every item: terminals 0 no, 1 yes, 2 stopped.
    pub(super) items: Vec<u32>,
    /// The root of every item's own condition, as if there were no stops: terminals 0 no, 1 yes.
    pub(super) plain: Vec<u32>,
    /// The root of the stops: terminals 0 none, n + 1 when stop n is the first that holds.
    pub(super) stop_root: u32,
    /// The questions whose answers are numbers of pieces, each with the item that is wanted so often; none: always wanted.
    pub(super) counted: Vec<(u32, Option<u32>)>,
}

/// The body of the wire form.
#[derive(Clone, Default)]
pub(super) struct Wire {
    pub(super) id: u32,
    pub(super) questions: Vec<Question>,
    pub(super) stops: u32,
    /// For every node its variable and then its children.
    pub(super) nodes: Vec<u32>,
    pub(super) items: Vec<u32>,
    pub(super) plain: Vec<u32>,
    pub(super) stop_root: u32,
    pub(super) counted: Vec<(u32, Option<u32>)>,
}

impl Travel for Wire {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.number(&mut self.id);
        carrier.list(&mut self.questions);
        carrier.number(&mut self.stops);
        carrier.list(&mut self.nodes);
        carrier.list(&mut self.items);
        carrier.list(&mut self.plain);
        carrier.number(&mut self.stop_root);
        carrier.list(&mut self.counted);
    }
}

impl Travel for (u32, Option<u32>) {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.number(&mut self.0);
        carrier.optional(&mut self.1);
    }
}

impl Wire {
    /// Whether the question is a number and the item exists.
    fn has(&self, (question, item): (u32, Option<u32>)) -> bool {
        let asked = self.questions.get(question as usize);
        asked.is_some_and(|asked| matches!(asked.kind, Kind::Number { .. }))
            && item.is_none_or(|item| (item as usize) < self.items.len())
    }
}

/// How many terminals the table of a guide with so many stops has.
pub(super) fn terminals(stops: u32) -> u32 {
    ITEM_TERMINALS.max(stops + 1)
}

impl RuleBook {
    /// The questions on which it depends whether a stop holds and which, ascending; not the day of the visit, which nobody is asked.
    pub fn stop_questions(&self) -> Vec<usize> {
        Session::new(self.clone()).decisive()
    }

    /// Reads the wire form; checks everything, so that no later walk can leave the table or go in circles.
    ///
    /// # Errors
    /// When the bytes are not what [`to_bytes`](Self::to_bytes) of this version writes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let (wire, fingerprint) = wire::open(FORMAT, bytes)?;
        Self::load(wire, fingerprint).ok_or(WireError::Damaged)
    }

    /// The wire form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let wire = Wire {
            id: self.id,
            questions: self.questions.clone(),
            stops: self.stops,
            nodes: self.flat_nodes(),
            items: self.items.clone(),
            plain: self.plain.clone(),
            stop_root: self.stop_root,
            counted: self.counted.clone(),
        };
        wire::seal(FORMAT, &wire)
    }

    /// Makes the book from its parts, or nothing when they are not sound.
    pub(super) fn assemble(wire: Wire) -> Option<Self> {
        let fingerprint = fnv1a(&wire::body(&wire));
        Self::load(wire, fingerprint)
    }

    fn load(wire: Wire, fingerprint: u32) -> Option<Self> {
        let layout = Layout::new(&wire.questions)?;
        let counts_fit = wire.stops as usize <= limits::STOPS
            && wire.items.len() <= limits::ITEMS
            && wire.items.len() == wire.plain.len()
            && wire.counted.len() <= limits::COUNTED
            && wire.counted.iter().all(|counted| wire.has(*counted));
        if !counts_fit {
            return None;
        }
        let (table, tops) = load_nodes(&wire.nodes, terminals(wire.stops), &layout)?;
        let top = |root: u32| {
            if root < table.base() {
                Some(root)
            } else {
                tops.get((root - table.base()) as usize).copied()
            }
        };
        let stay_below = |roots: &[u32], bound: u32| {
            roots
                .iter()
                .all(|root| top(*root).is_some_and(|top| top < bound))
        };
        let sound = stay_below(&[wire.stop_root], wire.stops + 1)
            && stay_below(&wire.items, ITEM_TERMINALS)
            && stay_below(&wire.plain, PLAIN_TERMINALS);
        let Wire {
            id,
            questions,
            stops,
            items,
            plain,
            stop_root,
            counted,
            ..
        } = wire;
        sound.then_some(RuleBook {
            fingerprint,
            id,
            stops,
            questions,
            layout,
            table,
            items,
            plain,
            stop_root,
            counted,
        })
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

    /// Which guide the rules belong to; stays the same when they are edited.
    pub fn id(&self) -> u32 {
        self.id
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
            top = top.max(if child < base {
                child
            } else {
                tops[(child - base) as usize]
            });
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
