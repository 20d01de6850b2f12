//! What can be wrong with the texts of a further language. None of it stops a build: where a text is missing, the page
//! shows the words that it would translate.

use super::{Argument, declare, double_quoted};

declare! {
    /// A fault of a translation.
    TranslationFault

    /// Files in a language that site.yaml does not list.
    "language-off" Warning LanguageOff {
        /// The language.
        language: &'static str,
        /// How many files.
        files: usize,
        /// What `languages` of site.yaml would be with it, between the brackets.
        written: String,
    }

    /// A file that translates a file that is not there.
    "translation-orphan" Warning Orphan {
        /// The file that it would translate.
        original: String,
        /// The nearest that is there.
        suggestion: Option<String>,
    }

    /// Words that a page shows and that have no translation.
    "phrase-missing" Warning Missing {
        /// The words, in the order in which they are met.
        words: Vec<Phrase>,
        /// Whether phrases of this file stand below a key.
        indented: bool,
    }

    /// A phrase that translates nothing.
    "phrase-unused" Warning Unused {
        /// Words without translation that are much like those that it translates.
        suggestion: Option<Phrase>,
    }

    /// A translation that lacks numbers or local facts of the words.
    "phrase-loses" Warning Loses {
        /// What it lacks, as it is written.
        lost: Vec<String>,
    }

    /// A guide's text below the front matter was translated from an older guide.
    "translation-stale" Warning Stale {
        /// The date of the guide that was translated.
        translated: String,
        /// The date of the guide.
        now: String,
    }

    /// A guide's text below the front matter is not translated.
    "translation-body" Warning NoBody
}

/// Words to be translated. Texts have them as YAML reads them, whatever they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(pub String);

impl From<Phrase> for Argument {
    fn from(phrase: Phrase) -> Self {
        double_quoted(&phrase.0).into()
    }
}
