//! The command that makes a part again.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::given::Part;

/// What to type for the part `number` of the site that `like` is a part of.
pub(super) fn command(like: &Part<'_>, number: usize, today: Date) -> String {
    let record = &like.record;
    let mut words: Vec<String> = Vec::new();
    words.extend(another_day(&record.made_from.day, today));
    words.extend(["onetrip".to_owned(), "build".to_owned()]);
    words.extend(record.options.iter().map(|word| quoted(word)));
    words.push(format!("--shard {number}/{} --out part{number}", record.of));
    words.join(" ")
}

/// What makes the command take the day of the other parts for today.
fn another_day(day: &str, today: Date) -> Option<String> {
    let day: Date = day.parse().ok().filter(|day| *day != today)?;
    let begin = day.to_zoned(TimeZone::UTC).ok()?.timestamp();
    Some(format!("SOURCE_DATE_EPOCH={}", begin.as_second()))
}

/// A word as a shell takes it for one.
fn quoted(word: &str) -> String {
    let plain = |sign: char| sign.is_alphanumeric() || "-_./:=+@%,".contains(sign);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{another_day, quoted};

    #[test]
    fn a_shell_reads_what_was_meant() {
        assert_eq!(quoted("content"), "content");
        assert_eq!(quoted("my guides"), "'my guides'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        let today = date(2026, 11, 23);
        assert_eq!(another_day("2026-11-23", today), None);
        let other = another_day("2026-11-22", today);
        assert_eq!(other.as_deref(), Some("SOURCE_DATE_EPOCH=1795305600"));
    }
}
