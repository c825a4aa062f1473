//! Reads the clipboard of X11. Long texts come in pieces, each of which its holder sends when the one before was taken;
//! arboard gives up where one takes more than 10 ms, which is more than a megabyte.

use std::time::{Duration, Instant};

use collation::Control;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt as _, CreateWindowAux, EventMask, GetPropertyReply, Property, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;

use super::{Pasted, Unpasted};
use crate::say;

/// For how long a program that holds the clipboard may send nothing.
const PATIENCE: Duration = Duration::from_secs(8);
/// How often is looked whether something came.
const STEP: Duration = Duration::from_millis(2);
/// No article is as long as this.
const MOST_BYTES: usize = 64 << 20;

x11rb::atom_manager! {
    Atoms: AtomCookies {
        CLIPBOARD,
        INCR,
        TARGETS,
        UTF8_STRING,
        TEXT: b"text/plain;charset=utf-8",
        HTML: b"text/html",
        PARALLAX_PASTE,
    }
}

/// HTML and plain text, as far as they are there.
pub fn read(control: &dyn Control) -> Result<Pasted, Unpasted> {
    Reader::connect(control)?.pasted()
}

/// A window that the holder sends to.
struct Reader<'a> {
    connection: RustConnection,
    window: Window,
    atoms: Atoms,
    control: &'a dyn Control,
}

fn broken(error: impl std::fmt::Display) -> Unpasted {
    Unpasted::unreachable(&error.to_string())
}

impl<'a> Reader<'a> {
    fn connect(control: &'a dyn Control) -> Result<Self, Unpasted> {
        let (connection, screen) = x11rb::connect(None).map_err(broken)?;
        let root = connection.setup().roots.get(screen).ok_or_else(|| broken(say!("clipboard-none")))?.root;
        let window = connection.generate_id().map_err(broken)?;
        let events = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        connection
            .create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &events)
            .map_err(broken)?;
        let atoms = Atoms::new(&connection).map_err(broken)?.reply().map_err(broken)?;
        Ok(Self { connection, window, atoms, control })
    }

    fn pasted(&self) -> Result<Pasted, Unpasted> {
        let owner = self.connection.get_selection_owner(self.atoms.CLIPBOARD).map_err(broken)?;
        if owner.reply().map_err(broken)?.owner == x11rb::NONE {
            return Ok(Pasted::default());
        }
        let targets = self.fetch(self.atoms.TARGETS)?.unwrap_or_default();
        let words = |bytes: &[u8]| <[u8; 4]>::try_from(bytes).ok().map(Atom::from_ne_bytes);
        let targets: Vec<Atom> = targets.chunks(4).filter_map(words).collect();
        let html = if targets.contains(&self.atoms.HTML) { self.fetch(self.atoms.HTML)? } else { None };
        let latin = Atom::from(AtomEnum::STRING);
        let mut text = None;
        for target in [self.atoms.UTF8_STRING, self.atoms.TEXT, latin] {
            // Who does not say what there is is asked for what everybody has.
            let is_offered = targets.contains(&target) || targets.is_empty() && target == self.atoms.UTF8_STRING;
            if is_offered && let Some(bytes) = self.fetch(target)? {
                text =
                    Some(if target == latin { bytes.iter().copied().map(char::from).collect() } else { utf8(bytes) });
                break;
            }
        }
        Ok(Pasted { html: html.map(page), text })
    }

    /// What the holder has of this kind.
    fn fetch(&self, target: Atom) -> Result<Option<Vec<u8>>, Unpasted> {
        let place = self.atoms.PARALLAX_PASTE;
        self.connection.delete_property(self.window, place).map_err(broken)?;
        self.connection
            .convert_selection(self.window, self.atoms.CLIPBOARD, target, place, x11rb::CURRENT_TIME)
            .map_err(broken)?;
        self.connection.flush().map_err(broken)?;
        loop {
            match self.next_event()? {
                Event::SelectionNotify(event) if event.target == target => {
                    if event.property == x11rb::NONE {
                        return Ok(None);
                    }
                    break;
                }
                _ => {}
            }
        }
        let whole = self.take()?;
        if whole.type_ == self.atoms.INCR { self.pieces().map(Some) } else { Ok(Some(whole.value)) }
    }

    /// The pieces that follow, as one.
    fn pieces(&self) -> Result<Vec<u8>, Unpasted> {
        let mut all = Vec::new();
        loop {
            match self.next_event()? {
                Event::PropertyNotify(event)
                    if event.atom == self.atoms.PARALLAX_PASTE && event.state == Property::NEW_VALUE =>
                {
                    let piece = self.take()?;
                    // One that was taken already is no end.
                    if piece.type_ == x11rb::NONE {
                        continue;
                    }
                    if piece.value.is_empty() {
                        return Ok(all);
                    }
                    if all.len() + piece.value.len() > MOST_BYTES {
                        return Err(Unpasted::Stuck(say!("paste-too-long", size = MOST_BYTES >> 20)));
                    }
                    all.extend(piece.value);
                }
                _ => {}
            }
        }
    }

    /// What was sent; that it is taken asks for the next piece.
    fn take(&self) -> Result<GetPropertyReply, Unpasted> {
        let place = self.atoms.PARALLAX_PASTE;
        let asked = self.connection.get_property(true, self.window, place, AtomEnum::ANY, 0, u32::MAX / 4);
        asked.map_err(broken)?.reply().map_err(broken)
    }

    /// Waits for the holder, as long as anybody waits for what it has.
    fn next_event(&self) -> Result<Event, Unpasted> {
        let since = Instant::now();
        while since.elapsed() < PATIENCE && !self.control.is_stopped() {
            match self.connection.poll_for_event().map_err(broken)? {
                Some(event) => return Ok(event),
                None => std::thread::sleep(STEP),
            }
        }
        Err(Unpasted::stuck())
    }
}

fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// A page: some programs send it in UTF-16.
fn page(bytes: Vec<u8>) -> String {
    match bytes.strip_prefix(&[0xFF, 0xFE]) {
        Some(rest) => {
            let units = rest.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok().map(u16::from_le_bytes));
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        None => utf8(bytes),
    }
}
