//! The bar above the columns: which event, which rows, in which order, how much text.

use collation::contrast::Voice;
use egui::{Align, Layout, Ui, UiBuilder};

use crate::command::{Command, Intent};
use crate::icons::Icon;
use crate::marks::Density;
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
    let left_rect = inner.with_max_x(widgets::start_of_right(ui, inner, right) - BEFORE_TOOLS);
    let mut left = ui.new_child(UiBuilder::new().max_rect(left_rect).layout(Layout::left_to_right(Align::Center)));
    left.set_clip_rect(left_rect.expand(3.0).intersect(ui.clip_rect()));
    left.spacing_mut().item_spacing.x = CHIP_GAP;
    event_switcher(&mut left, shown, inbox);
    chips_ui(&mut left, shown, inbox);
    widgets::at_right(ui, inner, right, |ui| right_side(ui, shown, inner.width(), brief, inbox));
}

/// Behind the switcher of events.
const AFTER_EVENTS: f32 = 2.0;
/// Between the tools at the right.
const TOOL_GAP: f32 = 4.0;
/// Between the chips and the tools.
const BEFORE_TOOLS: f32 = 4.0;
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

/// How wide the chip is of those that have no room, with the gap before it.
fn more_width(ui: &Ui) -> f32 {
    CHIP_GAP + chip_width(ui.painter(), "+9", None, None)
}

/// How wide the switcher of events is, with what a chip has no gap for behind it; nothing where there is one event.
pub fn events_width(ui: &Ui, shown: &Shown<'_>) -> f32 {
    let label = events_label(shown);
    label.map_or(0.0, |label| Press::new(&label).menu().width(ui.painter()) + AFTER_EVENTS)
}

/// What has to do without its words so that the main filters keep their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Brief {
    Nothing,
    Order,
    /// The order, and the key of the text.
    OrderAndKey,
}

/// The least with which the main chips and, where not all fit, that of the others have room. It is the same whatever text
/// is shown.
fn brief(ui: &Ui, shown: &Shown<'_>, room: f32) -> Brief {
    let all: f32 = filters(shown).into_iter().map(|filter| width_of(ui, filter, true)).sum();
    let chips = all.min(main_width(ui, shown, true) + more_width(ui));
    let chips = events_width(ui, shown) + chips + chosen_width(ui, shown);
    let fits = |brief: &Brief| {
        let mut tools = vec![filter_press(), sort_press(shown, *brief)];
        tools.extend((shown.view.which == Which::Grid).then(|| density_press(ui, shown, *brief)));
        let tools: f32 = tools.iter().map(|press| press.width(ui.painter()) + TOOL_GAP).sum();
        chips - CHIP_GAP + tools - TOOL_GAP + BEFORE_TOOLS <= room
    };
    [Brief::Nothing, Brief::Order].into_iter().find(fits).unwrap_or(Brief::OrderAndKey)
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

/// As wide as its longest words, whichever it has.
fn density_press(ui: &Ui, shown: &Shown<'_>, brief: Brief) -> Press<'static> {
    let press = |density: Density| {
        let press = Press::new(density.label()).name(say!("density"));
        if brief == Brief::OrderAndKey { press } else { press.keys("D") }
    };
    let all = [Density::Full, Density::Differences, Density::Swaps];
    let widest = all.map(|density| press(density).width(ui.painter())).into_iter().fold(0.0, f32::max);
    press(shown.view.shown_density()).at_least(widest)
}

/// The chips that fit, from the first on, the one in force always; where the main ones would not fit, all go without
/// their numbers. The menu beside them has every filter.
fn chips_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let (choices, chosen) = (choices(shown), chosen_width(ui, shown));
    let filters = filters(shown);
    // The first chip needs no gap before it.
    let room = ui.available_width() + CHIP_GAP;
    let width = |is_counted: bool| -> f32 { filters.iter().map(|&filter| width_of(ui, filter, is_counted)).sum() };
    let main = |is_counted: bool| width(is_counted).min(main_width(ui, shown, is_counted) + more_width(ui));
    let is_counted = main(true) + chosen <= room;
    let in_force = filters.iter().find(|(filter, _)| shown.view.shown_filter() == *filter);
    let own = in_force.map_or(0.0, |&filter| width_of(ui, filter, is_counted));
    // Where not all fit, a chip behind them has the others.
    let more = if width(is_counted) + chosen > room { more_width(ui) } else { 0.0 };
    let mut kept = own + chosen + more;
    let mut is_full = false;
    let mut left_out = Vec::new();
    for (filter, number) in filters {
        let is_on = is_in_force(shown, filter);
        if shown.view.shown_filter() == filter {
            kept = chosen + more;
        } else {
            is_full |= width_of(ui, (filter, number), is_counted) + kept > ui.available_width() + CHIP_GAP;
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
    if !left_out.is_empty() {
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
    let Some(label) = events_label(shown) else { return };
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
    ui.add_space(AFTER_EVENTS);
}

/// `Event 1 of 4`; `None` where there is one.
fn events_label(shown: &Shown<'_>) -> Option<String> {
    let all = shown.sheet.events.len();
    (all > 1).then(|| say!("event-of", number = shown.view.event + 1, all = all))
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
        let menu = filter_press().width(ui.painter()) + sort_press(shown, brief).width(ui.painter());
        let others = menu + events_width(ui, shown) + main_width(ui, shown, true) + chosen_width(ui, shown) + 16.0;
        filter_menu(ui, shown, inbox);
        sort_menu(ui, shown, brief, inbox);
        if metrics::is_low(ui.ctx()) && voice_key_width(ui) + others <= room {
            voice_key(ui);
        }
        return;
    }
    filter_menu(ui, shown, inbox);
    sort_menu(ui, shown, brief, inbox);
    let is_enabled = Command::CycleDensity.is_enabled(shown.situation);
    let density = ui.add_enabled_ui(is_enabled, |ui| density_press(ui, shown, brief).show(ui)).inner;
    let hint = Command::CycleDensity.hint(ui.ctx());
    let density = density.on_disabled_hover_text(say!("need-marks")).on_hover_text(hint);
    if density.clicked() {
        inbox.push(Intent::Run(Command::CycleDensity));
    }
}

/// The order of the rows, which Coverage has too.
fn sort_menu(ui: &mut Ui, shown: &Shown<'_>, brief: Brief, inbox: &mut Inbox) {
    let button = sort_press(shown, brief).show(ui);
    let button = if brief >= Brief::Order { button.on_hover_text(shown.view.sort.label()) } else { button };
    egui::Popup::menu(&button).show(|ui| {
        for sort in Sort::ALL {
            if widgets::menu_choice(ui, shown.view.sort == sort, sort.label()).clicked() {
                inbox.push(Intent::SetSort(sort));
                ui.close();
            }
        }
    });
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
