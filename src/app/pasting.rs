//! Pasting: the clipboard is read on a thread, for an article or for the field that has the keyboard. Until it is there the
//! window goes on.

use egui::{Event, Id};

use super::App;
use super::answers::Errand;
use crate::app::dialogs::MOST_IN_FIELD;
use crate::clipboard::{Pasted, Unpasted};
use crate::say;

impl App {
    /// Has the clipboard read for the dialog that adds an article.
    pub(super) fn paste(&mut self, ctx: &egui::Context) {
        self.read_clipboard(ctx, None);
    }

    /// Has the clipboard read for the field that has the keyboard.
    pub(super) fn paste_into_field(&mut self, ctx: &egui::Context) {
        if let Some(field) = ctx.memory(egui::Memory::focused) {
            self.read_clipboard(ctx, Some(field));
        }
    }

    fn read_clipboard(&mut self, ctx: &egui::Context, field: Option<Id>) {
        // Who asks again waits for one answer.
        if let Some(before) = self.reading.take() {
            before.stop();
        }
        let read = self.services.clipboard.reading();
        let broken = Errand::Clipboard { field, result: Err(Unpasted::stuck()) };
        let work =
            move |watch: &std::sync::Arc<super::errands::Watch>| Errand::Clipboard { field, result: read(&**watch) };
        self.reading =
            Some(self.errands.send_long(ctx, "clipboard", say!("reading-clipboard").to_owned(), broken, work));
    }

    /// The clipboard was read.
    pub(super) fn take_clipboard(&mut self, ctx: &egui::Context, field: Option<Id>, result: Result<Pasted, Unpasted>) {
        self.reading = None;
        let pasted = match result {
            Ok(pasted) => pasted,
            Err(Unpasted::Stuck(words)) => return self.toasts.problem(words),
            Err(Unpasted::Unreachable(words)) => {
                self.toasts.problem(words);
                Pasted::default()
            }
        };
        match field {
            Some(field) if ctx.memory(egui::Memory::focused) == Some(field) => {
                let Some(text) = pasted.text.map(|text| text.replace("\r\n", "\n")) else { return };
                match self.dialogs.take_long(text) {
                    Ok(()) => {}
                    Err(text) if text.len() <= MOST_IN_FIELD => {
                        ctx.input_mut(|input| input.events.push(Event::Paste(text)));
                    }
                    Err(_) => self.toasts.problem(say!("paste-no-field")),
                }
            }
            // The reader is elsewhere by now.
            Some(_) => {}
            // Without a clipboard the article can still be typed or dropped into the dialog.
            None => {
                self.preview(ctx, &pasted);
                self.dialogs.open_paste(pasted);
            }
        }
    }
}
