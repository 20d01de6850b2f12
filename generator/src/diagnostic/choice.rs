//! What can be wrong with choices (任选) and papers that go together (一起).

/// A fault of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoiceFault {
    /// 一起 beside papers, where everything is brought anyway.
    TogetherAlone,
    /// 一起 with a single paper.
    TogetherOne,
    /// A paper of 一起 has a condition of its own.
    MemberWhen,
    /// Choices in choices, deeper than anybody can follow.
    TooDeep {
        /// How deep they may be.
        most: usize,
    },
    /// A way of a choice that too many sets of papers would do for.
    TooMany {
        /// How many.
        bundles: u64,
        /// How many there may be.
        most: u64,
    },
    /// Too many ways count in some situations only.
    TooManyConditions {
        /// How many.
        ways: usize,
        /// How many there may be.
        most: usize,
    },
    /// One way asks for one and the same paper twice.
    Twice {
        /// The paper, as 带 names it.
        paper: String,
    },
    /// In some situation fewer ways count than are wanted.
    Short {
        /// What the choice is called.
        choice: String,
        /// How many are wanted.
        pick: u32,
        /// Answers with which it is so; empty: with all.
        answers: String,
    },
}

impl ChoiceFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::TogetherAlone => "together-alone",
            Self::TogetherOne => "together-one",
            Self::MemberWhen => "together-when",
            Self::TooDeep { .. } => "choice-deep",
            Self::TooMany { .. } => "choice-many",
            Self::TooManyConditions { .. } => "choice-conditions",
            Self::Twice { .. } => "choice-twice",
            Self::Short { .. } => "choice-short",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::TogetherAlone => "“一起”只用在任选的“以下”里面；这里的每一行本来就都要带".into(),
            Self::TogetherOne => "“一起”下面只有一样".into(),
            Self::MemberWhen => {
                "“一起”里面的一样不能单独写“当”：这几样要么一起算，要么都不算".into()
            }
            Self::TooDeep { most } => {
                format!("任选套任选，一层套一层超过了 {most} 层，居民看不明白")
            }
            Self::TooMany { bundles, most } => {
                format!("任选里面的这一种有 {bundles} 种凑法，超过 {most} 种，没法逐一核对")
            }
            Self::TooManyConditions { ways, most } => {
                format!("这个任选里有 {ways} 种写了“当”，超过 {most} 种，没法逐一核对")
            }
            Self::Twice { paper } => {
                format!("任选里的同一种办法写了两次“{paper}”，分不清要几份")
            }
            Self::Short {
                choice,
                pick,
                answers,
            } => {
                let when = if answers.is_empty() {
                    "不管怎么答".to_owned()
                } else {
                    format!("{answers}时")
                };
                format!("“{choice}”要任选 {pick} 种，可是{when}，算数的不够 {pick} 种")
            }
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::TogetherAlone => {
                "`together` (一起) belongs below `from` (以下) of a choice; every line here is brought anyway".into()
            }
            Self::TogetherOne => "there is only one paper below `together` (一起)".into(),
            Self::MemberWhen => {
                "a paper of `together` (一起) cannot have a `when` (当) of its own: all of them count, or none".into()
            }
            Self::TooDeep { most } => {
                format!("choices in choices, more than {most} deep: nobody can follow that")
            }
            Self::TooMany { bundles, most } => format!(
                "there are {bundles} ways to put this part of the choice together, more than the {most} that can be checked"
            ),
            Self::TooManyConditions { ways, most } => format!(
                "{ways} ways of this choice have a `when` (当), more than the {most} that can be checked"
            ),
            Self::Twice { paper } => {
                format!("one way of the choice asks for `{paper}` twice: nobody can tell how many are wanted")
            }
            Self::Short {
                choice,
                pick,
                answers,
            } => {
                let when = if answers.is_empty() {
                    "whatever is answered".to_owned()
                } else {
                    format!("with {answers}")
                };
                format!("`{choice}` wants any {pick}, but {when} fewer than {pick} count")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::TogetherAlone => {
                "去掉“一起”，一样写一行；几样合起来才顶得上别的一样，就写成：- {任选: 1, 以下: [{用: 居住证, 原件: 1}, {一起: [{用: 房产证, 原件: 1}, {用: 户口簿, 原件: 1}]}]}。".into()
            }
            Self::TogetherOne => "去掉“一起”，直接写这一样。".into(),
            Self::MemberWhen => {
                "把“当”写到“一起”旁边：- {一起: […], 当: {…}}；只有一部分人要多带一样，就把两种办法分开写，各写各的“当”。".into()
            }
            Self::TooDeep { .. } => "把里面的几层拆开，一种办法写一行。".into(),
            Self::TooMany { .. } => "把这一种拆成几种，或者少列几样。".into(),
            Self::TooManyConditions { .. } => {
                "分成几行，每一行写一个任选，把共同的条件写到行上的“当”。".into()
            }
            Self::Twice { .. } => "只写一次，把份数写在一起，例如：{原件: 1, 复印件: 2}。".into(),
            Self::Short { .. } => {
                "在“以下”里补上这种情况下也算数的一种，或者改“当”；这种情况不能办的，写到“中止”里。".into()
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::TogetherAlone => {
                "take `together` away, a line for each paper; where several papers do in place of another one, write: - {pick: 1, from: [{use: A, originals: 1}, {together: [{use: B, originals: 1}, {use: C, originals: 1}]}]}".into()
            }
            Self::TogetherOne => "take `together` away and write the one paper.".into(),
            Self::MemberWhen => {
                "put `when` beside `together`: - {together: [...], when: {...}}; where some people bring one more, write two ways, each with its own `when`.".into()
            }
            Self::TooDeep { .. } => "take the inner ones apart, a line for each way.".into(),
            Self::TooMany { .. } => "split it into several ways, or list fewer papers.".into(),
            Self::TooManyConditions { .. } => {
                "make several lines of it, each a choice, with the common condition as the line's `when`.".into()
            }
            Self::Twice { .. } => {
                "write it once, with both numbers, as in {originals: 1, copies: 2}.".into()
            }
            Self::Short { .. } => {
                "add a way to `from` that counts there as well, or mend a `when`; where the matter cannot be done at all, write a stop (中止).".into()
            }
        }
    }
}
