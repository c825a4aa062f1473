//! Entries packed into one ZIP in memory: the same bytes for the same entries.

use std::io::{Cursor, Write};

use collation::export::package::Entry;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::ExportError;

/// The entries in their order, dated 1 January 1980.
pub(super) fn pack(entries: &[Entry]) -> Result<Vec<u8>, ExportError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in entries {
        archive.start_file(entry.name.as_str(), options).map_err(ExportError::new)?;
        archive.write_all(&entry.bytes).map_err(ExportError::new)?;
    }
    Ok(archive.finish().map_err(ExportError::new)?.into_inner())
}
