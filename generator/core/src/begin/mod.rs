//! Files to begin with: a site, a community, a guide, a paper, a question. They are made of the declarations of the format, say in remarks what
//! every line is for, and check clean as they are.

mod matter;
mod names;
mod site;
mod skeleton;

pub use matter::{Kind, NewMatter, Purpose};
pub use names::{ascii_name, free_code};
pub use site::{NewCommunity, NewSite};
pub use skeleton::Names;

use crate::schema::{MATERIAL, QUESTION, keys};
use skeleton::{quoted, remarks};

/// An entry of materials.yaml: nothing is said of the paper yet, and everything that may be said stands in remarks.
pub fn paper(name: &str, names: Names) -> String {
    format!(
        "{}:\n{}",
        quoted(name),
        remarks(&MATERIAL, names, "  ", &[])
    )
}

/// An entry of questions.yaml, with two options to begin with.
pub fn question(name: &str, names: Names) -> String {
    let [ask, options, have, have_not] = match names {
        Names::Chinese => ["问", "选项", "有", "没有"],
        Names::English => ["ask", "options", "yes", "no"],
    };
    let remarks = remarks(&QUESTION, names, "  ", &[keys::OPTIONS]);
    let [key, asked] = [quoted(name), quoted(&format!("{name}？"))];
    format!("{key}:\n  {ask}: {asked}\n  {options}: [{have}, {have_not}]\n{remarks}")
}
