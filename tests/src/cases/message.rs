//! What the command says, held against the exact words in a case's message files.

use std::fs;
use std::path::Path;
use std::process::Output;

use super::{BLESS, blessing};

/// The languages of the messages, each with its file.
pub(super) const MESSAGES: [(&str, &str); 2] = [("zh", "message.txt"), ("en", "message.en.txt")];

pub(super) fn check_exit(output: &Output, expected: i32, faults: &mut Vec<String>) {
    if output.status.code() != Some(expected) {
        faults.push(format!(
            "left with {}, not with exit code {expected}",
            output.status
        ));
    }
    let text = String::from_utf8_lossy(&output.stderr);
    if text.contains("panicked at") || text.contains("RUST_BACKTRACE") {
        faults.push(format!("a panic:\n{text}"));
    }
}

/// Both channels, with the folder of this run taken out.
pub(super) fn said(output: &Output, folder: &Path) -> String {
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    let text = text
        .replace(&format!("{}/", folder.display()), "")
        .replace(&*folder.to_string_lossy(), "…");
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_matches('\n'))
}

pub(super) fn compare(file: &Path, actual: &str, faults: &mut Vec<String>) {
    if blessing() {
        fs::write(file, actual).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        return;
    }
    match fs::read_to_string(file) {
        Ok(expected) if expected == actual => {}
        Ok(expected) => faults.push(format!(
            "{}: other words ({BLESS}=1 takes them over).\n-- expected\n{expected}-- said\n{actual}",
            file.display()
        )),
        Err(_) => {
            faults.push(format!("{} is missing ({BLESS}=1 writes it). It said:\n{actual}", file.display()));
        }
    }
}
