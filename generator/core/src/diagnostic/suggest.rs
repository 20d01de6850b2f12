//! "Did you mean": the nearest of a list of names, and never the contrary of what was typed.

/// The name among `known` that differs from `typed` in the fewest characters, where it is near enough to be meant.
///
/// Near means: at most a third of the longer name's characters changed (at least one), or, for names that
/// share no spelling but contain each other, the containing one (户口 → 户口簿). Of 非本区 the name 本区 is the contrary.
pub fn closest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let negates = negates(typed);
    let typed: Vec<char> = typed.chars().collect();
    if typed.is_empty() {
        return None;
    }
    known
        .into_iter()
        .filter(|name| self::negates(name) == negates)
        .filter_map(|name| {
            let chars: Vec<char> = name.chars().collect();
            let distance = distance(&typed, &chars);
            let allowed = (typed.len().max(chars.len()) / 3).max(1);
            let contained = typed.len() > 1
                && chars.len() > 1
                && (contains(&chars, &typed) || contains(&typed, &chars));
            (distance <= allowed && distance < chars.len() || contained).then_some((distance, name))
        })
        .min()
        .map(|(_, name)| name.to_owned())
}

/// What a condition means that names options in one word, as it is to be written: `{之外: [本区]}` for 非本区, `[本区, 外地]` for 本区或外地; else
/// the nearest option. `single`: one answer alone can be given.
pub fn option(typed: &str, options: &[String], single: bool) -> Option<String> {
    let mut rest = typed.to_owned();
    let mut named: Vec<&String> = Vec::new();
    let mut longest: Vec<&String> = options.iter().collect();
    longest.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    for name in longest {
        if !name.is_empty() && rest.contains(name.as_str()) {
            rest = rest.replacen(name.as_str(), "\u{1}", 1);
            named.push(name);
        }
    }
    named.sort_by_key(|name| typed.find(name.as_str()));
    let listed: Vec<&str> = named.iter().map(|name| name.as_str()).collect();
    let listed = listed.join(", ");
    let between = |words: &[&str], rest: &str| {
        let mut left = rest.replace('\u{1}', "");
        for word in words {
            left = left.replace(word, "");
        }
        left.trim().is_empty()
    };
    let joins = ["或者", "或", "、", "和", "及", "与", ",", "，", "/", " "];
    let negations = ["不是", "除了", "除", "以外", "之外", "非", "不", "的", "于"];
    let all: Vec<&str> = joins.into_iter().chain(negations).collect();
    if named.len() > 1 && between(&joins, &rest) {
        return Some(format!("[{listed}]"));
    }
    if !named.is_empty() && negates(&rest) && between(&all, &rest) {
        return single.then(|| format!("{{之外: [{listed}]}}"));
    }
    closest(typed, options.iter().map(String::as_str))
}

/// Whether words say that something is not so.
fn negates(words: &str) -> bool {
    words.contains(['不', '非', '没', '无', '未', '除'])
        || words.contains("以外")
        || words.contains("之外")
}

fn contains(long: &[char], short: &[char]) -> bool {
    long.windows(short.len()).any(|window| window == short)
}

/// In how many signs two words differ.
pub(super) fn distance_of(one: &str, other: &str) -> usize {
    let signs = |word: &str| word.chars().collect::<Vec<char>>();
    distance(&signs(one), &signs(other))
}

/// Edit distance with insertions, deletions, replacements and swaps of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1)
                .min(rows[i][j - 1] + 1)
                .min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::{closest, option};

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let keys = ["标题", "一句话", "户口簿", "time_limit"];
        assert_eq!(closest("标提", keys).as_deref(), Some("标题"));
        assert_eq!(closest("户口", keys).as_deref(), Some("户口簿"));
        assert_eq!(closest("time_limits", keys).as_deref(), Some("time_limit"));
        assert_eq!(closest("电话", keys), None);
    }

    #[test]
    fn the_contrary_is_never_meant() {
        let options = ["本区", "本市其他区县", "外地", "没有"].map(str::to_owned);
        let meant = |typed: &str| option(typed, &options, true);
        for (typed, wanted) in [
            ("非本区", "{之外: [本区]}"),
            ("不是本区", "{之外: [本区]}"),
            ("本区以外", "{之外: [本区]}"),
            ("除了外地", "{之外: [外地]}"),
            ("本区、外地之外", "{之外: [本区, 外地]}"),
            ("外地或本区", "[外地, 本区]"),
            ("本区、外地", "[本区, 外地]"),
            ("本地区", "本区"),
            ("外地户口", "外地"),
            ("没有了", "没有"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(wanted), "{typed}");
        }
        for typed in ["非常本区", "有", "无户口"] {
            assert_eq!(meant(typed), None, "{typed}");
        }
        assert_eq!(
            option("非本区", &options, false),
            None,
            "of several answers"
        );
        assert_eq!(closest("不满", ["满"]), None);
    }
}
