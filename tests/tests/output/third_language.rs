//! A third language costs one file of texts: every page has it, nothing of the interface is left in another, and what is written from
//! right to left stands the other way round.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_tests::html::{Document, Element};
use onetrip_tests::pseudo;
use onetrip_tests::site::{Site, is_kind, tree};
use onetrip_tests::tools;

/// The pages of a language, by the path that they have in English.
fn pages(files: &BTreeMap<String, Vec<u8>>, language: &str) -> BTreeMap<String, String> {
    let folder = format!("{language}/");
    let pages = files.iter().filter(|(path, _)| is_kind(path, "html"));
    let pages = pages.filter_map(|(path, bytes)| {
        let at = path
            .find(&folder)
            .filter(|at| *at == 0 || path[..*at].ends_with('/'))?;
        let english = format!("{}en/{}", &path[..at], &path[at + folder.len()..]);
        Some((english, String::from_utf8_lossy(bytes).into_owned()))
    });
    pages.collect()
}

fn sheets(page: &Document) -> Vec<String> {
    let links = page
        .elements()
        .filter(|one| one.attribute("rel") == Some("stylesheet"));
    let names = links.filter_map(|link| {
        link.attribute("href")?
            .rsplit('/')
            .next()
            .map(str::to_owned)
    });
    names.collect()
}

/// Everything that the page says, and whatever scripts say of it.
fn said(page: &Document) -> Vec<String> {
    let of = |element: Element<'_>| {
        let values = ["aria-label", "alt", "placeholder", "title", "content"];
        let values = values.iter().filter_map(|name| element.attribute(name));
        values.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut all: Vec<String> = page.elements().flat_map(of).collect();
    all.extend(
        page.elements()
            .filter(|one| one.name() == "body")
            .map(|body| body.text()),
    );
    all
}

#[test]
fn every_page_has_it_and_is_built_as_the_english_one() {
    let files = pseudo::site().files();
    let (english, third) = (pages(&files, "en"), pages(&files, "ug"));
    assert!(third.len() > 60, "{}", third.len());
    let paths = |pages: &BTreeMap<String, String>| pages.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(paths(&english), paths(&third));
    for (path, html) in &third {
        let (page, model) = (Document::parse(html), Document::parse(&english[path]));
        let top = page
            .elements()
            .find(|one| one.name() == "html")
            .expect("a page");
        assert_eq!(
            (top.attribute("lang"), top.attribute("dir")),
            (Some("ug"), Some("rtl")),
            "{path}"
        );
        let top = model
            .elements()
            .find(|one| one.name() == "html")
            .expect("a page");
        assert_eq!(
            (top.attribute("lang"), top.attribute("dir")),
            (Some("en"), None),
            "{path}"
        );
        // The same elements, but for what is marked as Chinese in a longer or shorter run.
        let bones = |page: &Document| {
            let elements = page
                .elements()
                .filter(|one| !(one.name() == "span" && one.attribute("lang").is_some()));
            let bone = |one: Element<'_>| {
                let [id, class, item] = ["id", "class", "data-item"]
                    .map(|name| one.attribute(name).unwrap_or_default().to_owned());
                format!("{} {id} {class} {item}", one.name())
            };
            elements.map(bone).collect::<Vec<_>>()
        };
        assert_eq!(bones(&page), bones(&model), "{path}");
    }
}

#[test]
fn nothing_of_the_interface_is_said_in_another_language() {
    let files = pseudo::site().files();
    // Whole sentences without gaps, and none that a guide says in its own words: those are the English guides.
    let content = tree(&tools::workspace().join("content"));
    let guides = content.iter().filter(|(path, _)| path.contains(".en."));
    let guides: Vec<String> = guides
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    let texts = pseudo::english().into_iter();
    let texts = texts.map(|(_, text)| text.trim_matches('"').to_owned());
    let is_ours = |text: &String| !guides.iter().any(|guide| guide.contains(text.as_str()));
    let sentences: Vec<String> = texts
        .filter(|text| text.len() > 14 && !text.contains(['{', '\\']) && is_ours(text))
        .collect();
    assert!(sentences.len() > 200, "{}", sentences.len());
    let mut told = BTreeSet::new();
    for (path, html) in pages(&files, "ug") {
        let said = said(&Document::parse(&html)).join("\n");
        for sentence in &sentences {
            assert!(!said.contains(sentence.as_str()), "{path}: {sentence}");
            if said.contains(&pseudo::pseudo(sentence)) {
                told.insert(sentence);
            }
        }
    }
    assert!(told.len() > 120, "{} sentences are on pages", told.len());
    let scripts: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("assets/") && path.contains("-ug-"))
        .collect();
    assert_eq!(scripts.len(), 3, "{scripts:?}");
    for path in scripts {
        let script = String::from_utf8_lossy(&files[path]);
        assert!(
            sentences
                .iter()
                .all(|sentence| !script.contains(&format!("\"{sentence}\""))),
            "{path}"
        );
    }
}

#[test]
fn only_what_is_written_from_right_to_left_has_the_other_sheets_and_phones_keep_them() {
    let files = pseudo::site().files();
    for (path, bytes) in files.iter().filter(|(path, _)| is_kind(path, "html")) {
        let page = Document::parse(&String::from_utf8_lossy(bytes));
        let third = path.starts_with("ug/") || path.contains("/ug/");
        for sheet in sheets(&page).iter().filter(|name| *name != "booklet.css") {
            assert_eq!(sheet.starts_with("rtl-"), third, "{path} has {sheet}");
            assert!(
                files.contains_key(&format!("assets/{sheet}")),
                "{path} has {sheet}"
            );
        }
    }
    for (list, third) in [
        ("wenyuan/ug/offline.json", true),
        ("wenyuan/en/offline.json", false),
        ("wenyuan/offline.json", false),
    ] {
        let list = String::from_utf8_lossy(&files[list]);
        assert_eq!(list.contains("assets/rtl-style-"), third);
        assert_eq!(list.contains("assets/style-"), !third);
    }
    // Without such a language there are none.
    let usual = Site::demonstration().files();
    assert!(!usual.keys().any(|path| path.contains("rtl-")));
}

/// Beside such words the parts of a number change places unless it is set apart: by signs, or by an element that the style sheet knows.
#[test]
fn numbers_are_set_apart_where_words_are_written_from_right_to_left() {
    let files = pseudo::site().files();
    let mut found = 0;
    for (path, html) in pages(&files, "ug") {
        for (at, _) in html.match_indices("0354-") {
            let before = &html[..at];
            let tag = before.rfind('<').map_or("", |open| &before[open..]);
            let in_attribute = !tag.contains('>');
            let apart = before.ends_with('\u{2066}') || tag == "<span lang=\"zh-CN\">";
            let linked = tag.contains(" href=\"tel:") && tag.ends_with('>');
            assert!(
                in_attribute || apart || linked,
                "{path}: …{}",
                &html[before.floor_char_boundary(at - 60)..at + 12]
            );
            found += usize::from(!in_attribute);
        }
    }
    assert!(found > 100, "{found}");
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        let others = is_kind(path, "html") && !path.contains("ug/");
        assert!(!others || !text.contains('\u{2066}'), "{path}");
    }
}
