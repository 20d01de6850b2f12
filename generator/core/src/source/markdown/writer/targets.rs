//! Where the links and pictures of an author lead.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, TagEnd};

use super::Writer;
use crate::diagnostic::LinkFault;
use crate::model::Attachment;
use crate::source::markdown::links;

impl<'e> Writer<'_, 'e> {
    pub(super) fn link(&mut self, target: &str, at: &Range<usize>) -> CowStr<'e> {
        match links::kind(target) {
            links::Kind::Outside => target.to_owned().into(),
            links::Kind::Fragment(id) => {
                let target = format!("#{}", self.ids.heading(&id)).into();
                self.fragments.push(self.reader.at(at, id));
                target
            }
            links::Kind::Matter(name) => {
                self.page.matters.push(self.reader.at(at, name));
                format!("matter:{}", self.page.matters.len() - 1).into()
            }
            links::Kind::File(path) => self.file(path, at),
            links::Kind::Unsafe => {
                self.reader.report(
                    at,
                    LinkFault::UnsafeLink {
                        target: target.to_owned(),
                    }
                    .into(),
                );
                "#".into()
            }
        }
    }

    fn file(&mut self, path: String, at: &Range<usize>) -> CowStr<'e> {
        self.page.files.push(Attachment {
            path,
            place: self.reader.place(at),
        });
        format!("file:{}", self.page.files.len() - 1).into()
    }

    pub(super) fn image(
        &mut self,
        all: &[(Event<'e>, Range<usize>)],
        index: usize,
        target: &str,
        at: &Range<usize>,
    ) -> CowStr<'e> {
        let inside = all[index + 1..]
            .iter()
            .take_while(|(e, _)| !matches!(e, Event::End(TagEnd::Image)));
        if !inside
            .into_iter()
            .any(|(e, _)| matches!(e, Event::Text(text) if !text.trim().is_empty()))
        {
            self.reader.report(
                at,
                LinkFault::ImageWithoutAlt {
                    path: target.to_owned(),
                }
                .into(),
            );
        }
        if let links::Kind::File(path) = links::kind(target) {
            return self.file(path, at);
        }
        // A picture from elsewhere would be a third-party request from every phone.
        self.reader.report(
            at,
            LinkFault::UnsafeLink {
                target: target.to_owned(),
            }
            .into(),
        );
        "".into()
    }
}
