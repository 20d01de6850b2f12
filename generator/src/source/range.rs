//! Ranges of numbers as people write them.

use super::text;
use crate::model::Range;

/// `< 80`, `>= 60`, `60..79`, `80`; full-width forms, `≥`, `≤` and quotation marks typed by habit are understood.
pub(super) fn parse_range(written: &str) -> Option<Range> {
    let text: String = text::name(written)
        .replace('≥', ">=")
        .replace('≤', "<=")
        .replace(' ', "");
    let number = |text: &str| text.parse::<i64>().ok();
    if let Some(rest) = text.strip_prefix(">=") {
        return Some(Range::AtLeast(number(rest)?));
    }
    if let Some(rest) = text.strip_prefix("<=") {
        return Some(Range::AtMost(number(rest)?));
    }
    // Beyond the last number that there is lies none.
    if let Some(rest) = text.strip_prefix('>') {
        return Some(Range::Above(number(rest).filter(|end| *end < i64::MAX)?));
    }
    if let Some(rest) = text.strip_prefix('<') {
        return Some(Range::Below(number(rest).filter(|end| *end > i64::MIN)?));
    }
    if let Some((from, to)) = text.split_once("..") {
        return Some(Range::Between(number(from)?, number(to)?));
    }
    number(&text).map(Range::Exactly)
}

#[cfg(test)]
mod tests {
    use super::parse_range;
    use crate::model::Range;

    #[test]
    fn ranges_as_people_write_them() {
        assert_eq!(parse_range("< 80"), Some(Range::Below(80)));
        assert_eq!(parse_range("<= 79"), Some(Range::AtMost(79)));
        assert_eq!(parse_range("“＞＝ ６０”"), Some(Range::AtLeast(60)));
        assert_eq!(parse_range("≥60"), Some(Range::AtLeast(60)));
        assert_eq!(parse_range("> 59"), Some(Range::Above(59)));
        assert_eq!(parse_range("60..79"), Some(Range::Between(60, 79)));
        assert_eq!(parse_range("80"), Some(Range::Exactly(80)));
        for wrong in [
            "",
            "八十",
            "< ",
            "60...79",
            "60-79",
            "> 9223372036854775807",
            "< -9223372036854775808",
        ] {
            assert_eq!(parse_range(wrong), None, "{wrong}");
        }
    }
}
