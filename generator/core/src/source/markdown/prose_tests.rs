//! Text as people write it: indented as on paper, numbered by hand, with footnotes.

use std::sync::Arc;

use super::super::decode::Reader;
use super::render;
use super::tests::html;

#[test]
fn an_indented_paragraph_is_no_code() {
    for (markdown, expected) in [
        ("    四个**空格**", "<p>四个<strong>空格</strong></p>\n"),
        ("\t制表符", "<p>制表符</p>\n"),
        ("  \t两格加制表符", "<p>两格加制表符</p>\n"),
        ("        八个空格", "<p>八个空格</p>\n"),
        ("    一\n    二\n\n        三", "<p>一二</p>\n<p>三</p>\n"),
        ("    第一行\n第二行", "<p>第一行第二行</p>\n"),
        (
            "- 甲\n\n        乙",
            "<ul>\n<li>\n<p>甲</p>\n<p>乙</p>\n</li>\n</ul>\n",
        ),
        ("-     甲", "<ul>\n<li>甲</li>\n</ul>\n"),
        (
            "- 甲\n\n\t\t乙",
            "<ul>\n<li>\n<p>甲</p>\n<p>乙</p>\n</li>\n</ul>\n",
        ),
        (
            "    - 甲\n        - 乙",
            "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n",
        ),
        (">     引用", "<blockquote>\n<p>引用</p>\n</blockquote>\n"),
        ("```\n    代码\n```", "<pre><code>    代码\n</code></pre>\n"),
    ] {
        assert_eq!(html(markdown), expected, "{markdown}");
    }
}

#[test]
fn findings_in_an_indented_paragraph_stand_where_they_were_written() {
    let markdown = "甲\n\n    **（乙）**[丙](javascript:1)\n\n        <u>";
    let reader = Reader::new(&Arc::from("a.md"), &Arc::from(markdown));
    render(&reader, 0..markdown.len());
    let shown: Vec<&str> = reader
        .finish()
        .0
        .iter()
        .filter_map(|finding| finding.place.as_ref())
        .map(|place| &markdown[place.start..place.end])
        .collect();
    assert_eq!(shown, ["<u>", "[丙](javascript:1)"]);
}

#[test]
fn lines_marked_by_hand_stand_one_below_the_other() {
    let list = |items: &[&str]| {
        let items = items.join("</li>\n<li>");
        format!("<ul class=\"marked\">\n<li>{items}</li>\n</ul>\n")
    };
    for (markdown, expected) in [
        ("一、甲\n二、乙", list(&["一、甲", "二、乙"])),
        (
            "（一）甲\n（二）**乙**",
            list(&["（一）甲", "（二）<strong>乙</strong>"]),
        ),
        (
            "**一、**甲\n**二、**乙",
            list(&["<strong>一、</strong>甲", "<strong>二、</strong>乙"]),
        ),
        (
            "　　1、甲\n　　2、乙，\n也是乙",
            list(&["1、甲", "2、乙，也是乙"]),
        ),
        (
            "请带：\n①甲\n②乙",
            format!("<p>请带：</p>\n{}", list(&["①甲", "②乙"])),
        ),
        (
            "请带：\n· 甲",
            format!("<p>请带：</p>\n{}", list(&["· 甲"])),
        ),
        ("    1）甲\n    2）乙", list(&["1）甲", "2）乙"])),
        (
            "- 甲\n  （1）乙\n  （2）丙\n- 丁",
            format!(
                "<ul>\n<li>甲\n{}</li>\n<li>丁</li>\n</ul>\n",
                list(&["（1）乙", "（2）丙"])
            ),
        ),
        (
            "**一、甲\n二、乙**",
            "<p><strong>一、甲<br />\n二、乙</strong></p>\n".to_owned(),
        ),
        ("一、甲", "<p>一、甲</p>\n".to_owned()),
        (
            "属于第\n一、二类的人",
            "<p>属于第一、二类的人</p>\n".to_owned(),
        ),
    ] {
        assert_eq!(html(markdown), expected, "{markdown}");
    }
}

#[test]
fn marks_for_the_parser_are_in_nothing_that_is_shown() {
    let markdown = "## **（一）**3*5*2\n\n[**（二）**](https://a.cn/~b \"**（三）**\")[^四**（五）**]\n\n\
        ```（六）**（七）**\n**（八）**3*5*2 8~9\n```\n\n`**（九）**`\n\n[^四**（五）**]: **（十）**\n\n\
        ![**（十一）**](files/**（a）**.png \"**（b）**\")\n\n|**（c）**|8~9|\n|--|--|\n|`**（d）**`|1|";
    let html = html(markdown);
    let marks = |c: char| ('\u{fdd0}'..='\u{fdef}').contains(&c);
    assert!(!html.contains(marks), "{html}");
    for wanted in [
        "<h2 id=\"x-一-3-5-2\">",
        "title=\"**（三）**\"",
        "href=\"https://a.cn/~b\"",
        "**（八）**3*5*2 8~9",
        "<code>**（九）**</code>",
        "<code>**（d）**</code>",
    ] {
        assert!(html.contains(wanted), "{wanted} in {html}");
    }
}

/// The HTML of a text, and the ids of what was found, each with the text at its place.
pub(super) fn read(markdown: &str) -> (String, Vec<(&'static str, &str)>) {
    let reader = Reader::new(&Arc::from("a.md"), &Arc::from(markdown));
    let page = render(&reader, 0..markdown.len());
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, page.events.into_iter());
    let findings = reader.finish().0;
    let found = findings.iter().map(|finding| {
        let place = finding.place.as_ref().expect("it stands somewhere");
        (finding.problem.id(), &markdown[place.start..place.end])
    });
    (html, found.collect())
}

#[test]
fn footnotes_are_numbered_as_they_are_met() {
    let (html, told) = read("甲[^二]，乙[^一]，丙[^二]。\n\n[^一]: 注一\n[^二]：注二\n\n后文\n");
    assert_eq!(
        html,
        "<p>甲<sup class=\"footnote-reference\" id=\"xb-二\"><a href=\"#xn-二\" role=\"doc-noteref\">1</a></sup>，\
         乙<sup class=\"footnote-reference\" id=\"xb-一\"><a href=\"#xn-一\" role=\"doc-noteref\">2</a></sup>，\
         丙<sup class=\"footnote-reference\"><a href=\"#xn-二\" role=\"doc-noteref\">1</a></sup>。</p>\n\
         <p>后文</p>\n\
         <div class=\"footnote-definition\" id=\"xn-二\"><sup class=\"footnote-definition-label\"><a href=\"#xb-二\" role=\"doc-backlink\">1</a></sup>\n\
         <p>注二</p>\n</div>\n\
         <div class=\"footnote-definition\" id=\"xn-一\"><sup class=\"footnote-definition-label\"><a href=\"#xb-一\" role=\"doc-backlink\">2</a></sup>\n\
         <p>注一</p>\n</div>\n"
    );
    assert_eq!(told, []);
    let told = read("甲[^1]，\\[^3]，`[^4]`\n\n[^2]: 注").1;
    assert_eq!(told, [("note-missing", "[^1]"), ("note-idle", "[^2]: 注")]);
    let told = read("甲 <!-- 乙\n\n丙 --> 丁，\\<!-- 戊").1;
    assert_eq!(told, [("comment-open", "<!-- 乙")]);
}
