//! One article laid out for reading: blocks above each other, statements numbered, clutter folded.

use std::collections::BTreeMap;
use std::sync::Arc;

use collation::WitnessKey;
use collation::prepare::Prepared;
use collation::ruling::Anchor;
use collation::span::Span;
use collation::witness::Role;
use egui::{Id, Painter, Pos2, Rangef, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::block_text::{BlockText, lay_out};
use super::items::{
    Item, Mention, ShadedWord, estimate, gap_below, indent_of, items, mentions, role_of, role_words, shaded,
};
use super::signs::{aside_rule, fold_ui, lone_bars, text_menu, tile_ui, underline};
use crate::app::aloud;
use crate::command::Intent;
use crate::marks::{Line, character_at, lines, places};
use crate::messages::grouped;
use crate::paint;
use crate::panels::kept::Kept;
use crate::panels::stack::Stack;
use crate::panels::{ArticleItem, Inbox, Shown, menus, shading};
use crate::say;
use crate::theme::fonts::sans;
use crate::theme::{self, SourceText, Tokens};

/// Left edge of the text in a page.
pub const TEXT_LEFT: f32 = 48.0;
const TOP: f32 = 20.0;

/// What the pages depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    sheet: u64,
    event: usize,
    columns: Vec<usize>,
    width: f32,
    text: SourceText,
    dark: bool,
    pixels: f32,
    turned_folds: Vec<(WitnessKey, usize)>,
    originals: Vec<bool>,
    hides_marks: bool,
}

/// The pages that are read now.
#[derive(Debug, Default)]
pub struct ReadCache {
    key: Option<Key>,
    pages: BTreeMap<usize, Page>,
}

impl ReadCache {
    /// Makes pages anew where what they depend on has changed.
    pub fn begin(&mut self, ui: &Ui, shown: &Shown<'_>, columns: &[usize], width: f32) {
        let key = Key {
            sheet: shown.sheet_revision,
            event: shown.view.event,
            columns: columns.to_vec(),
            width,
            text: shown.text,
            dark: ui.visuals().dark_mode,
            pixels: ui.pixels_per_point(),
            turned_folds: shown.view.turned_folds.iter().copied().collect(),
            originals: shown.articles.iter().map(|article| article.is_original).collect(),
            hides_marks: shown.view.hides_marks(),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.pages = columns
            .iter()
            .filter_map(|&column| {
                let member = *shown.event?.members.get(column)?;
                let article = Arc::clone(shown.sheet.articles.get(member)?);
                Some((column, Page::new(shown, article, column, width)))
            })
            .collect();
        self.key = Some(key);
    }

    pub fn page(&mut self, column: usize) -> Option<&mut Page> {
        self.pages.get_mut(&column)
    }
}

/// One article laid out for reading.
#[derive(Debug)]
pub struct Page {
    article: Arc<Prepared>,
    column: usize,
    width: f32,
    text: SourceText,
    mentions: Vec<Mention>,
    shaded: Vec<ShadedWord>,
    items: Vec<Item>,
    texts: Vec<Option<BlockText>>,
    stack: Stack,
    /// Another number whenever something stands elsewhere.
    stood: u64,
    /// What the strip was drawn as.
    pub strip: Kept,
    reveals_done: Option<u64>,
    pending: Option<f32>,
}

impl Page {
    fn new(shown: &Shown<'_>, article: Arc<Prepared>, column: usize, width: f32) -> Self {
        let mentions = mentions(shown, column);
        let items = items(shown, &article);
        let heights = items.iter().map(|item| estimate(&article, item, width, shown.text)).collect();
        let texts = items.iter().map(|_| None).collect();
        Self {
            article,
            column,
            width,
            text: shown.text,
            mentions,
            shaded: shaded(shown, column),
            items,
            texts,
            stack: Stack::new(heights),
            stood: 0,
            strip: Kept::default(),
            reveals_done: None,
            pending: None,
        }
    }

    pub fn total_height(&self) -> f32 {
        TOP + self.stack.total() + 48.0
    }

    /// Goes to this offset in the next frame.
    pub fn scroll_to(&mut self, offset: f32) {
        self.pending = Some(offset);
    }

    /// The offset this frame has to begin with, where something is to be brought in sight.
    pub fn take_offset(&mut self, ui: &Ui, shown: &Shown<'_>, height: f32) -> Option<f32> {
        let first = self.reveals_done.is_none();
        if self.reveals_done != Some(shown.view.reveals) {
            self.reveals_done = Some(shown.view.reveals);
            let wanted = shown.view.reveal.or(if first { shown.view.selection.current } else { None });
            let place = shown.view.reveal_place.filter(|place| place.article == self.article.witness.key);
            let y = match place {
                Some(place) => self.height_of(ui, place.span),
                None => wanted.and_then(|row| self.place_of(ui, row)),
            };
            if let Some(y) = y {
                self.pending = Some((y - height * 0.3).max(0.0));
            }
        }
        self.pending.take()
    }

    /// Where a row's first passage stands, after what is above it has been measured.
    fn place_of(&mut self, ui: &Ui, row: Anchor) -> Option<f32> {
        let span = self.mentions.iter().find(|mention| mention.row == row)?.span;
        self.height_of(ui, span)
    }

    /// Where a stretch of the article stands; for folded clutter, where the fold is.
    fn height_of(&mut self, ui: &Ui, span: Span) -> Option<f32> {
        let block = self.article.witness.blocks.iter().position(|block| block.span.overlaps(span))?;
        let at = self.items.iter().rposition(|item| match item {
            Item::Block { block: other, .. } => *other == block,
            Item::Fold(fold) => fold.first <= block && role_of(&self.article, block) == Role::Clutter,
        })?;
        for item in 0..=at {
            self.measure(ui, item);
        }
        self.settle();
        Some(TOP + self.stack.top(at))
    }

    /// Another number whenever [`Page::marks`] are others, but for the selection.
    pub fn stood(&self) -> u64 {
        self.stood
    }

    fn settle(&mut self) {
        self.stack.settle();
        self.stood += 1;
    }

    /// Every statement of the page with the height it stands at.
    pub fn marks(&self, shown: &Shown<'_>) -> Vec<(Anchor, f32)> {
        let span_of = |item: &Item| match item {
            Item::Block { block, .. } => self.article.witness.blocks.get(*block).map(|block| block.span),
            Item::Fold { .. } => None,
        };
        // Blocks stand in the order of the text, so each mention finds its own without asking all.
        let blocks: Vec<(usize, Span)> =
            self.items.iter().enumerate().filter_map(|(at, item)| Some((at, span_of(item)?))).collect();
        let mut marks = Vec::new();
        for mention in &self.mentions {
            let is_current = shown.view.selection.current == Some(mention.row);
            if mention.is_lone && !is_current {
                continue;
            }
            let first = blocks.partition_point(|(_, span)| span.end <= mention.span.start);
            let met = blocks.iter().skip(first).take_while(|(_, span)| span.start < mention.span.end);
            for (at, span) in met.filter(|(_, span)| mention.span.overlaps(*span)) {
                let share = mention.span.start.saturating_sub(span.start) as f32 / span.len().max(1) as f32;
                marks.push((mention.row, TOP + self.stack.top(*at) + share * self.stack.height(*at)));
            }
        }
        marks
    }

    fn measure(&mut self, ui: &Ui, at: usize) -> bool {
        if self.texts.get(at).is_none_or(Option::is_some) {
            return false;
        }
        let Some(Item::Block { block, .. }) = self.items.get(at) else { return false };
        let text = lay_out(ui.painter(), &self.article, &self.mentions, *block, self.width, self.text);
        let height = text.galley.size().y + gap_below(&self.article, *block);
        if let Some(slot) = self.texts.get_mut(at) {
            *slot = Some(text);
        }
        self.stack.set(at, height)
    }

    /// Draws what is in sight.
    pub fn show(&mut self, ui: &mut Ui, shown: &Shown<'_>, article: &ArticleItem, viewport: Rect, inbox: &mut Inbox) {
        let view = Rangef::new(viewport.top() - TOP, viewport.bottom() - TOP);
        let origin = ui.max_rect().left_top() + vec2(0.0, TOP);
        let first = self.stack.at(view.min.max(0.0));
        let mut at = first;
        let mut changed = false;
        let mut top = self.stack.top(first);
        while at < self.items.len() && top < view.max {
            changed |= self.measure(ui, at);
            top += self.stack.height(at);
            at += 1;
        }
        if changed {
            self.settle();
        }
        for number in first..at {
            let corner = pos2(origin.x, origin.y + self.stack.top(number));
            match self.items.get(number) {
                Some(Item::Fold(fold)) => fold_ui(ui, article, fold, corner, self.width, inbox),
                Some(Item::Block { block, paragraph }) => {
                    self.block_ui(ui, shown, article, number, *block, *paragraph, corner, inbox);
                }
                None => {}
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a block is where page, place and selection meet")]
    fn block_ui(
        &self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        article: &ArticleItem,
        number: usize,
        block: usize,
        paragraph: usize,
        corner: Pos2,
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
        self.grounds(&painter, tokens, shown, text, &rows, at);
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
        let span = self.article.witness.blocks.get(block).map(|block| block.span).unwrap_or_default();
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

    /// Grounds under the words: variants of a word, what is searched for, selected, or was set aside.
    fn grounds(
        &self,
        painter: &Painter,
        tokens: &Tokens,
        shown: &Shown<'_>,
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
        for span in shown.lit_words(self.column) {
            fill(span, tokens.accent.gamma_multiply(0.3));
        }
        let current = shown.view.hit.and_then(|at| shown.hits.list.get(at)).map(|hit| hit.place);
        for &span in shown.hits.in_article(key) {
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
