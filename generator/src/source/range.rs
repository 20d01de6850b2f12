//! Ranges of numbers as people write them.

use std::cell::RefCell;

use super::text;
use crate::diagnostic::{At, Place};
use crate::model::{Bound, Range, names_in};

/// What stands for a local fact while a range is taken apart.
const FACT: char = '\u{1}';

/// `< 80`, `>= 60`, `60..79`, `80`, and `{{name}}` for any of the numbers; full-width forms, `≥`, `≤` and quotation marks typed by habit
/// are understood. `place`: of the condition; the facts are told at it.
pub(super) fn parse_range(written: &str, place: &Place) -> Option<Range<Bound>> {
    let narrow = text::name(written);
    let named: Vec<_> = names_in(&narrow).collect();
    let mut bare = narrow.clone();
    for (range, _) in named.iter().rev() {
        bare.replace_range(range.clone(), &FACT.to_string());
    }
    let bare = bare.replace('≥', ">=").replace('≤', "<=").replace(' ', "");
    let facts = RefCell::new(named.iter());
    let end = |text: &str| {
        if text != FACT.to_string() {
            return text.parse().ok().map(Bound::Number);
        }
        let (_, name) = facts.borrow_mut().next()?;
        let place = place.clone();
        (!name.is_empty()).then(|| {
            Bound::Fact(At {
                value: (*name).to_owned(),
                place,
            })
        })
    };
    if let Some(rest) = bare.strip_prefix(">=") {
        return Some(Range::AtLeast(end(rest)?));
    }
    if let Some(rest) = bare.strip_prefix("<=") {
        return Some(Range::AtMost(end(rest)?));
    }
    // Beyond the last number that there is lies none.
    if let Some(rest) = bare.strip_prefix('>') {
        let end = end(rest).filter(|end| *end != Bound::Number(i64::MAX))?;
        return Some(Range::Above(end));
    }
    if let Some(rest) = bare.strip_prefix('<') {
        let end = end(rest).filter(|end| *end != Bound::Number(i64::MIN))?;
        return Some(Range::Below(end));
    }
    if let Some((from, to)) = bare.split_once("..") {
        return Some(Range::Between(end(from)?, end(to)?));
    }
    end(&bare).map(Range::Exactly)
}

#[cfg(test)]
mod tests {
    use super::parse_range;
    use crate::diagnostic::{At, Place};
    use crate::model::{Bound, Range};

    fn parsed(written: &str) -> Option<Range<Bound>> {
        parse_range(written, &Place::file("a.md"))
    }

    /// The range where every fact is 5.
    fn numbers(written: &str) -> Option<Range> {
        parsed(written)?.try_map(|bound| {
            Some(match bound {
                Bound::Number(number) => *number,
                Bound::Fact(_) => 5,
            })
        })
    }

    #[test]
    fn ranges_as_people_write_them() {
        assert_eq!(numbers("< 80"), Some(Range::Below(80)));
        assert_eq!(numbers("<= 79"), Some(Range::AtMost(79)));
        assert_eq!(numbers("“＞＝ ６０”"), Some(Range::AtLeast(60)));
        assert_eq!(numbers("≥60"), Some(Range::AtLeast(60)));
        assert_eq!(numbers("> 59"), Some(Range::Above(59)));
        assert_eq!(numbers("60..79"), Some(Range::Between(60, 79)));
        assert_eq!(numbers("80"), Some(Range::Exactly(80)));
        for wrong in [
            "",
            "八十",
            "< ",
            "60...79",
            "60-79",
            "> 9223372036854775807",
            "< -9223372036854775808",
            "< {{}}",
            "< {{a}}0",
            "{{a}} 岁",
            "{{a}}{{b}}",
        ] {
            assert_eq!(parsed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_local_fact_stands_for_a_number() {
        assert_eq!(numbers("< {{起领年龄}}"), Some(Range::Below(5)));
        assert_eq!(numbers("≥｛｛ 起领 年龄 ｝｝"), Some(Range::AtLeast(5)));
        assert_eq!(numbers("{{a}}..89"), Some(Range::Between(5, 89)));
        let fact = |name: &str| {
            Bound::Fact(At {
                value: name.to_owned(),
                place: Place::file("a.md"),
            })
        };
        let between = Range::Between(fact("a"), fact("b c"));
        assert_eq!(parsed("{{a}}..{{b c}}"), Some(between));
    }
}
