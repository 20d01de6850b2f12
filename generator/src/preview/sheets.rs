//! Sheets for the preview: they take longer than pages, so they are made when somebody asks for the first one after a change.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Makes all sheets of what is there now; nothing where that cannot be.
pub type Printer = Box<dyn Fn() -> BTreeMap<String, Vec<u8>> + Send + Sync>;

/// The sheets of one snapshot.
type Made = Arc<BTreeMap<String, Vec<u8>>>;

/// The sheets of the snapshot for which they were asked last.
pub(super) struct Sheets {
    printer: Option<Printer>,
    made: Mutex<Option<(u64, Made)>>,
}

impl Sheets {
    pub(super) fn new(printer: Option<Printer>) -> Self {
        let made = Mutex::default();
        Self { printer, made }
    }

    /// The sheets of this snapshot. Who asks while they are made waits.
    pub(super) fn of(&self, number: u64) -> Made {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, sheets)) = &*made
            && *of == number
        {
            return Arc::clone(sheets);
        }
        let sheets = self.printer.as_ref().map(|print| print());
        let sheets = Arc::new(sheets.unwrap_or_default());
        *made = Some((number, Arc::clone(&sheets)));
        sheets
    }
}

impl fmt::Debug for Sheets {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Sheets").finish_non_exhaustive()
    }
}

/// Whether a file of this name is a sheet.
pub(super) fn is_sheet(name: &str) -> bool {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    (folder == "print" || folder.ends_with("/print")) && ["pdf", "png", "svg"].contains(&ending)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{Sheets, is_sheet};

    #[test]
    fn they_are_made_once_for_each_change() {
        let times = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&times);
        let sheets = Sheets::new(Some(Box::new(move || {
            counted.fetch_add(1, Ordering::Relaxed);
            BTreeMap::from([("print/a07.pdf".to_owned(), Vec::new())])
        })));
        for number in [1, 1, 2, 2, 2] {
            assert_eq!(sheets.of(number).len(), 1);
        }
        assert_eq!(times.load(Ordering::Relaxed), 2);
        assert!(Sheets::new(None).of(1).is_empty());
    }

    #[test]
    fn sheets_lie_in_folders_of_their_own() {
        for name in [
            "print/a07.pdf",
            "wenyuan/print/cards.pdf",
            "wenyuan/print/a07.svg",
        ] {
            assert!(is_sheet(name), "{name}");
        }
        for name in [
            "print/booklet.html",
            "files/print.pdf",
            "wenyuan/qr/a07.svg",
        ] {
            assert!(!is_sheet(name), "{name}");
        }
    }
}
