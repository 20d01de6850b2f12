//! From conditions to decision diagrams; happens at build time only.
//!
//! `check` (is the source sound?) → `variables` (how fine must each question be looked at?) → `builder` (conditions
//! to nodes, with a bound on work) → the nodes that the roots reach, as a [`RuleBook`].

mod builder;
mod check;
mod error;
mod variables;

use alloc::vec;
use alloc::vec::Vec;

pub use error::{CompileError, Part};
pub use variables::date_values;

use super::book::{Wire, terminals};
use super::layout::Layout;
use super::{Condition, RuleBook, RuleSource, small};
use builder::{Builder, Op, Overflow};

/// Compiles the rules of a guide.
///
/// # Errors
/// When the source contradicts itself, and when the diagrams would become too large
/// ([`CompileError::TooComplex`]; the work is bounded, so this comes within a second or so, never as a hang).
pub fn compile(source: &RuleSource) -> Result<RuleBook, CompileError> {
    check::check(source)?;
    let questions = variables::questions(source);
    let layout = Layout::new(&questions).ok_or(CompileError::TooMany)?;
    let mut builder = Builder::new(
        terminals(small(source.stops.len())),
        &questions,
        &layout,
        &source.implied,
    );
    compile_facts(&mut builder, source)?;
    let stop_root = compile_stops(&mut builder, &source.stops)?;
    let plain = compile_items(&mut builder, &source.items)?;
    let items = guard_items(&mut builder, &plain, stop_root)?;
    let (nodes, numbers) = compact(&builder, &[&items[..], &plain, &[stop_root]].concat());
    let renumbered = |roots: &[u32]| roots.iter().map(|root| numbers[*root as usize]).collect();
    let wire = Wire {
        id: source.id,
        questions,
        stops: small(source.stops.len()),
        nodes,
        items: renumbered(&items),
        plain: renumbered(&plain),
        stop_root: numbers[stop_root as usize],
        counted: source
            .counted
            .iter()
            .map(|counted| (small(counted.question), counted.item.map(small)))
            .collect(),
    };
    RuleBook::assemble(wire).ok_or(CompileError::TooMany)
}

/// Each shared condition once.
fn compile_facts(builder: &mut Builder<'_>, source: &RuleSource) -> Result<(), CompileError> {
    let facts = source.facts.iter().zip(source.used_facts()).enumerate();
    for (index, (fact, used)) in facts {
        let too_complex = |Overflow| CompileError::TooComplex {
            part: Part::Fact(index),
        };
        builder.fact(fact, used).map_err(too_complex)?;
    }
    Ok(())
}

/// Terminal n + 1 where stop n is the first that holds, 0 where none does.
fn compile_stops(builder: &mut Builder<'_>, stops: &[Condition]) -> Result<u32, CompileError> {
    let mut root = 0;
    for (index, stop) in stops.iter().enumerate().rev() {
        let too_complex = |Overflow| CompileError::TooComplex {
            part: Part::Stop(index),
        };
        let holds = builder.condition(stop).map_err(too_complex)?;
        root = builder
            .apply(Op::Then(small(index) + 1), holds, root)
            .map_err(too_complex)?;
    }
    Ok(root)
}

/// For each item 1 where its own condition holds, else 0.
fn compile_items(builder: &mut Builder<'_>, items: &[Condition]) -> Result<Vec<u32>, CompileError> {
    let compile = |(index, item)| {
        builder
            .condition(item)
            .map_err(|Overflow| too_complex(index))
    };
    items.iter().enumerate().map(compile).collect()
}

/// For each item 2 where a stop holds, else what its own condition says.
fn guard_items(
    builder: &mut Builder<'_>,
    plain: &[u32],
    stops: u32,
) -> Result<Vec<u32>, CompileError> {
    let guard = |(index, root): (usize, &u32)| {
        builder
            .apply(Op::Guard, stops, *root)
            .map_err(|Overflow| too_complex(index))
    };
    plain.iter().enumerate().map(guard).collect()
}

fn too_complex(item: usize) -> CompileError {
    CompileError::TooComplex {
        part: Part::Item(item),
    }
}

/// The nodes that the roots reach, flat and numbered anew, and the new number of every old one.
fn compact(builder: &Builder<'_>, roots: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let table = builder.table();
    let mut used = vec![false; table.end() as usize];
    for root in roots {
        used[*root as usize] = true;
    }
    for node in (table.base()..table.end()).rev() {
        if used[node as usize] {
            table
                .children(node)
                .iter()
                .for_each(|child| used[*child as usize] = true);
        }
    }
    let mut numbers: Vec<u32> = (0..table.end()).collect();
    let mut flat = Vec::new();
    let kept = (table.base()..table.end()).filter(|node| used[*node as usize]);
    for (number, node) in (table.base()..).zip(kept) {
        numbers[node as usize] = number;
        flat.push(table.variable(node));
        flat.extend(
            table
                .children(node)
                .iter()
                .map(|child| numbers[*child as usize]),
        );
    }
    (flat, numbers)
}
