//! A screen that nobody sees, for a browser without a headless mode.

use std::io::{BufRead, BufReader, ErrorKind};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long the server may take to leave by itself.
const LEAVE: Duration = Duration::from_secs(3);

/// A running Xvfb; it ends on drop, and with it whatever still has a window there.
#[derive(Debug)]
pub(super) struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// Starts a server on a number that it finds free itself: nobody can take it in between.
    pub(super) fn start() -> Self {
        let started = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x1600x24",
                "-nolisten",
                "tcp",
            ])
            // It leaves with its last client, and then takes its lock file along.
            .arg("-terminate")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process = match started {
            Ok(process) => process,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                panic!("Xvfb is not installed: run tests/run once, it installs it")
            }
            Err(error) => panic!("cannot start Xvfb: {error}"),
        };
        let mut number = String::new();
        let output = process.stdout.take().expect("its output is a pipe");
        let told = BufReader::new(output).read_line(&mut number);
        let number = number.trim();
        assert!(told.is_ok() && !number.is_empty(), "Xvfb does not start");
        Self {
            process,
            name: format!(":{number}"),
        }
    }

    /// The value of `DISPLAY`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let deadline = Instant::now() + LEAVE;
        while Instant::now() < deadline {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
