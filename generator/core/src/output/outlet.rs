//! The way of a site's files from where they are made to where they go: each path has one source, each file is hashed and given on
//! at once, and nothing is kept of it but what the manifest says. So a large site is never in memory as a whole.

use std::collections::BTreeMap;

use super::hex_digest;
use super::tree::Taken;
use crate::diagnostic::{Finding, Origin};
use crate::parallel;

/// Where the files of a site go.
pub trait Sink {
    /// Takes some files, path below the top (with `/`) and bytes. No path comes twice.
    ///
    /// # Errors
    /// When they cannot be written.
    fn take(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), Finding>;

    /// Whether files of the site that it is to replace can stay without being given again.
    fn keeps(&self) -> bool {
        false
    }

    /// Leaves these files of that site as they are.
    fn keep(&mut self, paths: Vec<String>) {
        drop(paths);
    }
}

/// In memory.
impl Sink for BTreeMap<String, Vec<u8>> {
    fn take(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), Finding> {
        self.extend(files);
        Ok(())
    }
}

/// A file that was made.
#[derive(Debug)]
pub struct NewFile {
    /// Path below the site's top.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What it is.
    pub origin: Origin,
}

/// What is known of a file that has been given on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: usize,
    /// The file of the content that it is made of, if there is one.
    pub file: Option<String>,
}

/// Every file of a site by its path.
pub type Listing = BTreeMap<String, Listed>;

/// Gives files on to a sink.
pub struct Outlet<'s> {
    sink: &'s mut dyn Sink,
    taken: Taken,
    /// The files so far.
    pub listing: Listing,
    closed: bool,
}

impl<'s> Outlet<'s> {
    /// Nothing has been made yet.
    pub fn new(sink: &'s mut dyn Sink) -> Self {
        Self {
            sink,
            taken: Taken::default(),
            listing: Listing::new(),
            closed: false,
        }
    }

    /// Something was wrong, so that nothing of this site will be kept: what comes is still judged, but not given on.
    pub fn close(&mut self) {
        self.closed = true;
    }

    /// Puts a file into its place.
    ///
    /// # Errors
    /// When something lies there already, or the sink does not take it.
    pub fn put(&mut self, path: String, bytes: Vec<u8>, origin: Origin) -> Result<(), Finding> {
        let file = NewFile {
            path,
            bytes,
            origin,
        };
        self.put_all(vec![file]).pop().map_or(Ok(()), Err)
    }

    /// Whether files of an earlier build can stay.
    pub fn keeps(&self) -> bool {
        self.sink.keeps()
    }

    /// Leaves files of an earlier build in their places, and returns what is in the way.
    pub fn keep_all(&mut self, files: Vec<(String, Listed)>, origin: &Origin) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut kept = Vec::with_capacity(files.len());
        for (path, listed) in files {
            match self.taken.take(&path, origin.clone()) {
                Ok(()) => {
                    kept.push(path.clone());
                    self.listing.insert(path, listed);
                }
                Err(finding) => findings.push(finding),
            }
        }
        self.closed |= !findings.is_empty();
        if !self.closed {
            self.sink.keep(kept);
        }
        findings
    }

    /// Puts files into their places, and returns what is in the way.
    pub fn put_all(&mut self, files: Vec<NewFile>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut free = Vec::with_capacity(files.len());
        let mut made_ofs = Vec::with_capacity(files.len());
        for file in files {
            let made_of = file.origin.file.clone();
            match self.taken.take(&file.path, file.origin) {
                Ok(()) => {
                    made_ofs.push(made_of);
                    free.push((file.path, file.bytes));
                }
                Err(finding) => findings.push(finding),
            }
        }
        self.closed |= !findings.is_empty();
        if self.closed {
            return findings;
        }
        let digests = parallel::map(&free, |(_, bytes)| hex_digest(bytes));
        let listed = free.iter().zip(made_ofs).zip(digests);
        self.listing
            .extend(listed.map(|(((path, bytes), file), sha256)| {
                let listed = Listed {
                    sha256,
                    bytes: bytes.len(),
                    file,
                };
                (path.clone(), listed)
            }));
        if let Err(finding) = self.sink.take(free) {
            self.close();
            findings.push(finding);
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{NewFile, Outlet};
    use crate::diagnostic::{Origin, SiteFile};

    #[test]
    fn nothing_is_given_on_after_a_fault() {
        let mut kept = BTreeMap::new();
        let mut outlet = Outlet::new(&mut kept);
        let file = |path: &str, byte| NewFile {
            path: path.into(),
            bytes: vec![byte],
            origin: Origin {
                what: SiteFile::Page,
                file: None,
            },
        };
        assert!(outlet.put_all(vec![file("a.html", 1)]).is_empty());
        assert_eq!(
            outlet
                .put_all(vec![file("A.html", 2), file("b.html", 3)])
                .len(),
            1
        );
        assert!(outlet.put_all(vec![file("c.html", 4)]).is_empty());
        assert_eq!(outlet.listing["a.html"].bytes, 1);
        assert_eq!(kept.into_keys().collect::<Vec<_>>(), ["a.html"]);
    }
}
