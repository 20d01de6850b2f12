//! Words of a day: a guide stays on the wall, and what was so "this year" is not any more.

use super::Found;
use crate::diagnostic::WordingFault;

/// What becomes false by itself. 最晚今年 12 月 31 日 does not: it is meant of whatever year it is read in.
pub(super) const PASSING: [&str; 22] = [
    "今年的",
    "今年起",
    "从今年",
    "自今年",
    "明年的",
    "明年起",
    "从明年",
    "自明年",
    "去年的标准",
    "本月起",
    "自本月",
    "从本月",
    "从下月起",
    "自下月",
    "即日起",
    "近日",
    "日前，",
    "尚未公布",
    "还没有公布",
    "还没公布",
    "目前尚未",
    "暂未公布",
];

/// 今年的标准, 即日起.
pub(super) fn time(words: &str) -> Vec<Found> {
    let found = PASSING.iter().find_map(|word| {
        let at = words.find(word)?;
        Some((at..at + word.len(), (*word).to_owned()))
    });
    let found = found.map(|(at, words)| (at, WordingFault::PassingTime { words }));
    found.into_iter().collect()
}

/// `@所有人`, and the second at which somebody wrote in a group.
pub(super) fn chat(words: &str) -> Vec<Found> {
    let to_all = words.find("@所有人").map(|at| at..at + "@所有人".len());
    let found = to_all.or_else(|| {
        let mut stamps = words.match_indices(':').filter_map(|(at, _)| {
            let second = words.get(at + 1..at + 6)?;
            let clock = words.get(at.checked_sub(2)?..at + 6)?;
            let shape = |text: &str| {
                let figure = |c: char| if c.is_ascii_digit() { '0' } else { c };
                text.chars().map(figure).collect::<String>()
            };
            let day = words[..at - 2].trim_end();
            let dated = day.ends_with(|c: char| c.is_ascii_digit() || c == '日');
            (second.contains(':') && shape(clock) == "00:00:00" && dated).then_some(at - 2..at + 6)
        });
        stamps.next()
    });
    let found = found.map(|at| {
        let said = words[at.clone()].to_owned();
        (at, WordingFault::ChatLine { words: said })
    });
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{chat, time};

    #[test]
    fn what_passes_is_found() {
        for words in ["今年的标准还没有公布", "即日起，不再办理", "从明年涨"]
        {
            assert_eq!(time(words).len(), 1, "{words}");
        }
        for words in [
            "老人今年多大？",
            "最晚今年 12 月 31 日申请",
            "去年或前年申请过",
            "批准的下个月起发",
            "最近 12 个月的票据",
        ] {
            assert!(time(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn lines_of_a_chat_are_found() {
        for words in [
            "王主任 2026/11/20 09:15:33",
            "@所有人 材料见上",
            "11月20日 09:15:33 说",
        ] {
            assert_eq!(chat(words).len(), 1, "{words}");
        }
        for words in [
            "上午 09:00-12:00",
            "见 2026-11-20",
            "比例 1:2:3",
            "写信到 a@b.cn",
        ] {
            assert!(chat(words).is_empty(), "{words}");
        }
    }
}
