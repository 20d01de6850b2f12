//! The elements and texts of a page, enough to check it: an open-tag stack over html5gum's tokens.
//!
//! No repair of wrong nesting as a browser does it: that the pages are valid is another test's business.

use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, StartTag, Token, Tokenizer};

const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// A page: its nodes in the order of the source.
#[derive(Debug, Default)]
pub struct Document {
    nodes: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element {
        name: String,
        attributes: Vec<(String, String)>,
        end: usize,
    },
    Text(String),
}

/// An element of a [`Document`].
#[derive(Debug, Clone, Copy)]
pub struct Element<'a> {
    document: &'a Document,
    at: usize,
}

impl Document {
    /// Reads a page.
    pub fn parse(html: &str) -> Self {
        let mut document = Self::default();
        let mut open: Vec<usize> = Vec::new();
        let mut emitter = DefaultEmitter::<()>::default();
        // The text of a script is no markup.
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => document.open(&tag, &mut open),
                Token::EndTag(tag) => document.close(&text(&tag.name), &mut open),
                Token::String(string) => document.nodes.push(Node::Text(text(&string))),
                _ => {}
            }
        }
        while let Some(at) = open.pop() {
            document.end(at);
        }
        document
    }

    fn open<S: html5gum::SpanBound>(&mut self, tag: &StartTag<S>, open: &mut Vec<usize>) {
        let name = text(&tag.name);
        let attributes = tag
            .attributes
            .iter()
            .map(|(key, value)| (text(key), text(value)))
            .collect();
        let at = self.nodes.len();
        let leaf = tag.self_closing || VOID.contains(&name.as_str());
        self.nodes.push(Node::Element {
            name,
            attributes,
            end: at + 1,
        });
        if !leaf {
            open.push(at);
        }
    }

    fn close(&mut self, name: &str, open: &mut Vec<usize>) {
        let Some(depth) = open.iter().rposition(|&at| self.name(at) == name) else {
            return;
        };
        for at in open.drain(depth..) {
            let length = self.nodes.len();
            if let Node::Element { end, .. } = &mut self.nodes[at] {
                *end = length;
            }
        }
    }

    fn end(&mut self, at: usize) {
        let length = self.nodes.len();
        if let Node::Element { end, .. } = &mut self.nodes[at] {
            *end = length;
        }
    }

    fn name(&self, at: usize) -> &str {
        match &self.nodes[at] {
            Node::Element { name, .. } => name,
            Node::Text(_) => "",
        }
    }

    /// All elements, in the order of the source.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.within(0..self.nodes.len())
    }

    /// All elements but those inside a `<template>`, of which a script makes pieces of the page.
    pub fn shown(&self) -> impl Iterator<Item = Element<'_>> {
        let templates = self.elements().filter(|one| one.name() == "template");
        let hidden: Vec<Range<usize>> = templates.map(|one| one.at + 1..one.end()).collect();
        self.elements()
            .filter(move |one| !hidden.iter().any(|range| range.contains(&one.at)))
    }

    /// All elements with an attribute.
    pub fn with(&self, attribute: &str) -> impl Iterator<Item = Element<'_>> {
        self.elements()
            .filter(move |element| element.attribute(attribute).is_some())
    }

    fn within(&self, range: Range<usize>) -> impl Iterator<Item = Element<'_>> {
        range
            .filter(|&at| matches!(self.nodes[at], Node::Element { .. }))
            .map(move |at| Element { document: self, at })
    }
}

impl<'a> Element<'a> {
    /// The tag's name, in small letters.
    pub fn name(&self) -> &'a str {
        self.document.name(self.at)
    }

    /// The attribute's value with character references resolved; empty for `hidden`.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let Node::Element { attributes, .. } = &self.document.nodes[self.at] else {
            return None;
        };
        attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether the attribute `class` holds the name.
    pub fn has_class(&self, name: &str) -> bool {
        self.attribute("class")
            .is_some_and(|classes| classes.split_ascii_whitespace().any(|one| one == name))
    }

    /// The elements inside, in the order of the source.
    pub fn descendants(&self) -> impl Iterator<Item = Element<'a>> + use<'a> {
        self.document.within(self.at + 1..self.end())
    }

    /// The elements directly inside, in the order of the source.
    pub fn children(&self) -> impl Iterator<Item = Element<'a>> {
        let mut next = self.at + 1;
        self.descendants().filter(move |inner| {
            let is_child = inner.at >= next;
            if is_child {
                next = inner.end();
            }
            is_child
        })
    }

    /// The text inside, white space at its ends removed.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for node in &self.document.nodes[self.at..self.end()] {
            if let Node::Text(piece) = node {
                text.push_str(piece);
            }
        }
        text.trim().to_owned()
    }

    fn end(&self) -> usize {
        match &self.document.nodes[self.at] {
            Node::Element { end, .. } => *end,
            Node::Text(_) => self.at + 1,
        }
    }
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::Document;

    #[test]
    fn elements_know_what_is_inside_them() {
        let page = Document::parse(
            "<ul><li data-item=1 class='a line'>身份证<br><span class=when>户籍：外地 &amp; 其他</span></li><li>户口簿</li></ul>",
        );
        let line = page.with("data-item").next().expect("the first line");
        assert_eq!(line.text(), "身份证户籍：外地 & 其他");
        assert!(line.has_class("line"));
        let names: Vec<_> = line.descendants().map(|inner| inner.name()).collect();
        assert_eq!(names, ["br", "span"]);
        let list = page.elements().next().expect("the list");
        assert_eq!(list.children().count(), 2);
        assert_eq!(list.descendants().count(), 4);
    }

    #[test]
    fn text_of_a_script_is_no_markup() {
        let page = Document::parse("<script>if (a<b) '<p>'</script><p id=x></p>");
        assert_eq!(page.elements().count(), 2);
    }
}
