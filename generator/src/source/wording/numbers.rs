//! Numbers of people that do not belong on a wall.

use super::Found;
use crate::diagnostic::WordingFault;

/// Runs of figures, with an X at the end, each with its bytes.
fn runs(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let is_part = |c: char| c.is_ascii_digit() || c == 'X' || c == 'x';
        let start = rest + words[rest..].find(|c: char| c.is_ascii_digit())?;
        let length = words[start..].find(|c| !is_part(c));
        let end = length.map_or(words.len(), |length| start + length);
        rest = end;
        Some((start, &words[start..end]))
    })
}

/// Whether some number in words can be called: the shortest have three figures (110). A local fact may say one.
pub(super) fn has_any(words: &str) -> bool {
    words.contains("{{") || words.contains("｛｛") || runs(words).any(|(_, run)| run.len() >= 3)
}

/// The number of an identity card: 18 signs, the last of which follows from the others (GB 11643).
pub(super) fn identity(words: &str) -> Vec<Found> {
    runs(words)
        .filter(|(_, run)| is_identity(run))
        .map(|(at, run)| {
            let number = format!("{}…{}", &run[..6], &run[14..]);
            (at..at + run.len(), WordingFault::IdentityNumber { number })
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
    let is_mobile = |run: &str| {
        run.len() == 11
            && run.starts_with('1')
            && !run.starts_with("10")
            && !run.starts_with("11")
            && !run.starts_with("12")
    };
    runs(words)
        .filter(|(_, run)| is_mobile(run))
        .map(|(at, run)| {
            let number = run.to_owned();
            (at..at + run.len(), WordingFault::MobileNumber { number })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{identity, mobile};

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
}
