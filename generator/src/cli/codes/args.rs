//! What can be typed after `onetrip codes`, and the same in Chinese.

use std::path::PathBuf;

use clap::{Arg, Args, Subcommand, ValueEnum};

/// Options of `codes`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Codes {
    /// Folder with the guides and codes.lock.
    #[arg(long, value_name = "DIR", default_value = "content", global = true)]
    pub(in crate::cli) content: PathBuf,
    #[command(subcommand)]
    pub(in crate::cli) action: Action,
}

/// What is done with the ledger.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Action {
    /// Print the ledger.
    List(List),
    /// End a code: its page says where the matter went, or why it ended.
    Retire(Retire),
    /// Take the end of a code back.
    Restore(Choice),
    /// A guide's file was renamed: the same matter, the same code.
    Rename(Rename),
    /// The site's address or a community's file name changed.
    Move(Move),
    /// Forget a code that was never printed.
    Forget(Choice),
}

/// Options of `list`.
#[derive(Debug, Args)]
pub(in crate::cli) struct List {
    /// How it is printed.
    #[arg(
        long = "format",
        id = "list_format",
        value_name = "FORMAT",
        default_value = "table"
    )]
    pub(in crate::cli) format: ListFormat,
    /// Only this community; several with commas.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(in crate::cli) community: Vec<String>,
}

/// How the ledger is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ListFormat {
    /// Aligned columns.
    Table,
    /// For spreadsheets, with empty columns to fill in on the round.
    Csv,
}

/// Which codes are meant.
#[derive(Debug, Args)]
pub(in crate::cli) struct Choice {
    /// The code; without one every code of the communities named.
    #[arg(value_name = "CODE", required_unless_present = "community")]
    pub(in crate::cli) code: Option<String>,
    /// Only in this community; several with commas.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(in crate::cli) community: Vec<String>,
}

/// Options of `retire`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Retire {
    #[command(flatten)]
    pub(in crate::cli) choice: Choice,
    #[command(flatten)]
    pub(in crate::cli) retirement: Retirement,
}

/// What the page of an ended code says.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(in crate::cli) struct Retirement {
    /// The code that took its place.
    #[arg(long, value_name = "CODE", requires = "code")]
    pub(in crate::cli) to: Option<String>,
    /// Why it ended, as residents read it.
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) because: Option<String>,
}

/// Options of `rename`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Rename {
    /// The file name before, without .md.
    #[arg(value_name = "OLD")]
    pub(in crate::cli) old: String,
    /// The file name now, without .md.
    #[arg(value_name = "NEW")]
    pub(in crate::cli) new: String,
}

/// Options of `move`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Move {
    #[command(flatten)]
    pub(in crate::cli) from: From,
    /// The community's file name now.
    #[arg(long, value_name = "ID", conflicts_with = "from_base_url")]
    pub(in crate::cli) to_community: Option<String>,
}

/// What moved.
#[derive(Debug, Args)]
#[group(id = "moved", required = true, multiple = false)]
pub(in crate::cli) struct From {
    /// The address before; the one now stands in site.yaml.
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) from_base_url: Option<String>,
    /// The community's file name before, without .yaml (`.`: the one community in site.yaml).
    #[arg(long, value_name = "ID", requires = "to_community")]
    pub(in crate::cli) from_community: Option<String>,
}

/// About and usage of each action in Chinese.
pub(in crate::cli) const ACTIONS: [(&str, &str, &str); 6] = [
    ("list", "列出公布过的编号", "onetrip codes list [选项]"),
    (
        "retire",
        "停用编号：网页从此说明去向或原因",
        "onetrip codes retire <编号> (--to <编号> | --because <原因>) [选项]",
    ),
    (
        "restore",
        "恢复停用的编号",
        "onetrip codes restore <编号> [选项]",
    ),
    (
        "rename",
        "指南换了文件名，还是同一件事",
        "onetrip codes rename <旧文件名> <新文件名>",
    ),
    (
        "move",
        "网站换了网址，或社区换了文件名",
        "onetrip codes move (--from-base-url <旧网址> | --from-community <旧> --to-community <新>)",
    ),
    (
        "forget",
        "忘掉没有印出去过的编号",
        "onetrip codes forget <编号> [选项]",
    ),
];

/// Options of the actions in Chinese, by id.
pub(in crate::cli) const OPTIONS: [(&str, &str); 9] = [
    (
        "list_format",
        "样式：table 对齐的表，csv 给表格软件，留着空格巡检时填（不写就是 table）",
    ),
    ("code", "编号；不写就是所选社区的全部编号"),
    ("to", "并到了哪个编号"),
    ("because", "为什么停用，写给居民看"),
    ("old", "原来的文件名，不带 .md"),
    ("new", "现在的文件名，不带 .md"),
    ("from_base_url", "原来的网址；现在的写在 site.yaml 里"),
    (
        "from_community",
        "社区原来的文件名，不带 .yaml（site.yaml 里的那一个写“.”）",
    ),
    ("to_community", "社区现在的文件名"),
];

/// What is particular to an argument in Chinese.
pub(in crate::cli) fn chinese(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "community" => arg.help("只要这些社区，用逗号隔开"),
        "code" | "old" => arg.help_heading("参数").display_order(0),
        "new" => arg.help_heading("参数").display_order(1),
        _ => arg,
    }
}
