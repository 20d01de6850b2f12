//! sitemap.xml (sitemaps.org, version 0.9).

use std::fmt::Write as _;

/// An address and the date of its last change.
pub(super) struct Entry {
    pub(super) address: String,
    pub(super) changed: Option<String>,
}

/// The file.
pub(super) fn sitemap(entries: &[Entry]) -> Vec<u8> {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for entry in entries {
        let address = entry.address.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;");
        let changed =
            entry.changed.as_deref().map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
        let _ = writeln!(out, "<url><loc>{address}</loc>{changed}</url>");
    }
    out.push_str("</urlset>\n");
    out.into_bytes()
}
