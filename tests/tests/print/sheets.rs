//! What the demonstration region prints, as its own pages tell of it; and sheets that a test prints for itself.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use onetrip_tests::html::Document;
use onetrip_tests::site::{Site, onetrip};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

/// A matter as its page shows it.
pub(crate) struct Matter {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) address: String,
}

/// A community that prints.
pub(crate) struct Community {
    pub(crate) id: String,
    /// What it offers, sorted by code.
    pub(crate) matters: Vec<Matter>,
}

impl Community {
    /// A file of its print folder.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        Site::demonstration()
            .root()
            .join(&self.id)
            .join("print")
            .join(name)
    }

    pub(crate) fn addresses(&self) -> Vec<&str> {
        self.matters
            .iter()
            .map(|matter| matter.address.as_str())
            .collect()
    }
}

/// The communities of the demonstration region.
pub(crate) fn communities() -> Vec<Community> {
    let paths: Vec<String> = Site::demonstration().files().into_keys().collect();
    let ids = paths
        .iter()
        .filter_map(|path| path.strip_suffix("/print/posters.pdf"));
    let communities: Vec<_> = ids
        .map(|id| Community {
            id: id.into(),
            matters: matters(id, &paths),
        })
        .collect();
    assert_eq!(communities.len(), 2, "the region has two communities");
    communities
}

fn matters(id: &str, paths: &[String]) -> Vec<Matter> {
    let folder = format!("{id}/qr/");
    let codes = paths
        .iter()
        .filter_map(|path| path.strip_prefix(&folder)?.strip_suffix(".svg"));
    let matters: Vec<_> = codes.map(|code| matter(id, code)).collect();
    assert!(
        matters.len() >= 20,
        "{id} offers more than {}",
        matters.len()
    );
    matters
}

fn matter(id: &str, code: &str) -> Matter {
    let document = Document::parse(&Site::demonstration().text(&format!("{id}/{code}.html")));
    let name = document.elements().find(|element| element.name() == "h1");
    let address = document
        .elements()
        .find(|element| element.has_class("address"));
    let text = |found: Option<onetrip_tests::html::Element<'_>>| {
        found
            .unwrap_or_else(|| panic!("{id}/{code}.html lacks its name or address"))
            .text()
            .trim()
            .to_owned()
    };
    Matter {
        code: code.to_owned(),
        name: text(name),
        address: text(address),
    }
}

/// Sheets of the demonstration content that a test asked for, in a folder of their own.
pub(crate) struct Printed {
    folder: TempDir,
}

impl Printed {
    /// Calls `onetrip print` with further arguments.
    pub(crate) fn new(arguments: &[&str]) -> Self {
        let folder = TempDir::new("printed");
        let content = tools::workspace().join("content");
        let mut all: Vec<&OsStr> = vec!["print".as_ref(), "--content".as_ref(), content.as_ref()];
        all.extend(["--out", "out", "--lang", "zh"].map(OsStr::new));
        all.extend(arguments.iter().map(OsStr::new));
        let output = onetrip(folder.path(), all);
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        Self { folder }
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    pub(crate) fn file(&self, path: &str) -> PathBuf {
        let file = self.root().join(path);
        assert!(file.is_file(), "{path} was not printed");
        file
    }
}

/// What a program prints; it has to succeed and to have nothing to complain about.
pub(crate) fn told(program: &str, arguments: &[&OsStr]) -> String {
    let output = tools::run(program, arguments);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && complaint.is_empty(),
        "{program} {arguments:?}: {complaint}"
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A path as an argument beside words.
pub(crate) fn with<'a>(words: &[&'a str], path: &'a Path) -> Vec<&'a OsStr> {
    words
        .iter()
        .copied()
        .map(OsStr::new)
        .chain([path.as_os_str()])
        .collect()
}
