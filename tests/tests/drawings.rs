//! The forms, samples and figures of the demonstration content are what its drawings give.

use std::fs;

use onetrip_tests::site::{onetrip, tree};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

#[test]
fn forms_are_what_their_drawings_give() {
    let content = tools::workspace().join("content");
    let folder = TempDir::new("drawings");
    let mut arguments = vec!["draw".into(), "--out".into(), "files".into()];
    let drawings = tree(&content.join("drawings"))
        .into_keys()
        .filter(|name| name.ends_with(".svg"));
    arguments.extend(drawings.map(|name| content.join("drawings").join(name)));
    let output = onetrip(folder.path(), &arguments);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let drawn = tree(&folder.path().join("files"));
    let kept = |name: &str| fs::read(content.join("files").join(name)).ok();
    let stale: Vec<&String> = drawn
        .iter()
        .filter(|(name, bytes)| kept(name).is_some_and(|kept| kept != **bytes))
        .map(|(name, _)| name)
        .collect();
    assert!(
        stale.is_empty(),
        "run `onetrip draw content/drawings/*.svg`: {stale:?}"
    );
    let pictures = drawn.keys().filter(|name| name.ends_with(".png"));
    assert_eq!(
        pictures.filter(|name| kept(name).is_none()).count(),
        0,
        "every picture is there"
    );
}
