//! Text that a ` #` makes a remark of.

use super::super::yaml::{Fault, Node, Value};
use super::mended;
use crate::diagnostic::YamlFault;

/// Text that YAML left out because a ` #` makes a remark of it.
///
/// A remark has a space behind its `#` by custom; `#3 楼` has none and was meant to be read. So has `# 3 楼`: a number of a place. A
/// figure, a date, 是 or 否 never go on with a `#`.
pub(in super::super) fn cut(source: &str, node: &Node) -> Vec<Fault> {
    let mut faults = Vec::new();
    collect_cuts(source, node, &mut faults);
    faults
}

fn collect_cuts(source: &str, node: &Node, faults: &mut Vec<Fault>) {
    match &node.value {
        Value::Text { text, plain: true } if !is_figure(text) => {
            faults.extend(cut_after(source, node.span.start, node.span.end));
        }
        Value::List { items, .. } => {
            for item in items {
                collect_cuts(source, item, faults);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                let colon = source[key.span.end..]
                    .strip_prefix(':')
                    .map(|_| key.span.end + 1);
                if let (Value::Null, Some(at)) = (&value.value, colon) {
                    let blanks = source[at..].len() - source[at..].trim_start_matches(' ').len();
                    faults.extend(cut_after(source, at + blanks, at));
                } else {
                    collect_cuts(source, value, faults);
                }
            }
        }
        _ => {}
    }
}

/// The text behind a `#` after `end`, if it was meant as part of the value that begins at `start`.
fn cut_after(source: &str, start: usize, end: usize) -> Option<Fault> {
    let line = source[end..].lines().next().unwrap_or_default().trim_end();
    let text = line.trim_start_matches([' ', '\t']).strip_prefix('#')?;
    let glued = text.starts_with(|c: char| c.is_alphanumeric() || "（(“".contains(c));
    let whole = start..end + line.len();
    let lost = format!("#{text}");
    (line.starts_with([' ', '\t']) && (glued || is_place(text))).then(|| {
        let line = mended(source, std::slice::from_ref(&whole));
        (
            whole.end - lost.len()..whole.end,
            YamlFault::HashCuts { lost, line },
        )
    })
}

fn is_place(text: &str) -> bool {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | ' '));
    let places = [
        "楼", "层", "号", "室", "栋", "幢", "座", "单元", "门", "窗口", "厅",
    ];
    rest.len() < text.len() && places.iter().any(|place| rest.starts_with(place))
}

fn is_figure(text: &str) -> bool {
    let figures = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let date = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    figures && text.len() < 5
        || date
        || matches!(text, "是" | "否" | "yes" | "no" | "true" | "false")
}
