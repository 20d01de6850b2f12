//! What can be wrong with folders and files before anything is understood of them.

use super::{Argument, Reason, Size, Term, declare};

declare! {
    /// A fault of a folder or of a file as a whole.
    ReadingFault

    /// The content folder does not exist or holds nothing.
    "content-empty" Error ContentEmpty {
        /// The folder as it was named.
        folder: String,
    }

    /// A folder that was named does not exist.
    "folder-missing" Error FolderMissing {
        /// Which.
        folder: Folder,
        /// The path.
        path: String,
    }

    /// There is no site.yaml.
    "site-missing" Error SiteMissing

    /// A file cannot be read.
    "unreadable" Error Unreadable {
        /// The system's reason.
        reason: Reason,
    }

    /// A text file is not UTF-8.
    "not-utf8" Error NotUtf8 {
        /// The line with the first bad byte.
        first_line: usize,
        /// Whether the bytes look like GB18030.
        gb18030: bool,
    }

    /// A text file is larger than any guide should be.
    "text-too-large" Error TextTooLarge {
        /// Its size.
        bytes: Size,
        /// The limit.
        limit: Size,
    }

    /// An attachment is so large that a phone on a poor line will not get it.
    "file-heavy" Warning FileHeavy {
        /// Its size.
        bytes: Size,
    }

    /// A symbolic link that is not followed.
    "link-unusable" Error LinkUnusable {
        /// Where it leads.
        target: String,
        /// Why not.
        fault: Unfollowed,
    }

    /// A file name that some hosts or phones cannot serve.
    "file-name" Error FileName {
        /// The name.
        name: String,
    }

    /// A file that no part of the site is made of.
    "file-unused" Warning FileUnused

    /// A copy that an operating system made beside the file (`a07 - 副本.md`).
    "file-copy" Error FileCopy {
        /// The file.
        original: String,
    }

    /// A `.md` file without front matter.
    "front-matter-missing" Error FrontMatterMissing

    /// Front matter that never ends.
    "front-matter-unclosed" Error FrontMatterUnclosed
}

/// Why a symbolic link is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfollowed {
    /// It leads out of the content folder.
    Outside,
    /// What it leads to does not exist.
    Nowhere,
    /// It leads to a folder.
    Folder,
}

impl From<Unfollowed> for Argument {
    fn from(fault: Unfollowed) -> Self {
        Self::Term(Term(match fault {
            Unfollowed::Outside => "term-link-outside",
            Unfollowed::Nowhere => "term-link-nowhere",
            Unfollowed::Folder => "term-link-folder",
        }))
    }
}

/// Which folder a finding about folders speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// The content folder.
    Content,
    /// The theme folder.
    Theme,
    /// The output folder.
    Output,
}

impl From<Folder> for Argument {
    fn from(folder: Folder) -> Self {
        Self::Term(Term(match folder {
            Folder::Content => "term-folder-content",
            Folder::Theme => "term-folder-theme",
            Folder::Output => "term-folder-output",
        }))
    }
}
