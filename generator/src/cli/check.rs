//! `onetrip check`.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use onetrip_core::check::{self, CompiledRules, Survey};
use onetrip_core::diagnostic::{self, Finding, Folders, Lang, Sources};
use onetrip_core::model::{Matter, Region};
use onetrip_core::site::{self, Checked};
use onetrip_print::Printer;

use super::args::{Check, DenyArg, Format};
use super::build::{options, world};
use super::progress::Line;
use super::target::theme_exists;
use super::{FINDINGS, content_option, fix, report};
use crate::machine::Disk;

/// Checks the content.
pub(super) fn check(args: &Check, lang: Lang) -> ExitCode {
    if let Err(finding) = theme_exists(args.theme.as_deref()) {
        let source = &args.source;
        report::findings(
            &[finding],
            &Sources::new(),
            lang,
            source.format,
            &source.content,
        );
        return ExitCode::from(FINDINGS);
    }
    if args.fix
        && let Err(code) = fix::fix(args, lang)
    {
        return code;
    }
    let content = Disk::new(&args.source.content);
    let theme = args.theme.as_ref().map(Disk::new);
    let world = world(&content, theme.as_ref());
    let line = Line::new(lang);
    let Checked {
        site,
        drafted,
        mut findings,
        allowed,
        mut sources,
        ..
    } = site::check(&world, &options(&args.source), &line);
    if theme.is_some() {
        let (found, files) = site::check_theme(&world, Some(&Printer));
        findings.extend(found);
        sources.extend(files);
        diagnostic::sort(&mut findings);
        diagnostic::let_pass(&mut findings, &allowed);
    }
    line.clear();
    let site = drafted.or(site).filter(|_| args.situations || args.remarks);
    let mut remarks = site
        .as_ref()
        .map_or_else(Vec::new, |(region, books)| check::remarks(region, books));
    if let Some((region, _)) = &site {
        region.spare_drafts(&mut remarks);
    }
    diagnostic::let_pass(&mut remarks, &allowed);
    if args.remarks {
        findings.extend(remarks.iter().cloned());
        diagnostic::sort(&mut findings);
    }
    report::findings_in(
        &findings,
        &sources,
        lang,
        args.source.format,
        &Folders::new(&args.source.content, args.theme.as_deref()),
    );
    if args.source.format == Format::Human {
        if let Some((region, books)) = site.filter(|_| args.situations) {
            report::out(&table(&region, &books, &remarks, lang));
        }
        report::err(&report::counts(&findings, lang));
        if !args.remarks {
            let folded_away = diagnostic::count(&remarks).1;
            report::err(&folded(folded_away, lang));
        }
        if diagnostic::count(&findings) == (0, 0) {
            report::err(&next(&args.source.content, lang));
        }
    }
    let (errors, warnings) = diagnostic::count(&findings);
    if errors > 0 || args.deny == Some(DenyArg::Warnings) && warnings > 0 {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    }
}

/// What one does with content in which nothing is wrong.
fn next(content: &Path, lang: Lang) -> String {
    let option = content_option(content);
    match lang {
        Lang::Zh => format!("接下来：onetrip build{option}，生成网站和要打印的纸。\n"),
        Lang::En => format!("Next: onetrip build{option} makes the site and what is printed.\n"),
    }
}

/// How to see the remarks that are only counted.
fn folded(remarks: usize, lang: Lang) -> String {
    match (remarks, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("另有 {remarks} 处不算错、但值得看一眼：加 --remarks 逐条看。\n"),
        (_, Lang::En) => {
            format!("{remarks} more to look at, no faults: add --remarks to see them.\n")
        }
    }
}

/// One line a guide, tab-separated, so that it can be pasted into a spreadsheet; no heading is wider than a tab.
fn table(region: &Region, books: &CompiledRules, remarks: &[Finding], lang: Lang) -> String {
    let mut out = String::from(match lang {
        Lang::Zh => "编号\t问题\t情形\t问法\t最多问\t平均问\t最少带\t最多带\t易读\t值得看\t标题\n",
        Lang::En => "code\tasks\tcases\tpaths\tmost\tmean\tfewest\tlongest\tease\tremarks\ttitle\n",
    });
    for matter in &region.matters {
        let sets = books.sets(&matter.file);
        for set in sets {
            let of_matter = |finding: &&Finding| {
                finding
                    .place
                    .as_ref()
                    .is_some_and(|place| *place.file == *matter.file)
            };
            let count = remarks.iter().filter(of_matter).count();
            let here = matter.with_numbers(&set.numbers);
            // Of several sets each says by which numbers it is one.
            let numbers = set.numbers.iter().filter(|_| sets.len() > 1);
            let numbers = numbers.map(|(name, value)| format!(" {name}={value}"));
            let title = [matter.title.source().to_owned()]
                .into_iter()
                .chain(numbers);
            let title: String = title.collect();
            row(
                &mut out,
                matter,
                &title,
                &check::survey(&here, &set.compiled),
                count,
            );
        }
    }
    out
}

fn row(out: &mut String, matter: &Matter, title: &str, survey: &Survey, remarks: usize) {
    let Survey {
        questions,
        situations,
        paths,
        longest,
        average,
        shortest_list,
        longest_list,
    } = survey;
    // Of a guide that was not walked to the end nothing more is known.
    let walked = |words: String| paths.map_or_else(|| "…".to_owned(), |_| words);
    let ways = paths.map_or_else(|| "…".to_owned(), |paths| paths.to_string());
    let (longest, average) = (walked(longest.to_string()), walked(format!("{average:.1}")));
    let fewest = walked(shortest_list.to_string());
    let most = walked(longest_list.to_string());
    let ease = check::Ease::of(matter);
    let ease = (ease.sentences > 0).then(|| ease.score().to_string());
    let ease = ease.as_deref().unwrap_or("…");
    let code = &matter.code.value;
    let _ = writeln!(
        out,
        "{code}\t{questions}\t{situations}\t{ways}\t{longest}\t{average}\t{fewest}\t{most}\t{ease}\t{remarks}\t{title}"
    );
}
