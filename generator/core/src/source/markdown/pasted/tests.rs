//! What people type and paste for Markdown.

use crate::source::markdown::prose_tests::read;

fn table(rows: &[&[&str]]) -> String {
    let row = |cells: &[&str], tag: &str| -> String {
        let cells = cells.iter().map(|cell| {
            if tag == "th" && cell.is_empty() {
                "<td></td>".to_owned()
            } else {
                format!("<{tag}>{cell}</{tag}>")
            }
        });
        cells.collect()
    };
    let body = rows[1..]
        .iter()
        .map(|cells| format!("<tr>{}</tr>\n", row(cells, "td")));
    format!(
        "<div class=\"table-scroll\" tabindex=\"0\"><table><thead><tr>{}</tr></thead><tbody>\n{}</tbody></table>\n</div>\n",
        row(rows[0], "th"),
        body.collect::<String>()
    )
}

#[test]
fn rows_with_tabs_or_wide_bars_are_tables() {
    for (markdown, expected) in [
        (
            "材料\t份数\n身份证\t1\n户口簿\t",
            table(&[&["材料", "份数"], &["身份证", "1"], &["户口簿", ""]]),
        ),
        (
            "说明：\n材料\t原件\t复印件\n**身份证**\t1\n\n后文",
            format!(
                "<p>说明：</p>\n{}<p>后文</p>\n",
                table(&[
                    &["材料", "原件", "复印件"],
                    &["<strong>身份证</strong>", "1", ""]
                ])
            ),
        ),
        (
            "\t原件\t复印件\n甲|乙\t1\t2\n后文",
            format!(
                "{}<p>后文</p>\n",
                table(&[&["", "原件", "复印件"], &["甲|乙", "1", "2"]])
            ),
        ),
        (
            "｜材料｜份数｜\n｜———｜———｜\n｜身份证｜1｜\n后文",
            format!(
                "{}<p>后文</p>\n",
                table(&[&["材料", "份数"], &["身份证", "1"]])
            ),
        ),
        (
            "|材料|份数|\n|身份证|1|2|",
            table(&[&["材料", "份数", ""], &["身份证", "1", "2"]]),
        ),
        (
            "材料｜份数\n---｜---\n身份证｜1",
            table(&[&["材料", "份数"], &["身份证", "1"]]),
        ),
        (
            "电话：\t甲\n地址：\t乙",
            "<p>电话：\t甲<br />\n地址：\t乙</p>\n".to_owned(),
        ),
        (
            "1、\t甲\n2、\t乙",
            "<ul class=\"marked\">\n<li>1、\t甲</li>\n<li>2、\t乙</li>\n</ul>\n".to_owned(),
        ),
        ("甲\t乙", "<p>甲\t乙</p>\n".to_owned()),
        ("首页｜指南\n第二行", "<p>首页｜指南第二行</p>\n".to_owned()),
        (
            "```\n甲\t1\n乙\t2\n```",
            "<pre><code>甲\t1\n乙\t2\n</code></pre>\n".to_owned(),
        ),
    ] {
        assert_eq!(read(markdown), (expected, Vec::new()), "{markdown}");
    }
    let told =
        read("| 甲 | 乙 |\n|--|--|\n| 1 | 2 | 3 | **4** |\n| 1 |\n| 1 | 2 | |\n| a\\|b | 2 |").1;
    assert_eq!(told, [("row-long", "| 1 | 2 | 3 | **4** |")]);
}

#[test]
fn headings_need_no_space() {
    for (markdown, level, title) in [
        ("##标题", 2, "标题"),
        ("＃＃标题", 2, "标题"),
        ("＃＃　标题", 2, "标题"),
        ("###　一、**标题**", 3, "一、<strong>标题</strong>"),
        ("  ＃＃＃标题＃＃＃", 3, "标题"),
        ("#标题", 2, "标题"),
        ("##1、标题", 2, "1、标题"),
    ] {
        let (html, told) = read(markdown);
        assert!(html.starts_with(&format!("<h{level} id=")), "{html}");
        assert!(html.ends_with(&format!(">{title}</h{level}>\n")), "{html}");
        assert_eq!(told, [], "{markdown}");
    }
    let (html, _) = read("甲\n##乙\n丙");
    assert_eq!(html, "<p>甲</p>\n<h2 id=\"x-乙\">乙</h2>\n<p>丙</p>\n");
    for markdown in [
        "#3 楼",
        "#话题#",
        "#办事 一句话说清楚。",
        "#a",
        "`##甲`",
        "第#号",
        "\\##甲",
    ] {
        let (html, told) = read(markdown);
        assert!(html.starts_with("<p>"), "{html}");
        assert_eq!(told, [], "{markdown}");
    }
    assert_eq!(read("```\n##甲\n```").0, "<pre><code>##甲\n</code></pre>\n");
}

#[test]
fn signs_of_full_width_are_understood() {
    for (markdown, expected) in [
        ("请＊＊带原件＊＊来", "请<strong>带原件</strong>来"),
        ("＊＊＊ 和 ＊＊", "＊＊＊ 和 ＊＊"),
        ("`＊＊甲＊＊`", "<code>＊＊甲＊＊</code>"),
        (
            "看【官网】（https://a.cn/b_c?d=1&e）。",
            "看<a href=\"https://a.cn/b_c?d=1&amp;e\">官网</a>。",
        ),
        (
            "[官网]（https：//a.cn）",
            "<a href=\"https://a.cn\">官网</a>",
        ),
        ("[官网](https://a.cn）", "<a href=\"https://a.cn\">官网</a>"),
        (
            "[打电话] (tel:0354-5550101)",
            "<a href=\"tel:0354-5550101\">打电话</a>",
        ),
        ("【注意】（周末不办）", "【注意】（周末不办）"),
        (
            "【注意】见官网（https://a.cn）",
            "【注意】见官网（https://a.cn）",
        ),
        (
            "写信到<a.b@a.cn>",
            "写信到<a href=\"mailto:a.b@a.cn\">a.b@a.cn</a>",
        ),
        (
            "~~作废~~，8:00~9:00、10~11",
            "<del>作废</del>，8:00~9:00、10~11",
        ),
        ("旧的~~《办法》~~作废", "旧的<del>《办法》</del>作废"),
    ] {
        assert_eq!(
            read(markdown),
            (format!("<p>{expected}</p>\n"), Vec::new()),
            "{markdown}"
        );
    }
}
