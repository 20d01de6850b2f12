//! `onetrip theme`: what a theme author asks of the built-in theme.

pub(super) mod args;
mod export;

use std::path::Path;
use std::process::ExitCode;

use args::{Action, Theme};
use onetrip_core::diagnostic::{Lang, Sources};
use onetrip_core::source::{Embedded, Files as _};

use super::args::Format;
use super::{FINDINGS, report};
use crate::variables as told_to_themes;

/// Lists or copies the built-in theme.
pub(super) fn theme(args: &Theme, lang: Lang) -> ExitCode {
    match &args.action {
        Action::List => {
            let paths = paths().into_iter();
            report::out(
                &paths
                    .flat_map(|path| [path, "\n".to_owned()])
                    .collect::<String>(),
            );
            ExitCode::SUCCESS
        }
        Action::Variables => variables(lang),
        Action::Export(options) => export::export(options, lang),
    }
}

fn variables(lang: Lang) -> ExitCode {
    match told_to_themes::reference(lang) {
        Ok(text) => {
            report::out(&text);
            ExitCode::SUCCESS
        }
        Err(findings) => {
            let sources = Sources::new();
            report::findings(&findings, &sources, lang, Format::Human, Path::new(""));
            ExitCode::from(FINDINGS)
        }
    }
}

/// The files of the built-in theme.
fn paths() -> Vec<String> {
    let entries = Embedded.list().unwrap_or_default();
    entries.into_iter().map(|entry| entry.path).collect()
}
