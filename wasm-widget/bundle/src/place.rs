//! Where things are: the workspace and cargo's target directory.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;

/// The directories that the bundle reads and writes.
pub struct Place {
    /// The workspace.
    pub root: PathBuf,
}

impl Place {
    /// The workspace of the package that cargo runs.
    ///
    /// # Errors
    /// When it is gone.
    pub fn find() -> Outcome<Self> {
        // The variable of the running cargo first: a copied target directory may hold a binary from elsewhere.
        let package = env::var("CARGO_MANIFEST_DIR")
            .unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
        let root = Path::new(&package).join("../..");
        let root = root
            .canonicalize()
            .map_err(|error| format!("{}: {error}", root.display()))?;
        Ok(Place { root })
    }

    /// `wasm-widget/dist`.
    pub fn dist(&self) -> PathBuf {
        self.root.join("wasm-widget/dist")
    }

    /// Cargo's target directory for this workspace.
    pub(crate) fn target(&self) -> Outcome<PathBuf> {
        let metadata = run(self
            .cargo()
            .args(["metadata", "--no-deps", "--format-version", "1"]))?;
        let metadata: serde_json::Value =
            serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
        let target = metadata["target_directory"]
            .as_str()
            .ok_or("cargo metadata names no target directory")?;
        Ok(target.into())
    }

    /// A call of cargo in the workspace.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root);
        cargo
    }

    /// A call of the compiler in the workspace.
    pub(crate) fn rustc(&self) -> Command {
        let mut rustc = Command::new("rustc");
        rustc.current_dir(&self.root);
        rustc
    }

    /// A text file of the workspace.
    pub(crate) fn read(&self, path: &str) -> Outcome<String> {
        fs::read_to_string(self.root.join(path)).map_err(|error| format!("{path}: {error}"))
    }

    /// The files below a directory of the workspace, sorted; paths are relative to the workspace, with `/`.
    pub(crate) fn files(&self, directory: &str) -> Outcome<Vec<String>> {
        let mut files = Vec::new();
        let mut open = vec![directory.to_owned()];
        while let Some(directory) = open.pop() {
            let path = self.root.join(&directory);
            let entries = fs::read_dir(&path).map_err(|error| format!("{directory}: {error}"))?;
            for entry in entries {
                let entry = entry.map_err(|error| format!("{directory}: {error}"))?;
                let name = format!("{directory}/{}", entry.file_name().to_string_lossy());
                if entry.path().is_dir() {
                    open.push(name);
                } else {
                    files.push(name);
                }
            }
        }
        files.sort();
        Ok(files)
    }
}

/// Runs a command and gives what it printed.
pub(crate) fn run(command: &mut Command) -> Outcome<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .map_err(|error| format!("{name}: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "{name} failed:\n{}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
