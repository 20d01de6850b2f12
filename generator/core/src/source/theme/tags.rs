//! The tags of a template (`{{ … }}`, `{% … %}`, `{# … #}`), as far as one can see them without running it: what it extends, includes and
//! calls. Tera knows this too and tells nobody.

use std::ops::Range;

/// A tag, with its brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Where it stands.
    pub span: Range<usize>,
    text: &'a str,
}

/// The tags of a template in their order; one that never ends is none.
pub fn tags(template: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(open) = template.get(from..)?.find('{').map(|at| from + at) {
            from = open + 1;
            let close = match template.as_bytes().get(open + 1) {
                Some(b'{') => "}}",
                Some(b'%') => "%}",
                Some(b'#') => "#}",
                _ => continue,
            };
            if let Some(end) = template[open + 2..].find(close) {
                from = open + 2 + end + 2;
                let span = open..from;
                let text = &template[span.clone()];
                return Some(Tag { span, text });
            }
        }
        None
    })
}

impl<'a> Tag<'a> {
    /// What stands between the brackets.
    pub fn inner(&self) -> &'a str {
        let inner = &self.text[2..self.text.len() - 2];
        inner.trim_matches('-').trim()
    }

    /// Whether it is a remark.
    pub fn is_remark(&self) -> bool {
        self.text.starts_with("{#")
    }

    /// What stands behind the word that a statement begins with.
    fn behind(&self, word: &str) -> Option<&'a str> {
        let rest = self.inner().strip_prefix(word)?;
        let statement = self.text.starts_with("{%") && rest.starts_with([' ', '"', '\'', '\n']);
        statement.then(|| rest.trim_start())
    }

    /// The template that it extends or includes.
    pub fn template(&self) -> Option<&'a str> {
        self.extended().or_else(|| quoted(self.behind("include")?))
    }

    /// The template that it extends.
    pub fn extended(&self) -> Option<&'a str> {
        quoted(self.behind("extends")?)
    }

    /// The block that it begins.
    pub fn block(&self) -> Option<&'a str> {
        Some(name(self.behind("block")?))
    }

    /// The component that it defines.
    pub fn component(&self) -> Option<&'a str> {
        Some(name(self.behind("component")?))
    }

    /// The component that it calls: `{{<line of=… />}}`, `{% <line> %}`.
    pub fn called(&self) -> Option<&'a str> {
        let called = self.inner().strip_prefix('<').filter(|_| !self.is_remark());
        called.map(name)
    }
}

fn quoted(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|mark| "\"'`".contains(*mark))?;
    text[1..].split_once(mark).map(|(name, _)| name)
}

fn name(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'));
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn a_template_says_what_it_needs() {
        let template = "{# {% include \"no.html\" %} #}{% extends \"base.html\" %}{%- block head -%}{ x }\
            {% component line(@t, of: map) -%}{{<line of=a />}}{%- include 'hall.html' -%}{% <box> %}{{ open";
        let all: Vec<_> = tags(template).collect();
        let of = |what: fn(&super::Tag<'static>) -> Option<&'static str>| -> Vec<&str> {
            let all: Vec<_> = tags(template).collect();
            all.iter().filter_map(what).collect()
        };
        assert_eq!(all.len(), 7);
        assert_eq!(of(super::Tag::template), ["base.html", "hall.html"]);
        assert_eq!(of(super::Tag::extended), ["base.html"]);
        assert_eq!(of(super::Tag::block), ["head"]);
        assert_eq!(of(super::Tag::component), ["line"]);
        assert_eq!(of(super::Tag::called), ["line", "box"]);
        assert_eq!(
            &template[all[1].span.clone()],
            "{% extends \"base.html\" %}"
        );
    }
}
