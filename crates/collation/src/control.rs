//! How long work listens to whoever asked for it: stop flag in, progress out.

use std::fmt;
use std::sync::Arc;

/// The caller's side of long work. Polled at least once a block of passage pairs.
pub trait Control: Sync {
    /// True once the caller no longer wants the result. The work then ends early with what it has.
    fn is_stopped(&self) -> bool {
        false
    }

    /// Takes note that `done` (0 to 1) of `stage` is finished.
    fn progress(&self, _stage: &'static str, _done: f32) {}
}

/// Whoever asked for work and may stop it, kept with what was asked for; by default nobody.
#[derive(Clone, Default)]
pub struct Asker(Option<Arc<dyn Control + Send>>);

impl Asker {
    pub fn new(control: Arc<dyn Control + Send>) -> Self {
        Self(Some(control))
    }

    /// As [`Control::is_stopped`].
    pub fn is_stopped(&self) -> bool {
        self.0.as_ref().is_some_and(|control| control.is_stopped())
    }
}

impl fmt::Debug for Asker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Asker").field(&self.0.is_some()).finish()
    }
}

/// Nobody listens: the work runs to its end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unattended;

impl Control for Unattended {}
