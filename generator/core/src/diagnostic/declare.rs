//! A finding is declared once: its id, its weight, its arguments. What it says stands by its id in `texts/zh` and
//! `texts/en`.

use super::Severity;

/// What is declared of a kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The id that people search for and that never changes its meaning.
    pub id: &'static str,
    /// Errors stop the build; warnings do not.
    pub severity: Severity,
    /// What its texts may name.
    pub arguments: &'static [&'static str],
}

/// The value of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Words of the author's, or a number.
    Words(String),
    /// Several, told one after the other.
    List(Vec<Argument>),
    /// Whether something is so; `{?…}` in a text asks for it.
    Flag(bool),
    /// Words of ours.
    Term(Term),
    /// Words of ours with arguments of their own.
    Phrase(Term, Vec<(&'static str, Argument)>),
    /// What stands for a value where none is known; what it is called.
    Placeholder(String),
    /// What each language says in its own way.
    Each {
        /// Simplified Chinese.
        zh: String,
        /// English.
        en: String,
    },
}

/// Words of ours that stand beside the texts, by their id there: it begins with `term-`. In a remedy a term is told by a remedy of its
/// own, if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term(pub &'static str);

impl From<&str> for Argument {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Argument {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl<T: Into<Argument>> From<Vec<T>> for Argument {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

impl From<Term> for Argument {
    fn from(term: Term) -> Self {
        Self::Term(term)
    }
}

impl From<bool> for Argument {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

/// What is called one way in Chinese and another in English.
impl From<(&str, &str)> for Argument {
    fn from((zh, en): (&str, &str)) -> Self {
        Self::Each {
            zh: zh.to_owned(),
            en: en.to_owned(),
        }
    }
}

/// What is not there is told as nothing.
impl<T: Into<Argument>> From<Option<T>> for Argument {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Flag(false), Into::into)
    }
}

/// Numbers are told in digits.
macro_rules! numbers {
    ($( $number:ty )*) => {
        $(
            impl From<$number> for Argument {
                fn from(number: $number) -> Self {
                    Self::Words(number.to_string())
                }
            }
        )*
    };
}

numbers! { u8 u32 u64 usize i16 i64 }

impl From<jiff::civil::Date> for Argument {
    fn from(day: jiff::civil::Date) -> Self {
        Self::Words(day.to_string())
    }
}

/// Declares kinds of findings, each with its weight and its arguments (if it has any), as an enum.
macro_rules! declare {
    (@ $id:literal $severity:ident $( $argument:ident )*) => {
        $crate::diagnostic::Declaration {
            id: $id,
            severity: $crate::diagnostic::Severity::$severity,
            arguments: &[$( stringify!($argument), )*],
        }
    };
    (
        $(#[$about:meta])*
        $name:ident
        $(
            $(#[$doc:meta])*
            $id:literal $severity:ident $kind:ident
            $( { $( $(#[$what:meta])* $argument:ident: $type:ty, )* } )?
        )*
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $(
                $(#[$doc])*
                $kind $( { $( $(#[$what])* $argument: $type, )* } )?,
            )*
        }

        impl $name {
            /// All kinds of them.
            pub const DECLARED: &'static [$crate::diagnostic::Declaration] = &[
                $(
                    $crate::diagnostic::declare!(@ $id $severity $( $( $argument )* )?),
                )*
            ];

            /// What is declared of this kind.
            pub fn declaration(&self) -> &'static $crate::diagnostic::Declaration {
                match self {
                    $(
                        Self::$kind { .. } => {
                            &$crate::diagnostic::declare!(@ $id $severity $( $( $argument )* )?)
                        },
                    )*
                }
            }

            /// The values of its arguments, in their order.
            pub fn values(&self) -> Vec<$crate::diagnostic::Argument> {
                match self {
                    $(
                        Self::$kind $( { $( $argument, )* } )? => {
                            vec![$( $( $argument.clone().into(), )* )?]
                        }
                    )*
                }
            }
        }
    };
}

pub(crate) use declare;
