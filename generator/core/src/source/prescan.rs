//! The slips of a Chinese keyboard that YAML either takes silently or reports somewhere else.
//!
//! No YAML parser names a full-width colon as the cause: `标题：高龄津贴` becomes part of the line before it, or an error
//! two lines below. So the lines are looked at first, as a person would.

use std::ops::Range;

use crate::diagnostic::{Indented, QuoteReason, YamlFault};

use super::yaml::Fault;
use super::{keys, quotes};

/// The slips that are wrong whatever the parser says of the text at `range`.
pub(super) fn certain(source: &str, range: &Range<usize>) -> Vec<Fault> {
    let mut faults = scan(source, range, &|key| keys::is_known(key));
    // Below a key YAML takes such entries for one text over several lines.
    let mut below_key = false;
    for (start, line) in text_lines(source, range) {
        let found = dash(start, line).filter(|_| below_key);
        let blank = line.trim().is_empty() || line.trim_start().starts_with('#');
        below_key = found.is_some() || blank && below_key || !blank && line.ends_with(':');
        faults.extend(found);
    }
    faults
}

/// The slips that explain why the parser failed: the same, but with any word taken for a key, values that need quotation
/// marks, and commas in brackets.
pub(super) fn explaining(source: &str, range: &Range<usize>) -> Vec<Fault> {
    let mut faults = scan(source, range, &is_word);
    for (start, line) in text_lines(source, range) {
        let found = brackets(start, line).or_else(|| dash(start, line));
        faults.extend(found.filter(|(span, _)| faults.iter().all(|(known, _)| known != span)));
    }
    let open = open_end(source, range);
    let inside: Vec<Fault> = lines(source, range)
        .filter_map(|(start, line)| inner_colon(start, line))
        .collect();
    let values = quotes::explaining(source, range);
    // What such a colon makes of its line is no value that wants quotation marks.
    let values: Vec<Fault> = values
        .into_iter()
        .filter(|(span, _)| {
            let mut told = inside.iter().chain(&faults);
            told.all(|(slip, _)| !span.contains(&slip.start))
        })
        .collect();
    faults.extend(inside);
    // Behind a bracket that is left open every line looks odd; but a ` #` that hides a bracket is itself the cause.
    let hidden = values
        .iter()
        .any(|(_, fault)| matches!(fault, YamlFault::NeedsQuotes { reason, .. } if *reason == QuoteReason::Hash));
    if !values.is_empty() && (hidden || open.is_none()) {
        faults.extend(values);
    } else if open.is_none() {
        faults.extend(lines(source, range).filter_map(|(start, line)| comma(start, line)));
    }
    if faults.is_empty() {
        faults.extend(open);
    }
    faults
}

/// Whether it may be the name of something.
fn is_word(key: &str) -> bool {
    !key.is_empty() && key.chars().count() <= 12 && !key.contains(['，', '。', ' ', '、', ':'])
}

fn scan(source: &str, range: &Range<usize>, is_key: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    let mut block = Block::default();
    let mut faults = Vec::new();
    for (start, line) in lines(source, range) {
        if !block.swallows(line) {
            faults.extend(indent(start, line).or_else(|| colon(start, line, is_key)));
        }
    }
    faults
}

/// The lines that are YAML and not text of a `key: |` block.
pub(super) fn text_lines<'a>(
    source: &'a str,
    range: &Range<usize>,
) -> impl Iterator<Item = (usize, &'a str)> {
    let mut block = Block::default();
    lines(source, range).filter(move |(_, line)| !block.swallows(line))
}

fn lines<'a>(source: &'a str, range: &Range<usize>) -> impl Iterator<Item = (usize, &'a str)> {
    let mut at = range.start;
    source[range.clone()]
        .split_inclusive('\n')
        .map(move |line| {
            let start = at;
            at += line.len();
            (start, line.trim_end())
        })
}

/// Follows `key: |` blocks, whose lines are text and not YAML.
#[derive(Default)]
struct Block {
    indent: Option<usize>,
}

impl Block {
    fn swallows(&mut self, line: &str) -> bool {
        let depth = line.len() - line.trim_start_matches(' ').len();
        if let Some(indent) = self.indent {
            if line.trim().is_empty() || depth > indent {
                return true;
            }
            self.indent = None;
        }
        let value = line.rsplit(": ").next().unwrap_or_default();
        if matches!(value, "|" | ">" | "|-" | ">-" | "|+" | ">+") {
            self.indent = Some(depth);
        }
        false
    }
}

fn indent(start: usize, line: &str) -> Option<Fault> {
    let text = line.trim_start();
    let lead = &line[..line.len() - text.len()];
    if text.is_empty() || lead.bytes().all(|b| b == b' ') {
        return None;
    }
    let mended: String = lead
        .chars()
        .map(|c| {
            if matches!(c, '\u{3000}' | '\t') {
                "  "
            } else {
                " "
            }
        })
        .collect::<String>()
        + text;
    let fault = if lead.contains('\t') {
        YamlFault::TabIndent {
            line: Indented(mended),
        }
    } else {
        YamlFault::WideIndent {
            line: Indented(mended),
        }
    };
    // With some text after it, so that there is something to see underlined.
    Some((
        start..start + lead.len() + text.chars().next().map_or(0, char::len_utf8),
        fault,
    ))
}

fn colon(start: usize, line: &str, is_key: &dyn Fn(&str) -> bool) -> Option<Fault> {
    let text = line.trim_start().trim_start_matches("- ").trim_start();
    let lead = line.len() - text.len();
    if let Some((key, _)) = text.split_once('：')
        && is_key(key.trim())
        && !key.contains(['"', '{', '[', '#', ':'])
    {
        let at = start + lead + key.len();
        let mended = line.replacen('：', ": ", 1).replace(":  ", ": ");
        return Some((
            at..at + '：'.len_utf8(),
            YamlFault::FullWidthColon {
                line: mended.trim().to_owned(),
            },
        ));
    }
    let (key, rest) = text.split_once(':')?;
    let glued = !rest.is_empty() && !rest.starts_with([' ', '/']);
    if glued && keys::is_known(key) {
        let at = start + lead + key.len();
        let mended = format!("{}{key}: {rest}", line[..lead].trim_start());
        return Some((at..at + 1, YamlFault::NoSpaceAfterColon { line: mended }));
    }
    None
}

/// `｛次数: 1｝` as a whole value.
fn brackets(start: usize, line: &str) -> Option<Fault> {
    let at = match line.find(": ") {
        Some(colon) => colon + 2,
        None => line.find("- ")? + 2,
    };
    let value = line[at..].trim();
    // 【通知】 may be a title; braces are none.
    let mended = narrow_brackets(value).filter(|_| value.starts_with('｛'))?;
    let at = at + line[at..].find(value)?;
    let line = format!("{}{mended}", line[..at].trim_start());
    let span = start + at..start + at + value.len();
    Some((span, YamlFault::FullWidthBracket { line }))
}

/// A value in full-width brackets, whole, as YAML writes it. Two of them, `｛｛事实｝｝`, are a local fact.
pub(super) fn narrow_brackets(value: &str) -> Option<String> {
    let pairs = [
        ('【', '】', '[', ']'),
        ('［', '］', '[', ']'),
        ('〔', '〕', '[', ']'),
        ('｛', '｝', '{', '}'),
    ];
    pairs.into_iter().find_map(|(open, close, begin, end)| {
        let inner = value.strip_prefix(open)?.strip_suffix(close)?;
        if inner.is_empty() || inner.contains([open, close]) {
            return None;
        }
        let entries = super::text::parts(inner);
        let entries: Vec<String> = entries
            .into_iter()
            .map(|entry| match entry.split_once('：') {
                Some((key, value)) if begin == '{' => format!("{}: {}", key.trim(), value.trim()),
                _ => entry.to_owned(),
            })
            .collect();
        Some(format!("{begin}{}{end}", entries.join(", ")))
    })
}

/// `-{名称: 社区受理}`, `-身份证`: an entry without the space behind its dash.
fn dash(start: usize, line: &str) -> Option<Fault> {
    let text = line.trim_start();
    let rest = text.strip_prefix(['-', '－', '—'])?;
    let sign = text.len() - rest.len();
    let glued = rest.chars().next().is_some_and(|c| {
        matches!(c, '{' | '[' | '"') || c.is_alphabetic() && (!c.is_ascii() || sign > 1)
    });
    let at = start + line.len() - text.len();
    let line = format!("- {}", rest.trim_start());
    glued.then_some((at..at + sign, YamlFault::NoSpaceAfterDash { line }))
}

/// Full-width colons between a key and a bracket, inside of brackets: `{用: 身份证, 当：{户籍: 外地}}`, which no parser takes.
fn inner_colon(start: usize, line: &str) -> Option<Fault> {
    let wide = '：'.len_utf8();
    let is_one = |at: &usize| {
        let (before, behind) = (&line[..*at], &line[at + wide..]);
        let Some(begin) = before.rfind(['{', '[', ',', '，']) else {
            return false;
        };
        let key = before[begin..].trim_start_matches(['{', '[', ',', '，']);
        let is_text = before.matches('"').count() % 2 == 1;
        is_word(key.trim()) && behind.trim_start().starts_with(['{', '[']) && !is_text
    };
    let colons = line.match_indices('：').map(|(at, _)| at);
    let colons: Vec<usize> = colons.filter(is_one).collect();
    let first = *colons.first()?;
    let mut mended = line.to_owned();
    for at in colons.iter().rev() {
        let behind = line[at + wide..].len() - line[at + wide..].trim_start().len();
        mended.replace_range(*at..at + wide + behind, ": ");
    }
    Some((
        start + first..start + first + wide,
        YamlFault::FullWidthColon {
            line: mended.trim().to_owned(),
        },
    ))
}

/// A full-width comma in brackets with a key behind it: two entries in one, which no parser takes.
fn comma(start: usize, line: &str) -> Option<Fault> {
    let open = line.find(['{', '['])?;
    let wide = line[open..].match_indices('，').map(|(at, _)| at + open);
    let at = wide.into_iter().find(|at| {
        let entry = line[*at..].split([',', ']', '}']).next();
        entry.is_some_and(|entry| entry.contains(": "))
    })?;
    let mut mended = line.to_owned();
    // A comma in words stays: the entry behind it has no key.
    for (at, wide) in line.rmatch_indices('，').filter(|(at, _)| *at > open) {
        let entry = line[at + wide.len()..].split([',', '，', ']', '}']).next();
        if entry.is_some_and(|entry| entry.contains(": ")) {
            let blanks = line[at + wide.len()..].len() - line[at + wide.len()..].trim_start().len();
            mended.replace_range(at..at + wide.len() + blanks, ", ");
        }
    }
    Some((
        start + at..start + at + '，'.len_utf8(),
        YamlFault::FullWidthComma {
            sign: "，",
            line: mended.trim().to_owned(),
        },
    ))
}

/// The first quotation mark or bracket that is left open where the next entry begins: the parser notices far below.
fn open_end(source: &str, range: &Range<usize>) -> Option<Fault> {
    let mut block = Block::default();
    let mut open: Vec<(usize, char)> = Vec::new();
    // The indentation of the line with the first of them: deeper lines may go on with it.
    let mut depth = 0;
    for (start, line) in lines(source, range) {
        if block.swallows(line) {
            continue;
        }
        let text = line.trim_start();
        let indent = line.len() - text.len();
        let quote = open.iter().find(|(_, sign)| matches!(sign, '"' | '\''));
        if let Some((at, sign)) = quote
            .or(open.first())
            .filter(|_| indent <= depth && keys::begins(text))
        {
            let fault = if matches!(sign, '"' | '\'') {
                YamlFault::Unclosed
            } else {
                YamlFault::Bracket
            };
            return Some((*at..*at + 1, fault));
        }
        if open.is_empty() {
            depth = indent;
        }
        scan_signs(start, line, &mut open);
    }
    None
}

/// Follows quotation marks and brackets through a line.
fn scan_signs(start: usize, line: &str, open: &mut Vec<(usize, char)>) {
    let mut before = ' ';
    for (at, sign) in line.char_indices() {
        let quoted = open
            .last()
            .is_some_and(|(_, open)| matches!(open, '"' | '\''));
        match sign {
            '#' if !quoted && before == ' ' => return,
            '"' | '\''
                if quoted
                    && open.last().is_some_and(|(_, open)| *open == sign)
                    && before != '\\' =>
            {
                open.pop();
            }
            _ if quoted => {}
            // A quotation mark opens only where a value begins; elsewhere it is text.
            '"' | '\'' if matches!(before, ' ' | '[' | '{' | ',') => open.push((start + at, sign)),
            // So does a bracket, outside of others.
            '[' | '{' if before == ' ' || !open.is_empty() => open.push((start + at, sign)),
            ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
        before = sign;
    }
}
