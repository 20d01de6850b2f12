//! sitemap.xml (sitemaps.org, version 0.9).

use std::fmt::Write as _;

use super::view::AlternateView;

/// An address and the date of its last change.
pub(super) struct Entry {
    pub(super) address: String,
    pub(super) changed: Option<String>,
    /// See [`PageView::alternates`](super::view::PageView).
    pub(super) alternates: Vec<AlternateView>,
}

/// The file.
pub(super) fn sitemap(entries: &[Entry]) -> Vec<u8> {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
    );
    if entries.iter().any(|entry| !entry.alternates.is_empty()) {
        out.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    }
    out.push_str(">\n");
    for entry in entries {
        let address = escape(&entry.address);
        let changed =
            entry.changed.as_deref().map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
        let _ = write!(out, "<url><loc>{address}</loc>{changed}");
        for AlternateView { lang, address } in &entry.alternates {
            let address = escape(address);
            let _ = write!(out, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{address}\"/>");
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out.into_bytes()
}

fn escape(address: &str) -> String {
    address.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;").replace('"', "&quot;")
}
