//! The rules of every guide, compiled for the engine: what cannot be worked out exactly is an error here.

use std::collections::BTreeMap;

use onetrip_widget::rules::{self, RuleBook, limits};
use rayon::prelude::*;

use super::file;
use crate::diagnostic::{Finding, Problem};
use crate::model::{Items, Region};

/// A guide's rules as the phone gets them.
#[derive(Debug)]
pub struct Compiled {
    /// For the engine.
    pub book: RuleBook,
    /// Which of its items is which part of the guide.
    pub items: Items,
}

/// Compiled rules by the guide's file.
pub type Books = BTreeMap<String, Compiled>;

pub(super) fn compile(region: &Region) -> (Books, Vec<Finding>) {
    let compiled: Vec<Result<(String, Compiled), Finding>> = region
        .matters
        .par_iter()
        .map(|matter| {
            let (source, items) = matter.rules(&region.keys);
            match rules::compile(&source) {
                Ok(book) => Ok((matter.file.clone(), Compiled { book, items })),
                // Indexes were resolved when the guide was read, so size is all that can be wrong.
                Err(_) => Err(Finding::at(file(&matter.file), Problem::TooComplex { limit: limits::NODES })),
            }
        })
        .collect();
    let mut books = Books::new();
    let mut findings = Vec::new();
    for result in compiled {
        match result {
            Ok((file, compiled)) => {
                books.insert(file, compiled);
            }
            Err(finding) => findings.push(finding),
        }
    }
    (books, findings)
}
