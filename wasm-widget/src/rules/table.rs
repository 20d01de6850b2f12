//! The shared table of nodes: every node is stored once, children before parents.
//!
//! A *reference* below the number of terminals is a terminal and means its own value; the others
//! are nodes. A node asks one variable and has a child for each of its values.

use alloc::vec;
use alloc::vec::Vec;

use super::small;

/// The end of a bucket's chain.
const NONE: u32 = u32::MAX;

#[derive(Debug, Clone, Copy)]
struct Node {
    variable: u32,
    /// Where its children begin; they end where the next node's begin.
    start: u32,
    /// The next node in the same bucket.
    chain: u32,
}

/// Nodes, found again by what they hold.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// The reference of the first node here; what is below lies elsewhere.
    base: u32,
    nodes: Vec<Node>,
    children: Vec<u32>,
    /// Heads of chains; the length is a power of two.
    buckets: Vec<u32>,
}

impl Table {
    /// An empty table whose first node will have the reference `base`.
    pub(crate) fn new(base: u32) -> Self {
        Table {
            base,
            nodes: Vec::new(),
            children: Vec::new(),
            buckets: vec![NONE; 64],
        }
    }

    /// The reference of the first node.
    pub(crate) fn base(&self) -> u32 {
        self.base
    }

    /// The reference that the next new node will get.
    pub(crate) fn end(&self) -> u32 {
        self.base + small(self.nodes.len())
    }

    /// How many children all nodes have together.
    pub(crate) fn edges(&self) -> usize {
        self.children.len()
    }

    /// The variable that a node of this table asks.
    pub(crate) fn variable(&self, node: u32) -> u32 {
        self.nodes[(node - self.base) as usize].variable
    }

    /// The children of a node of this table, one for each value of its variable.
    pub(crate) fn children(&self, node: u32) -> &[u32] {
        let index = (node - self.base) as usize;
        let end = self
            .nodes
            .get(index + 1)
            .map_or(self.children.len(), |next| next.start as usize);
        &self.children[self.nodes[index].start as usize..end]
    }

    /// The reduced node: the child itself when all are the same, else the one node that holds this.
    pub(crate) fn make(&mut self, variable: u32, children: &[u32]) -> u32 {
        if let Some(only) = all_same(children) {
            return only;
        }
        let found = self.find(variable, children);
        found.unwrap_or_else(|| self.insert(variable, children))
    }

    /// The node that holds exactly this, if there is one.
    pub(crate) fn find(&self, variable: u32, children: &[u32]) -> Option<u32> {
        let mut at = self.buckets[self.bucket(variable, children)];
        while at != NONE {
            if self.variable(at) == variable && self.children(at) == children {
                return Some(at);
            }
            at = self.nodes[(at - self.base) as usize].chain;
        }
        None
    }

    fn insert(&mut self, variable: u32, children: &[u32]) -> u32 {
        if self.nodes.len() >= self.buckets.len() {
            self.grow();
        }
        let reference = self.end();
        let bucket = self.bucket(variable, children);
        self.nodes.push(Node {
            variable,
            start: small(self.children.len()),
            chain: self.buckets[bucket],
        });
        self.children.extend_from_slice(children);
        self.buckets[bucket] = reference;
        reference
    }

    fn grow(&mut self) {
        self.buckets = vec![NONE; self.buckets.len() * 2];
        for reference in self.base..self.end() {
            let bucket = self.bucket(self.variable(reference), self.children(reference));
            self.nodes[(reference - self.base) as usize].chain = self.buckets[bucket];
            self.buckets[bucket] = reference;
        }
    }

    fn bucket(&self, variable: u32, children: &[u32]) -> usize {
        let mix = |hash: u32, part: &u32| (hash.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b1);
        let hash = children.iter().fold(variable, mix);
        (hash ^ (hash >> 15)) as usize & (self.buckets.len() - 1)
    }
}

/// The only value in `children`, when there is no other.
pub(crate) fn all_same(children: &[u32]) -> Option<u32> {
    let first = *children.first()?;
    children
        .iter()
        .all(|child| *child == first)
        .then_some(first)
}
