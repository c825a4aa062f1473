//! The letters that a page of a PDF draws, each with its place. Knows pages, not lines.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};

/// Letters of one page that are read.
const MOST_GLYPHS: usize = 200_000;

/// A letter, in points from the page's upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub text: String,
    pub x: f64,
    /// Of the line that it stands on.
    pub y: f64,
    pub width: f64,
    pub size: f64,
    pub is_bold: bool,
    /// Its place in the order of drawing.
    pub order: usize,
}

#[derive(Debug, Default)]
pub(super) struct Page {
    pub glyphs: Vec<Glyph>,
    pub pictures: usize,
    pub height: f64,
}

/// The letters of the first `most` pages.
pub(super) fn pages(pdf: &Pdf, most: usize) -> Vec<Page> {
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let mut pages = Vec::new();
    for page in pdf.pages().iter().take(most) {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let bounds = Rect::new(0.0, 0.0, width, height);
        let upright = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(upright, bounds, &cache, pdf.xref(), settings.clone());
        let mut reader = Reader { bounds, page: Page { height, ..Page::default() } };
        interpret_page(page, &mut context, &mut reader);
        pages.push(reader.page);
    }
    pages
}

struct Reader {
    bounds: Rect,
    page: Page,
}

impl Reader {
    fn take(&mut self, glyph: &Drawn<'_>, to_page: Affine) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => plain(&c.to_string()),
            Some(BfString::String(text)) => plain(&text),
            None => "\u{fffd}".to_owned(),
        };
        let advance = match glyph {
            Drawn::Outline(outline) => outline.advance_width().map(f64::from),
            Drawn::Type3(drawn) => drawn.advance_width().map(f64::from),
        };
        let at = to_page * Point::ZERO;
        let along = to_page * Point::new(advance.unwrap_or(500.0), 0.0) - at;
        let up = to_page * Point::new(0.0, 1000.0) - at;
        let is_level = along.x >= 0.0 && along.y.abs() <= along.x * 0.05 + 0.01;
        if !is_level || !self.bounds.contains(at) || text.is_empty() || self.page.glyphs.len() >= MOST_GLYPHS {
            return;
        }
        let is_bold = match glyph {
            Drawn::Outline(outline) => outline.font_data().is_some_and(|font| {
                font.weight.is_some_and(|weight| weight >= 600)
                    || font.postscript_name.is_some_and(|name| name.to_lowercase().contains("bold"))
            }),
            Drawn::Type3(_) => false,
        };
        self.page.glyphs.push(Glyph {
            text,
            x: at.x,
            y: at.y,
            width: along.x,
            size: up.hypot(),
            is_bold,
            order: self.page.glyphs.len(),
        });
    }
}

/// Ligatures as the letters they stand for; spaces of any width as one kind.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            c if c.is_whitespace() => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{200b}' | '\u{feff}' => {}
            c => out.push(c),
        }
    }
    out
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.take(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.page.pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
