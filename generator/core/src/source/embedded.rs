//! The theme that the command carries with it.

use std::borrow::Cow;
use std::io;

use super::{Entry, Files};

include!(concat!(env!("OUT_DIR"), "/theme.rs"));

/// `themes/default` as it was when the command was built.
#[derive(Clone, Copy, Debug, Default)]
pub struct Embedded;

impl Files for Embedded {
    fn list(&self) -> io::Result<Vec<Entry>> {
        let entry = |(path, bytes): &(&str, &[u8])| Entry {
            path: (*path).to_owned(),
            bytes: bytes.len() as u64,
            unusable: None,
        };
        Ok(THEME.iter().map(entry).collect())
    }

    fn read(&self, path: &str) -> io::Result<Cow<'_, [u8]>> {
        match THEME.iter().find(|(name, _)| *name == path) {
            Some((_, bytes)) => Ok(Cow::Borrowed(bytes)),
            None => Err(io::Error::from(io::ErrorKind::NotFound)),
        }
    }
}
