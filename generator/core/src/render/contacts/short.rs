//! Short numbers (12345, 96xxx, 110): by their form they could be any number, so the words around have to say that one calls them.

use super::phone::goes_on;

/// The length and the address of a short number at the beginning of `text`; `since` is what stands between the number
/// before it and this one.
pub(super) fn find(before: &str, text: &str, since: Option<&str>) -> Option<(usize, String)> {
    let length = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = &text[..length];
    let rest = &text[length..];
    if !is_short(number) || goes_on(rest) || counts(rest) || is_name(before) {
        return None;
    }
    let called = since.is_some_and(joins)
        || is_called(before, if length == 3 { 6 } else { 12 })
        || is_hotline(rest);
    called.then(|| (length, format!("tel:{number}")))
}

/// The forms of short numbers: emergencies, public services (12xxx), operators (10xxx), companies (95xxx) and provinces (96xxx).
fn is_short(number: &str) -> bool {
    let public = ["100", "123", "95", "96", "116", "118"];
    match number.len() {
        3 => matches!(number, "110" | "112" | "114" | "119" | "120" | "122"),
        5 => public.iter().any(|start| number.starts_with(start)),
        6 => number.starts_with("95") || number.starts_with("96"),
        _ => false,
    }
}

/// Whether the number counts something: `120 元`, `110 号`, `120 days`.
fn counts(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}', '多', '余']);
    let no_unit = ["号码", "人工", "个人", "天天"];
    let signs = "元万亿人户个件次份天年月岁秒米吨斤号％%℃度栋幢室楼层名位块张页字倍";
    let words = [
        "周岁", "小时", "分钟", "公里", "公斤", "公顷", "平方", "平米", "日内", "日前", "day",
        "month", "year", "yuan", "people", "person", "hour", "minute", "week", "km", "kg", "metre",
        "meter", "square", "percent", "cop", "times", "page",
    ];
    !no_unit.iter().any(|word| rest.starts_with(word))
        && (rest.starts_with(|c| signs.contains(c))
            || words.iter().any(|word| rest.starts_with(word)))
}

/// Whether the number is part of a name, as in 掌上12333.
fn is_name(before: &str) -> bool {
    before.ends_with("掌上") || before.ends_with('第') || before.ends_with("第 ")
}

/// Whether what stands before speaks of calling, within so many characters of the sentence.
fn is_called(before: &str, reach: usize) -> bool {
    let sentence = before
        .rsplit(['。', '；', '！', '？', ';', '!', '?', '\n'])
        .next()
        .unwrap_or_default();
    let skipped = sentence.chars().count().saturating_sub(reach);
    let near: String = sentence.chars().skip(skipped).collect();
    let near = near.to_lowercase();
    let words = [
        "拨", "致电", "电话", "热线", "来电", "电询", "咨询", "联系", "求助", "报警", "急救",
        "举报", "投诉", "客服", "call", "dial", "phone", "hotline", "tel",
    ];
    let verb = near.match_indices('打').any(|(at, verb)| {
        let next = near[at + verb.len()..].chars().next();
        !next.is_some_and(|c| "开印车字工卡分折听击扫算包架了".contains(c))
    });
    verb || words.iter().any(|word| near.contains(word))
}

/// Whether what follows says that the number is one to call.
fn is_hotline(rest: &str) -> bool {
    let clause = rest
        .trim_start_matches(' ')
        .split([
            '。', '；', '，', '、', '！', '？', '（', ',', ';', '.', '\n',
        ])
        .next()
        .unwrap_or_default();
    let near: String = clause.chars().take(10).collect();
    let near = near.to_lowercase();
    ["热线", "客服", "hotline"]
        .iter()
        .any(|word| near.contains(word))
        || [
            "电话", "平台", "报警", "火警", "急救", "求助", "投诉", "举报",
        ]
        .iter()
        .any(|word| near.starts_with(word))
}

/// Whether nothing but a joining word stands between two numbers, behind the extension of the first.
fn joins(between: &str) -> bool {
    let extension = between.trim_start().strip_prefix(['转', '-']);
    let between = extension.map_or(between, |rest| {
        rest.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit())
    });
    let words = ["或者", "或", "和", "及", "与", "or", "and"];
    let rest = between
        .trim()
        .trim_start_matches(['、', '，', '/', '／', ',', ' ']);
    rest.is_empty() || words.contains(&rest)
}
