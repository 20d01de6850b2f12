//! Mends that are sure: the line as a finding's own message says that it is to be, in place of the line that stands there.

use std::ops::Range;

use super::suggest::distance_of;
use super::{Finding, Problem, ShapeFault, Sources, YamlFault};

/// What is written in place of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The bytes of the line, without its end.
    pub span: Range<usize>,
    /// The line as it is from then on.
    pub line: String,
}

/// The mend of a finding, where it has a sure one.
pub fn mend(finding: &Finding, sources: &Sources) -> Option<Mend> {
    let place = finding.place.as_ref().filter(|place| place.end > 0)?;
    let text = sources.get(&place.file)?;
    let start = text.get(..place.start)?.rfind('\n').map_or(0, |at| at + 1);
    let old = text[start..].lines().next().unwrap_or_default();
    let span = start..start + old.len();
    let words = old.trim();
    let lead = &old[..old.len() - old.trim_start().len()];
    let line = match &finding.problem {
        Problem::Yaml(
            YamlFault::FullWidthColon { line }
            | YamlFault::NoSpaceAfterColon { line }
            | YamlFault::FullWidthComma { line, .. }
            | YamlFault::FullWidthBracket { line }
            | YamlFault::CommaMissing { line }
            | YamlFault::NoSpaceAfterDash { line }
            | YamlFault::NeedsQuotes { line, .. }
            | YamlFault::HashCuts { line, .. },
        ) if line != words && !hides(line) && !is_sentence(&text[place.start..place.end]) => {
            format!("{lead}{line}")
        }
        Problem::Yaml(YamlFault::WideIndent { line } | YamlFault::TabIndent { line })
            if is_under(text, &span, &line.0) =>
        {
            line.0.clone()
        }
        Problem::Shape(ShapeFault::UnknownKey {
            key,
            suggestion: Some(meant),
            known,
        }) if is_sure(key, meant, known) && !is_taken(text, old, lead, meant) => {
            replaced(old, place.start - start..place.end - start, meant)?
        }
        Problem::Shape(ShapeFault::NotInList {
            value,
            suggestion: Some(meant),
            allowed,
        }) if is_sure(value, meant, allowed) => {
            replaced(old, place.start - start..place.end - start, meant)?
        }
        _ => return None,
    };
    (line != old).then_some(Mend { span, line })
}

/// Whether a comma may be part of a sentence that is one entry.
fn is_sentence(words: &str) -> bool {
    let mut parts = words.split('，');
    words.chars().count() > 1 && words.contains('，') && parts.any(|part| part.chars().count() > 6)
}

/// Whether words behind the quotation marks would become a remark: where they end is not sure.
fn hides(line: &str) -> bool {
    line.contains("\" #")
}

/// Whether a line stands under the one above it: as wide a tab is as its author saw it.
fn is_under(text: &str, span: &Range<usize>, line: &str) -> bool {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let above = text[..span.start]
        .lines()
        .rfind(|line| !line.trim().is_empty());
    let above = above.unwrap_or_default();
    let inner = indent(above)
        + if above.trim_start().starts_with("- ") {
            2
        } else {
            0
        };
    let deeper = above.trim_end().ends_with(':');
    let wanted = if deeper { inner + 2 } else { inner };
    indent(line) == wanted
}

fn replaced(line: &str, at: Range<usize>, new: &str) -> Option<String> {
    line.get(at.clone())?;
    Some([&line[..at.start], new, &line[at.end..]].concat())
}

/// Whether the word can only be a slip for this one: one sign differs, and no other word is as near.
fn is_sure(typed: &str, meant: &str, known: &[&str]) -> bool {
    let near = known.iter().filter(|name| distance_of(typed, name) == 1);
    let near: Vec<&&str> = near.collect();
    typed.chars().count() > 1 && meant.chars().count() > 1 && near == [&meant]
}

/// Whether the key that is meant seems to stand beside it already.
fn is_taken(text: &str, line: &str, lead: &str, key: &str) -> bool {
    let begins = |other: &str| {
        let rest = other
            .strip_prefix(lead)
            .and_then(|rest| rest.strip_prefix(key));
        rest.is_some_and(|rest| rest.trim_start().starts_with([':', '：']))
    };
    line.contains(&format!("{key}:")) || text.lines().any(begins)
}
