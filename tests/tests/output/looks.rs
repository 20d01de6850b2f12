//! What papers look like: the register's picture, wherever the paper is told, and nowhere else.

use std::collections::BTreeMap;
use std::fs;

use onetrip_tests::cases;
use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::{Site, copy_folder};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

use crate::offline::target;
use crate::papers::{FOLDERS, PAGE, data, registered};

/// The address of a paper's picture in its own element, not in one of its ways.
fn picture<'a>(of: &Element<'a>) -> Option<&'a str> {
    let looks = of.children().find(|one| one.has_class("looks"))?;
    let image = looks.descendants().find(|one| one.name() == "img")?;
    let words = image.attribute("alt").unwrap_or_default();
    assert!(
        words.contains("的样子") || words.starts_with("What it looks like"),
        "{words}"
    );
    image.attribute("src")
}

#[test]
fn a_paper_s_picture_is_the_register_s_on_every_page_and_in_all_data() {
    let files = Site::demonstration().files();
    let pictures = registered("  图: ");
    assert!(pictures.len() > 10, "{pictures:?}");
    for file in pictures.values() {
        let drawing = String::from_utf8_lossy(&files[file]).into_owned();
        assert!(drawing.contains("示意"), "{file} does not say what it is");
        // Drawn for rows: small, and of itself alone.
        assert!(drawing.len() < 1500, "{file}");
        assert_eq!(drawing.matches("http").count(), 1, "{file}");
    }
    let (mut shown, mut bare) = (0, 0);
    for folder in FOLDERS {
        let home = format!("{folder}/index.html");
        for (code, data) in data(&files, folder) {
            let mut named: BTreeMap<String, Option<&String>> = BTreeMap::new();
            for paper in data["papers"].as_array().into_iter().flatten() {
                let text = |key: &str| paper[key].as_str().expect("a text").to_owned();
                let id = text("id");
                let wanted = pictures.get(id.split('/').next().unwrap_or(&id));
                let told = paper["picture"].as_str().map(|href| target(&home, href));
                assert_eq!(told.as_ref(), wanted, "{folder} {code} {id}");
                named.insert(text("called"), wanted);
            }
            let Some(page) = files.get(&format!("{folder}/{code}.html")) else {
                continue;
            };
            let page = Document::parse(&String::from_utf8_lossy(page));
            for line in page.elements().filter(|one| one.has_class("line")) {
                let name = line.attribute("data-name").unwrap_or_default();
                let Some(wanted) = named.get(name) else {
                    continue;
                };
                let told = picture(&line).map(|href| target(&home, href));
                assert_eq!(told.as_ref(), *wanted, "{folder}/{code} {name}");
                shown += usize::from(told.is_some());
                bare += usize::from(told.is_none());
            }
        }
        for (id, name) in registered(PAGE) {
            let page = &files[&format!("{folder}/paper/{name}.html")];
            let page = Document::parse(&String::from_utf8_lossy(page));
            let head = page.elements().find(|one| one.has_class("matter-header"));
            let told = head.as_ref().and_then(picture);
            let told = told.map(|href| target(&format!("{folder}/paper/{name}.html"), href));
            assert_eq!(told.as_ref(), pictures.get(&id), "{folder} {id}");
        }
    }
    assert!(shown > 200 && bare > 100, "{shown} with, {bare} without");
}

#[test]
fn a_door_s_photo_is_on_the_pages_of_its_community_and_kept_by_its_phones_alone() {
    let folder = TempDir::new("door");
    copy_folder(&cases::root().join("base"), folder.path());
    let path = folder.path().join("communities/dong.yaml");
    let text = fs::read_to_string(&path).expect("a community");
    fs::write(&path, format!("门口照片: files/men.jpg\n{text}")).expect("a community");
    fs::create_dir_all(folder.path().join("files")).expect("a folder");
    fs::write(folder.path().join("files/men.jpg"), [7; 3000]).expect("a photo");
    let site = Site::build_with(folder.path(), &["--no-print"]);
    for (name, wanted) in [("dong", vec!["dong/../files/men.jpg"]), ("xi", Vec::new())] {
        for page in ["a07", "index"] {
            let page = Document::parse(&site.text(&format!("{name}/{page}.html")));
            let doors = page.elements().filter(|one| one.has_class("door"));
            let images = doors.flat_map(|door| door.descendants().collect::<Vec<_>>());
            let sources = images.filter_map(|image| image.attribute("src").map(str::to_owned));
            let sources: Vec<String> = sources.map(|href| format!("{name}/{href}")).collect();
            assert_eq!(sources, wanted, "{name}");
        }
        let kept = site.text(&format!("{name}/offline.json"));
        assert_eq!(
            kept.contains("\"files/men.jpg\""),
            !wanted.is_empty(),
            "{name}"
        );
    }
}

#[test]
fn each_category_of_a_home_wears_its_sign() {
    let path = tools::workspace().join("content/site.yaml");
    let text = fs::read_to_string(path).expect("site.yaml");
    let lines = text.lines().filter(|line| line.starts_with("  - {编号: "));
    let signs: BTreeMap<&str, &str> = lines
        .filter_map(|line| {
            let (_, name) = line.split_once("名称: ")?;
            let (_, file) = line.split_once("图: ")?;
            Some((name.split([',', '}']).next()?, file.trim_end_matches('}')))
        })
        .collect();
    assert!(signs.len() >= 9, "{signs:?}");
    let site = Site::demonstration();
    for home in ["wenyuan", "yuhu"] {
        let page = Document::parse(&site.text(&format!("{home}/index.html")));
        let list = page.elements().find(|one| one.has_class("categories"));
        let tiles = list.expect("tiles").descendants().collect::<Vec<_>>();
        let mut worn = BTreeMap::new();
        for tile in tiles.iter().filter(|one| one.name() == "a") {
            let Some(sign) = tile.children().find(|one| one.has_class("sign")) else {
                assert!(tile.has_class("together"), "{}", tile.text());
                continue;
            };
            assert_eq!(sign.attribute("alt"), Some(""), "the name says it");
            let href = sign.attribute("src").expect("an address");
            let text = tile.text();
            let name = text.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
            worn.insert(
                name.trim().to_owned(),
                target(&format!("{home}/index.html"), href),
            );
        }
        assert!(worn.len() > 5, "{home}: {worn:?}");
        for (name, file) in worn {
            assert_eq!(
                signs.get(name.as_str()),
                Some(&file.as_str()),
                "{home}: {name}"
            );
        }
    }
}
