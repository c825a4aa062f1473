//! The system's clipboard. Replaceable, so that tests read what was copied. Writing is a matter of a moment; reading waits
//! for the program that holds what was copied, and is done on a thread.

#[cfg(target_os = "linux")]
mod x11;

use collation::Control;
use collation::export::clip::Clip;

use crate::say;

/// Something to copy to and paste from.
pub trait Clipboard {
    /// Puts plain text and, where there is one, its rich form on the clipboard together.
    ///
    /// # Errors
    /// A sentence for the reader where there is no clipboard.
    fn set(&mut self, clip: &Clip) -> Result<(), String>;

    /// What reads HTML and plain text from the clipboard, as far as they are there. It may take long.
    fn reading(&self) -> Reading;
}

/// Reads the clipboard, wherever it is called.
pub type Reading = Box<dyn FnOnce(&dyn Control) -> Result<Pasted, Unpasted> + Send>;

/// What the clipboard holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    pub html: Option<String>,
    pub text: Option<String>,
}

/// Why nothing came from the clipboard: a sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unpasted {
    /// There is no clipboard.
    Unreachable(String),
    /// There is one, and something on it that did not come.
    Stuck(String),
}

impl Unpasted {
    pub fn unreachable(reason: &str) -> Self {
        Self::Unreachable(say!("not-pasted", reason = reason))
    }

    pub fn stuck() -> Self {
        Self::Stuck(say!("paste-stuck").to_owned())
    }
}

/// The clipboard of the desktop. Kept for as long as the app runs: on some systems what was copied
/// is gone with its owner.
#[derive(Default)]
pub struct SystemClipboard {
    inner: Option<arboard::Clipboard>,
}

impl SystemClipboard {
    fn inner(&mut self) -> Result<&mut arboard::Clipboard, String> {
        if self.inner.is_none() {
            self.inner = Some(arboard::Clipboard::new().map_err(|error| error.to_string())?);
        }
        self.inner.as_mut().ok_or_else(|| say!("clipboard-none").to_owned())
    }
}

fn not_copied(reason: &str) -> String {
    say!("not-copied", reason = reason)
}

impl Clipboard for SystemClipboard {
    fn set(&mut self, clip: &Clip) -> Result<(), String> {
        let inner = self.inner().map_err(|reason| not_copied(&reason))?;
        let done = if clip.html.is_empty() {
            inner.set_text(clip.plain.clone())
        } else {
            inner.set_html(clip.html.clone(), Some(clip.plain.clone()))
        };
        done.map_err(|error| not_copied(&error.to_string()))
    }

    fn reading(&self) -> Reading {
        Box::new(|control| {
            #[cfg(target_os = "linux")]
            if is_x11() {
                return x11::read(control).map(Pasted::only_words);
            }
            let _ = control;
            let mut inner = arboard::Clipboard::new().map_err(|error| Unpasted::unreachable(&error.to_string()))?;
            Ok(Pasted { html: inner.get().html().ok(), text: inner.get_text().ok() }.only_words())
        })
    }
}

impl Pasted {
    /// Without what has no word in it.
    fn only_words(self) -> Self {
        let has_words = |text: &String| !text.trim().is_empty();
        Self { html: self.html.filter(has_words), text: self.text.filter(has_words) }
    }
}

/// True where the window is one of X11: there the keys of the clipboard are the app's own affair, since whoever else reads
/// it does so while the window waits.
pub fn is_x11() -> bool {
    let is_named = |name| std::env::var_os(name).is_some_and(|value: std::ffi::OsString| !value.is_empty());
    cfg!(target_os = "linux") && is_named("DISPLAY") && !is_named("WAYLAND_DISPLAY") && !is_named("WAYLAND_SOCKET")
}
