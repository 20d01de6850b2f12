//! From a path to bytes: files, folders, the page for lost visitors, and the faults.

use std::fs;
use std::path::Path;

use super::{Shared, Wasm};

/// What is sent back.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) mime: &'static str,
    pub(super) body: Vec<u8>,
    pub(super) location: Option<String>,
    pub(super) cut: bool,
}

impl Shared {
    /// The host's answer to a request for `target`.
    pub(super) fn answer(&self, target: &str) -> Answer {
        let path = percent_decoded(target.split(['?', '#']).next().unwrap_or_default());
        let Some(inner) = path
            .strip_prefix(&self.options.below)
            .and_then(|rest| rest.strip_prefix('/'))
        else {
            return Answer::plain(404, "outside of the site");
        };
        if inner.split('/').any(|part| part == "..") {
            return Answer::plain(400, "no way up");
        }
        let mut file = self.root.join(inner);
        if file.is_dir() {
            if !path.ends_with('/') {
                return Answer {
                    location: Some(format!("{path}/")),
                    ..Answer::plain(301, "a folder")
                };
            }
            file.push("index.html");
        }
        self.file(&file).unwrap_or_else(|| self.not_found())
    }

    fn file(&self, file: &Path) -> Option<Answer> {
        let mut answer = Answer::good(mime_type(file), fs::read(file).ok()?);
        if file
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            match self.options.wasm {
                Wasm::Good => {}
                Wasm::Missing => return None,
                Wasm::Cut => answer.cut = true,
                Wasm::WrongType => answer.mime = "application/octet-stream",
            }
        }
        Some(answer)
    }

    fn not_found(&self) -> Answer {
        match fs::read(self.root.join("404.html")) {
            Ok(body) => Answer {
                status: 404,
                ..Answer::good("text/html; charset=utf-8", body)
            },
            Err(_) => Answer::plain(404, "not found"),
        }
    }
}

impl Answer {
    fn good(mime: &'static str, body: Vec<u8>) -> Self {
        Self {
            status: 200,
            mime,
            body,
            location: None,
            cut: false,
        }
    }

    fn plain(status: u16, text: &str) -> Self {
        Self {
            status,
            ..Self::good("text/plain; charset=utf-8", text.as_bytes().to_vec())
        }
    }
}

fn mime_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// `%E4%BD%A0` as text; a percent sign without two hexadecimal digits stays.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let code = code
            .filter(|_| *first == b'%')
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::percent_decoded;

    #[test]
    fn percent_signs() {
        assert_eq!(percent_decoded("%E4%BD%A0/100%"), "你/100%");
    }
}
