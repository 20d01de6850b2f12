//! `onetrip new`: files to begin with. Nothing that is there is written over.

pub(super) mod args;
mod asking;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use args::{Community, Entry, KindArg, Matter, New, Office, Site, What};
use asking::Asking;
use onetrip_core::begin::{
    self, Kind, Names, NewCommunity, NewMatter, NewSite, Purpose, ascii_name, free_code,
};
use onetrip_core::diagnostic::Lang;
use onetrip_core::model::{AnswerOption, Question, Region};
use onetrip_core::source::{self, Added};

use super::args::{Format, NamesArg};
use super::build::world;
use super::{FINDINGS, USAGE, content_option, files, report, schema};
use crate::machine::Disk;

/// What stands in site.yaml before there is an address.
const NO_ADDRESS: &str = "https://onetrip.example";

/// Begins what is asked for.
pub(super) fn new(args: &New, lang: Lang) -> ExitCode {
    let done = match &args.what {
        What::Site(args) => site(args, lang),
        What::Community(args) => community(args, lang),
        What::Matter(args) => matter(args, lang),
        What::Paper(args) => entry(args, "materials.yaml", begin::paper, lang),
        What::Question(args) => entry(args, "questions.yaml", begin::question, lang),
    };
    match done {
        Ok(said) => {
            report::err(&said);
            ExitCode::SUCCESS
        }
        Err(code) => code,
    }
}

/// Says what was wrong with what was typed.
fn refuse(lang: Lang, zh: &str, en: &str) -> ExitCode {
    report::err(&match lang {
        Lang::Zh => format!("错误：{zh}\n"),
        Lang::En => format!("error: {en}\n"),
    });
    ExitCode::from(USAGE)
}

fn site(args: &Site, lang: Lang) -> Result<String, ExitCode> {
    let folder = &args.folder;
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        let name = folder.display();
        return Err(refuse(
            lang,
            &format!("“{name}”里已经有文件了。换一个空的文件夹：onetrip new site 文件夹"),
            &format!("“{name}” holds files. Name an empty folder: onetrip new site DIR"),
        ));
    }
    let asking = Asking::new(lang);
    let name = asking.want(
        "--name",
        args.name.as_deref(),
        ["这个地区叫什么？例如 榆次区", "What is the region called?"],
        None,
    )?;
    let url = asking.want(
        "--url",
        args.url.as_deref(),
        [
            "网站的网址？还没有就直接回车",
            "The address of the site? Enter if there is none yet",
        ],
        Some(NO_ADDRESS),
    )?;
    let called = asking.want(
        "--community",
        args.community.as_deref(),
        [
            "第一个社区叫什么？例如 文源社区",
            "What is the first community called?",
        ],
        None,
    )?;
    let office = office(&asking, &called, &args.office, names(args.keys, lang))?;
    let id = id_of(&called, lang)?;
    let without = url == NO_ADDRESS;
    let site = NewSite {
        name,
        url,
        community: office,
        today: world(&Disk::new(folder), None).today,
    };
    let mut written = site.files(&id);
    written.extend(schema::for_editors(site.community.names));
    put(written, folder, lang)?;
    let name = folder.display();
    let option = content_option(folder);
    let said = match lang {
        Lang::Zh => format!(
            "新建好了：{name}\n\n接下来：\n  1. 打开 {name}/site.yaml 和 {name}/communities/{id}.yaml 看看，改成你们的。\n  2. onetrip check{option}\n  3. onetrip build{option}，再打开 dist/index.html；海报在 dist/{id}/print。\n  4. 写第一份指南：onetrip new matter 高龄津贴{option}\n"
        ),
        Lang::En => format!(
            "Begun: {name}\n\nNext:\n  1. Look at {name}/site.yaml and {name}/communities/{id}.yaml.\n  2. onetrip check{option}\n  3. onetrip build{option}, and open dist/index.html; the posters are in dist/{id}/print.\n  4. The first guide: onetrip new matter \"Old-age allowance\"{option}\n"
        ),
    };
    let later = match lang {
        _ if !without => "",
        Lang::Zh => {
            "\n还没有网址，先写了示例的。定下来以后改 site.yaml 的“网址”；码还一张都没印过，就删掉 codes.lock 再生成。\n"
        }
        Lang::En => {
            "\nThere is no address yet, and an example stands in site.yaml. Change `base_url` there when you have one; as long as no code was printed, delete codes.lock and build again.\n"
        }
    };
    Ok(format!("{said}{later}"))
}

fn community(args: &Community, lang: Lang) -> Result<String, ExitCode> {
    let content = &args.place.content;
    loaded(content, lang)?;
    let id = match &args.id {
        Some(id) => id.clone(),
        None => id_of(&args.name, lang)?,
    };
    let path = format!("communities/{id}.yaml");
    absent(content, &path, lang)?;
    let asking = Asking::new(lang);
    let community = office(
        &asking,
        &args.name,
        &args.office,
        names(args.place.keys, lang),
    )?;
    put(vec![(path.clone(), community.text())], content, lang)?;
    Ok(begun(content, &path, lang))
}

fn matter(args: &Matter, lang: Lang) -> Result<String, ExitCode> {
    let content = &args.place.content;
    let region = loaded(content, lang)?;
    let taken = taken(&region);
    let category = category(args, &region, lang)?;
    let of_it = region
        .matters
        .iter()
        .filter(|matter| matter.category == category);
    let neighbours: Vec<String> = of_it.map(|matter| matter.code.value.clone()).collect();
    let code = match &args.code {
        Some(code) if taken.contains(code) => {
            return Err(refuse(
                lang,
                &format!(
                    "编号 {code} 已经用过了，印出去的二维码会打开别的事项。空着的有：{}",
                    free_code(&taken, &neighbours)
                ),
                &format!(
                    "the code {code} was used before, and printed codes would lead elsewhere. {} is free",
                    free_code(&taken, &neighbours)
                ),
            ));
        }
        Some(code) => code.clone(),
        None => free_code(&taken, &neighbours),
    };
    let name = match ascii_name(&args.title) {
        name if name.is_empty() => code.clone(),
        name => name,
    };
    let path = format!("matters/{category}/{name}.md");
    absent(content, &path, lang)?;
    let has = |options: &[AnswerOption], name: &str| {
        options.iter().any(|option| option.name.source() == name)
    };
    let who = shared(&region, "谁来办");
    let guide = NewMatter {
        title: args.title.clone(),
        code: code.clone(),
        category,
        kind: args.kind.map_or_else(|| Kind::of_title(&args.title), kind),
        names: names(args.place.keys, lang),
        today: world(&Disk::new(content), None).today,
        asks_who: who.is_some_and(|options| has(options, "本人") && has(options, "代办")),
        has_id_card: region.materials.contains_key("身份证"),
        has_letter: region.materials.contains_key("委托书"),
        purpose: Purpose::Draft,
    };
    put(vec![(path.clone(), guide.text())], content, lang)?;
    let (file, option) = (
        content.join(&path).display().to_string(),
        content_option(content),
    );
    Ok(match lang {
        Lang::Zh => format!(
            "新建好了：{file}，编号 {code}\n\n接下来：\n  1. 打开它，从上往下改。每一项怎么写，上面一行都有说明。\n  2. onetrip check{option}\n  3. 写好了，删掉“草稿: 是”这一行，再 onetrip build{option}\n"
        ),
        Lang::En => format!(
            "Begun: {file}, code {code}\n\nNext:\n  1. Open it and go through it; the line above each key says what it is for.\n  2. onetrip check{option}\n  3. When it is finished take the line “draft: yes” away, and onetrip build{option}\n"
        ),
    })
}

/// Writes new files, in the layout that `fmt` would give them.
fn put(files: Vec<(String, String)>, out: &Path, lang: Lang) -> Result<(), ExitCode> {
    let files = files.into_iter().map(|(path, text)| {
        let text = laid_out(&path, text);
        (path, text)
    });
    files::write(files.collect(), out, lang)
}

fn laid_out(path: &str, text: String) -> String {
    let new =
        source::layout_of(path).and_then(|kind| source::lay_out(path, kind, text.as_bytes()).text);
    new.unwrap_or(text)
}

/// Adds an entry at the end of a file.
fn entry(
    args: &Entry,
    file: &str,
    text: impl Fn(&str, Names) -> String,
    lang: Lang,
) -> Result<String, ExitCode> {
    let content = &args.place.content;
    loaded(content, lang)?;
    let name = &args.name;
    let lines = laid_out(file, text(name, names(args.place.keys, lang)));
    let whole = match source::with_entry(&Disk::new(content), file, name, &lines) {
        Added::Text(whole) => whole,
        Added::Known => {
            return Err(refuse(
                lang,
                &format!("{file} 里已经有“{name}”了"),
                &format!("{file} has “{name}” already"),
            ));
        }
        Added::InBrackets => {
            return Err(refuse(
                lang,
                &format!(
                    "{file} 不是一行一项的写法，不能在末尾加。请打开它，自己加上：\n\n{lines}"
                ),
                &format!(
                    "{file} has its entries in brackets, and nothing can be added below. Open it and add:\n\n{lines}"
                ),
            ));
        }
        Added::Faulty(findings, sources) => {
            report::findings(&findings, &sources, lang, Format::Human, content);
            return Err(ExitCode::from(FINDINGS));
        }
    };
    files::write(vec![(file.to_owned(), whole)], content, lang)?;
    Ok(begun(content, file, lang))
}

fn begun(content: &Path, path: &str, lang: Lang) -> String {
    let (file, option) = (
        content.join(path).display().to_string(),
        content_option(content),
    );
    match lang {
        Lang::Zh => format!("写好了：{file}\n\n接下来：打开它改一改，再 onetrip check{option}\n"),
        Lang::En => format!("Written: {file}\n\nNext: open it, then onetrip check{option}\n"),
    }
}

/// The region as far as it can be read.
fn loaded(content: &Path, lang: Lang) -> Result<Region, ExitCode> {
    let disk = Disk::new(content);
    let name = content.display().to_string();
    source::load(&world(&disk, None), &name)
        .region
        .ok_or_else(|| {
            refuse(
                lang,
                &format!("“{name}”里没有网站的内容。先新建一个：onetrip new site {name}"),
                &format!("there is no site in “{name}”. Begin one: onetrip new site {name}"),
            )
        })
}

/// Codes that guides have or had: a code of the ledger may hang on a wall.
fn taken(region: &Region) -> BTreeSet<String> {
    let ledger = region.ledger.iter();
    let published = ledger.flat_map(|ledger| ledger.posters.keys().map(|one| one.code.clone()));
    let codes = region.with_coming().map(|matter| matter.code.value.clone());
    published.chain(codes).collect()
}

fn category(args: &Matter, region: &Region, lang: Lang) -> Result<String, ExitCode> {
    let all = &region.categories;
    let found = match &args.category {
        Some(wanted) => all
            .iter()
            .find(|one| one.id == *wanted || one.name.source() == wanted),
        None => all.first(),
    };
    found.map(|one| one.id.clone()).ok_or_else(|| {
        let known: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
        let wanted = args.category.as_deref().unwrap_or_default();
        refuse(
            lang,
            &format!(
                "site.yaml 里没有“{wanted}”这一类，可以写：{}",
                known.join("、")
            ),
            &format!(
                "site.yaml has no group “{wanted}”; there are: {}",
                known.join(", ")
            ),
        )
    })
}

/// The options of a shared question, where some guide asks it.
fn shared<'r>(region: &'r Region, name: &str) -> Option<&'r [AnswerOption]> {
    let mut asked = region.matters.iter().flat_map(|matter| &matter.questions);
    asked
        .find(|one| one.shared && one.id == name)
        .map(Question::options)
}

fn absent(content: &Path, path: &str, lang: Lang) -> Result<(), ExitCode> {
    if !content.join(path).exists() {
        return Ok(());
    }
    let path = content.join(path).display().to_string();
    Err(refuse(
        lang,
        &format!("{path} 已经有了，没有动它"),
        &format!("{path} is there already and is untouched"),
    ))
}

/// A community's name in addresses: 文源社区 → wenyuan.
fn id_of(name: &str, lang: Lang) -> Result<String, ExitCode> {
    let short = name.trim_end_matches("社区").trim_end_matches("居委会");
    let id = ascii_name(short).replace('-', "");
    if id.is_empty() {
        return Err(refuse(
            lang,
            &format!("“{name}”读不出拼音，请写出网址里用的名字：--id wenyuan"),
            &format!("no name for addresses can be made of “{name}”; say one: --id wenyuan"),
        ));
    }
    Ok(id)
}

fn office(
    asking: &Asking,
    name: &str,
    said: &Office,
    names: Names,
) -> Result<NewCommunity, ExitCode> {
    let address = asking.want(
        "--address",
        said.address.as_deref(),
        ["大厅的地址？", "The address of the hall?"],
        None,
    )?;
    let phone = asking.want(
        "--phone",
        said.phone.as_deref(),
        ["咨询电话？例如 0354-5550101", "The number to ask?"],
        None,
    )?;
    let complaint_phone = asking.want(
        "--complaint-phone",
        said.complaint_phone.as_deref(),
        [
            "监督电话？直接回车就是 12345",
            "The number to complain? Enter for 12345",
        ],
        Some("12345"),
    )?;
    let hours = asking.want(
        "--hours",
        said.hours.as_deref(),
        [
            "工作日几点到几点？直接回车就是 08:30-12:00,14:30-17:30",
            "When is it open on workdays? Enter for 08:30-12:00,14:30-17:30",
        ],
        Some("08:30-12:00,14:30-17:30"),
    )?;
    let hours = hours
        .split([',', '，', '、', ' '])
        .filter(|time| !time.is_empty());
    Ok(NewCommunity {
        name: name.to_owned(),
        address,
        phone,
        complaint_phone,
        hours: hours.map(str::to_owned).collect(),
        names,
    })
}

fn names(named: Option<NamesArg>, lang: Lang) -> Names {
    schema::names(named, lang)
}

fn kind(kind: KindArg) -> Kind {
    match kind {
        KindArg::Allowance => Kind::Allowance,
        KindArg::Registration => Kind::Registration,
        KindArg::Certificate => Kind::Certificate,
        KindArg::Recognition => Kind::Recognition,
    }
}
