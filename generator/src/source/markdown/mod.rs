//! Markdown, read: clean events that become HTML on a page.
//!
//! An author's raw HTML never reaches a page, and only links of known kinds do; so no sanitiser is needed behind it.

mod cjk;
mod edits;
mod ids;
mod indent;
mod links;
mod lists;
mod slug;

use std::ops::Range;

use pulldown_cmark::{
    Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
    TextMergeStream,
};

use self::edits::Mended;
use self::lists::Lay;
use super::decode::Reader;
use crate::diagnostic::{At, Problem};
use crate::model::{Attachment, Markdown, names_in};
use ids::Ids;

/// Turns the Markdown at `range` of the reader's file into events, and reports what cannot be shown.
pub(super) fn render(reader: &Reader, range: Range<usize>) -> Markdown {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH;
    let source = reader.text.get(range.clone()).unwrap_or_default();
    let mut mended = Mended::of(source);
    indent::outdent(&mut mended, options);
    mended.make(cjk::marks(&mended.text));
    let written = |at: &Range<usize>| {
        let at = mended.written(at);
        range.start + at.start..range.start + at.end
    };
    let events: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(&mended.text, options)
        .into_offset_iter()
        .map(|(event, at)| (event, written(&at)))
        .collect();
    let lists = lists::find(&events);
    let page = Markdown::default();
    let mut writer = Writer {
        reader,
        ids: Ids::of(&reader.file),
        out: Vec::new(),
        page,
        fragments: Vec::new(),
    };
    for (index, (event, at)) in events.iter().enumerate() {
        match lists.at(index) {
            Some(Lay::Instead(html)) => writer.out.push(Event::Html(html.into())),
            Some(Lay::Break) => writer.out.push(Event::HardBreak),
            Some(Lay::Before(html)) => {
                writer.out.push(Event::Html(html.into()));
                writer.event(&events, index, event, at);
            }
            None => writer.event(&events, index, event, at),
        }
        if lists.is_head(index) {
            writer.trim();
        }
    }
    let page = writer.finish();
    note_facts(reader, &events, &page, range.start);
    page
}

/// Notes the local facts of the texts, where they stand.
fn note_facts(
    reader: &Reader,
    events: &[(Event<'_>, Range<usize>)],
    page: &Markdown,
    start: usize,
) {
    for run in events.chunk_by(|one, other| is_text(one) && is_text(other)) {
        if let (Some(first), Some(last)) = (run.first(), run.last().filter(|last| is_text(last))) {
            reader.words_at(&(first.1.start..last.1.end));
        }
    }
    // A name that was written in pieces (over two lines, with entities) stands at no place of its own.
    for name in page.facts() {
        reader.words_without_place(name, start);
    }
}

fn is_text((event, _): &(Event<'_>, Range<usize>)) -> bool {
    matches!(event, Event::Text(_))
}

struct Writer<'a, 'e> {
    reader: &'a Reader,
    ids: Ids,
    out: Vec<Event<'e>>,
    page: Markdown,
    /// Links to headings of this page, checked once all headings are known.
    fragments: Vec<At<String>>,
}

impl<'e> Writer<'_, 'e> {
    fn event(
        &mut self,
        all: &[(Event<'e>, Range<usize>)],
        index: usize,
        event: &Event<'e>,
        at: &Range<usize>,
    ) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(html, at),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Text(text) => {
                let text = cjk::unmark(text);
                self.reader.unseen_in(&text, at);
                self.out.push(Event::Text(text));
            }
            Event::Code(text) => {
                self.reader.words_at(at);
                self.out.push(Event::Code(cjk::unmark(text)));
            }
            Event::SoftBreak if cjk::joins(all, index) => {}
            Event::Start(Tag::Heading { level, .. }) => self.heading(all, index, *level),
            Event::End(TagEnd::Heading(level)) => {
                self.out.push(Event::End(TagEnd::Heading(lower(*level))));
            }
            Event::Start(Tag::Link {
                dest_url,
                title,
                link_type,
                id,
            }) => {
                if [dest_url, title]
                    .iter()
                    .any(|words| names_in(words).next().is_some())
                {
                    self.reader.words_at(at);
                }
                let dest_url = self.link(&cjk::unmark(dest_url), at);
                let (title, id, link_type) = (cjk::unmark(title), id.clone(), *link_type);
                self.out.push(Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }));
            }
            Event::Start(Tag::Image {
                dest_url,
                title,
                link_type,
                id,
            }) => {
                let dest_url = self.image(all, index, &cjk::unmark(dest_url), at);
                let (title, id, link_type) = (cjk::unmark(title), id.clone(), *link_type);
                self.out.push(Event::Start(Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                }));
            }
            Event::Start(Tag::Table(columns)) => {
                // A wide table scrolls by itself, by touch and by keyboard, and the page never does.
                self.out.push(Event::Html(
                    "<div class=\"table-scroll\" tabindex=\"0\">".into(),
                ));
                // Alignment would be an inline style, which a strict content security policy forbids.
                self.out.push(Event::Start(Tag::Table(vec![
                    Alignment::None;
                    columns.len()
                ])));
            }
            Event::End(TagEnd::Table) => {
                self.out.push(event.clone());
                self.out.push(Event::Html("</div>\n".into()));
            }
            Event::FootnoteReference(name) => {
                let id = self.ids.note(&cjk::unmark(name));
                self.out.push(Event::FootnoteReference(id.into()));
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let id = self.ids.note(&cjk::unmark(name));
                self.out
                    .push(Event::Start(Tag::FootnoteDefinition(id.into())));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                let kind = CodeBlockKind::Fenced(cjk::unmark(language));
                self.out.push(Event::Start(Tag::CodeBlock(kind)));
            }
            // A disabled checkbox without a name says nothing to a screen reader; the sign does.
            Event::TaskListMarker(done) => self
                .out
                .push(Event::Html(if *done { "☑ " } else { "☐ " }.into())),
            other => self.out.push(other.clone()),
        }
    }

    /// Takes the indentation of the text just written away.
    fn trim(&mut self) {
        if let Some(Event::Text(text)) = self.out.last_mut() {
            *text = text.trim_start().to_owned().into();
        }
    }

    fn raw_html(&self, html: &str, at: &Range<usize>) {
        let text = cjk::plain(html.trim());
        let comment = text.starts_with("<!--") || text.ends_with("-->");
        if !text.is_empty() && !comment {
            let shown: String = text.chars().take(40).collect();
            let end = at.start + html.trim_end().len().min(at.len());
            self.reader.report(
                &(at.start..end),
                Problem::RawHtml {
                    html: shown,
                    kept: None,
                },
            );
        }
    }

    /// The page's own heading is the matter's title, so the author's begin one level below.
    fn heading(&mut self, all: &[(Event<'e>, Range<usize>)], index: usize, level: HeadingLevel) {
        let inside = all[index + 1..]
            .iter()
            .take_while(|(e, _)| !matches!(e, Event::End(TagEnd::Heading(_))));
        let text: String = inside
            .filter_map(|(event, _)| match event {
                Event::Text(text) | Event::Code(text) => Some(cjk::unmark(text).into_string()),
                _ => None,
            })
            .collect();
        let anchor = slug::unique(&text, &self.page.anchors);
        let id = self.ids.heading(&anchor);
        self.page.anchors.push(anchor);
        let level = lower(level);
        self.out.push(Event::Start(Tag::Heading {
            level,
            id: Some(id.into()),
            classes: vec![],
            attrs: vec![],
        }));
    }

    fn link(&mut self, target: &str, at: &Range<usize>) -> CowStr<'e> {
        match links::kind(target) {
            links::Kind::Outside => target.to_owned().into(),
            links::Kind::Fragment(id) => {
                let target = format!("#{}", self.ids.heading(&id)).into();
                self.fragments.push(self.reader.at(at, id));
                target
            }
            links::Kind::Matter(name) => {
                self.page.matters.push(self.reader.at(at, name));
                format!("matter:{}", self.page.matters.len() - 1).into()
            }
            links::Kind::File(path) => self.file(path, at),
            links::Kind::Unsafe => {
                self.reader.report(
                    at,
                    Problem::UnsafeLink {
                        target: target.to_owned(),
                    },
                );
                "#".into()
            }
        }
    }

    fn file(&mut self, path: String, at: &Range<usize>) -> CowStr<'e> {
        self.page.files.push(Attachment {
            path,
            place: self.reader.place(at),
        });
        format!("file:{}", self.page.files.len() - 1).into()
    }

    fn image(
        &mut self,
        all: &[(Event<'e>, Range<usize>)],
        index: usize,
        target: &str,
        at: &Range<usize>,
    ) -> CowStr<'e> {
        let inside = all[index + 1..]
            .iter()
            .take_while(|(e, _)| !matches!(e, Event::End(TagEnd::Image)));
        if !inside
            .into_iter()
            .any(|(e, _)| matches!(e, Event::Text(text) if !text.trim().is_empty()))
        {
            self.reader.report(
                at,
                Problem::ImageWithoutAlt {
                    path: target.to_owned(),
                },
            );
        }
        if let links::Kind::File(path) = links::kind(target) {
            return self.file(path, at);
        }
        // A picture from elsewhere would be a third-party request from every phone.
        self.reader.report(
            at,
            Problem::UnsafeLink {
                target: target.to_owned(),
            },
        );
        "".into()
    }

    fn finish(mut self) -> Markdown {
        for fragment in &self.fragments {
            if !self.page.anchors.contains(&fragment.value) {
                let known = self.page.anchors.clone();
                let problem = Problem::BrokenAnchor {
                    anchor: fragment.value.clone(),
                    known,
                };
                self.reader
                    .report(&(fragment.place.start..fragment.place.end), problem);
            }
        }
        self.page.events = joined(self.out);
        self.page
    }
}

/// Joins neighbouring texts, so that a fact's name is in one of them, and clears table heads of empty cells: an empty head cell
/// heads nothing, and a screen reader would announce it over every cell below.
fn joined(events: Vec<Event<'_>>) -> Vec<Event<'static>> {
    let mut out: Vec<Event<'static>> = Vec::with_capacity(events.len());
    let mut head = false;
    for event in TextMergeStream::new(events.into_iter()) {
        match event {
            Event::Start(Tag::TableHead) => head = true,
            Event::End(TagEnd::TableHead) => head = false,
            Event::End(TagEnd::TableCell)
                if head && matches!(out.last(), Some(Event::Start(Tag::TableCell))) =>
            {
                out.pop();
                out.push(Event::Html("<td></td>".into()));
                continue;
            }
            _ => {}
        }
        out.push(event.into_static());
    }
    out
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        other => other,
    }
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
        assert_eq!(problems("a <b>b</b>"), ["raw-html", "raw-html"]);
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
