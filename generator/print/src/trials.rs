//! Codes by the thousand, as districts have them: whoever is called whatever, and wherever a page stands, its code is read.
//!
//! Most are proved bare, as `qr::Codes` does it; some as they stand on sheets of several sizes, without the text beside them.

use onetrip_core::qr::vcard;
use onetrip_core::qr::{self, Codes, Level};
use onetrip_core::source::Theme;
use rayon::prelude::*;
use tera::{Context, Tera};

use super::code::Code;
use super::drawing::layout;
use super::fonts::Fonts;
use super::proof;

/// The hundred commonest surnames, as far as a test needs them.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
/// What people and desks are called.
const GIVEN: &str = "芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英兰玉华建国文志伟小红梅婷雪琴云辉鹏飞龙宇浩欣怡佳子涵综合窗口养老保险经办社会事务帮办代退役军人服务值班员残联专干民政计生网格";

/// Numbers that look thrown, the same each time (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(end).unwrap_or(1)).unwrap_or(0)
    }

    fn one_of(&mut self, characters: &str) -> char {
        let count = characters.chars().count();
        characters.chars().nth(self.below(count)).unwrap_or('某')
    }

    fn name(&mut self, length: usize) -> String {
        let given: String = (1..length).map(|_| self.one_of(GIVEN)).collect();
        format!("{}{given}", self.one_of(SURNAMES))
    }

    fn office(&mut self, length: usize) -> String {
        let own: String = (2..length).map(|_| self.one_of(GIVEN)).collect();
        format!("{own}社区")
    }
}

/// Contacts of names of 1 to 12 characters, in communities of 2 to 12, on landlines and mobiles.
fn contacts(of_each: usize) -> Vec<String> {
    let mut dice = Dice(20_261_125);
    let mut all = Vec::new();
    for (name, office) in (1..=12).flat_map(|name| (2..=12).map(move |office| (name, office))) {
        for _ in 0..of_each {
            let (name, office) = (dice.name(name), dice.office(office));
            let landline = format!("0354-{:07}", 1_000_000 + dice.below(9_000_000));
            let mobile = format!("1{:010}", 3_000_000_000 + dice.below(6_999_999_999));
            for phone in [landline, mobile] {
                let whole = vcard(&name, &office, &phone);
                let fits = qr::decodes(&whole, Level::Q).is_ok();
                all.push(if fits {
                    whole
                } else {
                    vcard(&name, "", &phone)
                });
            }
        }
    }
    all
}

/// Addresses of every code from a00 to z999 in some communities.
fn addresses() -> Vec<String> {
    let base = [
        "https://onetrip.example/wenyuan",
        "https://banshi.example.cn/yingze/yuhu",
    ];
    let codes = |base: &'static str| {
        ('a'..='z').flat_map(move |letter| {
            (0..400).map(move |number| format!("{base}/{letter}{number:02}.html"))
        })
    };
    base.into_iter().flat_map(codes).collect()
}

/// The texts whose bare code no decoder reads.
fn unread(texts: &[String], level: Level) -> Vec<String> {
    let codes = Codes::default();
    let wrong = texts.par_iter().filter_map(|text| {
        let why = codes.of(text, level).err()?;
        Some(format!("{text}: {why}"))
    });
    wrong.collect()
}

/// What is wrong with a code on a sheet where `code(…)` has these further arguments.
fn on_a_sheet(text: &str, arguments: &str, fonts: &Fonts, codes: &Codes) -> Vec<String> {
    let mut tera = Tera::new();
    let codes = codes.clone();
    tera.register_function("code", Code { codes });
    let template = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297"><rect width="210" height="297" fill="#fff"/>{{{{ code(id="c", text=text, {arguments}) }}}}</svg>"##
    );
    tera.add_raw_template("sheet.svg", &template)
        .expect("a template of ours");
    let mut context = Context::new();
    context.insert("text", text);
    let svg = tera.render("sheet.svg", &context).expect("a text of ours");
    let tree = layout(&svg, fonts).expect("a drawing of ours");
    let faults = proof::prove(&svg, &tree, &[text.to_owned()]);
    faults
        .into_iter()
        .map(|(text, fault)| format!("{text} with {arguments}: {fault:?}"))
        .collect()
}

fn wrong_on_sheets(texts: &[String], places: &[String]) -> Vec<String> {
    let fonts = Fonts::new(&Theme::default());
    let codes = Codes::default();
    let wrong = texts.par_iter().flat_map_iter(|text| {
        let places = places.iter();
        places.flat_map(|place| on_a_sheet(text, place, &fonts, &codes))
    });
    wrong.collect()
}

/// As `themes/default/print/` places them; the second row and column stand at other fractions of a pixel.
fn places_of_addresses() -> Vec<String> {
    ["x=17, y=57", "x=111, y=103.4"]
        .iter()
        .flat_map(|at| {
            [
                format!("{at}, side=35, most=37, distance=300, module=1, least=0.9"),
                format!("{at}, side=40, distance=400, module=1"),
            ]
        })
        .collect()
}

#[test]
#[ignore = "takes a minute of one core; tests/run runs it"]
fn every_address_of_a_district_is_read() {
    let all = addresses();
    assert!(all.len() >= 20_000, "{}", all.len());
    assert_eq!(unread(&all, Level::M), Vec::<String>::new());
}

#[test]
#[ignore = "takes some seconds; tests/run runs it"]
fn every_contact_of_a_district_is_read() {
    assert_eq!(unread(&contacts(8), Level::Q), Vec::<String>::new());
}

#[test]
#[ignore = "takes some seconds; tests/run runs it"]
fn addresses_stand_on_the_directory_and_on_stickers() {
    let mut some: Vec<String> = addresses().into_iter().step_by(100).collect();
    // One that a decoder misses at 150 dots an inch.
    some.push("https://onetrip.example/wenyuan/j331.html".to_owned());
    assert_eq!(
        wrong_on_sheets(&some, &places_of_addresses()),
        Vec::<String>::new()
    );
}

#[test]
#[ignore = "takes some seconds; tests/run runs it"]
fn contacts_stand_on_cards_of_every_size() {
    let sizes = [26.0, 31.0, 44.9];
    let places = sizes.map(|side| format!("x=69, y=29.3, side={side}, level=\"Q\", module=0.42"));
    let mut some = contacts(1);
    let known = ["王芳", "王小明", "养老保险经办窗口"];
    some.extend(known.map(|name| vcard(name, "文源社区", "0354-5550101")));
    assert_eq!(wrong_on_sheets(&some, &places), Vec::<String>::new());
}

#[test]
fn names_that_a_decoder_missed_at_one_scale_are_read() {
    for name in ["王芳", "王小明", "养老保险经办窗口"] {
        let text = vcard(name, "文源社区", "0354-5550101");
        let place = ["x=69, y=29, side=31, level=\"Q\", module=0.5".to_owned()];
        assert_eq!(wrong_on_sheets(&[text], &place), Vec::<String>::new());
    }
}

#[test]
fn the_longest_addresses_stand_on_the_directory() {
    let some: Vec<String> = (84..=onetrip_core::check::LONGEST_ADDRESS)
        .map(|length| format!("https://{}.html", "a".repeat(length - 13)))
        .collect();
    assert_eq!(
        wrong_on_sheets(&some, &places_of_addresses()),
        Vec::<String>::new()
    );
}
