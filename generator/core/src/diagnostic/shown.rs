//! How values stand in a text: sizes, long words, indentation, the system's reasons.

use std::io::{self, ErrorKind};

use super::{Argument, Term};

/// A number of bytes, told for people: "1.5 MB".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub u64);

impl From<Size> for Argument {
    fn from(Size(bytes): Size) -> Self {
        Self::Words(if bytes >= 1_000_000 {
            format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
        } else {
            format!("{} KB", bytes.div_ceil(1000))
        })
    }
}

/// Words that may be long: told in one line, and not to their end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown(pub String);

impl From<Shown> for Argument {
    fn from(Shown(text): Shown) -> Self {
        let line = text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        Self::Words(if line.chars().count() <= 80 {
            line
        } else {
            line.chars().take(79).chain(['…']).collect()
        })
    }
}

/// A line whose indentation is made visible, so that the mended line can be told from the wrong one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indented(pub String);

impl From<Indented> for Argument {
    fn from(Indented(line): Indented) -> Self {
        let text = line.trim_start();
        Self::Words(format!("{}{text}", "·".repeat(line.len() - text.len())))
    }
}

/// Why the system refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The kind, where it has a name of ours.
    pub kind: ErrorKind,
    /// What the system says (its own language).
    pub text: String,
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Self {
            kind: error.kind(),
            text: error.to_string(),
        }
    }
}

impl From<Reason> for Argument {
    fn from(reason: Reason) -> Self {
        let term = match reason.kind {
            ErrorKind::PermissionDenied => "term-reason-permission",
            ErrorKind::NotFound => "term-reason-not-found",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "term-reason-full",
            ErrorKind::ReadOnlyFilesystem => "term-reason-read-only",
            ErrorKind::ResourceBusy => "term-reason-busy",
            ErrorKind::NotADirectory => "term-reason-no-folder",
            ErrorKind::AlreadyExists => "term-reason-exists",
            ErrorKind::IsADirectory => "term-reason-folder",
            ErrorKind::InvalidFilename => "term-reason-name",
            _ => "term-reason-other",
        };
        Self::Phrase(Term(term), vec![("said", reason.text.into())])
    }
}

/// The first of some names, and whether there are more.
pub(super) fn first(names: Vec<String>, most: usize) -> (Argument, bool) {
    let more = names.len() > most;
    let told: Vec<String> = names.into_iter().take(most).collect();
    (told.into(), more)
}

/// Communities, of which the first are named.
pub(super) fn communities(names: Vec<String>, most: usize) -> Argument {
    let all = names.len();
    let (names, more) = first(names, most);
    let all = more.then_some(all).into();
    Argument::Phrase(
        Term("term-communities"),
        vec![("names", names), ("all", all)],
    )
}
