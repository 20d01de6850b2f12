//! What is lost with a tag, told once a line.

use super::Pass;
use super::names::{BREAKS, PICTURES, SHOWN, WITHOUT_WORDS};
use super::token::{Kind, Token};
use crate::diagnostic::ProseFault;

/// So many characters of a tag are told.
const SHORT: usize = 40;

impl Pass<'_> {
    /// Tells what is lost with a tag: of each line once its looks, and once the content.
    pub(super) fn tell(&mut self, token: &Token) {
        if !self.first && SHOWN.contains(&token.name.as_str()) {
            return;
        }
        let lost = token.opens(WITHOUT_WORDS) || token.opens(PICTURES);
        let looks = || {
            let known = SHOWN.contains(&token.name.as_str())
                || token.is(BREAKS)
                || token.is(&["li", "td", "th"]);
            let bare = self.text[token.attributes.clone()]
                .trim_matches([' ', '/'])
                .is_empty();
            !(known && (bare || token.name == "a"))
        };
        let told = token.at.start < self.told[usize::from(lost)];
        if token.kind != Kind::Open || told || !lost && !looks() {
            return;
        }
        let written = &self.text[token.at.clone()];
        let mut html: String = written.chars().take(SHORT).collect();
        if html.len() < written.len() {
            html.push('…');
        }
        let line = self.text[token.at.start..].find('\n');
        self.told[usize::from(lost)] =
            line.map_or(self.text.len(), |length| token.at.start + length);
        if lost {
            let problem = ProseFault::html_lost(html).into();
            self.problems.push((token.at.clone(), problem));
        } else {
            self.looks.push((token.at.clone(), html));
        }
    }
}
