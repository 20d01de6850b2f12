//! What can be wrong with papers that result from matters, and with what the register says of a paper.

use super::{Argument, declare};

declare! {
    /// A fault of a paper.
    PaperFault

    /// 由 names a matter that no community offers.
    "paper-matter-not-offered" Warning NotOffered {
        /// The matter's title.
        matter: String,
    }

    /// Nobody can ever do these matters: each asks in every situation for what another of them results in.
    "paper-circle" Error Circle {
        /// From each matter to the next, and from the last to the first.
        steps: Vec<CircleStep>,
    }

    /// The same in some situations, or by one way of a choice.
    "paper-circle-possible" Warning MayCircle {
        /// From each matter to the next, and from the last to the first.
        steps: MaySteps,
    }

    /// A paper must be fresher than the time for which it was away allows.
    "paper-stale" Warning Stale {
        /// The paper, as 带 names it.
        paper: String,
        /// How many days old it may be.
        days: u32,
        /// The matters for which it has to be there before, in their order.
        before: Vec<String>,
        /// How many days these take at most.
        wait: u32,
    }

    /// 网页 is no part of an address.
    "paper-page-name" Error PageName {
        /// As written.
        name: String,
    }

    /// What counts is to be seen in a file that is no picture.
    "no-picture" Error NoPicture {
        /// The file.
        path: String,
    }

    /// A picture of what counts, without words.
    "picture-without-text" Error PictureWithoutText {
        /// The picture.
        path: String,
    }
}

/// A matter in a circle, and what it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CircleStep {
    /// The matter's title.
    pub matter: String,
    /// The papers of which it wants one or all, as 带 names them.
    pub papers: Vec<String>,
}

/// Steps of a circle that some situations do not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaySteps(pub Vec<CircleStep>);

impl From<Vec<CircleStep>> for Argument {
    fn from(steps: Vec<CircleStep>) -> Self {
        ring(&steps, ["先要有", "wants"])
    }
}

impl From<MaySteps> for Argument {
    fn from(steps: MaySteps) -> Self {
        ring(&steps.0, ["可能要", "may want"])
    }
}

/// Each step with the title of the matter that follows it.
fn ring(steps: &[CircleStep], [zh, en]: [&str; 2]) -> Argument {
    let followed = || steps.iter().zip(steps.iter().cycle().skip(1));
    let in_chinese = followed().map(|(CircleStep { matter, papers }, next)| {
        let (papers, next) = (papers.join("”或“"), &next.matter);
        format!("办“{matter}”{zh}“{papers}”，它是办“{next}”得来的")
    });
    let in_english = followed().map(|(CircleStep { matter, papers }, next)| {
        let (papers, next) = (papers.join("\" or \""), &next.matter);
        format!("\"{matter}\" {en} \"{papers}\", which comes from \"{next}\"")
    });
    Argument::Each {
        zh: in_chinese.collect::<Vec<_>>().join("；"),
        en: in_english.collect::<Vec<_>>().join("; "),
    }
}
