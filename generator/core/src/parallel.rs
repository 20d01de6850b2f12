//! One thing done to many: on all processors at once with the feature `rayon`, one after another without.

#[cfg(feature = "rayon")]
use rayon::prelude::*;

/// What comes of each, in their order.
#[cfg(feature = "rayon")]
pub(crate) fn map<T: Sync, R: Send>(items: &[T], each: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    items.par_iter().map(each).collect()
}

/// What comes of each, in their order.
#[cfg(not(feature = "rayon"))]
pub(crate) fn map<T, R>(items: &[T], each: impl Fn(&T) -> R) -> Vec<R> {
    items.iter().map(each).collect()
}

/// The same for things that are used up.
#[cfg(feature = "rayon")]
pub(crate) fn map_each<T: Send, R: Send>(
    items: Vec<T>,
    each: impl Fn(T) -> R + Sync + Send,
) -> Vec<R> {
    items.into_par_iter().map(each).collect()
}

/// The same for things that are used up.
#[cfg(not(feature = "rayon"))]
pub(crate) fn map_each<T, R>(items: Vec<T>, each: impl Fn(T) -> R) -> Vec<R> {
    items.into_iter().map(each).collect()
}
