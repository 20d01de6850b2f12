//! `onetrip build`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use onetrip_core::diagnostic::{self, Finding, Folders, Lang, OutputFault, Problem, Sources};
use onetrip_core::model::{LEDGER, MANIFEST};
use onetrip_core::site::{self, InputDigests, Options};
use onetrip_core::source::{Embedded, Files, World};
use onetrip_print::{PrintOptions, Printer};

use super::args::{Build, Format, Source};
use super::clock::today;
use super::progress::Line;
use super::target::Target;
use super::timings::{Timed, Timings};
use super::{FINDINGS, report};
use crate::PROGRAM;
use crate::machine::{Disk, SystemFonts};
use crate::placing::{self, Keep, Standing};

/// Builds the site.
pub(super) fn build(args: &Build, lang: Lang) -> ExitCode {
    let started = Instant::now();
    let theme = args.theme.as_deref();
    let keep = Keep::new(args.place.keep.iter().map(String::as_str));
    let place = (&*args.place.out, args.place.to.as_deref());
    let target = Target::new(place, keep, &args.source.content, theme);
    let mut target = match target {
        Ok(target) => target,
        Err(finding) => return refuse(finding, lang, &args.source),
    };
    placing::sweep(&ledger_path(args));
    let content = Disk::new(&args.source.content);
    let theme = args.theme.as_ref().map(Disk::new);
    let earlier = Disk::new(&args.place.out);
    let world = World {
        earlier: args.place.to.is_none().then_some(&earlier as &dyn Files),
        ..world(&content, theme.as_ref())
    };
    let mut options = Options {
        print: (!args.no_print && !args.drafts).then(PrintOptions::default),
        drafts: args.drafts,
        share: args.shard,
        typed: typed(args),
        ..options(&args.source)
    };
    let line = Line::new(lang);
    let timings = Timings::new(&line);
    let whole = earlier_site(args, &world, &mut options);
    if let Some(done) = Done::nothing(whole, &options, &target) {
        let told = timings.end(Duration::ZERO);
        if let Some(Err(finding)) = args.timings.as_ref().map(|file| told.tell(file, lang)) {
            return refuse(finding, lang, &args.source);
        }
        report::findings(
            &[],
            &Sources::new(),
            lang,
            args.source.format,
            &args.source.content,
        );
        if args.source.format == Format::Human {
            report::err(&done.summary(args, started, &[], lang));
        }
        return ExitCode::SUCCESS;
    }
    let mut sink = Timed::new(target.sink());
    let built = site::build(&world, &options, &timings, &mut sink);
    let giving = sink.taken;
    line.clear();
    let mut findings = built.findings;
    let added = built.ledger.as_ref().map(|ledger| ledger.added);
    timings.place();
    let listing = built.listing.and_then(|listing| {
        let ledger = built.ledger.as_ref();
        let ledger = ledger.map(|ledger| (ledger_path(args), &ledger.change));
        target
            .place_with(ledger)
            .map_err(|finding| findings.push(finding))
            .ok()
            .map(|unchanged| (listing, unchanged))
    });
    let told = timings.end(giving);
    if let Some(Err(finding)) = args.timings.as_ref().map(|file| told.tell(file, lang)) {
        findings.push(finding);
    }
    report::findings_in(
        &findings,
        &built.sources,
        lang,
        args.source.format,
        &Folders::new(&args.source.content, args.theme.as_deref()),
    );
    let Some((listing, unchanged)) = listing else {
        return failed(&findings, lang, args.source.format);
    };
    if args.place.to.is_none() {
        placing::write_table(built.table, &args.place.out);
    }
    if args.source.format == Format::Human {
        let done = Done {
            pages: pages(listing.keys()),
            files: listing.len(),
            unchanged,
            codes: built.codes,
            sheets: built.sheets,
        };
        report::err(&done.summary(args, started, &findings, lang));
        if args.drafts {
            report::err(preview(lang));
        }
        added.inspect(|added| report::err(&recorded(*added, &ledger_path(args), lang)));
    }
    ExitCode::SUCCESS
}

/// What has to be typed for any part of this site, but for its number and its place.
fn typed(args: &Build) -> Vec<String> {
    let path = |path: &Path| path.display().to_string();
    let mut typed = vec!["--content".to_owned(), path(&args.source.content)];
    if let Some(theme) = &args.theme {
        typed.extend(["--theme".to_owned(), path(theme)]);
    }
    if let Some(address) = &args.source.base_url {
        typed.extend(["--base-url".to_owned(), address.clone()]);
    }
    let flags = [("--no-print", args.no_print), ("--drafts", args.drafts)];
    let given = flags.into_iter().filter(|(_, given)| *given);
    typed.extend(given.map(|(flag, _)| flag.to_owned()));
    typed
}

fn ledger_path(args: &Build) -> PathBuf {
    args.source.content.join(LEDGER)
}

fn preview(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "草稿也在里面，只作预览，不要公布，也不要印；有错的草稿没有放进来。\n",
        Lang::En => {
            "With drafts: a preview, not to be published or printed; drafts with errors are left out.\n"
        }
    }
}

fn recorded(added: usize, ledger: &Path, lang: Lang) -> String {
    let ledger = ledger.display();
    match lang {
        Lang::Zh => format!("新记下 {added} 个编号 → {ledger}，请提交到版本库。\n"),
        Lang::En => format!(
            "Recorded {} → {ledger}; commit it.\n",
            report::many(added, "new code")
        ),
    }
}

/// What this command brings to all that it makes.
pub(super) fn ours() -> Options {
    Options {
        press: Some(&Printer),
        program: PROGRAM,
        ..Options::default()
    }
}

pub(super) fn options(args: &Source) -> Options {
    Options {
        folder: args.content.display().to_string(),
        base_url: args.base_url.clone(),
        community: args.community.clone(),
        ..ours()
    }
}

/// Looks what stands of an earlier site, and what it was made from; whether all of it stands.
fn earlier_site(args: &Build, world: &World<'_>, options: &mut Options) -> bool {
    if args.place.to.is_some() {
        return false;
    }
    options.inputs = InputDigests::read(world, options);
    options.table = placing::read_table(&args.place.out);
    let table = options.table.as_ref();
    let standing = table.and_then(|_| placing::standing(&args.place.out));
    let Standing { files, whole } = standing.unwrap_or_default();
    options.standing = files;
    whole
}

/// The world as this machine has it.
pub(super) fn world<'a>(content: &'a Disk, theme: Option<&'a Disk>) -> World<'a> {
    let mut themes: Vec<&dyn Files> = Vec::new();
    themes.extend(theme.map(|theme| theme as &dyn Files));
    themes.push(&Embedded);
    World {
        content,
        themes,
        today: today(),
        fonts: &SystemFonts,
        earlier: None,
    }
}

pub(super) fn refuse(finding: Finding, lang: Lang, source: &Source) -> ExitCode {
    let findings = [finding];
    report::findings(
        &findings,
        &Sources::new(),
        lang,
        source.format,
        &source.content,
    );
    failed(&findings, lang, source.format)
}

pub(super) fn failed(findings: &[Finding], lang: Lang, format: Format) -> ExitCode {
    let is_between = |finding: &Finding| {
        let fault = &finding.problem;
        matches!(fault, Problem::Output(OutputFault::OutputBetween { .. }))
    };
    let end = match (lang, findings.iter().any(is_between)) {
        (Lang::Zh, false) => "没有生成网站，原来的没有动。",
        (Lang::En, false) => "Nothing was built; what was there is untouched.",
        (Lang::Zh, true) => "网站只换了一半，请马上再生成一次。",
        (Lang::En, true) => "The site is half new; build again at once.",
    };
    ended(findings, end, lang, format)
}

/// The same for what is put beside other files.
pub(super) fn unprinted(findings: &[Finding], lang: Lang, format: Format) -> ExitCode {
    let end = match lang {
        Lang::Zh => "没有打印，改好以后再来一次。",
        Lang::En => "Nothing was printed; mend this and try again.",
    };
    ended(findings, end, lang, format)
}

pub(super) fn ended(findings: &[Finding], end: &str, lang: Lang, format: Format) -> ExitCode {
    if format == Format::Human {
        report::err(&format!("{}{end}\n", report::counts(findings, lang)));
    }
    ExitCode::from(FINDINGS)
}

/// How many of these files are pages.
pub(super) fn pages<'a>(paths: impl Iterator<Item = &'a String>) -> usize {
    paths.filter(|path| path.ends_with(".html")).count()
}

/// What a build has done.
struct Done {
    pages: usize,
    files: usize,
    unchanged: usize,
    codes: usize,
    sheets: usize,
}

impl Done {
    /// Where everything is as it was, and nothing was found then, nothing is to be done.
    fn nothing(whole: bool, options: &Options, target: &Target) -> Option<Self> {
        let (inputs, table) = options.inputs.as_ref().zip(options.table.as_ref())?;
        if !whole || table.whole != inputs.whole(None) {
            return None;
        }
        let mut files: Vec<String> = options.standing.iter().cloned().collect();
        files.push(MANIFEST.to_owned());
        let (codes, sheets) = table.counts;
        target.is_all(&files).then(|| Self {
            pages: pages(files.iter()),
            files: files.len(),
            unchanged: files.len(),
            codes,
            sheets,
        })
    }

    fn summary(&self, args: &Build, started: Instant, findings: &[Finding], lang: Lang) -> String {
        let Self {
            pages,
            files,
            unchanged,
            codes,
            sheets,
        } = *self;
        let out = args.place.to.as_ref().unwrap_or(&args.place.out).display();
        let seconds = started.elapsed().as_secs_f64();
        let warnings = diagnostic::count(findings).1;
        let part = args.shard.map(|share| match lang {
            Lang::Zh => format!("第 {} 份（共 {} 份），", share.number(), share.of()),
            Lang::En => format!("part {} of {}: ", share.number(), share.of()),
        });
        let part = part.unwrap_or_default();
        let same = match (unchanged, lang) {
            (0, _) => String::new(),
            (_, Lang::Zh) => format!("（{unchanged} 个没有变）"),
            (_, Lang::En) => format!(" ({unchanged} unchanged)"),
        };
        match lang {
            Lang::Zh => format!(
                "生成好了：{part}{pages} 页，{codes} 个二维码（都复核过），{sheets} 张打印页，共 {files} 个文件{same}，提醒 {warnings} 处，用时 {seconds:.2} 秒 → {out}\n"
            ),
            Lang::En => format!(
                "Built {part}{}, {} (all read back), {}, {}{same}, {} in {seconds:.2} s → {out}\n",
                report::many(pages, "page"),
                report::many(codes, "code"),
                report::many(sheets, "printed sheet"),
                report::many(files, "file"),
                report::many(warnings, "warning")
            ),
        }
    }
}
