//! Every colour, type size and metric of the window. Knows no data.
//!
//! Two rules carry the look: source words are serif and the app's words sans; hue belongs to marks.

pub mod fonts;
pub mod metrics;

use egui::{Color32, CornerRadius, Stroke, Theme, Visuals};

/// The colours of one theme.
#[derive(Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Empty area, hollow cell.
    pub window: Color32,
    /// Top bar, rail, inspector, status line, column heads.
    pub panel: Color32,
    /// Cells, reading columns, fields.
    pub surface: Color32,
    /// Band of a row.
    pub band: Color32,
    /// Fill under the pointer.
    pub hover: Color32,
    /// Fill while pressed; track of switches and bars.
    pub press: Color32,
    /// Thin line inside rows.
    pub line: Color32,
    /// Thin line between rows and panels.
    pub line2: Color32,
    /// Outline that must be seen: fields, sigils, dashes.
    pub ctl_line: Color32,
    /// Source text and titles.
    pub ink: Color32,
    /// Labels, icons, chips.
    pub ink2: Color32,
    /// Meta text, counts, paragraph numbers; never on `press`.
    pub ink3: Color32,
    /// Selection, focus, links, primary button.
    pub accent: Color32,
    /// Text on `accent`.
    pub accent_ink: Color32,
    /// Fill of what is selected.
    pub sel: Color32,
    /// Reworded.
    pub m_rew: Color32,
    /// Tint of reworded.
    pub t_rew: Color32,
    /// Only here.
    pub m_only: Color32,
    /// Quote altered.
    pub m_cut: Color32,
    /// Tint of quote altered.
    pub t_cut: Color32,
    /// Force differs.
    pub m_force: Color32,
    /// Number differs.
    pub m_fact: Color32,
    /// Name differs.
    pub m_name: Color32,
    /// Stands elsewhere.
    pub m_moved: Color32,
    /// Needs a look.
    pub warn: Color32,
}

pub static LIGHT: Tokens = Tokens {
    window: Color32::from_rgb(0xf4, 0xf4, 0xf2),
    panel: Color32::from_rgb(0xfa, 0xfa, 0xf8),
    surface: Color32::from_rgb(0xff, 0xff, 0xff),
    band: Color32::from_rgb(0xf7, 0xf7, 0xf5),
    hover: Color32::from_rgb(0xef, 0xef, 0xeb),
    press: Color32::from_rgb(0xe6, 0xe6, 0xe1),
    line: Color32::from_rgb(0xe3, 0xe3, 0xdf),
    line2: Color32::from_rgb(0xcf, 0xcf, 0xca),
    ctl_line: Color32::from_rgb(0x84, 0x84, 0x7c),
    ink: Color32::from_rgb(0x1b, 0x1b, 0x19),
    ink2: Color32::from_rgb(0x55, 0x55, 0x4f),
    ink3: Color32::from_rgb(0x6b, 0x6b, 0x65),
    accent: Color32::from_rgb(0x5a, 0x45, 0xc2),
    accent_ink: Color32::from_rgb(0xff, 0xff, 0xff),
    sel: Color32::from_rgb(0xf1, 0xef, 0xfb),
    m_rew: Color32::from_rgb(0x8a, 0x5a, 0x00),
    t_rew: Color32::from_rgb(0xfd, 0xf1, 0xd6),
    m_only: Color32::from_rgb(0x00, 0x68, 0xa5),
    m_cut: Color32::from_rgb(0xb8, 0x43, 0x00),
    t_cut: Color32::from_rgb(0xfc, 0xed, 0xe5),
    m_force: Color32::from_rgb(0xa8, 0x43, 0x7c),
    m_fact: Color32::from_rgb(0xa8, 0x43, 0x7c),
    m_name: Color32::from_rgb(0x00, 0x7a, 0x58),
    m_moved: Color32::from_rgb(0x5c, 0x66, 0x70),
    warn: Color32::from_rgb(0x8a, 0x5a, 0x00),
};

pub static DARK: Tokens = Tokens {
    window: Color32::from_rgb(0x14, 0x15, 0x17),
    panel: Color32::from_rgb(0x1a, 0x1b, 0x1e),
    surface: Color32::from_rgb(0x1f, 0x20, 0x23),
    band: Color32::from_rgb(0x1b, 0x1c, 0x1f),
    hover: Color32::from_rgb(0x26, 0x28, 0x2c),
    press: Color32::from_rgb(0x2e, 0x30, 0x35),
    line: Color32::from_rgb(0x2d, 0x2f, 0x33),
    line2: Color32::from_rgb(0x3e, 0x41, 0x47),
    ctl_line: Color32::from_rgb(0x74, 0x77, 0x7d),
    ink: Color32::from_rgb(0xe9, 0xe8, 0xe4),
    ink2: Color32::from_rgb(0xb0, 0xb1, 0xb3),
    ink3: Color32::from_rgb(0x94, 0x96, 0x9a),
    accent: Color32::from_rgb(0xb0, 0xa4, 0xff),
    accent_ink: Color32::from_rgb(0x17, 0x14, 0x2b),
    sel: Color32::from_rgb(0x28, 0x26, 0x3a),
    m_rew: Color32::from_rgb(0xe9, 0xa8, 0x20),
    t_rew: Color32::from_rgb(0x38, 0x2d, 0x14),
    m_only: Color32::from_rgb(0x5c, 0xb8, 0xea),
    m_cut: Color32::from_rgb(0xff, 0x8a, 0x4c),
    t_cut: Color32::from_rgb(0x3b, 0x25, 0x1a),
    m_force: Color32::from_rgb(0xe3, 0x94, 0xbf),
    m_fact: Color32::from_rgb(0xe3, 0x94, 0xbf),
    m_name: Color32::from_rgb(0x3c, 0xc7, 0x9c),
    m_moved: Color32::from_rgb(0xa7, 0xb0, 0xb9),
    warn: Color32::from_rgb(0xe9, 0xa8, 0x20),
};

/// As [`LIGHT`], with every mark in one colour: their shapes tell them apart.
pub static LIGHT_PLAIN: Tokens = in_one_colour(&LIGHT);

/// As [`DARK`], with every mark in one colour: their shapes tell them apart.
pub static DARK_PLAIN: Tokens = in_one_colour(&DARK);

const fn in_one_colour(of: &Tokens) -> Tokens {
    Tokens {
        m_rew: of.ink2,
        t_rew: of.hover,
        m_only: of.ink2,
        m_cut: of.ink2,
        t_cut: of.hover,
        m_force: of.ink2,
        m_fact: of.ink2,
        m_name: of.ink2,
        m_moved: of.ink2,
        warn: of.ink2,
        ..*of
    }
}

/// The colours in use.
pub fn tokens(ctx: &egui::Context) -> &'static Tokens {
    let is_plain = ctx.data(|data| data.get_temp::<bool>(palette_id())).unwrap_or_default();
    match (ctx.theme(), is_plain) {
        (Theme::Light, true) => &LIGHT_PLAIN,
        (Theme::Dark, true) => &DARK_PLAIN,
        (theme, false) => of(theme),
    }
}

fn palette_id() -> egui::Id {
    egui::Id::unique("marks in one colour")
}

/// Paints every mark in one colour, or each kind in its own.
pub fn set_one_colour(ctx: &egui::Context, is_plain: bool) {
    ctx.data_mut(|data| data.insert_temp(palette_id(), is_plain));
}

/// Lets nothing move by itself, or lets hovers fade and lists glide.
pub fn set_reduced_motion(ctx: &egui::Context, is_reduced: bool) {
    ctx.all_styles_mut(|style| {
        style.animation_time = if is_reduced { 0.0 } else { ANIMATION_TIME };
        style.scroll_animation =
            if is_reduced { egui::style::ScrollAnimation::none() } else { egui::style::ScrollAnimation::default() };
    });
}

/// True where nothing is to move by itself.
pub fn is_motion_reduced(ctx: &egui::Context) -> bool {
    ctx.global_style().animation_time <= 0.0
}

/// Seconds that a fade takes.
const ANIMATION_TIME: f32 = 0.08;

/// Size and line height of source words, as the reader chose them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SourceText {
    /// In points, between the size in cells and that of whole articles.
    pub size: f32,
    /// In sizes.
    pub line: f32,
}

impl SourceText {
    /// Size in a cell of the grid.
    pub fn cell(self) -> f32 {
        self.size - 0.5
    }

    /// Line height in a cell, in whole points.
    pub fn cell_line(self) -> f32 {
        (self.cell() * self.line).round()
    }

    /// Size in a whole article.
    pub fn reading(self) -> f32 {
        self.size + 0.5
    }

    /// Size of a whole article's headline.
    pub fn headline(self) -> f32 {
        (self.size * 4.0 / 3.0).round()
    }

    /// Line height of a whole article's headline, in whole points.
    pub fn headline_line(self) -> f32 {
        (self.headline() * 1.3).round()
    }

    /// Line height in a whole article, in whole points; a little wider than in cells.
    pub fn reading_line(self) -> f32 {
        (self.reading() * (self.line + 0.1)).round()
    }
}

pub fn of(theme: Theme) -> &'static Tokens {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

/// Loads the fonts and gives egui's own widgets the look of the house.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    // Where the desktop doesn't tell, a page of text is light.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| dress(style, theme));
    }
}

fn dress(style: &mut egui::Style, theme: Theme) {
    let tokens = of(theme);
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.ink3);
    visuals.panel_fill = tokens.panel;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = Stroke::new(1.0, tokens.line2);
    visuals.window_shadow = egui::Shadow::NONE;
    visuals.popup_shadow = egui::Shadow::NONE;
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.extreme_bg_color = tokens.surface;
    visuals.text_edit_bg_color = Some(tokens.surface);
    visuals.faint_bg_color = tokens.band;
    visuals.code_bg_color = tokens.hover;
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.warn;
    visuals.error_fg_color = tokens.m_cut;
    visuals.selection.bg_fill = tokens.accent.gamma_multiply(0.25);
    visuals.selection.stroke = Stroke::new(2.0, tokens.accent);
    let radius = CornerRadius::same(6);
    for (widget, fill, border) in [
        (&mut visuals.widgets.noninteractive, tokens.panel, tokens.line),
        (&mut visuals.widgets.inactive, tokens.surface, tokens.ctl_line),
        (&mut visuals.widgets.hovered, tokens.hover, tokens.ctl_line),
        (&mut visuals.widgets.active, tokens.press, tokens.ctl_line),
        (&mut visuals.widgets.open, tokens.hover, tokens.ctl_line),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, border);
        widget.fg_stroke = Stroke::new(1.0, tokens.ink);
        widget.corner_radius = radius;
        widget.expansion = 0.0;
    }
    visuals.widgets.noninteractive.fg_stroke = Stroke::new(1.0, tokens.ink);
    style.visuals = visuals;
    style.spacing.item_spacing = egui::vec2(8.0, 4.0);
    style.spacing.button_padding = egui::vec2(10.0, 4.0);
    style.spacing.interact_size = egui::vec2(28.0, 28.0);
    style.spacing.window_margin = egui::Margin::same(20);
    style.spacing.menu_margin = egui::Margin::same(6);
    // A bar lies in the margin of what it scrolls, thin until the pointer is near, so that lines and
    // fills reach the edge.
    style.spacing.scroll = egui::style::ScrollStyle {
        floating: true,
        bar_width: 10.0,
        floating_width: 6.0,
        floating_allocated_width: 0.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 2.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.7,
        dormant_handle_opacity: 0.25,
        active_handle_opacity: 0.4,
        interact_handle_opacity: 0.6,
        ..egui::style::ScrollStyle::solid()
    };
    // A list that has just become longer goes to what is beyond its old end, and no rubber pulls it back.
    style.spacing.scroll.kinetic.rubber_band = false;
    // No gradients anywhere: the edge of a list is an edge.
    style.spacing.scroll.fade.strength = 0.0;
    style.animation_time = ANIMATION_TIME;
    style.interaction.selectable_labels = false;
    style.interaction.multi_widget_text_select = false;
    style.text_styles = [
        (egui::TextStyle::Small, fonts::sans(11.5)),
        (egui::TextStyle::Body, fonts::sans(13.0)),
        (egui::TextStyle::Button, fonts::medium(13.0)),
        (egui::TextStyle::Heading, fonts::semibold(15.0)),
        (egui::TextStyle::Monospace, egui::FontId::monospace(12.5)),
    ]
    .into();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast ratio by WCAG 2.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let light = |color: Color32| {
            let [r, g, b] = [color.r(), color.g(), color.b()].map(|v| {
                let v = f32::from(v) / 255.0;
                if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (light(a) + 0.05, light(b) + 0.05);
        if a > b { a / b } else { b / a }
    }

    #[test]
    fn text_and_marks_are_readable_on_every_ground() {
        for (name, t) in
            [("light", &LIGHT), ("dark", &DARK), ("light, plain", &LIGHT_PLAIN), ("dark, plain", &DARK_PLAIN)]
        {
            let grounds = [t.surface, t.panel, t.window, t.band, t.hover, t.sel];
            let inks =
                [t.ink, t.ink2, t.ink3, t.accent, t.m_rew, t.m_only, t.m_cut, t.m_force, t.m_fact, t.m_name, t.m_moved];
            for ink in inks {
                for ground in grounds {
                    assert!(contrast(ink, ground) >= 4.5, "{name}: {ink:?} on {ground:?} is {}", contrast(ink, ground));
                }
            }
            for (ink, ground) in
                [(t.ink, t.t_rew), (t.ink, t.t_cut), (t.m_cut, t.t_cut), (t.m_rew, t.t_rew), (t.accent_ink, t.accent)]
            {
                assert!(contrast(ink, ground) >= 4.5, "{name}: {ink:?} on {ground:?}");
            }
            for ground in grounds {
                assert!(contrast(t.ctl_line, ground) >= 3.0, "{name}: outline on {ground:?}");
            }
        }
    }
}
