//! Where a link may lead.

use percent_encoding::percent_decode_str;

/// The kinds of targets.
pub(super) enum Kind {
    /// The web, a phone, a mail address.
    Outside,
    /// A heading of this page.
    Fragment(String),
    /// Another matter.
    Matter(String),
    /// A file of the content folder.
    File(String),
    /// Anything else.
    Unsafe,
}

/// What `target` is. A scheme is whatever stands before the first colon, so a new one is unsafe until it is allowed.
pub(super) fn kind(target: &str) -> Kind {
    if let Some(id) = target.strip_prefix('#') {
        return Kind::Fragment(decoded(id));
    }
    if let Some(name) = target.strip_prefix("matter:") {
        return Kind::Matter(name.trim().to_owned());
    }
    let lower = target.to_ascii_lowercase();
    if ["https://", "http://", "tel:", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
    {
        return Kind::Outside;
    }
    let plain = !target.contains([':', '\\'])
        && !target.starts_with('/')
        && !target.chars().any(char::is_control);
    if plain && !target.is_empty() {
        Kind::File(target.to_owned())
    } else {
        Kind::Unsafe
    }
}

/// An address's letters as people write them: whoever copies it from a browser has `%E5%A4%A7`.
fn decoded(id: &str) -> String {
    let text = percent_decode_str(id).decode_utf8();
    text.map_or_else(|_| id.to_owned(), std::borrow::Cow::into_owned)
}
