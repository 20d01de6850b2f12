//! The PDF files as such: text, fonts, pages, language, size, soundness.

use std::fs;
use std::path::{Path, PathBuf};

use onetrip_tests::site::{Site, is_kind};
use serde_json::Value;

use crate::sheets::{communities, told, with};

/// Every PDF of the demonstration site's print folders.
fn documents() -> Vec<PathBuf> {
    let files = Site::demonstration().files();
    let printed = files
        .keys()
        .filter(|path| path.contains("/print/") && is_kind(path, "pdf"));
    printed
        .map(|path| Site::demonstration().root().join(path))
        .collect()
}

#[test]
#[ignore = "needs pdftotext; tests/run runs it"]
fn every_matter_stands_on_posters_and_in_the_directory_as_text() {
    for community in communities() {
        for (file, addresses_too) in [
            ("posters.pdf", true),
            ("directory.pdf", false),
            ("stickers.pdf", true),
        ] {
            let text = told(
                "pdftotext",
                &[community.file(file).as_os_str(), "-".as_ref()],
            );
            let text: String = text.split_whitespace().collect();
            for matter in &community.matters {
                let name: String = matter.name.split_whitespace().collect();
                assert!(
                    text.contains(&name),
                    "{}/{file} does not say {}",
                    community.id,
                    matter.name
                );
                let address = !addresses_too || text.contains(&matter.address);
                assert!(
                    address,
                    "{}/{file} does not say {}",
                    community.id, matter.address
                );
            }
        }
    }
}

#[test]
#[ignore = "needs pdffonts; tests/run runs it"]
fn all_fonts_are_embedded_and_subset() {
    for document in documents() {
        let fonts = told("pdffonts", &[document.as_os_str()]);
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(
            !rows.is_empty(),
            "{}: no fonts, so no text",
            document.display()
        );
        for row in rows {
            // … encoding, emb, sub, uni, object, generation: counted from the end, for a font's type has spaces.
            let words: Vec<&str> = row.split_whitespace().rev().collect();
            assert_eq!(
                words.get(2..5),
                Some(&["yes", "yes", "yes"][..]),
                "{}: {row}",
                document.display()
            );
        }
    }
}

/// What `pdfinfo` says behind a name.
fn info(document: &Path, name: &str) -> String {
    let all = told("pdfinfo", &[document.as_os_str()]);
    let value = all
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    value
        .unwrap_or_else(|| panic!("{}: no {name} in\n{all}", document.display()))
        .trim()
        .to_owned()
}

#[test]
#[ignore = "needs pdfinfo and qpdf; tests/run runs it"]
fn documents_tell_what_they_are() {
    for community in communities() {
        let posters = community.file("posters.pdf");
        assert_eq!(info(&posters, "Pages"), community.matters.len().to_string());
        assert!(info(&posters, "Title").ends_with("社区 · 海报"));
        for matter in &community.matters {
            assert_eq!(
                info(&community.file(&format!("{}.pdf", matter.code)), "Title"),
                matter.name
            );
        }
        let pages: usize = ["directory.pdf", "stickers.pdf", "cards.pdf"]
            .map(|file| {
                info(&community.file(file), "Pages")
                    .parse::<usize>()
                    .expect("a number")
            })
            .iter()
            .sum();
        assert!(pages >= 3, "{}", community.id);
    }
    for document in documents() {
        assert!(
            info(&document, "Page size").ends_with("(A4)"),
            "{}",
            document.display()
        );
        assert_eq!(info(&document, "Tagged"), "yes", "{}", document.display());
        assert_eq!(language(&document), "zh-CN", "{}", document.display());
    }
}

/// The language in the document's catalog.
fn language(document: &Path) -> String {
    let json = told("qpdf", &with(&["--json=2", "--json-key=qpdf"], document));
    let objects: Value = serde_json::from_str(&json).expect("qpdf gives JSON");
    let objects = objects["qpdf"][1].as_object().cloned().unwrap_or_default();
    let catalog = objects
        .values()
        .find(|object| object["value"]["/Type"] == "/Catalog");
    let language = catalog
        .and_then(|catalog| catalog["value"]["/Lang"].as_str())
        .unwrap_or_default();
    language.trim_start_matches("u:").to_owned()
}

#[test]
#[ignore = "needs qpdf; tests/run runs it"]
fn qpdf_finds_nothing_wrong() {
    for document in documents() {
        let said = told("qpdf", &with(&["--check"], &document));
        assert!(
            said.contains("No syntax or stream encoding errors found"),
            "{}: {said}",
            document.display()
        );
    }
}

#[test]
fn a_poster_page_takes_less_than_20_kilobytes() {
    for community in communities() {
        let bytes = fs::metadata(community.file("posters.pdf"))
            .expect("posters.pdf is there")
            .len();
        let page = bytes / community.matters.len() as u64;
        assert!(page <= 20_000, "{}: {page} bytes a page", community.id);
    }
}
