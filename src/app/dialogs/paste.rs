//! The dialog that takes an article from the clipboard. Knows no formats: what was pasted is read
//! by the worker as a file would be.

use collation::Role;
use egui::{Frame, ScrollArea, StrokeKind, TextEdit, Ui, vec2};

use super::parts::{buttons, complaint, field, hint, label, read_date};
use crate::app::App;
use crate::app::answers::Errand;
use crate::app::modal;
use crate::clipboard::Pasted;
use crate::command::Intent;
use crate::panels::Inbox;
use crate::say;

/// An article from the clipboard before it is added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PasteForm {
    pub html: Option<String>,
    /// The text as it came; while it is unchanged the rich form is read instead.
    pub came: String,
    pub text: String,
    /// What follows the text and is too long for a field; it is added with it.
    pub rest: String,
    pub outlet: String,
    pub date: String,
}

/// Bytes of text that a field can hold: it lays out all of it, which takes a second and half a gigabyte for a megabyte.
pub const MOST_IN_FIELD: usize = 200_000;

impl PasteForm {
    pub fn new(pasted: Pasted) -> Self {
        let mut form = Self { html: pasted.html, ..Self::default() };
        form.show(pasted.text.unwrap_or_default());
        form
    }

    /// Shows what came, or as much of it as a field can hold.
    pub fn show(&mut self, mut text: String) {
        let at = text.floor_char_boundary(MOST_IN_FIELD);
        self.rest = text.split_off(at);
        self.came.clone_from(&text);
        self.text = text;
    }
}

pub(super) fn paste_ui(ui: &mut Ui, form: &mut PasteForm, inbox: &mut Inbox) -> bool {
    field(ui, say!("outlet"), &mut form.outlet, say!("outlet-hint"));
    field(ui, say!("paste-date"), &mut form.date, "2026-10-13");
    let date = read_date(&form.date);
    if let Err(words) = date {
        complaint(ui, words);
    }
    let label = label(ui, say!("paste-article"));
    let height = (ui.ctx().content_rect().height() - 332.0).clamp(60.0, 280.0);
    let width = ui.available_width();
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([true, false]);
    let shown = area.show(ui, |ui| {
        let edit = TextEdit::multiline(&mut form.text)
            .hint_text(if form.html.is_some() { say!("paste-page") } else { say!("paste-hint") })
            .desired_rows(12)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, height))
            .frame(Frame::NONE.inner_margin(vec2(8.0, 6.0)));
        ui.add(edit).labelled_by(label.id)
    });
    // The box stays whole while the text scrolls in it.
    let visuals = ui.visuals();
    let border = if shown.inner.has_focus() { visuals.selection.stroke } else { visuals.widgets.inactive.bg_stroke };
    let field = shown.inner_rect.with_max_x(shown.inner_rect.left() + width);
    ui.painter().rect_stroke(field, visuals.widgets.inactive.corner_radius, border, StrokeKind::Inside);
    if form.html.is_some() && form.text == form.came {
        hint(ui, say!("paste-rich"));
    }
    if !form.rest.is_empty() {
        hint(ui, say!("paste-beginning"));
    }
    let has_text = !form.text.trim().is_empty() || form.html.is_some();
    if has_text {
        modal::holds_work(ui.ctx());
    }
    let (done, cancelled) = buttons(ui, say!("paste-add"), has_text && date.is_ok());
    if done {
        form.date = date.unwrap_or_default();
        inbox.push(Intent::PasteAdd(Box::new(form.clone())));
    }
    done || cancelled
}

/// What is read of a page: the words of its article, a paragraph a block.
fn words_of(html: &str) -> String {
    let found = workbench::intake::read_bytes("page.html", html.as_bytes()).ok();
    let article = found.and_then(|found| found.articles.into_iter().next());
    let words = article.map(|article| {
        let text = &article.witness.text;
        let blocks = article.witness.blocks.iter().filter(|block| block.role != Role::Clutter);
        blocks.map(|block| text.slice(block.span).trim()).collect::<Vec<_>>().join("\n\n")
    });
    words.unwrap_or_default()
}

/// True where the text begins with a headline as Markdown marks it.
fn is_markdown(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.strip_prefix("# ").is_some_and(|title| !title.trim().is_empty())
}

impl App {
    /// Has a page that came without plain text read, so that the paste dialog shows what will be added.
    pub(in crate::app) fn preview(&mut self, ctx: &egui::Context, pasted: &Pasted) {
        if let (Some(html), None) = (pasted.html.clone(), &pasted.text) {
            self.errands.send(ctx, "pasted page", move || Errand::Pasted(words_of(&html)));
        }
    }

    /// Has what the paste dialog holds read and added.
    pub(in crate::app) fn add_pasted(&mut self, form: PasteForm) {
        let name = if form.outlet.trim().is_empty() { say!("paste-name") } else { form.outlet.trim() };
        let is_rich = form.text == form.came;
        let (name, bytes) = match form.html.filter(|_| is_rich) {
            Some(html) => (format!("{name}.html"), html.into_bytes()),
            None => {
                let ending = if is_markdown(&form.text) { "md" } else { "txt" };
                (format!("{name}.{ending}"), (form.text + &form.rest).into_bytes())
            }
        };
        self.expect_paste(name.clone(), form.outlet, form.date);
        self.worker.read_bytes(name, bytes);
    }
}
