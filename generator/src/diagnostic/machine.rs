//! Findings for the machines of others: annotations of GitHub's checks, and SARIF 2.1.0.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{
    Finding, Kind, Lang, Mend, Place, Sources, explain, kinds, line_column, mend, message, remedy,
};

/// One annotation a line (`::error file=…,line=…::…`), as GitHub's workflow commands read them. `folder` stands before every file's name.
pub fn to_github(findings: &[Finding], sources: &Sources, lang: Lang, folder: &str) -> String {
    let mut out = String::new();
    for finding in findings {
        let level = finding.severity().id();
        let mut properties = vec![format!("title={}", finding.problem.id())];
        if let Some(place) = &finding.place {
            properties.push(format!("file={}", property(&below(folder, place))));
            if let Some(at) = Region::of(place, sources) {
                properties.push(format!("line={}", at.start.0));
                properties.push(format!("col={}", at.start.1));
                properties.push(format!("endLine={}", at.end.0));
                properties.push(format!("endColumn={}", at.end.1));
            }
        }
        let said = said(finding, lang).replace('%', "%25");
        let said = said.replace('\r', "%0D").replace('\n', "%0A");
        let _ = writeln!(out, "::{level} {}::{said}", properties.join(","));
    }
    out
}

/// What a property of an annotation cannot hold itself.
fn property(text: &str) -> String {
    let signs = [
        ('%', "%25"),
        ('\r', "%0D"),
        ('\n', "%0A"),
        (':', "%3A"),
        (',', "%2C"),
    ];
    let mut out = text.to_owned();
    for (sign, code) in signs {
        out = out.replace(sign, code);
    }
    out
}

/// A SARIF log (OASIS, 2.1.0) with one run. `folder` stands before every file's name.
pub fn to_sarif(findings: &[Finding], sources: &Sources, lang: Lang, folder: &str) -> String {
    let ids: BTreeSet<&str> = findings
        .iter()
        .map(|finding| finding.problem.id())
        .collect();
    let kinds = kinds(lang).into_iter();
    let rules: Vec<Value> = kinds
        .filter(|kind| ids.contains(kind.declaration.id))
        .map(|kind| rule(&kind))
        .collect();
    let result = |finding: &Finding| {
        let mut result = json!({
            "ruleId": finding.problem.id(),
            "level": finding.severity().id(),
            "message": { "text": said(finding, lang) },
        });
        if let Some(place) = &finding.place {
            let mut location = json!({ "artifactLocation": { "uri": uri(&below(folder, place)) } });
            if let Some(Region { start, end }) = Region::of(place, sources) {
                location["region"] = json!({
                    "startLine": start.0, "startColumn": start.1,
                    "endLine": end.0, "endColumn": end.1,
                });
            }
            if let Some(mend) = mend(finding, sources) {
                let file = &location["artifactLocation"];
                result["fixes"] = json!([fix(&mend, place, file, finding, sources, lang)]);
            }
            result["locations"] = json!([{ "physicalLocation": location }]);
        }
        result
    };
    let results: Vec<Value> = findings.iter().map(result).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "onetrip",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

/// A mend, as a change of its line.
fn fix(
    mend: &Mend,
    place: &Place,
    file: &Value,
    finding: &Finding,
    sources: &Sources,
    lang: Lang,
) -> Value {
    let line = Place::new(&place.file, mend.span.clone());
    let deleted = Region::of(&line, sources).map(|Region { start, end }| {
        json!({
            "startLine": start.0, "startColumn": start.1,
            "endLine": end.0, "endColumn": end.1,
        })
    });
    json!({
        "description": { "text": remedy(finding, lang) },
        "artifactChanges": [{
            "artifactLocation": file,
            "replacements": [{
                "deletedRegion": deleted,
                "insertedContent": { "text": mend.line },
            }],
        }],
    })
}

/// A kind of finding, as a rule.
fn rule(kind: &Kind) -> Value {
    json!({
        "id": kind.declaration.id,
        "shortDescription": { "text": kind.messages().swap_remove(0) },
        "fullDescription": { "text": kind.why() },
        "help": { "text": explain(kind) },
        "defaultConfiguration": { "level": kind.declaration.severity.id() },
    })
}

/// What is wrong and what to do.
fn said(finding: &Finding, lang: Lang) -> String {
    let (message, remedy) = (message(finding, lang), remedy(finding, lang));
    match lang {
        Lang::Zh => format!("{message}\n怎么改：{remedy}"),
        Lang::En => format!("{message}\nWhat to do: {remedy}"),
    }
}

fn below(folder: &str, place: &Place) -> String {
    match folder.trim_end_matches('/') {
        "" | "." => place.file.to_string(),
        folder => format!("{folder}/{}", place.file),
    }
}

/// A path as a relative address.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Where something stands: lines and columns from 1, the end not included.
struct Region {
    start: (usize, usize),
    end: (usize, usize),
}

impl Region {
    fn of(place: &Place, sources: &Sources) -> Option<Self> {
        let text = sources.get(&place.file).filter(|_| place.end > 0)?;
        Some(Self {
            start: line_column(text, place.start),
            end: line_column(text, place.end),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::Value;

    use super::{Finding, Lang, Place, Sources, to_github, to_sarif};
    use crate::diagnostic::{ReferenceFault, SiteFault};

    fn found() -> (Vec<Finding>, Sources) {
        let file: Arc<str> = "matters/甲 1,2.md".into();
        let text: Arc<str> = "---\n标题: {{用\n".into();
        let at = text.find('用').expect("it stands there");
        let place = Place::new(&file, at..at + '用'.len_utf8());
        let problem = ReferenceFault::UnknownMaterial {
            name: "100%\n: 证".to_owned(),
            suggestion: None,
        }
        .into();
        let findings = vec![
            Finding::at(place, problem),
            Finding::nowhere(SiteFault::NoMatter.into()),
        ];
        (findings, [(file, text)].into())
    }

    #[test]
    fn annotations_hold_no_sign_that_ends_them() {
        let (findings, sources) = found();
        let out = to_github(&findings, &sources, Lang::Zh, "content/");
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 2, "{out}");
        assert!(
            lines[0].starts_with("::error title=unknown-material,file=content/matters/甲 1%2C2.md,line=2,col=7,endLine=2,endColumn=8::"),
            "{out}"
        );
        assert!(
            lines[0].contains("100%25%0A: 证") && lines[0].contains("%0A怎么改"),
            "{out}"
        );
        assert!(lines[1].starts_with("::error title=no-matter::"), "{out}");
    }

    #[test]
    fn a_sarif_log_says_rule_place_and_words() {
        let (findings, sources) = found();
        let log: Value =
            serde_json::from_str(&to_sarif(&findings, &sources, Lang::En, ".")).expect("JSON");
        let run = &log["runs"][0];
        assert_eq!(log["version"], "2.1.0");
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        let ids: Vec<&Value> = rules.iter().map(|rule| &rule["id"]).collect();
        assert_eq!(ids, ["unknown-material", "no-matter"]);
        for text in ["shortDescription", "fullDescription", "help"] {
            let said = rules[0][text]["text"].as_str();
            assert!(said.is_some_and(|said| said.len() > 20), "{text}: {said:?}");
        }
        let first = &run["results"][0];
        assert_eq!(
            (&first["ruleId"], &first["level"]),
            (&"unknown-material".into(), &"error".into())
        );
        let place = &first["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"],
            "matters/%E7%94%B2%201%2C2.md"
        );
        let region = &place["region"];
        let columns = [
            &region["startLine"],
            &region["startColumn"],
            &region["endColumn"],
        ];
        assert_eq!(columns, [&Value::from(2), &Value::from(7), &Value::from(8)]);
        assert!(run["results"][1].get("locations").is_none());
    }
}
