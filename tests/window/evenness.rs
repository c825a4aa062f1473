//! Even gaps and steady places: what stands below each other is as far apart everywhere, nothing lies over words, and
//! nothing jumps when something else is turned.

use egui::{Key, Modifiers, Rect, pos2};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::corrections::{choose, event};
use super::fitting::opening;
use super::harness::{Painted, Window, sample};
use super::small::sized;

/// What the inspector of a window of 1440 points paints, from its top on.
fn inspector(window: &Window) -> Vec<Painted> {
    let mut painted = window.painted(Rect::from_min_max(pos2(1153.0, 48.0), pos2(1440.0, 830.0)));
    painted.sort_by(|one, other| one.rect.top().total_cmp(&other.rect.top()));
    painted
}

#[test]
fn titles_of_the_inspector_have_one_face_and_even_gaps() {
    let mut seen = [0; 2];
    for folder in ["lindmoor-fares", "halden-bridge"] {
        let mut window = Window::opening(sample(folder));
        for row in event(&window).rows.clone().into_iter().take(24) {
            window.key(Modifiers::NONE, Key::ArrowDown);
            let painted = inspector(&window);
            let head = painted.iter().position(|one| one.words == format!("Statement {}", row.number)).unwrap();
            let below: Vec<&Painted> = painted[head + 1..].iter().collect();
            let title = below[0];
            let line = title.rect.height() / title.lines.len() as f32;
            assert!((line - 22.0).abs() < 0.5, "another face: {title:?}");
            assert!((title.rect.top() - 88.0).abs() < 1.0, "another gap above: {title:?}");
            let last = below.iter().position(|one| one.words.contains(" of ") && one.words.contains("in ")).unwrap();
            for pair in below[..=last].windows(2) {
                let gap = pair[1].rect.top() - pair[0].rect.bottom();
                assert!((3.5..=6.5).contains(&gap), "a gap of {gap} between {pair:?}");
            }
            seen[usize::from(last > 1)] += 1;
        }
    }
    assert!(seen.iter().all(|seen| *seen > 0), "{seen:?}");
}
