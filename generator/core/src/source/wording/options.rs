//! Options that are ranges of numbers: 60 岁以下, 60 岁以上.

use crate::diagnostic::WordingFault;

/// A range of whole numbers of something, ends included.
struct Range<'a> {
    from: i64,
    to: i64,
    unit: &'a str,
}

/// The first two options that are both right for some number.
pub(super) fn overlap(names: &[String]) -> Option<WordingFault> {
    let ranges: Vec<(&String, Range<'_>)> = names
        .iter()
        .filter_map(|name| Some((name, range(name)?)))
        .collect();
    ranges.iter().enumerate().find_map(|(at, (first, one))| {
        ranges[..at].iter().find_map(|(before, other)| {
            let (from, to) = (one.from.max(other.from), one.to.min(other.to));
            (one.unit == other.unit && from <= to).then(|| WordingFault::OptionsOverlap {
                first: (*before).clone(),
                second: (*first).clone(),
                number: format!("{} {}", if from == i64::MIN { to } else { from }, one.unit)
                    .trim()
                    .to_owned(),
            })
        })
    })
}

/// Reads a whole name as a range: 以上 and 以下 include the number, 不满 and 超过 do not (民法典 §1259).
fn range(name: &str) -> Option<Range<'_>> {
    let (name, without) = match name.split_once(['（', '(']) {
        Some((name, rest)) if rest.starts_with("不含") => (name, 1),
        Some((name, rest)) if rest.starts_with('含') => (name, 0),
        Some(_) => return None,
        None => (name, 0),
    };
    let name = name.trim();
    let before = ["不满", "未满", "满", "超过", "大于", "小于"];
    let before = before.into_iter().find(|word| name.starts_with(word));
    let (number, rest) = number(name[before.map_or(0, str::len)..].trim_start())?;
    let all = |from, to, unit| Some(Range { from, to, unit });
    let behind = |words: &[&str]| words.iter().find_map(|word| rest.strip_suffix(word));
    if let Some(unit) = behind(&["及以上", "以上"]) {
        let beyond = i64::from(before == Some("超过")).max(without);
        return all(number.saturating_add(beyond), i64::MAX, unit.trim());
    }
    if let Some(unit) = behind(&["及以下", "以下", "以内"]) {
        return all(i64::MIN, number.saturating_sub(without), unit.trim());
    }
    match before {
        Some("不满" | "未满" | "小于") => {
            return all(i64::MIN, number.saturating_sub(1), rest.trim());
        }
        Some("超过" | "大于") => return all(number.saturating_add(1), i64::MAX, rest.trim()),
        Some("满") => return all(number, i64::MAX, rest.trim()),
        _ => {}
    }
    let (_, second) = rest.split_once(['到', '至', '-', '～', '~', '—'])?;
    let (last, unit) = self::number(second.trim_start())?;
    all(number, last, unit.trim())
}

fn number(text: &str) -> Option<(i64, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::overlap;

    #[test]
    fn two_options_for_one_number() {
        let said = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            overlap(&names).is_some()
        };
        for names in [
            &["60 岁以下", "60 岁以上"][..],
            &["不满 60 岁", "60 到 70 岁", "70 岁及以上"],
            &["3 个以内", "3 个以上"],
            &["18～60 岁", "60-80 岁"],
        ] {
            assert!(said(names), "{names:?}");
        }
        for names in [
            &["不满 60 岁", "满 60 岁"][..],
            &["60 岁以下（不含 60）", "60 岁以上"],
            &["60 岁以下", "60 天以上"],
            &["本区", "外地"],
            &["18 到 59 岁", "60 到 79 岁", "80 岁以上"],
            &["一级", "二级"],
        ] {
            assert!(!said(names), "{names:?}");
        }
    }
}
