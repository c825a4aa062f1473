//! Tags of the current statement: chips to take off, a field to type one, and the reader's list with its
//! colours.

use egui::{Color32, Id, Rect, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use workbench::project::Code;

use super::Page;
use crate::command::{Command, Intent};
use crate::icons::Icon;
use crate::messages;
use crate::paint;
use crate::say;
use crate::theme;
use crate::theme::fonts::sans;
use crate::widgets::{Look, Press};

/// Colours of tags that have none of their own, and those to choose from: those of Okabe and Ito.
pub const COLOURS: [Color32; 8] = [
    Color32::from_rgb(0, 114, 178),
    Color32::from_rgb(230, 159, 0),
    Color32::from_rgb(0, 158, 115),
    Color32::from_rgb(204, 121, 167),
    Color32::from_rgb(86, 180, 233),
    Color32::from_rgb(213, 94, 0),
    Color32::from_rgb(200, 180, 20),
    Color32::from_rgb(120, 120, 120),
];

/// What the colours are called, in their order.
fn colour_names() -> [&'static str; COLOURS.len()] {
    [
        say!("colour-blue"),
        say!("colour-orange"),
        say!("colour-green"),
        say!("colour-purple"),
        say!("colour-sky-blue"),
        say!("colour-vermillion"),
        say!("colour-yellow"),
        say!("colour-grey"),
    ]
}

/// The colour a tag is shown in: its own, else one by its place in the list.
pub fn colour_of(codes: &[Code], tag: &str) -> Color32 {
    let at = codes.iter().position(|code| code.name == tag);
    let own = at.and_then(|at| codes.get(at)?.colour.as_deref()).and_then(from_hex);
    let by_place = COLOURS.get(at.unwrap_or_default() % COLOURS.len()).copied();
    own.or(by_place).unwrap_or(Color32::GRAY)
}

fn from_hex(hex: &str) -> Option<Color32> {
    let part = |from: usize| u8::from_str_radix(hex.trim_start_matches('#').get(from..from + 2)?, 16).ok();
    Some(Color32::from_rgb(part(0)?, part(2)?, part(4)?))
}

fn to_hex(colour: Color32) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.r(), colour.g(), colour.b())
}

/// A square of the tag's colour before its name.
pub fn swatch(painter: &egui::Painter, center: egui::Pos2, colour: Color32) {
    let rect = paint::snap(painter, Rect::from_center_size(center, vec2(9.0, 9.0)));
    painter.rect_filled(rect, 2.0, colour);
}

impl Page<'_, '_> {
    pub(super) fn tags(&mut self) {
        self.section(say!("tags"));
        self.worn();
        self.field();
        let (rect, _) = self.ui.allocate_exact_size(vec2(self.width, 32.0), Sense::hover());
        let inner = Rect::from_min_max(rect.min + vec2(8.0, 2.0), rect.max);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let mut child = self.ui.new_child(UiBuilder::new().max_rect(inner).layout(layout).id_salt("tag-tools"));
        let list = Press::new(say!("tag-list")).menu().name(say!("tag-list")).show(&mut child);
        let (shown, row) = (self.shown, self.row.anchor);
        let inbox = &mut *self.inbox;
        egui::Popup::menu(&list).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            ui.set_min_width(200.0);
            egui::ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
                for code in shown.codes {
                    code_line(ui, shown.codes, code, shown.current.tags.contains(&code.name), row, inbox);
                }
            });
            if !shown.codes.is_empty() {
                ui.separator();
            }
            crate::panels::grid::command_item(ui, shown, Command::ImportTags, inbox);
        });
    }

    /// The tags that the statement bears.
    fn worn(&mut self) {
        if self.shown.current.tags.is_empty() {
            return;
        }
        let tokens = theme::tokens(self.ui.ctx());
        let width = self.width;
        let (shown, row) = (self.shown, self.row.anchor);
        let inbox = &mut *self.inbox;
        self.ui.horizontal(|ui| {
            ui.add_space(16.0);
            ui.vertical(|ui| {
                ui.set_max_width(width - 32.0);
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                    for tag in &shown.current.tags {
                        let label = paint::width(ui.painter(), tag, sans(12.0)).min(width - 84.0);
                        let (rect, response) = ui.allocate_exact_size(vec2(label + 46.0, 24.0), Sense::click());
                        let name = say!("tag-remove-named", name = tag);
                        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
                        let painter = ui.painter();
                        let fill = if response.hovered() { tokens.hover } else { tokens.surface };
                        let stroke = egui::Stroke::new(1.0, tokens.line2);
                        painter.rect(rect, 12.0, fill, stroke, egui::StrokeKind::Inside);
                        swatch(painter, pos2(rect.left() + 15.0, rect.center().y), colour_of(shown.codes, tag));
                        let at = pos2(rect.left() + 24.0, rect.center().y);
                        paint::line(painter, at, tag, sans(12.0), tokens.ink, label + 1.0);
                        let cross = pos2(rect.right() - 13.0, rect.center().y);
                        crate::icons::paint(painter, Icon::Close, cross, 10.0, tokens.ink3);
                        if response.has_focus() {
                            paint::focus_ring(ui, rect, 12.0);
                        }
                        if response.on_hover_text(messages::tip("tag-remove-named")).clicked() {
                            inbox.push(Intent::SetTag { row, tag: tag.clone(), on: false });
                        }
                    }
                });
            });
        });
        self.ui.add_space(6.0);
    }

    /// The field for a tag; while it is typed the list offers what begins so.
    fn field(&mut self) {
        let row = self.row.anchor;
        let id = Id::unique(("tag", self.shown.view.opened, row.article, row.span.start, row.span.end));
        let mut words = self.ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
        let width = self.width - 32.0;
        let response = self
            .ui
            .horizontal(|ui| {
                ui.add_space(16.0);
                let edit = TextEdit::singleline(&mut words).id(id).desired_width(width).font(sans(12.0));
                ui.add(edit.hint_text(say!("tag-add")).margin(vec2(8.0, 6.0)))
            })
            .inner;
        let response = response.accessible_name(say!("tag-add"));
        let asked = Id::unique("tag asks");
        let seen = self.ui.data(|data| data.get_temp::<u64>(asked)).unwrap_or_default();
        if seen != self.shown.view.tag_asks {
            self.ui.data_mut(|data| data.insert_temp(asked, self.shown.view.tag_asks));
            response.request_focus();
            response.scroll_to_me(Some(egui::Align::Center));
        }
        let enter = response.lost_focus() && self.ui.input(|input| input.key_pressed(egui::Key::Enter));
        if enter && !words.trim().is_empty() {
            self.inbox.push(Intent::SetTag { row, tag: std::mem::take(&mut words), on: true });
            response.request_focus();
        }
        if response.has_focus() || enter {
            self.ui.data_mut(|data| data.insert_temp(id, words.clone()));
        } else if response.lost_focus() {
            self.ui.data_mut(|data| data.remove_temp::<String>(id));
        }
        let typed = words.trim().to_lowercase();
        if typed.is_empty() {
            return;
        }
        let offered =
            self.shown.codes.iter().filter(|code| {
                code.name.to_lowercase().contains(&typed) && !self.shown.current.tags.contains(&code.name)
            });
        for code in offered.take(5) {
            let tokens = theme::tokens(self.ui.ctx());
            let (rect, response) = self.ui.allocate_exact_size(vec2(self.width, 24.0), Sense::click());
            response
                .widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, say!("tag-named", name = &code.name)));
            if response.hovered() {
                self.ui.painter().rect_filled(rect.shrink2(vec2(16.0, 0.0)), 4.0, tokens.hover);
            }
            let y = rect.center().y;
            swatch(self.ui.painter(), pos2(rect.left() + 29.0, y), colour_of(self.shown.codes, &code.name));
            let room = self.width - 60.0;
            paint::line(self.ui.painter(), pos2(rect.left() + 40.0, y), &code.name, sans(12.0), tokens.ink, room);
            if response.clicked() {
                self.inbox.push(Intent::SetTag { row, tag: code.name.clone(), on: true });
                self.ui.data_mut(|data| data.remove_temp::<String>(id));
            }
        }
    }
}

/// One tag of the list: on or off, its colour, and the way out of the list.
fn code_line(
    ui: &mut Ui,
    codes: &[Code],
    code: &Code,
    is_on: bool,
    row: collation::ruling::Anchor,
    inbox: &mut crate::panels::Inbox,
) {
    ui.horizontal(|ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::click());
        swatch(ui.painter(), rect.center(), colour_of(codes, &code.name));
        let name = say!("tag-colour", name = &code.name);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if response.has_focus() {
            paint::focus_ring(ui, rect, 4.0);
        }
        egui::Popup::menu(&response.on_hover_text(messages::tip("tag-colour"))).show(|ui| {
            for (label, colour) in colour_names().into_iter().zip(COLOURS) {
                let button = egui::Button::new(egui::RichText::new(format!("■  {label}")).color(colour));
                if ui.add(button).clicked() {
                    inbox.push(Intent::SetTagColour { tag: code.name.clone(), colour: Some(to_hex(colour)) });
                    ui.close();
                }
            }
        });
        let mut on = is_on;
        let label = ui.checkbox(&mut on, &code.name);
        let label = if code.description.is_empty() { label } else { label.on_hover_text(&code.description) };
        if label.changed() {
            inbox.push(Intent::SetTag { row, tag: code.name.clone(), on });
        }
        let remove = Press { look: Look::Plain, ..Press::icon_only(Icon::Close, "") };
        let name = say!("tag-out-named", name = &code.name);
        if remove.name(&name).show(ui).on_hover_text(messages::tip("tag-out-named")).clicked() {
            inbox.push(Intent::RemoveTag(code.name.clone()));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_its_own_colour_or_one_by_its_place() {
        let code = |name: &str, colour: Option<&str>| Code {
            name: name.to_owned(),
            colour: colour.map(str::to_owned),
            ..Code::default()
        };
        let codes = [code("a", Some("#102030")), code("b", None), code("c", Some("none"))];
        assert_eq!(colour_of(&codes, "a"), Color32::from_rgb(16, 32, 48));
        assert_eq!(colour_of(&codes, "b"), COLOURS[1]);
        assert_eq!(colour_of(&codes, "c"), COLOURS[2]);
        assert_eq!(to_hex(Color32::from_rgb(16, 32, 48)), "#102030");
    }
}
