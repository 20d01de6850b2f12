//! A site in one file: for a stick, a portal or an object store, and on a disk where making many files is what takes the time.
//!
//! The same input gives the same bytes: files stand in the order in which a build makes them, with no time, owner or system.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder, write::GzEncoder};
use onetrip_core::diagnostic::{Finding, OutputFault};
use onetrip_core::output::Sink;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::lock::{Lock, alone};
use super::paths::{beside, unwritable};

/// Kinds of archives, by their endings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Zip,
    TarGz,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        let endings = [
            (".zip", Self::Zip),
            (".tar.gz", Self::TarGz),
            (".tgz", Self::TarGz),
        ];
        let mut endings = endings.into_iter();
        endings.find_map(|(ending, kind)| name.ends_with(ending).then_some(kind))
    }

    /// What such a file begins with.
    fn signature(self) -> &'static [u8] {
        match self {
            Self::Zip => b"PK",
            Self::TarGz => &[0x1f, 0x8b],
        }
    }
}

enum Writer {
    Zip(Box<ZipWriter<BufWriter<File>>>),
    TarGz(Box<tar::Builder<GzEncoder<BufWriter<File>>>>),
}

impl Writer {
    fn new(kind: Kind, file: File) -> Self {
        let file = BufWriter::new(file);
        match kind {
            Kind::Zip => Self::Zip(Box::new(ZipWriter::new(file))),
            Kind::TarGz => {
                let packed = GzBuilder::new().write(file, Compression::default());
                Self::TarGz(Box::new(tar::Builder::new(packed)))
            }
        }
    }

    fn add(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Zip(zip) => {
                let method = if is_packed(path) {
                    CompressionMethod::Stored
                } else {
                    CompressionMethod::Deflated
                };
                let options = SimpleFileOptions::default()
                    .compression_method(method)
                    .unix_permissions(0o644);
                zip.start_file(path, options)?;
                zip.write_all(bytes)
            }
            Self::TarGz(tar) => {
                let mut header = tar::Header::new_gnu();
                header.set_mode(0o644);
                header.set_size(bytes.len() as u64);
                header.set_mtime(0);
                tar.append_data(&mut header, path, bytes)
            }
        }
    }

    /// Writes the end; the file is whole then.
    fn end(self) -> io::Result<()> {
        let file = match self {
            Self::Zip(zip) => zip.finish()?,
            Self::TarGz(tar) => tar.into_inner()?.finish()?,
        };
        file.into_inner().map_err(io::Error::from)?.sync_all()
    }
}

/// What a packer makes no smaller.
fn is_packed(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["png", "jpg", "jpeg", "woff2", "pdf", "zip"].contains(&ending)
}

/// Writes a site into an archive beside its place; see [`ArchiveSink::place`].
pub struct ArchiveSink {
    path: PathBuf,
    fresh: PathBuf,
    kind: Kind,
    writer: Option<Writer>,
    /// Whether there is something to take away.
    begun: bool,
    /// The last thing to go.
    _lock: Lock,
}

impl ArchiveSink {
    /// Nothing is touched yet but a lock; behind a link stands the file that is meant. The name says the kind, and only an older archive may stand there.
    ///
    /// # Errors
    /// When it cannot be put there, or somebody else is at it.
    pub fn new(path: &Path) -> Result<Self, Finding> {
        let named = || path.display().to_string();
        let ending = || Finding::nowhere(OutputFault::ArchiveEnding { path: named() }.into());
        let kind = Kind::of(path).ok_or_else(ending)?;
        let mut begin = Vec::new();
        match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unwritable(path, error)),
            Ok(file) => {
                let size = kind.signature().len() as u64;
                // A folder cannot be read.
                let _ = file.take(size).read_to_end(&mut begin);
                if begin != kind.signature() {
                    let fault = OutputFault::ArchiveForeign { path: named() };
                    return Err(Finding::nowhere(fault.into()));
                }
            }
        }
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let lock = Lock::new(beside(&real, "lock")).map_err(|why| why.finding(path))?;
        Ok(Self {
            fresh: alone(beside(&real, "new"), &lock),
            path: real,
            kind,
            writer: None,
            begun: false,
            _lock: lock,
        })
    }

    /// Writes it to its end. Nothing is taken any more.
    ///
    /// # Errors
    /// When that cannot be; what stood there is as it was.
    pub fn prepare(&mut self) -> Result<(), Finding> {
        let ended = self.writer.take().map_or(Ok(()), Writer::end);
        ended.map_err(|error| unwritable(&self.path, error))
    }

    /// Puts the archive into its place, at one stroke. Without this it is taken away again.
    ///
    /// # Errors
    /// When that cannot be; what stood there is then as it was.
    pub fn place(mut self) -> Result<(), Finding> {
        self.prepare()?;
        fs::rename(&self.fresh, &self.path).map_err(|error| unwritable(&self.path, error))
    }

    fn write(&mut self, files: &[(String, Vec<u8>)]) -> io::Result<()> {
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => {
                self.begun = true;
                none.insert(Writer::new(self.kind, File::create(&self.fresh)?))
            }
        };
        files
            .iter()
            .try_for_each(|(path, bytes)| writer.add(path, bytes))
    }
}

impl Sink for ArchiveSink {
    fn take(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), Finding> {
        let written = self.write(&files);
        written.map_err(|error| unwritable(&self.path, error))
    }
}

impl Drop for ArchiveSink {
    fn drop(&mut self) {
        if self.begun {
            self.writer = None;
            // What cannot be taken away is overwritten by the next build.
            let _ = fs::remove_file(&self.fresh);
        }
    }
}
