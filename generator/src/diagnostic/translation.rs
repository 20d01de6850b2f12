//! What can be wrong with the texts of a further language. None of it stops a build: where a text is missing, the page
//! shows the words that it would translate.

use std::fmt::Write as _;

/// A fault of a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TranslationFault {
    /// Files in a language that site.yaml does not list.
    LanguageOff {
        /// The language.
        language: &'static str,
        /// How many files.
        files: usize,
    },
    /// A file that translates a file that is not there.
    Orphan {
        /// The file that it would translate.
        original: String,
        /// The nearest that is there.
        suggestion: Option<String>,
    },
    /// Words that a page shows and that have no translation.
    Missing {
        /// The words, in the order in which they are met.
        words: Vec<String>,
        /// Whether phrases of this file stand below a key.
        indented: bool,
    },
    /// A phrase that translates nothing.
    Unused {
        /// The words that it translates.
        words: String,
        /// Words without translation that are much like them.
        suggestion: Option<String>,
    },
    /// A translation that lacks numbers or local facts of the words.
    Loses {
        /// What it lacks, as it is written.
        lost: Vec<String>,
    },
    /// A guide's text below the front matter was translated from an older guide.
    Stale {
        /// The date of the guide that was translated.
        translated: String,
        /// The date of the guide.
        now: String,
    },
    /// A guide's text below the front matter is not translated.
    NoBody,
}

impl TranslationFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::LanguageOff { .. } => "language-off",
            Self::Orphan { .. } => "translation-orphan",
            Self::Missing { .. } => "phrase-missing",
            Self::Unused { .. } => "phrase-unused",
            Self::Loses { .. } => "phrase-loses",
            Self::Stale { .. } => "translation-stale",
            Self::NoBody => "translation-body",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::LanguageOff { language, files } => {
                format!("site.yaml 的“语言”里没有 {language}，这样的文件（{files} 个）都用不上")
            }
            Self::Orphan { original, .. } => format!("它要翻译的 {original} 不存在"),
            Self::Missing { words, .. } if words.len() == 1 => {
                "有一句话还没有译文，页面先显示中文".into()
            }
            Self::Missing { words, .. } => {
                format!("有 {} 句话还没有译文，页面先显示中文", words.len())
            }
            Self::Unused { .. } => "没有一处用到这句译文：中文里没有（或已经改了）这句话".into(),
            Self::Loses { lost } => format!("译文里少了：{}", lost.join("、")),
            Self::Stale { translated, now } => {
                format!(
                    "正文译的是 {translated} 的指南，指南已经在 {now} 重新核对过，页面先显示中文正文"
                )
            }
            Self::NoBody => "正文还没有译文，页面先显示中文正文".into(),
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::LanguageOff { language, .. } => {
                format!("在 site.yaml 里写“语言: [zh, {language}]”，或移走这些文件。")
            }
            Self::Orphan {
                suggestion: Some(name),
                ..
            } => format!("是不是要翻译 {name}？文件名要和它一样。"),
            Self::Orphan { .. } => "把文件名改成和要翻译的文件一样，或移走这个文件。".into(),
            Self::Missing {
                words,
                indented: true,
            } => format!("在“译文”下面加上：{}", lines(words, "  ")),
            Self::Missing {
                words,
                indented: false,
            } => format!("在这个文件里加上：{}", lines(words, "")),
            Self::Unused {
                suggestion: Some(words),
                ..
            } => {
                format!("如果意思没变，把冒号前面换成现在的话：{}", quoted(words))
            }
            Self::Unused { .. } => "删掉这一行。".into(),
            Self::Loses { .. } => "照中文补上；数字和地方事实（{{…}}）一个也不能少。".into(),
            Self::Stale { now, .. } => {
                format!("对着中文再看一遍正文，然后把“核对日期”改成 {now}。")
            }
            Self::NoBody => "在第二个 --- 后面写上译文。".into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::LanguageOff { language, files } => {
                let s = if *files == 1 { "" } else { "s" };
                format!(
                    "`languages` (语言) of site.yaml lacks {language}, so nothing is made of such files ({files} file{s})"
                )
            }
            Self::Orphan { original, .. } => {
                format!("{original}, which this would translate, does not exist")
            }
            Self::Missing { words, .. } => {
                let n = words.len();
                let s = if n == 1 { "" } else { "s" };
                format!("{n} text{s} not translated yet; the page shows the original")
            }
            Self::Unused { .. } => {
                "nothing asks for this translation: the original text is gone or changed".into()
            }
            Self::Loses { lost } => format!("the translation lacks {}", lost.join(", ")),
            Self::Stale { translated, now } => format!(
                "this text translates the guide of {translated}, which was checked again on {now}; the page shows the original text"
            ),
            Self::NoBody => {
                "the text below the front matter is not translated; the page shows the original"
                    .into()
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::LanguageOff { language, .. } => {
                format!("write `语言: [zh, {language}]` in site.yaml, or move them away.")
            }
            Self::Orphan {
                suggestion: Some(name),
                ..
            } => {
                format!("does it translate {name}? Then give it the same name.")
            }
            Self::Orphan { .. } => {
                "give it the name of the file that it translates, or move it away.".into()
            }
            Self::Missing {
                words,
                indented: true,
            } => {
                format!("add below `texts` (译文):{}", lines(words, "  "))
            }
            Self::Missing {
                words,
                indented: false,
            } => format!("add to this file:{}", lines(words, "")),
            Self::Unused {
                suggestion: Some(words),
                ..
            } => {
                format!(
                    "if it still says the same, replace what stands before the colon by {}",
                    quoted(words)
                )
            }
            Self::Unused { .. } => "delete this line.".into(),
            Self::Loses { .. } => {
                "add it: no number and no local fact ({{…}}) may be left out.".into()
            }
            Self::Stale { now, .. } => {
                format!(
                    "read the text against the original again, then set `verified_on` (核对日期) to {now}."
                )
            }
            Self::NoBody => "write the translation after the second ---.".into(),
        }
    }
}

/// Lines to paste and to complete.
fn lines(words: &[String], indent: &str) -> String {
    words.iter().fold(String::new(), |mut out, words| {
        let _ = write!(out, "\n{indent}{}: \"\"", quoted(words));
        out
    })
}

/// A text as YAML reads it whatever it holds.
fn quoted(text: &str) -> String {
    format!(
        "\"{}\"",
        text.replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('\n', "\\n")
    )
}
