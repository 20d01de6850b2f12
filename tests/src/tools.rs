//! Programs and files that are neither ours nor Rust's: `tests/run` installs them.
//!
//! What is missing fails the test that needs it with the name of the missing thing: a test that skips itself
//! in silence proves nothing.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Cargo's target folder of this run, read off the place of the test executable: `TARGET/PROFILE/deps/NAME`.
///
/// Its `CACHEDIR.TAG` is no help: cargo writes it only into a folder that it makes itself, and `tests/run` is
/// there before it.
pub fn target_dir() -> PathBuf {
    let executable = std::env::current_exe().expect("a running program has a path");
    let deps = executable
        .ancestors()
        .find(|folder| folder.file_name().is_some_and(|name| name == "deps"));
    let target = deps.and_then(Path::parent).and_then(Path::parent);
    target
        .unwrap_or_else(|| panic!("{} is not a test built by cargo", executable.display()))
        .to_path_buf()
}

/// The workspace's folder.
pub fn workspace() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests
        .parent()
        .expect("tests/ lies in the workspace")
        .to_path_buf()
}

/// A file of an npm package, such as `axe-core/axe.min.js`.
pub fn npm_file(path: &str) -> PathBuf {
    let file = folder().join("node_modules").join(path);
    assert!(
        file.is_file(),
        "{} is missing: run tests/run once, it installs it",
        file.display()
    );
    file
}

/// The Python that `tests/run` has installed packages for.
pub fn python() -> PathBuf {
    folder().join("python/bin/python")
}

/// What zxing-cpp reads off each of these pictures (PGM): a decoder that shares no idea with the encoder, nor with `zbarimg`.
pub fn zxing(pictures: &[PathBuf]) -> Vec<Vec<String>> {
    let python = python();
    let script = workspace().join("tests/read-codes.py");
    let pictures = pictures.iter().map(|picture| picture.as_os_str());
    let arguments = std::iter::once(script.as_os_str()).chain(pictures);
    let output = run(&python.to_string_lossy(), arguments);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "run tests/run once, it installs zxing-cpp: {complaint}"
    );
    serde_json::from_slice(&output.stdout).expect("the script gives lists of texts")
}

/// Where `tests/run` puts what is not the system's: `$ONETRIP_TEST_TOOLS`, else `TARGET/test-tools`.
fn folder() -> PathBuf {
    std::env::var_os("ONETRIP_TEST_TOOLS")
        .map_or_else(|| target_dir().join("test-tools"), PathBuf::from)
}

/// Runs a program to its end; a missing program is a failure that names it, a bad exit code is not.
pub fn run<I, S>(program: &str, arguments: I) -> Output
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    match Command::new(program).args(arguments).output() {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            panic!("{program} is not installed: run tests/run once, it installs it")
        }
        Err(error) => panic!("cannot run {program}: {error}"),
    }
}

/// Whether a program can be started at all.
pub fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}
