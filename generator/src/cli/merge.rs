//! `onetrip merge`.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use onetrip_core::diagnostic::{Finding, Lang, Sources};
use onetrip_core::model::LEDGER;
use onetrip_core::output::Listing;
use onetrip_core::source::Files;

use super::args::{Format, Merge};
use super::build::{failed, pages};
use super::clock::today;
use super::report;
use super::target::{Target, apart};
use crate::machine::{Disk, Zipped};
use crate::merge::{self, Beside, Merged, Named};
use crate::placing::{self, Keep};

/// Puts the parts of a site together.
pub(super) fn merge(args: &Merge, lang: Lang) -> ExitCode {
    let started = Instant::now();
    let (findings, listing, recorded) = match target(args) {
        Ok(target) => merged(args, target),
        Err(finding) => (vec![finding], None, false),
    };
    report::findings(&findings, &Sources::new(), lang, args.format, &args.content);
    let Some(listing) = listing else {
        return failed(&findings, lang, args.format);
    };
    if args.format == Format::Human {
        report::err(&summary(args, &listing, started, lang));
        if recorded {
            report::err(&ledger(&args.content.join(LEDGER), lang));
        }
    }
    ExitCode::SUCCESS
}

/// Where the site goes: not into the content or a part, nor around them.
fn target(args: &Merge) -> Result<Target, Finding> {
    for part in &args.parts {
        apart(
            args.place.to.as_ref().unwrap_or(&args.place.out),
            part,
            None,
        )?;
    }
    let keep = Keep::new(args.place.keep.iter().map(String::as_str));
    let place = (&*args.place.out, args.place.to.as_deref());
    Target::new(place, keep, &args.content, None)
}

/// What is wrong, every file where nothing is, and whether the ledger has changed.
fn merged(args: &Merge, mut target: Target) -> (Vec<Finding>, Option<Listing>, bool) {
    let open: Vec<Box<dyn Files>> = args.parts.iter().map(|path| files(path)).collect();
    let named = args.parts.iter().zip(&open).map(|(path, files)| Named {
        name: path.display().to_string(),
        files: &**files,
    });
    let ledger = args.content.join(LEDGER);
    placing::sweep(&ledger);
    let earlier = Disk::new(&args.place.out);
    let beside = Beside {
        content: &Disk::new(&args.content),
        ledger: ledger.display().to_string(),
        earlier: args.place.to.is_none().then_some(&earlier as &dyn Files),
        today: today(),
    };
    let Merged {
        listing,
        mut findings,
        ledger: change,
    } = merge::merge(&named.collect::<Vec<_>>(), &beside, target.sink());
    let Some(listing) = listing else {
        return (findings, None, false);
    };
    let placed = target.place_with(change.as_ref().map(|change| (ledger, change)));
    match placed {
        Ok(_) => (findings, Some(listing), change.is_some()),
        Err(finding) => {
            findings.push(finding);
            (findings, None, false)
        }
    }
}

/// The files of a part; what is neither a folder nor an archive has none.
fn files(path: &Path) -> Box<dyn Files> {
    match Zipped::open(path) {
        Ok(archive) => Box::new(archive),
        Err(_) => Box::new(Disk::new(path)),
    }
}

fn summary(args: &Merge, listing: &Listing, started: Instant, lang: Lang) -> String {
    let (pages, files) = (pages(listing.keys()), listing.len());
    let seconds = started.elapsed().as_secs_f64();
    let out = args.place.to.as_ref().unwrap_or(&args.place.out).display();
    let parts = args.parts.len();
    match lang {
        Lang::Zh => format!(
            "合并好了：{parts} 份，{pages} 页，共 {files} 个文件，用时 {seconds:.2} 秒 → {out}\n"
        ),
        Lang::En => format!(
            "Merged {}: {}, {} in {seconds:.2} s → {out}\n",
            report::many(parts, "part"),
            report::many(pages, "page"),
            report::many(files, "file")
        ),
    }
}

fn ledger(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("新编号记下了 → {path}，请提交到版本库。\n"),
        Lang::En => format!("Recorded the new codes → {path}; commit it.\n"),
    }
}
