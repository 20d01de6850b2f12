//! Today.

use std::env;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned, tz::TimeZone};

/// Today where the command runs. `SOURCE_DATE_EPOCH` (seconds since 1970, UTC) says another day, as reproducible builds
/// agreed: <https://reproducible-builds.org/specs/source-date-epoch/>. What is no number there says nothing.
pub(super) fn today() -> Date {
    let seconds = env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|text| text.parse().ok());
    let fixed = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    fixed.map_or_else(
        || Zoned::now().date(),
        |time| time.to_zoned(TimeZone::UTC).date(),
    )
}
