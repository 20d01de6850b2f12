//! The driver's process: started on a free port of loopback, ended on drop.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Browser;
use super::display::Display;

/// Between the choice of a free port and the driver's bind another process may take it.
const TRIES: usize = 3;
const START: Duration = Duration::from_secs(30);

/// A running driver.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    pub(super) fn start(browser: Browser, display: Option<&Display>, agent: &ureq::Agent) -> Self {
        for _ in 0..TRIES {
            let mut driver = Self::spawn(browser, display, free_port());
            if driver.becomes_ready(agent) {
                return driver;
            }
        }
        panic!("{browser:?}: the driver does not start ({TRIES} tries)");
    }

    fn spawn(browser: Browser, display: Option<&Display>, port: u16) -> Self {
        let (program, arguments) = browser.driver(port);
        let mut command = Command::new(program);
        command
            .args(arguments)
            .envs(browser.environment().iter().copied());
        // All that is asked for is on loopback.
        for proxy in ["http_proxy", "https_proxy", "all_proxy"] {
            command.env_remove(proxy).env_remove(proxy.to_uppercase());
        }
        if let Some(display) = display {
            command.env("DISPLAY", display.name());
        }
        match command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
        {
            Ok(process) => Self { process, port },
            Err(error) if error.kind() == ErrorKind::NotFound => {
                panic!("{program} is not installed: run tests/run once, it installs it")
            }
            Err(error) => panic!("cannot start {program}: {error}"),
        }
    }

    fn becomes_ready(&mut self, agent: &ureq::Agent) -> bool {
        let deadline = Instant::now() + START;
        let status = format!("{}/status", self.address());
        while Instant::now() < deadline {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return false;
            }
            if agent.get(&status).call().is_ok() {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }

    /// Where the driver listens.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // This one process and no other: drivers of other tests run at the same time.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
    listener
        .local_addr()
        .expect("a bound socket has an address")
        .port()
}
