//! What can be typed. Chinese texts of the same stand in `help.rs`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use onetrip_core::model::Share;

pub(super) use super::codes::args::Codes;
pub(super) use super::new::args::New;
pub(super) use super::theme::args::Theme;

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
    /// Put the parts of a site together that several machines built (build --shard).
    Merge(Merge),
    /// Show the site while you write: it follows every change, and says on the page what is wrong.
    Serve(Serve),
    /// Check the content without building.
    Check(Check),
    /// The ledger of published codes (codes.lock).
    #[command(arg_required_else_help = true)]
    Codes(Codes),
    /// Print posters, the directory, stickers and cards alone.
    Print(Print),
    /// The built-in theme: its files, to start a theme of your own.
    #[command(arg_required_else_help = true)]
    Theme(Theme),
    /// Make PDF and PNG of drawings (forms, samples) with the theme's fonts.
    Draw(Draw),
    /// Begin a site, a community, a guide, a paper or a question.
    #[command(arg_required_else_help = true)]
    New(New),
    /// Write JSON Schemas of the content's files, with which editors complete and check.
    Schema(Schema),
    /// Write the references of the format and of all findings.
    Docs(Docs),
    /// Lay out the content's files: order of keys, quotation marks, widths.
    Fmt(Fmt),
    /// Explain what `check` and `build` say: why it matters, and how to mend it.
    Explain(Explain),
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

/// Where a site goes.
#[derive(Debug, Args)]
pub(super) struct Place {
    /// Folder for the site.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub(super) out: PathBuf,
    /// One file for the whole site instead of a folder: site.zip or site.tar.gz.
    #[arg(long, value_name = "FILE", conflicts_with = "out")]
    pub(super) to: Option<PathBuf>,
    /// A file or folder in the site's folder that others put there and that stays; may be given more than once. What hosts look for
    /// (.well-known, CNAME, robots.txt, MP_verify_….txt and the like) always stays.
    #[arg(long, value_name = "PATH", conflicts_with = "to")]
    pub(super) keep: Vec<String>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) source: Source,
    /// Theme folder; what it lacks comes from the built-in theme.
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    #[command(flatten)]
    pub(super) place: Place,
    /// Show where the time went; with a file: write it there for Chrome's trace viewer.
    #[arg(
        long,
        value_name = "FILE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "-"
    )]
    pub(super) timings: Option<PathBuf>,
    /// Only this part of the site, of so many that other machines make; `merge` puts them together.
    #[arg(long, value_name = "K/N", value_parser = share, conflicts_with = "community")]
    pub(super) shard: Option<Share>,
    /// No site, but the page of this code with everything in one file, for a chat or a stick; put into COMMUNITY-CODE.html or where --to says.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["out", "keep", "shard", "timings"])]
    pub(super) single_file: Option<String>,
    /// Print no sheets.
    #[arg(long)]
    pub(super) no_print: bool,
    /// Show drafts as well: a preview, of which nothing is recorded or printed.
    #[arg(long)]
    pub(super) drafts: bool,
}

fn share(typed: &str) -> Result<Share, &'static str> {
    typed
        .parse()
        .map_err(|()| "which part of how many, such as 3/16")
}

/// Options of `merge`.
#[derive(Debug, Args)]
pub(super) struct Merge {
    /// Parts: folders or .zip files that `build --shard` made.
    #[arg(value_name = "PART", required = true)]
    pub(super) parts: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) place: Place,
    /// Folder with the guides, for its ledger.
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    /// How findings are shown.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Folder with the guides.
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    /// Only this community.
    #[arg(long, value_name = "ID")]
    pub(super) community: Option<String>,
    /// Theme folder; what it lacks comes from the built-in theme.
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    /// Show drafts as well.
    #[arg(long)]
    pub(super) drafts: bool,
    /// The port; else 8000, or any other that is free.
    #[arg(long, value_name = "PORT")]
    pub(super) port: Option<u16>,
    /// Open it in the browser.
    #[arg(long)]
    pub(super) open: bool,
    /// Show it to the whole local network, such as your phone, by a code.
    #[arg(long)]
    pub(super) lan: bool,
}

/// Options of `print`.
#[derive(Debug, Args)]
pub(super) struct Print {
    #[command(flatten)]
    pub(super) source: Source,
    /// Theme folder; what it lacks comes from the built-in theme.
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    /// Folder for the sheets.
    #[arg(long, value_name = "DIR", default_value = "print")]
    pub(super) out: PathBuf,
    /// What is printed; may be given more than once.
    #[arg(long, value_name = "KIND")]
    pub(super) kind: Vec<KindArg>,
    /// Paper of posters and directory.
    #[arg(long, value_name = "PAPER", default_value = "a4")]
    pub(super) paper: PaperArg,
    /// Only this matter, by its code.
    #[arg(long, value_name = "CODE")]
    pub(super) matter: Option<String>,
}

/// Options of `draw`.
#[derive(Debug, Args)]
pub(super) struct Draw {
    /// SVG files.
    #[arg(value_name = "FILE", required = true)]
    pub(super) drawings: Vec<PathBuf>,
    /// Theme folder; what it lacks comes from the built-in theme.
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    /// Folder for the PDF and PNG files.
    #[arg(long, value_name = "DIR", default_value = "content/files")]
    pub(super) out: PathBuf,
    /// How findings are shown.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
}

/// Options of `schema`.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Folder with the guides.
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) out: PathBuf,
    /// Names of keys; else those of the messages' language.
    #[arg(long, value_name = "NAMES")]
    pub(super) keys: Option<NamesArg>,
}

/// Options of `docs`.
#[derive(Debug, Args)]
pub(super) struct Docs {
    /// Folder for the reference.
    #[arg(long, value_name = "DIR", default_value = "docs")]
    pub(super) out: PathBuf,
}

/// Names of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum NamesArg {
    /// 标题, 编号 …
    Chinese,
    /// title, code …
    English,
}

/// Options of `fmt`.
#[derive(Debug, Args)]
pub(super) struct Fmt {
    /// Files or folders of the content; all where none is named.
    #[arg(value_name = "FILE", id = "laid_out")]
    pub(super) files: Vec<PathBuf>,
    /// Folder with the guides.
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    /// Change nothing; list the files that would change, and fail if there are any.
    #[arg(long = "check", id = "only_check")]
    pub(super) check: bool,
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The id that stands in brackets in a message; without one all are listed.
    #[arg(value_name = "ID", id = "finding")]
    pub(super) id: Option<String>,
    /// All at length, as one Markdown page.
    #[arg(long, conflicts_with = "finding")]
    pub(super) all: bool,
    /// How it is told.
    #[arg(
        long = "format",
        id = "explain_format",
        value_name = "FORMAT",
        default_value = "human"
    )]
    pub(super) format: ExplainFormat,
}

/// How findings are explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ExplainFormat {
    /// For people.
    Human,
    /// One JSON array.
    Json,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum KindArg {
    /// One sheet a matter, for the wall.
    Poster,
    /// All matters with small codes.
    Directory,
    /// Small signs, eight a sheet.
    Stickers,
    /// Contact cards of the workers, ten a sheet.
    Cards,
}

/// Paper.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum PaperArg {
    /// 297 × 420 mm
    A3,
    /// 210 × 297 mm
    A4,
    /// 148 × 210 mm
    A5,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) source: Source,
    /// Check this theme folder as well.
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    /// Also show, per guide, how many questions are asked, how long lists get, and how easy it reads (100: its sentences have 12 characters on
    /// average or fewer; 3 less for each one more, and 1 less for each sentence in a hundred with more than 30).
    #[arg(long)]
    pub(super) situations: bool,
    /// Also show what is no fault and worth a look: stops that hold together, options that do the same.
    #[arg(long)]
    pub(super) remarks: bool,
    /// Mend what has a sure mend (colons, commas, blanks, quotation marks, slips in keys), then check.
    #[arg(long)]
    pub(super) fix: bool,
    /// Fail on these as well.
    #[arg(long, value_name = "WEIGHT")]
    pub(super) deny: Option<DenyArg>,
}

/// What else fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DenyArg {
    /// Warnings.
    Warnings,
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
    /// Annotations of GitHub's checks, on standard output.
    Github,
    /// A SARIF 2.1.0 log, on standard output.
    Sarif,
}
