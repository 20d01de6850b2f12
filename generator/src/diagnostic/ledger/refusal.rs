//! What a command on the ledger refuses: nonsense that would be found out on a wall.

use super::listed;

/// A command that cannot be meant so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no ledger yet.
    NothingPublished,
    /// A code that was never published.
    UnknownCode {
        /// As typed.
        code: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// A code that was never published in this community.
    NotThere {
        /// The code; none: nothing at all was published there.
        code: Option<String>,
        /// The community's id.
        community: String,
        /// Where it was.
        known: Vec<String>,
    },
    /// Retired before.
    AlreadyEnded {
        /// The code.
        poster: String,
        /// The same as a command wants it.
        typed: String,
        /// When.
        on: String,
    },
    /// Restored, but in use.
    NotEnded {
        /// The code.
        code: String,
    },
    /// Its own successor.
    SuccessorItself {
        /// The code.
        code: String,
    },
    /// A successor that itself ended.
    SuccessorEnded {
        /// The successor.
        to: String,
        /// When.
        on: String,
    },
    /// A successor that this community does not offer.
    SuccessorUnknown {
        /// The successor.
        to: String,
        /// The community's name.
        community: String,
        /// The nearest that it offers.
        suggestion: Option<String>,
    },
    /// Nothing said.
    FarewellEmpty,
    /// An address that the posters do not have.
    NotTheAddress {
        /// As typed.
        typed: String,
        /// The posters' address.
        published: String,
    },
    /// site.yaml still has the old address.
    NotMoved {
        /// The address.
        address: String,
    },
    /// A community that is still there.
    CommunityStays {
        /// Its id.
        id: String,
    },
    /// A matter that was never published.
    UnknownName {
        /// As typed.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// A renamed guide that is still there.
    NameStays {
        /// The name.
        name: String,
    },
    /// A name that other codes were published for.
    NameTaken {
        /// The name.
        name: String,
        /// Such a code.
        code: String,
    },
    /// Forgotten, but named as a successor.
    StillSuccessor {
        /// The code.
        poster: String,
        /// The ended code that names it.
        of: String,
        /// The same as a command wants it.
        typed: String,
    },
}

impl Refusal {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NothingPublished => "codes-nothing-published",
            Self::UnknownCode { .. } => "codes-unknown-code",
            Self::NotThere { .. } => "codes-not-there",
            Self::AlreadyEnded { .. } => "codes-already-ended",
            Self::NotEnded { .. } => "codes-not-ended",
            Self::SuccessorItself { .. } => "codes-successor-itself",
            Self::SuccessorEnded { .. } => "codes-successor-ended",
            Self::SuccessorUnknown { .. } => "codes-successor-unknown",
            Self::FarewellEmpty => "codes-farewell-empty",
            Self::NotTheAddress { .. } => "codes-not-the-address",
            Self::NotMoved { .. } => "codes-not-moved",
            Self::CommunityStays { .. } => "codes-community-stays",
            Self::UnknownName { .. } => "codes-unknown-name",
            Self::NameStays { .. } => "codes-name-stays",
            Self::NameTaken { .. } => "codes-name-taken",
            Self::StillSuccessor { .. } => "codes-still-successor",
        }
    }

    pub(in crate::diagnostic) fn zh(&self) -> String {
        match self {
            Self::NothingPublished => "还没有台账 codes.lock".into(),
            Self::UnknownCode { code, .. } => format!("没有公布过编号“{code}”"),
            Self::NotThere {
                code: Some(code),
                community,
                ..
            } => {
                format!("社区“{community}”没有公布过 {code}")
            }
            Self::NotThere { community, .. } => format!("社区“{community}”没有公布过编号"),
            Self::AlreadyEnded { poster, on, .. } => format!("{poster} 已于 {on} 停用"),
            Self::NotEnded { code } => format!("{code} 没有停用"),
            Self::SuccessorItself { code } => format!("{code} 不能转给它自己"),
            Self::SuccessorEnded { to, on } => format!("{to} 自己已于 {on} 停用，不能转给它"),
            Self::SuccessorUnknown { to, community, .. } => {
                format!("{community}没有“{to}”，不能转给它")
            }
            Self::FarewellEmpty => "没有写为什么停用".into(),
            Self::NotTheAddress { typed, .. } => format!("海报上的网址不是 {typed}"),
            Self::NotMoved { address } => format!("网址没有搬：site.yaml 里还是 {address}"),
            Self::CommunityStays { id } => format!("社区“{id}”还在"),
            Self::UnknownName { name, .. } => format!("没有公布过叫“{name}”的事项"),
            Self::NameStays { name } => format!("叫“{name}”的指南还在，不像是换了文件名"),
            Self::NameTaken { name, code } => format!("“{name}”是另一件公布过的事（编号 {code}）"),
            Self::StillSuccessor { poster, of, .. } => {
                format!("停用的 {of} 转给了 {poster}，不能忘掉它")
            }
        }
    }

    pub(in crate::diagnostic) fn zh_remedy(&self) -> String {
        match self {
            Self::NothingPublished => "先生成一次网站：onetrip build".into(),
            Self::UnknownCode {
                suggestion: Some(name),
                ..
            }
            | Self::SuccessorUnknown {
                suggestion: Some(name),
                ..
            }
            | Self::UnknownName {
                suggestion: Some(name),
                ..
            } => format!("是不是想写“{name}”？"),
            Self::UnknownCode { .. } | Self::UnknownName { .. } => {
                "看公布过的编号：onetrip codes list".into()
            }
            Self::NotThere { known, .. } => {
                format!(
                    "公布过的社区有：{}。",
                    listed(known, 12, "、", |_| "……".to_owned())
                )
            }
            Self::AlreadyEnded { typed, .. } => {
                format!("要改去向，先恢复再停用：onetrip codes restore {typed}")
            }
            Self::NotEnded { .. } => "不用恢复。".into(),
            Self::SuccessorItself { .. } => {
                "写另一件正在办的事的编号，或用 --because \"原因\"。".into()
            }
            Self::SuccessorEnded { .. } => {
                "写一件正在办的事的编号，或用 --because \"原因\"。".into()
            }
            Self::SuccessorUnknown { .. } => {
                "各社区去向不同，就用 --community 分开写；这个社区不办，就写 --because \"原因\"。"
                    .into()
            }
            Self::FarewellEmpty => {
                "写一句居民看得懂的话，例如 --because \"并入养老服务补贴，请到窗口\"。".into()
            }
            Self::NotTheAddress { published, .. } => {
                format!("海报上的是：onetrip codes move --from-base-url {published}")
            }
            Self::NotMoved { .. } => "先把 site.yaml 里的“网址”改成新的，再运行一次。".into(),
            Self::CommunityStays { id } => {
                format!("先把 communities/{id}.yaml 改成新文件名，再运行一次。")
            }
            Self::NameStays { .. } => "是两件事，就给新的那件换个没用过的编号。".into(),
            Self::NameTaken { .. } => {
                "旧的那件并到了这一件，就用：onetrip codes retire 编号 --to 编号".into()
            }
            Self::StillSuccessor { typed, .. } => {
                format!("先恢复再另写去向：onetrip codes restore {typed}")
            }
        }
    }

    pub(in crate::diagnostic) fn en(&self) -> String {
        match self {
            Self::NothingPublished => "there is no ledger codes.lock yet".into(),
            Self::UnknownCode { code, .. } => format!("the code \"{code}\" was never published"),
            Self::NotThere {
                code: Some(code),
                community,
                ..
            } => {
                format!("{code} was never published in \"{community}\"")
            }
            Self::NotThere { community, .. } => {
                format!("nothing was ever published in \"{community}\"")
            }
            Self::AlreadyEnded { poster, on, .. } => format!("{poster} ended on {on}"),
            Self::NotEnded { code } => format!("{code} is in use"),
            Self::SuccessorItself { code } => format!("{code} cannot be its own successor"),
            Self::SuccessorEnded { to, on } => format!("{to} itself ended on {on}"),
            Self::SuccessorUnknown { to, community, .. } => format!("{community} has no \"{to}\""),
            Self::FarewellEmpty => "no reason given".into(),
            Self::NotTheAddress { typed, .. } => format!("the posters do not lead to {typed}"),
            Self::NotMoved { address } => format!("nothing moved: site.yaml still says {address}"),
            Self::CommunityStays { id } => format!("the community \"{id}\" is still there"),
            Self::UnknownName { name, .. } => {
                format!("no matter named \"{name}\" was ever published")
            }
            Self::NameStays { name } => {
                format!("the guide \"{name}\" is still there: it was not renamed")
            }
            Self::NameTaken { name, code } => {
                format!("\"{name}\" is another published matter (code {code})")
            }
            Self::StillSuccessor { poster, of, .. } => format!("the ended {of} leads to {poster}"),
        }
    }

    pub(in crate::diagnostic) fn en_remedy(&self) -> String {
        match self {
            Self::NothingPublished => "build the site once: onetrip build".into(),
            Self::UnknownCode { suggestion: Some(name), .. }
            | Self::SuccessorUnknown { suggestion: Some(name), .. }
            | Self::UnknownName { suggestion: Some(name), .. } => format!("did you mean \"{name}\"?"),
            Self::UnknownCode { .. } | Self::UnknownName { .. } => "see what was published: onetrip codes list".into(),
            Self::NotThere { known, .. } => {
                format!("published in: {}.", listed(known, 12, ", ", |_| " …".to_owned()))
            }
            Self::AlreadyEnded { typed, .. } => format!("to change where it leads, restore it first: onetrip codes restore {typed}"),
            Self::NotEnded { .. } => "there is nothing to restore.".into(),
            Self::SuccessorItself { .. } => "name another code in use, or say --because \"…\".".into(),
            Self::SuccessorEnded { .. } => "name a code in use, or say --because \"…\".".into(),
            Self::SuccessorUnknown { .. } => "where communities differ, use --community for each; where it is not offered, say --because \"…\".".into(),
            Self::FarewellEmpty => "say it for residents, such as --because \"now part of …; ask at the desk\".".into(),
            Self::NotTheAddress { published, .. } => format!("they lead there: onetrip codes move --from-base-url {published}"),
            Self::NotMoved { .. } => "write the new `base_url` (网址) into site.yaml first, then run this again.".into(),
            Self::CommunityStays { id } => format!("rename communities/{id}.yaml first, then run this again."),
            Self::NameStays { .. } => "if they are two matters, give the new one a code that was never used.".into(),
            Self::NameTaken { .. } => "if the old matter became part of it: onetrip codes retire CODE --to CODE".into(),
            Self::StillSuccessor { typed, .. } => format!("restore that one and let it lead elsewhere first: onetrip codes restore {typed}"),
        }
    }
}
