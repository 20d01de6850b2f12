//! Names of files and codes that are proposed.

use std::collections::BTreeSet;

use pinyin::ToPinyin;

/// The text in small letters, as it is read, for a file's name: 高龄津贴 → gao-ling-jin-tie. Signs part words.
pub fn ascii_name(text: &str) -> String {
    let mut words: Vec<String> = vec![String::new()];
    let mut was_chinese = false;
    for c in text.chars() {
        let read = c.to_pinyin();
        let is_plain = c.is_ascii_alphanumeric();
        if (read.is_some() || was_chinese || !is_plain)
            && words.last().is_some_and(|word| !word.is_empty())
        {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            match read {
                Some(read) => word.push_str(&read.plain().replace('ü', "v")),
                None if is_plain => word.push(c.to_ascii_lowercase()),
                None => {}
            }
        }
        was_chinese = read.is_some();
    }
    words.retain(|word| !word.is_empty());
    words.join("-")
}

/// A code that is not taken: the letter that most of `neighbours` begin with, and the next number behind theirs.
pub fn free_code(taken: &BTreeSet<String>, neighbours: &[String]) -> String {
    let first = |code: &String| code.chars().next().filter(char::is_ascii_lowercase);
    let letters: Vec<char> = neighbours.iter().filter_map(first).collect();
    let count = |letter: char| letters.iter().filter(|one| **one == letter).count();
    let best = letters
        .iter()
        .copied()
        .max_by_key(|letter| (count(*letter), std::cmp::Reverse(*letter)));
    let others = ('a'..='z').filter(|letter| Some(*letter) != best);
    let unused = |letter: &char| !taken.iter().any(|code| code.starts_with(*letter));
    // Without neighbours a letter of its own.
    let letters = best
        .into_iter()
        .chain(others.clone().filter(unused))
        .chain(others);
    for letter in letters {
        for number in 1..100 {
            let code = format!("{letter}{number:02}");
            if !taken.contains(&code) {
                return code;
            }
        }
    }
    // More than 2,500 codes: nobody has them.
    String::new()
}

#[cfg(test)]
mod tests {
    use super::{ascii_name, free_code};

    #[test]
    fn names_are_read_as_they_are_spoken() {
        for (text, name) in [
            ("高龄津贴", "gao-ling-jin-tie"),
            ("女性“两癌”筛查", "nv-xing-liang-ai-shai-cha"),
            ("65 岁 e 通卡", "65-sui-e-tong-ka"),
            ("Old age", "old-age"),
            ("！？", ""),
        ] {
            assert_eq!(ascii_name(text), name, "{text}");
        }
    }

    #[test]
    fn a_code_is_proposed_once() {
        let codes = |all: &str| {
            all.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let taken = codes("a01 a02 b01 a03").into_iter().collect();
        assert_eq!(free_code(&taken, &codes("a01 a02")), "a04");
        assert_eq!(free_code(&taken, &[]), "c01");
        assert_eq!(free_code(&codes("").into_iter().collect(), &[]), "a01");
    }
}
