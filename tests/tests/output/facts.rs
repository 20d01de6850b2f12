//! Local facts: none stays unfilled, wherever residents or programs read.

use onetrip_tests::html::Document;
use onetrip_tests::site::Site;

#[test]
fn no_brace_of_a_local_fact_stands_in_any_file() {
    let mut looked = 0;
    for (path, bytes) in Site::demonstration().files() {
        let is_read = ["html", "svg", "json", "js", "xml", "css"]
            .iter()
            .any(|ending| path.ends_with(&format!(".{ending}")));
        // Scripts and styles of the theme have braces of their own.
        if !is_read || path.starts_with("assets/") {
            continue;
        }
        looked += 1;
        let text = String::from_utf8_lossy(&bytes);
        // In JSON objects end together.
        let closing = if path.contains("/data/") {
            "｝｝"
        } else {
            "}}"
        };
        for brace in ["{{", "｛｛", "｝｝", closing] {
            assert!(!text.contains(brace), "{path} has {brace}");
        }
    }
    assert!(looked > 100, "{looked} files are too few to be the site");
}

#[test]
fn no_value_is_shown_as_a_program_writes_it() {
    for (path, bytes) in Site::demonstration().files() {
        if path.ends_with(".html") {
            let page = Document::parse(&String::from_utf8_lossy(&bytes));
            for element in page.elements() {
                for raw in ["{\"", "[object", "undefined", "NaN"] {
                    let text = element.text();
                    assert!(!text.contains(raw), "{path} shows {text:?}");
                }
            }
        }
    }
}
