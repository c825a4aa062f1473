//! Runs a reader on a thread of its own, so that a library that panics, hangs or recurses deeply
//! becomes a message.

use std::panic;
use std::sync::Once;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Why guarded work gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    /// It panicked.
    Broke,
    /// It did not end in time. Its thread is left to end by itself, for a thread cannot be ended from outside.
    TooSlow,
}

const THREAD: &str = "guarded reader";

/// Room for readers that recurse with the nesting of their input. Only what is touched is used.
const STACK_BYTES: usize = 512 * 1024 * 1024;

/// What `work` returns, unless it panics or takes longer than `limit`.
pub(super) fn run<T: Send + 'static>(limit: Duration, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Stopped> {
    keep_panics_quiet();
    let (send, receive) = mpsc::sync_channel(1);
    let spawned = thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK_BYTES).spawn(move || {
        let done = work();
        // Nobody listens any more where the limit has passed.
        let _ = send.send(done);
    });
    let Ok(thread) = spawned else { return Err(Stopped::Broke) };
    match receive.recv_timeout(limit) {
        Ok(done) => Ok(done),
        Err(RecvTimeoutError::Timeout) => Err(Stopped::TooSlow),
        Err(RecvTimeoutError::Disconnected) => {
            let _ = thread.join();
            Err(Stopped::Broke)
        }
    }
}

/// A panic on a guarded thread is told to the reader as a message about the file; it is not printed.
fn keep_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |about| {
            if thread::current().name() != Some(THREAD) {
                before(about);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::panic)]
    fn panics_and_hangs_become_answers() {
        let second = Duration::from_secs(1);
        assert_eq!(run(second, || 7), Ok(7));
        assert_eq!(run(second, || -> i32 { panic!("a library broke") }), Err(Stopped::Broke));
        let hang = || thread::sleep(Duration::from_secs(3));
        assert_eq!(run(Duration::from_millis(50), hang), Err(Stopped::TooSlow));
    }
}
