//! What can be wrong with guides that take effect on a day (生效日期).

use super::declare;

declare! {
    /// A fault of 生效日期.
    VersionFault

    /// Two guides of one code take effect on one day.
    "version-same-day" Error SameDay {
        /// The code.
        code: String,
        /// The day.
        day: String,
        /// The other file.
        other: String,
    }

    /// Two guides of one code whose files have different names.
    "version-name" Error OtherName {
        /// The code.
        code: String,
        /// The other file.
        other: String,
        /// How this file should be called.
        called: String,
    }

    /// A guide that another one replaced.
    "version-replaced" Warning Replaced {
        /// Since when.
        day: String,
        /// The file of the other one.
        by: String,
    }
}
