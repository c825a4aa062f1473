//! A progress bar on standard error, where that is a terminal and the work takes its time.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use collation::Control;

/// Shorter work shows no bar.
const PATIENCE: Duration = Duration::from_millis(400);
/// Time between two drawings.
const PAUSE: Duration = Duration::from_millis(80);
/// Width of the bar, in characters.
const WIDTH: usize = 24;

/// Wiped away when it is dropped.
pub struct Bar {
    /// When it was drawn last; `None` where standard error is no terminal.
    drawn: Option<Mutex<Drawn>>,
}

struct Drawn {
    next: Instant,
    visible: bool,
}

impl Bar {
    pub fn new() -> Self {
        let drawn = Drawn { next: Instant::now() + PATIENCE, visible: false };
        Self { drawn: io::stderr().is_terminal().then(|| Mutex::new(drawn)) }
    }

    /// Draws that `done` (0 to 1) of `stage` is finished, unless it was drawn a moment ago.
    pub fn show(&self, stage: &str, done: f32) {
        let Some(Ok(mut drawn)) = self.drawn.as_ref().map(Mutex::lock) else { return };
        let now = Instant::now();
        if now >= drawn.next {
            *drawn = Drawn { next: now + PAUSE, visible: true };
            let _ = write!(io::stderr(), "\r\u{1b}[2K{}", line(stage, done));
        }
    }

    /// Takes the bar away.
    pub fn clear(&self) {
        let Some(Ok(mut drawn)) = self.drawn.as_ref().map(Mutex::lock) else { return };
        if drawn.visible {
            drawn.visible = false;
            let _ = write!(io::stderr(), "\r\u{1b}[2K");
        }
    }
}

fn line(stage: &str, done: f32) -> String {
    let done = done.clamp(0.0, 1.0);
    let full = (done * WIDTH as f32) as usize;
    format!("{}{} {:3.0} % {stage}", "█".repeat(full), "░".repeat(WIDTH.saturating_sub(full)), done * 100.0)
}

impl Control for Bar {
    fn progress(&self, stage: &'static str, done: f32) {
        self.show(stage, done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_bar_fills_from_the_left_and_stays_in_its_width() {
        let check = |done, want: &str| assert_eq!(line("aligning", done), want);
        check(0.0, "░░░░░░░░░░░░░░░░░░░░░░░░   0 % aligning");
        check(0.5, "████████████░░░░░░░░░░░░  50 % aligning");
        check(7.0, "████████████████████████ 100 % aligning");
    }
}
