//! What is left of the diagrams when some variables are known.
//!
//! Two passes over the table: downwards to see which nodes still matter, upwards to make the reduced
//! node that each of them becomes. Being reduced and stored once, what is left is canonical: it asks a variable
//! exactly when the outcome depends on it, and is a terminal exactly when the outcome is certain.

use alloc::vec;
use alloc::vec::Vec;

use super::RuleBook;
use super::table::{Table, all_same};

/// What is known of a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// Nothing.
    Any,
    /// Its value.
    Value(u32),
    /// The values that it can have, one bit each: no day of the calendar has the others.
    Within(u64),
}

impl Known {
    fn allows(self, value: usize) -> bool {
        match self {
            Known::Any => true,
            Known::Value(known) => known as usize == value,
            Known::Within(values) => values >> value & 1 != 0,
        }
    }
}

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
    /// Narrows all diagrams of `book` by `known`, what is known of each variable; some value of each must be possible.
    pub(crate) fn new(book: &RuleBook, known: &[Known]) -> Self {
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
                let image = |child| narrowed.image(table, child);
                let first = follow(table, node, known).next().map_or(0, image);
                // A value that cannot be is as good as the first that can.
                let all = table.children(node).iter().enumerate();
                let at = known[table.variable(node) as usize];
                let of = |(value, child): (usize, &u32)| {
                    if at.allows(value) {
                        image(*child)
                    } else {
                        first
                    }
                };
                children.clear();
                children.extend(all.map(of));
                narrowed.reach[index] = follow(table, node, known)
                    .fold(0, |all, child| all | narrowed.reach(table, child));
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

/// The children to which the known values lead: one, or several of them.
pub(crate) fn follow<'a>(
    table: &'a Table,
    node: u32,
    known: &[Known],
) -> impl Iterator<Item = u32> + 'a {
    let known = known[table.variable(node) as usize];
    let children = table.children(node).iter().enumerate();
    children.filter_map(move |(value, child)| known.allows(value).then_some(*child))
}

/// [`LIVE`] for every node that the known values leave within reach of a root, else [`DEAD`].
fn live_nodes(book: &RuleBook, known: &[Known]) -> Vec<u32> {
    let table = &book.table;
    let mut marks = vec![DEAD; book.node_count()];
    let mark = |root: u32, marks: &mut Vec<u32>| {
        if let Some(index) = root.checked_sub(table.base()) {
            marks[index as usize] = LIVE;
        }
    };
    for root in book
        .items
        .iter()
        .chain(&book.plain)
        .chain([&book.stop_root])
    {
        mark(*root, &mut marks);
    }
    for node in (table.base()..table.end()).rev() {
        if marks[(node - table.base()) as usize] == LIVE {
            follow(table, node, known).for_each(|child| mark(child, &mut marks));
        }
    }
    marks
}
