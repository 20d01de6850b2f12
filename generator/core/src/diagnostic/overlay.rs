//! What can be wrong with a community's overlay (communities/ID/CODE.md).

use super::{Term, declare};

declare! {
    /// A fault of an overlay.
    OverlayFault

    /// The folder names a community that does not exist.
    "overlay-community" Error NoCommunity {
        /// The folder.
        id: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// The community does not offer the matter.
    "overlay-not-offered" Error NotOffered {
        /// The matter's title.
        title: String,
    }

    /// The community has a second overlay for the matter.
    "overlay-twice" Error Twice {
        /// The other file.
        other: String,
    }

    /// A key that is the region's; see [`OverlayFault::fixed`].
    "overlay-fixed" Error Fixed {
        /// The key, Chinese name.
        key: &'static str,
        /// Why it is.
        reason: Term,
    }

    /// 材料 names a paper that the guide does not ask for.
    "overlay-paper" Error UnknownPaper {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All papers of the guide.
        known: Vec<String>,
    }

    /// 步骤 names a step that the guide does not have.
    "overlay-step" Error UnknownStep {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All steps of the guide.
        known: Vec<String>,
    }

    /// All steps anew, although some of the guide's have conditions.
    "overlay-steps" Error StepsConditional

    /// A paper of which neither originals nor copies are left.
    "overlay-nothing-left" Error NothingLeft {
        /// The paper.
        paper: String,
    }

    /// A key that says what the region says.
    "overlay-same" Warning Same {
        /// The key, the paper or the step.
        what: String,
    }

    /// A value as a whole, although the guide says it by the answers; see [`OverlayFault::by_answer`].
    "overlay-by-answer" Error ByAnswer {
        /// The key, Chinese name.
        key: &'static str,
        /// Whether it is 收费, of which the amounts may be local facts.
        fee: bool,
    }

    /// Nothing differs.
    "overlay-nothing" Warning Nothing
}

impl OverlayFault {
    /// A key that is the region's.
    pub fn fixed(key: &'static str) -> Self {
        let reason = Term(match key {
            "由" => "term-overlay-result",
            "问题" | "事实" | "中止" | "情形" | "当" | "用" | "谁的" | "建议带" => {
                "term-overlay-rule"
            }
            "依据" | "法定" | "决定机关" | "办件" | "复核期限" => "term-overlay-law",
            _ => "term-overlay-name",
        });
        Self::Fixed { key, reason }
    }

    /// A value as a whole, although the guide says it by the answers.
    pub fn by_answer(key: &'static str) -> Self {
        let fee = key == "收费";
        Self::ByAnswer { key, fee }
    }
}
