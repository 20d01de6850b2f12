//! What can be wrong with papers that need not be brought (免提交).

/// A fault of 免提交.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExemptFault {
    /// The same line says how the paper is brought or shown.
    With {
        /// The paper, as 带 names it.
        paper: String,
        /// The other key, its Chinese name.
        key: &'static str,
        /// Its English name.
        english: &'static str,
        /// It is about showing the paper on a phone.
        shown: bool,
        /// That it is exempt is said by the region, and the other key by a community.
        by_region: bool,
    },
    /// A promise that nobody can read before signing it.
    PromiseForm,
    /// A promise to sign, though the office does without the paper in another way.
    FormUnfit {
        /// How, as guides write it.
        by: &'static str,
    },
    /// A paper of a choice need not be brought.
    InChoice {
        /// The paper, as 带 names it.
        paper: String,
    },
    /// In some situation another line asks for the paper.
    Wanted {
        /// The paper, as 带 names it.
        paper: String,
        /// Answers with which it is so; empty: with all.
        answers: String,
    },
}

impl ExemptFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::With { .. } => "exempt-with",
            Self::PromiseForm => "exempt-promise-form",
            Self::FormUnfit { .. } => "exempt-form-unfit",
            Self::InChoice { .. } => "exempt-in-choice",
            Self::Wanted { .. } => "exempt-wanted",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::With {
                paper,
                key,
                by_region: true,
                ..
            } => format!("全区的指南写了“{paper}”不用带（免提交），这里又写了“{key}”，两样对不上"),
            Self::With { paper, key, .. } => {
                format!("“{paper}”写了“免提交”，又写了“{key}”，两样对不上")
            }
            Self::PromiseForm => {
                "“告知承诺”没有附上承诺书，也没说明去哪里签，居民不知道要签什么".into()
            }
            Self::FormUnfit { by } => format!("“{by}”用不着签承诺书"),
            Self::InChoice { paper } => {
                format!(
                    "“{paper}”是任选里的一样，任选里不能写“免提交”：有它的人就什么都不用带了，清单却不知道谁有"
                )
            }
            Self::Wanted { paper, answers } if answers.is_empty() => {
                format!("“{paper}”这里写了不用带，别的一行又要带或建议带")
            }
            Self::Wanted { paper, answers } => {
                format!("{answers}时，“{paper}”这里写了不用带，别的一行又要带或建议带")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::With {
                by_region: true,
                key,
                ..
            } => format!("删掉“{key}”；各社区都要带的，请改 matters/ 里的指南。"),
            Self::With {
                shown: true, key, ..
            } => format!(
                "“{key}: 是”是说纸的可以不带，在手机上出示就行；“免提交”是说什么都不用出示。留一样，删一样。"
            ),
            Self::With { key, .. } => {
                format!("不用带的，删掉“{key}”；要带的，删掉“免提交”。")
            }
            Self::PromiseForm => {
                "把承诺书放进 files/，写成 免提交: {方式: 告知承诺, 承诺书: files/chengnuo.pdf}；\
                只能到窗口签的，写成 免提交: {方式: 告知承诺, 说明: 承诺书到窗口签。}。"
                    .into()
            }
            Self::FormUnfit { .. } => "删掉“承诺书”；要居民签的，把“方式”改成“告知承诺”。".into(),
            Self::InChoice { paper } => format!(
                "先用一个问题问有没有：有的，单写一行 {{用: {paper}, 免提交: …, 当: {{…: 有}}}}；没有的，才从别的里面任选。"
            ),
            Self::Wanted { .. } => "把两行的“当”写得不重叠：哪些情形要带，哪些情形不用带。".into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::With {
                paper,
                english,
                by_region: true,
                ..
            } => format!(
                "\"{paper}\" is `exempt` (免提交) in the region's guide, and `{english}` says how to bring it"
            ),
            Self::With { paper, english, .. } => {
                format!("\"{paper}\" is `exempt` (免提交), and `{english}` says how to bring it")
            }
            Self::PromiseForm => {
                "`promise` (告知承诺) has no form and says nothing of where to sign: residents cannot know what they are to sign".into()
            }
            Self::FormUnfit { by } => format!("nobody signs a promise with \"{by}\""),
            Self::InChoice { paper } => format!(
                "\"{paper}\" is one of a choice and cannot be `exempt` (免提交): whoever has it would bring nothing, and the list cannot know who has"
            ),
            Self::Wanted { paper, answers } if answers.is_empty() => {
                format!("\"{paper}\" need not be brought, yet another line asks for it")
            }
            Self::Wanted { paper, answers } => format!(
                "with {answers} \"{paper}\" need not be brought, yet another line asks for it"
            ),
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::With {
                by_region: true,
                english,
                ..
            } => format!("delete `{english}`; if it has to be brought, change the guide below matters/."),
            Self::With {
                shown: true,
                english,
                ..
            } => format!(
                "`{english}: yes` means that the paper may be shown on a phone; `exempt` means that nothing is shown. Keep one of the two."
            ),
            Self::With { english, .. } => format!(
                "delete `{english}` if it need not be brought, `exempt` (免提交) if it has to be."
            ),
            Self::PromiseForm => "put the form into files/ and write exempt: {by: promise, promise_form: files/promise.pdf}; \
                if it can be signed at the counter only, write exempt: {by: promise, note: You sign it at the counter.}."
                .into(),
            Self::FormUnfit { .. } => {
                "delete `promise_form` (承诺书), or write `by: promise` (方式: 告知承诺) if it is to be signed.".into()
            }
            Self::InChoice { paper } => format!(
                "ask who has it: write {{use: {paper}, exempt: …, when: {{…: yes}}}} as a line of its own, and let only the others choose."
            ),
            Self::Wanted { .. } => {
                "give the two lines conditions (当) that never hold together.".into()
            }
        }
    }
}
