//! `onetrip codes list`: the ledger for a terminal, and for the inspection of walls.
//!
//! Where a poster hangs is not kept by onetrip: one code may hang on several walls, posters wander without a build, and the
//! place belongs to the sheet of paper, not to the site. The inspector's own spreadsheet keeps it; the address is the column by
//! which last month's and this month's lists are joined.

use onetrip_core::check::poster_address;
use onetrip_core::diagnostic::Lang;
use onetrip_core::model::{BaseUrl, Entry, Ledger, PublishedCode, Region, Retirement};
use unicode_width::UnicodeWidthStr;

use super::args::{List, ListFormat};

/// The ledger as `list` wants it.
pub(super) fn list(region: &Region, ledger: &Ledger, list: &List, lang: Lang) -> String {
    let wanted = |poster: &PublishedCode| {
        list.community.is_empty() || list.community.contains(&poster.community)
    };
    let rows = ledger.posters.iter().filter(|(poster, _)| wanted(poster));
    match list.format {
        ListFormat::Table => table(
            rows.map(|(poster, record)| row(region, ledger, poster, record, lang)),
            lang,
        ),
        ListFormat::Csv => csv(
            rows.map(|(poster, record)| row(region, ledger, poster, record, lang)),
            lang,
        ),
    }
}

struct Row {
    code: String,
    title: String,
    matter: String,
    community: String,
    address: String,
    since: String,
    state: String,
}

fn row(
    region: &Region,
    ledger: &Ledger,
    poster: &PublishedCode,
    record: &Entry,
    lang: Lang,
) -> Row {
    let now = region
        .community(&poster.community)
        .map(|community| community.name.source());
    let then = ledger
        .communities
        .get(&poster.community)
        .map(|opened| opened.name.as_str());
    Row {
        code: poster.code.clone(),
        title: record.title.clone(),
        matter: record.matter.clone(),
        community: now.or(then).unwrap_or(&poster.community).to_owned(),
        address: ledger
            .address()
            .and_then(|base| BaseUrl::parse(base).ok())
            .map(|base| poster_address(&base, poster))
            .unwrap_or_default(),
        since: record.since.to_string(),
        state: state(poster, record, lang),
    }
}

fn state(poster: &PublishedCode, record: &Entry, lang: Lang) -> String {
    match (&record.end, lang) {
        (None, Lang::Zh) => "在用".into(),
        (None, Lang::En) => "in use".into(),
        (Some(end), Lang::Zh) => match &end.retirement {
            Retirement::To(to) => format!("{} 停用，转到 {}", end.on, to.beside(&poster.community)),
            Retirement::Because(text) => format!("{} 停用：{text}", end.on),
        },
        (Some(end), Lang::En) => match &end.retirement {
            Retirement::To(to) => format!("ended {}, now {}", end.on, to.beside(&poster.community)),
            Retirement::Because(text) => format!("ended {}: {text}", end.on),
        },
    }
}

/// Columns aligned for a terminal, in which a Chinese character is two columns wide.
fn table(rows: impl Iterator<Item = Row>, lang: Lang) -> String {
    let heads = match lang {
        Lang::Zh => ["编号", "社区", "事项", "文件", "首次公布", "状态"],
        Lang::En => ["code", "community", "matter", "file", "published", "state"],
    };
    let mut lines = vec![heads.map(str::to_owned)];
    lines.extend(rows.map(|row| {
        [
            row.code,
            row.community,
            row.title,
            row.matter,
            row.since,
            row.state,
        ]
    }));
    let width = |column: usize| {
        lines
            .iter()
            .map(|line| line[column].width())
            .max()
            .unwrap_or_default()
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let mut out = String::new();
    for line in &lines {
        for (cell, width) in line.iter().zip(&widths) {
            out.push_str(cell);
            out.push_str(&" ".repeat(width - cell.width() + 2));
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out
}

/// Comma-separated values (RFC 4180) with the mark by which Excel knows UTF-8. Place and last seen are filled in on the round.
fn csv(rows: impl Iterator<Item = Row>, lang: Lang) -> String {
    let heads = match lang {
        Lang::Zh => [
            "编号",
            "事项",
            "社区",
            "网址",
            "张贴位置",
            "首次公布",
            "最近看到",
            "状态",
        ],
        Lang::En => [
            "code",
            "matter",
            "community",
            "address",
            "place on the wall",
            "first published",
            "last seen",
            "state",
        ],
    };
    let empty = String::new;
    let rows = rows.map(|r| {
        [
            r.code,
            r.title,
            r.community,
            r.address,
            empty(),
            r.since,
            empty(),
            r.state,
        ]
    });
    let lines = std::iter::once(heads.map(str::to_owned))
        .chain(rows)
        .map(|cells| {
            let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
            format!("{}\r\n", quoted.join(","))
        });
    std::iter::once("\u{feff}".to_owned())
        .chain(lines)
        .collect()
}
