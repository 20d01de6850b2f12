//! The families of declared findings, each once: an enum by what its findings are about, and the file of its texts in either language.

use super::declare::{Argument, Declaration};
use super::{
    AcceptanceFault, AllowFault, CalendarFault, CaseFault, ChoiceFault, CountFault, DateFault,
    DraftFault, ExemptFault, FineFault, ImpliedFault, LocalFault, OnlineFault, OverlayFault,
    PaperFault, Problem, Proof, ProseFault, RequirementFault, ScenarioFault, SenseFault,
    ThemeFault, TranslationFault, VersionFault, WordingFault,
};

/// Makes of the list of families all that stands for each of them.
macro_rules! families {
    ($( $file:ident $name:ident $faults:ident; )*) => {
        /// A finding of a declared kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Declared {
            $(
                #[doc = concat!("See [`", stringify!($faults), "`].")]
                $name($faults),
            )*
        }

        impl Declared {
            /// Its kind.
            pub fn declaration(&self) -> &'static Declaration {
                match self {
                    $( Self::$name(fault) => fault.declaration(), )*
                }
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
                    Self::Declared(Declared::$name(fault))
                }
            }
        )*

        /// Every kind of finding that is declared.
        pub fn declared() -> impl Iterator<Item = &'static Declaration> {
            [$( $faults::DECLARED, )*].into_iter().flatten()
        }

        /// The files of the texts, in Chinese and in English.
        pub(super) const TEXTS: &[[&str; 2]] = &[
            $(
                [
                    include_str!(concat!("texts/zh/", stringify!($file), ".yaml")),
                    include_str!(concat!("texts/en/", stringify!($file), ".yaml")),
                ],
            )*
        ];
    };
}

families! {
    acceptance Acceptance AcceptanceFault;
    allow Allow AllowFault;
    calendar Calendar CalendarFault;
    case Case CaseFault;
    choice Choice ChoiceFault;
    count Count CountFault;
    date Date DateFault;
    draft Draft DraftFault;
    exempt Exempt ExemptFault;
    fine Fine FineFault;
    implied Implied ImpliedFault;
    local Local LocalFault;
    online Online OnlineFault;
    overlay Overlay OverlayFault;
    paper Paper PaperFault;
    proof Proof Proof;
    prose Prose ProseFault;
    requirement Requirement RequirementFault;
    scenario Scenario ScenarioFault;
    sense Sense SenseFault;
    theme Theme ThemeFault;
    translation Translation TranslationFault;
    version Version VersionFault;
    wording Wording WordingFault;
}
