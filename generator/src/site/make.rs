//! From a checked region to files: pages of every language, codes, attachments, sheets, the manifest.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::codes::posters;
use super::{Progress, Stage};
use crate::check::CompiledRules;
use crate::diagnostic::{Finding, Origin, Place, ReadingFault, SiteFile};
use crate::model::{Region, Route};
use crate::output::{PreviousBuild, Tree, manifest};
use crate::print::{self, Fonts, PrintContext, PrintEnv, PrintOptions};
use crate::qr::Codes;
use crate::render::{self, Assets, Site, Templates, page_files};
use crate::source::{Theme, World};
use crate::translate::Locale;

/// What a build works with.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    pub(super) world: &'a World<'a>,
    /// What is printed.
    pub(super) options: Option<&'a PrintOptions>,
    /// The content's own language first.
    pub(super) locales: &'a [Locale<'a>],
    pub(super) books: &'a CompiledRules,
    pub(super) theme: &'a Theme,
    pub(super) progress: &'a dyn Progress,
    /// Whether codes have been recorded, by this build or by an earlier one at this place.
    pub(super) published: bool,
    /// The codes of this build.
    pub(super) codes: &'a Codes,
}

impl Work<'_> {
    /// The region in the content's own language.
    fn region(&self) -> Option<&Region> {
        self.locales.first().map(|locale| &*locale.region)
    }
}

/// What was made; the tree is complete when nothing found is an error.
#[derive(Default)]
pub(super) struct Made {
    pub(super) tree: Tree,
    pub(super) findings: Vec<Finding>,
    pub(super) codes: usize,
    pub(super) sheets: usize,
    /// Of costly files: what they were made from.
    origins: BTreeMap<String, String>,
}

impl Made {
    /// Puts a file into the tree.
    fn put(&mut self, route: &Route, bytes: Vec<u8>) {
        self.put_as(route.path(), bytes, route.origin(None));
    }

    fn put_as(&mut self, path: String, bytes: Vec<u8>, origin: Origin) {
        self.findings
            .extend(self.tree.put(path, bytes, origin).err());
    }
}

/// Everything.
pub(super) fn site(work: &Work<'_>) -> Made {
    let mut made = Made::default();
    if let Err(wrong) = pages(work, &mut made) {
        made.findings.extend(wrong);
        return made;
    }
    if !codes(work, &mut made) {
        return made;
    }
    attachments(work, &mut made);
    sheets(work, &mut made);
    let json = manifest(&made.tree, &made.origins, work.published);
    made.put(&Route::Manifest, json);
    made
}

/// The sheets and nothing else.
pub(super) fn sheets_alone(work: &Work<'_>) -> Made {
    let mut made = Made::default();
    sheets(work, &mut made);
    made
}

/// The pages of every language.
fn pages(work: &Work<'_>, made: &mut Made) -> Result<(), Vec<Finding>> {
    let mut assets = Assets::place(work.theme, &mut made.tree).map_err(|finding| vec![finding])?;
    for locale in work.locales {
        assets
            .place_texts(work.theme, locale.language, &mut made.tree)
            .map_err(|finding| vec![finding])?;
    }
    let site = |locale| Site {
        locale,
        locales: work.locales,
        books: work.books,
        theme: work.theme,
        assets: &assets,
        today: work.world.today,
        printed: work.options.is_some(),
    };
    let sites: Vec<Site<'_>> = work.locales.iter().map(site).collect();
    work.progress.begin(
        Stage::Render,
        sites.iter().map(|site| site.offered().len()).sum(),
    );
    for site in &sites {
        for page in pages_of(site, work.progress)? {
            match page {
                Ok(page) => made.put_as(page.path, page.bytes, page.origin),
                Err(finding) => made.findings.push(finding),
            }
        }
    }
    Ok(())
}

/// The pages of one language.
fn pages_of(site: &Site<'_>, progress: &dyn Progress) -> Result<Vec<render::Made>, Vec<Finding>> {
    let templates = Templates::load(site.theme, site.locale.language)?;
    Ok(page_files(site, &templates, &|| progress.step()))
}

/// The files of every code; whether all can be read, without which no sheet is worth its paper.
fn codes(work: &Work<'_>, made: &mut Made) -> bool {
    let wanted = work.region().map(posters).unwrap_or_default();
    work.progress.begin(Stage::Codes, wanted.len());
    let files: Vec<_> = wanted
        .into_par_iter()
        .map(|poster| {
            let code = poster.files(work.codes);
            work.progress.step();
            code
        })
        .collect();
    let mut whole = true;
    for code in files {
        match code {
            Ok(files) => {
                for (route, bytes) in files {
                    made.put(&route, bytes);
                }
                made.codes += 1;
            }
            Err(finding) => {
                made.findings.push(finding);
                whole = false;
            }
        }
    }
    whole
}

/// The files of the content folder that pages may link to.
fn attachments(work: &Work<'_>, made: &mut Made) {
    for path in work.region().iter().flat_map(|region| region.files.keys()) {
        match work.world.content.read(path) {
            Ok(bytes) => made.put(&Route::Attachment(path.clone()), bytes.into_owned()),
            Err(error) => {
                let problem = ReadingFault::Unreadable {
                    reason: error.into(),
                }
                .into();
                made.findings.push(Finding::at(Place::file(path), problem));
            }
        }
    }
}

/// Prints what was wished for.
fn sheets(work: &Work<'_>, made: &mut Made) {
    let (Some(options), Some(locale)) = (work.options, work.locales.first()) else {
        return;
    };
    let Work {
        theme,
        world,
        progress,
        ..
    } = *work;
    let fonts = Fonts::new(theme);
    let desk = PrintContext {
        locale,
        books: work.books,
        theme,
        fonts: &fonts,
        content: world.content,
        codes: work.codes,
        today: world.today,
        options,
    };
    let (documents, wrong) = print::documents(&desk);
    made.findings.extend(wrong);
    made.sheets = documents.iter().map(|document| document.sheets.len()).sum();
    progress.begin(Stage::Print, made.sheets);
    let earlier = PreviousBuild::new(world.earlier);
    let press = PrintEnv {
        fonts: &fonts,
        machine: world.fonts,
        earlier: &earlier,
        prove: true,
    };
    for document in &documents {
        let printed = print::make(document, &press, &|| progress.step());
        for (path, bytes) in printed.files {
            let origin = Origin {
                what: SiteFile::Sheet,
                file: None,
            };
            made.put_as(path, bytes, origin);
        }
        made.origins.extend(printed.made_from);
        made.findings.extend(printed.findings);
    }
}
