//! From a checked region to files: pages of every language, codes, attachments, sheets, the manifest.

use super::codes::{Files, posters};
use super::earlier_pages::EarlierPages;
use super::work::{Made, PartOf, Work, of};
use super::{PrintOrder, Stage};
use crate::diagnostic::{Finding, Origin, Place, ReadingFault, SiteFile};
use crate::model::{LEDGER, Route};
use crate::output::{Listed, Listing, NewFile, PartRecord, hex_digest, manifest};
use crate::parallel;
use crate::render::{Assets, Site, Templates, offline, page_files};

/// Everything.
pub(super) fn site(work: &Work<'_>, made: &mut Made<'_>) {
    if all_but_manifest(work, made) {
        list(work, None, made);
    }
}

/// One part of it, with the ledger that all parts agree on.
pub(super) fn part(work: &Work<'_>, part: &PartOf<'_>, made: &mut Made<'_>) {
    let Some(region) = work.region().filter(|_| all_but_manifest(work, made)) else {
        return;
    };
    if let Some(text) = part.ledger {
        made.put_all(vec![NewFile {
            path: LEDGER.to_owned(),
            bytes: text.as_bytes().to_vec(),
            origin: Origin {
                what: SiteFile::Ledger,
                file: None,
            },
        }]);
    }
    list(work, Some(&(part.record)(region)), made);
}

/// Pages, codes, attachments and sheets; false where no more is to be made.
fn all_but_manifest(work: &Work<'_>, made: &mut Made<'_>) -> bool {
    let assets = match pages(work, made) {
        Ok(assets) => assets,
        Err(wrong) => {
            made.found(wrong);
            return false;
        }
    };
    if !codes(work, made) {
        return false;
    }
    let pictures = pictures(work);
    for locale in work.locales {
        let lists = offline::lists(locale, work.share, &assets, &made.outlet.listing, &pictures);
        made.put_all(lists);
    }
    if work.share.makes_shared() {
        attachments(work, made);
    }
    sheets(work, made);
    true
}

/// The list of all files.
fn list(work: &Work<'_>, part: Option<&PartRecord>, made: &mut Made<'_>) {
    let json = manifest(&made.outlet.listing, &made.origins, work.published, part);
    made.put(&Route::Manifest, json);
}

/// The pages of every language, and what they load.
fn pages(work: &Work<'_>, made: &mut Made<'_>) -> Result<Assets, Vec<Finding>> {
    let shared = work.share.makes_shared();
    let mut outlet = shared.then_some(&mut made.outlet);
    let mut assets = Assets::place(work.theme, outlet.as_deref_mut()).map_err(|one| vec![one])?;
    let base = work.region().map(|region| region.base().as_str());
    for locale in work.locales {
        let base = base.unwrap_or_default();
        assets
            .place_texts(work.theme, locale.language, base, outlet.as_deref_mut())
            .map_err(|finding| vec![finding])?;
    }
    let site = |locale| Site {
        locale,
        locales: work.locales,
        books: work.books,
        theme: work.theme,
        assets: &assets,
        today: work.world.today,
        printed: work.linked,
        share: work.share,
    };
    let sites: Vec<Site<'_>> = work.locales.iter().map(site).collect();
    work.progress
        .begin(Stage::Render, sites.iter().map(Site::made_pages).sum());
    for site in &sites {
        let templates = Templates::load(site.theme, site.locale.language)?;
        let earlier = EarlierPages::new(work, site.locale.folder, made);
        page_files(site, &templates, &earlier, &mut |units| {
            let mut files = Vec::new();
            for unit in units {
                earlier.note(&unit, made);
                for page in unit.1 {
                    match page {
                        Ok(page) => files.push(page),
                        Err(finding) => made.found([finding]),
                    }
                }
            }
            made.put_all(files);
        });
        earlier.keep(made);
    }
    Ok(assets)
}

/// So many codes are drawn and read back before they are given on.
const AT_ONCE: usize = 512;

/// The files of every code; whether all can be read, without which no sheet is worth its paper.
fn codes(work: &Work<'_>, made: &mut Made<'_>) -> bool {
    let region = work.region();
    let wanted = region.map(|region| posters(region, work.share));
    let mut wanted = wanted.unwrap_or_default();
    work.progress.begin(Stage::Codes, wanted.len());
    let mut whole = true;
    let stay = made.outlet.keeps();
    while !wanted.is_empty() {
        let rest = wanted.split_off(wanted.len().min(AT_ONCE));
        let some = std::mem::replace(&mut wanted, rest);
        let drawn = parallel::map_each(some, |poster| {
            let code = poster.files(work.codes, work.earlier, stay);
            work.progress.step();
            code
        });
        let (mut files, mut kept) = (Vec::new(), Vec::new());
        for code in drawn {
            match code {
                Ok(code) => {
                    for route in &code.routes {
                        made.origins.insert(route.path(), code.made_from.clone());
                    }
                    let routes = code.routes.into_iter();
                    match code.files {
                        Files::Made(bytes) => {
                            files.extend(routes.zip(bytes).map(|(route, bytes)| of(&route, bytes)));
                        }
                        Files::Kept(seals) => kept.extend(routes.zip(seals)),
                    }
                    made.codes += 1;
                }
                Err(finding) => {
                    made.found([finding]);
                    whole = false;
                }
            }
        }
        made.put_all(files);
        made.keep_all(kept);
    }
    whole
}

/// The files of the content folder that pages may link to.
fn attachments(work: &Work<'_>, made: &mut Made<'_>) {
    for path in work.region().iter().flat_map(|region| region.files.keys()) {
        match work.world.content.read(path) {
            Ok(bytes) => made.put(&Route::Attachment(path.clone()), bytes.into_owned()),
            Err(error) => {
                let problem = ReadingFault::Unreadable {
                    reason: error.into(),
                }
                .into();
                made.found([Finding::at(Place::file(path), problem)]);
            }
        }
    }
}

/// The pictures of papers, categories and doors: every part of a site names them, though one alone makes them.
fn pictures(work: &Work<'_>) -> Listing {
    let region = work.region();
    let listed = region
        .iter()
        .flat_map(|region| region.pictures())
        .filter_map(|picture| {
            let bytes = work.world.content.read(&picture.path).ok()?;
            let listed = Listed {
                sha256: hex_digest(&bytes),
                bytes: bytes.len(),
                file: None,
            };
            Some((Route::Attachment(picture.path.clone()).path(), listed))
        });
    listed.collect()
}

/// Prints what was wished for.
pub(super) fn sheets(work: &Work<'_>, made: &mut Made<'_>) {
    let (Some((press, options)), Some(locale)) = (work.printing, work.locales.first()) else {
        return;
    };
    let order = PrintOrder {
        locale,
        books: work.books,
        theme: work.theme,
        content: work.world.content,
        fonts: work.world.fonts,
        codes: work.codes,
        today: work.world.today,
        options,
        share: work.share,
        earlier: work.earlier,
        progress: work.progress,
    };
    made.sheets = press.print(&order, &mut |printed| {
        let files = printed.files.into_iter().map(|(path, bytes)| NewFile {
            path,
            bytes,
            origin: Origin {
                what: SiteFile::Sheet,
                file: None,
            },
        });
        made.put_all(files.collect());
        made.origins.extend(printed.made_from);
        made.found(printed.findings);
    });
}
