//! What is answered.

/// An answer.
pub(super) struct Response {
    /// The number and its words.
    pub(super) status: &'static str,
    /// The kind of content.
    pub(super) kind: &'static str,
    /// The content.
    pub(super) bytes: Vec<u8>,
}
