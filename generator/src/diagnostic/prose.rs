//! What can be wrong with words as people paste them.

use super::Severity;

/// A fault of an author's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProseFault {
    /// A sign that nobody sees and that no text needs.
    Unseen {
        /// The sign.
        sign: char,
        /// The line without such signs; none where it was written as a number (`&#8238;`, `"\u202e"`).
        line: Option<String>,
    },
    /// A comment without an end, or with a blank line inside a paragraph.
    CommentOpen {
        /// Its first line with an end.
        line: String,
    },
    /// A row of a table with more cells than its head: the rest is not shown.
    RowLong {
        /// How many cells it has.
        cells: usize,
        /// How many the head has.
        columns: usize,
        /// The cells that are not shown.
        lost: String,
    },
    /// `[^1]` without a note.
    NoteMissing {
        /// The note's name.
        name: String,
    },
    /// A note that nothing refers to.
    NoteIdle {
        /// The note's name.
        name: String,
    },
}

impl ProseFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Unseen { .. } => "unseen-character",
            Self::CommentOpen { .. } => "comment-open",
            Self::RowLong { .. } => "row-long",
            Self::NoteMissing { .. } => "note-missing",
            Self::NoteIdle { .. } => "note-idle",
        }
    }

    /// What it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NoteIdle { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::Unseen { sign, .. } => {
                let (code, kind) = (code(*sign), zh_kind(*sign));
                format!("这里有一个看不见的字符（{code}，{kind}）")
            }
            Self::CommentOpen { .. } => "备注“<!--”没有正常结束，备注和正文分不开".into(),
            Self::RowLong {
                cells,
                columns,
                lost,
            } => {
                format!("这一行有 {cells} 格，表头只有 {columns} 格，居民看不到多出来的“{lost}”")
            }
            Self::NoteMissing { name } => format!("正文标了“[^{name}]”，但没有写这条注释"),
            Self::NoteIdle { name } => {
                format!("正文里没有一处标“[^{name}]”，不知道这条注释是给哪里加的")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::Unseen {
                line: Some(line), ..
            } => {
                format!("多半是粘贴带进来的。删掉这一行，重新打一遍：{line}")
            }
            Self::Unseen { line: None, .. } => "删掉这种写法。".into(),
            Self::CommentOpen { line } => {
                format!(
                    "在备注写完的地方加“-->”：{line}；段落中间的备注里不要有空行；要显示这几个符号，写成 \\<!--。"
                )
            }
            Self::RowLong { cells, .. } => {
                format!("表头和它下面那行横线也写成 {cells} 格；竖线是文字的话，写成 \\|。")
            }
            Self::NoteMissing { name } => {
                format!("在文章最后另起一段写上：[^{name}]: 注释的内容")
            }
            Self::NoteIdle { name } => {
                format!("在要加注的文字后面写 [^{name}]；用不着，就删掉这条注释。")
            }
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::Unseen { sign, .. } => {
                let (code, kind) = (code(*sign), en_kind(*sign));
                format!("there is an invisible character here ({code}, {kind})")
            }
            Self::CommentOpen { .. } => {
                "the comment `<!--` has no proper end: nobody can tell it from the text".into()
            }
            Self::RowLong {
                cells,
                columns,
                lost,
            } => {
                format!(
                    "this row has {cells} cells and the table's head {columns}: \"{lost}\" is not shown"
                )
            }
            Self::NoteMissing { name } => {
                format!("the text refers to the note \"[^{name}]\", and there is no such note")
            }
            Self::NoteIdle { name } => {
                format!("nothing in the text refers to the note \"[^{name}]\"")
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::Unseen {
                line: Some(line), ..
            } => {
                format!(
                    "it probably came with pasted text. Delete this line and type it again: {line}"
                )
            }
            Self::Unseen { line: None, .. } => "take it out.".into(),
            Self::CommentOpen { line } => format!(
                "put `-->` where the comment ends: {line}; leave no blank line in a comment inside a paragraph; to show these very signs, write \\<!--."
            ),
            Self::RowLong { cells, .. } => {
                format!(
                    "give the head and the line of dashes below it {cells} cells as well; write \\| for a bar that is text."
                )
            }
            Self::NoteMissing { name } => {
                format!("write a paragraph at the end of the text: [^{name}]: what the note says")
            }
            Self::NoteIdle { name } => {
                format!("write [^{name}] behind the words that it is about, or delete the note.")
            }
        }
    }
}

fn code(sign: char) -> String {
    format!("U+{:04X}", u32::from(sign))
}

fn zh_kind(sign: char) -> &'static str {
    match sign {
        '\0' => "空字符",
        '\u{b}' | '\u{c}' => "文字处理软件里的换行、换页",
        sign if sign.is_control() => "控制字符",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "会改变文字方向"
        }
        _ => "不是文字",
    }
}

fn en_kind(sign: char) -> &'static str {
    match sign {
        '\0' => "the null character",
        '\u{b}' | '\u{c}' => "a line or page break of a word processor",
        sign if sign.is_control() => "a control character",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "it turns the direction of text"
        }
        _ => "no character at all",
    }
}
