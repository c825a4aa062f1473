//! One cell: what an article has of a statement, or that it was not found there.

use collation::contrast::Voice;
use collation::sheet::{SheetCell, SheetPassage, SheetRow};
use egui::text::{LayoutJob, TextFormat};
use egui::{Painter, Rect, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Dragged;
use super::cell_layout::cell_anchor;
use super::cells::GridCache;
use super::hollow::hollow_ui;
use crate::app::aloud;
use crate::command::{Command, Intent, Need};
use crate::marks::{CellText, FOLD_LINE, Fold, Mark, VERB_SIZE, VERB_SPACING};
use crate::messages::grouped;
use crate::paint;
use crate::panels::tips::{self, Meaning};
use crate::panels::{ArticleItem, Inbox, Shown, menus, shading};
use crate::say;
use crate::terms;
use crate::theme::fonts::{sans, serif, serif_semibold};
use crate::theme::{self, Tokens, metrics};
use crate::widgets;

/// Draws the cell of `row` in `column` into `rect`, of which `clip` may be seen.
#[expect(clippy::too_many_arguments, reason = "a cell is where row, column, place and cache meet")]
pub fn cell_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    cache: &GridCache,
    at: usize,
    row: &SheetRow,
    column: usize,
    rect: Rect,
    clip: Rect,
    inbox: &mut Inbox,
) {
    let Some(article) = shown.article(column) else { return };
    let tokens = theme::tokens(ui.ctx());
    let selection = &shown.view.selection;
    let is_current = selection.current == Some(row.anchor) && selection.column == Some(column);
    let cell = row.cells.get(column).and_then(Option::as_ref);
    let id = super::control_id(row.anchor, Some(column));
    let response = super::control(ui, rect, clip, id);
    super::take_drop(ui, shown, &response, row.anchor, inbox);
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(
            egui::Role::Cell,
            true,
            is_current,
            accessible_name(shown, row, cell, column, article),
        );
        info.current_text_value = cell
            .and_then(|cell| Some(aloud(&cell.text(shown.sheet.articles.get(*shown.event?.members.get(column)?)?))));
        info
    });
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    let is_linking = is_linking(shown, cell, article);
    // On its link the pointer is in a hollow cell still.
    let is_pointed_at = response.hovered() || cell.is_none() && response.contains_pointer();
    let fill = if is_linking {
        tokens.sel
    } else if is_pointed_at && cell.is_some() {
        tokens.hover
    } else {
        tokens.surface
    };
    painter.rect_filled(rect, 0.0, fill);
    // A column that lies partly behind the base begins at its edge.
    let edge = rect.left().max(clip.left());
    if edge > ui.clip_rect().left() + 1.0 {
        paint::vline(&painter, edge, rect.top(), rect.bottom(), tokens.line);
    }
    // The characters under the pointer, and where the button was pressed.
    let (mut under_pointer, mut pressed) = (None, None);
    let inner = Rect::from_min_max(
        pos2(rect.left() + metrics::CELL_SIDE, rect.top() + metrics::CELL_TOP),
        pos2(rect.right() - metrics::CELL_SIDE, rect.bottom() - metrics::CELL_BOTTOM),
    );
    match cell {
        Some(cell) => {
            let text = cache.text(at, column);
            // Far behind the words nobody would look for their paragraph.
            let end = text.map_or(inner.right(), |text| inner.left() + text.width);
            let meta = if end + FAR < inner.right() { inner.with_max_x(end) } else { inner };
            let parts = meta_line(&painter, tokens, shown, row, cell, column, article, text, meta);
            let at = response.hover_pos();
            let pointed_at = parts.into_iter().flatten().find(|(place, _)| at.is_some_and(|at| place.contains(at)));
            if let Some((place, part)) = pointed_at {
                let first = cell.passages.get(text.map_or(0, |text| text.fold.first_shown()));
                if let Some(meaning) = first.and_then(|first| part.meaning(shown, column, article, first)) {
                    tips::above(&response, place, &meaning);
                }
            }
            if let Some(text) = text {
                let top = pos2(inner.left(), inner.top() + metrics::META_LINE + metrics::META_GAP);
                if is_current {
                    chosen_ui(&painter, tokens, shown, cell, text, top);
                }
                text.paint(&painter, tokens, top);
                let character_at = |pointer: Option<egui::Pos2>| text.source_at(pointer? - top);
                pressed = character_at(ui.input(|input| input.pointer.press_origin()));
                under_pointer = character_at(response.interact_pointer_pos());
                if response.clicked()
                    && shown.view.linking.is_none()
                    && let Some(at) = under_pointer
                {
                    inbox.push(Intent::AskWord { row: row.anchor, column, at });
                }
                if let Some((mark, source, place)) = at.and_then(|at| text.mark_at(at - top)) {
                    let meaning = tips::of_marked(shown, row, mark, column, source);
                    tips::above(&response, place.translate(top.to_vec2()), &meaning);
                }
                words_ui(ui, shown, row, column, text, top, clip, inbox);
                let below =
                    Rect::from_min_size(pos2(inner.left(), top.y + text.text_height()), vec2(inner.width(), FOLD_LINE));
                more_ui(ui, shown, row, column, article, text.fold, below, clip, inbox);
            }
        }
        None => {
            hollow_ui(ui, shown, row, column, article, (&response, is_pointed_at), rect, clip, inbox);
        }
    }
    if is_linking {
        paint::dashed_rect(&painter, rect.shrink(3.0), tokens.accent);
    }
    if is_current {
        painter.rect_stroke(
            paint::snap(&painter, rect.shrink(1.0)),
            4.0,
            Stroke::new(2.0, tokens.accent),
            StrokeKind::Inside,
        );
    }
    if response.has_focus() && !is_current {
        paint::focus_ring(ui, rect.shrink(3.0), 4.0);
    }
    // A cell that is chosen as a whole is dragged as a whole, and its menu is about all of it.
    let is_whole = is_current && selection.passage.is_none();
    if cell.is_some() {
        let at = pressed.filter(|_| !is_whole);
        response.dnd_set_drag_payload(Dragged::Cell { row: row.anchor, column, at });
    }
    let mate = shown.mate_in(row, column, under_pointer).filter(|_| response.clicked());
    if let Some(mate) = mate {
        inbox.push(Intent::LinkWith(mate));
    } else if response.clicked() || (response.secondary_clicked() && !is_whole) {
        inbox.push(Intent::select(row.anchor, column, under_pointer));
    }
    if response.double_clicked() {
        inbox.push(Intent::Run(Command::OpenInRead));
    }
    menus::context_menu(&response, is_current, |ui| row_menu(ui, row, shown, inbox));
}

/// A bar beside the passage that is chosen of the current cell.
fn chosen_ui(
    painter: &Painter,
    tokens: &Tokens,
    shown: &Shown<'_>,
    cell: &SheetCell,
    text: &CellText,
    top: egui::Pos2,
) {
    let Some(at) = chosen_passage(shown, cell) else { return };
    let Some(range) = at.checked_sub(text.fold.first_shown()).and_then(|at| text.passage_range(at)) else { return };
    let bar = Rect::from_x_y_ranges(top.x - 8.0..=top.x - 5.0, top.y + range.min + 1.0..=top.y + range.max - 1.0);
    painter.rect_filled(paint::snap(painter, bar), 1.5, tokens.accent);
}

/// The place in the current cell of the passage that is chosen of it.
fn chosen_passage(shown: &Shown<'_>, cell: &SheetCell) -> Option<usize> {
    let chosen = shown.view.selection.passage?;
    cell.passages.iter().position(|passage| passage.span == chosen.span)
}

/// True where a passage of the cell waits for its mate.
fn is_linking(shown: &Shown<'_>, cell: Option<&SheetCell>, article: &ArticleItem) -> bool {
    let mut passages = cell.into_iter().flat_map(|cell| &cell.passages);
    passages.any(|passage| shown.view.is_linking(article.key, passage.span))
}

/// The words of an original statement: each says how many kept it, and a click shows what the others
/// have for it.
#[expect(clippy::too_many_arguments, reason = "words are where text, place and cell meet")]
fn words_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    row: &SheetRow,
    column: usize,
    text: &CellText,
    top: egui::Pos2,
    clip: Rect,
    inbox: &mut Inbox,
) {
    let Some(article) = shown.event.and_then(|event| shown.sheet.articles.get(*event.members.get(column)?)) else {
        return;
    };
    // While a passage waits for its mate, it is the passage that is meant.
    if shown.view.linking.is_some() {
        return;
    }
    for (word, places) in text.words() {
        for (part, place) in places.into_iter().enumerate() {
            let rect = place.translate(top.to_vec2()).intersect(clip).intersect(ui.clip_rect());
            if !rect.is_positive() {
                continue;
            }
            let id = super::control_id(row.anchor, Some(column)).with(("word", word.span.start, part));
            // Not in the order of Tab: W goes from word to word.
            let response = ui.interact(rect, id, egui::Sense::CLICK);
            let kept = shading::said(word.by, word.of);
            let name = format!("{}: {kept}", aloud(article.witness.text.slice(word.span)));
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            menus::context_menu(&response, false, |ui| row_menu(ui, row, shown, inbox));
            let response = response.on_hover_text(kept);
            if response.clicked() {
                inbox.push(Intent::AskWord { row: row.anchor, column, at: word.span.start });
            }
            if response.clicked() || response.secondary_clicked() {
                inbox.push(Intent::select(row.anchor, column, Some(word.span.start)));
            }
            if response.double_clicked() {
                inbox.push(Intent::Run(Command::OpenInRead));
            }
        }
    }
}

/// How far behind the widest line of its text a cell may end for the line above to go on to there.
const FAR: f32 = 48.0;
/// Between the parts of the line above a cell's text.
const META_PART: f32 = 10.0;

/// Voice, reporting verb and paragraph of the first passage that the cell shows. When it is tight the paragraph
/// loses its total, then the voice is told by its sign alone, then the verb is cut.
#[expect(clippy::too_many_arguments, reason = "the line tells of row, cell and article at once")]
fn meta_line(
    painter: &Painter,
    tokens: &Tokens,
    shown: &Shown<'_>,
    row: &SheetRow,
    cell: &SheetCell,
    column: usize,
    article: &ArticleItem,
    text: Option<&CellText>,
    inner: Rect,
) -> [Option<(Rect, MetaPart)>; 3] {
    let y = inner.top() + 9.0;
    let first = cell.passages.get(text.map_or(0, |text| text.fold.first_shown()));
    let Some(passage) = first else { return [None, None, None] };
    let (glyph, label) = voice_sign(passage.voice);
    let glyph_size = if passage.voice == Voice::Paraphrased { 20.0 } else { 15.0 };
    // The marks alone stand at the top of their line.
    let drop = if passage.voice == Voice::Quoted { 3.0 } else { 0.0 };
    let sign = paint::line(painter, pos2(inner.left(), y + drop), glyph, serif_semibold(glyph_size), tokens.ink, 40.0);
    let (long, short) = place_words(passage, article.paragraphs);
    let verb = shown.prepared(column).and_then(|article| terms::verb(article, passage.cue));
    let verb = verb.map(|verb| verb.to_uppercase());
    let verb_font = serif(VERB_SIZE);
    let verb_width = verb.as_ref().map_or(0.0, |verb| {
        paint::width(painter, verb, verb_font.clone()) + verb.chars().count() as f32 * VERB_SPACING + META_PART
    });
    let [long_width, short_width] = [&long, &short].map(|place| paint::width(painter, place, sans(11.5)) + META_PART);
    let label_width = paint::width(painter, label, sans(11.5)) + 6.0;
    let room = inner.right() - sign.right();
    let has_label = label_width + verb_width + short_width <= room;
    let word = if has_label {
        paint::line(painter, pos2(sign.right() + 6.0, y), label, sans(11.5), tokens.ink2, 90.0)
    } else {
        sign
    };
    if shown.view.shown_marks().has(Mark::Voice) {
        let line = inner.top() + 18.0;
        match passage.voice {
            Voice::Quoted => {
                let rect = Rect::from_min_max(pos2(inner.left(), line), pos2(word.right(), line + 1.5));
                painter.rect_filled(rect, 0.0, tokens.ink2);
            }
            Voice::Partly => {
                let path = [pos2(inner.left(), line + 0.75), pos2(word.right(), line + 0.75)];
                painter.extend(Shape::dotted_line(&path, tokens.ink2, 3.0, 0.75));
            }
            Voice::Paraphrased => {}
        }
    }
    let left = if has_label { room - label_width } else { room };
    let shown_place = if verb_width + long_width <= left { &long } else { &short };
    let place_rect = paint::line_right(painter, pos2(inner.right(), y), shown_place, sans(11.5), tokens.ink3);
    let strip = |from: f32, to: f32| Rect::from_x_y_ranges(from..=to, inner.top()..=inner.top() + 20.0);
    let voice_part = Some((strip(inner.left(), word.right()), MetaPart::Voice));
    let place_part = Some((strip(place_rect.left(), place_rect.right()), MetaPart::Place));
    let Some(verb) = verb else { return [voice_part, None, place_part] };
    let differs = shown.view.shown_marks().has(Mark::Cue) && row.has(collation::contrast::ContrastKind::Cue);
    let color = if differs { tokens.ink } else { tokens.ink2 };
    let mut job = LayoutJob::default();
    job.append(&verb, 0.0, TextFormat { extra_letter_spacing: VERB_SPACING, ..TextFormat::simple(verb_font, color) });
    let room = place_rect.left() - word.right() - 2.0 * META_PART;
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(0.0));
    let galley = painter.layout_job(job);
    let is_shown = room > 2.0 * META_PART;
    let left = word.right() + META_PART;
    let verb_part = is_shown.then(|| (strip(left, left + galley.size().x), MetaPart::Verb));
    if is_shown {
        painter.galley(pos2(left, y - galley.size().y / 2.0 + 0.5), galley, color);
    }
    [voice_part, verb_part, place_part]
}

/// A part of the line above a cell's text that says what it means.
#[derive(Clone, Copy)]
enum MetaPart {
    Voice,
    Verb,
    Place,
}

impl MetaPart {
    fn meaning(
        self,
        shown: &Shown<'_>,
        column: usize,
        article: &ArticleItem,
        passage: &SheetPassage,
    ) -> Option<Meaning> {
        match self {
            Self::Voice => Some(tips::of_voice(passage.voice)),
            Self::Verb => {
                let verb = shown.prepared(column).and_then(|article| terms::verb(article, passage.cue))?;
                Some((verb, say!("meaning-verb").to_owned()))
            }
            Self::Place => {
                let (place, _) = place_words(passage, article.paragraphs);
                Some((place, say!("meaning-paragraph").to_owned()))
            }
        }
    }
}

/// Glyph and word of a voice.
fn voice_sign(voice: Voice) -> (&'static str, &'static str) {
    let word = match voice {
        Voice::Quoted => say!("quoted"),
        Voice::Partly => say!("partly"),
        Voice::Paraphrased => say!("paraphrased"),
    };
    (terms::voice_glyph(voice), word)
}

/// `¶3 of 14` and `¶3`; headlines, subheadings and captions have no number.
pub fn place_words(passage: &SheetPassage, of: usize) -> (String, String) {
    let place = terms::place(passage.role, passage.paragraph);
    let long = if passage.paragraph == 0 { place.clone() } else { say!("place-of", place = &place, all = grouped(of)) };
    (long, place)
}

/// As it is read aloud: `paragraph 3`, `headline`.
pub fn place_aloud(passage: &SheetPassage) -> String {
    match passage.paragraph {
        0 => terms::place(passage.role, 0),
        number => say!("place-paragraph", number = grouped(number)),
    }
}

/// Draws a link in a cell, where any of it may be seen; returns whether it was clicked.
pub(super) fn is_link_clicked(ui: &mut Ui, rect: Rect, clip: Rect, id: egui::Id, label: &str, name: &str) -> bool {
    let clip = clip.intersect(ui.clip_rect());
    if !rect.intersect(clip).is_positive() {
        return false;
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt(id));
    child.set_clip_rect(clip);
    let width = paint::width(ui.painter(), label, sans(12.0)).min(rect.width());
    let link = Rect::from_min_size(rect.min, vec2(width, rect.height()));
    widgets::link(&mut child, link, id, label, name).clicked()
}

/// The line below a cell's text that shows its further passages, or folds them away again.
#[expect(clippy::too_many_arguments, reason = "the same meeting point as a full cell")]
fn more_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    row: &SheetRow,
    column: usize,
    article: &ArticleItem,
    fold: Fold,
    rect: Rect,
    clip: Rect,
    inbox: &mut Inbox,
) {
    let label = match fold {
        Fold::None => return,
        Fold::Closed { before: 0, after } => say!("cell-more", count = after),
        Fold::Closed { before, after: 0 } => say!("cell-before", before = before),
        Fold::Closed { before, after } => say!("cell-around", before = before, after = after),
        Fold::Open => say!("cell-fewer").to_owned(),
    };
    let id = super::control_id(row.anchor, Some(column)).with("more");
    let name = say!("cell-fold-named", words = &label, name = &article.name, number = row.number);
    if is_link_clicked(ui, rect, clip, id, &label, &name)
        && let Some(cell) = cell_anchor(shown, row, column)
    {
        inbox.push(Intent::FoldCell(cell));
    }
}

/// What can be done with a row; the same on band and cell, but for what is done with a cell alone.
pub fn row_menu(ui: &mut Ui, row: &SheetRow, shown: &Shown<'_>, inbox: &mut Inbox) {
    let has_cell = shown.view.selection.column.is_some();
    let is_for_rows = |command: &Command| {
        let is_for_cells = matches!(command.needs(), Need::Cell | Need::Passage)
            || matches!(command, Command::Copy | Command::MakeBase);
        has_cell || !is_for_cells
    };
    let copies = [Command::Copy, Command::CopyRows, Command::CopyMarkdown, Command::CopyTsv];
    for command in copies.into_iter().filter(is_for_rows) {
        command_item(ui, shown, command, inbox);
    }
    ui.separator();
    let corrections = [
        Command::Pin,
        Command::PinAbove,
        Command::JoinRows,
        Command::Unlink,
        Command::NewRow,
        Command::LinkByHand,
        Command::Trim,
        Command::Reject,
        Command::SetAside,
        Command::RenameRow,
        Command::TagRow,
        Command::OpenInRead,
    ];
    for command in corrections.into_iter().filter(is_for_rows) {
        command_item(ui, shown, command, inbox);
    }
    ui.separator();
    let label = if shown.view.is_folded(row) { say!("unfold") } else { say!("fold") };
    if ui.button(label).clicked() {
        inbox.push(Intent::FoldRow(row.anchor));
    }
    for command in [Command::MakeBase, Command::SelectAll].into_iter().filter(is_for_rows) {
        command_item(ui, shown, command, inbox);
    }
}

/// A menu entry with its shortcut.
pub fn command_item(ui: &mut Ui, shown: &Shown<'_>, command: Command, inbox: &mut Inbox) {
    let mut button = egui::Button::new(command.label());
    if let Some(keys) = command.keys(ui.ctx()) {
        button = button.shortcut_text(keys);
    }
    let response = ui.add_enabled(command.is_enabled(shown.situation), button).on_hover_text(command.tooltip());
    if response.clicked() {
        inbox.push(Intent::Run(command));
        ui.close();
    }
}

fn accessible_name(
    shown: &Shown<'_>,
    row: &SheetRow,
    cell: Option<&SheetCell>,
    column: usize,
    article: &ArticleItem,
) -> String {
    let Some(cell) = cell else {
        return terms::absent(&article.name, row, column);
    };
    let mut name = article.name.clone();
    for (at, passage) in cell.passages.iter().enumerate() {
        name += &format!(", {}", terms::voice(passage.voice));
        if let Some(verb) = shown.prepared(column).and_then(|article| terms::verb(article, passage.cue)) {
            name += &format!(", {verb}");
        }
        let place = if at == 0 && passage.paragraph > 0 {
            say!("place-paragraph-of", number = grouped(passage.paragraph), all = grouped(article.paragraphs))
        } else {
            place_aloud(passage)
        };
        name += &format!(", {place}");
    }
    let selection = &shown.view.selection;
    if selection.current == Some(row.anchor)
        && selection.column == Some(column)
        && let Some(at) = chosen_passage(shown, cell)
    {
        name += &format!(", {}", say!("spoken-passage", number = at + 1, all = cell.passages.len()));
    }
    if is_linking(shown, Some(cell), article) {
        name += &format!(", {}", say!("spoken-linking"));
    }
    name
}
