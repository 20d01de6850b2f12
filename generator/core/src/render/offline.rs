//! What a phone keeps of a community, so that it is there without a network: one list a language, `offline.json`.
//!
//! The worker (`sw.js`, wasm-widget/web/sw.js) fetches what the list names once somebody has been on a page, and again what changed. It is
//! made of the files that the site has, with their digests, so it can name nothing that there is not.

use std::collections::BTreeSet;

use serde::Serialize;

use super::assets::Assets;
use super::data::json;
use crate::model::{Community, Route, Share};
use crate::output::{Listed, Listing, NewFile};
use crate::translate::Locale;

/// So much may come over the network to a phone, in bytes: 1 MB, as packed by a host.
const LIMIT: usize = 1_000_000;
/// What is sent with every file, about.
const HEAD: usize = 300;
/// Digits of a digest: the worker makes as many itself.
const DIGITS: usize = 16;
/// What the list is in; the worker leaves another one alone.
const FORMAT: u32 = 1;

/// What a phone keeps.
#[derive(Serialize)]
struct List<'a> {
    format: u32,
    /// What comes over the network, about.
    bytes: usize,
    /// Path below the site's top, and the digest of the bytes; none of what has a name that changes with them.
    files: Vec<(&'a str, &'a str)>,
}

/// A file that may be kept.
struct File<'a> {
    path: &'a str,
    digest: &'a str,
    bytes: usize,
}

impl File<'_> {
    /// What comes over the network where the host packs what it sends: pages and scripts become a third at the most, programs a half, pictures stay.
    fn packed(&self) -> usize {
        let parts = match self.path.rsplit('.').next() {
            Some("png" | "jpg" | "jpeg" | "webp") => 1,
            Some("wasm") => 2,
            _ => 3,
        };
        self.bytes.div_ceil(parts) + HEAD
    }
}

/// The lists of the communities of a `share` in one language, from all that was made of them, and the `pictures` of the content that pages show.
pub fn lists(
    locale: &Locale<'_>,
    share: Share,
    assets: &Assets,
    listing: &Listing,
    pictures: &Listing,
) -> Vec<NewFile> {
    share
        .communities(&locale.region)
        .map(|community| {
            let route = Route::kept(&community.id);
            NewFile {
                path: route.path_in(locale.folder),
                origin: route.origin(None),
                bytes: list(locale, community, assets, [listing, pictures]).into_bytes(),
            }
        })
        .collect()
}

fn list(
    locale: &Locale<'_>,
    community: &Community,
    assets: &Assets,
    [listing, pictures]: [&Listing; 2],
) -> String {
    let home = Route::home(&community.id).path_in(locale.folder);
    let folder = home
        .rsplit_once('/')
        .map_or("", |(_, name)| &home[..home.len() - name.len()]);
    let below = listing
        .range(folder.to_owned()..)
        .take_while(|(path, _)| path.starts_with(folder))
        .filter_map(|(path, listed)| Some((Rank::of(path.strip_prefix(folder)?)?, path, listed)));
    let shown = locale.region.shared_pictures().chain(community.doors());
    let shown: BTreeSet<String> = shown
        .map(|picture| Route::Attachment(picture.path.clone()).path())
        .collect();
    let pictures = pictures
        .iter()
        .filter(|(path, _)| shown.contains(*path))
        .map(|(path, listed)| (Rank::Picture, path, listed));
    let mut own: Vec<(Rank, &String, &Listed)> = below.chain(pictures).collect();
    own.sort_by_key(|(rank, ..)| *rank);
    let assets = assets.kept(locale.language);
    let assets = assets.map(|(path, bytes)| File {
        path,
        digest: "",
        bytes,
    });
    let mut list = List {
        format: FORMAT,
        bytes: 0,
        files: Vec::new(),
    };
    let own = own.into_iter().map(|(_, path, listed)| File {
        path,
        digest: &listed.sha256[..DIGITS],
        bytes: listed.bytes,
    });
    for file in assets.chain(own) {
        let bytes = list.bytes + file.packed();
        if bytes <= LIMIT {
            list.bytes = bytes;
            list.files.push((file.path, file.digest));
        }
    }
    json(&list)
}

/// What comes first where not everything fits: what leads to the others, then pages and their data, matter by matter, then papers and codes,
/// then pictures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Leads,
    Matter,
    Paper,
    Picture,
}

impl Rank {
    /// Of a path below the community's folder in its language; none of what is not kept: the screen in the hall, drawings, sheets,
    /// other languages, and data that only pages on a disk load.
    fn of(path: &str) -> Option<Self> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let leads = |stem: &str| {
            ["index", "plan", "find", "search"].contains(&stem) || stem.starts_with("category-")
        };
        let (stem, ending) = name.rsplit_once('.')?;
        match (folder, ending) {
            ("" | "data", "html" | "js" | "json") if leads(stem) => Some(Self::Leads),
            ("", "html") if stem == "screen" => None,
            ("", "html") | ("data", "json") => Some(Self::Matter),
            ("paper", "html") | ("qr", "png") => Some(Self::Paper),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rank;

    #[test]
    fn what_leads_to_the_others_comes_first() {
        for (path, rank) in [
            ("index.html", Some(Rank::Leads)),
            ("category-elders.html", Some(Rank::Leads)),
            ("data/find.js", Some(Rank::Leads)),
            ("data/index.json", Some(Rank::Leads)),
            ("a07.html", Some(Rank::Matter)),
            ("data/a07.json", Some(Rank::Matter)),
            ("data/a07.js", None),
            ("paper/hu-kou-bu.html", Some(Rank::Paper)),
            ("qr/a07.png", Some(Rank::Paper)),
            ("qr/a07.svg", None),
            ("screen.html", None),
            ("print/a07.pdf", None),
            ("en/a07.html", None),
            ("en/data/a07.json", None),
        ] {
            assert!(Rank::of(path) == rank, "{path}");
        }
    }
}
