//! One article laid out for reading: blocks above each other, statements numbered, clutter folded.

use std::collections::BTreeMap;
use std::sync::Arc;

use collation::WitnessKey;
use collation::prepare::Prepared;
use collation::ruling::Anchor;
use collation::span::Span;
use collation::witness::{Block, Role};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Galley, Id, Painter, Pos2, Rangef, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::measure;
use crate::command::{Command, Intent};
use crate::icons::{self, Icon};
use crate::marks::{Place, character_at, lines, places};
use crate::paint;
use crate::panels::stack::Stack;
use crate::panels::{ArticleItem, Inbox, Shown, count};
use crate::theme::fonts::{sans, semibold, serif, serif_semibold};
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
    unfolded: Vec<(WitnessKey, usize)>,
    hides_outlets: bool,
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
            unfolded: shown.view.unfolded.iter().copied().collect(),
            hides_outlets: shown.view.hides_outlets(),
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

/// A statement's passage in the article.
#[derive(Clone, Copy, Debug)]
struct Mention {
    span: Span,
    row: Anchor,
    number: usize,
    is_lone: bool,
}

/// What stands in a page, from top to bottom.
#[derive(Clone, Debug)]
enum Item {
    Block {
        block: usize,
        paragraph: usize,
    },
    /// Clutter, folded: its blocks, lines and reason.
    Fold {
        first: usize,
        lines: usize,
        reason: String,
    },
}

/// A block's text, laid out.
#[derive(Debug)]
struct BlockText {
    galley: Arc<Galley>,
    /// For each character of the galley its character in the article; tiles have none.
    source: Vec<Option<usize>>,
    /// Number tiles: characters of the galley and which mention.
    tiles: Vec<(usize, usize, usize)>,
    /// Passages: characters of the galley and which mention.
    passages: Vec<(usize, usize, usize)>,
}

/// One article laid out for reading.
#[derive(Debug)]
pub struct Page {
    article: Arc<Prepared>,
    column: usize,
    width: f32,
    text: SourceText,
    mentions: Vec<Mention>,
    items: Vec<Item>,
    texts: Vec<Option<BlockText>>,
    stack: Stack,
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
            items,
            texts,
            stack: Stack::new(heights),
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
            Item::Fold { first, .. } => *first <= block && role_of(&self.article, block) == Role::Clutter,
        })?;
        for item in 0..=at {
            self.measure(ui, item);
        }
        self.stack.settle();
        Some(TOP + self.stack.top(at))
    }

    /// Every statement of the page with the height it stands at.
    pub fn marks(&self, shown: &Shown<'_>) -> Vec<(Anchor, f32)> {
        let mut marks = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            let Item::Block { block, .. } = item else { continue };
            let Some(span) = self.article.witness.blocks.get(*block).map(|block| block.span) else { continue };
            for mention in self.mentions.iter().filter(|mention| mention.span.overlaps(span)) {
                let is_current = shown.view.selection.current == Some(mention.row);
                if !mention.is_lone || is_current {
                    let share = mention.span.start.saturating_sub(span.start) as f32 / span.len().max(1) as f32;
                    marks.push((mention.row, TOP + self.stack.top(at) + share * self.stack.height(at)));
                }
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
            self.stack.settle();
        }
        for number in first..at {
            let corner = pos2(origin.x, origin.y + self.stack.top(number));
            match self.items.get(number) {
                Some(Item::Fold { first, lines, reason }) => {
                    fold_ui(ui, article, *first, *lines, reason, corner, self.width, inbox);
                }
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
                format!("{}, paragraph {paragraph}", article.name)
            } else {
                format!("{}, {}", article.name, role_words(&self.article, block))
            };
            let mut info = WidgetInfo::labeled(egui::Role::Paragraph, true, name);
            info.current_text_value = self
                .article
                .witness
                .blocks
                .get(block)
                .map(|block| self.article.witness.text.slice(block.span).to_owned());
            info
        });
        let painter = ui.painter().clone();
        if paragraph > 0 {
            paint::line_right(
                &painter,
                pos2(corner.x + 32.0, corner.y + 12.0),
                &format!("¶{paragraph}"),
                sans(11.0),
                tokens.ink3,
            );
        }
        let rows = lines(&text.galley);
        let current = shown.view.selection.current;
        Self::grounds(&painter, tokens, shown, article, text, &rows, at);
        self.select_text(ui, shown, article, text, rect, &response, inbox);
        for &(from, to, mention) in &text.passages {
            let Some(mention) = self.mentions.get(mention) else { continue };
            let is_current = current == Some(mention.row);
            for place in places(&rows, from, to) {
                if is_current {
                    let fill = Rect::from_min_max(
                        at + vec2(place.left, place.base - 16.0),
                        at + vec2(place.right, place.base + 5.0),
                    );
                    painter.rect_filled(fill, 0.0, tokens.sel);
                }
            }
            if mention.is_lone {
                lone_tick(&painter, tokens, &rows, from, to, at);
            }
        }
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
            inbox.push(Intent::SelectCell { row: mention.row, column: self.column });
        }
        let span = self.article.witness.blocks.get(block).map(|block| block.span).unwrap_or_default();
        let is_clutter = role_of(&self.article, block) == Role::Clutter;
        response.context_menu(|ui| text_menu(ui, shown, Anchor { article: article.key, span }, is_clutter, inbox));
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
            inbox.push(Intent::SelectCell { row: mention.row, column: self.column });
            inbox.push(Intent::Reveal(mention.row));
        }
    }

    /// Grounds under the words: what is selected, what is searched for, what was set aside.
    fn grounds(
        painter: &Painter,
        tokens: &Tokens,
        shown: &Shown<'_>,
        article: &ArticleItem,
        text: &BlockText,
        rows: &[crate::marks::Line<'_>],
        at: Pos2,
    ) {
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
        let current = shown.view.hit.and_then(|at| shown.hits.list.get(at)).map(|hit| hit.place);
        for &span in shown.hits.in_article(article.key) {
            let is_current = current == Some(Anchor { article: article.key, span });
            fill(span, tokens.accent.gamma_multiply(if is_current { 0.35 } else { 0.15 }));
        }
        if let Some(picked) = shown.view.picked.filter(|picked| picked.article == article.key) {
            fill(picked.span, tokens.accent.gamma_multiply(0.25));
        }
        for aside in shown.set_aside.iter().filter(|aside| aside.article == article.key) {
            fill(aside.span, tokens.press);
        }
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
        let picked = (!span.is_empty()).then_some(Anchor { article: key, span });
        if picked != shown.view.picked {
            inbox.push(Intent::PickText(picked));
        }
    }
}

impl BlockText {
    /// The range of glyphs that show a stretch of the article; `None` where it is not in this block.
    fn glyphs_of(&self, span: Span) -> Option<(usize, usize)> {
        let inside = |at: &Option<usize>| at.is_some_and(|at| span.contains(at));
        let from = self.source.iter().position(inside)?;
        let to = self.source.iter().rposition(inside)?;
        Some((from, to + 1))
    }

    /// The article's character at or nearest before `pos`, relative to the text.
    fn character_near(&self, pos: egui::Vec2) -> Option<usize> {
        let at = self.galley.cursor_from_pos(pos).index.0;
        let before = self.source.get(..=at.min(self.source.len().saturating_sub(1)))?;
        before.iter().rev().find_map(|at| *at).or_else(|| self.source.iter().find_map(|at| *at))
    }
}

/// What can be done with the text under the pointer.
fn text_menu(ui: &mut Ui, shown: &Shown<'_>, block: Anchor, is_clutter: bool, inbox: &mut Inbox) {
    use crate::panels::grid::command_item;
    if is_clutter {
        if ui.button("Bring this paragraph back").clicked() {
            inbox.push(Intent::BringBack(block));
            ui.close();
        }
        command_item(ui, shown, Command::BringBack, inbox);
        return;
    }
    for command in [Command::LinkByHand, Command::Trim, Command::SetAside] {
        command_item(ui, shown, command, inbox);
    }
    if ui.button("Set this paragraph aside").clicked() {
        inbox.push(Intent::SetAside(block));
        ui.close();
    }
    command_item(ui, shown, Command::BringBack, inbox);
    ui.separator();
    for command in [
        Command::Unlink,
        Command::NewRow,
        Command::Pin,
        Command::PinAbove,
        Command::Reject,
        Command::RenameRow,
        Command::TagRow,
        Command::Copy,
    ] {
        command_item(ui, shown, command, inbox);
    }
}

fn mentions(shown: &Shown<'_>, column: usize) -> Vec<Mention> {
    let Some(event) = shown.event else { return Vec::new() };
    let mut mentions: Vec<Mention> = event
        .rows
        .iter()
        .flat_map(|row| {
            let cell = row.cells.get(column).and_then(Option::as_ref);
            let passages = cell.into_iter().flat_map(|cell| &cell.passages);
            passages.map(|passage| Mention {
                span: passage.span,
                row: row.anchor,
                number: row.number,
                is_lone: row.is_lone(),
            })
        })
        .collect();
    mentions.sort_by_key(|mention| (mention.span.start, mention.number));
    mentions
}

fn items(shown: &Shown<'_>, article: &Prepared) -> Vec<Item> {
    let key = article.witness.key;
    let text = &article.witness.text;
    let mut items = Vec::new();
    let mut paragraph = 0;
    let blocks = &article.witness.blocks;
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        if names_outlet(shown, article, block) {
            at += 1;
            continue;
        }
        if block.role != Role::Clutter {
            let numbered = article
                .segmented
                .passages
                .iter()
                .find(|passage| passage.block == at)
                .map_or(0, |passage| passage.paragraph);
            let number = if numbered > paragraph { numbered } else { 0 };
            paragraph = paragraph.max(numbered);
            items.push(Item::Block { block: at, paragraph: number });
            at += 1;
            continue;
        }
        let run = blocks.iter().skip(at).take_while(|block| block.role == Role::Clutter).count();
        if shown.view.unfolded.contains(&(key, at)) {
            items.push(Item::Fold { first: at, lines: 0, reason: String::new() });
            items.extend((at..at + run).map(|block| Item::Block { block, paragraph: 0 }));
        } else {
            let hidden = blocks.iter().skip(at).take(run);
            let lines = hidden
                .clone()
                .map(|block| text.slice(block.span).lines().filter(|line| !line.trim().is_empty()).count())
                .sum();
            let mut reasons: Vec<&str> = hidden.filter_map(|block| block.reason.as_deref()).collect();
            reasons.dedup();
            items.push(Item::Fold {
                first: at,
                lines,
                reason: reasons.into_iter().take(2).collect::<Vec<_>>().join(", "),
            });
        }
        at += run;
    }
    items
}

/// True for a line about who wrote or sent the article, while class mode hides that.
fn names_outlet(shown: &Shown<'_>, article: &Prepared, block: &Block) -> bool {
    let words = article.witness.text.slice(block.span);
    match block.role {
        Role::Byline => shown.view.hides_outlets(),
        Role::Dateline => shown.mask.words(words) != words,
        _ => false,
    }
}

fn estimate(article: &Prepared, item: &Item, width: f32, text: SourceText) -> f32 {
    match item {
        Item::Fold { .. } => 40.0,
        Item::Block { block, .. } => {
            let length = article.witness.blocks.get(*block).map_or(0, |block| block.span.len()) as f32;
            (length * text.reading() * 0.46 / measure(width)).ceil().max(1.0) * text.reading_line()
                + gap_below(article, *block)
        }
    }
}

fn role_of(article: &Prepared, block: usize) -> Role {
    article.witness.blocks.get(block).map_or(Role::Body, |block| block.role)
}

fn role_words(article: &Prepared, block: usize) -> &'static str {
    match role_of(article, block) {
        Role::Headline => "headline",
        Role::Subheading => "subheading",
        Role::Dateline => "dateline",
        Role::Byline => "byline",
        Role::Body => "text",
        Role::List => "list",
        Role::Quote => "quotation",
        Role::Caption => "caption",
        Role::Clutter => "clutter",
    }
}

fn gap_below(article: &Prepared, block: usize) -> f32 {
    match role_of(article, block) {
        Role::Headline => 4.0,
        Role::List => 6.0,
        _ => 12.0,
    }
}

fn indent_of(article: &Prepared, block: usize) -> f32 {
    match role_of(article, block) {
        Role::List | Role::Quote => 16.0,
        _ => 0.0,
    }
}

fn lay_out(
    painter: &Painter,
    article: &Prepared,
    mentions: &[Mention],
    block: usize,
    width: f32,
    text: SourceText,
) -> BlockText {
    let tokens = theme::tokens(painter.ctx());
    let span = article.witness.blocks.get(block).map(|block| block.span).unwrap_or_default();
    let (font, color, line) = match role_of(article, block) {
        Role::Headline => (serif_semibold(text.headline()), tokens.ink, text.headline_line()),
        Role::Subheading => (serif_semibold(text.reading() + 0.5), tokens.ink, text.reading_line()),
        Role::Byline | Role::Dateline | Role::Caption => (sans(12.0), tokens.ink3, 18.0),
        Role::Clutter => (sans(12.0), tokens.ink3, 18.0),
        Role::Body | Role::List | Role::Quote => (serif(text.reading()), tokens.ink, text.reading_line()),
    };
    let format = TextFormat { line_height: Some(line), ..TextFormat::simple(font, color) };
    let tile = TextFormat { line_height: Some(line), ..TextFormat::simple(semibold(10.0), tokens.ink2) };
    let mut job = LayoutJob {
        wrap: TextWrapping { max_width: measure(width) - indent_of(article, block), ..Default::default() },
        ..Default::default()
    };
    let mut source: Vec<Option<usize>> = Vec::new();
    let mut tiles = Vec::new();
    let mut passages = Vec::new();
    let here: Vec<(usize, Span)> =
        mentions.iter().enumerate().filter_map(|(at, mention)| Some((at, mention.span.meet(span)?))).collect();
    let mut pending = String::new();
    let mut leading = 0.0;
    for (offset, character) in article.witness.text.slice(span).chars().enumerate() {
        let at = span.start + offset;
        for (index, mention) in here.iter().filter(|(_, mention)| mention.start == at) {
            let Some(known) = mentions.get(*index) else { continue };
            if known.is_lone || known.span.start != mention.start {
                continue;
            }
            job.append(&pending, leading, format.clone());
            pending.clear();
            let number = known.number.to_string();
            let from = source.len();
            job.append(&number, 4.0, tile.clone());
            source.extend(number.chars().map(|_| None));
            tiles.push((from, source.len(), *index));
            leading = 9.0;
        }
        pending.push(if character.is_whitespace() { ' ' } else { character });
        source.push(Some(at));
    }
    job.append(&pending, leading, format);
    for (index, mention) in here {
        let from = source.iter().position(|at| at.is_some_and(|at| at >= mention.start)).unwrap_or(0);
        let to = source.iter().rposition(|at| at.is_some_and(|at| at < mention.end)).map_or(from, |at| at + 1);
        passages.push((from, to, index));
    }
    BlockText { galley: painter.layout_job(job), source, tiles, passages }
}

fn underline(painter: &Painter, tokens: &Tokens, at: Pos2, place: Place, is_current: bool, is_lone: bool) {
    let y = at.y + place.base + 5.0;
    let (left, right) = (at.x + place.left, at.x + place.right);
    if is_current {
        let line = Rect::from_min_max(pos2(left, y), pos2(right, y + 2.0));
        painter.rect_filled(paint::snap(painter, line), 0.0, tokens.accent);
    } else if !is_lone {
        paint::hline(painter, left, right, y, tokens.ctl_line);
    }
}

/// The bar left of a passage that no other outlet reports.
fn lone_tick(painter: &Painter, tokens: &Tokens, rows: &[crate::marks::Line<'_>], from: usize, to: usize, at: Pos2) {
    let mut range: Option<(f32, f32)> = None;
    for place in places(rows, from, to) {
        let (top, bottom) = (place.base - 15.0, place.base + 6.0);
        range = Some(range.map_or((top, bottom), |(first, _)| (first, bottom)));
    }
    if let Some((top, bottom)) = range {
        let bar = Rect::from_min_max(pos2(at.x - 10.0, at.y + top), pos2(at.x - 7.0, at.y + bottom));
        painter.rect_filled(paint::snap(painter, bar), 1.0, tokens.m_only);
    }
}

#[expect(clippy::too_many_arguments, reason = "a tile is a control of its own")]
fn tile_ui(
    ui: &mut Ui,
    tokens: &Tokens,
    at: Pos2,
    place: Place,
    mention: &Mention,
    article: &ArticleItem,
    is_current: bool,
    inbox: &mut Inbox,
    column: usize,
) {
    let rect = Rect::from_min_max(
        at + vec2(place.left - 3.0, place.base - 11.0),
        at + vec2(place.right + 3.0, place.base + 4.0),
    );
    let rect = paint::snap(ui.painter(), Rect::from_center_size(rect.center(), vec2(rect.width().max(15.0), 15.0)));
    let visible = rect.intersect(ui.clip_rect());
    if !visible.is_positive() {
        return;
    }
    let id = Id::unique(("read-tile", article.key, mention.span.start, mention.number));
    let response = ui.interact(visible, id, Sense::click());
    let name = format!("Statement {} in {}", mention.number, article.name);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_current, &name));
    let (fill, border, ink) = if is_current {
        (tokens.accent, tokens.accent, tokens.accent_ink)
    } else {
        (tokens.panel, tokens.ctl_line, tokens.ink2)
    };
    ui.painter().rect(rect, 3.0, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, mention.number.to_string(), semibold(10.0), ink);
    if response.has_focus() {
        paint::focus_ring(ui, rect, 3.0);
    }
    if response.clicked() {
        inbox.push(Intent::SelectCell { row: mention.row, column });
        inbox.push(Intent::Reveal(mention.row));
    }
}

#[expect(clippy::too_many_arguments, reason = "a fold is a control of its own")]
fn fold_ui(
    ui: &mut Ui,
    article: &ArticleItem,
    first: usize,
    lines: usize,
    reason: &str,
    corner: Pos2,
    width: f32,
    inbox: &mut Inbox,
) {
    let tokens = theme::tokens(ui.ctx());
    let rect = Rect::from_min_size(pos2(corner.x + TEXT_LEFT - 8.0, corner.y), vec2(measure(width) + 16.0, 28.0));
    let visible = rect.intersect(ui.clip_rect());
    if !visible.is_positive() {
        return;
    }
    let is_open = lines == 0;
    let words = match (is_open, reason.is_empty()) {
        (true, _) => "Not article text".to_owned(),
        (false, true) => format!("{} hidden", count(lines, "line", "lines")),
        (false, false) => format!("{} hidden: {reason}", count(lines, "line", "lines")),
    };
    let action = if is_open { "hide" } else { "show" };
    let id = Id::unique(("read-fold", article.key, first));
    let response = ui.interact(visible, id, Sense::click());
    let name = format!("{}, {words}, {action}", article.name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 4.0, tokens.hover);
    }
    paint::dashed_rect(painter, rect, tokens.ctl_line);
    let y = rect.center().y;
    icons::paint(
        painter,
        if is_open { Icon::Down } else { Icon::Right },
        pos2(rect.left() + 15.0, y),
        13.0,
        tokens.ink3,
    );
    paint::line(painter, pos2(rect.left() + 28.0, y), &words, sans(12.0), tokens.ink3, rect.width() - 80.0);
    paint::line_right(painter, pos2(rect.right() - 10.0, y), action, sans(12.0), tokens.accent);
    if response.has_focus() {
        paint::focus_ring(ui, rect, 4.0);
    }
    if response.clicked() {
        inbox.push(Intent::Unfold { article: article.key, block: first });
    }
}
