//! What can be wrong with a number of papers that an answer says (`原件: {每: 几个孩子}`).

/// A fault of such a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountFault {
    /// The question is answered with an option.
    NotNumber {
        /// The question.
        question: String,
    },
    /// The question has no largest answer that makes sense.
    Unbounded {
        /// The question.
        question: String,
    },
    /// The question takes decimals, and nobody brings half a paper.
    Decimals {
        /// The question.
        question: String,
    },
    /// Nothing says what one of the counted is called.
    NoWords {
        /// The question.
        question: String,
    },
    /// 0 for each.
    Zero,
    /// The answer 0 would leave a line of which nothing is wanted.
    Nothing {
        /// The question.
        question: String,
        /// The paper.
        paper: String,
        /// Whether a community says how many.
        is_own: bool,
    },
    /// A community counts by another question than the region does.
    Overlay {
        /// The question.
        question: String,
        /// The paper.
        paper: String,
    },
}

impl CountFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NotNumber { .. } => "count-no-number",
            Self::Unbounded { .. } => "count-no-end",
            Self::Decimals { .. } => "count-decimals",
            Self::NoWords { .. } => "count-no-words",
            Self::Zero => "count-zero",
            Self::Nothing { .. } => "count-nothing",
            Self::Overlay { .. } => "overlay-count",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::NotNumber { question } => {
                format!("“{question}”不是数字题，数不出要几份")
            }
            Self::Unbounded { question } => {
                format!("“{question}”没有写最多是几，数不出最多要几份")
            }
            Self::Decimals { question } => {
                format!("“{question}”收小数，份数只能按整数算")
            }
            Self::NoWords { question } => {
                format!("有材料按“{question}”的回答算份数，可没有写“每……”怎么说")
            }
            Self::Zero => "每个要 0 份，等于不要".into(),
            Self::Nothing {
                question, paper, ..
            } => {
                format!("“{question}”答 0 时，“{paper}”一份也不要，却还在清单上")
            }
            Self::Overlay { question, paper } => {
                format!("全区的指南里，“{paper}”不按“{question}”算份数")
            }
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::NotNumber { question } => {
                format!("\"{question}\" is no number question: it cannot say how many are wanted")
            }
            Self::Unbounded { question } => {
                format!(
                    "\"{question}\" has no largest answer: nobody can say how many are wanted at most"
                )
            }
            Self::Decimals { question } => {
                format!("\"{question}\" takes decimals, and papers are counted in whole numbers")
            }
            Self::NoWords { question } => {
                format!(
                    "papers are counted by \"{question}\", but nothing says what one of them is called"
                )
            }
            Self::Zero => "0 for each means none at all".into(),
            Self::Nothing {
                question, paper, ..
            } => {
                format!(
                    "with 0 as the answer to \"{question}\", nothing of \"{paper}\" is wanted, yet it stays on the list"
                )
            }
            Self::Overlay { question, paper } => {
                format!("the region's guide does not count \"{paper}\" by \"{question}\"")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::NotNumber { .. } => {
                "把那个问题改成数字题：类型: 数字, 最小: 1, 最大: 6；或者“每”换成一个数字题的名字。"
                    .into()
            }
            Self::Unbounded { .. } => {
                "在那个问题里写上最多是几（不超过 99），例如 最大: 6。".into()
            }
            Self::Decimals { .. } => {
                "删掉那个问题的“小数”；要问得细，份数另用一个整数的问题算。".into()
            }
            Self::NoWords { question } => {
                format!("在问题“{question}”里加一项，写一个叫什么，例如 每: 每个成年人")
            }
            Self::Zero => "写每个要几份，例如 份: 2；每个 1 份就不用写“份”。".into(),
            Self::Nothing { is_own: true, .. } => {
                "各社区一样的，把这里的份数删掉；本社区真的少要的，在这里写一个不随回答变的数，或者写上“加”，例如 加: 1。".into()
            }
            Self::Nothing { question, .. } => format!(
                "不会是 0，就在问题“{question}”里写 最小: 1；可能是 0，就在这份材料的“当”里加上 {question}: \">= 1\""
            ),
            Self::Overlay { .. } => {
                "按几份算由全区的指南定。请改全区的指南，或者在这里写一个数。".into()
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::NotNumber { .. } => {
                "make it a number question: type: number, min: 1, max: 6; or let \"each\" name another question.".into()
            }
            Self::Unbounded { .. } => {
                "write the largest answer into that question (99 at most), e.g. max: 6.".into()
            }
            Self::Decimals { .. } => {
                "delete \"decimals\" from that question; if it has to be so fine, count by another question that takes whole numbers.".into()
            }
            Self::NoWords { question } => {
                format!("add to the question \"{question}\" what one is called, e.g. each: for each adult")
            }
            Self::Zero => "write how many for each, e.g. times: 2; leave \"times\" out for one.".into(),
            Self::Nothing { is_own: true, .. } => {
                "delete the numbers here if the region's are right; if this community wants fewer, write a number that no answer changes, or \"plus\", e.g. plus: 1.".into()
            }
            Self::Nothing { question, .. } => format!(
                "if it is never 0, write min: 1 into the question \"{question}\"; if it may be, add {question}: \">= 1\" to the paper's \"when\"."
            ),
            Self::Overlay { .. } => {
                "the region's guide says what papers are counted by. Change it there, or write a number here.".into()
            }
        }
    }
}
