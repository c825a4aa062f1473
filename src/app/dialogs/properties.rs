//! What is known about an article, to be corrected. Guesses are marked as guesses; all of it
//! becomes one step of undo.

use collation::{Metadata, WitnessKey};
use egui::{RichText, TextEdit, Ui, vec2};
use workbench::intake::ENCODINGS;
use workbench::project::Article;

use super::parts::{buttons, complaint, hint, label, read_date, switch_row};
use crate::app::modal::claim_focus;
use crate::command::Intent;
use crate::messages::sentence;
use crate::panels::Inbox;
use crate::say;
use crate::theme;
use crate::theme::fonts::sans;
use crate::widgets::drop_down;

/// The fields as they are typed.
#[derive(Clone, Debug, PartialEq)]
pub struct PropertiesForm {
    pub article: WitnessKey,
    before: Metadata,
    fields: [String; 6],
    pub is_original: bool,
    /// The encoding the file was read with, and the one to read it anew with.
    read_with: Option<String>,
    pub read_anew_with: Option<String>,
    path: String,
    /// Which other article it repeats.
    twin: Option<String>,
}

/// Label on screen, name in [`Metadata::guessed`], hint.
fn fields() -> [(&'static str, &'static str, &'static str); 6] {
    [
        (say!("outlet"), "outlet", say!("outlet-hint")),
        (say!("title"), "title", say!("title-hint")),
        (say!("paste-date"), "published", "2026-10-13"),
        (say!("byline"), "byline", say!("byline-hint")),
        (say!("address"), "url", "https://…"),
        (say!("article-language"), "language", say!("article-language-hint")),
    ]
}

impl PropertiesForm {
    pub fn new(article: &Article, twin: Option<String>) -> Self {
        let witness = &article.witness;
        let meta = witness.meta.clone();
        let published = meta.published.as_deref().map(as_typed);
        let fields = [&meta.outlet, &meta.title, &published, &meta.byline, &meta.url, &meta.language]
            .map(|value| value.clone().unwrap_or_default());
        Self {
            article: witness.key,
            before: meta,
            fields,
            is_original: article.is_original,
            read_with: witness.encoding.clone(),
            read_anew_with: None,
            path: witness.path.clone(),
            twin,
        }
    }

    /// What is known once the form is taken. What the reader has typed is no guess any more.
    pub fn meta(&self) -> Metadata {
        let value = |at: usize| self.fields.get(at).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut meta = Metadata {
            outlet: value(0),
            title: value(1),
            published: value(2).map(|typed| match &self.before.published {
                Some(before) if as_typed(before) == typed => before.clone(),
                _ => read_date(&typed).unwrap_or(typed),
            }),
            byline: value(3),
            url: value(4),
            language: value(5).map(|language| language.to_lowercase()),
            ..self.before.clone()
        };
        let changed = [
            (meta.outlet != self.before.outlet, "outlet"),
            (meta.title != self.before.title, "title"),
            (meta.published != self.before.published, "published"),
            (meta.byline != self.before.byline, "byline"),
            (meta.url != self.before.url, "url"),
            (meta.language != self.before.language, "language"),
        ];
        meta.guessed.retain(|name| !changed.iter().any(|(is_other, field)| *is_other && field == name));
        meta
    }
}

/// A moment as a person would type it: `2026-10-13 19:20 +02:00`; anything else as it is.
fn as_typed(published: &str) -> String {
    let words = || {
        let (day, clock) = published.split_once('T')?;
        let at = clock.find(['Z', '+', '-']).unwrap_or(clock.len());
        let (time, zone) = clock.split_at_checked(at)?;
        let zone = if zone == "Z" { "UTC" } else { zone };
        Some(format!("{day} {} {zone}", time.get(..5)?).trim_end().to_owned())
    };
    words().unwrap_or_else(|| published.to_owned())
}

/// Says what is wrong with a value; what was there before is not asked.
fn checked(field: &str, typed: &str, before: &Metadata) -> Result<(), &'static str> {
    let typed = typed.trim();
    match field {
        "published" if before.published.as_deref().map(as_typed).unwrap_or_default() != typed => {
            read_date(typed).map(drop)
        }
        "language" if before.language.as_deref().unwrap_or_default() != typed => {
            let code = typed.split(['-', '_']).next().unwrap_or_default();
            let is_code = matches!(code.len(), 0 | 2 | 3) && code.bytes().all(|byte| byte.is_ascii_alphabetic());
            if is_code { Ok(()) } else { Err(say!("language-unread")) }
        }
        _ => Ok(()),
    }
}

pub(super) fn properties_ui(ui: &mut Ui, form: &mut PropertiesForm, inbox: &mut Inbox) -> bool {
    let tokens = theme::tokens(ui.ctx());
    if let Some(twin) = &form.twin {
        ui.label(RichText::new(sentence(twin)).font(sans(12.0)).color(tokens.warn));
        ui.add_space(4.0);
    }
    let mut all_read = true;
    for ((name, key, words), text) in fields().iter().zip(&mut form.fields) {
        let title = ui
            .horizontal(|ui| {
                let title = label(ui, name);
                if form.before.guessed.iter().any(|guess| guess == key) {
                    ui.label(RichText::new(say!("guessed")).font(sans(11.5)).color(tokens.warn));
                }
                title
            })
            .inner;
        let edit = TextEdit::singleline(text).hint_text(*words).desired_width(f32::INFINITY).margin(vec2(8.0, 6.0));
        claim_focus(&ui.add(edit).labelled_by(title.id));
        if let Err(words) = checked(key, text, &form.before) {
            complaint(ui, words);
            all_read = false;
        }
        ui.add_space(2.0);
    }
    if let Some(read_with) = &form.read_with {
        ui.horizontal(|ui| {
            label(ui, say!("encoding"));
            let shown = form.read_anew_with.as_ref().unwrap_or(read_with);
            let at = ENCODINGS.iter().position(|name| name == shown).unwrap_or(0);
            if let Some(name) = drop_down(ui, say!("encoding"), ENCODINGS, at).and_then(|at| ENCODINGS.get(at)) {
                form.read_anew_with = (name != read_with).then(|| (*name).to_owned());
            }
            if form.read_anew_with.is_some() {
                hint(ui, say!("encoding-hint"));
            }
        });
    }
    switch_row(ui, say!("original-on"), say!("original-hint"), &mut form.is_original);
    hint(ui, &form.path);
    let (done, cancelled) = buttons(ui, say!("properties-keep"), all_read);
    if done {
        inbox.push(Intent::SetProperties(Box::new(form.clone())));
    }
    done || cancelled
}
