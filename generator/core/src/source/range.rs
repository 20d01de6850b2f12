//! Ranges of numbers as people write them.

use std::cell::RefCell;

use super::text;
use crate::diagnostic::{At, Place};
use crate::model::{Decimal, Range, names_in};

/// What stands for a local fact while a range is taken apart.
const FACT: char = '\u{1}';

/// An end of a range as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A number.
    Number(Decimal),
    /// What this local fact says.
    Fact(At<String>),
}

/// `< 80`, `>= 60`, `60..79`, `45.5`, and `{{name}}` for any of the numbers; full-width forms, `≥`, `≤` and quotation marks typed by habit
/// are understood. `place`: of the condition; the facts are told at it.
pub(super) fn parse_range(written: &str, place: &Place) -> Option<Range<End>> {
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
            return Decimal::parse(text).map(End::Number);
        }
        let (_, name) = facts.borrow_mut().next()?;
        let place = place.clone();
        (!name.is_empty()).then(|| {
            End::Fact(At {
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
        let end = end(rest).filter(|end| *end != End::Number(i64::MAX.into()))?;
        return Some(Range::Above(end));
    }
    if let Some(rest) = bare.strip_prefix('<') {
        let end = end(rest).filter(|end| *end != End::Number(i64::MIN.into()))?;
        return Some(Range::Below(end));
    }
    if let Some((from, to)) = bare.split_once("..") {
        return Some(Range::Between(end(from)?, end(to)?));
    }
    end(&bare).map(Range::Exactly)
}

#[cfg(test)]
mod tests {
    use super::{End, parse_range};
    use crate::diagnostic::{At, Place};
    use crate::model::{Decimal, Range};

    fn parsed(written: &str) -> Option<Range<End>> {
        parse_range(written, &Place::file("a.md"))
    }

    /// The range where every fact is 5, in hundredths.
    fn hundredths(written: &str) -> Option<Range> {
        parsed(written)?.try_map(|end| match end {
            End::Number(number) => number.steps(2),
            End::Fact(_) => Some(500),
        })
    }

    /// The range where every fact is 5.
    fn numbers(written: &str) -> Option<Range> {
        hundredths(written)?.try_map(|number| Decimal::of_steps(*number, 2).steps(0))
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
            ".5",
            "< 5.",
            "1e3",
            "45,5",
            "45，5",
            "< {{a}}.5",
        ] {
            assert_eq!(parsed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn decimals_as_people_write_them() {
        assert_eq!(hundredths("< 45.5"), Some(Range::Below(4550)));
        assert_eq!(hundredths("＜ ４５．５"), Some(Range::Below(4550)));
        assert_eq!(hundredths("10.50..45.25"), Some(Range::Between(1050, 4525)));
        assert_eq!(hundredths("{{a}}..45.5"), Some(Range::Between(500, 4550)));
        assert_eq!(hundredths("-0.5"), Some(Range::Exactly(-50)));
        assert_eq!(hundredths("45.555"), None);
    }

    #[test]
    fn a_local_fact_stands_for_a_number() {
        assert_eq!(numbers("< {{起领年龄}}"), Some(Range::Below(5)));
        assert_eq!(numbers("≥｛｛ 起领 年龄 ｝｝"), Some(Range::AtLeast(5)));
        assert_eq!(numbers("{{a}}..89"), Some(Range::Between(5, 89)));
        let fact = |name: &str| {
            End::Fact(At {
                value: name.to_owned(),
                place: Place::file("a.md"),
            })
        };
        let between = Range::Between(fact("a"), fact("b c"));
        assert_eq!(parsed("{{a}}..{{b c}}"), Some(between));
    }
}
