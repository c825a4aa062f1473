//! The bar above the columns: which event, which rows, in which order, how much text.

use collation::contrast::Voice;
use egui::{Align, Layout, Ui, UiBuilder};

use crate::command::{Command, Intent};
use crate::icons::Icon;
use crate::messages::grouped;
use crate::paint;
use crate::panels::{Inbox, Shown, menus, tips};
use crate::say;
use crate::terms;
use crate::theme::fonts::{sans, serif_semibold};
use crate::theme::metrics;
use crate::view::{Filter, Sort, Which};
use crate::widgets::{self, LETS_GO, Press, Sign, chip, chip_ending, chip_width, ending_width};

/// Draws the bar into the whole of `ui`.
pub fn filter_bar_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let inner = ui.max_rect().shrink2(egui::vec2(12.0, (metrics::FILTER_BAR - metrics::BUTTON) / 2.0));
    let brief = brief(ui, shown, inner.width());
    let right = if shown.view.which == Which::Coverage { "coverage-filters" } else { "filters" };
    let left_rect = inner.with_max_x(widgets::start_of_right(ui, inner, right) - 8.0);
    let mut left = ui.new_child(UiBuilder::new().max_rect(left_rect).layout(Layout::left_to_right(Align::Center)));
    left.set_clip_rect(left_rect.expand(3.0).intersect(ui.clip_rect()));
    left.spacing_mut().item_spacing.x = CHIP_GAP;
    event_switcher(&mut left, shown, inbox);
    chips_ui(&mut left, shown, inbox);
    widgets::at_right(ui, inner, right, |ui| right_side(ui, shown, inner.width(), brief, inbox));
}

/// Room for the switcher of events, where there are several.
pub const EVENT_SWITCHER: f32 = 130.0;
/// Between the tools at the right.
const TOOL_GAP: f32 = 4.0;
/// Room for the chip of those that have no room.
const MORE: f32 = 46.0;
/// Between chips.
const CHIP_GAP: f32 = 6.0;
/// How many filters, from the first, have their chip before anything else has room.
const MAIN: usize = 5;

/// The filters that find something, the one in force always, the main ones first: each with its number of rows.
fn filters(shown: &Shown<'_>) -> Vec<(Filter, usize)> {
    let counted = Filter::ALL.into_iter().enumerate();
    let counted = counted.map(|(at, filter)| (filter, shown.counts.filters.get(at).copied().unwrap_or_default()));
    // Which kinds there are, and how many, is what class mode hides.
    let is_hidden = |filter| shown.view.hides_marks() && filter != Filter::All;
    let is_shown = |filter, number| number > 0 || filter == Filter::All || shown.view.filter == filter;
    counted.filter(|&(filter, number)| is_shown(filter, number) && !is_hidden(filter)).collect()
}

/// True where a filter is in force; all statements are listed only where no speaker or tag is chosen either.
fn is_in_force(shown: &Shown<'_>, filter: Filter) -> bool {
    shown.view.shown_filter() == filter && (filter != Filter::All || !shown.view.is_filtered())
}

/// What a click on a filter asks for.
fn turned(filter: Filter, is_on: bool) -> Intent {
    if filter == Filter::All {
        Intent::LetGoOfFilters
    } else {
        Intent::SetFilter(if is_on { Filter::All } else { filter })
    }
}

/// How wide a chip is with the gap before it, with its number or without.
fn width_of(ui: &Ui, (filter, number): (Filter, usize), is_counted: bool) -> f32 {
    CHIP_GAP + chip_width(ui.painter(), filter.label(), is_counted.then_some(number), sign(filter))
}

/// How wide the chips of the main filters are together.
fn main_width(ui: &Ui, shown: &Shown<'_>, is_counted: bool) -> f32 {
    let main =
        filters(shown).into_iter().filter(|(filter, _)| Filter::ALL.iter().take(MAIN).any(|main| main == filter));
    main.map(|filter| width_of(ui, filter, is_counted)).sum()
}

/// What has to do without its words so that the main filters keep their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Brief {
    Nothing,
    Order,
    OrderAndDensity,
}

fn brief(ui: &Ui, shown: &Shown<'_>, room: f32) -> Brief {
    let event = if shown.sheet.events.len() > 1 { EVENT_SWITCHER } else { 0.0 };
    let chips = event + main_width(ui, shown, true) + chosen_width(ui, shown);
    let fits = |brief: &Brief| {
        let tools = [filter_press(), sort_press(shown, *brief), density_press(shown, *brief)];
        let tools: f32 = tools.iter().map(|press| press.width(ui.painter()) + TOOL_GAP).sum();
        chips + tools + 8.0 <= room
    };
    if shown.view.which != Which::Grid {
        return Brief::Nothing;
    }
    // Where even that would not do, the number of the text stays in sight.
    [Brief::Nothing, Brief::Order, Brief::OrderAndDensity].into_iter().find(fits).unwrap_or(Brief::Order)
}

/// How wide the chips of speaker and tag are together.
fn chosen_width(ui: &Ui, shown: &Shown<'_>) -> f32 {
    let choices = choices(shown).into_iter();
    choices.map(|(words, _)| CHIP_GAP + ending_width(ui.painter(), &words, Some(LETS_GO), None)).sum()
}

fn filter_press() -> Press<'static> {
    Press::new(say!("filter")).menu().name(say!("filter-menu"))
}

fn sort_press(shown: &Shown<'_>, brief: Brief) -> Press<'static> {
    let words = if brief >= Brief::Order { "" } else { shown.view.sort.label() };
    Press::new(words).icon(Icon::Sort).menu().name(say!("order-of-rows"))
}

fn density_press(shown: &Shown<'_>, brief: Brief) -> Press<'static> {
    if brief == Brief::OrderAndDensity {
        return Press::icon_only(Icon::Document, say!("density"));
    }
    Press::new(shown.view.shown_density().label()).keys("D").name(say!("density"))
}

/// The chips that fit, from the first on, the one in force always; where the main ones would not fit, all go without
/// their numbers. The menu beside them has every filter.
fn chips_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let (choices, chosen) = (choices(shown), chosen_width(ui, shown));
    let is_counted = main_width(ui, shown, true) + chosen <= ui.available_width();
    let filters = filters(shown);
    let in_force = filters.iter().find(|(filter, _)| shown.view.shown_filter() == *filter);
    let own = in_force.map_or(0.0, |&filter| width_of(ui, filter, is_counted));
    let all: f32 = filters.iter().map(|&filter| width_of(ui, filter, is_counted)).sum();
    // Where not all fit, a chip behind them has the others, unless a main one would have to go for it.
    let (room, main) = (ui.available_width(), main_width(ui, shown, is_counted) + chosen);
    let has_more = all + chosen > room && (main + MORE <= room || main > room);
    let more = if has_more { MORE } else { 0.0 };
    let mut kept = own + chosen + more;
    let mut is_full = false;
    let mut left_out = Vec::new();
    for (filter, number) in filters {
        let is_on = is_in_force(shown, filter);
        if shown.view.shown_filter() == filter {
            kept = chosen + more;
        } else {
            is_full |= width_of(ui, (filter, number), is_counted) + kept > ui.available_width();
            if is_full {
                left_out.push((filter, number));
                continue;
            }
        }
        let response = chip(ui, filter.label(), is_counted.then_some(number), is_on, sign(filter));
        let words = filter.meaning();
        let words = if is_counted { words.to_owned() } else { format!("{} · {words}", grouped(number)) };
        let response = response.on_hover_text(words);
        if response.clicked() {
            inbox.push(turned(filter, is_on));
        }
    }
    if has_more && !left_out.is_empty() {
        more_ui(ui, &left_out, inbox);
    }
    for (words, let_go) in choices {
        let most = ui.available_width();
        if chip_ending(ui, &words, Some(LETS_GO), true, None, most).on_hover_text(say!("filter-let-go")).clicked() {
            inbox.push(let_go);
        }
    }
}

/// The filters that have no room for a chip of their own, behind one that says how many they are.
fn more_ui(ui: &mut Ui, left_out: &[(Filter, usize)], inbox: &mut Inbox) {
    let names: Vec<&str> = left_out.iter().map(|(filter, _)| filter.label()).collect();
    let names = say!("filters-more", names = names.join(", "));
    let button = chip(ui, &format!("+{}", left_out.len()), None, false, None);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &names));
    let button = button.on_hover_text(&names);
    egui::Popup::menu(&button).show(|ui| {
        for &(filter, number) in left_out {
            let words = format!("{} · {}", filter.label(), grouped(number));
            if widgets::menu_choice(ui, false, words).clicked() {
                inbox.push(turned(filter, false));
                ui.close();
            }
        }
    });
}

/// The speaker and the tag that the rows are filtered by, each with what lets go of it.
fn choices(shown: &Shown<'_>) -> Vec<(String, Intent)> {
    let speaker = shown.view.speaker.as_ref().map(|name| say!("filter-speaker", name = name));
    let tag = shown.view.tag.as_ref().map(|name| say!("filter-tag", name = name));
    let all = [(speaker, Intent::FilterSpeaker(None)), (tag, Intent::FilterTag(None))];
    all.into_iter().filter_map(|(words, let_go)| Some((words?, let_go))).collect()
}

/// What stands before the words of a filter.
const fn sign(filter: Filter) -> Option<Sign> {
    match filter {
        Filter::Cut => Some(Sign::Cut),
        Filter::OnlyOne => Some(Sign::Hollow),
        Filter::NeedsLook => Some(Sign::Diamond),
        Filter::Quoted => Some(Sign::Voice),
        Filter::Numbers => Some(Sign::Fact),
        Filter::All | Filter::Differences => None,
    }
}

/// Every filter in one menu, speakers and tags too: chips may not all fit.
fn filter_menu(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let button = filter_press().show(ui);
    egui::Popup::menu(&button).show(|ui| {
        menus::scrolled(ui, |ui| {
            let all = Filter::ALL.into_iter().zip(shown.counts.filters);
            let is_hidden = |filter| shown.view.hides_marks() && filter != Filter::All;
            for (filter, number) in all.filter(|(filter, _)| !is_hidden(*filter)) {
                let words = format!("{} · {}", filter.label(), grouped(number));
                let choice = widgets::menu_choice(ui, is_in_force(shown, filter), words);
                let meaning = (String::new(), filter.meaning().to_owned());
                if tips::beside(choice, &meaning).clicked() {
                    inbox.push(turned(filter, false));
                    ui.close();
                }
            }
            for (choices, chosen, is_speaker) in
                [(&shown.counts.tags, &shown.view.tag, false), (&shown.counts.speakers, &shown.view.speaker, true)]
            {
                if !choices.is_empty() {
                    ui.separator();
                }
                for (name, number) in choices {
                    let is_on = chosen.as_ref() == Some(name);
                    let words =
                        if is_speaker { say!("filter-speaker", name = name) } else { say!("filter-tag", name = name) };
                    if widgets::menu_choice(ui, is_on, format!("{words} · {}", grouped(*number))).clicked() {
                        let choice = (!is_on).then(|| name.clone());
                        let intent = if is_speaker { Intent::FilterSpeaker(choice) } else { Intent::FilterTag(choice) };
                        inbox.push(intent);
                        ui.close();
                    }
                }
            }
        });
    });
}

/// "Event 1 of 4" with steps to both sides, where there are several.
pub fn event_switcher(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let number = shown.sheet.events.len();
    if number < 2 {
        return;
    }
    let label = say!("event-of", number = shown.view.event + 1, all = number);
    let button = Press::new(&label).menu().show(ui);
    let hint = Command::NextEvent.hint(ui.ctx());
    let button = button.on_hover_text(hint);
    egui::Popup::menu(&button).show(|ui| {
        menus::scrolled(ui, |ui| {
            for (at, event) in shown.sheet.events.iter().enumerate() {
                let title = event_title(shown, at);
                let words = format!("{} · {}", title, say!("articles-counted", count = event.members.len()));
                if widgets::menu_choice(ui, at == shown.view.event, words).clicked() {
                    inbox.push(Intent::ShowEvent(at));
                    ui.close();
                }
            }
        });
    });
    ui.add_space(2.0);
}

/// What an event is called: the title of its base, else the base's first words.
pub fn event_title(shown: &Shown<'_>, event: usize) -> String {
    let base = shown.sheet.events.get(event).and_then(|event| event.members.get(event.base));
    let key = base.and_then(|&member| Some(shown.sheet.articles.get(member)?.witness.key));
    let article = shown.articles.iter().find(|article| Some(article.key) == key);
    let Some(article) = article else { return say!("event-number", number = event + 1) };
    let title = &article.title;
    if title.chars().count() <= 60 {
        title.clone()
    } else {
        title.chars().take(58).collect::<String>().trim_end().to_owned() + "…"
    }
}

fn right_side(ui: &mut Ui, shown: &Shown<'_>, room: f32, brief: Brief, inbox: &mut Inbox) {
    if shown.view.which == Which::Coverage {
        // What the signs mean stands in the table's head, unless the window is low; it is in the help too, and the filters
        // are needed here with their numbers.
        let menu = filter_press().width(ui.painter());
        let event = if shown.sheet.events.len() > 1 { EVENT_SWITCHER } else { 0.0 };
        let others = menu + event + main_width(ui, shown, true) + chosen_width(ui, shown) + 16.0;
        filter_menu(ui, shown, inbox);
        if metrics::is_low(ui.ctx()) && voice_key_width(ui) + others <= room {
            voice_key(ui);
        }
        return;
    }
    filter_menu(ui, shown, inbox);
    let sort = sort_press(shown, brief).show(ui);
    let sort = if brief >= Brief::Order { sort.on_hover_text(shown.view.sort.label()) } else { sort };
    egui::Popup::menu(&sort).show(|ui| {
        for sort in Sort::ALL {
            if widgets::menu_choice(ui, shown.view.sort == sort, sort.label()).clicked() {
                inbox.push(Intent::SetSort(sort));
                ui.close();
            }
        }
    });
    let is_enabled = Command::CycleDensity.is_enabled(shown.situation);
    let density = ui.add_enabled_ui(is_enabled, |ui| density_press(shown, brief).show(ui)).inner;
    let words = shown.view.shown_density().label();
    let hint = Command::CycleDensity.hint(ui.ctx());
    let hint = if brief == Brief::OrderAndDensity { format!("{words} ({hint})") } else { hint };
    let density = density.on_disabled_hover_text(say!("need-marks")).on_hover_text(hint);
    if density.clicked() {
        inbox.push(Intent::Run(Command::CycleDensity));
    }
}

/// The signs of the coverage view and what they mean.
pub fn voice_signs() -> [(&'static str, &'static str, &'static str); 4] {
    let [quoted, partly, paraphrased] = [Voice::Quoted, Voice::Partly, Voice::Paraphrased].map(terms::voice_glyph);
    [
        (quoted, say!("quoted"), say!("meaning-quoted")),
        (partly, say!("partly-quoted"), say!("meaning-partly")),
        (paraphrased, say!("paraphrased"), say!("meaning-paraphrased")),
        ("∅", say!("not-found"), say!("not-found-meaning")),
    ]
}

/// Room for [`voice_key`].
fn voice_key_width(ui: &Ui) -> f32 {
    let gaps = 6.0 + 3.0 * ui.spacing().item_spacing.x;
    let width = |words, font| paint::width(ui.painter(), words, font);
    voice_signs()
        .map(|(glyph, words, _)| width(words, sans(12.0)) + width(glyph, serif_semibold(15.0)) + gaps)
        .iter()
        .sum()
}

/// What the glyphs of the coverage view mean.
fn voice_key(ui: &mut Ui) {
    let tokens = crate::theme::tokens(ui.ctx());
    for (glyph, words, _) in voice_signs() {
        ui.add_space(6.0);
        ui.label(egui::RichText::new(glyph).font(serif_semibold(15.0)).color(tokens.ink));
        ui.label(egui::RichText::new(words).font(sans(12.0)).color(tokens.ink2));
    }
}
