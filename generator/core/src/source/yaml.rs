//! YAML as a tree in which every value knows its place.
//!
//! Reads the parser's events into [`Node`]s: nothing is typed by guessing (`0755` and `no` stay text), keys
//! may stand twice (the decoder reports them all), references and tags are refused where they stand.

use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

use crate::diagnostic::YamlFault;

/// More entries than any guide needs.
const MAX_NODES: usize = 20_000;
/// Deeper than any guide needs.
const MAX_DEPTH: usize = 32;

/// A value and its bytes in the file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) span: Range<usize>,
    pub(super) value: Value,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing after the colon.
    Null,
    /// A text; `plain` when it was written without quotes.
    Text { text: String, plain: bool },
    /// A list; `flow` when it was written in brackets.
    List { items: Vec<Node>, flow: bool },
    /// Keys and values in their order.
    Map(Vec<(Node, Node)>),
}

/// A fault and its bytes in the file.
pub(super) type Fault = (Range<usize>, YamlFault);

/// Reads the YAML at `range` of `source`; `None` for an empty document.
pub(super) fn parse(source: &str, range: Range<usize>) -> Result<Option<Node>, Fault> {
    let mut builder = Builder {
        parser: Parser::new_from_str(&source[range.clone()]),
        source,
        range,
        nodes: 0,
    };
    builder.document()
}

struct Builder<'a> {
    parser: Parser<'a, granit_parser::StrInput<'a>>,
    source: &'a str,
    range: Range<usize>,
    nodes: usize,
}

impl<'a> Builder<'a> {
    fn document(&mut self) -> Result<Option<Node>, Fault> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::DocumentStart(..) if root.is_some() => {
                    return Err((span, YamlFault::SecondDocument));
                }
                Event::DocumentStart(..) => {
                    let (event, span) = self.next()?;
                    root = Some(self.node(event, span, 0)?);
                }
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Range<usize>), Fault> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                let bytes = span.byte_range().unwrap_or(0..0);
                Ok((
                    event,
                    self.range.start + bytes.start..self.range.start + bytes.end,
                ))
            }
            Some(Err(error)) => Err(self.fault(&error)),
            None => Ok((Event::StreamEnd, self.range.end..self.range.end)),
        }
    }

    fn node(&mut self, event: Event<'a>, span: Range<usize>, depth: usize) -> Result<Node, Fault> {
        self.nodes += 1;
        if self.nodes > MAX_NODES || depth > MAX_DEPTH {
            return Err((span, YamlFault::TooLarge));
        }
        match event {
            Event::Alias(_) => Err((span, YamlFault::Alias)),
            Event::Scalar(.., anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag)
                if anchor != 0 || tag.is_some() =>
            {
                let fault = if anchor == 0 {
                    YamlFault::Tag
                } else {
                    YamlFault::Alias
                };
                Err((self.property_before(&span), fault))
            }
            Event::Scalar(text, style, ..) => Ok(self.scalar(&text, style, span)),
            Event::SequenceStart(style, ..) => {
                self.list(style == granit_parser::StructureStyle::Flow, span, depth)
            }
            Event::MappingStart(..) => self.map(span, depth),
            _ => Ok(Node {
                span,
                value: Value::Null,
            }),
        }
    }

    fn scalar(&self, text: &str, style: ScalarStyle, span: Range<usize>) -> Node {
        let plain = style == ScalarStyle::Plain;
        let written = self.source.get(span.clone()).unwrap_or_default();
        let span = span.start..span.start + written.trim_end().len();
        let value = match text {
            "" | "~" | "null" if plain => Value::Null,
            _ => Value::Text {
                text: text.to_owned(),
                plain,
            },
        };
        Node { span, value }
    }

    fn list(&mut self, flow: bool, span: Range<usize>, depth: usize) -> Result<Node, Fault> {
        let mut items = Vec::new();
        loop {
            let (event, end) = self.next()?;
            if event == Event::SequenceEnd {
                let last = items.last().map_or(span.end, |n: &Node| n.span.end);
                let end = if flow { end.end } else { last };
                return Ok(Node {
                    span: span.start..end.max(last),
                    value: Value::List { items, flow },
                });
            }
            items.push(self.node(event, end, depth + 1)?);
        }
    }

    fn map(&mut self, span: Range<usize>, depth: usize) -> Result<Node, Fault> {
        let mut entries: Vec<(Node, Node)> = Vec::new();
        loop {
            let (event, at) = self.next()?;
            if event == Event::MappingEnd {
                let last = entries.last().map_or(span.end, |(_, value)| value.span.end);
                return Ok(Node {
                    span: span.start..at.end.min(self.range.end).max(last),
                    value: Value::Map(entries),
                });
            }
            let key = self.node(event, at, depth + 1)?;
            let (event, at) = self.next()?;
            let value = self.node(event, at, depth + 1)?;
            entries.push((key, value));
        }
    }

    /// The `&name` or `!tag` that stands before a value on its line.
    fn property_before(&self, span: &Range<usize>) -> Range<usize> {
        let before = &self.source[self.range.start..span.start.max(self.range.start)];
        match before.rfind(['&', '!']) {
            Some(at) => {
                let start = self.range.start + at;
                let length = self.source[start..].find(char::is_whitespace).unwrap_or(1);
                start..start + length
            }
            None => span.clone(),
        }
    }

    fn fault(&self, error: &ScanError) -> Fault {
        let offset = error.marker().byte_offset().unwrap_or(0);
        let start = (self.range.start + offset).min(self.range.end);
        let rest = self.source.get(start..self.range.end).unwrap_or_default();
        let length = rest.lines().next().unwrap_or_default().trim_end().len();
        let span = if length == 0 {
            self.line_before(start)
        } else {
            start..start + length
        };
        (span, kind(error))
    }

    /// The last line with text before `offset`: an error at an empty place is shown there.
    fn line_before(&self, offset: usize) -> Range<usize> {
        let before = self
            .source
            .get(self.range.start..offset)
            .unwrap_or_default()
            .trim_end();
        let end = self.range.start + before.len();
        let start = before
            .rfind('\n')
            .map_or(self.range.start, |at| self.range.start + at + 1);
        start..end
    }
}

fn kind(error: &ScanError) -> YamlFault {
    use ErrorKind as K;
    match error.kind() {
        K::UnclosedQuotedScalar
        | K::DocumentIndicatorInQuotedScalar
        | K::InvalidTrailingDoubleQuotedScalar
        | K::InvalidTrailingSingleQuotedScalar
        | K::InvalidQuotedScalarIndent => YamlFault::Unclosed,
        K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator
        | K::MisplacedFlowCollectionEnd
        | K::MismatchedFlowCollectionEnd { .. }
        | K::UnclosedFlowCollection { .. } => YamlFault::Bracket,
        K::ExpectedBlockMappingKey
        | K::ExpectedBlockSequenceEntry
        | K::SimpleKeyExpected
        | K::InvalidSimpleKey
        | K::InvalidIndentation
        | K::MappingKeyNotAllowed
        | K::MappingValueNotAllowed
        | K::BlockSequenceEntryNotAllowed
        | K::InvalidFlowScalarIndent => YamlFault::Indentation,
        K::UnknownAnchor | K::MissingAnchorOrAliasName => YamlFault::Alias,
        K::UndeclaredTagHandle => YamlFault::Tag,
        K::RecursionLimitExceeded => YamlFault::TooLarge,
        _ => YamlFault::Other {
            detail: error.info(),
        },
    }
}
