//! What can be wrong with papers that result from matters, and with what the register says of a paper.

/// A fault of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperFault {
    /// 由 names a matter that no community offers.
    NotOffered {
        /// The matter's title.
        matter: String,
    },
    /// Nobody can ever do these matters: each asks in every situation for what another of them results in.
    Circle {
        /// From each matter to the next, and from the last to the first.
        steps: Vec<CircleStep>,
    },
    /// The same in some situations, or by one way of a choice.
    MayCircle {
        /// From each matter to the next, and from the last to the first.
        steps: Vec<CircleStep>,
    },
    /// A paper must be fresher than the time for which it was away allows.
    Stale {
        /// The paper, as 带 names it.
        paper: String,
        /// How many days old it may be.
        days: u32,
        /// The matters for which it has to be there before, in their order.
        before: Vec<String>,
        /// How many days these take at most.
        wait: u32,
    },
    /// 网页 is no part of an address.
    PageName {
        /// As written.
        name: String,
    },
    /// What counts is to be seen in a file that is no picture.
    NoPicture {
        /// The file.
        path: String,
    },
    /// A picture of what counts, without words.
    PictureWithoutText {
        /// The picture.
        path: String,
    },
}

/// A matter in a circle, and what it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CircleStep {
    /// The matter's title.
    pub matter: String,
    /// The papers of which it wants one or all, as 带 names them.
    pub papers: Vec<String>,
}

impl PaperFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NotOffered { .. } => "paper-matter-not-offered",
            Self::Circle { .. } => "paper-circle",
            Self::MayCircle { .. } => "paper-circle-possible",
            Self::Stale { .. } => "paper-stale",
            Self::PageName { .. } => "paper-page-name",
            Self::NoPicture { .. } => "no-picture",
            Self::PictureWithoutText { .. } => "picture-without-text",
        }
    }

    /// Whether nothing can be built with it.
    pub fn is_error(&self) -> bool {
        match self {
            Self::NotOffered { .. } | Self::MayCircle { .. } | Self::Stale { .. } => false,
            Self::Circle { .. }
            | Self::PageName { .. }
            | Self::NoPicture { .. }
            | Self::PictureWithoutText { .. } => true,
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::NotOffered { matter } => {
                format!("“{matter}”没有一个社区办，居民没有这份材料时不知道去哪里")
            }
            Self::Circle { steps } => {
                let ring = ring(steps, |step, next| {
                    let papers = step.papers.join("”或“");
                    format!("办“{}”先要有“{papers}”，它是办“{next}”得来的", step.matter)
                });
                format!("{}：怎么答都绕回来，谁也办不成", ring.join("；"))
            }
            Self::MayCircle { steps } => {
                let ring = ring(steps, |step, next| {
                    let papers = step.papers.join("”或“");
                    format!("办“{}”可能要“{papers}”，它是办“{next}”得来的", step.matter)
                });
                ring.join("；")
            }
            Self::Stale {
                paper,
                days,
                before,
                wait,
            } => format!(
                "“{paper}”要 {days} 天以内的，可是先要拿它去办“{}”，等那边办好最长 {wait} 天，再拿来就过期了",
                before.join("”“")
            ),
            Self::PageName { name } => format!("“{name}”不能作网址的一部分"),
            Self::NoPicture { path } => format!("“{path}”不是图片，页面上显示不出来"),
            Self::PictureWithoutText { path } => format!("图片“{path}”没有写说明"),
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::NotOffered { .. } => "在 materials.yaml 里删掉这个“由”，把到哪里办写进“怎么取得”；或者从社区文件的“不办”里去掉这件事。".into(),
            Self::Circle { .. } => "第一次办不用带的，给这一行写上“当”；可以用别的材料代替的，写成“任选”；不是这件事办出来的，在这一行写“由: 别处”，或者改 materials.yaml 里的“由”。".into(),
            Self::MayCircle { .. } => "只有续办、换证才要的，这样写没错。第一次来的人也会要的，看看“当”写得对不对。".into(),
            Self::Stale { .. } => "问清楚窗口：能放宽的，把“有效期”的“天数”改大；真要重新开一份的，在“说明”里告诉居民。".into(),
            Self::PageName { .. } => "只用小写字母、数字和“-”，例如“网页: shen-fen-zheng”。定了就不要再改：别人转发的链接会打不开。".into(),
            Self::NoPicture { .. } => "拍一张照，存成 .jpg 或 .png 放进 files/；是表格的，写在“空白表”或“样表”里。".into(),
            Self::PictureWithoutText { path } => format!("加上一句话，看不清图的人也要知道：{{说明: 有房东签名的, 图: {path}}}"),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::NotOffered { matter } => {
                format!(
                    "no community offers \"{matter}\": whoever lacks this paper is told of no place to get it"
                )
            }
            Self::Circle { steps } => {
                let ring = ring(steps, |step, next| {
                    let papers = step.papers.join("\" or \"");
                    format!(
                        "\"{}\" wants \"{papers}\", which comes from \"{next}\"",
                        step.matter
                    )
                });
                format!(
                    "{}: whatever is answered it goes round, and nobody can do it",
                    ring.join("; ")
                )
            }
            Self::MayCircle { steps } => {
                let ring = ring(steps, |step, next| {
                    let papers = step.papers.join("\" or \"");
                    format!(
                        "\"{}\" may want \"{papers}\", which comes from \"{next}\"",
                        step.matter
                    )
                });
                ring.join("; ")
            }
            Self::Stale {
                paper,
                days,
                before,
                wait,
            } => format!(
                "\"{paper}\" may be {days} days old, but it is wanted for \"{}\" before, and until that is done takes up to {wait} days: it is too old then",
                before.join("\", \"")
            ),
            Self::PageName { name } => format!("\"{name}\" cannot be part of an address"),
            Self::NoPicture { path } => format!("\"{path}\" is no picture: a page cannot show it"),
            Self::PictureWithoutText { path } => format!("the picture \"{path}\" has no words"),
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::NotOffered { .. } => "remove this 由 (result_of) in materials.yaml and say under 怎么取得 (how_to_get) where to go; or take the matter out of a community's 不办 (not_offered).".into(),
            Self::Circle { .. } => "where the first application does not want it, give the line a 当 (when); where another paper will do, make it a 任选 (pick); where it does not come from that matter, write `由: 别处` (result_of: elsewhere) on the line, or mend 由 in materials.yaml.".into(),
            Self::MayCircle { .. } => "right where only renewals want it. If somebody who comes for the first time may want it as well, look at the 当 (when).".into(),
            Self::Stale { .. } => "ask the desk: if it may be older, raise 天数 (days) of its 有效期 (fresh); if a second one is needed, say so in the line's 说明 (note).".into(),
            Self::PageName { .. } => "small letters, digits and \"-\" only, as in `网页: shen-fen-zheng` (page). Leave it as it is from then on: links that people sent around would break.".into(),
            Self::NoPicture { .. } => "take a photo and put it into files/ as .jpg or .png; a form belongs under 空白表 (blank_form) or 样表 (sample_form).".into(),
            Self::PictureWithoutText { path } => format!("add a sentence for those who cannot make out the picture: {{说明: signed by the landlord, 图: {path}}}"),
        }
    }
}

/// Each step with the title of the matter that follows it.
fn ring(steps: &[CircleStep], told: impl Fn(&CircleStep, &str) -> String) -> Vec<String> {
    let next = steps.iter().cycle().skip(1);
    steps
        .iter()
        .zip(next)
        .map(|(step, next)| told(step, &next.matter))
        .collect()
}
