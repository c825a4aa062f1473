//! Marks are told apart without their colours: drawn on the same words, each differs from every other
//! in shape, in grey and as a reader with deuteranopia sees them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use egui::{Pos2, Theme};
use egui_kittest::Harness;

use super::composed::{Chunk, ChunkKind};
use super::{Composed, Mark, MarkSet};
use crate::theme::{self, SourceText};

/// Those that are drawn on words; the others are signs with words of their own.
const DRAWN: [Mark; 7] = [Mark::Reworded, Mark::OnlyHere, Mark::Moved, Mark::Cut, Mark::Force, Mark::Fact, Mark::Name];

/// Least difference of lightness that is seen, of 255, and least number of pixels that show it.
const SEEN: f32 = 20.0;
const PIXELS: usize = 25;

/// A picture as red, green and blue from 0 to 255.
type Picture = Vec<[f32; 3]>;

fn drawn(mark: Option<Mark>, theme: Theme) -> Picture {
    let mut marks = MarkSet::default();
    if let Some(mark) = mark {
        marks.set(mark, true);
    }
    let text = "closed for safety".to_owned();
    let chunk = Chunk { kind: ChunkKind::Source(0), text, marks, lit: false, kept: 0 };
    let mut chunks = vec![chunk];
    // As `compose` ends a figure that differs.
    if mark == Some(Mark::Fact) {
        chunks.push(Chunk { kind: ChunkKind::NotEqual, text: "≠".to_owned(), marks, lit: false, kept: 0 });
    }
    let composed = Composed { chunks, ..Composed::default() };
    let mut harness =
        Harness::builder().with_size([180.0, 48.0]).with_theme(theme).with_context_setup(theme::install).build_ui(
            move |ui| {
                let tokens = theme::tokens(ui.ctx());
                let painter = ui.painter();
                painter.rect_filled(ui.ctx().content_rect(), 0.0, tokens.surface);
                composed.lay_out(painter, tokens, 160.0, SourceText { size: 14.5, line: 1.5 }).paint(
                    painter,
                    tokens,
                    Pos2::new(10.0, 10.0),
                );
            },
        );
    harness.run_steps(3);
    let image = harness.render().unwrap();
    image.pixels().map(|pixel| [0, 1, 2].map(|at| f32::from(pixel.0[at]))).collect()
}

fn lightness([red, green, blue]: [f32; 3]) -> f32 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Deuteranopia as Machado, Oliveira and Fernandes (2009) simulate it, at full severity.
fn deuteranopia([red, green, blue]: [f32; 3]) -> [f32; 3] {
    let linear = [red, green, blue].map(|value| (value / 255.0).powf(2.2));
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]].map(
        |row: [f32; 3]| {
            let sum: f32 = row.iter().zip(linear).map(|(weight, value)| weight * value).sum();
            255.0 * sum.clamp(0.0, 1.0).powf(1.0 / 2.2)
        },
    )
}

#[test]
fn every_mark_differs_from_every_other_in_grey_and_in_deuteranopia() {
    for theme in [Theme::Light, Theme::Dark] {
        let kinds: Vec<Option<Mark>> = std::iter::once(None).chain(DRAWN.map(Some)).collect();
        let pictures: Vec<Picture> = kinds.iter().map(|&kind| drawn(kind, theme)).collect();
        for (at, one) in pictures.iter().enumerate() {
            for (beside, other) in pictures.iter().enumerate().skip(at + 1) {
                let pixels = || one.iter().zip(other);
                let grey = pixels().filter(|(a, b)| (lightness(**a) - lightness(**b)).abs() > SEEN).count();
                let seen = |a: [f32; 3], b: [f32; 3]| {
                    let (a, b) = (deuteranopia(a), deuteranopia(b));
                    a.iter().zip(b).any(|(a, b)| (a - b).abs() > SEEN)
                };
                let simulated = pixels().filter(|(a, b)| seen(**a, **b)).count();
                assert!(
                    grey >= PIXELS && simulated >= PIXELS,
                    "{:?} and {:?} differ in {grey} grey pixels and {simulated} simulated ones ({theme:?})",
                    kinds[at],
                    kinds[beside]
                );
            }
        }
    }
}
