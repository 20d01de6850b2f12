//! sitemap.xml (sitemaps.org, version 0.9).

use std::fmt::Write as _;

use super::languages;
use super::links::Leaf;
use super::pages::Site;
use super::view::AlternateView;
use crate::model::Matter;
use crate::translate::Locale;

/// An address and the date of its last change.
struct Entry {
    address: String,
    changed: Option<String>,
    /// The page in every language; none when it is in one.
    alternates: Vec<AlternateView>,
}

/// Every page of a site, in each of its languages; `site` is the first language's.
pub(super) fn sitemap(site: &Site<'_>) -> Vec<u8> {
    let region = site.region();
    let mut leaves = vec![(Leaf::region(), None)];
    let homes = region
        .communities
        .iter()
        .filter(|community| !community.id.is_empty());
    leaves.extend(homes.map(|community| (Leaf::home(community), None)));
    leaves.extend(
        region
            .communities
            .iter()
            .map(|community| (Leaf::plan(community), None)),
    );
    let checked = |matter: &Matter| Some(matter.verified_on.to_string());
    leaves.extend(
        site.offered()
            .iter()
            .map(|(c, m)| (Leaf::matter(c, m), checked(m))),
    );
    leaves.extend(region.pages.iter().map(|page| (Leaf::free(page), None)));
    let entries: Vec<Entry> = leaves
        .iter()
        .flat_map(|(leaf, changed)| entries(site, leaf, changed.as_ref()))
        .collect();
    file(&entries)
}

/// A page in each of its languages.
fn entries(site: &Site<'_>, leaf: &Leaf<'_>, changed: Option<&String>) -> Vec<Entry> {
    let base = &site.region().base_url.value;
    let there: Vec<&Locale<'_>> = site
        .locales
        .iter()
        .filter(|locale| leaf.is_in(locale))
        .collect();
    let alternates = languages::alternates(leaf, base, &there);
    let entry = |locale: &&Locale<'_>| Entry {
        address: leaf.address(base, locale),
        changed: changed.cloned(),
        alternates: alternates.clone(),
    };
    there.iter().map(entry).collect()
}

fn file(entries: &[Entry]) -> Vec<u8> {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
    );
    if entries.iter().any(|entry| !entry.alternates.is_empty()) {
        out.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    }
    out.push_str(">\n");
    for entry in entries {
        let address = escape(&entry.address);
        let changed = entry
            .changed
            .as_deref()
            .map(|date| format!("<lastmod>{date}</lastmod>"))
            .unwrap_or_default();
        let _ = write!(out, "<url><loc>{address}</loc>{changed}");
        for AlternateView { lang, address } in &entry.alternates {
            let address = escape(address);
            let _ = write!(
                out,
                "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{address}\"/>"
            );
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out.into_bytes()
}

fn escape(address: &str) -> String {
    address
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('\'', "&apos;")
        .replace('"', "&quot;")
}
