//! `onetrip print`.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use onetrip_core::diagnostic::{Finding, Folders, Lang, SheetFault, Sources};
use onetrip_core::site::{self, Options};
use onetrip_print::{Kind, Paper, PrintOptions};

use super::args::{Format, KindArg, PaperArg, Print};
use super::build::{options, unprinted, world};
use super::progress::Line;
use super::report;
use super::target::apart;
use crate::machine::Disk;
use crate::placing;

/// Prints the sheets that are asked for.
pub(super) fn print(args: &Print, lang: Lang) -> ExitCode {
    let started = Instant::now();
    if let Err(finding) = apart(&args.out, &args.source.content, args.theme.as_deref()) {
        let findings = [finding];
        report::findings(
            &findings,
            &Sources::new(),
            lang,
            args.source.format,
            &args.source.content,
        );
        return unprinted(&findings, lang, args.source.format);
    }
    let content = Disk::new(&args.source.content);
    let theme = args.theme.as_ref().map(Disk::new);
    let options = Options {
        print: Some(print_options(args)),
        ..options(&args.source)
    };
    let line = Line::new(lang);
    let mut files = BTreeMap::new();
    let printed = site::print(
        &world(&content, theme.as_ref()),
        &options,
        &line,
        &mut files,
    );
    line.clear();
    let mut findings = printed.findings;
    let sound = printed.listing.is_some();
    if sound && files.is_empty() {
        findings.push(Finding::nowhere(SheetFault::Nothing.into()));
    }
    let mut written = sound && !files.is_empty();
    if written && let Err(finding) = placing::put(&files, &args.out) {
        findings.push(finding);
        written = false;
    }
    report::findings_in(
        &findings,
        &printed.sources,
        lang,
        args.source.format,
        &Folders::new(&args.source.content, args.theme.as_deref()),
    );
    if !written {
        return unprinted(&findings, lang, args.source.format);
    }
    if args.source.format == Format::Human {
        report::err(&summary(
            files.len(),
            printed.sheets,
            started,
            &args.out,
            lang,
        ));
    }
    ExitCode::SUCCESS
}

fn print_options(args: &Print) -> PrintOptions {
    let kind = |kind: &KindArg| match kind {
        KindArg::Poster => Kind::Poster,
        KindArg::Directory => Kind::Directory,
        KindArg::Stickers => Kind::Stickers,
        KindArg::Cards => Kind::Cards,
    };
    let kinds: Vec<Kind> = args.kind.iter().map(kind).collect();
    let paper = match args.paper {
        PaperArg::A3 => Paper::A3,
        PaperArg::A4 => Paper::A4,
        PaperArg::A5 => Paper::A5,
    };
    PrintOptions {
        kinds: if kinds.is_empty() {
            Kind::ALL.to_vec()
        } else {
            kinds
        },
        paper,
        matter: args.matter.clone(),
    }
}

fn summary(files: usize, sheets: usize, started: Instant, out: &Path, lang: Lang) -> String {
    let (seconds, out) = (started.elapsed().as_secs_f64(), out.display());
    match lang {
        Lang::Zh => format!(
            "打印好了：{sheets} 张，二维码都复核过，共 {files} 个文件，用时 {seconds:.2} 秒 → {out}\n"
        ),
        Lang::En => format!(
            "Printed {}, every code read back, {} in {seconds:.2} s → {out}\n",
            report::many(sheets, "sheet"),
            report::many(files, "file")
        ),
    }
}
