//! `onetrip theme`: what a theme author asks of the built-in theme.

pub(super) mod args;
mod export;

use std::process::ExitCode;

use args::{Action, Theme};

use super::report;
use crate::diagnostic::Lang;
use crate::source::{Embedded, Files as _};

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
        Action::Export(options) => export::export(options, lang),
    }
}

/// The files of the built-in theme.
fn paths() -> Vec<String> {
    let entries = Embedded.list().unwrap_or_default();
    entries.into_iter().map(|entry| entry.path).collect()
}
