//! Keys: shortcuts of commands, and the arrows that move the selection.

use egui::{Event, Key, Modifiers};

use super::App;
use crate::command::{Command, Intent};
use crate::panels::Inbox;
use crate::panels::grid::focus_follows;
use crate::theme::metrics;

/// Follows the key of Ctrl+V. Where the desktop's paste is not the app's own affair and the clipboard has no plain text (a
/// page copied as HTML alone), it comes without an event: the press is swallowed, and a release without a press is all
/// there is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PasteKey {
    /// The press was seen, or its paste.
    is_told: bool,
}

/// How the events of a frame ask to paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pastes {
    No,
    /// What a field is to hold is in the event.
    ByEvent,
    /// By its key alone.
    ByKey,
}

impl PasteKey {
    /// Looks for the keys of the clipboard: those that come as keys become events, and that of pasting is told.
    fn look(&mut self, ctx: &egui::Context) -> Pastes {
        ctx.input_mut(|input| {
            let mut pastes = Pastes::No;
            input.events.retain_mut(|event| {
                match event {
                    Event::Paste(_) => (pastes, self.is_told) = (Pastes::ByEvent, true),
                    Event::Key { key, pressed: true, modifiers, .. } => {
                        let with_command = |letter| modifiers.command_only() && *key == letter;
                        self.is_told |= *key == Key::V;
                        if *key == Key::Paste || with_command(Key::V) {
                            pastes = Pastes::ByKey;
                            return false;
                        }
                        if *key == Key::Copy || with_command(Key::C) {
                            *event = Event::Copy;
                        } else if *key == Key::Cut || with_command(Key::X) {
                            *event = Event::Cut;
                        }
                    }
                    Event::Key { key: Key::V, pressed: false, .. } if !std::mem::take(&mut self.is_told) => {
                        pastes = Pastes::ByEvent;
                    }
                    _ => {}
                }
                true
            });
            pastes
        })
    }
}

impl App {
    /// What the keys of this frame ask for. Single letters are off while the reader types.
    pub(super) fn keys(&mut self, ctx: &egui::Context) -> Inbox {
        let mut inbox = Inbox::new();
        let is_typing = ctx.text_edit_focused();
        let is_dialog = self.dialogs.is_open() || self.palette.is_open();
        let is_menu = egui::Popup::is_any_open(ctx);
        let pastes = self.paste_key.look(ctx);
        if pastes == Pastes::ByKey && is_typing {
            self.paste_into_field(ctx);
        }
        if is_menu && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            // The menu goes, and what lies under it stays as it is.
            egui::Popup::close_all(ctx);
            return inbox;
        }
        let situation = self.situation();
        let mut commands: Vec<(egui::KeyboardShortcut, Command)> = Command::ALL
            .iter()
            .flat_map(|&command| command.shortcuts().into_iter().map(move |shortcut| (shortcut, command)))
            .collect();
        // Those with more modifiers first: Shift N must not start what N starts.
        commands.sort_by_key(|(shortcut, _)| std::cmp::Reverse(modifier_count(shortcut.modifiers)));
        for (shortcut, command) in commands {
            let is_letter = !shortcut.modifiers.command && !is_function_key(shortcut.logical_key);
            // A focused control keeps the keys that work it.
            let works_control = matches!(shortcut.logical_key, Key::Enter | Key::Delete);
            if works_control && ctx.memory(|memory| memory.focused().is_some()) {
                continue;
            }
            // A field selects, takes back and repeats what stands in it, and what is typed over an open menu is meant
            // for the menu.
            let is_of_field = matches!(command, Command::SelectAll | Command::Undo | Command::Redo);
            let is_taken = is_letter && (is_typing || is_menu) || is_of_field && is_typing;
            if is_taken || (is_dialog && command != Command::CheatSheet) {
                continue;
            }
            if !ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
                continue;
            }
            if command.is_enabled(situation) {
                inbox.push(Intent::Run(command));
                if command == Command::Palette {
                    // What follows is typed into it.
                    return inbox;
                }
            } else if situation.has_rows
                && let Some(missing) = command.needs().missing(situation)
            {
                self.toasts.note(missing);
            }
        }
        let pastes = pastes != Pastes::No;
        if !is_typing && !is_dialog {
            Self::clipboard_events(ctx, pastes, &mut inbox);
            if !is_menu {
                self.arrows(ctx, &mut inbox);
            }
        }
        if is_menu && !inbox.is_empty() {
            egui::Popup::close_all(ctx);
            // The key that opened it closes it.
            inbox.retain(|intent| !matches!(intent, Intent::Run(Command::MainMenu | Command::ContextMenu)));
        }
        inbox
    }

    /// The desktop's copy and paste keys come as events of their own.
    fn clipboard_events(ctx: &egui::Context, pastes: bool, inbox: &mut Inbox) {
        let (copies, shift) = ctx.input(|input| {
            let copies = input.events.iter().any(|event| matches!(event, Event::Copy));
            (copies, input.modifiers.shift)
        });
        if copies {
            inbox.push(Intent::Run(if shift { Command::CopyRows } else { Command::Copy }));
        }
        if pastes {
            inbox.push(Intent::Run(Command::Paste));
        }
    }

    fn arrows(&mut self, ctx: &egui::Context, inbox: &mut Inbox) {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let shifted = |key| ctx.input_mut(|input| input.consume_key(Modifiers::SHIFT, key));
        for (key, step) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
            if shifted(key) {
                self.extend_selection(ctx, step, inbox);
            } else if pressed(key) {
                self.step_row(ctx, step, inbox);
            }
        }
        for (key, step) in [(Key::PageDown, 8), (Key::PageUp, -8), (Key::Home, isize::MIN), (Key::End, isize::MAX)] {
            if pressed(key) {
                self.step_row(ctx, step, inbox);
            }
        }
        for (key, step) in [(Key::ArrowRight, 1), (Key::ArrowLeft, -1)] {
            if pressed(key) {
                self.step_column(ctx, step, inbox);
            }
        }
        let has_focus = ctx.memory(|memory| memory.focused().is_some());
        if !has_focus
            && pressed(Key::Space)
            && let Some(current) = self.view.selection.current
        {
            inbox.push(Intent::FoldRow(current));
        }
        if pressed(Key::Escape) {
            if self.toasts.close_problems() {
                return;
            }
            if !self.view.search.is_empty() {
                // The field has let the keyboard go by now.
                self.view.end_search();
                return;
            }
            if self.view.inspector_over && !metrics::has_room_for_inspector(ctx.content_rect().width()) {
                self.view.inspector_over = false;
                return;
            }
            self.view.lit = None;
            self.view.picked = None;
            self.view.linking = None;
            self.view.selection.passage = None;
            if self.view.selection.rows.len() > 1 {
                self.view.selection.rows = self.view.selection.current.into_iter().collect();
            }
        }
    }

    fn shown_anchors(&self) -> Vec<collation::ruling::Anchor> {
        self.listed_rows().map(|(_, row)| row).collect()
    }

    /// The anchor `step` rows from the current one among the shown rows.
    fn neighbour(&self, step: isize) -> Option<collation::ruling::Anchor> {
        let anchors = self.shown_anchors();
        let last = anchors.len().checked_sub(1)?;
        let at = self.view.selection.current.and_then(|current| anchors.iter().position(|anchor| *anchor == current));
        let to = match at {
            Some(at) => at.saturating_add_signed(step).min(last),
            // Nothing is selected yet: as far as the step would go from outside the list.
            None if step == isize::MAX => last,
            None if step > 0 || step == isize::MIN => 0,
            None => last,
        };
        anchors.get(to).copied()
    }

    fn step_row(&mut self, ctx: &egui::Context, step: isize, inbox: &mut Inbox) {
        let Some(row) = self.neighbour(step) else { return };
        self.view.show_row(row);
        focus_follows(ctx, row, self.view.selection.column);
        match self.view.selection.column {
            Some(column) => inbox.push(Intent::SelectCell { row, column }),
            None => inbox.push(Intent::SelectRow { row, extend: false, toggle: false }),
        }
    }

    fn extend_selection(&mut self, ctx: &egui::Context, step: isize, inbox: &mut Inbox) {
        let Some(row) = self.neighbour(step) else { return };
        self.view.show_row(row);
        focus_follows(ctx, row, None);
        inbox.push(Intent::SelectRow { row, extend: true, toggle: false });
    }

    fn step_column(&mut self, ctx: &egui::Context, step: isize, inbox: &mut Inbox) {
        let columns = &self.derived.columns;
        let Some(last) = columns.len().checked_sub(1) else { return };
        let Some(row) = self.view.selection.current.or_else(|| self.shown_anchors().first().copied()) else { return };
        let at = self.view.selection.column.and_then(|column| columns.iter().position(|other| *other == column));
        let to = match at {
            Some(at) => at.saturating_add_signed(step).min(last),
            None if step > 0 => 0,
            None => last,
        };
        if let Some(&column) = columns.get(to) {
            focus_follows(ctx, row, Some(column));
            inbox.push(Intent::SelectCell { row, column });
            inbox.push(Intent::Reveal(row));
        }
    }
}

fn modifier_count(modifiers: Modifiers) -> usize {
    [modifiers.alt, modifiers.shift, modifiers.command || modifiers.ctrl].into_iter().filter(|on| *on).count()
}

fn is_function_key(key: Key) -> bool {
    matches!(
        key,
        Key::F1
            | Key::F2
            | Key::F3
            | Key::F4
            | Key::F5
            | Key::F6
            | Key::F7
            | Key::F8
            | Key::F9
            | Key::F10
            | Key::F11
            | Key::F12
    )
}
