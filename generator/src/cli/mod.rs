//! The command: arguments in, findings and files out. Nothing here knows rules of the field.

mod args;
mod build;
mod check;
mod clock;
mod codes;
mod docs;
mod draw;
mod explain;
mod files;
mod fix;
mod fmt;
mod help;
mod locale;
mod merge;
mod new;
mod print;
mod progress;
mod report;
mod schema;
mod serve;
mod single;
mod target;
mod theme;
mod timings;
mod usage;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::FromArgMatches;

use args::{Cli, Command};

/// Exit code for findings that are errors.
const FINDINGS: u8 = 1;
/// Exit code for a command that was typed wrong.
const USAGE: u8 = 2;

/// Runs the command and returns its exit code: 0 done, 1 findings, 2 typed wrong.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = locale::language(&args);
    let args = usage::as_flags(args);
    let parsed = help::command(lang)
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return usage::explain(error, lang),
    };
    match cli.command {
        Command::Build(options) => match &options.single_file {
            Some(code) => single::single(&options, code, lang),
            None => build::build(&options, lang),
        },
        Command::Merge(options) => merge::merge(&options, lang),
        Command::Serve(options) => serve::serve(&options, lang),
        Command::Check(options) => check::check(&options, lang),
        Command::Codes(options) => codes::codes(&options, lang),
        Command::Print(options) => print::print(&options, lang),
        Command::Theme(options) => theme::theme(&options, lang),
        Command::Draw(options) => draw::draw(&options, lang),
        Command::New(options) => new::new(&options, lang),
        Command::Schema(options) => schema::schema(&options, lang),
        Command::Docs(options) => docs::docs(&options, lang),
        Command::Fmt(options) => fmt::fmt(&options, lang),
        Command::Explain(options) => explain::explain(&options, lang),
    }
}

/// How further commands name the folder.
fn content_option(content: &Path) -> String {
    if content == Path::new("content") {
        return String::new();
    }
    format!(" --content {}", content.display())
}
