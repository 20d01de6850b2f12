//! 网上办: where a matter can be done without coming.

use super::decode::{Reader, Table};
use super::keys::{self, Key};
use super::line;
use super::text::narrow;
use super::yaml::Node;
use crate::diagnostic::{OnlineFault, Problem};
use crate::model::{Online, OnlineKind, web_host};
use crate::schema::ONLINE;

/// Every way that the table names; none when it says nothing of them.
pub(super) fn online(table: &Table<'_, '_>) -> Vec<Online> {
    let nodes = table.list(keys::ONLINE).iter();
    nodes.filter_map(|node| way(table.reader, node)).collect()
}

fn way(reader: &Reader, node: &Node) -> Option<Online> {
    let table = reader.table(keys::ONLINE.zh, node, &ONLINE)?;
    let name = table.required_text(keys::NAME);
    let kind = table
        .require(keys::KIND)
        .and_then(|node| reader.one_of(keys::KIND.zh, node, keys::ONLINE_KINDS))?;
    for key in unfit(kind) {
        if table.get(*key).is_some() {
            let fault = OnlineFault::Unfit {
                kind,
                key: (key.zh, key.en),
                instead: kind.into(),
            };
            reader.report(&table.key_span(*key), Problem::from(fault));
        }
    }
    let url = match kind {
        OnlineKind::Website => Some(
            table
                .require(keys::URL)
                .and_then(|node| address(reader, node))?,
        ),
        OnlineKind::MiniProgram | OnlineKind::App => None,
    };
    Some(Online {
        name: name?,
        kind,
        url,
        picture: line::attachment(&table, keys::PICTURE)
            .filter(|_| kind == OnlineKind::MiniProgram),
        note: table.text(keys::NOTE),
        place: table.place(),
    })
}

/// What a way of this kind cannot have: a mini-program has no address that a link could open, an app is searched for, and a
/// picture beside a website would be one more code to scan.
fn unfit(kind: OnlineKind) -> &'static [Key] {
    match kind {
        OnlineKind::Website => &[keys::PICTURE],
        OnlineKind::MiniProgram => &[keys::URL],
        OnlineKind::App => &[keys::URL, keys::PICTURE],
    }
}

fn address(reader: &Reader, node: &Node) -> Option<String> {
    let text = reader.text(keys::URL.zh, node)?;
    let url = narrow(&text).trim().to_owned();
    if web_host(&url).is_some() {
        return Some(url);
    }
    reader.report(
        &node.span,
        Problem::from(OnlineFault::Address { url: text }),
    );
    None
}
