//! Files in memory. Each path has one source: where two things want one, both are named and nothing is written.

use std::collections::BTreeMap;
use std::ops::Deref;

use crate::diagnostic::{Finding, Origin, SiteFault};

/// What lies at each path, as a host sees it that does not tell small letters from large ones.
#[derive(Debug, Default)]
pub(super) struct Taken(BTreeMap<String, Origin>);

impl Taken {
    /// Takes a path for a file.
    ///
    /// # Errors
    /// When something lies there already.
    pub(super) fn take(&mut self, path: &str, origin: Origin) -> Result<(), Finding> {
        let seen = path.to_lowercase();
        if let Some(first) = self.0.get(&seen) {
            let fault = SiteFault::path_taken(path.to_owned(), first.clone(), origin);
            return Err(Finding::nowhere(fault.into()));
        }
        self.0.insert(seen, origin);
        Ok(())
    }
}

/// Some files: path below their top, with `/`, and bytes.
#[derive(Debug, Default)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
    taken: Taken,
}

impl Tree {
    /// Puts a file into its place.
    ///
    /// # Errors
    /// When something lies there already.
    pub fn put(&mut self, path: String, bytes: Vec<u8>, origin: Origin) -> Result<(), Finding> {
        self.taken.take(&path, origin)?;
        self.files.insert(path, bytes);
        Ok(())
    }
}

impl Deref for Tree {
    type Target = BTreeMap<String, Vec<u8>>;

    fn deref(&self) -> &Self::Target {
        &self.files
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;
    use crate::diagnostic::{Origin, SiteFault, SiteFile};

    #[test]
    fn a_taken_path_is_refused_and_both_are_named() {
        let origin = |file: &str| Origin {
            what: SiteFile::Page,
            file: Some(file.to_owned()),
        };
        let mut tree = Tree::default();
        let first = tree.put("a07.html".into(), vec![1], origin("pages/a07.md"));
        assert_eq!(first, Ok(()));
        for path in ["a07.html", "A07.HTML"] {
            let second = tree.put(path.into(), vec![2], origin("matters/x.md"));
            let (first, second_origin) = (origin("pages/a07.md"), origin("matters/x.md"));
            let fault = SiteFault::path_taken(path.into(), first, second_origin);
            assert_eq!(second.map_err(|finding| finding.problem), Err(fault.into()));
        }
        assert_eq!(tree.get("a07.html"), Some(&vec![1]), "the first one stays");
        assert_eq!(tree.len(), 1);
    }
}
