//! A server for one worker's own machine: reading alone, one short answer a connection, nothing that a page of another site could reach.

use std::io::{self, BufRead as _, BufReader, Read as _, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use percent_encoding::percent_decode_str;

use super::response::Response;
use super::{Preview, pages};

/// The longest head of a request.
const HEAD: u64 = 16 * 1024;
/// Nobody types a request by hand.
const PATIENCE: Duration = Duration::from_secs(10);
/// So often somebody who waits for changes is told that there are none.
const PULSE: Duration = Duration::from_secs(15);

/// Serves the preview until the process ends. `hosts` are the names and ports under which it may be asked for.
pub fn serve(listener: &TcpListener, preview: &Arc<Preview>, hosts: &[String]) {
    let hosts: Arc<[String]> = hosts.into();
    for stream in listener.incoming().flatten() {
        let (preview, hosts) = (Arc::clone(preview), Arc::clone(&hosts));
        thread::spawn(move || {
            // A browser that went away in the middle is nobody's business.
            let _ = answer(&stream, &preview, &hosts);
        });
    }
}

/// What is asked for.
struct Request {
    method: String,
    path: String,
    query: String,
    host: String,
}

fn read(stream: &TcpStream) -> io::Result<Option<Request>> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(HEAD)).lines();
    let Some(first) = lines.next().transpose()? else {
        return Ok(None);
    };
    let mut words = first.split(' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(None);
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let mut request = Request {
        method: method.to_owned(),
        path: decoded(path),
        query: decoded(query),
        host: String::new(),
    };
    for line in lines {
        let line = line?;
        if line.is_empty() {
            return Ok(Some(request));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("host")
        {
            value.trim().clone_into(&mut request.host);
        }
    }
    // The head never ended.
    Ok(None)
}

fn answer(stream: &TcpStream, preview: &Preview, hosts: &[String]) -> io::Result<()> {
    let Some(request) = read(stream)? else {
        return Ok(());
    };
    let refused = |status| Response {
        status,
        kind: "text/plain; charset=utf-8",
        bytes: status.as_bytes().to_vec(),
    };
    // A page of another site that has its name point here asks under that name.
    let response = if !hosts.contains(&request.host) {
        refused("403 Forbidden")
    } else if !matches!(request.method.as_str(), "GET" | "HEAD") {
        refused("405 Method Not Allowed")
    } else if request.path == "/_events" {
        return events(stream, preview);
    } else {
        pages::response(preview, &request.path, &request.query)
    };
    send(stream, &response, request.method == "HEAD")
}

fn send(mut stream: &TcpStream, response: &Response, head_only: bool) -> io::Result<()> {
    let Response {
        status,
        kind,
        bytes,
    } = response;
    let length = bytes.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )?;
    if !head_only {
        stream.write_all(bytes)?;
    }
    stream.flush()
}

/// Tells the number of every new site, until nobody listens any more.
fn events(mut stream: &TcpStream, preview: &Preview) -> io::Result<()> {
    stream.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
    )?;
    let mut known = preview.newest().number;
    loop {
        write!(stream, "data: {known}\n\n")?;
        stream.flush()?;
        known = preview.wait(known, PULSE).number;
    }
}
