//! The real command, run on a folder.
//!
//! `CARGO_BIN_EXE_onetrip` is set only for the tests of the package that owns the binary. So the command is
//! found as follows: `$ONETRIP_BIN` when it is set (a released binary can be tested so), else `cargo build`
//! is asked, once in a test process, for the binary in the same profile and target folder as the test, and says
//! where it put it. When the binary is fresh that takes a tenth of a second.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

use crate::cases::{self, Case, Recipe};
use crate::temp::TempDir;
use crate::tools;

/// The path of the `onetrip` executable.
pub fn executable() -> &'static Path {
    static EXECUTABLE: OnceLock<PathBuf> = OnceLock::new();
    EXECUTABLE.get_or_init(|| {
        std::env::var_os("ONETRIP_BIN").map_or_else(build_executable, PathBuf::from)
    })
}

fn build_executable() -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "build",
            "--package",
            "onetrip",
            "--bin",
            "onetrip",
            "--message-format=json-render-diagnostics",
        ])
        .args(["--profile", &profile()])
        .arg("--target-dir")
        .arg(tools::target_dir())
        .current_dir(tools::workspace())
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo runs, it runs this test");
    assert!(output.status.success(), "the command itself does not build");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("cargo names the executable that it built")
}

/// The profile of the running test: the folder `TARGET/PROFILE`, in which `debug` stands for `dev`.
fn profile() -> String {
    let executable = std::env::current_exe().expect("a running program has a path");
    let folder = executable
        .parent()
        .and_then(Path::parent)
        .and_then(Path::file_name);
    match folder.and_then(OsStr::to_str) {
        Some("debug") | None => "dev".to_owned(),
        Some(name) => name.to_owned(),
    }
}

/// The day on which tests run the command, 2026-11-22: what is overdue or still to come does not depend on the clock.
const TODAY: &str = "1795348800";

/// Runs `onetrip` in `folder` with the person's language taken out of the environment, on a day of its own.
pub fn onetrip<I, S>(folder: &Path, arguments: I) -> Output
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    command(folder)
        .args(arguments)
        .output()
        .expect("the command starts")
}

/// `onetrip` in `folder`, not yet started.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(executable());
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
        command.env_remove(name);
    }
    command.env("SOURCE_DATE_EPOCH", TODAY);
    command
}

/// A built site in a folder of its own.
#[derive(Debug)]
pub struct Site {
    folder: TempDir,
    output: Output,
}

impl Site {
    /// Builds a copy of `content` and fails the test when the command does. A copy, because a build may add to
    /// `codes.lock`, and a test leaves the repository alone.
    pub fn build(content: &Path) -> Self {
        let copy = TempDir::new("content");
        copy_folder(content, copy.path());
        Self::build_with(copy.path(), &[])
    }

    /// Builds the content of a good case, sheets and all.
    ///
    /// # Panics
    ///
    /// When there is no such case, or its `case.txt` is not understood.
    pub fn of_good_case(name: &str) -> Self {
        let case = Case {
            name: name.to_owned(),
            folder: cases::root().join("good").join(name),
        };
        let folder = TempDir::new("case");
        let content = folder.path().join("content");
        Recipe::read(&case)
            .and_then(|recipe| recipe.lay_out(&case, &content))
            .expect("the case is sound");
        Self::build_with(&content, &[])
    }

    /// Builds `content` itself with further arguments.
    pub fn build_with(content: &Path, arguments: &[&str]) -> Self {
        let folder = TempDir::new("site");
        let mut all: Vec<&OsStr> = vec!["build".as_ref(), "--content".as_ref(), content.as_ref()];
        let dist = folder.path().join("dist");
        all.extend([
            "--out".as_ref(),
            dist.as_os_str(),
            "--lang".as_ref(),
            "zh".as_ref(),
        ]);
        all.extend(arguments.iter().map(OsStr::new));
        let output = onetrip(folder.path(), &all);
        let site = Self { folder, output };
        assert!(
            site.output.status.success(),
            "onetrip build {} failed:\n{}{}",
            content.display(),
            String::from_utf8_lossy(&site.output.stdout),
            String::from_utf8_lossy(&site.output.stderr),
        );
        site
    }

    /// The demonstration region `content/`, built once in a test process.
    pub fn demonstration() -> &'static Self {
        static SITE: OnceLock<Site> = OnceLock::new();
        SITE.get_or_init(|| Self::build(&tools::workspace().join("content")))
    }

    /// The folder with the pages.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    /// What the command printed on both channels, for people to read.
    pub fn printed(&self) -> String {
        let mut text = String::from_utf8_lossy(&self.output.stdout).into_owned();
        text.push_str(&String::from_utf8_lossy(&self.output.stderr));
        text
    }

    /// All files by their path relative to the root, with `/`.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.root())
    }

    /// One file as text.
    pub fn text(&self, path: &str) -> String {
        let full = self.root().join(path);
        fs::read_to_string(&full).unwrap_or_else(|error| panic!("{}: {error}", full.display()))
    }
}

/// Whether a path of the output ends in `.extension`. Names in the output are in small letters.
pub fn is_kind(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|found| found == extension)
}

/// All files below a folder by their path relative to it, with `/`. Symbolic links are not followed.
pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let entry = entry.expect("a folder of ours can be read");
            let path = entry.path();
            let kind = entry.file_type().expect("an entry has a type");
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                let bytes =
                    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                files.insert(relative(root, &path), bytes);
            }
        }
    }
    files
}

/// Copies all files of a folder over those of another.
pub fn copy_folder(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let full = to.join(path);
        let parent = full.parent().expect("a file lies in a folder");
        fs::create_dir_all(parent).unwrap_or_else(|error| panic!("{}: {error}", parent.display()));
        fs::write(&full, bytes).unwrap_or_else(|error| panic!("{}: {error}", full.display()));
    }
}

fn relative(root: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(root).expect("found below the root");
    inner.to_string_lossy().replace('\\', "/")
}
