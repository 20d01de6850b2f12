//! Findings for the machines of others: annotations of GitHub's checks, and SARIF 2.1.0.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::{
    Finding, Kind, Lang, Mend, Place, Problem, Sources, explain, kinds, line_column, mend, message,
    remedy,
};

/// One annotation a line (`::error file=…,line=…::…`), as GitHub's workflow commands read them. `folders` are where the files are.
pub fn to_github(findings: &[Finding], sources: &Sources, lang: Lang, folders: &Folders) -> String {
    let mut out = String::new();
    for finding in findings.iter().filter(|one| one.allowed.is_none()) {
        let level = finding.severity().id();
        let mut properties = vec![format!("title={}", finding.problem.id())];
        if let Some(place) = &finding.place {
            properties.push(format!("file={}", property(&folders.file(finding, place))));
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

/// A SARIF log (OASIS, 2.1.0) with one run. `folders` are where the files are.
pub fn to_sarif(findings: &[Finding], sources: &Sources, lang: Lang, folders: &Folders) -> String {
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
        if let Some(reason) = &finding.allowed {
            result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
        }
        if let Some(place) = &finding.place {
            let mut location =
                json!({ "artifactLocation": { "uri": uri(&folders.file(finding, place)) } });
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

/// Where files are, as somebody named it.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    content: String,
    theme: Option<String>,
}

impl Folders {
    /// The folder of the content and that of the theme.
    pub fn new(content: &Path, theme: Option<&Path>) -> Self {
        let name = |path: &Path| path.to_string_lossy().replace('\\', "/");
        Self {
            content: name(content),
            theme: theme.map(name),
        }
    }

    /// The whole name of the file that a finding is about.
    fn file(&self, finding: &Finding, place: &Place) -> String {
        let theme = self.theme.as_ref().filter(|_| is_of_theme(finding, place));
        match theme.unwrap_or(&self.content).trim_end_matches('/') {
            "" | "." => place.file.to_string(),
            folder => format!("{folder}/{}", place.file),
        }
    }
}

/// Whether the file is one of a theme; a community's own sheets are templates of the content.
fn is_of_theme(finding: &Finding, place: &Place) -> bool {
    let folders = ["assets/", "fonts/", "i18n/", "print/", "templates/"];
    let is_theme = matches!(finding.problem, Problem::Theme(_));
    let is_own = place.file.starts_with("communities/");
    folders.iter().any(|folder| place.file.starts_with(folder)) || is_theme && !is_own
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
    use std::path::Path;
    use std::sync::Arc;

    use serde_json::Value;

    use super::{Finding, Folders, Lang, Place, Sources, to_github, to_sarif};
    use crate::diagnostic::{ReferenceFault, SiteFault, ThemeFault};

    fn folders(content: &str) -> Folders {
        Folders::new(Path::new(content), Some(Path::new("my-theme")))
    }

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
        let out = to_github(&findings, &sources, Lang::Zh, &folders("content/"));
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
    fn files_of_the_theme_are_in_its_folder() {
        let unused = || ThemeFault::TextUnknown {
            key: String::new(),
            suggestion: None,
        };
        let other = || SiteFault::NoMatter.into();
        for (file, problem, wanted) in [
            (
                "templats/a.html",
                unused().into(),
                "my-theme/templats/a.html",
            ),
            ("templates/a.html", other(), "my-theme/templates/a.html"),
            (
                "communities/a/print/x.svg",
                unused().into(),
                "content/communities/a/print/x.svg",
            ),
            ("site.yaml", other(), "content/site.yaml"),
        ] {
            let findings = [Finding::at(Place::file(file), problem)];
            let out = to_github(&findings, &Sources::new(), Lang::En, &folders("content"));
            assert!(out.contains(&format!("file={wanted}::")), "{out}");
        }
    }

    #[test]
    fn a_sarif_log_says_rule_place_and_words() {
        let (findings, sources) = found();
        let log: Value =
            serde_json::from_str(&to_sarif(&findings, &sources, Lang::En, &folders(".")))
                .expect("JSON");
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
