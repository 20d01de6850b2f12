use std::rc::Rc;

use super::{Reader, Said, bare};
use crate::html::Document;

const PAGE: &str = "
  <fieldset data-question=0 data-kind=choice data-label=户籍>
    <input value=0><b class=choice-text>本区</b><input value=1><b class=choice-text>外地</b>
    <input value=u><b class=choice-text>不清楚</b></fieldset>
  <fieldset data-question=1 data-kind=number data-label=年龄 data-unit=周岁><input></fieldset>
  <fieldset data-question=2 data-kind=multi data-label=情况>
    <input value=0><b class=choice-text>低保</b><input value=1><b class=choice-text>一级或二级</b></fieldset>
  <fieldset data-question=3 data-kind=number data-label=面积 data-unit=平方米 data-decimals=2><input></fieldset>";

fn reader() -> Reader {
    Reader::of(&Document::parse(PAGE))
}

fn not(said: Said) -> Said {
    Said::Not(Box::new(said))
}

fn local(options: &[usize]) -> Said {
    Said::Chosen {
        question: 0,
        options: options.to_vec(),
    }
}

fn from(min: i64) -> Said {
    Said::Within {
        question: 1,
        min,
        max: i64::MAX,
    }
}

#[test]
fn decimals_are_read_in_steps() {
    let within = |min, max| {
        Ok(Said::Within {
            question: 3,
            min,
            max,
        })
    };
    let read = |words: &str| reader().read(&bare(words));
    assert_eq!(read("面积：不满 45.5 平方米"), within(i64::MIN, 4549));
    assert_eq!(read("面积：-0.05 到 45 平方米"), within(-5, 4500));
    for wrong in ["45.555", "45.50", "45.", ".5", "-", "4.5.5", "4550 步"] {
        assert!(
            read(&format!("面积：满 {wrong} 平方米")).is_err(),
            "{wrong}"
        );
    }
    assert!(read("年龄：满 80.5 周岁").is_err());
}

#[test]
fn sentences_are_understood() {
    let several = Said::Chosen {
        question: 2,
        options: vec![0, 1],
    };
    let sentence =
        "都不符合（户籍：选了“本区”；年龄：满 80 周岁），并且 情况：选了“低保”或“一级或二级”";
    let none = not(Said::Any(vec![local(&[0]), from(80)]));
    assert_eq!(
        reader().read(&bare(sentence)),
        Ok(Said::All(vec![none, several.clone()]))
    );
    assert_eq!(
        reader().read("户籍：不是“本区”，也不是“外地”，或者年龄：超过59周岁"),
        Ok(Said::Any(vec![not(local(&[0, 1])), from(60)]))
    );
    assert_eq!(
        reader().read("情况：没选“低保”，也没选“一级或二级”"),
        Ok(not(several))
    );
    let up_to = Said::Within {
        question: 1,
        min: i64::MIN,
        max: 15,
    };
    assert_eq!(reader().read("年龄：不超过15周岁"), Ok(up_to.clone()));
    assert_eq!(reader().read("年龄：不满16周岁"), Ok(up_to));
}

#[test]
fn lists_and_names_are_understood() {
    let page = format!(
        "{PAGE}<div data-term=老人><p class=when><b class=label>“老人”是说：</b>年龄：满60周岁</p></div>
         <div data-item=0><div class=when data-words='要带：（户籍：选了“本区”，并且不属于“老人”），或者户籍：选了“外地”'>
         <b class=label>要带：</b>以下符合一条就行：<ul><li>以下都符合：<ul><li>户籍：选了“本区”</li><li>不属于“老人”</li></ul></li>
         <li>户籍：选了“外地”</li></ul></div></div>"
    );
    let page = Document::parse(&page);
    let item = page.with("data-item").next().expect("one item");
    let old = not(Said::Term(Rc::new(from(60))));
    let both = Said::All(vec![local(&[0]), old]);
    assert_eq!(
        Reader::of(&page).condition(&item),
        Ok(Said::Any(vec![both, local(&[1])]))
    );
}

#[test]
fn what_a_reader_could_take_in_two_ways_is_refused() {
    let mixed = "户籍：选了“本区”，并且年龄：满80周岁，或者户籍：选了“外地”";
    for wrong in [
        mixed,
        "户口：选了“本区”",
        "户籍：选了本区",
        "户籍：选了本区或外地",
        "户籍：选了“本区或外地”",
        "年龄：80周岁",
    ] {
        assert!(reader().read(wrong).is_err(), "{wrong}");
    }
}
