//! The output folder of the demonstration region: the same every time, complete, relative, valid, light.

mod archive;
mod by_answer;
mod calendar;
mod data;
mod dates;
mod drafts;
mod facts;
mod fleet;
mod fleet_examples;
mod languages;
mod links;
mod markdown;
mod meant;
mod pages;
mod papers;
mod random_fees;
mod requirements;
mod schema;
mod scripts;
mod serve;
mod situations;
mod tree;
mod validity;
mod versions;
mod weight;
mod words;
