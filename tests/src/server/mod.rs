//! A static host on loopback, with the faults that hosts have.
//!
//! [`answer`] decides what is sent; this file listens and writes it down.
//! One request a connection, one thread a connection: simple and fast enough for one browser.

mod answer;

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use answer::Answer;

/// What the host does with files whose name ends in `.wasm`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wasm {
    /// Sent as `application/wasm`.
    #[default]
    Good,
    /// Answered with 404, as by a host that refuses what it does not know.
    Missing,
    /// The connection is cut after half of the bytes.
    Cut,
    /// Sent as `application/octet-stream`, as by old hosts.
    WrongType,
}

/// How a host behaves. The default is a good one.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The path at which the site stands, such as `/gov/yitangqing`; empty for the top.
    pub below: String,
    /// The fate of `.wasm` files.
    pub wasm: Wasm,
    /// The value of a `Content-Security-Policy` header.
    pub policy: Option<String>,
}

/// A request that the host saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The path with its query, as sent.
    pub target: String,
    /// The answer's status; 0 for a cut connection.
    pub status: u16,
}

/// A running host; it stops on drop.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    root: PathBuf,
    options: Options,
    requests: Mutex<Vec<Request>>,
    stopped: AtomicBool,
    /// Milliseconds before it answers; [`AWAY`]: it does not.
    waits: AtomicU64,
}

/// No network leads to the host.
const AWAY: u64 = u64::MAX;

impl Server {
    /// Serves `root` as a good host.
    pub fn start(root: &Path) -> Self {
        Self::start_with(root, Options::default())
    }

    /// Serves `root` with faults.
    pub fn start_with(root: &Path, options: Options) -> Self {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
        let address = listener
            .local_addr()
            .expect("a bound socket has an address");
        let shared = Arc::new(Shared {
            root: root.to_path_buf(),
            options,
            requests: Mutex::default(),
            stopped: AtomicBool::new(false),
            waits: AtomicU64::new(0),
        });
        let accepting = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Self {
            address,
            shared,
            accepting: Some(accepting),
        }
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of a page of the site, such as `wenyuan/a07.html`.
    pub fn url(&self, page: &str) -> String {
        format!("{}{}/{page}", self.origin(), self.shared.options.below)
    }

    /// From now on connections are cut before a byte is sent, as where there is no network.
    pub fn go_away(&self) {
        self.shared.waits.store(AWAY, Ordering::SeqCst);
    }

    /// From now on it answers after `time`.
    pub fn answer_after(&self, time: Duration) {
        let waits = u64::try_from(time.as_millis()).unwrap_or(AWAY);
        self.shared.waits.store(waits, Ordering::SeqCst);
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Request> {
        self.shared
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.accepting.take() {
            let _ = thread.join();
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // A browser may go away in the middle; that is no failure of a host.
            let _ = converse(stream, &shared);
        });
    }
}

fn converse(mut stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let waits = shared.waits.load(Ordering::SeqCst);
    if waits == AWAY {
        return stream.shutdown(Shutdown::Both);
    }
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let Some((method, target)) = read_request(&stream)? else {
        return Ok(());
    };
    thread::sleep(Duration::from_millis(waits));
    let answer = shared.answer(&target);
    let status = if answer.cut { 0 } else { answer.status };
    shared
        .requests
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(Request { target, status });
    write_answer(
        &mut stream,
        &answer,
        shared.options.policy.as_deref(),
        method == "HEAD",
    )
}

fn read_request(stream: &TcpStream) -> std::io::Result<Option<(String, String)>> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = first.split_ascii_whitespace();
    Ok(words
        .next()
        .zip(words.next())
        .map(|(method, target)| (method.to_owned(), target.to_owned())))
}

fn write_answer(
    stream: &mut TcpStream,
    answer: &Answer,
    policy: Option<&str>,
    head_only: bool,
) -> std::io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {} -\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n",
        answer.status,
        answer.mime,
        answer.body.len()
    );
    for (name, value) in [
        ("Location", answer.location.as_deref()),
        ("Content-Security-Policy", policy),
    ] {
        if let Some(value) = value {
            head.extend([name, ": ", value, "\r\n"]);
        }
    }
    stream.write_all(head.as_bytes())?;
    stream.write_all(b"\r\n")?;
    if answer.cut {
        stream.write_all(&answer.body[..answer.body.len() / 2])?;
    } else if !head_only {
        stream.write_all(&answer.body)?;
    }
    stream.flush()?;
    stream.shutdown(Shutdown::Write)
}

#[cfg(test)]
mod tests {
    use super::{Options, Server, Wasm};
    use crate::temp::TempDir;

    fn status(url: &str) -> u16 {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .max_redirects(0);
        let agent: ureq::Agent = config.max_redirects_will_error(false).build().into();
        agent.get(url).call().expect("an answer").status().as_u16()
    }

    #[test]
    fn a_site_below_a_path() {
        let root = TempDir::new("server");
        std::fs::write(root.path().join("index.html"), "home").expect("a file");
        std::fs::write(root.path().join("a.wasm"), "wasm").expect("a file");
        std::fs::create_dir(root.path().join("wenyuan")).expect("a folder");
        let options = Options {
            below: "/gov".into(),
            wasm: Wasm::Missing,
            policy: None,
        };
        let server = Server::start_with(root.path(), options);
        assert_eq!(status(&server.url("")), 200);
        assert_eq!(status(&server.url("a.wasm")), 404);
        assert_eq!(status(&server.url("wenyuan")), 301);
        assert_eq!(status(&format!("{}/index.html", server.origin())), 404);
        assert_eq!(server.requests().len(), 4);
    }
}
