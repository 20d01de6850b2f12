//! print/sheets.yaml of a theme: where things stand on a sheet that holds many.

use std::collections::BTreeMap;

use super::decode::Reader;
use super::keys;
use super::yaml::Node;
use crate::diagnostic::SheetFault;
use crate::schema::GRID;

/// A theme's grid; millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// From the sheet's left edge.
    pub left: f64,
    /// From the sheet's upper edge.
    pub top: f64,
    /// Below this nothing stands.
    pub bottom: f64,
    /// How many stand side by side.
    pub columns: u32,
    /// Of one place.
    pub width: f64,
    /// Of one place.
    pub height: f64,
    /// Height of a heading.
    pub heading: f64,
}

/// Every grid by the name of its sheet.
pub(super) fn grids(reader: &Reader, root: &Node) -> BTreeMap<String, Grid> {
    let entries = reader.names("", root).into_iter();
    entries
        .filter_map(|(name, node)| Some((name.value, grid(reader, node)?)))
        .collect()
}

fn grid(reader: &Reader, node: &Node) -> Option<Grid> {
    let table = reader.table("", node, &GRID)?;
    let columns = table.count(keys::COLUMNS).unwrap_or(1);
    let grid = Grid {
        left: table.decimal(keys::LEFT)?,
        top: table.decimal(keys::TOP)?,
        bottom: table.decimal(keys::BOTTOM)?,
        columns,
        width: table.decimal(keys::WIDTH)?,
        height: table.decimal(keys::HEIGHT)?,
        heading: table
            .get(keys::HEADING_HEIGHT)
            .map_or(Some(0.0), |_| table.decimal(keys::HEADING_HEIGHT))?,
    };
    if columns == 0 || grid.height <= 0.0 || grid.width <= 0.0 {
        reader.report(&node.span, SheetFault::Grid { sheet: None }.into());
        return None;
    }
    Some(grid)
}
