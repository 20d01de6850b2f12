//! Findings for a person at a terminal: the line, the text underlined, what is wrong, what to do.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::wrap::{parted, wrap};
use super::{Finding, Lang, Place, Severity, Sources, message, remedy};

/// How the terminal wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Colours.
    pub color: bool,
    /// Columns; none where no terminal shows it, and then nothing is wrapped.
    pub width: Option<usize>,
}

/// All findings, one block each, with a blank line between.
pub fn to_text(findings: &[Finding], sources: &Sources, lang: Lang, style: Style) -> String {
    let renderer = if style.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(style.width.unwrap_or(UNWRAPPED));
    let mut out = String::new();
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    let findings: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.allowed.is_none())
        .collect();
    for finding in &findings {
        *counts.entry(kind(finding)).or_default() += 1;
    }
    let mut shown: BTreeMap<_, usize> = BTreeMap::new();
    for finding in &findings {
        let kind = kind(finding);
        let count = shown.entry(kind).or_default();
        *count += 1;
        if *count > MOST_SHOWN && finding.place.is_some() {
            if *count == MOST_SHOWN + 1 {
                let rest = counts.get(&kind).map_or(0, |all| all - MOST_SHOWN);
                out.push_str(&more(kind, rest, lang));
            }
            continue;
        }
        let text = renderer.render(&report(finding, sources, lang));
        let text = to_paste(text, &remedy(finding, lang));
        match style.width {
            Some(width) => out.push_str(&wrapped(&text, width, lang)),
            None => out.push_str(&text),
        }
        out.push_str("\n\n");
    }
    out
}

/// Lines of content are cut at this width where nothing else is known.
const UNWRAPPED: usize = 140;

/// The message and what to do, in the terminal's width; lines of content stay as they are.
fn wrapped(text: &str, width: usize, lang: Lang) -> String {
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let (plain, _) = parted(line);
        let said = plain.trim_start().trim_start_matches("= ");
        let is_help = said.starts_with(help_name(lang));
        let indent = match number {
            0 => 2,
            _ => plain.len() - said.len(),
        };
        lines.push(if number == 0 || is_help {
            wrap(line, width, indent)
        } else {
            line.to_owned()
        });
    }
    lines.join("\n")
}

fn help_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "怎么改",
        Lang::En => "what to do",
    }
}

/// So many findings of a kind are shown of one file.
const MOST_SHOWN: usize = 20;

/// The file of a finding and its id.
fn kind(finding: &Finding) -> (Option<&str>, &'static str) {
    let file = finding.place.as_ref().map(|place| &*place.file);
    (file, finding.problem.id())
}

fn more((file, id): (Option<&str>, &str), count: usize, lang: Lang) -> String {
    let file = file.unwrap_or_default();
    match lang {
        Lang::Zh => format!("……{file} 里还有 {count} 处 [{id}]，先改上面的。\n\n"),
        Lang::En => {
            format!("... and {count} more [{id}] in {file}; mend those above first.\n\n")
        }
    }
}

/// The further lines of a remedy are there to be pasted into a file: they stand as they stand there.
fn to_paste(mut text: String, remedy: &str) -> String {
    for line in remedy.lines().skip(1) {
        let shown = text
            .lines()
            .find(|shown| shown.trim_start() == line.trim_start())
            .map(str::to_owned);
        if let Some(shown) = shown {
            text = text.replacen(&format!("\n{shown}"), &format!("\n{line}"), 1);
        }
    }
    text
}

fn report<'a>(finding: &'a Finding, sources: &'a Sources, lang: Lang) -> Vec<Group<'a>> {
    let help = help_name(lang);
    let (level, name) = match (finding.severity(), lang) {
        (Severity::Error, Lang::Zh) => (Level::ERROR, "错误"),
        (Severity::Warning, Lang::Zh) => (Level::WARNING, "提醒"),
        (Severity::Error, Lang::En) => (Level::ERROR, "error"),
        (Severity::Warning, Lang::En) => (Level::WARNING, "warning"),
    };
    let title = level
        .with_name(Some(name))
        .primary_title(of_draft(finding, lang) + &message(finding, lang))
        .id(finding.problem.id());
    let help_title = Level::HELP
        .with_name(Some(help))
        .secondary_title(remedy(finding, lang));
    let group = match finding.place.as_ref() {
        Some(place) => match sources.get(&place.file).filter(|_| place.end > 0) {
            Some(text) => {
                let (lines, first) = lines(text, place);
                let start = lines.start;
                title.element(
                    Snippet::source(&text[lines])
                        .line_start(first)
                        .path(&*place.file)
                        .annotation(
                            AnnotationKind::Primary
                                .span(place.start - start..place.end.min(text.len()) - start),
                        ),
                )
            }
            None => title.element(annotate_snippets::Origin::path(&*place.file)),
        },
        None => return vec![Group::with_title(title), Group::with_title(help_title)],
    };
    vec![
        group.element(
            Level::HELP
                .with_name(Some(help))
                .message(remedy(finding, lang)),
        ),
    ]
}

/// The lines in which something stands, and the number of the first: the renderer goes through all that it gets.
fn lines(text: &str, place: &Place) -> (Range<usize>, usize) {
    let end = place.end.min(text.len());
    let start = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    (start..end, text[..start].matches('\n').count() + 1)
}

/// Says that a finding is of a draft.
fn of_draft(finding: &Finding, lang: Lang) -> String {
    match (finding.draft, lang) {
        (false, _) => String::new(),
        (true, Lang::Zh) => "（草稿）".into(),
        (true, Lang::En) => "(draft) ".into(),
    }
}
#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Style, to_text};
    use crate::diagnostic::{AllowFault, Finding, Lang, Place, Sources};

    #[test]
    fn messages_are_wrapped_and_lines_to_paste_are_not() {
        let file: Arc<str> = "site.yaml".into();
        let entry =
            "  - {提示: local-fact-idle, 原因: 一个很长很长很长很长的原因，比终端还要宽得多}";
        let text: Arc<str> = format!("放过:\n{entry}\n").into();
        let place = Place::new(&file, 11..text.len() - 1);
        let fault = AllowFault::Nothing {
            id: "local-fact-idle".to_owned(),
            file: file.to_string(),
            entry: entry.to_owned(),
        };
        let findings = [Finding::at(place, fault.into())];
        let sources = Sources::from([(file, text)]);
        let told = |width| {
            let style = Style {
                color: false,
                width,
            };
            to_text(&findings, &sources, Lang::Zh, style)
        };
        let wrapped = told(Some(40));
        assert!(wrapped.contains("\n  "), "{wrapped}");
        assert!(
            wrapped.contains(&format!("怎么改: 删掉这一条：\n{entry}\n")),
            "{wrapped}"
        );
        let title = wrapped.lines().next().unwrap_or_default();
        assert!(title.chars().count() < 40, "{wrapped}");
        let plain = told(None);
        assert_eq!(
            plain.lines().next().map(|line| line.ends_with("的提醒")),
            Some(true)
        );
    }
}
