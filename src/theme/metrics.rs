//! Sizes in points.

pub const TOP_BAR: f32 = 48.0;
pub const FILTER_BAR: f32 = 40.0;
pub const STATUS: f32 = 28.0;
pub const COLUMN_HEAD: f32 = 48.0;
pub const BAND: f32 = 28.0;
pub const META_LINE: f32 = 20.0;
pub const CELL_SIDE: f32 = 12.0;
pub const CELL_TOP: f32 = 6.0;
pub const CELL_BOTTOM: f32 = 7.0;
/// Between meta line and text.
pub const META_GAP: f32 = 2.0;
/// Height of a line of what a cell without a passage says, with what is around it, and how far below the cell's top.
pub const HOLLOW: f32 = 24.0;
pub const HOLLOW_TOP: f32 = 3.0;
pub const MIN_CELL: f32 = 52.0;
/// Narrowest column of the grid.
pub const MIN_COLUMN: f32 = 220.0;
/// Widest line of text in a cell of many columns, about 66 characters, and from how many on they are many.
pub const MAX_CELL_TEXT: f32 = 440.0;
pub const MANY_COLUMNS: usize = 4;
/// Widest line of text that is read by itself.
pub const MEASURE: f32 = 640.0;
pub const RAIL: f32 = 224.0;
pub const RAIL_WIDE: f32 = 256.0;
pub const RAIL_COLLAPSED: f32 = 48.0;
pub const INSPECTOR: f32 = 288.0;
pub const INSPECTOR_WIDE: f32 = 360.0;
pub const RAIL_ITEM: f32 = 104.0;
pub const LEGEND_ROW: f32 = 28.0;
pub const BUTTON: f32 = 28.0;
/// Room for a scroll bar that shall not lie over words.
pub const SCROLL_BAR: f32 = 10.0;
/// What a menu that fills the window's height leaves free above and below it, its own frame included.
pub const MENU_MARGIN: f32 = 28.0;

/// Windows at least this wide give rail and inspector more room.
pub const WIDE_WINDOW: f32 = 2000.0;
/// Below this the rail shows letters only unless the reader opens it.
pub const NARROW_WINDOW: f32 = 1400.0;
/// Below this the inspector is there only while it is asked for, beside a table that goes on sideways.
pub const NARROWEST_WITH_INSPECTOR: f32 = 1100.0;

/// Lower windows, small or much enlarged, leave out what tells of the table beside its rows.
pub const LOW_WINDOW: f32 = 480.0;

/// Whether the window is so low that rows need the room of everything else.
pub fn is_low(ctx: &egui::Context) -> bool {
    ctx.content_rect().height() < LOW_WINDOW
}

/// Whether a window of this width has room for the inspector beside the table.
pub fn has_room_for_inspector(width: f32) -> bool {
    width >= NARROWEST_WITH_INSPECTOR
}
