//! The one door through which everything comes in: files and the clock.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::civil::Date;

use crate::diagnostic::Unfollowed;

/// What a folder holds at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Path below the folder, with `/` on every system.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// A symbolic link that must not be followed: where it leads, and why not.
    pub unusable: Option<(String, Unfollowed)>,
}

/// A folder of files.
pub trait Files: Sync {
    /// All files below, sorted by path. What is no part of the content ([`is_stray`](super::is_stray)) may be left out.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    fn list(&self) -> io::Result<Vec<Entry>>;

    /// The bytes of one file.
    ///
    /// # Errors
    /// When it does not exist or cannot be read.
    fn read(&self, path: &str) -> io::Result<Cow<'_, [u8]>>;
}

/// Everything that a build depends on.
pub struct World<'a> {
    /// The content folder.
    pub content: &'a dyn Files,
    /// Theme folders, the most particular first; a file is taken from the first folder that has it.
    pub themes: Vec<&'a dyn Files>,
    /// Today, for what is overdue.
    pub today: Date,
    /// Fonts of this machine, for characters that the theme's lack.
    pub fonts: &'a dyn MachineFonts,
    /// What an earlier build left, so that unchanged sheets need not be made again.
    pub earlier: Option<&'a dyn Files>,
}

/// Where fonts come from that the theme does not bring.
pub trait MachineFonts: Sync {
    /// Font files that have at least one of the characters, the same ones in the same order on the same machine.
    fn with_any_of(&self, characters: &BTreeSet<char>) -> Vec<Vec<u8>>;
}

/// A machine without fonts.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFonts;

impl MachineFonts for NoFonts {
    fn with_any_of(&self, _: &BTreeSet<char>) -> Vec<Vec<u8>> {
        Vec::new()
    }
}

/// A folder in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Files for Memory {
    fn list(&self) -> io::Result<Vec<Entry>> {
        let entry = |(path, bytes): (&String, &Vec<u8>)| Entry {
            path: path.clone(),
            bytes: bytes.len() as u64,
            unusable: None,
        };
        Ok(self.0.iter().map(entry).collect())
    }

    fn read(&self, path: &str) -> io::Result<Cow<'_, [u8]>> {
        match self.0.get(path) {
            Some(bytes) => Ok(Cow::Borrowed(bytes)),
            None => Err(io::Error::from(io::ErrorKind::NotFound)),
        }
    }
}
