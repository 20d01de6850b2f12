//! site.yaml: the region.

use super::criteria;
use super::decode::{Reader, Table};
use super::keys;
use super::local_facts::local_facts;
use super::values;
use super::yaml::Node;
use super::{allow, calendar, community};
use crate::diagnostic::{At, ShapeFault};
use crate::model::{Category, Community, Holidays, Hours, LocalFacts, Text, Venue};
use crate::schema::{CATEGORY, SITE};

/// What site.yaml says, as far as it could be read.
#[derive(Debug, Default)]
pub(super) struct Site {
    pub(super) name: Text,
    pub(super) base_url: Option<At<String>>,
    pub(super) languages: Vec<At<&'static str>>,
    pub(super) categories: Vec<Category>,
    pub(super) life_events: Vec<Text>,
    pub(super) hours: Vec<Hours>,
    pub(super) venues: Vec<Venue>,
    pub(super) holidays: Holidays,
    pub(super) local_facts: LocalFacts,
    pub(super) disclaimer: Option<Text>,
    /// The one community of a site that has no `communities/`.
    pub(super) community: Option<Community>,
}

pub(super) fn site(reader: &Reader, root: &Node) -> Site {
    let Some(table) = reader.table("", root, &SITE) else {
        return Site::default();
    };
    allow::read_of_site(&table);
    let hours = values::hours(reader, table.list(keys::HOURS));
    let categories = table
        .required_list(keys::CATEGORIES)
        .iter()
        .filter_map(|c| category(reader, c))
        .collect();
    Site {
        name: table.required_text(keys::NAME).unwrap_or_default(),
        base_url: table
            .get(keys::BASE_URL)
            .and_then(|node| reader.located(keys::BASE_URL.zh, node)),
        languages: languages(&table),
        categories,
        life_events: table
            .located_texts(keys::LIFE_EVENTS)
            .into_iter()
            .map(|event| Text::new(event.value))
            .collect(),
        holidays: table
            .get(keys::HOLIDAYS)
            .map(|node| calendar::holidays(reader, node))
            .unwrap_or_default(),
        local_facts: local_facts(&table),
        disclaimer: table.text(keys::DISCLAIMER),
        community: table
            .get(keys::COMMUNITY)
            .and_then(|node| community::community(reader, "", node, &hours)),
        venues: community::venues(&table, &hours),
        hours,
    }
}

/// The languages of the pages, the content's own first.
fn languages(table: &Table<'_, '_>) -> Vec<At<&'static str>> {
    let mut languages: Vec<At<&'static str>> = Vec::new();
    for node in table.list(keys::LANGUAGES) {
        match table
            .reader
            .one_of(keys::LANGUAGES.zh, node, keys::LANGUAGE_NAMES)
        {
            Some(language) if languages.iter().any(|one| one.value == language) => {
                table.reader.report(
                    &node.span,
                    ShapeFault::Repeated {
                        value: language.to_owned(),
                    }
                    .into(),
                );
            }
            language => languages.extend(language.map(|language| At {
                value: language,
                place: table.reader.place(&node.span),
            })),
        }
    }
    languages
}

fn category(reader: &Reader, node: &Node) -> Option<Category> {
    let table = reader.table(keys::CATEGORIES.zh, node, &CATEGORY)?;
    let id = table.required_name(keys::ID);
    let name = table.required_text(keys::NAME)?;
    Some(Category {
        id: id?,
        name,
        english: table.text(keys::ENGLISH),
        picture: criteria::picture(&table, keys::PICTURE),
    })
}
