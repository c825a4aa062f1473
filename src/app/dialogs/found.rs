//! The articles that files with many hold: the reader searches and ticks those that are to be opened.

use std::collections::BTreeSet;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Rect, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};
use workbench::intake::{Entry, EntryTwin, FileNotice, IntakeError, IntakeNotice, TwinOf};

use super::parts::{buttons, hint, list_height};
use crate::app::modal::claim_focus;
use crate::app::{Pile, date_words};
use crate::command::Intent;
use crate::icons::{self, Icon};
use crate::messages::grouped;
use crate::paint;
use crate::panels::Inbox;
use crate::say;
use crate::terms;
use crate::theme::fonts::{sans, serif};
use crate::theme::{self, Tokens};
use crate::widgets::{Look, Press};

const ROW: f32 = 44.0;
/// Up to so many articles all are ticked at first; more would be compared with each other unasked.
const ALL_AT_FIRST: usize = 100;

/// The list as the dialog holds it.
#[derive(Debug, Default)]
pub struct FoundForm {
    files: Vec<File>,
    entries: Vec<Entry>,
    chosen: Vec<bool>,
    search: String,
    /// Places of the entries that the search finds.
    shown: Vec<usize>,
}

/// One of the files.
#[derive(Debug)]
struct File {
    name: String,
    /// Articles in it, and how many it says that it holds.
    articles: usize,
    stated: Option<usize>,
    has_columns: bool,
    notices: Vec<String>,
}

impl FoundForm {
    /// `entries` are those of `piles` in their order.
    pub fn new(piles: &[Pile], entries: Vec<Entry>) -> Self {
        let files = piles
            .iter()
            .map(|pile| File {
                name: pile.name(),
                articles: pile.found.articles.len(),
                stated: pile.found.stated,
                has_columns: pile.has_columns(),
                notices: notices(pile),
            })
            .collect();
        let takes_all = entries.len() <= ALL_AT_FIRST;
        let chosen = entries.iter().map(|entry| takes_all && !is_copy(entry)).collect();
        let shown = (0..entries.len()).collect();
        Self { files, entries, chosen, search: String::new(), shown }
    }

    fn chosen_number(&self) -> usize {
        self.chosen.iter().filter(|on| **on).count()
    }

    fn choose_shown(&mut self, wanted: impl Fn(&Entry) -> bool) {
        for &at in &self.shown {
            if let (Some(slot), Some(entry)) = (self.chosen.get_mut(at), self.entries.get(at)) {
                *slot = wanted(entry);
            }
        }
    }
}

/// What is to be known about a file; how many articles it holds is what the dialog itself says.
fn notices(pile: &Pile) -> Vec<String> {
    let is_told = |notice: &&FileNotice| !matches!(notice.notice, IntakeNotice::Found { .. });
    let told = pile.found.notices.iter().filter(is_told).map(terms::file_notice);
    let without_text = pile.without_text().map(|columns| {
        terms::intake(&IntakeError::NoTextColumn { path: pile.path.clone(), columns: Box::new(columns.clone()) })
    });
    without_text.into_iter().chain(told).collect()
}

/// True for an article whose text is there already, word for word.
fn is_copy(entry: &Entry) -> bool {
    entry.twin.as_ref().is_some_and(|twin| twin.twin.share >= 1.0 && twin.twin.ratio >= 1.0)
}

/// `Found 98 of 100 articles in export.docx`.
fn headline(files: &[File]) -> String {
    let number: usize = files.iter().map(|file| file.articles).sum();
    // What a file says that it holds may be less than what is there.
    let stated: usize = files.iter().map(|file| file.stated.unwrap_or(file.articles).max(file.articles)).sum();
    let place = match files {
        [one] => one.name.clone(),
        many => say!("files-counted", count = many.len()),
    };
    say!("found-in", found = number, articles = say!("articles-counted", count = stated), place = place)
}

pub(super) fn found_ui(ui: &mut Ui, form: &mut FoundForm, inbox: &mut Inbox) -> bool {
    let tokens = theme::tokens(ui.ctx());
    ui.label(headline(&form.files));
    for notice in form.files.iter().flat_map(|file| &file.notices) {
        hint(ui, notice);
    }
    let mut mapped = false;
    for (at, file) in form.files.iter().enumerate().filter(|(_, file)| file.has_columns) {
        ui.horizontal(|ui| {
            hint(ui, &say!("found-data-set", name = &file.name));
            let name = say!("found-columns-named", name = &file.name);
            if Press::new(say!("found-columns")).look(Look::Outlined).name(&name).show(ui).clicked() {
                inbox.push(Intent::AskColumns(at));
                mapped = true;
            }
        });
    }
    ui.add_space(6.0);
    let edit = TextEdit::singleline(&mut form.search)
        .hint_text(say!("found-search"))
        .desired_width(f32::INFINITY)
        .margin(vec2(8.0, 6.0));
    let field = ui.add(edit).accessible_name(say!("found-search-named"));
    claim_focus(&field);
    if field.changed() {
        form.shown =
            form.entries.iter().enumerate().filter(|(_, it)| it.matches(&form.search)).map(|(at, _)| at).collect();
    }
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let is_all = form.shown.len() == form.entries.len();
        let (all, none) = if is_all {
            (say!("found-all"), say!("found-none"))
        } else {
            (say!("found-all-shown"), say!("found-none-shown"))
        };
        if Press::new(all).look(Look::Outlined).name(say!("found-choose-all")).show(ui).clicked() {
            form.choose_shown(|_| true);
        }
        if Press::new(none).look(Look::Outlined).name(say!("found-choose-none")).show(ui).clicked() {
            form.choose_shown(|_| false);
        }
        let has_twins = form.entries.iter().any(|entry| entry.twin.is_some());
        if has_twins && Press::new(say!("found-no-duplicates")).look(Look::Outlined).show(ui).clicked() {
            form.choose_shown(|entry| entry.twin.is_none());
        }
        let (chosen, all) = (grouped(form.chosen_number()), grouped(form.entries.len()));
        let words = say!("found-chosen", number = chosen, all = all);
        hint(ui, &words);
    });
    ui.add_space(6.0);
    list_ui(ui, form, tokens);
    let number = form.chosen_number();
    let action = say!("found-open", count = number);
    let (done, cancelled) = buttons(ui, &action, number > 0);
    if done {
        let chosen: BTreeSet<usize> = form.chosen.iter().enumerate().filter(|(_, on)| **on).map(|(at, _)| at).collect();
        inbox.push(Intent::OpenFound(chosen));
    }
    done || cancelled || mapped
}

fn list_ui(ui: &mut Ui, form: &mut FoundForm, tokens: &Tokens) {
    let height = list_height(ui, 420.0).min(ROW * 9.0);
    let several = form.files.len() > 1;
    let FoundForm { files, entries, chosen, shown, .. } = form;
    if shown.is_empty() {
        ui.allocate_space(vec2(ui.available_width(), height - 24.0));
        hint(ui, say!("found-nothing"));
        return;
    }
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing, egui::Vec2::ZERO);
    ScrollArea::vertical()
        .id_salt("articles found")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink(false)
        .show_rows(ui, ROW, shown.len(), |ui, range| {
            for &at in shown.get(range).unwrap_or_default() {
                let (Some(entry), Some(on)) = (entries.get(at), chosen.get_mut(at)) else { continue };
                let file = several.then(|| file_of(files, at)).flatten();
                if entry_ui(ui, tokens, entry, file, *on) {
                    *on = !*on;
                }
            }
        });
    ui.spacing_mut().item_spacing = spacing;
}

/// The file of the entry at this place.
fn file_of(files: &[File], at: usize) -> Option<&str> {
    let mut end = 0;
    let file = files.iter().find(|file| {
        end += file.articles;
        at < end
    });
    file.map(|file| file.name.as_str())
}

/// A line of the list; returns whether it was clicked.
fn entry_ui(ui: &mut Ui, tokens: &Tokens, entry: &Entry, file: Option<&str>, on: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let about = about(entry, file);
    let twin = entry.twin.as_ref().map(twin_words);
    response.widget_info(|| {
        let twin = twin.iter().map(|words| format!(", {words}")).collect::<String>();
        WidgetInfo::selected(Role::CheckBox, true, on, format!("{}, {about}{twin}", entry.title))
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, tokens.hover);
    }
    tick_box(ui, tokens, pos2(rect.left() + 16.0, rect.center().y), on);
    let left = rect.left() + 36.0;
    let room = rect.right() - left - 12.0;
    paint::title_line(ui.painter(), pos2(left, rect.top() + 14.0), &entry.title, &serif(14.0), tokens.ink, room);
    let mut job = LayoutJob { wrap: TextWrapping::truncate_at_width(room), ..LayoutJob::default() };
    job.append(&about, 0.0, TextFormat::simple(sans(11.5), tokens.ink3));
    if let Some(words) = &twin {
        job.append("  ·  ", 0.0, TextFormat::simple(sans(11.5), tokens.ink3));
        job.append(words, 0.0, TextFormat::simple(sans(11.5), tokens.warn));
    }
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, rect.top() + 24.0), galley, tokens.ink3);
    paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
    if response.has_focus() {
        paint::focus_ring(ui, rect.shrink(2.0), 4.0);
    }
    response.clicked()
}

/// `Harbour Post · 4 Apr 2026 · 412 words`.
fn about(entry: &Entry, file: Option<&str>) -> String {
    let date = entry.published.as_deref().map(date_words);
    let words = say!("words", count = entry.words);
    let parts = [entry.outlet.clone(), date, Some(words), file.map(str::to_owned)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn twin_words(twin: &EntryTwin) -> String {
    match twin.of {
        TwinOf::Listed(_) => terms::twin(&twin.statement),
        TwinOf::Open(_) => say!("found-is-open", twin = terms::twin(&twin.statement)),
    }
}

/// The box of a line that can be ticked.
pub(super) fn tick_box(ui: &Ui, tokens: &Tokens, center: egui::Pos2, on: bool) {
    let square = paint::snap(ui.painter(), Rect::from_center_size(center, vec2(16.0, 16.0)));
    let (fill, line) = if on { (tokens.accent, tokens.accent) } else { (tokens.surface, tokens.ctl_line) };
    ui.painter().rect(square, 3.0, fill, egui::Stroke::new(1.0, line), egui::StrokeKind::Inside);
    if on {
        icons::paint(ui.painter(), Icon::Check, square.center(), 12.0, tokens.accent_ink);
    }
}
