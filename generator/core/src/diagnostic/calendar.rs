//! What can be wrong with opening hours, holidays and exceptions.

use super::declare;

declare! {
    /// A fault of 工作时间, 假日 or 例外.
    CalendarFault

    /// A community that is never open.
    "hours-missing" Error NoHours

    /// A key of 假日 that is no year.
    "holiday-year" Error NoYear {
        /// As written.
        text: String,
    }

    /// A range that ends before it begins.
    "days-reversed" Error Reversed {
        /// The first date written.
        from: String,
        /// The second.
        to: String,
    }

    /// Days that two entries speak of.
    "days-twice" Error Twice {
        /// The other entry.
        other: String,
    }

    /// A day that does not belong to its year.
    "holiday-other-year" Error OtherYear {
        /// The year that it stands under.
        year: i16,
    }

    /// A make-up workday that is no Saturday or Sunday.
    "workday-no-weekend" Warning NoWeekend

    /// A year that residents plan visits in has no holidays yet.
    "holidays-missing" Warning YearMissing {
        /// The year.
        year: i16,
    }

    /// An exception that says neither or both of 休 and 时段.
    "exception-hours" Error OpenOrClosed
}
