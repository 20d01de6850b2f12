//! From a checked region to files: pages of every language, codes, attachments, sheets, the manifest.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::{Progress, Stage};
use crate::check::{Books, poster_address};
use crate::diagnostic::{Finding, Place, Problem};
use crate::model::{Poster, Region};
use crate::output::{Earlier, MANIFEST, Tree, manifest};
use crate::print::{self, Desk, Fonts, Press, Wish};
use crate::qr;
use crate::render::{self, Assets, Site, Templates, page_files};
use crate::source::{Theme, World};
use crate::translate::Edition;

/// What a build works with.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    pub(super) world: &'a World<'a>,
    /// What is printed.
    pub(super) wish: Option<&'a Wish>,
    /// The content's own language first.
    pub(super) editions: &'a [Edition<'a>],
    pub(super) books: &'a Books,
    pub(super) theme: &'a Theme,
    pub(super) progress: &'a dyn Progress,
}

impl Work<'_> {
    /// The region in the content's own language.
    fn region(&self) -> Option<&Region> {
        self.editions.first().map(|edition| &*edition.region)
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

/// Everything.
pub(super) fn site(work: &Work<'_>) -> Made {
    let mut made = Made::default();
    if let Err(wrong) = pages(work, &mut made) {
        made.findings.extend(wrong);
        return made;
    }
    codes(work, &mut made);
    attachments(work, &mut made);
    sheets(work, &mut made);
    let json = manifest(&made.tree, &made.origins);
    made.tree.insert(MANIFEST.to_owned(), json);
    made
}

/// The sheets and nothing else.
pub(super) fn sheets_alone(work: &Work<'_>) -> Made {
    let mut made = Made::default();
    sheets(work, &mut made);
    made
}

#[derive(Serialize)]
struct Globals<'a> {
    name: &'a str,
    disclaimer: Option<&'a str>,
    base_url: &'a str,
}

/// The pages of every language.
fn pages(work: &Work<'_>, made: &mut Made) -> Result<(), Vec<Finding>> {
    let assets = Assets::place(work.theme, &mut made.tree);
    let site = |edition| Site {
        edition,
        editions: work.editions,
        books: work.books,
        theme: work.theme,
        assets: &assets,
        today: work.world.today,
        printed: work.wish.is_some(),
    };
    let sites: Vec<Site<'_>> = work.editions.iter().map(site).collect();
    work.progress.begin(Stage::Render, sites.iter().map(|site| site.offered().len()).sum());
    for site in &sites {
        for page in pages_of(site, work.progress)? {
            match page {
                Ok((path, bytes)) => {
                    made.tree.insert(path, bytes);
                }
                Err(finding) => made.findings.push(finding),
            }
        }
    }
    Ok(())
}

/// The pages of one language.
fn pages_of(site: &Site<'_>, progress: &dyn Progress) -> Result<Vec<render::Made>, Vec<Finding>> {
    let region = &site.edition.region;
    let globals = Globals {
        name: &region.name,
        disclaimer: region.disclaimer.as_deref(),
        base_url: &region.base_url.value,
    };
    let templates = Templates::load(site.theme, site.edition.language, &globals)?;
    Ok(page_files(site, &templates, &|| progress.step()))
}

fn codes(work: &Work<'_>, made: &mut Made) {
    let wanted = work.region().map(posters).unwrap_or_default();
    work.progress.begin(Stage::Codes, wanted.len());
    let files: Vec<_> = wanted
        .into_par_iter()
        .map(|(path, address)| {
            let code = code_files(&path, address);
            work.progress.step();
            code
        })
        .collect();
    for code in files {
        match code {
            Ok(files) => {
                made.tree.extend(files);
                made.codes += 1;
            }
            Err(finding) => made.findings.push(finding),
        }
    }
}

/// File and address of every code that hangs somewhere.
fn posters(region: &Region) -> Vec<(String, String)> {
    let offered = region.communities.iter().flat_map(|community| {
        region.offered(community).map(|matter| Poster::new(&community.id, &matter.code.value))
    });
    // Ended codes hang on: they are kept as they are.
    let ended = region.farewells().map(|(poster, ..)| poster.clone());
    let all = offered.chain(ended);
    all.map(|poster| (poster.code_file(), poster_address(&region.base_url.value, &poster))).collect()
}

fn code_files(path: &str, address: String) -> Result<[(String, Vec<u8>); 2], Finding> {
    let code = qr::code(&address);
    let code = code.map_err(|got| Finding::nowhere(Problem::CodeUnreadable { address, got }))?;
    Ok([(format!("{path}.svg"), code.svg.into_bytes()), (format!("{path}.png"), code.png)])
}

/// The files of the content folder that pages may link to.
fn attachments(work: &Work<'_>, made: &mut Made) {
    for path in work.region().iter().flat_map(|region| region.files.keys()) {
        match work.world.content.read(path) {
            Ok(bytes) => {
                made.tree.insert(path.clone(), bytes.into_owned());
            }
            Err(error) => {
                let problem = Problem::Unreadable { reason: error.into() };
                made.findings.push(Finding::at(Place::file(path), problem));
            }
        }
    }
}

/// Prints what was wished for.
fn sheets(work: &Work<'_>, made: &mut Made) {
    let (Some(wish), Some(edition)) = (work.wish, work.editions.first()) else { return };
    let Work { theme, world, progress, .. } = *work;
    let fonts = Fonts::new(theme);
    let desk = Desk { edition, theme, fonts: &fonts, content: world.content, today: world.today, wish };
    let (volumes, wrong) = print::volumes(&desk);
    made.findings.extend(wrong);
    made.sheets = volumes.iter().map(|volume| volume.sheets.len()).sum();
    progress.begin(Stage::Print, made.sheets);
    let earlier = Earlier::new(world.earlier);
    let press = Press { fonts: &fonts, machine: world.fonts, earlier: &earlier, prove: true };
    for volume in &volumes {
        let printed = print::make(volume, &press, &|| progress.step());
        made.tree.extend(printed.files);
        made.origins.extend(printed.made_from);
        made.findings.extend(printed.findings);
    }
}
