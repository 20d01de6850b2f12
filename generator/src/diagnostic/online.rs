//! What can be wrong with the ways to do a matter online (网上办).

use crate::model::OnlineKind;

/// A fault of 网上办.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnlineFault {
    /// A key that this kind of way cannot have.
    Unfit {
        /// Which kind.
        kind: OnlineKind,
        /// The key, its Chinese name.
        key: &'static str,
        /// Its English name.
        english: &'static str,
    },
    /// No address that a browser opens.
    Address {
        /// As written.
        url: String,
    },
    /// A file that is no picture.
    NoPicture {
        /// Its path.
        path: String,
    },
    /// The ways are named, but 掌上办 is not among 渠道.
    NoChannel,
    /// 掌上办 is among 渠道, and nothing says where.
    NoWay,
}

impl OnlineFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Unfit { .. } => "online-unfit",
            Self::Address { .. } => "online-address",
            Self::NoPicture { .. } => "online-no-picture",
            Self::NoChannel => "online-no-channel",
            Self::NoWay => "online-no-way",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::Unfit { kind, key, .. } => format!("{}用不上“{key}”", zh_kind(*kind)),
            Self::Address { url } => format!("“{url}”不是能打开的网址"),
            Self::NoPicture { path } => format!("“{path}”不是图片，手机上长按不了"),
            Self::NoChannel => "写了“网上办”，“渠道”里却没有“掌上办”".into(),
            Self::NoWay => "“渠道”里有“掌上办”，却没写去哪里办，居民不知道打开什么".into(),
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::Unfit {
                kind: OnlineKind::Website,
                ..
            } => "删掉它；网站点“网址”就能打开，再放一张码，会和海报上的码弄混。".into(),
            Self::Unfit {
                kind: OnlineKind::MiniProgram,
                ..
            } => "删掉它；小程序点网址打不开，把它的码存成图片放进 files/，写“图: files/xcx.png”。"
                .into(),
            Self::Unfit {
                kind: OnlineKind::App,
                ..
            } => "删掉它；App 只写“名称”，让居民在手机的应用商店里搜。".into(),
            Self::Address { .. } => "从浏览器地址栏整行复制过来，以 https:// 开头。".into(),
            Self::NoPicture { .. } => "把小程序的码存成 png 或 jpg 图片，放进 files/。".into(),
            Self::NoChannel => "在“渠道”里加上“掌上办”；不能在网上办的，删掉“网上办”。".into(),
            Self::NoWay => "知道去哪里办的，加上，例如：\n\
                网上办:\n  - {名称: 小程序的名称, 类型: 小程序, 图: files/xcx.png}\n\
                不能在网上办的，从“渠道”里去掉“掌上办”。"
                .into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::Unfit { kind, english, .. } => {
                format!("{} has no `{english}`", en_kind(*kind))
            }
            Self::Address { url } => format!("\"{url}\" is no address that a browser opens"),
            Self::NoPicture { path } => {
                format!("\"{path}\" is no picture: nobody can long-press it")
            }
            Self::NoChannel => {
                "there is `online` (网上办), but `channels` (渠道) lacks `online` (掌上办)".into()
            }
            Self::NoWay => {
                "`channels` (渠道) has `online` (掌上办), and nothing says where: residents do not know what to open".into()
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::Unfit {
                kind: OnlineKind::Website,
                ..
            } => "delete it: a website is opened by its address, and one more code would be taken for the poster's."
                .into(),
            Self::Unfit {
                kind: OnlineKind::MiniProgram,
                ..
            } => "delete it: no address opens a mini-program; put a picture of its code into files/ and write `picture: files/mini.png` (图)."
                .into(),
            Self::Unfit {
                kind: OnlineKind::App,
                ..
            } => "delete it: an app has its `name` (名称) only, by which residents find it in their phone's store.".into(),
            Self::Address { .. } => {
                "copy the whole line from the browser's address bar; it begins with https://.".into()
            }
            Self::NoPicture { .. } => {
                "save the code of the mini-program as a png or jpg picture in files/.".into()
            }
            Self::NoChannel => {
                "add `online` (掌上办) to `channels` (渠道), or delete `online` (网上办).".into()
            }
            Self::NoWay => "say where, such as:\n\
                网上办:\n  - {名称: the mini-program's name, 类型: 小程序, 图: files/mini.png}\n\
                or take `online` (掌上办) out of `channels` (渠道)."
                .into(),
        }
    }
}

fn zh_kind(kind: OnlineKind) -> &'static str {
    match kind {
        OnlineKind::Website => "网站",
        OnlineKind::MiniProgram => "小程序",
        OnlineKind::App => "App ",
    }
}

fn en_kind(kind: OnlineKind) -> &'static str {
    match kind {
        OnlineKind::Website => "a website",
        OnlineKind::MiniProgram => "a mini-program",
        OnlineKind::App => "an app",
    }
}
