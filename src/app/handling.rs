//! The one place where intents change anything.

use std::sync::Arc;

use collation::WitnessKey;
use collation::ruling::Anchor;
use collation::span::Span;
use egui::ViewportCommand;
use workbench::project::{Edit, Refused};
use workbench::settings::Theme;

use super::App;
use super::copying::Form;
use super::filing::Waiting;
use crate::command::{Command, Intent};
use crate::panels::menus;
use crate::say;
use crate::terms;
use crate::view::{Selection, Which};

impl App {
    pub(super) fn handle(&mut self, ctx: &egui::Context, intent: Intent) {
        match intent {
            Intent::Run(command) => self.run(ctx, command),
            Intent::ClickArticle(article) => {
                let event = self.derived.articles.iter().find(|item| item.key == article).map(|item| item.event);
                self.show_event(event.unwrap_or(self.view.event));
                self.view.clicked = Some(article);
            }
            Intent::SelectCell { row, column } => {
                self.view.clicked = None;
                self.view.selection = Selection::of_cell(row, column);
                self.range_from = Some(row);
                if self.view.lit.as_ref().is_some_and(|(lit, _)| *lit != row) {
                    self.view.lit = None;
                }
            }
            Intent::SelectPassage { row, column, at } => {
                self.handle(ctx, Intent::SelectCell { row, column });
                self.choose_passage(row, column, at);
            }
            Intent::SelectRow { row, extend, toggle } => self.select_row(row, extend, toggle),
            Intent::FoldRow(row) => {
                if !self.view.turned.remove(&row) {
                    self.view.turned.insert(row);
                }
            }
            Intent::TellOrder(on) => self.view.tells_order = on,
            Intent::FoldCell(passage) => {
                if !self.view.unfolded.remove(&passage) {
                    self.view.unfolded.insert(passage);
                }
            }
            Intent::ShowEvent(event) => self.show_event(event),
            Intent::SetBase(article) => self.edit(Edit::SetBase { article }),
            Intent::SetHidden { article, hidden } => {
                self.edit(Edit::SetHidden { articles: vec![article], is_hidden: hidden });
            }
            Intent::MoveArticle { article, to } => self.move_article(article, to),
            Intent::RemoveArticle(article) => self.close_article(article),
            Intent::SetFilter(filter) => self.view.filter = filter,
            Intent::LetGoOfFilters => self.view.let_go_of_filters(),
            Intent::SetSort(sort) => {
                self.is_sorted_anew = self.view.sort != sort;
                self.view.sort = sort;
            }
            Intent::Show(which) => self.show_view(which),
            Intent::Reveal(row) => self.view.show_row(row),
            Intent::ReadArticles(articles) => self.view.reading = articles,
            Intent::OpenArticle(article) => {
                if let Some(event) =
                    self.derived.articles.iter().find(|item| item.key == article).map(|item| item.event)
                {
                    self.show_event(event);
                }
                self.view.reading = Some(vec![article]);
                self.view.selection.column = self.view.selection.current.and_then(|_| self.column_of(article));
                self.show_view(Which::Read);
            }
            Intent::TurnFold { article, block } => {
                if !self.view.turned_folds.remove(&(article, block)) {
                    self.view.turned_folds.insert((article, block));
                }
            }
            Intent::SetMark { mark, on } => self.view.marks.set(mark, on),
            Intent::AskWord { row, column, at } => self.ask_word(row, column, at),
            Intent::ShowNearest { row, column } => {
                self.handle(ctx, Intent::SelectCell { row, column });
                self.view.open_inspector(ctx.content_rect().width());
            }
            Intent::Light { row, places } => {
                let same = self.view.lit.as_ref().is_some_and(|lit| *lit == (row, places.clone()));
                self.view.lit = (!same).then_some((row, places));
            }
            Intent::CopyWithMarks(on) => self.view.copy_marks = on,
            Intent::PasteAdd(form) => self.add_pasted(*form),
            Intent::OpenFound(chosen) => self.open_found(&chosen),
            Intent::LeaveFound => self.leave_found(),
            Intent::AskColumns(pile) => self.ask_columns(pile),
            Intent::ReadColumns { pile, signature, mapping } => self.read_columns(pile, signature, mapping),
            Intent::LeaveColumns => self.leave_columns(),
            Intent::CancelWork => self.cancel_work(),
            Intent::AskReader => self.ask_reader(ctx),
            Intent::StopReader => {
                self.stop_reader();
                self.toasts.note(say!("readers-stopped"));
            }
            Intent::SettleDispute { at, choice } => self.settle_dispute(at, choice),
            Intent::ReloadChanged => self.reload_changed(ctx),
            Intent::DismissBanner => self.dismiss_banner(),
            Intent::OpenPaths(paths) => self.open_paths(paths),
            Intent::LinkCell { from, column, to } => self.link_cell(from, column, to),
            Intent::JoinRows { a, b } => self.join_two(a, b),
            Intent::RejectCell { row, column, reason } => self.reject(row, column, reason),
            Intent::SetTitle { row, title } => {
                // A title with something instead of a name was not typed by the reader.
                if !(self.view.hides_outlets() && self.is_shown_title(row, &title)) {
                    self.edit(Edit::RenameStatement { passage: row, title });
                }
            }
            Intent::TypeNote { row, words } => self.type_note(row, words),
            Intent::Compare => self.derive_anew(),
            Intent::LeaveNote => self.leave_note(),
            Intent::SetSearch(words) => self.view.search = words,
            Intent::OpenProjectAt(path) => self.leave_for(ctx, Waiting::Open(path)),
            Intent::CloseUnfinished => self.close_unfinished(ctx),
            Intent::Unsaved(answer) => self.answer_unsaved(ctx, answer),
            Intent::Recover(journal) => self.leave_for(ctx, Waiting::Recover(journal)),
            Intent::DiscardRecovery(journal) => self.keeper.discard(journal),
            Intent::TypedPath { asked, path } => self.take_typed_path(ctx, asked, path),
            Intent::GoOnWith(session) => self.go_on_with(ctx, session),
            Intent::OpenProperties(article) => self.open_properties(article),
            Intent::SetProperties(form) => self.set_properties(ctx, *form),
            Intent::JumpTo { article, span } => self.jump_to(article, span),
            Intent::CopyLedger(clip) => self.put(&clip, say!("copied-ledger").to_owned()),
            Intent::SetSettings(settings) => self.set_settings(ctx, *settings),
            Intent::ReadModel => self.read_model_again(),
            Intent::ExportAllEvents(all) => self.view.exports_all = all,
            Intent::ExportAs(format) => self.ask_export_place(ctx, format),
            Intent::NewRow { row, column } => self.new_row(row, column),
            Intent::PickText(picked) => self.view.picked = picked,
            Intent::LinkWith(target) => self.link_with(target),
            Intent::LinkTwo { a, b } => self.link(vec![a], &[b]),
            Intent::StopLinking => self.view.linking = None,
            Intent::TrimTo { from, to } => self.trim_to(from, to),
            Intent::SetAside(passage) => self.set_aside(vec![passage]),
            Intent::BringBack(place) => self.bring_back(&[place]),
            Intent::MoveToEvent { article, with } => self.move_to_event(article, with),
            Intent::JoinEvents { a, b } => self.join_events(a, b),
            Intent::SetOriginal { article, is_original } => self.set_original(article, is_original),
            Intent::TakeBack(at) => self.take_back(at),
            Intent::ListElsewhere(open) => self.view.lists_elsewhere = open,
            Intent::DismissElsewhere => {
                self.elsewhere.forget();
                self.view.lists_elsewhere = false;
            }
            Intent::GoTo(passage) => self.go_to_passage(passage),
            Intent::SetTag { row, tag, on } => self.set_tag(row, &tag, on),
            Intent::SetTagColour { tag, colour } => self.set_tag_colour(&tag, colour),
            Intent::RemoveTag(tag) => self.remove_tag(&tag),
            Intent::FilterSpeaker(speaker) => self.view.speaker = speaker,
            Intent::FilterTag(tag) => self.view.tag = tag,
        }
    }

    fn run(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::OpenArticles => self.open_picker(ctx),
            Command::Paste => self.paste(ctx),
            Command::TrySample => self.open_sample(),
            Command::Copy => self.copy_cell(),
            Command::CopyRows => self.copy_rows(Form::Rich),
            Command::CopyMarkdown => self.copy_rows(Form::Markdown),
            Command::CopyTsv => self.copy_rows(Form::Tsv),
            Command::CopyTable => self.copy_shown(),
            Command::CopyCitations => self.copy_citations(),
            Command::SelectAll => self.select_all(),
            Command::CloseAll => self.leave_for(ctx, Waiting::New),
            Command::OpenProject => self.leave_for(ctx, Waiting::ChooseProject),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.save_as(ctx),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Find => self.view.find(),
            Command::Export => self.dialogs.open_export(self.sheet.events.len(), self.view.exports_all),
            Command::Pin => self.pin(),
            Command::JoinRows => self.join_selected(),
            Command::Unlink => self.unlink_current(),
            Command::Reject => {
                if let (Some(row), Some(column)) = (self.view.selection.current, self.view.selection.column) {
                    self.dialogs.ask_reject(row, column);
                }
            }
            Command::RenameRow => {
                if let Some(row) =
                    self.current_index().and_then(|at| self.derived.sheet.events.get(self.view.event)?.rows.get(at))
                {
                    self.dialogs.rename(row.anchor, row.title.clone());
                }
            }
            Command::OpenInRead => self.show_view(Which::Read),
            Command::CloseArticle => {
                if let Some(article) = self.article_in_hand(say!("choose-cell-close")) {
                    self.close_article(article);
                }
            }
            Command::NewRow => {
                if let (Some(row), Some(column)) = (self.view.selection.current, self.view.selection.column) {
                    self.new_row(row, column);
                }
            }
            Command::LinkByHand => self.link_by_hand(),
            Command::PinAbove => self.pin_above(),
            Command::Trim => self.trim(),
            Command::SetAside => self.set_aside_in_hand(),
            Command::BringBack => self.bring_back_in_hand(),
            Command::MoveToEvent => {
                if let Some(article) = self.article_in_hand(say!("choose-cell-event")) {
                    let name = self.name_of(article);
                    let choices = self.events_for(article);
                    self.dialogs.ask_event(article, name, choices);
                }
            }
            Command::JoinEvents => {
                let choices = self.events_to_join();
                self.dialogs.ask_join(self.view.event, choices);
            }
            Command::ShowElsewhere => self.view.lists_elsewhere = !self.view.lists_elsewhere,
            Command::TagRow => {
                self.view.open_inspector(ctx.content_rect().width());
                self.view.tag_asks += 1;
            }
            Command::ImportTags => self.ask_for_tags(ctx),
            Command::NextPassage => self.step_passage(1),
            Command::PreviousPassage => self.step_passage(-1),
            Command::NextWord => self.step_word(1),
            Command::PreviousWord => self.step_word(-1),
            Command::FindNext => self.step_hit(1),
            Command::FindPrevious => self.step_hit(-1),
            Command::Palette => self.palette.open(ctx),
            Command::ClassMode => self.next_class_mode(),
            Command::Reveal => {
                self.view.is_revealed = !self.view.is_revealed;
                // What it said of hidden names or marks is over.
                self.toasts.forget_note();
            }
            Command::MarkOriginal => {
                if let Some(article) = self.article_in_hand(say!("choose-cell-original")) {
                    let is_original = self.document.project().article(article).is_some_and(|it| it.is_original);
                    self.set_original(article, !is_original);
                }
            }
            Command::FullestBase => self.toggle_fullest(),
            Command::ToggleRail => {
                let wide = ctx.content_rect().width() >= crate::theme::metrics::NARROW_WINDOW;
                let open = self.view.rail_open.unwrap_or(wide || self.document.project().is_empty());
                self.view.rail_open = Some(!open);
                // The table has another width now.
                if let Some(row) = self.view.selection.current {
                    self.view.show_row(row);
                }
            }
            Command::ToggleInspector => self.view.toggle_inspector(ctx.content_rect().width()),
            Command::CycleDensity => self.view.density = self.view.density.next(),
            Command::MakeBase => self.make_base(),
            Command::NextDoubtful => self.go_to(1, collation::sheet::SheetRow::needs_look),
            Command::PreviousDoubtful => self.go_to(-1, collation::sheet::SheetRow::needs_look),
            Command::NextDifference => self.go_to(1, collation::sheet::SheetRow::differs),
            Command::PreviousDifference => self.go_to(-1, collation::sheet::SheetRow::differs),
            Command::NextEvent => self.show_event((self.view.event + 1) % self.sheet.events.len().max(1)),
            Command::PreviousEvent => {
                let number = self.sheet.events.len().max(1);
                self.show_event((self.view.event + number - 1) % number);
            }
            Command::ThemeSystem => self.set_theme(ctx, Theme::System),
            Command::ThemeLight => self.set_theme(ctx, Theme::Light),
            Command::ThemeDark => self.set_theme(ctx, Theme::Dark),
            Command::Settings => self.dialogs.open_settings(&self.preferences.settings),
            Command::ZoomIn => self.zoom(ctx, (ctx.zoom_factor() + 0.1).min(3.0)),
            Command::ZoomOut => self.zoom(ctx, (ctx.zoom_factor() - 0.1).max(0.5)),
            Command::ZoomReset => self.zoom(ctx, 1.0),
            Command::FullScreen => {
                let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
            }
            Command::ViewGrid => self.show_view(Which::Grid),
            Command::ViewRead => self.show_view(Which::Read),
            Command::ViewCoverage => self.show_view(Which::Coverage),
            Command::Ledgers => {
                self.dialogs.open_ledgers();
                let (sheet, event) = (Arc::clone(&self.derived.sheet), self.view.event);
                self.errands.send(ctx, "ledgers", move || super::Errand::Ledgers {
                    books: crate::ledger::Books::of(&sheet, event),
                });
            }
            Command::Readers => self.open_readers(ctx),
            Command::MainMenu => menus::ask_main(ctx),
            Command::ContextMenu => self.ask_for_menu(ctx),
            Command::CheatSheet => self.dialogs.toggle_keys(),
            Command::About => self.dialogs.open_about(),
            Command::Quit => self.leave_for(ctx, Waiting::Quit),
        }
    }

    /// Opens the menu of what has the keyboard, else of the clicked article or of the chosen cell or row.
    fn ask_for_menu(&mut self, ctx: &egui::Context) {
        match self.view.selection.current {
            _ if self.view.clicked.is_some() => {}
            Some(row) => self.view.show_row(row),
            None if ctx.memory(|memory| memory.focused().is_none()) => {
                self.toasts.note(say!("need-selection"));
                return;
            }
            None => {}
        }
        menus::ask(ctx);
    }

    /// True where the row is shown under this title already.
    fn is_shown_title(&self, row: Anchor, title: &str) -> bool {
        let event = self.derived.sheet.events.get(self.view.event);
        event.is_some_and(|event| event.rows.iter().any(|other| other.anchor == row && other.title == title.trim()))
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        self.telling_elsewhere(|app| match app.make(edit) {
            Ok(()) => app.document.undo_name().map(str::to_owned),
            Err(refused) => {
                app.toasts.note(terms::refused(refused));
                None
            }
        });
    }

    /// Makes an edit, as a step with the window's name for it.
    pub(super) fn make(&mut self, edit: Edit) -> Result<(), Refused> {
        let name = terms::step(self.document.project(), &edit);
        self.document.edit(edit)?;
        if let Some(name) = name {
            self.document.call_last_step(name);
        }
        Ok(())
    }

    /// Shows another view at the same place.
    fn show_view(&mut self, which: Which) {
        self.view.which = which;
        if let Some(current) = self.view.selection.current {
            self.view.show_row(current);
        }
    }

    /// Lets go of every filter and of the words searched for.
    pub(super) fn list_all(&mut self) {
        self.view.let_go_of_filters();
        self.view.end_search();
    }

    fn select_row(&mut self, row: Anchor, extend: bool, toggle: bool) {
        self.view.clicked = None;
        let selection = &mut self.view.selection;
        if toggle {
            if !selection.rows.remove(&row) {
                selection.rows.insert(row);
            }
            selection.current = Some(row);
            self.range_from = Some(row);
        } else if extend && let Some(from) = self.range_from {
            let range = self.rows_between(from, row);
            self.view.selection.rows = range;
            self.view.selection.current = Some(row);
        } else {
            selection.rows = [row].into();
            selection.current = Some(row);
            self.range_from = Some(row);
        }
        self.view.selection.column = None;
        self.view.selection.passage = None;
    }

    fn rows_between(&self, a: Anchor, b: Anchor) -> std::collections::BTreeSet<Anchor> {
        let Some(event) = self.sheet.events.get(self.view.event) else { return [b].into() };
        let anchors: Vec<Anchor> =
            self.derived.rows.iter().filter_map(|&row| event.rows.get(row)).map(|row| row.anchor).collect();
        let place = |anchor| anchors.iter().position(|other| *other == anchor);
        let (Some(a), Some(b)) = (place(a), place(b)) else { return [b].into() };
        anchors.get(a.min(b)..=a.max(b)).unwrap_or_default().iter().copied().collect()
    }

    fn select_all(&mut self) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let rows = self.derived.rows.iter().filter_map(|&row| event.rows.get(row)).map(|row| row.anchor);
        self.view.selection.rows = rows.collect();
        self.view.selection.column = None;
        self.view.selection.passage = None;
        if self.view.selection.current.is_none() {
            self.view.selection.current = self.view.selection.rows.first().copied();
        }
    }

    /// Selects the statement that this place of an article stands in, in whatever view.
    fn jump_to(&mut self, article: WitnessKey, span: Span) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let Some(column) = self.column_of(article) else { return };
        let row = event.rows.iter().enumerate().find(|(_, row)| {
            let cell = row.cells.get(column).and_then(Option::as_ref);
            cell.is_some_and(|cell| cell.passages.iter().any(|passage| passage.span.overlaps(span)))
        });
        let Some((at, row)) = row.map(|(at, row)| (at, row.anchor)) else {
            self.toasts.note(say!("no-statement-here"));
            return;
        };
        if !self.derived.rows.contains(&at) {
            self.list_all();
        }
        self.view.clicked = None;
        self.view.selection = Selection::of_cell(row, column);
        self.range_from = Some(row);
        self.view.lit = Some((row, vec![(column, span)]));
        self.view.show_row(row);
    }

    /// Moves an article to the place of another one in the order of columns.
    fn move_article(&mut self, article: WitnessKey, to: WitnessKey) {
        if article != to
            && let Some(to) = self.document.project().position(to)
        {
            self.edit(Edit::MoveArticle { article, to });
        }
    }

    /// Makes the article of the current cell the base.
    fn make_base(&mut self) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let Some(column) = self.view.selection.column else {
            self.toasts.note(say!("choose-cell-base"));
            return;
        };
        let article = event.members.get(column).and_then(|&member| self.sheet.articles.get(member));
        if let Some(article) = article {
            let article = article.witness.key;
            self.edit(Edit::SetBase { article });
        }
    }

    /// Everything in another size; the chosen statement stays in sight.
    fn zoom(&mut self, ctx: &egui::Context, factor: f32) {
        ctx.set_zoom_factor(factor);
        if let Some(row) = self.view.selection.current {
            self.view.show_row(row);
        }
    }

    /// Goes to the next row in one direction that fulfils `wanted`, around the end.
    fn go_to(&mut self, step: isize, wanted: fn(&collation::sheet::SheetRow) -> bool) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let rows: Vec<&collation::sheet::SheetRow> =
            self.derived.rows.iter().filter_map(|&row| event.rows.get(row)).collect();
        let number = rows.len() as isize;
        let current = self.view.selection.current.and_then(|current| rows.iter().position(|row| row.anchor == current));
        let start = current.map_or(if step > 0 { -1 } else { number }, |at| at as isize);
        let found = (1..=number)
            .map(|steps| (start + steps * step).rem_euclid(number.max(1)) as usize)
            .find(|&at| rows.get(at).is_some_and(|row| wanted(row)));
        match found.and_then(|at| rows.get(at)).map(|row| row.anchor) {
            Some(anchor) => {
                self.view.show_row(anchor);
                self.select_row(anchor, false, false);
            }
            None => self.toasts.note(say!("no-such-statement")),
        }
    }
}
