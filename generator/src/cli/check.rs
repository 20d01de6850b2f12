//! `onetrip check`.

use std::fmt::Write as _;
use std::process::ExitCode;

use super::args::{Check, Format};
use super::build::options;
use super::clock::today;
use super::progress::Line;
use super::{FINDINGS, report};
use crate::check::{self, Books, Survey};
use crate::diagnostic::{self, Lang};
use crate::model::{Matter, Region};
use crate::site::{self, Checked};
use crate::source::{Disk, Embedded, World};

/// Checks the content.
pub(super) fn check(args: &Check, lang: Lang) -> ExitCode {
    let content = Disk::new(&args.source.content);
    let world = World { content: &content, themes: vec![&Embedded], today: today() };
    let line = Line::new(lang);
    let Checked { site, mut findings, sources, .. } = site::check(&world, &options(&args.source), &line);
    line.clear();
    let site = site.filter(|_| args.situations);
    if let Some((region, books)) = &site {
        findings.extend(check::remarks(region, books));
        diagnostic::sort(&mut findings);
    }
    report::findings(&findings, &sources, lang, args.source.format);
    if args.source.format == Format::Human {
        if let Some((region, books)) = &site {
            report::out(&table(region, books, lang));
        }
        report::err(&report::counts(&findings, lang));
    }
    if diagnostic::count(&findings).0 > 0 { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS }
}

/// One line a guide, tab-separated, so that it can be pasted into a spreadsheet.
fn table(region: &Region, books: &Books, lang: Lang) -> String {
    let mut out = String::from(match lang {
        Lang::Zh => "编号\t问题\t情形\t问法\t最多问\t平均问\t最短清单\t最长清单\t标题\n",
        Lang::En => {
            "code\tquestions\tsituations\tpaths\tmost asked\taverage\tshortest list\tlongest list\ttitle\n"
        }
    });
    for matter in &region.matters {
        if let Some(compiled) = books.get(&matter.file) {
            row(&mut out, matter, &check::survey(matter, compiled));
        }
    }
    out
}

fn row(out: &mut String, matter: &Matter, survey: &Survey) {
    let Survey { questions, situations, paths, longest, average, shortest_list, longest_list } = survey;
    let paths = paths.map_or_else(|| "…".to_owned(), |paths| paths.to_string());
    let (code, title) = (&matter.code.value, &matter.title);
    let _ = writeln!(
        out,
        "{code}\t{questions}\t{situations}\t{paths}\t{longest}\t{average:.1}\t{shortest_list}\t{longest_list}\t{title}"
    );
}
