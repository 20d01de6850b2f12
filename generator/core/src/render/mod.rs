//! Model in, pages out: view models for the templates, and the templates' answer.
//!
//! The page is the engine's answer to no answers: every line is there with its condition in words, and the widget only
//! hides, shows and counts what is there. A text of the interface comes from the theme, never from here.

mod acceptance;
mod assets;
mod body;
mod booklet;
mod calendar;
mod cases;
mod condition;
mod contacts;
mod counts;
mod data;
mod data_view;
mod dates;
mod find;
mod languages;
mod lines;
mod links;
mod lost;
mod offices;
pub mod offline;
mod online;
mod own;
mod pages;
mod papers;
mod plan;
mod ranges;
mod retired;
mod rows;
mod search;
mod sheets;
mod site;
mod sitemap;
mod style;
mod template_faults;
mod templates;
mod versions;
mod view;
mod view_builder;
mod views;
mod words;

pub use assets::{Assets, fingerprint};
pub use pages::{Known, MadeUnit, PageUnit, page_files};
pub use sheets::{MatterOnSheet, community_on_sheet, matter_on_sheet};
pub use site::{Made, Site};
pub use template_faults::{TemplateSet, about_argument};
pub use templates::{Templates, check_templates};
