//! The whole way from files to a tree: what the command, the preview and the tests all call.

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use crate::check::{self, Books, base_url, poster_address};
use crate::diagnostic::{self, At, Finding, Place, Problem, Sources};
use crate::ledger;
use crate::model::{LEDGER, Ledger, Poster, Region};
use crate::output::{self, MANIFEST, Tree, manifest};
use crate::qr;
use crate::render::{Assets, Made, Site, Templates, page_files};
use crate::source::{self, Theme, World};
use crate::translate::{Edition, editions};

/// What a person asks of a build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The content folder's name, for messages.
    pub folder: String,
    /// Overrides the address in site.yaml.
    pub base_url: Option<String>,
    /// Builds only this community.
    pub community: Option<String>,
}

/// The stages of a build, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Files are read and decoded.
    Load,
    /// What was read is judged.
    Check,
    /// Pages are made.
    Render,
    /// Codes are made and read back.
    Codes,
}

/// Is told of every step; the total is known when a stage begins.
pub trait Progress: Sync {
    /// `stage` begins and has `total` steps (0: not counted).
    fn begin(&self, stage: Stage, total: usize);
    /// One step is done.
    fn step(&self);
}

/// Nobody watches.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

/// A checked region.
#[derive(Debug)]
pub struct Checked {
    /// The region and its rules; `None` when there is nothing to speak of.
    pub site: Option<(Region, Books)>,
    /// Whether codes lead elsewhere than those on the walls: nothing is recorded then.
    pub preview: bool,
    /// The site in further languages.
    pub editions: Vec<Edition<'static>>,
    /// Sorted.
    pub findings: Vec<Finding>,
    /// The texts that findings point into.
    pub sources: Sources,
}

/// A built site.
#[derive(Debug)]
pub struct Built {
    /// Every file; `None` when there was an error.
    pub tree: Option<Tree>,
    /// Sorted.
    pub findings: Vec<Finding>,
    /// The texts that findings point into.
    pub sources: Sources,
    /// How many codes were made and proved.
    pub codes: usize,
    /// What `codes.lock` has to say from now on; none when nothing changes in it.
    pub ledger: Option<Recorded>,
}

/// The ledger after a build that published something for the first time.
#[derive(Debug)]
pub struct Recorded {
    /// The whole text of `codes.lock`.
    pub text: String,
    /// How many codes came to it.
    pub added: usize,
}

/// Reads and judges the content.
pub fn check(world: &World<'_>, options: &Options, progress: &dyn Progress) -> Checked {
    progress.begin(Stage::Load, 0);
    let loaded = source::load(world, &options.folder);
    let mut findings = loaded.findings;
    progress.begin(Stage::Check, 0);
    let mut preview = false;
    let site = loaded.region.map(|mut region| {
        let own = region.base_url.value.clone();
        if let Some(address) = &options.base_url {
            preview = elsewhere(&region, address);
            region.base_url = At { value: address.clone(), place: Place::file("--base-url") };
        }
        findings.extend(only(&mut region, options.community.as_deref()));
        findings.extend(check::ledger(&region, preview.then_some(&*own)));
        let (books, found) = check::check(&region, &loaded.sources, world.today, &findings);
        findings.extend(found);
        if let Ok(base) = base_url(&region.base_url.value) {
            region.base_url.value = base;
        }
        (region, books)
    });
    let (editions, found) = site.as_ref().map(|(region, _)| editions(region)).unwrap_or_default();
    findings.extend(found);
    diagnostic::sort(&mut findings);
    Checked { site, preview, editions, findings, sources: loaded.sources }
}

/// Whether codes with this address lead elsewhere than those that were published, or would be from site.yaml.
fn elsewhere(region: &Region, address: &str) -> bool {
    let published = region.ledger.as_ref().and_then(Ledger::address);
    let own = base_url(&region.base_url.value).ok();
    base_url(address).ok().as_deref() != published.or(own.as_deref())
}

/// Leaves one community in the region.
fn only(region: &mut Region, community: Option<&str>) -> Option<Finding> {
    let name = community?;
    let known: Vec<String> = region.communities.iter().map(|c| c.id.clone()).collect();
    if known.iter().any(|id| id == name) {
        region.communities.retain(|c| c.id == name);
        region.partial = true;
        region.overlays.retain(|id, _| id == name);
        return None;
    }
    Some(Finding::nowhere(Problem::UnknownCommunity { name: name.to_owned(), known }))
}

/// Reads, judges and makes everything.
pub fn build(world: &World<'_>, options: &Options, progress: &dyn Progress) -> Built {
    let Checked { site, preview, editions, mut findings, mut sources } = check(world, options, progress);
    let (theme, in_theme) = source::load_theme(world);
    findings.extend(in_theme);
    let errors = diagnostic::count(&findings).0;
    let mut recorded = None;
    let made = match site {
        Some((region, books)) if errors == 0 => {
            if !preview {
                recorded = record(&region, sources.get(LEDGER).map(|text| &**text), world.today);
            }
            let all: Vec<Edition<'_>> = std::iter::once(Edition::first(&region)).chain(editions).collect();
            make(world, &all, &books, &theme, progress).map_err(|found| findings.extend(found)).ok()
        }
        _ => None,
    };
    sources.extend(theme.sources);
    diagnostic::sort(&mut findings);
    let ledger = recorded.filter(|_| made.is_some());
    let (tree, codes) = made.map_or((None, 0), |(tree, codes)| (Some(tree), codes));
    Built { tree, findings, sources, codes, ledger }
}

/// The ledger with what this build publishes for the first time.
fn record(region: &Region, before: Option<&str>, today: Date) -> Option<Recorded> {
    let old = region.ledger.as_ref()?;
    let (new, added) = ledger::publish(region, old, today);
    (new != *old).then(|| Recorded { text: output::ledger_text(&new, before), added })
}

#[derive(Serialize)]
struct Globals<'a> {
    name: &'a str,
    disclaimer: Option<&'a str>,
    base_url: &'a str,
}

/// `editions` has the content's own language first.
fn make(
    world: &World<'_>,
    editions: &[Edition<'_>],
    books: &Books,
    theme: &Theme,
    progress: &dyn Progress,
) -> Result<(Tree, usize), Vec<Finding>> {
    let mut tree = Tree::new();
    let assets = Assets::place(theme, &mut tree);
    let mut wrong = Vec::new();
    let sites: Vec<Site<'_>> = editions
        .iter()
        .map(|edition| Site { edition, editions, books, theme, assets: &assets, today: world.today })
        .collect();
    progress.begin(Stage::Render, sites.iter().map(|site| site.offered().len()).sum());
    for site in &sites {
        for made in pages(site, progress)? {
            match made {
                Ok((path, bytes)) => {
                    tree.insert(path, bytes);
                }
                Err(finding) => wrong.push(finding),
            }
        }
    }
    let mut count = 0;
    if let Some(first) = sites.first() {
        let ended = first.edition.region.farewells().count();
        progress.begin(Stage::Codes, first.offered().len() + ended);
        for made in codes(&first.edition.region, progress) {
            match made {
                Ok(files) => {
                    tree.extend(files);
                    count += 1;
                }
                Err(finding) => wrong.push(finding),
            }
        }
        wrong.extend(attachments(world, &first.edition.region, &mut tree));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let json = manifest(&tree);
    tree.insert(MANIFEST.to_owned(), json);
    Ok((tree, count))
}

/// The pages of one language.
fn pages(site: &Site<'_>, progress: &dyn Progress) -> Result<Vec<Made>, Vec<Finding>> {
    let region = &site.edition.region;
    let globals = Globals {
        name: &region.name,
        disclaimer: region.disclaimer.as_deref(),
        base_url: &region.base_url.value,
    };
    let templates = Templates::load(site.theme, site.edition.language, &globals)?;
    Ok(page_files(site, &templates, &|| progress.step()))
}

type CodeFiles = [(String, Vec<u8>); 2];

fn codes(region: &Region, progress: &dyn Progress) -> Vec<Result<CodeFiles, Finding>> {
    let offered = region.communities.iter().flat_map(|community| {
        region.offered(community).map(|matter| Poster::new(&community.id, &matter.code.value))
    });
    // Ended codes hang on: they are kept as they are.
    let ended = region.farewells().map(|(poster, ..)| poster.clone());
    let wanted: Vec<(String, String)> = offered
        .chain(ended)
        .map(|poster| (poster.code_file(), poster_address(&region.base_url.value, &poster)))
        .collect();
    wanted
        .into_par_iter()
        .map(|(path, address)| {
            let made = qr::code(&address);
            progress.step();
            let code = made.map_err(|got| Finding::nowhere(Problem::CodeUnreadable { address, got }))?;
            Ok([(format!("{path}.svg"), code.svg.into_bytes()), (format!("{path}.png"), code.png)])
        })
        .collect()
}

/// The files of the content folder that pages may link to.
fn attachments(world: &World<'_>, region: &Region, tree: &mut Tree) -> Vec<Finding> {
    let mut wrong = Vec::new();
    for path in region.files.keys() {
        match world.content.read(path) {
            Ok(bytes) => {
                tree.insert(path.clone(), bytes.into_owned());
            }
            Err(error) => {
                wrong.push(Finding::at(Place::file(path), Problem::Unreadable { reason: error.into() }));
            }
        }
    }
    wrong
}
