//! The arguments of the functions that sheets have: what is wrong with one is told with its name.

use onetrip_core::render::about_argument;
use tera::{ArgFromValue, Error, ErrorKind, Kwargs, TeraResult};

/// What a template calls a function with.
pub(super) struct Arguments(pub(super) Kwargs);

impl Arguments {
    /// An argument that has to be there.
    ///
    /// # Errors
    /// It is missing, undefined or of another type.
    pub(super) fn must_get<'a, T>(&'a self, name: &'a str) -> TeraResult<T>
    where
        T: ArgFromValue<'a, Output = T>,
    {
        self.0.must_get(name).map_err(|error| told(error, name))
    }

    /// An argument that may be left out.
    ///
    /// # Errors
    /// It is undefined or of another type.
    pub(super) fn get<'a, T>(&'a self, name: &'a str) -> TeraResult<Option<T>>
    where
        T: ArgFromValue<'a, Output = T>,
    {
        self.0.get(name).map_err(|error| told(error, name))
    }
}

fn told(error: Error, name: &str) -> Error {
    match error.kind() {
        ErrorKind::InvalidArgument {
            expected_type,
            actual_type,
        } => Error::message(about_argument(name, actual_type, expected_type)),
        _ => error,
    }
}
