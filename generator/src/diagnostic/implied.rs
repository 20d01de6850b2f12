//! What can be wrong with 意味着: what follows from an answer.

/// A fault of 意味着.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImpliedFault {
    /// One of the two questions is not one with a single option as its answer.
    NotChoice {
        /// That question.
        question: String,
    },
    /// What follows was asked before, or is the question itself.
    Late {
        /// The question that is answered.
        question: String,
        /// The question whose answer would follow.
        then: String,
        /// They are the same.
        itself: bool,
    },
    /// A worked example gives another answer than the one that follows.
    Contradicts {
        /// The example.
        scenario: String,
        /// The question and the answer from which it follows.
        given: [String; 2],
        /// The question whose answer follows.
        then: String,
        /// What follows.
        follows: String,
        /// What the example says.
        written: String,
    },
    /// In all worked examples two answers go together: one may follow from the other.
    Could {
        /// The question and its option.
        given: [String; 2],
        /// The other question, and the option that always goes with it.
        then: [String; 2],
        /// How many examples show it.
        examples: usize,
    },
}

impl ImpliedFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NotChoice { .. } => "implies-no-choice",
            Self::Late { .. } => "implies-late",
            Self::Contradicts { .. } => "implies-contradicts",
            Self::Could { .. } => "could-imply",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::NotChoice { question } => {
                format!("“意味着”只用在单选题上，“{question}”不是单选题")
            }
            Self::Late {
                question,
                itself: true,
                ..
            } => {
                format!("“{question}”的回答不能意味着它自己的回答")
            }
            Self::Late { question, then, .. } => format!(
                "“{then}”排在“{question}”前面，问“{question}”的时候已经答过了，“意味着”用不上"
            ),
            Self::Contradicts {
                scenario,
                given: [question, option],
                then,
                follows,
                written,
            } => format!(
                "情形“{scenario}”里“{question}”答了“{option}”，意味着“{then}”是“{follows}”，可是写的是“{written}”"
            ),
            Self::Could {
                given: [question, option],
                then: [then, answer],
                examples,
            } => format!(
                "{examples} 个情形里，“{question}”答“{option}”的，“{then}”都是“{answer}”：要是总这样，就不用问第二遍"
            ),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::NotChoice { question } => {
                format!(
                    "`implies` (意味着) is for questions with one option as the answer, which `{question}` is not"
                )
            }
            Self::Late {
                question,
                itself: true,
                ..
            } => {
                format!("an answer to `{question}` cannot imply another answer to it")
            }
            Self::Late { question, then, .. } => format!(
                "`{then}` is asked before `{question}`: by then it is answered, and nothing is left to imply"
            ),
            Self::Contradicts {
                scenario,
                given: [question, option],
                then,
                follows,
                written,
            } => format!(
                "the example `{scenario}` answers `{question}` with `{option}`, which implies `{follows}` for `{then}`, but it says `{written}`"
            ),
            Self::Could {
                given: [question, option],
                then: [then, answer],
                examples,
            } => format!(
                "in {examples} examples with `{option}` for `{question}` the answer to `{then}` is `{answer}`: if that is always so, it need not be asked"
            ),
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::NotChoice { .. } => "去掉这一条“意味着”，或者把那个问题改成单选题。".into(),
            Self::Late { itself: true, .. } => "删掉这一条。".into(),
            Self::Late { question, then, .. } => {
                format!("把“{question}”写到“{then}”前面。")
            }
            Self::Contradicts { then, follows, .. } => {
                format!(
                    "情形里写成 {then}: {follows}，或者不写；要是真有别的情况，就删掉“意味着”。"
                )
            }
            Self::Could {
                given: [question, option],
                then: [then, answer],
                ..
            } => format!(
                "要是总这样，在“{question}”的选项里写：{{名称: {option}, 意味着: {{{then}: {answer}}}}}；不是总这样，可以不管。"
            ),
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::NotChoice { .. } => {
                "take it away, or make that question one with a single option as the answer.".into()
            }
            Self::Late { itself: true, .. } => "delete it.".into(),
            Self::Late { question, then, .. } => {
                format!("write `{question}` before `{then}`.")
            }
            Self::Contradicts { then, follows, .. } => format!(
                "write {then}: {follows} in the example, or nothing; if it can be otherwise, delete `implies`."
            ),
            Self::Could {
                given: [question, option],
                then: [then, answer],
                ..
            } => format!(
                "if so, write the option of `{question}` as {{name: {option}, implies: {{{then}: {answer}}}}}; otherwise leave it."
            ),
        }
    }
}
