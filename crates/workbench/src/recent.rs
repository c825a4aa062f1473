//! Projects that were open lately, and what was open last. One JSON file in the user's data folder;
//! losing it costs nothing but a list.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::store::{StoreError, write_file};

/// Longest list that is kept.
const MOST: usize = 20;

/// The newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recent {
    pub projects: Vec<RecentProject>,
    pub last_session: Option<Session>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentProject {
    pub path: PathBuf,
    pub title: String,
    pub articles: usize,
    /// Seconds since 1970, UTC.
    opened: u64,
}

/// What a window held when it was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Session {
    Project(PathBuf),
    /// No project file; the articles came from these.
    Articles(Vec<PathBuf>),
}

impl RecentProject {
    pub fn opened(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.opened)
    }

    /// The title, or the file's name without its ending.
    pub fn name(&self) -> String {
        if self.title.is_empty() {
            self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
        } else {
            self.title.clone()
        }
    }
}

/// Where the list is kept; `None` where the system names no folder for the user's data.
pub fn recent_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "parallax").map(|dirs| dirs.data_local_dir().to_owned())
}

const FILE: &str = "recent.json";

impl Recent {
    /// The list in `folder`; an empty one where it is missing or damaged.
    pub fn load(folder: &Path) -> Self {
        let bytes = fs::read(folder.join(FILE)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Writes the list to `folder`, wholly or not at all.
    ///
    /// # Errors
    /// [`StoreError`] where the folder can't be made or written.
    pub fn save(&self, folder: &Path) -> Result<(), StoreError> {
        // Paths that are no Unicode fail to serialize; the list as it was on disk stays then.
        match serde_json::to_string_pretty(self) {
            Ok(json) => write_file(&folder.join(FILE), (json + "\n").as_bytes()),
            Err(_) => Ok(()),
        }
    }

    /// Takes note that the project was opened or saved `now`.
    pub fn note(&mut self, path: &Path, title: &str, articles: usize, now: SystemTime) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if path.to_str().is_none() {
            return;
        }
        self.projects.retain(|project| project.path != path);
        let opened = now.duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default();
        self.projects.insert(0, RecentProject { path, title: title.to_owned(), articles, opened });
        self.projects.truncate(MOST);
    }

    /// Takes a project off the list.
    pub fn forget(&mut self, path: &Path) {
        self.projects.retain(|project| project.path != path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn the_newest_comes_first_and_each_once() {
        let mut recent = Recent::default();
        for (seconds, name) in [(10, "a"), (20, "b"), (30, "a")] {
            recent.note(Path::new(&format!("/gone/{name}.parallax")), "", seconds as usize, at(seconds));
        }
        let shown: Vec<_> =
            recent.projects.iter().map(|project| (project.name(), project.articles, project.opened())).collect();
        assert_eq!(shown, [("a".to_owned(), 30, at(30)), ("b".to_owned(), 20, at(20))]);
        // The order is that of use, whatever a clock says that was set back.
        recent.note(Path::new("/gone/c.parallax"), "", 1, UNIX_EPOCH - Duration::from_secs(9));
        assert_eq!((recent.projects[0].name(), recent.projects[0].opened()), ("c".to_owned(), at(0)));
        for number in 0..100 {
            recent.note(Path::new(&format!("/gone/{number}.parallax")), "", 1, at(40));
        }
        assert_eq!(recent.projects.len(), MOST);
        recent.forget(Path::new("/gone/99.parallax"));
        assert_eq!(recent.projects[0].name(), "98");
    }

    #[test]
    fn what_is_saved_is_loaded_and_damage_costs_the_list_only() {
        let folder = tempfile::tempdir().unwrap();
        let mut recent = Recent::default();
        recent.note(Path::new("/gone/a.parallax"), "Bridge", 3, at(1_700_000_000));
        recent.last_session = Some(Session::Articles(vec![PathBuf::from("/gone/a.txt")]));
        recent.save(folder.path()).unwrap();
        assert_eq!(Recent::load(folder.path()), recent);
        fs::write(folder.path().join(FILE), "{").unwrap();
        assert_eq!(Recent::load(folder.path()), Recent::default());
    }
}
