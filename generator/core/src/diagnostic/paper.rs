//! What can be wrong with papers that result from matters, and with what the register says of a paper.

use super::{Argument, Term, declare};

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
        steps: Steps,
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

/// The steps of a circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps(pub Vec<CircleStep>);

/// Steps of a circle that some situations do not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaySteps(pub Vec<CircleStep>);

impl From<Steps> for Argument {
    fn from(Steps(steps): Steps) -> Self {
        ring(steps, Term("term-circle-step"))
    }
}

impl From<MaySteps> for Argument {
    fn from(MaySteps(steps): MaySteps) -> Self {
        ring(steps, Term("term-circle-step-possible"))
    }
}

/// Each step with the title of the matter that follows it.
fn ring(steps: Vec<CircleStep>, term: Term) -> Argument {
    let mut following: Vec<String> = steps.iter().map(|step| step.matter.clone()).collect();
    following.rotate_left(1);
    let step = |(CircleStep { matter, papers }, next): (CircleStep, String)| {
        let arguments = vec![
            ("matter", matter.into()),
            ("papers", papers.into()),
            ("next", next.into()),
        ];
        Argument::Phrase(term, arguments)
    };
    Argument::List(steps.into_iter().zip(following).map(step).collect())
}
