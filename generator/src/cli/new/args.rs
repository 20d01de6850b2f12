//! What can be typed after `onetrip new`, and the same in Chinese.

use std::path::PathBuf;

use clap::{Arg, Args, Subcommand, ValueEnum};

use crate::cli::args::NamesArg;

/// Options of `new`.
#[derive(Debug, Args)]
pub(in crate::cli) struct New {
    #[command(subcommand)]
    pub(in crate::cli) what: What,
}

/// What is begun.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum What {
    /// A site, with a community and a first guide.
    Site(Site),
    /// A community of a site.
    Community(Community),
    /// A guide: a draft, with everything that it may say in remarks.
    Matter(Matter),
    /// A paper in materials.yaml.
    Paper(Entry),
    /// A shared question in questions.yaml.
    Question(Entry),
}

/// Where and how.
#[derive(Debug, Args)]
pub(in crate::cli) struct Place {
    /// Folder with the guides.
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(in crate::cli) content: PathBuf,
    /// Names of keys; else those of the messages' language.
    #[arg(long, value_name = "NAMES")]
    pub(in crate::cli) keys: Option<NamesArg>,
}

/// What is known of a community; what is missing is asked.
#[derive(Debug, Args)]
pub(in crate::cli) struct Office {
    /// Address of the hall.
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) address: Option<String>,
    /// Number to ask.
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) phone: Option<String>,
    /// Number to complain, another one.
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) complaint_phone: Option<String>,
    /// When it is open on workdays: 08:30-12:00,14:30-17:30.
    #[arg(long, value_name = "TIMES")]
    pub(in crate::cli) hours: Option<String>,
}

/// Options of `new site`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Site {
    /// Folder for the guides.
    #[arg(value_name = "DIR", default_value = "content")]
    pub(in crate::cli) folder: PathBuf,
    /// What the region is called.
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) name: Option<String>,
    /// Address of the site.
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) url: Option<String>,
    /// What the first community is called.
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) community: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) office: Office,
    /// Names of keys; else those of the messages' language.
    #[arg(long, value_name = "NAMES")]
    pub(in crate::cli) keys: Option<NamesArg>,
}

/// Options of `new community`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Community {
    /// What it is called.
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: String,
    #[command(flatten)]
    pub(in crate::cli) place: Place,
    /// Its name in addresses; else as it is read.
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) id: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) office: Office,
}

/// Options of `new matter`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Matter {
    /// What residents call it.
    #[arg(value_name = "TITLE")]
    pub(in crate::cli) title: String,
    #[command(flatten)]
    pub(in crate::cli) place: Place,
    /// How it usually goes; else as the title says.
    #[arg(long, value_name = "KIND")]
    pub(in crate::cli) kind: Option<KindArg>,
    /// Its group in site.yaml; else the first.
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) category: Option<String>,
    /// Its code; else one that is free.
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) code: Option<String>,
}

/// Options of `new paper` and `new question`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Entry {
    /// What it is called.
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: String,
    #[command(flatten)]
    pub(in crate::cli) place: Place,
}

/// Kinds of matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum KindArg {
    /// 津贴: money, decided elsewhere.
    #[value(alias = "津贴")]
    Allowance,
    /// 登记: done on the spot.
    #[value(alias = "登记")]
    Registration,
    /// 证明: a paper, done on the spot.
    #[value(alias = "证明")]
    Certificate,
    /// 认证: somebody is seen or called.
    #[value(alias = "认证")]
    Recognition,
}

/// About and usage of each action in Chinese.
pub(in crate::cli) const ACTIONS: [(&str, &str, &str); 5] = [
    (
        "site",
        "新建一个网站，带一个社区和一份示范指南",
        "onetrip new site [文件夹] [选项]",
    ),
    (
        "community",
        "新建一个社区",
        "onetrip new community <名字> [选项]",
    ),
    (
        "matter",
        "新建一份指南（草稿），每一项怎么写都有说明",
        "onetrip new matter <标题> [选项]",
    ),
    (
        "paper",
        "在 materials.yaml 里加一份材料",
        "onetrip new paper <名字> [选项]",
    ),
    (
        "question",
        "在 questions.yaml 里加一个共用的问题",
        "onetrip new question <名字> [选项]",
    ),
];

/// What is particular to an argument in Chinese.
pub(in crate::cli) fn chinese(arg: Arg) -> Arg {
    if arg.is_positional() {
        arg.help_heading("参数").display_order(0)
    } else {
        arg
    }
}

/// Help in Chinese for what is told here alone.
pub(in crate::cli) const OPTIONS: [(&str, &str); 10] = [
    ("folder", "放指南的文件夹（不写就是 content）"),
    ("title", "居民怎么叫这件事"),
    ("name", "叫什么"),
    ("url", "网站的网址"),
    ("id", "网址里的名字（不写就用拼音）"),
    ("address", "大厅的地址"),
    ("phone", "咨询电话"),
    ("complaint_phone", "监督电话，和咨询电话不能一样"),
    ("hours", "工作日几点到几点：08:30-12:00,14:30-17:30"),
    (
        "category",
        "哪一类，写 site.yaml 里的编号（不写就是第一类）",
    ),
];
