//! Which tags of HTML mean what.

/// Tags inside a paragraph that are shown for what they mean.
pub(in super::super) const SHOWN: &[&str] = &[
    "a", "b", "strong", "i", "em", "s", "del", "strike", "sub", "sup", "br",
];

/// Their content is none of the text.
pub(super) const WITHOUT_WORDS: &[&str] = &[
    "script", "style", "iframe", "object", "svg", "math", "template", "head", "title", "xml",
    "video", "audio", "canvas", "noscript",
];

/// They have no content, and something is lost with them.
pub(super) const PICTURES: &[&str] = &["img", "input", "embed", "image"];

/// They begin or end a paragraph.
pub(super) const BREAKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "caption",
    "center",
    "pre",
    "hr",
    "form",
    "body",
    "html",
    "figure",
    "figcaption",
    "address",
    "fieldset",
    "details",
    "summary",
];

pub(super) const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];
