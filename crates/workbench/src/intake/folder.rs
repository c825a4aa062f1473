//! The article files in a folder, for a reader who drops a whole folder. Knows names, not what the files hold.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::error::IntakeError;
use super::kind::{self, Kind};
use super::notice::{FileNotice, IntakeNotice};

/// Most files of a folder that are taken.
const MOST_FILES: usize = 10_000;
/// Folders inside folders that are looked into.
const DEEPEST: usize = 12;

/// What browsers add to a page's name for the folder of its pictures and frames.
const COMPANIONS: &[&str] =
    &["_files", ".files", "-files", "_fichiers", "-Dateien", "_archivos", "_arquivos", "_bestanden", "-filer"];

/// Files of a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FolderFiles {
    /// By name, those of a folder inside after those beside it.
    pub files: Vec<PathBuf>,
    /// What was left out, where it could be missed.
    pub notices: Vec<FileNotice>,
}

/// The files below `folder` that bear the ending of an article file. Hidden files, links to folders and what
/// browsers save beside a page are passed over.
///
/// # Errors
/// [`IntakeError`] where the folder can't be read or holds no such file.
pub fn files_in(folder: &Path) -> Result<FolderFiles, IntakeError> {
    let path = || folder.to_string_lossy().into_owned();
    let mut found = FolderFiles::default();
    let mut unreadable = 0;
    if let Err(error) = look_into(folder, 0, &mut found.files, &mut unreadable) {
        return Err(IntakeError::Unreadable { path: path(), reason: error.to_string() });
    }
    if found.files.is_empty() {
        return Err(IntakeError::NoArticle {
            path: path(),
            what: "The folder holds no file with the ending of an article (txt, html, docx, pdf …)".to_owned(),
        });
    }
    if unreadable > 0 {
        found.notices.push(FileNotice::new(IntakeNotice::UnreadableFolders { count: unreadable }, path()));
    }
    if found.files.len() > MOST_FILES {
        found.files.truncate(MOST_FILES);
        found.notices.push(FileNotice::new(IntakeNotice::FirstFiles { count: MOST_FILES }, path()));
    }
    Ok(found)
}

fn look_into(folder: &Path, depth: usize, files: &mut Vec<PathBuf>, unreadable: &mut usize) -> std::io::Result<()> {
    let mut inside: Vec<(PathBuf, bool)> = Vec::new();
    for entry in std::fs::read_dir(folder)?.flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        let path = entry.path();
        // A link to a folder can lead back to this one.
        let is_file = kind.is_file() || kind.is_symlink() && path.is_file();
        if (is_file || kind.is_dir()) && !is_hidden(&entry.file_name()) {
            inside.push((path, kind.is_dir()));
        }
    }
    inside.sort();
    let pages: Vec<PathBuf> = inside.iter().filter(|(path, is_dir)| !is_dir && is_page(path)).map(stem).collect();
    files.extend(inside.iter().filter(|(path, is_dir)| !is_dir && ending_is_known(path)).map(|(path, _)| path.clone()));
    for (path, _) in inside.iter().filter(|(path, is_dir)| *is_dir && !is_companion(path, &pages)) {
        if files.len() > MOST_FILES || depth >= DEEPEST {
            break;
        }
        *unreadable += usize::from(look_into(path, depth + 1, files, unreadable).is_err());
    }
    Ok(())
}

/// Names of files that no reader sees: those with a dot before them, and the locks of word processors.
fn is_hidden(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

fn ending_is_known(path: &Path) -> bool {
    kind::named(&path.to_string_lossy()).is_some()
}

fn is_page(path: &Path) -> bool {
    kind::named(&path.to_string_lossy()) == Some(Kind::Html)
}

fn stem((path, _): &(PathBuf, bool)) -> PathBuf {
    path.with_extension("")
}

/// True where a browser saved `folder` beside one of `pages`: it holds advertisements and frames.
fn is_companion(folder: &Path, pages: &[PathBuf]) -> bool {
    let name = folder.to_string_lossy();
    COMPANIONS
        .iter()
        .filter_map(|ending| name.strip_suffix(ending))
        .any(|stem| pages.iter().any(|page| page == Path::new(stem)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_article_files_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for name in [
            "b.TXT",
            "a.html",
            "a_files/frame.html",
            "notes.bin",
            ".hidden.txt",
            "~$c.docx",
            "inner/d.docx",
            "inner/deeper/e.pdf",
            "other_files/f.md",
        ] {
            std::fs::create_dir_all(root.join(name).parent().unwrap()).unwrap();
            std::fs::write(root.join(name), "Words.").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(root, root.join("inner/circle")).unwrap();
        let found = files_in(root).unwrap();
        let names: Vec<String> =
            found.files.iter().map(|path| path.strip_prefix(root).unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(names, ["a.html", "b.TXT", "inner/d.docx", "inner/deeper/e.pdf", "other_files/f.md"]);
        assert_eq!(found.notices, []);
        let empty = files_in(&root.join("a_files/..").join("a_files/../a_files")).unwrap();
        assert_eq!(empty.files.len(), 1, "a folder that the reader names is looked into whatever its name");
        let none = tempfile::tempdir().unwrap();
        assert!(matches!(files_in(none.path()), Err(IntakeError::NoArticle { .. })));
        assert!(matches!(files_in(&none.path().join("gone")), Err(IntakeError::Unreadable { .. })));
    }
}
