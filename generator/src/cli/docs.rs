//! `onetrip docs`: the references of the format and of what may be found in content, to read and to put on a wall.

use std::process::ExitCode;

use pulldown_cmark::{Options, Parser, html};

use super::args::Docs;
use super::{files, report};
use crate::diagnostic::{self, Lang};
use crate::schema::reference;

/// Writes it in both languages, as Markdown and as a page that stands alone.
pub(super) fn docs(args: &Docs, lang: Lang) -> ExitCode {
    let one = |lang, name: &str, text: String| {
        let page = page(&text, lang);
        [(format!("{name}.md"), text), (format!("{name}.html"), page)]
    };
    let (zh, en) = (Lang::Zh, Lang::En);
    let written = [
        one(zh, "format", reference(zh)),
        one(en, "format.en", reference(en)),
        one(zh, "findings", diagnostic::reference(zh)),
        one(en, "findings.en", diagnostic::reference(en)),
    ]
    .concat();
    let (number, out) = (written.len(), args.out.display());
    if let Err(code) = files::write(written, &args.out, lang) {
        return code;
    }
    report::err(&match lang {
        Lang::Zh => format!("写好了：{number} 个文件 → {out}，从 format.html 看起\n"),
        Lang::En => format!(
            "Written: {} → {out}, begin with format.en.html\n",
            report::many(number, "file")
        ),
    });
    ExitCode::SUCCESS
}

/// The text as a page that loads nothing.
fn page(text: &str, lang: Lang) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut body = String::new();
    html::push_html(&mut body, Parser::new_ext(text, options));
    let title = text.lines().next().unwrap_or_default();
    let title = title.trim_start_matches(['#', ' ']);
    let code = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         <main>\n{body}</main>\n</html>\n"
    )
}

const STYLE: &str = "\
body{font:1rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:75rem;padding:1rem}\
main{overflow-wrap:anywhere}\
table{border-collapse:collapse;display:block;overflow-x:auto}\
th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:start;vertical-align:top;min-width:4.5em}\
td:nth-child(2){white-space:nowrap}\
code{white-space:pre-wrap}";
