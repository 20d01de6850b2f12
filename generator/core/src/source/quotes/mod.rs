//! Values that need quotation marks: their first sign, a second `: `, a bracket or a ` #` means something to YAML.
//!
//! A parser tells of them by what it met next ("this line does not stand under its neighbours"). So a text that it did not understand
//! is looked at as a person would: which value is none without quotation marks, and how does the line read with them?

mod look;
mod remark;
mod words;

use std::ops::Range;

use super::keys;
use super::yaml::{Fault, Node, Value};
use crate::diagnostic::{QuoteReason, YamlFault, double_quoted};

pub(super) use look::explaining;
pub(super) use remark::cut;

use words::{flow_text, is_fact, plain_end};

/// The line of `spans` with what stands at each in double quotes.
fn mended(source: &str, spans: &[Range<usize>]) -> String {
    let first = spans.first().map_or(0, |span| span.start);
    let mut at = source[..first].rfind('\n').map_or(0, |at| at + 1);
    let mut line = String::new();
    for span in spans {
        line.push_str(&source[at..span.start]);
        line.push_str(&double_quoted(&source[span.clone()]));
        at = span.end;
    }
    line.push_str(source[at..].lines().next().unwrap_or_default());
    line.trim().to_owned()
}

/// One finding a line, with all that is to be mended in it.
fn by_line(source: &str, found: &[(Range<usize>, QuoteReason)]) -> Vec<Fault> {
    let same = |one: &(Range<usize>, _), other: &(Range<usize>, _)| {
        !source[one.0.end..other.0.start].contains('\n')
    };
    let lines = found.chunk_by(same).filter_map(|line| {
        let spans: Vec<Range<usize>> = line.iter().map(|(span, _)| span.clone()).collect();
        let (span, reason) = line.first()?.clone();
        let line = mended(source, &spans);
        Some((span, YamlFault::NeedsQuotes { reason, line }))
    });
    lines.collect()
}

/// Local facts without quotation marks, which YAML takes for tables of tables: `{{fact}}`.
pub(super) fn bare_facts(source: &str, root: &Node) -> Vec<Fault> {
    let mut found = Vec::new();
    collect_facts(source, root, &mut found);
    by_line(source, &found)
}

fn collect_facts(source: &str, node: &Node, found: &mut Vec<(Range<usize>, QuoteReason)>) {
    let line = source[node.span.start..].lines().next().unwrap_or_default();
    match &node.value {
        Value::Map(entries) if is_fact(line) && entries.iter().any(|(key, _)| is_table(key)) => {
            let end = node.span.start + flow_text(line).min(plain_end(line).0);
            found.push((node.span.start..end, QuoteReason::Fact));
        }
        Value::Map(entries) => {
            for (_, value) in entries {
                collect_facts(source, value, found);
            }
        }
        Value::List { items, .. } => {
            for item in items {
                collect_facts(source, item, found);
            }
        }
        _ => {}
    }
}

fn is_table(node: &Node) -> bool {
    matches!(node.value, Value::Map(_))
}

/// A node that YAML took for a table though it was meant as text: `注意: …` as an entry of a list.
pub(super) fn meant_as_text(source: &str, node: &Node) -> Option<Fault> {
    let Value::Map(entries) = &node.value else {
        return None;
    };
    let written = source[node.span.clone()].trim_end();
    let [
        (
            Node {
                value:
                    Value::Text {
                        text: key,
                        plain: true,
                    },
                ..
            },
            _,
        ),
    ] = entries.as_slice()
    else {
        return None;
    };
    let named = [keys::NAME, keys::TEXT, keys::USE]
        .iter()
        .any(|k| k.zh == key || k.en == key);
    let one_line = !written.contains('\n') && !written.starts_with('{');
    let span = node.span.start..node.span.start + written.len();
    let fault = || by_line(source, &[(span, QuoteReason::Colon)]).pop();
    (one_line && !named).then(fault)?
}
