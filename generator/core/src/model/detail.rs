//! What a guide may say of a paper in its own words: each kind declared once.
//!
//! From this table come the keys that are read, the fields that are translated and filled, and what pages, plan, booklet and data show. A kind that
//! is added here needs its label in the theme's texts, under its id, and nothing else.

use super::{Convert, Text};

/// Where pages show a detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailPlace {
    /// On the line, behind its label; it goes along when the list is copied.
    Line,
    /// On the line, as a sentence of its own.
    Note,
    /// Among what helps to get the paper, folded.
    Get,
}

/// A kind of detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DetailKind {
    /// Its name in data and in English guides; its label in the theme's texts.
    pub id: &'static str,
    /// Its name in Chinese guides.
    pub chinese: &'static str,
    /// Where it is shown.
    pub place: DetailPlace,
    /// Whether the register of papers may say it for all guides.
    pub shared: bool,
    /// Whether the booklet says it.
    pub booklet: bool,
    /// What it says, in Chinese and in English, for who writes guides.
    pub about: [&'static str; 2],
    /// For example.
    pub example: &'static str,
}

/// Who issues the paper.
pub const ISSUER: DetailKind = DetailKind {
    id: "issuer",
    chinese: "出具",
    place: DetailPlace::Get,
    shared: true,
    booklet: false,
    about: ["谁开的、谁发的", "Who issues it"],
    example: "派出所",
};

/// How to copy the paper.
pub const COPY_NOTE: DetailKind = DetailKind {
    id: "copy_note",
    chinese: "复印要求",
    place: DetailPlace::Line,
    shared: false,
    booklet: true,
    about: ["怎么复印", "How to copy it"],
    example: "正反面印在同一页",
};

/// A sentence about the paper.
pub const NOTE: DetailKind = DetailKind {
    id: "note",
    chinese: "说明",
    place: DetailPlace::Note,
    shared: true,
    booklet: true,
    about: ["补充的一句话", "A sentence about it"],
    example: "卡要激活过",
};

/// Every kind, in the order in which they are shown.
pub const DETAILS: [DetailKind; 9] = [
    COPY_NOTE,
    DetailKind {
        id: "photo_spec",
        chinese: "照片要求",
        place: DetailPlace::Line,
        shared: true,
        booklet: true,
        about: ["照片要什么样", "What a photo has to be like"],
        example: "近期一寸白底",
    },
    NOTE,
    ISSUER,
    DetailKind {
        id: "how_to_get",
        chinese: "怎么取得",
        place: DetailPlace::Get,
        shared: true,
        booklet: false,
        about: ["怎么取得", "How to get it"],
        example: "到派出所户籍窗口开",
    },
    DetailKind {
        id: "takes",
        chinese: "多久",
        place: DetailPlace::Get,
        shared: true,
        booklet: false,
        about: ["多久能拿到", "How long that takes"],
        example: "当场",
    },
    DetailKind {
        id: "cost",
        chinese: "费用",
        place: DetailPlace::Get,
        shared: true,
        booklet: false,
        about: ["要多少钱", "What that costs"],
        example: "不要钱",
    },
    DetailKind {
        id: "lost",
        chinese: "丢了怎么办",
        place: DetailPlace::Get,
        shared: true,
        booklet: false,
        about: ["丢了怎么办", "What to do when it is lost"],
        example: "到派出所补领",
    },
    DetailKind {
        id: "without",
        chinese: "拿不到怎么办",
        place: DetailPlace::Get,
        shared: true,
        booklet: true,
        about: ["拿不到怎么办", "What to do when one cannot get it"],
        example: "来窗口，我们一起想办法",
    },
];

/// The details of one paper: a text or nothing for each of [`DETAILS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details<T = Text>([Option<T>; DETAILS.len()]);

impl<T> Default for Details<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| None))
    }
}

impl<T> Details<T> {
    /// The details that `read` finds.
    pub fn read(mut read: impl FnMut(&'static DetailKind) -> Option<T>) -> Self {
        Self(std::array::from_fn(|at| read(&DETAILS[at])))
    }

    /// These, and those of `other` where there is none.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let mut others = other.0.into_iter();
        Self(self.0.map(|own| own.or(others.next().flatten())))
    }

    /// Every detail that there is, with its kind.
    pub fn iter(&self) -> impl Iterator<Item = (&'static DetailKind, &T)> {
        let all = DETAILS.iter().zip(&self.0);
        all.filter_map(|(kind, text)| Some((kind, text.as_ref()?)))
    }

    /// The detail of a kind.
    pub fn get(&self, kind: &DetailKind) -> Option<&T> {
        self.iter()
            .find_map(|(one, text)| (one == kind).then_some(text))
    }

    /// The same in other words.
    pub(super) fn convert<U>(&self, to: &impl Convert<T, U>) -> Details<U> {
        Details(std::array::from_fn(|at| to.option(self.0[at].as_ref())))
    }
}

#[cfg(test)]
mod tests {
    use super::Details;

    #[test]
    fn what_a_line_says_comes_before_the_register() {
        let of = |words: &'static str, id: &'static str| {
            Details::read(move |kind| (kind.id == id).then(|| words.to_owned()))
        };
        let own = of("own", "note");
        let both = own.or(of("register", "issuer").or(of("other", "note")));
        let said: Vec<(&str, &str)> = both.iter().map(|(kind, text)| (kind.id, &**text)).collect();
        assert_eq!(said, [("note", "own"), ("issuer", "register")]);
    }
}
