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

fn is_figure(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// Whether some number in words can be called: the shortest have three figures (110). A local fact may say one.
pub(super) fn has_any(words: &str) -> bool {
    let mut runs = runs(words).into_iter();
    words.contains("{{") || words.contains("｛｛") || runs.any(|(_, run)| run.len() >= 3)
}

/// The number of an identity card: 18 signs, the last of which follows from the others (GB 11643).
pub(super) fn identity(words: &str) -> Vec<Found> {
    let runs = runs(words).into_iter();
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
    let runs = runs(words).into_iter();
    runs.filter(|(_, run)| is_mobile(run))
        .map(|(at, number)| (at, WordingFault::MobileNumber { number }))
        .collect()
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
    use super::{has_any, identity, mobile};

    #[test]
    fn numbers_of_people_are_found() {
        // Made up; its last sign follows from the others.
        assert_eq!(identity("像 110101194603010017 这样").len(), 0);
        let valid = (0..=9).map(|last| format!("11010119460301001{last}"));
        let valid: Vec<_> = valid.chain(["11010119460301001X".to_owned()]).collect();
        let found = valid.iter().filter(|number| !identity(number).is_empty());
        assert_eq!(found.count(), 1, "one last sign is right");
        assert_eq!(mobile("打 13900001234 找小王").len(), 1);
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
        assert!(has_any("０３５４-５５５０１０１") && has_any("转 １１０"));
        assert!(!has_any("见 ２ 楼"));
        let words = "打 １３９００００１２３４ 找小王";
        let found = mobile(words);
        assert_eq!(&words[found[0].0.clone()], "１３９００００１２３４");
    }
}
