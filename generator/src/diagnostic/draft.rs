//! What can be wrong with drafts (草稿).

/// A fault of 草稿.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftFault {
    /// Something that is published leads to a draft.
    LinkedTo {
        /// The reference, as written.
        name: String,
        /// The draft's file.
        file: String,
    },
}

impl DraftFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::LinkedTo { .. } => "draft-linked",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::LinkedTo { name, file } => {
                format!("“{name}”还是草稿（{file}），不公布，这里指过去会打不开")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::LinkedTo { file, .. } => {
                format!(
                    "先去掉这一处，等它公布了再加；要现在就公布，删掉 {file} 里的“草稿: 是”这一行。"
                )
            }
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::LinkedTo { name, file } => format!(
                "\"{name}\" is a draft still ({file}) and is not published: what leads to it would lead nowhere"
            ),
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::LinkedTo { file, .. } => format!(
                "take this out until it is published; to publish it now, delete the line `draft: yes` (草稿: 是) of {file}."
            ),
        }
    }
}
