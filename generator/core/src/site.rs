//! The whole way from files to files: what the command, the preview and the tests all call.

mod codes;
mod earlier_pages;
mod make;
mod part;
mod press;
mod units;
mod work;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::{self, CompiledRules};
use crate::diagnostic::{
    self, Allowed, At, DraftFault, Finding, LedgerFault, Place, Problem, ReferenceFault, SiteFault,
    Sources, TranslationFault,
};
use crate::ledger;
use crate::model::{BaseUrl, LEDGER, Ledger, Region, Share};
use crate::output::{self, Change, Listing, PreviousBuild, Sink, Table};
use crate::qr::Codes;
use crate::render;
use crate::source::{self, Files, World};
use crate::translate::{Locale, locales};
use crate::variables;
use part::{Witness, Witnesses};
pub use press::{Kind, Paper, Press, PrintOptions, PrintOrder, Printed};
pub use units::InputDigests;
use work::{Made, PartOf, Work};

/// What a person asks of a build.
#[derive(Clone, Default)]
pub struct Options {
    /// Who prints; `None`: nobody, and `print` is idle.
    pub press: Option<&'static dyn Press>,
    /// A name of the calling program that changes whenever it would make another site of the same content; only where earlier pages are kept.
    pub program: &'static str,
    /// The content folder's name, for messages.
    pub folder: String,
    /// Overrides the address in site.yaml.
    pub base_url: Option<String>,
    /// Builds only this community.
    pub community: Option<String>,
    /// Makes this part of the site alone; the content is read and judged as a whole, and nothing is recorded.
    pub share: Option<Share>,
    /// The options as they were typed, for the manifest of a part.
    pub typed: Vec<String>,
    /// What is printed; `None`: nothing.
    pub print: Option<PrintOptions>,
    /// Pages link to sheets although this build prints none: whoever shows the pages prints them when they are asked for.
    pub sheets_elsewhere: bool,
    /// Shows drafts as well; what is made then is a preview.
    pub drafts: bool,
    /// Digests of everything, taken before it is read for the site: what changes meanwhile is then made anew the next time.
    pub inputs: Option<InputDigests>,
    /// What the site that stands at the output's place was made from.
    pub table: Option<Table>,
    /// Files of that site that are known to be as it was made; all others are looked at.
    pub standing: BTreeSet<String>,
    /// The codes that were found so far, by this build or by another one that shares them.
    pub codes: Codes,
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
    /// Sheets are printed and their codes read back.
    Print,
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
    pub site: Option<(Region, CompiledRules)>,
    /// The same with every draft, where there are some.
    pub drafted: Option<(Region, CompiledRules)>,
    /// Whether codes lead elsewhere than those on the walls: nothing is recorded then.
    pub preview: bool,
    /// The site in further languages.
    pub locales: Vec<Locale<'static>>,
    /// Sorted.
    pub findings: Vec<Finding>,
    /// The warnings that are let pass.
    pub allowed: Vec<Allowed>,
    /// The texts that findings point into.
    pub sources: Sources,
}

/// A built site.
#[derive(Debug)]
pub struct Built {
    /// Every file; `None` when there was an error, and what the sink got is to be thrown away.
    pub listing: Option<Listing>,
    /// Sorted.
    pub findings: Vec<Finding>,
    /// The texts that findings point into.
    pub sources: Sources,
    /// How many codes were made and proved.
    pub codes: usize,
    /// How many sheets were printed.
    pub sheets: usize,
    /// What `codes.lock` has to say from now on; none when nothing changes in it.
    pub ledger: Option<Recorded>,
    /// What the site was made from, for the next build.
    pub table: Table,
}

/// The ledger after a build that published something for the first time.
#[derive(Debug)]
pub struct Recorded {
    /// What is to be written.
    pub change: Change,
    /// How many codes came to it.
    pub added: usize,
}

/// Reads and judges the content.
pub fn check(world: &World<'_>, options: &Options, progress: &dyn Progress) -> Checked {
    judge(world, options, progress, true)
}

/// The same; addresses are `proved` to fit into codes where nobody makes these codes afterwards and reads them.
fn judge(world: &World<'_>, options: &Options, progress: &dyn Progress, proved: bool) -> Checked {
    progress.begin(Stage::Load, 0);
    let loaded = source::load(world, &options.folder);
    let mut findings = loaded.findings;
    let allowed = loaded.allowed;
    let read_whole = diagnostic::count(&findings).0 == 0;
    progress.begin(Stage::Check, 0);
    let mut own = None;
    let mut site = loaded.region.map(|mut region| {
        if let Some(address) = &options.base_url {
            let given = At {
                value: BaseUrl::parse(address),
                place: Place::file("--base-url"),
            };
            own = Some(std::mem::replace(&mut region.base_url, given).value);
        }
        let (books, found) = check::check(&region, world.today, &findings);
        findings.extend(found);
        findings.extend(codes::check(&region, world.today, proved));
        findings.extend(unspoken(&region, &source::languages(world)));
        (region, books)
    });
    let (mut locales, mut found) = site
        .as_ref()
        .map(|(region, _)| locales(region))
        .unwrap_or_default();
    // What could not be read may ask for the translation that nothing seems to ask for: nobody is told to delete that.
    found.retain(|finding| read_whole || !is_unused(finding));
    findings.extend(found);
    // Whatever is to be made, the content is judged as a whole: what one community does not use, another may.
    let mut preview = options.drafts;
    let drafted = site
        .as_mut()
        .and_then(|site| hold_drafts(site, &mut locales, options.drafts, &mut findings));
    if let Some((region, books)) = site.as_mut().filter(|(region, _)| region.has_versions()) {
        region.take_effect(world.today);
        for locale in &mut locales {
            locale.region.to_mut().take_effect(world.today);
        }
        *books = check::recompile(region);
    }
    if let Some((region, _)) = &mut site {
        findings.extend(check::nothing(region));
        findings.extend(only(region, &mut locales, options.community.as_deref()));
        let elsewhere = own.as_ref().filter(|own| leads_elsewhere(region, own));
        findings.extend(check::ledger(region, elsewhere));
        preview |= elsewhere.is_some();
        if let Some(finding) = private(region).filter(|_| !preview) {
            findings.push(finding);
            preview = true;
        }
    }
    let whole = diagnostic::count(&findings).0 == 0;
    findings.extend(diagnostic::idle_allowances(&findings, &allowed, whole));
    diagnostic::sort(&mut findings);
    diagnostic::let_pass(&mut findings, &allowed);
    Checked {
        site,
        drafted,
        preview,
        locales,
        findings,
        allowed,
        sources: loaded.sources,
    }
}

/// Languages of pages that the theme does not speak.
fn unspoken(region: &Region, spoken: &BTreeSet<String>) -> Vec<Finding> {
    let silent = region
        .languages
        .iter()
        .filter(|one| !spoken.contains(one.value));
    let fault = |one: &At<&'static str>| {
        let fault = SiteFault::LanguageUnspoken {
            language: one.value.to_owned(),
            known: spoken.iter().cloned().collect(),
        };
        Finding::at(one.place.clone(), fault.into())
    };
    silent.map(fault).collect()
}

/// Reads and judges the theme, as far as that goes without a page.
pub fn check_theme(world: &World<'_>, press: Option<&dyn Press>) -> (Vec<Finding>, Sources) {
    let (theme, mut findings) = source::load_theme(world);
    findings.extend(render::check_templates(&theme));
    findings.extend(
        press
            .into_iter()
            .flat_map(|press| press.check_templates(&theme)),
    );
    findings.extend(variables::unknown_fields(
        &theme,
        press.map(Press::views),
        &findings,
    ));
    (findings, theme.sources)
}

/// Takes drafts out, or with `show` those alone that have a fault, and returns the site with all of them.
fn hold_drafts(
    site: &mut (Region, CompiledRules),
    locales: &mut [Locale<'_>],
    show: bool,
    findings: &mut Vec<Finding>,
) -> Option<(Region, CompiledRules)> {
    let (region, books) = site;
    if region.drafts.is_empty() {
        return None;
    }
    region.spare_drafts(findings);
    let mut shown = BTreeSet::new();
    if show {
        shown = region.sound_drafts(findings);
        findings.retain(|finding| match &finding.problem {
            Problem::Draft(DraftFault::LinkedTo { file, .. }) => !shown.contains(file),
            _ => true,
        });
    }
    let whole = region.clone();
    region.hold_drafts(&shown);
    for locale in locales {
        locale.region.to_mut().hold_drafts(&shown);
    }
    // Short names are of what is published, so that no draft leaves a trace in a rule book.
    let published = check::recompile(region);
    Some((whole, std::mem::replace(books, published)))
}

fn is_unused(finding: &Finding) -> bool {
    matches!(
        finding.problem,
        Problem::Translation(TranslationFault::Unused { .. })
    )
}

/// Whether codes with the region's address lead elsewhere than those that were published, or would be from site.yaml.
fn leads_elsewhere(region: &Region, own: &Result<BaseUrl, Problem>) -> bool {
    let Ok(given) = &region.base_url.value else {
        return true;
    };
    let published = region.ledger.as_ref().and_then(Ledger::address);
    match published {
        Some(published) => !given.is(published),
        None => own.as_ref().ok() != Some(given),
    }
}

/// Says that codes would lead to this machine or this house only.
fn private(region: &Region) -> Option<Finding> {
    let base = region.base_url.value.as_ref().ok()?;
    let url = base.is_private().then(|| base.to_string())?;
    let place = region.base_url.place.clone();
    Some(Finding::at(place, SiteFault::BaseUrlPrivate { url }.into()))
}

/// Leaves one community to be made.
fn only(
    region: &mut Region,
    locales: &mut [Locale<'_>],
    community: Option<&str>,
) -> Option<Finding> {
    let name = community?;
    if region.community(name).is_none() {
        let known = region.communities.iter().map(|c| c.id.clone()).collect();
        return Some(Finding::nowhere(
            ReferenceFault::UnknownCommunity {
                name: name.to_owned(),
                known,
            }
            .into(),
        ));
    }
    region.keep(name);
    for locale in locales {
        locale.region.to_mut().keep(name);
    }
    None
}

/// Reads, judges and makes everything; files go to `sink` as they are made.
pub fn build(
    world: &World<'_>,
    options: &Options,
    progress: &dyn Progress,
    sink: &mut dyn Sink,
) -> Built {
    let Some(share) = options.share else {
        return built(world, options, progress, sink, make::site);
    };
    let themes = world.themes.iter();
    let witnesses = Witnesses {
        content: Witness::new(world.content),
        themes: themes.map(|theme| Witness::new(*theme)).collect(),
    };
    let themes = witnesses.themes.iter();
    let seen = World {
        content: &witnesses.content,
        themes: themes.map(|theme| theme as &dyn Files).collect(),
        ..*world
    };
    let record = |region: &Region| {
        let day = world.today.to_string();
        witnesses.record(share, region, day, options)
    };
    let mut built = built(&seen, options, progress, sink, |work, made| {
        let part = PartOf {
            record: &record,
            ledger: work.recorded.map(|recorded| &*recorded.change.text),
        };
        make::part(work, &part, made);
    });
    // It is recorded when all parts are put together.
    built.ledger = None;
    built
}

/// Reads, judges and makes the sheets alone; nothing is published by it, so nothing is recorded.
pub fn print(
    world: &World<'_>,
    options: &Options,
    progress: &dyn Progress,
    sink: &mut dyn Sink,
) -> Built {
    Built {
        ledger: None,
        ..built(world, options, progress, sink, make::sheets)
    }
}

/// What comes of a content without errors.
fn built(
    world: &World<'_>,
    options: &Options,
    progress: &dyn Progress,
    sink: &mut dyn Sink,
    work_up: impl Fn(&Work<'_>, &mut Made<'_>),
) -> Built {
    let Checked {
        site,
        preview,
        locales,
        mut findings,
        allowed,
        mut sources,
        ..
    } = judge(world, options, progress, options.share.is_some());
    let (theme, in_theme) = source::load_theme(world);
    findings.extend(in_theme);
    // A second first time would forget every code that has ended since the first.
    let earlier = PreviousBuild::new(world.earlier).with_standing(&options.standing);
    if !preview && earlier.published && !sources.contains_key(LEDGER) {
        findings.push(Finding::nowhere(LedgerFault::Lost.into()));
    }
    let mut recorded = None;
    let mut made = Made::new(sink);
    if let Some((region, books)) = site.filter(|_| diagnostic::count(&findings).0 == 0) {
        if !preview {
            recorded = record(
                &region,
                sources.get(LEDGER).map(|text| &**text),
                world.today,
            );
        }
        let locales: Vec<Locale<'_>> = std::iter::once(Locale::first(&region))
            .chain(locales)
            .collect();
        let codes = options.codes.clone();
        let work = Work {
            world,
            printing: options.press.zip(options.print.as_ref()),
            linked: options.print.is_some() || options.sheets_elsewhere,
            locales: &locales,
            books: &books,
            theme: &theme,
            progress,
            // A part's manifest says what this build does, as nothing else is put together with others.
            published: !preview || (earlier.published && options.share.is_none()),
            inputs: options.inputs.as_ref(),
            table: options.table.as_ref(),
            share: options.share.unwrap_or_default(),
            recorded: recorded.as_ref(),
            earlier: &earlier,
            codes: &codes,
        };
        work_up(&work, &mut made);
    }
    findings.append(&mut made.findings);
    findings.extend(variables::unknown_fields(
        &theme,
        options.press.map(Press::views),
        &findings,
    ));
    sources.extend(theme.sources);
    diagnostic::sort(&mut findings);
    diagnostic::let_pass(&mut findings, &allowed);
    let sound = diagnostic::count(&findings).0 == 0;
    let recorded = recorded.filter(|_| sound);
    let ledger = recorded.as_ref().map(|recorded| &*recorded.change.text);
    let inputs = options.inputs.as_ref().filter(|_| findings.is_empty());
    let whole = inputs.map(|inputs| inputs.whole(ledger));
    let table = Table {
        program: options.program.to_owned(),
        manifest: String::new(),
        whole: whole.unwrap_or_default(),
        counts: (made.codes, made.sheets),
        units: made.units,
    };
    Built {
        table,
        listing: sound.then_some(made.outlet.listing),
        findings,
        sources,
        codes: made.codes,
        sheets: made.sheets,
        ledger: recorded,
    }
}

/// The ledger with what this build publishes for the first time.
fn record(region: &Region, before: Option<&str>, today: Date) -> Option<Recorded> {
    let old = region.ledger.as_ref()?;
    let (new, added) = ledger::publish(region, old, today);
    (new != *old).then(|| Recorded {
        change: Change {
            text: output::ledger_text(&new, before),
            before: before.map(str::to_owned),
        },
        added,
    })
}
