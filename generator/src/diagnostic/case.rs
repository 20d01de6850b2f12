//! What can be wrong with fees, visits, time limits and places that depend on answers.

/// A fault of such entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseFault {
    /// A situation in which no entry holds.
    Gap {
        /// The key, Chinese name.
        key: &'static str,
        /// Answers that show it; empty where any do.
        answers: String,
    },
    /// A situation in which two hold.
    Overlap {
        /// The key, Chinese name.
        key: &'static str,
        /// What the one says.
        first: String,
        /// What the other says.
        second: String,
        /// Answers that show it; empty where any do.
        answers: String,
    },
    /// An entry without a condition beside others.
    Unconditional {
        /// The key, Chinese name.
        key: &'static str,
    },
    /// More fees with conditions than can be worked out together.
    TooManyFees {
        /// How many there are.
        fees: usize,
        /// How many there may be.
        most: usize,
    },
}

impl CaseFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Gap { .. } => "case-gap",
            Self::Overlap { .. } => "case-overlap",
            Self::Unconditional { .. } => "case-without-when",
            Self::TooManyFees { .. } => "case-too-many-fees",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::Gap { key, answers } => {
                format!("{}，“{key}”没有一条说得上", zh_if(answers))
            }
            Self::Overlap {
                key,
                first,
                second,
                answers,
            } => format!(
                "{}，“{key}”有两条都算：“{first}”和“{second}”",
                zh_if(answers)
            ),
            Self::Unconditional { key } => {
                format!("“{key}”有好几条，这一条却没有写“当”，就和别的撞上了")
            }
            Self::TooManyFees { fees, most } => {
                format!("带“当”的收费有 {fees} 条，最多 {most} 条")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::Gap { key: "在哪办", .. } => {
                "给剩下的情况加一条，例如 {地点: 社区大厅, 当: {非: {…}}}；或者放宽已有的“当”。".into()
            }
            Self::Gap { .. } => {
                "给剩下的情况加一条，它的“当”写 {非: {…}}，把别的几条的“当”放进“非”；或者放宽已有的“当”。".into()
            }
            Self::Overlap { key: "收费", .. } => {
                "同一个名称的收费，只能有一个数。改一条的“当”；真是两样钱，就起两个名称。".into()
            }
            Self::Overlap { .. } => "改其中一条的“当”，让每种情况只有一条。".into(),
            Self::Unconditional { .. } => {
                "给这一条也写上“当”，例如 当: {非: {…}}；每种情况都一样的，只留一条。".into()
            }
            Self::TooManyFees { .. } => {
                "数目一样的并成一条，“当”写成 任一: [{…}, {…}]。".into()
            }
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::Gap { key, answers } => {
                format!("{} no entry of \"{key}\" holds", en_if(answers))
            }
            Self::Overlap {
                key,
                first,
                second,
                answers,
            } => format!(
                "{} two entries of \"{key}\" hold: \"{first}\" and \"{second}\"",
                en_if(answers)
            ),
            Self::Unconditional { key } => {
                format!(
                    "\"{key}\" has several entries, and this one, without \"when\", meets the others"
                )
            }
            Self::TooManyFees { fees, most } => {
                format!("{fees} fees have a condition; {most} at most can be worked out together")
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::Gap { key: "在哪办", .. } => {
                "add an entry for the rest, e.g. {place: hall, when: {not: {…}}}; or widen a \"when\".".into()
            }
            Self::Gap { .. } => {
                "add an entry for the rest, whose \"when\" is {not: {…}} with those of the others inside; or widen a \"when\".".into()
            }
            Self::Overlap { key: "收费", .. } => {
                "fees of one name are one fee with one amount. Change a \"when\"; if they are two fees, give them two names.".into()
            }
            Self::Overlap { .. } => {
                "change the \"when\" of one of them, so that one entry holds in every situation.".into()
            }
            Self::Unconditional { .. } => {
                "write a \"when\" here too, e.g. when: {not: {…}}; where all situations are alike, keep one entry.".into()
            }
            Self::TooManyFees { .. } => {
                "join those of one amount, with when: {any: [{…}, {…}]}.".into()
            }
        }
    }
}

fn zh_if(answers: &str) -> String {
    if answers.is_empty() {
        return "不管怎么答".into();
    }
    format!("答 {answers} 时")
}

fn en_if(answers: &str) -> String {
    if answers.is_empty() {
        return "with any answers".into();
    }
    format!("with {answers}")
}
