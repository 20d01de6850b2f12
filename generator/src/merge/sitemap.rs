//! Whether the parts are the whole site: every page that its sitemap names, and every community.

use std::collections::BTreeSet;

use onetrip_core::diagnostic::{Finding, PartFault};
use onetrip_core::model::Route;

use super::agree::Agreed;
use super::given::Part;

/// What is in no part.
pub(super) fn whole(parts: &[Part<'_>], agreed: &Agreed<'_>) -> Vec<Finding> {
    let fault = |file, count| Finding::nowhere(PartFault::Incomplete { file, count }.into());
    let mut findings = Vec::new();
    let absent = absent_pages(parts, agreed);
    if let Some(first) = absent.first() {
        findings.push(fault(Some(first.clone()), absent.len()));
    }
    let made = parts.iter().flat_map(|part| &part.record.made);
    let has_page = |id: &&String| agreed.files.contains_key(&*Route::plan(id).path());
    let made: BTreeSet<&String> = made.filter(has_page).collect();
    let wanted = parts.first().map_or(0, |part| part.record.communities);
    let absent = wanted.saturating_sub(made.len());
    if absent > 0 {
        findings.push(fault(None, absent));
    }
    findings
}

/// The pages that the sitemap names, and no part has; the sitemap itself where it is not there.
fn absent_pages(parts: &[Part<'_>], agreed: &Agreed<'_>) -> Vec<String> {
    let sitemap = Route::Sitemap.path();
    let part = agreed.at.get(&*sitemap).and_then(|at| parts.get(*at));
    let Some((part, bytes)) = part.and_then(|part| Some((part, part.files.read(&sitemap).ok()?)))
    else {
        return vec![sitemap];
    };
    let text = String::from_utf8_lossy(&bytes);
    let base = &part.record.made_from.address;
    let pages = addresses(&text).map(|address| path(&address, base));
    pages
        .filter(|page| !agreed.files.contains_key(&**page))
        .collect()
}

/// The addresses of a sitemap's pages.
fn addresses(sitemap: &str) -> impl Iterator<Item = String> {
    let told = sitemap.split("<loc>").skip(1);
    let told = told.filter_map(|rest| Some(rest.split_once("</loc>")?.0));
    told.map(|address| {
        let plain = address.replace("&lt;", "<").replace("&apos;", "'");
        plain.replace("&quot;", "\"").replace("&amp;", "&")
    })
}

/// The file at an address; one that is not below the site's own address is told as it is, which no part has.
fn path(address: &str, base: &str) -> String {
    match address.strip_prefix(base) {
        Some("") => Route::Region.path(),
        Some(path) => path.to_owned(),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{addresses, path};

    #[test]
    fn a_sitemap_names_files() {
        let base = "https://example.org/a&b/";
        let text = "<url><loc>https://example.org/a&amp;b/</loc></url>\n\
                    <url><loc>https://example.org/a&amp;b/dong/plan.html</loc><lastmod>2026-11-22</lastmod></url>";
        let pages: Vec<_> = addresses(text).map(|one| path(&one, base)).collect();
        assert_eq!(pages, ["index.html", "dong/plan.html"]);
    }
}
