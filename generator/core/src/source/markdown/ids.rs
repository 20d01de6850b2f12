//! Ids of the author's headings and footnotes. The page and its scripts have ids of their own, so the author's begin in
//! a way that those never do.

use std::collections::BTreeMap;

use super::slug::Slugs;

/// How the author's ids begin: headings, notes and the ways back from these, of a guide and of a community's own text. Both
/// texts stand on one page.
#[cfg(test)]
const BEGINNINGS: [&str; 6] = ["x-", "xn-", "xb-", "y-", "yn-", "yb-"];

/// The ids of one text.
pub(super) struct Ids {
    heading: &'static str,
    note: &'static str,
    back: &'static str,
    headings: Slugs,
    /// Footnotes by the author's name for them, each with its part of the id.
    notes: BTreeMap<String, String>,
    anchors: Slugs,
}

impl Ids {
    /// The ids of a file's text.
    pub(super) fn of(file: &str) -> Self {
        let [heading, note, back] = if file.starts_with("communities/") {
            ["y-", "yn-", "yb-"]
        } else {
            ["x-", "xn-", "xb-"]
        };
        Self {
            heading,
            note,
            back,
            headings: Slugs::default(),
            notes: BTreeMap::new(),
            anchors: Slugs::default(),
        }
    }

    /// The anchor of a further heading.
    pub(super) fn anchor(&mut self, text: &str) -> String {
        self.headings.unique(text)
    }

    /// The id of the heading with this anchor.
    pub(super) fn heading(&self, anchor: &str) -> String {
        format!("{}{anchor}", self.heading)
    }

    /// The id of a footnote, and that of what refers to it.
    pub(super) fn note(&mut self, name: &str) -> (String, String) {
        let anchors = &mut self.anchors;
        let new = || anchors.unique(name);
        let anchor = self.notes.entry(name.to_owned()).or_insert_with(new);
        let with = |beginning: &str| format!("{beginning}{anchor}");
        (with(self.note), with(self.back))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Embedded, Files};
    use super::BEGINNINGS;

    /// The values of every `id` in the theme's templates.
    fn own_ids() -> Vec<String> {
        let theme = Embedded;
        let entries = theme.list().expect("the theme is in the command");
        let templates = entries
            .into_iter()
            .filter(|entry| entry.path.ends_with(".html"));
        let mut ids = Vec::new();
        for template in templates {
            let bytes = theme.read(&template.path).expect("it was just listed");
            // What a component is called with is no id: the component writes it behind a word of its own.
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let calls = text.split("{{ <").skip(1);
            let after = calls.filter_map(|call| call.split_once("}}"));
            let written: Vec<&str> = text
                .split("{{ <")
                .take(1)
                .chain(after.map(|(_, rest)| rest))
                .collect();
            let text = written.concat();
            let values = text.split(" id=\"").skip(1);
            ids.extend(values.filter_map(|rest| rest.split('"').next().map(str::to_owned)));
        }
        ids
    }

    #[test]
    fn no_id_of_a_template_begins_like_the_authors() {
        let ids = own_ids();
        assert!(ids.len() > 60, "{ids:?}");
        for id in &ids {
            assert!(
                !BEGINNINGS.iter().any(|beginning| id.starts_with(beginning)),
                "{id}"
            );
        }
        // What templates make up as they go begins with words of theirs, but for a code, which has no dash.
        let made: Vec<&str> = ids
            .iter()
            .map(String::as_str)
            .filter(|id| id.starts_with('{'))
            .collect();
        assert_eq!(made, ["{{ matter.code }}"]);
    }
}
