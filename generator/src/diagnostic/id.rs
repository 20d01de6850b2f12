//! The stable id and the weight of every problem.

use super::{Problem, Severity, SheetFault, YamlFault};

impl Problem {
    /// The id that people search for and that never changes its meaning.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Declared(declared) => declared.declaration().id,
            Self::ContentEmpty { .. } => "content-empty",
            Self::SiteMissing => "site-missing",
            Self::Unreadable { .. } => "unreadable",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::TextTooLarge { .. } => "text-too-large",
            Self::FileHeavy { .. } => "file-heavy",
            Self::LinkUnusable { .. } => "link-unusable",
            Self::FileName { .. } => "file-name",
            Self::FileUnused => "file-unused",
            Self::FileCopy { .. } => "file-copy",
            Self::FrontMatterMissing => "front-matter-missing",
            Self::FrontMatterUnclosed => "front-matter-unclosed",
            Self::Yaml(fault) => yaml_id(fault),
            Self::UnknownKey { .. } => "unknown-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::MissingKeys { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::NotInList { .. } => "not-in-list",
            Self::OutOfRange { .. } => "out-of-range",
            Self::LineNeedsName => "line-needs-name",
            Self::KeyNotForType { .. } => "key-not-for-type",
            Self::NotOfAnswer { .. } => "not-of-answer",
            Self::EmptyList { .. } => "empty-list",
            Self::Repeated { .. } => "repeated",
            Self::DuplicateCode { .. } => "duplicate-code",
            Self::DuplicateName { .. } => "duplicate-name",
            Self::NameIsCode { .. } => "name-is-code",
            Self::UnknownQuestion { .. } => "unknown-question",
            Self::SharedQuestionMissing { .. } => "shared-question-missing",
            Self::UnknownOption { .. } => "unknown-option",
            Self::TwoAnswers { .. } => "two-answers",
            Self::UnsureOption => "unsure-option",
            Self::EmptyRange { .. } => "empty-range",
            Self::UnknownCondition { .. } => "unknown-condition",
            Self::ConditionLoop { .. } => "condition-loop",
            Self::UnknownMaterial { .. } => "unknown-material",
            Self::UnknownMatter { .. } => "unknown-matter",
            Self::UnknownCategory { .. } => "unknown-category",
            Self::UnknownLifeEvent { .. } => "unknown-life-event",
            Self::UnknownLocalFact { .. } => "unknown-local-fact",
            Self::FactBrackets { .. } => "fact-brackets",
            Self::LocalFactMissing { .. } => "local-fact-missing",
            Self::Locally(locally) => locally.problem.id(),
            Self::FactInFact { .. } => "fact-in-fact",
            Self::PickTooMany { .. } => "pick-too-many",
            Self::TooComplex { .. } => "too-complex",
            Self::PromiseAboveStatutory { .. } => "promise-above-statutory",
            Self::ReviewOverdue { .. } => "review-overdue",
            Self::YearDay(_) => "no-such-day",
            Self::Sheet(fault) => fault.id(),
            Self::MissingFile { .. } => "missing-file",
            Self::BadPath { .. } => "bad-path",
            Self::BrokenAnchor { .. } => "broken-anchor",
            Self::UnsafeLink { .. } => "unsafe-link",
            Self::RawHtml { .. } => "raw-html",
            Self::ImageWithoutAlt { .. } => "image-without-alt",
            Self::BaseUrlMissing => "base-url-missing",
            Self::BaseUrlInvalid { .. } => "base-url-invalid",
            Self::BaseUrlPrivate { .. } => "base-url-private",
            Self::PathTaken { .. } => "path-taken",
            Self::NotCompiled => "not-compiled",
            Self::AddressTooLong { .. } => "address-too-long",
            Self::CodeUnreadable { .. } => "code-unreadable",
            Self::CommunityId { .. } => "community-id",
            Self::NoCommunity => "no-community",
            Self::UnknownCommunity { .. } => "unknown-community",
            Self::NoMatter => "no-matter",
            Self::Ledger(ledger) => ledger.id(),
            Self::Template { .. } => "template",
            Self::ThemeFileMissing { .. } => "theme-file-missing",
            Self::OutputForeign { .. } => "output-foreign",
            Self::OutputOverlaps { .. } => "output-overlaps",
            Self::OutputUnwritable { .. } => "output-unwritable",
            Self::FolderMissing { .. } => "folder-missing",
        }
    }

    /// Errors stop the build; warnings do not.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Declared(declared) => declared.declaration().severity,
            Self::Ledger(ledger) => ledger.severity(),
            Self::Locally(locally) => locally.problem.severity(),
            Self::FileHeavy { .. }
            | Self::FileUnused
            | Self::BaseUrlPrivate { .. }
            | Self::FactBrackets { plain: true, .. }
            | Self::LocalFactMissing { .. }
            | Self::ReviewOverdue { .. }
            | Self::RawHtml { .. }
            | Self::Sheet(SheetFault::Glyphs { .. }) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

fn yaml_id(fault: &YamlFault) -> &'static str {
    match fault {
        YamlFault::FullWidthColon(_) => "full-width-colon",
        YamlFault::NoSpaceAfterColon(_) => "no-space-after-colon",
        YamlFault::WideIndent(_) => "wide-indent",
        YamlFault::TabIndent(_) => "tab-indent",
        YamlFault::FullWidthComma(_) => "full-width-comma",
        YamlFault::NeedsQuotes { .. } => "needs-quotes",
        YamlFault::HashCuts { .. } => "hash-cuts-text",
        YamlFault::Unclosed => "unclosed-quote",
        YamlFault::Bracket => "unclosed-bracket",
        YamlFault::Indentation => "indentation",
        YamlFault::Alias => "yaml-alias",
        YamlFault::Tag => "yaml-tag",
        YamlFault::TooLarge => "yaml-too-large",
        YamlFault::SecondDocument => "yaml-second-document",
        YamlFault::Other(_) => "yaml",
    }
}
