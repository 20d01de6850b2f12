//! Numbers of people that do not belong on a wall.

use std::ops::Range;

use super::Found;
use crate::diagnostic::WordingFault;
use crate::source::text::narrow;

/// Runs of figures, with an X at the end, each with its bytes there; full-width ones are told as ordinary ones.
fn runs(words: &str) -> Vec<(Range<usize>, String)> {
    let is_part = |c: char| is_figure(c) || matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ');
    let mut runs = Vec::new();
    let mut rest = 0;
    while let Some(start) = words[rest..].find(is_figure).map(|at| rest + at) {
        let length = words[start..].find(|c| !is_part(c));
        rest = length.map_or(words.len(), |length| start + length);
        runs.push((start..rest, narrow(&words[start..rest])));
    }
    runs
}

/// The parts of a number that is written in parts.
const MOST_PARTS: usize = 5;

fn is_figure(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// Runs, and those that stand together with one sign between them: 138-0000-1234, 6222 0212 3456 7890.
fn joined(words: &str) -> Vec<(Range<usize>, String)> {
    let single = runs(words);
    let mut all = single.clone();
    for (at, (first, figures)) in single.iter().enumerate() {
        let (mut range, mut figures) = (first.clone(), figures.clone());
        for (next, more) in single[at + 1..].iter().take(MOST_PARTS - 1) {
            if !matches!(&words[range.end..next.start], " " | "-" | "\u{a0}") {
                break;
            }
            range.end = next.end;
            figures.push_str(more);
            all.push((range.clone(), figures.clone()));
        }
    }
    all
}

/// The number of an identity card: 18 signs, the last of which follows from the others (GB 11643).
pub(super) fn identity(words: &str) -> Vec<Found> {
    let runs = joined(words).into_iter();
    runs.filter(|(_, run)| is_identity(run))
        .map(|(at, run)| {
            let number = format!("{}…{}", &run[..6], &run[14..]);
            (at, WordingFault::IdentityNumber { number })
        })
        .collect()
}

fn is_identity(run: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    if run.len() != 18 {
        return false;
    }
    let digits: Option<Vec<u32>> = run[..17].chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits else {
        return false;
    };
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = b"10X98765432"[(sum % 11) as usize];
    run.as_bytes()[17].to_ascii_uppercase() == check
}

/// A mobile number. In a text it is most likely somebody's own.
pub(super) fn mobile(words: &str) -> Vec<Found> {
    let runs = joined(words).into_iter();
    runs.filter(|(_, run)| is_mobile(run))
        .map(|(at, number)| (at, WordingFault::MobileNumber { number }))
        .collect()
}

/// The number of a bank card: UnionPay's begin with 62, and the last figure follows from the others (ISO/IEC 7812).
pub(super) fn bank(words: &str) -> Vec<Found> {
    let runs = joined(words).into_iter();
    runs.filter(|(_, run)| is_bank(run))
        .map(|(at, run)| {
            let number = format!("{}…{}", &run[..6], &run[run.len() - 4..]);
            (at, WordingFault::BankNumber { number })
        })
        .collect()
}

fn is_bank(run: &str) -> bool {
    let digits: Option<Vec<u32>> = run.chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| (16..=19).contains(&digits.len())) else {
        return false;
    };
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let weighed = digits.iter().rev().enumerate();
    let sum: u32 = weighed
        .map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    // One with nothing but zeros at its end is an example.
    run.starts_with("62") && !run.ends_with("000000") && sum.is_multiple_of(10)
}

/// A mobile number of mainland China: eleven digits from 13 to 19.
pub(in crate::source) fn is_mobile(phone: &str) -> bool {
    let digits: String = narrow(phone).chars().filter(char::is_ascii_digit).collect();
    let national = digits
        .strip_prefix("86")
        .filter(|rest| rest.len() == 11)
        .unwrap_or(&digits);
    let mut start = national.chars();
    national.len() == 11
        && start.next() == Some('1')
        && start.next().is_some_and(|c| ('3'..='9').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::{bank, identity, mobile};

    #[test]
    fn numbers_of_people_are_found() {
        // Made up; its last sign follows from the others.
        assert_eq!(identity("像 110101194603010017 这样").len(), 0);
        let valid = (0..=9).map(|last| format!("11010119460301001{last}"));
        let valid: Vec<_> = valid.chain(["11010119460301001X".to_owned()]).collect();
        let found = valid.iter().filter(|number| !identity(number).is_empty());
        assert_eq!(found.count(), 1, "one last sign is right");
        assert_eq!(mobile("打 13900001234 找小王").len(), 1);
        assert_eq!(mobile("打 139-0000-1234 找小王").len(), 1);
        assert_eq!(mobile("2026-11-25 13900001234").len(), 1);
        let cards = (0..=9).map(|last| format!("卡号 6222 0212 3456 789{last}"));
        assert_eq!(cards.filter(|card| !bank(card).is_empty()).count(), 1);
        for words in [
            "0354-5550101",
            "12345",
            "2026 年 11 月 25 日",
            "20261125001",
            "10086",
            "139000012345",
        ] {
            assert!(
                mobile(words).is_empty() && identity(words).is_empty(),
                "{words}"
            );
        }
    }

    #[test]
    fn figures_of_full_width_are_figures() {
        let words = "打 １３９００００１２３４ 找小王";
        let found = mobile(words);
        assert_eq!(&words[found[0].0.clone()], "１３９００００１２３４");
    }
}
