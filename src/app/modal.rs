//! The frame of everything that holds the rest of the window up: its looks, its name for a screen
//! reader, which control has the keyboard first, and what Enter and Esc do. Knows no dialog.

use egui::{
    Align2, Context, Event, Id, Key, LayerId, Margin, Modal, Modifiers, Popup, PopupAnchor, Response, RichText, Ui,
    vec2,
};

use crate::theme::fonts::semibold;
use crate::theme::{self, metrics};

/// Shows `content` in the frame. `name` is what a screen reader says; the first control that asks has
/// the keyboard. Returns what `content` returns, and whether Esc or a click beside it closes it.
pub fn framed<R>(ctx: &Context, name: &str, margin: i8, content: impl FnOnce(&mut Ui) -> R) -> (R, bool) {
    framed_at(ctx, name, margin, None, content)
}

/// The same with its upper edge `top` below that of the window, where it stays whatever its height; `None`: in the middle.
pub fn framed_at<R>(
    ctx: &Context,
    name: &str,
    margin: i8,
    top: Option<f32>,
    content: impl FnOnce(&mut Ui) -> R,
) -> (R, bool) {
    let tokens = theme::tokens(ctx);
    let id = Id::unique(("modal", name));
    let is_new = is_new(ctx, id);
    if is_new {
        ctx.data_mut(|data| data.insert_temp(wanted(), true));
    }
    let is_working = ctx.memory(|memory| memory.focused().is_some());
    ctx.data_mut(|data| data.insert_temp(worked(), is_working));
    let backdrop = egui::Color32::from_black_alpha(if ctx.theme() == egui::Theme::Dark { 140 } else { 90 });
    let frame = egui::Frame::new()
        .fill(tokens.surface)
        .stroke(egui::Stroke::new(1.0, tokens.line2))
        .corner_radius(8)
        .inner_margin(Margin::same(margin));
    let area = Modal::default_area(id).accessible_name(name);
    let area = match top {
        Some(top) => area.anchor(Align2::CENTER_TOP, vec2(0.0, top)),
        None => area,
    };
    let shown = Modal::new(id).area(area).frame(frame).backdrop_color(backdrop).show(ctx, content);
    // A click beside a dialog in which something was typed would lose it.
    let typed = was_typed_in(ctx, id, is_new);
    let holds = ctx.data_mut(|data| data.remove_temp::<bool>(held())).unwrap_or_default();
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(holding(), (typed || holds, frame)));
    let closes = shown.should_close() && !((typed || holds) && shown.backdrop_response.clicked());
    (shown.inner, closes)
}

/// Keeps the tooltips of what lies in this layer away in the next frame: it is under a dialog, and the pointer only rests
/// on it.
pub fn hush(ctx: &Context, layer: LayerId) {
    // A layer with an open popup shows no tooltips, and one that has no place is never seen.
    let unseen = Id::unique(("hushed", layer));
    Popup::new(unseen, ctx.clone(), PopupAnchor::PointerFixed, layer).open(true).show(|_| ());
}

/// Says in each frame that the dialog holds what a click beside it would lose, though nobody typed it there.
pub fn holds_work(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(held(), true));
}

/// True where closing the dialog that was shown last would lose what was typed or pasted into it.
pub fn would_lose(ctx: &Context) -> bool {
    let told = ctx.data(|data| data.get_temp::<(bool, u64)>(holding()));
    told.is_some_and(|(holds, frame)| holds && frame + 1 >= ctx.cumulative_frame_nr())
}

fn holding() -> Id {
    Id::unique("modal would lose words")
}

fn held() -> Id {
    Id::unique("modal holds work")
}

/// True where text was typed or pasted since the dialog came. The key that opened it counts for nothing.
fn was_typed_in(ctx: &Context, id: Id, is_new: bool) -> bool {
    let types = ctx.input(|input| {
        input.events.iter().any(|event| matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_)))
    });
    ctx.data_mut(|data| {
        let typed = data.get_temp_mut_or_default::<bool>(id.with("typed"));
        *typed = !is_new && (*typed || types);
        *typed
    })
}

/// A dialog with a title; returns whether it is to be closed.
pub fn titled(ctx: &Context, title: &str, width: f32, content: impl FnOnce(&mut Ui) -> bool) -> bool {
    let (done, closes) = framed(ctx, title, 20, |ui| {
        ui.set_width(width.min(ui.ctx().content_rect().width() - 80.0));
        ui.label(RichText::new(title).font(semibold(15.0)).color(theme::tokens(ui.ctx()).ink));
        ui.add_space(8.0);
        ui.spacing_mut().scroll.floating_allocated_width = metrics::SCROLL_BAR;
        content(ui)
    });
    done || closes
}

/// Gives the keyboard to this control if the dialog is new and no control before it took it.
pub fn claim_focus(response: &Response) {
    if response.enabled() && take_wanted(&response.ctx) {
        response.request_focus();
    }
}

/// Leaves the keyboard to the dialog as a whole: it reads keys itself.
pub fn waive_focus(ui: &Ui) {
    take_wanted(ui.ctx());
}

/// True where Enter means the dialog's default button: nothing has the keyboard, or a field of one
/// line had it and let it go with this Enter. A focused button, list or longer text keeps its Enter.
pub fn is_confirmed(ui: &Ui) -> bool {
    let is_free = ui.memory(|memory| memory.focused().is_none()) && !egui::Popup::is_any_open(ui.ctx());
    is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

/// As [`is_confirmed`], for a dialog whose button only closes it: Enter in a field finishes the field.
pub fn is_closed_by_enter(ui: &Ui) -> bool {
    let is_working = ui.data(|data| data.get_temp::<bool>(worked())).unwrap_or_default();
    !is_working && is_confirmed(ui)
}

/// Whether a control had the keyboard when the frame began.
fn worked() -> Id {
    Id::unique("modal had focus")
}

fn wanted() -> Id {
    Id::unique("modal wants focus")
}

fn take_wanted(ctx: &Context) -> bool {
    ctx.data_mut(|data| data.remove_temp::<bool>(wanted())).unwrap_or(false)
}

/// True in the first frame of a dialog.
fn is_new(ctx: &Context, id: Id) -> bool {
    let key = Id::unique("modal shown last");
    let now = ctx.cumulative_frame_nr();
    let last = ctx.data_mut(|data| {
        let last = data.get_temp::<(Id, u64)>(key);
        data.insert_temp(key, (id, now));
        last
    });
    last.is_none_or(|(other, frame)| other != id || frame + 1 < now)
}
