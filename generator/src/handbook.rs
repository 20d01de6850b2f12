//! The handbook of who writes content: every key of every file, and everything that may be found. `onetrip docs` writes it, the preview
//! shows it.

use onetrip_core::diagnostic::{self, Lang};
use onetrip_core::schema;
use pulldown_cmark::{Options, Parser, html};

/// A part of the handbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Book {
    /// Every key of every file.
    Format,
    /// Everything that may be found.
    Findings,
}

impl Book {
    /// What its files are called, without ending.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Format, Lang::Zh) => "format",
            (Self::Format, Lang::En) => "format.en",
            (Self::Findings, Lang::Zh) => "findings",
            (Self::Findings, Lang::En) => "findings.en",
        }
    }

    /// The text, as Markdown.
    pub fn text(self, lang: Lang) -> String {
        match self {
            Self::Format => schema::reference(lang),
            Self::Findings => diagnostic::reference(lang),
        }
    }
}

/// The text as a page that loads nothing.
pub fn page(text: &str, lang: Lang) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut body = String::new();
    html::push_html(&mut body, Parser::new_ext(text, options));
    let title = text.lines().next().unwrap_or_default();
    frame(title.trim_start_matches(['#', ' ']), &body, lang)
}

/// A page of our own, for those who write content; it loads nothing.
pub fn frame(title: &str, body: &str, lang: Lang) -> String {
    let code = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

const STYLE: &str = "\
body{font:1rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:75rem;padding:1rem}\
main{overflow-wrap:anywhere}\
table{border-collapse:collapse;display:block;overflow-x:auto}\
th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:start;vertical-align:top;min-width:4.5em}\
td:nth-child(2){white-space:nowrap}\
code{white-space:pre-wrap}\
pre.error,pre.warning{background:#f6f6f6;border-left:.4rem solid #8a6100;padding:1rem;white-space:pre-wrap}\
pre.error{border-color:#9c1c1c}\
iframe{border:1px solid #444;border-radius:1rem}";
