//! Files that operating systems, editors and office programs leave in folders. Nobody wrote them for a site, and nobody sees them
//! in the folder's window; so they are passed over without a word.

use std::io;

use super::loader::Loader;
use super::{Entry, Files, front_matter, load, text};

impl Loader<'_> {
    /// Whether the file explains the folder to those who work in it.
    pub(super) fn is_for_staff(&self, path: &str) -> bool {
        is_for_staff(self.files, path)
    }
}

/// Whether the file explains the folder to those who work in it. A guide of that name has front matter.
pub(super) fn is_for_staff(files: &dyn Files, path: &str) -> bool {
    let text = || text::decode(files.read(path).ok()?).ok();
    let guide = || text().is_some_and(|text| front_matter::split(&text).is_ok());
    is_readme(path) && !(path.ends_with(".md") && load::is_used(path) && guide())
}

/// Whether the file or folder of this name was left by the system itself, in whatever folder somebody looked into.
pub fn is_of_system(name: &str) -> bool {
    let name = name.to_lowercase();
    name.starts_with("._")
        || matches!(
            name.as_str(),
            ".ds_store"
                | "thumbs.db"
                | "thumbs.db:encryptable"
                | "ehthumbs.db"
                | "ehthumbs_vista.db"
                | "desktop.ini"
                | ".directory"
                | "icon\r"
        )
}

/// Whether the file or folder of this name is no part of the content. Hidden ones are none.
pub fn is_stray(name: &str) -> bool {
    let lower = name.to_lowercase();
    let folders = [
        "__macosx",
        "$recycle.bin",
        "system volume information",
        "@eadir",
        "lost+found",
    ];
    // Lock files, backups, unfinished downloads, shortcuts.
    let endings = [
        ".tmp",
        ".temp",
        ".bak",
        ".swp",
        ".swo",
        ".orig",
        ".lnk",
        ".url",
        ".part",
        ".partial",
        ".crdownload",
        ".download",
        "~",
    ];
    is_of_system(name)
        || name.starts_with('.')
        || name.starts_with("~$")
        || name.starts_with('#') && name.ends_with('#')
        || folders.contains(&lower.as_str())
        || endings.iter().any(|ending| lower.ends_with(ending))
}

/// The files of a folder, without what is no part of it: whoever lists them need not know.
///
/// # Errors
/// When the folder cannot be listed.
pub(crate) fn listed(files: &dyn Files) -> io::Result<Vec<Entry>> {
    let mut entries = files.list()?;
    entries.retain(|entry| !entry.path.split('/').any(is_stray));
    Ok(entries)
}

/// Whether a file is for those who work in the folder: README.md, readme.txt.
fn is_readme(path: &str) -> bool {
    text::stem(path).eq_ignore_ascii_case("readme")
}

#[cfg(test)]
mod tests {
    use super::{is_readme, is_stray};

    #[test]
    fn strays_are_told_from_content() {
        for name in [
            "Thumbs.db",
            "thumbs.db",
            "Desktop.ini",
            "ehthumbs.db",
            ".DS_Store",
            "._a07.md",
            "~$form.docx",
            "a07.md.bak",
            "A.TMP",
            ".a07.md.swp",
            "a07.md~",
            "__MACOSX",
            ".obsidian",
            ".vscode",
            "form.pdf.crdownload",
            "a07.lnk",
        ] {
            assert!(is_stray(name), "{name}");
        }
        for name in [
            "a07.md",
            "form.pdf",
            "tmp.md",
            "bak.yaml",
            "README.md",
            "site.yaml",
            "files",
        ] {
            assert!(!is_stray(name), "{name}");
        }
        assert!(is_readme("matters/README.md") && is_readme("readme.txt") && is_readme("README"));
        assert!(!is_readme("matters/readme-first.md"));
    }
}
