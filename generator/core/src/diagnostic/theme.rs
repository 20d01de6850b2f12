//! What can be wrong with a theme: its templates, and files that nothing uses.

use super::{Argument, Term, declare};

declare! {
    /// A fault of a theme.
    ThemeFault

    /// Tera cannot read a template.
    "template-syntax" Error Syntax {
        /// A character that cannot stand there.
        character: bool,
        /// The file ends, and something is still open.
        end: bool,
        /// A tag of no known name.
        tag: bool,
        /// What stands there.
        found: Option<String>,
        /// What belongs there.
        wanted: Argument,
        /// Anything else: what Tera says (English).
        said: Option<String>,
    }

    /// A template names what does not exist.
    "template-unknown" Error Unknown {
        /// What it would be: a filter, a component.
        what: Term,
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All that exist; empty where they are too many to tell.
        known: Vec<String>,
    }

    /// A template uses a variable that has no value.
    "template-undefined" Error Undefined {
        /// As written.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All that stand beside it; empty where nobody knows or they are too many to tell.
        known: Vec<String>,
    }

    /// A template asks for a field that no variable has.
    "template-field-unknown" Warning FieldUnknown {
        /// The field.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// A function gets a variable that has no value.
    "template-argument-undefined" Error ArgumentUndefined {
        /// The function.
        function: String,
        /// The argument.
        argument: String,
        /// The variable, as written.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All that stand beside it; empty where nobody knows or they are too many to tell.
        known: Vec<String>,
    }

    /// A function gets something of another kind.
    "template-argument-kind" Error ArgumentKind {
        /// The function.
        function: String,
        /// The argument.
        argument: String,
        /// What was given, as written.
        name: String,
        /// The kind of it.
        found: Argument,
        /// The kind that belongs there.
        wanted: Argument,
    }

    /// A function or filter lacks an argument.
    "template-argument-missing" Error ArgumentMissing {
        /// The function, as called.
        function: String,
        /// The argument.
        argument: String,
    }

    /// Templates that extend or include one another in a circle.
    "template-circle" Error Circle {
        /// The templates in their order, the first once more at the end.
        chain: Vec<String>,
    }

    /// A component that two templates define.
    "template-component-twice" Error ComponentTwice {
        /// The component.
        name: String,
        /// The file of the other one.
        other: String,
    }

    /// A file of the theme that nothing uses.
    "theme-file-unused" Warning FileUnused {
        /// The file that is meant.
        suggestion: Option<String>,
        /// How templates would name it; of an asset.
        asset: Option<String>,
        /// How templates would include it; of a template.
        include: Option<String>,
        /// Whether it would be a font.
        font: bool,
        /// The files that the folder can have; empty where it can have others.
        known: Vec<String>,
    }

    /// Two files of `assets/` that templates know by one name.
    "theme-asset-name" Error AssetName {
        /// The name.
        name: String,
        /// The other file.
        other: String,
    }

    /// A language that the theme adds has not all texts of the interface.
    "theme-texts-missing" Warning TextsMissing {
        /// How many are missing.
        count: usize,
        /// Some of their keys.
        keys: Vec<String>,
    }

    /// A text of the interface that nothing says.
    "theme-text-unknown" Warning TextUnknown {
        /// Its key.
        key: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// The built-in theme has no such file.
    "theme-no-such-file" Error NoSuchFile {
        /// As typed.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// Files would be replaced that say something else.
    "theme-file-exists" Error FileExists {
        /// The files.
        files: Vec<String>,
    }

    /// A gap in a text of the interface that nothing fills.
    "theme-text-gap" Warning TextGap {
        /// Its name.
        gap: String,
        /// The nearest.
        suggestion: Option<String>,
        /// Those that are filled, with their braces.
        known: Vec<String>,
    }
}

impl ThemeFault {
    /// What a name in a template is the name of.
    pub const FILTER: Term = Term("term-template-filter");
    /// See [`FILTER`](Self::FILTER).
    pub const TEST: Term = Term("term-template-test");
    /// See [`FILTER`](Self::FILTER).
    pub const FUNCTION: Term = Term("term-template-function");
    /// See [`FILTER`](Self::FILTER).
    pub const COMPONENT: Term = Term("term-template-component");
    /// See [`FILTER`](Self::FILTER).
    pub const TEMPLATE: Term = Term("term-template-template");
    /// See [`FILTER`](Self::FILTER).
    pub const BLOCK: Term = Term("term-template-block");
}
