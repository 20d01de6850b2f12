//! sitemap.xml (sitemaps.org, version 0.9).

use std::fmt::Write as _;

use super::find;
use super::languages;
use super::links::{matter_route, shows};
use super::pages::{category_page, lists_apart};
use super::site::Site;
use super::view::AlternateView;
use crate::model::{Matter, Route};
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
    let mut routes = vec![(Route::Region, None)];
    let homes = region
        .communities
        .iter()
        .filter(|community| !community.id.is_empty());
    routes.extend(homes.map(|community| (Route::home(&community.id), None)));
    let plans = region.communities.iter();
    routes.extend(plans.map(|community| (Route::plan(&community.id), None)));
    let finders = region.communities.iter();
    let finders = finders.filter(|community| find::offers(region, community));
    routes.extend(finders.map(|community| (Route::find(&community.id), None)));
    let checked = |matter: &Matter| Some(matter.verified_on.value.to_string());
    routes.extend(
        site.offered()
            .iter()
            .map(|(c, m)| (matter_route(c, m), checked(m))),
    );
    let names = || {
        let materials = region.materials.values();
        materials.filter_map(|material| material.page.as_ref())
    };
    for community in &region.communities {
        routes.extend(names().map(|page| (Route::paper(&community.id, &page.value), None)));
    }
    let many = region.communities.iter();
    for community in many.filter(|community| lists_apart(region, community)) {
        let full = region.categories.iter().filter(|category| {
            let mut offered = region.offered(community);
            offered.any(|matter| matter.category == category.id)
        });
        let page = |id: &str| Route::category(&community.id, &category_page(region, id));
        routes.extend(full.map(|category| (page(&category.id), None)));
    }
    let pages = region.pages.iter();
    routes.extend(pages.map(|page| (Route::Page(page.name.clone()), None)));
    let entries: Vec<Entry> = routes
        .iter()
        .flat_map(|(route, changed)| entries(site, route, changed.as_ref()))
        .collect();
    file(&entries)
}

/// A page in each of its languages.
fn entries(site: &Site<'_>, route: &Route, changed: Option<&String>) -> Vec<Entry> {
    let base = site.region().base();
    let there: Vec<&Locale<'_>> = site
        .locales
        .iter()
        .filter(|locale| shows(locale, route))
        .collect();
    let alternates = languages::alternates(route, base, &there);
    let entry = |locale: &&Locale<'_>| Entry {
        address: base.address_in(route, locale.folder),
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
