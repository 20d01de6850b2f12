//! "Did you mean": the nearest of a list of names.

/// The name among `known` that differs from `typed` in the fewest characters, where it is near enough to be meant.
///
/// Near means: at most a third of the longer name's characters changed (at least one), or, for names that
/// share no spelling but contain each other, the containing one (户口 → 户口簿).
pub fn closest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let typed: Vec<char> = typed.chars().collect();
    if typed.is_empty() {
        return None;
    }
    known
        .into_iter()
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

fn contains(long: &[char], short: &[char]) -> bool {
    long.windows(short.len()).any(|window| window == short)
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
    use super::closest;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let keys = ["标题", "一句话", "户口簿", "time_limit"];
        assert_eq!(closest("标提", keys).as_deref(), Some("标题"));
        assert_eq!(closest("户口", keys).as_deref(), Some("户口簿"));
        assert_eq!(closest("time_limits", keys).as_deref(), Some("time_limit"));
        assert_eq!(closest("电话", keys), None);
    }
}
