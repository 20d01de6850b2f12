//! What the templates of a theme name: other templates, assets, texts of the interface.

use std::collections::BTreeSet;

use super::{Theme, tags};

/// Everything that is named somewhere.
pub(super) struct Uses {
    /// Templates that another one extends, includes, or takes a component of; likewise sheets.
    pub(super) templates: BTreeSet<String>,
    /// Assets by the name that templates use.
    pub(super) assets: BTreeSet<String>,
    /// Keys of texts.
    pub(super) texts: BTreeSet<String>,
    /// Some template puts a key together: nobody knows which.
    pub(super) any_text: bool,
}

impl Uses {
    /// What the theme and `more` templates name.
    pub(super) fn of(theme: &Theme, more: &[String]) -> Self {
        let more = more.iter().map(|text| ("", text.as_str()));
        let own = theme.templates.iter().chain(&theme.sheets);
        let all: Vec<(&str, &str)> = own
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .chain(more)
            .collect();
        let mut uses = Self {
            templates: BTreeSet::new(),
            assets: BTreeSet::new(),
            texts: BTreeSet::new(),
            any_text: false,
        };
        for (name, text) in &all {
            let named = tags(text).filter_map(|tag| tag.template());
            let others = named.filter(|other| other != name);
            uses.templates.extend(others.map(str::to_owned));
            let components: BTreeSet<&str> = tags(text).filter_map(|tag| tag.component()).collect();
            let is_called = all.iter().any(|(other, text)| {
                let mut called = tags(text).filter_map(|tag| tag.called());
                other != name && called.any(|called| components.contains(called))
            });
            if !components.is_empty() && is_called {
                uses.templates.insert((*name).to_owned());
            }
            uses.assets
                .extend(members(text, "assets").map(str::to_owned));
            uses.texts.extend(members(text, "t").map(str::to_owned));
            uses.any_text |= text.contains("t[");
        }
        uses
    }
}

/// The `x` of every `name.x`, `name?.x` and `name["x"]`.
fn members<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let found = text.match_indices(name);
    found.filter_map(move |(at, _)| {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        if text[..at].ends_with(is_word) {
            return None;
        }
        let behind = text[at + name.len()..].trim_start_matches('?');
        if let Some(quoted) = behind.strip_prefix("[\"") {
            return quoted.split_once('"').map(|(key, _)| key);
        }
        let member = behind.strip_prefix('.')?;
        let end = member.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        Some(&member[..end.unwrap_or(member.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::members;

    #[test]
    fn members_are_found_however_they_are_written() {
        let text = "{{ t.hours }}{{ t?.phone | f(x=t[\"a-b\"]) }}{{ at.no }}{{ x.t.no }}{{ t }}{{ assets.t }}";
        let found: Vec<_> = members(text, "t").collect();
        assert_eq!(found, ["hours", "phone", "a-b"]);
    }
}
