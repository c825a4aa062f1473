//! The system's clipboard. Replaceable, so that tests read what was copied.

use collation::export::clip::Clip;

/// Something to copy to and paste from.
pub trait Clipboard {
    /// Puts plain text and, where there is one, its rich form on the clipboard together.
    ///
    /// # Errors
    /// A sentence for the reader where there is no clipboard.
    fn set(&mut self, clip: &Clip) -> Result<(), String>;

    /// HTML and plain text on the clipboard, as far as they are there.
    fn get(&mut self) -> Pasted;
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
            self.inner = Some(arboard::Clipboard::new().map_err(|error| sentence(&error))?);
        }
        self.inner.as_mut().ok_or_else(|| "There is no clipboard; nothing was copied".to_owned())
    }
}

fn sentence(error: &arboard::Error) -> String {
    format!("The clipboard can't be reached; nothing was copied ({error})")
}

impl Clipboard for SystemClipboard {
    fn set(&mut self, clip: &Clip) -> Result<(), String> {
        let inner = self.inner()?;
        let done = if clip.html.is_empty() {
            inner.set_text(clip.plain.clone())
        } else {
            inner.set_html(clip.html.clone(), Some(clip.plain.clone()))
        };
        done.map_err(|error| sentence(&error))
    }

    fn get(&mut self) -> Pasted {
        let Ok(inner) = self.inner() else { return Pasted::default() };
        let html = inner.get().html().ok().filter(|html| !html.trim().is_empty());
        let text = inner.get_text().ok().filter(|text| !text.trim().is_empty());
        Pasted { html, text }
    }
}
