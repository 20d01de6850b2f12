//! What words say of facts that a guide's front matter says too: the days promised, and that only the person may come.

use std::ops::Range;

/// A fact of the front matter, told in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// So many days are promised.
    Promised(u32),
    /// In these words: only the person may come.
    InPerson(String),
}

/// That nobody else may come.
const IN_PERSON: [&str; 8] = [
    "必须本人",
    "须本人",
    "需本人",
    "要本人亲自",
    "本人亲自",
    "只能本人",
    "不能代办",
    "不得代办",
];

/// What makes a sentence hold in some situations alone.
const SOMETIMES: [&str; 8] = [
    "如果", "要是", "的话", "的，", "时，", "除外", "例外", "除非",
];

/// What stands behind a number of days.
const DAYS: [&str; 5] = ["个工作日", "工作日", "个自然日", "天", "日"];
/// So far behind 承诺 its number stands.
const NEAR: usize = 8;

/// What these words say, each with its bytes there.
pub fn claims(words: &str) -> Vec<(Range<usize>, Claim)> {
    let mut found = Vec::new();
    let mut start = 0;
    for sentence in words.split_inclusive(['。', '！', '？', '；', '\n']) {
        let place = |at: Range<usize>| start + at.start..start + at.end;
        if let Some((at, days)) = promised(sentence) {
            found.push((place(at), Claim::Promised(days)));
        }
        if let Some(at) = in_person(sentence) {
            let said = sentence[at.clone()].to_owned();
            found.push((place(at), Claim::InPerson(said)));
        }
        start += sentence.len();
    }
    found
}

/// 我们承诺 10 个工作日: nothing but a few words stands between.
fn promised(sentence: &str) -> Option<(Range<usize>, u32)> {
    let word = "承诺";
    let start = sentence.find(word)?;
    let rest = &sentence[start + word.len()..];
    let before = rest.find(|c: char| c.is_ascii_digit())?;
    let between = &rest[..before];
    let plain = |c: char| c.is_alphabetic() || c == ' ' || c == '：';
    if between.chars().count() > NEAR || !between.chars().all(plain) {
        return None;
    }
    let figures = &rest[before..];
    let length = figures.find(|c: char| !c.is_ascii_digit())?;
    let days = figures[..length].parse().ok()?;
    let behind = &figures[length..];
    let unit = behind.trim_start_matches(' ');
    let of_days = DAYS.iter().find(|one| unit.starts_with(**one))?;
    let end = start + word.len() + before + length + (behind.len() - unit.len()) + of_days.len();
    Some((start..end, days))
}

/// 必须本人到场: said of everybody.
fn in_person(sentence: &str) -> Option<Range<usize>> {
    if SOMETIMES.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let found = IN_PERSON
        .iter()
        .find_map(|word| Some((sentence.find(word)?, word.len())));
    found.map(|(at, length)| at..at + length)
}

#[cfg(test)]
mod tests {
    use super::{Claim, claims};

    #[test]
    fn days_that_are_promised() {
        let said = |words: &str| -> Vec<(String, Claim)> {
            let found = claims(words).into_iter();
            found
                .map(|(at, claim)| (words[at].to_owned(), claim))
                .collect()
        };
        assert_eq!(
            said("法定 20 天，我们承诺 10 个工作日。我们的承诺是 15 天"),
            [
                ("承诺 10 个工作日".into(), Claim::Promised(10)),
                ("承诺是 15 天".into(), Claim::Promised(15)),
            ]
        );
        for words in [
            "写在承诺书里，一共 3 份。",
            "承诺天数为示例，以窗口为准。",
            "签了承诺书，30 天里补来。",
            "我们承诺办好",
        ] {
            assert!(said(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn nobody_else_may_come() {
        let said = |words: &str| {
            let found = claims(words).into_iter();
            found.filter(|(_, claim)| matches!(claim, Claim::InPerson(_)))
        };
        assert_eq!(said("须老人本人亲自到窗口办理。").count(), 1);
        assert_eq!(said("不能代办。要是走不动，我们上门。").count(), 1);
        for words in [
            "要是办卡，须本人到银行。",
            "头一次领的，必须本人来。",
            "本人来，家里人来，都行。",
        ] {
            assert_eq!(said(words).count(), 0, "{words}");
        }
    }
}
