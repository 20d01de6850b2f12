//! What is served: the site's own files, and beside them, below `/_`, what is wrong.

use std::fmt::Write as _;

use onetrip_core::diagnostic::{self, Lang};
use serde_json::json;

use super::response::Response;
use super::sheets::is_sheet;
use super::{Preview, Snapshot, Told};
use crate::handbook::{self, Book};

const HTML: &str = "text/html; charset=utf-8";
const OK: &str = "200 OK";

/// The answer to a path.
pub(super) fn response(preview: &Preview, path: &str, query: &str) -> Response {
    let site = preview.newest();
    let lang = preview.lang;
    let html = |text: String| Response {
        status: OK,
        kind: HTML,
        bytes: text.into_bytes(),
    };
    match path {
        "/_preview.js" => Response {
            status: OK,
            kind: "text/javascript; charset=utf-8",
            bytes: SCRIPT.as_bytes().to_vec(),
        },
        "/_about" => about(&site, lang, query),
        "/_findings" => html(with_script(&all(&site, lang), &site)),
        "/_phone" => html(phone(query, lang)),
        "/_format" => html(handbook::page(&Book::Format.text(lang), lang)),
        _ => match path.strip_prefix("/_explain/") {
            Some(id) => explained(id, lang),
            None => sheet(preview, &site, path).unwrap_or_else(|| file(&site, lang, path)),
        },
    }
}

/// A sheet; none where the path names none, or it cannot be made.
fn sheet(preview: &Preview, site: &Snapshot, path: &str) -> Option<Response> {
    let name = wanted(path);
    let sheets = is_sheet(&name).then(|| preview.sheets.of(site.number))?;
    Some(Response {
        status: OK,
        kind: kind(&name),
        bytes: sheets.get(&name)?.clone(),
    })
}

/// A file of the site; where there is none, the page that a host shows then.
fn file(site: &Snapshot, lang: Lang, path: &str) -> Response {
    let name = wanted(path);
    let (status, name) = match site.files.get(&name) {
        Some(_) => (OK, name),
        None => ("404 Not Found", "404.html".to_owned()),
    };
    let Some(bytes) = site.files.get(&name) else {
        // Nothing could be made yet.
        let text = with_script(&all(site, lang), site);
        return Response {
            status,
            kind: HTML,
            bytes: text.into_bytes(),
        };
    };
    let kind = kind(&name);
    let bytes = match std::str::from_utf8(bytes) {
        Ok(text) if kind == HTML => with_script(text, site).into_bytes(),
        _ => bytes.to_vec(),
    };
    Response {
        status,
        kind,
        bytes,
    }
}

/// The file behind a path.
fn wanted(path: &str) -> String {
    let name = path.trim_start_matches('/');
    if name.is_empty() || name.ends_with('/') {
        format!("{name}index.html")
    } else {
        name.to_owned()
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "xml" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The page with the script that shows findings and follows changes.
fn with_script(page: &str, site: &Snapshot) -> String {
    let number = site.number;
    let script = format!("<script src=\"/_preview.js\" data-number=\"{number}\"></script>\n");
    let end = page.rfind("</body>").unwrap_or(page.len());
    [&page[..end], &script, &page[end..]].concat()
}

/// What concerns a page, for the script.
fn about(site: &Snapshot, lang: Lang, page: &str) -> Response {
    let here = site.of_page(&wanted(page));
    let (errors, _) = site.count();
    let elsewhere = site.findings.len() - here.len();
    let told = |told: &&Told| json!({"id": told.id, "error": told.is_error, "text": told.text});
    let words = match lang {
        Lang::Zh => json!({
            "close": "收起", "explain": "为什么、怎么改", "format": "每一项怎么写", "old": "内容有错，这是上一次没有错的页面",
            "elsewhere": format!("别处还有 {elsewhere} 处"),
        }),
        Lang::En => json!({
            "close": "Hide", "explain": "Why, and how to mend it", "format": "How every key is written", "old": "There are errors: this is the last page without",
            "elsewhere": format!("{elsewhere} more elsewhere"),
        }),
    };
    let about = json!({
        "here": here.iter().map(told).collect::<Vec<_>>(), "elsewhere": elsewhere, "old": errors > 0, "words": words,
    });
    Response {
        status: OK,
        kind: "application/json",
        bytes: about.to_string().into_bytes(),
    }
}

/// Everything that was found.
fn all(site: &Snapshot, lang: Lang) -> String {
    let (errors, warnings) = site.count();
    let (title, count, none, [home, format, why]) = match lang {
        Lang::Zh => (
            "发现的问题",
            format!("错误 {errors} 处，提醒 {warnings} 处。改好一处，这里自己会更新。"),
            "没有发现问题。",
            ["回到网站", "每一项怎么写", "为什么、怎么改"],
        ),
        Lang::En => (
            "Findings",
            format!("{errors} errors, {warnings} warnings. This page follows your changes."),
            "Nothing is wrong.",
            [
                "To the site",
                "How every key is written",
                "Why, and how to mend it",
            ],
        ),
    };
    let mut body = format!(
        "<h1>{title}</h1>\n<p>{count}</p>\n<p><a href=\"/\">{home}</a></p>\n<p><a href=\"/_format\">{format}</a></p>\n"
    );
    if site.findings.is_empty() {
        let _ = writeln!(body, "<p>{none}</p>");
    }
    for told in &site.findings {
        let (text, id) = (escaped(&told.text), told.id);
        let class = if told.is_error { "error" } else { "warning" };
        let _ = writeln!(
            body,
            "<pre class=\"{class}\">{text}</pre>\n<p><a href=\"/_explain/{id}\">{why}</a></p>"
        );
    }
    handbook::frame(title, &body, lang)
}

fn explained(id: &str, lang: Lang) -> Response {
    let kinds = diagnostic::kinds(lang);
    let kind = kinds.iter().find(|kind| kind.declaration.id == id);
    let (status, text) = match kind {
        Some(kind) => (OK, diagnostic::explain(kind)),
        None => ("404 Not Found", id.to_owned()),
    };
    let id = escaped(id);
    let body = format!("<h1>{id}</h1>\n<pre>{}</pre>\n", escaped(&text));
    Response {
        status,
        kind: HTML,
        bytes: handbook::frame(&id, &body, lang).into_bytes(),
    }
}

/// A page as wide as a phone.
fn phone(path: &str, lang: Lang) -> String {
    // A path of this server alone.
    let path = path.trim_start_matches('/');
    let path = if path.contains(':') { "" } else { path };
    let title = match lang {
        Lang::Zh => "手机上看到的样子",
        Lang::En => "As on a phone",
    };
    let body = format!(
        "<h1>{title}</h1>\n<iframe src=\"/{}\" width=\"390\" height=\"844\" title=\"{title}\"></iframe>\n",
        escaped(path)
    );
    handbook::frame(title, &body, lang)
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// Follows changes, and shows what concerns the page. In a shadow tree, so that neither knows the other's styles.
const SCRIPT: &str = r"(function () {
  'use strict';
  var number = document.currentScript.getAttribute('data-number');
  var events = new EventSource('/_events');
  events.onmessage = function (event) {
    if (event.data !== number) {
      events.close();
      location.reload();
    }
  };
  function add(parent, name, text) {
    var element = document.createElement(name);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }
  function show(about) {
    if (!about.here.length && !about.elsewhere) { return; }
    var host = document.createElement('div');
    host.id = 'onetrip-findings';
    document.body.appendChild(host);
    var root = host.attachShadow({ mode: 'open' });
    add(root, 'style', 'section{background:#fff;border-top:.4rem solid #9c1c1c;bottom:0;box-shadow:0 0 1rem #0006;box-sizing:border-box;color:#1c1a17;' +
      'font:1rem/1.5 system-ui,sans-serif;left:0;max-height:60vh;overflow:auto;padding:1rem;position:fixed;right:0;z-index:2147483647}' +
      'section.warning{border-color:#8a6100}pre{margin:0 0 .5rem;overflow-x:auto;white-space:pre-wrap}' +
      'button{float:right;font:inherit;min-height:44px;min-width:44px}a{color:#14406b}');
    var section = add(root, 'section', '');
    section.className = about.old ? 'error' : 'warning';
    add(section, 'button', about.words.close).onclick = function () { host.remove(); };
    if (about.old) { add(section, 'p', about.words.old); }
    about.here.forEach(function (told) {
      add(section, 'pre', told.text);
      add(add(section, 'p', ''), 'a', about.words.explain).href = '/_explain/' + told.id;
    });
    if (about.here.length) { add(add(section, 'p', ''), 'a', about.words.format).href = '/_format'; }
    if (about.elsewhere) { add(add(section, 'p', ''), 'a', about.words.elsewhere).href = '/_findings'; }
  }
  if (location.pathname === '/_findings') { return; }
  fetch('/_about?' + location.pathname).then(function (answer) { return answer.json(); }).then(show);
})();
";
