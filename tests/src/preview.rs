//! `onetrip serve` on a copy of a content folder, asked as a browser asks, and ended by its own id.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::site::{command, copy_folder};
use crate::temp::TempDir;
use crate::tools;

/// Far longer than any change takes to be seen.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running preview.
#[derive(Debug)]
pub struct Preview {
    folder: TempDir,
    process: Child,
    /// HOST:PORT.
    pub address: String,
}

impl Preview {
    /// Serves a copy of the cases' base, in Chinese.
    pub fn start() -> Self {
        let folder = TempDir::new("serve");
        let content = folder.path().join("content");
        copy_folder(&tools::workspace().join("tests/cases/base"), &content);
        let mut command = command(folder.path());
        command.args(["serve", "--lang", "zh", "--port", "0"]);
        command.stderr(Stdio::piped());
        let mut process = command.spawn().expect("the command starts");
        let said = process.stderr.take().expect("it is piped");
        let mut lines = BufReader::new(said).lines();
        let address = lines.find_map(|line| {
            let line = line.ok()?;
            let site = line.strip_prefix("预览：http://")?;
            Some(site.trim_end_matches('/').to_owned())
        });
        // What it says from now on has to go somewhere.
        thread::spawn(move || lines.for_each(drop));
        Self {
            folder,
            process,
            address: address.expect("it says where"),
        }
    }

    /// A file of the content.
    pub fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join("content").join(path)
    }

    /// Changes a file as an editor does: the old text stands there once.
    pub fn edit(&self, path: &str, old: &str, new: &str) {
        let file = self.file(path);
        let text = fs::read_to_string(&file).expect("it can be read");
        assert_eq!(text.matches(old).count(), 1, "{old}");
        fs::write(&file, text.replacen(old, new, 1)).expect("it can be written");
    }

    /// What is answered to the lines of a request, without `Host` and the end.
    pub fn ask(&self, request: &str) -> String {
        self.ask_as(request, &self.address)
    }

    /// The same under another name.
    pub fn ask_as(&self, request: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("it can be set");
        write!(stream, "{request} HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("it listens");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Waits until the answer to a path is as wanted.
    pub fn wait(&self, path: &str, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let begun = Instant::now();
        loop {
            let answer = self.ask(&format!("GET {path}"));
            if wanted(&answer) {
                return answer;
            }
            assert!(begun.elapsed() < PATIENCE, "{what}: {answer}");
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// The memory that the process has now, in KB (Linux).
    pub fn memory(&self) -> u64 {
        let status = format!("/proc/{}/status", self.process.id());
        let status = fs::read_to_string(status).expect("Linux tells");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let words = line.expect("it is told").split_whitespace().next();
        words
            .and_then(|number| number.parse().ok())
            .expect("a number")
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.process.try_wait().is_ok_and(|ended| ended.is_none())
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
