//! What papers cost the resident.

use crate::trip::Amounts;

/// What stays at the office, then the originals to bring.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    pub(super) stays: u32,
    pub(super) originals: u32,
}

impl Cost {
    /// More than anything costs.
    pub(super) const NEVER: Cost = Cost {
        stays: u32::MAX,
        originals: u32::MAX,
    };

    /// Both.
    pub(super) fn and(self, other: Cost) -> Self {
        Cost {
            stays: self.stays.saturating_add(other.stays),
            originals: self.originals.saturating_add(other.originals),
        }
    }

    /// The cost where so many originals are shown anyway.
    pub(super) fn beside(form: &Amounts, shown: u32) -> Self {
        Cost {
            stays: form.copies.saturating_add(form.handed_in),
            originals: form
                .shown
                .saturating_sub(shown)
                .saturating_add(form.handed_in),
        }
    }
}
