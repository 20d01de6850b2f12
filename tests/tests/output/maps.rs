//! The way there: a page leads to maps by the address that it shows, and what is an example is on no map.

use std::fmt::Write as _;
use std::fs;

use onetrip_tests::cases;
use onetrip_tests::html::Document;
use onetrip_tests::site::{Site, copy_folder, is_kind};
use onetrip_tests::temp::TempDir;

fn links(page: &Document) -> Vec<String> {
    let maps = page.elements().filter(|element| element.has_class("maps"));
    let links = maps.flat_map(|maps| maps.descendants().collect::<Vec<_>>());
    links
        .filter_map(|link| link.attribute("href").map(str::to_owned))
        .collect()
}

#[test]
fn maps_are_asked_for_the_address_and_never_for_an_example() {
    let folder = TempDir::new("maps");
    copy_folder(&cases::root().join("base"), folder.path());
    for (name, address) in [("dong", "海棠路 1 号 3-2 & 后院"), ("xi", "海棠路 2 号")] {
        let path = folder.path().join(format!("communities/{name}.yaml"));
        let text = fs::read_to_string(&path).expect("a community");
        let text = text.replace("示例: 是\n", "");
        let lines = text.lines().map(|line| {
            if line.starts_with("地址:") {
                format!("地址: {address}\n")
            } else {
                format!("{line}\n")
            }
        });
        fs::write(&path, lines.collect::<String>()).expect("a community");
        let mut query = String::new();
        for byte in address.bytes() {
            let plain = byte.is_ascii_alphanumeric();
            let _ = if plain {
                write!(query, "{}", char::from(byte))
            } else {
                write!(query, "%{byte:02X}")
            };
        }
        let site = Site::build_with(folder.path(), &["--no-print", "--community", name]);
        for page in ["a07", "index"] {
            let page = Document::parse(&site.text(&format!("{name}/{page}.html")));
            let found = links(&page);
            let wanted = [
                format!("geo:0,0?q={query}"),
                format!("https://uri.amap.com/search?keyword={query}"),
                format!(
                    "https://api.map.baidu.com/geocoder?address={query}&output=html&src=onetrip"
                ),
            ];
            assert_eq!(found, wanted, "{name}");
        }
    }
    for (path, bytes) in Site::demonstration().files() {
        if is_kind(&path, "html") {
            let page = Document::parse(&String::from_utf8_lossy(&bytes));
            assert_eq!(links(&page), [] as [String; 0], "{path}");
        }
    }
}
