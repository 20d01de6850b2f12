//! What can be wrong with printed sheets and with what stands on them: the problems, their ids and their texts.

use super::terminal::size;

/// What a code on a sheet lacks.
#[derive(Clone, Debug, PartialEq)]
pub enum CodeFault {
    /// The sheet does not have it.
    Missing,
    /// It stands outside the paper, or its quiet zone does.
    OffSheet,
    /// Something dark stands in its quiet zone.
    QuietZone,
    /// A decoder cannot read it; what it says (English).
    Unreadable(String),
    /// A decoder reads something else.
    OtherText(String),
    /// Its modules are too small for a phone.
    SmallModule {
        /// A module's side on paper.
        millimetres: f64,
        /// What the theme asks for.
        least: f64,
    },
    /// It is too small for the distance from which it is read.
    SmallSide {
        /// Its side on paper.
        millimetres: f64,
        /// A tenth of the distance.
        least: f64,
    },
}

/// What of a person may be shown with their consent only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Personal {
    /// A mobile number.
    Mobile(String),
    /// A photo.
    Photo,
}

/// A fault of a sheet, of its template, or of what it shows.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetFault {
    /// What the template gave is no drawing.
    Broken {
        /// What the parser says (English).
        reason: String,
        /// The line of the filled template, where the template itself does not show the fault.
        line: Option<String>,
    },
    /// A file that a person drew is no drawing.
    Drawing {
        /// What the parser says (English).
        reason: String,
    },
    /// There is no such file to draw.
    DrawingMissing,
    /// Nothing of what was asked for is there to be printed.
    Nothing,
    /// A code does not keep what it promises.
    Code {
        /// The sheet's file.
        sheet: String,
        /// What the code says.
        text: String,
        /// What is wrong.
        fault: CodeFault,
        /// Further codes of the same template with the same fault.
        others: usize,
    },
    /// No font has these characters.
    Glyphs {
        /// They, in order.
        characters: String,
    },
    /// A sheet that holds many has no grid.
    GridMissing {
        /// Its name.
        sheet: String,
    },
    /// A grid without room for anything.
    GridEmpty,
    /// The sheet cannot be written.
    Failed {
        /// The sheet's file.
        sheet: String,
        /// Why (English).
        reason: String,
    },
    /// A photo is larger than any camera needs.
    PhotoLarge {
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// A photo is none, or is damaged.
    PhotoBroken {
        /// What the decoder says (English).
        reason: String,
    },
    /// A name that is too long for the code on a card.
    NameLong {
        /// It.
        name: String,
    },
    /// No code with a worker's contact is read back.
    CardUnreadable {
        /// The worker's name.
        name: String,
        /// What came back, or why nothing did (English).
        got: String,
    },
    /// Something personal without a word of consent (个人信息保护法 §13, 29).
    NoConsent {
        /// What.
        what: Personal,
    },
}

impl SheetFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Broken { .. } => "sheet-broken",
            Self::Drawing { .. } => "drawing-broken",
            Self::DrawingMissing => "drawing-missing",
            Self::Nothing => "nothing-to-print",
            Self::Code { .. } => "sheet-code",
            Self::Glyphs { .. } => "font-characters",
            Self::GridMissing { .. } | Self::GridEmpty => "sheet-grid",
            Self::Failed { .. } => "sheet-failed",
            Self::PhotoLarge { .. } => "photo-large",
            Self::PhotoBroken { .. } => "photo-broken",
            Self::NameLong { .. } => "name-long",
            Self::CardUnreadable { .. } => "card-unreadable",
            Self::NoConsent { .. } => "no-consent",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::Broken { reason, line: None } => {
                format!("打印模板不是一张完整的 SVG 图：{reason}")
            }
            Self::Broken {
                reason,
                line: Some(line),
            } => {
                format!(
                    "打印模板填好以后不是一张完整的 SVG 图：{reason}，出错的一行是“{}”",
                    shown(line)
                )
            }
            Self::Drawing { reason } => format!("这不是一张完整的 SVG 图：{reason}"),
            Self::DrawingMissing => "找不到这个文件".into(),
            Self::Nothing => "没有东西可以打印".into(),
            Self::Code {
                sheet,
                text,
                fault,
                others,
            } => {
                let others = if *others > 0 {
                    format!("（另有 {others} 个码也这样）")
                } else {
                    String::new()
                };
                format!(
                    "{sheet} 上的二维码（{}）{}{others}",
                    shown(text),
                    fault.zh()
                )
            }
            Self::Glyphs { characters } => format!("没有一种字体有这些字：{characters}"),
            Self::GridMissing { sheet } => format!("print/sheets.yaml 里没有“{sheet}”的版面"),
            Self::GridEmpty => "版面的列数、宽和高都要大于 0".into(),
            Self::Failed { sheet, reason } => format!("{sheet} 做不出来：{reason}"),
            Self::PhotoLarge { bytes, limit } => {
                format!("照片有 {}，超过了上限 {}", size(*bytes), size(*limit))
            }
            Self::PhotoBroken { reason } => format!("照片打不开：{reason}"),
            Self::NameLong { name } => {
                format!("工作人员的称呼太长，连心卡的二维码放不下：{}", shown(name))
            }
            Self::CardUnreadable { name, got } => format!(
                "连心卡的二维码（{}）换了各种画法，复核都读不出原来的内容：{}",
                shown(name),
                shown(got)
            ),
            Self::NoConsent {
                what: Personal::Mobile(number),
            } => {
                format!("{number} 是手机号，没有写明本人同意公开")
            }
            Self::NoConsent {
                what: Personal::Photo,
            } => "放了照片，没有写明本人同意公开".into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::Broken { reason, line: None } => {
                format!("the print template is no complete SVG drawing: {reason}")
            }
            Self::Broken {
                reason,
                line: Some(line),
            } => format!(
                "the print template, once filled, is no complete SVG drawing: {reason}; the line is “{}”",
                shown(line)
            ),
            Self::Drawing { reason } => format!("this is no complete SVG drawing: {reason}"),
            Self::DrawingMissing => "there is no such file".into(),
            Self::Nothing => "there is nothing to print".into(),
            Self::Code {
                sheet,
                text,
                fault,
                others,
            } => {
                let others = if *others > 0 {
                    format!(" ({others} more like it)")
                } else {
                    String::new()
                };
                format!(
                    "{sheet}: the code of {} {}{others}",
                    shown(text),
                    fault.en()
                )
            }
            Self::Glyphs { characters } => format!("no font has these characters: {characters}"),
            Self::GridMissing { sheet } => format!("print/sheets.yaml has no grid for “{sheet}”"),
            Self::GridEmpty => "a grid's columns, width and height have to be more than 0".into(),
            Self::Failed { sheet, reason } => format!("{sheet} cannot be made: {reason}"),
            Self::PhotoLarge { bytes, limit } => {
                format!(
                    "the photo has {}, the limit is {}",
                    size(*bytes),
                    size(*limit)
                )
            }
            Self::PhotoBroken { reason } => format!("the photo cannot be opened: {reason}"),
            Self::NameLong { name } => {
                format!(
                    "this worker's name is too long for the code on a card: {}",
                    shown(name)
                )
            }
            Self::CardUnreadable { name, got } => format!(
                "the code on the card of {} is not read back, however it is drawn: {}",
                shown(name),
                shown(got)
            ),
            Self::NoConsent {
                what: Personal::Mobile(number),
            } => {
                format!(
                    "{number} is a mobile number, and nothing says that its owner agrees to show it"
                )
            }
            Self::NoConsent {
                what: Personal::Photo,
            } => "there is a photo, and nothing says that the person agrees to show it".into(),
        }
    }

    pub(super) fn zh_remedy(&self) -> &'static str {
        match self {
            Self::Broken { .. } => {
                "检查这一处的标签有没有写全、引号有没有成对；改坏了就从 themes/default/print 里重新复制一份。"
            }
            Self::Drawing { .. } => "用画图软件重新存成 SVG；手改过的话，检查这一处的标签和引号。",
            Self::DrawingMissing => "检查文件名和文件夹；路径从现在所在的文件夹算起。",
            Self::Nothing => {
                "这个社区可能不办这个事项，或者没有写工作人员（连心卡要有）；换一个 --matter、--community 或 --kind。"
            }
            Self::Code {
                fault: CodeFault::SmallModule { .. } | CodeFault::SmallSide { .. },
                ..
            } => "把模板里 code() 的 side 改大，或者换大一号的纸；太小的码挂在墙上扫不出来。",
            Self::Code {
                fault: CodeFault::Missing,
                ..
            } => "模板里要用 code(text=…) 画出这张码。",
            Self::Code { .. } => {
                "二维码四周要留四格空白，上面不能压任何东西；改打印模板，这样的纸不能印。"
            }
            Self::Glyphs { .. } => {
                "换成常用字，或者把有这些字的字体文件放进主题的 fonts 文件夹；现在印出来是空框。"
            }
            Self::GridMissing { .. } => "从 themes/default/print/sheets.yaml 里复制这一段。",
            Self::GridEmpty => "参照 themes/default/print/sheets.yaml，单位是毫米。",
            Self::Failed { .. } => "检查打印模板；没有改过的话，请报告给 onetrip 的开发者。",
            Self::PhotoLarge { .. } => "用手机或看图软件把照片缩小到 2 MB 以内再放进来。",
            Self::PhotoBroken { .. } => "换一张 JPG 或 PNG 照片；先在看图软件里打开看看。",
            Self::NameLong { .. } => "“称呼”只写姓名或岗位，二十个字以内；做什么写在“职责”里。",
            Self::CardUnreadable { .. } => {
                "“称呼”换一种写法试试，例如加上岗位；也请把这条信息报告给 onetrip 的开发者。"
            }
            Self::NoConsent {
                what: Personal::Photo,
            } => "本人同意的话，在下面加一行“同意公开: 是”；不同意就删掉这一行和照片文件。",
            Self::NoConsent { .. } => {
                "本人同意的话，在下面加一行“同意公开: 是”；不同意就删掉这一行，写工作电话。"
            }
        }
    }

    pub(super) fn en_remedy(&self) -> &'static str {
        match self {
            Self::Broken { .. } => {
                "look for an unclosed tag or quotation mark here; or copy the file again from themes/default/print."
            }
            Self::Drawing { .. } => {
                "save it as SVG again in a drawing program; if you edited it by hand, look at the tags and quotation marks here."
            }
            Self::DrawingMissing => {
                "look at its name and folder; the path starts where you are now."
            }
            Self::Nothing => {
                "perhaps this community does not offer the matter, or names no workers (cards need them): give another --matter, --community or --kind."
            }
            Self::Code {
                fault: CodeFault::SmallModule { .. } | CodeFault::SmallSide { .. },
                ..
            } => {
                "make `side` of code() in the template larger, or take larger paper: such a code cannot be read from a wall."
            }
            Self::Code {
                fault: CodeFault::Missing,
                ..
            } => "the template has to draw this code with code(text=…).",
            Self::Code { .. } => {
                "a code needs four modules of white around it and nothing on top of it; mend the template, do not print this sheet."
            }
            Self::Glyphs { .. } => {
                "write it with other characters, or put a font that has them into the theme's fonts folder; now an empty box is printed."
            }
            Self::GridMissing { .. } => "copy this part from themes/default/print/sheets.yaml.",
            Self::GridEmpty => "see themes/default/print/sheets.yaml; the unit is a millimetre.",
            Self::Failed { .. } => {
                "check the print template; if you changed none, please report it."
            }
            Self::PhotoLarge { .. } => "make the photo smaller than 2 MB with any picture program.",
            Self::PhotoBroken { .. } => {
                "take another JPG or PNG photo; open it in a picture program first."
            }
            Self::NameLong { .. } => {
                "write only a name or a post there, of twenty characters at most; what they do belongs into `role`."
            }
            Self::CardUnreadable { .. } => {
                "write the name in another way, with the post for example; and please report this to onetrip's developers."
            }
            Self::NoConsent {
                what: Personal::Photo,
            } => {
                "if they agree, add the line `consent: yes`; if not, delete this line and the photo's file."
            }
            Self::NoConsent { .. } => {
                "if they agree, add the line `consent: yes`; if not, delete this line and give the office's number."
            }
        }
    }
}

impl CodeFault {
    fn zh(&self) -> String {
        match self {
            Self::Missing => "没有画上去".into(),
            Self::OffSheet => "有一部分在纸外面".into(),
            Self::QuietZone => "四周的空白里有别的东西".into(),
            Self::Unreadable(why) => format!("扫不出来：{why}"),
            Self::OtherText(text) => format!("扫出来是“{}”", shown(text)),
            Self::SmallModule { millimetres, least } => {
                format!("每一格只有 {millimetres:.2} 毫米，至少要 {least} 毫米")
            }
            Self::SmallSide { millimetres, least } => {
                format!("边长只有 {millimetres:.0} 毫米，按扫码的距离至少要 {least:.0} 毫米")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Missing => "is not there".into(),
            Self::OffSheet => "stands partly outside the paper".into(),
            Self::QuietZone => "has something dark in the white around it".into(),
            Self::Unreadable(why) => format!("cannot be read: {why}"),
            Self::OtherText(text) => format!("reads as “{}”", shown(text)),
            Self::SmallModule { millimetres, least } => {
                format!("has modules of {millimetres:.2} mm; the theme asks for {least} mm")
            }
            Self::SmallSide { millimetres, least } => {
                format!("is {millimetres:.0} mm wide; its reading distance asks for {least:.0} mm")
            }
        }
    }
}

/// A text in a message: one line, not endless.
fn shown(text: &str) -> String {
    let line = text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 80 {
        line
    } else {
        line.chars().take(79).chain(['…']).collect()
    }
}
