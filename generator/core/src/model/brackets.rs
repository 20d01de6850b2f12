//! Words that look as if a local fact was meant: `{name}`, `{ {name} }`, `{{name`, `【name】`.

use std::ops::Range;

use super::names_in;

/// No fact has a longer name.
const LONGEST: usize = 30;

/// Words in brackets that may mean a local fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bracketed {
    /// As written, with the brackets.
    pub written: String,
    /// What stands in them.
    pub name: String,
    /// Brackets that ordinary words have too.
    pub plain: bool,
}

/// What `text` has in brackets, with its bytes; what is a local fact as it should be is left out.
pub fn brackets_in(text: &str) -> Vec<(Range<usize>, Bracketed)> {
    let facts: Vec<Range<usize>> = names_in(text).map(|(range, _)| range).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(OPENING) {
        at += offset;
        if let Some(fact) = facts.iter().find(|fact| fact.contains(&at)) {
            at = fact.end;
            continue;
        }
        let first = text[at..].chars().next().map_or(1, char::len_utf8);
        match brackets(&text[at..]) {
            Some((length, name, plain)) => {
                let written = text[at..at + length].to_owned();
                let name = name.to_owned();
                found.push((
                    at..at + length,
                    Bracketed {
                        written,
                        name,
                        plain,
                    },
                ));
                at += length;
            }
            None => at += first,
        }
    }
    found
}

const OPENING: &[char] = &['{', '｛', '【', '[', '《', '(', '（', '<'];
const BRACES: &[char] = &['{', '｛'];
const CLOSING: &[char] = &['}', '｝'];
/// Doubled, these are brackets that other programs have for the same; `【` alone is an ordinary sign too.
const PAIRS: &[(&str, &str)] = &[
    ("【【", "】】"),
    ("[[", "]]"),
    ("《《", "》》"),
    ("((", "))"),
    ("（（", "））"),
    ("<<", ">>"),
    ("【", "】"),
];

/// No brackets with blanks around a name are longer.
const REACH: usize = LONGEST + 20;

/// The length of the brackets at the beginning of `text`, what stands in them, and whether they are ordinary ones.
fn brackets(text: &str) -> Option<(usize, &str, bool)> {
    let end = text
        .char_indices()
        .nth(REACH)
        .map_or(text.len(), |(at, _)| at);
    let text = &text[..end];
    if text.starts_with(BRACES) {
        return braces(text).map(|(length, name)| (length, name, false));
    }
    PAIRS.iter().find_map(|(open, close)| {
        let rest = text.strip_prefix(open)?;
        let (name, _) = rest.split_once(close)?;
        let length = open.len() + name.len() + close.len();
        is_name(name).then_some((length, name.trim(), *open == "【"))
    })
}

fn braces(text: &str) -> Option<(usize, &str)> {
    let inside = text.trim_start_matches([' ', '{', '｛']);
    let opened = text[..text.len() - inside.len()].matches(BRACES).count();
    let name = inside.split(CLOSING).next().unwrap_or_default();
    if name.len() < inside.len() && is_name(name) {
        let after = &inside[name.len()..];
        let closing = after.trim_start_matches([' ', '}', '｝']);
        let closed = after[..after.len() - closing.len()].trim_end();
        let length = text.len() - after.len() + closed.len();
        return Some((length, name.trim()));
    }
    // Never closed: two braces are no accident, and the name ends where the word ends.
    let word = inside
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let length = text.len() - inside.len() + word.len();
    (opened > 1 && is_name(word)).then_some((length, word))
}

fn is_name(name: &str) -> bool {
    let name = name.trim();
    let length = name.chars().count();
    (1..=LONGEST).contains(&length) && !name.contains(['\n', '{', '}', '｛', '｝', '【', '】'])
}

#[cfg(test)]
mod tests {
    use super::brackets_in;

    #[test]
    fn near_facts_are_found_with_their_brackets() {
        for (text, written) in [
            ("每月 {津贴标准}。", "{津贴标准}"),
            ("每月 { {津贴标准} }，", "{ {津贴标准} }"),
            ("【津贴标准】", "【津贴标准】"),
            ("{{津贴标准}", "{{津贴标准}"),
            ("{津贴标准}}元", "{津贴标准}}"),
            ("｛津贴标准｝", "｛津贴标准｝"),
            ("{{津贴标准，", "{{津贴标准"),
            ("[[津贴标准]]", "[[津贴标准]]"),
        ] {
            let found = brackets_in(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1.written, written, "{text}");
            assert_eq!(found[0].1.name, "津贴标准", "{text}");
        }
        for text in [
            "{{津贴标准}}",
            "｛｛ 津贴标准 ｝｝",
            "（津贴标准）",
            "[津贴标准](#a)",
            "{}",
            "{ }",
            "{…",
            "（见《条例》）",
        ] {
            assert_eq!(brackets_in(text), [], "{text}");
        }
    }
}
