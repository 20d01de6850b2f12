//! Slips of the keyboard in words: signs twice, signs of English text, brackets that stay open, words with a wrong character.

use std::ops::Range;

use super::Found;
use crate::diagnostic::WordingFault;

/// Words with a wrong character, none of which stands inside right ones (as 到帐 does in 收到帐篷, or 身份正 in 身份正确).
pub(super) const MISSPELT: [(&str, &str); 8] = [
    ("身分证", "身份证"),
    ("身份証", "身份证"),
    ("户口薄", "户口簿"),
    ("残废证", "残疾证"),
    ("帐户", "账户"),
    ("帐号", "账号"),
    ("转帐", "转账"),
    ("登陆网", "登录网"),
];

/// The first of each.
pub(super) fn misspelt(words: &str) -> Vec<Found> {
    let found = MISSPELT.iter().filter_map(|(word, right)| {
        let at = words.find(word)?;
        let fault = WordingFault::Misspelt {
            word: (*word).to_owned(),
            mended: (*right).to_owned(),
        };
        Some((at..at + word.len(), fault))
    });
    found.collect()
}

/// Signs that end something, of which one is enough.
const ENDS: [char; 4] = ['。', '，', '、', '；'];
/// Signs of English text and those of Chinese.
const ENGLISH: [(char, char); 5] = [
    (',', '，'),
    (';', '；'),
    ('?', '？'),
    ('!', '！'),
    ('.', '。'),
];

fn is_han(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign)
}

/// The first sign that stands there twice, and the first one that belongs to English text. Addresses have signs of their own.
pub(super) fn signs(words: &str) -> Vec<Found> {
    let mut twice = None;
    let mut english = None;
    let mut in_address = false;
    let mut before = [(0, ' '); 2];
    for (at, sign) in words.char_indices() {
        in_address = !sign.is_whitespace() && (in_address || matches!(sign, '/' | '@'));
        let [(start, one), (middle, other)] = before;
        if ENDS.contains(&other) && ENDS.contains(&sign) {
            twice.get_or_insert((middle..at + sign.len_utf8(), sign.to_string()));
        }
        let right = ENGLISH.iter().find(|(english, _)| *english == other);
        if let Some((_, right)) = right.filter(|_| is_han(one) && is_han(sign) && !in_address) {
            let mended = format!("{one}{right}{sign}");
            english.get_or_insert((start..at + sign.len_utf8(), mended));
        }
        before = [(middle, other), (at, sign)];
    }
    let found = [twice, english].into_iter().flatten();
    let fault = |(at, mended): (Range<usize>, String)| {
        let words = words[at.clone()].to_owned();
        (at, WordingFault::SignSlip { words, mended })
    };
    found.map(fault).collect()
}

const PAIRS: [(char, char); 6] = [
    ('（', '）'),
    ('“', '”'),
    ('《', '》'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
];

/// The first sign that opens and is never closed. Those that close alone may stand behind a number: 1）.
pub(super) fn open_pairs(words: &str) -> Vec<Found> {
    let mut open: [Vec<usize>; PAIRS.len()] = Default::default();
    for (at, sign) in words.char_indices() {
        for ((begin, end), open) in PAIRS.iter().zip(&mut open) {
            if sign == *begin {
                open.push(at);
            } else if sign == *end {
                open.pop();
            }
        }
    }
    let left = PAIRS.iter().zip(&open);
    let left = left.filter_map(|(pair, open)| Some((*open.first()?, pair)));
    let found = left.min_by_key(|(at, _)| *at).map(|(at, (begin, end))| {
        let fault = WordingFault::PairOpen {
            sign: begin.to_string(),
            missing: end.to_string(),
        };
        (at..at + begin.len_utf8(), fault)
    });
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{misspelt, open_pairs, signs};

    #[test]
    fn signs_that_slipped() {
        for (words, mended) in [
            ("请带身份证。。", "。"),
            ("来办，，带身份证", "，"),
            ("来办，。", "。"),
            ("来办,请带身份证", "办，请"),
            ("身份证.津贴", "证。津"),
        ] {
            let found = signs(words);
            let said = format!("{found:?}");
            assert!(found.len() == 1 && said.contains(mended), "{words}: {said}");
        }
        for words in [
            "一共 1,300 元",
            "见 a.b",
            "等……再来",
            "3.5 元",
            "带身份证，来办。",
            "见 http://例子.中国/",
            "A,B",
        ] {
            assert!(signs(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn what_opens_is_closed() {
        for words in ["请带“身份证", "身份证（原件", "《办法", "（一（二）"] {
            assert_eq!(open_pairs(words).len(), 1, "{words}");
        }
        for words in [
            "“身份证”（原件）",
            "1）身份证",
            "（“甲”）",
            "甲（乙“丙”丁）",
        ] {
            assert!(open_pairs(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn wrong_characters() {
        assert_eq!(misspelt("带身分证、户口薄").len(), 2);
        assert!(misspelt("带身份证、户口簿，登录").is_empty());
    }
}
