//! Copies that a file manager made beside a file: `a07 - 副本.md`, `a07 copy.md`, `a07 (1).md`.

use std::collections::BTreeSet;

use super::loader::Loader;
use super::{Entry, load};
use crate::diagnostic::{Place, ReadingFault};

impl Loader<'_> {
    /// Takes out what a file manager copied, and reports it: nobody can tell which of the two is meant.
    pub(super) fn without_copies<'e>(&mut self, entries: &[&'e Entry]) -> Vec<&'e Entry> {
        let paths: BTreeSet<&str> = entries.iter().map(|e| e.path.as_str()).collect();
        let mut rest = Vec::with_capacity(entries.len());
        for entry in entries {
            // Nothing is made of others anyway, and attachments have names that are judged.
            let counts = load::is_used(&entry.path) && !entry.path.starts_with("files/");
            match original(&entry.path, &paths).filter(|_| counts) {
                Some(original) => {
                    let original = original.to_owned();
                    self.found(
                        Place::file(&entry.path),
                        ReadingFault::FileCopy { original }.into(),
                    );
                }
                None => rest.push(*entry),
            }
        }
        rest
    }
}

/// The file of which `path` is a copy, or lies in a copied folder, if that is among `paths`.
fn original<'p>(path: &str, paths: &BTreeSet<&'p str>) -> Option<&'p str> {
    let (folders, name) = path.rsplit_once('/').map_or(("", path), |(f, n)| (f, n));
    let (stem, ending) = name.rsplit_once('.')?;
    let folders = folders.split('/').filter(|folder| !folder.is_empty());
    let mut first: Vec<&str> = folders.map(without_marks).collect();
    let name = format!("{}.{ending}", without_marks(stem));
    first.push(&name);
    let first = first.join("/");
    if first == path {
        return None;
    }
    paths.get(&*first).copied()
}

fn without_marks(name: &str) -> &str {
    let mut first = name.trim();
    while let Some(shorter) = without_mark(first) {
        first = shorter;
    }
    first
}

/// The name without one mark of a copy.
fn without_mark(name: &str) -> Option<&str> {
    let words = ["副本", "复件", "拷贝", "备份", "copy", "Copy", "copia"];
    let ends = |c: char| matches!(c, ' ' | '-' | '_' | '的' | '—');
    let behind = words.iter().find_map(|word| name.strip_suffix(word));
    let before = ["副本", "复件", "拷贝", "备份", "Copy of ", "copy of "]
        .iter()
        .find_map(|word| name.strip_prefix(word));
    let shorter = behind
        .map(|rest| rest.trim_end_matches(ends))
        .or_else(|| before.map(|rest| rest.trim_start_matches(ends)))
        .or_else(|| without_number(name))?;
    (!shorter.is_empty()).then_some(shorter)
}

/// The name without ` (1)` or ` 2`.
fn without_number(name: &str) -> Option<&str> {
    let digit = |c: char| c.is_ascii_digit();
    let closed = name.strip_suffix([')', '）']);
    let rest = closed.unwrap_or(name).trim_end_matches(digit);
    let numbered = rest.len() < closed.unwrap_or(name).len();
    let rest = match closed {
        Some(_) => rest.strip_suffix(['(', '（'])?,
        None => rest.strip_suffix(' ')?,
    };
    numbered.then(|| rest.trim_end())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::original;

    #[test]
    fn copies_are_found_beside_the_file() {
        let paths = BTreeSet::from([
            "matters/gao-ling.md",
            "site.yaml",
            "matters/a07.en.md",
            "matters/room 2.md",
        ]);
        for name in [
            "gao-ling - 副本",
            "gao-ling - 副本 (2)",
            "gao-ling的副本",
            "副本 gao-ling",
            "复件 gao-ling",
            "gao-ling copy",
            "gao-ling - Copy",
            "gao-ling - Copy (2)",
            "gao-ling(1)",
            "gao-ling (1)",
            "gao-ling（1）",
            "gao-ling 2",
            "gao-ling-copy",
            "gao-ling copy 2",
            "gao-ling_备份",
        ] {
            let path = format!("matters/{name}.md");
            assert_eq!(
                original(&path, &paths),
                Some("matters/gao-ling.md"),
                "{name}"
            );
        }
        assert_eq!(original("site - 副本.yaml", &paths), Some("site.yaml"));
        assert_eq!(
            original("matters/a07.en - 副本.md", &paths),
            Some("matters/a07.en.md")
        );
        assert_eq!(
            original("matters - 副本/gao-ling.md", &paths),
            Some("matters/gao-ling.md")
        );
        for path in [
            "matters/gao-ling.md",
            "matters/room 2.md",
            "matters/ju-zhu (1).md",
            "matters/copy.md",
            "matters/副本.md",
        ] {
            assert_eq!(original(path, &paths), None, "{path}");
        }
    }
}
