//! What Parallax is, its version, and the licences of what it is made of.

use egui::{CollapsingHeader, RichText, ScrollArea, Ui};

use super::parts::{close, hint, list_height, section};
use crate::say;
use crate::theme;
use crate::theme::fonts::{sans, semibold};

/// Licence texts that come with the program, by what they are for.
fn licences() -> [(&'static str, &'static str); 4] {
    [
        (say!("licence-mit"), include_str!("../../../LICENSE-MIT")),
        (say!("licence-apache"), include_str!("../../../LICENSE-APACHE")),
        (say!("licence-inter"), include_str!("../../../assets/fonts/Inter-OFL.txt")),
        (say!("licence-serif"), include_str!("../../../assets/fonts/SourceSerif4-OFL.txt")),
    ]
}

/// A line for each library that is linked in, made by `tools/third_party.py --list`.
const LIBRARIES: &str = include_str!("../../../assets/third-party.txt");

pub(super) fn about_ui(ui: &mut Ui) -> bool {
    ui.label(RichText::new(format!("Parallax {}", env!("CARGO_PKG_VERSION"))).font(semibold(13.0)));
    ui.label(say!("about-what"));
    ui.label(say!("about-privacy"));
    section(ui, say!("about-licences"));
    ui.label(say!("about-licence"));
    ui.add_space(4.0);
    let height = list_height(ui, 320.0).min(420.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (title, text) in licences() {
            folded(ui, title, |ui| small(ui, text));
        }
        folded(ui, say!("licence-vectors"), |ui| {
            small(ui, say!("about-vectors"));
            small(ui, include_str!("../../../assets/vectors/WordNet-LICENSE.txt"));
        });
        let number = LIBRARIES.lines().count();
        folded(ui, &say!("libraries-counted", count = number), |ui| {
            hint(ui, say!("about-libraries"));
            small(ui, LIBRARIES);
        });
    });
    close(ui)
}

fn folded(ui: &mut Ui, title: &str, content: impl FnOnce(&mut Ui)) {
    CollapsingHeader::new(title).id_salt(title).show(ui, content);
}

fn small(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text.trim()).font(sans(11.5)).color(theme::tokens(ui.ctx()).ink2));
}

#[cfg(test)]
mod tests {
    use super::LIBRARIES;

    #[test]
    fn the_list_of_libraries_is_that_of_this_tree() {
        let lock = include_str!("../../../Cargo.lock");
        let gone: Vec<&str> = LIBRARIES
            .lines()
            .filter_map(|line| line.split_once(": ").map(|(library, _)| library))
            .filter(|library| {
                let Some((name, version)) = library.split_once(' ') else { return true };
                !lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n"))
            })
            .collect();
        assert!(gone.is_empty(), "run tools/third_party.py --list assets/third-party.txt; not in the tree: {gone:?}");
    }
}
