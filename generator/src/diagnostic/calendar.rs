//! What can be wrong with opening hours, holidays and exceptions.

/// A fault of 工作时间, 假日 or 例外.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// A community that is never open.
    NoHours,
    /// A key of 假日 that is no year.
    NoYear {
        /// As written.
        text: String,
    },
    /// A range that ends before it begins.
    Reversed {
        /// The first date written.
        from: String,
        /// The second.
        to: String,
    },
    /// Days that two entries speak of.
    Twice {
        /// The other entry.
        other: String,
    },
    /// A day that does not belong to its year.
    OtherYear {
        /// The year that it stands under.
        year: i16,
    },
    /// A make-up workday that is no Saturday or Sunday.
    NoWeekend,
    /// A year that residents plan visits in has no holidays yet.
    YearMissing {
        /// The year.
        year: i16,
    },
    /// An exception that says neither or both of 休 and 时段.
    OpenOrClosed,
}

impl CalendarFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoHours => "hours-missing",
            Self::NoYear { .. } => "holiday-year",
            Self::Reversed { .. } => "days-reversed",
            Self::Twice { .. } => "days-twice",
            Self::OtherYear { .. } => "holiday-other-year",
            Self::NoWeekend => "workday-no-weekend",
            Self::YearMissing { .. } => "holidays-missing",
            Self::OpenOrClosed => "exception-hours",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::NoHours => "这个社区没有工作时间，页面会天天说“今天不开门”".into(),
            Self::NoYear { text } => format!("“{text}”不是年份"),
            Self::Reversed { from, to } => format!("这一段从 {from} 到 {to}，前后颠倒了"),
            Self::Twice { other } => format!("这一天和“{other}”重了"),
            Self::OtherYear { year } => format!("这一天不在 {year} 年"),
            Self::NoWeekend => "调休上班的日子应当是周六或周日，这一天不是".into(),
            Self::YearMissing { year } => {
                format!("“假日”里还没有 {year} 年，页面不知道那时哪天放假")
            }
            Self::OpenOrClosed => "“例外”要么写“休: 是”，要么写“时段”，写一样".into(),
        }
    }

    pub(super) fn zh_remedy(&self) -> &'static str {
        match self {
            Self::NoHours => {
                "在这个文件里加上（各社区都一样的，写在 site.yaml 里），时间换成自己的：\n\
                 工作时间:\n  - 星期: [一, 二, 三, 四, 五]\n    时段: [\"08:30-12:00\", \"14:30-18:00\"]"
            }
            Self::NoYear { .. } => "写四位数字，例如 2026。",
            Self::Reversed { .. } => "早的写前面，例如 2026-10-01..2026-10-07。",
            Self::Twice { .. } => "一天只留一处。",
            Self::OtherYear { .. } => "改日期，或移到那一年下面；跨年的假写在后一年。",
            Self::NoWeekend => "照国务院办公厅的通知核对日期。",
            Self::YearMissing { .. } => {
                "国务院办公厅每年 11 月前后公布下一年的安排，公布了就补上。"
            }
            Self::OpenOrClosed => {
                "例如 {日期: 2026-12-31, 时段: [\"08:30-11:30\"]} 或 {日期: 2026-12-31, 休: 是}。"
            }
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::NoHours => {
                "this community has no opening hours: every page would say that it is closed today"
                    .into()
            }
            Self::NoYear { text } => format!("\"{text}\" is no year"),
            Self::Reversed { from, to } => {
                format!("these days end ({to}) before they begin ({from})")
            }
            Self::Twice { other } => format!("\"{other}\" speaks of the same day"),
            Self::OtherYear { year } => format!("this day is not in {year}"),
            Self::NoWeekend => {
                "a make-up workday should be a Saturday or Sunday; this is none".into()
            }
            Self::YearMissing { year } => {
                format!("`holidays` (假日) lacks {year}: the pages do not know its days off")
            }
            Self::OpenOrClosed => {
                "an exception has either `off: yes` (休) or `times` (时段), one of the two".into()
            }
        }
    }

    pub(super) fn en_remedy(&self) -> &'static str {
        match self {
            Self::NoHours => {
                "add this to the file (or to site.yaml, where all communities have the same), with the hours of your own:\n\
                 工作时间:\n  - 星期: [一, 二, 三, 四, 五]\n    时段: [\"08:30-12:00\", \"14:30-18:00\"]"
            }
            Self::NoYear { .. } => "write four figures, such as 2026.",
            Self::Reversed { .. } => {
                "write the earlier date first, such as 2026-10-01..2026-10-07."
            }
            Self::Twice { .. } => "keep one of them.",
            Self::OtherYear { .. } => {
                "mend the date or move it to its year; days off over New Year stand under the later one."
            }
            Self::NoWeekend => {
                "check the date against the announcement of the State Council's office."
            }
            Self::YearMissing { .. } => {
                "the State Council's office announces the next year around November; add it then."
            }
            Self::OpenOrClosed => {
                "such as {日期: 2026-12-31, 时段: [\"08:30-11:30\"]} or {日期: 2026-12-31, 休: 是}."
            }
        }
    }
}
