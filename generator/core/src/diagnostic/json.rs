//! Findings as JSON, for editors and for continuous integration.

use serde::Serialize;

use super::{Finding, Kind, Lang, Sources, line_column, mend, message, remedy};

#[derive(Serialize)]
struct Entry<'a> {
    id: &'static str,
    severity: &'static str,
    /// It is of a draft, and stops nothing.
    draft: bool,
    /// It is let pass.
    suppressed: bool,
    /// Why.
    reason: Option<&'a str>,
    file: Option<&'a str>,
    /// From 1; null where the finding is about a whole file.
    line: Option<usize>,
    /// From 1, in characters.
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    text: Option<&'a str>,
    message: String,
    remedy: String,
    /// The line that is sure to mend it, in place of the whole line.
    mend: Option<String>,
}

/// One JSON array with an object per finding.
pub fn to_json(findings: &[Finding], sources: &Sources, lang: Lang) -> String {
    let entries: Vec<Entry<'_>> = findings
        .iter()
        .map(|finding| entry(finding, sources, lang))
        .collect();
    serde_json::to_string_pretty(&entries).unwrap_or_else(|error| format!("[] // {error}"))
}

fn entry<'a>(finding: &'a Finding, sources: &'a Sources, lang: Lang) -> Entry<'a> {
    let place = finding.place.as_ref();
    let source = place
        .filter(|p| p.end > 0)
        .and_then(|p| sources.get(&p.file).map(|text| (p, text)));
    let start = source.map(|(p, text)| line_column(text, p.start));
    let end = source.map(|(p, text)| line_column(text, p.end));
    Entry {
        id: finding.problem.id(),
        severity: finding.severity().id(),
        draft: finding.draft,
        suppressed: finding.allowed.is_some(),
        reason: finding.allowed.as_deref(),
        file: place.map(|p| &*p.file),
        line: start.map(|s| s.0),
        column: start.map(|s| s.1),
        end_line: end.map(|s| s.0),
        end_column: end.map(|s| s.1),
        text: source.and_then(|(p, text)| text.get(p.start..p.end)),
        message: message(finding, lang),
        remedy: remedy(finding, lang),
        mend: mend(finding, sources).map(|mend| mend.line),
    }
}

#[derive(Serialize)]
struct Explained {
    id: &'static str,
    severity: &'static str,
    /// What it is about.
    family: String,
    /// With placeholders; several where it is told in several ways.
    messages: Vec<String>,
    remedies: Vec<String>,
    why: &'static str,
    /// Lines of content; null where none shows it.
    wrong: Option<&'static str>,
    right: Option<&'static str>,
}

/// One JSON array with an object per kind of finding.
pub fn kinds_to_json(kinds: &[Kind]) -> String {
    let explained = |kind: &Kind| Explained {
        id: kind.declaration.id,
        severity: kind.declaration.severity.id(),
        family: kind.family(),
        messages: kind.messages(),
        remedies: kind.remedies(),
        why: kind.why(),
        wrong: kind.lines().map(|(wrong, _)| wrong),
        right: kind.lines().map(|(_, right)| right),
    };
    let kinds: Vec<Explained> = kinds.iter().map(explained).collect();
    let json = serde_json::to_string_pretty(&kinds);
    json.map_or_else(|error| format!("[] // {error}"), |json| json + "\n")
}
