//! The letters that a page of a PDF draws, each with its place. Knows pages, not lines.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Instant;

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

/// What one page draws.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub glyphs: Vec<Glyph>,
    pub pictures: usize,
    pub height: f64,
    /// Why its end is missing.
    pub lost: Option<Lost>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// The library failed on it.
    Broke,
    /// It took too long.
    Late,
}

/// Reads the pages of a document one after another.
pub(super) struct Pages<'a> {
    pdf: &'a Pdf,
    cache: InterpreterCache<'a>,
    settings: InterpreterSettings,
}

impl<'a> Pages<'a> {
    pub fn new(pdf: &'a Pdf) -> Self {
        let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
        Self { pdf, cache: InterpreterCache::new(), settings }
    }

    /// What the page with the index `at` draws until `deadline`; a page that breaks the library gives what it
    /// drew before.
    pub fn read(&mut self, at: usize, deadline: Instant) -> Option<Page> {
        let page = self.pdf.pages().get(at)?;
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let bounds = Rect::new(0.0, 0.0, width, height);
        let read = Page { height, ..Page::default() };
        let mut reader = Reader { bounds, page: read, deadline, is_late: false };
        let done = catch_unwind(AssertUnwindSafe(|| {
            let upright = page.initial_transform(true).to_kurbo();
            let mut context = Context::new(upright, bounds, &self.cache, self.pdf.xref(), self.settings.clone());
            interpret_page(page, &mut context, &mut reader);
        }));
        if done.is_err() {
            reader.page.lost = Some(if reader.is_late { Lost::Late } else { Lost::Broke });
            self.cache = InterpreterCache::new();
        }
        Some(reader.page)
    }
}

struct Reader {
    bounds: Rect,
    page: Page,
    deadline: Instant,
    is_late: bool,
}

impl Reader {
    /// Leaves the interpreter where its time is up: a page can draw itself inside itself, and the interpreter
    /// can be told to stop in no other way.
    fn check_time(&mut self) {
        if self.is_late || Instant::now() > self.deadline {
            self.is_late = true;
            resume_unwind(Box::new("late"));
        }
    }

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
        self.check_time();
        for glyph in run.glyphs() {
            self.take(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.check_time();
        self.page.pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.check_time();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.check_time();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.check_time();
    }

    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_page_that_draws_itself_without_end_is_left_in_time() {
        // Each form draws the next one ten times: 10^20 drawings.
        let mut file = String::from("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        file.push_str("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n");
        file.push_str("3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources<</XObject<</X 5 0 R>>>>>> endobj\n");
        for number in 5..25 {
            let next = number + 1;
            let form = format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {next} 0 R>>>>");
            let draws = "/X Do ".repeat(10);
            file.push_str(&format!(
                "{number} 0 obj <<{form}/Length {}>>\nstream\n{draws}\nendstream endobj\n",
                draws.len()
            ));
        }
        file.push_str("trailer <</Root 1 0 R>>");
        let pdf = Pdf::new(file.into_bytes()).unwrap();
        let start = Instant::now();
        let page = Pages::new(&pdf).read(0, start + Duration::from_millis(200)).unwrap();
        assert_eq!(page.lost, Some(Lost::Late));
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}
