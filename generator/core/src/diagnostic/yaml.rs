//! What can be wrong with YAML itself, as a person who types it sees it.

use super::{Argument, Indented, Term, declare};

declare! {
    /// A fault of YAML itself.
    YamlFault

    /// `编号：a07`: a full-width colon where a key's colon belongs.
    "full-width-colon" Error FullWidthColon {
        /// The mended line.
        line: String,
    }

    /// `编号:a07`: no space after the colon.
    "no-space-after-colon" Error NoSpaceAfterColon {
        /// The mended line.
        line: String,
    }

    /// Full-width or no-break spaces as indentation.
    "wide-indent" Error WideIndent {
        /// The mended line.
        line: Indented,
    }

    /// A tab as indentation.
    "tab-indent" Error TabIndent {
        /// The mended line.
        line: Indented,
    }

    /// `，` between the entries of a `{…}` or `[…]`.
    "full-width-comma" Error FullWidthComma {
        /// Which one.
        sign: &'static str,
        /// The mended line.
        line: String,
    }

    /// `【甲，乙】` or `｛项目：值｝`.
    "full-width-bracket" Error FullWidthBracket {
        /// The mended line.
        line: String,
    }

    /// `{名称: 甲 说明: 乙}`: no comma between two entries.
    "comma-missing" Error CommaMissing {
        /// The mended line.
        line: String,
    }

    /// `[甲,, 乙]`: nothing between two commas.
    "comma-doubled" Error CommaDoubled {
        /// The mended line.
        line: String,
    }

    /// `-身份证`: no space after the dash of an entry.
    "no-space-after-dash" Error NoSpaceAfterDash {
        /// The mended line.
        line: String,
    }

    /// A value that YAML understands only in quotation marks.
    "needs-quotes" Error NeedsQuotes {
        /// Why.
        reason: QuoteReason,
        /// The mended line.
        line: String,
    }

    /// `示例路 1 号 #3 楼`: a ` #` that makes a remark of the rest.
    "hash-cuts-text" Error HashCuts {
        /// What is left out.
        lost: String,
        /// The line with the whole value in quotation marks.
        line: String,
    }

    /// A quotation mark that is never closed.
    "unclosed-quote" Error Unclosed

    /// A bracket that is never closed, or of the wrong kind.
    "unclosed-bracket" Error Bracket

    /// Lines that do not stand under each other.
    "indentation" Error Indentation

    /// `&name` or `*name`.
    "yaml-alias" Error Alias

    /// `!tag`.
    "yaml-tag" Error Tag

    /// More than the allowed number of entries, or too deeply nested.
    "yaml-too-large" Error TooLarge

    /// More than one document in a file.
    "yaml-second-document" Error SecondDocument

    /// A file that would mean something else in the one layout.
    "layout-differs" Error LayoutDiffers

    /// Anything else.
    "yaml" Error Other {
        /// What the parser says (English).
        detail: String,
    }
}

/// Why a value needs quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteReason {
    /// It begins with this sign.
    Sign(char),
    /// It begins with a local fact.
    Fact,
    /// `: ` in it.
    Colon,
    /// Only its beginning is in quotation marks.
    Half,
    /// A bracket in it, inside brackets.
    Bracket,
    /// ` #` in it, inside brackets.
    Hash,
}

impl From<QuoteReason> for Argument {
    fn from(reason: QuoteReason) -> Self {
        let term = match reason {
            QuoteReason::Sign(sign) => {
                let sign = ("sign", sign.to_string().into());
                return Self::Phrase(Term("term-quotes-sign"), vec![sign]);
            }
            QuoteReason::Fact => "term-quotes-fact",
            QuoteReason::Colon => "term-quotes-colon",
            QuoteReason::Half => "term-quotes-half",
            QuoteReason::Bracket => "term-quotes-bracket",
            QuoteReason::Hash => "term-quotes-hash",
        };
        Self::Term(Term(term))
    }
}
