//! Sections of the inspector that answer a question about words: swaps, variants of a word, kept words,
//! the nearest passage, and what the reader decided.

use collation::contrast::ContrastKind;
use collation::nearest::Why;
use collation::span::Span;
use collation::variation::RunKind;
use egui::{Rect, Sense, WidgetInfo, pos2, vec2};

use super::Page;
use crate::command::{Command, Intent};
use crate::messages::grouped;
use crate::paint;
use crate::say;
use crate::terms;
use crate::theme;
use crate::theme::fonts::{sans, serif};
use crate::widgets;

/// Most swaps that are listed.
const MOST_SWAPS: usize = 12;

/// Words of one article against those of the reading it is compared with.
struct Swap {
    column: usize,
    words: String,
    places: Vec<(usize, Span)>,
    by_model: bool,
}

impl Page<'_, '_> {
    fn text_of(&self, column: usize, span: Span) -> String {
        let member = self.shown.event.and_then(|event| event.members.get(column));
        let article = member.and_then(|&member| self.shown.sheet.articles.get(member));
        let text = article.map(|article| article.witness.text.slice(span)).unwrap_or_default();
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    }

    /// `victory over → defeat on`, one line a swap; a click shows both in their texts.
    pub(super) fn swaps(&mut self) {
        if self.row.is_lone() || !self.shown.view.shown_marks().has(crate::marks::Mark::Reworded) {
            return;
        }
        let Some(base) = self.shown.event.and_then(|event| self.row.compared_with(event.base)) else { return };
        let marks = self.shown.view.shown_marks();
        let cuts =
            self.row.contrasts.iter().filter(|contrast| {
                contrast.kind == ContrastKind::Cut && marks.has(crate::marks::Mark::of(contrast.kind))
            });
        let told: Vec<(usize, Span)> =
            cuts.flat_map(|cut| &cut.evidence).map(|evidence| (evidence.column, evidence.span)).collect();
        let mut swaps: Vec<Swap> = Vec::new();
        for (column, cell) in self.row.cells.iter().enumerate().filter(|&(column, _)| column != base) {
            for run in cell.iter().flat_map(|cell| &cell.runs).filter(|run| run.kind == RunKind::Reworded) {
                let mates: Vec<Span> = run.mates.iter().filter(|mate| mate.0 == base).map(|mate| mate.1).collect();
                if mates.is_empty() {
                    continue;
                }
                let there: Vec<String> = mates.iter().map(|&span| self.text_of(base, span)).collect();
                let here = self.text_of(column, run.span);
                // A comma for "of" is worth its mark, not a line.
                let has_words = |words: &str| words.contains(char::is_alphanumeric);
                if !has_words(&here) || !there.iter().any(|words| has_words(words)) {
                    continue;
                }
                let places: Vec<(usize, Span)> =
                    mates.iter().map(|&span| (base, span)).chain([(column, run.span)]).collect();
                let words = format!("{} → {here}", there.join(" … "));
                // The same words twice are one swap, in both places; what a difference above tells is not told again.
                if let Some(known) = swaps.iter_mut().find(|known| known.column == column && known.words == words) {
                    known.places.extend(places);
                    continue;
                }
                if told.contains(&(column, run.span)) {
                    continue;
                }
                swaps.push(Swap { column, words, places, by_model: run.by_model });
            }
        }
        if swaps.is_empty() {
            return;
        }
        self.section(say!("swaps"));
        let more = swaps.len().saturating_sub(MOST_SWAPS);
        for swap in swaps.into_iter().take(MOST_SWAPS) {
            let name = if swap.by_model {
                say!("swap-by-model", words = &swap.words)
            } else {
                say!("swap-named", words = &swap.words)
            };
            self.word_line(swap.column, &swap.words, &name, swap.places);
        }
        if more > 0 {
            let tokens = theme::tokens(self.ui.ctx());
            self.text(&say!("swaps-more", count = more), sans(12.0), tokens.ink3, 18.0, 26.0);
        }
    }

    /// A line with an article's letter and source words that lights up places when it is clicked.
    fn word_line(&mut self, column: usize, words: &str, name: &str, places: Vec<(usize, Span)>) {
        let tokens = theme::tokens(self.ui.ctx());
        let galley = paint::galley(self.ui.painter(), words, serif(13.5), tokens.ink, 18.0, self.width - 66.0, 3);
        let (rect, response) = self.ui.allocate_exact_size(vec2(self.width, galley.size().y + 6.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, name));
        let row = self.row.anchor;
        let is_lit = self.shown.view.lit.as_ref().is_some_and(|lit| *lit == (row, places.clone()));
        let ground = rect.shrink2(vec2(8.0, 0.0));
        if is_lit {
            self.ui.painter().rect_filled(ground, 4.0, tokens.sel);
        } else if response.hovered() {
            self.ui.painter().rect_filled(ground, 4.0, tokens.hover);
        }
        if let Some(article) = self.shown.article(column) {
            let center = rect.left_top() + vec2(24.0, 12.0);
            widgets::sigil(self.ui.painter(), tokens, center, &article.sigil, article.is_base, 16.0);
        }
        self.ui.painter().galley(pos2(rect.left() + 42.0, rect.top() + 3.0), galley, tokens.ink);
        if response.has_focus() {
            paint::focus_ring(self.ui, ground, 4.0);
        }
        if response.clicked() {
            self.inbox.push(Intent::Light { row, places });
        }
    }

    /// Every outlet's variant of the words that the reader asked about.
    pub(super) fn variants(&mut self) {
        let Some((row, places)) = &self.shown.view.lit else { return };
        if *row != self.row.anchor || places.is_empty() {
            return;
        }
        self.section(say!("variants"));
        // In text order, each word once: stretches that answer several of the words overlap.
        let mut ordered = places.clone();
        ordered.sort_unstable_by_key(|&(column, span)| (column, span.start));
        let mut stretches: Vec<(usize, Span)> = Vec::new();
        for (column, span) in ordered {
            match stretches.last_mut().filter(|(other, last)| *other == column && last.overlaps(span)) {
                Some((_, last)) => *last = last.join(span),
                None => stretches.push((column, span)),
            }
        }
        let mut by_column: Vec<(usize, Vec<String>)> = Vec::new();
        for (column, span) in stretches {
            let words = self.text_of(column, span);
            // A comma before it belongs to the words beside it.
            let words = words.trim_start_matches([',', ';', ':', '.', ' ']);
            if !words.chars().any(char::is_alphanumeric) {
                continue;
            }
            match by_column.last_mut().filter(|(known, _)| *known == column) {
                Some((_, list)) => list.push(words.to_owned()),
                None => by_column.push((column, vec![words.to_owned()])),
            }
        }
        for (column, words) in by_column {
            let words = words.join(" … ");
            let article = self.shown.article(column).map(|article| article.name.clone()).unwrap_or_default();
            let name = say!("variant-in", name = article, words = &words);
            self.word_line(column, &words, &name, places.clone());
        }
        let tokens = theme::tokens(self.ui.ctx());
        let without = self
            .row
            .cells
            .iter()
            .enumerate()
            .filter(|(column, cell)| cell.is_some() && !places.iter().any(|place| place.0 == *column));
        let without: Vec<String> =
            without.filter_map(|(column, _)| Some(self.shown.article(column)?.name.clone())).collect();
        if !without.is_empty() {
            let words = say!("variants-without", names = crate::messages::names_in_brief(&without, 6));
            self.text(&words, sans(12.0), tokens.ink3, 18.0, 26.0);
        }
    }

    /// For the current hollow cell: its passage nearest to the row, and why it was not taken.
    pub(super) fn nearest(&mut self) {
        let Some(column) = self.shown.view.selection.column else { return };
        if self.row.cells.get(column).is_none_or(Option::is_some) {
            return;
        }
        let Some(article) = self.shown.article(column) else { return };
        let tokens = theme::tokens(self.ui.ctx());
        self.section(&say!("nearest-in", name = &article.name));
        let Some(near) = &self.shown.current.nearest else {
            let words = say!("nearest-none");
            self.text(words, sans(12.0), tokens.ink3, 18.0, 0.0);
            return;
        };
        let words = self.text_of(column, near.span);
        self.text(&words, serif(13.5), tokens.ink, 18.0, 0.0);
        self.ui.add_space(2.0);
        let because = match &near.because {
            _ if self.shown.current.is_nearest_parted => say!("not-taken-parted").to_owned(),
            Why::InRow(number) => say!("not-taken-in-row", number = *number),
            Why::OtherSpeaker { here, there } => say!("not-taken-speaker", there = there, here = here),
            Why::Matcher(because) => say!("not-taken-because", reason = terms::phrase(because)),
            Why::FewWords => say!("not-taken-few-words").to_owned(),
        };
        self.text(&because, sans(12.0), tokens.ink2, 18.0, 0.0);
        if !near.words.is_empty() {
            let shared = near.words.iter().take(8).cloned().collect::<Vec<_>>().join(" · ");
            self.text(&say!("in-common", words = shared), sans(12.0), tokens.ink3, 18.0, 0.0);
        }
        let place = collation::ruling::Anchor { article: article.key, span: near.span };
        let (row, name) = (self.row.anchor, article.name.clone());
        if self.link_line(say!("link-nearest"), &say!("link-nearest-named", name = name)) {
            self.inbox.push(Intent::LinkTwo { a: place, b: row });
        }
    }

    /// A link on a line of its own; returns whether it was clicked.
    fn link_line(&mut self, label: &str, name: &str) -> bool {
        self.ui.add_space(2.0);
        let (rect, _) = self.ui.allocate_exact_size(vec2(self.width, 20.0), Sense::hover());
        let width = paint::width(self.ui.painter(), label, sans(12.0));
        let link = Rect::from_min_size(rect.min + vec2(16.0, 0.0), vec2(width, 20.0));
        let id = self.ui.scope_id().with((label, name));
        widgets::link(self.ui, link, id, label, name).clicked()
    }

    /// For the reading that the others are compared with: how many kept its words.
    pub(super) fn kept(&mut self) {
        let kept = &self.shown.current.kept;
        let others = self.row.readings().saturating_sub(1);
        if kept.is_empty() || others == 0 {
            return;
        }
        let tokens = theme::tokens(self.ui.ctx());
        let by_all = kept.iter().filter(|word| word.by == others).count();
        let by_none = kept.iter().filter(|word| word.by == 0).count();
        self.section(say!("kept-title"));
        let (by_all, by_none) = (grouped(by_all), grouped(by_none));
        let words = say!("words", count = kept.len());
        let words = if others == 1 {
            say!("kept-by-other", number = by_all, words = words)
        } else {
            say!("kept-counts", number = by_all, words = words, all = others, none = by_none)
        };
        self.text(&words, sans(12.0), tokens.ink, 18.0, 0.0);
    }

    /// What the reader decided about this row, the newest first; each can be taken back.
    pub(super) fn history(&mut self) {
        if self.shown.current.history.is_empty() {
            return;
        }
        self.section(say!("decisions"));
        let tokens = theme::tokens(self.ui.ctx());
        for item in &self.shown.current.history {
            let words = &item.words;
            let width = paint::width(self.ui.painter(), say!("take-back"), sans(12.0)).max(64.0);
            let room = self.width - 44.0 - width;
            let galley = paint::galley(self.ui.painter(), words, sans(12.0), tokens.ink, 18.0, room, 4);
            let (rect, _) = self.ui.allocate_exact_size(vec2(self.width, galley.size().y + 6.0), Sense::hover());
            self.ui.painter().galley(rect.min + vec2(16.0, 3.0), galley, tokens.ink);
            let link = Rect::from_min_size(pos2(rect.right() - 16.0 - width, rect.top() + 3.0), vec2(width, 18.0));
            let id = self.ui.scope_id().with(("take back", &item.at));
            let response = widgets::link(self.ui, link, id, say!("take-back"), &say!("take-back-named", words = words));
            let hint = Command::Undo.hint(self.ui.ctx());
            if response.on_hover_text(say!("take-back-hint", undo = hint)).clicked() {
                self.inbox.push(Intent::TakeBack(item.at.clone()));
            }
        }
    }
}
