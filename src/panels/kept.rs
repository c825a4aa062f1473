//! Shapes of many statements at once: turned into triangles once, and painted as they are until they would be
//! others. Knows no data.

use std::sync::Arc;

use egui::epaint::{Mesh, Tessellator};
use egui::{Painter, Shape};

/// Triangles, and what they were made of.
#[derive(Debug, Default)]
pub struct Kept {
    key: Option<u64>,
    mesh: Arc<Mesh>,
}

impl Kept {
    /// Paints what `shapes` gives. It is asked only where `key` is not that of the last time, and knows no text:
    /// letters move in their texture.
    pub fn paint(&mut self, painter: &Painter, key: u64, shapes: impl FnOnce() -> Vec<Shape>) {
        if self.key != Some(key) {
            let options = painter.ctx().tessellation_options(|options| *options);
            let mut tessellator = Tessellator::new(painter.pixels_per_point(), options, [1, 1], Vec::new());
            let mut mesh = Mesh::default();
            for shape in shapes() {
                tessellator.tessellate_shape(shape, &mut mesh);
            }
            *self = Self { key: Some(key), mesh: Arc::new(mesh) };
        }
        if !self.mesh.is_empty() {
            painter.add(Shape::mesh(Arc::clone(&self.mesh)));
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, LayerId, Rect, pos2};

    use super::*;

    #[test]
    fn shapes_are_asked_for_where_they_would_be_others() {
        let ctx = egui::Context::default();
        let mut kept = Kept::default();
        let mut asked = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let painter = Painter::new(ui.ctx().clone(), LayerId::background(), Rect::EVERYTHING);
            for key in [1, 1, 2, 2, 1] {
                kept.paint(&painter, key, || {
                    asked.push(key);
                    let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(key as f32, 1.0));
                    vec![Shape::rect_filled(rect, 0.0, Color32::RED)]
                });
            }
            kept.paint(&painter, 3, Vec::new);
        });
        output.textures_delta.clear();
        assert_eq!(asked, [1, 2, 1]);
        let widths: Vec<f32> = output
            .shapes
            .iter()
            .filter(|clipped| matches!(clipped.shape, Shape::Mesh(_)))
            .map(|clipped| clipped.shape.visual_bounding_rect().right().round())
            .collect();
        assert_eq!(widths.len(), 5, "an empty one is not painted");
    }
}
