//! `onetrip build`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use super::args::{Build, Format, Source};
use super::clock::today;
use super::progress::Line;
use super::target::Target;
use super::timings::{Timed, Timings};
use super::{FINDINGS, report};
use crate::diagnostic::{self, Finding, Folder, Folders, Lang, OutputFault, ReadingFault, Sources};
use crate::model::{LEDGER, Share};
use crate::output::{self, Keep, Listing};
use crate::print::PrintOptions;
use crate::site::{self, Options};
use crate::source::{Disk, Embedded, Files, SystemFonts, World};

/// Builds the site.
pub(super) fn build(args: &Build, lang: Lang) -> ExitCode {
    let started = Instant::now();
    let theme = args.theme.as_deref();
    let keep = Keep::new(args.keep.iter().map(String::as_str));
    let place = (&*args.out, args.to.as_deref());
    let target = Target::new(place, keep, &args.source.content, theme);
    let mut target = match target {
        Ok(target) => target,
        Err(finding) => return refuse(finding, lang, &args.source),
    };
    output::sweep(&ledger_path(args));
    let content = Disk::new(&args.source.content);
    let theme = args.theme.as_ref().map(Disk::new);
    let earlier = Disk::new(&args.out);
    let world = World {
        earlier: args.to.is_none().then_some(&earlier as &dyn Files),
        ..world(&content, theme.as_ref())
    };
    let options = Options {
        print: (!args.no_print && !args.drafts).then(PrintOptions::default),
        drafts: args.drafts,
        share: args.shard,
        typed: typed(args),
        ..options(&args.source)
    };
    let line = Line::new(lang);
    let timings = Timings::new(&line);
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
    if args.source.format == Format::Human {
        report::err(&summary(
            args.shard,
            (&listing, unchanged),
            (built.codes, built.sheets),
            started,
            args.to.as_ref().unwrap_or(&args.out),
            &findings,
            lang,
        ));
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

pub(super) fn options(args: &Source) -> Options {
    Options {
        folder: args.content.display().to_string(),
        base_url: args.base_url.clone(),
        community: args.community.clone(),
        ..Options::default()
    }
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

/// The theme is there, and what is written goes to none of the folders that are read.
pub(super) fn apart(out: &Path, content: &Path, theme: Option<&Path>) -> Result<(), Finding> {
    theme_exists(theme)?;
    let written = absolute(out);
    for input in [Some(content), theme].into_iter().flatten().map(absolute) {
        if written.starts_with(&input) || input.starts_with(&written) {
            return Err(Finding::nowhere(
                OutputFault::OutputOverlaps {
                    folder: out.display().to_string(),
                }
                .into(),
            ));
        }
    }
    Ok(())
}

pub(super) fn theme_exists(theme: Option<&Path>) -> Result<(), Finding> {
    match theme.filter(|theme| !theme.is_dir()) {
        Some(theme) => {
            let path = theme.display().to_string();
            Err(Finding::nowhere(
                ReadingFault::FolderMissing {
                    folder: Folder::Theme,
                    path,
                }
                .into(),
            ))
        }
        None => Ok(()),
    }
}

/// The path without links as far as it exists.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = path
        .ancestors()
        .find_map(|a| Some((a, a.canonicalize().ok()?)));
    match existing {
        Some((ancestor, real)) => path
            .strip_prefix(ancestor)
            .map_or(real.clone(), |rest| real.join(rest)),
        None => path,
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
    let end = match lang {
        Lang::Zh => "没有生成网站，原来的没有动。",
        Lang::En => "Nothing was built; what was there is untouched.",
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

fn ended(findings: &[Finding], end: &str, lang: Lang, format: Format) -> ExitCode {
    if format == Format::Human {
        report::err(&format!("{}{end}\n", report::counts(findings, lang)));
    }
    ExitCode::from(FINDINGS)
}

/// How many pages there are.
pub(super) fn pages(listing: &Listing) -> usize {
    let paths = listing.keys();
    paths.filter(|path| path.ends_with(".html")).count()
}

fn summary(
    share: Option<Share>,
    (listing, unchanged): (&Listing, usize),
    (codes, sheets): (usize, usize),
    started: Instant,
    out: &Path,
    findings: &[Finding],
    lang: Lang,
) -> String {
    let pages = pages(listing);
    let (files, seconds, out) = (
        listing.len(),
        started.elapsed().as_secs_f64(),
        out.display(),
    );
    let warnings = diagnostic::count(findings).1;
    let part = share.map(|share| match lang {
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
