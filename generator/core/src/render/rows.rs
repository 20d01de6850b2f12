//! The list row by row: lines of one paper together, and what a choice has in common with the rest of the list.

use std::mem;

use super::view::{BroughtView, DetailView, LineView};
use super::view_builder::ViewBuilder;
use super::words::Texts;
use crate::check::Compiled;
use crate::model::{AnyOf, Group, LineKind, Matter, Paper, Row, RowItems, WayOf};

impl ViewBuilder<'_> {
    /// The rows of the list, one for each paper; first those that are required, last those that need not be brought.
    pub(super) fn rows(&self, matter: &Matter<String>, compiled: &Compiled) -> Vec<LineView> {
        let lines = self.lines(matter, compiled);
        let rows = matter.rows_with(&compiled.items);
        let mut views: Vec<LineView> = rows
            .iter()
            .map(|(row, items)| view(self.texts, matter, row, items, &lines))
            .collect();
        for (at, (row, _)) in rows.iter().enumerate() {
            let Group::Pick { choice, from } = &matter.lines[row.lines[0]].paper else {
                continue;
            };
            let brought = from
                .iter()
                .map(|paper| brought(matter, paper, &rows, &views));
            let brought: Vec<Option<BroughtView>> = brought.collect();
            mark(choice, &mut views[at].from, &brought);
        }
        views
    }
}

/// Tells every paper of a choice what brings it anyway; `brought` knows it of each.
fn mark(choice: &AnyOf<String>, views: &mut [LineView], brought: &[Option<BroughtView>]) {
    for (way, view) in choice.ways.iter().zip(views) {
        match &way.what {
            WayOf::Paper(paper) => view.brought.clone_from(&brought[*paper]),
            WayOf::AnyOf(choice) => mark(choice, &mut view.from, brought),
        }
    }
}

fn view(
    texts: Texts<'_>,
    matter: &Matter<String>,
    row: &Row,
    items: &RowItems,
    lines: &[LineView],
) -> LineView {
    let mut parts: Vec<LineView> = row
        .lines
        .iter()
        .map(|index| lines[*index].clone())
        .collect();
    if parts.len() < 2 {
        return parts.pop().unwrap_or_default();
    }
    LineView {
        item: items.item,
        ..together(parts, texts.counts_of_row(&items.forms, matter))
    }
}

/// The row of these lines. What all of them say alike is said once, on the row; a line's own words stay with the line.
fn together(mut parts: Vec<LineView>, counts: LineView) -> LineView {
    let parts_of = &mut parts;
    let row = LineView {
        name: parts_of[0].name.clone(),
        of: parts_of[0].of.clone(),
        details: common_details(parts_of),
        criteria: common(parts_of, |line| &mut line.criteria),
        first: common(parts_of, |line| &mut line.first),
        page: common(parts_of, |line| &mut line.page),
        picture: common(parts_of, |line| &mut line.picture),
        fresh: common(parts_of, |line| &mut line.fresh),
        fresh_days: common(parts_of, |line| &mut line.fresh_days),
        defer: common(parts_of, |line| &mut line.defer),
        e_certificate: common(parts_of, |line| &mut line.e_certificate),
        blank_form: common(parts_of, |line| &mut line.blank_form),
        sample_form: common(parts_of, |line| &mut line.sample_form),
        own: common(parts_of, |line| &mut line.own),
        ..counts
    };
    LineView { parts, ..row }
}

/// Takes from all lines the details that they say alike.
fn common_details(parts: &mut [LineView]) -> Vec<DetailView> {
    let Some((first, others)) = parts.split_first() else {
        return Vec::new();
    };
    let all_say = |detail: &&DetailView| others.iter().all(|line| line.details.contains(detail));
    let common: Vec<DetailView> = first.details.iter().filter(all_say).cloned().collect();
    for part in parts {
        part.details.retain(|detail| !common.contains(detail));
    }
    common
}

/// Takes from all lines what they say alike; nothing when they differ.
fn common<T: Default + PartialEq>(parts: &mut [LineView], of: fn(&mut LineView) -> &mut T) -> T {
    let Some((first, others)) = parts.split_first_mut() else {
        return T::default();
    };
    if others.iter_mut().any(|other| of(other) != of(first)) {
        return T::default();
    }
    for other in others {
        *of(other) = T::default();
    }
    mem::take(of(first))
}

/// The row that brings a paper of a choice anyway: the same paper of the same holder, or of any where the choice says none.
fn brought(
    matter: &Matter<String>,
    paper: &Paper<String>,
    rows: &[(Row, RowItems)],
    views: &[LineView],
) -> Option<BroughtView> {
    let is_it = |row: &Row| match &matter.lines[row.lines[0]].paper {
        Group::One(other) => matter.kind(row) == LineKind::Required && paper.is_in(other),
        Group::Pick { .. } => false,
    };
    let found = rows.iter().zip(views).filter(|((row, _), _)| is_it(row));
    // Better one that always is on the list than one that may be.
    let (_, view) = found.min_by_key(|(_, view)| view.item.is_some())?;
    Some(BroughtView {
        name: view.name.clone(),
        of: view.of.clone(),
        item: view.item,
    })
}
