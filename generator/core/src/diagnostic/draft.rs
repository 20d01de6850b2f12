//! What can be wrong with drafts (草稿).

use super::declare;

declare! {
    /// A fault of 草稿.
    DraftFault

    /// Something that is published leads to a draft.
    "draft-linked" Error LinkedTo {
        /// The reference, as written.
        name: String,
        /// The draft's file.
        file: String,
    }
}
