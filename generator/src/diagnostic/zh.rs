//! 中文：what a problem is called and how it is mended, in the words of a community worker.

use super::terminal::{bare, size, visible_indent};
use super::{
    Expected, Folder, Found, LinkFault, Problem, QuoteReason, Reason, SiteFile, YamlFault,
};
use std::io::ErrorKind;

#[expect(clippy::too_many_lines, reason = "a table: one text a problem")]
pub(super) fn message(problem: &Problem) -> String {
    use Problem as P;
    match problem {
        // Its texts are data.
        P::Declared(_) => String::new(),
        P::ContentEmpty { folder } => format!("内容文件夹“{folder}”是空的，或者不存在"),
        P::SiteMissing => "缺少 site.yaml（地区的基本信息）".into(),
        P::Unreadable { reason } => format!("读不了这个文件：{}", because(reason)),
        P::NotUtf8 {
            line,
            gb18030: true,
        } => {
            format!("第 {line} 行起不是 UTF-8 文字，看起来是 GBK/GB18030 编码")
        }
        P::NotUtf8 {
            line,
            gb18030: false,
        } => format!("第 {line} 行起不是 UTF-8 文字"),
        P::TextTooLarge { bytes, limit } => {
            format!("文件有 {}，超过了上限 {}", size(*bytes), size(*limit))
        }
        P::FileHeavy { bytes } => format!("附件有 {}，信号不好的手机很难打开", size(*bytes)),
        P::LinkUnusable { target, fault } => {
            format!("这个快捷方式（符号链接）{}：{target}", link(*fault))
        }
        P::FileName { name } => format!("附件的文件名“{name}”在有些手机和网站上打不开"),
        P::FileUnused => "这个文件没有用到".into(),
        P::FileCopy { original } => format!("这个文件看起来是“{original}”的副本，分不清以哪份为准"),
        P::FrontMatterMissing => "文件开头没有“---”，找不到指南的各项内容".into(),
        P::FrontMatterUnclosed => "开头的“---”没有对应的结尾“---”".into(),
        P::Yaml(fault) => yaml_message(fault),
        P::UnknownKey { key, .. } => format!("不认识的项目名“{key}”"),
        P::DuplicateKey { key, first_line } => {
            format!("“{key}”写了两遍，第一遍在第 {first_line} 行")
        }
        P::MissingKeys { keys } => {
            let names: Vec<String> = keys.iter().map(|(zh, _)| format!("“{zh}”")).collect();
            format!("缺少必填项{}", names.join("、"))
        }
        P::WrongType {
            key,
            expected,
            found,
        } => wrong_type(key, *expected, found),
        P::NotInList { value, .. } => format!("这里不能写“{value}”"),
        P::OutOfRange { value, min, max } => format!("{value} 超出了范围（{min} 到 {max}）"),
        P::LineNeedsName => "每份材料要么写“用”，要么写“名称”，二选一".into(),
        P::NotOfAnswer {
            question,
            key,
            several: false,
        } => {
            format!("“{question}”只有一个答案，不能写“{key}”")
        }
        P::NotOfAnswer {
            question,
            key,
            several: true,
        } => {
            format!("“{question}”可以选几样，不能写“{key}”")
        }
        P::KeyNotForType { key, kind } => format!("“{kind}”类型的问题不能写“{key}”"),
        P::EmptyList { key } => format!("“{key}”下面一项也没有"),
        P::Repeated { value } => format!("“{value}”重复了"),
        P::DuplicateCode { code, other } => format!("编号 {code} 已经被 {other} 用了"),
        P::DuplicateName { name, other } => format!("文件名“{name}”和 {other} 重名"),
        P::NameIsCode { name } => format!("文件名“{name}”正好是另一份指南的编号"),
        P::UnknownQuestion { name, .. } => format!("这份指南没有叫“{name}”的问题"),
        P::SharedQuestionMissing { name, .. } => format!("questions.yaml 里没有共用问题“{name}”"),
        P::UnknownOption {
            question, value, ..
        } => format!("问题“{question}”没有“{value}”这个选项"),
        P::TwoAnswers { question } => format!("问题“{question}”只有一个答案，这里却要它同时是两个"),
        P::UnsureOption => "“不清楚”会自动加上，不用写".into(),
        P::EmptyRange { text } => format!("没有数字满足“{}”", bare(text)),
        P::UnknownCondition { name, .. } => format!("“事实”里没有“{name}”"),
        P::ConditionLoop { name } => format!("“事实”里的“{name}”绕回了自己"),
        P::UnknownMaterial { name, .. } => format!("materials.yaml 里没有“{name}”这份材料"),
        P::UnknownMatter { name, .. } => format!("没有叫“{name}”的事项"),
        P::UnknownCategory { name, .. } => format!("site.yaml 里没有“{name}”这个分类"),
        P::UnknownLifeEvent { name, .. } => format!("site.yaml 里没有“{name}”这个人生事件"),
        P::UnknownLocalFact { name, .. } => format!("没有定义地方事实“{name}”"),
        P::FactBrackets { written, name, .. } => {
            format!("“{written}”不是地方事实的写法，居民看到的不是“{name}”的内容，就是这几个字")
        }
        P::LocalFactMissing { name, community } => {
            format!("{community} 还没有填写地方事实“{name}”")
        }
        P::FactInFact { name, inner } => {
            format!("地方事实“{name}”的值里又写了另一个地方事实“{inner}”")
        }
        P::PickTooMany { pick, of } => format!("任选 {pick} 份，可下面一共只有 {of} 份"),
        P::TooComplex { what, questions } => {
            format!(
                "“{what}”的条件把 {} 个问题搅在一起，组合太多，算不清所有情形",
                questions.len()
            )
        }
        P::PromiseAboveStatutory {
            promised,
            statutory,
        } => {
            format!("承诺时限 {promised} 比法定时限 {statutory} 还长")
        }
        P::ReviewOverdue { review_by } => format!("复核期限 {review_by} 已过"),
        P::YearDay(fault) => fault.zh(),
        P::Locally(locally) => locally.zh(),
        P::Sheet(fault) => fault.zh(),
        P::MissingFile { path, .. } => format!("找不到文件“{path}”"),
        P::BadPath { path } => format!("文件路径“{path}”不能用"),
        P::BrokenAnchor { anchor, .. } => format!("页面上没有“#{anchor}”这个小标题"),
        P::UnsafeLink { target } => format!("不允许这种链接：{target}"),
        P::RawHtml {
            html,
            kept: Some(0),
        } => {
            format!("正文里有网页代码“{html}”：文字留下了，样子没有照搬")
        }
        P::RawHtml {
            html,
            kept: Some(more),
        } => {
            format!("正文里有网页代码“{html}”，后面还有 {more} 行也有：文字留下了，样子没有照搬")
        }
        P::RawHtml { html, kept: None } => {
            format!("正文里的网页代码“{html}”连同它的内容已去掉")
        }
        P::ImageWithoutAlt { path } => format!("图片“{path}”没有文字说明"),
        P::BaseUrlMissing => "没有网址，二维码不知道该指向哪里".into(),
        P::BaseUrlInvalid { url, fault } => format!("网址“{url}”不能用：{}", fault.zh()),
        P::BaseUrlPrivate { url } => {
            format!("网址 {url} 只有这台电脑或单位里面打得开，居民的手机打不开")
        }
        P::PathTaken {
            path,
            first,
            second,
        } => {
            let (first, second) = (first.zh(), second.zh());
            format!("{second}要用的网址 {path} 已经是{first}的了")
        }
        P::NotCompiled => "这份指南的规则没有编好，不能做成页面".into(),
        P::AddressTooLong {
            address,
            bytes,
            limit,
        } => {
            format!("网址太长，二维码会太密：{address} 有 {bytes} 个字符，最多 {limit} 个")
        }
        P::CodeUnreadable { address, got } => {
            format!("{address} 的二维码换了各种画法，复核都读不出原来的网址：{got}")
        }
        P::CommunityId { name, taken: true } => {
            format!("社区不能叫“{name}”：网站里已经有这个名字的文件夹")
        }
        P::CommunityId { name, .. } => format!("社区文件名“{name}”不能作网址的一部分"),
        P::NoCommunity => "一个社区也没有".into(),
        P::UnknownCommunity { name, .. } => format!("没有叫“{name}”的社区"),
        P::NoMatter => "一份指南也没有".into(),
        P::Ledger(ledger) => ledger.zh(because),
        P::Template { reason } => format!("模板有错：{reason}"),
        P::ThemeFileMissing { path } => format!("主题里缺少 {path}"),
        P::OutputForeign { folder, example } if folder == example => {
            format!("“{folder}”是一个文件，不是文件夹")
        }
        P::OutputForeign { folder, example } => {
            format!("输出文件夹“{folder}”里有不是 onetrip 生成的文件（如 {example}），没有动它")
        }
        P::OutputOverlaps { folder } => format!("输出文件夹“{folder}”和内容或主题文件夹重叠"),
        P::OutputUnwritable { path, reason } => format!("写不了“{path}”：{}", because(reason)),
        P::FolderMissing { folder, path } => format!("{}“{path}”不存在", folder_name(*folder)),
    }
}

#[expect(clippy::too_many_lines, reason = "a table: one text a problem")]
pub(super) fn remedy(problem: &Problem) -> String {
    use Problem as P;
    match problem {
        // Its texts are data.
        P::Declared(_) => String::new(),
        P::ContentEmpty { .. } => "用 --content 指到放指南的文件夹；里面要有 site.yaml 和 matters/。".into(),
        P::SiteMissing => "在内容文件夹里新建 site.yaml，至少写“名称:”“网址:”“分类:”。".into(),
        P::Unreadable { .. } => "检查文件是否还在、有没有权限，或是否正被别的程序占用。".into(),
        P::NotUtf8 { .. } => "用编辑器“另存为”，编码选 UTF-8。".into(),
        P::TextTooLarge { .. } => "把图片和表格放进 files/，这里只写文字。".into(),
        P::FileHeavy { .. } => "把图片缩小到长边 1600 像素以内，或把 PDF 压缩到 2 MB 以内。".into(),
        P::LinkUnusable { .. } => "把要用的文件复制进内容文件夹，删掉这个链接。".into(),
        P::FileName { .. } => "只用小写字母、数字、“-”“_”“.”，例如 gljt-form.png。".into(),
        P::FileUnused => "指南放在 matters/（以 .md 结尾），社区放在 communities/（以 .yaml 结尾），自由页面放在 pages/，附件放在 files/，画表格的 SVG 放在 drawings/；用不到就删掉。".into(),
        P::FileCopy { .. } => "把要紧的改动合到原来那份里，再删掉这份；真是另一件事，就换个文件名和编号。".into(),
        P::FrontMatterMissing => "第一行写“---”，接着写“编号:”“标题:”等，再用一行“---”结束。".into(),
        P::FrontMatterUnclosed => "在正文前面单独加一行“---”。".into(),
        P::Yaml(fault) => yaml_remedy(fault),
        P::UnknownKey { suggestion: Some(name), .. }
        | P::NotInList { suggestion: Some(name), .. }
        | P::UnknownQuestion { suggestion: Some(name), .. }
        | P::SharedQuestionMissing { suggestion: Some(name), .. }
        | P::UnknownOption { suggestion: Some(name), .. }
        | P::UnknownCondition { suggestion: Some(name), .. }
        | P::UnknownMaterial { suggestion: Some(name), .. }
        | P::UnknownMatter { suggestion: Some(name), .. }
        | P::UnknownCategory { suggestion: Some(name), .. }
        | P::UnknownLifeEvent { suggestion: Some(name), .. }
        | P::UnknownLocalFact { suggestion: Some(name), .. }
        | P::MissingFile { suggestion: Some(name), .. } => format!("是不是想写“{name}”？"),
        P::UnknownKey { known, .. } => format!("这里可以写：{}。", known.join("、")),
        P::DuplicateKey { .. } => "只留一处，把内容合在一起。中文名和英文名算同一项。".into(),
        P::MissingKeys { keys } if keys.len() == 1 => format!("补上一行“{}: …”（英文名 {}）。", keys[0].0, keys[0].1),
        P::MissingKeys { .. } => "每项补上一行，写法见别的指南。".into(),
        P::WrongType { expected: Expected::Text, found: Found::List | Found::Map, .. } => {
            "写成一行文字；文字本来就以 [ 或 { 开头时，整段用英文双引号包起来。".into()
        }
        P::WrongType { expected, .. } => expected_remedy(*expected).into(),
        P::NotInList { allowed, .. } => format!("可以写：{}。", allowed.join("、")),
        P::OutOfRange { .. } => "改成范围内的整数。".into(),
        P::LineNeedsName => "材料登记过的写“用: 身份证”，没登记过的写“名称: …”。".into(),
        P::NotOfAnswer { question, several: false, .. } => format!("选了哪几个都算的，直接列出来：{question}: [甲, 乙]；除了某几个都算的，写 {question}: {{之外: [甲]}}"),
        P::NotOfAnswer { question, several: true, .. } => format!("一样也没选才算的，写 非: {{{question}: [甲, 乙]}}；至少选了几样才算的，写 {question}: {{至少: 2, 之中: [甲, 乙, 丙]}}"),
        P::KeyNotForType { .. } => "删掉这一项，或把“类型”改对（选择、多选、数字、日期）。".into(),
        P::EmptyList { .. } => "至少写一项，或删掉这个项目名。".into(),
        P::Repeated { .. } => "删掉重复的一处。".into(),
        P::DuplicateCode { .. } => "换一个没用过的编号；已经印出去的编号不能再给别的事项。".into(),
        P::DuplicateName { .. } => "给其中一份换个文件名；别的指南是用文件名来引用它的。".into(),
        P::NameIsCode { .. } => "给这个文件换个名字，免得“顺带”“matter:”指错。".into(),
        P::UnknownQuestion { known, .. } if known.is_empty() => "先在“问题”里写上这个问题。".into(),
        P::UnknownQuestion { known, .. } => format!("这份指南的问题有：{}。", known.join("、")),
        P::SharedQuestionMissing { .. } => "在 questions.yaml 里加上它，或把“共用”换成完整的问题。".into(),
        P::UnknownOption { known, .. } => format!("选项有：{}。", known.join("、")),
        P::TwoAnswers { question } => format!("两个答案有一个就行，写成 {question}: [甲, 乙]。"),
        P::UnsureOption => "删掉这个选项。".into(),
        P::EmptyRange { .. } => "检查大小方向，例如 \">= 60\" 或 \"60..79\"。".into(),
        P::UnknownCondition { .. } => "先在“事实”里给这个条件起名。".into(),
        P::ConditionLoop { .. } => "把其中一个名字换成直接写问题和选项。".into(),
        P::UnknownMaterial { .. } => "在 materials.yaml 里加上它，或把“用”改成“名称”。".into(),
        P::UnknownMatter { .. } => "写那份指南的文件名（不带 .md）或编号。".into(),
        P::UnknownCategory { known, .. } => format!("分类有：{}。", known.join("、")),
        P::UnknownLifeEvent { .. } => "在 site.yaml 的“人生事件”里加上它。".into(),
        P::UnknownLocalFact { .. } => "在 site.yaml 或社区文件的“地方事实”里加上它。".into(),
        P::FactBrackets { name, plain: true, .. } => {
            format!("要显示它的内容，就用两对大括号：{{{{{name}}}}}；只是普通的小标题，就不用改。")
        }
        P::FactBrackets { name, .. } => format!("用两对大括号：{{{{{name}}}}}"),
        P::LocalFactMissing { .. } => "在这个社区的“地方事实”里补上；没补之前，页面会请居民打电话问。".into(),
        P::FactInFact { .. } => "把要说的内容直接写出来：值会原样显示，不会再替换。".into(),
        P::PickTooMany { .. } => "全都要带就去掉“任选”，逐份写；否则把数目改小。".into(),
        P::TooComplex { questions, .. } => simplify(questions),
        P::PromiseAboveStatutory { .. } => "承诺时限不能超过法定时限。".into(),
        P::ReviewOverdue { .. } => "请核对内容，然后改“核对日期”和“复核期限”。没改之前，页面会用红字提示。".into(),
        P::YearDay(_) => "核对日期，写成 09-01..12-25 这样，月-日。".into(),
        P::Locally(locally) => locally.remedy(super::Lang::Zh),
        P::Sheet(fault) => fault.zh_remedy().into(),
        P::MissingFile { .. } => "路径从内容文件夹算起，例如 files/gljt-form.png。".into(),
        P::BadPath { .. } => {
            "只写内容文件夹里的路径，例如 files/gljt-form.png，不要有“..”，也不要以“/”开头。".into()
        }
        P::BrokenAnchor { known, .. } if known.is_empty() => "页面上还没有小标题。".into(),
        P::BrokenAnchor { known, .. } => format!("小标题有：#{}。", known.join("、#")),
        P::UnsafeLink { .. } => {
            "链接只能是 https://、http://、tel:、mailto:、matter:事项、#小标题，或内容文件夹里的文件。".into()
        }
        P::RawHtml { kept: Some(_), .. } => {
            "看看这一段在网页上对不对，再把尖括号里的代码删掉，改用 Markdown：**加粗**、[文字](链接)、表格。".into()
        }
        P::RawHtml { .. } => {
            "删掉它；图片写成 ![图里有什么](files/form.png)，链接写成 [文字](https://…)。".into()
        }
        P::ImageWithoutAlt { .. } => "在方括号里写上图里有什么，例如 ![申请表样子](files/form.png)。".into(),
        P::BaseUrlMissing => {
            "在 site.yaml 里写“网址: https://…”，或用 --base-url。印出去以后不能再变。".into()
        }
        P::BaseUrlInvalid { .. } => "要以 https:// 或 http:// 开头，只有域名和文件夹，不带“?”和“#”，不带汉字（中文域名写成 xn-- 开头的形式）。".into(),
        P::BaseUrlPrivate { .. } => {
            "正式的网址请写在 site.yaml 的“网址”里。用这个网址做出来的只能自己看看：编号不记进台账，二维码不要印。".into()
        }
        P::PathTaken { second, .. } if second.what == SiteFile::Paper => {
            "给其中一份换一个“网页”。".into()
        }
        P::PathTaken { .. } => "换一个编号或文件名。".into(),
        P::NotCompiled => "请把这条信息报告给 onetrip 的开发者。".into(),
        P::AddressTooLong { .. } => "换短一点的域名或文件夹，或用短一点的社区文件名。".into(),
        P::CodeUnreadable { .. } => "还没有公布过的话，换一个编号；也请把这条信息报告给 onetrip 的开发者。".into(),
        P::CommunityId { taken: true, .. } => "换个名字，例如 wenyuan.yaml。".into(),
        P::CommunityId { .. } => "文件名只用小写字母、数字和“-”，例如 wenyuan.yaml。".into(),
        P::NoCommunity => "在 communities/ 里为每个社区写一个文件，例如 communities/wenyuan.yaml。".into(),
        P::UnknownCommunity { known, .. } => format!("社区有：{}。", known.join("、")),
        P::NoMatter => "在 matters/ 里写第一份指南，例如 matters/gao-ling-jin-tie.md。".into(),
        P::Ledger(ledger) => ledger.zh_remedy(),
        P::Template { .. } => "改主题里的这个模板；没有改过主题的话，请报告给 onetrip 的开发者。".into(),
        P::ThemeFileMissing { .. } => "从 themes/default 里复制一份过来。".into(),
        P::OutputForeign { .. } => "换一个空文件夹（--out），或先把那些文件移走。".into(),
        P::OutputOverlaps { .. } => "换一个不在内容里面、也不包着内容的文件夹（--out）。".into(),
        P::OutputUnwritable { .. } => "检查文件夹权限和磁盘空间；原来的网站没有动。".into(),
        P::FolderMissing { folder, .. } => match folder {
            Folder::Content => "用 --content 指到放指南的文件夹。".into(),
            Folder::Theme => "用 --theme 指到主题文件夹，或去掉这个选项用自带的主题。".into(),
            Folder::Output => "用 --out 指到要生成网站的文件夹。".into(),
        },
    }
}

fn simplify(questions: &[String]) -> String {
    let questions = questions.join("、");
    format!(
        "先简化这几个问题：{questions}。选项能合并的合并；一份材料的条件太长，就拆成几份写；一起用的问题，挨着问。"
    )
}

fn because(reason: &Reason) -> &str {
    match reason.kind {
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::NotFound => "找不到它所在的文件夹",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "磁盘满了",
        ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        ErrorKind::ResourceBusy => "正被别的程序占用",
        ErrorKind::NotADirectory => "路径里有一段不是文件夹",
        ErrorKind::AlreadyExists => "那里已经有一个同名文件",
        ErrorKind::IsADirectory => "那里是一个文件夹",
        ErrorKind::InvalidFilename => "文件名太长或有不能用的字",
        _ => &reason.text,
    }
}

fn link(fault: LinkFault) -> &'static str {
    match fault {
        LinkFault::Outside => "指到了内容文件夹外面",
        LinkFault::Nowhere => "指到的东西不存在",
        LinkFault::Folder => "指到了一个文件夹",
    }
}

fn folder_name(folder: Folder) -> &'static str {
    match folder {
        Folder::Content => "内容文件夹",
        Folder::Theme => "主题文件夹",
        Folder::Output => "输出文件夹",
    }
}

fn yaml_message(fault: &YamlFault) -> String {
    match fault {
        YamlFault::FullWidthColon(_) => "项目名后面用了中文冒号“：”".into(),
        YamlFault::NoSpaceAfterColon(_) => "冒号后面少一个空格".into(),
        YamlFault::WideIndent(_) => "行首用了全角空格（或特殊空格）".into(),
        YamlFault::TabIndent(_) => "行首用了 Tab 键".into(),
        YamlFault::FullWidthComma(_) => "括号里有中文逗号“，”，分不清是一项还是两项".into(),
        YamlFault::NeedsQuotes { reason, .. } => needs_quotes(*reason),
        YamlFault::HashCuts { lost, .. } => {
            format!("空格加“#”后面的都算备注，居民看不到“{lost}”")
        }
        YamlFault::Unclosed => "引号没有配对".into(),
        YamlFault::Bracket => "括号没有配对".into(),
        YamlFault::Indentation => "这一行没有和上下文对齐".into(),
        YamlFault::Alias => "不能用“&”“*”这种引用写法".into(),
        YamlFault::Tag => "不能用“!”开头的写法".into(),
        YamlFault::TooLarge => "内容太多或嵌套太深".into(),
        YamlFault::SecondDocument => "一个文件里只能有一份内容，多了一行“---”".into(),
        YamlFault::Other(detail) => format!("这里的写法读不懂（{detail}）"),
    }
}

fn needs_quotes(reason: QuoteReason) -> String {
    match reason {
        QuoteReason::Sign(sign) => format!("文字不能直接以“{sign}”开头"),
        QuoteReason::Fact => "文字不能直接以“{{”开头".into(),
        QuoteReason::Colon => "文字里又有英文冒号加空格，会当成另一项".into(),
        QuoteReason::Half => "引号只包住了文字的一部分".into(),
        QuoteReason::Bracket => "括号里的文字又有“{”或“[”".into(),
        QuoteReason::Hash => "括号里有空格加“#”，后面的都算备注".into(),
    }
}

fn yaml_remedy(fault: &YamlFault) -> String {
    match fault {
        YamlFault::FullWidthColon(line) => format!("换成英文冒号加一个空格：{line}"),
        YamlFault::NoSpaceAfterColon(line) => format!("冒号后加一个空格：{line}"),
        YamlFault::WideIndent(line) | YamlFault::TabIndent(line) => {
            format!("换成普通空格：{}", visible_indent(line))
        }
        YamlFault::FullWidthComma(line) => {
            format!("是两项，就换成英文逗号加一个空格：{line}；是一项，就用英文双引号包起来。")
        }
        YamlFault::NeedsQuotes { line, .. } => format!("整段用英文双引号包起来：{line}"),
        YamlFault::HashCuts { line, .. } => {
            format!("要显示，就整段用英文双引号包起来：{line}；是备注，就在“#”后面空一格。")
        }
        YamlFault::Unclosed => "补上另一半引号；文字里有冒号、井号时，整段用英文双引号包起来。".into(),
        YamlFault::Bracket => "检查 [ ] 和 { } 是否成对，都用英文括号。".into(),
        YamlFault::Indentation => {
            "同一层的项目要左边对齐，下一层多空两格；“项目名: ”后面不要再跟另一个“项目名: ”。".into()
        }
        YamlFault::Alias => "把内容写全；文字以 & 或 * 开头时，用英文双引号包起来。".into(),
        YamlFault::Tag => "删掉“!”；文字以 ! 开头时，用英文双引号包起来。".into(),
        YamlFault::TooLarge => "拆成几份指南。".into(),
        YamlFault::SecondDocument => "删掉多出来的“---”。".into(),
        YamlFault::Other(_) => {
            "检查这一行和上一行的冒号、空格、引号和括号；文字里有特殊符号时，整段用英文双引号包起来。".into()
        }
    }
}

fn wrong_type(key: &str, expected: Expected, found: &Found) -> String {
    let what = if key.is_empty() {
        "这里".to_owned()
    } else {
        format!("“{key}”")
    };
    let is = match found {
        Found::Nothing => "后面没有内容".to_owned(),
        Found::Text(text) => format!("写的是“{text}”"),
        Found::List => "写的是一串条目".to_owned(),
        Found::Map => "写的是一组“项目名: 内容”".to_owned(),
    };
    format!("{what}要写{}，现在{is}", expected_name(expected))
}

fn expected_name(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "一段文字",
        Expected::List => "一串条目",
        Expected::Map => "一组“项目名: 内容”",
        Expected::Count => "不小于 0 的整数",
        Expected::Number => "整数",
        Expected::Decimal => "数",
        Expected::Measure => "数字",
        Expected::Date => "日期",
        Expected::Days => "日期或一段日期",
        Expected::YearDays => "每年的一段日子",
        Expected::MonthDays => "每月的几天",
        Expected::Ahead => "提前的天数",
        Expected::YesNo => "“是”或“否”",
        Expected::Condition => "条件",
        Expected::NumberRange => "数字条件",
        Expected::DateCondition => "日期条件",
        Expected::CalendarDays => "日子",
        Expected::Hours => "时段",
        Expected::Code => " 2 到 6 位小写字母或数字",
        Expected::Question => "“共用”或一个问题",
        Expected::Fee => "“不收费”或收费清单",
        Expected::Line => "一份材料",
    }
}

fn expected_remedy(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "写成一行文字。",
        Expected::List => "每条一行、以“- ”开头，或写成 [甲, 乙]。",
        Expected::Map => "写成“项目名: 内容”，每项一行，或 {项目名: 内容}。",
        Expected::Count | Expected::Number => "只写阿拉伯数字，例如 20，不带“天”“份”。",
        Expected::Decimal => "只写阿拉伯数字，例如 20 或 45.5，小数点前后都有数字，不带单位。",
        Expected::Measure => "只写阿拉伯数字，例如 46 或 74.25，不带单位。",
        Expected::Date => "写成 2026-11-01 这样，年-月-日。",
        Expected::Days => "写成 2026-11-01，或 2026-10-01..2026-10-07。",
        Expected::YearDays => {
            "写成 09-01..12-25 或 9月..12月，不写年份；跨年的也行，例如 11-01..02-15。"
        }
        Expected::MonthDays => "写成 1..10、15、25..月底，或 最后 5 天。",
        Expected::Ahead => "写成 1 天 或 2 个工作日，最多 90。",
        Expected::YesNo => "只能写 是 或 否。",
        Expected::Condition => "写成 {谁来办: 代办} 这样：问题: 选项。",
        Expected::DateCondition => {
            "写成 \"满 80 周岁\"、\"不满 6 周岁\"、\"60 天内\"、\"超过 1 年\"、\"今年或去年\"，或者日历上有的日子，例如 \"2021-06-01..\"，要加引号。"
        }
        Expected::CalendarDays => {
            "写日历上有的日子：\">= 2027-01-01\"、\"< 2027-09-01\" 或 \"2026-09-01..2026-12-25\"，要加引号。"
        }
        Expected::NumberRange => {
            "写成 \"< 80\"、\">= 60\"、\"60..79\" 这样，用英文引号包起来；各地不一样的数，写地方事实：\"< {{起领年龄}}\"。"
        }
        Expected::Hours => "写成 08:30-12:00 这样，结束要晚于开始。",
        Expected::Code => "例如 a07。",
        Expected::Question => "写“共用”，或写 {问: …, 选项: [甲, 乙]}。",
        Expected::Fee => "写“不收费”，或 [{名称: …, 标准: …, 依据: …}]。",
        Expected::Line => "写成 {用: 身份证, 原件: 1} 这样。",
    }
}
