//! Ids of headings.

/// An id for a heading that none of `taken` has: its letters and digits, also Chinese ones, joined by `-`.
pub(super) fn unique(text: &str, taken: &[String]) -> String {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let base = if words.is_empty() {
        "section".to_owned()
    } else {
        words.join("-").to_lowercase()
    };
    let free = |id: &String| !taken.contains(id);
    let numbered = (2..).map(|n| format!("{base}-{n}"));
    std::iter::once(base.clone())
        .chain(numbered)
        .find(free)
        .unwrap_or(base)
}
