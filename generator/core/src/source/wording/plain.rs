//! Words of offices that have a plain form.

use super::Found;
use crate::diagnostic::WordingFault;

/// The office's word and the plain one.
pub(super) const PLAIN: [(&str, &str); 26] = [
    ("有效身份证件", "身份证"),
    ("法定代理人", "监护人"),
    ("户籍所在地", "户口所在地"),
    ("办理完毕", "办好"),
    ("予以受理", "收下来办"),
    ("不予受理", "不收"),
    ("予以", "给"),
    ("不予", "不给"),
    ("方可", "才能"),
    ("均可", "都可以"),
    ("均需", "都要"),
    ("均须", "都要"),
    ("如需", "要"),
    ("上述", "上面说的"),
    ("逾期", "过了日子"),
    ("届时", "到时候"),
    ("携带", "带"),
    ("前往", "去"),
    ("缴纳", "交"),
    ("知悉", "知道"),
    ("配偶", "丈夫或妻子"),
    ("之日起", "那天起"),
    ("须持", "要带"),
    ("须于", "要在"),
    ("如实填报", "照实填"),
    ("是否属于", "是不是"),
];

/// Behind these it is a part of other words: 地方可以, 人均可支配收入.
const NO_WORD_BEHIND: [char; 4] = ['地', '人', '对', '双'];

/// The first of each.
pub(super) fn words(words: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (word, plain) in PLAIN {
        let is_word = |at: &usize| !words[..*at].ends_with(NO_WORD_BEHIND);
        let mut places = words.match_indices(word).map(|(at, _)| at);
        if let Some(at) = places.find(is_word)
            && !found.iter().any(|(other, _)| other.contains(&at))
        {
            let fault = WordingFault::OfficeWord {
                word: word.to_owned(),
                plain: plain.to_owned(),
            };
            found.push((at..at + word.len(), fault));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_word_is_no_part_of_others() {
        assert_eq!(words("本人到场方可办理，逾期不予受理。").len(), 3);
        for plain in [
            "有的地方可以接着领",
            "人均可支配收入",
            "双方可以一起来",
            "带身份证来",
        ] {
            assert!(words(plain).is_empty(), "{plain}");
        }
    }
}
