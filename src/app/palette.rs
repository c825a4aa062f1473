//! The command palette: a few letters find any command; one that makes no sense now says why.

use egui::{Event, Id, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::modal;
use crate::command::{Command, Group, Intent, Situation};
use crate::paint;
use crate::panels::Inbox;
use crate::say;
use crate::theme::fonts::{medium, sans};
use crate::theme::{self, metrics};

const ROW: f32 = 32.0;
/// Rows in sight at once.
const IN_SIGHT: f32 = 10.0;
/// From the upper edge of the window, and least below it.
const TOP: f32 = 72.0;
/// What stands around the list.
const AROUND: f32 = 110.0;

/// What was typed, and which of the found commands is chosen.
#[derive(Debug, Default)]
pub struct Palette {
    open: Option<Typed>,
}

#[derive(Debug, Default)]
struct Typed {
    words: String,
    at: usize,
}

impl Palette {
    /// Opens it with what was typed since its key: its field has the keyboard from the next frame on.
    pub fn open(&mut self, ctx: &egui::Context) {
        let typed = |event: &Event| match event {
            Event::Text(text) => Some(text.clone()),
            _ => None,
        };
        let words = ctx.input(|input| input.events.iter().filter_map(typed).collect());
        self.open = Some(Typed { words, at: 0 });
        ctx.memory_mut(|memory| memory.request_focus(field()));
    }

    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Draws the palette, if it is open.
    pub fn show(&mut self, ctx: &egui::Context, situation: Situation, inbox: &mut Inbox) {
        let Some(typed) = &mut self.open else { return };
        let (chosen, closes) =
            modal::framed_at(ctx, say!("palette-title"), 12, Some(TOP), |ui| palette_ui(ui, typed, situation));
        if let Some(command) = chosen {
            inbox.push(Intent::Run(command));
        }
        if chosen.is_some() || closes {
            self.open = None;
        }
    }
}

/// The field's own.
fn field() -> Id {
    Id::unique("palette field")
}

fn palette_ui(ui: &mut Ui, typed: &mut Typed, situation: Situation) -> Option<Command> {
    ui.set_width(520.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    let (down, up, enter) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let edit = TextEdit::singleline(&mut typed.words)
        .id(field())
        .hint_text(say!("palette-hint"))
        .desired_width(f32::INFINITY)
        .margin(vec2(8.0, 7.0));
    let field = ui.add(edit).accessible_name(Command::Palette.label());
    if !field.has_focus() {
        field.request_focus();
    }
    if field.changed() {
        typed.at = 0;
    }
    let found = matching(&typed.words, situation);
    let last = found.len().saturating_sub(1);
    if down {
        typed.at = if typed.at >= last { 0 } else { typed.at + 1 };
    }
    if up {
        typed.at = if typed.at == 0 { last } else { typed.at - 1 };
    }
    typed.at = typed.at.min(last);
    ui.add_space(8.0);
    let tokens = theme::tokens(ui.ctx());
    let is_enabled = |command: Command| command.is_enabled(situation);
    let current = found.get(typed.at).copied();
    let mut chosen = current.filter(|&command| enter && is_enabled(command));
    ui.spacing_mut().scroll.floating_allocated_width = metrics::SCROLL_BAR;
    // As high whatever was found: the field stays where the eye is.
    let room = (ui.ctx().content_rect().height() - 2.0 * TOP - AROUND).clamp(3.0 * ROW, ROW * IN_SIGHT);
    ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        if found.is_empty() {
            ui.label(RichText::new(say!("palette-nothing")).font(sans(12.0)).color(tokens.ink3));
        }
        for (at, &command) in found.iter().enumerate() {
            let is_on = at == typed.at;
            let response = row_ui(ui, command, is_on, situation);
            if is_on && (down || up) {
                response.scroll_to_me(None);
            }
            if response.clicked() && is_enabled(command) {
                chosen = Some(command);
            }
        }
    });
    // What the command does, below the list, where it covers no other.
    ui.add_space(8.0);
    let about = current.map(Command::tooltip).unwrap_or_default();
    let about = egui::Label::new(RichText::new(about).font(sans(12.0)).color(tokens.ink2)).truncate();
    ui.add(about);
    chosen
}

/// One command: its keys, or why it makes no sense now.
fn row_ui(ui: &mut Ui, command: Command, is_on: bool, now: Situation) -> egui::Response {
    let (tokens, is_enabled) = (theme::tokens(ui.ctx()), command.is_enabled(now));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), egui::Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, is_enabled, is_on, command.label()));
    if is_on {
        ui.painter().rect_filled(rect, 6.0, tokens.sel);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, tokens.hover);
    }
    let keys = command.keys(ui.ctx()).unwrap_or_default();
    let end = if is_enabled { keys.as_str() } else { command.needs().reason(now) };
    let painter = ui.painter().clone();
    let ink = match (is_enabled, is_on) {
        (false, _) => tokens.ink3,
        (true, true) => tokens.accent,
        (true, false) => tokens.ink,
    };
    // The reason gives way to the label.
    let whole = paint::width(&painter, command.label(), medium(13.0));
    let room = (rect.width() - whole - 34.0).max(60.0);
    let width = paint::width(&painter, end, sans(11.0)).min(room);
    let left = rect.right() - 10.0 - width;
    paint::line(&painter, pos2(left, rect.center().y), end, sans(11.0), tokens.ink3, width + 1.0);
    let room = left - rect.left() - 24.0;
    paint::line(&painter, rect.left_center() + vec2(10.0, 0.0), command.label(), medium(13.0), ink, room);
    response
}

/// Commands whose label or tooltip holds every typed word, those whose label begins with the first one before the others;
/// of equals those that make sense now, then as the sheet of keys has them.
fn matching(words: &str, situation: Situation) -> Vec<Command> {
    let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let group = |command: Command| Group::ALL.iter().position(|group| *group == command.group());
    let mut found: Vec<(_, Command)> = Command::ALL
        .into_iter()
        .filter(|command| *command != Command::Palette)
        .filter_map(|command| {
            let (label, tooltip) = (command.label().to_lowercase(), command.tooltip().to_lowercase());
            let in_label = wanted.iter().all(|word| label.contains(word.as_str()));
            let anywhere = wanted.iter().all(|word| label.contains(word.as_str()) || tooltip.contains(word.as_str()));
            let starts = wanted.first().is_none_or(|word| label.starts_with(word.as_str()));
            let rank = usize::from(!starts) + 2 * usize::from(!in_label);
            anywhere.then_some(((rank, !command.is_enabled(situation), group(command)), command))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, command)| command).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_letters_find_a_command() {
        let now = Situation { has_articles: true, has_rows: true, has_selection: true, ..Situation::default() };
        for (words, first) in [
            ("pin all", Command::PinAbove),
            ("undo", Command::Undo),
            ("split", Command::Unlink),
            ("", Command::NextDoubtful),
            ("excel", Command::Export),
            ("coverage", Command::ViewCoverage),
            ("copy mark", Command::CopyMarkdown),
        ] {
            let found = matching(words, now);
            assert_eq!(found.first(), Some(&first), "{words}: {found:?}");
        }
    }
}
