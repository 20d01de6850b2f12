//! The codes of a build, each text's found and proved once.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Code, LARGEST, Level, Modules, png, prove, svg, symbol};

/// Why a text has no code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// More than paper holds.
    TooLong,
    /// The decoder reads it under no mask; what it says (English), or what it reads instead.
    Unreadable(String),
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(out, "more than version {}", super::LARGEST_PRINTED),
            Self::Unreadable(why) => write!(out, "not read back: {why}"),
        }
    }
}

/// Codes by their texts. A clone is another handle to the same ones.
///
/// Whether a code can be read is a matter of its text, level, version and mask alone. So it is proved here, bare, before it stands
/// anywhere, and what fails later on a sheet is the sheet's fault.
#[derive(Clone, Debug, Default)]
pub struct Codes(Arc<Mutex<BTreeMap<Key, Found>>>);

type Key = (Level, String);
type Found = Result<Arc<Modules>, Unfit>;

impl Codes {
    /// The modules of a text: the smallest code that a decoder reads off its picture.
    ///
    /// # Errors
    /// That there is none: more than 61 modules a side are none for paper.
    pub fn of(&self, text: &str, level: Level) -> Result<Arc<Modules>, Unfit> {
        let key = (level, text.to_owned());
        let known = self.found().get(&key).cloned();
        known.unwrap_or_else(|| {
            // Two threads may look for the same one; they find the same.
            let found = symbol::readable(text, level).map(Arc::new);
            self.found().insert(key, found.clone());
            found
        })
    }

    /// The code of an address as files, both read back.
    ///
    /// # Errors
    /// That there is none of 41 modules, or which file is not what it was meant to be.
    pub fn files(&self, address: &str) -> Result<Code, Unfit> {
        let modules = self.of(address, Level::M)?;
        if modules.side > LARGEST {
            return Err(Unfit::TooLong);
        }
        let code = Code {
            svg: svg::draw(&modules),
            png: png::draw(&modules).map_err(Unfit::Unreadable)?,
        };
        prove(&code, address).map_err(Unfit::Unreadable)?;
        Ok(code)
    }

    /// Codes are whole in it at any moment, also when a thread ended badly.
    fn found(&self) -> impl std::ops::DerefMut<Target = BTreeMap<Key, Found>> + '_ {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
