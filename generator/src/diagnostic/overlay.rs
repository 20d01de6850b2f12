//! What can be wrong with a community's overlay (communities/ID/CODE.md).

/// A fault of an overlay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverlayFault {
    /// The folder names a community that does not exist.
    NoCommunity {
        /// The folder.
        id: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// The community does not offer the matter.
    NotOffered {
        /// The matter's title.
        title: String,
    },
    /// The community has a second overlay for the matter.
    Twice {
        /// The other file.
        other: String,
    },
    /// A key that is the region's.
    Fixed {
        /// The key, Chinese name.
        key: &'static str,
    },
    /// 材料 names a paper that the guide does not ask for.
    UnknownPaper {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All papers of the guide.
        known: Vec<String>,
    },
    /// 步骤 names a step that the guide does not have.
    UnknownStep {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All steps of the guide.
        known: Vec<String>,
    },
    /// All steps anew, although some of the guide's have conditions.
    StepsConditional,
    /// A paper of which neither originals nor copies are left.
    NothingLeft {
        /// The paper.
        paper: String,
    },
    /// A key that says what the region says.
    Same {
        /// The key, the paper or the step.
        what: String,
    },
    /// A value as a whole, although the guide says it by the answers.
    ByAnswer {
        /// The key, Chinese name.
        key: &'static str,
    },
    /// Nothing differs.
    Nothing,
}

/// What kind of thing a fixed key is: the reason why it is fixed.
fn reason(key: &str) -> (&'static str, &'static str) {
    match key {
        "由" => (
            "办好哪件事才有这份材料，是全区一样的；本社区不办那件事，写在“不办”里",
            "which matter a paper results from is the same in the whole region; what this community does not offer stands under 不办",
        ),
        "问题" | "事实" | "中止" | "情形" | "当" | "用" | "谁的" | "建议带" => (
            "要不要带、能不能办由全区的规则定，不然扫码带着回答来的人在各社区会看到不同的清单",
            "what is needed and when is the region's rule: a code with answers must mean the same everywhere",
        ),
        "依据" | "法定" | "决定机关" | "办件" | "复核期限" => (
            "法律依据和决定权是全区一样的",
            "the law and who decides are the same in the whole region",
        ),
        _ => (
            "名称、编号和分类是全区一样的，海报上印着",
            "name, code and category are the region's: they are printed",
        ),
    }
}

impl OverlayFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoCommunity { .. } => "overlay-community",
            Self::NotOffered { .. } => "overlay-not-offered",
            Self::Twice { .. } => "overlay-twice",
            Self::Fixed { .. } => "overlay-fixed",
            Self::UnknownPaper { .. } => "overlay-paper",
            Self::UnknownStep { .. } => "overlay-step",
            Self::StepsConditional => "overlay-steps",
            Self::NothingLeft { .. } => "overlay-nothing-left",
            Self::Same { .. } => "overlay-same",
            Self::ByAnswer { .. } => "overlay-by-answer",
            Self::Nothing => "overlay-nothing",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::NoCommunity { id, .. } => format!("没有社区“{id}”（communities/{id}.yaml）"),
            Self::NotOffered { title } => format!("这个社区不办“{title}”"),
            Self::Twice { other } => format!("这件事在这个社区已经有一份：{other}"),
            Self::Fixed { key } => format!("“{key}”不能在社区里改：{}", reason(key).0),
            Self::UnknownPaper { name, .. } => format!("这份指南的材料里没有“{name}”"),
            Self::UnknownStep { name, .. } => format!("这份指南的步骤里没有“{name}”"),
            Self::StepsConditional => "这份指南有的步骤带条件，不能整个换掉".into(),
            Self::NothingLeft { paper } => format!("“{paper}”原件、复印件都是 0，等于不要这份材料"),
            Self::Same { what } => format!("“{what}”和全区的写法一样"),
            Self::ByAnswer { key } => format!("全区的指南按回答写了几种“{key}”，社区不能整个换掉"),
            Self::Nothing => "这个文件什么也没有改".into(),
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::NoCommunity {
                suggestion: Some(name),
                ..
            } => {
                format!("是不是社区“{name}”？文件夹名要和它一样。")
            }
            Self::NoCommunity { .. } => "文件夹名要和社区文件名一样。".into(),
            Self::NotOffered { .. } => "删掉这个文件，或在社区文件的“不办”里去掉这件事。".into(),
            Self::Twice { .. } => "合成一个文件。".into(),
            Self::Fixed { .. } => "删掉这一项；要改就改 matters/ 里的指南。".into(),
            Self::UnknownPaper {
                suggestion: Some(name),
                ..
            }
            | Self::UnknownStep {
                suggestion: Some(name),
                ..
            } => {
                format!("是不是想写“{name}”？")
            }
            Self::UnknownPaper { known, .. } => {
                format!("和“带”里一样写，材料有：{}。", known.join("、"))
            }
            Self::UnknownStep { known, .. } => format!("步骤有：{}。", known.join("、")),
            Self::StepsConditional => "按名称逐个改，例如“步骤: {社区受理: {天数: 1}}”。".into(),
            Self::NothingLeft { .. } => "要不要带由全区的规则定；份数至少写 1。".into(),
            Self::Same { .. } => "删掉它，只写不一样的。".into(),
            Self::ByAnswer { key } if *key != "收费" => {
                format!("删掉这里的“{key}”；要改就改 matters/ 里的指南。")
            }
            Self::ByAnswer { key } => format!(
                "删掉这里的“{key}”。数目各社区不一样的，在指南里写成地方事实，例如 标准: \"{{{{工本费}}}}\"，再在社区文件的“地方事实”里写数。"
            ),
            Self::Nothing => "写上和全区不一样的地方，或删掉这个文件。".into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::NoCommunity { id, .. } => {
                format!("there is no community \"{id}\" (communities/{id}.yaml)")
            }
            Self::NotOffered { title } => format!("this community does not offer \"{title}\""),
            Self::Twice { other } => format!("the community has this matter already: {other}"),
            Self::Fixed { key } => {
                format!("\"{key}\" cannot differ in a community: {}", reason(key).1)
            }
            Self::UnknownPaper { name, .. } => format!("the guide asks for no paper \"{name}\""),
            Self::UnknownStep { name, .. } => format!("the guide has no step \"{name}\""),
            Self::StepsConditional => {
                "some steps of the guide have conditions, so they cannot be replaced as a whole"
                    .into()
            }
            Self::NothingLeft { paper } => {
                format!("\"{paper}\" has 0 originals and 0 copies: it would be gone")
            }
            Self::Same { what } => format!("\"{what}\" says what the region says"),
            Self::ByAnswer { key } => format!(
                "the region's guide says \"{key}\" by the answers, so a community cannot replace it as a whole"
            ),
            Self::Nothing => "this file changes nothing".into(),
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::NoCommunity {
                suggestion: Some(name),
                ..
            } => {
                format!("did you mean \"{name}\"? The folder is named like the community's file.")
            }
            Self::NoCommunity { .. } => "name the folder like the community's file.".into(),
            Self::NotOffered { .. } => {
                "delete this file, or take the matter out of the community's `not_offered` (不办)."
                    .into()
            }
            Self::Twice { .. } => "make one file of the two.".into(),
            Self::Fixed { .. } => "delete it here; change it in the guide below matters/.".into(),
            Self::UnknownPaper {
                suggestion: Some(name),
                ..
            }
            | Self::UnknownStep {
                suggestion: Some(name),
                ..
            } => {
                format!("did you mean \"{name}\"?")
            }
            Self::UnknownPaper { known, .. } => {
                format!(
                    "write it as in `bring` (带); the papers are: {}.",
                    known.join(", ")
                )
            }
            Self::UnknownStep { known, .. } => format!("the steps are: {}.", known.join(", ")),
            Self::StepsConditional => {
                "change them one by one, by name, such as `步骤: {社区受理: {天数: 1}}`.".into()
            }
            Self::NothingLeft { .. } => {
                "whether it is needed is the region's rule; write 1 at least.".into()
            }
            Self::Same { .. } => "delete it; write only what differs.".into(),
            Self::ByAnswer { key } if *key != "收费" => {
                format!("delete \"{key}\" here; change it in the guide below matters/.")
            }
            Self::ByAnswer { key } => format!(
                "delete \"{key}\" here. What differs between communities is a local fact in the guide, such as amount: \"{{{{card_fee}}}}\", with its value under `local_facts` (地方事实) in the community's file."
            ),
            Self::Nothing => "write what differs from the region, or delete this file.".into(),
        }
    }
}
