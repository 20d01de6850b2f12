//! `onetrip codes`: what a person says about posters that hang. Changes codes.lock, and prints what changed in it.

pub(super) mod args;
mod list;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use args::{Action, Choice, Codes, Move};
use onetrip_core::diagnostic::{Finding, Lang, Problem, Refusal, Severity, Sources};
use onetrip_core::ledger::{self, Selection};
use onetrip_core::model::{LEDGER, Ledger, Region};
use onetrip_core::output::{Change, ledger_text};
use onetrip_core::source;

use super::args::Format;
use super::build::world;
use super::clock::today;
use super::{FINDINGS, report};
use crate::machine::Disk;
use crate::placing::AtomicFile;

/// Lists or changes the ledger.
pub(super) fn codes(args: &Codes, lang: Lang) -> ExitCode {
    let content = Disk::new(&args.content);
    let world = world(&content, None);
    let mut loaded = source::load(&world, &args.content.display().to_string());
    if let Some(region) = &mut loaded.region {
        region.hold_drafts(&BTreeSet::new());
        region.take_effect(today());
    }
    let done = match &loaded.region {
        Some(Region { ledger: None, .. }) | None => Err(about_ledger(loaded.findings)),
        Some(region) => act(args, region, &loaded.sources, lang).map_err(|finding| vec![finding]),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(findings) => {
            report::findings(
                &findings,
                &loaded.sources,
                lang,
                Format::Human,
                Path::new(""),
            );
            ExitCode::from(FINDINGS)
        }
    }
}

/// What else is wrong with the content is no matter here.
fn about_ledger(findings: Vec<Finding>) -> Vec<Finding> {
    let ours = |finding: &Finding| {
        finding
            .place
            .as_ref()
            .is_none_or(|place| &*place.file == LEDGER)
    };
    findings
        .into_iter()
        .filter(|finding| finding.severity() == Severity::Error && ours(finding))
        .collect()
}

fn act(args: &Codes, region: &Region, sources: &Sources, lang: Lang) -> Result<(), Finding> {
    let before = sources.get(LEDGER).map(|text| &**text);
    let (Some(ledger), Some(before)) = (&region.ledger, before) else {
        return Err(Finding::nowhere(Refusal::NothingPublished.into()));
    };
    let changed = match &args.action {
        Action::List(options) => {
            report::out(&list::list(region, ledger, options, lang));
            return Ok(());
        }
        Action::Retire(retire) => {
            let because = retire.retirement.because.as_deref().unwrap_or_default();
            let retirement = retire.retirement.to.as_deref().ok_or(because);
            ledger::retire(
                region,
                ledger,
                selection(&retire.choice),
                retirement,
                today(),
            )
        }
        Action::Restore(choice) => ledger::restore(ledger, selection(choice)),
        Action::Forget(choice) => ledger::forget(ledger, selection(choice)),
        Action::Rename(rename) => ledger::rename(region, ledger, &rename.old, &rename.new),
        Action::Move(moved) => moving(region, ledger, moved),
    };
    let after = ledger_text(&changed.map_err(Finding::nowhere)?, Some(before));
    let path = args.content.join(LEDGER);
    let change = Change {
        text: after,
        before: Some(before.to_owned()),
    };
    AtomicFile::new(&path, &change)?.place()?;
    report::out(&difference(before, &change.text));
    report::err(&told(&args.action, &path.display().to_string(), lang));
    Ok(())
}

fn selection(choice: &Choice) -> Selection<'_> {
    Selection {
        code: choice.code.as_deref(),
        communities: &choice.community,
    }
}

fn moving(region: &Region, ledger: &Ledger, moved: &Move) -> Result<Ledger, Problem> {
    // The site's top has no name; `.` stands for it.
    let id = |text: &Option<String>| {
        text.as_deref()
            .map(|id| if id == "." { "" } else { id })
            .unwrap_or_default()
            .to_owned()
    };
    match &moved.from.from_base_url {
        Some(from) => ledger::move_site(region, ledger, from, today()),
        None => ledger::move_community(
            region,
            ledger,
            &id(&moved.from.from_community),
            &id(&moved.to_community),
            today(),
        ),
    }
}

/// The lines that went and the lines that came.
fn difference(before: &str, after: &str) -> String {
    let old: BTreeSet<&str> = before.lines().collect();
    let new: BTreeSet<&str> = after.lines().collect();
    let gone = before
        .lines()
        .filter(|line| !new.contains(line))
        .map(|line| format!("- {line}\n"));
    let come = after
        .lines()
        .filter(|line| !old.contains(line))
        .map(|line| format!("+ {line}\n"));
    gone.chain(come).collect()
}

/// What follows from it.
fn told(action: &Action, path: &str, lang: Lang) -> String {
    let (zh, en) = match action {
        Action::List(_) => ("", ""),
        Action::Retire(_) => (
            "原来的网址留着一页，说明去向或原因；指南里还有这个编号的，请删掉或换新编号，再生成。",
            "A page stays at the old address and says so. Where a guide still has the code, delete the guide or give it a new code; then build.",
        ),
        Action::Restore(_) => ("编号又能用了。", "The code is in use again."),
        Action::Rename(_) => (
            "海报和网址都不变。",
            "Posters and addresses stay as they are.",
        ),
        Action::Move(moved) if moved.from.from_base_url.is_some() => (
            "旧网址要一直转到新网址，否则旧海报打不开；新海报请重新印。",
            "Redirect the old address for good, or the old posters will not open; print new ones.",
        ),
        Action::Move(_) => (
            "原来的网址留着，会说明换到了哪里；下次生成时记下新的编号。",
            "Pages stay at the old addresses and say where they went; the next build records the new ones.",
        ),
        Action::Forget(_) => (
            "已经印出去的话，请马上恢复 codes.lock：那些海报会打不开。",
            "If it was printed after all, bring codes.lock back at once: those posters will not open.",
        ),
    };
    match lang {
        Lang::Zh => format!("改好了：{path}，请提交到版本库。{zh}\n"),
        Lang::En => format!("Changed {path}; commit it. {en}\n"),
    }
}
