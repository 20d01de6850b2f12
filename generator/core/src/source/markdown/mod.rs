//! Markdown, read: clean events that become HTML on a page.
//!
//! An author's raw HTML never reaches a page, and only links of known kinds do; so no sanitiser is needed behind it.

mod cjk;
mod edits;
mod html;
mod ids;
mod indent;
mod joined;
mod links;
mod lists;
mod notes;
mod pasted;
mod rows;
mod slug;
mod tags;
mod writer;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use self::edits::Mended;
use self::writer::Writer;
use super::decode::Reader;
use super::wording;
use crate::diagnostic::{At, Problem};
use crate::model::{Claim, Markdown, claims};

/// So many slips of a kind are told of one text: who has more reads no further before they are mended.
const MOST_TOLD: usize = 20;

/// Deeper than any text hides HTML in HTML.
const ROUNDS: usize = 4;

/// Turns the Markdown at `range` of the reader's file into events, and reports what cannot be shown.
pub(super) fn render(reader: &Reader, range: Range<usize>) -> Markdown {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH;
    let source = reader.text.get(range.clone()).unwrap_or_default();
    let mut mended = Mended::of(source);
    indent::outdent(&mut mended, options);
    let told = RefCell::new(BTreeSet::new());
    let report = |at: Range<usize>, problem| {
        if told.borrow_mut().insert(at.start) {
            reader.report(&(range.start + at.start..range.start + at.end), problem);
        }
    };
    html_gone(&mut mended, options, true, report);
    let was_tab = |mended: &Mended, at| source[..mended.original(at)].ends_with('\t');
    pasted::mend(&mut mended, options, was_tab);
    // A line below a heading may begin a block now.
    html_gone(&mut mended, options, false, report);
    mended.make(cjk::marks(&mended.text));
    let written = |at: &Range<usize>| {
        let at = mended.written(at);
        range.start + at.start..range.start + at.end
    };
    let parsed: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(&mended.text, options)
        .into_offset_iter()
        .collect();
    let faults = rows::faults(&mended.text, &parsed);
    for (at, problem) in faults
        .into_iter()
        .chain(pasted::faults(&mended.text, &parsed))
    {
        reader.report(&written(&at), problem);
    }
    let events: Vec<(Event<'_>, Range<usize>)> = parsed
        .into_iter()
        .map(|(event, at)| (event, written(&at)))
        .collect();
    let lists = lists::find(&events);
    let mut writer = Writer::new(reader);
    for index in 0..events.len() {
        writer.lay(lists.at(index), &events, index);
        if lists.is_head(index) {
            writer.trim();
        }
    }
    let mut page = writer.finish();
    page.claims = note_facts(reader, &events, &page, range.start);
    page
}

/// Makes Markdown of HTML. What it hid may be indented, and hide HTML in turn.
fn html_gone(
    mended: &mut Mended,
    options: Options,
    mut first: bool,
    report: impl Fn(Range<usize>, Problem) + Copy,
) {
    for _ in 0..ROUNDS {
        if !html::unwrap(mended, options, std::mem::take(&mut first), report) {
            return;
        }
        indent::outdent(mended, options);
    }
}

/// Notes the local facts of the texts, where they stand, and gives what they say of other facts.
fn note_facts(
    reader: &Reader,
    events: &[(Event<'_>, Range<usize>)],
    page: &Markdown,
    start: usize,
) -> Vec<At<Claim>> {
    let mut in_code = false;
    let mut said = Vec::new();
    for run in events.chunk_by(|one, other| is_text(one) && is_text(other)) {
        match run {
            [(Event::Start(Tag::CodeBlock(_)), _)] => in_code = true,
            [(Event::End(TagEnd::CodeBlock), _)] => in_code = false,
            [(Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell), at)] => {
                wording::block(reader, at);
            }
            _ => {}
        }
        if let (Some(first), Some(last)) = (run.first(), run.last().filter(|last| is_text(last))) {
            let span = first.1.start..last.1.end;
            reader.words_at(&span);
            wording::body(reader, &span, in_code);
            let words = reader.text.get(span.clone()).unwrap_or_default();
            said.extend(claims(words).into_iter().map(|(at, claim)| {
                let at = span.start + at.start..span.start + at.end;
                reader.at(&at, claim)
            }));
        }
    }
    // A name that was written in pieces (over two lines, with entities) stands at no place of its own.
    for name in page.facts() {
        reader.words_without_place(name, start);
    }
    said
}

fn is_text((event, _): &(Event<'_>, Range<usize>)) -> bool {
    matches!(event, Event::Text(_))
}

#[cfg(test)]
mod prose_tests;

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::decode::Reader;
    use super::render;

    pub(super) fn html(markdown: &str) -> String {
        html_of("a.md", markdown)
    }

    fn html_of(file: &str, markdown: &str) -> String {
        let reader = Reader::new(&Arc::from(file), &Arc::from(markdown));
        let markdown = render(&reader, 0..markdown.len());
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, markdown.events.into_iter());
        html
    }

    fn problems(markdown: &str) -> Vec<&'static str> {
        let reader = Reader::new(&Arc::from("a.md"), &Arc::from(markdown));
        render(&reader, 0..markdown.len());
        reader.finish().0.iter().map(|f| f.problem.id()).collect()
    }

    #[test]
    fn chinese_emphasis_works_beside_punctuation() {
        for (markdown, expected) in [
            ("**注意：**请携带", "<strong>注意：</strong>请携带"),
            ("**（一）**申请", "<strong>（一）</strong>申请"),
            ("请**带“户口簿”**办理", "请<strong>带“户口簿”</strong>办理"),
            (
                "**注意：**请携带**原件**",
                "<strong>注意：</strong>请携带<strong>原件</strong>",
            ),
            ("带*《委托书》*来", "带<em>《委托书》</em>来"),
            (
                "**本人**、**家人**都行",
                "<strong>本人</strong>、<strong>家人</strong>都行",
            ),
            (
                "收费**￥20**元，住房**不到 60㎡**的也行",
                "收费<strong>￥20</strong>元，住房<strong>不到 60㎡</strong>的也行",
            ),
            (
                "满**℃**了、**＋**号、**✅**好",
                "满<strong>℃</strong>了、<strong>＋</strong>号、<strong>✅</strong>好",
            ),
            ("一**(二)**三", "一<strong>(二)</strong>三"),
            ("3*5*2，3**5**2，５*８*２", "3*5*2，3**5**2，５*８*２"),
            ("10m*20m*5m", "10m*20m*5m"),
            ("138****0001，139****0002", "138****0001，139****0002"),
            ("共*5*份，**5**份", "共<em>5</em>份，<strong>5</strong>份"),
            ("2 \\* 3 * 4", "2 * 3 * 4"),
            ("`**（一）**`", "<code>**（一）**</code>"),
        ] {
            assert_eq!(html(markdown), format!("<p>{expected}</p>\n"), "{markdown}");
        }
    }

    #[test]
    fn chinese_lines_join_without_a_space() {
        assert_eq!(
            html("请带身份证，\n户口簿也要带。"),
            "<p>请带身份证，户口簿也要带。</p>\n"
        );
        assert_eq!(
            html("**第一行**\n第二行"),
            "<p><strong>第一行</strong>第二行</p>\n"
        );
        assert_eq!(
            html("one line\nand another"),
            "<p>one line\nand another</p>\n"
        );
        assert_eq!(html("请打 12345\n或 110"), "<p>请打 12345\n或 110</p>\n");
    }

    #[test]
    fn no_html_of_the_author_reaches_a_page() {
        for bad in [
            "<script>alert(1)</script>",
            "a <b onclick=\"x()\">b</b>",
            "<div>\n\n**x**\n\n</div>",
            "<img src=x onerror=alert(1)>",
            "<!-- x --><script>alert(1)</script>",
        ] {
            let html = html(bad);
            assert!(
                !html.contains("<script") && !html.contains("onclick") && !html.contains("onerror"),
                "{html}"
            );
        }
        assert_eq!(problems("<!-- only a remark -->"), Vec::<&str>::new());
        assert_eq!(problems("a <b>b</b>"), Vec::<&str>::new());
    }

    #[test]
    fn only_links_of_known_kinds() {
        for bad in [
            "[x](javascript:alert(1))",
            "[x](JAVASCRIPT:1)",
            "[x](data:text/html,1)",
            "<vbscript:a>",
            "[x](//evil.example)",
        ] {
            let html = html(bad);
            assert!(html.contains("href=\"#\""), "{html}");
            assert_eq!(problems(bad), ["unsafe-link"], "{bad}");
        }
        assert!(html("[x](tel:0354-5550101)").contains("href=\"tel:0354-5550101\""));
        assert_eq!(problems("[x](#没有)\n\n## 有"), ["broken-anchor"]);
        assert_eq!(problems("[x](#有)\n\n## 有"), Vec::<&str>::new());
        assert_eq!(
            problems("[x](#%E6%9C%89)\n\n## 有"),
            Vec::<&str>::new(),
            "as a browser's address has it"
        );
        assert_eq!(problems("![](files/a.png)"), ["image-without-alt"]);
    }

    #[test]
    fn ids_of_the_author_are_never_the_pages() {
        let text = "## Stops\n\n[x](#stops) [^二] [^a b]\n\n[^二]: 注\n\n[^a b]: 注\n";
        let guide = html(text);
        for wanted in [
            "<h2 id=\"x-stops\">",
            "href=\"#x-stops\"",
            "id=\"xn-二\"",
            "href=\"#xn-二\"",
        ] {
            assert!(guide.contains(wanted), "{wanted} in {guide}");
        }
        let own = html_of("communities/dong/a.md", text);
        for wanted in ["id=\"y-stops\"", "id=\"yn-二\"", "href=\"#yn-二\""] {
            assert!(own.contains(wanted), "{wanted} in {own}");
        }
    }
}
