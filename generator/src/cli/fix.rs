//! `onetrip check --fix`: what has a sure mend is mended in the files, line by line, and nothing else.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use onetrip_core::diagnostic::{Finding, Lang, Mend, Sources, line_column, mend};
use onetrip_core::site;

use super::args::Check;
use super::build::{options, world};
use super::progress::Line;
use super::{files, report};
use crate::machine::Disk;

/// One mend may uncover another; so often the content is looked at again.
const ROUNDS: usize = 10;

/// Mends the content and says what was mended.
pub(super) fn fix(args: &Check, lang: Lang) -> Result<(), ExitCode> {
    let mut said = String::new();
    let mut number = 0;
    for _ in 0..ROUNDS {
        let content = Disk::new(&args.source.content);
        let line = Line::new(lang);
        let checked = site::check(&world(&content, None), &options(&args.source), &line);
        line.clear();
        let mends = mends(&checked.findings, &checked.sources);
        if mends.is_empty() {
            break;
        }
        let mut changed = Vec::new();
        for (file, mends) in mends {
            let mut text = checked.sources[&file].to_string();
            for (start, mend) in mends.iter().rev() {
                text.replace_range(*start..mend.span.end, &mend.line);
            }
            for mend in mends.values() {
                let old = &checked.sources[&file];
                let at = line_column(old, mend.span.start).0;
                let (was, is) = shown(&old[mend.span.clone()], &mend.line);
                let _ = writeln!(said, "{file}:{at}\n  - {was}\n  + {is}");
                number += 1;
            }
            changed.push((file.to_string(), text));
        }
        files::write(changed, &args.source.content, lang)?;
    }
    report::err(&said);
    report::err(&match (number, lang) {
        (0, Lang::Zh) => "没有能自动改的地方。\n".to_owned(),
        (0, Lang::En) => "Nothing here can be mended without you.\n".to_owned(),
        (_, Lang::Zh) => format!("改好了 {number} 处，请看一遍。\n"),
        (_, Lang::En) => format!(
            "{} mended; please look them over.\n",
            report::many(number, "line")
        ),
    });
    Ok(())
}

/// A line before and after; its indentation only where nothing else changed, so that it can be seen.
fn shown(old: &str, new: &str) -> (String, String) {
    let (was, is) = (old.trim(), new.trim());
    if was != is {
        return (was.to_owned(), is.to_owned());
    }
    let visible = |line: &str| {
        let words = line.trim_start();
        let lead = line[..line.len() - words.len()].chars();
        let lead: String = lead
            .map(|sign| match sign {
                '\t' => '→',
                '\u{3000}' => '□',
                _ => '·',
            })
            .collect();
        lead + words
    };
    (visible(old), visible(new))
}

/// One mend a line, by file and by where the line begins.
fn mends(findings: &[Finding], sources: &Sources) -> BTreeMap<Arc<str>, BTreeMap<usize, Mend>> {
    let mut all: BTreeMap<Arc<str>, BTreeMap<usize, Mend>> = BTreeMap::new();
    for finding in findings {
        if let (Some(place), Some(mend)) = (&finding.place, mend(finding, sources)) {
            let of_file = all.entry(Arc::clone(&place.file)).or_default();
            of_file.entry(mend.span.start).or_insert(mend);
        }
    }
    all
}
