//! From the parser's events to those of a page: links of known kinds, headings with ids, no HTML of the author's.

mod targets;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::cjk;
use super::html::token::{Kind, tokens};
use super::ids::Ids;
use super::joined::joined;
use super::lists::Lay;
use super::notes::Notes;
use super::tags::{self, Asked, Open};
use crate::diagnostic::{At, LinkFault, Problem, ProseFault};
use crate::model::{Markdown, names_in};
use crate::source::decode::Reader;

/// Words of links that do not say where they lead.
const NO_WORDS: [&str; 16] = [
    "这里",
    "点这里",
    "点击这里",
    "点我",
    "此处",
    "点击",
    "点击此处",
    "链接",
    "网址",
    "详情",
    "查看",
    "查看详情",
    "here",
    "click here",
    "link",
    "more",
];

/// So many headings are told where a link leads to none.
const MOST: usize = 30;

pub(super) struct Writer<'a, 'e> {
    reader: &'a Reader,
    ids: Ids,
    out: Vec<Event<'e>>,
    page: Markdown,
    /// Links to headings of this page, checked once all headings are known.
    fragments: Vec<At<String>>,
    /// The heading above, as it was written, and those that it stands under.
    headings: Vec<HeadingLevel>,
    /// Tags of HTML that are open.
    open: Open,
    notes: Notes<'e>,
}

impl<'a, 'e> Writer<'a, 'e> {
    pub(super) fn new(reader: &'a Reader) -> Self {
        Self {
            reader,
            ids: Ids::of(&reader.file),
            out: Vec::new(),
            page: Markdown::default(),
            fragments: Vec::new(),
            headings: vec![HeadingLevel::H2],
            open: Open::default(),
            notes: Notes::default(),
        }
    }

    /// Writes an event, with what a list of the author's asks for in its place or before it.
    pub(super) fn lay(
        &mut self,
        lay: Option<Lay>,
        all: &[(Event<'e>, Range<usize>)],
        index: usize,
    ) {
        let (event, at) = &all[index];
        if let Some(Lay::Instead(html) | Lay::Before(html)) = lay {
            let ends = self.open.end_all();
            self.out.extend(ends.into_iter().map(Event::End));
            self.out.push(Event::Html(html.into()));
        }
        let ends = self.open.pass(event);
        self.out.extend(ends.into_iter().map(Event::End));
        match lay {
            Some(Lay::Instead(_)) => {}
            Some(Lay::Break) => self.out.push(Event::HardBreak),
            _ => self.event(all, index, event, at),
        }
    }

    fn event(
        &mut self,
        all: &[(Event<'e>, Range<usize>)],
        index: usize,
        event: &Event<'e>,
        at: &Range<usize>,
    ) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.html_block(at),
            Event::Html(_) | Event::End(TagEnd::HtmlBlock) => {}
            Event::InlineHtml(html) => self.inline_html(html, at),
            Event::Text(text) => {
                let text = cjk::unmark(text);
                self.reader.unseen_in(&text, at);
                let begins = matches!(self.out.last(), Some(Event::Start(Tag::Paragraph)));
                self.out.push(Event::Text(text));
                if begins {
                    self.trim();
                }
            }
            Event::Code(text) => {
                self.reader.words_at(at);
                self.out.push(Event::Code(cjk::unmark(text)));
            }
            Event::SoftBreak if cjk::joins(all, index) => {}
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading_by_line(at);
                self.heading(all, index, *level);
            }
            Event::End(TagEnd::Heading(_)) => {
                self.out.push(Event::End(TagEnd::Heading(self.level())));
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
                self.link_words(all, index);
                let address = cjk::unmark(dest_url);
                // The page's HTML makes `mailto:` of it.
                let dest_url = if *link_type == LinkType::Email {
                    address
                } else {
                    self.link(&address, at)
                };
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
                let reference = self.notes.reference(&cjk::unmark(name), &mut self.ids);
                self.out.push(reference);
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                self.notes.begin(&cjk::unmark(name), at, &mut self.out);
            }
            Event::End(TagEnd::FootnoteDefinition) => self.notes.end(&mut self.out),
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
    pub(super) fn trim(&mut self) {
        if let Some(Event::Text(text)) = self.out.last_mut() {
            *text = text.trim_start().to_owned().into();
        }
    }

    /// What is left of blocks is comments; anything else is lost.
    fn html_block(&self, at: &Range<usize>) {
        let html = self.reader.text[at.clone()].trim();
        if !html.starts_with("<!--") {
            let html: String = html.chars().take(40).collect();
            self.reader.report(at, ProseFault::html_lost(html).into());
        }
    }

    /// What stands in a paragraph between angle brackets; what is none of the tags that are shown was told before.
    fn inline_html(&mut self, html: &str, at: &Range<usize>) {
        let html = cjk::plain(html);
        let Some(token) = tokens(&html, 0..html.len()).pop() else {
            return;
        };
        let asked = match token.kind {
            Kind::Open | Kind::Close => tags::asked(&html, &token),
            _ => Asked::Nothing,
        };
        match asked {
            Asked::Break => self.out.push(Event::HardBreak),
            Asked::Begin(tag) => {
                self.open.begin(&token.name, &tag);
                self.out.push(Event::Start(tag));
            }
            Asked::Link(address) if !self.open.is_link() => {
                let tag = tags::link(self.link(&address, at));
                self.open.begin(&token.name, &tag);
                self.out.push(Event::Start(tag));
            }
            Asked::End => self.out.extend(self.open.end(&token.name).map(Event::End)),
            Asked::Link(_) | Asked::Nothing => {}
        }
    }

    /// The level of the heading above: none is left out, as readers aloud go from one to the next.
    fn level(&self) -> HeadingLevel {
        HeadingLevel::try_from(self.headings.len() + 1).unwrap_or(HeadingLevel::H6)
    }

    /// 点这里: who has links read out, or looks for one, hears nothing of where it leads.
    fn link_words(&self, all: &[(Event<'e>, Range<usize>)], index: usize) {
        let inside = all[index + 1..].iter();
        let inside = inside.take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Link)));
        let words = inside.filter_map(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => Some(cjk::unmark(text).into_string()),
            _ => None,
        });
        let words: String = words.collect();
        let bare = words.trim().trim_matches(['【', '】', '>', '＞', '→']);
        if NO_WORDS.contains(&bare.to_lowercase().as_str()) {
            let words = words.trim().to_owned();
            let fault = ProseFault::LinkWords { words };
            self.reader.report(&all[index].1, Problem::from(fault));
        }
    }

    /// A line below a paragraph makes a heading of it, which is rarely meant.
    fn heading_by_line(&self, at: &Range<usize>) {
        let written = self.reader.text[at.clone()].trim_end();
        let Some((title, line)) = written.rsplit_once('\n') else {
            return;
        };
        let bare = line.trim();
        if bare.is_empty() || bare.contains(|sign| !['-', '='].contains(&sign)) {
            return;
        }
        let start = at.start + written.len() - line.trim_start().len();
        let fault = ProseFault::HeadingByLine {
            title: title.trim().replace('\n', ""),
            line: bare.to_owned(),
        };
        self.reader
            .report(&(start..start + bare.len()), Problem::from(fault));
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
        if text.trim().is_empty() {
            let empty = ProseFault::HeadingEmpty;
            self.reader.report(&all[index].1, Problem::from(empty));
        }
        let anchor = self.ids.anchor(&text);
        let id = self.ids.heading(&anchor);
        self.page.anchors.push(anchor);
        self.headings.retain(|above| *above < lower(level));
        self.headings.push(lower(level));
        self.out.push(Event::Start(Tag::Heading {
            level: self.level(),
            id: Some(id.into()),
            classes: vec![],
            attrs: vec![],
        }));
    }

    pub(super) fn finish(mut self) -> Markdown {
        let anchors: BTreeSet<&String> = self.page.anchors.iter().collect();
        for fragment in &self.fragments {
            if !anchors.contains(&fragment.value) {
                let known = self.page.anchors.iter().take(MOST).cloned().collect();
                let problem = LinkFault::BrokenAnchor {
                    anchor: fragment.value.clone(),
                    known,
                }
                .into();
                self.reader
                    .report(&(fragment.place.start..fragment.place.end), problem);
            }
        }
        let (notes, idle) = self.notes.finish(&mut self.ids);
        self.out.extend(notes);
        for (at, name) in idle {
            let line = self.reader.text[at.clone()].lines().next();
            let at = at.start..at.start + line.map_or(0, str::len);
            let fault = ProseFault::NoteIdle { name };
            self.reader.report(&at, Problem::from(fault));
        }
        self.page.events = joined(self.out);
        self.page
    }
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        other => other,
    }
}
