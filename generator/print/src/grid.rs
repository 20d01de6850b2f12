//! Where things stand on a sheet that holds many: rows and columns, with headings across.

use onetrip_core::source::Grid;
use serde::Serialize;

/// Something with its place on a sheet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Placed<T> {
    /// From the left.
    pub(super) x: f64,
    /// From above.
    pub(super) y: f64,
    /// What stands there.
    pub(super) item: T,
}

/// One sheet's headings and entries.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Page<T> {
    /// Across all columns.
    pub(super) headings: Vec<Placed<String>>,
    /// In the columns.
    pub(super) entries: Vec<Placed<T>>,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            headings: Vec::new(),
            entries: Vec::new(),
        }
    }
}

/// Entries that belong together, with their heading if they have one.
pub(super) type Group<T> = (Option<String>, Vec<T>);

/// Spreads groups over as many sheets as they need. A heading never stands alone at the foot of a sheet, and stands again on
/// the next one where its group goes on there.
pub(super) fn spread<T>(groups: Vec<Group<T>>, grid: &Grid) -> Vec<Page<T>> {
    let mut pages = vec![Page::default()];
    let mut y = grid.top;
    for (heading, entries) in groups {
        let mut column = grid.columns;
        let mut first = true;
        for item in entries {
            if column == grid.columns {
                column = 0;
                let above = if first && heading.is_some() {
                    grid.heading
                } else {
                    0.0
                };
                let full = y + above + grid.height > grid.bottom + 1e-6;
                if full && y > grid.top {
                    pages.push(Page::default());
                    y = grid.top;
                }
                if let (Some(page), Some(text)) = (pages.last_mut(), heading.as_ref())
                    && (first || y <= grid.top)
                {
                    page.headings.push(Placed {
                        x: grid.left,
                        y,
                        item: text.clone(),
                    });
                    y += grid.heading;
                }
                first = false;
                y += grid.height;
            }
            let x = grid.left + grid.width * f64::from(column);
            if let Some(page) = pages.last_mut() {
                page.entries.push(Placed {
                    x,
                    y: y - grid.height,
                    item,
                });
            }
            column += 1;
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::{Grid, spread};

    const GRID: Grid = Grid {
        left: 10.0,
        top: 40.0,
        bottom: 100.0,
        columns: 2,
        width: 90.0,
        height: 20.0,
        heading: 10.0,
    };

    #[test]
    fn a_heading_goes_with_its_first_row_and_comes_again_on_the_next_sheet() {
        let pages = spread(
            vec![
                (Some("养老".to_owned()), vec![1, 2, 3]),
                (Some("医疗".to_owned()), vec![4, 5, 6]),
            ],
            &GRID,
        );
        assert_eq!(pages.len(), 2);
        let first: Vec<_> = pages[0]
            .entries
            .iter()
            .map(|e| (e.x, e.y, e.item))
            .collect();
        assert_eq!(first, [(10.0, 50.0, 1), (100.0, 50.0, 2), (10.0, 70.0, 3)]);
        assert_eq!(
            pages[0].headings.len(),
            1,
            "there is no room for a second heading with a row"
        );
        let second: Vec<_> = pages[1]
            .entries
            .iter()
            .map(|e| (e.x, e.y, e.item))
            .collect();
        assert_eq!(second, [(10.0, 50.0, 4), (100.0, 50.0, 5), (10.0, 70.0, 6)]);
    }

    #[test]
    fn a_group_that_goes_on_has_its_heading_again() {
        let pages = spread(vec![(Some("养老".to_owned()), (0..7).collect())], &GRID);
        assert_eq!(
            pages
                .iter()
                .map(|page| page.entries.len())
                .collect::<Vec<_>>(),
            [4, 3]
        );
        assert!(pages.iter().all(|page| page.headings.len() == 1));
    }

    #[test]
    fn without_headings_the_places_are_a_plain_grid() {
        let pages = spread(vec![(None, (0..7).collect::<Vec<_>>())], &GRID);
        assert_eq!(
            pages
                .iter()
                .map(|page| page.entries.len())
                .collect::<Vec<_>>(),
            [6, 1]
        );
        assert!(pages.iter().all(|page| page.headings.is_empty()));
    }
}
