//! A small site that has every kind of page and sheet.

use jiff::civil::{Date, date};
use onetrip_core::source::Memory;

/// The day on which it is built: its guide has taken the place of an earlier one.
pub(super) const TODAY: Date = date(2026, 6, 1);

const FILES: &[(&str, &str)] = &[
    ("site.yaml", include_str!("sample/site.yaml")),
    ("communities/a.yaml", include_str!("sample/community.yaml")),
    ("materials.yaml", include_str!("sample/materials.yaml")),
    ("matters/matter.md", include_str!("sample/matter.md")),
    ("pages/page.md", include_str!("sample/page.md")),
    ("files/form.pdf", "%PDF"),
    ("files/men-kou.jpg", "JPEG"),
    ("files/shen-fen-zheng.svg", "<svg/>"),
    ("codes.lock", include_str!("sample/codes.lock")),
];

pub(super) fn content() -> Memory {
    let file = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
    Memory(FILES.iter().map(file).collect())
}
