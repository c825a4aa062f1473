//! Icons as strokes in a box of 16 points. Knows nothing of what they stand for.

use std::sync::OnceLock;

use egui::{Color32, Painter, Pos2, Shape, Stroke, epaint::PathStroke, pos2};
use kurbo::{BezPath, PathEl};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Open,
    Paste,
    Search,
    Copy,
    Export,
    Eye,
    EyeOff,
    Pin,
    Down,
    Right,
    Plus,
    Close,
    Rail,
    Inspector,
    Check,
    Reject,
    Sort,
    Link,
    Sample,
    Note,
    Document,
    Star,
    Menu,
    Undo,
    Redo,
    More,
    Split,
}

impl Icon {
    const ALL: [Self; 27] = [
        Self::Open,
        Self::Paste,
        Self::Search,
        Self::Copy,
        Self::Export,
        Self::Eye,
        Self::EyeOff,
        Self::Pin,
        Self::Down,
        Self::Right,
        Self::Plus,
        Self::Close,
        Self::Rail,
        Self::Inspector,
        Self::Check,
        Self::Reject,
        Self::Sort,
        Self::Link,
        Self::Sample,
        Self::Note,
        Self::Document,
        Self::Star,
        Self::Menu,
        Self::Undo,
        Self::Redo,
        Self::More,
        Self::Split,
    ];

    /// SVG path data in a 16 × 16 box.
    const fn path(self) -> &'static str {
        match self {
            Self::Open => "M2 12.5V4a1 1 0 0 1 1-1h3.2l1.6 2H13a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1Z",
            Self::Paste => {
                "M5.5 3.5H4a1 1 0 0 0-1 1V13a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V4.500a1 1 0 0 0-1-1h-1.500M5.5 2h5v3h-5Z"
            }
            Self::Search => "M7 2.5a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0-9M10.300 10.300L14 14",
            Self::Copy => "M5.500 5.500h8v8h-8ZM10.500 5.500v-3h-8v8h3",
            Self::Export => "M8 10V2M4.800 5L8 2l3.200 3M2.500 9.500V14h11V9.500",
            Self::Eye => {
                "M1.500 8C3 5.200 5.300 3.800 8 3.800S13 5.200 14.500 8C13 10.800 10.700 12.200 8 12.200S3 10.800 1.500 8ZM8 6.200a1.800 1.800 0 1 0 0 3.600a1.800 1.800 0 1 0 0-3.600"
            }
            Self::EyeOff => {
                "M1.500 8C3 5.200 5.300 3.800 8 3.800S13 5.200 14.500 8C13 10.800 10.700 12.200 8 12.200S3 10.800 1.500 8ZM8 6.200a1.800 1.800 0 1 0 0 3.600a1.800 1.800 0 1 0 0-3.600M3 13L13 3"
            }
            Self::Pin => "M5.500 2h5M6.300 2v4.500L4 9.500h8L9.700 6.500V2M8 9.500V14",
            Self::Down => "M4.500 6.500L8 10l3.500-3.500",
            Self::Right => "M6.500 4.500L10 8l-3.500 3.500",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Rail => "M2 3h12v10H2ZM6 3v10",
            Self::Inspector => "M2 3h12v10H2ZM10 3v10",
            Self::Check => "M3.500 8.500L6.500 11.500L12.500 5",
            Self::Reject => "M8 2.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11M4.200 4.200l7.600 7.600",
            Self::Sort => "M3 4.500h10M3 8h7M3 11.500h4",
            Self::Link => {
                "M6.500 9.500l3-3M7 4.800l1.500-1.500a2.700 2.700 0 0 1 3.900 3.900L10.900 8.700M9 11.200l-1.500 1.500a2.700 2.700 0 0 1-3.900-3.900L5.100 7.300"
            }
            Self::Sample => "M3 2.500h7l3 3v8H3ZM10 2.500v3h3M5.500 8.500h5M5.500 11h5",
            Self::Note => "M3 3h10v7l-3 3H3ZM10 13v-3h3",
            Self::Document => "M3.500 2h6l3 3v9h-9Z",
            Self::Star => {
                "M8 1.800l1.900 4 4.300.6-3.100 3.100.7 4.400L8 11.800l-3.800 2.100.7-4.400L1.800 6.400l4.300-.6Z"
            }
            Self::Menu => "M2.500 4.500h11M2.500 8h11M2.500 11.500h11",
            Self::Undo => "M5.500 3.500L2.500 6.500L5.500 9.500M2.500 6.500h7a3.500 3.500 0 0 1 0 7h-2",
            Self::Redo => "M10.500 3.500L13.500 6.500L10.500 9.500M13.500 6.500h-7a3.500 3.500 0 0 0 0 7h2",
            Self::More => "M3.500 8h.01M8 8h.01M12.500 8h.01",
            Self::Split => "M8 2v12M4.500 5.500L2 8l2.500 2.500M11.500 5.500L14 8l-2.500 2.500",
        }
    }
}

/// One stroke of an icon: its points, and whether the last joins the first.
struct Line {
    points: Vec<Pos2>,
    closed: bool,
}

/// How far a polyline may stray from its curve, in points of the box.
const TOLERANCE: f64 = 0.05;

fn lines(icon: Icon) -> &'static [Line] {
    static LINES: OnceLock<Vec<Vec<Line>>> = OnceLock::new();
    let all = LINES.get_or_init(|| Icon::ALL.iter().map(|icon| lines_from_path(icon.path())).collect());
    all.get(icon as usize).map_or(&[], Vec::as_slice)
}

fn lines_from_path(path: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let Ok(path) = BezPath::from_svg(path) else { return lines };
    kurbo::flatten(path, TOLERANCE, |element| match element {
        PathEl::MoveTo(point) => lines.push(Line { points: vec![pos(point)], closed: false }),
        PathEl::LineTo(point) => {
            if let Some(line) = lines.last_mut() {
                line.points.push(pos(point));
            }
        }
        PathEl::ClosePath => {
            if let Some(line) = lines.last_mut() {
                line.closed = true;
            }
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
    lines
}

fn pos(point: kurbo::Point) -> Pos2 {
    pos2(point.x as f32, point.y as f32)
}

/// Draws `icon` with its box of `size` points centred at `center`.
pub fn paint(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32) {
    draw(painter, icon, center, size, color, false);
}

/// Draws `icon` with its inside filled, for icons that are one closed stroke.
pub fn paint_filled(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32) {
    draw(painter, icon, center, size, color, true);
}

fn draw(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32, filled: bool) {
    let scale = size / 16.0;
    let stroke = Stroke::new(1.4 * scale.max(0.8), color);
    for line in lines(icon) {
        let points: Vec<Pos2> =
            line.points.iter().map(|point| center + (point.to_vec2() - egui::vec2(8.0, 8.0)) * scale).collect();
        if filled && line.closed {
            painter.extend(star_fill(&points, center, color));
        }
        for end in [points.first(), points.last()].into_iter().flatten() {
            painter.circle_filled(*end, stroke.width / 2.0, color);
        }
        painter.add(if line.closed {
            Shape::closed_line(points, PathStroke::from(stroke))
        } else {
            Shape::line(points, PathStroke::from(stroke))
        });
    }
}

/// Triangles from the centre: right for shapes that the centre sees whole, such as a star.
fn star_fill(points: &[Pos2], center: Pos2, color: Color32) -> Vec<Shape> {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(&a, &b)| Shape::convex_polygon(vec![center, a, b], color, Stroke::NONE)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_strokes_inside_its_box() {
        for icon in Icon::ALL {
            let lines = lines(icon);
            assert!(!lines.is_empty(), "{icon:?} has no strokes");
            for point in lines.iter().flat_map(|line| &line.points) {
                assert!((0.0..=16.0).contains(&point.x) && (0.0..=16.0).contains(&point.y), "{icon:?} leaves its box");
            }
        }
    }
}
