//! English: what a problem is called and how it is mended.

use super::terminal::{bare, size, visible_indent};
use super::{Expected, Folder, Found, LinkFault, Problem, QuoteReason, SiteFile, YamlFault};

#[expect(clippy::too_many_lines, reason = "a table: one text a problem")]
pub(super) fn message(problem: &Problem) -> String {
    use Problem as P;
    match problem {
        // Its texts are data.
        P::Declared(_) => String::new(),
        P::ContentEmpty { folder } => {
            format!("the content folder \"{folder}\" is empty or does not exist")
        }
        P::SiteMissing => "site.yaml is missing (the region's basic facts)".into(),
        P::Unreadable { reason } => format!("this file cannot be read: {}", reason.text),
        P::NotUtf8 {
            line,
            gb18030: true,
        } => {
            format!("not UTF-8 from line {line} on; it looks like GBK/GB18030")
        }
        P::NotUtf8 {
            line,
            gb18030: false,
        } => format!("not UTF-8 from line {line} on"),
        P::TextTooLarge { bytes, limit } => {
            format!(
                "the file has {}, the limit is {}",
                size(*bytes),
                size(*limit)
            )
        }
        P::FileHeavy { bytes } => {
            format!(
                "this attachment has {}: too much for a phone with poor signal",
                size(*bytes)
            )
        }
        P::LinkUnusable { target, fault } => {
            format!("this symbolic link {}: {target}", link(*fault))
        }
        P::FileName { name } => {
            format!("some phones and hosts cannot open a file named \"{name}\"")
        }
        P::FileUnused => "nothing is made of this file".into(),
        P::FileCopy { original } => {
            format!("this looks like a copy of \"{original}\"; which of the two counts?")
        }
        P::FrontMatterMissing => "the file does not begin with `---`: no front matter found".into(),
        P::FrontMatterUnclosed => "the `---` at the beginning has no closing `---`".into(),
        P::Yaml(fault) => yaml_message(fault),
        P::UnknownKey { key, .. } => format!("unknown key \"{key}\""),
        P::DuplicateKey { key, first_line } => {
            format!("\"{key}\" stands twice, first on line {first_line}")
        }
        P::MissingKeys { keys } => {
            let names: Vec<String> = keys
                .iter()
                .map(|(zh, en)| format!("\"{en}\" ({zh})"))
                .collect();
            format!("missing: {}", names.join(", "))
        }
        P::WrongType {
            key,
            expected,
            found,
        } => wrong_type(key, *expected, found),
        P::NotInList { value, .. } => format!("\"{value}\" is not possible here"),
        P::OutOfRange { value, min, max } => format!("{value} is outside {min} to {max}"),
        P::LineNeedsName => "a paper has either `use` (用) or `name` (名称), one of the two".into(),
        P::NotOfAnswer {
            question,
            key,
            several: false,
        } => {
            format!("\"{question}\" has a single answer: \"{key}\" makes no sense")
        }
        P::NotOfAnswer {
            question,
            key,
            several: true,
        } => {
            format!("\"{question}\" has several answers: \"{key}\" makes no sense")
        }
        P::KeyNotForType { key, kind } => {
            format!("a question of type \"{kind}\" cannot have \"{key}\"")
        }
        P::EmptyList { key } => format!("\"{key}\" has no entry"),
        P::Repeated { value } => format!("\"{value}\" stands twice"),
        P::DuplicateCode { code, other } => format!("the code {code} is already taken by {other}"),
        P::DuplicateName { name, other } => {
            format!("the file name \"{name}\" is also that of {other}")
        }
        P::NameIsCode { name } => format!("the file name \"{name}\" is also another guide's code"),
        P::UnknownQuestion { name, .. } => format!("this guide has no question \"{name}\""),
        P::SharedQuestionMissing { name, .. } => {
            format!("questions.yaml has no question \"{name}\"")
        }
        P::UnknownOption {
            question, value, ..
        } => {
            format!("the question \"{question}\" has no option \"{value}\"")
        }
        P::TwoAnswers { question } => {
            format!("\"{question}\" has one answer; two are wanted at once")
        }
        P::UnsureOption => "\"不清楚\" (not sure) is added by itself".into(),
        P::EmptyRange { text } => format!("no number fits \"{}\"", bare(text)),
        P::UnknownCondition { name, .. } => format!("`facts` (事实) has no \"{name}\""),
        P::ConditionLoop { name } => format!("\"{name}\" in `facts` (事实) refers to itself"),
        P::UnknownMaterial { name, .. } => format!("materials.yaml has no \"{name}\""),
        P::UnknownMatter { name, .. } => format!("there is no matter \"{name}\""),
        P::UnknownCategory { name, .. } => format!("site.yaml has no category \"{name}\""),
        P::UnknownLifeEvent { name, .. } => format!("site.yaml has no life event \"{name}\""),
        P::UnknownLocalFact { name, .. } => format!("the local fact \"{name}\" is defined nowhere"),
        P::FactBrackets { written, name, .. } => format!(
            "`{written}` is no local fact: residents read these very words, not what \"{name}\" says"
        ),
        P::LocalFactMissing { name, community } => {
            format!("{community} does not say the local fact \"{name}\" yet")
        }
        P::FactInFact { name, inner } => {
            format!("the value of the local fact \"{name}\" names another one, \"{inner}\"")
        }
        P::PickTooMany { pick, of } => format!("any {pick} of {of} is no choice"),
        P::TooComplex { what, questions } => too_complex(what, questions.len()),
        P::PromiseAboveStatutory {
            promised,
            statutory,
        } => {
            format!("the promised time {promised} is longer than the statutory {statutory}")
        }
        P::ReviewOverdue { review_by } => format!("the review date {review_by} is past"),
        P::YearDay(fault) => fault.en(),
        P::Locally(locally) => locally.en(),
        P::Sheet(fault) => fault.en(),
        P::MissingFile { path, .. } => format!("there is no file \"{path}\""),
        P::BadPath { path } => format!("the path \"{path}\" cannot be used"),
        P::BrokenAnchor { anchor, .. } => format!("no heading of the page is \"#{anchor}\""),
        P::UnsafeLink { target } => format!("this kind of link is not allowed: {target}"),
        P::RawHtml {
            html,
            kept: Some(more),
        } => {
            let lines = match more {
                0 => String::new(),
                1 => ", and more on another line".to_owned(),
                more => format!(", and more on {more} other lines"),
            };
            format!("there is HTML, \"{html}\"{lines}: its words stay, its looks are left out")
        }
        P::RawHtml { html, kept: None } => {
            format!("the HTML \"{html}\" was left out, with all that it holds")
        }
        P::ImageWithoutAlt { path } => format!("the image \"{path}\" has no text"),
        P::BaseUrlMissing => "no address: the codes do not know where to lead".into(),
        P::BaseUrlInvalid { url, fault } => {
            format!("the address \"{url}\" cannot be used: {}", fault.en())
        }
        P::BaseUrlPrivate { url } => {
            format!("{url} opens on this machine or in this house only, on no resident's phone")
        }
        P::PathTaken {
            path,
            first,
            second,
        } => {
            let (first, second) = (first.en(), second.en());
            format!("{second} wants the address {path}, which is taken: {first}")
        }
        P::NotCompiled => "the rules of this guide are not there to make a page of".into(),
        P::AddressTooLong {
            address,
            bytes,
            limit,
        } => {
            format!(
                "the code would be too fine: {address} has {bytes} characters, at most {limit} fit"
            )
        }
        P::CodeUnreadable { address, got } => {
            format!("the code of {address} is not read back, however it is drawn: {got}")
        }
        P::CommunityId { name, taken } => community_id(name, *taken),
        P::NoCommunity => "there is no community".into(),
        P::UnknownCommunity { name, .. } => format!("there is no community \"{name}\""),
        P::NoMatter => "there is no guide".into(),
        P::Ledger(ledger) => ledger.en(),
        P::Template { reason } => format!("the template is wrong: {reason}"),
        P::ThemeFileMissing { path } => format!("the theme lacks {path}"),
        P::OutputForeign { folder, example } => foreign(folder, example),
        P::OutputOverlaps { folder } => {
            format!("the output folder \"{folder}\" overlaps the content or the theme")
        }
        P::OutputUnwritable { path, reason } => {
            format!("\"{path}\" cannot be written: {}", reason.text)
        }
        P::FolderMissing { folder, path } => {
            format!(
                "the {} folder \"{path}\" does not exist",
                folder_name(*folder)
            )
        }
    }
}

fn too_complex(what: &str, questions: usize) -> String {
    format!(
        "the condition of \"{what}\" combines {questions} questions in too many ways to be worked out"
    )
}

#[expect(clippy::too_many_lines, reason = "a table: one text a problem")]
pub(super) fn remedy(problem: &Problem) -> String {
    use Problem as P;
    match problem {
        // Its texts are data.
        P::Declared(_) => String::new(),
        P::ContentEmpty { .. } => "point --content at the folder with the guides: site.yaml and matters/.".into(),
        P::SiteMissing => "make site.yaml in the content folder, with at least 名称 (name), 网址 (base_url), 分类 (categories).".into(),
        P::Unreadable { .. } => "see whether the file is still there, may be read, or is held by another program.".into(),
        P::NotUtf8 { .. } => "save the file again in your editor with the encoding UTF-8.".into(),
        P::TextTooLarge { .. } => "put pictures and tables into files/; only text belongs here.".into(),
        P::FileHeavy { .. } => "shrink pictures to 1600 pixels, PDF files below 2 MB.".into(),
        P::LinkUnusable { .. } => "copy the file into the content folder and delete the link.".into(),
        P::FileName { .. } => "use small letters, digits, `-`, `_` and `.` only, such as gljt-form.png.".into(),
        P::FileUnused => "guides live in matters/ (.md), communities in communities/ (.yaml), free pages in pages/, attachments in files/, SVG drawings of forms in drawings/; delete it if it is not needed.".into(),
        P::FileCopy { .. } => {
            "put what matters into the first file and delete this one; if it is another matter, give it a name and a code of its own.".into()
        }
        P::FrontMatterMissing => "begin with a line `---`, then 编号 (code), 标题 (title) …, then another line `---`.".into(),
        P::FrontMatterUnclosed => "add a line `---` before the text.".into(),
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
        | P::MissingFile { suggestion: Some(name), .. } => format!("did you mean \"{name}\"?"),
        P::UnknownKey { known, .. } => format!("possible here: {}.", known.join(", ")),
        P::DuplicateKey { .. } => "keep one; the Chinese and the English name are one key.".into(),
        P::MissingKeys { keys } if keys.len() == 1 => format!("add a line `{}: …` or `{}: …`.", keys[0].1, keys[0].0),
        P::MissingKeys { .. } => "add a line for each; other guides show how.".into(),
        P::WrongType { expected: Expected::Text, found: Found::List | Found::Map, .. } => {
            "write one line of text; put a text that does begin with [ or { into double quotes.".into()
        }
        P::WrongType { expected, .. } => expected_remedy(*expected).into(),
        P::NotInList { allowed, .. } => format!("possible: {}.", allowed.join(", ")),
        P::OutOfRange { .. } => "write a whole number within the limits.".into(),
        P::LineNeedsName => "`use: 身份证` for a registered paper, `name: …` for any other.".into(),
        P::NotOfAnswer { question, several: false, .. } => format!("list the answers that count: {question}: [a, b]; or those that do not: {question}: {{but: [a]}}"),
        P::NotOfAnswer { question, several: true, .. } => format!("where none of them may be chosen: not: {{{question}: [a, b]}}; where so many at least are: {question}: {{at_least: 2, among: [a, b, c]}}"),
        P::KeyNotForType { .. } => "delete the key or correct the `type` (choice, multi, number, date).".into(),
        P::EmptyList { .. } => "write at least one entry or delete the key.".into(),
        P::Repeated { .. } => "delete one of them.".into(),
        P::DuplicateCode { .. } => "take a code that was never used; a printed code is never given to another matter.".into(),
        P::DuplicateName { .. } => "rename one of them; other guides refer to it by this name.".into(),
        P::NameIsCode { .. } => "rename the file, so that references cannot be mistaken.".into(),
        P::UnknownQuestion { known, .. } if known.is_empty() => "write the question into `questions` (问题) first.".into(),
        P::UnknownQuestion { known, .. } => format!("the questions are: {}.", known.join(", ")),
        P::SharedQuestionMissing { .. } => "add it to questions.yaml, or write the whole question here.".into(),
        P::UnknownOption { known, .. } => format!("the options are: {}.", known.join(", ")),
        P::TwoAnswers { question } => format!("if either will do, write {question}: [a, b]."),
        P::UnsureOption => "delete this option.".into(),
        P::EmptyRange { .. } => "check the direction, for example \">= 60\" or \"60..79\".".into(),
        P::UnknownCondition { .. } => "give the condition a name in `facts` (事实) first.".into(),
        P::ConditionLoop { .. } => "write the question and option instead of one of the names.".into(),
        P::UnknownMaterial { .. } => "add it to materials.yaml, or write `name` (名称) instead of `use` (用).".into(),
        P::UnknownMatter { .. } => "write that guide's file name (without .md) or its code.".into(),
        P::UnknownCategory { known, .. } => format!("the categories are: {}.", known.join(", ")),
        P::UnknownLifeEvent { .. } => "add it to `life_events` (人生事件) in site.yaml.".into(),
        P::UnknownLocalFact { .. } => "add it to `local_facts` (地方事实) in site.yaml or in the communities.".into(),
        P::FactBrackets { name, plain: true, .. } => format!(
            "to show what it says, use two pairs of braces: {{{{{name}}}}}; an ordinary heading may stay."
        ),
        P::FactBrackets { name, .. } => format!("use two pairs of braces: {{{{{name}}}}}"),
        P::LocalFactMissing { .. } => "add it to the community's `local_facts`; until then the page asks residents to call.".into(),
        P::FactInFact { .. } => "write out what it stands for; a value is shown as it is.".into(),
        P::PickTooMany { .. } => "if all are needed, list them without `pick` (任选); else pick fewer.".into(),
        P::TooComplex { questions, .. } => format!(
            "simplify these questions: {}. Join options, split the condition over several papers, and ask questions that are combined one after the other.",
            questions.join(", ")
        ),
        P::PromiseAboveStatutory { .. } => "the promised time cannot exceed the statutory one.".into(),
        P::ReviewOverdue { .. } => "check the guide, then update `verified_on` and `review_by`; until then the page says so in red.".into(),
        P::YearDay(_) => "check the date and write it as 09-01..12-25, month-day.".into(),
        P::Locally(locally) => locally.remedy(super::Lang::En),
        P::Sheet(fault) => fault.en_remedy().into(),
        P::MissingFile { .. } => "paths start at the content folder, such as files/gljt-form.png.".into(),
        P::BadPath { .. } => "write a path inside the content folder, such as files/form.png, without `..` and without a leading `/`.".into(),
        P::BrokenAnchor { known, .. } if known.is_empty() => "the page has no headings yet.".into(),
        P::BrokenAnchor { known, .. } => format!("the headings are: #{}.", known.join(", #")),
        P::UnsafeLink { .. } => {
            "a link may be https://, http://, tel:, mailto:, matter:NAME, #heading, or a file of the content folder.".into()
        }
        P::RawHtml { kept: Some(_), .. } => {
            "look at it on the page, then delete the code in the angle brackets and write Markdown: **bold**, [text](link), tables.".into()
        }
        P::RawHtml { .. } => {
            "delete it; a picture is ![what it shows](files/form.png), a link is [text](https://…).".into()
        }
        P::ImageWithoutAlt { .. } => "say in the brackets what the picture shows: ![the filled form](files/form.png).".into(),
        P::BaseUrlMissing => "write `base_url: https://…` (网址) into site.yaml or use --base-url. Once printed it cannot change.".into(),
        P::BaseUrlInvalid { .. } => "it must begin with https:// or http:// and have a host and folders only, no `?`, no `#`, and ASCII only (write a Chinese host in its xn-- form).".into(),
        P::BaseUrlPrivate { .. } => "write the published address into site.yaml (`base_url`, 网址). What is made with this one is for looking at: no code is recorded, and none should be printed.".into(),
        P::PathTaken { second, .. } if second.what == SiteFile::Paper => {
            "give one of the two another 网页 (page).".into()
        }
        P::PathTaken { .. } => "choose another code or file name.".into(),
        P::NotCompiled => "please report this to onetrip's developers.".into(),
        P::AddressTooLong { .. } => "use a shorter host or folder, or a shorter community file name.".into(),
        P::CodeUnreadable { .. } => "if it was never published, give the matter another code; and please report this to onetrip's developers.".into(),
        P::CommunityId { taken: true, .. } => "choose another name, such as wenyuan.yaml.".into(),
        P::CommunityId { .. } => "use small letters, digits and `-` only, such as wenyuan.yaml.".into(),
        P::NoCommunity => "write one file per community, such as communities/wenyuan.yaml.".into(),
        P::UnknownCommunity { known, .. } => format!("the communities are: {}.", known.join(", ")),
        P::NoMatter => "write the first guide, such as matters/gao-ling-jin-tie.md.".into(),
        P::Ledger(ledger) => ledger.en_remedy(),
        P::Template { .. } => "mend the template in the theme; if you changed no theme, please report it.".into(),
        P::ThemeFileMissing { .. } => "copy it from themes/default.".into(),
        P::OutputForeign { .. } => "choose an empty folder (--out), or move those files away first.".into(),
        P::OutputOverlaps { .. } => "choose a folder that is neither inside nor around the content (--out).".into(),
        P::OutputUnwritable { .. } => "check permissions and free space; the site that was there is untouched.".into(),
        P::FolderMissing { folder, .. } => match folder {
            Folder::Content => "point --content at the folder with the guides.".into(),
            Folder::Theme => "point --theme at a theme folder, or leave it out for the built-in theme.".into(),
            Folder::Output => "point --out at the folder for the site.".into(),
        },
    }
}

fn link(fault: LinkFault) -> &'static str {
    match fault {
        LinkFault::Outside => "leads out of the content folder",
        LinkFault::Nowhere => "leads nowhere",
        LinkFault::Folder => "leads to a folder",
    }
}

fn folder_name(folder: Folder) -> &'static str {
    match folder {
        Folder::Content => "content",
        Folder::Theme => "theme",
        Folder::Output => "output",
    }
}

fn yaml_message(fault: &YamlFault) -> String {
    match fault {
        YamlFault::FullWidthColon(_) => "a full-width colon `：` after a key".into(),
        YamlFault::NoSpaceAfterColon(_) => "no space after the colon".into(),
        YamlFault::WideIndent(_) => {
            "full-width (or special) spaces at the start of the line".into()
        }
        YamlFault::TabIndent(_) => "a tab at the start of the line".into(),
        YamlFault::FullWidthComma(_) => {
            "a full-width comma `，` inside brackets: one entry or two?".into()
        }
        YamlFault::NeedsQuotes { reason, .. } => needs_quotes(*reason),
        YamlFault::HashCuts { lost, .. } => {
            format!("a space and `#` begin a remark: residents do not see `{lost}`")
        }
        YamlFault::Unclosed => "a quotation mark is never closed".into(),
        YamlFault::Bracket => "a bracket has no partner".into(),
        YamlFault::Indentation => "this line does not stand under its neighbours".into(),
        YamlFault::Alias => "`&` and `*` references are not allowed".into(),
        YamlFault::Tag => "`!` tags are not allowed".into(),
        YamlFault::TooLarge => "too many entries, or nested too deeply".into(),
        YamlFault::SecondDocument => {
            "a file holds one document; there is one `---` too many".into()
        }
        YamlFault::Other(detail) => format!("this cannot be understood ({detail})"),
    }
}

fn needs_quotes(reason: QuoteReason) -> String {
    match reason {
        QuoteReason::Sign(sign) => format!("a text cannot begin with `{sign}` as it is"),
        QuoteReason::Fact => "a text cannot begin with `{{` as it is".into(),
        QuoteReason::Colon => {
            "a colon and a space inside a text are taken for a further entry".into()
        }
        QuoteReason::Half => "the quotation marks hold only a part of the text".into(),
        QuoteReason::Bracket => "a text inside brackets has a `{` or `[` of its own".into(),
        QuoteReason::Hash => "a space and `#` inside brackets begin a remark".into(),
    }
}

fn yaml_remedy(fault: &YamlFault) -> String {
    match fault {
        YamlFault::FullWidthColon(line) => format!("use a plain colon and a space: {line}"),
        YamlFault::NoSpaceAfterColon(line) => format!("add a space after the colon: {line}"),
        YamlFault::WideIndent(line) | YamlFault::TabIndent(line) => {
            format!("use plain spaces: {}", visible_indent(line))
        }
        YamlFault::FullWidthComma(line) => format!(
            "two entries: use a plain comma and a space: {line}; one entry: put it into double quotes."
        ),
        YamlFault::NeedsQuotes { line, .. } => {
            format!("put the whole text into double quotes: {line}")
        }
        YamlFault::HashCuts { line, .. } => format!(
            "to show it, put the whole text into double quotes: {line}; for a remark, put a space after the `#`."
        ),
        YamlFault::Unclosed => {
            "add the other quotation mark; put text with colons or `#` into double quotes.".into()
        }
        YamlFault::Bracket => "see that [ ] and { } come in pairs.".into(),
        YamlFault::Indentation => {
            "align keys of one level; indent the next level by two spaces; one `key: ` a line."
                .into()
        }
        YamlFault::Alias => {
            "write it out; put text that begins with & or * into double quotes.".into()
        }
        YamlFault::Tag => "delete the `!`; put text that begins with ! into double quotes.".into(),
        YamlFault::TooLarge => "split it into several guides.".into(),
        YamlFault::SecondDocument => "delete the extra `---`.".into(),
        YamlFault::Other(_) => {
            "check colons, spaces, quotes and brackets on this line and the one above.".into()
        }
    }
}

fn wrong_type(key: &str, expected: Expected, found: &Found) -> String {
    let what = if key.is_empty() {
        "here".to_owned()
    } else {
        format!("\"{key}\"")
    };
    let is = match found {
        Found::Nothing => "nothing".to_owned(),
        Found::Text(text) => format!("\"{text}\""),
        Found::List => "a list".to_owned(),
        Found::Map => "a table of keys".to_owned(),
    };
    format!(
        "{what}: {} belongs here, found {is}",
        expected_name(expected)
    )
}

fn expected_name(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text",
        Expected::List => "a list",
        Expected::Map => "a table of keys",
        Expected::Count => "a whole number from 0",
        Expected::Number => "a whole number",
        Expected::Decimal => "a number with or without decimals",
        Expected::Measure => "a number",
        Expected::Date => "a date",
        Expected::Days => "a date or some days in a row",
        Expected::YearDays => "some days of every year",
        Expected::MonthDays => "some days of every month",
        Expected::Ahead => "how long ahead",
        Expected::YesNo => "是 or 否 (yes or no)",
        Expected::Condition => "a condition",
        Expected::NumberRange => "a number condition",
        Expected::DateCondition => "a condition on a date",
        Expected::CalendarDays => "days of the calendar",
        Expected::Hours => "opening hours",
        Expected::Code => "a code of 2 to 6 small letters and digits",
        Expected::Question => "a question or 共用 (shared)",
        Expected::Fee => "不收费 (none) or a list of fees",
        Expected::Line => "a paper",
    }
}

fn expected_remedy(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "write one line of text.",
        Expected::List => "one entry a line, each after `- `, or [a, b].",
        Expected::Map => "write `key: value`, one a line, or {key: value}.",
        Expected::Count | Expected::Number => "digits only, such as 20.",
        Expected::Decimal => {
            "digits only, such as 20 or 45.5, on both sides of the point and without a unit."
        }
        Expected::Measure => "digits only, such as 46 or 74.25, without a unit.",
        Expected::Date => "write it as 2026-11-01.",
        Expected::Days => "write 2026-11-01, or 2026-10-01..2026-10-07.",
        Expected::YearDays => {
            "write 09-01..12-25 or 9月..12月, without a year; it may go over New Year, such as 11-01..02-15."
        }
        Expected::MonthDays => "write 1..10, 15, 25..end (月底) or last 5 days (最后 5 天).",
        Expected::Ahead => "write 1 day (天) or 2 workdays (工作日), at most 90.",
        Expected::YesNo => "write 是 or 否 (or yes, no).",
        Expected::Condition => "write {question: option}.",
        Expected::NumberRange => {
            "write \"< 80\", \">= 60\" or \"60..79\", in quotes; for a number that differs from place to place, a local fact: \"< {{name}}\"."
        }
        Expected::DateCondition => {
            "write \"满 80 周岁\" (at least 80 years), \"不满 6 周岁\" (under 6 years), \"60 天内\" (within 60 days), \"超过 1 年\" (over 1 year), \"今年或去年\" (this year or last year) or days that there are, such as \"2021-06-01..\", in quotes."
        }
        Expected::CalendarDays => {
            "write days that there are: \">= 2027-01-01\", \"< 2027-09-01\" or \"2026-09-01..2026-12-25\", in quotes."
        }
        Expected::Hours => "write 08:30-12:00; the end comes after the start.",
        Expected::Code => "for example a07.",
        Expected::Question => "write 共用, or {ask: …, options: [a, b]}.",
        Expected::Fee => "write 不收费, or [{name: …, amount: …, basis: …}].",
        Expected::Line => "write {use: 身份证, originals: 1}.",
    }
}

fn community_id(name: &str, taken: bool) -> String {
    if taken {
        return format!(
            "a community cannot be called \"{name}\": the site has a folder of that name"
        );
    }
    format!("the community file \"{name}\" cannot be part of an address")
}

fn foreign(folder: &str, example: &str) -> String {
    if folder == example {
        return format!("\"{folder}\" is a file, not a folder");
    }
    format!(
        "the output folder \"{folder}\" holds files that onetrip did not make (such as {example}); left alone"
    )
}
