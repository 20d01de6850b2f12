//! `onetrip docs`: the references of the format and of what may be found in content, to read and to put on a wall.

use std::process::ExitCode;

use onetrip_core::diagnostic::Lang;

use super::args::Docs;
use super::{files, report};
use crate::handbook::{self, Book};

/// Writes it in both languages, as Markdown and as a page that stands alone.
pub(super) fn docs(args: &Docs, lang: Lang) -> ExitCode {
    let mut written = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        for book in [Book::Format, Book::Findings] {
            let name = book.name(lang);
            let text = book.text(lang);
            written.push((format!("{name}.html"), handbook::page(&text, lang)));
            written.push((format!("{name}.md"), text));
        }
    }
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
