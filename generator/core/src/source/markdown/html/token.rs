//! The tags and comments of a piece of HTML.

use std::ops::Range;

/// What a tag or comment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Kind {
    /// `<p>`
    Open,
    /// `</p>`
    Close,
    /// `<!-- … -->`
    Comment,
    /// `<!-- …` without an end.
    Endless,
    /// `<!doctype …>`, `<?xml …?>`, `<![if …]>`
    Declaration,
}

/// A tag or comment, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Token {
    pub(in super::super) at: Range<usize>,
    pub(in super::super) kind: Kind,
    /// A tag's name in small letters.
    pub(in super::super) name: String,
    /// What stands in a tag behind its name.
    pub(in super::super) attributes: Range<usize>,
}

impl Token {
    pub(super) fn opens(&self, names: &[&str]) -> bool {
        self.kind == Kind::Open && names.contains(&self.name.as_str())
    }

    pub(super) fn is(&self, names: &[&str]) -> bool {
        matches!(self.kind, Kind::Open | Kind::Close) && names.contains(&self.name.as_str())
    }
}

/// The tags and comments between `range.start` and `range.end`, in order. Nothing follows a comment that does not end.
pub(in super::super) fn tokens(text: &str, range: Range<usize>) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(sign) = text[at..range.end].find('<') {
        let start = at + sign;
        match token(text, start..range.end) {
            Some(token) => {
                at = token.at.end;
                found.push(token);
            }
            None => at = start + 1,
        }
    }
    found
}

fn token(text: &str, range: Range<usize>) -> Option<Token> {
    let (start, rest) = (range.start, &text[range]);
    let whole = |kind, length: usize| Token {
        at: start..start + length,
        kind,
        name: String::new(),
        attributes: start..start,
    };
    if let Some(words) = rest.strip_prefix("<!--") {
        // `<!-->` is a comment as well.
        let length = ["<!-->", "<!--->"]
            .into_iter()
            .find(|c| rest.starts_with(c));
        let length = length.map(str::len);
        let length = length.or_else(|| words.find("-->").map(|end| 4 + end + 3));
        return Some(match length {
            Some(length) => whole(Kind::Comment, length),
            None => whole(Kind::Endless, rest.len()),
        });
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        let length = rest.find('>')? + 1;
        return Some(whole(Kind::Declaration, length));
    }
    let (kind, skipped) = match rest.strip_prefix("</") {
        Some(_) => (Kind::Close, 2),
        None => (Kind::Open, 1),
    };
    let named = &rest[skipped..];
    if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':');
    let name = &named[..named.len() - named.trim_start_matches(inside).len()];
    let rest = &named[name.len()..];
    // `<https://…>` and `<a.b@…>` are addresses.
    if name.ends_with(':')
        || !rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '/' | '>'))
    {
        return None;
    }
    let length = end(rest)?;
    let after = start + skipped + name.len();
    Some(Token {
        at: start..after + length,
        kind,
        name: name.to_ascii_lowercase(),
        attributes: after..after + length - 1,
    })
}

/// How far a tag reaches behind its name.
fn end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, sign) in rest.bytes().enumerate() {
        match (quote, sign) {
            (None, b'>') => return Some(at + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
    }
    None
}

/// The value of an attribute, without its quotation marks and with what stands for `&` read.
pub(in super::super) fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let length = rest
            .find(|c: char| c.is_whitespace() || c == '=' || c == '/')
            .unwrap_or(rest.len());
        if length == 0 {
            return None;
        }
        let found = rest[..length].eq_ignore_ascii_case(name);
        rest = rest[length..].trim_start();
        let Some(written) = rest.strip_prefix('=').map(str::trim_start) else {
            continue;
        };
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => written[1..].split_once(quote)?,
            None => written.split_at(written.find(char::is_whitespace).unwrap_or(written.len())),
        };
        if found {
            return Some(value.replace("&amp;", "&"));
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, attribute, tokens};

    #[test]
    fn tags_are_told_from_text() {
        let text = "1 < 2 <p class='a>b'>甲<!-- <i> --></P><o:p/><![if x]>< b><80 岁<https://a.cn><a.b@a.cn><b";
        let found: Vec<(Kind, String, &str)> = tokens(text, 0..text.len())
            .into_iter()
            .map(|token| (token.kind, token.name, &text[token.at]))
            .collect();
        let wanted = [
            (Kind::Open, "p", "<p class='a>b'>"),
            (Kind::Comment, "", "<!-- <i> -->"),
            (Kind::Close, "p", "</P>"),
            (Kind::Open, "o:p", "<o:p/>"),
            (Kind::Declaration, "", "<![if x]>"),
        ];
        let wanted: Vec<(Kind, String, &str)> = wanted
            .into_iter()
            .map(|(kind, name, text)| (kind, name.to_owned(), text))
            .collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn attributes_are_read_in_every_spelling() {
        for (attributes, value) in [
            (" href=\"a b\" target=_blank", Some("a b")),
            (" target=_blank HREF = 'a?b=1&amp;c'", Some("a?b=1&c")),
            (" href=a", Some("a")),
            (" data-href=\"a\"", None),
            (" href", None),
        ] {
            assert_eq!(
                attribute(attributes, "href").as_deref(),
                value,
                "{attributes}"
            );
        }
    }
}
