//! What the window paints. Panels read shared references and return intents; none changes anything,
//! reads a file or waits.

pub mod alone;
pub mod articles;
pub mod banner;
pub mod coverage;
pub mod empty;
pub mod evidence;
pub mod filter_bar;
pub mod grid;
pub mod halted;
pub mod inspector;
mod kept;
pub mod legend;
pub mod menus;
pub mod reading;
pub mod shading;
mod sideways;
mod stack;
pub mod status;
pub mod strip;
pub mod tips;
pub mod top_bar;
mod whole_title;

use collation::ruling::Anchor;
use collation::segment::TokenKind;
use collation::sheet::{Sheet, SheetEvent, SheetRow};
use collation::span::Span;
use collation::{Prepared, WitnessKey};

use crate::command::{Intent, Situation};
use crate::say;
use crate::view::View;

/// Everything that panels may look at in one frame.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    pub sheet: &'a Sheet,
    /// Grows whenever `sheet` is another one; keys of caches hold it.
    pub sheet_revision: u64,
    pub event: Option<&'a SheetEvent>,
    pub view: &'a View,
    /// Size of source words.
    pub text: crate::theme::SourceText,
    /// All articles of the document, in column order.
    pub articles: &'a [ArticleItem],
    /// Rows of `event` that pass the filter, in order.
    pub rows: &'a [usize],
    /// Columns of `event` that are not hidden.
    pub columns: &'a [usize],
    pub counts: &'a Counts,
    pub situation: Situation,
    pub title: &'a str,
    pub is_unsaved: bool,
    /// Nothing can be changed: the project can only be saved under another name.
    pub is_read_only: bool,
    /// A language model is wanted and there, but the articles are too long for it.
    pub is_too_long_for_model: bool,
    /// A newer table is on its way.
    pub is_stale: bool,
    /// It was stopped, or broke: none is on its way.
    pub is_halted: bool,
    pub progress: Option<&'a ProgressItem>,
    pub recent: &'a [workbench::recent::RecentProject],
    /// What is known of the current row alone.
    pub current: &'a Current,
    /// Tags of the rows that have some.
    pub tags: &'a std::collections::BTreeMap<collation::ruling::Anchor, Vec<String>>,
    /// The reader's tag list.
    pub codes: &'a [workbench::project::Code],
    /// Stretches that the reader set aside.
    pub set_aside: &'a [collation::ruling::Anchor],
    /// Places that hold the words searched for.
    pub hits: &'a crate::finding::Hits,
    /// What the last correction changed beside what it named.
    pub elsewhere: &'a crate::app::Elsewhere,
    /// Files that changed on disk.
    pub banner: &'a crate::app::Banner,
    /// What class mode says instead of names.
    pub mask: &'a crate::app::Mask,
    /// What messages on what went wrong take of the foot of the table.
    pub problems_height: f32,
    /// Names of the steps that undo and redo would make.
    pub undo: Option<&'a str>,
    pub redo: Option<&'a str>,
}

/// What the inspector shows of the current row and cell beside the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Current {
    /// The reader's note.
    pub note: String,
    pub tags: Vec<String>,
    /// The reader's rulings about it, the newest first.
    pub history: Vec<RulingItem>,
    /// What the reader did with a whole passage of it.
    pub by_hand: Option<ByHand>,
    /// For a hollow cell: what comes nearest in its article.
    pub nearest: Option<collation::nearest::Near>,
    /// The reader split that one off this row.
    pub is_nearest_parted: bool,
    /// For a cell whose row is compared with it: how many other readings kept each word.
    pub kept: Vec<collation::kept::Kept>,
}

/// What the reader did with a whole passage of a row, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ByHand {
    /// Brought it from another row.
    MovedHere,
    /// Split it off another row.
    SplitOff,
    /// Took it to another row.
    MovedAway,
}

/// One ruling as the inspector lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulingItem {
    /// Indices among the project's rulings of those that one step has made.
    pub at: Vec<usize>,
    pub words: String,
}

/// Long work under way.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressItem {
    pub stage: String,
    /// 0 to 1; `None` where the work can't tell.
    pub done: Option<f32>,
    /// True once it has taken long enough to be worth showing.
    pub is_long: bool,
}

/// One article as rail and column heads show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleItem {
    pub key: WitnessKey,
    pub sigil: String,
    pub name: String,
    /// Its outlet is not known, and class mode hides none: its letter or file stands for it.
    pub is_nameless: bool,
    /// Another article of its event is called the same.
    pub is_namesake: bool,
    pub title: String,
    /// `Tue 13 Oct 2026`, empty where unknown.
    pub date: String,
    /// `13 Oct 2026`, for where that is too long.
    pub date_in_brief: String,
    pub words: usize,
    pub hidden_lines: usize,
    pub paragraphs: usize,
    /// Index of its event on the sheet.
    pub event: usize,
    pub is_hidden: bool,
    /// The statement itself, such as a transcript.
    pub is_original: bool,
    pub is_base: bool,
    /// `96 % the same text as Dan Tri`, where it repeats an article before it.
    pub twin: Option<String>,
    /// `in German, hardly matched with English`, where most are in another language.
    pub stranger: Option<String>,
}

impl ArticleItem {
    /// What it is called beside its letter, where that is not its name.
    pub fn lettered(&self) -> String {
        let is_letter = self.name == say!("called", sigil = &self.sigil);
        if is_letter { self.name.clone() } else { format!("{}  {}", self.sigil, self.name) }
    }

    /// `Tue 13 Oct 2026 · 412 words`.
    pub fn meta_line(&self) -> String {
        let words = say!("words", count = self.words);
        if self.date.is_empty() { words } else { format!("{} · {words}", self.date) }
    }

    /// The same, without the weekday where that leaves no room, and the date alone where there is none for both.
    fn meta_line_within(&self, painter: &egui::Painter, font: egui::FontId, room: f32) -> String {
        let whole = self.meta_line();
        if self.date.is_empty() || crate::paint::width(painter, &whole, font.clone()) <= room {
            return whole;
        }
        let brief = format!("{} · {}", self.date_in_brief, say!("words", count = self.words));
        if crate::paint::width(painter, &brief, font) <= room { brief } else { self.date_in_brief.clone() }
    }

    /// What stands below its name in the head of a column: its title, where the name tells it from no other.
    fn line_below_name(&self, painter: &egui::Painter, font: egui::FontId, room: f32) -> String {
        let tells = self.is_namesake && !self.title.is_empty();
        if tells { self.title.clone() } else { self.meta_line_within(painter, font, room) }
    }
}

/// Live counts for chips and legend.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By [`crate::view::Filter::ALL`].
    pub filters: [usize; 7],
    /// By [`crate::marks::Mark::ALL`].
    pub marks: [usize; 10],
    pub not_found: usize,
    pub statements: usize,
    /// Those that pass the filters, whether or not they hold the words searched for.
    pub listed: usize,
    pub need_look: usize,
    pub only_one: usize,
    /// Some statement is compared with its fullest quotation.
    pub has_own_base: bool,
    /// Speakers of the statements with their number, most first.
    pub speakers: Vec<(String, usize)>,
    /// Tags of the statements with their number.
    pub tags: Vec<(String, usize)>,
}

impl<'a> Shown<'a> {
    pub fn article(&self, column: usize) -> Option<&'a ArticleItem> {
        let member = *self.event?.members.get(column)?;
        let key = self.sheet.articles.get(member)?.witness.key;
        self.articles.iter().find(|article| article.key == key)
    }

    /// The text in a column, with what the engine found in it.
    pub fn prepared(&self, column: usize) -> Option<&'a Prepared> {
        let member = *self.event?.members.get(column)?;
        self.sheet.articles.get(member).map(AsRef::as_ref)
    }

    /// The row that has what `row` lacks in this column.
    pub fn elsewhere(&self, row: &SheetRow, column: usize) -> Option<&'a SheetRow> {
        let number = row.elsewhere.get(column).copied().flatten()?;
        self.row(number.checked_sub(1)?)
    }

    /// True where a window of this width has the list of articles in full beside the table.
    pub fn has_rail(&self, width: f32) -> bool {
        self.view.rail_open.unwrap_or(width >= crate::theme::metrics::NARROW_WINDOW || self.articles.is_empty())
    }

    pub fn row(&self, index: usize) -> Option<&'a SheetRow> {
        self.event?.rows.get(index)
    }

    /// The lit words of a column, each stretch once and without the marks around it.
    pub fn lit_words(&self, column: usize) -> Vec<Span> {
        let Some((_, places)) = &self.view.lit else { return Vec::new() };
        let member = self.event.and_then(|event| event.members.get(column));
        let Some(article) = member.and_then(|&member| self.sheet.articles.get(member)) else { return Vec::new() };
        let words = |span: Span| {
            let tokens = article.segmented.tokens_in(span).iter().filter(|token| token.kind != TokenKind::Mark);
            tokens.map(|token| token.span).reduce(Span::join)
        };
        let mut found: Vec<Span> =
            places.iter().filter(|(other, _)| *other == column).filter_map(|&(_, span)| words(span)).collect();
        found.sort_unstable();
        found.dedup_by(|next, before| {
            let touches = next.start <= before.end + 1;
            if touches {
                *before = before.join(*next);
            }
            touches
        });
        found
    }

    /// True where the event has a single article, so that nothing is compared.
    pub fn is_alone(&self) -> bool {
        self.event.is_some_and(|event| event.members.len() == 1)
    }

    /// While a passage waits for its mate, the passage of a cell that a click there makes it: the one with this character,
    /// else the first. The waiting passage's own cell has none.
    pub fn mate_in(&self, row: &SheetRow, column: usize, character: Option<usize>) -> Option<Anchor> {
        self.view.linking.as_ref()?;
        let (article, cell) = (self.article(column)?.key, row.cells.get(column)?.as_ref()?);
        let mut spans = cell.passages.iter().map(|passage| passage.span);
        if spans.clone().any(|span| self.view.is_linking(article, span)) {
            return None;
        }
        let under = spans.clone().find(|span| character.is_some_and(|at| span.contains(at)));
        Some(Anchor { article, span: under.or_else(|| spans.next())? })
    }

    pub fn current_row(&self) -> Option<&'a SheetRow> {
        let current = self.view.selection.current?;
        self.event?.rows.iter().find(|row| row.anchor == current)
    }
}

/// Dims a view while the table that it shows is out of date.
pub fn dim_what_is_stale(ui: &mut egui::Ui, shown: &Shown<'_>) {
    if shown.is_stale {
        ui.multiply_opacity(0.6);
    }
}

/// Says in a view at `left_top` why there is nothing in it.
pub fn nothing_ui(ui: &egui::Ui, shown: &Shown<'_>, left_top: egui::Pos2) {
    let words = if shown.counts.statements > 0 {
        nothing_passes(shown)
    } else if shown.progress.is_some() {
        say!("nothing-yet").to_owned()
    } else {
        say!("no-statements").to_owned()
    };
    let tokens = crate::theme::tokens(ui.ctx());
    let at = left_top + egui::vec2(16.0, 34.0);
    let width = (ui.clip_rect().right() - at.x - 16.0).max(0.0);
    let drawn = crate::paint::line(ui.painter(), at, &words, crate::theme::fonts::sans(13.0), tokens.ink2, width);
    let response = ui.interact(drawn, ui.scope_id().with("nothing"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, &words));
}

/// Why every statement of the event is hidden: by the words searched for, or by the filter.
fn nothing_passes(shown: &Shown<'_>) -> String {
    let words = &shown.hits.words;
    let is_in_a_row =
        || shown.event.is_some_and(|event| event.rows.iter().any(|row| shown.hits.in_row(row.anchor) > 0));
    if words.is_empty() || is_in_a_row() {
        say!("nothing-passes").to_owned()
    } else if shown.hits.list.is_empty() {
        say!("nothing-found", words = words)
    } else {
        say!("nothing-found-here", words = words)
    }
}

/// What was dropped on a control, if it is of this kind; anything else is left for who asks next.
pub fn dropped<T: Send + Sync + 'static>(response: &egui::Response) -> Option<std::sync::Arc<T>> {
    egui::DragAndDrop::has_payload_of_type::<T>(&response.ctx).then(|| response.dnd_release_payload::<T>()).flatten()
}

/// Where intents are collected in one frame.
pub type Inbox = Vec<Intent>;
