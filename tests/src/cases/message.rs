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
    let lines: Vec<_> = without_hint(&text).into_iter().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_matches('\n'))
}

/// The lines without the hint how to learn more, which is the same below all findings but for the id of the first. A hint that is none
/// of the first finding stays, and where there is none that is said.
pub(super) fn without_hint(text: &str) -> Vec<&str> {
    let id = |line: &'_ str| -> Option<String> {
        let levels = ["错误[", "提醒[", "error[", "warning["];
        let behind = levels.iter().find_map(|level| line.strip_prefix(level))?;
        Some(behind.split_once("]: ")?.0.to_owned())
    };
    let Some(first) = text.lines().find_map(id) else {
        return text.lines().collect();
    };
    let hints = [
        format!("用 onetrip explain {first} 看为什么、怎么改。"),
        format!("See onetrip explain {first} for why it matters and how to mend it."),
    ];
    let is_hint = |line: &&str| hints.iter().any(|hint| line == hint);
    let mut lines: Vec<&str> = text.lines().collect();
    match lines.iter().position(is_hint) {
        Some(at) => {
            lines.remove(at);
        }
        None => lines.push("(no hint how to learn more)"),
    }
    lines
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
