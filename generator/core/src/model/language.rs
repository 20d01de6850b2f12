//! The languages that pages can be made in: what a theme's texts (`i18n/CODE.yaml`) may be of.

/// A language of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// In site.yaml and in the names of files (`a07.en.md`): ISO 639-1.
    pub code: &'static str,
    /// Its English name, which site.yaml may say as well.
    pub name: &'static str,
    /// In HTML (BCP 47).
    pub tag: &'static str,
    /// Of its pages, below the site's top.
    pub folder: &'static str,
    /// Written from right to left.
    pub right_to_left: bool,
}

macro_rules! languages {
    ($($code:literal $name:literal $tag:literal $right_to_left:literal,)*) => {
        &[$(Language {
            code: $code,
            name: $name,
            tag: $tag,
            folder: concat!($code, "/"),
            right_to_left: $right_to_left,
        },)*]
    };
}

impl Language {
    /// Chinese, English, written languages of China's nationalities (中华人民共和国宪法 §4), and those that many foreign residents read.
    /// Mongolian as written in China runs downwards and is not among them; Kazakh is as written in China.
    pub const ALL: &'static [Self] = languages! {
        "zh" "chinese" "zh-CN" false,
        "en" "english" "en" false,
        "ug" "uyghur" "ug" true,
        "bo" "tibetan" "bo" false,
        "kk" "kazakh" "kk-Arab" true,
        "ko" "korean" "ko" false,
        "ii" "yi" "ii" false,
        "za" "zhuang" "za" false,
        "ru" "russian" "ru" false,
        "vi" "vietnamese" "vi" false,
        "my" "burmese" "my" false,
        "fr" "french" "fr" false,
        "es" "spanish" "es" false,
        "ar" "arabic" "ar" true,
    };

    /// The language of this code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|one| one.code == code).copied()
    }
}
