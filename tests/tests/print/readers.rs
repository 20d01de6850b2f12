//! What two decoders read off every kind of sheet, to the letter: neither shares an idea with the encoder, nor with the other.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use onetrip_tests::cases;
use onetrip_tests::site::{copy_folder, onetrip};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools::zxing;

use crate::raster::{LOOKS, Raster, looked, scanned};
use crate::sheets::communities;

/// How people and desks are called, from one character to twelve; the bytes of many look like Shift-JIS.
const NAMES: [&str; 16] = [
    "王",
    "王芳",
    "民政",
    "王小明",
    "综合窗口",
    "残联专干",
    "社保经办人",
    "帮办代办人员",
    "综合窗口值班员",
    "养老保险经办窗口",
    "退役军人服务站站长",
    "社会事务综合窗口人员",
    "医疗保障和养老保险窗口",
    "党员先锋岗窗口值班工作员",
    "王芳, 李强; 赵敏",
    "Wang Fang 王芳",
];

/// Sheets of a small region, whose western community is called so and has these people.
struct Sheets {
    folder: TempDir,
}

impl Sheets {
    fn print(name: &str, people: &[(String, String)], further: &[&str]) -> Self {
        let folder = TempDir::new("readers");
        let content = folder.path().join("content");
        copy_folder(&cases::root().join("base"), &content);
        let file = content.join("communities/xi.yaml");
        let mut text = fs::read_to_string(&file).expect("a file of ours");
        text = text.replace("西社区", name);
        if !people.is_empty() {
            text.push_str("工作人员:\n");
        }
        for (name, phone) in people {
            let line = format!("  - 称呼: \"{name}\"\n    电话: {phone}\n    同意公开: 是\n");
            text.push_str(&line);
        }
        fs::write(&file, text).expect("a folder of ours");
        let fixed = ["print", "--content", "content", "--out", "out"];
        let output = onetrip(folder.path(), fixed.iter().chain(further));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name} {further:?}: {said}");
        Self { folder }
    }

    fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join("out").join(path)
    }
}

/// RFC 2426, as `print/card.rs` promises it.
fn vcard(name: &str, office: &str, phone: &str) -> String {
    let name = name.replace(',', "\\,").replace(';', "\\;");
    let office = if office.is_empty() {
        String::new()
    } else {
        format!("ORG:{office}\r\n")
    };
    format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{name}\r\nFN:{name}\r\n{office}TEL:{phone}\r\nEND:VCARD"
    )
}

/// The contacts that zbar reads off a page at its best look.
fn by_zbar(page: &Path) -> Vec<String> {
    let pages = [page.to_path_buf()];
    let looks = LOOKS.map(|rows| {
        let text = looked(rows, &pages);
        let ended = text.split_inclusive("END:VCARD\n");
        ended
            .map(|contact| contact.trim_end_matches('\n').to_owned())
            .collect::<Vec<_>>()
    });
    looks
        .into_iter()
        .max_by_key(Vec::len)
        .expect("there are looks")
}

#[test]
#[ignore = "needs pdftoppm, zbarimg and zxing-cpp; tests/run runs it"]
fn every_contact_is_read_to_the_letter() {
    // The office fits beside most names; beside the longest there is no room.
    for office in ["玉湖社区", "河", "示例路第一新村北社区居委"] {
        let people = NAMES.iter().enumerate().map(|(at, name)| {
            let landline = at % 2 == 0;
            let phone = if landline {
                "0354-5550101"
            } else {
                "13800000000"
            };
            ((*name).to_owned(), phone.to_owned())
        });
        let people: Vec<_> = people.collect();
        let sheets = Sheets::print(office, &people, &["--kind", "cards", "--community", "xi"]);
        let raster = Raster::new(&sheets.file("xi/print/cards.pdf"), 150);
        assert_eq!(raster.pages.len(), people.len());
        let read = zxing(&raster.pages);
        for (page, ((name, phone), by_zxing)) in raster.pages.iter().zip(people.iter().zip(read)) {
            let short = office.chars().count() + 2 * name.chars().count() <= 20;
            let meant = vcard(name, office, phone);
            let meant = if short || by_zxing.contains(&meant) {
                meant
            } else {
                vcard(name, "", phone)
            };
            assert_eq!(by_zxing, vec![meant.clone(); 10], "zxing-cpp: {name}");
            assert_eq!(by_zbar(page), vec![meant; 10], "zbar: {name}");
        }
    }
}

#[test]
#[ignore = "needs pdftoppm and zxing-cpp; tests/run runs it"]
fn a_second_decoder_reads_every_poster_and_every_entry() {
    for community in communities() {
        for file in ["posters.pdf", "directory.pdf", "stickers.pdf"] {
            let raster = Raster::new(&community.file(file), 150);
            let read: BTreeSet<String> = zxing(&raster.pages).into_iter().flatten().collect();
            let place = format!("{}/{file}", community.id);
            assert_eq!(Vec::from_iter(&read), community.addresses(), "{place}");
        }
    }
}

#[test]
#[ignore = "needs pdftoppm, zbarimg and zxing-cpp; tests/run runs it"]
fn an_address_that_a_check_allows_stands_on_every_sheet() {
    // The region's longest address has `dong/b01.html` behind it; what a check allows ends at 106.
    for length in [68, 74, 82, 88, 92] {
        let mut base = "https://example.org/".to_owned();
        base.push_str(&"banshi-".repeat(20)[..length - base.len()]);
        let kinds = [
            "--kind",
            "directory",
            "--kind",
            "stickers",
            "--kind",
            "poster",
        ];
        let further = ["--community", "xi", "--base-url", &base];
        let arguments: Vec<&str> = kinds.into_iter().chain(further).collect();
        let sheets = Sheets::print("西社区", &[], &arguments);
        let meant = format!("{}/xi/a07.html", base.trim_end_matches('/'));
        for file in ["directory.pdf", "stickers.pdf", "posters.pdf"] {
            let raster = Raster::new(&sheets.file(&format!("xi/print/{file}")), 150);
            assert_eq!(zxing(&raster.pages), [[meant.clone()]], "{file}");
            let by_zbar: Vec<_> = scanned(&raster.pages, 1).into_iter().collect();
            assert_eq!(by_zbar, std::slice::from_ref(&meant), "{file}");
        }
    }
}
