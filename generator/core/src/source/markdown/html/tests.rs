//! HTML as people paste it.

use crate::source::markdown::prose_tests::read;

#[test]
fn words_behind_a_comment_stay() {
    for (markdown, expected) in [
        (
            "<!-- 2026 年改 -->请**带**身份证。",
            "<p>请<strong>带</strong>身份证。</p>\n",
        ),
        ("<!-- 甲 --><!-- 乙 --> 丙", "<p>丙</p>\n"),
        ("<!-- 甲\n\n乙 -->丙\n丁", "<p>丙丁</p>\n"),
        (
            "- <!-- 甲 -->乙\n- 丙",
            "<ul>\n<li>乙</li>\n<li>丙</li>\n</ul>\n",
        ),
        (
            "> 甲\n> <!-- 乙 -->丙",
            "<blockquote>\n<p>甲丙</p>\n</blockquote>\n",
        ),
        ("    <!-- 甲 -->乙", "<p>乙</p>\n"),
        ("<!-- 甲 -->\n乙", "<p>乙</p>\n"),
        ("<!-- 甲\n乙\n\n丙 -->\n\n丁", "<p>丁</p>\n"),
        (
            "- 甲\n  <!-- 乙 -->\n- 丙",
            "<ul>\n<li>甲</li>\n<li>丙</li>\n</ul>\n",
        ),
        ("甲<!-- 乙 -->丙", "<p>甲丙</p>\n"),
        (
            "```\n<!-- 甲 -->乙\n```",
            "<pre><code>&lt;!-- 甲 --&gt;乙\n</code></pre>\n",
        ),
        ("`<!-- 甲 -->`", "<p><code>&lt;!-- 甲 --&gt;</code></p>\n"),
    ] {
        assert_eq!(
            read(markdown),
            (expected.to_owned(), Vec::new()),
            "{markdown}"
        );
    }
    for (markdown, place) in [
        ("甲\n\n<!-- 乙\n\n丙", "<!-- 乙"),
        ("- <!-- 乙\n- 丙", "<!-- 乙"),
        ("<!-- 甲 -->乙<!-- 丙", "<!-- 丙"),
    ] {
        assert_eq!(read(markdown).1, [("comment-open", place)], "{markdown}");
    }
}

#[test]
fn words_of_html_stay() {
    let table = |head: &str, body: &str| {
        format!(
            "<div class=\"table-scroll\" tabindex=\"0\"><table><thead><tr>{head}</tr></thead><tbody>\n\
             {body}</tbody></table>\n</div>\n"
        )
    };
    for (markdown, expected) in [
        ("请<b>带</b>身份证，<strong>还有</strong>", "<p>请<strong>带</strong>身份证，<strong>还有</strong></p>\n".to_owned()),
        ("<i>甲</i><em>乙</em><del>丙</del>5 m<sup>2</sup>", "<p><em>甲</em><em>乙</em><del>丙</del>5 m<sup>2</sup></p>\n".to_owned()),
        ("甲<br>乙<br/>丙", "<p>甲<br />\n乙<br />\n丙</p>\n".to_owned()),
        ("<p>请<b>带</b>：</p>\n<p>身份证&nbsp;1 份</p>", "<p>请<strong>带</strong>：</p>\n<p>身份证\u{a0}1 份</p>\n".to_owned()),
        ("甲\n<p>乙</p>\n丙", "<p>甲</p>\n<p>乙</p>\n<p>丙</p>\n".to_owned()),
        (
            "> <p>甲</p>\n> 乙\n>\n> <p>丙</p>\n",
            "<blockquote>\n<p>甲</p>\n<p>乙</p>\n<p>丙</p>\n</blockquote>\n".to_owned(),
        ),
        ("- <p>甲</p>\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n".to_owned()),
        ("<h2>标题</h2><ul><li>甲</li>\n  <li>乙</li></ul><ol><li>丙</ol>", "<h2 id=\"x-标题\">标题</h2>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n<ol>\n<li>丙</li>\n</ol>\n".to_owned()),
        ("<b>\n甲\n</b>", "<p><strong>\n甲\n</strong></p>\n".to_owned()),
        ("<b>甲**乙</b>丙**丁", "<p><strong>甲<strong>乙丙</strong>丁</strong></p>\n".to_owned()),
        ("<b>甲\n\n乙</b>", "<p><strong>甲</strong></p>\n<p>乙</p>\n".to_owned()),
        ("看<a href='https://a.cn/?b&amp;c' target=_blank>这里</a>", "<p>看<a href=\"https://a.cn/?b&amp;c\">这里</a></p>\n".to_owned()),
        (
            "<div>看<https://a.cn></div>",
            "<p>看<a href=\"https://a.cn\">https://a.cn</a></p>\n".to_owned(),
        ),
        ("不到 <80 岁", "<p>不到 &lt;80 岁</p>\n".to_owned()),
        (
            "<table>\n<tr><td>材料</td><th>份数</th></tr>\n\n  <tr>\n    <td>\n<p>身份证|<b>原件</b></p></td>\n <td>1</td></tr><tr><td>照片</table>\n后文",
            table("<th>材料</th><th>份数</th>", "<tr><td>身份证|<strong>原件</strong></td><td>1</td></tr>\n<tr><td>照片</td><td></td></tr>\n") + "<p>后文</p>\n",
        ),
    ] {
        assert_eq!(read(markdown), (expected, Vec::new()), "{markdown}");
    }
}

#[test]
fn what_html_loses_is_told() {
    for (markdown, expected, told) in [
        (
            "甲<script>alert(1)</script>乙",
            "<p>甲乙</p>\n",
            vec!["<script>"],
        ),
        ("<style>\np{}\n</style>\n甲", "<p>甲</p>\n", vec!["<style>"]),
        (
            "<p class=MsoNormal onclick='x()'>甲<span lang=EN-US><o:p></o:p></span></p>",
            "<p>甲</p>\n",
            vec!["<p class=MsoNormal onclick='x()'>"],
        ),
        (
            "<div>\n\n**甲**<font>乙</font>\n\n</div>",
            "<p><strong>甲</strong>乙</p>\n",
            vec!["<font>"],
        ),
        (
            "<img src=x onerror='alert(1)'>甲",
            "<p>甲</p>\n",
            vec!["<img src=x onerror='alert(1)'>"],
        ),
        (
            "甲<iframe src='https://a.cn'>",
            "<p>甲</p>\n",
            vec!["<iframe src='https://a.cn'>"],
        ),
        (
            "<b style='x'>甲</b>",
            "<p><strong>甲</strong></p>\n",
            vec!["<b style='x'>"],
        ),
        (
            "<custom-tag>甲</custom-tag>",
            "<p>甲</p>\n",
            vec!["<custom-tag>"],
        ),
    ] {
        let told: Vec<(&str, &str)> = told.into_iter().map(|html| ("raw-html", html)).collect();
        assert_eq!(read(markdown), (expected.to_owned(), told), "{markdown}");
    }
    let told = read("看<a href='javascript:x()'>这里</a>").1;
    assert_eq!(told, [("unsafe-link", "<a href='javascript:x()'>")]);
}
