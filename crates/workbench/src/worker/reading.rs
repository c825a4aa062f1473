//! The loop of the thread that reads files.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;

use super::desk::Desk;
use super::{Answer, ReadSource, Source, Unread, reason_of_panic, spawn};
use crate::intake::{self, FileNotice, Found, IntakeError, ReadOptions};

/// A reader of the present round.
pub(super) fn spawn_reader(desk: &Arc<Desk>, read_source: &ReadSource) -> Option<JoinHandle<()>> {
    let (desk, read_source, round) = (Arc::clone(desk), Arc::clone(read_source), desk.round());
    spawn("reader", move || run(&desk, round, &*read_source))
}

fn run(desk: &Desk, round: u64, read_source: &dyn Fn(&Source) -> Result<Found, Unread>) {
    while let Some(source) = desk.take_source(round) {
        if let Some(found) = files_of(&source) {
            match found {
                Ok((sources, notices)) => {
                    if !notices.is_empty() {
                        let found = Found { notices, ..Found::default() };
                        desk.put_aside(round, Answer::Read { path: source.path(), result: Ok(found) });
                    }
                    desk.put_instead(round, sources);
                }
                Err(error) => {
                    desk.put_read(round, Answer::Read { path: source.path(), result: Err(Unread::Intake(error)) });
                }
            }
            desk.wake();
            continue;
        }
        let result = catch_unwind(AssertUnwindSafe(|| read_source(&source)));
        let result = result.unwrap_or_else(|payload| {
            let reason = reason_of_panic(payload.as_ref()).to_owned();
            Err(Unread::Broke { path: source.path(), reason })
        });
        desk.put_read(round, Answer::Read { path: source.path(), result });
        desk.wake();
    }
}

/// What is to be read instead of a folder, and what was left out.
type Instead = (Vec<Source>, Vec<FileNotice>);

/// The files of a folder; `None` for anything else.
fn files_of(source: &Source) -> Option<Result<Instead, IntakeError>> {
    let Source::File { path, options } = source else { return None };
    path.is_dir().then(|| {
        let found = intake::files_in(path)?;
        let files = found.files.into_iter().map(|path| Source::File { path, options: Arc::clone(options) });
        Ok((files.collect(), found.notices))
    })
}

/// Reads for real.
pub(super) fn read_source(source: &Source) -> Result<Found, Unread> {
    let found = match source {
        Source::File { path, options } => intake::read_path_with(path, ReadOptions::clone(options)),
        Source::Bytes { name, bytes, options } => intake::read_bytes_with(name, bytes, ReadOptions::clone(options)),
    };
    found.or_else(|error| match error {
        // The reader can say which column it is, so this is a question rather than a failure.
        IntakeError::NoTextColumn { ref columns, .. } => {
            Ok(Found { columns: Some((**columns).clone()), ..Found::default() })
        }
        error => Err(error.into()),
    })
}

impl Source {
    /// As the reader named it.
    pub(super) fn path(&self) -> String {
        match self {
            Self::File { path, .. } => path.to_string_lossy().into_owned(),
            Self::Bytes { name, .. } => name.clone(),
        }
    }

    /// Short, for the progress line.
    pub(super) fn name(&self) -> String {
        match self {
            Self::File { path, .. } => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Bytes { name, .. } => name.clone(),
        }
    }
}
