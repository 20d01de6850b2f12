//! What can be typed. Chinese texts of the same stand in `help.rs`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(super) use super::codes::args::Codes;

/// Turns a folder of matter guides into a static site with QR codes and a wizard.
#[derive(Debug, Parser)]
#[command(name = "onetrip", version, arg_required_else_help = true)]
pub(super) struct Cli {
    /// Language of messages; else the locale's. Read by `locale.rs`, since reading the rest may fail.
    #[arg(long, value_name = "LANG", global = true)]
    pub(super) lang: Option<LangArg>,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// One file per command.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the site.
    Build(Build),
    /// Check the content without building.
    Check(Check),
    /// The ledger of published codes (codes.lock).
    #[command(arg_required_else_help = true)]
    Codes(Codes),
}

/// Where the content is and how findings are shown.
#[derive(Debug, Args)]
pub(super) struct Source {
    /// Folder with the guides.
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    /// Address of the site, instead of the one in site.yaml.
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Only this community.
    #[arg(long, value_name = "ID")]
    pub(super) community: Option<String>,
    /// How findings are shown.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) source: Source,
    /// Theme folder; what it lacks comes from the built-in theme.
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    /// Folder for the site.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub(super) out: PathBuf,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) source: Source,
    /// Also show, per guide, how many questions are asked and how long lists get.
    #[arg(long)]
    pub(super) situations: bool,
    /// Also show what is no fault and worth a look: stops that hold together, options that do the same.
    #[arg(long)]
    pub(super) remarks: bool,
}

/// Language of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangArg {
    /// 中文
    Zh,
    /// English
    En,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, on standard error.
    Human,
    /// One JSON array, on standard output.
    Json,
}
