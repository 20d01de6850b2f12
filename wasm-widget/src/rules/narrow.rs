//! What is left of the diagrams when some variables are known.
//!
//! Two passes over the table: downwards to see which nodes still matter, upwards to make the reduced
//! node that each of them becomes. Being reduced and stored once, what is left is canonical: it asks a variable
//! exactly when the outcome depends on it, and is a terminal exactly when the outcome is certain.

use alloc::vec;
use alloc::vec::Vec;

use super::RuleBook;
use super::table::{Table, all_same};

/// In the values of variables: not known.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// No answer can lead here.
const DEAD: u32 = u32::MAX;
/// Still matters; its image is not made yet.
const LIVE: u32 = u32::MAX - 1;

/// The diagrams of a book under known values.
#[derive(Debug, Clone)]
pub(crate) struct Narrowed {
    /// What every node of the book becomes: a terminal, a node of the book or one of `extra`.
    images: Vec<u32>,
    /// Which of no, yes and stopped (bits 0 to 2) every node still reaches.
    reach: Vec<u8>,
    /// The nodes that are not in the book's table.
    extra: Table,
}

impl Narrowed {
    /// Narrows all diagrams of `book` by `known`, the value of each variable or [`UNKNOWN`].
    pub(crate) fn new(book: &RuleBook, known: &[u32]) -> Self {
        let table = &book.table;
        let images = live_nodes(book, known);
        let reach = vec![0; images.len()];
        let mut narrowed = Narrowed {
            images,
            reach,
            extra: Table::new(table.end()),
        };
        let mut children = Vec::new();
        for node in table.base()..table.end() {
            let index = (node - table.base()) as usize;
            if narrowed.images[index] == LIVE {
                let followed = follow(table, node, known);
                children.clear();
                children.extend(followed.iter().map(|child| narrowed.image(table, *child)));
                narrowed.reach[index] = followed
                    .iter()
                    .fold(0, |all, child| all | narrowed.reach(table, *child));
                narrowed.images[index] = narrowed.make(table, node, &children);
            }
        }
        narrowed
    }

    /// What a root of the book becomes.
    pub(crate) fn image(&self, table: &Table, root: u32) -> u32 {
        if root < table.base() {
            root
        } else {
            self.images[(root - table.base()) as usize]
        }
    }

    /// Which of no, yes and stopped (bits 0 to 2) an item's root still reaches.
    pub(crate) fn reach(&self, table: &Table, root: u32) -> u8 {
        if root < table.base() {
            1 << root.min(7)
        } else {
            self.reach[(root - table.base()) as usize]
        }
    }

    /// Marks every terminal and node that can be reached from these roots of the book.
    pub(crate) fn reachable(&self, book: &RuleBook, roots: &[u32]) -> Vec<bool> {
        let mut marks = vec![false; self.extra.end() as usize];
        for root in roots {
            marks[self.image(&book.table, *root) as usize] = true;
        }
        for node in (book.table.base()..self.extra.end()).rev() {
            if marks[node as usize] {
                for child in self.home(&book.table, node).children(node) {
                    marks[*child as usize] = true;
                }
            }
        }
        marks
    }

    /// For every question, whether what is left of these roots of the book depends on it.
    pub(crate) fn support(&self, book: &RuleBook, roots: &[u32]) -> Vec<bool> {
        let mut support = vec![false; book.questions.len()];
        let marks = self.reachable(book, roots);
        for node in book.table.base()..self.extra.end() {
            if marks[node as usize] {
                support[book
                    .layout
                    .question(self.home(&book.table, node).variable(node))] = true;
            }
        }
        support
    }

    fn home<'a>(&'a self, table: &'a Table, node: u32) -> &'a Table {
        if node < table.end() {
            table
        } else {
            &self.extra
        }
    }

    fn make(&mut self, table: &Table, node: u32, children: &[u32]) -> u32 {
        if let Some(only) = all_same(children) {
            return only;
        }
        if table.children(node) == children {
            return node;
        }
        let variable = table.variable(node);
        let known = table.find(variable, children);
        known.unwrap_or_else(|| self.extra.make(variable, children))
    }
}

/// The children to which the known values lead: one, or all of them.
pub(crate) fn follow<'a>(table: &'a Table, node: u32, known: &[u32]) -> &'a [u32] {
    let children = table.children(node);
    let value = known[table.variable(node) as usize];
    children
        .get(value as usize)
        .map_or(children, core::slice::from_ref)
}

/// [`LIVE`] for every node that the known values leave within reach of a root, else [`DEAD`].
fn live_nodes(book: &RuleBook, known: &[u32]) -> Vec<u32> {
    let table = &book.table;
    let mut marks = vec![DEAD; book.node_count()];
    let mark = |roots: &[u32], marks: &mut Vec<u32>| {
        for root in roots {
            if let Some(index) = root.checked_sub(table.base()) {
                marks[index as usize] = LIVE;
            }
        }
    };
    mark(&book.items, &mut marks);
    mark(&book.plain, &mut marks);
    mark(&[book.stop_root], &mut marks);
    for node in (table.base()..table.end()).rev() {
        if marks[(node - table.base()) as usize] == LIVE {
            mark(follow(table, node, known), &mut marks);
        }
    }
    marks
}
