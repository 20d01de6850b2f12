//! Numbers with decimals, digit for digit: a rule compares whole steps of the last decimal, and no rounding comes near it.

use std::cmp::Ordering;
use std::fmt;

/// The most decimals that a question asks for.
pub const MOST_DECIMALS: u32 = onetrip_widget::rules::limits::SCALE;

/// With so many decimals and 64 bits of steps, 128 bits hold any two numbers in the same steps.
const MOST: u32 = 18;

/// A number as people write it: `45.5`, `-3`, `80`. `45.50` is the same as `45.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// So many of the last decimal, which is no zero.
    steps: i64,
    decimals: u32,
}

/// The answers that a number question takes, in steps of its last decimal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// The smallest.
    pub min: i64,
    /// The largest.
    pub max: i64,
    /// How many decimals an answer may have; 0 for whole numbers.
    pub decimals: u32,
}

impl Decimal {
    /// So many steps, each of which is one of the last of these decimals: 455 with one is 45.5.
    pub fn of_steps(mut steps: i64, mut decimals: u32) -> Self {
        while decimals > 0 && steps % 10 == 0 {
            steps /= 10;
            decimals -= 1;
        }
        Self { steps, decimals }
    }

    /// A number in ordinary digits, with digits on both sides of its point; none where the text is something else (`1e3`, `.5`, `1,5`)
    /// or longer than any number that is asked for.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, rest) = match text.split_once('.') {
            Some((whole, rest)) => (whole, Some(rest)),
            None => (text, None),
        };
        let are_digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let size = whole.strip_prefix(['-', '+']).unwrap_or(whole);
        if !are_digits(size) || !rest.is_none_or(are_digits) {
            return None;
        }
        let rest = rest.unwrap_or_default().trim_end_matches('0');
        let steps = format!("{whole}{rest}").parse().ok()?;
        let decimals = u32::try_from(rest.len()).ok()?;
        (decimals <= MOST).then_some(Self { steps, decimals })
    }

    /// In steps of the last of these decimals; none where it is finer than that, or too large.
    pub fn steps(self, decimals: u32) -> Option<i64> {
        let finer = decimals.checked_sub(self.decimals)?;
        self.steps.checked_mul(10_i64.checked_pow(finer)?)
    }

    /// How many decimals it has.
    pub fn decimals(self) -> u32 {
        self.decimals
    }

    /// The part before the point.
    pub fn whole(self) -> i64 {
        (0..self.decimals).fold(self.steps, |steps, _| steps / 10)
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self::of_steps(number, 0)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = usize::try_from(self.decimals).unwrap_or_default();
        let digits = format!("{:0>1$}", self.steps.unsigned_abs(), places + 1);
        let (whole, rest) = digits.split_at(digits.len() - places);
        let sign = if self.steps < 0 { "-" } else { "" };
        let point = if rest.is_empty() { "" } else { "." };
        write!(out, "{sign}{whole}{point}{rest}")
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let most = self.decimals.max(other.decimals);
        let wide = |one: &Self| i128::from(one.steps) * 10_i128.pow(most - one.decimals);
        wide(self).cmp(&wide(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Limits {
    /// Whether so many steps are an answer.
    pub fn contains(self, steps: i64) -> bool {
        (self.min..=self.max).contains(&steps)
    }

    /// An answer as people write it.
    pub fn number(self, steps: i64) -> Decimal {
        Decimal::of_steps(steps, self.decimals)
    }

    /// The steps of a number that is an answer.
    pub fn take(self, number: Decimal) -> Option<i64> {
        number
            .steps(self.decimals)
            .filter(|steps| self.contains(*steps))
    }

    /// The answer that is nearest to a number.
    pub fn nearest(self, number: Decimal) -> Decimal {
        let near = number
            .steps(self.decimals)
            .or_else(|| number.whole().checked_mul(10_i64.pow(self.decimals)));
        self.number(near.unwrap_or(self.max).clamp(self.min, self.max))
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Limits};

    fn said(text: &str) -> Option<String> {
        Decimal::parse(text).map(|number| number.to_string())
    }

    #[test]
    fn numbers_are_read_digit_for_digit() {
        for (text, same) in [
            ("45.5", "45.5"),
            ("45.50", "45.5"),
            ("45.0", "45"),
            ("0.05", "0.05"),
            ("-0.05", "-0.05"),
            ("-12", "-12"),
            ("+3.10", "3.1"),
            ("007.5", "7.5"),
            ("0", "0"),
            ("-0.0", "0"),
            ("100", "100"),
            ("9223372036854775807", "9223372036854775807"),
        ] {
            assert_eq!(said(text).as_deref(), Some(same), "{text}");
        }
        for text in [
            "",
            "-",
            ".",
            ".5",
            "5.",
            "1e3",
            "1,5",
            "4.5.5",
            "45.-5",
            " 5",
            "０",
            "--5",
            "0x10",
            "1_000",
            "inf",
            "NaN",
            "9223372036854775808",
            "99999999999999999.99",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }

    #[test]
    fn steps_are_whole_or_none() {
        let steps = |text: &str, decimals| Decimal::parse(text).and_then(|one| one.steps(decimals));
        assert_eq!(steps("45.5", 1), Some(455));
        assert_eq!(steps("45.5", 3), Some(45_500));
        assert_eq!(steps("45.50", 1), Some(455));
        assert_eq!(steps("45.5", 0), None);
        assert_eq!(steps("-0.5", 1), Some(-5));
        assert_eq!(steps("9223372036854775807", 1), None);
    }

    #[test]
    fn numbers_are_ordered_by_size() {
        let sorted = [
            "-45.5", "-45.05", "-1", "0.05", "0.5", "4.55", "45", "45.05", "45.5", "455",
        ];
        let mut numbers: Vec<Decimal> = sorted
            .iter()
            .filter_map(|text| Decimal::parse(text))
            .collect();
        numbers.reverse();
        numbers.sort();
        let again: Vec<String> = numbers.iter().map(Decimal::to_string).collect();
        assert_eq!(again, sorted);
    }

    #[test]
    fn the_nearest_answer_is_one() {
        let limits = Limits {
            min: 5,
            max: 5000,
            decimals: 1,
        };
        let nearest = |text: &str| Decimal::parse(text).map(|one| limits.nearest(one).to_string());
        assert_eq!(nearest("45.5").as_deref(), Some("45.5"));
        assert_eq!(nearest("45.55").as_deref(), Some("45"));
        assert_eq!(nearest("0").as_deref(), Some("0.5"));
        assert_eq!(nearest("9000").as_deref(), Some("500"));
    }
}
