//! One block of a page: paints its text, grounds and signs, and tells what of it was clicked or selected.

use std::sync::Arc;

use collation::WitnessKey;
use collation::ruling::Anchor;
use collation::span::Span;
use collation::witness::Role;
use egui::{Id, Painter, Pos2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::block_text::BlockText;
use super::items::{Mention, ShadedWord, indent_of, role_of, role_words};
use super::page::{Page, TEXT_LEFT};
use super::signs::{aside_rule, lone_bars, text_menu, tile_ui, underline};
use crate::app::aloud;
use crate::command::Intent;
use crate::marks::{Line, character_at, lines, places};
use crate::messages::grouped;
use crate::paint;
use crate::panels::{ArticleItem, Inbox, Shown, menus, shading};
use crate::say;
use crate::theme::fonts::sans;
use crate::theme::{self, Tokens};

/// Those of `spans` that meet `block`; they are in order and do not overlap.
fn within(spans: &[Span], block: Span) -> &[Span] {
    let from = spans.partition_point(|span| span.end <= block.start);
    let to = spans.partition_point(|span| span.start < block.end);
    spans.get(from..to).unwrap_or_default()
}

impl Page {
    #[expect(clippy::too_many_arguments, reason = "a block is where page, place and selection meet")]
    pub(super) fn block_ui(
        &self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        article: &ArticleItem,
        number: usize,
        block: usize,
        paragraph: usize,
        corner: Pos2,
        lit: &[Span],
        inbox: &mut Inbox,
    ) {
        let Some(Some(text)) = self.texts.get(number) else { return };
        let tokens = theme::tokens(ui.ctx());
        let indent = indent_of(&self.article, block);
        let at = pos2((corner.x + TEXT_LEFT + indent).round(), corner.y.round());
        let rect = Rect::from_min_size(at, text.galley.size());
        let id = Id::unique(("read-block", article.key, block));
        let response = ui.interact(rect.intersect(ui.clip_rect()), id, Sense::click_and_drag());
        response.widget_info(|| {
            let name = if paragraph > 0 {
                format!("{}, {}", article.name, say!("place-paragraph", number = paragraph))
            } else {
                format!("{}, {}", article.name, role_words(&self.article, block))
            };
            let span = self.article.witness.blocks.get(block).map(|block| block.span).unwrap_or_default();
            let name = if shown.view.is_linking(article.key, span) {
                format!("{name}, {}", say!("spoken-linking"))
            } else {
                name
            };
            let mut info = WidgetInfo::labeled(egui::Role::Paragraph, true, name);
            info.current_text_value =
                self.article.witness.blocks.get(block).map(|block| aloud(self.article.witness.text.slice(block.span)));
            info
        });
        let painter = ui.painter().clone();
        let is_clutter = role_of(&self.article, block) == Role::Clutter;
        if is_clutter {
            aside_rule(&painter, tokens, at, self.stack.height(number));
        }
        if paragraph > 0 {
            paint::line_right(
                &painter,
                pos2(corner.x + 32.0, corner.y + 12.0),
                &format!("¶{}", grouped(paragraph)),
                sans(11.0),
                tokens.ink3,
            );
        }
        let rows = lines(&text.galley);
        let current = shown.view.selection.current;
        self.select_text(ui, shown, article, text, rect, &response, inbox);
        for &(from, to, mention) in &text.passages {
            let Some(mention) = self.mentions.get(mention) else { continue };
            // Of several passages of a cell only the chosen one has a ground.
            let chosen = shown.view.selection.passage.filter(|chosen| chosen.article == article.key);
            let is_chosen = chosen.is_none_or(|chosen| chosen.span.overlaps(mention.span));
            for place in places(&rows, from, to) {
                if is_chosen && current == Some(mention.row) {
                    let fill = Rect::from_min_max(
                        at + vec2(place.left, place.base - 16.0),
                        at + vec2(place.right, place.base + 5.0),
                    );
                    painter.rect_filled(fill, 0.0, tokens.sel);
                }
            }
        }
        if !shown.is_alone() && !shown.view.hides_marks() {
            let ranges = |is_lone: bool| -> Vec<(usize, usize)> {
                let is_wanted = |index: usize| self.mentions.get(index).is_some_and(|it| it.is_lone == is_lone);
                let passages = text.passages.iter().filter(|&&(.., index)| is_wanted(index));
                passages.map(|&(from, to, _)| (from, to)).collect()
            };
            lone_bars(&painter, tokens, &rows, &ranges(true), &ranges(false), at);
        }
        let words = self.shaded_in(block, text, &rows, at);
        for (word, place) in &words {
            painter.rect_filled(*place, 2.0, shading::tint(tokens, shading::share(word.by, word.of)));
        }
        // On top of the selected statement, whose ground would hide what was found in it.
        let span = self.article.witness.blocks.get(block).map(|block| block.span).unwrap_or_default();
        self.grounds(&painter, tokens, shown, span, lit, text, &rows, at);
        painter.galley(at, Arc::clone(&text.galley), tokens.ink);
        for &(from, to, mention) in &text.passages {
            let Some(mention) = self.mentions.get(mention) else { continue };
            let is_current = current == Some(mention.row);
            for place in places(&rows, from, to) {
                underline(&painter, tokens, at, place, is_current, mention.is_lone);
            }
        }
        for &(from, to, index) in &text.tiles {
            let Some(mention) = self.mentions.get(index) else { continue };
            if let Some(place) = places(&rows, from, to).next() {
                tile_ui(ui, tokens, at, place, mention, article, current == Some(mention.row), inbox, self.column);
            }
        }
        self.words_ui(ui, shown, block, &words, inbox);
        let under_pointer = || {
            let pointer = response.interact_pointer_pos()?;
            text.source.get(character_at(&text.galley, pointer - at)?).copied().flatten()
        };
        if response.clicked() {
            if let Some(character) = under_pointer() {
                self.click_text(shown, article, character, inbox);
            }
            if shown.view.picked.is_some() {
                inbox.push(Intent::PickText(None));
            }
        }
        if response.secondary_clicked()
            && shown.view.picked.is_none()
            && let Some(mention) = under_pointer().and_then(|character| self.mention_at(character))
        {
            inbox.push(Intent::select(mention.row, self.column, Some(mention.span.start)));
        }
        let is_chosen = shown.view.selection.column.is_none_or(|column| column == self.column)
            && text.passages.iter().any(|&(.., at)| self.mentions.get(at).is_some_and(|it| current == Some(it.row)));
        menus::context_menu(&response, is_chosen, |ui| {
            text_menu(ui, shown, Anchor { article: article.key, span }, is_clutter, inbox);
        });
    }

    /// The shaded words of a block with the places that they take up.
    fn shaded_in(&self, block: usize, text: &BlockText, rows: &[Line<'_>], at: Pos2) -> Vec<(ShadedWord, Rect)> {
        let span = self.article.witness.blocks.get(block).map(|block| block.span).unwrap_or_default();
        let first = self.shaded.partition_point(|word| word.span.start < span.start);
        let here = self.shaded.iter().skip(first).take_while(|word| word.span.start < span.end);
        here.flat_map(|word| {
            let glyphs = text.glyphs_of(word.span);
            let places = glyphs.into_iter().flat_map(|(from, to)| places(rows, from, to));
            let rect = |place: crate::marks::Place| {
                let corner = at + vec2(place.left, place.base - 16.0);
                Rect::from_min_max(corner, at + vec2(place.right, place.base + 5.0))
            };
            places.map(|place| (*word, rect(place))).collect::<Vec<_>>()
        })
        .collect()
    }

    /// Each shaded word says how many kept it; a click shows what the others have for it.
    fn words_ui(&self, ui: &Ui, shown: &Shown<'_>, block: usize, words: &[(ShadedWord, Rect)], inbox: &mut Inbox) {
        // While text is selected or linked, it is the text that is meant.
        if shown.view.linking.is_some() {
            return;
        }
        for (part, (word, place)) in words.iter().enumerate() {
            let visible = place.intersect(ui.clip_rect());
            if !visible.is_positive() {
                continue;
            }
            let id = Id::unique(("read-word", self.article.witness.key, block, part));
            let response = ui.interact(visible, id, Sense::CLICK);
            let kept = shading::said(word.by, word.of);
            let name = format!("{}: {kept}", aloud(self.article.witness.text.slice(word.span)));
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            if response.on_hover_text(kept).clicked() {
                inbox.push(Intent::AskWord { row: word.row, column: self.column, at: word.span.start });
                inbox.push(Intent::select(word.row, self.column, Some(word.span.start)));
                inbox.push(Intent::Reveal(word.row));
            }
        }
    }

    fn mention_at(&self, character: usize) -> Option<&Mention> {
        self.mentions.iter().find(|mention| mention.span.contains(character))
    }

    /// A click selects the statement and brings its mates into sight; while a passage waits for its
    /// mate, the click says which one it is.
    fn click_text(&self, shown: &Shown<'_>, article: &ArticleItem, character: usize, inbox: &mut Inbox) {
        let mention = self.mention_at(character);
        if shown.view.linking.is_some() {
            let passages = &self.article.segmented.passages;
            let passage = passages.iter().find(|passage| passage.span.contains(character)).map(|passage| passage.span);
            if let Some(span) = mention.map(|mention| mention.span).or(passage) {
                inbox.push(Intent::LinkWith(Anchor { article: article.key, span }));
            }
        } else if let Some(mention) = mention {
            inbox.push(Intent::select(mention.row, self.column, Some(mention.span.start)));
            inbox.push(Intent::Reveal(mention.row));
        }
    }

    /// Grounds under the words of the block `span`: variants of a word, what is searched for, selected, or was set aside.
    #[expect(clippy::too_many_arguments, reason = "a block is where page, place and selection meet")]
    fn grounds(
        &self,
        painter: &Painter,
        tokens: &Tokens,
        shown: &Shown<'_>,
        block: Span,
        lit: &[Span],
        text: &BlockText,
        rows: &[Line<'_>],
        at: Pos2,
    ) {
        let key = self.article.witness.key;
        let fill = |span: Span, color: egui::Color32| {
            let Some((from, to)) = text.glyphs_of(span) else { return };
            for place in places(rows, from, to) {
                let ground = Rect::from_min_max(
                    at + vec2(place.left, place.base - 16.0),
                    at + vec2(place.right, place.base + 5.0),
                );
                painter.rect_filled(ground, 2.0, color);
            }
        };
        for &span in within(lit, block) {
            fill(span, tokens.accent.gamma_multiply(0.3));
        }
        let current = shown.view.hit.and_then(|at| shown.hits.list.get(at)).map(|hit| hit.place);
        for &span in within(shown.hits.in_article(key), block) {
            let is_current = current == Some(Anchor { article: key, span });
            fill(span, tokens.accent.gamma_multiply(if is_current { 0.35 } else { 0.15 }));
        }
        if let Some(picked) = shown.view.picked.filter(|picked| picked.article == key) {
            fill(picked.span, tokens.accent.gamma_multiply(0.25));
        }
        for waiting in shown.view.linking.iter().flatten().filter(|waiting| waiting.article == key) {
            fill(waiting.span, tokens.accent.gamma_multiply(0.25));
        }
        for aside in shown.set_aside.iter().filter(|aside| aside.article == key) {
            fill(aside.span, tokens.press);
        }
    }

    /// A stretch of text with the whole of the words at its ends.
    fn whole_words(&self, span: Span) -> Span {
        let tokens = &self.article.segmented.tokens;
        let from = tokens.partition_point(|token| token.span.end <= span.start);
        let to = tokens.partition_point(|token| token.span.start < span.end);
        let touched = tokens.get(from..to).unwrap_or_default().iter();
        touched.fold(span, |span, token| span.join(token.span))
    }

    /// Dragging selects text; the selection stays inside this article.
    #[expect(clippy::too_many_arguments, reason = "a block is where page, place and selection meet")]
    fn select_text(
        &self,
        ui: &Ui,
        shown: &Shown<'_>,
        article: &ArticleItem,
        text: &BlockText,
        rect: Rect,
        response: &egui::Response,
        inbox: &mut Inbox,
    ) {
        let id = Id::unique("read-selection");
        if response.drag_started()
            && let Some(origin) = ui.input(|input| input.pointer.press_origin())
            && let Some(start) = text.character_near(origin - rect.min)
        {
            ui.data_mut(|data| data.insert_temp(id, (article.key, start)));
        }
        let Some((key, start)) = ui.data(|data| data.get_temp::<(WitnessKey, usize)>(id)) else { return };
        let is_down = ui.input(|input| input.pointer.any_down());
        if !is_down {
            if ui.input(|input| !input.pointer.any_released()) {
                ui.data_mut(|data| data.remove_temp::<(WitnessKey, usize)>(id));
            }
            return;
        }
        let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
        let reach = Rect::from_min_max(
            pos2(rect.left() - TEXT_LEFT, rect.top()),
            pos2(rect.left() + self.width, rect.bottom()),
        );
        if key != article.key || !reach.contains(pointer) {
            return;
        }
        let Some(here) = text.character_near(pointer - rect.min) else { return };
        let span = self.article.witness.text.trimmed(Span::new(start.min(here), start.max(here) + 1));
        let span = self.whole_words(span);
        let picked = (!span.is_empty()).then_some(Anchor { article: key, span });
        if picked != shown.view.picked {
            inbox.push(Intent::PickText(picked));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_asks_for_what_meets_it_alone() {
        type Case = ((usize, usize), std::ops::Range<usize>);
        let spans = [(0, 2), (3, 6), (6, 9), (12, 14)].map(|(from, to)| Span::new(from, to));
        let cases: [Case; 6] =
            [((0, 3), 0..1), ((2, 3), 1..1), ((5, 7), 1..3), ((9, 12), 3..3), ((13, 20), 3..4), ((14, 20), 4..4)];
        for ((from, to), expected) in cases {
            assert_eq!(within(&spans, Span::new(from, to)), &spans[expected], "{from} to {to}");
        }
        assert!(within(&spans, Span::new(4, 4)).len() <= 1);
    }
}
