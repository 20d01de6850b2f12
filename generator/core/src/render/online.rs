//! Where a matter is done online: links, pictures, and the same in words.

use super::view::OnlineView;
use super::view_builder::ViewBuilder;
use crate::model::{Online, OnlineKind, web_host};

impl ViewBuilder<'_> {
    pub(super) fn online(&self, ways: &[Online<String>]) -> Vec<OnlineView> {
        let own_host = self.links.region().base().host();
        let view = |way: &Online<String>| {
            let host = way.url.as_deref().and_then(web_host);
            let picture = way.picture.as_ref();
            OnlineView {
                kind: match way.kind {
                    OnlineKind::Website => "website",
                    OnlineKind::MiniProgram => "mini_program",
                    OnlineKind::App => "app",
                },
                name: way.name.clone(),
                leaves: host.is_some_and(|host| host != own_host),
                picture: picture.map(|picture| self.file(picture, &way.name)),
                note: way.note.clone(),
                words: self.online_words(way),
                url: way.url.clone(),
            }
        };
        ways.iter().map(view).collect()
    }

    /// A way in words, as a sheet has it.
    pub(super) fn online_words(&self, way: &Online<String>) -> String {
        let key = match way.kind {
            OnlineKind::Website => "online_website_words",
            OnlineKind::MiniProgram => "online_mini_program_words",
            OnlineKind::App => "online_app_words",
        };
        let url = way.url.as_deref().unwrap_or_default();
        self.texts.fill(key, &[("name", &way.name), ("url", url)])
    }
}
