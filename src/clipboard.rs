//! The system's clipboard. Replaceable, so that tests read what was copied.

use crate::say;
use collation::export::clip::Clip;

/// Something to copy to and paste from.
pub trait Clipboard {
    /// Puts plain text and, where there is one, its rich form on the clipboard together.
    ///
    /// # Errors
    /// A sentence for the reader where there is no clipboard.
    fn set(&mut self, clip: &Clip) -> Result<(), String>;

    /// HTML and plain text on the clipboard, as far as they are there.
    ///
    /// # Errors
    /// A sentence for the reader where there is no clipboard.
    fn get(&mut self) -> Result<Pasted, String>;
}

/// What the clipboard holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    pub html: Option<String>,
    pub text: Option<String>,
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

fn not_pasted(reason: &str) -> String {
    say!("not-pasted", reason = reason)
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

    fn get(&mut self) -> Result<Pasted, String> {
        let inner = self.inner().map_err(|reason| not_pasted(&reason))?;
        let html = inner.get().html().ok().filter(|html| !html.trim().is_empty());
        let text = inner.get_text().ok().filter(|text| !text.trim().is_empty());
        Ok(Pasted { html, text })
    }
}
