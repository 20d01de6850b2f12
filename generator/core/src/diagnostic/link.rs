//! What can be wrong with links, and with the files and pictures that a text names.

use super::declare;

declare! {
    /// A fault of a link or of a path.
    LinkFault

    /// A file that does not exist.
    "missing-file" Error MissingFile {
        /// The path.
        path: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// A path that leads out of the content folder or is not a plain relative one.
    "bad-path" Error BadPath {
        /// The path.
        path: String,
    }

    /// A link whose `#` part no heading has.
    "broken-anchor" Error BrokenAnchor {
        /// The anchor.
        anchor: String,
        /// All anchors of the page.
        known: Vec<String>,
    }

    /// A link of a kind that is not allowed (`javascript:`, `data:` …).
    "unsafe-link" Error UnsafeLink {
        /// The target.
        target: String,
    }

    /// An image without alternative text.
    "image-without-alt" Error ImageWithoutAlt {
        /// The image.
        path: String,
    }
}
