//! Folders that vanish with the value that stands for them.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

static MADE: AtomicUsize = AtomicUsize::new(0);

/// A new empty folder below the system's folder for temporary files; removed on drop.
#[derive(Debug)]
pub struct TempDir {
    path: PathBuf,
}

impl TempDir {
    /// Makes the folder. `label` is a part of its name, for the one who looks on while a test hangs.
    pub fn new(label: &str) -> Self {
        loop {
            let number = MADE.fetch_add(1, Ordering::Relaxed);
            let name = format!("onetrip-{label}-{}-{number}", std::process::id());
            let path = std::env::temp_dir().join(name);
            match fs::create_dir(&path) {
                Ok(()) => return Self { path },
                // A process that was killed left it, and had this one's number.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => panic!("cannot make {}: {error}", path.display()),
            }
        }
    }

    /// The folder's absolute path.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        // A browser may still be closing a file in it; what stays is the system's to sweep.
        let _ = fs::remove_dir_all(&self.path);
    }
}
