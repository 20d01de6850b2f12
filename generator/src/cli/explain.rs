//! `onetrip explain`.

use std::fmt::Write as _;
use std::process::ExitCode;

use onetrip_core::diagnostic::{self, Kind, Lang, closest};

use super::args::{Explain, ExplainFormat};
use super::{USAGE, report};

/// Explains one kind of finding, or lists them all.
pub(super) fn explain(args: &Explain, lang: Lang) -> ExitCode {
    let kinds = diagnostic::kinds(lang);
    let Some(typed) = &args.id else {
        report::out(&match (args.format, args.all) {
            (ExplainFormat::Json, _) => diagnostic::kinds_to_json(&kinds),
            (ExplainFormat::Human, true) => diagnostic::reference(lang),
            (ExplainFormat::Human, false) => list(&kinds, lang),
        });
        return ExitCode::SUCCESS;
    };
    // As it stands in a message.
    let id = typed.trim().trim_start_matches('[').trim_end_matches(']');
    let wanted = |kind: &Kind| kind.declaration.id == id;
    let Some(at) = kinds.iter().position(wanted) else {
        report::err(&unknown(id, &kinds, lang));
        return ExitCode::from(USAGE);
    };
    report::out(&match args.format {
        ExplainFormat::Json => diagnostic::kinds_to_json(&kinds[at..=at]),
        ExplainFormat::Human => diagnostic::explain(&kinds[at]),
    });
    ExitCode::SUCCESS
}

/// One line a kind, below what its family is about.
fn list(kinds: &[Kind], lang: Lang) -> String {
    let width = kinds.iter().map(|kind| kind.declaration.id.len()).max();
    let width = width.unwrap_or_default();
    let mut out = String::new();
    for of_family in kinds.chunk_by(|one, other| one.family() == other.family()) {
        let _ = writeln!(out, "{}", of_family[0].family());
        for kind in of_family {
            let message = kind.messages().swap_remove(0);
            let _ = writeln!(out, "  {:width$}  {message}", kind.declaration.id);
        }
        out.push('\n');
    }
    out.push_str(match lang {
        Lang::Zh => {
            "看其中一条为什么、怎么改：onetrip explain 编号，例如 onetrip explain missing-key\n"
        }
        Lang::En => "Why one of them matters, and how to mend it: onetrip explain missing-key\n",
    });
    out
}

fn unknown(id: &str, kinds: &[Kind], lang: Lang) -> String {
    let ids = kinds.iter().map(|kind| kind.declaration.id);
    let near = closest(id, ids);
    match (near, lang) {
        (Some(near), Lang::Zh) => {
            format!("错误：没有“{id}”这一条。是不是想写“{near}”？\n\n看全部：onetrip explain\n")
        }
        (None, Lang::Zh) => format!("错误：没有“{id}”这一条\n\n看全部：onetrip explain\n"),
        (Some(near), Lang::En) => format!(
            "error: there is no finding \"{id}\". Did you mean \"{near}\"?\n\nSee all: onetrip explain\n"
        ),
        (None, Lang::En) => {
            format!("error: there is no finding \"{id}\"\n\nSee all: onetrip explain\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, diagnostic, list};

    #[test]
    fn the_list_has_a_line_for_every_kind() {
        for lang in [Lang::Zh, Lang::En] {
            let kinds = diagnostic::kinds(lang);
            let list = list(&kinds, lang);
            let lines = list.lines().filter_map(|line| line.strip_prefix("  "));
            let listed = lines.map(|line| line.split(' ').next().unwrap_or_default());
            let ids = kinds.iter().map(|kind| kind.declaration.id);
            assert_eq!(listed.collect::<Vec<_>>(), ids.collect::<Vec<_>>());
        }
    }
}
