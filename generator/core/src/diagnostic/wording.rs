//! What can be wrong with words that residents read.

use super::declare;

declare! {
    /// A fault of words that residents read.
    WordingFault

    /// A list that goes on where nobody sees it: 其他材料, 相关证明, 等材料.
    "open-end" Warning OpenEnd {
        /// The words.
        words: String,
    }

    /// A proof that communities are not to issue (民发〔2020〕20号).
    "proof-not-allowed" Warning ProofNotAllowed {
        /// The proof.
        proof: String,
        /// What serves instead.
        instead: super::Term,
    }

    /// Something that was to be filled in.
    "placeholder" Warning Placeholder {
        /// The words.
        words: String,
    }

    /// The number of somebody's identity card.
    "identity-number" Warning IdentityNumber {
        /// The number, its middle left out.
        number: String,
    }

    /// The number of a mobile phone in a text.
    "mobile-number" Warning MobileNumber {
        /// The number.
        number: String,
    }

    /// The number of a bank card.
    "bank-number" Warning BankNumber {
        /// The number, its middle left out.
        number: String,
    }

    /// Words that lead to what does not stand there: 同上, 详见附件.
    "points-nowhere" Warning PointsNowhere {
        /// The words.
        words: String,
    }

    /// A line of a chat that was copied along.
    "chat-line" Warning ChatLine {
        /// The words.
        words: String,
    }

    /// Words that become false by themselves: 今年的标准, 近日.
    "passing-time" Warning PassingTime {
        /// The words.
        words: String,
    }

    /// Signs without a word where words belong.
    "no-words" Warning NoWords {
        /// What stands there.
        words: String,
    }

    /// A name that stands there twice, one behind the other.
    "said-twice" Warning SaidTwice {
        /// It, once.
        words: String,
    }

    /// Several words in one where a list belongs.
    "list-in-one" Warning ListInOne {
        /// The words as a list.
        line: String,
    }

    /// An entry of a list that stands there twice.
    "entry-twice" Warning EntryTwice {
        /// The entry.
        words: String,
    }

    /// A sign that stands there twice, or one of English text between Chinese words.
    "sign-slip" Warning SignSlip {
        /// What stands there.
        words: String,
        /// What was meant.
        mended: String,
    }

    /// A bracket or a quotation mark that is never closed.
    "pair-open" Warning PairOpen {
        /// What stands there.
        sign: String,
        /// What is missing.
        missing: String,
    }

    /// A word with a wrong character.
    "misspelt" Warning Misspelt {
        /// The word.
        word: String,
        /// The right one.
        mended: String,
    }

    /// Double brackets, with which other programs make links.
    "brackets-left" Warning BracketsLeft {
        /// What stands in them.
        words: String,
    }

    /// Stars that made nothing bold.
    "stars-left" Warning StarsLeft

    /// A sentence that is too long to be read on a phone.
    "long-sentence" Warning LongSentence {
        /// Its beginning.
        beginning: String,
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        most: usize,
    }

    /// An office's word where there is a plain one.
    "office-word" Warning OfficeWord {
        /// The word.
        word: String,
        /// The plain one.
        plain: String,
    }

    /// A question that asks two things at once.
    "two-questions" Warning TwoQuestions {
        /// The question.
        question: String,
    }

    /// Two options that are both right for one number.
    "options-overlap" Warning OptionsOverlap {
        /// The one.
        first: String,
        /// The other.
        second: String,
        /// A number in both.
        number: String,
    }
}
