//! PDF documents of laid-out sheets: real text, subset fonts, bookmarks, tags, no dates, so that the same sheets give the same bytes.

use krilla::configure::{ConfigurationBuilder, PdfVersion};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::usvg::Tree;

/// A document that is being written.
pub(super) struct Pdf {
    document: Document,
    outline: Outline,
    tags: TagTree,
    pages: usize,
}

impl Pdf {
    /// An empty document.
    pub(super) fn new(title: &str, language: &str) -> Self {
        // As old as tags and small files allow, for old printers; from 1.6 on krilla adds what makes poppler complain of every file.
        let configuration = ConfigurationBuilder::new()
            .with_version(PdfVersion::Pdf15)
            .finish();
        let mut document = Document::new_with(SerializeSettings {
            enable_tagging: true,
            configuration: configuration.unwrap_or_default(),
            ..SerializeSettings::default()
        });
        let program = concat!("onetrip ", env!("CARGO_PKG_VERSION"));
        document.set_metadata(
            Metadata::new()
                .title(title.to_owned())
                .language(language.to_owned())
                .creator(program.to_owned())
                .producer(program.to_owned()),
        );
        Self {
            document,
            outline: Outline::new(),
            tags: TagTree::new().with_lang(Some(language.to_owned())),
            pages: 0,
        }
    }

    /// Adds a sheet as a page of its size, with a bookmark.
    ///
    /// # Errors
    /// When the sheet cannot be drawn.
    pub(super) fn add(&mut self, tree: &Tree, bookmark: &str) -> Result<(), String> {
        // 96 units an inch become 72 points.
        let points = |units: f32| units * 0.75;
        let (width, height) = (points(tree.size().width()), points(tree.size().height()));
        let settings = PageSettings::from_wh(width, height).ok_or("the sheet has no size")?;
        let size = Size::from_wh(width, height).ok_or("the sheet has no size")?;
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        let content = surface.start_tagged(ContentTag::Other);
        let drawn = surface.draw_svg(tree, size, SvgSettings::default());
        surface.end_tagged();
        surface.finish();
        page.finish();
        drawn.ok_or("the sheet cannot be drawn")?;
        let mut sheet = TagGroup::new(Tag::Section);
        sheet.push(TagGroup::with_children(Tag::P, vec![content.into()]));
        self.tags.push(sheet);
        let place = XyzDestination::new(self.pages, Point::from_xy(0.0, 0.0));
        self.outline
            .push_child(OutlineNode::new(bookmark.to_owned(), place));
        self.pages += 1;
        Ok(())
    }

    /// The finished file.
    ///
    /// # Errors
    /// What krilla says of it.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, String> {
        self.document.set_outline(self.outline);
        self.document.set_tag_tree(self.tags);
        self.document.finish().map_err(|error| format!("{error:?}"))
    }
}
