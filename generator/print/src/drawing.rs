//! From SVG to a laid-out drawing.

use std::collections::BTreeSet;
use std::ops::Range;

use resvg::usvg::roxmltree::{self, TextPos};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::fonts::Fonts;
use super::{pdf, picture};

const SVG: &str = "http://www.w3.org/2000/svg";
/// What a person would write on a form: the element with this id is left out of the blank one.
const HANDWRITING: &str = "handwriting";

/// Makes files of any SVG drawing, with the theme's fonts: PDF (called as its `<title>`, else `name`) and PNG; of a filled-in form (with a group `handwriting`) the blank
/// form as `-form.pdf` and `-form.png`, and the sample as `-sample.png`. Each file comes with what follows the drawing's name.
///
/// # Errors
/// Why it is no drawing, with the line where that can be said.
pub fn draw(
    svg: &str,
    name: &str,
    language: &str,
    fonts: &Fonts,
) -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let own = title(svg);
    let title = own.as_deref().unwrap_or(name);
    let whole = layout(svg, fonts)?;
    let picture = picture::png(&whole, picture::LIGHT)?;
    let Some(blank) = without_handwriting(svg) else {
        return Ok(vec![
            (".pdf", document(&whole, title, language)?),
            (".png", picture),
        ]);
    };
    let blank = layout(&blank, fonts)?;
    let form = picture::png(&blank, picture::LIGHT)?;
    Ok(vec![
        ("-form.pdf", document(&blank, title, language)?),
        ("-form.png", form),
        ("-sample.png", picture),
    ])
}

fn document(tree: &Tree, title: &str, language: &str) -> Result<Vec<u8>, String> {
    let mut document = pdf::Pdf::new(title, language);
    document.add(tree, title)?;
    document.finish()
}

/// What the drawing calls itself.
fn title(svg: &str) -> Option<String> {
    let document = roxmltree::Document::parse(svg).ok()?;
    let title = document
        .root_element()
        .children()
        .find(|node| node.has_tag_name((SVG, "title")))?;
    title.text().map(|text| text.trim().to_owned())
}

/// The drawing as it is before somebody fills it in; none when nobody has.
fn without_handwriting(svg: &str) -> Option<String> {
    let document = roxmltree::Document::parse(svg).ok()?;
    let written = document
        .descendants()
        .find(|node| node.attribute("id") == Some(HANDWRITING))?
        .range();
    Some(format!("{}{}", &svg[..written.start], &svg[written.end..]))
}

/// Lays a drawing out. A file or address that it refers to is not followed: a sheet holds all it shows.
pub(super) fn layout(svg: &str, fonts: &Fonts) -> Result<Tree, String> {
    let options = Options {
        font_family: fonts.family(),
        fontdb: fonts.database(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| error.to_string())
}

/// Why `svg` is no XML, and the place in `shown`, which has the same lines and columns.
pub fn broken_at(svg: &str, shown: &str) -> Option<(String, Range<usize>)> {
    let error = roxmltree::Document::parse(svg).err()?;
    let at = offset(shown, error.pos());
    let end = shown[at..]
        .find('\n')
        .map_or(shown.len(), |length| at + length);
    Some((reason(&error), at..end))
}

/// The parser's sentence without its place, which is another one in the template.
pub(super) fn reason(error: &roxmltree::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at ")
        .map_or(text.clone(), |(sentence, _)| sentence.to_owned())
}

/// The byte at a row and column, both from 1, the column in characters.
fn offset(text: &str, position: TextPos) -> usize {
    let row = position.row.saturating_sub(1) as usize;
    let start: usize = text.split_inclusive('\n').take(row).map(str::len).sum();
    let line = text.get(start..).unwrap_or_default();
    let column = position.col.saturating_sub(1) as usize;
    start + line.char_indices().nth(column).map_or(0, |(at, _)| at)
}

/// Every character that a drawing shows.
pub fn characters(svg: &str) -> BTreeSet<char> {
    let document = roxmltree::Document::parse(svg);
    let texts = document
        .iter()
        .flat_map(roxmltree::Document::descendants)
        .filter_map(|node| node.text());
    texts
        .flat_map(str::chars)
        .filter(|c| !c.is_whitespace())
        .collect()
}
