//! How long work listens to whoever asked for it: stop flag in, progress out.

/// The caller's side of long work. Polled at least once a block of passage pairs.
pub trait Control: Sync {
    /// True once the caller no longer wants the result. The work then ends early with what it has.
    fn is_stopped(&self) -> bool {
        false
    }

    /// Takes note that `done` (0 to 1) of `stage` is finished.
    fn progress(&self, _stage: &'static str, _done: f32) {}
}

/// Nobody listens: the work runs to its end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unattended;

impl Control for Unattended {}
