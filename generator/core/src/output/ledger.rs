//! The text of `codes.lock`: one line an address or a code, in an order and with columns that do not change when others
//! come, so that a change in version control shows what changed and two branches merge.

use std::collections::BTreeMap;

use crate::model::{End, LEDGER, LEDGER_FORMAT, Ledger, PublishedCode, Retirement};

const ABOUT: &str = "\
# 台账：已经公布的网址、社区和编号，印出去贴在墙上的都在这里，不能再变。由 onetrip 维护，请和内容一起提交；要改，用 onetrip codes。
# The ledger: published addresses, communities and codes, as printed and hung on walls. They cannot change any more.
# Kept by onetrip; commit it together with the content; change it with `onetrip codes`.
#
# 编号 code         事项 matter               公布 first  标题 title  （停用 ended: 日期 date -> 去向 successor，或 or \"原因 why\"）

";

/// What a ledger is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its whole text.
    pub text: String,
    /// The text that it takes the place of, as it was read; none: there was no ledger.
    pub before: Option<String>,
}

/// What a line is about, in the order of the lines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Site(String),
    Community(String),
    PublishedCode(PublishedCode),
}

/// The text of the ledger. Lines of `before` that say the same, comments and empty lines stay as they are, in their places.
pub fn ledger_text(ledger: &Ledger, before: Option<&str>) -> String {
    let mut lines = lines(ledger);
    let fresh = format!("{LEDGER} {LEDGER_FORMAT}\n{ABOUT}");
    let mut out = String::new();
    for old in before.unwrap_or(&fresh).lines() {
        let Some(key) = key(old) else {
            push(&mut out, old);
            continue;
        };
        let later = lines.split_off(&key);
        extend(&mut out, &lines);
        lines = later;
        if let Some(new) = lines.remove(&key) {
            let same = old.split_whitespace().eq(new.split_whitespace());
            push(&mut out, if same { old } else { &new });
        }
    }
    extend(&mut out, &lines);
    out
}

fn extend(out: &mut String, lines: &BTreeMap<Key, String>) {
    for line in lines.values() {
        push(out, line);
    }
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

/// What a line is about; none where it is a comment, empty or the head.
fn key(line: &str) -> Option<Key> {
    let mut words = line.split_whitespace();
    match words.next()? {
        LEDGER => None,
        comment if comment.starts_with('#') => None,
        "@" => words.next().map(|address| match address {
            url if url.contains("://") => Key::Site(url.to_owned()),
            "." => Key::Community(String::new()),
            id => Key::Community(id.to_owned()),
        }),
        poster => PublishedCode::parse(poster).map(Key::PublishedCode),
    }
}

fn lines(ledger: &Ledger) -> BTreeMap<Key, String> {
    let mut lines = BTreeMap::new();
    for (url, site) in &ledger.sites {
        let moved = site
            .moved
            .as_ref()
            .map(|(on, to)| format!("  ended {on} -> {to}"))
            .unwrap_or_default();
        lines.insert(
            Key::Site(url.clone()),
            format!("@ {url:<40}  {}{moved}", site.since),
        );
    }
    for (id, opened) in &ledger.communities {
        let shown = if id.is_empty() { "." } else { id };
        let line = format!("@ {shown:<40}  {}  {}", opened.since, opened.name);
        lines.insert(Key::Community(id.clone()), line);
    }
    for (poster, record) in &ledger.posters {
        let shown = poster.to_string();
        let end = record
            .end
            .as_ref()
            .map(|end| ended(end, poster))
            .unwrap_or_default();
        let line = format!(
            "{shown:<16}  {:<24}  {}  {}{end}",
            record.matter, record.since, record.title
        );
        lines.insert(Key::PublishedCode(poster.clone()), line);
    }
    lines
}

fn ended(end: &End, poster: &PublishedCode) -> String {
    match &end.retirement {
        Retirement::To(to) => format!("  ended {} -> {}", end.on, to.beside(&poster.community)),
        Retirement::Because(text) => format!("  ended {} \"{text}\"", end.on),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::ledger_text;
    use crate::diagnostic::Place;
    use crate::model::{End, Entry, Ledger, PublishedCode, Retirement};

    fn add(ledger: &mut Ledger, code: &str, end: Option<End>) {
        let record = Entry {
            matter: format!("matter-{code}"),
            since: date(2026, 11, 22),
            title: format!("事项 {code}"),
            end,
            place: Place::file("codes.lock"),
        };
        ledger
            .posters
            .insert(PublishedCode::new("dong", code), record);
    }

    #[test]
    fn only_what_changed_changes() {
        let mut ledger = Ledger::default();
        add(&mut ledger, "a2", None);
        add(&mut ledger, "a4", None);
        let first = ledger_text(&ledger, None);
        // Somebody aligned a line anew and wrote a remark.
        let own = first.replace(
            "dong/a4           matter-a4  ",
            "# 三楼还有一张\ndong/a4 matter-a4 ",
        );
        assert_ne!(own, first);
        assert_eq!(ledger_text(&ledger, Some(&own)), own);
        add(&mut ledger, "a3", None);
        let retirement = Retirement::Because("不再办".into());
        add(
            &mut ledger,
            "a2",
            Some(End {
                on: date(2027, 1, 1),
                retirement,
            }),
        );
        let text = ledger_text(&ledger, Some(&own));
        let new: Vec<&str> = text.lines().filter(|line| !own.contains(line)).collect();
        assert_eq!(
            new,
            [
                "dong/a2           matter-a2                 2026-11-22  事项 a2  ended 2027-01-01 \"不再办\"",
                "dong/a3           matter-a3                 2026-11-22  事项 a3",
            ]
        );
        assert!(text.find("dong/a3") < text.find("dong/a4 matter"));
        assert!(text.contains("# 三楼还有一张\n"));
    }
}
