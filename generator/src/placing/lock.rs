//! One build at a time at one place.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use jiff::{Timestamp, tz::Offset};
use onetrip_core::diagnostic::{Finding, OutputFault};

use super::paths::unwritable;

/// A place that nobody else writes to. The system gives it up when the process ends, however that comes.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// None where the file system knows no locks.
    file: Option<File>,
    /// The folders on the way to it that were not there.
    made: Vec<PathBuf>,
}

/// Why a place cannot be had.
#[derive(Debug)]
pub(super) enum NoLock {
    /// Somebody has it.
    Held(Holder),
    /// Nothing can be written there.
    Failed(io::Error),
}

/// Who has a place, as far as that is known.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Holder {
    /// The id of the process.
    pub(super) process: Option<String>,
    /// Since when, by China's clock.
    pub(super) since: Option<String>,
}

impl Lock {
    /// Takes the place that the file at `path` stands for.
    pub(super) fn new(path: PathBuf) -> Result<Self, NoLock> {
        let made = path.parent().map(make).transpose();
        let made = made.map_err(NoLock::Failed)?.unwrap_or_default();
        loop {
            let mut options = File::options();
            options.create(true).read(true).write(true).truncate(false);
            let mut file = options.open(&path).map_err(NoLock::Failed)?;
            match file.try_lock() {
                // Who had it took the file away meanwhile; somebody else may have a new one.
                Ok(()) if !is_at(&file, &path) => {}
                Ok(()) => {
                    // Only a message needs what it says.
                    let _ = file
                        .set_len(0)
                        .and_then(|()| file.write_all(mine().as_bytes()));
                    let file = Some(file);
                    return Ok(Self { path, file, made });
                }
                Err(TryLockError::WouldBlock) => return Err(NoLock::Held(Holder::read(&mut file))),
                Err(TryLockError::Error(_)) => {
                    let _ = fs::remove_file(&path);
                    let file = None;
                    return Ok(Self { path, file, made });
                }
            }
        }
    }

    /// Whether nobody else can be there.
    pub(super) fn is_sure(&self) -> bool {
        self.file.is_some()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.file.is_some() {
            // A file that stays does no harm: it is nobody's.
            let _ = fs::remove_file(&self.path);
        }
        // Where nothing was put there they go as they came.
        let mut made = self.made.iter().rev();
        made.all(|folder| fs::remove_dir(folder).is_ok());
    }
}

impl Holder {
    fn read(file: &mut File) -> Self {
        // Whoever has just got it is about to write who it is; where locks keep others from reading it stays unknown.
        for _ in 0..20 {
            let mut text = String::new();
            let _ = file.rewind().and_then(|()| file.read_to_string(&mut text));
            if let [process, since] = text.lines().collect::<Vec<_>>()[..]
                && text.ends_with('\n')
            {
                let [process, since] = [process, since].map(|line| Some(line.to_owned()));
                return Self { process, since };
            }
            thread::sleep(Duration::from_millis(5));
        }
        Self::default()
    }
}

impl NoLock {
    /// What it is for whoever wants to write to `place`.
    pub(super) fn finding(self, place: &Path) -> Finding {
        match self {
            Self::Held(holder) => {
                let fault = OutputFault::OutputBusy {
                    path: place.display().to_string(),
                    process: holder.process,
                    since: holder.since,
                };
                Finding::nowhere(fault.into())
            }
            Self::Failed(error) => unwritable(place, error),
        }
    }
}

/// A name that nobody else has; without a lock that is the process's own.
pub(super) fn alone(path: PathBuf, lock: &Lock) -> PathBuf {
    if lock.is_sure() {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(format!("-{}", std::process::id()));
    name.into()
}

/// Makes a folder with those on the way to it, and returns which were not there, the outermost first.
fn make(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
    let made = folder.ancestors().take_while(missing);
    let mut made: Vec<PathBuf> = made.map(Path::to_owned).collect();
    made.reverse();
    if !made.is_empty() {
        fs::create_dir_all(folder)?;
    }
    Ok(made)
}

/// This process and now.
fn mine() -> String {
    let now = Timestamp::now();
    let here = Offset::constant(8).to_datetime(now);
    format!(
        "{}\n{}\n",
        std::process::id(),
        here.strftime("%Y-%m-%d %H:%M:%S")
    )
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let named = fs::metadata(path);
    let both = file.metadata().ok().zip(named.ok());
    both.is_some_and(|(a, b)| (a.dev(), a.ino()) == (b.dev(), b.ino()))
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::{Lock, NoLock};
    use crate::testing::Folder;

    fn at(folder: &Folder) -> PathBuf {
        folder.path("way/to/place")
    }

    #[test]
    fn a_place_has_one_holder_who_is_named() {
        let folder = Folder::new("lock");
        let lock = Lock::new(at(&folder)).expect("free");
        let Err(NoLock::Held(holder)) = Lock::new(at(&folder)) else {
            panic!("held");
        };
        let process = std::process::id().to_string();
        assert_eq!(holder.process, Some(process));
        assert_eq!(holder.since.map(|since| since.len()), Some(19));
        drop(lock);
        assert!(!folder.path("way").exists());
        assert!(Lock::new(at(&folder)).is_ok());
    }

    #[test]
    fn many_never_hold_it_together() {
        let folder = Folder::new("locks");
        let (held, had) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..500 {
                        if let Ok(_lock) = Lock::new(at(&folder)) {
                            assert_eq!(held.fetch_add(1, Ordering::SeqCst), 0);
                            had.fetch_add(1, Ordering::SeqCst);
                            held.fetch_sub(1, Ordering::SeqCst);
                        }
                    }
                });
            }
        });
        assert!(had.into_inner() > 0);
    }
}
