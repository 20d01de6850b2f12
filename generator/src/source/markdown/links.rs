//! Where a link may lead.

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
        return Kind::Fragment(id.to_owned());
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
