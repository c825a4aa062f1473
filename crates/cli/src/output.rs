//! Where results and messages go: standard output, a file, standard error.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use anyhow::Context;

/// One message for the reader. A standard error that nobody reads is no reason to stop.
pub fn say(message: &str) {
    let _ = writeln!(io::stderr(), "parallax-cli: {message}");
}

/// True where whoever reads standard output has gone away.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// Writes `bytes` to standard output.
///
/// # Errors
/// Where standard output is closed or full.
pub fn print(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// Writes `bytes` to the file at `path`: as a whole or, where that fails, not at all.
///
/// # Errors
/// Where the file or its folder cannot be written.
pub fn save(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let is_special = fs::metadata(path).is_ok_and(|about| !about.is_file());
    let saved = if is_special { fs::write(path, bytes) } else { save_whole(path, bytes) };
    saved.with_context(|| format!("the result could not be saved; choose another file with -o: {}", path.display()))
}

fn save_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = atomic_write_file::AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()
}
