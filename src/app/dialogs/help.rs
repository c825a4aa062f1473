//! Keys and marks on one sheet. Keys and words come from the commands, rules and figures from the
//! pages on the method.

use egui::{RichText, ScrollArea, Sense, Ui, pos2, vec2};

use super::parts::{close, list_height};
use crate::command::{Command, Group, moves};
use crate::marks::Mark;
use crate::method::{Account, account};
use crate::paint;
use crate::panels::legend::{explanation, sample_ui};
use crate::panels::status::principle;
use crate::say;
use crate::theme;
use crate::theme::fonts::{medium, sans, semibold};
use crate::widgets::{chip, link};

/// What the sheet shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sheet {
    #[default]
    Keys,
    Marks,
}

pub(super) fn help_ui(ui: &mut Ui, sheet: &mut Sheet) -> bool {
    ui.horizontal(|ui| {
        for (which, label) in [(Sheet::Keys, say!("help-keys")), (Sheet::Marks, say!("help-marks"))] {
            if chip(ui, label, None, *sheet == which, None).clicked() {
                *sheet = which;
            }
        }
    });
    ui.add_space(12.0);
    let height = list_height(ui, 240.0).min(700.0);
    ScrollArea::vertical()
        .id_salt(*sheet as u8)
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink(false)
        .show(ui, |ui| match sheet {
            Sheet::Keys => keys_ui(ui),
            Sheet::Marks => marks_ui(ui),
        });
    close(ui)
}

/// Width of the keys before what they do.
const KEYS: f32 = 140.0;
/// Narrowest column of keys with their words.
const NARROWEST: f32 = 320.0;
/// Below the heading of a group.
const HEADING_GAP: f32 = 4.0;

/// Groups of keys in two columns of about the same height.
fn keys_ui(ui: &mut Ui) {
    let groups: Vec<(Group, Vec<(String, &str)>)> =
        Group::ALL.into_iter().map(|group| (group, lines(ui.ctx(), group))).collect();
    let all: usize = groups.iter().map(|(_, lines)| lines.len() + 2).sum();
    // In a narrow window two columns would cut the keys.
    if ui.available_width() < 2.0 * NARROWEST + 40.0 {
        let width = ui.available_width() - 16.0;
        for (group, lines) in &groups {
            group_ui(ui, group.label(), lines, width);
        }
        return;
    }
    let width = (ui.available_width() - 40.0) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 32.0;
        let mut rest = groups.as_slice();
        for column in 0..2 {
            ui.vertical(|ui| {
                ui.set_width(width);
                let mut used = 0;
                while let Some(((group, lines), left)) = rest.split_first() {
                    if column == 0 && used > 0 && used + lines.len() / 2 > all / 2 {
                        break;
                    }
                    group_ui(ui, group.label(), lines, width);
                    used += lines.len() + 2;
                    rest = left;
                }
            });
        }
    });
}

/// Keys and words of a group.
fn lines(ctx: &egui::Context, group: Group) -> Vec<(String, &'static str)> {
    let moves = moves().into_iter().filter(|_| group == Group::Go).map(|(keys, words)| (keys.to_owned(), words));
    let commands = Command::ALL.into_iter().filter(|command| command.group() == group);
    let commands = commands.filter_map(|command| Some((command.all_keys(ctx)?, command.tooltip())));
    moves.chain(commands).collect()
}

fn group_ui(ui: &mut Ui, title: &str, lines: &[(String, &str)], width: f32) {
    let tokens = theme::tokens(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.label(RichText::new(title).font(semibold(12.0)).color(tokens.ink2));
    ui.add_space(HEADING_GAP);
    let widths = lines.iter().map(|(keys, _)| paint::width(ui.painter(), keys, medium(12.0)));
    // Twelve points part the longest keys from the words.
    let room = widths.map(|keys| keys + 12.0).fold(KEYS, f32::max).min(width * 0.45);
    for (keys, words) in lines {
        let galley = paint::galley(ui.painter(), words, sans(12.0), tokens.ink, 18.0, width - room, 3);
        let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 6.0), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{keys}: {words}")));
        paint::line(ui.painter(), pos2(rect.left(), rect.top() + 12.0), keys, medium(12.0), tokens.ink2, room - 12.0);
        ui.painter().galley(pos2(rect.left() + room, rect.top() + 3.0), galley, tokens.ink);
    }
    ui.add_space(14.0);
}

/// A made-up pair of wordings that differ as the mark says.
fn example(mark: Mark) -> &'static str {
    match mark {
        Mark::Reworded => say!("help-example-reworded"),
        Mark::OnlyHere => say!("help-example-only-here"),
        Mark::Moved => say!("help-example-moved"),
        Mark::Cut => say!("help-example-cut"),
        Mark::Voice => say!("help-example-voice"),
        Mark::Cue => say!("help-example-cue"),
        Mark::Force => say!("help-example-force"),
        Mark::Fact => say!("help-example-fact"),
        Mark::Name => say!("help-example-name"),
        Mark::Place => say!("help-example-place"),
    }
}

/// The words that unfold rule and figures of a mark; returns whether these are shown.
fn details_ui(ui: &mut Ui, mark: Mark) -> bool {
    let id = egui::Id::unique(("help details", mark as u8));
    let is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let words = if is_open { say!("help-details-hide") } else { say!("help-details") };
    let width = paint::width(ui.painter(), words, sans(12.0));
    let (rect, _) = ui.allocate_exact_size(vec2(width, 18.0), Sense::hover());
    if link(ui, rect, id.with("link"), words, &say!("help-details-of", mark = mark.name())).clicked() {
        ui.data_mut(|data| data.insert_temp(id, !is_open));
    }
    is_open
}

/// Each mark with a sample, what it means and an example; on request its rule, how often it was right and where it fails.
fn marks_ui(ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    // The bar beside it lies over the last points.
    ui.set_max_width(ui.available_width() - 16.0);
    ui.label(RichText::new(principle()).font(sans(12.0)).color(tokens.ink2));
    let mut told: Vec<(Mark, Account)> = Vec::new();
    for mark in Mark::ALL {
        ui.add_space(10.0);
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
        paint::hline(ui.painter(), line.left(), line.right(), line.top(), tokens.line);
        ui.add_space(6.0);
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(88.0, 24.0), Sense::hover());
            sample_ui(ui.painter(), tokens, mark, pos2(rect.left(), rect.center().y));
            ui.vertical(|ui| {
                let account = account(mark);
                ui.label(RichText::new(mark.name()).font(semibold(13.0)).color(tokens.ink));
                ui.label(RichText::new(explanation(mark)).font(sans(13.0)).color(tokens.ink));
                ui.label(RichText::new(example(mark)).font(sans(13.0)).color(tokens.ink2));
                let is_open = details_ui(ui, mark);
                if !is_open {
                    told.push((mark, account));
                    return;
                }
                // What was said of a mark above is not said again.
                if let Some((other, _)) = told.iter().find(|(_, other)| *other == account) {
                    let words = say!("help-same-rule", mark = other.name());
                    ui.label(RichText::new(words).font(sans(12.0)).color(tokens.ink2));
                    return;
                }
                for (title, words) in [
                    (say!("help-rule"), &account.rule),
                    (say!("help-figures"), &account.figures),
                    (say!("help-fails"), &account.fails),
                ] {
                    if words.is_empty() {
                        continue;
                    }
                    ui.add_space(2.0);
                    ui.label(RichText::new(title).font(medium(12.0)).color(tokens.ink2));
                    ui.label(RichText::new(words).font(sans(12.0)).color(tokens.ink2));
                }
                told.push((mark, account));
            });
        });
    }
}
