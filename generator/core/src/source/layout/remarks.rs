//! Remarks (`# …`): where they stand in a text whose nodes are known.

use std::ops::Range;

use super::super::yaml::{Node, Value};

/// A remark, up to the end of its line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Remark {
    pub(super) span: Range<usize>,
    /// Nothing else stands before it on its line.
    pub(super) alone: bool,
    /// How far it is indented.
    pub(super) column: usize,
}

/// All remarks at `range` of `source`, in their order. `root` is what the parser made of it: a `#` in a text is none.
pub(super) fn find(source: &str, range: &Range<usize>, root: &Node) -> Vec<Remark> {
    let mut texts = Vec::new();
    collect(root, &mut texts);
    texts.sort_by_key(|span| span.start);
    let mut texts = texts.into_iter().peekable();
    let mut remarks = Vec::new();
    let mut at = range.start;
    while let Some(sign) = source[at..range.end].find('#').map(|found| at + found) {
        while texts.next_if(|text| text.end <= sign).is_some() {}
        if let Some(text) = texts.peek().filter(|text| text.start <= sign) {
            at = text.end;
            continue;
        }
        let line = source[range.start..sign].rfind('\n');
        let line = line.map_or(range.start, |found| range.start + found + 1);
        let before = &source[line..sign];
        if !before.is_empty() && !before.ends_with([' ', '\t']) {
            at = sign + 1;
            continue;
        }
        let end = source[sign..range.end].find('\n');
        let end = end.map_or(range.end, |found| sign + found);
        remarks.push(Remark {
            span: sign..sign + source[sign..end].trim_end().len(),
            alone: before.trim().is_empty(),
            column: before.len(),
        });
        at = end;
    }
    remarks
}

fn collect(node: &Node, texts: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Null => {}
        Value::Text { .. } => texts.push(node.span.clone()),
        Value::List { items, .. } => items.iter().for_each(|item| collect(item, texts)),
        Value::Map(entries) => {
            for (key, value) in entries {
                collect(key, texts);
                collect(value, texts);
            }
        }
    }
}
