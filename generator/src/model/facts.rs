//! Local facts: figures and names that differ from place to place, written `{{name}}` in a guide.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::At;

/// The facts of a region or a community, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalFacts(pub BTreeMap<String, At<String>>);

impl LocalFacts {
    /// The value of a fact.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|fact| fact.value.as_str())
    }

    /// `text` with every `{{name}}` replaced by `value(name)`.
    pub fn fill(text: &str, value: impl Fn(&str) -> String) -> Cow<'_, str> {
        let mut names = names_in(text).peekable();
        if names.peek().is_none() {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (range, name) in names {
            out.push_str(&text[at..range.start]);
            out.push_str(&value(name));
            at = range.end;
        }
        out.push_str(&text[at..]);
        Cow::Owned(out)
    }
}

/// Every `{{name}}` of a text with its bytes.
pub fn names_in(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let open = at + text[at..].find("{{")?;
            let close = open + text[open..].find("}}")?;
            let name = &text[open + 2..close];
            at = if name.contains(['\n', '{']) {
                open + 2
            } else {
                close + 2
            };
            if at == close + 2 {
                return Some((open..at, name.trim()));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{LocalFacts, names_in};

    #[test]
    fn facts_are_found_and_filled() {
        let text = "每月 {{高龄津贴标准}}，{{ 起始 }}起。{{}} {{a{{b}}";
        let names: Vec<&str> = names_in(text).map(|(_, name)| name).collect();
        assert_eq!(names, ["高龄津贴标准", "起始", "", "b"]);
        assert_eq!(
            LocalFacts::fill("每月 {{标准}}。", |name| format!("<{name}>")),
            "每月 <标准>。"
        );
    }
}
