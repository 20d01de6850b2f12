//! The one place that prints. A reader that went away (`| head`) is no error.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use onetrip_core::diagnostic::{self, Finding, Folders, Lang, Sources, Style};

use super::args::Format;

/// Standard output.
pub(super) fn out(text: &str) {
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// Standard error.
pub(super) fn err(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Shows findings: for machines on standard output, texts for people on standard error. `content` is the folder as it was named: machines
/// of others want to know where the files are.
pub(super) fn findings(
    findings: &[Finding],
    sources: &Sources,
    lang: Lang,
    format: Format,
    content: &Path,
) {
    let folders = Folders::new(content, None);
    findings_in(findings, sources, lang, format, &folders);
}

/// The same, of a theme as well.
pub(super) fn findings_in(
    findings: &[Finding],
    sources: &Sources,
    lang: Lang,
    format: Format,
    folders: &Folders,
) {
    match format {
        Format::Github => out(&diagnostic::to_github(findings, sources, lang, folders)),
        Format::Sarif => out(&diagnostic::to_sarif(findings, sources, lang, folders)),
        Format::Json => {
            out(&diagnostic::to_json(findings, sources, lang));
            out("\n");
        }
        Format::Human => {
            let width = width();
            let color = width.is_some() && std::env::var_os("NO_COLOR").is_none();
            err(&diagnostic::to_text(
                findings,
                sources,
                lang,
                Style { color, width },
            ));
            err(&hint(findings, lang));
        }
    }
}

/// How to learn more, told of the first finding.
fn hint(findings: &[Finding], lang: Lang) -> String {
    let mut shown = findings.iter().filter(|one| one.allowed.is_none());
    let Some(id) = shown.next().map(|finding| finding.problem.id()) else {
        return String::new();
    };
    match lang {
        Lang::Zh => format!("用 onetrip explain {id} 看为什么、怎么改。\n"),
        Lang::En => format!("See onetrip explain {id} for why it matters and how to mend it.\n"),
    }
}

/// The width of the terminal at standard error, if there is one.
fn width() -> Option<usize> {
    /// What is supposed of a terminal that does not tell.
    const USUAL: usize = 80;
    let stderr = io::stderr();
    if !stderr.is_terminal() {
        return None;
    }
    let told = terminal_size::terminal_size_of(&stderr).map(|(width, _)| usize::from(width.0));
    let set = || std::env::var("COLUMNS").ok()?.parse().ok();
    told.or_else(set).filter(|width| *width > 0).or(Some(USUAL))
}

/// The last line about findings.
pub(super) fn counts(findings: &[Finding], lang: Lang) -> String {
    let (errors, warnings) = diagnostic::count(findings);
    let allowed = findings.len() - errors - warnings;
    match lang {
        Lang::Zh => {
            let allowed = match allowed {
                0 => String::new(),
                n => format!("，另有 {n} 处写了原因放过"),
            };
            format!("错误 {errors} 处，提醒 {warnings} 处{allowed}。\n")
        }
        Lang::En => {
            let (errors, warnings) = (many(errors, "error"), many(warnings, "warning"));
            let allowed = match allowed {
                0 => String::new(),
                n => format!("; {n} more let pass with a reason"),
            };
            format!("{errors}, {warnings}{allowed}.\n")
        }
    }
}

/// A number of things, in English.
pub(super) fn many(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
