//! HTML in a text, as it comes with pasted text: its words stay, as Markdown.
//!
//! Paragraphs, lists, headings and tables of HTML become those of Markdown before the text is parsed; tags inside a paragraph that
//! mean something (`<b>`, `<br>`) are left to the [writer](super::tags); scripts, styles and pictures are taken out, and so is what
//! only looks. A comment in front of words is taken away, so that these are Markdown; CommonMark takes the rest of its line for HTML.

mod line;
mod lost;
mod names;
mod table;
#[cfg(test)]
mod tests;
pub(super) mod token;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use self::line::Lines;
use self::names::{BREAKS, HEADINGS, SHOWN, WITHOUT_WORDS};
use self::token::{Kind, Token, tokens};
use super::edits::{Edit, Mended};
use super::{MOST_TOLD, cjk};
use crate::diagnostic::{Problem, ProseFault};

/// What was found may hide more: a block ends where a line is blank.
const ROUNDS: usize = 4;

/// Makes Markdown of the HTML; tells what is lost, and where it stands in the text as it was written: what is left standing only the `first`
/// time. Whether anything changed.
pub(super) fn unwrap(
    mended: &mut Mended,
    options: Options,
    mut first: bool,
    mut report: impl FnMut(Range<usize>, Problem),
) -> bool {
    let mut looks: Vec<(Range<usize>, String)> = Vec::new();
    let mut changed = false;
    for _ in 0..ROUNDS {
        if !mended.text.contains('<') {
            break;
        }
        let pass = Pass::of(&mended.text, options, std::mem::take(&mut first));
        for (at, problem) in pass.problems.into_iter().take(MOST_TOLD) {
            report(mended.written(&at), problem);
        }
        let more = pass.looks.into_iter();
        looks.extend(more.map(|(at, html)| (mended.written(&at), html)));
        if pass.edits.is_empty() {
            break;
        }
        mended.make(pass.edits);
        changed = true;
    }
    looks.sort_by_key(|(at, _)| at.start);
    let more = looks.len().saturating_sub(1);
    if let Some((at, html)) = looks.into_iter().next() {
        let more = (more > 0).then_some(more);
        let kept = true;
        report(at, ProseFault::RawHtml { html, kept, more }.into());
    }
    changed
}

/// One look at the whole text.
struct Pass<'t> {
    text: &'t str,
    /// Whether it is the first: what is left standing is met again.
    first: bool,
    /// The text in small letters.
    lower: String,
    lines: Lines<'t>,
    edits: Vec<Edit>,
    /// The piece that is looked at.
    piece: Range<usize>,
    /// What continues its first line in quotations and lists.
    prefix: String,
    /// Whether that line begins an item.
    item: bool,
    /// Where the last edit ends.
    edited: usize,
    problems: Vec<(Range<usize>, Problem)>,
    /// What only looks, one of each line.
    looks: Vec<(Range<usize>, String)>,
    /// The end of the last line of which something was told: what only looks, and what is lost.
    told: [usize; 2],
    /// What is done with already.
    done: usize,
    /// Names of tags whose end is nowhere in the rest.
    endless: BTreeSet<String>,
    /// Whether the list that is open has numbers.
    numbered: bool,
}

impl<'t> Pass<'t> {
    fn of(text: &'t str, options: Options, first: bool) -> Self {
        let mut pass = Self {
            first,
            text,
            lower: text.to_ascii_lowercase(),
            lines: Lines::of(text),
            edits: Vec::new(),
            piece: 0..0,
            prefix: String::new(),
            item: false,
            edited: 0,
            problems: Vec::new(),
            looks: Vec::new(),
            told: [0; 2],
            done: 0,
            endless: BTreeSet::new(),
            numbered: false,
        };
        for (event, at) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::HtmlBlock) => pass.piece(&at, true),
                Event::InlineHtml(_) => pass.piece(&at, false),
                _ => {}
            }
        }
        pass
    }

    /// A block of HTML, or a tag inside a paragraph.
    fn piece(&mut self, piece: &Range<usize>, block: bool) {
        let found = tokens(
            self.text,
            piece.start.max(self.done)..piece.end.max(self.done),
        );
        if self.is_remark(piece, &found) {
            return;
        }
        self.piece = piece.clone();
        self.prefix = self.lines.prefix(piece.start).to_owned();
        self.item = self.lines.is_item();
        for token in found {
            if token.at.start < self.done {
                continue;
            }
            self.done = token.at.end;
            self.tell(&token);
            self.token(&token, block.then_some(piece));
        }
    }

    /// Whether a piece is nothing but comments; tells of one that does not end.
    fn is_remark(&mut self, piece: &Range<usize>, found: &[Token]) -> bool {
        let mut at = piece.start.max(self.done);
        for token in found {
            if !self.text[at..token.at.start].trim().is_empty() {
                return false;
            }
            match token.kind {
                Kind::Comment => at = token.at.end,
                Kind::Endless => {
                    self.endless_comment(token);
                    return true;
                }
                _ => return false,
            }
        }
        self.text[at..piece.end.max(at)].trim().is_empty()
    }

    fn endless_comment(&mut self, token: &Token) {
        let length = self.text[token.at.clone()].find('\n');
        let end = token.at.start + length.unwrap_or(token.at.len());
        let line = self.text[token.at.start..end].trim_end();
        let fault = ProseFault::CommentOpen {
            line: format!("{line} -->"),
        };
        let at = token.at.start..token.at.start + line.len();
        self.problems.push((at, Problem::from(fault)));
        self.done = token.at.end;
    }

    fn token(&mut self, token: &Token, block: Option<&Range<usize>>) {
        let name = token.name.as_str();
        match token.kind {
            // With what stands before it out of the way it is met again, alone or among words.
            Kind::Endless => self.done = token.at.end,
            Kind::Comment | Kind::Declaration => self.cut(&token.at),
            _ if token.opens(WITHOUT_WORDS) => {
                let end = self.end_of(token).unwrap_or(token.at.end);
                self.cut(&(token.at.start..end));
                self.done = end;
            }
            _ if token.opens(&["table"]) => match self.end_of(token) {
                Some(end) => self.table(token.at.start..end, block.is_some()),
                None => self.paragraph(token, block, ""),
            },
            _ if SHOWN.contains(&name) => {
                if block.is_some() && self.lines.begins(token.at.start) {
                    self.edit(Edit::insert(token.at.start, cjk::MARK));
                }
            }
            _ if name == "li" => {
                let mark = if self.numbered { "1. " } else { "- " };
                match token.kind {
                    Kind::Open => {
                        let new = format!("\n{}{mark}", self.prefix);
                        self.replace_wide(&token.at, new);
                    }
                    _ => self.replace_wide(&token.at, String::new()),
                }
            }
            _ if token.is(BREAKS) => {
                self.numbered = token.opens(&["ol"]) || self.numbered && !token.is(&["ol", "ul"]);
                let depth = HEADINGS.iter().position(|heading| *heading == name);
                let depth = depth.filter(|_| token.kind == Kind::Open);
                let mark = depth.map_or(String::new(), |depth| "#".repeat(depth + 1) + " ");
                self.paragraph(token, block, &mark);
            }
            _ if token.is(&["td", "th"]) => self.edit(Edit::replace(token.at.clone(), " ")),
            _ => self.cut(&token.at),
        }
    }

    /// Ends a paragraph and begins the next with `mark`.
    fn paragraph(&mut self, token: &Token, block: Option<&Range<usize>>, mark: &str) {
        let blank = |range: Range<usize>| self.text[range].trim().is_empty();
        let first = block.is_some_and(|piece| blank(piece.start..token.at.start));
        let last =
            block.is_some_and(|piece| token.at.end > piece.end || blank(token.at.end..piece.end));
        let prefix = &self.prefix;
        let new = if last {
            String::new()
        } else if first && self.item {
            // What stands behind the mark of an item begins there.
            mark.to_owned()
        } else {
            format!("\n{}\n{prefix}{mark}", prefix.trim_end())
        };
        if block.is_some() && !last {
            self.replace_wide(&token.at, new);
        } else {
            self.edit(Edit::replace(token.at.clone(), new));
        }
    }

    /// Replaces a tag and the white space around it.
    fn replace_wide(&mut self, at: &Range<usize>, new: String) {
        let from = self.edited.max(self.piece.start).min(at.start);
        let before = self.text[from..at.start].trim_end().len();
        let rest = &self.text[at.end..self.piece.end.max(at.end)];
        let mut words = rest.trim_start();
        if self.prefix.contains('>') && rest[..rest.len() - words.len()].contains('\n') {
            // What goes on with the quotation is written anew.
            words = words.trim_start_matches(['>', ' ']);
        }
        let after = if words.is_empty() {
            0
        } else {
            rest.len() - words.len()
        };
        self.edit(Edit::replace(from + before..at.end + after, new));
    }

    /// Where the content of a tag ends, behind the tag that ends it.
    fn end_of(&mut self, token: &Token) -> Option<usize> {
        if self.endless.contains(&token.name) {
            return None;
        }
        let end = format!("</{}", token.name);
        let found = self.lower[token.at.end..].find(&end);
        let found = found.and_then(|at| {
            let at = token.at.end + at;
            Some(at + self.text[at..].find('>')? + 1)
        });
        if found.is_none() {
            self.endless.insert(token.name.clone());
        }
        found
    }

    fn table(&mut self, region: Range<usize>, block: bool) {
        let found = tokens(self.text, region.clone());
        for token in &found[1..] {
            self.tell(token);
        }
        let edits = table::edits(self.text, &region, &found, &self.prefix);
        self.done = region.end;
        for edit in edits {
            self.edit(edit);
        }
        if block {
            let after = &self.text[region.end..];
            let blanks = after.len() - after.trim_start_matches([' ', '\t']).len();
            self.edit(Edit::cut(region.end..region.end + blanks));
        }
    }

    fn cut(&mut self, at: &Range<usize>) {
        self.edit(Edit::cut(at.clone()));
    }

    fn edit(&mut self, edit: Edit) {
        self.edited = self.edited.max(edit.at.end);
        self.edits.push(edit);
    }
}
