//! What can be wrong with guides that take effect on a day (生效日期).

/// A fault of 生效日期.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionFault {
    /// Two guides of one code take effect on one day.
    SameDay {
        /// The code.
        code: String,
        /// The day.
        day: String,
        /// The other file.
        other: String,
    },
    /// Two guides of one code whose files have different names.
    OtherName {
        /// The code.
        code: String,
        /// The other file.
        other: String,
        /// How this file should be called.
        called: String,
    },
    /// A guide that another one replaced.
    Replaced {
        /// Since when.
        day: String,
        /// The file of the other one.
        by: String,
    },
}

impl VersionFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::SameDay { .. } => "version-same-day",
            Self::OtherName { .. } => "version-name",
            Self::Replaced { .. } => "version-replaced",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::SameDay { code, day, other } => {
                format!("编号 {code} 的两份指南都从 {day} 起生效，另一份是 {other}")
            }
            Self::OtherName { code, other, .. } => {
                format!("编号 {code} 的另一份指南是 {other}：同一件事的新旧两份，文件名要一样")
            }
            Self::Replaced { day, by } => {
                format!("从 {day} 起按 {by} 办，这一份不再公布")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::SameDay { .. } => "留一份；是两次改动，后一份写后一天的“生效日期”。".into(),
            Self::OtherName { called, .. } => {
                format!(
                    "把这个文件改名为 {called}（第一个点前面一样，就是同一件事）；不是同一件事，换一个没用过的编号。"
                )
            }
            Self::Replaced { .. } => "旧的可以删了，新的照旧，不用改名。".into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::SameDay { code, day, other } => {
                format!("two guides of the code {code} take effect on {day}; the other is {other}")
            }
            Self::OtherName { code, other, .. } => format!(
                "{other} has the code {code} too: the old and the new guide of a matter have one file name"
            ),
            Self::Replaced { day, by } => {
                format!("{by} took its place on {day}; this one is not published any more")
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::SameDay { .. } => {
                "keep one; if there are two changes, give the later one its own `effective` (生效日期).".into()
            }
            Self::OtherName { called, .. } => format!(
                "rename this file {called} (what is equal up to the first dot is one matter); another matter needs a code that was never used."
            ),
            Self::Replaced { .. } => {
                "it can be deleted; the new one stays as it is and keeps its name.".into()
            }
        }
    }
}
