//! From SVG to a laid-out drawing.

use std::collections::BTreeSet;

use resvg::usvg::{self, ImageHrefResolver, Options, Tree, roxmltree};

use super::fonts::Fonts;
use super::{pdf, picture};

/// The one unit of CSS that usvg lays out in: 96 to an inch.
pub(super) const UNITS_PER_MM: f32 = 96.0 / 25.4;

/// A drawing as files.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// One page, as large as the drawing.
    pub pdf: Vec<u8>,
    /// 150 dots an inch.
    pub png: Vec<u8>,
}

/// Makes a PDF and a picture of any SVG drawing, with the theme's fonts; for blank forms and samples.
///
/// # Errors
/// Why it is no drawing, with the line where that can be said.
pub fn draw(svg: &str, title: &str, language: &str, fonts: &Fonts) -> Result<Drawn, String> {
    let tree = layout(svg, fonts)?;
    let mut document = pdf::Pdf::new(title, language);
    document.add(&tree, title)?;
    Ok(Drawn { pdf: document.finish()?, png: picture::png(&tree)? })
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
    Tree::from_str(svg, &options).map_err(|error| match error {
        usvg::Error::ParsingFailed(error) => error.to_string(),
        error => error.to_string(),
    })
}

/// Every character that a drawing shows.
pub fn characters(svg: &str) -> BTreeSet<char> {
    let document = roxmltree::Document::parse(svg);
    let texts = document.iter().flat_map(roxmltree::Document::descendants).filter_map(|node| node.text());
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}
