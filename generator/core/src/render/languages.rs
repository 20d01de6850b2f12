//! A page in the site's languages: the ways from one to the other, and which parts are in which.

use super::links::between;
use super::view::{AlternateView, LanguageView};
use crate::model::{BaseUrl, Language, Route};
use crate::source::Theme;
use crate::translate::Locale;

/// The language's name in HTML (BCP 47).
pub(super) fn tag(language: &str) -> &'static str {
    Language::of(language).map_or("zh-CN", |known| known.tag)
}

/// Whether it is written from right to left.
pub(super) fn is_right_to_left(language: &str) -> bool {
    Language::of(language).is_some_and(|known| known.right_to_left)
}

/// The ways from a page to the site's other languages: to the same page, else to the home of its folder.
pub(super) fn ways(
    route: &Route,
    here: &Locale<'_>,
    locales: &[Locale<'_>],
    having: &[&Locale<'_>],
    theme: &Theme,
) -> Vec<LanguageView> {
    let others = locales
        .iter()
        .filter(|locale| locale.language != here.language);
    others
        .map(|locale| {
            let same = having.iter().any(|has| has.language == locale.language);
            let name = theme
                .texts
                .get(locale.language)
                .and_then(|texts| texts.get("language_name"));
            LanguageView {
                lang: tag(locale.language),
                name: name.cloned().unwrap_or_else(|| locale.language.to_owned()),
                href: if same {
                    between((route, here), (route, locale))
                } else {
                    between((route, here), (&route.home_above(), locale))
                },
                same,
            }
        })
        .collect()
}

/// The page in every language that has it, for search engines; none when it is only in one.
pub(super) fn alternates(
    route: &Route,
    base: &BaseUrl,
    having: &[&Locale<'_>],
) -> Vec<AlternateView> {
    if having.len() < 2 {
        return Vec::new();
    }
    let view = |locale: &&Locale<'_>| AlternateView {
        lang: tag(locale.language),
        address: base.address_in(route, locale.folder),
    };
    having.iter().map(view).collect()
}

/// Marks what is Chinese on a page in another language, so that it is read out and set as Chinese (WCAG 3.1.2).
///
/// Works on finished pages, where text is escaped and every `<` opens a tag, and so needs no help from the templates.
pub(super) fn mark_chinese(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        mark(&rest[..open], &mut out);
        rest = &rest[open..];
        // Text inside these is no place for markup.
        let (tag, after) = rest.split_at(end_of(rest));
        out.push_str(tag);
        rest = after;
        if tag.contains(" lang=\"zh") {
            let text = rest.find('<').unwrap_or(rest.len());
            out.push_str(&rest[..text]);
            rest = &rest[text..];
        }
    }
    mark(rest, &mut out);
    out
}

/// What holds text and no markup, with its end.
const TEXT_ONLY: [(&str, &str); 6] = [
    ("<!--", "-->"),
    ("<title", "</title>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
    ("<option", "</option>"),
];

/// The end of the tag, or of the text-only element, at the start of `html`; a `>` inside an attribute ends no tag.
fn end_of(html: &str) -> usize {
    if let Some((_, end)) = TEXT_ONLY.iter().find(|(open, _)| html.starts_with(open)) {
        return html.find(end).map_or(html.len(), |at| at + end.len());
    }
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (c, quote) {
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            ('>', None) => return at + 1,
            _ => {}
        }
    }
    html.len()
}

/// Wraps every run of Chinese; what stands between two Chinese signs (a number, a bracket) belongs to the run.
fn mark(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(start) = rest.find(is_chinese) {
        let mut end = start;
        for (at, c) in rest[start..].char_indices() {
            if is_chinese(c) {
                end = start + at + c.len_utf8();
            } else if c.is_ascii_alphabetic() {
                break;
            }
        }
        out.push_str(&rest[..start]);
        out.push_str("<span lang=\"zh-CN\">");
        out.push_str(&rest[start..end]);
        out.push_str("</span>");
        rest = &rest[end..];
    }
    out.push_str(rest);
}

/// A Chinese character, or a sign that only Chinese text uses.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::mark_chinese;

    #[test]
    fn chinese_is_marked_and_nothing_else_is_touched() {
        for (html, marked) in [
            (
                "<p>Register (户口簿)</p>",
                "<p>Register (<span lang=\"zh-CN\">户口簿</span>)</p>",
            ),
            (
                "<p>满 80 周岁。</p>",
                "<p><span lang=\"zh-CN\">满 80 周岁。</span></p>",
            ),
            (
                "<b>老人 at home 在家</b>",
                "<b><span lang=\"zh-CN\">老人</span> at home <span lang=\"zh-CN\">在家</span></b>",
            ),
            (
                "<title>高龄津贴</title><i data-name=\"a>老人\">x</i>",
                "<title>高龄津贴</title><i data-name=\"a>老人\">x</i>",
            ),
            ("<a lang=\"zh-CN\">中文</a>", "<a lang=\"zh-CN\">中文</a>"),
            ("<p>nothing &amp; no one</p>", "<p>nothing &amp; no one</p>"),
        ] {
            assert_eq!(mark_chinese(html), marked);
        }
    }
}
