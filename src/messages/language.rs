//! The languages that the interface is there in.

/// One of them; the order is that of the setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    German,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// As settings and desktops write it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Its name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// Its messages, a file a subject.
    pub(super) const fn files(self) -> [&'static str; 4] {
        match self {
            Self::English => [
                include_str!("../../assets/locales/en/commands.ftl"),
                include_str!("../../assets/locales/en/views.ftl"),
                include_str!("../../assets/locales/en/dialogs.ftl"),
                include_str!("../../assets/locales/en/work.ftl"),
            ],
            Self::German => [
                include_str!("../../assets/locales/de/commands.ftl"),
                include_str!("../../assets/locales/de/views.ftl"),
                include_str!("../../assets/locales/de/dialogs.ftl"),
                include_str!("../../assets/locales/de/work.ftl"),
            ],
        }
    }

    /// The mark between thousands.
    pub(super) const fn thousands(self) -> char {
        match self {
            Self::English => ',',
            Self::German => '.',
        }
    }

    pub(super) const fn decimal_sign(self) -> char {
        match self {
            Self::English => '.',
            Self::German => ',',
        }
    }

    /// The language that a code stands for: `de`, `de-AT`, `de_DE.UTF-8`.
    pub fn from_code(code: &str) -> Option<Self> {
        let language = code.split(['-', '_', '.', '@']).next().unwrap_or(code);
        Self::ALL.into_iter().find(|known| known.code().eq_ignore_ascii_case(language))
    }

    /// The language that a setting stands for. What is no code of ours follows the desktop, whose
    /// languages come in the order of its user's liking; English where none of them is here.
    pub fn chosen(setting: &str, desktop: &[String]) -> Self {
        Self::from_code(setting).or_else(|| desktop.iter().find_map(|code| Self::from_code(code))).unwrap_or_default()
    }
}
