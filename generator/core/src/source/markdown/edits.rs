//! A text that is mended before it is parsed, and the way back to where each sign of it was written.

use std::ops::Range;

/// What is written in place of some bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) at: Range<usize>,
    pub(super) new: String,
}

impl Edit {
    pub(super) fn cut(at: Range<usize>) -> Self {
        Self {
            at,
            new: String::new(),
        }
    }

    pub(super) fn replace(at: Range<usize>, new: impl Into<String>) -> Self {
        Self {
            at,
            new: new.into(),
        }
    }

    pub(super) fn insert(at: usize, new: impl Into<String>) -> Self {
        Self::replace(at..at, new)
    }
}

/// A text as it is by now.
pub(super) struct Mended {
    pub(super) text: String,
    layers: Vec<Layer>,
}

/// The changes of one round, ascending.
struct Layer(Vec<Change>);

struct Change {
    /// Where it stands in the text after the round.
    new: Range<usize>,
    /// What it took the place of, in the text before.
    old: Range<usize>,
}

impl Mended {
    pub(super) fn of(source: &str) -> Self {
        Self {
            text: source.to_owned(),
            layers: Vec::new(),
        }
    }

    /// Makes changes, none of which lie over each other; of some that do, the first is made.
    pub(super) fn make(&mut self, mut edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
        let mut text = String::with_capacity(self.text.len());
        let mut changes = Vec::with_capacity(edits.len());
        let mut at = 0;
        for Edit { at: old, new } in edits {
            if old.start < at {
                continue;
            }
            text.push_str(&self.text[at..old.start]);
            let start = text.len();
            text.push_str(&new);
            at = old.end;
            changes.push(Change {
                new: start..text.len(),
                old,
            });
        }
        text.push_str(&self.text[at..]);
        self.text = text;
        self.layers.push(Layer(changes));
    }

    /// The offset in the text as it was written.
    pub(super) fn original(&self, offset: usize) -> usize {
        let back = |offset, layer: &Layer| layer.before(offset);
        self.layers.iter().rev().fold(offset, back)
    }

    /// The range in the text as it was written.
    pub(super) fn written(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.original(range.start);
        start..self.original(range.end).max(start)
    }
}

impl Layer {
    /// The offset before the round: what was put in stands at what it took the place of.
    fn before(&self, offset: usize) -> usize {
        let passed = self
            .0
            .partition_point(|change| change.new.start < offset || change.new.end <= offset);
        match passed.checked_sub(1).map(|last| &self.0[last]) {
            None => offset,
            Some(change) if offset < change.new.end => change.old.end,
            Some(change) => offset - change.new.end + change.old.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, Mended};

    #[test]
    fn every_sign_is_found_where_it_was_written() {
        let mut mended = Mended::of("  甲**乙");
        mended.make(vec![Edit::cut(0..2), Edit::insert(5, "、")]);
        assert_eq!(mended.text, "甲、**乙");
        mended.make(vec![Edit::replace(6..8, "☆"), Edit::insert(11, "。")]);
        assert_eq!(mended.text, "甲、☆乙。");
        for (sign, written) in [('甲', 2), ('☆', 5), ('乙', 7)] {
            let at = mended.text.find(sign).expect("it stands there");
            assert_eq!(mended.original(at), written, "{sign}");
        }
        assert_eq!(mended.original(mended.text.len()), 10);
        assert_eq!(mended.written(&(0..3)), 2..5);
    }

    #[test]
    fn of_changes_over_each_other_the_first_is_made() {
        let mut mended = Mended::of("甲乙丙");
        mended.make(vec![Edit::cut(0..6), Edit::cut(3..9)]);
        assert_eq!(mended.text, "丙");
    }
}
