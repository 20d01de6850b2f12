//! The families of declared findings, each once: an enum by what its findings are about, and the file of its texts in either language.

use super::declare::{Argument, Declaration};
use super::{
    AcceptanceFault, AllowFault, BrokenPoster, CalendarFault, CaseFault, ChoiceFault,
    ConditionFault, CountFault, DateFault, DraftFault, ExemptFault, FineFault, ImpliedFault,
    LedgerFault, LinkFault, LocalFault, OnlineFault, OutputFault, OverlayFault, PaperFault,
    PartFault, Proof, ProseFault, QuestionFault, ReadingFault, ReferenceFault, Refusal,
    RequirementFault, ScenarioFault, SenseFault, Severity, ShapeFault, SheetFault, SiteFault,
    ThemeFault, TranslationFault, VersionFault, WordingFault, YamlFault,
};

/// Kinds of findings that are about the same.
pub(super) struct Family {
    /// The name of the files with its texts.
    pub name: &'static str,
    /// Its kinds.
    pub kinds: &'static [Declaration],
}

/// Every kind of finding that is declared.
pub fn declared() -> impl Iterator<Item = &'static Declaration> {
    FAMILIES.iter().flat_map(|family| family.kinds)
}

/// Makes of the list of families all that stands for each of them.
macro_rules! families {
    ($( $file:ident $name:ident $faults:ident; )*) => {
        /// What is wrong, with the values that its texts need.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Problem {
            $(
                #[doc = concat!("See [`", stringify!($faults), "`].")]
                $name($faults),
            )*
        }

        impl Problem {
            /// Its kind.
            pub fn declaration(&self) -> &'static Declaration {
                match self {
                    $( Self::$name(fault) => fault.declaration(), )*
                }
            }

            /// The id that people search for and that never changes its meaning.
            pub fn id(&self) -> &'static str {
                self.declaration().id
            }

            /// Errors stop the build; warnings do not.
            pub fn severity(&self) -> Severity {
                self.declaration().severity
            }

            /// The values of its arguments, in their order.
            pub fn values(&self) -> Vec<Argument> {
                match self {
                    $( Self::$name(fault) => fault.values(), )*
                }
            }
        }

        $(
            impl From<$faults> for Problem {
                fn from(fault: $faults) -> Self {
                    Self::$name(fault)
                }
            }
        )*

        /// All families, in the order of their names.
        pub(super) const FAMILIES: &[Family] = &[
            $(
                Family {
                    name: stringify!($file),
                    kinds: $faults::DECLARED,
                },
            )*
        ];

        /// The files of the texts, in Chinese and in English.
        pub(super) const TEXTS: &[[&str; 2]] = &[
            $(
                [
                    include_str!(concat!("texts/zh/", stringify!($file), ".yaml")),
                    include_str!(concat!("texts/en/", stringify!($file), ".yaml")),
                ],
            )*
            [
                include_str!("texts/zh/explain.yaml"),
                include_str!("texts/en/explain.yaml"),
            ],
        ];
    };
}

families! {
    acceptance Acceptance AcceptanceFault;
    allow Allow AllowFault;
    calendar Calendar CalendarFault;
    case Case CaseFault;
    choice Choice ChoiceFault;
    codes Codes Refusal;
    condition Condition ConditionFault;
    count Count CountFault;
    date Date DateFault;
    draft Draft DraftFault;
    exempt Exempt ExemptFault;
    fine Fine FineFault;
    implied Implied ImpliedFault;
    ledger Ledger LedgerFault;
    link Link LinkFault;
    local Local LocalFault;
    online Online OnlineFault;
    output Output OutputFault;
    overlay Overlay OverlayFault;
    paper Paper PaperFault;
    part Part PartFault;
    poster Poster BrokenPoster;
    proof Proof Proof;
    prose Prose ProseFault;
    question Question QuestionFault;
    reading Reading ReadingFault;
    reference Reference ReferenceFault;
    requirement Requirement RequirementFault;
    scenario Scenario ScenarioFault;
    sense Sense SenseFault;
    shape Shape ShapeFault;
    sheet Sheet SheetFault;
    site Site SiteFault;
    theme Theme ThemeFault;
    translation Translation TranslationFault;
    version Version VersionFault;
    wording Wording WordingFault;
    yaml Yaml YamlFault;
}
