//! Drafts leave no trace: a site with them is, byte for byte, the site without their files.

use std::fs;
use std::path::Path;

use onetrip_tests::cases;
use onetrip_tests::site::{Site, copy_folder};
use onetrip_tests::temp::TempDir;

/// What is written in the drafts of the case and nowhere else.
const WORDS: [&str; 6] = [
    "居住证明草案",
    "商量",
    "Draft certificate",
    "shang-liang",
    "zheng-ming",
    "住多久",
];

fn content() -> TempDir {
    let folder = TempDir::new("drafts");
    copy_folder(&cases::root().join("base"), folder.path());
    let site = folder.path().join("site.yaml");
    let text = fs::read_to_string(&site).expect("the base has one");
    fs::write(site, text.replace("语言: [zh]", "语言: [zh, en]")).expect("a folder of ours");
    folder
}

fn drafts_into(content: &Path) {
    copy_folder(&cases::root().join("good/draft/in"), content);
    let broken = "---\n草稿：是\n编号: b03\n标题: 商量：未定\n---\n";
    fs::write(content.join("matters/new/broken.md"), broken).expect("a folder of ours");
    // The next text of a published guide: it has the guide's code and name.
    let old = fs::read_to_string(content.join("matters/ju-zhu.md")).expect("the base has it");
    let next = old.replace("编号: b01", "编号: b01\n草稿: 是");
    fs::write(
        content.join("matters/new/ju-zhu.md"),
        next.replace("标题: 居住登记", "标题: 商量中的居住登记"),
    )
    .expect("a folder of ours");
}

#[test]
fn a_site_with_drafts_is_the_site_without_them() {
    let (without, with) = (content(), content());
    drafts_into(with.path());
    // With sheets and codes: nothing of a draft is printed either.
    let expected = Site::build_with(without.path(), &[]).files();
    let found = Site::build_with(with.path(), &[]).files();
    let names = |files: &std::collections::BTreeMap<String, Vec<u8>>| -> Vec<String> {
        files.keys().cloned().collect()
    };
    assert_eq!(names(&found), names(&expected));
    for (path, bytes) in &found {
        assert!(bytes == &expected[path], "{path} differs");
        let text = String::from_utf8_lossy(bytes);
        for word in WORDS {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
    let lock = |content: &TempDir| fs::read_to_string(content.path().join("codes.lock"));
    let (with, without) = (lock(&with), lock(&without));
    assert_eq!(with.expect("written"), without.expect("written"));
}

#[test]
fn a_preview_with_drafts_shows_them_and_records_nothing() {
    let content = content();
    drafts_into(content.path());
    let site = Site::build_with(content.path(), &["--drafts"]);
    let page = site.text("dong/b02.html");
    assert!(page.contains("居住证明草案") && page.contains("noindex"));
    // The next text stands in the old one's place.
    assert!(site.text("dong/b01.html").contains("商量中的居住登记"));
    assert!(!site.root().join("dong/b03.html").exists());
    assert!(!site.root().join("dong/print/posters.pdf").exists());
    assert!(!content.path().join("codes.lock").exists());
}
