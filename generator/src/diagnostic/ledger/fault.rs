//! What is wrong in `codes.lock` itself: mangled by hand, by a merge, or written by a later version.

use crate::diagnostic::Reason;

/// The column of a line that is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerLine {
    /// The code with its community.
    Code,
    /// The matter's file name.
    Matter,
    /// A date.
    Date,
    /// The title.
    Title,
    /// The community's id or name.
    Community,
    /// What stands behind `ended`.
    End,
}

/// A fault of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerFault {
    /// Two branches were not merged to the end.
    Merge,
    /// The first line is not that of a ledger.
    Head,
    /// Written by a later version.
    Newer {
        /// Its format.
        format: u32,
    },
    /// A line that is not understood.
    Line {
        /// Where it goes wrong.
        what: LedgerLine,
    },
    /// Two lines for one address or code.
    Twice {
        /// The address or code.
        key: String,
        /// The line of the first.
        first_line: usize,
    },
    /// Codes, but no address under which they were published.
    NoAddress,
    /// Two addresses that are both in use.
    TwoAddresses {
        /// The other one.
        other: String,
    },
    /// A successor that was never published.
    NoSuccessor {
        /// The ended code.
        poster: String,
        /// The same as a command wants it.
        typed: String,
        /// Its successor.
        to: String,
    },
    /// Codes that name each other as successors.
    Circle {
        /// All of them, in their order.
        posters: Vec<String>,
        /// The first of them as a command wants it.
        typed: String,
    },
    /// The file cannot be written.
    Unwritable {
        /// Its path.
        path: String,
        /// The system's reason.
        reason: Reason,
    },
}

impl LedgerFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Merge => "ledger-merge",
            Self::Head => "ledger-head",
            Self::Newer { .. } => "ledger-newer",
            Self::Line { .. } => "ledger-line",
            Self::Twice { .. } => "ledger-twice",
            Self::NoAddress => "ledger-no-address",
            Self::TwoAddresses { .. } => "ledger-two-addresses",
            Self::NoSuccessor { .. } => "ledger-no-successor",
            Self::Circle { .. } => "ledger-circle",
            Self::Unwritable { .. } => "ledger-unwritable",
        }
    }

    pub(in crate::diagnostic) fn zh(&self, because: impl Fn(&Reason) -> &str) -> String {
        match self {
            Self::Merge => "两个人的改动还没有合并完".into(),
            Self::Head => "第一行不是“codes.lock 1”，这不像是 onetrip 写的台账".into(),
            Self::Newer { format } => format!("这份台账是更新的 onetrip 写的（格式 {format}）"),
            Self::Line { what } => format!("这一行读不懂：{}", zh_line(*what)),
            Self::Twice { key, first_line } => format!("“{key}”有两行，第一行在第 {first_line} 行"),
            Self::NoAddress => "台账里有编号，却没有网站的网址".into(),
            Self::TwoAddresses { other } => format!("台账里有两个正在用的网址，另一个是 {other}"),
            Self::NoSuccessor { poster, to, .. } => format!("{poster} 转给了 {to}，可是没有 {to}"),
            Self::Circle { posters, .. } => {
                format!("停用的编号转来转去，绕成了圈：{}", posters.join(" → "))
            }
            Self::Unwritable { path, reason } => format!("写不了台账“{path}”：{}", because(reason)),
        }
    }

    pub(in crate::diagnostic) fn zh_remedy(&self) -> String {
        match self {
            Self::Merge => "两边的编号都留下：只删掉“<<<<<<<”“=======”“>>>>>>>”开头的行；同一个编号有两行，留日期早的。".into(),
            Self::Head => "从版本库取回 codes.lock（git checkout codes.lock）；一张海报都没印过，才可以删掉它重新生成。".into(),
            Self::Newer { .. } => "换成更新的 onetrip 再来；不要手工改它。".into(),
            Self::Line { what } => zh_line_remedy(*what).into(),
            Self::Twice { .. } => "留一行，删一行：都没停用，留日期早的；有一行写着 ended，留那一行。".into(),
            Self::NoAddress => "从版本库取回那一行，样子是：@ https://网址/  2026-11-22".into(),
            Self::TwoAddresses { .. } => "只留现在用的；另一行后面写上：ended 日期 -> 现在的网址".into(),
            Self::NoSuccessor { typed, .. } | Self::Circle { typed, .. } => format!("先恢复：onetrip codes restore {typed}；再停用，用 --to 转给正在用的编号，或用 --because 写明原因：onetrip codes retire {typed} …"),
            Self::Unwritable { .. } => "给内容文件夹写权限，再来一次（原来的都没有动）；这里只能读的话，先在能写的地方生成一次，提交 codes.lock。".into(),
        }
    }

    pub(in crate::diagnostic) fn en(&self) -> String {
        match self {
            Self::Merge => "two branches are not merged to the end".into(),
            Self::Head => {
                "the first line is not \"codes.lock 1\": onetrip did not write this ledger".into()
            }
            Self::Newer { format } => {
                format!("a later onetrip wrote this ledger (format {format})")
            }
            Self::Line { what } => format!("this line is not understood: {}", en_line(*what)),
            Self::Twice { key, first_line } => {
                format!("\"{key}\" has two lines, the first is line {first_line}")
            }
            Self::NoAddress => "the ledger has codes, but no address of the site".into(),
            Self::TwoAddresses { other } => {
                format!("the ledger has two addresses in use, the other is {other}")
            }
            Self::NoSuccessor { poster, to, .. } => {
                format!("{poster} went to {to}, and there is no {to}")
            }
            Self::Circle { posters, .. } => {
                format!(
                    "the ended codes lead round in a circle: {}",
                    posters.join(" → ")
                )
            }
            Self::Unwritable { path, reason } => {
                format!("the ledger \"{path}\" cannot be written: {}", reason.text)
            }
        }
    }

    pub(in crate::diagnostic) fn en_remedy(&self) -> String {
        match self {
            Self::Merge => "keep the codes of both sides: delete only the lines that begin with <<<<<<<, ======= and >>>>>>>; of two lines for one code keep the earlier date.".into(),
            Self::Head => "take codes.lock back from version control (git checkout codes.lock); delete it and build anew only if no poster was ever printed.".into(),
            Self::Newer { .. } => "use a later onetrip; do not change the file by hand.".into(),
            Self::Line { what } => en_line_remedy(*what).into(),
            Self::Twice { .. } => "keep one: the one that says `ended`, else the one with the earlier date.".into(),
            Self::NoAddress => "take the line back from version control; it looks like: @ https://host/  2026-11-22".into(),
            Self::TwoAddresses { .. } => "keep the one in use; add to the other: ended DATE -> the address in use".into(),
            Self::NoSuccessor { typed, .. } | Self::Circle { typed, .. } => format!("restore it: onetrip codes restore {typed}; then end it again with --to a code in use, or with --because \"…\": onetrip codes retire {typed} …"),
            Self::Unwritable { .. } => "allow writing to the content folder and try again (nothing was changed); where it must be read-only, build once where it is not and commit codes.lock.".into(),
        }
    }
}

fn zh_line(what: LedgerLine) -> &'static str {
    match what {
        LedgerLine::Code => "开头不是编号",
        LedgerLine::Matter => "编号后面没有事项的文件名",
        LedgerLine::Date => "日期不对",
        LedgerLine::Title => "没有标题",
        LedgerLine::Community => "社区的编号或名字不对",
        LedgerLine::End => "停用的写法不对",
    }
}

fn zh_line_remedy(what: LedgerLine) -> &'static str {
    match what {
        LedgerLine::Date => "写成 2026-11-22 这样；拿不准就从版本库取回这一行。",
        LedgerLine::End => "写成 ended 2027-01-01 -> b12，或 ended 2027-01-01 \"为什么不办了\"。",
        LedgerLine::Community => {
            "写成 @ wenyuan  2026-11-22  文源社区 这样；拿不准就从版本库取回这一行。"
        }
        _ => "从版本库取回这一行；样子是：wenyuan/a07  gao-ling-jin-tie  2026-11-22  高龄津贴",
    }
}

fn en_line(what: LedgerLine) -> &'static str {
    match what {
        LedgerLine::Code => "it does not begin with a code",
        LedgerLine::Matter => "no matter's file name behind the code",
        LedgerLine::Date => "wrong date",
        LedgerLine::Title => "no title",
        LedgerLine::Community => "wrong id or name of a community",
        LedgerLine::End => "wrong end",
    }
}

fn en_line_remedy(what: LedgerLine) -> &'static str {
    match what {
        LedgerLine::Date => {
            "write it as 2026-11-22; when in doubt, take the line back from version control."
        }
        LedgerLine::End => "write ended 2027-01-01 -> b12, or ended 2027-01-01 \"why it ended\".",
        LedgerLine::Community => {
            "write it as @ wenyuan  2026-11-22  文源社区; when in doubt, take the line back from version control."
        }
        _ => {
            "take the line back from version control; it looks like: wenyuan/a07  gao-ling-jin-tie  2026-11-22  高龄津贴"
        }
    }
}
