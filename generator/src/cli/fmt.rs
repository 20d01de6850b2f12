//! `onetrip fmt`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use onetrip_core::diagnostic::{self, Finding, Lang, Problem, ReadingFault, Sources};
use onetrip_core::schema;
use onetrip_core::source::{Files, LaidOut, files_with_layout, lay_out};

use super::args::{Fmt, Format};
use super::{FINDINGS, USAGE, files, report};
use crate::machine::Disk;

/// Lays out the files of the content; with `--check` only says which would change.
pub(super) fn fmt(args: &Fmt, lang: Lang) -> ExitCode {
    let content = Disk::new(&args.content);
    let Ok(known) = files_with_layout(&content) else {
        return without_content(&args.content, lang);
    };
    let wanted = match chosen(known, args, lang) {
        Ok(wanted) => wanted,
        Err(code) => return code,
    };
    let Outcome {
        changed,
        mut findings,
        sources,
    } = laid_out(&content, wanted);
    diagnostic::sort(&mut findings);
    report::findings(&findings, &sources, lang, Format::Human, &args.content);
    let paths: Vec<String> = changed.iter().map(|(path, _)| path.clone()).collect();
    if !args.check
        && !changed.is_empty()
        && let Err(code) = files::write(changed, &args.content, lang)
    {
        return code;
    }
    for path in &paths {
        report::out(&format!("{}\n", args.content.join(path).display()));
    }
    if findings.is_empty() || !paths.is_empty() {
        report::err(&summary(paths.len(), args.check, lang));
    }
    if !findings.is_empty() {
        report::err(left_alone(lang));
    }
    if findings.is_empty() && (paths.is_empty() || !args.check) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(FINDINGS)
    }
}

fn without_content(folder: &Path, lang: Lang) -> ExitCode {
    let fault = ReadingFault::ContentEmpty {
        folder: folder.display().to_string(),
    };
    let finding = Finding::nowhere(fault.into());
    report::findings(&[finding], &Sources::new(), lang, Format::Human, folder);
    ExitCode::from(FINDINGS)
}

/// Those of the files that were named; all where none was.
fn chosen(
    known: Vec<(String, schema::Files)>,
    args: &Fmt,
    lang: Lang,
) -> Result<Vec<(String, schema::Files)>, ExitCode> {
    if args.files.is_empty() {
        return Ok(known);
    }
    let named: Vec<(&PathBuf, String)> = args
        .files
        .iter()
        .map(|file| (file, below(&args.content, file)))
        .collect();
    let is = |path: &str, name: &str| {
        path == name
            || path
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('/'))
    };
    for (file, name) in &named {
        if !known.iter().any(|(path, _)| is(path, name)) {
            report::err(&unknown(file, lang));
            return Err(ExitCode::from(USAGE));
        }
    }
    let wanted = |path: &str| named.iter().any(|(_, name)| is(path, name));
    Ok(known.into_iter().filter(|(path, _)| wanted(path)).collect())
}

/// The path of a file below the content folder, which may stand before it.
fn below(content: &Path, file: &Path) -> String {
    let plain = |path: &Path| -> PathBuf { path.components().collect() };
    let file = plain(file.strip_prefix(".").unwrap_or(file));
    let content = plain(content.strip_prefix(".").unwrap_or(content));
    let file = file.strip_prefix(content).unwrap_or(&file);
    file.to_string_lossy().replace('\\', "/")
}

fn unknown(file: &Path, lang: Lang) -> String {
    let file = file.display();
    match lang {
        Lang::Zh => format!(
            "错误：没有“{file}”这个文件，或者它不是指南、社区、材料、问题这样的内容\n\n写内容文件夹里的路径，例如：onetrip fmt matters/elderly/a07.md\n"
        ),
        Lang::En => format!(
            "error: there is no file \"{file}\", or it is none of the content (guides, communities, papers, questions)\n\nName it as it is in the content folder: onetrip fmt matters/elderly/a07.md\n"
        ),
    }
}

#[derive(Default)]
struct Outcome {
    /// Paths and new texts.
    changed: Vec<(String, String)>,
    findings: Vec<Finding>,
    sources: Sources,
}

fn laid_out(content: &Disk, wanted: Vec<(String, schema::Files)>) -> Outcome {
    let mut outcome = Outcome::default();
    for (path, kind) in wanted {
        let bytes = match content.read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let reason = error.into();
                let problem = Problem::from(ReadingFault::Unreadable { reason });
                let place = diagnostic::Place::file(&path);
                outcome.findings.push(Finding::at(place, problem));
                continue;
            }
        };
        let LaidOut {
            text,
            findings,
            sources,
        } = lay_out(&path, kind, &bytes);
        outcome.findings.extend(findings);
        outcome.sources.extend(sources);
        let new = text.filter(|text| text.as_bytes() != &*bytes);
        outcome.changed.extend(new.map(|text| (path, text)));
    }
    outcome
}

fn left_alone(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "上面说到的文件没有动；改好了再排。\n",
        Lang::En => "The files named above were left alone; mend them first.\n",
    }
}

fn summary(number: usize, check: bool, lang: Lang) -> String {
    match (number, check, lang) {
        (0, _, Lang::Zh) => "都已经排整齐了。\n".to_owned(),
        (0, _, Lang::En) => "Nothing to lay out.\n".to_owned(),
        (_, true, Lang::Zh) => {
            format!("{number} 个文件没有排整齐；去掉 --check 再运行一次就排好了。\n")
        }
        (_, true, Lang::En) => format!(
            "{} not laid out; run it without --check to lay out.\n",
            report::many(number, "file")
        ),
        (_, false, Lang::Zh) => format!("排整齐了 {number} 个文件，意思没有变。\n"),
        (_, false, Lang::En) => format!(
            "{} laid out; what they say has not changed.\n",
            report::many(number, "file")
        ),
    }
}
