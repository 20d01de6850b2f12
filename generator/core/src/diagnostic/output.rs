//! What can be wrong with a theme, and with the folder that a site is written to.

use super::{Reason, declare};

declare! {
    /// A fault of a theme or of the output.
    OutputFault

    /// A template is wrong.
    "template" Error Template {
        /// What Tera says (English), first line.
        reason: String,
    }

    /// A file that every theme has is missing.
    "theme-file-missing" Error ThemeFileMissing {
        /// The file.
        path: String,
    }

    /// The output folder holds files that onetrip did not make, or is a file itself.
    "output-foreign" Error OutputForeign {
        /// The folder.
        folder: String,
        /// One of these files; none: the folder is a file.
        example: Option<String>,
    }

    /// Another build is writing there.
    "output-busy" Error OutputBusy {
        /// Where.
        path: String,
        /// The id of its process, if it is known.
        process: Option<String>,
        /// When it began, if it is known.
        since: Option<String>,
    }

    /// Where each file comes to its place by itself, one could not.
    "output-between" Error OutputBetween {
        /// The file.
        path: String,
        /// The system's reason.
        reason: Reason,
    }

    /// What is to stay is a file that the site has itself.
    "keep-made" Error KeepMade {
        /// The file.
        path: String,
    }

    /// The name of an archive does not say what kind it is.
    "archive-ending" Error ArchiveEnding {
        /// The name.
        path: String,
    }

    /// Something else stands where an archive is to be put.
    "archive-foreign" Error ArchiveForeign {
        /// The name.
        path: String,
    }

    /// Somebody else listens there, or nobody may.
    "port-taken" Error PortTaken {
        /// The port.
        port: u32,
        /// The system's reason.
        reason: Reason,
    }

    /// The output folder contains the content folder, or the other way round.
    "output-overlaps" Error OutputOverlaps {
        /// The folder.
        folder: String,
    }

    /// The output cannot be written.
    "output-unwritable" Error OutputUnwritable {
        /// The path.
        path: String,
        /// The system's reason.
        reason: Reason,
    }
}
