//! What a reader chose once for all projects. One JSON file in the user's configuration folder;
//! where it is missing or damaged the choices are those at first, and the reader is told.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use collation::Vocabulary;
use collation::attribution::{CueClass, verb_forms};
use serde::{Deserialize, Serialize};

use crate::intake::Mapping;
use crate::store::{StoreError, write_file};

/// All choices. A field that the file does not name has its value at first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: Theme,
    /// Of source words, in points.
    pub font_size: f32,
    /// Of source words, in font sizes.
    pub line_height: f32,
    /// Of everything; 1 is the size the system asks for.
    pub zoom: f32,
    pub marks: Marks,
    pub palette: Palette,
    pub reduce_motion: bool,
    /// For the sitting alone: a window that opens with nothing to see in it looks broken.
    #[serde(skip)]
    pub class_mode: ClassMode,
    pub precision: Precision,
    /// Language of the interface, as in `en`; [`LANGUAGE_OF_DESKTOP`] follows the desktop.
    pub language: String,
    /// Reporting verbs beside those that are built in.
    pub own_verbs: Vec<OwnVerb>,
    /// Names that mean the same; the first of each list is the one that is shown.
    pub own_names: Vec<Vec<String>>,
    /// Which column of a data set holds what, by [`Columns::signature`](crate::intake::Columns::signature).
    pub column_mappings: BTreeMap<String, Mapping>,
    pub offer_last_session: bool,
    /// The list of articles in full; `None`: as the window's width asks.
    pub rail_open: Option<bool>,
    pub inspector_open: bool,
    pub window: Option<WindowPlace>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// Colours of the marks. Their shapes stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Palette {
    /// Told apart by most colour-blind readers too.
    #[default]
    OkabeIto,
    OneColour,
}

/// How closely passages are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// By the program's own word vectors.
    #[default]
    Standard,
    /// By a language model, where it is there.
    Accurate,
}

/// What is hidden until a key shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClassMode {
    #[default]
    Off,
    HideOutlets,
    HideMarks,
    HideBoth,
}

/// A reporting verb of the reader's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnVerb {
    /// Base form (`reckon`), or all forms where they are irregular (`forego foregoes forewent`).
    pub verb: String,
    /// A class of the built-in verbs by its [name](CueClass::name).
    pub class: String,
}

impl OwnVerb {
    /// The class, where it is one.
    pub fn class(&self) -> Option<CueClass> {
        CueClass::from_name(&self.class)
    }

    /// All forms that count: `reckon`, `reckons`, `reckoned`, `reckoning`; none where no word is there.
    pub fn forms(&self) -> Vec<String> {
        verb_forms(&self.verb)
    }
}

/// The window as it was left, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    pub position: Option<[f32; 2]>,
    pub size: [f32; 2],
    pub is_maximized: bool,
}

/// A mark that has a switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Reworded,
    OnlyHere,
    Moved,
    Cut,
    Voice,
    Only,
    Place,
    Cue,
    Force,
    Name,
    Fact,
}

/// Which marks are on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Marks {
    /// Only what the reader switched, so that what is on at first can change in a later version.
    switched: BTreeMap<Mark, bool>,
}

impl Mark {
    pub const ALL: [Self; 11] = [
        Self::Reworded,
        Self::OnlyHere,
        Self::Moved,
        Self::Cut,
        Self::Voice,
        Self::Only,
        Self::Place,
        Self::Cue,
        Self::Force,
        Self::Name,
        Self::Fact,
    ];

    /// Naming is too often a matter of style to be shown unasked.
    pub const fn is_on_at_first(self) -> bool {
        !matches!(self, Self::Name)
    }
}

impl Marks {
    pub fn is_on(&self, mark: Mark) -> bool {
        self.switched.get(&mark).copied().unwrap_or(mark.is_on_at_first())
    }

    pub fn switch(&mut self, mark: Mark, is_on: bool) {
        if is_on == mark.is_on_at_first() {
            self.switched.remove(&mark);
        } else {
            self.switched.insert(mark, is_on);
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            font_size: 15.0,
            line_height: 1.45,
            zoom: 1.0,
            marks: Marks::default(),
            palette: Palette::default(),
            reduce_motion: false,
            class_mode: ClassMode::default(),
            precision: Precision::default(),
            language: LANGUAGE_OF_DESKTOP.to_owned(),
            own_verbs: Vec::new(),
            own_names: Vec::new(),
            column_mappings: BTreeMap::new(),
            offer_last_session: true,
            rail_open: None,
            inspector_open: true,
            window: None,
        }
    }
}

/// What `language` says where the interface speaks as the desktop does.
pub const LANGUAGE_OF_DESKTOP: &str = "system";

const FILE: &str = "settings.json";

/// Why the first settings are used instead of those in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsNotice {
    Unreadable {
        path: String,
        reason: String,
    },
    /// Where `is_kept`, `path` is that of a copy.
    Damaged {
        path: String,
        is_kept: bool,
        reason: String,
    },
}

/// Where settings are kept; `None` where the system names no folder for configuration.
pub fn settings_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "parallax").map(|dirs| dirs.config_dir().to_owned())
}

impl Settings {
    /// The settings in `folder`, and what was wrong where they could not be read. A damaged file is kept
    /// beside the new one.
    pub fn load(folder: &Path) -> (Self, Option<SettingsNotice>) {
        let path = folder.join(FILE);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return (Self::default(), None),
            Err(error) => {
                let (path, reason) = (path.display().to_string(), error.to_string());
                return (Self::default(), Some(SettingsNotice::Unreadable { path, reason }));
            }
        };
        match serde_json::from_slice::<Self>(&bytes) {
            Ok(settings) => (settings.within_bounds(), None),
            Err(error) => {
                let aside = folder.join("settings.damaged.json");
                let is_kept = fs::copy(&path, &aside).is_ok();
                let path = if is_kept { aside } else { path }.display().to_string();
                let notice = SettingsNotice::Damaged { path, is_kept, reason: error.to_string() };
                (Self::default(), Some(notice))
            }
        }
    }

    /// Writes the settings to `folder`, wholly or not at all.
    ///
    /// # Errors
    /// [`StoreError`] where the folder can't be made or written.
    pub fn save(&self, folder: &Path) -> Result<(), StoreError> {
        // Settings hold nothing that fails to serialize.
        let json = serde_json::to_string_pretty(self).unwrap_or_default() + "\n";
        write_file(&folder.join(FILE), json.as_bytes())
    }

    /// The reader's own verbs and names as the engine takes them. A verb of no known class is passed over.
    pub fn vocabulary(&self) -> Vocabulary {
        let verbs: Vec<_> = self.own_verbs.iter().filter_map(|own| Some((own.verb.clone(), own.class()?))).collect();
        Vocabulary::new(&verbs, &self.own_names)
    }

    /// Sizes that a reader can read, whatever the file says.
    #[must_use]
    pub fn within_bounds(mut self) -> Self {
        let first = Self::default();
        let bound = |value: f32, least: f32, most: f32, first: f32| {
            if value.is_finite() { value.clamp(least, most) } else { first }
        };
        self.font_size = bound(self.font_size, 9.0, 40.0, first.font_size);
        self.line_height = bound(self.line_height, 1.0, 2.5, first.line_height);
        self.zoom = bound(self.zoom, 0.5, 4.0, first.zoom);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load_from(text: &str) -> (Settings, Option<SettingsNotice>) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), text).unwrap();
        let loaded = Settings::load(folder.path());
        assert_eq!(folder.path().join("settings.damaged.json").exists(), loaded.1.is_some());
        loaded
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("new").join("parallax");
        assert_eq!(Settings::load(&folder), (Settings::default(), None));
        let mut settings = Settings { theme: Theme::Dark, zoom: 1.5, ..Settings::default() };
        settings.marks.switch(Mark::Cue, false);
        settings.own_verbs.push(OwnVerb { verb: "reckon".to_owned(), class: "assert".to_owned() });
        settings.own_names.push(vec!["Kyiv".to_owned(), "Kiev".to_owned()]);
        settings.window = Some(WindowPlace { size: [1280.0, 800.0], ..WindowPlace::default() });
        settings.save(&folder).unwrap();
        assert_eq!(Settings::load(&folder), (settings, None));
    }

    #[test]
    fn a_file_of_another_version_or_a_damaged_one_is_survived() {
        let (older, notice) = load_from(r#"{"theme": "dark"}"#);
        assert_eq!((older, notice), (Settings { theme: Theme::Dark, ..Settings::default() }, None));
        let (newer, notice) = load_from(r#"{"weather": 3, "reduce_motion": true}"#);
        assert_eq!((newer.reduce_motion, notice), (true, None));
        let (wild, _) = load_from(r#"{"font_size": 4000, "line_height": -1, "zoom": 1e30}"#);
        assert_eq!((wild.font_size, wild.line_height, wild.zoom), (40.0, 1.0, 4.0));
        for damaged in ["", "{", "3", r#"{"theme": "mauve"}"#, r#"{"font_size": "big"}"#] {
            let (settings, notice) = load_from(damaged);
            assert_eq!(settings, Settings::default());
            assert!(matches!(notice, Some(SettingsNotice::Damaged { is_kept: true, .. })), "{notice:?}");
        }
    }

    #[test]
    fn verbs_of_no_known_class_are_passed_over() {
        let own = |verb: &str, class: &str| OwnVerb { verb: verb.to_owned(), class: class.to_owned() };
        let own_verbs = vec![own("yodel", "Assert"), own("croon", "neutral"), own("", "say")];
        let vocabulary = Settings { own_verbs, ..Settings::default() }.vocabulary();
        assert_eq!(vocabulary.class_of("yodels"), Some(CueClass::Assert));
        assert_eq!(vocabulary.class_of("croons"), None);
        assert_eq!(own("croon", "").forms().join(" "), "croon croons crooned crooning");
    }

    #[test]
    fn only_what_was_switched_is_written() {
        let mut marks = Marks::default();
        let on: Vec<Mark> = Mark::ALL.into_iter().filter(|&mark| !marks.is_on(mark)).collect();
        assert_eq!(on, [Mark::Name]);
        marks.switch(Mark::Name, true);
        marks.switch(Mark::Cut, false);
        marks.switch(Mark::Voice, true);
        assert_eq!(serde_json::to_string(&marks).unwrap(), r#"{"cut":false,"name":true}"#);
        marks.switch(Mark::Cut, true);
        marks.switch(Mark::Name, false);
        assert_eq!(marks, Marks::default());
    }
}
