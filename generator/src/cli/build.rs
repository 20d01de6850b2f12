//! `onetrip build`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use super::args::{Build, Format, Source};
use super::clock::today;
use super::progress::Line;
use super::{FINDINGS, report};
use crate::diagnostic::{self, Finding, Folder, Lang, Problem, Sources};
use crate::model::LEDGER;
use crate::output::{self, Staged, Tree};
use crate::site::{self, Options, Recorded};
use crate::source::{Disk, Embedded, Files, World};

/// Builds the site.
pub(super) fn build(args: &Build, lang: Lang) -> ExitCode {
    let started = Instant::now();
    if let Err(finding) = folders(args) {
        return refuse(finding, lang, args.source.format);
    }
    let content = Disk::new(&args.source.content);
    let theme = args.theme.as_ref().map(Disk::new);
    let mut themes: Vec<&dyn Files> = Vec::new();
    themes.extend(theme.as_ref().map(|theme| theme as &dyn Files));
    themes.push(&Embedded);
    let world = World { content: &content, themes, today: today() };
    let line = Line::new(lang);
    let built = site::build(&world, &options(&args.source), &line);
    line.clear();
    let mut findings = built.findings;
    let added = built.ledger.as_ref().map(|ledger| ledger.added);
    let tree = built.tree.and_then(|tree| {
        let written = write(&tree, built.ledger, args);
        written.map_err(|finding| findings.push(finding)).ok().map(|()| tree)
    });
    report::findings(&findings, &built.sources, lang, args.source.format);
    let Some(tree) = tree else { return failed(&findings, lang, args.source.format) };
    if args.source.format == Format::Human {
        report::err(&summary(&tree, built.codes, started, &args.out, &findings, lang));
        added.inspect(|added| report::err(&recorded(*added, &ledger_path(args), lang)));
    }
    ExitCode::SUCCESS
}

fn ledger_path(args: &Build) -> PathBuf {
    args.source.content.join(LEDGER)
}

/// The site and the ledger of its codes, both or none: the ledger is on the disk before the site changes, and comes to its
/// place after it.
fn write(tree: &Tree, ledger: Option<Recorded>, args: &Build) -> Result<(), Finding> {
    let staged = ledger.map(|ledger| Staged::new(&ledger_path(args), &ledger.text)).transpose()?;
    output::write(tree, &args.out)?;
    staged.map_or(Ok(()), Staged::place)
}

fn recorded(added: usize, ledger: &Path, lang: Lang) -> String {
    let ledger = ledger.display();
    match lang {
        Lang::Zh => format!("新记下 {added} 个编号 → {ledger}，请提交到版本库。\n"),
        Lang::En => format!("Recorded {added} new codes → {ledger}; commit it.\n"),
    }
}

pub(super) fn options(args: &Source) -> Options {
    Options {
        folder: args.content.display().to_string(),
        base_url: args.base_url.clone(),
        community: args.community.clone(),
    }
}

/// What can be said of the folders before anything is read.
fn folders(args: &Build) -> Result<(), Finding> {
    if let Some(theme) = args.theme.as_ref().filter(|theme| !theme.is_dir()) {
        let path = theme.display().to_string();
        return Err(Finding::nowhere(Problem::FolderMissing { folder: Folder::Theme, path }));
    }
    let out = absolute(&args.out);
    let inputs = [Some(&args.source.content), args.theme.as_ref()];
    for input in inputs.into_iter().flatten().map(|input| absolute(input)) {
        if out.starts_with(&input) || input.starts_with(&out) {
            return Err(Finding::nowhere(Problem::OutputOverlaps { folder: args.out.display().to_string() }));
        }
    }
    output::check_folder(&args.out)
}

/// The path without links as far as it exists.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = path.ancestors().find_map(|a| Some((a, a.canonicalize().ok()?)));
    match existing {
        Some((ancestor, real)) => path.strip_prefix(ancestor).map_or(real.clone(), |rest| real.join(rest)),
        None => path,
    }
}

fn refuse(finding: Finding, lang: Lang, format: Format) -> ExitCode {
    let findings = [finding];
    report::findings(&findings, &Sources::new(), lang, format);
    failed(&findings, lang, format)
}

fn failed(findings: &[Finding], lang: Lang, format: Format) -> ExitCode {
    if format == Format::Human {
        let end = match lang {
            Lang::Zh => "没有生成网站，原来的没有动。\n",
            Lang::En => "Nothing was built; what was there is untouched.\n",
        };
        report::err(&format!("{}{end}", report::counts(findings, lang)));
    }
    ExitCode::from(FINDINGS)
}

fn summary(
    tree: &Tree,
    codes: usize,
    started: Instant,
    out: &Path,
    findings: &[Finding],
    lang: Lang,
) -> String {
    let pages = tree.keys().filter(|path| path.ends_with(".html")).count();
    let (files, seconds, out) = (tree.len(), started.elapsed().as_secs_f64(), out.display());
    let warnings = diagnostic::count(findings).1;
    match lang {
        Lang::Zh => format!(
            "生成好了：{pages} 页，{codes} 个二维码（都复核过），共 {files} 个文件，提醒 {warnings} 处，用时 {seconds:.2} 秒 → {out}\n"
        ),
        Lang::En => format!(
            "Built {pages} pages, {codes} codes (all read back), {files} files, {warnings} warnings in {seconds:.2} s → {out}\n"
        ),
    }
}
