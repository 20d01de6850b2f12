//! What is shown after some changes is what would be shown of the content as it is then.

use std::sync::Arc;

use jiff::civil::{Date, date};
use onetrip_core::begin::{Names, NewCommunity, NewSite};
use onetrip_core::diagnostic::Lang;
use onetrip_core::site::Options;
use onetrip_core::source::{Embedded, Memory, NoFonts, World};

use super::{Preview, Snapshot};

const TODAY: Date = date(2026, 11, 25);

fn content() -> Memory {
    let community = NewCommunity {
        name: "示例社区".into(),
        address: "示例路 1 号".into(),
        phone: "0354-5550101".into(),
        complaint_phone: "0354-5550102".into(),
        hours: vec!["09:00-17:00".into()],
        names: Names::Chinese,
    };
    let region = NewSite {
        name: "示例区".into(),
        url: "https://example.org/".into(),
        community,
        today: TODAY,
    };
    let files = region.files("shi-li").into_iter();
    Memory(
        files
            .map(|(path, text)| (path, text.into_bytes()))
            .collect(),
    )
}

fn shown(preview: &Preview, content: &Memory) -> Arc<Snapshot> {
    let world = World {
        content,
        themes: vec![&Embedded],
        today: TODAY,
        fonts: &NoFonts,
        earlier: None,
    };
    let options = Options {
        base_url: Some("http://127.0.0.1:4000/".into()),
        ..Options::default()
    };
    preview.make(&world, &options)
}

fn edit(content: &mut Memory, path: &str, how: impl FnOnce(String) -> String) {
    let text = String::from_utf8(content.0[path].clone());
    let before = text.expect("a text");
    let after = how(before.clone());
    assert_ne!(before, after, "{path} is changed");
    content.0.insert(path.to_owned(), after.into_bytes());
}

/// Lays a change over a content.
type Change<'a> = &'a dyn Fn(&mut Memory);

#[test]
fn what_stays_is_what_would_be_made() {
    let mut content = content();
    let guides: Vec<String> = content.0.keys().cloned().collect();
    let guide = guides
        .into_iter()
        .find(|path| path.starts_with("matters/"))
        .expect("a new site has a guide");
    let second = "matters/second.md";
    let replace = |old: &'static str, new: &'static str| {
        let guide = guide.clone();
        move |content: &mut Memory| edit(content, &guide, |text| text.replacen(old, new, 1))
    };
    let changes: [Change<'_>; 9] = [
        &|content| {
            let copied = content.0[&guide].clone();
            content.0.insert(second.to_owned(), copied);
            edit(content, second, |text| text.replace("a01", "b02"));
        },
        &replace("\n---\n", "\n---\n\n多一句。\n"),
        // A warning that the next change does not touch stays on its page.
        &|content| {
            edit(content, second, |text| {
                text + "\n[这里](https://example.org/)\n"
            });
        },
        &replace("多一句。", "多一句，又一句。"),
        &|content| {
            edit(content, "communities/shi-li.yaml", |text| {
                text.replace("5550101", "5550103")
            });
        },
        // Broken, and mended.
        &replace("编号:", "编号："),
        &replace("编号：", "编号:"),
        &|content| drop(content.0.remove(second)),
        &replace("又一句", "再一句"),
    ];
    let preview = Preview::new(Lang::Zh, None);
    let first = shown(&preview, &content);
    assert!(first.files.contains_key("shi-li/a01.html"));
    let (mut stayed, mut warned, mut broken) = (0, 0, 0);
    let mut before = first;
    for (at, change) in changes.iter().enumerate() {
        change(&mut content);
        let after = shown(&preview, &content);
        let fresh = shown(&Preview::new(Lang::Zh, None), &content);
        assert_eq!(after.findings, fresh.findings, "change {at}");
        let same = |path: &str| {
            let [old, new] = [&before, &after].map(|site| site.files.get(path));
            old.zip(new).is_some_and(|(old, new)| Arc::ptr_eq(old, new))
        };
        if fresh.files.is_empty() {
            broken += 1;
            assert!(after.files.keys().all(|path| same(path)), "change {at}");
        } else {
            assert_eq!(after.files, fresh.files, "change {at}");
            assert_eq!(after.listing, fresh.listing, "change {at}");
            stayed += usize::from(same("shi-li/qr/a01.png"));
            warned += after.of_page("shi-li/b02.html").len();
        }
        before = after;
    }
    assert_eq!((stayed, broken), (8, 1));
    assert!(warned >= 3, "{warned}");
}
