//! What is wrong with an address, and what lies at one.

use std::fmt::Write as _;

/// Why the site's address cannot be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// Not http(s).
    Scheme,
    /// A letter that an address cannot have.
    Character,
    /// A name or password before `@`.
    Credentials,
    /// A `?`.
    Query,
    /// A `#`.
    Fragment,
    /// No host, or one that no browser takes as it is written.
    Host,
    /// A port that is none, or that browsers refuse.
    Port,
    /// `.` or `..` among its folders.
    Dots,
    /// It is that of a page, not of a folder.
    Page,
}

impl AddressFault {
    pub(super) fn zh(self) -> &'static str {
        match self {
            Self::Scheme => "不是以 https:// 或 http:// 开头",
            Self::Character => "里面有汉字、空格或别的不能用的字符",
            Self::Credentials => "带了用户名或密码（“@”和它前面的部分）",
            Self::Query => "带了“?”和后面的部分",
            Self::Fragment => "带了“#”和后面的部分",
            Self::Host => "域名缺了或者写错了，浏览器打不开",
            Self::Port => "端口（“:”后面的数字）写错了，或者浏览器不让用",
            Self::Dots => "文件夹里有“.”或“..”",
            Self::Page => "写到了网页文件，只要写到文件夹",
        }
    }

    pub(super) fn en(self) -> &'static str {
        match self {
            Self::Scheme => "it does not begin with https:// or http://",
            Self::Character => "it has a letter that an address cannot have",
            Self::Credentials => "it has a name or password before `@`",
            Self::Query => "it has a `?`",
            Self::Fragment => "it has a `#`",
            Self::Host => "no browser opens this host as it is written",
            Self::Port => "the port is none, or browsers refuse it",
            Self::Dots => "it has `.` or `..` among its folders",
            Self::Page => "it is that of a page, not of a folder",
        }
    }
}

/// What a file of a site is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteFile {
    /// A home.
    Home,
    /// Several matters in one trip.
    Plan,
    /// A matter, or what became of it.
    Matter,
    /// A paper.
    Paper,
    /// A free page.
    Page,
    /// The page for what is not there.
    NotFound,
    /// The list of pages for search engines.
    Sitemap,
    /// The list of files.
    Manifest,
    /// What pages load.
    Asset,
    /// A file of the content folder.
    Attachment,
    /// A code as a picture.
    Picture,
    /// What scripts need of a matter.
    Data,
    /// A file for the printer.
    Sheet,
    /// A drawing.
    Drawing,
}

impl SiteFile {
    fn zh(self) -> &'static str {
        match self {
            Self::Home => "首页",
            Self::Plan => "“几件事一起办”的页面",
            Self::Matter => "事项的页面",
            Self::Paper => "材料的页面",
            Self::Page => "单独的页面",
            Self::NotFound => "“找不到”的页面",
            Self::Sitemap => "给搜索引擎的目录",
            Self::Manifest => "文件清单",
            Self::Asset => "网页要用的样式和程序",
            Self::Attachment => "附件",
            Self::Picture => "二维码图片",
            Self::Data => "事项的数据",
            Self::Sheet => "打印文件",
            Self::Drawing => "画好的表格",
        }
    }

    fn en(self) -> &'static str {
        match self {
            Self::Home => "a home page",
            Self::Plan => "the page for several matters in one trip",
            Self::Matter => "a matter's page",
            Self::Paper => "a paper's page",
            Self::Page => "a free page",
            Self::NotFound => "the page for what is not there",
            Self::Sitemap => "the list of pages for search engines",
            Self::Manifest => "the list of files",
            Self::Asset => "styles and scripts",
            Self::Attachment => "an attachment",
            Self::Picture => "the picture of a code",
            Self::Data => "a matter's data",
            Self::Sheet => "a file for the printer",
            Self::Drawing => "a drawing",
        }
    }
}

/// What lies at an address, and the file that it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What it is.
    pub what: SiteFile,
    /// The content's file; none where it is made of many, or of none.
    pub file: Option<String>,
}

impl Origin {
    pub(super) fn zh(&self) -> String {
        let mut text = self.what.zh().to_owned();
        if let Some(file) = &self.file {
            let _ = write!(text, "（{file}）");
        }
        text
    }

    pub(super) fn en(&self) -> String {
        let mut text = self.what.en().to_owned();
        if let Some(file) = &self.file {
            let _ = write!(text, " ({file})");
        }
        text
    }
}
