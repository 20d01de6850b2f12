//! What can be typed after `onetrip theme`, and the same in Chinese.

use std::path::PathBuf;

use clap::{Arg, Args, Subcommand};

/// Options of `theme`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Theme {
    #[command(subcommand)]
    pub(in crate::cli) action: Action,
}

/// What is asked of the built-in theme.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Action {
    /// List the files of the built-in theme.
    List,
    /// Tell the variables that every template gets, in Markdown.
    Variables,
    /// Copy files of the built-in theme, to be changed.
    Export(Export),
}

/// Options of `export`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    /// Files or folders of the built-in theme.
    #[arg(value_name = "FILE", required = true)]
    pub(in crate::cli) files: Vec<String>,
    /// Folder of your theme.
    #[arg(
        long,
        id = "theme_out",
        long = "out",
        value_name = "DIR",
        default_value = "theme"
    )]
    pub(in crate::cli) out: PathBuf,
    /// Replace files that are there.
    #[arg(long)]
    pub(in crate::cli) force: bool,
}

/// About and usage of each action in Chinese.
pub(in crate::cli) const ACTIONS: [(&str, &str, &str); 3] = [
    (
        "variables",
        "列出每个模板能用的变量（Markdown）",
        "onetrip theme variables",
    ),
    ("list", "列出自带主题的文件", "onetrip theme list"),
    (
        "export",
        "复制自带主题的文件，拿来改",
        "onetrip theme export <文件>… [选项]",
    ),
];

/// Options of the actions in Chinese, by id.
pub(in crate::cli) const OPTIONS: [(&str, &str); 3] = [
    ("files", "自带主题的文件或文件夹"),
    ("theme_out", "放到哪个主题文件夹（不写就是 theme）"),
    ("force", "已经有的文件也换掉"),
];

/// What is particular to an argument in Chinese.
pub(in crate::cli) fn chinese(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "files" => arg.value_name("文件").help_heading("文件").display_order(0),
        _ => arg,
    }
}
