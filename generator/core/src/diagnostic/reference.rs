//! What can be wrong with the names by which files speak of one another.

use super::declare;

declare! {
    /// A name that stands for nothing, or for two things.
    ReferenceFault

    /// Two guides with one code.
    "duplicate-code" Error DuplicateCode {
        /// The code.
        code: String,
        /// The other file.
        other: String,
    }

    /// Two guides whose file names are the same.
    "duplicate-name" Error DuplicateName {
        /// The name.
        name: String,
        /// The other file.
        other: String,
    }

    /// A guide's file name that is also another guide's code.
    "name-is-code" Error NameIsCode {
        /// The name.
        name: String,
    }

    /// 共用, but questions.yaml has no such question.
    "shared-question-missing" Error SharedQuestionMissing {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// 用 names a paper that materials.yaml does not have.
    "unknown-material" Error UnknownMaterial {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// A reference to a matter that does not exist.
    "unknown-matter" Error UnknownMatter {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// A category that site.yaml does not have.
    "unknown-category" Error UnknownCategory {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All categories.
        known: Vec<String>,
    }

    /// A life event that site.yaml does not have.
    "unknown-life-event" Error UnknownLifeEvent {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// `--community` names one that does not exist.
    "unknown-community" Error UnknownCommunity {
        /// The name.
        name: String,
        /// All communities.
        known: Vec<String>,
    }

    /// `--single-file` names a page that there is not.
    "unknown-code" Error UnknownCode {
        /// What was typed.
        name: String,
        /// All codes.
        known: Vec<String>,
    }

    /// Several communities have the page that `--single-file` names.
    "community-wanted" Error CommunityWanted {
        /// The code.
        code: String,
        /// These communities.
        known: Vec<String>,
    }
}
