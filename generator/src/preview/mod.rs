//! What a worker sees while writing: the site in memory, made anew after every change, served to this machine alone, with what is wrong
//! told on the page that it concerns.
//!
//! Nothing is written to a disk, and no code is recorded. A content with an error leaves the last good pages standing.

mod earlier;
mod http;
mod pages;
mod response;
mod sheets;
#[cfg(test)]
mod tests;
mod watch;

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use onetrip_core::diagnostic::{self, BrokenPoster, Finding, Lang, Problem, Severity, Style};
use onetrip_core::output::{Listing, Table};
use onetrip_core::site::{self, InputDigests, Options, Silent};
use onetrip_core::source::World;

use earlier::{Earlier, Next, Shared, with_origins};
pub use http::serve;
pub use sheets::Printer;
use sheets::Sheets;
pub use watch::Watch;

/// A site as it was after some change.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// Counts the changes.
    pub number: u64,
    /// Every file; after an error those of the last change without one.
    files: Arc<Shared>,
    /// What is known of them.
    listing: Arc<Listing>,
    /// What it was made from.
    table: Arc<Table>,
    /// What was found, in the order in which the terminal tells it.
    pub findings: Vec<Told>,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: &'static str,
    /// Whether it stops the build.
    pub is_error: bool,
    /// The file that it concerns.
    pub file: Option<String>,
    /// As the terminal says it.
    pub text: String,
}

/// The newest site, for those who show it and those who wait for it.
#[derive(Debug)]
pub struct Preview {
    /// The language of messages.
    pub lang: Lang,
    newest: Mutex<Arc<Snapshot>>,
    changed: Condvar,
    sheets: Sheets,
}

impl Preview {
    /// Nothing has been made yet; `printer` makes sheets when somebody asks for one.
    pub fn new(lang: Lang, printer: Option<Printer>) -> Self {
        Self {
            sheets: Sheets::new(printer),
            lang,
            newest: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Arc<Snapshot>> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The newest site.
    pub fn newest(&self) -> Arc<Snapshot> {
        Arc::clone(&self.lock())
    }

    /// Waits, at most so long, for another site than number `known`.
    pub fn wait(&self, known: u64, most: Duration) -> Arc<Snapshot> {
        let same = |newest: &mut Arc<Snapshot>| newest.number == known;
        let waited = self.changed.wait_timeout_while(self.lock(), most, same);
        let (newest, _) = waited.unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&newest)
    }

    /// Makes the site of what is there now.
    pub fn make(&self, world: &World<'_>, options: &Options) -> Arc<Snapshot> {
        let before = self.newest();
        let earlier = Earlier(&before.files);
        let world = &World {
            themes: world.themes.clone(),
            earlier: Some(&earlier),
            ..*world
        };
        let options = &Options {
            inputs: InputDigests::read(world, options),
            table: Some((*before.table).clone()),
            standing: before.files.keys().cloned().collect(),
            ..options.clone()
        };
        let mut next = Next::behind(&before.files);
        let built = site::build(world, options, &Silent, &mut next);
        let files = next.files;
        let findings = built.findings.iter();
        let findings =
            findings.filter(|finding| finding.allowed.is_none() && !is_expected(finding));
        let told = findings.map(|finding| Told {
            id: finding.problem.id(),
            is_error: finding.severity() == Severity::Error,
            file: finding.place.as_ref().map(|place| place.file.to_string()),
            text: diagnostic::to_text(
                std::slice::from_ref(finding),
                &built.sources,
                self.lang,
                Style {
                    color: false,
                    width: None,
                },
            ),
        });
        let findings = told.collect();
        let number = before.number + 1;
        let snapshot = Arc::new(match built.listing {
            Some(listing) => Snapshot {
                number,
                files: Arc::new(files),
                listing: Arc::new(with_origins(listing, &before.listing)),
                table: Arc::new(built.table),
                findings,
            },
            None => Snapshot {
                number,
                files: Arc::clone(&before.files),
                listing: Arc::clone(&before.listing),
                table: Arc::clone(&before.table),
                findings,
            },
        });
        *self.lock() = Arc::clone(&snapshot);
        self.changed.notify_all();
        snapshot
    }
}

impl Snapshot {
    /// Errors and warnings.
    pub fn count(&self) -> (usize, usize) {
        let errors = self.findings.iter().filter(|told| told.is_error).count();
        (errors, self.findings.len() - errors)
    }

    /// What concerns a page: all that was found in the file that it is made of.
    fn of_page(&self, path: &str) -> Vec<&Told> {
        let file = self
            .listing
            .get(path)
            .and_then(|listed| listed.file.as_deref());
        let here = self.findings.iter();
        here.filter(|told| file.is_some() && told.file.as_deref() == file)
            .collect()
    }
}

/// That the codes of a preview lead to the preview.
fn is_expected(finding: &Finding) -> bool {
    matches!(
        finding.problem,
        Problem::Poster(BrokenPoster::Preview { .. })
    )
}
