//! The right panel: why these passages are one row, how they differ, where each stands.

mod extras;
mod tags;

use collation::contrast::{Contrast, ContrastKind, EvidencePart};
use collation::sheet::{SheetCell, SheetRow};
use collation::table::{Because, Certainty};
use egui::{Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::command::{Command, Intent};
use crate::icons::{self, Icon};
use crate::messages::{self, grouped};
use crate::paint;
use crate::panels::evidence;
use crate::panels::grid::place_words;
use crate::panels::whole_title::{Source, source_of_title};
use crate::panels::{ByHand, Inbox, Shown};
use crate::say;
use crate::terms;
use crate::theme;
use crate::theme::fonts::{medium, sans, semibold, serif};
use crate::widgets::{self, Look, Press, Sign};

/// Room around the buttons of the foot, which begin below the words, and between them.
const FOOT_SIDE: f32 = 16.0;
const FOOT_MARGIN: egui::Vec2 = vec2(FOOT_SIDE, 10.0);
const FOOT_GAP: f32 = 4.0;
/// Between the title and what stands below it.
const TITLE_GAP: f32 = 4.0;

/// Draws the inspector into the whole of `ui`.
pub fn inspector_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let rect = ui.max_rect();
    head(ui, shown, Rect::from_min_size(rect.min, vec2(rect.width(), 40.0)), inbox);
    let foot_height = foot_height(ui, shown);
    let body =
        Rect::from_min_max(pos2(rect.left(), rect.top() + 40.0), pos2(rect.right(), rect.bottom() - foot_height));
    let Some(row) = shown.current_row() else {
        let tokens = theme::tokens(ui.ctx());
        let words = say!("inspector-empty");
        let galley = paint::galley(ui.painter(), words, sans(12.0), tokens.ink3, 18.0, body.width() - 32.0, 4);
        ui.painter().galley(body.left_top() + vec2(16.0, 4.0), galley, tokens.ink3);
        return;
    };
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("inspector"));
    child.set_clip_rect(body.intersect(ui.clip_rect()));
    let id = ("inspector", shown.view.opened, row.anchor);
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show(&mut child, |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        let width = ui.available_width();
        let mut page = Page { ui, shown, row, width, inbox };
        page.title();
        page.why();
        page.history();
        page.variants();
        page.differences();
        page.swaps();
        page.nearest();
        page.kept();
        page.positions();
        page.tags();
        page.note();
    });
    foot(ui, shown, Rect::from_min_max(pos2(rect.left(), rect.bottom() - foot_height), rect.max), inbox);
}

fn head(ui: &mut Ui, shown: &Shown<'_>, rect: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let number = shown.current_row().map(|row| say!("statement-number", number = row.number));
    let words = number.unwrap_or_else(|| say!("inspector").to_owned());
    paint::line(ui.painter(), pos2(rect.left() + 16.0, rect.center().y), &words, semibold(13.0), tokens.ink, 160.0);
    let close = Rect::from_center_size(pos2(rect.right() - 22.0, rect.center().y), vec2(28.0, 28.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(close).id_salt("close-inspector"));
    let hint = Command::ToggleInspector.hint(ui.ctx());
    if Press::icon_only(Icon::Close, say!("inspector-close")).show(&mut child).on_hover_text(hint).clicked() {
        inbox.push(Intent::Run(Command::ToggleInspector));
    }
}

/// What the foot of the inspector offers; without icons where they would take a second line.
fn tools(ui: &Ui, shown: &Shown<'_>) -> [(Command, Press<'static>); 3] {
    let is_pinned = shown.current_row().is_some_and(|row| row.pinned);
    let pin = if is_pinned { say!("unpin-short") } else { say!("pin-short") };
    let words = |label: &'static str| Press::new(label).look(Look::Outlined);
    let bare = [
        (Command::CopyRows, words(say!("copy-row"))),
        (Command::Pin, words(pin)),
        (Command::Reject, words(say!("reject-short"))),
    ];
    let icons = [Icon::Copy, Icon::Pin, Icon::Reject];
    let mut whole = bare;
    whole.iter_mut().zip(icons).for_each(|((_, press), icon)| press.icon = Some(icon));
    let width: f32 = whole.iter().map(|(_, press)| press.width(ui.painter()) + FOOT_GAP).sum();
    if width - FOOT_GAP + 2.0 * FOOT_SIDE <= ui.max_rect().width() { whole } else { bare }
}

/// Where the buttons stand from the foot's top left corner on; those that do not fit beside the others stand below.
fn places(ui: &Ui, shown: &Shown<'_>) -> [Rect; 3] {
    let room = ui.max_rect().width() - FOOT_SIDE;
    let mut next = egui::Pos2::ZERO + FOOT_MARGIN;
    tools(ui, shown).map(|(_, press)| {
        let size = vec2(press.width(ui.painter()), press.height);
        if next.x > FOOT_SIDE && next.x + size.x > room {
            next = pos2(FOOT_SIDE, next.y + size.y + FOOT_GAP);
        }
        let place = Rect::from_min_size(next, size);
        next.x = place.right() + FOOT_GAP;
        place
    })
}

fn foot_height(ui: &Ui, shown: &Shown<'_>) -> f32 {
    places(ui, shown).iter().map(Rect::bottom).fold(0.0, f32::max) + FOOT_MARGIN.y
}

fn foot(ui: &mut Ui, shown: &Shown<'_>, rect: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    paint::hline(ui.painter(), rect.left(), rect.right(), rect.top(), tokens.line);
    let places = places(ui, shown).map(|place| place.translate(rect.min.to_vec2()));
    for ((command, press), place) in tools(ui, shown).into_iter().zip(places) {
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(press.label));
        super::top_bar::command_button(&mut child, shown, command, press, inbox);
    }
}

/// The inspector's page for one row.
struct Page<'p, 'a> {
    ui: &'p mut Ui,
    shown: &'p Shown<'a>,
    row: &'p SheetRow,
    width: f32,
    inbox: &'p mut Inbox,
}

impl Page<'_, '_> {
    /// Wrapped text with 16 points at both sides; returns its height.
    fn text(&mut self, words: &str, font: egui::FontId, color: egui::Color32, line: f32, indent: f32) {
        let galley = paint::galley(self.ui.painter(), words, font, color, line, self.width - 32.0 - indent, 40);
        let (rect, _) = self.ui.allocate_exact_size(vec2(self.width, galley.size().y), Sense::hover());
        self.ui.painter().galley(rect.left_top() + vec2(16.0 + indent, 0.0), galley, color);
    }

    fn section(&mut self, title: &str) {
        let tokens = theme::tokens(self.ui.ctx());
        self.ui.add_space(10.0);
        let top = self.ui.cursor().top();
        paint::hline(
            self.ui.painter(),
            self.ui.cursor().left() + 16.0,
            self.ui.cursor().left() + self.width - 16.0,
            top,
            tokens.line,
        );
        self.ui.add_space(11.0);
        self.text(title, semibold(12.0), tokens.ink2, 16.0, 0.0);
        self.ui.add_space(6.0);
    }

    fn title(&mut self) {
        let tokens = theme::tokens(self.ui.ctx());
        let source = source_of_title(self.shown, self.row);
        // A title that only begins the sentence says nothing that the sentence does not, which stands in its stead.
        let is_beginning = |source: &Source| source.words.starts_with(self.row.title.trim_end_matches('…').trim_end());
        let whole = source.as_ref().filter(|source| is_beginning(source)).map(|source| source.words.as_str());
        self.text(whole.unwrap_or(&self.row.title), semibold(15.0), tokens.ink, 22.0, 0.0);
        self.ui.add_space(TITLE_GAP);
        if let Some(Source { place, words }) = &source {
            if whole.is_none() {
                self.text(words, serif(14.5), tokens.ink, 20.0, 0.0);
                self.ui.add_space(TITLE_GAP);
            }
            self.text(place, sans(12.0), tokens.ink3, 18.0, 0.0);
            self.ui.add_space(TITLE_GAP);
        }
        if self.shown.is_alone() {
            // With nothing to compare there is only the speaker to name.
            if let Some(speaker) = &self.row.speaker {
                self.text(speaker, sans(12.0), tokens.ink2, 18.0, 0.0);
            }
            return;
        }
        let place = say!("in-articles", number = self.row.readings(), all = self.row.cells.len());
        let words = self.row.speaker.as_ref().map_or_else(|| place.clone(), |speaker| format!("{speaker} · {place}"));
        self.text(&words, sans(12.0), tokens.ink2, 18.0, 0.0);
        self.ui.add_space(TITLE_GAP);
        self.certainty();
        self.less();
    }

    /// How sure the row is, and what the reader did with it.
    fn certainty(&mut self) {
        let tokens = theme::tokens(self.ui.ctx());
        let words = self.certainty_words();
        let indent = if self.row.is_lone() { 36.0 } else { 32.0 };
        let room = self.width - indent - 16.0;
        let words = paint::galley(self.ui.painter(), &words, medium(12.0), tokens.ink2, 18.0, room, 3);
        let (rect, _) = self.ui.allocate_exact_size(vec2(self.width, words.size().y), Sense::hover());
        self.ui.painter().galley(rect.left_top() + vec2(indent, 0.0), words, tokens.ink2);
        // On the first line of the words.
        let center = rect.left_top() + vec2(20.0, 9.0);
        let painter = self.ui.painter();
        if self.row.is_lone() {
            paint::hollow_box(painter, center + vec2(3.0, 0.0), tokens.ctl_line);
        } else if self.row.pinned {
            icons::paint(painter, Icon::Pin, center, 12.0, tokens.accent);
        } else if self.row.needs_look() {
            paint::diamond(painter, center, tokens.warn);
        } else if self.row.is_linked() || self.row.certainty == Certainty::Exact {
            painter.circle_filled(center, 4.0, tokens.ink2);
        } else {
            painter.circle_stroke(center, 3.0, Stroke::new(2.0, tokens.ink2));
        }
    }

    fn certainty_words(&self) -> String {
        let words = match self.row {
            row if row.is_lone() => say!("only-one-outlet"),
            row if row.pinned => say!("spoken-pinned"),
            row if row.is_linked() => say!("because-ruling"),
            row => certainty_words(row.certainty),
        };
        // A row that is matched well may have a diamond for its numbers.
        let is_told = self.row.certainty == Certainty::Possible && !self.row.is_linked();
        let mut words = words.to_owned();
        if self.row.needs_look() && !is_told {
            words = format!("{words} · {}", say!("tag-fact"));
        }
        if let Some(by_hand) = self.shown.current.by_hand {
            let by_hand = match by_hand {
                ByHand::MovedHere => say!("moved-here-by-hand"),
                ByHand::SplitOff => say!("parted-by-hand"),
                ByHand::MovedAway => say!("moved-away-by-hand"),
            };
            words = format!("{words} · {by_hand}");
        }
        words
    }

    /// Says of a row that is only possible that not all kinds of differences are looked for in it.
    fn less(&mut self) {
        let is_sure = self.row.certainty != Certainty::Possible || self.row.pinned || self.row.is_lone();
        if is_sure || self.shown.view.hides_marks() {
            return;
        }
        let tokens = theme::tokens(self.ui.ctx());
        let words = say!("possible-tells-less");
        let galley = paint::galley(self.ui.painter(), words, sans(12.0), tokens.ink3, 18.0, self.width - 48.0, 3);
        let (rect, response) = self.ui.allocate_exact_size(vec2(self.width, galley.size().y), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
        self.ui.painter().galley(rect.left_top() + vec2(32.0, 0.0), galley, tokens.ink3);
        response.on_hover_text(messages::tip("possible-tells-less"));
    }

    fn why(&mut self) {
        if self.row.because.is_empty() {
            return;
        }
        self.section(say!("why-one-row"));
        for because in &self.row.because {
            let (label, words) = because_words(because, self.row.readings());
            let tokens = theme::tokens(self.ui.ctx());
            let galley = paint::galley(self.ui.painter(), &words, sans(12.0), tokens.ink, 18.0, self.width - 92.0, 6);
            let (rect, _) = self.ui.allocate_exact_size(vec2(self.width, galley.size().y + 2.0), Sense::hover());
            // Laid out as the words beside it, it stands on their line.
            let label = paint::galley(self.ui.painter(), label, sans(12.0), tokens.ink3, 18.0, 58.0, 1);
            self.ui.painter().galley(rect.left_top() + vec2(16.0, 0.0), label, tokens.ink3);
            self.ui.painter().galley(rect.left_top() + vec2(76.0, 0.0), galley, tokens.ink);
        }
    }

    fn differences(&mut self) {
        let shown: Vec<(usize, &Contrast)> = self
            .row
            .contrasts
            .iter()
            .enumerate()
            .filter(|(_, contrast)| self.shown.view.shown_marks().has(crate::marks::Mark::of(contrast.kind)))
            .collect();
        if shown.is_empty() {
            return;
        }
        self.section(say!("differences"));
        for (at, contrast) in shown {
            self.difference(at, contrast);
        }
    }

    fn difference(&mut self, at: usize, contrast: &Contrast) {
        let tokens = theme::tokens(self.ui.ctx());
        let evidence = contrast.evidence.iter().find(|evidence| evidence.part != EvidencePart::Counterpart);
        let column = evidence.or(contrast.evidence.first()).map(|evidence| evidence.column);
        let words = evidence::words(self.shown, self.row, contrast);
        let said = evidence::note(self.shown, contrast);
        let note = paint::galley(self.ui.painter(), &said, medium(12.0), tokens.ink, 18.0, self.width - 88.0, 3);
        let is_source = !matches!(contrast.kind, ContrastKind::Voice | ContrastKind::Place);
        let font = if is_source { serif(13.5) } else { sans(12.0) };
        let ink = if is_source { tokens.ink } else { tokens.ink2 };
        let quoted = paint::galley(self.ui.painter(), &words, font, ink, 18.0, self.width - 66.0, 4);
        let height = 10.0 + note.size().y + if words.is_empty() { 0.0 } else { quoted.size().y };
        let (rect, response) = self.ui.allocate_exact_size(vec2(self.width, height), Sense::click());
        let row = self.row.anchor;
        let name = say!("difference-named", number = at + 1, words = format!("{said} {words}"));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &name));
        let is_lit = self.shown.view.lit.as_ref().is_some_and(|(anchor, places)| {
            *anchor == row
                && contrast.evidence.iter().all(|evidence| places.contains(&(evidence.column, evidence.span)))
        });
        let ground = rect.shrink2(vec2(8.0, 0.0));
        if is_lit {
            self.ui.painter().rect_filled(ground, 4.0, tokens.sel);
        } else if response.hovered() {
            self.ui.painter().rect_filled(ground, 4.0, tokens.hover);
        }
        if let Some(article) = column.and_then(|column| self.shown.article(column)) {
            let center = rect.left_top() + vec2(24.0, 14.0);
            widgets::sigil(self.ui.painter(), tokens, center, &article.sigil, article.is_base, 16.0);
        }
        let sign = sign_of(contrast.kind);
        let left = rect.left() + 42.0;
        sign.paint(self.ui.painter(), tokens, pos2(left, rect.top() + 14.0));
        let indent = if sign.width() > 0.0 { sign.width() + 5.0 } else { 0.0 };
        self.ui.painter().galley(pos2(left + indent, rect.top() + 5.0), note.clone(), tokens.ink);
        self.ui.painter().galley(pos2(left, rect.top() + 5.0 + note.size().y), quoted, ink);
        if response.has_focus() {
            paint::focus_ring(self.ui, ground, 4.0);
        }
        if response.clicked() {
            let places = contrast.evidence.iter().map(|evidence| (evidence.column, evidence.span)).collect();
            self.inbox.push(Intent::Light { row, places });
        }
    }

    /// Where in its article each reading stands.
    fn positions(&mut self) {
        self.section(say!("position"));
        let tokens = theme::tokens(self.ui.ctx());
        let cells = self.row.cells.iter().enumerate();
        let words =
            cells.filter_map(|(column, cell)| Some(places_of(cell.as_ref()?, self.shown.article(column)?.paragraphs)));
        let widest = words.map(|words| paint::width(self.ui.painter(), &words, sans(12.0))).fold(64.0, f32::max);
        for (column, cell) in self.row.cells.iter().enumerate() {
            let (Some(cell), Some(article)) = (cell, self.shown.article(column)) else { continue };
            let member = self.shown.event.and_then(|event| event.members.get(column));
            let length = member
                .and_then(|&member| self.shown.sheet.articles.get(member))
                .map_or(1, |article| article.witness.text.len().max(1));
            let (rect, _) = self.ui.allocate_exact_size(vec2(self.width, 22.0), Sense::hover());
            let painter = self.ui.painter();
            let y = rect.center().y;
            widgets::sigil(painter, tokens, pos2(rect.left() + 24.0, y), &article.sigil, article.is_base, 16.0);
            let bar =
                Rect::from_min_max(pos2(rect.left() + 42.0, y - 3.0), pos2(rect.right() - widest - 28.0, y + 3.0));
            painter.rect_filled(bar, 3.0, tokens.press);
            for passage in &cell.passages {
                let at = bar.left() + bar.width() * passage.span.start as f32 / length as f32;
                let tick = Rect::from_min_size(pos2(at.min(bar.right() - 3.0), y - 5.0), vec2(3.0, 10.0));
                painter.rect_filled(paint::snap(painter, tick), 1.0, tokens.accent);
            }
            let words = places_of(cell, article.paragraphs);
            paint::line_right(painter, pos2(rect.right() - 16.0, y), &words, sans(12.0), tokens.ink2);
        }
    }

    /// The reader's note on the statement. It becomes part of the project when the field is left.
    fn note(&mut self) {
        self.section(say!("note"));
        let row = self.row.anchor;
        let id = egui::Id::unique(("note", self.shown.view.opened, row.article, row.span.start, row.span.end));
        let typed = self.shown.view.typed.as_ref().filter(|typed| typed.row == row);
        let mut words = typed.map_or(&self.shown.current.note, |typed| &typed.words).clone();
        let width = self.width - 32.0;
        let response = self
            .ui
            .horizontal(|ui| {
                ui.add_space(16.0);
                let edit =
                    egui::TextEdit::multiline(&mut words).id(id).desired_rows(2).desired_width(width).font(sans(12.0));
                ui.add(edit.hint_text(say!("note-hint")).margin(vec2(8.0, 6.0)))
            })
            .inner;
        let response = response.accessible_name(say!("note"));
        if response.changed() {
            self.inbox.push(Intent::TypeNote { row, words });
        }
        if response.lost_focus() {
            self.inbox.push(Intent::LeaveNote);
        }
        self.ui.add_space(16.0);
    }
}

/// Where the passages of a reading stand, as many as there are ticks: `¶2, ¶3 of 16`, `headline, ¶1 + 2`.
fn places_of(cell: &SheetCell, paragraphs: usize) -> String {
    let mut places: Vec<String> = Vec::new();
    let mut last = None;
    for passage in &cell.passages {
        let place = terms::place(passage.role, passage.paragraph);
        if !places.contains(&place) {
            places.push(place);
            last = Some(passage);
        }
    }
    match (places.as_slice(), last) {
        (_, None) => String::new(),
        ([_], Some(only)) => place_words(only, paragraphs).0,
        ([first, _], Some(second)) => format!("{first}, {}", place_words(second, paragraphs).0),
        ([first, second, more @ ..], _) => format!("{first}, {second} + {}", grouped(more.len())),
        ([], _) => String::new(),
    }
}

/// Certainty in three words or fewer.
pub fn certainty_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Exact => say!("certainty-exact"),
        Certainty::Rule => say!("certainty-rule"),
        Certainty::Possible => say!("certainty-possible"),
    }
}

/// The sign of a contrast.
pub const fn sign_of(kind: ContrastKind) -> Sign {
    match kind {
        ContrastKind::Cut => Sign::Cut,
        ContrastKind::Voice => Sign::Voice,
        ContrastKind::Cue => Sign::Verb,
        ContrastKind::Force => Sign::Force,
        ContrastKind::Name => Sign::Name,
        ContrastKind::Fact => Sign::Fact,
        ContrastKind::Place => Sign::Place,
    }
}

fn because_words(because: &Because, readings: usize) -> (&'static str, String) {
    let list = |items: &[(String, usize)]| {
        let counted = items.iter().map(|(word, number)| say!("because-counted", words = word, number = *number));
        let items: Vec<String> = counted.collect();
        items.join(" · ")
    };
    match because {
        Because::Speaker { name, readings: number } => (
            say!("because-speaker"),
            if *number == readings {
                say!("because-speaker-all", name = name, number = *number)
            } else {
                say!("because-speaker-some", name = name, number = *number)
            },
        ),
        Because::Words { words } => (say!("because-words"), list(words)),
        Because::Names { names } => (say!("because-names"), list(names)),
        Because::Numbers { numbers } => (say!("because-numbers"), list(numbers)),
        Because::Verbatim { words } => (say!("because-verbatim"), say!("because-verbatim-words", count = *words)),
        Because::Ruling => (say!("because-you"), say!("because-ruling").to_owned()),
        Because::Headlines => (say!("because-place"), say!("because-headlines").to_owned()),
    }
}
