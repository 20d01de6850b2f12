//! What one form of a paper costs the resident.

use crate::trip::Form;

/// What stays at the office, then the originals to bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    pub(super) stays: u32,
    pub(super) originals: u32,
}

impl Cost {
    /// The cost where nothing is brought anyway.
    pub(super) fn of(form: &Form) -> Self {
        Self::beside(form, 0)
    }

    /// The cost where so many originals are shown anyway.
    pub(super) fn beside(form: &Form, shown: u32) -> Self {
        Cost {
            stays: form.copies.saturating_add(form.handed_in),
            originals: form
                .shown
                .saturating_sub(shown)
                .saturating_add(form.handed_in),
        }
    }
}
