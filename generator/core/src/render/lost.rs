//! Who offers what, for the page that a host shows at an address that there is not.

use std::collections::BTreeMap;

use serde::Serialize;

use super::data;
use super::view_builder::ViewBuilder;

/// The global function that the file calls, see `wasm-widget/web/lost.js`.
const CALL: &str = "onetripWhere";

/// The file's contents.
#[derive(Serialize)]
struct Offers {
    /// Their ids; empty for a site of one community.
    communities: Vec<String>,
    /// Codes, each with its title and the communities that offer it, by index above.
    matters: Vec<(String, String, Vec<usize>)>,
}

/// The script that says it.
pub(super) fn script(parts: &ViewBuilder<'_>) -> String {
    let region = parts.links.region();
    let mut matters: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for (at, community) in region.communities.iter().enumerate() {
        for matter in region.offered(community) {
            let code = matter.code.value.to_lowercase();
            let title = || (parts.text(&matter.title), Vec::new());
            matters.entry(code).or_insert_with(title).1.push(at);
        }
    }
    let ids = region.communities.iter().map(|one| one.id.clone());
    let offers = Offers {
        communities: ids.collect(),
        matters: matters
            .into_iter()
            .map(|(code, (title, at))| (code, title, at))
            .collect(),
    };
    format!("{CALL}({});\n", data::json(&offers))
}
