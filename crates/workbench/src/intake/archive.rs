//! Members of zip archives (DOCX, ODT, EPUB), each read under a cap. A member's name is only ever
//! looked up, never used as a path.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::error::{CUT_SHORT, Fault, OTHER_BYTES};

/// Largest member, in bytes, once it is unpacked.
pub(super) const MOST_MEMBER_BYTES: u64 = 64 * 1024 * 1024;
/// What all members that are read may unpack to.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// Most members of one archive.
const MOST_MEMBERS: usize = 20_000;

/// Bytes at the end of an archive among which the mark of its end stands: its comment may be long.
const TAIL: usize = 66 * 1024;

/// True for bytes that begin as an archive does.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// True for an archive that has its end, without which its members cannot be found.
fn has_end(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or(bytes);
    tail.windows(4).any(|window| window == b"PK\x05\x06")
}

pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
            _ if !is_archive(bytes) => Fault::damaged(OTHER_BYTES),
            _ if !has_end(bytes) => Fault::damaged(CUT_SHORT),
            error => Fault::damaged(error),
        })?;
        if zip.len() > MOST_MEMBERS {
            return Err(Fault::ManyParts(zip.len(), MOST_MEMBERS));
        }
        Ok(Self { zip, unpacked: 0 })
    }

    /// The bytes of the member called `name`; `None` where there is none.
    pub fn member(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let member = self.zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => {
                Fault::NoArticle("The file is protected by a password".to_owned())
            }
            error => Fault::damaged(error),
        })?;
        let mut bytes = Vec::new();
        // The size that the archive states is not believed: reading stops at the cap.
        member.take(MOST_MEMBER_BYTES + 1).read_to_end(&mut bytes).map_err(Fault::damaged)?;
        if bytes.len() as u64 > MOST_MEMBER_BYTES {
            return Err(Fault::LargePart(name.to_owned()));
        }
        // One member can be asked for again and again, as a chapter that the list of contents repeats.
        self.unpacked += bytes.len() as u64;
        if self.unpacked > MOST_BYTES {
            return Err(Fault::NoArticle("Its parts unpack to more than 256 MiB, which no article needs".to_owned()));
        }
        Ok(Some(bytes))
    }

    /// As [`Archive::member`], where the format demands that it is there.
    pub fn needed(&mut self, name: &str) -> Result<Vec<u8>, Fault> {
        self.member(name)?.ok_or_else(|| Fault::Damaged(format!("its part {name} is missing")))
    }
}
