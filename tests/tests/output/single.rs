//! A page in one file: everything that it needs is in it, and whatever leads away leads to the site.

use std::fs;

use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::{Site, onetrip};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

/// Of a file that is sent in a chat, in bytes.
const MOST: usize = 150_000;

fn single(folder: &TempDir, more: &[&str]) -> (bool, String) {
    let content = tools::workspace().join("content");
    let content = content.to_str().expect("a path in UTF-8");
    let arguments = ["build", "--content", content, "--lang", "en"];
    let made = onetrip(folder.path(), arguments.iter().chain(more));
    let said = String::from_utf8_lossy(&made.stderr).into_owned();
    (
        made.status.success(),
        said + &String::from_utf8_lossy(&made.stdout),
    )
}

fn words(part: &Element<'_>) -> String {
    let text = part.text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(page: &Document, class: &str) -> Vec<String> {
    let parts = page.elements().filter(|element| element.has_class(class));
    parts.map(|part| words(&part)).collect()
}

#[test]
fn every_guide_fits_and_needs_nothing_else() {
    let folder = TempDir::new("single");
    let site = Site::demonstration();
    let files = site.files();
    let codes = files.keys().filter_map(|path| {
        let code = path.strip_prefix("wenyuan/")?.strip_suffix(".html")?;
        (code.len() == 3).then_some(code)
    });
    let mut made = 0;
    for code in codes {
        let (done, said) = single(&folder, &["--community", "wenyuan", "--single-file", code]);
        assert!(done, "{said}");
        let html = fs::read_to_string(folder.path().join(format!("wenyuan-{code}.html")));
        let html = html.expect("the file");
        assert!(html.len() <= MOST, "{code}: {} bytes", html.len());
        let page = Document::parse(&html);
        for element in page.elements() {
            for name in ["href", "src"] {
                let Some(address) = element.attribute(name) else {
                    continue;
                };
                let loads = name == "src" || element.name() == "link";
                let inside = address.starts_with("data:") || address.starts_with('#');
                if let Some(path) = address.strip_prefix("https://onetrip.example/") {
                    let path = path.split(['#', '?']).next().unwrap_or_default();
                    assert!(
                        path.is_empty() || files.contains_key(path),
                        "{code} leads to {path}"
                    );
                    let tells = element.attribute("rel") == Some("alternate");
                    assert!(
                        !loads || tells || path.starts_with("files/"),
                        "{code} loads {address}"
                    );
                } else {
                    assert!(inside || address.contains(':'), "{code}: {address}");
                    assert!(!loads || inside, "{code} loads {address}");
                }
            }
        }
        // Without a script it says what the page says, but shows no sketches, and from when it is.
        let original = site.text(&format!("wenyuan/{code}.html"));
        let original = Document::parse(&original);
        let lines = texts(&original, "line");
        let unpictured = |line: &String| line.replace("示意图", "");
        let lines: Vec<String> = lines.iter().map(unpictured).collect();
        assert!(lines.len() > 1 && texts(&page, "line") == lines, "{code}");
        let main = page.elements().find(|one| one.name() == "main");
        let main = words(&main.expect("main"));
        assert!(main.starts_with("这是 2026-11-22 存下来的一份"), "{main}");
        made += 1;
    }
    assert!(made >= 23, "{made}");
}

#[test]
fn it_is_put_where_one_says_and_over_nothing_else() {
    let folder = TempDir::new("single");
    let typed = [
        "--community",
        "yuhu",
        "--single-file",
        "en/A01",
        "--to",
        "sent/a.html",
    ];
    for _ in 0..2 {
        let (done, said) = single(&folder, &typed);
        assert!(done && said.contains("Made one file"), "{said}");
    }
    let path = folder.path().join("sent/a.html");
    let html = fs::read_to_string(&path).expect("the file");
    assert!(html.contains("<html lang=\"en\"") && html.contains("This copy was made on"));
    assert!(!html.contains("data-kiosk") || html.contains("data-kiosk=\"\""));
    fs::write(&path, "my own").expect("a file");
    let (done, said) = single(&folder, &typed);
    assert!(!done && said.contains("archive-foreign"), "{said}");
    assert_eq!(fs::read_to_string(&path).expect("the file"), "my own");
    // Nothing was published by it.
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
}
