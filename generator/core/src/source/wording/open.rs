//! Lists that go on where nobody sees it, and what was to be filled in.

use super::Found;
use crate::diagnostic::WordingFault;

/// What every end of a list has one of.
pub(super) const ENDS: [&[&str]; 2] = [&MORE, &PHRASES];

/// What makes a list go on.
const MORE: [&str; 8] = ["其他", "其它", "有关", "相关", "必要", "所需", "规定", "等"];
/// What may stand between that and what is wanted.
const BETWEEN: [&str; 8] = ["的", "要求", "部门", "需要", "有关", "相关", "身份", "证明"];
/// What is wanted.
const WANTED: [&str; 7] = ["材料", "证明", "证件", "资料", "文件", "凭证", "手续"];
/// Behind it: that nothing more is wanted, or that it is said elsewhere.
const NOT: [&str; 8] = [
    "不用",
    "不要",
    "不必",
    "都不",
    "一律不",
    "不再",
    "见",
    "就不",
];

/// Behind these 等 is no "and so on": 同等, 一等, 先等材料齐了.
const NO_MORE_BEHIND: &str =
    "同平相一二三初中高上下先再您请要就会在得我你他她能别不只也，。；：！？（(\n ";

/// Whole phrases of the same kind.
const PHRASES: [&str; 12] = [
    "视情况提供",
    "视情提供",
    "视具体情况提供",
    "视情况而定",
    "酌情提供",
    "根据情况提供",
    "具体要求以",
    "具体材料以",
    "具体材料请咨询",
    "具体材料咨询",
    "工作人员通知为准",
    "以通知为准",
];

/// 其他材料, 相关的证明, 等证件: a resident cannot know what to bring.
pub(super) fn ends(words: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for more in MORE {
        for (at, _) in words.match_indices(more) {
            if found.iter().any(|(range, _)| range.contains(&at)) {
                continue;
            }
            if let Some(end) = wanted(&words[at + more.len()..]) {
                let range = at..at + more.len() + end;
                let rest = &words[range.end..];
                if !NOT.iter().any(|not| rest.starts_with(not)) && is_open(more, words, at) {
                    let words = words[range.clone()].to_owned();
                    found.push((range, WordingFault::OpenEnd { words }));
                }
            }
        }
    }
    for phrase in PHRASES {
        if let Some(at) = words.find(phrase) {
            let words = phrase.to_owned();
            found.push((at..at + phrase.len(), WordingFault::OpenEnd { words }));
        }
    }
    // 等相关材料 is one, not 相关材料 as well.
    let ranges: Vec<_> = found.iter().map(|(range, _)| range.clone()).collect();
    found.retain(|(range, _)| {
        let mut others = ranges.iter();
        !others.any(|other| other != range && other.start <= range.start && range.end <= other.end)
    });
    found
}

/// Where what is wanted ends, if it stands at the beginning, or behind few words.
fn wanted(mut rest: &str) -> Option<usize> {
    let whole = rest.len();
    let mut end = None;
    loop {
        while let Some(word) = WANTED.iter().find(|word| rest.starts_with(**word)) {
            rest = &rest[word.len()..];
            end = Some(whole - rest.len());
        }
        if end.is_some() {
            return end;
        }
        let between = BETWEEN.iter().find(|word| rest.starts_with(**word))?;
        rest = &rest[between.len()..];
    }
}

/// 「两样材料等」 is no end, 「同等」 no 等; 「不规定」 no rule.
fn is_open(more: &str, words: &str, at: usize) -> bool {
    let before = words[..at].chars().next_back();
    match more {
        "等" => before.is_some_and(|before| !NO_MORE_BEHIND.contains(before)),
        "规定" => before != Some('不'),
        _ => true,
    }
}

/// Words that stand for others which somebody was to find out.
pub(super) const FILL_IN: [&str; 24] = [
    "待补充",
    "待填",
    "待定稿",
    "待完善",
    "此处填写",
    "请填写内容",
    "请填：",
    "please fill in",
    "TODO",
    "todo",
    "Todo",
    "TBD",
    "FIXME",
    "XXX",
    "×××",
    "某某",
    "，待定",
    "（待定",
    "待确认",
    "待核实",
    "【填写",
    "【请填",
    "___",
    "＿＿",
];

/// Words that lead to what stands on another paper, or in the row above of a table that is not there any more.
pub(super) const ELSEWHERE: [&str; 14] = [
    "同上",
    "详见附件",
    "见附件",
    "附件一",
    "附件1",
    "附件 1",
    "如下图",
    "见下图",
    "见附表",
    "下方二维码",
    "下面的二维码",
    "上方二维码",
    "右侧二维码",
    "左侧二维码",
];

/// 同上, 详见附件: only where nothing comes behind it, since a link may.
pub(super) fn elsewhere(words: &str) -> Vec<Found> {
    let ends = |rest: &str| {
        let next = rest.trim_start().chars().next();
        next.is_none_or(|next| "。，；！、）)".contains(next))
    };
    let found = ELSEWHERE.iter().find_map(|word| {
        let at = words.find(word)?;
        ends(&words[at + word.len()..]).then_some((at, *word))
    });
    let found = found.map(|(at, word)| {
        let words = word.to_owned();
        (at..at + word.len(), WordingFault::PointsNowhere { words })
    });
    found.into_iter().collect()
}

/// 待补充, TODO, XXX.
pub(super) fn placeholders(words: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for fill_in in FILL_IN {
        for (at, _) in words.match_indices(fill_in) {
            let range = at..at + fill_in.len();
            let is_word = |side: Option<char>| {
                side.is_some_and(|c| c.is_ascii_alphanumeric() && c != 'X' || c == '/' || c == '.')
            };
            let ascii = fill_in.is_ascii();
            let inside = is_word(words[..at].chars().next_back())
                || is_word(words[range.end..].chars().next());
            let known = found
                .iter()
                .any(|(other, _)| other.end >= range.start && other.start <= range.start);
            if !(known || ascii && inside) {
                let words = words[range.clone()].to_owned();
                found.push((range, WordingFault::Placeholder { words }));
            }
        }
    }
    found
}

/// Two stars that made nothing bold: they were not closed, or spaces stand inside them.
pub(super) fn stars(words: &str) -> Vec<Found> {
    let found = words.find("**").map(|at| {
        let range = at..at + "**".len();
        (range, WordingFault::StarsLeft)
    });
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{elsewhere, ends, placeholders};

    fn said(words: &str) -> Vec<&str> {
        ends(words).into_iter().map(|(at, _)| &words[at]).collect()
    }

    #[test]
    fn a_list_that_goes_on_is_found() {
        for (words, end) in [
            ("其他材料", "其他材料"),
            ("带身份证和其它有关证明材料。", "其它有关证明材料"),
            ("相关的证件", "相关的证件"),
            ("户口簿、身份证等材料", "等材料"),
            ("身份证等相关资料", "等相关资料"),
            ("有关部门要求的材料", "有关部门要求的材料"),
        ] {
            assert_eq!(said(words), [end], "{words}");
        }
        for words in [
            "其他材料不用带",
            "户口在其他区县",
            "等手续办完再来",
            "同等材料也行",
            "您先等材料审完，再来",
            "不着急。等材料齐了再来",
            "相关政策见街道公告",
            "带身份证",
        ] {
            assert!(said(words).is_empty(), "{words}: {:?}", said(words));
        }
    }

    #[test]
    fn what_is_said_elsewhere_is_found() {
        for words in ["同上", "详见附件。", "（见附表）"] {
            assert_eq!(elsewhere(words).len(), 1, "{words}");
        }
        for words in ["同上一级", "见附件里的表", "带身份证"] {
            assert!(elsewhere(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn what_was_to_be_filled_in_is_found() {
        for words in [
            "（待补充）",
            "（请填：谁决定）",
            "(please fill in: who decides)",
            "TODO：问街道",
            "电话 XXX",
            "某某街道",
            "每月 ××× 元",
        ] {
            assert_eq!(placeholders(words).len(), 1, "{words}");
        }
        for words in [
            "尺码 XXXL 以下",
            "补充材料",
            "https://example.cn/TODO.html",
            "mytodos",
        ] {
            assert!(placeholders(words).is_empty(), "{words}");
        }
    }
}
